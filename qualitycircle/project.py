"""A project: the folder of a provider, as `circle.yml` describes it.

Our word to the left, yours to the right: `data` says where each table of what was observed lies and
which of the provider's columns and codes mean what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.findings import NOWHERE, Place
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Moderator, Theory
from qualitycircle.vocabulary.language import Language


class Table(Enum):
    """The eight tables the seeds presuppose, and the register (requirements A13)."""

    PERSONS = "persons"
    COURSES = "courses"
    PARTICIPATION = "participation"
    MEASUREMENTS = "measurements"
    MODERATORS = "moderators"
    GOALS = "goals"
    CASEWORKERS = "caseworkers"
    CHANNELS = "channels"
    REGISTER = "register"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSource:
    """One place a table comes from; a table may have several.

    `columns` maps our English column name to the provider's (`date` -> `Dato`; the placeholder
    `<runde>` means one column per round). `indicators` maps an indicator id to its column (wide
    tables); `options` maps a multi-select indicator to {option: column}. `codes` maps our column (or
    an indicator id) to {our value: provider's values}. `always` gives a column one value throughout.
    """

    table: Table
    file: str
    sheet: str = ""
    person: str = ""
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    indicators: Mapping[str, str] = field(default_factory=dict, hash=False)
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    codes: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict, hash=False)
    always: Mapping[str, str] = field(default_factory=dict, hash=False)
    separator: str = ""
    date_format: str = ""
    statuses: str = ""
    other_exits: tuple[str, ...] = ()
    end_of_follow_up: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """The key that turns CPR numbers into pseudonyms, and the smallest cell that may be shown."""

    key_file: str = ""
    smallest_cell: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """What a laboratory starts, and how its effect is to be documented (KL 2011 p3-5).

    `method` is `new`, or `existing`: one that is already used and is now documented (p1).
    """

    name: str = ""
    design: str = ""
    method: str = ""
    theories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Spor: one line of inquiry in a laboratory; a theme across tracks has the same shape (KL 2011)."""

    id: str
    name: str
    theories: tuple[str, ...] = ()
    station: str = ""
    themes: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    inspiration: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laboratory:
    """A portfolio of theories (KL, VidensLaboratorium 2011)."""

    vision: str = ""
    success: tuple[str, ...] = ()
    tracks: tuple[Track, ...] = ()
    themes: tuple[Track, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `circle.yml` says."""

    id: str
    name: str = ""
    language: Language = "da"
    provider: str = ""
    commissioner: str = ""
    roles: Mapping[str, str] = field(default_factory=dict, hash=False)
    privacy: Privacy = Privacy()
    tables: tuple[TableSource, ...] = ()
    synthetic: bool = False
    """Whether the data are made up (`data: {konstruerede: ja}`); said wherever a number is shown."""
    laboratory: Laboratory | None = None
    place: Place = field(default=NOWHERE, compare=False)

    def sources(self, table: Table) -> tuple[TableSource, ...]:
        """Return the places one table comes from."""
        return tuple(each for each in self.tables if each.table is table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything a project's texts say: settings, theories, indicators, shared moderators.

    `root` is the folder's absolute path as text. Theories hold their own resolved moderators and
    activities; `library` keeps the shared ones for the site's pages.
    """

    root: str
    settings: Settings
    theories: tuple[Theory, ...] = ()
    indicators: Indicators = field(default_factory=Indicators)
    library: tuple[Moderator, ...] = ()

    def theory(self, id: str) -> Theory | None:
        """Return the theory with this id, or None."""
        return next((each for each in self.theories if each.id == id), None)
