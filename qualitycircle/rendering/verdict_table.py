"""The table of verdicts for a terminal: one line a link, and what must be known beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qualitycircle.evaluation.values import Evaluation, Judgement, Tested, Verdict
from qualitycircle.indicators import Indicators
from qualitycircle.rendering.people import people, thousands
from qualitycircle.rendering.power import decided_by
from qualitycircle.rendering.units import NO_INDICATORS, unit
from qualitycircle.rendering.verdicts import interval, label, leading, mark, note, number, reason_label
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import evaluation as words

_INDENT = " " * 5


class Row(NamedTuple):
    """One link as plain text; what is not known is an empty text. Links are named as they are written."""

    mark: str
    verdict: str
    link: str
    estimate: str
    smallest: str
    persons: str
    needed: str
    note: str


_TO_THE_RIGHT = {"smallest", "persons", "needed"}


def table_text(
    evaluation: Evaluation,
    language: Language,
    *,
    width: int = 100,
    indicators: Indicators = NO_INDICATORS,
) -> str:
    """Return the table as aligned text; notes stand at the end of the line, or beneath where it is narrow."""
    told = rows(evaluation, language, indicators)
    filled = [any(column) for column in zip(*told, strict=True)] or [True] * len(Row._fields)
    everything = [_only(headings(language), filled), *told]
    widths = [max(len(each) for each in column) for column in zip(*everything, strict=True)]
    beneath = sum(widths) + 2 * (len(widths) - 1) > width
    lines = [line for each in everything for line in _lines(each, widths, beneath=beneath)]
    return "\n".join([*_notices(evaluation, language), *lines, "", *_legend(told, language)])


def _only(head: Row, filled: Sequence[bool]) -> Row:
    """Return the headings of the columns that have anything in them."""
    return Row(*(each if shown else "" for each, shown in zip(head, filled, strict=True)))


def _legend(told: Sequence[Row], language: Language) -> Iterator[str]:
    """Return what the columns mean that have anything in them."""
    columns = [words.LEGEND_SMALLEST] if any(each.smallest for each in told) else []
    columns += [words.LEGEND_NEEDED] if any(each.needed for each in told) else []
    if columns:
        yield " ".join(each.say(language) for each in columns)
    if any("(" in each.smallest for each in told):
        yield words.LEGEND_SEEN.say(language)
    yield words.LEGEND.say(language)


def headings(language: Language) -> Row:
    """Return the headings of the table; the mark and the note have none."""
    said = {key: text.say(language) for key, text in words.HEADINGS.items()}
    return Row(mark="", note="", **said)


def rows(
    evaluation: Evaluation, language: Language, indicators: Indicators = NO_INDICATORS
) -> tuple[Row, ...]:
    """Return one row for each link, in the evaluation's order."""
    return tuple(_row(each, language, indicators, evaluation.smallest_cell) for each in evaluation.judgements)


def _lines(row: Row, widths: Sequence[int], *, beneath: bool) -> list[str]:
    cells = zip(Row._fields, row, widths, strict=True)
    placed = [
        cell.rjust(width) if field in _TO_THE_RIGHT else cell.ljust(width)
        for field, cell, width in cells
        if field != "note" and (width or field == "mark")
    ]
    line = "  ".join(placed)
    if not beneath:
        return [f"{line}  {row.note}".rstrip()]
    return [line.rstrip(), *([f"{_INDENT}{row.note}"] if row.note else [])]


def _notices(evaluation: Evaluation, language: Language) -> list[str]:
    found = [words.SYNTHETIC] if evaluation.synthetic else []
    found += [words.POST_HOC] if evaluation.post_hoc else []
    return [each.say(language) for each in found]


def _row(judged: Judgement, language: Language, indicators: Indicators, smallest_cell: int) -> Row:
    first = leading(judged)
    verdict = label(judged.verdict, language)
    if first is None:
        said = reason_label(judged, language)
        return Row(mark(judged.verdict), verdict, judged.link, "", "", "", "", said)
    told_in = unit(first.deciding.unit, first.test, indicators, language)
    return Row(
        mark=mark(judged.verdict),
        verdict=verdict,
        link=judged.link,
        estimate=f"{interval(first.deciding, language)} {told_in}",
        smallest=smallest(first, language) if first.smallest else "",
        persons=people(first.deciding.persons, language, smallest_cell),
        needed=_needed(first, language),
        note=note(judged, language),
    )


def _needed(tested: Tested, language: Language) -> str:
    """Return how many citizens would decide what is not decided; nothing where none would."""
    is_open = tested.verdict in {Verdict.UNDECIDED, Verdict.WEAK}
    return thousands(tested.n_needed, language) if is_open and tested.n_needed is not None else ""


def smallest(tested: Tested, language: Language) -> str:
    """Return the smallest effect, and what is seen of it where the verdict rests on that: `0,10 (0,06)`."""
    said, seen = number(tested.smallest, language), decided_by(tested, language)
    return f"{said} ({seen})" if seen else said
