"""Numbers and dates as Danish systems write them; what can be read in two ways is not guessed."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.data.formats import Flaw, date_form, day, has_short_year, iso, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3.0),
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("-2", -2.0),
        ("1.234,5", 1234.5),
        ("1.234.567", 1234567.0),
        ("12 345", 12345.0),
        ("80 %", 80.0),
        ("0,125", 0.125),
        ("0.125", 0.125),
        ("1e3", 1000.0),
    ],
)
def test_numbers_are_read_with_comma_or_point(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "flaw"),
    [("1.234", Flaw.AMBIGUOUS), ("tre", Flaw.UNREADABLE), ("1,2,3", Flaw.UNREADABLE), ("", Flaw.UNREADABLE)],
)
def test_what_is_no_number_is_said(text: str, flaw: Flaw) -> None:
    assert number(text) is flaw


@given(st.integers(-(10**9), 10**9), st.integers(0, 99))
def test_a_number_with_a_decimal_comma_comes_back(whole: int, hundredths: int) -> None:
    assert number(f"{whole},{hundredths:02}") == float(f"{whole}.{hundredths:02}")


@pytest.mark.parametrize(
    "text", ["2026-02-01", "01-02-2026", "1.2.2026", "01.02.2026", "20260201", "46054", "2026-02-01 00:00:00"]
)
def test_the_first_of_february_is_recognised(text: str) -> None:
    read = day(text)
    assert isinstance(read, int)
    assert iso(read) == "2026-02-01"


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("31-02-2026", Flaw.IMPOSSIBLE),
        ("01-01-0001", Flaw.IMPOSSIBLE),
        ("01/02/2026", Flaw.AMBIGUOUS),
        ("01-02-26", Flaw.AMBIGUOUS),
        ("februar", Flaw.UNREADABLE),
    ],
)
def test_what_is_no_certain_date_is_said(text: str, flaw: Flaw) -> None:
    assert day(text) is flaw


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("dd/mm/åååå", "01/02/2026"),
        ("dd/mm/aaaa", "01/02/2026"),
        ("mm/dd/yyyy", "02/01/2026"),
        ("dd-mm-åå", "01-02-26"),
        ("DD.MM.ÅÅÅÅ", "01.02.2026"),
        ("ååååmmdd", "20260201"),
    ],
)
def test_a_declared_format_settles_it(declared: str, text: str) -> None:
    form = date_form(declared)
    assert form is not None
    read = day(text, form)
    assert isinstance(read, int)
    assert iso(read) == "2026-02-01"


def test_a_format_without_a_year_is_none() -> None:
    assert date_form("dd-mm") is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2999, 12, 31)))
def test_danish_and_iso_dates_are_the_same_day(date: datetime.date) -> None:
    assert day(date.strftime("%d-%m-%Y")) == day(date.isoformat()) == day(f"{date:%d.%m.%Y}")


def test_dots_hyphens_and_slashes_are_alike_in_a_declared_form() -> None:
    form = date_form("dd-mm-åååå")
    assert day("01.02.2021", form) == day("1/2/2021", form) == day("01-02-2021", form) == day("2021-02-01")


def test_a_danish_project_reads_the_day_first() -> None:
    assert day("1/2/2021", day_first=True) == day("2021-02-01")
    assert day("1/2/2021") is Flaw.AMBIGUOUS


def test_a_year_of_two_digits_is_known() -> None:
    form = date_form("dd-mm-åå")
    assert has_short_year("01-02-21", form)
    assert not has_short_year("01-02-2021", form)
    assert not has_short_year("01-02-21", None)
