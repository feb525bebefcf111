"""Computed indicators against answers reckoned by hand, day by day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualitycircle.data.block import Layout
from qualitycircle.data.events import Happened, joined, made
from qualitycircle.data.formats import day
from qualitycircle.data.observe import observe
from qualitycircle.data.panel import panel
from qualitycircle.data.reckoning import RECKONERS
from qualitycircle.data.shape import Reckoned, Shape
from qualitycircle.data.source import EventSource
from qualitycircle.indicators import Catalogue, Computation, Indicator, Indicators, Scale
from qualitycircle.project import Table
from qualitycircle.theory import Activity, Outcome
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider

ASKED = Indicator(id="m", name="M", scale=Scale(id="s", low=1, high=5))
START = day("01-01-2025")
assert isinstance(START, int)
DAYS = (START + 10, START + 101, START + 192)


def values(
    root: Path,
    how: Computation,
    rows: Sequence[str],
    *,
    of: tuple[str, ...] = (),
    caseworkers: Sequence[str] = (),
    answers: Sequence[str] = (),
) -> list[list[float]]:
    """Return the indicator's values per person for persons a and b, measured on the three days."""
    computed = Indicator(id="regnet", name="R", computed=how, of=of)
    indicators = Indicators((Catalogue(id="x", indicators=(ASKED, computed)),))
    theory = replace(
        THEORY,
        elements=(
            Activity(id="praktik", name="P", setting="virksomhed"),
            Activity(id="kursus", name="K"),
            Outcome(id="e", name="E", indicators=("m", "regnet")),
        ),
        links=(),
        moderators=(),
    )
    measured = answers or [
        f"{person};{wave + 1};{iso(each)};;;m;3" for person in "ab" for wave, each in enumerate(DAYS)
    ]
    tables = {
        Table.COURSES: ["person;fra;til", "a;01-01-2025;30-06-2025", "b;01-01-2025;"],
        Table.PARTICIPATION: ["person;delindsats;fra;til;tilbudt;mødt;virksomhed", *rows],
        Table.MEASUREMENTS: [MAALINGER, *measured],
    }
    if caseworkers:
        tables[Table.CASEWORKERS] = ["person;sagsbehandler;fra;til", *caseworkers]
    found = observe(provider(root, tables, theory=theory, indicators=indicators), theory, today=TODAY)
    assert isinstance(found.source, EventSource)
    (one,) = found.source.pivoted()
    column, first = one.block.column("value:regnet"), one.block.column("course_end")
    split = [column[a:b].tolist() for a, b in zip(one.block.starts[:-1], one.block.starts[1:], strict=True)]
    ended = [not np.isnan(first[a]) for a in one.block.starts[:-1]]
    return [split[ended.index(True)], split[ended.index(False)]]


def iso(days: int) -> str:
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days)).isoformat()


def test_rows_that_begin_in_the_window_are_counted(tmp_path: Path) -> None:
    rows = ["a;praktik;02-01-2025;;;;", "a;praktik;10-01-2025;;;;", "a;kursus;12-04-2025;;;;"]
    assert values(tmp_path, Computation.COUNT, rows) == [[2, 1, 0], [0, 0, 0]]


def test_only_the_activities_named_are_counted(tmp_path: Path) -> None:
    rows = ["a;praktik;02-01-2025;;;;", "a;kursus;03-01-2025;;;;"]
    assert values(tmp_path, Computation.COUNT, rows, of=("kursus",))[0] == [1, 0, 0]


def test_weeks_add_up_and_an_open_spell_lasts_as_long_as_the_course(tmp_path: Path) -> None:
    rows = ["a;praktik;01-01-2025;07-01-2025;;;", "a;praktik;01-04-2025;;;;", "b;praktik;01-04-2025;;;;"]
    a, b = values(tmp_path, Computation.WEEKS, rows)
    assert a == pytest.approx([1, 1 + 12 / 7, 1 + 91 / 7])
    assert b == pytest.approx([0, 12 / 7, 103 / 7])


def test_the_share_started_is_a_one_from_the_first_day(tmp_path: Path) -> None:
    assert values(tmp_path, Computation.SHARE_STARTED, ["a;praktik;12-01-2025;;;;"]) == [[0, 1, 1], [0, 0, 0]]


def test_completed_is_known_only_for_those_who_began(tmp_path: Path) -> None:
    a, b = values(tmp_path, Computation.COMPLETED, ["a;praktik;02-01-2025;01-03-2025;;;"])
    assert a == [0, 1, 1]
    assert np.isnan(b).all()


