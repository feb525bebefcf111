"""What is wrong with a text or a data file, and where: values, never exceptions.

A finding carries a stable code, a place and the facts. The sentence is made from these by
`qualitycircle.rendering.messages` in the reader's language, so that the same finding can be a line
in a terminal, an annotation in GitHub or a row in JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

Fact = str | int | tuple[str, ...]


class Severity(Enum):
    """How much a finding matters: an error cannot be read, drawn or tested as meant."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A span in a file: `line` and `column` count from 1; 0 means the file as a whole.

    `file` is relative to the project's folder, with `/`, so that output is the same everywhere.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        return ":".join([self.file, *(str(each) for each in (self.line, self.column) if each)])


NOWHERE = Place(file="")


@dataclass(frozen=True, slots=True)
class Code:
    """A stable name for one thing that can be wrong (`QC201`) and how much it matters."""

    id: str
    severity: Severity

    def __str__(self) -> str:
        return self.id


def error(id: str) -> Code:
    """Return a code whose findings cannot be ignored."""
    return Code(id, Severity.ERROR)


def warning(id: str) -> Code:
    """Return a code whose findings fail only under `--strict`."""
    return Code(id, Severity.WARNING)


def note(id: str) -> Code:
    """Return a code whose findings never fail."""
    return Code(id, Severity.NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, where, and the facts its sentence needs.

    `snippet` is the line as the author wrote it; findings in data leave it empty, because a line
    of data is about a person. `severity` is the code's unless something else is said (a draft
    softens what is missing to a warning; a warning that the theory accepts, with the reason in
    `accepted`, is a note).
    """

    code: Code
    place: Place
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)
    snippet: str = ""
    softened: bool = False
    accepted: str = ""

    @property
    def severity(self) -> Severity:
        if self.accepted and self.code.severity is Severity.WARNING:
            return Severity.NOTE
        if self.softened and self.code.severity is Severity.ERROR:
            return Severity.WARNING
        return self.code.severity


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order a reader meets them: file, line, column, code; no repeats."""
    unique: dict[tuple[object, ...], Finding] = {}
    for each in findings:
        facts = tuple(sorted((key, str(value)) for key, value in each.facts.items()))
        unique.setdefault((each.place, each.code.id, facts), each)
    return tuple(sorted(unique.values(), key=lambda each: (each.place, each.code.id)))


def has_errors(findings: Iterable[Finding], *, strict: bool = False) -> bool:
    """Say whether any finding is an error (or, when strict, a warning)."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(each.severity in failing for each in findings)
