"""How the measurements behave: reliable change, ends of the scale, raters, habits.

You get what you measure (Kongsgaard s5): one map over the data looks for answers that follow the
scale, the rater or habit rather than the citizen. Reliable change after Jacobson & Truax (1991), its
share always beside the share that noise alone would give; response shift as citizens and
professionals who part ways (Schwartz & Sprangers 1999).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from qualitycircle.data.block import Source
from qualitycircle.evaluation.behaviour import Asked, Behaviour, Group, Two, behaviours
from qualitycircle.evaluation.descriptives import Spread
from qualitycircle.evaluation.gates import AT_THE_END, Context
from qualitycircle.evaluation.readings import Reading, scale_of
from qualitycircle.evaluation.reliable_change import by_noise, threshold
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.verdict import Interval, interval
from qualitycircle.evaluation.whole import IndicatorQuality, Quality, QualityFlag, StraightLines, TrendGap
from qualitycircle.indicators import Indicator, Indicators, Respondent
from qualitycircle.theory import Theory

STILL = 0.5
ROUND = 0.5
STRAIGHT = 0.25
APART = 0.2
"""Standard deviations: less than this apart is not told as a sign."""
SURE = 2.58
"""Standard errors: a jump must be surer than a verdict, since many indicators are looked at."""
TWICE = 1.96
"""Standard errors from the middle of a 95 % interval to its end."""
LONG_SCALE = 50
FEWEST_MOVES = 30
SEVERAL = 3
"""How many answers make a line: fewer can agree by chance."""


def quality(source: Source, readings: Sequence[Reading], context: Context, smallest_cell: int) -> Quality:
    """Return how the theory's indicators behave; shares that rest on too few are not told."""
    known = context.indicators
    asked = tuple(_asked(each, context) for each in readings)
    pairs = _pairs(context.theory, known, [each.indicator for each in asked])
    groups = _groups(known, asked, context.setting)
    found = behaviours(source, asked, pairs, groups, context.setting)
    return Quality(
        indicators=tuple(
            _indicator(each, own, context, smallest_cell)
            for each, own in zip(asked, found.indicators, strict=True)
        ),
        gaps=tuple(
            each
            for two, sums in zip(pairs, found.pairs, strict=True)
            for each in _gap(two, sums, context.setting, smallest_cell)
        ),
        straight=tuple(
            _straight(group, rows, same, smallest_cell)
            for group, (rows, same) in zip(groups, found.groups, strict=True)
        ),
    )


def jumps(found: Quality | None, setting: Setting, known: Indicators) -> Mapping[str, str]:
    """Return the indicators whose answers surely jump when somebody else rates, and the column of who does.

    However little: a small jump that two ratings share is enough to make the one follow the other.
    """
    surely = [each.indicator for each in found.indicators if _jumps_surely(each)] if found else []
    columns = {each: _rater(known.get(each), setting) for each in surely}
    return {each: column for each, column in columns.items() if column}


def _jumps_surely(found: IndicatorQuality) -> bool:
    if found.jump is None or found.jump_low is None:
        return False
    return found.jump > (found.jump - found.jump_low) * SURE / TWICE


def _asked(reading: Reading, context: Context) -> Asked:
    id = reading.indicators[0]
    spread = context.setting.found.spread(reading)
    indicator = context.indicators.get(id)
    low, high = scale_of(id, context.setting.layout)
    is_long = high is not None and high - low >= LONG_SCALE
    return Asked(
        reading=reading,
        threshold=threshold(spread.typical_sd, reliability_of(indicator)),
        rater=_rater(indicator, context.setting),
        is_long=is_long,
    )


def reliability_of(indicator: Indicator | None) -> float | None:
    """Return the reliability of one answer; what is computed or recorded is no answer and has none."""
    if indicator is None or indicator.computed is not None:
        return None
    return indicator.reliability.value


def _rater(indicator: Indicator | None, setting: Setting) -> str:
    if indicator is None or indicator.respondent is None or not indicator.respondent.rates:
        return ""
    columns = (f"rater:{indicator.id}", "caseworker")
    return next((each for each in columns if setting.codes(each) > 1), "")


def _is_answer(indicator: Indicator | None) -> bool:
    recorded = {Respondent.REGISTER, Respondent.SYSTEM}
    return indicator is not None and indicator.computed is None and indicator.respondent not in recorded


# One indicator -------------------------------------------------------------------------------------


def _indicator(asked: Asked, found: Behaviour, context: Context, smallest_cell: int) -> IndicatorQuality:
    spread = context.setting.found.spread(asked.reading)
    indicator = context.indicators.get(asked.indicator)
    sure = reliability_of(indicator)
    jump = _jump(found)
    up, down, still = (
        share(count, of, smallest_cell)
        for count, of in (
            (found.up, found.pairs),
            (found.down, found.pairs),
            (found.still, found.several),
        )
    )
    told = IndicatorQuality(
        indicator=asked.indicator,
        persons=found.pairs if found.pairs >= smallest_cell else 0,
        at_low=_end(spread, asked.reading, spread.at_low, smallest_cell),
        at_high=_end(spread, asked.reading, spread.at_high, smallest_cell),
        reliability=sure,
        changed_by=asked.threshold,
        up=up if asked.threshold is not None else None,
        down=down if asked.threshold is not None else None,
        by_noise=by_noise(spread.typical_sd, sure, _is_stepped(asked.reading)),
        never_moves=still,
        round_share=share(found.round, found.answers, smallest_cell) if asked.is_long else None,
        jump=jump.value if jump else None,
        jump_low=jump.low if jump else None,
        jump_high=jump.high if jump else None,
    )
    jumps = jump is not None and jump.value > max(APART * spread.typical_sd, SURE * jump.se)
    return _flagged(told, indicator, asked, jumps=jumps)


