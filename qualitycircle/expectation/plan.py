"""The test plan as plain data: what is frozen before anybody looks (requirements U22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualitycircle.expectation.comparisons import expectations, moderator_expectations
from qualitycircle.expectation.measures import Reasons
from qualitycircle.expectation.values import (
    Expectation,
    Measure,
    ModeratorNotTestable,
    ModeratorTest,
    NotTestable,
    Test,
    Testable,
)
from qualitycircle.indicators import Event, Indicator, Indicators, Scale
from qualitycircle.smallest import Smallest
from qualitycircle.theory import Condition, Theory

Plain = None | bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"]


def plan_content(theory: Theory, indicators: Indicators) -> dict[str, Plain]:
    """Return everything that decides what will be estimated, in one canonical order.

    Only meaning is in it: no names, reasons, places or order of the text, so that a comment or a
    spelling never changes the plan's fingerprint. Keys and values are JSON.
    """
    found = expectations(theory, indicators)
    used = _used(found)
    return {
        "theory": theory.id,
        "version": theory.version,
        "schedule": {
            "every": theory.plan.every,
            "tolerance": theory.plan.tolerance,
            "rounds": list(theory.plan.rounds),
        },
        "links": [_expectation(each) for each in sorted(found, key=lambda one: one.link)],
        "moderators": _moderators_without_test(theory, indicators),
        "indicators": [_indicator(each) for each in sorted(indicators, key=_id) if each.id in used],
    }


def _id(indicator: Indicator) -> str:
    return indicator.id


def _used(found: tuple[Expectation, ...]) -> frozenset[str]:
    ids: set[str] = set()
    for each in found:
        for test in each.tests if isinstance(each, Testable) else ():
            for measure in (test.cause, test.effect, *test.controls):
                ids.update(measure.indicators)
            for moderator in test.moderators:
                ids.update(moderator.indicators)
    return frozenset(ids)


def _expectation(expected: Expectation) -> Plain:
    match expected:
        case NotTestable():
            return {"link": expected.link, "not_testable": _reasons(expected.reasons)}
        case Testable():
            return {"link": expected.link, "tests": [_test(each) for each in expected.tests]}


def _reasons(reasons: Reasons) -> Plain:
    return [[reason.name, about] for reason, about in sorted(reasons, key=str)]


def _test(test: Test) -> dict[str, Plain]:
    return {
        "comparison": test.comparison.value,
        "cause": _measure(test.cause),
        "effect": _measure(test.effect),
        "sign": test.sign.value,
        "lags": list(test.lags),
        "smallest": _smallest(test.smallest),
        "controls": [_measure(each) for each in sorted(test.controls, key=str)],
        "assignment": test.assignment.value,
        "assigned_per": test.assigned_per,
        "horizon_weeks": test.horizon_weeks,
        "same_informant": test.same_informant,
        "moderators": [_moderator(each) for each in sorted(test.moderators, key=str)],
        "promise": _condition(test.promise),
        "open_doors": sorted(test.open_doors),
        "applies_to": test.applies_to,
    }


def _measure(measure: Measure) -> Plain:
    said: dict[str, Plain] = {
        "element": measure.element,
        "activity": measure.activity,
        "indicators": sorted(measure.indicators),
        "respondent": measure.respondent.value if measure.respondent else "",
        "several": measure.several.value,
    }
    return {**said, "turned": sorted(measure.turned)} if measure.turned else said


def _smallest(smallest: Smallest) -> Plain:
    return {"value": smallest.value, "unit": smallest.unit.value}


def _condition(condition: Condition | None) -> Plain:
    if condition is None:
        return None
    return {"comparison": condition.comparison, "value": condition.value, "unit": condition.unit}


def _moderator(moderator: ModeratorTest) -> Plain:
    return {
        "moderator": moderator.moderator,
        "expected": moderator.expected.value,
        "indicators": sorted(moderator.indicators),
        "smallest": _smallest(moderator.smallest),
        "met_when": _condition(moderator.met_when),
    }


def _moderators_without_test(theory: Theory, indicators: Indicators) -> Plain:
    without = (
        each for each in moderator_expectations(theory, indicators) if isinstance(each, ModeratorNotTestable)
    )
    return [
        {"moderator": each.moderator, "link": each.link, "not_testable": _reasons(each.reasons)}
        for each in sorted(without, key=lambda one: (one.moderator, one.link))
    ]


def _indicator(indicator: Indicator) -> Plain:
    return {
        "indicator": indicator.id,
        "respondent": indicator.respondent.value if indicator.respondent else "",
        "scale": _scale(indicator.scale),
        "wanted_up": indicator.wanted_up,
        "reliability": indicator.reliability.value,
        "computed": indicator.computed.value if indicator.computed else "",
        "of": sorted(indicator.of),
        "option": indicator.option,
        "event": _event(indicator.event),
    }


def _scale(scale: Scale | None) -> Plain:
    if scale is None:
        return None
    return {"low": scale.low, "high": scale.high, "steps": scale.step_count}


def _event(event: Event | None) -> Plain:
    if event is None:
        return None
    return {
        "status": event.status,
        "income": event.income,
        "industry": event.industry,
        "weeks_in_a_row": event.weeks_in_a_row,
    }
