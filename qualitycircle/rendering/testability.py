"""Which links can be tested, how, and why the others cannot: said before any data are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualitycircle.expectation import (
    Comparison,
    Expectation,
    Measure,
    ModeratorNotTestable,
    NotTestable,
    Test,
    Testable,
    Untestable,
    expectations,
    moderator_expectations,
    testable_count,
)
from qualitycircle.expectation.durations import weeks
from qualitycircle.expectation.smallest import told_in
from qualitycircle.indicators import Indicators, Respondent
from qualitycircle.smallest import Smallest
from qualitycircle.theory import Condition, Goal, Several, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.values import say
from qualitycircle.vocabulary.words import expectation as words
from qualitycircle.vocabulary.words.evaluation import UNITS

_TO_GOAL = frozenset({Comparison.LEVEL_TO_GOAL, Comparison.START_TO_GOAL})
_COUNTED = frozenset({Untestable.TOO_FEW_ROUNDS, Untestable.LAG_BEYOND_ROUNDS})
_WITHOUT_LAG = frozenset({*_TO_GOAL, Comparison.PROMISE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One link of the table. A link that cannot be tested has its reasons in `remarks`, all of them."""

    link: str
    testable: bool
    comparison: str = ""
    respondents: str = ""
    lags: str = ""
    smallest: str = ""
    remarks: tuple[str, ...] = ()


def headline(theory: Theory, indicators: Indicators, language: Language) -> str:
    """Return "10 af 11 sammenhænge kan testes", and how many only with unpublished questions."""
    expected = expectations(theory, indicators)
    count, total = testable_count(expected)
    template = words.HEADLINE_ONE if total == 1 else words.HEADLINE
    only_licensed = sum(bool(_slots(each, indicators)) for each in expected)
    rest = words.HEADLINE_SLOTS.say(language, count=only_licensed) if only_licensed else ""
    return template.say(language, count=count, total=total) + rest


def rows(theory: Theory, indicators: Indicators, language: Language) -> tuple[Row, ...]:
    """Return one row per link, in the theory's order."""
    without = [
        each for each in moderator_expectations(theory, indicators) if isinstance(each, ModeratorNotTestable)
    ]
    return tuple(
        _row(each, [one for one in without if one.link == each.link], theory, indicators, language)
        for each in expectations(theory, indicators)
    )


def as_text(theory: Theory, indicators: Indicators, language: Language) -> str:
    """Return the headline and a few lines for every link, for a terminal."""
    blocks = [f"{theory.id}: {headline(theory, indicators, language)}"]
    blocks += ["\n".join(_lines(each, language)) for each in rows(theory, indicators, language)]
    return "\n\n".join(blocks)


def reason(
    untestable: Untestable, about: str, theory: Theory, indicators: Indicators, language: Language
) -> str:
    """Return why a link cannot be tested, in words, with the names of what it concerns."""
    told = about if untestable in _COUNTED else _names(about.split(", "), theory, indicators, language)
    return words.REASONS[untestable.name].say(language, about=told)


def _names(ids: Iterable[str], theory: Theory, indicators: Indicators, language: Language) -> str:
    """Return elements, moderators and indicators by name; what nobody has named stands as its id."""
    named = {each.id: each.name for each in (*indicators, *theory.moderators, *theory.elements)}
    return ", ".join(words.NAMED.say(language, name=named[id]) if id in named else id for id in ids)


def _lines(row: Row, language: Language) -> Iterator[str]:
    yield row.link
    if row.testable:
        yield f"    {row.comparison}"
        cells = {"respondents": row.respondents, "lags": row.lags, "smallest": row.smallest}
        yield from (
            f"    {words.COLUMNS[name].say(language)}: {cell}" for name, cell in cells.items() if cell
        )
        yield from (f"    - {each}" for each in row.remarks)
    else:
        yield f"    {words.CANNOT.say(language, reasons='; '.join(row.remarks))}"


def _row(
    expected: Expectation,
    without: list[ModeratorNotTestable],
    theory: Theory,
    indicators: Indicators,
    language: Language,
) -> Row:
    match expected:
        case NotTestable():
            told = tuple(
                reason(each, about, theory, indicators, language) for each, about in expected.reasons
            )
            return Row(link=expected.link, testable=False, remarks=told)
        case Testable():
            first = expected.tests[0]
            return Row(
                link=expected.link,
                testable=True,
                comparison=words.COMPARISONS[first.comparison.value].say(language),
                respondents="; ".join(
                    dict.fromkeys(_pair(each, theory, language) for each in expected.tests)
                ),
                lags=_lags(first, theory, language),
                smallest=_smallest(first, language),
                remarks=tuple(dict.fromkeys(_remarks(expected, without, theory, indicators, language))),
            )


def _pair(test: Test, theory: Theory, language: Language) -> str:
    cause, effect = (_seen_by(each, theory, language) for each in (test.cause, test.effect))
    if cause == effect:
        return words.BOTH.say(language, who=cause)
    pair = words.TOGETHER if test.comparison is Comparison.TOGETHER else words.PAIR
    return pair.say(language, cause=cause, effect=effect)


