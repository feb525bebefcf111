"""A source for tests: arrays in memory, served as blocks of any partition of the persons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from qualitycircle.data.block import Block, Floats, Layout


@dataclass(frozen=True)
class Persons:
    """All persons' rows, and how they are dealt into blocks."""

    layout: Layout
    values: Floats
    person: np.ndarray
    dealt: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=int))

    @property
    def starts(self) -> np.ndarray:
        return starts_of(self.person)

    def blocks(self) -> list[Block]:
        dealt = self.dealt if len(self.dealt) else np.zeros(len(self.starts) - 1, dtype=int)
        rows_dealt = np.repeat(dealt, np.diff(self.starts))
        blocks = []
        for each in np.unique(dealt):
            own = rows_dealt == each
            blocks.append(
                Block(self.layout, np.ascontiguousarray(self.values[:, own]), starts_of(self.person[own]))
            )
        return blocks or [Block(self.layout, self.values, self.starts)]

    def mapsum(self, fn: Callable[[Block], Floats]) -> Floats:
        total = None
        for each in self.blocks():
            part = fn(each)
            total = part if total is None else total + part
        assert total is not None
        return total

    def partitioned(self, parts: int, seed: int) -> Persons:
        """Return the same persons dealt at random into blocks."""
        dealt = np.random.default_rng(seed).integers(0, parts, len(self.starts) - 1)
        return Persons(self.layout, self.values, self.person, dealt)


def starts_of(person: np.ndarray) -> np.ndarray:
    if not len(person):
        return np.zeros(1, dtype=np.int64)
    begins = np.flatnonzero(np.concatenate([[True], person[1:] != person[:-1]]))
    return np.append(begins, len(person)).astype(np.int64)


def panel(
    columns: Mapping[str, np.ndarray],
    person: np.ndarray,
    *,
    codes: Mapping[str, int] | None = None,
    scales: Mapping[str, tuple[float, float | None]] | None = None,
) -> Persons:
    """Return a source of these columns; rows are sorted by person and måling already."""
    layout = Layout({name: at for at, name in enumerate(columns)}, codes or {}, scales or {})
    values = np.stack([np.asarray(each, dtype=np.float64) for each in columns.values()])
    return Persons(layout, values, np.asarray(person))


def long(
    wide: Mapping[str, np.ndarray], *, keep: np.ndarray | None = None
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Return (persons, målinger) arrays as long columns with `wave` and `day`; `keep`: the rows there are."""
    first = next(iter(wide.values()))
    people, waves = first.shape
    kept = np.ones((people, waves), dtype=bool) if keep is None else keep
    kept = kept.copy()
    kept[:, 0] |= ~kept.any(axis=1)
    wave = np.tile(np.arange(waves), (people, 1))
    columns = {"wave": wave[kept].astype(float), "day": (18_000 + 91.0 * wave)[kept]}
    for name, each in wide.items():
        columns[name] = np.broadcast_to(each, (people, waves))[kept]
    return columns, np.repeat(np.arange(people), kept.sum(axis=1))
