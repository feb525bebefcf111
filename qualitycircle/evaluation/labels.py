"""The six verdicts: one word for where an interval lies (statistics design 1.4)."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """The six verdicts (statistics design 1.4)."""

    SUPPORTED = "supported"
    WEAK = "weak"
    CONTRADICTED = "contradicted"
    NO_RELEVANT = "no relevant association"
    UNDECIDED = "undecided"
    NOT_MEASURED = "not measured"
