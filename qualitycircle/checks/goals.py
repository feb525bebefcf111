"""Rules about the slutmål: what counts as reached, how far ahead, and how much would matter."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.checks.context import Context, suggested, uses, where
from qualitycircle.expectation.durations import weeks
from qualitycircle.expectation.measures import asked, known
from qualitycircle.expectation.units import fitting
from qualitycircle.findings import Fact, Finding, Place, error, warning
from qualitycircle.indicators import Indicator
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Goal, Link, Moderator, Theory

QC331 = error("QC331")
QC332 = warning("QC332")
QC334 = error("QC334")
QC335 = warning("QC335")
QC336 = warning("QC336")


def unit_that_does_not_fit(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC331: a smallest effect is in a unit its effect is told in, wherever it is written.

    On a goal that is percentage points, on what is told in percent too; on anything else steps or sd. A
    moderator's smallest difference may be in sd everywhere.
    """
    for each in theory.links:
        yield from _misfit(each.smallest, each.id, each.place, _fitting(each, theory, context))
    for indicator in _shown_by(theory, context):
        yield from _misfit(indicator.smallest, indicator.id, indicator.place, fitting(indicator))
    for moderator in theory.moderators:
        links = [theory.link(each.link_id) for each in moderator.attachments]
        fits = [_fitting(each, theory, context) | {Unit.SD} for each in links if each is not None]
        if fits:
            of_all = frozenset.intersection(*fits)
            yield from _misfit(moderator.smallest_difference, moderator.id, moderator.place, of_all)


def _fitting(link: Link, theory: Theory, context: Context) -> frozenset[Unit]:
    """Return the units that a link's smallest effect can be said in."""
    ends = [each for id in (link.cause, link.effect) if (each := theory.element(id)) is not None]
    if any(isinstance(each, Goal) for each in ends):
        return frozenset({Unit.POINTS})
    effect = theory.element(link.effect)
    seen = [] if effect is None else [fitting(each) for each in asked(theory, effect, context.indicators)]
    return frozenset.intersection(*seen) if seen else frozenset({Unit.STEPS, Unit.SD})


def _shown_by(theory: Theory, context: Context) -> tuple[Indicator, ...]:
    """Return the indicators of the theory's elements, each once."""
    used = (id for owner, id, _ in uses(theory) if not isinstance(owner, Moderator))
    return tuple(known(dict.fromkeys(used), context.indicators))


def _misfit(size: Smallest | None, subject: str, place: Place, fits: frozenset[Unit]) -> Iterator[Finding]:
    if size is None or size.unit in fits:
        return
    named = tuple(each.value for each in Unit if each in fits)
    facts: dict[str, Fact] = {"subject": subject, "unit": size.unit.value, "fitting": named}
    yield Finding(code=QC331, place=where(size.place, place), facts=facts)


def horizon_that_cannot_be_used(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC332: `inden_for` is a duration, and belongs to a goal or a link to one."""
    for goal in theory.goals:
        if goal.within and weeks(goal.within) is None:
            yield Finding(code=QC332, place=goal.place, facts={"subject": goal.id, "text": goal.within})
    for each in theory.links:
        to_goal = isinstance(theory.element(each.effect), Goal)
        if each.within and (weeks(each.within) is None or not to_goal):
            yield Finding(code=QC332, place=each.place, facts={"subject": each.id, "text": each.within})


def goal_without_event(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC335: a goal's indicator says which event counts as reaching it."""
    for owner, id, place in uses(theory):
        for each in known([id], context.indicators):
            if isinstance(owner, Goal) and each.event is None:
                yield Finding(code=QC335, place=place, facts={"element": owner.id, "indicator": id})


def called_job_without_income(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC336: no benefit and no income rule is self-support, never job."""
    for owner, id, place in uses(theory):
        for each in known([id], context.indicators):
            named_job = isinstance(owner, Goal) and "job" in f"{owner.id} {owner.name}".casefold()
            if named_job and each.event is not None and not each.event.income and not _is_work(each):
                yield Finding(code=QC336, place=place, facts={"element": owner.id, "indicator": id})


def _is_work(indicator: Indicator) -> bool:
    """Say whether the event's status is a job by its own name, not the absence of a benefit."""
    status = indicator.event.status.casefold() if indicator.event else ""
    return "ingen" not in status and "no benefit" not in status


def unknown_rival(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC334: `konkurrerer_med` names slutmål of the theory."""
    goals = [each.id for each in theory.goals]
    for goal in theory.goals:
        for id in goal.competes_with:
            if id not in goals:
                facts = {"element": goal.id, "other": id, **suggested(id, goals)}
                yield Finding(code=QC334, place=goal.place, facts=facts)


RULES = (
    unit_that_does_not_fit,
    horizon_that_cannot_be_used,
    unknown_rival,
    goal_without_event,
    called_job_without_income,
)
