"""Whatever the driver, the sums are the same: memory, DuckDB on disk, or persons dealt at random."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualitycircle.data.block import Block, Floats, Layout
from qualitycircle.data.events import Events
from qualitycircle.data.observe import observe
from qualitycircle.data.pivot import pivot
from qualitycircle.data.shape import Shape
from qualitycircle.data.source import EventSource, InMemory, OnDisk, connect, stage, summed
from qualitycircle.project import Project, Table
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider


class Dealt:
    """A fake driver: persons dealt at random into blocks, as a cluster of machines would have them."""

    def __init__(self, events: Events, shape: Shape, seed: int, hands: int) -> None:
        self._events, self._shape = events, shape
        persons = np.unique(events["person"])
        hand = np.random.default_rng(seed).integers(hands, size=len(persons))
        self._hands = [persons[hand == each] for each in range(hands)]

    @property
    def layout(self) -> Layout:
        return self._shape.layout

    def mapsum(self, fn: Callable[[Block], Floats]) -> Floats:
        held = (self._events[np.isin(self._events["person"], each)] for each in self._hands)
        return summed(fn, (pivot(each, self._shape).block for each in held))


def many(root: Path, persons: int) -> Project:
    """Write tables about some invented persons with up to six rounds each."""
    dice = random.Random(persons)
    courses, rows, joined, goals, workers = [], [], [], [], []
    for person, month in ((f"p{each}", f"{1 + each % 12:02}-2024") for each in range(persons)):
        courses.append(f"{person};01-{month};")
        joined.append(f"{person};praktik;05-{month};20-{month};20;{dice.randrange(21)}")
        workers.append(f"{person};S{dice.randrange(7)};01-01-2024;")
        if dice.random() < 0.3:
            goals.append(f"{person};job;{dice.randrange(1, 28):02}-06-2025")
        for wave in range(dice.randrange(1, 7)):
            asked = f"{person};{wave + 1};{1 + dice.randrange(27):02}-{1 + wave * 2:02}-2025"
            rows.append(f"{asked};medarbejder;R{dice.randrange(5)};motivation;{dice.randrange(1, 6)}")
            rows.append(f"{asked};borger;;tro_på_job;{dice.randrange(1, 6)}")
    dice.shuffle(rows)
    return provider(
        root,
        {
            Table.COURSES: ["person;fra;til", *courses],
            Table.PARTICIPATION: ["person;delindsats;fra;til;tilbudt;mødt", *joined],
            Table.GOALS: ["person;status;dato", *goals],
            Table.CASEWORKERS: ["person;sagsbehandler;fra;til", *workers],
            Table.MEASUREMENTS: [MAALINGER, *rows],
        },
    )


def moments(block: Block) -> Floats:
    """Return sums of products of all columns, and sums of squared sums of persons."""
    known = np.nan_to_num(block.values)
    own = np.add.reduceat(known, block.starts[:-1], axis=1) if block.persons else known[:, :0]
    return np.concatenate([(known @ known.T).ravel(), (own * own).sum(axis=1), [block.rows, block.persons]])


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> EventSource:
    found = observe(many(tmp_path_factory.mktemp("many"), 300), THEORY, today=TODAY).source
    assert isinstance(found, EventSource)
    return found


def events(source: EventSource) -> Events:
    staged = source.staged
    assert isinstance(staged, InMemory)
    return staged.events


def same(one: Floats, other: Floats) -> bool:
    return bool(np.allclose(one, other, rtol=1e-12, atol=1e-9))


@given(seed=st.integers(0, 10**6), hands=st.integers(1, 40))
@settings(max_examples=25, deadline=None)
def test_any_partition_of_persons_gives_the_same_sums(source: EventSource, seed: int, hands: int) -> None:
    dealt = Dealt(events(source), source.shape, seed, hands)
    assert same(dealt.mapsum(moments), source.mapsum(moments))


def test_every_person_is_in_exactly_one_block(source: EventSource) -> None:
    for groups in (1, 3, 50):
        cut = EventSource(InMemory(events(source), groups), source.shape)
        assert cut.mapsum(lambda block: np.array([float(block.persons)])).tolist() == [300.0]


def test_rows_of_a_person_stand_together_in_the_order_of_the_rounds(source: EventSource) -> None:
    (one,) = source.pivoted()
    for begin, end in zip(one.block.starts[:-1], one.block.starts[1:], strict=True):
        waves = one.block.column("wave")[begin:end]
        assert (np.diff(waves) > 0).all()


def test_on_disk_gives_what_memory_gives(tmp_path: Path, source: EventSource) -> None:
    project = many(tmp_path, 300)
    on_disk = observe(project, THEORY, today=TODAY, in_memory=100, partitions=5)
    assert isinstance(on_disk.source, EventSource)
    assert isinstance(on_disk.source.staged, OnDisk)
    assert same(on_disk.source.mapsum(moments), source.mapsum(moments))
    in_memory = observe(project, THEORY, today=TODAY)
    assert on_disk.summary == in_memory.summary
    assert on_disk.findings == in_memory.findings
    assert on_disk.fingerprint == in_memory.fingerprint


def test_what_is_on_disk_goes_away_with_the_source(source: EventSource) -> None:
    staged = stage(iter([events(source)]), in_memory=1, partitions=3)
    assert isinstance(staged, OnDisk)
    folder = staged.folder
    assert folder.is_dir()
    del staged
    assert not folder.exists()


def test_no_data_at_all_is_an_empty_source_and_not_an_error(tmp_path: Path) -> None:
    found = observe(provider(tmp_path, {}), THEORY, today=TODAY)
    assert found.source.mapsum(lambda block: np.array([float(block.persons)])).tolist() == [0.0]
    assert found.summary.persons == 0


def test_duckdb_may_neither_fetch_nor_load_extensions(tmp_path: Path) -> None:
    connection = connect(str(tmp_path))
    for setting in ("autoinstall_known_extensions", "autoload_known_extensions"):
        query = f"SELECT current_setting('{setting}')"
        assert connection.execute(query).fetchall() == [(False,)]
    connection.close()


_PEAK = """
import resource, sys
from pathlib import Path
import numpy as np
from qualitycircle.data.observe import observe
from qualitycircle.project import Project, Settings, Table, TableSource
from tests.nordhuset import INDICATORS, THEORY
source = TableSource(table=Table.MEASUREMENTS, file="big.parquet")
settings = Settings(id="x", tables=(source,))
project = Project(root=sys.argv[1], settings=settings, theories=(THEORY,), indicators=INDICATORS)
found = observe(project, THEORY)
rows = found.source.mapsum(lambda block: np.array([float(block.rows)]))
print(int(rows[0]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def _big(root: Path, persons: int) -> None:
    import pyarrow
    from pyarrow import parquet

    kinds = {"person": "string", "runde": "int32", "dato": "date32", "indikator": "string", "værdi": "int32"}
    schema = pyarrow.schema(list(kinds.items()))
    rounds = np.tile(np.repeat(np.arange(8, dtype=np.int32), 2), 50_000)
    with parquet.ParquetWriter(root / "big.parquet", schema) as writer:
        for begin in range(0, persons, 50_000):
            number = np.repeat(np.arange(begin, begin + 50_000), 16)
            columns = [
                pyarrow.array(number.astype(str)),
                pyarrow.array(rounds + 1),
                pyarrow.array(19_000 + rounds * 91).cast("date32"),
                pyarrow.array(np.tile(["motivation", "tro_på_job"], 400_000)),
                pyarrow.array((number * 7 % 5 + 1).astype(np.int32)),
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


@pytest.mark.long
def test_memory_does_not_grow_with_rows(tmp_path: Path) -> None:
    peaks = []
    for persons in (200_000, 600_000):
        folder = tmp_path / str(persons)
        folder.mkdir()
        _big(folder, persons)
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, str(folder)],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parent.parent,
        )
        rows, peak = map(int, done.stdout.split())
        assert rows == persons * 8
        peaks.append(peak)
    assert peaks[1] < 1.3 * peaks[0]


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
def test_spark_gives_what_memory_gives(source: EventSource, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    from pyspark.sql import SparkSession

    from qualitycircle.data.spark import SparkSource

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    try:
        spark = SparkSource(session, source, partitions=5)
        assert same(spark.mapsum(moments), source.mapsum(moments))
        assert spark.layout == source.layout
    finally:
        session.stop()
