"""What the data say about a link, in the words of `rendering.verdicts`, laid out for a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from qualitycircle.evaluation.values import (
    Estimate,
    Evaluation,
    Judgement,
    NotMeasured,
    Tested,
    Verdict,
)
from qualitycircle.expectation import Measure
from qualitycircle.indicators import Indicators
from qualitycircle.rendering import verdicts
from qualitycircle.rendering.beside import beside
from qualitycircle.rendering.conditions import flag_sentence
from qualitycircle.rendering.naming import in_brackets, with_ends
from qualitycircle.rendering.others import others
from qualitycircle.rendering.power import power, seen
from qualitycircle.rendering.units import unit
from qualitycircle.rendering.verdict_table import smallest
from qualitycircle.site import drawings
from qualitycircle.site.markup import chip, facts, plain
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.words import evaluation as said
from qualitycircle.vocabulary.words import site as words

_FURTHEST = 8.0
"""Where a drawing ends: an interval that goes further is cut there."""


def verdict_mark(verdict: Verdict, language: Language) -> str:
    return drawings.mark(verdict, verdicts.mark(verdict), verdicts.label(verdict, language))


def verdict(judgement: Judgement, language: Language) -> str:
    """Return a link's verdict, and that its test was chosen after the data were seen, where it was."""
    mark = verdict_mark(judgement.verdict, language)
    return f"{mark} {chip(said.POST_HOC_LABEL.say(language))}" if judgement.post_hoc else mark


def tally(evaluation: Evaluation, language: Language) -> str:
    """Return the counts of the six verdicts as a drawing with words."""
    return drawings.tally(
        (each, verdicts.mark(each), evaluation.count(each), verdicts.label(each, language))
        for each in Verdict
    )


def counts(evaluation: Evaluation, language: Language) -> str:
    """Return the verdicts that occur, in words: "3 understøttet, 1 uafgjort"."""
    found = ((verdict, evaluation.count(verdict)) for verdict in Verdict)
    return ", ".join(f"{count} {verdicts.label(verdict, language)}" for verdict, count in found if count)


def rests_on(sheet: Sheet, evaluation: Evaluation) -> str:
    """Return on whom an evaluation rests, and what a reader must know before its verdicts."""
    text = sheet.say(
        words.EVALUATED,
        persons=sheet.few(evaluation.persons or None),
        first=sheet.date(evaluation.first_date),
        last=sheet.date(evaluation.last_date),
        version=evaluation.version,
    )
    synthetic = f"**{sheet.say(said.SYNTHETIC)}**" if evaluation.synthetic else ""
    post_hoc = f"**{sheet.say(said.POST_HOC)}**" if evaluation.post_hoc else ""
    return " ".join(each for each in (text, synthetic, post_hoc) if each)


def drawn(judgement: Judgement | None) -> tuple[Tested, ...]:
    """Return the tests of a link that gave an estimate."""
    results = judgement.results if judgement else ()
    return tuple(each for each in results if isinstance(each, Tested))


def reach(evaluation: Evaluation | None) -> float:
    """Return how far drawings of an evaluation reach, in smallest effects: the same for all of them."""
    ends = [
        max(abs(each.deciding.low), abs(each.deciding.high)) / _counted_in(each)
        for judgement in (evaluation.judgements if evaluation else ())
        for each in drawn(judgement)
        if _counted_in(each) > 0
    ]
    return min(_FURTHEST, max([2.0, *ends]) * 1.05)


def _counted_in(tested: Tested) -> float:
    """Return what drawings are counted in: the smallest effect as it is seen, which verdicts rest on."""
    return tested.smallest_high or tested.smallest


def interval(tested: Tested, language: Language, *, reach: float) -> str:
    """Return the estimate drawn with its interval; nothing when no smallest effect is known."""
    deciding, unit = tested.deciding, _counted_in(tested)
    if unit <= 0:
        return ""
    ends = (deciding.low / unit, deciding.value / unit, deciding.high / unit)
    return drawings.interval(*ends, reach=reach, label=interval_words(deciding, language))


def interval_words(estimate: Estimate, language: Language) -> str:
    """Return the estimate and its interval as text."""
    return words.INTERVAL_SAYS.say(
        language, **with_ends(estimate.value, estimate.low, estimate.high, language)
    )


def in_a_table(sheet: Sheet, tested: Tested) -> str:
    """Return an estimate with its interval and unit as a table has it."""
    found = tested.deciding
    told = in_brackets(found.value, found.low, found.high, sheet.language).replace("; ", ";\u00a0")
    return plain(f"{told} {_unit(sheet, tested)}")


