"""Whatever stands in a file, the answer is findings, never an error."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from qualitycircle.data.observe import observe
from qualitycircle.project import Table, TableSource
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider

CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "a",
            "b",
            "start",
            "2",
            "99",
            "-1",
            "1.234",
            "motivation",
            "tro_på_job",
            "kanaler",
            "Ja",
            "praktik",
        ]
    ),
    st.sampled_from(["01-01-2025", "31-02-2025", "2025-01-01", "01-01-0001", "job", "borger", "medarbejder"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8),
)
HEADERS = {
    Table.PERSONS: "person;enhed;køn;alder",
    Table.COURSES: "person;teori;fra;til;gruppe",
    Table.PARTICIPATION: "person;delindsats;fra;til;tilbudt;mødt;virksomhed",
    Table.MEASUREMENTS: MAALINGER,
    Table.MODERATORS: "person;runde;dato;indikator;værdi",
    Table.GOALS: "person;status;dato",
    Table.CASEWORKERS: "person;sagsbehandler;fra;til",
}


@given(st.sampled_from(list(HEADERS)), st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_cells_are_read_or_told(table: Table, rows: list[list[str]]) -> None:
    width = HEADERS[table].count(";") + 1
    lines = [HEADERS[table], *(";".join(each[:width]) for each in rows)]
    with tempfile.TemporaryDirectory() as folder:
        result = observe(provider(Path(folder), {table: lines}), THEORY, today=TODAY)
        result.source.mapsum(lambda block: block.values.sum(axis=1))


@given(st.binary(max_size=300), st.sampled_from(["csv", "xlsx", "parquet"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_told(content: bytes, kind: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"x.{kind}").write_bytes(content)
        source = TableSource(table=Table.MEASUREMENTS, file=f"x.{kind}", person="person")
        result = observe(provider(Path(folder), {}, sources=[source]), THEORY, today=TODAY)
        assert result.summary.persons >= 0
