"""Where blocks come from: memory for what is small, DuckDB out of core for what is not.

Both are small drivers of `mapsum` around the same pure function, `pivot`. Few events become one
block, built once. Many are partitioned by person on disk by DuckDB (never sorted, never pivoted in
SQL; engine design, "Long -> wide") and streamed a partition at a time, so that memory does not grow
with rows.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from qualitycircle.data.block import Block, Floats, Layout
from qualitycircle.data.events import EVENT, Events, joined
from qualitycircle.data.pivot import Pivoted, pivot
from qualitycircle.data.shape import Shape

if TYPE_CHECKING:
    import pyarrow

IN_MEMORY = 1_000_000
"""Up to so many events are kept in memory."""

_PARTITIONS = 64


@dataclass(frozen=True, slots=True, repr=False)
class InMemory:
    """Events in memory, in as many person-disjoint groups as asked for."""

    events: Events
    groups: int = 1

    def partitions(self) -> Iterator[Events]:
        for each in range(self.groups):
            yield self.events[self.events["person"] % self.groups == each]


class OnDisk:
    """Events partitioned by person in a temporary folder that goes away with this value."""

    def __init__(self, chunks: Iterable[Events], groups: int = _PARTITIONS) -> None:
        self._folder = tempfile.mkdtemp(prefix="qualitycircle-")
        self._goes = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._groups = groups
        self._write(chunks)

    @property
    def folder(self) -> Path:
        return Path(self._folder)

    def partitions(self) -> Iterator[Events]:
        connection = connect(self._folder)
        for each in range(self._groups):
            if (Path(self._folder) / "events" / f"part={each}").is_dir():
                pattern = f"{self._folder}/events/part={each}/*.parquet"
                query = (
                    f"SELECT {', '.join(EVENT.names or ())} FROM read_parquet(?, hive_partitioning = false)"
                )
                yield structured(connection.execute(query, [pattern]).fetchnumpy())
        connection.close()

    def _write(self, chunks: Iterable[Events]) -> None:
        import pyarrow

        connection = connect(self._folder)
        stream = pyarrow.RecordBatchReader.from_batches(_schema(), (_arrow(each) for each in chunks))
        connection.register("stream", stream)
        connection.execute(
            f"COPY (SELECT *, person % {self._groups} AS part FROM stream) "
            f"TO '{self._folder}/events' (FORMAT parquet, PARTITION_BY (part), WRITE_PARTITION_COLUMNS false)"
        ).fetchall()
        connection.close()


Stage = InMemory | OnDisk
"""Events, clustered by person."""


def connect(folder: str) -> Any:
    """Return a DuckDB connection that can reach no network and spills into `folder`."""
    import duckdb

    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "temp_directory": f"{folder}/spill",
            "preserve_insertion_order": "false",
            "memory_limit": "400MB",
            "threads": "2",
            "partitioned_write_flush_threshold": "16384",
        }
    )
    connection.execute("SET enable_progress_bar = false")  # it would be drawn on the result's output
    return connection


def stage(chunks: Iterable[Events], *, in_memory: int = IN_MEMORY, partitions: int | None = None) -> Stage:
    """Return the events clustered by person: in memory while they are few, else on disk."""
    stream = iter(chunks)
    first: list[Events] = []
    count = 0
    for each in stream:
        first.append(each)
        count += len(each)
        if count > in_memory:
            return OnDisk(_after(first, stream), partitions or _PARTITIONS)
    return InMemory(joined(first), partitions or 1)


class Kept:
    """Blocks kept on disk between passes, so that only the first pass makes them."""

    def __init__(self, folder: Path, layout: Layout) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=folder, prefix="blocks-"))
        self._layout = layout
        self._count = 0

    def add(self, block: Block) -> None:
        np.save(self._folder / f"{self._count}-values.npy", block.values)
        np.save(self._folder / f"{self._count}-starts.npy", block.starts)
        self._count += 1

    def __iter__(self) -> Iterator[Block]:
        for each in range(self._count):
            values = np.load(self._folder / f"{each}-values.npy")
            yield Block(self._layout, values, np.load(self._folder / f"{each}-starts.npy"))


class EventSource:
    """The source of an evaluation: blocks of whole persons from staged events."""

    def __init__(self, staged: Stage, shape: Shape) -> None:
        self._staged = staged
        self._shape = shape
        self._cached: list[Pivoted] | None = None
        self._kept: Kept | None = None

    @property
    def layout(self) -> Layout:
        return self._shape.layout

    @property
    def shape(self) -> Shape:
        return self._shape

    @property
    def staged(self) -> Stage:
        return self._staged

    def pivoted(self) -> Iterator[Pivoted]:
        """Yield every block with what was set aside when it was made."""
        if self._cached is not None:
            yield from self._cached
            return
        made = (pivot(each, self._shape) for each in self._staged.partitions())
        if isinstance(self._staged, InMemory):
            self._cached = list(made)
            yield from self._cached
            return
        kept = Kept(self._staged.folder, self._shape.layout)
        for each in made:
            kept.add(each.block)
            yield each
        self._kept = kept

    def blocks(self) -> Iterator[Block]:
        """Yield every block; those made from disk are kept there after the first pass."""
        if self._kept is not None:
            return iter(self._kept)
        return (each.block for each in self.pivoted())

    def mapsum(self, fn: Callable[[Block], Floats]) -> Floats:
        """Return the sum of `fn` over person-disjoint blocks that together hold everybody."""
        return summed(fn, self.blocks())

    def reshaped(self, **changes: Any) -> EventSource:
        """Return the source of the same events with parts of the shape changed."""
        return EventSource(self._staged, replace(self._shape, **changes))


def summed(fn: Callable[[Block], Floats], blocks: Iterable[Block]) -> Floats:
    """Return the sum of `fn` over blocks."""
    total: Floats | None = None
    for each in blocks:
        part = fn(each)
        total = part if total is None else total + part
    if total is None:
        raise ValueError("a source has at least one block")
    return total


def _after(first: list[Events], rest: Iterator[Events]) -> Iterator[Events]:
    while first:
        yield first.pop(0)
    yield from rest


def written(events: Events, path: Path) -> None:
    """Write events to a Parquet file."""
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_batches([_arrow(events)]), path)


def _schema() -> pyarrow.Schema:
    import pyarrow

    return pyarrow.schema([(name, pyarrow.from_numpy_dtype(EVENT[name])) for name in EVENT.names or ()])


def _arrow(events: Events) -> pyarrow.RecordBatch:
    import pyarrow

    columns = [pyarrow.array(np.ascontiguousarray(events[name])) for name in EVENT.names or ()]
    return pyarrow.RecordBatch.from_arrays(columns, schema=_schema())


def structured(columns: dict[str, Any]) -> Events:
    """Return events from their columns."""
    count = len(next(iter(columns.values())))
    events = np.empty(count, dtype=EVENT)
    for name, values in columns.items():
        events[name] = np.ma.getdata(values)
    return events
