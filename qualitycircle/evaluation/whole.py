"""What the data say above the single link, as plain values: chains, arrows not drawn, the theory.

`Evaluation` holds these beside the judgements of the links. No numpy, no data, nothing about a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.evaluation.labels import Verdict


class Absence(Enum):
    """What the data say about an arrow the theory does not draw."""

    VIOLATED = "relevant violation"
    NEGLIGIBLE = "negligible"
    UNDECIDED = "undecided"
    NOT_TESTABLE = "not testable"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentLink:
    """A pair without an arrow: the theory implies that the one says nothing of the other.

    The claim is that `cause`, `lag` målinger before, is independent of `effect` given the effect's
    own past, its drawn causes (`given`) and what is constant in the citizen. Numbers are in `unit`,
    + meaning more of both. `p_violation` tests that the association is at most the smallest effect
    that matters, `p_negligible` that it is at least that; both corrected for the family (Benjamini &
    Hochberg 1995) beside. `reason` says why it could not be tested; `caps` what left it undecided.
    """

    cause: str
    effect: str
    outcome: Absence
    lag: int = 1
    given: tuple[str, ...] = ()
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    smallest: float | None = None
    smallest_declared: bool = False
    persons: int | None = None
    p_violation: float | None = None
    p_negligible: float | None = None
    corrected_violation: float | None = None
    corrected_negligible: float | None = None
    caps: tuple[str, ...] = ()
    reason: str = ""
    facts: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)

    @property
    def link(self) -> str:
        """Return the arrow that is not drawn, as it would be written."""
        return f"{self.cause} -> {self.effect}"


class NoProduct(Enum):
    """Why a chain's links are not multiplied."""

    LENGTH = "not one step between"
    SAME_WAVE = "cross-sectional mediation"
    NOT_ESTIMATED = "a link has no number"
    BRACKET = "a link rests on two comparisons"
    DIFFERENT_INDICATORS = "the step between is measured by different indicators"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What one link times the next amounts to, with a Monte-Carlo interval; never a share of a total."""

    value: float
    low: float
    high: float
    unit: str
    draws: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A way from a delindsats to a slutmål: as strong as its weakest link.

    `held_at` is the link that decides: the first that is broken, else the first not measured, the
    first undecided, the first weak; "" when every link is supported.
    """

    links: tuple[str, ...]
    verdict: Verdict
    held_at: str = ""
    product: Product | None = None
    no_product: NoProduct | None = None

    @property
    def ends(self) -> tuple[str, str]:
        return self.links[0].split(" -> ")[0], self.links[-1].split(" -> ")[1]

    @property
    def is_broken(self) -> bool:
        return self.verdict in {Verdict.CONTRADICTED, Verdict.NO_RELEVANT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The whole way from a start to a goal, whatever lies between; `reason` when it cannot be told."""

    activity: str
    goal: str
    verdict: Verdict
    basis: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    smallest: float | None = None
    persons: int | None = None
    is_drawn: bool = False
    """Whether the theory draws this arrow itself."""
    reason: str = ""
    facts: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)

    @property
    def is_relevant(self) -> bool:
        """Say whether the whole interval lies beyond the smallest effect that matters."""
        if self.low is None or self.high is None or self.smallest is None:
            return False
        return self.low > self.smallest or self.high < -self.smallest


class Layer(Enum):
    """Where a theory stands, in the order it is asked (statistics design 1.9)."""

    MEASUREMENT = "measurement failure"
    IMPLEMENTATION = "implementation failure"
    ACTION_THEORY = "theory failure: action theory"
    CHANGE_THEORY = "theory failure: change theory"
    OTHER_MECHANISM = "other mechanism"
    CONTEXT = "context"
    TOO_FEW = "too early or too few"
    NOT_REFUTED = "not refuted"
    HOLDS = "holds so far"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing the data say of the theory: on which layer, about what, and the reason's code.

    `about` is a link, an element, a moderator or an indicator; `facts` fill the reason's sentence.
    """

    layer: Layer
    about: str
    why: str
    facts: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one chain stands: the first layer that stops it, and at which link or element."""

    links: tuple[str, ...]
    layer: Layer
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What it all says about the theory: every chain's standing, and the statements in their order.

    `layer` is the one all chains share; None when they stand differently, and then nothing can be
    said of the theory as one.
    """

    layer: Layer | None
    standings: tuple[Standing, ...]
    statements: tuple[Statement, ...]

    def count(self, layer: Layer) -> int:
        return sum(each.layer is layer for each in self.standings)


class QualityFlag(Enum):
    """What a reader should know about how an indicator behaves."""

    RELIABILITY_UNKNOWN = "reliability unknown"
    FLOOR = "floor"
    CEILING = "ceiling"
    RATER_JUMP = "jumps when the rater changes"
    NEVER_MOVES = "answers do not move"
    HEAPING = "round numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorQuality:
    """How one indicator behaves, same persons; shares from 0 to 1, None where too few to show.

    `changed_by` is how much an answer must move before the move is more than noise (Jacobson & Truax
    1991); `up` and `down` are the shares that moved so much, `by_noise` the share each way that noise
    alone would give. `never_moves`: the share with three or more answers who gave the same each time.
    `round_share`: answers in whole tens on a long scale. `jump`: how much further an answer moves, in
    steps, when somebody else rates, with its interval.
    """

    indicator: str
    persons: int
    at_low: float | None = None
    at_high: float | None = None
    reliability: float | None = None
    changed_by: float | None = None
    up: float | None = None
    down: float | None = None
    by_noise: float | None = None
    never_moves: float | None = None
    round_share: float | None = None
    jump: float | None = None
    jump_low: float | None = None
    jump_high: float | None = None
    flags: tuple[QualityFlag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendGap:
    """Whether citizens and professionals see the same movement: the difference in sd, same persons."""

    citizen: str
    professional: str
    persons: int
    gap: float | None
    low: float | None
    high: float | None
    diverges: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StraightLines:
    """How often a respondent gives the same answer to everything asked that day."""

    respondent: str
    indicators: tuple[str, ...]
    answers: int
    share: float | None
    is_many: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How the measurements behave (statistics design 1.8; Kongsgaard s5: you get what you measure)."""

    indicators: tuple[IndicatorQuality, ...] = ()
    gaps: tuple[TrendGap, ...] = ()
    straight: tuple[StraightLines, ...] = ()

    def of(self, indicator: str) -> IndicatorQuality | None:
        return next((each for each in self.indicators if each.indicator == indicator), None)
