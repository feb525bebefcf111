"""Hold the data against the theory, link by link.

Three readings of the data: a description, the sums for every comparison, and the scores for their
uncertainty. Everything else is arithmetic on small matrices.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from qualitycircle.data.block import Source
from qualitycircle.evaluation.absence import absence_frames, absence_result, absences
from qualitycircle.evaluation.arms import is_allocated
from qualitycircle.evaluation.association import (
    promise_frames,
    promise_result,
    together_frames,
    together_result,
)
from qualitycircle.evaluation.chains import chains, total_expectations, totals, ways
from qualitycircle.evaluation.changes import change_frames, change_result
from qualitycircle.evaluation.combining import corrected, judgement, unconfirmed, undelivered
from qualitycircle.evaluation.deliveries import deliveries, delivery_frames
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.diagnosis import diagnose
from qualitycircle.evaluation.estimating import Estimated, Tick, estimate
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.gates import Context, as_the_data_allow, missing, unheld
from qualitycircle.evaluation.goals import goal_frames, goal_result
from qualitycircle.evaluation.implied import claims
from qualitycircle.evaluation.judging import with_spread
from qualitycircle.evaluation.limits import with_limits
from qualitycircle.evaluation.progressions import progressions
from qualitycircle.evaluation.promised import promised
from qualitycircle.evaluation.quality import jumps, quality
from qualitycircle.evaluation.readings import Reading, read, reading
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.small_cells import shown
from qualitycircle.evaluation.starting import start_frames, start_result
from qualitycircle.evaluation.staying import staying
from qualitycircle.evaluation.suppression import suppressed
from qualitycircle.evaluation.values import (
    Delivery,
    Evaluation,
    Fingerprints,
    Judgement,
    LinkResult,
    NotMeasured,
    Reason,
    Tested,
)
from qualitycircle.expectation import Comparison, Expectation, NotTestable, Test, Testable
from qualitycircle.indicators import IndicatorClass, Indicators
from qualitycircle.theory import Expected, Theory

Framing = Callable[[Test, str, Context], tuple[Frame, ...] | NotMeasured]
Judging = Callable[[Test, str, Context, Mapping[str, Estimated]], LinkResult]

COMPARISONS: Mapping[Comparison, tuple[Framing, Judging]] = {
    Comparison.START_TO_OUTPUT: (start_frames, start_result),
    Comparison.PROMISE: (promise_frames, promise_result),
    Comparison.CHANGE_TO_CHANGE: (change_frames, change_result),
    Comparison.START_TO_OUTCOME: (start_frames, start_result),
    Comparison.LEVEL_TO_GOAL: (goal_frames, goal_result),
    Comparison.START_TO_GOAL: (goal_frames, goal_result),
    Comparison.TOGETHER: (together_frames, together_result),
}

ABSENT = {**COMPARISONS, Comparison.CHANGE_TO_CHANGE: (absence_frames, absence_result)}
"""How a pair without an arrow is held against the data: a start drawn by lot as any such start."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """One test with the models it needs and how it is judged, or why it cannot be run."""

    test: Test
    key: str
    frames: tuple[Frame, ...]
    judging: Judging
    failure: NotMeasured | None = None


def evaluate(
    theory: Theory,
    expectations: Sequence[Expectation],
    source: Source,
    *,
    number: int,
    date: str,
    post_hoc: bool,
    fingerprints: Fingerprints,
    indicators: Indicators | None = None,
    smallest_cell: int = 5,
    synthetic: bool = False,
    suggested: frozenset[str] = frozenset(),
    tick: Tick | None = None,
) -> Evaluation:
    """Describe the data, estimate every comparison the theory calls for, and judge each link.

    `indicators` bring reliabilities and periods; without them every reliability is unknown. Cells
    below `smallest_cell` are not shown. Links that these data `suggested` are at most weak. `tick`
    is told the name of each stage as it begins.
    """
    told = tick or _quietly
    told("describe")
    known = indicators or Indicators()
    whole = total_expectations(theory, known)
    every = (*expectations, *whole)
    asked, absent_left_out = claims(theory, known)
    undrawn = [each.expectation for each in asked if each.expectation is not None]
    readings = _readings(source, (*every, *undrawn))
    found = describe(source, readings)
    setting = Setting(source.layout, found, theory.plan.every, known)
    stayed = staying(source, _of_the_theory(readings, expectations), setting)
    behaves = None
    if found.persons >= smallest_cell:
        own = _of_the_theory(readings, expectations)
        behaves = quality(source, own, Context(theory, known, setting), smallest_cell)
    setting = replace(setting, jumps=jumps(behaves, setting, known))
    context = Context(theory, known, setting, stayed)
    prepared = (
        *(_prepare(each, context, COMPARISONS) for each in _tests(every)),
        *(_prepare(each, context, ABSENT) for each in _tests(undrawn)),
    )
    promises = promised(theory, context.setting)
    frames = [frame for each in prepared for frame in each.frames]
    estimated = estimate(
        source, [*frames, *delivery_frames(promises, context.setting)], context.setting.spacing, told
    )
    told("judge")
    delivered = deliveries(promises, context.setting, estimated, smallest_cell)
    results = {
        each.key: suppressed(
            _result(each, context, estimated, delivered), smallest_cell, everybody=found.persons
        )
        for each in prepared
    }
    judged = corrected([_judged(each, prepared, results) for each in expectations])
    judged = with_limits([unconfirmed(each) if each.link in suggested else each for each in judged])
    in_all = [_judged(each, prepared, results) for each in whole]
    evaluation = Evaluation(
        theory=theory.id,
        version=theory.version,
        number=number,
        date=date,
        post_hoc=post_hoc,
        persons=shown(found.persons, smallest_cell),
        measurements=found.rows if found.persons >= smallest_cell else 0,
        first_date=_as_date(found.first_day),
        last_date=_as_date(found.last_day),
        judgements=judged,
        fingerprints=fingerprints,
        deliveries=delivered,
        progressions=progressions(found, _outcomes(readings, expectations, known), known, smallest_cell),
        synthetic=synthetic,
        absent=absences(asked, _by_link(prepared, results, undrawn)),
        absent_left_out=absent_left_out,
        chains=chains(theory, judged),
        chains_left_out=ways(theory)[1],
        totals=totals(theory, judged, in_all),
        quality=behaves,
        smallest_cell=smallest_cell,
    )
    return replace(evaluation, diagnosis=diagnose(theory, evaluation, known))


def _quietly(stage: str) -> None:
    """Tell nobody."""


def _tests(expectations: Sequence[Expectation]) -> list[tuple[str, Test]]:
    return [
        (f"{each.link}/{position}", test)
        for each in expectations
        if isinstance(each, Testable)
        for position, test in enumerate(each.tests)
    ]


def _readings(source: Source, expectations: Sequence[Expectation]) -> tuple[Reading, ...]:
    """Return every indicator in the data, and every measure the tests need, each once."""
    columns = (each.partition(":") for each in source.layout.index)
    found = [read((name,), source.layout) for kind, _, name in columns if kind == "value"]
    for _, test in _tests(expectations):
        ends = (test.cause, test.effect, *test.controls)
        found += [reading(each, source.layout) for each in ends if each.indicators]
    return tuple({each.key: each for each in found}.values())


def _of_the_theory(readings: tuple[Reading, ...], expectations: Sequence[Expectation]) -> tuple[Reading, ...]:
    """Return the single indicators the theory's tests are about, as answered, when the data have them."""
    used = {
        id for _, test in _tests(expectations) for each in (test.cause, test.effect) for id in each.indicators
    }
    return tuple(each for each in readings if len(each.key) == 1 and each.key[0] in used)


