"""The same `mapsum` on Spark: whole persons to `mapInArrow`, one row of sums back per task.

Needs the extra `spark` and Java. Nothing here knows what the events mean: `pivot` and the function
run on the workers as they run in memory. Set OPENBLAS_NUM_THREADS=1 on the executors.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

import numpy as np

from qualitycircle.data.block import Block, Floats, Layout
from qualitycircle.data.events import EVENT, Events
from qualitycircle.data.pivot import pivot
from qualitycircle.data.shape import Shape
from qualitycircle.data.source import EventSource, structured, written

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

_SUMS = "sums array<double>"


class SparkSource:
    """A source whose blocks are made by Spark tasks, each of which sees whole persons."""

    def __init__(self, session: SparkSession, source: EventSource, *, partitions: int = 8) -> None:
        """Give Spark the events of `source`, clustered once by person and kept.

        The events are handed over as Parquet in a temporary folder, which the executors must be
        able to read (a local session, or a temporary folder on shared storage).
        """
        self._shape = source.shape
        self._folder = tempfile.mkdtemp(prefix="qualitycircle-")
        self._goes = weakref.finalize(self, rmtree, self._folder, ignore_errors=True)
        for number, each in enumerate(source.staged.partitions()):
            written(each, Path(self._folder) / f"{number}.parquet")
        events = session.read.parquet(self._folder)
        self._events: DataFrame = events.repartition(partitions, "person").persist()

    @property
    def layout(self) -> Layout:
        return self._shape.layout

    def mapsum(self, fn: Callable[[Block], Floats]) -> Floats:
        """Return the sum of `fn` over person-disjoint blocks that together hold everybody."""
        task = _task(self._shape, fn)
        parts = [np.array(row["sums"]) for row in self._events.mapInArrow(task, _SUMS).collect()]
        total: Floats = np.sum(parts, axis=0)
        return total


def _task(
    shape: Shape, fn: Callable[[Block], Floats]
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    def sums(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        events = _events(list(batches))
        if len(events):
            row = pyarrow.array([fn(pivot(events, shape).block).tolist()], pyarrow.list_(pyarrow.float64()))
            yield pyarrow.RecordBatch.from_arrays([row], ["sums"])

    return sums


def _events(batches: list[Any]) -> Events:
    import pyarrow

    if not batches:
        return np.empty(0, dtype=EVENT)
    table = pyarrow.Table.from_batches(batches)
    return structured({name: table.column(name).to_numpy() for name in EVENT.names or ()})
