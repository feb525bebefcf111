"""Verdicts in words: marks, labels, and the full account of one link.

Association is not influence, and progression is not effect: every account says what was compared,
what it assumes and what must not be concluded.
"""

from __future__ import annotations

from qualitycircle.evaluation.values import (
    Estimate,
    Judgement,
    LinkResult,
    NotMeasured,
    Reason,
    Tested,
    Verdict,
)
from qualitycircle.expectation import Comparison, Measure, Test
from qualitycircle.indicators import Indicators
from qualitycircle.rendering.beside import OF_LOTS, beside
from qualitycircle.rendering.conditions import flag_sentence
from qualitycircle.rendering.naming import in_brackets, with_ends
from qualitycircle.rendering.naming import name as name
from qualitycircle.rendering.naming import number as number
from qualitycircle.rendering.others import others
from qualitycircle.rendering.people import people, thousands
from qualitycircle.rendering.power import power
from qualitycircle.rendering.power import seen as seen_of_smallest
from qualitycircle.rendering.tracing import odds_text
from qualitycircle.rendering.units import NO_INDICATORS, named, unit
from qualitycircle.theory import Activity, Theory
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.words import evaluation as words
from qualitycircle.vocabulary.words import expectation as declared
from qualitycircle.vocabulary.words import whole as above

_LIKE = 1e-6
"""Ends that differ by less than this part of the interval lie equally far from the number."""


def mark(verdict: Verdict) -> str:
    """Return the verdict's mark: ✓ (✓) ✗ 0 ? or ·"""
    return words.MARKS[verdict.value]


def label(verdict: Verdict, language: Language) -> str:
    """Return the verdict's name."""
    return words.VERDICTS[verdict.value].label.say(language)


def leading(judged: Judgement) -> Tested | None:
    """Return the test that stands for the link: one with the link's own verdict, else the first that ran."""
    ran = [each for each in judged.results if isinstance(each, Tested)]
    return next((each for each in ran if each.verdict is judged.verdict), ran[0] if ran else None)


def reason_label(judged: Judgement, language: Language) -> str:
    """Return why a link was not measured, in a few words; as declared, also what is missing."""
    reasons = [each for each in judged.results if isinstance(each, NotMeasured)]
    return "; ".join(dict.fromkeys(_short(each, language) for each in reasons))


def _short(result: NotMeasured, language: Language) -> str:
    label = words.REASONS[result.reason.value].label.say(language)
    if result.reason is not Reason.NOT_TESTABLE or not result.facts:
        return label
    told = (declared.REASONS[key].say(language, about=about) for key, about in result.facts.items())
    return f"{label}: {', '.join(told)}"


def note(judged: Judgement, language: Language) -> str:
    """Return in a few words what a reader must know beside the verdict."""
    said = [words.POST_HOC_LABEL] if judged.post_hoc else []
    said += [words.CAPS[each.value].label for each in judged.caps]
    said += [words.FLAGS[each.value].label for each in judged.flags]
    return "; ".join(each.say(language) for each in said)


def account(
    judged: Judgement, theory: Theory, language: Language, indicators: Indicators = NO_INDICATORS
) -> str:
    """Return the full account of a link: verdict, numbers, comparison, assumptions, limits."""
    cause, effect = ends(judged.link, theory)
    verdict = words.VERDICTS[judged.verdict.value]
    first = f"{mark(judged.verdict)} {link_name(judged.link, theory)}: {verdict.label.say(language)}"
    parts = [first, sentence(judged).say(language, cause=cause, effect=effect)]
    parts += [words.POST_HOC_LINK.say(language)] if judged.post_hoc else []
    parts += [
        words.ACCOUNT["also"].say(language, text=flag_sentence(each, judged, theory, language))
        for each in judged.flags
    ]
    parts += [_result(each, theory, indicators, language) for each in judged.results]
    parts += limits(judged, language)
    parts += _qualitative(judged, theory, language)
    return "\n\n".join(parts) + "\n"


def _qualitative(judged: Judgement, theory: Theory, language: Language) -> list[str]:
    """Return what the link's qualitative findings do to the odds, beside the verdict."""
    link = theory.link(judged.link)
    said = odds_text(link.evidence, language) if link else ""
    return [said] if said else []


def limits(judged: Judgement, language: Language) -> list[str]:
    """Return what must not be concluded from a judgement, as one sentence; nothing when it is not said."""
    said = ", ".join(above.NEVER[each.value].say(language) for each in judged.never)
    return [above.NEVER_LEAD.say(language, limits=said)] if said else []


