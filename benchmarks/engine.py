"""How fast are the two maps? Our pass beside pandas, pyfixest and a bare scan, on synthetic rows.

.venv/bin/pip install -e '.[test]' && .venv/bin/python benchmarks/engine.py [ROWS ...]

Each way estimates the same question for the same links: Y on X within the citizen, with måling effects,
and standard errors by citizen. What is counted is processor time (all cores together), so that a busy
machine does not change the table. Reading the file is not counted except for the scan.
"""

from __future__ import annotations

import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyfixest

from qualitycircle.data.block import Block, Layout
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.estimating import estimate
from qualitycircle.evaluation.panel import Spacing
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.together import Pair, within_frame
from qualitycircle.expectation import Measure

WAVES = 7
NAMES = tuple("abcdefg")
LINKS = tuple(permutations(NAMES, 2))[:20]
DEFAULT_ROWS = (28_000, 1_600_000)
BLOCK_PERSONS = 20_000


class Memory:
    """Blocks of whole persons, in memory."""

    def __init__(self, layout: Layout, values: np.ndarray, persons: int) -> None:
        self.layout = layout
        self._blocks = [
            _block(layout, values, first, min(first + BLOCK_PERSONS, persons))
            for first in range(0, persons, BLOCK_PERSONS)
        ]

    def mapsum(self, fn: Callable[[Block], np.ndarray]) -> np.ndarray:
        total = fn(self._blocks[0])
        for each in self._blocks[1:]:
            total = total + fn(each)
        return total


def _block(layout: Layout, values: np.ndarray, first: int, last: int) -> Block:
    rows = np.ascontiguousarray(values[:, first * WAVES : last * WAVES])
    return Block(layout, rows, np.arange(0, (last - first) * WAVES + 1, WAVES))


def simulated(rows: int) -> tuple[Memory, pd.DataFrame]:
    """Return the same rows as blocks and as a table: seven indicators, one answer in ten missing."""
    persons = rows // WAVES
    rng = np.random.default_rng(1)
    person = rng.normal(size=persons).repeat(WAVES)
    wave = np.tile(np.arange(WAVES, dtype=float), persons)
    answers = person + rng.normal(size=(len(NAMES), persons * WAVES))
    answers[rng.random(answers.shape) < 0.1] = np.nan
    columns = {"wave": 0, "day": 1} | {f"value:{name}": at + 2 for at, name in enumerate(NAMES)}
    values = np.concatenate([np.stack([wave, 18_000 + 91 * wave]), answers])
    table = pd.DataFrame(dict(zip(NAMES, answers, strict=True)))
    table["wave"], table["person"] = wave.astype(int), np.arange(persons).repeat(WAVES)
    return Memory(Layout(columns), values, persons), table


def ours(source: Memory, *, sequential: bool) -> None:
    """All links in the description and two maps."""
    readings = tuple(read((each,), source.layout) for each in NAMES)
    setting = Setting(source.layout, describe(source, readings))
    measures = {each: Measure(element=each, indicators=(each,)) for each in NAMES}
    if sequential:
        frames = [
            sequential_frame(f"{x}{y}", Question(measures[x], measures[y], (), 1, now=False), setting)
            for x, y in LINKS
        ]
    else:
        frames = [within_frame(f"{x}{y}", Pair(measures[x], measures[y], 0), setting) for x, y in LINKS]
    estimate(source, frames, Spacing(), _quietly)


def _quietly(stage: str) -> None:
    """Tell nobody."""


def with_pandas(table: pd.DataFrame) -> None:
    """One link at a time: demean by citizen, regress, sum the scores by citizen."""
    dummies = [f"w{each}" for each in range(1, WAVES)]
    whole = table.assign(**{f"w{each}": (table["wave"] == each) * 1.0 for each in range(1, WAVES)})
    for x, y in LINKS:
        names = [x, *dummies]
        rows = whole[["person", y, *names]].dropna()
        within = rows[[y, *names]] - rows.groupby("person")[[y, *names]].transform("mean")
        design, outcome = within[names].to_numpy(), within[y].to_numpy()
        bread = np.linalg.inv(design.T @ design)
        beta = bread @ design.T @ outcome
        score = (
            pd.DataFrame(design * (outcome - design @ beta)[:, None]).groupby(rows["person"].to_numpy()).sum()
        )
        bread @ (score.T.to_numpy() @ score.to_numpy()) @ bread


def with_pyfixest(table: pd.DataFrame) -> None:
    """One link at a time: `y ~ x + C(wave) | person`, clustered by person."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells how many singletons it drops
        for x, y in LINKS:
            pyfixest.feols(f"{y} ~ {x} + C(wave) | person", data=table, vcov={"CRV1": "person"})


def scanned(table: pd.DataFrame) -> Callable[[], None]:
    """The least anything that reads the data can cost: DuckDB sums every column of a Parquet file."""
    path = Path(tempfile.mkdtemp()) / "rows.parquet"
    table.to_parquet(path)
    sums = ", ".join(f"sum({each})" for each in NAMES)
    return lambda: duckdb.sql(f"SELECT {sums} FROM '{path}'").fetchall() and None


def seconds(run: Callable[[], object], times: int) -> float:
    """Return the least processor time of some runs."""
    found = []
    for _ in range(times):
        started = time.process_time()
        run()
        found.append(time.process_time() - started)
    return min(found)


def main() -> None:
    """Print a table in Markdown, as it stands on the page about speed."""
    print("| Rækker | Vores, to kort | Vores, over tid (2 trin) | pandas | pyfixest | DuckDB, kun summer |")
    print("|---:|---:|---:|---:|---:|---:|")
    for rows in [int(each) for each in sys.argv[1:]] or DEFAULT_ROWS:
        source, table = simulated(rows)
        times = 3 if rows < 100_000 else 1
        runs = (
            lambda: ours(source, sequential=False),  # noqa: B023  # run before the next rows
            lambda: ours(source, sequential=True),  # noqa: B023
            lambda: with_pandas(table),  # noqa: B023
            lambda: with_pyfixest(table),  # noqa: B023
            scanned(table),
        )
        cells = " | ".join(f"{seconds(each, times):.2f} s".replace(".", ",") for each in runs)
        print(f"| {rows:,} | {cells} |".replace(",", ".", f"{rows:,}".count(",")), flush=True)


if __name__ == "__main__":
    main()
