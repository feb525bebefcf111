"""From the results of a link's tests to one verdict, and from all links to corrected p-values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualitycircle.evaluation.beside import Moderation
from qualitycircle.evaluation.values import (
    Cap,
    Flag,
    Judgement,
    LinkResult,
    NotMeasured,
    Tested,
    Verdict,
)
from qualitycircle.evaluation.verdict import CLAIMS_A_NO, adjusted, holm
from qualitycircle.theory import Several

CORRECTED_AT = 0.05

_FOR = frozenset({Verdict.SUPPORTED, Verdict.WEAK})


def judgement(link: str, results: Sequence[LinkResult]) -> Judgement:
    """Return the verdict on a link: all its tests must hold, or one when its indicators say so."""
    ran = [each for each in results if isinstance(each, Tested)]
    if not ran:
        return Judgement(link=link, verdict=Verdict.NOT_MEASURED, results=tuple(results))
    verdict, caps = _any(ran) if _one_is_enough(ran) else _all(ran, everything=len(ran) == len(results))
    if any(each.caps for each in ran) and verdict is not Verdict.SUPPORTED:
        caps = tuple(dict.fromkeys([*(cap for each in ran for cap in each.caps), *caps]))
    return Judgement(
        link=link,
        verdict=verdict,
        results=tuple(results),
        flags=tuple(dict.fromkeys(flag for each in ran for flag in each.flags)),
        caps=caps,
    )


def unconfirmed(judged: Judgement) -> Judgement:
    """Return a judgement on a claim that these very data suggested: a yes is at most weak."""
    if judged.verdict not in _FOR:
        return judged
    results = tuple(
        replace(each, verdict=Verdict.WEAK, caps=(*each.caps, Cap.SEEN_BEFORE))
        if isinstance(each, Tested) and each.verdict in _FOR
        else each
        for each in judged.results
    )
    return replace(judged, verdict=Verdict.WEAK, results=results, caps=(*judged.caps, Cap.SEEN_BEFORE))


def _one_is_enough(ran: Sequence[Tested]) -> bool:
    return len(ran) > 1 and any(
        Several.ANY in {each.test.cause.several, each.test.effect.several} for each in ran
    )


def _all(ran: Sequence[Tested], *, everything: bool) -> tuple[Verdict, tuple[Cap, ...]]:
    found = {_checked_by_another(each, ran) for each in ran}
    verdict = _together(found)
    if everything and (len(found) == 1 or found <= _FOR):
        return verdict, ()
    if everything:
        return verdict, (Cap.NOT_ALL_AGREE,)
    return _lowered(verdict), (Cap.NOT_ALL_AGREE,)


def _together(found: set[Verdict]) -> Verdict:
    if len(found) == 1:
        return next(iter(found))
    return Verdict.WEAK if found <= _FOR else Verdict.UNDECIDED


def _lowered(verdict: Verdict) -> Verdict:
    """Not every declared respondent could be asked: a claim is lowered, either way."""
    if verdict is Verdict.SUPPORTED:
        return Verdict.WEAK
    return Verdict.UNDECIDED if verdict in CLAIMS_A_NO else verdict


def _checked_by_another(result: Tested, ran: Sequence[Tested]) -> Verdict:
    """Return a test's verdict; the cap for one informant falls when another informant confirms it."""
    only_informant = set(result.caps) == {Cap.SAME_INFORMANT}
    if not (only_informant and result.uncapped is Verdict.SUPPORTED):
        return result.verdict
    confirmed = any(
        each.verdict is Verdict.SUPPORTED and not each.test.same_informant
        for each in ran
        if each is not result
    )
    return Verdict.SUPPORTED if confirmed else result.verdict


def _any(ran: Sequence[Tested]) -> tuple[Verdict, tuple[Cap, ...]]:
    """One indicator is enough, at the price of a correction for how many were tried (Holm)."""
    corrected = holm([each.p for each in ran])
    kept = [
        each.verdict if each.verdict not in _FOR or p < CORRECTED_AT else Verdict.UNDECIDED
        for each, p in zip(ran, corrected, strict=True)
    ]
    for wanted in (Verdict.SUPPORTED, Verdict.WEAK):
        if wanted in kept:
            return wanted, ()
    return _together(set(kept)), ()


def corrected(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements with Holm's p over all links, and a flag where a claim does not survive."""
    measured = [each for each in judgements if each.verdict is not Verdict.NOT_MEASURED]
    superiority = holm([_p(each) for each in measured])
    equivalence = holm([_p_within(each) for each in measured])
    found = {
        each.link: _with_p(each, p, within)
        for each, p, within in zip(measured, superiority, equivalence, strict=True)
    }
    return conditional([found.get(each.link, each) for each in judgements])


def conditional(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements with every condition's p among all of them, and a flag where one decides.

    A link is conditional when it is there under the one and not under the other, and the difference
    survives the number of conditions that were tried (Benjamini & Hochberg 1995).
    """
    tried = [one.p for each in judgements for one in _moderations(each) if one.p is not None]
    waiting = iter(adjusted(tried))
    return tuple(_with_conditions(each, waiting) for each in judgements)


def _moderations(judged: Judgement) -> list[Moderation]:
    return [one for each in _ran(judged) for one in each.moderations]


def _with_conditions(judged: Judgement, waiting: Iterator[float]) -> Judgement:
    results = tuple(
        _with_corrected(each, waiting) if isinstance(each, Tested) else each for each in judged.results
    )
    flags = [flag for each in results if isinstance(each, Tested) for flag in each.flags]
    extra = (Flag.CONDITIONAL,) if Flag.CONDITIONAL in flags and Flag.CONDITIONAL not in judged.flags else ()
    return replace(judged, results=results, flags=(*judged.flags, *extra))


def _with_corrected(result: Tested, waiting: Iterator[float]) -> Tested:
    found = tuple(
        each if each.p is None else replace(each, corrected_p=next(waiting)) for each in result.moderations
    )
    decides = any(each.slopes_differ and (each.corrected_p or 0.0) < CORRECTED_AT for each in found)
    extra = (Flag.CONDITIONAL,) if decides else ()
    return replace(result, moderations=found, flags=(*result.flags, *extra))


def _ran(judged: Judgement) -> list[Tested]:
    return [each for each in judged.results if isinstance(each, Tested)]


def _p(judged: Judgement) -> float:
    ran = _ran(judged)
    if _one_is_enough(ran):
        return min(holm([each.p for each in ran]))
    return max(each.p for each in ran)


def _p_within(judged: Judgement) -> float:
    return max(each.p_equivalence for each in _ran(judged))


def _with_p(judged: Judgement, p: float, within: float) -> Judgement:
    deciding = {Verdict.NO_RELEVANT: within, Verdict.SUPPORTED: p, Verdict.CONTRADICTED: p}
    survives = deciding.get(judged.verdict, 0.0) < CORRECTED_AT
    extra = () if survives else (Flag.DOES_NOT_SURVIVE_CORRECTION,)
    return replace(judged, holm_p=p, holm_p_equivalence=within, flags=(*judged.flags, *extra))


def undelivered(result: LinkResult, because: NotMeasured) -> LinkResult:
    """Return a "no" as not measured when what was promised was not delivered; its number is kept.

    Failure of the effort is not failure of the theory (Weiss 1997): a claim that holds anyway stands.
    """
    if isinstance(result, Tested) and result.verdict in CLAIMS_A_NO:
        return replace(because, test=result.test, seen=result.deciding)
    return result
