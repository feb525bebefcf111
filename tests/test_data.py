"""What a provider's long CSV files become: rows of målinger, with what was planted in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from inline_snapshot import snapshot

from qualitycircle.data.block import Block
from qualitycircle.data.formats import day
from qualitycircle.data.observe import Observed, observe
from qualitycircle.data.source import EventSource
from qualitycircle.project import Table
from qualitycircle.rendering.data import as_text
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider

COMPLETE = {
    Table.PERSONS: ["person;enhed;køn;alder", "a;Nord;K;31", "b;Syd;M;44", "c;Nord;K;25"],
    Table.COURSES: [
        "person;teori;fra;til;gruppe",
        "a;praktik;01-01-2025;31-12-2025;indsats",
        "b;praktik;02.01.2025;;kontrol",
        "c;praktik;2025-01-03;;indsats",
    ],
    Table.PARTICIPATION: [
        "person;delindsats;fra;til;tilbudt;mødt;virksomhed",
        "a;praktik;02-01-2025;11-01-2025;100;80;12345678",
        "a;praktik;02-04-2025;11-04-2025;50;10;",
        "c;Praktikophold;01-08-2025;;37,5;37,5;",
    ],
    Table.MEASUREMENTS: [
        MAALINGER,
        "a;start;02-01-2025;medarbejder;AB;motivation;2",
        "a;2;02-04-2025;medarbejder;AB;motivation;3",
        "a;3;02-07-2025;medarbejder;CD;motivation;5",
        "a;start;02-01-2025;borger;;tro_på_job;Tvivler",
        "a;2;02-04-2025;borger;;tro_på_job;vil ikke svare",
        "b;start;04-01-2025;medarbejder;CD;motivation;4",
        "b;slut;04-10-2025;medarbejder;CD;motivation;4",
    ],
    Table.MODERATORS: ["person;dato;indikator;værdi", "a;01-03-2025;aftale;ja", "b;;aftale;nej"],
    Table.GOALS: [
        "person;status;dato",
        "a;job;01-11-2025",
        "b;førtidspension;01-12-2025",
        "c;ophør;01-06-2025",
    ],
    Table.CASEWORKERS: [
        "person;sagsbehandler;fra;til",
        "a;S1;01-01-2025;30-03-2025",
        "a;S2;31-03-2025;",
        "b;S1;01-01-2025;",
    ],
    Table.CHANNELS: ["person;runde;dato;aviser", "a;start;02-01-2025;x"],
}


def observed(root: Path, tables: dict[Table, list[str]], **options: object) -> Observed:
    return observe(provider(root, tables), THEORY, today=TODAY, **options)  # type: ignore[arg-type]  # keywords


def block(observed: Observed) -> Block:
    assert isinstance(observed.source, EventSource)
    (one,) = observed.source.pivoted()
    return one.block


def of(block: Block, column: str, *, wave_counts: Sequence[int]) -> list[list[float | None]]:
    """Return a column as lists per person, the person with most waves first."""
    values = block.column(column)
    told = [values[a:b].tolist() for a, b in zip(block.starts[:-1], block.starts[1:], strict=True)]
    assert sorted(map(len, told), reverse=True) == list(wave_counts)
    ordered = sorted(told, key=len, reverse=True)
    return [[None if np.isnan(each) else each for each in person] for person in ordered]


@pytest.fixture
def complete(tmp_path: Path) -> Block:
    tables = {key: value for key, value in COMPLETE.items() if key is not Table.CHANNELS}
    return block(observed(tmp_path, tables))


WAVES = (3, 2, 1)


def test_a_person_has_one_row_per_måling_and_one_without_any(complete: Block) -> None:
    assert of(complete, "wave", wave_counts=WAVES) == [[0, 1, 2], [0, 3], [0]]


def test_answers_land_in_their_row_and_named_steps_become_numbers(complete: Block) -> None:
    assert of(complete, "value:motivation", wave_counts=WAVES) == [[2, 3, 5], [4, 4], [None]]
    assert of(complete, "value:tro_på_job", wave_counts=WAVES) == [[2, None, None], [None, None], [None]]


def test_attendance_is_what_was_attended_of_what_was_offered_since_the_last_måling(
    complete: Block,
) -> None:
    first, later, *_ = of(complete, "value:fremmødeprocent", wave_counts=WAVES)[0]
    assert first == pytest.approx(80)
    assert later == pytest.approx((80 * 0.9 + 10 * 0.1) / (100 * 0.9 + 50 * 0.1) * 100)


def test_a_condition_holds_from_its_day_and_an_undated_one_throughout(complete: Block) -> None:
    assert of(complete, "value:aftale", wave_counts=WAVES) == [[None, 1, 1], [0, 0], [None]]


@pytest.mark.parametrize("about", ["enhed", "sagsbehandler"])
def test_a_condition_of_a_place_holds_for_those_who_are_there(tmp_path: Path, about: str) -> None:
    place = {"enhed": "Nord", "sagsbehandler": "S2"}[about]
    tables = {key: value for key, value in COMPLETE.items() if key is not Table.CHANNELS}
    tables[Table.MODERATORS] = [f"{about};dato;indikator;værdi", f"{place};01-03-2025;aftale;ja"]
    found = observed(tmp_path, tables)
    assert [str(each.code) for each in found.findings] == ["QC440"]
    assert of(block(found), "value:aftale", wave_counts=WAVES) == [[None, 1, 1], [None, None], [None]]


def test_caseworkers_are_counted_up_to_the_måling(complete: Block) -> None:
    assert of(complete, "value:antal_sagsbehandlere", wave_counts=WAVES) == [[1, 2, 2], [1, 1], [None]]
    assert of(complete, "caseworker", wave_counts=WAVES) == [[0, 1, 1], [0, 0], [None]]


def test_goals_shut_each_other_out_and_follow_up_ends_with_the_data(complete: Block) -> None:
    job, pension, end = day("01-11-2025"), day("01-12-2025"), day("01-06-2025")
    assert of(complete, "event_day:i_job", wave_counts=WAVES) == [[job] * 3, [None] * 2, [None]]
    assert of(complete, "exit_day:i_job", wave_counts=WAVES) == [[None] * 3, [pension] * 2, [None]]
    assert of(complete, "follow_until", wave_counts=WAVES) == [[pension] * 3, [pension] * 2, [end]]


def test_the_group_without_the_effort_is_code_0(complete: Block) -> None:
    assert complete.layout.labels["arm"] == ("kontrol", "indsats")
    assert of(complete, "arm", wave_counts=WAVES) == [[1, 1, 1], [0, 0], [1]]


def test_background_is_a_number_with_a_scale_and_a_code_without(complete: Block) -> None:
    assert of(complete, "background:alder", wave_counts=WAVES) == [[31] * 3, [44] * 2, [25]]
    assert of(complete, "background:køn", wave_counts=WAVES) == [[0] * 3, [1] * 2, [0]]


def test_activities_have_a_first_start_and_a_last_end(complete: Block) -> None:
    assert of(complete, "start_day:praktik", wave_counts=WAVES)[0] == [day("02-01-2025")] * 3
    assert of(complete, "end_day:praktik", wave_counts=WAVES)[0] == [day("11-04-2025")] * 3
    assert of(complete, "start_day:praktik", wave_counts=WAVES)[2] == [day("01-08-2025")]


def test_complete_data_have_no_findings_and_every_row_is_accounted_for(tmp_path: Path) -> None:
    tables = {key: value for key, value in COMPLETE.items() if key is not Table.CHANNELS}
    result = observed(tmp_path, tables)
    assert [str(each.code) for each in result.findings] == ["QC440"]
    for each in result.summary.tables:
        assert (each.read, dict(each.aside)) == (each.used, {})
    assert result.summary.persons == 3
    assert result.summary.measurements == 5
    assert (result.summary.first_date, result.summary.last_date) == ("2025-01-02", "2025-10-04")


def test_courses_of_another_theory_and_later_courses_do_not_count(tmp_path: Path) -> None:
    tables = {
        Table.COURSES: [
            "person;teori;fra;til",
            "a;praktik;01-03-2025;",
            "a;praktik;01-01-2025;",
            "a;brancheskift;01-01-2024;",
            "b;brancheskift;01-01-2024;",
        ],
        Table.MEASUREMENTS: [
            MAALINGER,
            "a;;02-01-2025;medarbejder;;motivation;2",
            "b;;02-01-2025;medarbejder;;motivation;2",
        ],
    }
    result = observed(tmp_path, tables)
    assert result.summary.persons == 1
    assert of(block(result), "course_start", wave_counts=(1,)) == [[day("01-01-2025")]]
    assert "QC437" in [str(each.code) for each in result.findings]


def test_who_comes_back_for_another_course_keeps_the_answers_of_the_first(tmp_path: Path) -> None:
    rows = [
        "a;start;05-01-2024;medarbejder;;motivation;2",
        "a;2;05-04-2024;medarbejder;;motivation;3",
        "a;start;02-01-2025;medarbejder;;motivation;5",
        "a;2;02-04-2025;medarbejder;;motivation;5",
    ]
    courses = ["person;fra;til", "a;01-01-2024;01-06-2024", "a;01-01-2025;"]
    result = observed(tmp_path, {Table.COURSES: courses, Table.MEASUREMENTS: [MAALINGER, *rows]})
    assert of(block(result), "value:motivation", wave_counts=(2,)) == [[2, 3]]
    told = [(str(each.code), each.facts["rows"]) for each in result.findings if str(each.code) == "QC448"]
    assert told == [("QC448", "4, 5")]


@pytest.mark.parametrize("first_end", ["", "01-04-2025"])
def test_a_course_that_goes_on_in_another_row_is_one_course(tmp_path: Path, first_end: str) -> None:
    rows = ["a;start;05-01-2025;medarbejder;;motivation;2", "a;2;05-04-2025;medarbejder;;motivation;3"]
    courses = ["person;fra;til", f"a;01-01-2025;{first_end}", "a;01-03-2025;01-09-2025"]
    result = observed(tmp_path, {Table.COURSES: courses, Table.MEASUREMENTS: [MAALINGER, *rows]})
    assert of(block(result), "value:motivation", wave_counts=(2,)) == [[2, 3]]
    assert "QC448" not in [str(each.code) for each in result.findings]


def test_without_a_declared_round_the_days_since_the_start_decide(tmp_path: Path) -> None:
    rows = [f"a;;{each};medarbejder;;motivation;3" for each in ("05-01-2025", "20-04-2025", "30-06-2025")]
    tables = {Table.COURSES: ["person;fra", "a;01-01-2025"], Table.MEASUREMENTS: [MAALINGER, *rows]}
    assert of(block(observed(tmp_path, tables)), "wave", wave_counts=(3,)) == [[0, 1, 2]]


def test_the_report_tells_rows_and_hides_small_groups(tmp_path: Path) -> None:
    rows = [f"p{each};start;02-01-2025;medarbejder;;motivation;3" for each in range(1200)]
    rows += ["p1;2;02-04-2025;medarbejder;;motivation;9", "p2;2;02-04-2025;medarbejder;;motivation;2"]
    result = observed(tmp_path, {Table.MEASUREMENTS: [MAALINGER, *rows]})
    assert as_text(result.summary, result.findings, "da") == snapshot("""\
1.201 målinger af 1.200 borgere, 2025-01-02 til 2025-04-02

Tabeller
  målinger      1.202 rækker læst, 1.201 brugt
                1 lagt til side: Svar uden for skalaen [QC424]
  ikke angivet  personer, forløb, aktiviteter, moderatorer, slutmål, sagsbehandlere, søgekanaler, register

Målinger
    vises ikke: mindst én af tællingerne er under 5

Svar
  motivation  1.201 besvaret

Hvad der måles på
  praktik         rækker i aktiviteter: ingen data
  fremmøde        fremmødeprocent: ingen data
  motivation      motivation
  motivation      tro_på_job: ingen data
  søgning         antal_kanaler: ingen data
  job             i_job: ingen data
  førtidspension  pension: ingen data
  praktikaftale   aftale: ingen data
  skift           antal_sagsbehandlere: ingen data

Om data: 1 advarsel, 8 noter
""")
