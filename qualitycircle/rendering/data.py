"""The report of `circle data`: what was read, used and set aside, in numbers about groups.

Counts of persons under the project's smallest cell are not shown (default five), nor what would tell
one (decision 0014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qualitycircle.data.summary import DataSummary, IndicatorSummary, TableSummary
from qualitycircle.evaluation.small_cells import unshown
from qualitycircle.findings import Finding
from qualitycircle.rendering import messages
from qualitycircle.rendering.people import people, thousands
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
        _section(words.TABLES_READ.say(language), _tables(summary, language, smallest_cell)),
        _section(words.ROUNDS.say(language), _rounds(summary, language, smallest_cell)),
        _section(words.ANSWERS.say(language), _answers(summary, language, smallest_cell)),
        _section(words.USES.say(language), _uses(summary, language)),
        [words.FOUND.say(language, found=messages.summary(findings, language))],
    ]
    return "\n\n".join("\n".join(each) for each in sections if each) + "\n"


def _headline(summary: DataSummary, language: Language, smallest_cell: int) -> str:
    if not summary.measurements:
        return words.NOTHING_READ.say(language)
    few = summary.persons < smallest_cell
    return (words.HEADLINE_FEW if few else words.HEADLINE).say(
        language,
        measurements=thousands(summary.measurements, language),
        persons=people(summary.persons, language, smallest_cell),
        first=summary.first_date or "?",
        last=summary.last_date or "?",
    )


def _section(title: str, lines: Iterable[tuple[str, str]]) -> list[str]:
    told = list(lines)
    width = max((len(name) for name, _ in told), default=0)
    return [title, *(f"  {name.ljust(width)}  {text}".rstrip() for name, text in told)] if told else []


def _tables(summary: DataSummary, language: Language, smallest_cell: int) -> Iterator[tuple[str, str]]:
    """Yield the rows of each table; rows can be counted as people, so few are not told."""
    for each in summary.tables:
        name = words.TABLES[each.table.value].say(language)
        if summary.persons < smallest_cell or _is_small(each.read, each.used, smallest_cell):
            yield name, words.HIDDEN.say(language, limit=smallest_cell)
            continue
        read, used = thousands(each.read, language), thousands(each.used, language)
        yield name, words.ROWS.say(language, read=read, used=used)
        yield from _aside(each, language)
    if summary.missing_tables:
        absent = ", ".join(words.TABLES[each.value].say(language) for each in summary.missing_tables)
        yield words.NO_TABLE.say(language), absent


def _is_small(read: int, used: int, smallest_cell: int) -> bool:
    return 0 < read < smallest_cell or 0 < used < smallest_cell


def _aside(table: TableSummary, language: Language) -> Iterator[tuple[str, str]]:
    for code, count in table.aside.items():
        title = FINDINGS[code].title if code in FINDINGS else _REASONS[code]
        told = f"{thousands(count, language)} {words.ASIDE.say(language)}: {title.say(language)}"
        yield "", f"{told} [{code}]" if code in FINDINGS else told


def _rounds(summary: DataSummary, language: Language, smallest_cell: int) -> Iterator[tuple[str, str]]:
    counts = [count for _, count in summary.rounds]
    told = _counts(counts, language, smallest_cell, most=summary.persons)
    if counts and not any(told):
        yield "", words.ALL_HIDDEN.say(language, limit=smallest_cell)
        return
    for (label, _), count in zip(summary.rounds, told, strict=True):
        said = words.PERSONS.say(language, count=count) if count else words.COVERING.say(language)
        yield label, said


def _answers(summary: DataSummary, language: Language, smallest_cell: int) -> Iterator[tuple[str, str]]:
    for each in summary.indicators:
        if min(summary.persons, each.persons or summary.persons) < smallest_cell:
            yield each.indicator, words.HIDDEN.say(language, limit=smallest_cell)
            continue
        met = [(count, word) for count, word in _statuses(each, language) if count]
        told = _counts([count for count, _ in met], language, smallest_cell)
        parts = (
            f"{word}: {words.COVERING.say(language)}" if not text else f"{text} {word}"
            for (_, word), text in zip(met, told, strict=True)
        )
        yield (
            each.indicator,
            ", ".join(parts) if any(told) else words.ALL_HIDDEN.say(language, limit=smallest_cell),
        )


def _counts(
    counts: Sequence[int], language: Language, smallest_cell: int, *, most: int | None = None
) -> list[str]:
    """Return counts whose total is known, "" for those that would tell a small one."""
    hidden = unshown(counts, smallest_cell, most=most)
    if len(hidden) == len(counts):
        return [""] * len(counts)
    return [
        "" if at in hidden and count >= smallest_cell else people(count, language, smallest_cell)
        for at, count in enumerate(counts)
    ]


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
