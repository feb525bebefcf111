"""Scales and indicators: what is asked, of whom, and what an answer means.

Five classes of indicators and the scales of New Insight (s17, s20-26) and BIP (003 s4-13).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.evidence import Citation, Source
from qualitycircle.findings import NOWHERE, Place
from qualitycircle.smallest import Smallest


class IndicatorClass(Enum):
    """What an indicator is about (New Insight s17)."""

    BACKGROUND = "background"
    ACTIVITY = "activity"
    MODERATOR = "moderator"
    OUTCOME = "outcome"
    GOAL = "goal"


class Respondent(Enum):
    """Who answers. Two respondents are two answers, never one number (BIP 2014)."""

    CITIZEN = "citizen"
    STAFF = "staff"
    CASEWORKER = "caseworker"
    EMPLOYER = "employer"
    REGISTER = "register"
    SYSTEM = "system"
    TEST = "test"

    @property
    def rates(self) -> bool:
        """Say whether the answer is a professional's rating of somebody else."""
        return self in {Respondent.STAFF, Respondent.CASEWORKER}


class Wording(Enum):
    """Where the question's wording comes from; ours is never labelled as a source's."""

    PUBLISHED = "published"
    NOT_PUBLISHED = "not published"
    OWN = "own"


class Computation(Enum):
    """How a `beregnes` indicator is computed from the tables."""

    ATTENDED_OF_OFFERED = "attended of offered"
    COUNT = "count"
    WEEKS = "weeks"
    SHARE_STARTED = "share started"
    COMPLETED = "completed"
    SIMULTANEOUS_DAYS = "simultaneous days"
    WEEKS_IN_COURSE = "weeks in course"
    WEEKS_BEFORE_COMPANY = "weeks before company"
    CASEWORKER_COUNT = "number of caseworkers"
    OPTION_COUNT = "number of options"
    OPTION_CHOSEN = "chosen"
    OTHERS_MEAN = "mean for the caseworker's other citizens"
    WEEKS_WITH_STATUS = "weeks with status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """The reliability of one score (0-1) and why; `value` None: unknown."""

    value: float | None = None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentedRelation:
    """What a source has shown an indicator to be related to: associated, not influenced.

    A factor of progression must be related to job or education, well documented, and it must be
    influenceable (STAR 2017). `to` is in the author's words.
    """

    to: str
    citation: Citation
    preliminary: bool = False
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """Somebody's yes or no with the reason in `text`; `holds` None: a text that says neither."""

    holds: bool | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Three appraisals of an indicator, as KL asks for them (2013); None: not appraised.

    `precise`: precise and unambiguous. `relevant`: to what it is to show. `sufficient`: to show it.
    """

    precise: Appraisal | None = None
    relevant: Appraisal | None = None
    sufficient: Appraisal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Ordered steps, a number with a unit, or options to tick.

    `steps` are texts of named steps from `low` upwards. A scale with `options` is multi-select and
    has no order. `high` None: a count or measure without an upper end.
    """

    id: str
    low: float | None = None
    high: float | None = None
    steps: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    unit: str = ""
    high_means: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def is_choice(self) -> bool:
        return bool(self.options)

    @property
    def is_count(self) -> bool:
        """Say whether this counts or measures: it has a unit, or a beginning and no end."""
        return bool(self.unit) or (self.low is not None and self.high is None)

    @property
    def step_count(self) -> int | None:
        """Return how many whole steps the scale has, or None when it is not stepped."""
        if self.steps:
            return len(self.steps)
        if self.low is None or self.high is None or self.unit:
            return None
        return int(self.high - self.low) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """When a goal counts as reached: a status held some weeks in a row.

    Without `income`, no benefit means self-support, never job (statistics, reviewer point 12).
    """

    status: str
    income: bool | None = None
    industry: str = ""
    weeks_in_a_row: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An observable sign, with who answers, on which scale, and what is known about its quality.

    `steps` holds the anchor criteria of each step, word for word: {1: (criterion, ...), ...}.
    `wanted_up` is False where a low answer is the good one; `wanted_declared`, whether the author says.
    """

    id: str
    name: str
    catalogue: str = ""
    indicator_class: IndicatorClass | None = None
    respondent: Respondent | None = None
    domain: str = ""
    domain_presumed: str = ""
    scale: Scale | None = None
    scale_id: str = ""
    steps: Mapping[int, tuple[str, ...]] = field(default_factory=dict, hash=False)
    question: str = ""
    wording: Wording | None = None
    every: str = ""
    period: str = ""
    wanted_up: bool = True
    wanted_declared: bool = False
    influenceable: bool | None = None
    reliability: Reliability = Reliability()
    documented: tuple[DocumentedRelation, ...] = ()
    quality: Quality = Quality()
    smallest: Smallest | None = None
    instrument: str = ""
    computed: Computation | None = None
    of: tuple[str, ...] = ()
    option: str = ""
    status: str = ""
    event: Event | None = None
    source: Citation | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def wish(self) -> bool | None:
        """Say whether a high answer is the good one, or None when nobody has said."""
        return True if self.wanted_up and self.wanted_declared else None if self.wanted_up else False

    @property
    def is_slot(self) -> bool:
        """Say whether this is a named place whose wording is not public."""
        return self.wording is Wording.NOT_PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroupCode:
    """A target-group code with the years it was in use."""

    id: str
    name: str
    valid_from: int | None = None
    valid_to: int | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A file of scales and indicators that theories share."""

    id: str
    name: str = ""
    version: int = 1
    source: Citation | None = None
    total: Mapping[Respondent, int] = field(default_factory=dict, hash=False)
    domains: Mapping[str, str] = field(default_factory=dict, hash=False)
    scales: tuple[Scale, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    target_groups: tuple[TargetGroupCode, ...] = ()
    sources: tuple[Source, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Indicators:
    """All indicators of a project, found by id."""

    catalogues: tuple[Catalogue, ...] = ()

    def __iter__(self) -> Iterator[Indicator]:
        for catalogue in self.catalogues:
            yield from catalogue.indicators

    def get(self, id: str) -> Indicator | None:
        """Return the indicator with this id, or None."""
        return next((each for each in self if each.id == id), None)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self)
