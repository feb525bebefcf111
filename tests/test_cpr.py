"""CPR numbers are recognised wherever they stand in a text, and crossed out without moving a letter."""

from __future__ import annotations

import pytest

from qualitycircle.vocabulary.cpr import cpr_at, holds_cpr, without_cpr


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "0101901234",
        "borgeren 010190-1234 sagde nej",
        "borgeren (010190 1234)",
        "010190 - 1234",
        "010190\u20131234",
        "erstatningsnummer 610190-1234",
        "CPR0101901234",
    ],
)
def test_a_cpr_number_is_seen_wherever_it_stands(text: str) -> None:
    assert holds_cpr(text)
    assert "1234" not in without_cpr(text)
    assert "0190" not in without_cpr(text)
    assert len(without_cpr(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ring på 12345678",
        "01-01-1990",
        "2026-02-01",
        "321390-1234",
        "310290-1234",
        "12345678901",
        "0,1234567890123",
    ],
)
def test_other_numbers_are_not_cpr_numbers(text: str) -> None:
    assert not holds_cpr(text)
    assert without_cpr(text) == text


def test_each_number_has_its_offset_and_length() -> None:
    assert cpr_at("a 010190-1234, b 0202911234") == ((2, 11), (17, 10))
