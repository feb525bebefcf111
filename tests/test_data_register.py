"""A register of weeks becomes goal events, exits and spells by the rules an indicator declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.data.formats import iso
from qualitycircle.data.industries import last_before
from qualitycircle.data.observe import Observed, observe
from qualitycircle.data.register import spells
from qualitycircle.data.source import EventSource
from qualitycircle.indicators import Catalogue, Computation, Event, Indicator, Indicators
from qualitycircle.project import Table, TableSource
from qualitycircle.theory import Goal, Outcome
from tests.nordhuset import THEORY, TODAY, provider

BENEFIT, PENSION, SICK, DEAD = "130", "783", "890", "999"
CODES = {BENEFIT: "kontanthjælp", PENSION: "folkepension", SICK: "sygedagpenge", DEAD: "død"}

INDICATORS = Indicators(
    (
        Catalogue(
            id="register",
            indicators=(
                Indicator(
                    id="i_job", name="Job", event=Event(status="ingen ydelse", income=True, weeks_in_a_row=4)
                ),
                Indicator(
                    id="selvforsørgelse", name="Selv", event=Event(status="ingen ydelse", weeks_in_a_row=4)
                ),
                Indicator(
                    id="ny_branche",
                    name="Ny",
                    event=Event(status="ingen ydelse", income=True, industry="ny", weeks_in_a_row=2),
                ),
                Indicator(
                    id="sygeuger",
                    name="Syg",
                    computed=Computation.WEEKS_WITH_STATUS,
                    status="sygedagpenge",
                ),
            ),
        ),
    )
)
THEORY_OF_GOALS = replace(
    THEORY,
    elements=(
        Outcome(id="syg", name="Syg", indicators=("sygeuger",)),
        Goal(id="job", name="Job", indicators=("i_job",)),
        Goal(id="selv", name="Selv", indicators=("selvforsørgelse",)),
        Goal(id="ny", name="Ny", indicators=("ny_branche",)),
    ),
    moderators=(),
)
WEEKS = [f"y_25{week:02}" for week in range(1, 31)]
MONTHS = [f"branche_2025_{month:02}" for month in range(1, 8)]


def observed(
    root: Path,
    persons: Mapping[str, tuple[str, str]],
    *,
    start: str = "",
    codes_of_income: Mapping[str, tuple[str, ...]] | None = None,
) -> Observed:
    """Observe a register; a person is (one letter per week, one per month).

    Letters: b benefit, p pension, s sick, d dead, ? unknown, . none; months: o and m old industries,
    n new. With `start` everybody has a course from that day.
    """
    codes = {"b": BENEFIT, "p": PENSION, "s": SICK, "d": DEAD, "?": "555", ".": ""}
    paid = {"o": "4711", "m": "4712", "n": "9000", ".": ""}
    lines = [";".join(["pnr", *WEEKS, *MONTHS])]
    for person, (weeks, months) in persons.items():
        cells = [codes[each] for each in weeks.ljust(30, "b")]
        cells += [paid[each] for each in months.ljust(7, ".")]
        lines.append(";".join([person, *cells]))
    (root / "dream.csv").write_text("\n".join(lines), encoding="utf-8")
    listed = ["kode;status", *(f"{code};{status}" for code, status in CODES.items())]
    (root / "koder.csv").write_text("\n".join(listed), encoding="utf-8")
    source = TableSource(
        table=Table.REGISTER,
        file="dream.csv",
        columns={"person": "pnr", "week": "y_<ÅÅUU>", "income": "branche_<ÅÅÅÅ>_<MM>"},
        codes={"income": codes_of_income or {}},
        statuses="koder.csv",
        other_exits=("folkepension",),
        end_of_follow_up=("død",),
    )
    courses = {Table.COURSES: ["person;fra", *(f"{each};{start}" for each in persons)]} if start else {}
    project = provider(root, courses, sources=[source], theory=THEORY_OF_GOALS, indicators=INDICATORS)
    return observe(project, THEORY_OF_GOALS, today=TODAY)


def days(observed: Observed, column: str) -> list[str]:
    assert isinstance(observed.source, EventSource)
    (one,) = observed.source.pivoted()
    values = one.block.column(column)
    return sorted("" if np.isnan(each) else iso(int(each)) for each in values)


def test_a_job_is_four_weeks_in_a_row_without_benefit_and_with_income(tmp_path: Path) -> None:
    people = {
        "job": ("bbbbb....", ".oooo"),
        "short": ("bbbbb...bb...", ".oooo"),
        "no income": ("bbbbb.....", ""),
        "before income": ("bbb........", "..oo"),
    }
    found = observed(tmp_path, people)
    assert days(found, "event_day:i_job") == ["", "", "", "2025-02-03"]
    assert days(found, "event_day:selvforsørgelse") == ["", "2025-01-20", "2025-02-03", "2025-02-03"]


def test_a_provider_may_say_itself_which_industries_are_new(tmp_path: Path) -> None:
    people = {"new": ("bbbbb..", ".nn"), "old": ("bbbbb..", ".oo")}
    found = observed(tmp_path, people, codes_of_income={"ny": ("9000",)})
    assert days(found, "event_day:ny_branche") == ["", "2025-02-03"]


@pytest.mark.parametrize(
    ("months", "reached"),
    [
        ("o..nn", "2025-04-14"),  # another than before
        ("o..oo", ""),  # the same
        ("m..oo", "2025-04-14"),  # new is new to this citizen
        ("om.oo", "2025-04-14"),  # the last one counts, not the first
        ("om.mm", ""),
        ("o..on", "2025-04-28"),  # first back to the old one, then on
        ("...nn", ""),  # nobody knows the industry before
    ],
)
def test_a_new_industry_is_another_than_the_last_one_before_the_course(
    tmp_path: Path, months: str, reached: str
) -> None:
    """January and February are before the course; there is no benefit in the job's weeks."""
    weeks = "." * 9 + "b" * 6 + "." * 5
    found = observed(tmp_path, {"one": (weeks, months), "other": ("", "o")}, start="2025-03-10")
    assert days(found, "event_day:ny_branche") == sorted(["", reached])


