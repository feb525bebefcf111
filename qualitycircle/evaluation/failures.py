"""What comes before the theory: what could not be seen, and what was not delivered.

Nothing is said of a theory through a step that was not measured, and nothing of a link below an
activity that was not given: the effort failed, not the theory ("type III error", Basch et al. 1985).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualitycircle.evaluation.values import (
    Delivery,
    Evaluation,
    Judgement,
    NotMeasured,
    Reason,
    Tested,
    Verdict,
)
from qualitycircle.evaluation.whole import Layer, QualityFlag, Statement
from qualitycircle.expectation import Comparison
from qualitycircle.expectation.durations import weeks
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Expected, Theory

Facts = dict[str, str | int | float]

_TOO_FEW = frozenset(
    {
        Reason.TOO_FEW_PERSONS,
        Reason.TOO_FEW_CLUSTERS,
        Reason.TOO_FEW_EXPOSED,
        Reason.TOO_FEW_EVENTS,
        Reason.TOO_FEW_ROUNDS,
    }
)
_SHORT = frozenset({"not delivered", "declared but not delivered", "rarely met"})
_BETWEEN_ROUNDS = frozenset(
    {Comparison.CHANGE_TO_CHANGE, Comparison.START_TO_OUTPUT, Comparison.START_TO_OUTCOME}
)


@dataclass(frozen=True)
class Case:
    """What is asked about: the theory, its indicators, and what the data said of each link."""

    theory: Theory
    evaluation: Evaluation
    indicators: Indicators

    def judged(self, link: str) -> Judgement:
        found = self.evaluation.judgement(link)
        return found or Judgement(link=link, verdict=Verdict.NOT_MEASURED, results=())


# 1. Could it be seen? ------------------------------------------------------------------------------


def unseen(way: tuple[str, ...], case: Case) -> list[Statement]:
    """Return the steps, up to the first that is refuted, that cannot be told from what was measured."""
    return [one for each in way for one in (*_not_measured(each, case), *_confounded(each, case))]


def _not_measured(link: str, case: Case) -> Iterator[Statement]:
    judged = case.judged(link)
    reasons = [each for each in judged.results if isinstance(each, NotMeasured)]
    if judged.verdict is not Verdict.NOT_MEASURED or _is_short(reasons) or are_few(reasons):
        return
    first = next((each for each in reasons if each.reason not in _TOO_FEW), None)
    reason = first.reason if first else Reason.NOT_TESTABLE
    yield Statement(
        layer=Layer.MEASUREMENT, about=link, why=reason.value, facts=dict(first.facts) if first else {}
    )


def _is_short(reasons: Sequence[NotMeasured]) -> bool:
    return any(each.reason is Reason.NOT_DELIVERED for each in reasons)


def are_few(reasons: Sequence[NotMeasured]) -> bool:
    return bool(reasons) and all(each.reason in _TOO_FEW for each in reasons)


def _confounded(link: str, case: Case) -> Iterator[Statement]:
    """Yield a window that reaches back past the cause, and answers that follow whoever rates."""
    for each in case.judged(link).results:
        if isinstance(each, Tested):
            yield from _long_window(link, each, case)
            yield from _rater_jump(link, each, case)


def _long_window(link: str, tested: Tested, case: Case) -> Iterator[Statement]:
    if tested.test.comparison not in _BETWEEN_ROUNDS or tested.deciding.lag == 0:
        return
    between = case.theory.plan.every * min((each for each in tested.test.lags if each), default=1) / 7
    for id in tested.test.effect.indicators:
        indicator = case.indicators.get(id)
        window = weeks(indicator.period) if indicator else None
        if window is not None and window > between + 1:
            facts: Facts = {"indicator": id, "weeks": window, "between": round(between)}
            yield Statement(layer=Layer.MEASUREMENT, about=link, why="window longer than lag", facts=facts)


def _rater_jump(link: str, tested: Tested, case: Case) -> Iterator[Statement]:
    quality = case.evaluation.quality
    for id in (*tested.test.cause.indicators, *tested.test.effect.indicators):
        found = quality.of(id) if quality else None
        if found is not None and QualityFlag.RATER_JUMP in found.flags:
            yield Statement(
                layer=Layer.MEASUREMENT, about=link, why="rater confounded", facts={"indicator": id}
            )


# 2. Was it delivered? ------------------------------------------------------------------------------


def undelivered(way: tuple[str, ...], case: Case) -> list[Statement]:
    """Return what fell short of its promise on a chain; fewer starters still leaves those who started."""
    on_the_way = _subjects(way, case)
    short = [each for each in case.evaluation.deliveries if each.subject in on_the_way and _stops(each)]
    if short:
        return [_delivery(each) for each in short]
    of_links = ((each, one) for each in way for one in case.judged(each).results)
    return [
        _fell_short(link, one)
        for link, one in of_links
        if isinstance(one, NotMeasured) and one.reason is Reason.NOT_DELIVERED
    ]


def _fell_short(link: str, result: NotMeasured) -> Statement:
    """Return what a link itself says was not delivered, with its numbers, as where too few drawn started."""
    about = str(result.facts.get("element", link))
    facts: Facts = {each: result.facts[each] for each in ("promised", "delivered") if each in result.facts}
    facts |= {"what": result.facts.get("what", "mean")} if facts else {"element": about}
    return Statement(layer=Layer.IMPLEMENTATION, about=about, why=Reason.NOT_DELIVERED.value, facts=facts)


def _subjects(way: tuple[str, ...], case: Case) -> frozenset[str]:
    ends = {end for each in way for end in each.split(" -> ")}
    required = {
        moderator.id
        for link in case.theory.links
        if link.id in way
        for moderator, attachment in case.theory.moderators_of(link)
        if attachment.expected is Expected.REQUIRED
    }
    return frozenset(ends | required)


def _stops(delivery: Delivery) -> bool:
    return delivery.outcome in _SHORT and not (
        delivery.what == "coverage" and delivery.outcome == "not delivered"
    )


def _delivery(delivery: Delivery) -> Statement:
    facts: Facts = {"what": delivery.what}
    if delivery.promised is not None:
        facts["promised"] = delivery.promised
    if delivery.value is not None:
        facts["delivered"] = delivery.value
    return Statement(layer=Layer.IMPLEMENTATION, about=delivery.subject, why=delivery.outcome, facts=facts)


def not_as_declared(case: Case) -> Iterator[Statement]:
    """Yield everything that was not as declared: the effort beside its own declaration (New Insight s9)."""
    for each in case.evaluation.deliveries:
        if each.outcome in _SHORT or each.outcome == "delivered but not declared":
            yield _delivery(each)
