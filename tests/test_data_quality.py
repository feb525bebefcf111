"""Every fault planted in data is found with file, row and column, and what is set aside is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qualitycircle.data.observe import Observed, observe
from qualitycircle.data.problems import QC424, Problems
from qualitycircle.findings import Finding
from qualitycircle.project import Table, TableSource
from qualitycircle.vocabulary.findings.data import FINDINGS
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider

COURSES = ["person;fra;til", "a;01-01-2025;", "b;01-01-2025;"]


def told(finding: Finding) -> str:
    """Return a finding as one short line: code, place, column and rows."""
    facts = finding.facts
    return f"{finding.code} {finding.place.file} {facts.get('column', '')} {facts.get('rows', '')}".strip()


def found(root: Path, tables: dict[Table, list[str]], *codes: str) -> list[str]:
    result = observe(provider(root, tables), THEORY, today=TODAY)
    return [told(each) for each in result.findings if str(each.code) not in {"QC440", *codes}]


def measured(root: Path, *rows: str) -> list[str]:
    return found(root, {Table.COURSES: COURSES, Table.MEASUREMENTS: [MAALINGER, *rows]})


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("a;start;02-01-2025;medarbejder;;motivation;7", "QC424 maalinger.csv værdi 2"),
        ("a;start;02-01-2025;medarbejder;;motivation;2,5", "QC424 maalinger.csv værdi 2"),
        ("a;start;02-01-2025;medarbejder;;motivation;høj", "QC425 maalinger.csv værdi 2"),
        ("a;start;02-01-2025;medarbejder;;motivation;1.234", "QC426 maalinger.csv værdi 2"),
        ("a;start;02-01-2025;medarbejder;;motivaton;3", "QC422 maalinger.csv indikator 2"),
        ("a;start;02-01-2025;borger;;motivation;3", "QC435 maalinger.csv respondent 2"),
        ("a;start;31-02-2025;medarbejder;;motivation;3", "QC429 maalinger.csv dato 2"),
        ("a;start;02-01-1899;medarbejder;;motivation;3", "QC429 maalinger.csv dato 2"),
        ("a;start;02-01-25;medarbejder;;motivation;3", "QC428 maalinger.csv dato 2"),
        ("a;start;i går;medarbejder;;motivation;3", "QC427 maalinger.csv dato 2"),
        ("a;start;02-01-2035;medarbejder;;motivation;3", "QC430 maalinger.csv dato 2"),
        ("a;midtvejs;02-01-2025;medarbejder;;motivation;3", "QC438 maalinger.csv runde 2"),
        ("a;;;medarbejder;;motivation;3", "QC441 maalinger.csv dato 2"),
        (";start;02-01-2025;medarbejder;;motivation;3", "QC420 maalinger.csv person 2"),
        ("a;;15-02-2025;medarbejder;;motivation;3", "QC434 maalinger.csv  2"),
        ("a;start;02-01-2025;medarbejder;motivation;3", "QC406 maalinger.csv  2"),
    ],
)
def test_a_planted_fault_is_found_in_its_row(tmp_path: Path, row: str, expected: str) -> None:
    sound = "b;start;02-01-2025;medarbejder;;motivation;3"
    assert measured(tmp_path, row, sound) == [expected]


@pytest.mark.parametrize(
    ("table", "lines", "expected"),
    [
        (Table.COURSES, ["person;fra;til", "a;01-05-2025;01-03-2025"], "QC431 forloeb.csv til 2"),
        (
            Table.PARTICIPATION,
            ["person;delindsats;fra", "a;kursus;01-01-2025"],
            "QC423 aktiviteter.csv delindsats 2",
        ),
        (Table.GOALS, ["person;status;dato", "a;efterløn;01-01-2025"], "QC436 slutmaal.csv status 2"),
        (Table.PERSONS, ["person;enhed", "a;Nord", "a;Syd"], "QC439 personer.csv person 3"),
        (Table.PERSONS, ["person;enhed"], "QC405 personer.csv"),
        (Table.PERSONS, ["borger;enhed", "a;Nord"], "QC404 personer.csv person"),
        (Table.PERSONS, ["person;enhed;enhed", "a;Nord;Syd"], "QC407 personer.csv enhed 1"),
    ],
)
def test_a_fault_in_another_table_is_found_too(
    tmp_path: Path, table: Table, lines: list[str], expected: str
) -> None:
    assert found(tmp_path, {table: lines}) == [expected]


def test_a_person_nobody_knows_is_set_aside(tmp_path: Path) -> None:
    tables = {
        Table.PERSONS: ["person;enhed", "a;Nord"],
        Table.MEASUREMENTS: [MAALINGER, "x;start;02-01-2025;medarbejder;;motivation;3"],
    }
    assert found(tmp_path, tables) == ["QC421 maalinger.csv person 2"]


def test_the_same_answer_twice_counts_once_and_two_different_ones_not_at_all(tmp_path: Path) -> None:
    rows = [
        "a;start;02-01-2025;medarbejder;;motivation;3",
        "a;start;02-01-2025;medarbejder;;motivation;3",
        "b;start;02-01-2025;medarbejder;;motivation;3",
        "b;start;02-01-2025;medarbejder;;motivation;4",
    ]
    tables = {Table.COURSES: COURSES, Table.MEASUREMENTS: [MAALINGER, *rows]}
    result = observe(provider(tmp_path, tables), THEORY, today=TODAY)
    assert "QC432 maalinger.csv  3, 5" in [told(each) for each in result.findings]
    assert result.summary.answers == 1


def test_of_two_days_in_one_planned_round_the_nearest_counts(tmp_path: Path) -> None:
    rows = ["a;;20-01-2025;medarbejder;;motivation;1", "a;;03-01-2025;medarbejder;;motivation;5"]
    tables = {Table.COURSES: COURSES, Table.MEASUREMENTS: [MAALINGER, *rows]}
    result = observe(provider(tmp_path, tables), THEORY, today=TODAY)
    assert "QC433 maalinger.csv  2" in [told(each) for each in result.findings]
    answers = result.source.mapsum(lambda block: np.nansum(block.column("value:motivation"), keepdims=True))
    assert answers.tolist() == [5.0]


def test_ten_thousand_bad_cells_are_one_finding(tmp_path: Path) -> None:
    rows = [f"a;start;02-01-2025;medarbejder;;motivation;{each}" for each in range(6, 10_006)]
    (one,) = measured(tmp_path, *rows)
    assert one == "QC424 maalinger.csv værdi 2, 3, 4 …"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    project = provider(tmp_path, {}, sources=[TableSource(table=Table.GOALS, file="data/slut-*.csv")])
    result = observe(project, THEORY, today=TODAY)
    assert [told(each) for each in result.findings if str(each.code) != "QC440"] == ["QC401 data/slut-*.csv"]


def test_a_misspelled_column_is_met_with_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("CPR;Måledato\na;01-01-2025\n", encoding="utf-8")
    source = TableSource(table=Table.GOALS, file="m.csv", person="CPR", columns={"date": "Maaledato"})
    result = observe(provider(tmp_path, {}, sources=[source]), THEORY, today=TODAY)
    facts = next(each.facts for each in result.findings if str(each.code) == "QC408")
    assert (facts["column"], facts["suggestion"]) == ("Maaledato", "Måledato")


def test_every_row_is_used_or_set_aside_with_a_reason(tmp_path: Path) -> None:
    rows = [
        "a;start;02-01-2025;medarbejder;;motivation;3",
        "a;2;02-04-2025;medarbejder;;motivation;9",
        ";2;02-04-2025;medarbejder;;motivation;3",
        "a;3;02-07-2025;borger;;motivation;3",
    ]
    tables = {Table.COURSES: COURSES, Table.MEASUREMENTS: [MAALINGER, *rows]}
    result: Observed = observe(provider(tmp_path, tables), THEORY, today=TODAY)
    table = next(each for each in result.summary.tables if each.table is Table.MEASUREMENTS)
    assert (table.read, table.used) == (4, 1)
    assert dict(table.aside) == {"QC420": 1, "QC424": 1, "QC435": 1}


def test_every_code_has_its_texts_and_every_text_its_code() -> None:
    from qualitycircle.data import problems

    codes = {each for each in vars(problems) if each.startswith("QC")}
    assert codes == set(FINDINGS)


def test_messages_can_be_said_with_the_facts_findings_carry() -> None:
    problems = Problems()
    problems.cell(QC424, "a.csv", "Svar", range(3, 99), 4)
    carried = dict(problems.findings()[0].facts)
    whole = {"suggestion": "s", "key": "k", "sheet": "a", "subject": "s", "what": "w", "codes": "c"}
    whole |= {"rounds": "1, 3", "days": "91"}
    for each in FINDINGS.values():
        for text in (each.message, each.advice):
            assert text.say("da", **carried, **whole)
            assert text.say("en", **carried, **whole)


def test_a_row_without_content_is_counted_too(tmp_path: Path) -> None:
    tables = {Table.GOALS: ["person;status;dato", "a;job;", "b;job;01-01-2025"]}
    result = observe(provider(tmp_path, tables), THEORY, today=TODAY)
    (table,) = result.summary.tables
    assert (table.read, table.used, dict(table.aside)) == (2, 1, {"empty": 1})


def _three_times(numbers: tuple[str, ...], dates: tuple[str, ...], people: int = 12) -> list[str]:
    return [
        f"p{person};{number};{date};medarbejder;;motivation;3"
        for person in range(people)
        for number, date in zip(numbers, dates, strict=True)
    ]


IN_ORDER = ("02-01-2025", "02-04-2025", "02-07-2025")


@pytest.mark.parametrize(
    ("numbers", "dates", "expected"),
    [
        (("1", "3", "5"), IN_ORDER, ["QC449"]),
        (("", "", ""), ("02-01-2024", "02-07-2024", "02-01-2025"), ["QC449"]),
        (("1", "2", "3"), IN_ORDER, []),
        (("1", "2", "3"), ("02-01-2025", "02-02-2025", "02-03-2025"), ["QC449"]),
        (("1", "2", "3"), ("", "", ""), []),
        (("1", "2", "4"), IN_ORDER, []),
        (("3", "2", "1"), IN_ORDER, ["QC449", "QC450"]),
        (("1", "2", "3"), ("02-04-2025", "02-01-2025", "03-04-2025"), ["QC450"]),
        (("5", "3", "1"), IN_ORDER, ["QC449", "QC450"]),
    ],
)
def test_rounds_that_do_not_follow_each_other_or_their_dates_are_told(
    tmp_path: Path, numbers: tuple[str, ...], dates: tuple[str, ...], expected: list[str]
) -> None:
    rows = _three_times(numbers, dates)
    result = observe(provider(tmp_path, {Table.MEASUREMENTS: [MAALINGER, *rows]}), THEORY, today=TODAY)
    found = [each for each in result.findings if str(each.code) in {"QC449", "QC450"}]
    assert [str(each.code) for each in found] == expected
    assert all(each.place.file == "maalinger.csv" for each in found)


def test_how_rounds_are_numbered_is_told_in_numbers_about_all_of_them(tmp_path: Path) -> None:
    rows = _three_times(("5", "3", "1"), IN_ORDER)
    result = observe(provider(tmp_path, {Table.MEASUREMENTS: [MAALINGER, *rows]}), THEORY, today=TODAY)
    told = {
        str(each.code): FINDINGS[str(each.code)].message.say("da", **each.facts) for each in result.findings
    }
    assert told["QC449"].endswith("i data er der måling 1, 3, 5")
    assert told["QC450"].startswith("24 af 24 målinger har en tidligere dato")


def test_one_citizen_with_a_round_left_out_is_no_finding(tmp_path: Path) -> None:
    rows = _three_times(("1", "3", "5"), IN_ORDER, people=1)
    result = observe(provider(tmp_path, {Table.MEASUREMENTS: [MAALINGER, *rows]}), THEORY, today=TODAY)
    assert "QC449" not in [str(each.code) for each in result.findings]
