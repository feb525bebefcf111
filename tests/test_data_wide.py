"""Real provider files: wide sheets, one column per round, ticks, codes, cp1252, Excel, Parquet, frames."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas
import pytest

from qualitycircle.data.block import Block
from qualitycircle.data.delimited import of_csv
from qualitycircle.data.observe import Observed, observe
from qualitycircle.data.problems import Problems
from qualitycircle.data.source import EventSource
from qualitycircle.project import Project, Settings, Table, TableSource
from tests.nordhuset import INDICATORS, MAALINGER, THEORY, TODAY, provider

ROUNDS = {"start": ("Start",), "2": ("M2",)}
SHEET = TableSource(
    table=Table.MEASUREMENTS,
    file="bred.csv",
    person="Nr.",
    columns={"date": "Dato <runde>", "rater": "Initialer"},
    indicators={"motivation": "Motivation <runde>", "tro_på_job": "Tror på job <runde>"},
    codes={"round": ROUNDS, "value": {"vil ikke svare": ("99",), "ved ikke": ("98",)}},
)
HEADER = "Nr.;Initialer;Dato Start;Motivation Start;Tror på job Start;Dato M2;Motivation M2;Tror på job M2"
LINES = [
    HEADER,
    "a;AB;02-01-2025;2;Det svinger;03-04-2025;3;99",
    "b;AB;02-01-2025;4;98;;;",
    "c;CD;04-01-2025;5;Ja;05-04-2025;1;Nej",
]


def project(root: Path, *sources: TableSource) -> Project:
    return provider(root, {}, sources=sources)


def observed(root: Path, *sources: TableSource, **options: Any) -> Observed:
    return observe(project(root, *sources), THEORY, today=TODAY, **options)


def block(observed: Observed) -> Block:
    assert isinstance(observed.source, EventSource)
    (one,) = observed.source.pivoted()
    return one.block


def total(observed: Observed, column: str) -> float:
    return float(np.nansum(block(observed).column(column)))


def serious(observed: Observed) -> list[str]:
    return [str(each.code) for each in observed.findings if str(each.code) != "QC440"]


def statuses(observed: Observed) -> dict[str, tuple[int, int, int, int]]:
    return {
        each.indicator: (each.answered, each.refused, each.do_not_know, each.missing)
        for each in observed.summary.indicators
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_column_per_round_becomes_a_måling_per_round(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = "\n".join(LINES).replace(";", delimiter)
    (tmp_path / "bred.csv").write_text(text, encoding=encoding)
    result = observed(tmp_path, SHEET)
    assert serious(result) == []
    assert statuses(result) == {"motivation": (5, 0, 0, 0), "tro_på_job": (3, 1, 1, 0)}
    assert total(result, "value:motivation") == 15
    assert total(result, "value:tro_på_job") == 3 + 5 + 1
    assert dict(result.summary.rounds) == {"start": 3, "2": 2}


def test_refusals_do_not_know_and_missing_are_kept_apart_and_none_is_a_number(tmp_path: Path) -> None:
    (tmp_path / "bred.csv").write_text("\n".join(LINES), encoding="utf-8")
    answers = block(observed(tmp_path, SHEET)).column("value:tro_på_job")
    assert sorted(answers[~np.isnan(answers)].tolist()) == [1, 3, 5]


def test_an_empty_round_is_no_måling(tmp_path: Path) -> None:
    (tmp_path / "bred.csv").write_text("\n".join(LINES), encoding="utf-8")
    assert observed(tmp_path, SHEET).summary.measurements == 5


def test_a_bad_cell_in_a_wide_sheet_is_told_by_its_own_column(tmp_path: Path) -> None:
    (tmp_path / "bred.csv").write_text(f"{HEADER}\na;AB;02-01-2025;2;Ja;03-04-2025;9;Ja\n", encoding="utf-8")
    (finding,) = [each for each in observed(tmp_path, SHEET).findings if str(each.code) == "QC424"]
    assert (finding.facts["column"], finding.place.line, finding.place.column) == ("Motivation M2", 2, 7)


def test_ticks_stand_in_a_column_per_option(tmp_path: Path) -> None:
    header = "person;dato;Avis;Net;Ingen"
    rows = ["a;02-01-2025;x;x;", "b;02-01-2025;;;x", "c;02-01-2025;;;"]
    (tmp_path / "k.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    options = {"aviser": "Avis", "internet": "Net", "søger ikke job": "Ingen"}
    source = TableSource(table=Table.CHANNELS, file="k.csv", options={"kanaler": options})
    result = observed(tmp_path, source)
    counts = block(result).column("value:antal_kanaler")
    assert sorted(counts[~np.isnan(counts)].tolist()) == [0, 2]


def test_ticks_stand_in_one_cell_with_a_separator(tmp_path: Path) -> None:
    rows = ["a;02-01-2025;aviser|Internet", "b;02-01-2025;søger ikke job", "c;02-01-2025;telefon"]
    (tmp_path / "k.csv").write_text("\n".join(["person;dato;Kanaler", *rows]), encoding="utf-8")
    source = TableSource(table=Table.CHANNELS, file="k.csv", columns={"kanaler": "Kanaler"}, separator="|")
    result = observed(tmp_path, source)
    assert serious(result) == ["QC423"]
    counts = block(result).column("value:antal_kanaler")
    assert sorted(counts[~np.isnan(counts)].tolist()) == [0, 2]


def test_a_pattern_reads_every_file_it_fits(tmp_path: Path) -> None:
    for number, person in enumerate("ab"):
        row = f"{person};start;02-01-2025;medarbejder;;motivation;{number + 2}"
        (tmp_path / f"maalinger-{person}.csv").write_text(f"{MAALINGER}\n{row}\n", encoding="utf-8")
    result = observed(tmp_path, TableSource(table=Table.MEASUREMENTS, file="maalinger-*.csv"))
    assert total(result, "value:motivation") == 5
    assert result.summary.tables[0].files == ("maalinger-a.csv", "maalinger-b.csv")


def test_quotes_hide_separators_and_newlines(tmp_path: Path) -> None:
    text = f'{MAALINGER};note\n"a";start;02-01-2025;medarbejder;;motivation;3;"ja; og\nmere"\n'
    (tmp_path / "m.csv").write_text(text, encoding="utf-8")
    result = observed(tmp_path, TableSource(table=Table.MEASUREMENTS, file="m.csv"))
    assert serious(result) == []
    assert total(result, "value:motivation") == 3


def test_small_and_streamed_files_give_the_same(tmp_path: Path) -> None:
    rows = ['a;"ja; og\nmere";3', "b;x", "c;;1.234", "", "d;\u00a0æ ;4;5", "e;æ;"]
    (tmp_path / "x.csv").write_text("\n".join(["person;tekst;tal", *rows]), encoding="cp1252")
    told = []
    for small in (0, 1_000):
        problems = Problems()
        (batch,) = of_csv(tmp_path / "x.csv", "x.csv", problems, small=small)
        cells = {
            name: [column.words[code] for code in column.codes] for name, column in batch.columns.items()
        }
        told.append((batch.rows.tolist(), cells, problems.findings()))
    assert told[0] == told[1]
    assert told[0][1]["tekst"] == ["ja; og\nmere", "", "æ"]
    assert [each.facts["rows"] for each in told[0][2]] == ["3, 6"]


def frame() -> pandas.DataFrame:
    return pandas.DataFrame(
        {
            "person": ["a", "a", "b"],
            "runde": [1, 2, 1],
            "dato": pandas.to_datetime(["2025-01-02", "2025-04-02", "2025-01-02"]),
            "indikator": ["motivation", "motivation", "motivation"],
            "værdi": [2.0, 3.0, None],
        }
    )


def test_a_data_frame_is_read_like_a_file(tmp_path: Path) -> None:
    source = TableSource(table=Table.MEASUREMENTS, file="ramme")
    result = observed(tmp_path, source, frames={"ramme": frame()})
    assert serious(result) == []
    assert statuses(result) == {"motivation": (2, 0, 0, 1)}
    assert (result.summary.first_date, result.summary.last_date) == ("2025-01-02", "2025-04-02")


def test_parquet_gives_what_the_frame_gives(tmp_path: Path) -> None:
    frame().to_parquet(tmp_path / "m.parquet")
    result = observed(tmp_path, TableSource(table=Table.MEASUREMENTS, file="m.parquet"))
    framed = observed(tmp_path, TableSource(table=Table.MEASUREMENTS, file="r"), frames={"r": frame()})
    assert np.array_equal(block(result).values, block(framed).values, equal_nan=True)
    assert statuses(result) == statuses(framed)


def test_numbers_of_a_typed_table_are_never_ambiguous(tmp_path: Path) -> None:
    data = pandas.DataFrame(
        {
            "person": ["a"],
            "delindsats": ["praktik"],
            "fra": ["2025-01-02"],
            "tilbudt": [1.234],
            "mødt": [1.234],
        }
    )
    source = TableSource(table=Table.PARTICIPATION, file="ramme")
    assert serious(observed(tmp_path, source, frames={"ramme": data})) == []


def workbook(path: Path, *, sheet: str = "Målinger") -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Forside"
    page = book.create_sheet(sheet)
    page.append(["Nr.", "Initialer", "Dato Start", "Motivation Start", "Tror på job Start"])
    page.append(["a", "AB", datetime.date(2025, 1, 2), 2, "Ja"])
    page.append([None, None, None, None, None])
    page.append(["b", "AB", "03-01-2025", 9, 99])
    book.save(path)


def test_a_sheet_of_a_workbook_is_read_with_its_own_row_numbers(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    workbook(tmp_path / "bred.xlsx")
    source = TableSource(
        table=Table.MEASUREMENTS,
        file="bred.xlsx",
        sheet="Målinger",
        person="Nr.",
        columns=SHEET.columns,
        indicators=SHEET.indicators,
        codes=SHEET.codes,
    )
    result = observed(tmp_path, source)
    (finding,) = [each for each in result.findings if str(each.code) == "QC424"]
    assert finding.place.line == 4
    assert statuses(result) == {"motivation": (1, 0, 0, 0), "tro_på_job": (1, 1, 0, 0)}
    assert result.summary.first_date == "2025-01-02"


def test_a_missing_sheet_and_a_missing_package_are_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook(tmp_path / "bred.xlsx")
    source = TableSource(table=Table.MEASUREMENTS, file="bred.xlsx", sheet="Svar", person="Nr.")
    assert serious(observed(tmp_path, source)) == ["QC414"]
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert serious(observed(tmp_path, source)) == ["QC403"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.csv", b"person;v\xe6rdi\n\x81;\x8d\n", "QC409"),
        ("x.csv", b"", "QC405"),
        ("x.parquet", b"not parquet at all", "QC402"),
        ("x.xlsx", b"not a workbook", "QC402"),
        ("x.csv", b"person;v\x00rdi\n1;2\n", "QC409"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = observed(tmp_path, TableSource(table=Table.MEASUREMENTS, file=name, person="person"))
    assert serious(result) == [code]


def test_a_table_may_come_from_several_places_and_a_column_be_the_same_throughout(
    tmp_path: Path,
) -> None:
    lines = ["Nr.;P fra;P til;K fra;K til", "a;02-01-2025;10-01-2025;01-02-2025;02-02-2025"]
    (tmp_path / "b.csv").write_text("\n".join(lines), encoding="utf-8")
    places = [
        TableSource(
            table=Table.PARTICIPATION,
            file="b.csv",
            person="Nr.",
            always={"activity": "praktik"},
            columns={"from": f"{each} fra", "to": f"{each} til"},
        )
        for each in ("P", "K")
    ]
    result = observed(tmp_path, *places)
    assert serious(result) == []
    assert (result.summary.tables[0].read, result.summary.tables[0].used) == (2, 2)


def test_settings_without_tables_are_no_error() -> None:
    empty = Project(root=".", settings=Settings(id="x"), theories=(THEORY,), indicators=INDICATORS)
    assert observe(empty, THEORY, today=TODAY).summary.tables == ()
