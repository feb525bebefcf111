"""The tutorials cannot rot: what they write is written, what they run is run, and answers are compared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qualitycircle.loading.project import load
from qualitycircle.loading.schemas.shapes import TABLES
from tests.command_line import ROOT
from tests.tutorial import Answer, play

FIRST_THEORIES = {"din-foerste-teori": "min-teori", "your-first-theory": "my-theory"}


def text_of(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def played(name: str, tmp_path: Path) -> tuple[Path, list[Answer]]:
    """Play a document in a folder; nothing it shows is passed over."""
    folder, home = tmp_path / "nordhuset", tmp_path / "home"
    folder.mkdir(parents=True, exist_ok=True)
    home.mkdir(exist_ok=True)
    answers = list(play(text_of(name), folder, home))
    assert len(answers) == text_of(name).count("\n$ ") + text_of(name).count("\n```text\n")
    return folder, answers


@pytest.mark.parametrize("name", FIRST_THEORIES)
def test_a_first_theory_is_answered_as_it_says_and_drawn_as_it_shows(name: str, tmp_path: Path) -> None:
    folder, answers = played(name, tmp_path)
    for each in answers:
        assert each.said == each.shown, each.command
    drawn = (folder / f"{FIRST_THEORIES[name]}.svg").read_text(encoding="utf-8")
    shown = ROOT / "docs" / "img" / f"{FIRST_THEORIES[name]}.svg"
    assert drawn == shown.read_text(encoding="utf-8")
    assert (folder / "site" / "index.html").is_file()


def test_a_spreadsheet_is_read_table_by_table_where_the_first_theory_ended(tmp_path: Path) -> None:
    played("din-foerste-teori", tmp_path)
    folder, answers = played("data", tmp_path)
    for each in answers:
        assert each.said == each.shown, each.command
    assert all(f"\n  {each}:\n" in (folder / "circle.yml").read_text("utf-8") for each in TABLES)


def test_both_tutorials_end_with_theories_of_the_same_shape(tmp_path: Path) -> None:
    shapes = []
    for name in FIRST_THEORIES:
        folder, _ = played(name, tmp_path / name)
        loaded = load(folder)
        (theory,) = loaded.project.theories
        assert loaded.findings == ()
        shapes.append([type(each).__name__ for each in (*theory.elements, *theory.links, *theory.moderators)])
    assert shapes[0] == shapes[1]


def test_five_lines_of_yaml_are_five_lines() -> None:
    for name in FIRST_THEORIES:
        first = re.findall(r"```yaml\n(.*?)```", text_of(name), re.DOTALL)[0]
        assert first.count("\n") == 5
