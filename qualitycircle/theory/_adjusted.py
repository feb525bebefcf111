"""One part of a theory as a correction leaves it."""

from __future__ import annotations

from dataclasses import replace

from qualitycircle.theory._changes import ChangeActivity, ChangeGoal, ChangeLink, ChangePlan
from qualitycircle.theory.theory import (
    Activity,
    Attachment,
    Element,
    Expected,
    Goal,
    Link,
    MeasurementPlan,
    Moderator,
    Output,
    Promise,
)


def reclaimed(link: Link, change: ChangeLink) -> Link:
    """Return a link that claims what a change says; what the change leaves out stays."""
    lags = link.seen_after if change.seen_after is None else change.seen_after
    return replace(
        link,
        sign=change.sign or link.sign,
        seen_after=lags,
        declared_lag=link.declared_lag or change.seen_after is not None,
        smallest=change.smallest or link.smallest,
        because=link.because if change.because is None else change.because,
    )


def required(moderator: Moderator, link: Link) -> Moderator:
    """Return a moderator that is required for a link, whatever it did there before."""
    others = tuple(each for each in moderator.attachments if each.link_id != link.id)
    required = Attachment(link=(link.cause, link.effect), expected=Expected.REQUIRED, relation=link.relation)
    return replace(moderator, attachments=(*others, required))


def rewished(goal: Goal, change: ChangeGoal) -> Goal:
    """Return a goal wished as a change says."""
    return replace(
        goal,
        wanted_up=goal.wanted_up if change.wanted_up is None else change.wanted_up,
        within=goal.within if change.within is None else change.within,
        follow_up=goal.follow_up if change.follow_up is None else change.follow_up,
        satisfied_at=goal.satisfied_at if change.satisfied_at is None else change.satisfied_at,
    )


def promised(element: Activity | Output, change: ChangeActivity) -> Activity | Output:
    """Return an activity or output with what is promised of it now."""
    promise = element.promised or Promise()
    return replace(
        element,
        promised=replace(
            promise,
            coverage=promise.coverage if change.coverage is None else change.coverage,
            dose=promise.dose if change.dose is None else change.dose,
            fidelity=promise.fidelity if change.fidelity is None else change.fidelity,
        ),
    )


def rescheduled(plan: MeasurementPlan, change: ChangePlan) -> MeasurementPlan:
    """Return a plan that measures at other times."""
    return replace(
        plan,
        every=plan.every if change.every is None else change.every,
        tolerance=plan.tolerance if change.tolerance is None else change.tolerance,
        rounds=plan.rounds if change.rounds is None else change.rounds,
        declared=plan.declared or change.every is not None,
    )


def forgetting(element: Element, id: str) -> Element:
    """Return an element without any mention of another."""

    def others(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in ids if each != id)

    result = replace(element, consists_of=others(element.consists_of))
    if isinstance(result, Activity):
        return replace(
            result,
            before=others(result.before),
            alongside=others(result.alongside),
            after=others(result.after),
        )
    if isinstance(result, Goal):
        return replace(result, competes_with=others(result.competes_with))
    return result
