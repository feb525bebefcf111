"""A proposal as a value: what could be corrected, the numbers behind it, and how sure they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.circle.plain import Plain
from qualitycircle.evaluation.values import Delivery, Estimate, Judgement, NotMeasured, Tested, Verdict
from qualitycircle.theory.change import Change

LEVEL = 0.05


class ProposalKind(Enum):
    """What can be proposed; the value begins the proposal's id."""

    DROP_LINK = "drop"
    REVERSE_LINK = "vend-fortegn"
    TURN_LINK = "vend-retning"
    ADD_LINK = "ny-pil"
    WEAKEN_CLAIM = "svæk"
    REQUIRE_MODERATOR = "kræv"
    ADD_INDICATOR = "ny-indikator"
    COLLECT_MORE = "mål-mere"
    FIND_COMPARISON = "sammenlign"
    RAISE_DOSE = "lever-det-lovede"
    DECLARE = "skriv-ind"
    NEW_STRATEGY = "ny-strategi"
    KEEP = "behold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing the evaluation gives reason to do, the numbers behind it, and how sure they are.

    `changes` is what accepting it does to the theory's text; empty means that practice or
    measurement is to change, or that a person must choose how. `survives` says whether the result
    holds when corrected for all claimed links (Holm); None where no such test is made. `rival`
    names the other explanation of the same numbers (`vocabulary/words/circle.py`).
    """

    id: str
    kind: ProposalKind
    subject: str
    changes: tuple[Change, ...] = ()
    evidence: Mapping[str, Plain] = field(default_factory=dict, hash=False)
    survives: bool | None = None

    @property
    def rival(self) -> str:
        """Return the name of the other explanation."""
        if self.kind is ProposalKind.ADD_INDICATOR and self.evidence.get("verdict") == _NOT_MEASURED:
            return "UNSEEN"
        return self.kind.name

    @property
    def must_be_confirmed(self) -> bool:
        """Say whether it is a claim made after seeing the data, which only later data can confirm."""
        return self.kind in _CLAIMS


_NOT_MEASURED = Verdict.NOT_MEASURED.value
_CLAIMS = frozenset(
    {
        ProposalKind.DROP_LINK,
        ProposalKind.REVERSE_LINK,
        ProposalKind.TURN_LINK,
        ProposalKind.ADD_LINK,
        ProposalKind.WEAKEN_CLAIM,
        ProposalKind.REQUIRE_MODERATOR,
    }
)


def survives_holm(judgement: Judgement) -> bool:
    """Say whether a conclusive verdict holds when corrected for all claimed links."""
    adjusted = _holm(judgement)
    return adjusted is not None and adjusted < LEVEL


def _holm(judgement: Judgement) -> float | None:
    """Return the p-value that the verdict rests on, corrected for all claimed links."""
    return judgement.holm_p_equivalence if judgement.verdict is Verdict.NO_RELEVANT else judgement.holm_p


def proposal(
    kind: ProposalKind,
    judgement: Judgement,
    *changes: Change,
    about: str = "",
    evidence: Mapping[str, Plain] | None = None,
) -> Proposal:
    """Return a proposal that rests on a link's judgement; `about` names it when the link does not."""
    numbers = evidence_of(judgement)
    return Proposal(
        id=proposal_id(kind, about or judgement.link),
        kind=kind,
        subject=about or judgement.link,
        changes=changes,
        evidence={"link": judgement.link, **numbers, **(evidence or {})},
        survives=survives_holm(judgement) if judgement.verdict in _CONCLUSIVE else None,
    )


_CONCLUSIVE = frozenset({Verdict.NO_RELEVANT, Verdict.CONTRADICTED})


def evidence_of(judgement: Judgement) -> dict[str, Plain]:
    """Return the numbers a judgement rests on, as they are written beside a decision."""
    first = next((each for each in judgement.results if isinstance(each, Tested)), None)
    found: dict[str, Plain] = {"verdict": judgement.verdict.value}
    if first is not None:
        found |= estimate_evidence(first.deciding)
        found |= {"smallest": first.smallest, "n_needed": first.n_needed}
    reasons = [each.reason.value for each in judgement.results if isinstance(each, NotMeasured)]
    if reasons:
        found["reason"] = reasons[0]
    holm = _holm(judgement)
    return found if holm is None else {**found, "holm_p": holm}


def estimate_evidence(estimate: Estimate) -> dict[str, Plain]:
    """Return one estimate's numbers."""
    return {
        "value": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "unit": estimate.unit,
        "persons": estimate.persons,
    }


def delivery_evidence(delivery: Delivery) -> dict[str, Plain]:
    """Return what was promised and what was delivered."""
    return {
        "what": delivery.what,
        "promised": delivery.promised,
        "value": delivery.value,
        "low": delivery.low,
        "high": delivery.high,
        "persons": delivery.persons,
        "outcome": delivery.outcome,
    }


def proposal_id(kind: ProposalKind, *about: str) -> str:
    """Return an id that is the same every time and easy to write on a command line.

    >>> proposal_id(ProposalKind.DROP_LINK, "fremmøde -> motivation")
    'drop-fremmoede-motivation'
    """
    folded = "-".join((kind.value, *about)).casefold()
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        folded = folded.replace(letter, plain)
    return "-".join(re.findall(r"[^\W]+", folded))
