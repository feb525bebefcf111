"""An id is the name of a folder and a page: never a path, on any system."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qualitycircle import files
from qualitycircle.circle.reading import round_file
from qualitycircle.loading.build import catalogue_from_text, settings_from_text, theory_from_text
from qualitycircle.loading.phrases import is_id, made_id
from qualitycircle.loading.schemas.grammars import PATTERNS
from qualitycircle.vocabulary.findings.structure import FINDINGS

PATHS = [
    "../../../ude/stjaalet",
    "/etc/passwd",
    "..\\ude",
    "C:\\ude",
    "a/b",
    "..",
    ".",
    ".skjult",
    "praktik.",
    "con",
    "NUL.yml",
    "Com1",
    "lpt9.txt",
    "a\x07b",
    "hvad?",
    "stjerne*",
]


@pytest.mark.parametrize("text", PATHS)
def test_what_leads_elsewhere_is_no_id(text: str) -> None:
    assert not is_id(text)
    assert is_id(made_id(text))
    assert not re.search(PATTERNS["id"], text)


@pytest.mark.parametrize("text", ["praktik", "tættere_på_job", "konto", "company", "v1.2", "nulpunkt", "5-7"])
def test_a_word_is_an_id(text: str) -> None:
    assert is_id(text)
    assert re.search(PATTERNS["id"], text)


def test_an_id_is_not_longer_than_a_file_name_may_be() -> None:
    assert not is_id("å" * 200)
    assert is_id(made_id("å" * 200))


def test_a_theory_whose_id_is_a_path_is_told_and_is_not_called_that() -> None:
    theory, findings = theory_from_text("programteori: ../../../ude/stjaalet\n", file="a.yml")
    (found,) = (each for each in findings if each.code.id == "QC209")
    assert str(found.place) == "a.yml:1:15"
    assert theory is not None
    assert theory.id == "ude_stjaalet"


def test_a_catalogue_its_indicators_a_project_and_its_tracks_are_called_no_paths_either() -> None:
    _, catalogue = catalogue_from_text("katalog: ../a\nindikatorer:\n  ../b: {navn: B}\n")
    _, project = settings_from_text("projekt: ../a\nlaboratorium: {spor: {../c: C}}\n")
    for findings, lines in ((catalogue, [1, 3]), (project, [1, 2])):
        assert [each.place.line for each in findings if each.code.id == "QC209"] == lines


def test_a_round_is_never_written_outside_the_rounds(tmp_path: Path) -> None:
    with pytest.raises(files.OutsideError):
        round_file("../../ude", 1, "plan.yml")
    with pytest.raises(files.OutsideError):
        files.inside(tmp_path, "../ude.yml")
    with pytest.raises(files.OutsideError):
        files.inside(tmp_path, "/etc/passwd")
    assert files.inside(tmp_path, "theories/a.yml") == tmp_path.resolve() / "theories/a.yml"


def test_a_link_on_the_disk_leads_nowhere_else_either(tmp_path: Path) -> None:
    (tmp_path / "ude").mkdir()
    (tmp_path / "inde").mkdir()
    (tmp_path / "inde/theories").symlink_to(tmp_path / "ude")
    with pytest.raises(files.OutsideError):
        files.inside(tmp_path / "inde", "theories/a.yml")


def test_the_advice_says_what_an_id_becomes() -> None:
    assert "mappe" in FINDINGS["QC209"].why.da