def _outcomes(
    readings: tuple[Reading, ...], expectations: Sequence[Expectation], known: Indicators
) -> tuple[Reading, ...]:
    """Return those of the theory's indicators that show a citizen's progress: not attendance, not a job."""
    classes = {each.id: each.indicator_class for each in known}
    return tuple(
        each
        for each in _of_the_theory(readings, expectations)
        if classes.get(each.indicators[0]) in {None, IndicatorClass.OUTCOME}
    )


def _prepare(
    keyed: tuple[str, Test], context: Context, ways: Mapping[Comparison, tuple[Framing, Judging]]
) -> Prepared:
    key, test = keyed
    framing, judging = ways[test.comparison]
    failure = missing(test, context)
    if failure is not None:
        return Prepared(test, key, (), judging, failure)
    test = as_the_data_allow(test, context)
    frames = framing(test, key, context)
    if isinstance(frames, NotMeasured):
        return Prepared(test, key, (), judging, frames)
    return Prepared(test, key, frames, judging)


def _by_link(
    prepared: Sequence[Prepared], results: Mapping[str, LinkResult], expectations: Sequence[Expectation]
) -> Mapping[str, list[LinkResult]]:
    """Return the results of each expectation's tests, for those that have any."""
    links = {each.link for each in expectations if isinstance(each, Testable)}
    found: dict[str, list[LinkResult]] = {}
    for each in prepared:
        if each.test.link in links:
            found.setdefault(each.test.link, []).append(results[each.key])
    return found


