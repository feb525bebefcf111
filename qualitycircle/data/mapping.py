"""Our word to the left, yours to the right: a provider's columns and codes read as ours.

A column called by our own word (Danish, ASCII or English) needs no mapping. `<runde>` in a column
name stands for one column per round; each round then becomes a view of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qualitycircle.data.columns import Batch, Column, constant
from qualitycircle.project import TableSource
from qualitycircle.vocabulary.spelling import fold, nearest
from qualitycircle.vocabulary.words.data import COLUMNS

ROUND = re.compile(r"<(?:runde|round)>")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class View:
    """A batch seen through a mapping, for one round when the round stands in the column names."""

    batch: Batch
    source: TableSource
    names: Mapping[str, str]
    indicators: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    round: str | None = None

    @property
    def length(self) -> int:
        return len(self.batch.rows)

    def column(self, ours: str) -> Column | None:
        """Return one of our columns, in our codes; None when there is none."""
        if ours == "round" and self.round is not None:
            return constant(self.round, self.length)
        if (name := self.names.get(ours)) is not None:
            return recoded(self.batch.columns[name], self.source.codes.get(ours, {}))
        if ours in self.source.always:
            return constant(self.source.always[ours], self.length)
        return None

    def recoded(self, name: str, indicator: str) -> Column:
        """Return an indicator's own column, in our codes for it and for values."""
        codes = {**self.source.codes.get("value", {}), **self.source.codes.get(indicator, {})}
        return recoded(self.batch.columns[name], codes)

    def place(self, ours: str) -> tuple[str, int]:
        """Return the provider's name of our column and where it stands in the file."""
        name = self.names.get(ours, "")
        return name, self.batch.position(name)


@dataclass(frozen=True, slots=True)
class MissingColumn:
    """A column the mapping names and the file lacks."""

    name: str
    suggestion: str


def recoded(column: Column, codes: Mapping[str, Sequence[str]]) -> Column:
    """Return a column with the provider's codes replaced by ours."""
    if not codes:
        return column
    exact = {theirs.strip(): ours for ours, several in codes.items() for theirs in several}
    loose = {fold(theirs): ours for theirs, ours in exact.items()}
    return column.reworded(lambda word: exact.get(word, loose.get(fold(word), word) if word else word))


def views(batch: Batch, source: TableSource) -> tuple[View, ...]:
    """Return the batch as the mapping sees it: one view, or one per round."""
    rounds = _rounds(batch, source)
    return tuple(_view(batch, source, each) for each in rounds or (None,))


def missing(batch: Batch, source: TableSource) -> tuple[MissingColumn, ...]:
    """Return the mapped columns that the file does not have."""
    wanted = [*source.columns.values(), *source.indicators.values()]
    wanted += [column for ticks in source.options.values() for column in ticks.values()]
    if source.person and "person" not in source.columns:
        wanted.append(source.person)
    absent = [each for each in dict.fromkeys(wanted) if not _stands(each, batch)]
    return tuple(MissingColumn(each, nearest(each, batch.names) or "") for each in absent)


def _stands(name: str, batch: Batch) -> bool:
    if ROUND.search(name):
        return any(_pattern(name).fullmatch(each) for each in batch.names)
    return "<" in name or name in batch.columns


def _pattern(name: str) -> re.Pattern[str]:
    before, after = ROUND.split(name, maxsplit=1)
    return re.compile(re.escape(before) + r"(.+?)" + re.escape(after))


def _rounds(batch: Batch, source: TableSource) -> tuple[str, ...]:
    """Return what stands where `<runde>` stands, in the order of the file's columns."""
    named = [*source.columns.values(), *source.indicators.values()]
    named += [column for ticks in source.options.values() for column in ticks.values()]
    patterns = [_pattern(each) for each in named if ROUND.search(each)]
    found = (pattern.fullmatch(name) for name in batch.names for pattern in patterns)
    return tuple(dict.fromkeys(match[1] for match in found if match))


def _view(batch: Batch, source: TableSource, round: str | None) -> View:
    def theirs(name: str) -> str | None:
        actual = ROUND.sub(round, name) if round is not None else name
        return actual if actual in batch.columns else None

    names = {ours: name for ours, each in source.columns.items() if (name := theirs(each)) is not None}
    person = source.columns.get("person") or source.person
    if person and person in batch.columns:
        names["person"] = person
    taken = set(names.values())
    for ours, name in _called_as_ours(batch).items():
        if ours not in source.columns and name not in taken and not (ours == "person" and person):
            names[ours] = name
    options = {
        indicator: {option: name for option, each in ticks.items() if (name := theirs(each)) is not None}
        for indicator, ticks in source.options.items()
    }
    indicators = {id: name for id, each in source.indicators.items() if (name := theirs(each)) is not None}
    label = _ours(round, source.codes.get("round", {})) if round is not None else None
    return View(batch=batch, source=source, names=names, indicators=indicators, options=options, round=label)


def _ours(word: str, codes: Mapping[str, Sequence[str]]) -> str:
    return next((ours for ours, theirs in codes.items() if word in theirs), word)


def _called_as_ours(batch: Batch) -> dict[str, str]:
    """Return our columns whose own word is a column of the file."""
    spelled = {fold(each): each for each in reversed(batch.names)}
    return {
        ours: spelled[fold(word)]
        for ours, words in COLUMNS.items()
        for word in words
        if fold(word) in spelled
    }
