"""What a claim or an indicator rests on: sources, and evidence for and against.

Evidence is stored flat, by type, and never ranked by itself (Kongsgaard, Beskæftigelsesfaglighed i
praksis, s3-6). Tests of qualitative evidence follow Befani & Stedman-Bryce (2017), process tracing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.findings import NOWHERE, Place


class EvidenceType(Enum):
    """The ten kinds of evidence, flat (Kongsgaard s3-4), and unknown."""

    METADESIGN = "meta-design"
    RANDOMISED = "randomised trial"
    QUASI_EXPERIMENT = "quasi-experiment"
    COURSE_OR_REGISTER = "course or register study"
    CROSS_SECTION = "cross-section"
    PROCESS_EVALUATION = "process evaluation"
    CASE_STUDY = "case study"
    EXPERIENCE = "experience"
    EXPERT = "expert assessment"
    USER = "user assessment"
    UNKNOWN = "unknown"


class KnowledgeFrom(Enum):
    """The four origins of a programme theory (New Insight s16)."""

    STAFF = "staff"
    STUDIES = "studies"
    EMPLOYERS = "employers"
    CITIZENS = "citizens"


class Speaks(Enum):
    """Which way a piece of evidence points."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"


class TracingTest(Enum):
    """How decisive a qualitative finding is (Van Evera 1997)."""

    STRAW = "straw in the wind"
    HOOP = "necessary"
    SMOKING_GUN = "decisive"
    DOUBLY_DECISIVE = "doubly decisive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and the place in it: `new-insight s34` is source `new-insight`, place `s34`."""

    source: str
    where: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return f"{self.source} {self.where}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document, a dataset or a body of experience that citations point to.

    `name` is the short name that a citation stands by (`BIP 2014`), where the title is long.
    """

    id: str
    name: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    year: int | None = None
    type: EvidenceType = EvidenceType.UNKNOWN
    knowledge_from: tuple[KnowledgeFrom, ...] = ()
    address: str = ""
    superseded_by: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def short(self) -> str:
        """Return what a citation calls it: the short name, else the title, else the id."""
        return self.name or self.title or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A finding from somewhere else that speaks for or against a claim.

    `type` None means the source's own type. `if_true` and `if_false` are ranges: how expected the
    finding is when the claim is true, and when it is false (each between 0 and 1).
    """

    citation: Citation
    speaks: Speaks = Speaks.FOR
    type: EvidenceType | None = None
    preliminary: bool = False
    finding: str = ""
    test: TracingTest | None = None
    observed: bool | None = None
    if_true: tuple[float, float] | None = None
    if_false: tuple[float, float] | None = None
    place: Place = field(default=NOWHERE, compare=False)


class NoEvidence(Enum):
    """Why a claim carries no evidence: nobody said, or it is a stated knowledge gap."""

    NOT_STATED = "not stated"
    KNOWLEDGE_GAP = "unknown"


EvidenceBase = tuple[Evidence, ...] | NoEvidence
