"""Nothing about a person gets out: CPR numbers become pseudonyms or stop the run; no text tells."""

from __future__ import annotations

import dataclasses
import os
import random
import stat
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.data import privacy
from qualitycircle.data.observe import Observed, observe
from qualitycircle.data.source import EventSource
from qualitycircle.project import Table
from qualitycircle.rendering import messages
from qualitycircle.rendering.data import as_text
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider

CPR = "0101701234"
CANARY = "KANARIEFUGL-8841"
FREE_TEXT = "Bor hos sin søster i Brønshøj"


def maalinger(person: str, value: str = "3") -> list[str]:
    return [MAALINGER, f"{person};start;02-01-2025;medarbejder;AB;motivation;{value}"]


def folder(root: Path) -> Path:
    """Return the project's folder; the key lies beside it."""
    inside = root / "projekt"
    inside.mkdir()
    return inside


def codes(observed: Observed) -> set[str]:
    return {str(each.code) for each in observed.findings} - {"QC440"}


def test_cpr_numbers_without_a_key_stop_the_run(tmp_path: Path) -> None:
    project = provider(tmp_path, {Table.MEASUREMENTS: maalinger(CPR)})
    result = observe(project, THEORY, today=TODAY)
    assert "QC410" in codes(result)
    assert result.summary.persons == 0


@pytest.mark.parametrize(
    "cell", ["010170-1234", "har nr. 0101701234 i sagen", "se 010170-1234", "0101701234"]
)
def test_cpr_numbers_elsewhere_stop_the_run_even_in_a_column_nobody_reads(tmp_path: Path, cell: str) -> None:
    lines = ["person;status;dato;bemærkning", f"a;job;01-01-2025;{cell}"]
    result = observe(provider(tmp_path, {Table.GOALS: lines}), THEORY, today=TODAY)
    assert "QC411" in codes(result)
    assert result.summary.persons == 0


def test_a_column_of_case_numbers_is_not_taken_for_cpr_numbers(tmp_path: Path) -> None:
    numbers = random.Random(7)
    rows = [f"p{each};job;01-01-2025;{numbers.randrange(10**9, 10**10)}" for each in range(200)]
    result = observe(
        provider(tmp_path, {Table.GOALS: ["person;status;dato;sagsnr", *rows]}), THEORY, today=TODAY
    )
    assert "QC411" not in codes(result)


def test_with_a_key_the_same_citizen_is_one_person_however_the_number_is_written(
    tmp_path: Path,
) -> None:
    key = privacy.make_key(tmp_path / "outside" / "nordhuset.key")
    tables = {
        Table.PERSONS: ["person;enhed", f"{CPR};Nord", "101751236;Syd"],
        Table.MEASUREMENTS: [
            MAALINGER,
            "010170-1234;start;02-01-2025;medarbejder;AB;motivation;3",
            "0101751236;start;02-01-2025;medarbejder;AB;motivation;3",
        ],
    }
    result = observe(provider(folder(tmp_path), tables, key_file=str(key)), THEORY, today=TODAY)
    assert codes(result) == set()
    assert result.summary.persons == 2


def test_other_keys_give_other_pseudonyms_and_the_same_key_the_same(tmp_path: Path) -> None:
    one, other = (privacy.read_key(privacy.make_key(tmp_path / each)) for each in ("a", "b"))
    assert privacy.pseudonym(CPR, one) == privacy.pseudonym("010170-1234", one)
    assert privacy.pseudonym(CPR, one) != privacy.pseudonym(CPR, other)
    assert str(privacy.pseudonym(CPR, one)) not in CPR


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = privacy.make_key(tmp_path / "new" / "k")
    first = path.read_text()
    assert privacy.make_key(path).read_text() == first
    assert len(first.strip()) == 2 * privacy.KEY_BYTES
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert privacy.is_private(path)


def test_a_home_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert privacy.make_key("~/.circle/k") == tmp_path / ".circle" / "k"


def test_a_key_that_cannot_be_used_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "short").write_text("kort")
    for path in ("short", "away"):
        project = provider(tmp_path, {Table.MEASUREMENTS: maalinger("a")}, key_file=str(tmp_path / path))
        assert "QC412" in codes(observe(project, THEORY, today=TODAY))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mode")
def test_a_key_that_others_can_read_is_told(tmp_path: Path) -> None:
    key = privacy.make_key(tmp_path / "k")
    key.chmod(0o644)
    project = provider(folder(tmp_path), {Table.MEASUREMENTS: maalinger("a")}, key_file=str(key))
    assert codes(observe(project, THEORY, today=TODAY)) == {"QC413"}


