"""Whom the data are about, and codes nobody has explained: told by file, column and row, never by value."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pandas
import pytest

from qualitycircle.data.observe import Observed, observe
from qualitycircle.findings import Severity
from qualitycircle.loading.project import load
from qualitycircle.project import Table
from qualitycircle.theory import TargetGroup
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider

EXAMPLE = Path(__file__).parent.parent / "examples/praktik"
ENCODING = "cp1252"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "praktik"))


def observed(root: Path) -> Observed:
    project = load(root).project
    return observe(project, project.theories[0])


def recode(root: Path, *changes: tuple[str, str], file: str = "data/borgere.csv", first: int = 0) -> None:
    """Replace cells in the first rows of a file (all rows when 0)."""
    path = root / file
    encoding = "utf-8" if "slutmaal" in file else ENCODING
    lines = path.read_text(encoding=encoding).splitlines()
    last = first + 1 if first else len(lines)
    for old, new in changes:
        lines = [
            ";".join(new if cell == old else cell for cell in each.split(";")) if 0 < at < last else each
            for at, each in enumerate(lines)
        ]
    path.write_text("\n".join(lines) + "\n", encoding=encoding)


def told(result: Observed, code: str) -> list[tuple[str, object, object]]:
    return [
        (each.place.file, each.facts.get("rows"), each.facts.get("count"))
        for each in result.findings
        if each.code.id == code
    ]


def test_the_examples_citizens_are_all_in_the_target_group(example: Path) -> None:
    result = observed(example)
    assert result.summary.persons == 400
    assert not {each.code.id for each in result.findings} & {"QC443", "QC444", "QC423"}


def test_citizens_with_another_code_are_set_aside_and_counted(example: Path) -> None:
    whole = observed(example)
    settings = example / "circle.yml"
    mapped = settings.read_text(encoding="utf-8").replace(
        "{aktivitetsparat: AP}", "{aktivitetsparat: AP, jobparat: JP}"
    )
    settings.write_text(mapped, encoding="utf-8")
    recode(example, ("AP", "JP"), first=100)
    result = observed(example)
    assert result.summary.persons == 300
    assert told(result, "QC443") == [("data/borgere.csv", "2, 3, 4 …", 100)]
    aside = {each.table: each.aside for each in result.summary.tables}
    assert aside[Table.PERSONS]["QC443"] == 100
    assert aside[Table.MEASUREMENTS]["QC443"] > 0
    assert "QC421" not in {each.code.id for each in result.findings}
    assert result.summary.answers < whole.summary.answers


def test_when_nobody_is_left_it_is_an_error(example: Path) -> None:
    recode(example, ("AP", "KANARIE77"))
    result = observed(example)
    assert result.summary.persons == 0
    assert told(result, "QC423") == [("data/borgere.csv", "2, 3, 4 …", 400)]
    (nobody,) = (each for each in result.findings if each.code.id == "QC444")
    assert nobody.severity is Severity.ERROR
    assert nobody.facts["codes"] == "aktivitetsparat"
    assert "KANARIE77" not in repr(result.findings)


def test_a_theory_without_codes_is_about_everybody_in_the_data(tmp_path: Path) -> None:
    tables = {Table.PERSONS: ["person;målgruppe", "a;AP", "b;JP"], Table.MEASUREMENTS: [MAALINGER]}
    project = provider(tmp_path, tables)
    assert not told(observe(project, THEORY, today=TODAY), "QC443")
    coded = replace(THEORY, target_group=TargetGroup(name="Aktivitetsparate", codes=("AP",)))
    assert told(observe(project, coded, today=TODAY), "QC423") == [("personer.csv", "3", 1)]


def test_codes_and_texts_nobody_has_explained_are_told(example: Path) -> None:
    recode(example, ("K", "KANARIE77"), first=20)
    path = example / "data/borgere.csv"
    lines = path.read_text(encoding=ENCODING).splitlines()
    at = lines[0].split(";").index("Alder")
    cells = lines[5].split(";")
    cells[at] = "KANARIE77"
    lines[5] = ";".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding=ENCODING)
    recode(example, ("Ordinært job", "KANARIE77"), file="data/slutmaal.csv", first=40)
    result = observed(example)
    columns = {each.facts["column"] for each in result.findings if each.code.id == "QC445"}
    assert columns == {"Køn", "Alder"}
    assert [each[0] for each in told(result, "QC446")] == ["data/slutmaal.csv"]
    assert result.summary.persons == 400
    assert "KANARIE77" not in repr(result.findings)


def test_a_frame_no_table_asks_for_is_a_programs_mistake(example: Path) -> None:
    project = load(example).project
    with pytest.raises(ValueError, match=r"borgerex\.csv.*data/borgere\.csv"):
        observe(project, project.theories[0], frames={"data/borgerex.csv": pandas.DataFrame({"a": [1]})})


@pytest.mark.parametrize("row", [2, 150, 401])
def test_a_quotation_mark_that_is_not_closed_is_an_error_and_its_file_is_not_used(
    example: Path, row: int
) -> None:
    path = example / "data/borgere.csv"
    lines = path.read_text(encoding=ENCODING).splitlines()
    first, rest = lines[row - 1].split(";", 1)
    lines[row - 1] = f'{first};"{rest}'
    path.write_text("\n".join(lines) + "\n", encoding=ENCODING)
    result = observed(example)
    assert {each[1] for each in told(result, "QC416")} == {str(row)}
    tables = {each.table: each for each in result.summary.tables}
    assert tables[Table.PERSONS].read == 0
    assert not {each.code.id for each in result.findings} & {"QC405", "QC406", "QC421"}


def test_two_marks_that_swallow_the_rows_between_them_are_found(example: Path) -> None:
    path = example / "data/borgere.csv"
    lines = path.read_text(encoding=ENCODING).splitlines()
    opened, closed = lines[9].rsplit(";", 1), lines[19].split(";", 1)
    lines[9], lines[19] = f'{opened[0]};"{opened[1]}', f'{closed[0]}";{closed[1]}'
    path.write_text("\n".join(lines) + "\n", encoding=ENCODING)
    assert {each[1] for each in told(observed(example), "QC416")} == {"10"}


def test_years_with_two_digits_are_read_and_told(tmp_path: Path) -> None:
    row = "a;start;02-01-25;medarbejder;;motivation;3"
    project = provider(tmp_path, {Table.MEASUREMENTS: [MAALINGER, row]})
    (table,) = project.settings.tables
    formed = replace(table, date_format="dd-mm-åå")
    project = replace(project, settings=replace(project.settings, tables=(formed,)))
    result = observe(project, THEORY, today=TODAY)
    assert told(result, "QC442") == [("maalinger.csv", "2", 1)]
    assert result.summary.first_date == "2025-01-02"
