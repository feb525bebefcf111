"""The sentences about expectations and verdicts, as the pages want them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from qualitycircle.evaluation.values import Evaluation, Judgement, NotMeasured, Tested, Verdict
from qualitycircle.site import drawings
from qualitycircle.site.markup import facts, plain
from qualitycircle.site.sheet import Sheet
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.words import site as words

_FURTHEST = 8.0
"""Where a drawing ends: an interval that goes further is cut there."""


def verdict_name(verdict: Verdict, language: Language) -> str:
    return words.VERDICTS[verdict.value].say(language)


def verdict_mark(verdict: Verdict, language: Language) -> str:
    return drawings.mark(verdict, verdict_name(verdict, language))


def tally(evaluation: Evaluation, language: Language) -> str:
    """Return the counts of the six verdicts as a drawing with words."""
    return drawings.tally(
        (verdict, evaluation.count(verdict), verdict_name(verdict, language)) for verdict in Verdict
    )


def reasons(judgement: Judgement, language: Language) -> tuple[str, ...]:
    """Return why tests of a link could not run."""
    return tuple(plain(each.reason.value) for each in judgement.results if isinstance(each, NotMeasured))


def counts(evaluation: Evaluation, language: Language) -> str:
    """Return the verdicts that occur, in words: "3 understøttet, 1 uafgjort"."""
    found = ((verdict, evaluation.count(verdict)) for verdict in Verdict)
    return ", ".join(f"{count} {verdict_name(verdict, language)}" for verdict, count in found if count)


def rests_on(sheet: Sheet, evaluation: Evaluation) -> str:
    """Return on whom an evaluation rests, and what a reader must know before its verdicts."""
    said = sheet.say(
        words.EVALUATED,
        persons=sheet.few(evaluation.persons),
        first=sheet.date(evaluation.first_date),
        last=sheet.date(evaluation.last_date),
        version=evaluation.version,
    )
    synthetic = f"**{sheet.say(words.SYNTHETIC)}**" if evaluation.synthetic else ""
    post_hoc = f"**{sheet.say(words.POST_HOC)}**" if evaluation.post_hoc else ""
    return " ".join(each for each in (said, synthetic, post_hoc) if each)


def compared(tested: Tested) -> str:
    return plain(tested.basis.value)


def reach(evaluation: Evaluation | None) -> float:
    """Return how far drawings of an evaluation reach, in smallest effects: the same for all of them."""
    judgements = evaluation.judgements if evaluation else ()
    ends = [
        max(abs(each.deciding.low), abs(each.deciding.high)) / each.smallest
        for judgement in judgements
        for each in judgement.results
        if isinstance(each, Tested) and each.smallest > 0
    ]
    return min(_FURTHEST, max([2.0, *ends]) * 1.05)


def interval(sheet: Sheet, tested: Tested, *, reach: float) -> str:
    """Return the estimate drawn with its interval; nothing when no smallest effect is known."""
    deciding, unit = tested.deciding, tested.smallest
    if unit <= 0:
        return ""
    ends = (deciding.low / unit, deciding.value / unit, deciding.high / unit)
    return drawings.interval(*ends, reach=reach, label=interval_words(sheet, tested))


def interval_words(sheet: Sheet, tested: Tested) -> str:
    """Return the estimate and its interval as text, with the unit."""
    deciding = tested.deciding
    return sheet.say(
        words.INTERVAL_SAYS,
        value=sheet.number(deciding.value),
        low=sheet.number(deciding.low),
        high=sheet.number(deciding.high),
    )


def results(sheet: Sheet, judgement: Judgement, *, reach: float) -> Iterable[str]:
    """Return what was compared, the numbers, what it assumes and what must not be concluded."""
    for each in judgement.results:
        match each:
            case Tested():
                yield interval(sheet, each, reach=reach)
                yield facts((sheet.say(name), value) for name, value in _numbers(sheet, each))
            case NotMeasured():
                yield plain(each.reason.value)
            case _:
                assert_never(each)


def _numbers(sheet: Sheet, tested: Tested) -> Iterable[tuple[Text, str]]:
    deciding = tested.deciding
    yield words.ESTIMATE, interval_words(sheet, tested)
    yield words.SMALLEST, sheet.number(tested.smallest)
    yield words.CITIZENS, sheet.few(deciding.persons)
    yield words.TRANSITIONS, sheet.few(deciding.rows)
    yield words.COMPARED, compared(tested)