def _flagged(
    told: IndicatorQuality, indicator: Indicator | None, asked: Asked, *, jumps: bool
) -> IndicatorQuality:
    answered = _is_answer(indicator)
    signs = (
        (QualityFlag.RELIABILITY_UNKNOWN, answered and told.reliability is None),
        (QualityFlag.FLOOR, (told.at_low or 0.0) > AT_THE_END and asked.reading.has_many_steps),
        (QualityFlag.CEILING, (told.at_high or 0.0) > AT_THE_END and asked.reading.has_many_steps),
        (QualityFlag.RATER_JUMP, jumps),
        (QualityFlag.NEVER_MOVES, answered and (told.never_moves or 0.0) > STILL),
        (QualityFlag.HEAPING, answered and (told.round_share or 0.0) > ROUND),
    )
    return replace(told, flags=tuple(flag for flag, is_so in signs if is_so))


def share(count: int, of: int, smallest_cell: int) -> float | None:
    """Return a share, or None when those with or without are so few that they could be told.

    >>> share(3, 100, 5), share(97, 100, 5), share(0, 100, 5), share(50, 100, 5)
    (None, None, 0.0, 0.5)
    """
    small = of < smallest_cell or 0 < count < smallest_cell or 0 < of - count < smallest_cell
    return None if small else count / of


def _end(spread: Spread, reading: Reading, at: float, smallest_cell: int) -> float | None:
    if reading.low is None:
        return None
    return share(round(at * spread.rows), spread.rows, smallest_cell)


def _is_stepped(reading: Reading) -> bool:
    return reading.low is not None and reading.high is not None and reading.high - reading.low < LONG_SCALE


def _jump(found: Behaviour) -> Interval | None:
    """Return how much further an answer moves when somebody else rates: a difference of two means.

    Counted over moves between målinger; moves of one citizen are taken as independent, so a sign,
    not a test.
    """
    changed, same = found.changed_rater, found.same_rater
    if min(changed.count, same.count) < FEWEST_MOVES:
        return None
    se = (changed.variance / changed.count + same.variance / same.count) ** 0.5
    if se <= 0:
        return None
    return interval(changed.mean - same.mean, se, min(changed.count, same.count) - 1)


# Several indicators --------------------------------------------------------------------------------


def _pairs(theory: Theory, known: Indicators, ids: Sequence[str]) -> tuple[Two, ...]:
    """Return what citizens and professionals both say of one element, or within one domain."""
    together = {frozenset(pair) for each in theory.elements for pair in combinations(each.indicators, 2)}
    found = []
    for one, other in combinations(ids, 2):
        first, second = known.get(one), known.get(other)
        if first is None or second is None or not (_is_answer(first) and _is_answer(second)):
            continue
        same = frozenset((one, other)) in together or (first.domain and first.domain == second.domain)
        voices = {first.respondent, second.respondent}
        if same and Respondent.CITIZEN in voices and any(each and each.rates for each in voices):
            citizen, professional = (one, other) if first.respondent is Respondent.CITIZEN else (other, one)
            found.append(Two(citizen, professional, first.wanted_up == second.wanted_up))
    return tuple(found)


def _gap(two: Two, sums: tuple[float, float, float], setting: Setting, smallest_cell: int) -> list[TrendGap]:
    count, total, square = sums
    if count < max(smallest_cell, SEVERAL):
        return []
    mean = total / count
    variance = max(square - total * total / count, 0.0) / (count - 1)
    at = interval(mean, (variance / count) ** 0.5, count - 1)
    apart = (at.low > 0 or at.high < 0) and abs(mean) > APART
    return [
        TrendGap(
            citizen=two.citizen,
            professional=two.professional,
            persons=int(count),
            gap=mean,
            low=at.low,
            high=at.high,
            diverges=apart,
        )
    ]


def _groups(known: Indicators, asked: Sequence[Asked], setting: Setting) -> tuple[Group, ...]:
    """Return what one respondent answers on one scale: at least three questions, or no line can be seen."""
    found: dict[tuple[str, tuple[float, float | None]], list[str]] = {}
    for each in asked:
        indicator = known.get(each.indicator)
        if indicator is not None and indicator.respondent is not None and _is_answer(indicator):
            at = (indicator.respondent.value, scale_of(each.indicator, setting.layout))
            found.setdefault(at, []).append(each.indicator)
    return tuple(
        Group(respondent, tuple(ids)) for (respondent, _), ids in found.items() if len(ids) >= SEVERAL
    )


def _straight(group: Group, rows: int, same: int, smallest_cell: int) -> StraightLines:
    found = share(same, rows, smallest_cell)
    return StraightLines(
        respondent=group.respondent,
        indicators=group.indicators,
        answers=rows if rows >= smallest_cell else 0,
        share=found,
        is_many=(found or 0.0) > STRAIGHT,
    )
