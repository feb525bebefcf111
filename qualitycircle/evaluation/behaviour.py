"""What is counted about how answers behave: one map over the data, sums only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.data.block import Block, Floats, Source
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.readings import Reading
from qualitycircle.evaluation.setting import Setting

SEVERAL = 3
_TEN = 10.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One indicator: how much counts as change, which column says who rated, whether tens are looked for."""

    reading: Reading
    threshold: float | None
    rater: str
    is_long: bool

    @property
    def indicator(self) -> str:
        return self.reading.indicators[0]


@dataclass(frozen=True, slots=True)
class Two:
    """A citizen's and a professional's view of the same; `alike` when up is good for both or neither."""

    citizen: str
    professional: str
    alike: bool


@dataclass(frozen=True, slots=True)
class Group:
    """What one respondent answers on one scale."""

    respondent: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """How far answers moved between two målinger, whichever way."""

    count: int
    total: float
    square: float

    @property
    def mean(self) -> float:
        return self.total / self.count

    @property
    def variance(self) -> float:
        return max(self.square - self.total**2 / self.count, 0.0) / max(self.count - 1, 1)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """The counts of one indicator: persons with a first and a last answer, and what became of them."""

    pairs: int
    up: int
    down: int
    several: int
    still: int
    answers: int
    round: int
    changed_rater: Moves
    same_rater: Moves


@dataclass(frozen=True, slots=True)
class Behaviours:
    """What one reading of the data counted, in the order asked."""

    indicators: tuple[Behaviour, ...]
    pairs: tuple[tuple[float, float, float], ...]
    groups: tuple[tuple[int, int], ...]


_PER_INDICATOR = 13


def behaviours(
    source: Source,
    asked: tuple[Asked, ...],
    pairs: tuple[Two, ...],
    groups: tuple[Group, ...],
    setting: Setting,
) -> Behaviours:
    """Read the data once and return how every indicator, pair and group behaves."""
    scales = {each.indicator: _spread_of(each, setting) for each in asked}
    flat = source.mapsum(partial(_count, asked, pairs, groups, scales, setting))
    own = [flat[at * _PER_INDICATOR : (at + 1) * _PER_INDICATOR] for at in range(len(asked))]
    rest = flat[len(asked) * _PER_INDICATOR :]
    of_pairs, of_groups = rest[: 3 * len(pairs)], rest[3 * len(pairs) :]
    return Behaviours(
        tuple(_behaviour(each) for each in own),
        tuple((float(a), float(b), float(c)) for a, b, c in of_pairs.reshape(-1, 3)),
        tuple((int(rows), int(same)) for rows, same in of_groups.reshape(-1, 2)),
    )


def _spread_of(asked: Asked, setting: Setting) -> float:
    return setting.found.spread(asked.reading).typical_sd or 1.0


def _behaviour(flat: Floats) -> Behaviour:
    pairs, up, down, several, still, answers, round_answers = (int(each) for each in flat[:7])
    changed, same = flat[7:10], flat[10:13]
    return Behaviour(
        pairs,
        up,
        down,
        several,
        still,
        answers,
        round_answers,
        Moves(int(changed[0]), float(changed[1]), float(changed[2])),
        Moves(int(same[0]), float(same[1]), float(same[2])),
    )


def _count(
    asked: tuple[Asked, ...],
    pairs: tuple[Two, ...],
    groups: tuple[Group, ...],
    scales: dict[str, float],
    setting: Setting,
    block: Block,
) -> Floats:
    panel = Panel(block)
    parts = [
        *(_of_indicator(each, panel, setting) for each in asked),
        *(_of_pair(each, panel, scales) for each in pairs),
        *(_of_group(each, panel) for each in groups),
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _of_indicator(asked: Asked, panel: Panel, setting: Setting) -> Floats:
    values = panel.column(f"value:{asked.indicator}")
    rows = np.flatnonzero(~np.isnan(values))
    if not len(rows):
        return np.zeros(_PER_INDICATOR)
    known, person = values[rows], panel.person[rows]
    begins = np.flatnonzero(np.concatenate([[True], person[1:] != person[:-1]]))
    lengths = np.diff(np.append(begins, len(rows)))
    change = (known[begins + lengths - 1] - known[begins])[lengths > 1]
    limit = np.inf if asked.threshold is None else asked.threshold
    least, most = np.minimum.reduceat(known, begins), np.maximum.reduceat(known, begins)
    several = lengths >= SEVERAL
    tens = int((np.abs(known / _TEN - np.round(known / _TEN)) < 1e-9).sum()) if asked.is_long else 0
    counts = [
        len(change),
        (change > limit).sum(),
        (change < -limit).sum(),
        several.sum(),
        (several & (least == most)).sum(),
        len(known),
        tens,
    ]
    return np.concatenate([np.array(counts, dtype=np.float64), _moves(asked, values, panel, setting)])


def _moves(asked: Asked, values: Floats, panel: Panel, setting: Setting) -> Floats:
    """Return count, sum and square of how far answers moved: with another rater, then with the same."""
    if not asked.rater:
        return np.zeros(6)
    moved = np.abs(values - panel.earlier(values, 1))
    who = panel.column(asked.rater)
    before = panel.earlier(who, 1)
    known = ~(np.isnan(moved) | np.isnan(who) | np.isnan(before))
    sums = []
    for each in (known & (who != before), known & (who == before)):
        own = moved[each]
        sums += [float(len(own)), float(own.sum()), float(own @ own)]
    return np.array(sums)


def _of_pair(two: Two, panel: Panel, scales: dict[str, float]) -> Floats:
    """Return count, sum and square of how much further up the citizen went, in sd, same persons and rows."""
    one, other = (panel.column(f"value:{each}") for each in (two.citizen, two.professional))
    rows = np.flatnonzero(~(np.isnan(one) | np.isnan(other)))
    if not len(rows):
        return np.zeros(3)
    person = panel.person[rows]
    begins = np.flatnonzero(np.concatenate([[True], person[1:] != person[:-1]]))
    lengths = np.diff(np.append(begins, len(rows)))
    first, last = rows[begins][lengths > 1], rows[begins + lengths - 1][lengths > 1]
    sign = 1.0 if two.alike else -1.0
    apart = (one[last] - one[first]) / scales[two.citizen]
    apart = apart - sign * (other[last] - other[first]) / scales[two.professional]
    return np.array([float(len(apart)), apart.sum(), apart @ apart])


def _of_group(group: Group, panel: Panel) -> Floats:
    """Return how many answered everything that day, and how many gave one and the same answer to it all."""
    answers = np.stack([panel.column(f"value:{each}") for each in group.indicators])
    full = answers[:, ~np.isnan(answers).any(axis=0)]
    same = (full == full[:1]).all(axis=0).sum() if full.shape[1] else 0
    return np.array([float(full.shape[1]), float(same)])
