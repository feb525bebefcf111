"""The README cannot rot: its theory, its commands, its output and its picture are the program's own."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from qualitycircle.evaluation.record import from_json
from qualitycircle.loading.project import load
from qualitycircle.rendering.picture import svg
from tests.command_line import ROOT, circle

README = (ROOT / "README.md").read_text(encoding="utf-8")
THEORY = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0]
SESSIONS = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A folder made as the README says, with its theory in place of the one to write."""
    made = circle("--language", "da", "new", "--tom", "mit", cwd=tmp_path, home=tmp_path)
    assert made.code == 0, made.aside
    for each in (tmp_path / "mit" / "theories").glob("*.yml"):
        each.unlink()
    (tmp_path / "mit" / "theories" / "praktik.yml").write_text(THEORY, encoding="utf-8")
    return tmp_path / "mit"


@pytest.fixture
def evaluated(tmp_path: Path) -> Path:
    """The worked example, evaluated."""
    folder = tmp_path / "praktik"
    shutil.copytree(ROOT / "examples" / "praktik", folder)
    return folder


def test_the_theory_is_sound_and_its_links_are_counted(first: Path) -> None:
    said = circle("check", cwd=first)
    assert said.code == 0
    assert said.aside + said.out == SESSIONS[0][1]


def test_a_misspelt_word_is_answered_as_shown(first: Path) -> None:
    path = first / "theories" / "praktik.yml"
    path.write_text(THEORY.replace("målgruppe:", "målgrupe:"), encoding="utf-8")
    said = circle("check", cwd=first)
    assert said.code == 1
    assert said.aside + said.out == SESSIONS[1][1]


def test_the_verdicts_are_those_of_the_example(evaluated: Path) -> None:
    assert circle("evaluate", cwd=evaluated).out == SESSIONS[2][1]


def test_the_picture_is_the_one_the_example_draws(evaluated: Path) -> None:
    circle("evaluate", cwd=evaluated)
    theory = load(evaluated).project.theory("praktik")
    assert theory is not None
    record = evaluated / "rounds" / "praktik" / "1" / "evaluation-1.json"
    evaluation = from_json(record.read_text(encoding="utf-8"))
    drawn = svg(theory, language="da", evaluation=replace(evaluation, date="2026-01-31"))
    shown = ROOT / "docs" / "img" / "praktik.svg"
    assert drawn == shown.read_text(encoding="utf-8")


def test_the_python_lines_run() -> None:
    lines = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    names: dict[str, object] = {}
    exec(
        lines.replace('"examples', f'"{ROOT.as_posix()}/examples').replace("qc.table", "found = qc.table"),
        names,
    )
    assert len(names["found"]) == 11  # type: ignore[arg-type]  # a DataFrame, one row per comparison