def smallest_in_a_table(tested: Tested, language: Language) -> str:
    """Return the smallest effect, and what is seen of it where the verdict rests on that."""
    return plain(smallest(tested, language)) if tested.smallest else ""


def short_reasons(judgement: Judgement, language: Language) -> str:
    """Return in few words why tests of a link could not run."""
    return plain(verdicts.reason_label(judgement, language))


def account(sheet: Sheet, theory: Theory, judgement: Judgement, *, reach: float) -> Iterable[str]:
    """Return the full account of a link: verdict, numbers, comparison, assumptions, limits."""
    language = sheet.language
    cause, effect = verdicts.ends(judgement.link, theory)
    sentence = verdicts.sentence(judgement).say(language, cause=cause, effect=effect)
    yield verdict(judgement, language)
    yield plain(sentence)
    if judgement.post_hoc:
        yield plain(said.POST_HOC_LINK.say(language))
    for flag in judgement.flags:
        text = flag_sentence(flag, judgement, theory, language)
        yield plain(said.ACCOUNT["also"].say(language, text=text))
    for each in judgement.results:
        match each:
            case Tested():
                yield interval(each, language, reach=reach)
                yield facts((sheet.say(name), value) for name, value in _tested(sheet, theory, each))
            case NotMeasured():
                yield plain(verdicts.why(each, theory, language))
                yield from map(plain, verdicts.seen(each, language, _indicators(sheet)))
            case _:
                assert_never(each)


def _tested(sheet: Sheet, theory: Theory, tested: Tested) -> Iterable[tuple[Text, str]]:
    language = sheet.language
    compared = verdicts.compared_in(tested)
    ends = {each: verdicts.name(measure.element, theory) for each, measure in _ends(tested)}
    yield words.ESTIMATE, _estimate(sheet, tested)
    yield words.SMALLEST, _smallest(sheet, tested)
    yield words.CITIZENS, sheet.few(tested.deciding.persons or None)
    yield words.MEASUREMENTS, sheet.few(tested.deciding.rows or None)
    yield words.MEASURED_BY, "; ".join(_seen(sheet, theory, measure) for _, measure in _ends(tested))
    yield words.COMPARED, plain(compared.what.say(language, **ends))
    yield words.NOT_HELD, plain(" ".join(verdicts.not_held(tested, theory, language)))
    yield words.RESTS_ON, plain(said.BASES[tested.basis.value].sentence.say(language))
    yield words.ASSUMES, plain(compared.assumes.say(language, **ends))
    yield words.NOT_CONCLUDE, plain(compared.never.say(language, **ends))
    yield words.CAPPED, plain(" ".join(said.CAPS[each.value].sentence.say(language) for each in tested.caps))
    yield words.CAN_SEE, plain(" ".join(power(tested, language, _indicators(sheet))))
    yield words.OTHERS, plain("; ".join(others(tested, theory, language)))
    yield words.BESIDE, plain(" ".join(beside(tested, theory, language, _indicators(sheet))))
    yield words.NOT_USED_ROWS, _lost(sheet, tested)


def _ends(tested: Tested) -> tuple[tuple[str, Measure], ...]:
    return ("cause", tested.test.cause), ("effect", tested.test.effect)


def _indicators(sheet: Sheet) -> Indicators:
    return sheet.contents.project.indicators


def _unit(sheet: Sheet, tested: Tested) -> str:
    return unit(tested.deciding.unit, tested.test, _indicators(sheet), sheet.language)


def _estimate(sheet: Sheet, tested: Tested) -> str:
    numbers = interval_words(tested.deciding, sheet.language)
    told = [f"{numbers} {_unit(sheet, tested)}", *verdicts.spanning(tested.deciding, sheet.language)]
    return plain(". ".join(told))


def _smallest(sheet: Sheet, tested: Tested) -> str:
    if tested.smallest <= 0:
        return ""
    number = verdicts.number(tested.smallest, sheet.language)
    whose = "" if tested.test.smallest_declared else f" ({sheet.say(words.DEFAULT_NOT_YOURS)})"
    told = f"{number} {_unit(sheet, tested)}{whose}"
    return plain(". ".join(each for each in (told, seen(tested, sheet.language)) if each))


def _seen(sheet: Sheet, theory: Theory, measure: Measure) -> str:
    if measure.activity:
        name = verdicts.name(measure.activity, theory)
        return plain(said.ACCOUNT["start"].say(sheet.language, name=name))
    return ", ".join(sheet.to_indicator(each) for each in measure.indicators)


def _lost(sheet: Sheet, tested: Tested) -> str:
    return "; ".join(
        f"{sheet.few(count)} {plain(said.LOST[reason].say(sheet.language))}"
        for reason, count in tested.lost.items()
        if count
    )
