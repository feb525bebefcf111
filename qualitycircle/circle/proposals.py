"""Proposals: what an evaluation gives reason to correct. A closed list; people decide.

A proposal to drop, reverse or turn a link needs a result that survives Holm's correction for all
claimed links, and a conclusive one: *no relevant association* or *contradicted*, never the mere
lack of significance. Corrections found in data fail to replicate unless they are confirmed on later
data or other units (MacCallum, Roznowski & Necowitz 1992), so every proposal must be confirmed in
the next round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from qualitycircle.circle.missing_arrows import missing_arrows
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.proposal import (
    Proposal,
    ProposalKind,
    delivery_evidence,
    estimate_evidence,
    proposal,
    proposal_id,
    survives_holm,
)
from qualitycircle.evaluation.values import (
    Cap,
    Delivery,
    Estimate,
    Evaluation,
    Flag,
    Judgement,
    NotMeasured,
    Reason,
    Role,
    Tested,
    Verdict,
)
from qualitycircle.indicators import Indicator, Indicators
from qualitycircle.theory import Element, Expected, Kind, Link, Theory
from qualitycircle.theory.change import (
    AddIndicator,
    AddLink,
    Change,
    DropLink,
    Keep,
    RequireModerator,
    ReverseLink,
    TurnLink,
    WeakenLink,
    opposite,
)

__all__ = ["Proposal", "ProposalKind", "proposals", "survives_holm"]


def proposals(
    theory: Theory, evaluation: Evaluation, indicators: Indicators | None = None
) -> tuple[Proposal, ...]:
    """Return what the evaluation gives reason to correct, in the theory's order; the same every time.

    `indicators` are searched for another respondent's view of an element that only one kind of
    respondent has judged.
    """
    catalogue = indicators or Indicators()
    judged = ((link, evaluation.judgement(link.id)) for link in theory.links)
    found = (
        *(
            each
            for link, judgement in judged
            if judgement is not None
            for each in _for_link(theory, link, judgement, catalogue)
        ),
        *missing_arrows(theory, evaluation),
        *_for_deliveries(evaluation.deliveries),
        *_for_progression(evaluation),
        _keep(evaluation),
    )
    return _one_of_each(found)


def _for_link(theory: Theory, link: Link, judgement: Judgement, indicators: Indicators) -> Iterator[Proposal]:
    yield from _for_verdict(theory, link, judgement, indicators)
    if Flag.CONDITIONAL in judgement.flags:
        yield from _requirements(theory, link, judgement)
    if Flag.FEEDBACK in judgement.flags and not _will_turn(theory, link, judgement):
        yield from _feedback(theory, link, judgement)


def _for_verdict(
    theory: Theory, link: Link, judgement: Judgement, indicators: Indicators
) -> Iterator[Proposal]:
    match judgement.verdict:
        case Verdict.NO_RELEVANT | Verdict.CONTRADICTED if not survives_holm(judgement):
            yield proposal(ProposalKind.COLLECT_MORE, judgement)
        case Verdict.NO_RELEVANT if _will_turn(theory, link, judgement):
            yield proposal(ProposalKind.TURN_LINK, judgement, *_turn(link, judgement))
        case Verdict.NO_RELEVANT:
            yield proposal(ProposalKind.DROP_LINK, judgement, DropLink(link=link.id))
        case Verdict.CONTRADICTED:
            yield proposal(ProposalKind.REVERSE_LINK, judgement, ReverseLink(link=link.id))
        case Verdict.WEAK:
            yield from _for_weak(theory, link, judgement, indicators)
        case Verdict.UNDECIDED if bars := _bars(judgement):
            yield from _for_barred(theory, link, judgement, bars, indicators)
        case Verdict.UNDECIDED:
            yield proposal(ProposalKind.COLLECT_MORE, judgement)
        case Verdict.NOT_MEASURED:
            yield from _for_unmeasured(theory, link, judgement, indicators)
        case Verdict.SUPPORTED:
            return
        case _:
            assert_never(judgement.verdict)


def _for_weak(theory: Theory, link: Link, judgement: Judgement, indicators: Indicators) -> Iterator[Proposal]:
    """A weak link is true as far as it goes; what keeps it weak says what to do.

    Where only a comparison is missing more data do not help; and nobody can allot an outcome, so a
    link between outcomes that is weak for that reason is as strong as it can be.
    """
    cause = theory.element(link.cause)
    if Cap.SAME_INFORMANT in judgement.caps:
        yield _another_view(theory, link.effect, judgement, indicators)
    elif Cap.SEEN_BEFORE in judgement.caps:
        yield proposal(ProposalKind.COLLECT_MORE, judgement)
    elif {Cap.SAME_WAVE_ONLY, Cap.SAME_WAVE_DISAGREES} & set(judgement.caps):
        yield proposal(ProposalKind.WEAKEN_CLAIM, judgement, WeakenLink(link=link.id))
    elif not {Cap.NOT_IDENTIFIED, Cap.NO_CONTRAST} & set(judgement.caps):
        yield proposal(ProposalKind.COLLECT_MORE, judgement)
    elif cause is not None and cause.kind is Kind.ACTIVITY:
        yield proposal(ProposalKind.FIND_COMPARISON, judgement)


def _bars(judgement: Judgement) -> frozenset[Cap]:
    """Return what keeps more citizens from deciding, in every test that is still open."""
    still_open = [each for each in judgement.results if isinstance(each, Tested) and each.verdict in _OPEN]
    if not still_open or not all(each.bars for each in still_open):
        return frozenset()
    return frozenset(cap for each in still_open for cap in each.bars)


def _for_barred(
    theory: Theory, link: Link, judgement: Judgement, bars: frozenset[Cap], indicators: Indicators
) -> Iterator[Proposal]:
    """What more data do not decide may be decided by another view, or by somebody to compare with."""
    cause = theory.element(link.cause)
    if Cap.SAME_INFORMANT in bars:
        yield _another_view(theory, link.effect, judgement, indicators)
    elif bars & _NO_FAIR_COMPARISON and cause is not None and cause.kind is Kind.ACTIVITY:
        yield proposal(ProposalKind.FIND_COMPARISON, judgement)


_OPEN = frozenset({Verdict.UNDECIDED, Verdict.WEAK})
_NO_FAIR_COMPARISON = frozenset(
    {Cap.NOT_IDENTIFIED, Cap.NO_CONTRAST, Cap.BRACKET, Cap.PLACEBO, Cap.NOTHING_BEFORE}
)
_UNSEEN = frozenset({Reason.NOT_TESTABLE, Reason.MEASUREMENT_FAILURE})


def _for_unmeasured(
    theory: Theory, link: Link, judgement: Judgement, indicators: Indicators
) -> Iterator[Proposal]:
    reasons = {each.reason for each in judgement.results if isinstance(each, NotMeasured)}
    if Reason.NOT_DELIVERED in reasons:
        return  # the delivery itself has a proposal; the link was never tried
    if Reason.NOT_IN_A_ROW in reasons:
        return  # it is the numbers of the målinger, or the plan, that are wrong: QC449 says what to do
    if reasons & _UNSEEN:
        yield _another_view(theory, _unseen_end(theory, link), judgement, indicators)
    elif Reason.NO_COMPARISON in reasons:
        yield proposal(ProposalKind.FIND_COMPARISON, judgement)
    else:
        yield proposal(ProposalKind.COLLECT_MORE, judgement)


def _unseen_end(theory: Theory, link: Link) -> str:
    """Return the end of a link that no indicator shows; the effect when both are shown."""
    cause = theory.element(link.cause)
    is_unseen = cause is not None and cause.kind is not Kind.ACTIVITY and not cause.indicators
    return link.cause if is_unseen else link.effect


def _another_view(theory: Theory, id: str, judgement: Judgement, indicators: Indicators) -> Proposal:
    """Propose to see an element through somebody else's eyes, with an indicator where there is one."""
    element = theory.element(id)
    candidate = element and _other_respondent(element, indicators)
    changes = (AddIndicator(element=id, indicator=candidate.id),) if candidate else ()
    return proposal(ProposalKind.ADD_INDICATOR, judgement, *changes, about=id)


