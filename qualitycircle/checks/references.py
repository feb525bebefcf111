"""Rules about names that must stand elsewhere in the theory: phases, order, subgroups, accepted codes."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.checks.context import Context, suggested
from qualitycircle.findings import Fact, Finding, Place, error
from qualitycircle.graph import circles
from qualitycircle.theory import Activity, Kind, Link, Theory

QC327 = error("QC327")
QC328 = error("QC328")
QC330 = error("QC330")
QC341 = error("QC341")


def activities(theory: Theory) -> tuple[Activity, ...]:
    """Return the delindsatser."""
    return tuple(each for each in theory.elements if isinstance(each, Activity))


def unknown_phase(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC327: a delindsats stands in a phase the theory has."""
    for each in activities(theory):
        if each.phase and each.phase not in theory.phases:
            facts = {"element": each.id, "phase": each.phase, **suggested(each.phase, theory.phases)}
            yield Finding(code=QC327, place=each.place, facts=facts)


def unknown_neighbour(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC328: `før`, `samtidig_med` and `efter` name delindsatser."""
    known = [each.id for each in theory.of_kind(Kind.ACTIVITY)]
    for each in activities(theory):
        for id in dict.fromkeys((*each.before, *each.alongside, *each.after)):
            if id not in known:
                facts = {"element": each.id, "other": id, **suggested(id, known)}
                yield Finding(code=QC328, place=each.place, facts=facts)


def order_that_bites_its_tail(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC341: no delindsats comes before itself."""
    for circle in circles(in_order(theory)):
        first = theory.element(circle[0])
        if first is not None:
            facts: dict[str, Fact] = {"circle": ", ".join((*circle, circle[0]))}
            yield Finding(code=QC341, place=first.place, facts=facts)


def in_order(theory: Theory) -> tuple[Link, ...]:
    """Return which delindsats comes before which, as pairs."""
    pairs = [(each.id, later) for each in activities(theory) for later in each.before]
    pairs += [(earlier, each.id) for each in activities(theory) for earlier in each.after]
    return tuple(Link(cause=cause, effect=effect) for cause, effect in dict.fromkeys(pairs))


def undeclared_subgroup(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC330: `gælder_for` names a subgroup of the target group."""
    known = theory.target_group.subgroups
    claims: list[tuple[str, str, Place]] = [
        *((each.id, each.applies_to, each.place) for each in theory.links),
        *((each.id, each.applies_to, each.place) for each in theory.moderators),
    ]
    for subject, subgroup, place in claims:
        if subgroup and subgroup not in known:
            facts: dict[str, Fact] = {
                "subject": subject,
                "subgroup": subgroup,
                **suggested(subgroup, known),
            }
            yield Finding(code=QC330, place=place, facts=facts)


RULES = (unknown_phase, unknown_neighbour, order_that_bites_its_tail, undeclared_subgroup)
