"""The report of `circle data`: what was read, used and set aside, in numbers about groups.

Counts of persons under the project's smallest cell are not shown (default five).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qualitycircle.data.summary import DataSummary, IndicatorSummary, TableSummary
from qualitycircle.findings import Finding
from qualitycircle.rendering import messages
from qualitycircle.vocabulary.findings.data import FINDINGS
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import data as words

_REASONS = {"other theory": words.OTHER_THEORY, "empty": words.EMPTY}


def as_text(
    summary: DataSummary,
    findings: Sequence[Finding],
    language: Language,
    *,
    smallest_cell: int = 5,
) -> str:
    """Return the report as text; the findings themselves are told by `rendering.messages`."""
    sections = [
        [_headline(summary, language, smallest_cell)],
        _section(words.TABLES_READ.say(language), _tables(summary, language)),
        _section(words.ROUNDS.say(language), _rounds(summary, language, smallest_cell)),
        _section(words.ANSWERS.say(language), _answers(summary, language, smallest_cell)),
        _section(words.USES.say(language), _uses(summary, language)),
        [words.FOUND.say(language, found=messages.summary(findings, language))],
    ]
    return "\n\n".join("\n".join(each) for each in sections if each) + "\n"


def shown(count: int, language: Language, smallest_cell: int) -> str:
    """Return a count of persons, hidden when it is small but not none."""
    if 0 < count < smallest_cell:
        return words.FEW.say(language, limit=smallest_cell)
    return _thousands(count, language)


def _headline(summary: DataSummary, language: Language, smallest_cell: int) -> str:
    if not summary.measurements:
        return words.NOTHING_READ.say(language)
    return words.HEADLINE.say(
        language,
        measurements=shown(summary.measurements, language, smallest_cell),
        persons=shown(summary.persons, language, smallest_cell),
        first=summary.first_date or "?",
        last=summary.last_date or "?",
    )


def _section(title: str, lines: Iterable[tuple[str, str]]) -> list[str]:
    told = list(lines)
    width = max((len(name) for name, _ in told), default=0)
    return [title, *(f"  {name.ljust(width)}  {text}".rstrip() for name, text in told)] if told else []


def _tables(summary: DataSummary, language: Language) -> Iterator[tuple[str, str]]:
    for each in summary.tables:
        read, used = _thousands(each.read, language), _thousands(each.used, language)
        name = words.TABLES[each.table.value].say(language)
        yield name, words.ROWS.say(language, read=read, used=used)
        yield from _aside(each, language)
    if summary.missing_tables:
        absent = ", ".join(words.TABLES[each.value].say(language) for each in summary.missing_tables)
        yield words.NO_TABLE.say(language), absent


def _aside(table: TableSummary, language: Language) -> Iterator[tuple[str, str]]:
    for code, count in table.aside.items():
        title = FINDINGS[code].title if code in FINDINGS else _REASONS[code]
        told = f"{_thousands(count, language)} {words.ASIDE.say(language)}: {title.say(language)}"
        yield "", f"{told} [{code}]" if code in FINDINGS else told


def _rounds(summary: DataSummary, language: Language, smallest_cell: int) -> Iterator[tuple[str, str]]:
    for label, count in summary.rounds:
        yield label, words.PERSONS.say(language, count=shown(count, language, smallest_cell))


def _answers(summary: DataSummary, language: Language, smallest_cell: int) -> Iterator[tuple[str, str]]:
    for each in summary.indicators:
        parts = [
            f"{shown(count, language, smallest_cell)} {word}"
            for count, word in _statuses(each, language)
            if count
        ]
        yield each.indicator, ", ".join(parts)


def _statuses(each: IndicatorSummary, language: Language) -> tuple[tuple[int, str], ...]:
    return (
        (each.answered, words.ANSWERED.say(language)),
        (each.refused, words.REFUSED.say(language)),
        (each.do_not_know, words.DO_NOT_KNOW.say(language)),
        (each.missing, words.MISSING.say(language)),
    )


def _uses(summary: DataSummary, language: Language) -> Iterator[tuple[str, str]]:
    for each in summary.uses:
        what = words.PARTICIPATION.say(language) if each.what == "participation" else each.what
        yield each.subject, what if each.found else f"{what}: {words.NOT_FOUND.say(language)}"


def _thousands(count: int, language: Language) -> str:
    return f"{count:,}".replace(",", ".") if language == "da" else f"{count:,}"
