"""How an element is seen: its indicators by respondent, or its starts; or why it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qualitycircle.expectation.directions import low_is_good, turned, undirected
from qualitycircle.expectation.values import Measure, Untestable
from qualitycircle.indicators import Computation, Indicator, IndicatorClass, Indicators, Respondent
from qualitycircle.theory import Activity, Element, Goal, Kind, Several, Theory

Reasons = tuple[tuple[Untestable, str], ...]

FROM_PARTICIPATION = frozenset(
    {
        Computation.ATTENDED_OF_OFFERED,
        Computation.COUNT,
        Computation.WEEKS,
        Computation.SHARE_STARTED,
        Computation.COMPLETED,
        Computation.SIMULTANEOUS_DAYS,
        Computation.WEEKS_IN_COURSE,
        Computation.WEEKS_BEFORE_COMPANY,
    }
)
"""Computed from rows about what took place, not from anybody's answer."""

ONLY_PARTICIPANTS = FROM_PARTICIPATION - {Computation.COUNT, Computation.WEEKS_IN_COURSE}
"""Only who took part has a value; a count is 0 for everybody else."""

RECORDED = frozenset({Respondent.REGISTER, Respondent.SYSTEM})
"""Not informants: nobody's mood of the day is in a record."""


def indicator_ids(theory: Theory, element: Element) -> tuple[str, ...]:
    """Return the element's indicators; a whole without its own has those of its parts."""
    if element.indicators or not element.consists_of:
        return element.indicators
    parts = (theory.element(each) for each in element.consists_of)
    return tuple(dict.fromkeys(id for part in parts if part is not None for id in part.indicators))


def answered_by(indicator: Indicator) -> Respondent | None:
    """Return who answers; what is computed from participation comes from the system."""
    if indicator.respondent is None and indicator.computed in FROM_PARTICIPATION:
        return Respondent.SYSTEM
    return indicator.respondent


def measures(theory: Theory, element: Element, indicators: Indicators) -> tuple[Measure, ...]:
    """Return the ways an element is seen: one per respondent, or one per indicator for all or any.

    Indicators that cannot be used are left out; `obstacles` says which and why.
    """
    if isinstance(element, Activity):
        return (Measure(element=element.id, activity=element.id),)
    seen = asked(theory, element, indicators)
    usable = [each for each in seen if obstacle(element, each) is None]
    one_by_one = element.several is not Several.MEAN or bool(undirected(element, seen))
    if one_by_one and len(usable) > 1:
        return tuple(_measure(element, [each], seen) for each in usable)
    by_respondent: dict[Respondent | None, list[Indicator]] = {}
    for each in usable:
        by_respondent.setdefault(answered_by(each), []).append(each)
    return tuple(_measure(element, same, seen) for same in by_respondent.values())


def asked(theory: Theory, element: Element, indicators: Indicators) -> tuple[Indicator, ...]:
    """Return the element's indicators that exist."""
    return tuple(known(indicator_ids(theory, element), indicators))


def _measure(element: Element, same: list[Indicator], seen: tuple[Indicator, ...]) -> Measure:
    against = turned(element, seen)
    return Measure(
        element=element.id,
        indicators=tuple(each.id for each in same),
        respondent=answered_by(same[0]),
        several=element.several,
        turned=tuple(each.id for each in same if each.id in against),
        low_is_good=() if isinstance(element, Goal) else low_is_good(same),
    )


def known(ids: Iterable[str], indicators: Indicators) -> Iterator[Indicator]:
    """Yield the indicators that exist."""
    for id in ids:
        found = indicators.get(id)
        if found is not None:
            yield found


def obstacles(theory: Theory, element: Element, indicators: Indicators, *, missing: Untestable) -> Reasons:
    """Return why an element is not (fully) seen; `missing` is the reason when it has no indicator."""
    if isinstance(element, Activity):
        return ()
    ids = indicator_ids(theory, element)
    unseen_parts = _unmeasured_parts(theory, element)
    if unseen_parts:
        return tuple((Untestable.COMPOSITE, each) for each in unseen_parts)
    if not ids:
        return ((missing, element.id),)
    found: list[tuple[Untestable, str]] = []
    for id in ids:
        indicator = indicators.get(id)
        reason = Untestable.UNKNOWN_INDICATOR if indicator is None else obstacle(element, indicator)
        if reason is not None:
            found.append((reason, id))
    unsaid = undirected(element, asked(theory, element, indicators))
    return (*found, *((Untestable.UNDIRECTED, each) for each in unsaid))


def _unmeasured_parts(theory: Theory, element: Element) -> tuple[str, ...]:
    if element.indicators:
        return ()
    parts = ((id, theory.element(id)) for id in element.consists_of)
    return tuple(id for id, part in parts if part is None or not part.indicators)


def obstacle(element: Element, indicator: Indicator) -> Untestable | None:
    """Return why an indicator cannot show this element, or None when it can."""
    if isinstance(element, Goal) and indicator.event is None:
        return Untestable.NO_EVENT
    if element.kind is not Kind.GOAL and indicator.indicator_class is IndicatorClass.BACKGROUND:
        return Untestable.BACKGROUND_ONLY
    return unordered(indicator)


def unordered(indicator: Indicator) -> Untestable | None:
    """Return why an indicator gives no number, or None when it does."""
    if indicator.computed is not None or indicator.event is not None:
        return None
    if indicator.scale is None:
        return Untestable.NO_SCALE
    return Untestable.MULTIPLE_CHOICE if indicator.scale.is_choice else None


def overlap(cause: Measure, effect: Measure, indicators: Indicators) -> Reasons:
    """Return what the two ends share: an indicator, or the answers both are computed from."""
    shared = [each for each in cause.indicators if each in effect.indicators]
    if shared:
        return tuple((Untestable.SAME_INDICATOR, each) for each in shared)
    return tuple(
        (Untestable.COMPUTED_TOGETHER, f"{one.id}, {other.id}")
        for one in known(cause.indicators, indicators)
        for other in known(effect.indicators, indicators)
        if _computed_together(one, other)
    )


def _computed_together(one: Indicator, other: Indicator) -> bool:
    if Computation.OTHERS_MEAN in {one.computed, other.computed}:
        return False  # the caseworker's other citizens: not this citizen's answer
    if one.computed is not None and one.computed is other.computed:
        return bool(one.of) and set(one.of) == set(other.of) and one.option == other.option
    return (
        one.id in other.of
        or other.id in one.of
        or (_from_answers(one) and _from_answers(other) and bool(set(one.of) & set(other.of)))
    )


def _from_answers(indicator: Indicator) -> bool:
    return indicator.computed in {Computation.OPTION_COUNT, Computation.OPTION_CHOSEN}


def same_informant(cause: Measure, effect: Measure, indicators: Indicators) -> bool:
    """Say whether one kind of respondent answers for both ends (Podsakoff et al. 2003).

    Records and what is computed from participation never count; an indicator that does not say who
    answers is taken to be the same as another that does not.
    """
    return (
        cause.respondent is effect.respondent
        and _from_somebody(cause, indicators)
        and _from_somebody(effect, indicators)
    )


def _from_somebody(measure: Measure, indicators: Indicators) -> bool:
    return measure.respondent not in RECORDED and any(
        each.computed not in FROM_PARTICIPATION for each in known(measure.indicators, indicators)
    )
