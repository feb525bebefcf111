"""What the data say about each link, as plain values: no numpy, no data, nothing about a person.

An `Evaluation` is what is written to `evaluation.json`, shown on the site and read by corrections.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.evaluation.beside import Bounds, Exposure, Lead, Moderation, Robustness, Shifted
from qualitycircle.evaluation.labels import Never as Never
from qualitycircle.evaluation.labels import Verdict as Verdict
from qualitycircle.evaluation.whole import AbsentLink, Chain, Diagnosis, Quality, Total
from qualitycircle.expectation import Test


class Basis(Enum):
    """What the comparison rests on; printed beside every verdict."""

    RANDOMISED = "randomised"
    DESIGN_BASED = "design-based"
    SAME_CITIZEN = "same citizen over time"
    ASSOCIATION = "association"


class Role(Enum):
    """What an estimate is for. The deciding one gives the verdict; the others qualify it."""

    DECIDING = "deciding"
    OTHER_LAG = "other lag"
    SAME_WAVE = "same wave"
    ANCOVA = "ancova"
    CHANGE_SCORE = "change score"
    REVERSE = "reverse"
    PLACEBO = "placebo"
    SENSITIVITY = "sensitivity"
    MODERATION = "moderation"
    DELIVERY = "delivery"


class Reason(Enum):
    """Why a link was not measured. A test that could not run is a result with a reason."""

    NOT_TESTABLE = "not testable as declared"
    NO_DATA_CAUSE = "no data for the cause"
    NO_DATA_EFFECT = "no data for the effect"
    TOO_FEW_PERSONS = "too few persons"
    TOO_FEW_CLUSTERS = "too few clusters"
    TOO_FEW_EXPOSED = "too few exposed or unexposed clusters"
    TOO_FEW_EVENTS = "too few events"
    TOO_FEW_ROUNDS = "too few rounds"
    NOT_IN_A_ROW = "rounds that do not follow each other"
    NO_VARIATION = "no variation in the cause"
    SAME_ANSWERS = "all answers are the same"
    NO_SPREAD = "nothing varies around what was found"
    NO_COMPARISON = "nobody to compare with"
    GROUP_UNKNOWN = "which group was offered it is not known"
    NOT_DELIVERED = "not delivered"
    MEASUREMENT_FAILURE = "change cannot be told from noise"
    TABLE_MISSING = "a table is missing"
    UNIT = "the smallest effect is in a unit that cannot apply"


class Cap(Enum):
    """Why a verdict is weaker (or undecided) than the interval alone would give."""

    SAME_INFORMANT = "same informant"
    SAME_WAVE_ONLY = "same wave only"
    NOT_IDENTIFIED = "association only"
    BRACKET = "the two comparisons do not agree"
    PLACEBO = "a placebo failed"
    UNKNOWN_RELIABILITY = "reliability unknown"
    CEILING = "ceiling or floor"
    WEAK_INSTRUMENT = "weak first stage"
    SAME_WAVE_DISAGREES = "same wave and lag disagree"
    NO_CONTRAST = "no contrast exists"
    NOT_ALL_AGREE = "respondents do not agree"
    DROP_OUT_WEIGHTED = "counting those who left turns the verdict"
    DROP_OUT_BOUNDS = "those who left could explain it"
    LEAVING = "who leaves depends on the effect"
    ANOTHER_LAG = "a lag nobody claimed"
    STARTED_MEANWHILE = "those who were to wait had started"
    SEEN_BEFORE = "these data suggested the claim"
    NOISE_DECIDES = "whether noise is taken out decides"
    OWN_PACE = "citizens may go at their own pace"
    NOISY_PAST = "what is held still is mostly noise"
    SHORT_EXPOSURE = "read too soon after the start"
    UNSEEN_CONDITION = "a condition nobody could see"
    ONE_UNIT = "one unit carries it"
    NOTHING_BEFORE = "nothing from before the start"


class Flag(Enum):
    """What a reader should know beside the verdict."""

    CONDITIONAL = "direction or size depends on a moderator"
    WRONG_DIRECTION = "the sign points the other way"
    POSITIVE_BUT_SMALL = "positive, but smaller than what matters"
    DOES_NOT_SURVIVE_CORRECTION = "does not survive correction for several links"
    FEEDBACK = "the reverse link is relevant"
    LOST_MANY = "many transitions were lost"
    TESTED_ON_EVERYBODY = "tested on everybody"
    """The theory claims the link for a subgroup that the data do not single out."""
    FEW_RATERS = "few raters"
    SAME_RATER = "answers by the same professional only"
    ANSWERED_LATE = "first answers came after the start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """One coefficient with its uncertainty, oriented so that + is the declared direction.

    `unit` says what one is: of a start "sd per start", "steps", "percentage points"; of a level "sd per
    sd", "steps per step", "percentage points per sd" (a goal), "percentage points per step"; and
    "share", "above promise", "points above promise".
    `low`/`high` are the 95 % interval, `low90`/`high90` the 90 % one; t with `degrees`.
    `name` says which model (a key of `vocabulary/words/evaluation.py`).
    """

    name: str
    role: Role
    value: float
    se: float
    degrees: float
    low: float
    high: float
    low90: float
    high90: float
    unit: str
    persons: int
    rows: int
    clusters: int
    lag: int | None = None
    first_stage: float | None = None
    raw_value: float | None = None
    raw_se: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A test that ran: what was compared, the numbers, and where the interval lies.

    `smallest` is d as declared (in the estimate's unit); `smallest_high` and `smallest_low` are d
    on the observed scale under the highest and the lowest reliability held possible, the lowest also
    as little of it as those who started can have come to (`exposure`). `mde` is the smallest number
    found with 80 % power, as it is seen, and `mde_true` the true effect behind it; `n_needed` citizens
    would decide between nothing and twice the smallest effect. `lost` counts transitions not used, by reason.
    """

    __test__ = False

    test: Test
    basis: Basis
    estimates: tuple[Estimate, ...]
    verdict: Verdict
    uncapped: Verdict
    smallest: float
    smallest_high: float
    smallest_low: float
    mde: float
    n_needed: int | None
    p: float
    p_equivalence: float
    caps: tuple[Cap, ...] = ()
    flags: tuple[Flag, ...] = ()
    lost: Mapping[str, int] = field(default_factory=dict, hash=False)
    reliability: float | None = None
    moderations: tuple[Moderation, ...] = ()
    shifted: tuple[Shifted, ...] = ()
    bounds: Bounds | None = None
    exposure: Exposure | None = None
    lead: Lead | None = None
    robustness: Robustness | None = None
    unheld: tuple[str, ...] = ()
    """The effect's other declared causes that the data do not have: they are not held still."""
    bars: tuple[Cap, ...] = ()
    """What keeps more citizens from deciding; `n_needed` is then None."""
    drawn_again: bool = False
    """Whether the interval is from drawing the lot again, because the groups are small."""

    @property
    def deciding(self) -> Estimate:
        return next(each for each in self.estimates if each.role is Role.DECIDING)

    @property
    def mde_true(self) -> float | None:
        """The smallest true effect found with 80 % power: so much is behind `mde` when least is seen of it.

        None where nothing may be seen of a true effect, however large.
        """
        if self.smallest <= 0:
            return self.mde
        return self.mde * self.smallest / self.smallest_low if self.smallest_low > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMeasured:
    """A test that could not run, and why. `facts` fill the reason's sentence.

    `seen` is the number there was all the same, where it says nothing of the theory because what was
    promised was not delivered.
    """

    reason: Reason
    test: Test | None = None
    facts: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)
    seen: Estimate | None = None