def sentence(judged: Judgement) -> Text:
    """Return the verdict's sentence; a promise has its own, because nothing was compared.

    What is as large as is seen of the smallest effect, but not as that itself, is told so.
    """
    first = leading(judged)
    if first is not None and first.test.comparison is Comparison.PROMISE:
        return words.PROMISES.get(judged.verdict.value, words.VERDICTS[judged.verdict.value].sentence)
    if any(_is_less(each) for each in judged.results if isinstance(each, Tested)):
        return words.SEEN_LESS.get(judged.verdict.value, words.VERDICTS[judged.verdict.value].sentence)
    return words.VERDICTS[judged.verdict.value].sentence


def _is_less(result: Tested) -> bool:
    """Say whether the number is smaller than the smallest effect, which itself would be seen as less."""
    return abs(result.deciding.value) < result.smallest


def _result(result: LinkResult, theory: Theory, indicators: Indicators, language: Language) -> str:
    match result:
        case NotMeasured():
            return _not_measured(result, theory, indicators, language)
        case Tested():
            return "\n".join(_tested(result, theory, indicators, language))


def _not_measured(result: NotMeasured, theory: Theory, indicators: Indicators, language: Language) -> str:
    said = words.ACCOUNT["because"].say(language, text=why(result, theory, language))
    return "\n".join([said, *seen(result, language, indicators)])


def seen(result: NotMeasured, language: Language, indicators: Indicators = NO_INDICATORS) -> list[str]:
    """Return the number there was all the same, and that it says nothing of the theory."""
    if result.seen is None:
        return []
    return [_estimate(result.seen, result.test, indicators, language), words.ACCOUNT["seen"].say(language)]


def why(result: NotMeasured, theory: Theory, language: Language) -> str:
    """Return why a test could not run, as a sentence with its facts."""
    if result.reason is Reason.NOT_TESTABLE:
        return _untestable(result, theory, language)
    facts: dict[str, object] = {}
    for key, value in result.facts.items():
        facts[key] = number(value, language) if isinstance(value, float) else value
    if "element" in facts:
        facts["element"] = name(str(facts["element"]), theory)
    if "unit" in facts:
        facts["unit"] = words.UNITS[str(facts["unit"])].say(language)
    if "table" in facts:
        facts["table"] = words.TABLES[str(facts["table"])].say(language)
    return words.REASONS[result.reason.value].sentence.say(language, **facts)


def _untestable(result: NotMeasured, theory: Theory, language: Language) -> str:
    """Return every reason why the link cannot be tested with what is declared."""
    said = words.REASONS[result.reason.value].sentence.say(language)
    reasons = (
        declared.REASONS[key].say(language, about=name(str(about), theory))
        for key, about in result.facts.items()
    )
    return " ".join([said, *(f"{each[:1].upper()}{each[1:]}." for each in reasons)])


def compared_in(tested: Tested) -> words.Compared:
    """Return what is compared, assumed and not to be concluded in a test that ran."""
    test = tested.test
    if tested.deciding.name in OF_LOTS:
        return words.BY_LOT["goal" if test.comparison is Comparison.START_TO_GOAL else "answer"]
    at_once = test.comparison is Comparison.CHANGE_TO_CHANGE and set(test.lags) == {0}
    return words.AT_ONCE if at_once else words.COMPARED[test.comparison.value]


def not_held(result: Tested, theory: Theory, language: Language) -> list[str]:
    """Return which of the effect's other declared causes are not held still, because nobody has data."""
    if not result.unheld:
        return []
    names = ", ".join(name(each, theory) for each in result.unheld)
    effect = name(result.test.effect.element, theory)
    return [words.ACCOUNT["not held"].say(language, names=names, effect=effect)]


def _tested(result: Tested, theory: Theory, indicators: Indicators, language: Language) -> list[str]:
    test, said = result.test, words.ACCOUNT
    compared = compared_in(result)
    facts = {"cause": name(test.cause.element, theory), "effect": name(test.effect.element, theory)}
    return [
        said["measured by"].say(
            language,
            cause=_seen(test.cause, theory, indicators, language),
            effect=_seen(test.effect, theory, indicators, language),
        ),
        *(line for end in (test.cause, test.effect) for line in _ways(end, theory, indicators, language)),
        said["compared"].say(language, text=compared.what.say(language, **facts)),
        *not_held(result, theory, language),
        said["basis"].say(language, text=words.BASES[result.basis.value].sentence.say(language)),
        *_numbers(result, indicators, language),
        *(_lowered(each.value, language) for each in result.caps),
        said["assumes"].say(language, text=compared.assumes.say(language, **facts)),
        *_assigned(test, theory, language),
        said["never"].say(language, text=compared.never.say(language, **facts)),
        *beside(result, theory, language, indicators),
        *_others(result, theory, language),
        *_lost(result, language),
    ]