def test_days_with_two_activities_at_once_are_counted_once_each(tmp_path: Path) -> None:
    rows = [
        "a;praktik;01-01-2025;10-01-2025;;;",
        "a;praktik;05-01-2025;08-01-2025;;;",
        "a;kursus;06-01-2025;20-01-2025;;;",
    ]
    assert values(tmp_path, Computation.SIMULTANEOUS_DAYS, rows)[0] == [5, 0, 0]


def test_weeks_in_course_and_weeks_before_a_company(tmp_path: Path) -> None:
    rows = ["a;kursus;02-01-2025;;;;", "a;praktik;15-01-2025;;;;", "b;kursus;08-01-2025;;;;1234"]
    assert values(tmp_path, Computation.WEEKS_IN_COURSE, rows)[0] == pytest.approx([10 / 7, 101 / 7, 192 / 7])
    assert values(tmp_path, Computation.WEEKS_BEFORE_COMPANY, rows) == [[2, 2, 2], [1, 1, 1]]


def test_the_caseworkers_other_citizens_leave_the_citizen_out(tmp_path: Path) -> None:
    rows = [
        f"{person};{wave + 1};{iso(DAYS[wave])};;;m;{value}"
        for person, wave, value in (("a", 0, 2), ("a", 1, 4), ("b", 0, 5), ("c", 0, 1), ("d", 0, 3))
    ]
    workers = ["a;S1;01-01-2025;", "b;S1;01-01-2025;", "c;S1;01-01-2025;", "d;S2;01-01-2025;"]
    computed = Indicator(id="regnet", name="R", computed=Computation.OTHERS_MEAN, of=("m",))
    indicators = Indicators((Catalogue(id="x", indicators=(ASKED, computed)),))
    theory = replace(
        THEORY, elements=(Outcome(id="e", name="E", indicators=("regnet",)),), moderators=(), links=()
    )
    tables = {
        Table.MEASUREMENTS: [MAALINGER, *rows],
        Table.CASEWORKERS: ["person;sagsbehandler;fra;til", *workers],
    }
    project = provider(tmp_path, tables, theory=theory, indicators=indicators)
    for partitions in (1, 3):
        found = observe(project, theory, today=TODAY, partitions=partitions)
        assert isinstance(found.source, EventSource)
        pairs = [
            (own, others)
            for each in found.source.pivoted()
            for own, others in zip(
                each.block.column("value:m").tolist(), each.block.column("value:regnet").tolist(), strict=True
            )
        ]
        told = {own: others for own, others in pairs if own != 3}
        assert told == {2: 3, 4: 3, 5: 2, 1: 4}
        assert [np.isnan(others) for own, others in pairs if own == 3] == [True]


spans = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 60), st.integers(0, 30)), min_size=0, max_size=8)


@given(spans, st.lists(st.integers(1, 90), min_size=1, max_size=4, unique=True))
@settings(max_examples=60, deadline=None)
def test_spells_are_reckoned_as_if_each_day_were_looked_at(
    spells: list[tuple[int, int, int]], days: list[int]
) -> None:
    days = sorted(days)
    person = np.zeros(len(spells), dtype=np.int64)
    held = made(
        Happened.ACTIVITY,
        person,
        what=[each[0] for each in spells],
        day=[each[1] for each in spells],
        until=[each[1] + each[2] for each in spells],
    )
    one = np.zeros(len(days), dtype=np.int64)
    asked = made(Happened.ANSWER, one, what=0, wave=np.arange(len(days)), day=days, value=3.0)
    shape = Shape(layout=Layout({}), every=20, tolerance=10, activities=("x", "y"))
    people = panel(joined([held, asked]), 20, 10)
    each = Reckoned(column="c", how=Computation.WEEKS, activities=(0, 1))
    running = [{what for what, begin, long in spells if begin <= at <= begin + long} for at in range(200)]
    windows = zip([days[0] - 20, *days[:-1]], days, strict=True)
    two = [sum(len(running[at]) == 2 for at in range(max(a + 1, 0), b + 1)) for a, b in windows]
    weeks = [sum(max(0, min(begin + long, b) - begin + 1) for _, begin, long in spells) / 7 for b in days]
    assert RECKONERS[Computation.SIMULTANEOUS_DAYS](people, shape, each).tolist() == two
    assert RECKONERS[Computation.WEEKS](people, shape, each).tolist() == pytest.approx(weeks)