def _other_respondent(element: Element, indicators: Indicators) -> Indicator | None:
    """Return an indicator of the same domain that somebody else answers, if the catalogues have one."""
    own = [each for each in map(indicators.get, element.indicators) if each is not None]
    domains = {each.domain for each in own if each.domain}
    answered = {each.respondent for each in own}
    fitting = (
        each
        for each in indicators
        if each.domain in domains
        and each.respondent is not None
        and each.respondent not in answered
        and each.scale is not None
        and not each.is_slot
    )
    return next(fitting, None)


def _requirements(theory: Theory, link: Link, judgement: Judgement) -> Iterator[Proposal]:
    """A link that holds where a condition is met, and not where it is not: require the condition."""
    for moderator, attachment in theory.moderators_of(link):
        slopes = _slopes(judgement, moderator.id)
        if attachment.expected is Expected.STRENGTHENS and slopes is not None:
            met, unmet = slopes
            require = RequireModerator(moderator=moderator.id, link=link.id)
            numbers = {**estimate_evidence(met), "unmet": unmet.value, "unmet_high": unmet.high}
            yield proposal(
                ProposalKind.REQUIRE_MODERATOR,
                judgement,
                require,
                about=f"{moderator.id}: {link.id}",
                evidence=numbers,
            )


def _slopes(judgement: Judgement, moderator: str) -> tuple[Estimate, Estimate] | None:
    """Return the link's slope where the condition is met and where it is not, if only the first is there."""
    for each in judgement.results:
        if isinstance(each, Tested):
            named = {one.name: one for one in each.estimates if one.role is Role.MODERATION}
            met, unmet = named.get(f"x met: {moderator}"), named.get(f"x not met: {moderator}")
            if met and unmet and met.low > 0 and unmet.high < each.smallest:
                return met, unmet
    return None