def test_a_job_that_came_before_the_course_is_what_the_next_one_is_held_against(tmp_path: Path) -> None:
    """Who changes industry just before the course has not changed it by the course."""
    people = {"one": ("." * 9 + "b" * 6 + "." * 5, "on.nn"), "other": ("", "o")}
    assert days(observed(tmp_path, people, start="2025-03-10"), "event_day:ny_branche") == ["", ""]


@given(
    months=st.lists(st.integers(-1, 3), min_size=1, max_size=30),
    start=st.integers(0, 30),
)
def test_the_last_industry_before_a_course_is_what_a_reader_would_say(months: list[int], start: int) -> None:
    """Oracle: look back from the course's first day for a week that is over and has an industry."""
    days_of_weeks = 7 * np.arange(len(months))
    windows = last_before(np.array([months], dtype=np.int32), days_of_weeks)
    day = 7 * start
    open_then = (windows.opens <= day) & (day <= windows.closes)
    past = [each for at, each in enumerate(months) if 7 * at + 7 <= day and each >= 0]
    assert windows.industry[open_then].tolist() == past[-1:]


def test_other_exits_shut_goals_out_and_death_ends_follow_up(tmp_path: Path) -> None:
    found = observed(
        tmp_path, {"retired": ("bbbp" + "p" * 26, ""), "dead": ("bbbbbdd", ""), "alive": ("", "")}
    )
    assert days(found, "exit_day:i_job") == ["", "", "2025-01-20"]
    assert days(found, "follow_until") == ["2025-02-03", "2025-07-27", "2025-07-27"]


def test_a_code_the_list_does_not_have_is_told_and_is_no_status(tmp_path: Path) -> None:
    found = observed(tmp_path, {"odd": ("bb??....", ""), "plain": ("", "")})
    told = [each.facts["column"] for each in found.findings if str(each.code) == "QC423"]
    assert told == ["y_2503", "y_2504"]
    assert days(found, "event_day:selvforsørgelse") == ["", "2025-01-27"]


def test_a_register_that_lacks_its_weeks_is_told(tmp_path: Path) -> None:
    (tmp_path / "dream.csv").write_text("pnr;uge\na;1\n", encoding="utf-8")
    source = TableSource(
        table=Table.REGISTER, file="dream.csv", columns={"person": "pnr", "week": "y_<ÅÅUU>"}
    )
    project = provider(tmp_path, {}, sources=[source], theory=THEORY_OF_GOALS, indicators=INDICATORS)
    codes = {str(each.code) for each in observe(project, THEORY_OF_GOALS, today=TODAY).findings}
    assert "QC404" in codes


def test_weeks_with_a_status_are_counted_in_the_window_of_the_måling(tmp_path: Path) -> None:
    found = observed(tmp_path, {"a": ("bbssssbbbbbbbsss", "")})
    lines = ["person;dato;indikator;værdi", "a;10-02-2025;i_job;1", "a;21-04-2025;i_job;1"]
    (tmp_path / "maalinger.csv").write_text("\n".join(lines), encoding="utf-8")
    register = TableSource(
        table=Table.REGISTER,
        file="dream.csv",
        columns={"person": "pnr", "week": "y_<ÅÅUU>"},
        statuses="koder.csv",
    )
    plan = replace(THEORY.plan, every=70)
    theory = replace(THEORY_OF_GOALS, plan=plan)
    sources = [register, TableSource(table=Table.MEASUREMENTS, file="maalinger.csv")]
    project = provider(tmp_path, {}, sources=sources, theory=theory, indicators=INDICATORS)
    found = observe(project, theory, today=TODAY)
    assert isinstance(found.source, EventSource)
    (one,) = found.source.pivoted()
    assert one.block.column("value:sygeuger").tolist() == [pytest.approx(4), pytest.approx(3)]


def test_a_gap_in_the_calendar_breaks_a_spell() -> None:
    holds = np.array([[True, True, True, False]])
    person, first, last = spells(holds, np.array([0, 7, 21, 28]))
    assert (person.tolist(), first.tolist(), last.tolist()) == ([0, 0], [0, 21], [13, 27])
