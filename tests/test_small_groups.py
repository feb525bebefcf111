"""A group under five cannot be told: whatever the program says of three citizens, it says of four."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qualitycircle.data.summary import DataSummary, IndicatorSummary
from qualitycircle.evaluation.record import from_json
from qualitycircle.rendering.data import as_text
from tests.command_line import circle
from tests.test_small_data import answers, folder

COMMANDS = (
    ("data",),
    ("plan",),
    ("evaluate", "--links"),
    ("evaluate", "--format", "json"),
    ("status",),
    ("correct",),
    ("history",),
    ("draw",),
)


def everything_said(root: Path, people: int, language: str) -> dict[str, str]:
    """Return all that is written and shown about so many citizens, without hashes."""
    made = folder(root / "prøve", answers(people, starts=1.0, jobs=1.0))
    settings = made / "circle.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("sprog: da", f"sprog: {language}"), "utf-8"
    )
    told = {}
    for each in COMMANDS:
        said = circle("--language", language, *each, cwd=made, home=root)
        assert "Traceback" not in said.aside
        told[" ".join(each)] = said.out + said.aside
    assert circle("--language", language, "site", "build", "--out", "ud", cwd=made, home=root).code == 0
    assert circle("--language", language, "site", "export", "tekst", cwd=made, home=root).code == 0
    written = [
        each for part in ("ud", "tekst", "rounds") for each in (made / part).rglob("*") if each.is_file()
    ]
    texts = {str(each.relative_to(made)): each for each in written if each.name != ".lock"}
    told |= {name: each.read_text(encoding="utf-8", errors="replace") for name, each in texts.items()}
    return {name: re.sub(r"[0-9a-f]{8,}", "HASH", text) for name, text in told.items()}


@pytest.mark.parametrize("language", ["da", "en"])
def test_three_citizens_and_four_are_told_alike_everywhere(language: str, tmp_path: Path) -> None:
    three, four = (everything_said(tmp_path / str(each), each, language) for each in (3, 4))
    assert len(three) > len(COMMANDS) + 10
    assert three.keys() == four.keys()
    assert {name for name in three if three[name] != four[name]} == set()


def test_few_citizens_are_said_to_be_few_and_twelve_are_counted(tmp_path: Path) -> None:
    said = {each: everything_said(tmp_path / str(each), each, "da") for each in (3, 12)}
    assert "under 5 borgere" in said[3]["status"]
    assert "under 5 borgere" in said[3]["data"]
    assert "12 borgere" in said[12]["status"]
    assert "48 målinger af 12 borgere" in said[12]["data"]
    few = from_json(
        said[3]["evaluate --format json"][said[3]["evaluate --format json"].index("{") :].rsplit("}", 1)[0]
        + "}"
    )
    assert (few.persons, few.measurements, few.quality) == (0, 0, None)


def report(rounds: tuple[int, ...], refused: int, *, persons: int) -> str:
    return as_text(
        DataSummary(
            persons=persons,
            measurements=sum(rounds),
            rounds=tuple((f"måling {at}", count) for at, count in enumerate(rounds)),
            indicators=(
                IndicatorSummary(
                    indicator="mod", answered=sum(rounds) - refused, refused=refused, persons=persons
                ),
            ),
        ),
        (),
        "da",
    )


def test_a_small_round_cannot_be_reckoned_from_the_total() -> None:
    said = report((400, 300, 120, 3), 0, persons=400)
    assert "400 borgere" in said
    assert "under 5 borgere" in said
    assert "120" not in said
    assert re.search(r"måling 2 +vises ikke", said)


def test_where_no_round_can_cover_the_small_one_none_is_shown() -> None:
    said = report((12, 11, 7, 6, 4), 0, persons=12)
    assert "mindst én af tællingerne er under 5" in said
    assert not re.search(r"\b(11|7|6|4) borgere", said)


def test_a_few_refusals_cannot_be_reckoned_from_the_answers() -> None:
    said = report((400, 300), 2, persons=400)
    assert "698" not in said
    assert re.search(r"mod +vises ikke", said)
