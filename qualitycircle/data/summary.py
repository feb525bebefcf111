"""What was read, in numbers about groups: nothing about a person, nothing a person said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualitycircle.project import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSummary:
    """One table: its files, rows read and used, and what was set aside by reason.

    Keys of `aside` are finding codes, `other theory` for rows about another theory, or `empty` for
    rows that lack what the table is about. A row of a wide table holds several answers, so more can
    be set aside than there are rows.
    """

    table: Table
    files: tuple[str, ...]
    read: int
    used: int
    aside: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSummary:
    """How one question was met: answers by status, and how many persons answered."""

    indicator: str
    answered: int = 0
    refused: int = 0
    do_not_know: int = 0
    missing: int = 0
    persons: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What stands behind an element or a moderator; `found` False: nothing was observed."""

    subject: str
    what: str
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSummary:
    """The data held against a theory, in numbers."""

    tables: tuple[TableSummary, ...] = ()
    missing_tables: tuple[Table, ...] = ()
    persons: int = 0
    measurements: int = 0
    answers: int = 0
    first_date: str = ""
    last_date: str = ""
    rounds: tuple[tuple[str, int], ...] = ()
    """Each måling's label and how many persons it has."""
    indicators: tuple[IndicatorSummary, ...] = ()
    uses: tuple[Use, ...] = ()
