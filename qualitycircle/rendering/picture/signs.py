"""The small drawn signs: verdicts, minus, arrowheads. Paths, not letters, so that no font decides."""

from __future__ import annotations

from qualitycircle.evaluation.values import Verdict

RADIUS = 7.6

CLASSES = {
    Verdict.SUPPORTED: "qc-supported",
    Verdict.WEAK: "qc-weak",
    Verdict.CONTRADICTED: "qc-contradicted",
    Verdict.NO_RELEVANT: "qc-none",
    Verdict.UNDECIDED: "qc-undecided",
    Verdict.NOT_MEASURED: "qc-unmeasured",
}
GLYPHS = {
    Verdict.SUPPORTED: "M-3.6 .3 -1.1 3 3.7 -3",
    Verdict.WEAK: "M-2.6 .4 -.8 2.2 2.6 -2.2 M-4.8 -4.6 Q-7.4 0 -4.8 4.6 M4.8 -4.6 Q7.4 0 4.8 4.6",
    Verdict.CONTRADICTED: "M-3 -3 3 3 M3 -3 -3 3",
    Verdict.NO_RELEVANT: "M0 -4 C3.4 -4 3.4 4 0 4 C-3.4 4 -3.4 -4 0 -4Z",
    Verdict.UNDECIDED: "M-2.3 -2 C-2.3 -4.9 2.4 -4.9 2.4 -2.1 C2.4 -.2 0 -.2 0 1.5 M0 4 V4.1",
}
MINUS = "M-3.6 0 H3.6"
DOWNWARDS = "M0 -6 V5.4 M-4.2 1.4 0 5.8 4.2 1.4"
SOLID_HEAD = "M0 0 -9.5 -4.2 -9.5 4.2Z"
OPEN_HEAD = "M-8 -4.2 0 0 -8 4.2"