LinkResult = Tested | NotMeasured


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one link, from the results of all its tests (all must hold)."""

    link: str
    verdict: Verdict
    results: tuple[LinkResult, ...]
    holm_p: float | None = None
    holm_p_equivalence: float | None = None
    flags: tuple[Flag, ...] = ()
    caps: tuple[Cap, ...] = ()
    post_hoc: bool = False
    """Whether this link's test was not frozen, just so, before the first data row."""
    never: tuple[Never, ...] = ()
    """What must not be concluded from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What was promised of an activity, output or required moderator, and what was delivered.

    `outcome`: "delivered", "not delivered", "unclear", "declared but not delivered",
    "delivered but not declared", "rarely met" (a required condition nobody promised a share of).
    Shares and means with their 95 % interval.
    """

    subject: str
    what: str
    promised: float | None
    value: float | None
    low: float | None
    high: float | None
    persons: int
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progression:
    """How answers moved from first to last måling, same persons. Progression is not effect.

    `up` and `down` are of the answers as they are given; where `low_is_good`, down is forward.
    """

    indicator: str
    persons: int
    up: int | None
    same: int | None
    down: int | None
    means: tuple[tuple[int, float | None, int | None], ...] = ()
    """(måling, mean, persons) — suppressed cells are None."""
    low_is_good: bool = False

    @property
    def forward(self) -> int | None:
        """How many moved towards what is wished for."""
        return self.down if self.low_is_good else self.up

    @property
    def back(self) -> int | None:
        """How many moved away from what is wished for."""
        return self.up if self.low_is_good else self.down


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """Hashes of what the evaluation rests on, and the software's versions."""

    theory: str
    plan: str
    data: str
    software: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One holding of the data against a theory version.

    `post_hoc` is True when no plan was frozen before the data (requirements U22). A number of people
    below `smallest_cell` is never kept: `persons` is then 0, and so is `measurements`.
    """

    theory: str
    version: int
    number: int
    date: str
    post_hoc: bool
    persons: int
    measurements: int
    first_date: str
    last_date: str
    judgements: tuple[Judgement, ...]
    fingerprints: Fingerprints
    deliveries: tuple[Delivery, ...] = ()
    progressions: tuple[Progression, ...] = ()
    synthetic: bool = False
    absent: tuple[AbsentLink, ...] = ()
    """What the theory implies by the arrows it does not draw."""
    absent_left_out: bool = False
    """Whether there are more pairs without an arrow than are tested."""
    chains: tuple[Chain, ...] = ()
    chains_left_out: bool = False
    """Whether there are more ways from delindsats to slutmål than are judged."""
    totals: tuple[Total, ...] = ()
    diagnosis: Diagnosis | None = None
    quality: Quality | None = None
    smallest_cell: int = 5

    def judgement(self, link: str) -> Judgement | None:
        """Return the judgement of a link written `a -> b`, or None."""
        return next((each for each in self.judgements if each.link == link), None)

    def count(self, verdict: Verdict) -> int:
        return sum(each.verdict is verdict for each in self.judgements)
