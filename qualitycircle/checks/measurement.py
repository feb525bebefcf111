"""Rules about how the theory is seen: indicators, their class and anchors, wholes and parts."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.checks.context import Context, suggested, uses, where
from qualitycircle.expectation.directions import own_wish, undirected
from qualitycircle.expectation.measures import asked, known
from qualitycircle.findings import Finding, error, warning
from qualitycircle.indicators import Indicator, IndicatorClass
from qualitycircle.theory import Kind, Moderator, Outcome, Theory

QC310 = warning("QC310")
QC313 = error("QC313")
QC314 = error("QC314")
QC315 = warning("QC315")
QC316 = warning("QC316")
QC317 = warning("QC317")
QC323 = error("QC323")
QC324 = error("QC324")
QC345 = error("QC345")

_FIT = {
    Kind.ACTIVITY: (IndicatorClass.ACTIVITY,),
    Kind.OUTPUT: (IndicatorClass.ACTIVITY,),
    Kind.OUTCOME: (IndicatorClass.OUTCOME,),
    Kind.GOAL: (IndicatorClass.GOAL,),
}
_FIT_MODERATOR = (IndicatorClass.MODERATOR, IndicatorClass.ACTIVITY, IndicatorClass.BACKGROUND)


def element_without_indicator(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC310: every element that is not a delindsats or a whole has an indicator."""
    for each in theory.elements:
        if each.kind is not Kind.ACTIVITY and not each.indicators and not each.consists_of:
            yield Finding(code=QC310, place=each.place, facts={"element": each.id, "kind": each.kind.value})


def effect_without_definition(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC317: an effekt says what it means: "tættere på" must be defined (New Insight s7)."""
    for each in theory.elements:
        if isinstance(each, Outcome) and not each.definition.strip():
            yield Finding(code=QC317, place=each.place, facts={"element": each.id})


def unknown_indicator(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC313: an indicator stands in a catalogue."""
    for owner, id, place in uses(theory):
        if context.indicators.get(id) is None:
            facts = {"element": owner.id, "indicator": id, **suggested(id, context.indicators.ids)}
            yield Finding(code=QC313, place=place, facts=facts)


def indicator_of_another_class(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC314: an indicator is of the class its element needs (New Insight s17)."""
    for owner, id, place in uses(theory):
        found = context.indicators.get(id)
        fit = _FIT_MODERATOR if isinstance(owner, Moderator) else _FIT[owner.kind]
        if found is not None and found.indicator_class is not None and found.indicator_class not in fit:
            facts = {
                "element": owner.id,
                "indicator": id,
                "class": found.indicator_class.value,
                "fitting": tuple(each.value for each in fit),
            }
            yield Finding(code=QC314, place=place, facts=facts)


def rating_without_anchors(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC315: a professional's rating has an anchor text for its steps (New Insight s22).

    A slot is left in peace: its wording is not public, so nobody here can write it. So is a count:
    three contact persons are three, whoever counts.
    """
    for owner, id, place in uses(theory):
        for each in known([id], context.indicators):
            if not isinstance(owner, Moderator) and _is_rating(each) and not _is_anchored(each):
                yield Finding(code=QC315, place=place, facts={"element": owner.id, "indicator": id})


def _is_rating(indicator: Indicator) -> bool:
    asked = indicator.respondent is not None and indicator.respondent.rates
    return asked and indicator.computed is None and indicator.event is None and not indicator.is_slot


def _is_anchored(indicator: Indicator) -> bool:
    scale = indicator.scale
    return bool(indicator.steps) or (scale is not None and (bool(scale.steps) or scale.is_count))


def indicator_on_two_elements(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC316: two elements seen by one indicator cannot be told apart, nor a link between them tested."""
    first: dict[str, str] = {}
    for owner, id, place in uses(theory):
        if isinstance(owner, Moderator):
            continue
        before = first.setdefault(id, owner.id)
        if before != owner.id:
            facts = {"indicator": id, "element": owner.id, "other": before}
            yield Finding(code=QC316, place=place, facts=facts)


def whole_and_parts_linked(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC323: links go to the whole or to its parts, never to both."""
    for whole in theory.elements:
        to_whole = [each for each in theory.links if whole.id in (each.cause, each.effect)]
        for part in whole.consists_of:
            for each in theory.links:
                if part in (each.cause, each.effect) and to_whole:
                    facts = {"whole": whole.id, "part": part, "link": each.id}
                    yield Finding(code=QC323, place=each.place, facts=facts)


def unknown_part(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC324: a whole consists of elements of the theory."""
    elements = [each.id for each in theory.elements]
    for whole in theory.elements:
        for id in whole.consists_of:
            if id not in context.elements:
                facts = {"element": whole.id, "part": id, **suggested(id, elements)}
                yield Finding(code=QC324, place=whole.place, facts=facts)


def direction_not_said(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC345: it is known of every indicator whether a high answer is more or less of the element."""
    for owner in theory.elements:
        for id in undirected(owner, asked(theory, owner, context.indicators)):
            written = dict(zip(owner.indicators, owner.indicator_places, strict=False))
            say_on = owner.id if own_wish(owner) is None else id
            facts = {"element": owner.id, "indicator": id, "say_on": say_on}
            yield Finding(code=QC345, place=where(written.get(id, owner.place), owner.place), facts=facts)


RULES = (
    direction_not_said,
    element_without_indicator,
    effect_without_definition,
    unknown_indicator,
    indicator_of_another_class,
    rating_without_anchors,
    indicator_on_two_elements,
    whole_and_parts_linked,
    unknown_part,
)