def _assigned(test: Test, theory: Theory, language: Language) -> list[str]:
    """Return the declared assignment and its reason, when the verdict rests on it."""
    activity = theory.element(test.cause.activity)
    if not isinstance(activity, Activity) or not activity.assignment_because:
        return []
    how = words.ASSIGNMENTS[activity.assignment.value].say(language)
    return [words.ACCOUNT["assigned"].say(language, how=how, because=activity.assignment_because)]


def _seen(measure: Measure, theory: Theory, indicators: Indicators, language: Language) -> str:
    if measure.activity:
        return words.ACCOUNT["start"].say(language, name=name(measure.activity, theory))
    return ", ".join(named(each, indicators) for each in measure.indicators)


def _ways(measure: Measure, theory: Theory, indicators: Indicators, language: Language) -> list[str]:
    """Return which answers were turned, and on which a low one is the good one."""
    found = []
    for each in measure.indicators:
        if each in measure.turned:
            way = "low is turned" if each in measure.low_is_good else "high is turned"
        elif each in measure.low_is_good:
            way = "low is good"
        else:
            continue
        element = name(measure.element, theory)
        found.append(words.ACCOUNT[way].say(language, indicator=named(each, indicators), element=element))
    return found


def _numbers(result: Tested, indicators: Indicators, language: Language) -> list[str]:
    said, deciding = words.ACCOUNT, result.deciding
    told_in = unit(deciding.unit, result.test, indicators, language)
    estimate = [_estimate(deciding, result.test, indicators, language), *spanning(deciding, language)]
    if result.smallest <= 0:
        return estimate
    return [
        *estimate,
        said["smallest"].say(
            language,
            value=number(result.smallest, language),
            unit=told_in,
            whose=_whose(result.test, language),
        ),
        *([seen_of_smallest(result, language)] if seen_of_smallest(result, language) else []),
        *power(result, language, indicators),
    ]


def _estimate(found: Estimate, test: Test | None, indicators: Indicators, language: Language) -> str:
    return words.ACCOUNT["estimate"].say(
        language,
        **with_ends(found.value, found.low, found.high, language),
        unit=unit(found.unit, test, indicators, language),
        persons=people(found.persons, language),
        rows=thousands(found.rows, language),
    )


def spanning(found: Estimate, language: Language) -> list[str]:
    """Return that an interval holds several numbers: the one shown then lies nearer its one end."""
    up, down = found.high - found.value, found.value - found.low
    if abs(up - down) <= _LIKE * (found.high - found.low):
        return []
    return [words.ACCOUNT["spanning"].say(language)]


def _whose(test: Test, language: Language) -> str:
    return words.ACCOUNT["yours" if test.smallest_declared else "not yours"].say(language)


def _lowered(cap: str, language: Language) -> str:
    return words.ACCOUNT["lowered"].say(language, text=words.CAPS[cap].sentence.say(language))


def _others(result: Tested, theory: Theory, language: Language) -> list[str]:
    told = others(result, theory, language)
    return [words.ACCOUNT["others"].say(language), *(f"  - {each}" for each in told)] if told else []


def _lost(result: Tested, language: Language) -> list[str]:
    return [
        words.ACCOUNT["lost"].say(
            language, count=thousands(count, language), reason=words.LOST[reason].say(language)
        )
        for reason, count in result.lost.items()
        if count
    ]


def interval(estimate: Estimate, language: Language) -> str:
    """Return an estimate with its 95 % interval: `0,38 [0,27; 0,48]`."""
    return in_brackets(estimate.value, estimate.low, estimate.high, language)


def ends(link: str, theory: Theory) -> tuple[str, str]:
    """Return the names of a link's two ends."""
    arrow = " ~ " if " ~ " in link else " -> "
    cause, _, effect = link.partition(arrow)
    return name(cause, theory), name(effect, theory)


def link_name(link: str, theory: Theory) -> str:
    """Return a link by its elements' names: `Fremmøde → Motivation`."""
    cause, effect = ends(link, theory)
    return f"{cause} ~ {effect}" if " ~ " in link else f"{cause} → {effect}"
