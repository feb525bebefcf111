"""A laboratory: tracks, themes and initiatives as they are written, checked and shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qualitycircle.checks.laboratory import findings
from qualitycircle.evidence import Citation, NoEvidence
from qualitycircle.loading.build import settings_from_text
from qualitycircle.loading.project import load
from qualitycircle.project import Initiative, Laboratory, Project
from qualitycircle.site import gap_page, laboratory_page, overview
from qualitycircle.site.gathering import told
from qualitycircle.site.markup import plain
from qualitycircle.site.pages import pages
from qualitycircle.theory import FrameworkPart
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


# The page ----------------------------------------------------------------------------------------


def shown(of: Project) -> str:
    return laboratory_page.laboratory(told(of, {}))


def test_the_page_tells_how_far_each_track_has_come_and_what_is_started() -> None:
    page = shown(project(WRITTEN))
    assert "### De unge { #track-unge }" in page
    assert "Initiativer (trin 3 af 4)" in page
    assert (
        "mini kontrollerede forsøg; Praktik med mentor, dokumenteres ved sammenligningsgruppe, kendt metode"
        in page
    )
    assert "### Progressionsmålinger { #track-progression }" in page
    assert "[De unge](#track-unge)" in page


def test_a_project_without_a_laboratory_has_no_page_for_it() -> None:
    of = project(WRITTEN)
    without = replace(of, settings=replace(of.settings, laboratory=None))
    assert "laboratoriet.md" in pages(told(of, {}))
    assert "laboratoriet.md" not in pages(told(without, {}))


def test_open_questions_of_a_tracks_theories_stand_in_the_track() -> None:
    of = project(WRITTEN)
    asking = replace(of.theories[0], questions=("Virker det for alle?",))
    unknown = replace(asking.links[0], evidence=NoEvidence.KNOWLEDGE_GAP, source=None)
    page = shown(replace(of, theories=(replace(asking, links=(unknown,)),)))
    assert "- Virker det for alle?" in page
    assert "1 åbne spørgsmål, 1 sammenhænge med ukendt evidens" in page


# What ships --------------------------------------------------------------------------------------


def test_the_shipped_laboratory_has_kls_three_tracks_two_themes_and_two_criteria() -> None:
    of = load(ROOT).project
    found = laboratory(of)
    assert [each.name for each in found.tracks] == [
        "De ikke-jobklare unge med psykiske problemer",
        "Hvor langt rækker den virksomhedsrettede indsats for de ikke-jobklare?",
        "Brancheskift for ledige uden relevante faglige kompetencer",
    ]
    assert len(found.themes) == len(found.success) == 2
    assert all(each.inspiration for each in (*found.tracks, *found.themes))
    assert {one.design for each in found.tracks for one in each.initiatives} == {
        "mini controlled trials",
        "progression measurement",
    }
    assert list(findings(of)) == []


def test_each_track_of_the_shipped_laboratory_has_open_questions() -> None:
    of = load(ROOT).project
    theories = {each.id: each for each in of.theories}
    for track in laboratory(of).tracks:
        (id,) = track.theories
        asked = [*theories[id].questions, *(one for each in theories[id].links for one in each.questions)]
        assert asked, f"{id} asks nothing"


# Knowledge gaps ----------------------------------------------------------------------------------


def test_a_stated_gap_and_silence_are_two_things_and_a_source_is_neither() -> None:
    base = theory("praktik -> mestring", "mestring -> motivation", "motivation -> job")
    gap, silence, sourced = base.links
    links = (
        replace(gap, evidence=NoEvidence.KNOWLEDGE_GAP, source=None),
        replace(silence, evidence=NoEvidence.NOT_STATED, source=None),
        replace(sourced, evidence=NoEvidence.NOT_STATED, source=Citation(source="bip-2017", where="s12")),
    )
    told_of = replace(base, links=links)
    assert [each.id for each in gap_page.stated_gaps(told_of)] == [gap.id]
    assert [each.id for each in gap_page.silent(told_of)] == [silence.id]


def test_a_requirement_with_neither_evidence_nor_alternative_is_listed() -> None:
    parts = (
        FrameworkPart(area="process", requirement="Samtale hver tredje måned", evidence="ukendt"),
        FrameworkPart(area="process", requirement="Plan", evidence="ukendt", alternative="Samtale"),
        FrameworkPart(area="content", requirement="Praktik", evidence="kendt"),
    )
    bare = gap_page.unfounded(replace(theory("praktik -> job"), framework=parts))
    assert [each.requirement for each in bare] == ["Samtale hver tredje måned"]


def test_the_report_counts_every_theory_that_ships() -> None:
    of = load(ROOT).project
    page = gap_page.gaps(told(of, {}))
    for each in of.theories:
        assert f"| {len(each.links)} |" in next(
            line for line in page.splitlines() if line.startswith(f"| [{plain(each.title)}]")
        )


def test_the_front_page_leads_to_the_laboratory() -> None:
    page = overview.overview(told(project(WRITTEN), {}))
    assert "## [Laboratoriet](laboratoriet.md) { #section-laboratory }" in page