def _feedback(theory: Theory, link: Link, judgement: Judgement) -> Iterator[Proposal]:
    """The effect also moves the cause: claim the way back, where an arrow may point so; why is for people."""
    reverse = _reverse(judgement)
    back = Link(
        cause=link.effect,
        effect=link.cause,
        sign=opposite(link.sign) if reverse is not None and reverse.value < 0 else link.sign,
    )
    if reverse is not None and _may_turn(theory, link):
        change = AddLink(link=back)
        numbers = estimate_evidence(reverse)
        yield proposal(ProposalKind.ADD_LINK, judgement, change, about=back.id, evidence=numbers)


def _will_turn(theory: Theory, link: Link, judgement: Judgement) -> bool:
    """Say whether the claimed direction is empty and the opposite one is not."""
    return (
        judgement.verdict is Verdict.NO_RELEVANT
        and Flag.FEEDBACK in judgement.flags
        and survives_holm(judgement)
        and _may_turn(theory, link)
    )


def _turn(link: Link, judgement: Judgement) -> tuple[Change, ...]:
    reverse = _reverse(judgement)
    turn = TurnLink(link=link.id)
    if reverse is not None and reverse.value < 0:
        return (turn, ReverseLink(link=f"{link.effect} -> {link.cause}"))
    return (turn,)


def _may_turn(theory: Theory, link: Link) -> bool:
    """Say whether the arrow may point the other way: within outputs or within outcomes, and not there yet."""
    ends = [theory.element(each) for each in (link.cause, link.effect)]
    kinds = {each.kind for each in ends if each is not None}
    taken = any(each.pair == (link.effect, link.cause) for each in theory.links)
    return len(kinds) == 1 and kinds <= {Kind.OUTPUT, Kind.OUTCOME} and not taken


def _reverse(judgement: Judgement) -> Estimate | None:
    estimates = (
        estimate
        for each in judgement.results
        if isinstance(each, Tested)
        for estimate in each.estimates
        if estimate.role is Role.REVERSE
    )
    return next(estimates, None)


_DELIVERIES = {
    "not delivered": ProposalKind.RAISE_DOSE,
    "declared but not delivered": ProposalKind.RAISE_DOSE,
    "delivered but not declared": ProposalKind.DECLARE,
}


def _for_deliveries(deliveries: Sequence[Delivery]) -> Iterator[Proposal]:
    """What was promised and not given comes before any verdict on the theory (type III error)."""
    for each in deliveries:
        kind = _DELIVERIES.get(each.outcome)
        if kind is not None:
            yield Proposal(
                id=proposal_id(kind, each.subject),
                kind=kind,
                subject=each.subject,
                evidence=delivery_evidence(each),
            )


def _for_progression(evaluation: Evaluation) -> Iterator[Proposal]:
    """Where most answers stand still or go back, another strategy must be considered (BIP 2014)."""
    moved = [(each.forward, each.same, each.back) for each in evaluation.progressions]
    known = [each for each in moved if None not in each]
    standing = sum(1 for forward, same, back in known if (forward or 0) < (same or 0) + (back or 0))
    if standing * 2 > len(known):
        evidence: dict[str, Plain] = {"indicators": len(known), "standing": standing}
        kind = ProposalKind.NEW_STRATEGY
        yield Proposal(id=proposal_id(kind), kind=kind, subject="", evidence=evidence)


def _keep(evaluation: Evaluation) -> Proposal:
    evidence: dict[str, Plain] = {
        each.name.lower(): evaluation.count(each) for each in Verdict if evaluation.count(each)
    }
    kind = ProposalKind.KEEP
    return Proposal(id=proposal_id(kind), kind=kind, subject="", changes=(Keep(),), evidence=evidence)


def _one_of_each(found: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals without repeats; two that would share an id are numbered."""
    kept: dict[str, Proposal] = {}
    for each in found:
        same = [one for one in kept.values() if (one.kind, one.subject) == (each.kind, each.subject)]
        if same and same[0].changes == each.changes:
            continue
        id, number = each.id, 2
        while id in kept:
            id, number = f"{each.id}-{number}", number + 1
        kept[id] = replace(each, id=id)
    return tuple(kept.values())