def test_a_key_inside_the_project_is_told(tmp_path: Path) -> None:
    key = privacy.make_key(tmp_path / "data" / "k")
    project = provider(tmp_path, {Table.MEASUREMENTS: maalinger("a")}, key_file=str(key))
    assert codes(observe(project, THEORY, today=TODAY)) == {"QC415"}


def test_a_key_shows_nothing_of_itself(tmp_path: Path) -> None:
    path = privacy.make_key(tmp_path / "k")
    assert path.read_text().strip() not in repr(privacy.read_key(path))


@given(st.text(max_size=30))
def test_any_text_is_a_person_key_and_never_an_error(text: str) -> None:
    number = privacy.pseudonym(text, None)
    assert 0 <= number < 2**63
    privacy.mentions_cpr(text)


def _everything_said(observed: Observed) -> str:
    """Return all text that could leave the run: findings, summary, reprs, the report."""
    source = observed.source
    assert isinstance(source, EventSource)
    blocks = list(source.pivoted())
    texts = [repr(each) for each in (observed, observed.findings, observed.summary, source, blocks)]
    texts += [repr(dataclasses.asdict(observed.summary)), repr(source.layout), repr(source.shape)]
    texts += [as_text(observed.summary, observed.findings, language) for language in ("da", "en")]
    texts += [messages.as_text(observed.findings, "da", colour=False)]
    texts += [messages.as_json(observed.findings, "en"), messages.as_github(observed.findings, "da")]
    moments = source.mapsum(lambda block: np.nan_to_num(block.values).sum(axis=1))
    return "\n".join([*texts, repr(moments.tolist())])


def test_the_canary_is_heard_nowhere(tmp_path: Path) -> None:
    tables = {
        Table.PERSONS: ["person;enhed;bemærkning", f"{CANARY};Nord;{FREE_TEXT}", f"{CANARY};Syd;"],
        Table.COURSES: ["person;fra;til", f"{CANARY};{FREE_TEXT};31-02-2025"],
        Table.MEASUREMENTS: [
            MAALINGER,
            f"{CANARY};start;02-01-2025;medarbejder;{CANARY};motivation;{FREE_TEXT}",
            f"{CANARY};{FREE_TEXT};02-01-2025;{FREE_TEXT};AB;{FREE_TEXT};3",
            f"{CANARY}x;start;{FREE_TEXT};medarbejder;AB;motivation;77",
            f"{CANARY};start;02-01-2025;medarbejder;AB;motivation;3",
            f"{CANARY};start;02-01-2025;medarbejder;AB;motivation;4;{FREE_TEXT}",
        ],
        Table.GOALS: ["person;status;dato", f"{CANARY};{FREE_TEXT};01-01-2025"],
        Table.CASEWORKERS: ["person;sagsbehandler;fra", f"{CANARY};{FREE_TEXT};{FREE_TEXT}"],
        Table.PARTICIPATION: ["person;delindsats;fra", f"{CANARY};{FREE_TEXT};{FREE_TEXT}"],
    }
    said = _everything_said(observe(provider(tmp_path, tables), THEORY, today=TODAY))
    assert len(said) > 1000
    for secret in (CANARY, FREE_TEXT, CPR, "KANARIEFUGL", "søster"):
        assert secret not in said


def test_a_cpr_number_is_heard_nowhere_with_or_without_a_key(tmp_path: Path) -> None:
    key = privacy.make_key(tmp_path / "k")
    tables = {
        Table.MEASUREMENTS: [
            *maalinger(CPR, "9"),
            f"{CPR};start;02-01-2025;medarbejder;010170-1234;motivation;9",
        ],
        Table.GOALS: [f"person;status;{CPR}", f"{CPR};job;01-01-2025"],
    }
    for key_file in ("", str(key)):
        result = observe(provider(tmp_path, tables, key_file=key_file), THEORY, today=TODAY)
        said = _everything_said(result)
        assert "QC411" in codes(result)
        for secret in (CPR, "010170-1234", key.read_text().strip()):
            assert secret not in said


@pytest.mark.parametrize("text", ["0" * 64, "0123456789abcdef" * 4, "abcd" * 16])
def test_a_key_anybody_could_guess_stops_the_run(tmp_path: Path, text: str) -> None:
    (tmp_path / "k").write_text(text)
    project = provider(folder(tmp_path), {Table.MEASUREMENTS: maalinger("a")}, key_file=str(tmp_path / "k"))
    assert "QC412" in codes(observe(project, THEORY, today=TODAY))
