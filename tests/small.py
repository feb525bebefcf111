"""Small theories in one line, for tests: `theory("praktik -> motivation", "motivation -> job")`.

Kinds come from `KINDS`; everything has an indicator of its own name unless `indicators` says else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qualitycircle.indicators import (
    Catalogue,
    Computation,
    Event,
    Indicator,
    IndicatorClass,
    Indicators,
    Respondent,
    Scale,
)
from qualitycircle.theory import (
    Activity,
    Element,
    Goal,
    Intervention,
    Kind,
    Link,
    Outcome,
    Output,
    Relation,
    Sign,
    TargetGroup,
    Theory,
)

KINDS: Mapping[str, Kind] = {
    "praktik": Kind.ACTIVITY,
    "samtaler": Kind.ACTIVITY,
    "fremmøde": Kind.OUTPUT,
    "henvendelser": Kind.OUTPUT,
    "motivation": Kind.OUTCOME,
    "mestring": Kind.OUTCOME,
    "tro": Kind.OUTCOME,
    "job": Kind.GOAL,
    "pension": Kind.GOAL,
}
_CLASSES = {
    Kind.ACTIVITY: Activity,
    Kind.OUTPUT: Output,
    Kind.OUTCOME: Outcome,
    Kind.GOAL: Goal,
}
FIVE = Scale(id="fem", low=1, high=5)


def element(id: str, **changes: Any) -> Element:
    """Return an element of the kind its name has, with an indicator of its own name."""
    kind = KINDS[id]
    indicators = () if kind is Kind.ACTIVITY else (id,)
    made = _CLASSES[kind](id=id, name=id.capitalize(), definition=f"Hvad {id} er", indicators=indicators)
    return replace(made, **changes)


def link(text: str, **changes: Any) -> Link:
    """Return `a -> b`, `a -> b -` (less of b) or `a ~ b`, with a reason."""
    cause, arrow, effect, *minus = text.split()
    sign = Sign.DOWN if minus else Sign.UP
    made = Link(
        cause=cause, effect=effect, relation=Relation(arrow), sign=sign, because="det har vi set mange gange"
    )
    return replace(made, **changes)


def theory(*links: str | Link, **changes: Any) -> Theory:
    """Return the theory of these links, with every element they name."""
    made = tuple(link(each) if isinstance(each, str) else each for each in links)
    names = dict.fromkeys(id for each in made for id in (each.cause, each.effect) if id in KINDS)
    base = Theory(
        id="prøve",
        title="Prøve",
        target_group=TargetGroup(name="Aktivitetsparate"),
        rationale="Sådan tror vi, det hænger sammen.",
        intervention=Intervention(name="Forløb"),
        elements=tuple(element(each) for each in names),
        links=made,
    )
    return replace(base, **changes)


def with_element(base: Theory, id: str, **changes: Any) -> Theory:
    """Return the theory with one element changed."""
    elements = tuple(replace(each, **changes) if each.id == id else each for each in base.elements)
    return replace(base, elements=elements)


def indicator(id: str, **changes: Any) -> Indicator:
    """Return an indicator fit for the element of the same name."""
    kind = KINDS.get(id, Kind.OUTCOME)
    made = Indicator(id=id, name=id.capitalize(), indicator_class=IndicatorClass.OUTCOME, scale=FIVE)
    if kind is Kind.OUTPUT:
        made = replace(
            made,
            indicator_class=IndicatorClass.ACTIVITY,
            scale=None,
            computed=Computation.COUNT,
            respondent=Respondent.SYSTEM,
        )
    elif kind is Kind.GOAL:
        made = replace(
            made,
            indicator_class=IndicatorClass.GOAL,
            scale=None,
            respondent=Respondent.REGISTER,
            event=Event(status="ingen ydelse", income=True, weeks_in_a_row=4),
        )
    else:
        made = replace(made, respondent=Respondent.CITIZEN)
    return replace(made, **changes)


def indicators(*extra: Indicator) -> Indicators:
    """Return an indicator for every element of `KINDS`; those given replace theirs."""
    made = {id: indicator(id) for id, kind in KINDS.items() if kind is not Kind.ACTIVITY}
    made |= {each.id: each for each in extra}
    return Indicators((Catalogue(id="prøve", indicators=tuple(made.values())),))