def _seen_by(measure: Measure, theory: Theory, language: Language) -> str:
    if measure.activity:
        activity = theory.element(measure.activity)
        return words.START.say(language, activity=activity.name if activity else measure.activity)
    match measure.respondent:
        case None:
            return words.NOT_STATED.say(language)
        case Respondent.SYSTEM:
            return words.RECKONED.say(language)
        case respondent:
            return say("respondent", respondent.value, language)


def _lags(test: Test, theory: Theory, language: Language) -> str:
    if test.comparison in _TO_GOAL:
        told = words.WITHIN.say(language, weeks=test.horizon_weeks)
        return told if _has_horizon(test, theory) else told + _default(language)
    if test.comparison in _WITHOUT_LAG:
        return ""
    told = lags_text(test.lags, language)
    default = "" if test.lags_declared or test.comparison is Comparison.TOGETHER else _default(language)
    return told + default


def _has_horizon(test: Test, theory: Theory) -> bool:
    """Say whether the theory itself tells by when the goal is to be reached."""
    link, goal = theory.link(test.link), theory.element(test.effect.element)
    of_goal = goal.within if isinstance(goal, Goal) else ""
    return any(weeks(each) for each in (link.within if link else "", of_goal))


def lags_text(lags: Iterable[int], language: Language) -> str:
    """Return after how many målinger a link is to be seen: `ved næste måling`."""
    return ", ".join(_lag(each, language) for each in lags)


def _lag(lag: int, language: Language) -> str:
    if lag == 0:
        return words.SAME_ROUND.say(language)
    return words.NEXT_ROUND.say(language) if lag == 1 else words.LAG.say(language, lag=lag)


def _default(language: Language) -> str:
    return f" {words.DEFAULT.say(language)}"


def _smallest(test: Test, language: Language) -> str:
    if test.promise is not None:
        return words.PROMISED.say(language, promise=condition(test.promise, language))
    told = f"{number(test.smallest.value, language)} {UNITS[told_in(test)].say(language)}"
    return told + ("" if test.smallest_declared else _default(language))


def size(smallest: Smallest, language: Language) -> str:
    """Return `0,1 sd`."""
    return f"{number(smallest.value, language)} {say('effect_unit', smallest.unit.value, language)}"


def condition(met: Condition, language: Language) -> str:
    """Return `mindst 75 %`; of a named step only its name."""
    if met.comparison == "is":
        return str(met.value)
    comparison = say("comparison", met.comparison, language)
    value = met.value if isinstance(met.value, str) else number(met.value, language)
    return f"{comparison} {value} {say('unit', met.unit, language)}".strip()


def number(value: float, language: Language) -> str:
    """Return a number as it is written in the language: 0,5 in Danish."""
    written = f"{value:g}"
    return written.replace(".", ",") if language == "da" else written


def _remarks(
    expected: Testable,
    without: Iterable[ModeratorNotTestable],
    theory: Theory,
    indicators: Indicators,
    language: Language,
) -> Iterator[str]:
    for test in expected.tests:
        if test.same_informant:
            yield words.SAME_INFORMANT.say(language)
        if test.open_doors:
            yield words.OPEN_DOOR.say(
                language, elements=_names(test.open_doors, theory, indicators, language)
            )
        if test.applies_to:
            yield words.APPLIES_TO.say(language, subgroup=test.applies_to)
        for end in (test.cause, test.effect):
            yield from _ways(end, theory, indicators, language)
        if Several.ANY in (test.cause.several, test.effect.several):
            yield words.ONE_IS_ENOUGH.say(language)
    for id in _slots(expected, indicators):
        yield words.SLOT.say(language, indicator=_names((id,), theory, indicators, language))
    for each in without:
        told = "; ".join(reason(one, about, theory, indicators, language) for one, about in each.reasons)
        moderator = _names((each.moderator,), theory, indicators, language)
        yield words.MODERATOR_CANNOT.say(language, moderator=moderator, reasons=told)


def _ways(measure: Measure, theory: Theory, indicators: Indicators, language: Language) -> Iterator[str]:
    for each in measure.indicators:
        indicator = _names((each,), theory, indicators, language)
        if each in measure.turned:
            element = theory.element(measure.element)
            shown = element.name if element else measure.element
            yield words.TURNED.say(language, indicator=indicator, element=shown)
        elif each in measure.low_is_good:
            yield words.LOW_IS_GOOD.say(language, indicator=indicator)


def _slots(expected: Expectation, indicators: Indicators) -> tuple[str, ...]:
    """Return the indicators of a testable link whose wording is not published."""
    if isinstance(expected, NotTestable):
        return ()
    ids = (id for test in expected.tests for end in (test.cause, test.effect) for id in end.indicators)
    found = ((id, indicators.get(id)) for id in dict.fromkeys(ids))
    return tuple(id for id, indicator in found if indicator is not None and indicator.is_slot)
