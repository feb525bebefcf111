"""What qualitative findings do to the odds of a claim: beside the statistical verdict, never merged with it.

Process tracing with probabilities (Befani & Stedman-Bryce 2017): a finding moves the odds by how
expected it is when the claim is true against when it is false. Both are people's own ranges, so what
comes out is a range too. The critique stands beside it: such numbers are judgements in figures, and
findings are seldom independent (Zaks 2017, 2021).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from qualitycircle.evidence import Evidence, EvidenceBase

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Odds:
    """The odds of a claim after the findings, from even odds before; `high` may be infinite."""

    low: float
    high: float
    findings: int


def weight(evidence: Evidence) -> Range | None:
    """Return how many times a finding multiplies the odds, lowest and highest; None when not said.

    What was looked for and not seen counts the other way: a hoop that was missed.

    >>> from qualitycircle.evidence import Citation
    >>> seen = Evidence(citation=Citation(source="s"), observed=True, if_true=(0.6, 0.8), if_false=(0.1, 0.2))
    >>> weight(seen)
    (3.0, 8.0)
    """
    if evidence.observed is None or evidence.if_true is None or evidence.if_false is None:
        return None
    true, false = evidence.if_true, evidence.if_false
    if not evidence.observed:
        true, false = (1 - true[1], 1 - true[0]), (1 - false[1], 1 - false[0])
    low, high = _over(true[0], false[1]), _over(true[1], false[0])
    return (round(low, 9), round(high, 9))


def _over(one: float, other: float) -> float:
    if other > 0:
        return one / other
    return math.inf if one > 0 else 1.0


def odds(base: EvidenceBase) -> Odds | None:
    """Return the odds from 1:1 after every finding with stated probabilities; None when there is none.

    The findings are taken as independent, which is said wherever the number is shown.
    """
    if not isinstance(base, tuple):
        return None
    weights = [each for each in map(weight, base) if each is not None]
    if not weights:
        return None
    low, high = (math.prod(each[end] for each in weights) for end in (0, 1))
    return Odds(low=low, high=high, findings=len(weights))
