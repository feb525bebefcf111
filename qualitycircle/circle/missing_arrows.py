"""Arrows the data ask for: pairs the theory leaves unconnected that go together by more than what matters."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.circle.plain import Plain
from qualitycircle.circle.proposal import Proposal, ProposalKind, proposal_id
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.evaluation.whole import Absence, AbsentLink
from qualitycircle.theory import Link, Sign, Theory
from qualitycircle.theory.change import AddLink


def missing_arrows(theory: Theory, evaluation: Evaluation) -> Iterator[Proposal]:
    """Yield an arrow to draw for every relevant violation; why it should be there is for people to say.

    A violation already survives the correction for its family (Benjamini & Hochberg 1995); found
    in these data, it must be confirmed in later ones (MacCallum, Roznowski & Necowitz 1992).
    """
    drawn = {pair for each in theory.links for pair in (each.pair, each.pair[::-1])}
    for each in evaluation.absent:
        if each.outcome is Absence.VIOLATED and (each.cause, each.effect) not in drawn:
            yield _proposal(each)


def _proposal(absent: AbsentLink) -> Proposal:
    sign = Sign.DOWN if absent.value is not None and absent.value < 0 else Sign.UP
    link = Link(cause=absent.cause, effect=absent.effect, sign=sign)
    evidence: dict[str, Plain] = {
        "value": absent.value,
        "low": absent.low,
        "high": absent.high,
        "unit": absent.unit,
        "persons": absent.persons,
        "smallest": absent.smallest,
        "corrected_p": absent.corrected_violation,
    }
    return Proposal(
        id=proposal_id(ProposalKind.ADD_LINK, link.id),
        kind=ProposalKind.ADD_LINK,
        subject=link.id,
        changes=(AddLink(link=link),),
        evidence=evidence,
    )
