"""The programme theory: elements, links with a reason, and moderators on the links.

The element kinds are those of New Insight s15 (indsats, delindsats, præstation, effekt, slutmål);
a moderator sits on links and is never an element of the chain. Everything is frozen: a correction
returns a new theory (`qualitycircle.theory.change`), so yesterday's evaluation never starts to lie.
`place` is where a value stands in its file; it takes no part in comparison.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from qualitycircle.evidence import Citation, EvidenceBase, NoEvidence, Source
from qualitycircle.findings import NOWHERE, Place
from qualitycircle.smallest import Smallest


class Kind(Enum):
    """The columns of the picture, left to right (indsats is the theory's root, not a column)."""

    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    GOAL = "goal"


class Status(Enum):
    """Whether a theory is still being written."""

    DRAFT = "draft"
    IN_USE = "in use"


class Relation(Enum):
    """`->` claims an influence; `~` only that two things move together (New Insight s35)."""

    INFLUENCES = "->"
    MOVES_WITH = "~"


class Sign(Enum):
    """More of the one gives more, or less, of the other, as they are measured."""

    UP = "increases"
    DOWN = "decreases"


class Expected(Enum):
    """What a moderator is expected to do to a link."""

    STRENGTHENS = "strengthens"
    WEAKENS = "weakens"
    REQUIRED = "required"


class Several(Enum):
    """How several indicators of one element count."""

    MEAN = "mean"
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """A choice and its reason: the one grammar `værdi, fordi begrundelse`."""

    value: str
    because: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return self.value


class Assignment(Enum):
    """How it was decided who gets an activity; decides which comparison is fair."""

    MEASURED_NEED = "measured need"
    STABLE_NEED = "stable need"
    RANDOMISED = "randomised"
    CAPACITY = "capacity"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a number counts as met: `mindst 80 %` is `at least 80 percent`."""

    comparison: str
    """`at least`, `at most`, `exactly`, or `is` for a named step."""
    value: float | str
    unit: str = ""
    because: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What was promised of an activity or output: coverage, dose, fidelity, or a condition."""

    coverage: str = ""
    dose: str = ""
    fidelity: str = ""
    condition: Condition | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something in the chain: what is done, delivered, changed or reached."""

    kind: ClassVar[Kind]
    id: str
    name: str
    definition: str = ""
    indicators: tuple[str, ...] = ()
    several: Several = Several.MEAN
    consists_of: tuple[str, ...] = ()
    responsible: str = ""
    source: Citation | None = None
    questions: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    indicator_places: tuple[Place, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Element):
    """Delindsats: a part of the effort."""

    kind: ClassVar[Kind] = Kind.ACTIVITY
    content: str = ""
    phase: str = ""
    before: tuple[str, ...] = ()
    alongside: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sector: str = ""
    setting: str = ""
    assignment: Assignment = Assignment.UNKNOWN
    assignment_because: str = ""
    assignment_declared: bool = False
    assigned_per: str = ""
    promised: Promise | None = None
    method: str = ""
    cost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Element):
    """Præstation: what is delivered or attended.

    `wanted_up`: whether more of it is wished for; None when it does not say, and is as its indicators.
    """

    kind: ClassVar[Kind] = Kind.OUTPUT
    promised: Promise | None = None
    wanted_up: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Element):
    """Effekt: a change in the citizen (or in the caseworker, when `in_whom` says so).

    `wanted_up`: whether more of it is wished for; None when it does not say, and is as its indicators.
    """

    kind: ClassVar[Kind] = Kind.OUTCOME
    in_whom: str = ""
    satisfied_at: str = ""
    wanted_up: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Element):
    """Slutmål: the final status, wished up or down."""

    kind: ClassVar[Kind] = Kind.GOAL
    wanted_up: bool = True
    within: str = ""
    follow_up: str = ""
    satisfied_at: str = ""
    competes_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A claim: more of `cause` gives more (or less) of `effect`, and why.

    Its identity is the pair (`id`); what is claimed about it belongs to a theory version.
    `seen_after` counts målinger: 1 is the next one, 0 the same. `declared_lag` is False when the
    default (1,) was taken, which is printed as "standard, ikke jeres".
    """

    cause: str
    effect: str
    relation: Relation = Relation.INFLUENCES
    sign: Sign = Sign.UP
    because: str = ""
    seen_after: tuple[int, ...] = (1,)
    declared_lag: bool = False
    within: str = ""
    smallest: Smallest | None = None
    when: str = ""
    applies_to: str = ""
    source: Citation | None = None
    evidence: EvidenceBase = NoEvidence.NOT_STATED
    questions: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def id(self) -> str:
        return f"{self.cause} {self.relation.value} {self.effect}"

    @property
    def pair(self) -> tuple[str, str]:
        """Return what identifies the link whatever is claimed: `~` has no direction."""
        if self.relation is Relation.MOVES_WITH and self.effect < self.cause:
            return (self.effect, self.cause)
        return (self.cause, self.effect)

    @property
    def is_stated(self) -> bool:
        """Say whether a source states this link; otherwise it is inferred by the author."""
        return self.source is not None or isinstance(self.evidence, tuple)

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A moderator on one link, and what it is expected to do there."""

    link: tuple[str, str]
    expected: Expected
    relation: Relation = Relation.INFLUENCES
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def link_id(self) -> str:
        return f"{self.link[0]} {self.relation.value} {self.link[1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderator:
    """A condition that strengthens, weakens or is required for links (New Insight s15)."""

    id: str
    name: str
    attachments: tuple[Attachment, ...] = ()
    requirement: str = ""
    responsible: str = ""
    domain: str = ""
    direction: str = ""
    indicators: tuple[str, ...] = ()
    several: Several = Several.MEAN
    met_when: Condition | None = None
    promised: Promise | None = None
    smallest_difference: Smallest | None = None
    consists_of: tuple[str, ...] = ()
    when: str = ""
    applies_to: str = ""
    source: Citation | None = None
    evidence: EvidenceBase = NoEvidence.NOT_STATED
    questions: tuple[str, ...] = ()
    from_library: bool = False
    place: Place = field(default=NOWHERE, compare=False)
    indicator_places: tuple[Place, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup:
    """For whom."""

    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    subgroups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """Indsats: the whole effort, the theory's root."""

    name: str
    description: str = ""
    content: str = ""
    sector: str = ""
    duration: str = ""
    method: str = ""
    cost: str = ""
    responsible: str = ""
    source: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementPlan:
    """When people are asked. `every` and `tolerance` in days; default about every three months."""

    every: int = 91
    tolerance: int = 45
    rounds: tuple[str, ...] = ()
    design: str = ""
    comparison: str = ""
    correct_after: str = ""
    declared: bool = False
    tolerance_declared: bool = field(default=False, compare=False)
    """Whether the tolerance is the theory's own; which number it is says what it means."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkPart:
    """One of the seven frames and its three tests (Kongsgaard s2)."""

    area: str
    requirement: str
    evidence: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What measuring may do to behaviour, its sign and the response (Kongsgaard s5)."""

    risk: str
    sign: str = ""
    response: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """Explicit notions of why and how an effort works (Dahler-Larsen & Krogstrup 2003)."""

    id: str
    title: str
    target_group: TargetGroup
    rationale: str
    intervention: Intervention
    elements: tuple[Element, ...] = ()
    links: tuple[Link, ...] = ()
    moderators: tuple[Moderator, ...] = ()
    version: int = 1
    status: Status = Status.IN_USE
    source: Citation | None = None
    provider: str = ""
    commissioner: str = ""
    problem: str = ""
    citizen_text: str = ""
    phases: tuple[str, ...] = ()
    plan: MeasurementPlan = MeasurementPlan()
    evidence: EvidenceBase = NoEvidence.NOT_STATED
    questions: tuple[str, ...] = ()
    framework: tuple[FrameworkPart, ...] = ()
    risks: tuple[Risk, ...] = ()
    sources: tuple[Source, ...] = ()
    accepted: Mapping[str, str] = field(default_factory=dict, hash=False)
    place: Place = field(default=NOWHERE, compare=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, hash=False)
    """Where each top-level key stands (canonical Danish key -> place), for findings."""
    unread: frozenset[str] = field(default=frozenset(), compare=False)
    """Top-level keys of which something could not be read: what seems missing in them may stand there."""

    def of_kind(self, kind: Kind) -> tuple[Element, ...]:
        """Return the elements of one column, in the author's order."""
        return tuple(each for each in self.elements if each.kind is kind)

    def element(self, id: str) -> Element | None:
        """Return the element with this id, or None."""
        return next((each for each in self.elements if each.id == id), None)

    def link(self, id: str) -> Link | None:
        """Return the link written `a -> b` or `a ~ b`, or None."""
        return next((each for each in self.links if each.id == id), None)

    def moderators_of(self, link: Link) -> tuple[tuple[Moderator, Attachment], ...]:
        """Return the moderators that sit on a link, and how."""
        return tuple(
            (moderator, attachment)
            for moderator in self.moderators
            for attachment in moderator.attachments
            if attachment.link_id == link.id
        )

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(each for each in self.elements if isinstance(each, Goal))
