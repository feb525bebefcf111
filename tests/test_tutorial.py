"""The tutorials cannot rot: what they write is written, what they run is run, and answers are compared."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from qualitycircle.loading.project import load
from qualitycircle.loading.schemas.shapes import TABLES
from tests.command_line import ROOT
from tests.tutorial import Answer, play

FIRST_THEORIES = {"din-foerste-teori": "min-teori", "your-first-theory": "my-theory"}
Played = dict[str, tuple[Path, list[Answer]]]


def text_of(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def played(name: str, desk: Path) -> tuple[Path, list[Answer]]:
    """Play a document at a desk: a folder and a home; nothing it shows is passed over."""
    folder, home = desk / "nordhuset", desk / "home"
    folder.mkdir(parents=True, exist_ok=True)
    home.mkdir(exist_ok=True)
    answers = list(play(text_of(name), folder, home))
    assert len(answers) == text_of(name).count("\n$ ") + text_of(name).count("\n```text\n")
    return folder, answers


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Both first theories, written once."""
    return {name: played(name, tmp_path_factory.mktemp(name)) for name in FIRST_THEORIES}


@pytest.mark.parametrize("name", FIRST_THEORIES)
def test_a_first_theory_is_answered_as_it_says_and_drawn_as_it_shows(name: str, first: Played) -> None:
    folder, answers = first[name]
    for each in answers:
        assert each.said == each.shown, each.command
    drawn = (folder / f"{FIRST_THEORIES[name]}.svg").read_text(encoding="utf-8")
    shown = ROOT / "docs" / "img" / f"{FIRST_THEORIES[name]}.svg"
    assert drawn == shown.read_text(encoding="utf-8")
    assert (folder / "site" / "index.html").is_file()


def test_a_spreadsheet_is_read_table_by_table_where_the_first_theory_ended(
    first: Played, tmp_path: Path
) -> None:
    shutil.copytree(first["din-foerste-teori"][0].parent, tmp_path / "desk")
    folder, answers = played("data", tmp_path / "desk")
    for each in answers:
        assert each.said == each.shown, each.command
    assert all(f"\n  {each}:\n" in (folder / "circle.yml").read_text("utf-8") for each in TABLES)


def test_both_tutorials_end_with_sound_theories_of_the_same_shape(first: Played) -> None:
    shapes = []
    for folder, _ in first.values():
        loaded = load(folder)
        (theory,) = loaded.project.theories
        assert loaded.findings == ()
        shapes.append([type(each).__name__ for each in (*theory.elements, *theory.links, *theory.moderators)])
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", FIRST_THEORIES)
def test_five_lines_of_yaml_are_five_lines(name: str) -> None:
    shown = re.findall(r"```yaml\n(.*?)```", text_of(name), re.DOTALL)[0]
    assert shown.count("\n") == 5
