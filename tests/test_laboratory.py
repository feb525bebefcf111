"""A laboratory: tracks, themes and initiatives as they are written, checked and shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qualitycircle.checks.laboratory import findings
from qualitycircle.loading.build import settings_from_text
from qualitycircle.loading.project import load
from qualitycircle.project import Initiative, Laboratory, Project
from tests.small import theory

ROOT = Path(__file__).parent.parent

WRITTEN = """\
projekt: lab
laboratorium:
  vision: En indsats, som skaber resultater
  spor:
    unge:
      navn: De unge
      teorier: prøve
      station: initiativer
      temaer: progression
      initiativer:
        - mini kontrolleret forsøg
        - {navn: Praktik med mentor, design: sammenligningsgruppe, metode: kendt, teorier: prøve}
  temaer: {progression: Progressionsmålinger}
"""


def project(text: str) -> Project:
    settings, wrong = settings_from_text(text, file="circle.yml")
    assert settings is not None
    assert wrong == ()
    return Project(root="", settings=settings, theories=(theory("praktik -> job"),))


def laboratory(of: Project) -> Laboratory:
    assert of.settings.laboratory is not None
    return of.settings.laboratory


def codes(text: str) -> list[tuple[str, int]]:
    return [(each.code.id, each.place.line) for each in findings(project(text))]


def test_an_initiative_written_short_is_its_design_and_a_long_one_says_what_it_tries() -> None:
    (track,) = laboratory(project(WRITTEN)).tracks
    assert track.initiatives == (
        Initiative(design="mini controlled trials"),
        Initiative(
            name="Praktik med mentor", design="comparison group", method="existing", theories=("prøve",)
        ),
    )
    assert codes(WRITTEN) == []


def test_a_track_that_names_what_is_not_there_is_found_where_it_stands() -> None:
    wrong = WRITTEN.replace("teorier: prøve\n", "teorier: prøv\n").replace("temaer: prog", "temaer: prag")
    assert codes(wrong) == [("QC342", 5), ("QC343", 5)]
    meant = [each.facts["suggestion"] for each in findings(project(wrong))]
    assert meant == ["prøve", "progression"]


def test_an_initiative_names_theories_that_are_there() -> None:
    assert codes(WRITTEN.replace("teorier: prøve}", "teorier: andet}")) == [("QC342", 5)]


def test_what_is_started_says_how_its_effect_is_documented() -> None:
    assert codes(WRITTEN.replace("design: sammenligningsgruppe, ", "")) == [("QC344", 5)]


def test_a_project_without_a_laboratory_has_nothing_to_find() -> None:
    of = project(WRITTEN)
    assert list(findings(replace(of, settings=replace(of.settings, laboratory=None)))) == []
