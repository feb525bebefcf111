"""CPR numbers are recognised wherever they stand in a text, and crossed out without moving a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualitycircle.checks.rules import check_project
from qualitycircle.findings import has_errors
from qualitycircle.loading.project import load
from qualitycircle.rendering.messages import as_json, as_text
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


THEORY = """\
programteori: praktik
titel: Praktik for 010190-1234
målgruppe: Unge
begrundelse: Erfaring giver mod
indsats: Forløb
delindsatser:
  "010190-1234": {}
effekter:
  mod: Mod
sammenhænge:
  010190-1234 -> mod: øgerr, fordi 0101901234 sagde det
"""


def test_a_number_in_a_theory_is_told_at_each_place_and_repeated_nowhere(tmp_path: Path) -> None:
    (tmp_path / "theories").mkdir()
    (tmp_path / "theories/praktik.yml").write_text(THEORY, encoding="utf-8")
    loaded = load(tmp_path)
    told = [(each.place.line, each.place.column) for each in loaded.findings if each.code.id == "QC129"]
    assert told == [(2, 20), (7, 4), (11, 3), (11, 36)]
    assert has_errors(loaded.findings)
    everything = repr(loaded) + as_text(loaded.findings, "da", colour=False)
    everything += as_json(loaded.findings, "da") + as_text(check_project(loaded.project), "da", colour=False)
    assert "1234" not in everything
    assert "0190" not in everything


def test_a_text_without_numbers_is_read_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "theories").mkdir()
    text = "programteori: a\ntitel: Ring 12345678 den 01-01-2026\n"
    (tmp_path / "theories/a.yml").write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.texts == {"theories/a.yml": text}
    assert "QC129" not in {each.code.id for each in loaded.findings}
