"""What it all says about the theory, asked in a fixed order and stopped at the first "no".

Could it be seen? Was it delivered? Only then: does the theory hold, and where does it break? An
effort that was never given, or a change that cannot be seen, says nothing about a theory (Suchman
1967; Weiss 1972, 1997; Chen 1990; Dahler-Larsen & Krogstrup 2003; Bredgaard et al. 2016, ch. 12).
A theory failure needs a link that is contradicted or shown to be irrelevant, never one that was
merely not significant (statistics design 1.9). Deterministic: the same evaluation, the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qualitycircle.evaluation.deciding_day import deciding_day
from qualitycircle.evaluation.failures import Case, Facts, are_few, not_as_declared, undelivered, unseen
from qualitycircle.evaluation.values import Evaluation, Flag, Judgement, NotMeasured, Tested, Verdict
from qualitycircle.evaluation.verdict import CLAIMS_A_NO
from qualitycircle.evaluation.whole import Absence, Diagnosis, Layer, Standing, Statement
from qualitycircle.graph import influences
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Activity, Output, Theory


def diagnose(theory: Theory, evaluation: Evaluation, indicators: Indicators) -> Diagnosis | None:
    """Return every chain's standing and what is said of the theory; None when it draws no arrow.

    A theory without a way from a delindsats to a slutmål is asked link by link.
    """
    case = Case(theory, evaluation, indicators)
    ways = [each.links for each in evaluation.chains] or [(each.id,) for each in influences(theory)]
    if not ways:
        return None
    asked = [_stand(way, case) for way in ways]
    standings = tuple(standing for standing, _ in asked)
    said = [each for _, statements in asked for each in statements]
    said += [*not_as_declared(case), *_other_mechanisms(case)]
    layers = {each.layer for each in standings}
    return Diagnosis(
        layer=next(iter(layers)) if len(layers) == 1 else None,
        standings=standings,
        statements=tuple(sorted(_unique(said), key=lambda each: _PLACE[each.layer])),
    )


_PLACE = {each: at for at, each in enumerate(Layer)}


def _unique(statements: Iterable[Statement]) -> list[Statement]:
    found: dict[tuple[Layer, str, str], Statement] = {}
    for each in statements:
        found.setdefault((each.layer, each.about, each.why), each)
    return list(found.values())


def _stand(way: tuple[str, ...], case: Case) -> tuple[Standing, tuple[Statement, ...]]:
    """Return the first layer that stops a chain, and what is said of it there."""
    upto = way[: _first_refuted(way, case) + 1]
    for asked in (unseen(upto, case), undelivered(upto, case), _refuted(way, case)):
        if asked:
            return _at(way, asked)
    still_open = [*_conditional(way, case), *_too_few(way, case)]
    return _at(way, [*still_open, *_what_is_left(way, case, still_open)])


def _at(way: tuple[str, ...], statements: Sequence[Statement]) -> tuple[Standing, tuple[Statement, ...]]:
    first = statements[0]
    return Standing(links=way, layer=first.layer, about=first.about), tuple(statements)


def _first_refuted(way: tuple[str, ...], case: Case) -> int:
    refuted = (at for at, each in enumerate(way) if case.judged(each).verdict in CLAIMS_A_NO)
    return next(refuted, len(way) - 1)


# 3-4. Does the theory hold? ------------------------------------------------------------------------


def _refuted(way: tuple[str, ...], case: Case) -> list[Statement]:
    at = _first_refuted(way, case)
    judged = case.judged(way[at])
    if judged.verdict not in CLAIMS_A_NO:
        return []
    layer = Layer.ACTION_THEORY if _is_of_the_action(way, at, case.theory) else Layer.CHANGE_THEORY
    return [Statement(layer=layer, about=way[at], why=judged.verdict.value, facts=_numbers(judged))]


def _is_of_the_action(way: tuple[str, ...], at: int, theory: Theory) -> bool:
    """Say whether a link is about what the effort does, up to the first effect."""
    causes = [theory.element(each.split(" -> ")[0]) for each in way[: at + 1]]
    return all(isinstance(each, Activity | Output) for each in causes)


def _numbers(judged: Judgement) -> Facts:
    ran = (each for each in judged.results if isinstance(each, Tested) and each.verdict is judged.verdict)
    tested = next(ran, None)
    if tested is None:
        return {}
    survives = Flag.DOES_NOT_SURVIVE_CORRECTION not in judged.flags
    deciding = tested.deciding
    return {
        "value": deciding.value,
        "low": deciding.low,
        "high": deciding.high,
        "unit": deciding.unit,
        "smallest": tested.smallest,
        "survives": "yes" if survives else "no",
    }


def _other_mechanisms(case: Case) -> Iterator[Statement]:
    """Yield a goal that moves though no way to it holds, and arrows that are missing."""
    for total in case.evaluation.totals:
        ways = [each for each in case.evaluation.chains if each.ends == (total.activity, total.goal)]
        if total.is_relevant and ways and all(each.is_broken for each in ways):
            facts: Facts = {"basis": total.basis, "activity": total.activity, "goal": total.goal}
            yield Statement(
                layer=Layer.OTHER_MECHANISM,
                about=f"{total.activity} -> {total.goal}",
                why="the goal moves",
                facts=facts,
            )
    for absent in case.evaluation.absent:
        if absent.outcome is Absence.VIOLATED:
            yield Statement(layer=Layer.OTHER_MECHANISM, about=absent.link, why="arrow missing")


# 5-7. What is left ---------------------------------------------------------------------------------


def _conditional(way: tuple[str, ...], case: Case) -> list[Statement]:
    return [
        Statement(layer=Layer.CONTEXT, about=each, why="conditional", facts=_conditions(each, case.theory))
        for each in way
        if Flag.CONDITIONAL in case.judged(each).flags
    ]


def _conditions(link: str, theory: Theory) -> Facts:
    drawn = theory.link(link)
    names = [each.name for each, _ in theory.moderators_of(drawn)] if drawn else []
    return {"moderators": ", ".join(names)}


def _too_few(way: tuple[str, ...], case: Case) -> list[Statement]:
    return [one for each in way for one in _not_decided(each, case)]


def _not_decided(link: str, case: Case) -> Iterator[Statement]:
    judged = case.judged(link)
    reasons = [each for each in judged.results if isinstance(each, NotMeasured)]
    if judged.verdict is Verdict.NOT_MEASURED and are_few(reasons):
        first = reasons[0]
        yield Statement(layer=Layer.TOO_FEW, about=link, why=first.reason.value, facts=dict(first.facts))
    elif judged.verdict is Verdict.UNDECIDED:
        yield replace(_when(judged, case.evaluation), about=link)


def _when(judged: Judgement, evaluation: Evaluation) -> Statement:
    """Return how many citizens would decide and about when; or that more of the same would not."""
    ran = [each for each in judged.results if isinstance(each, Tested)]
    open_ones = [each for each in ran if each.uncapped is Verdict.UNDECIDED]
    needed = [each.n_needed for each in open_ones]
    known = [each for each in needed if each is not None]
    widest = max(open_ones, key=lambda each: each.n_needed or 0, default=None)
    enough = widest is not None and len(known) == len(needed) and max(known) <= widest.deciding.persons
    bars = dict.fromkeys(each for one in open_ones for each in one.bars) if widest else judged.caps
    if widest is None or bars:
        caps = ", ".join(each.value for each in bars)
        return Statement(layer=Layer.TOO_FEW, about="", why="more does not decide", facts={"caps": caps})
    if len(known) < len(needed) or not known:
        return Statement(layer=Layer.TOO_FEW, about="", why="reliability first")
    facts: Facts = {"needed": max(known), "persons": widest.deciding.persons}
    day = deciding_day(evaluation.first_date, evaluation.last_date, widest.deciding.persons, max(known))
    why = "enough citizens, unlucky" if enough else "more citizens"
    return Statement(layer=Layer.TOO_FEW, about="", why=why, facts={**facts, "date": day})


def _what_is_left(way: tuple[str, ...], case: Case, still_open: Sequence[Statement]) -> list[Statement]:
    """Return what is weak; or, when nothing is weak or open, that the chain holds so far."""
    weak = [each for each in way if case.judged(each).verdict is Verdict.WEAK]
    if weak or still_open:
        return [
            Statement(layer=Layer.NOT_REFUTED, about=each, why="weak", facts=_why_weak(each, case))
            for each in weak
        ]
    about = " -> ".join([way[0].split(" -> ")[0], *(each.split(" -> ")[1] for each in way)])
    missing = any(each.outcome is Absence.VIOLATED for each in case.evaluation.absent)
    layer = Layer.NOT_REFUTED if missing else Layer.HOLDS
    return [Statement(layer=layer, about=about, why="an arrow is missing" if missing else "supported")]


def _why_weak(link: str, case: Case) -> Facts:
    return {"caps": ", ".join(each.value for each in case.judged(link).caps)}