def _judged(
    expectation: Expectation, prepared: Sequence[Prepared], results: Mapping[str, LinkResult]
) -> Judgement:
    if isinstance(expectation, NotTestable):
        facts = {reason.name: about for reason, about in expectation.reasons}
        return judgement(expectation.link, [NotMeasured(reason=Reason.NOT_TESTABLE, facts=facts)])
    own = (each for each in prepared if each.test.link == expectation.link)
    return judgement(expectation.link, [results[each.key] for each in own])


def _result(
    prepared: Prepared,
    context: Context,
    estimated: Mapping[str, Estimated],
    delivered: Sequence[Delivery],
) -> LinkResult:
    if prepared.failure is not None:
        return prepared.failure
    result = with_spread(prepared.judging(prepared.test, prepared.key, context, estimated))
    if isinstance(result, Tested):
        result = replace(result, unheld=unheld(prepared.test, context))
    drawn = is_allocated(prepared.test, context.setting.layout)
    short = _short_of(prepared.test, _failed_deliveries(delivered, by_lot=drawn))
    return result if short is None else undelivered(result, short)


def _failed_deliveries(delivered: Sequence[Delivery], *, by_lot: bool) -> Mapping[str, Delivery]:
    """Return what fell short in a way that touches the theory: not how many, but what they got.

    Fewer starters than promised still leaves those who started to be compared with those who wait. In
    groups made by lot everybody counts as allocated: the fewer who start, the less there is to see.
    """
    short = {"not delivered", "declared but not delivered", "rarely met"}
    return {
        each.subject: each
        for each in delivered
        if each.outcome in short
        and (by_lot or each.what != "coverage" or each.outcome.startswith("declared"))
    }


def _short_of(test: Test, failed: Mapping[str, Delivery]) -> NotMeasured | None:
    """Return that the cause, or a required condition, was not delivered as promised."""
    required = [each.moderator for each in test.moderators if each.expected is Expected.REQUIRED]
    short = next((failed[each] for each in (test.cause.element, *required) if each in failed), None)
    if short is None:
        return None
    facts: dict[str, str | int | float] = {"element": short.subject, "what": short.what}
    if short.promised is not None and short.value is not None:
        facts |= {"promised": round(short.promised, 4), "delivered": round(short.value, 4)}
    return NotMeasured(reason=Reason.NOT_DELIVERED, test=test, facts=facts)


def _as_date(day: int | None) -> str:
    return "" if day is None else (datetime.date(1970, 1, 1) + datetime.timedelta(days=day)).isoformat()
