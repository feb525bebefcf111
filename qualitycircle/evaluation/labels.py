"""Names for what is found: the six verdicts, and what must not be concluded from one."""

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


class Never(Enum):
    """What a judgement must not be taken to say; programs can refuse, people can read it."""

    SINGLE_CITIZEN = "anything about a single citizen"
    CAUSE = "that the one causes the other"
    DIRECTION = "which comes first"
    EFFECT_FROM_PROGRESS = "that progression is effect"
    FURTHER_ON = "that it leads on along the chain"
    ABSENCE = "that there is nothing"
    THEORY_WRONG = "that the theory is wrong"
    SUBGROUP = "that it holds for the subgroup"
    SIZE = "how large it is"
