"""What Kongsgaard prints can be used by id, word for word, and claims nothing he does not say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from qualitycircle.loading.build import catalogue_from_text, theory_from_text
from qualitycircle.loading.library import Shared
from qualitycircle.loading.project import load
from qualitycircle.site.gathering import told
from qualitycircle.site.library_pages import moderators as moderators_page
from qualitycircle.theory import Expected, Moderator
from tests import frame

ROOT = Path(__file__).parent.parent
LIBRARY = ROOT / "theories" / "library"

# As printed, in the order of the slides (Kongsgaard s12-15, s18-19); hyphens of broken lines taken out.
PRINTED = {
    ("kompetencemodel", "s12", "dur"): (
        "Psykologisk og pædagogisk viden Evnen til selvrefleksion Samtaletræning Motivationsskabelse"
        " Engagement og smittende begejstring At veksle mellem stile og roller Præcis empati"
        " Multiteoretisk mindset Reflekterende og lærende organisation"
    ),
    ("kompetencemodel", "s12", "dur ikke"): (
        "Synsninger Ensporet tilgang Monoteoretisk – ‘one-size-fits-all’ Faggrænser og siloer"
        " Procedurer, beskrivelser, arbejdsgange (procesfokus) Manglende optimisme og begejstring"
        " Standardiserede indsatser"
    ),
    ("kompetencemodel", "s13", ""): (
        "Lovgivning, regler, hjælp Psykiske og fysiske problemer Sociale indsatser"
        " Mulighed for at handle – hurtigt At skaffe, ringe, ordne, fixe Kende smuthuller Netværk"
        " Mestringskompetencer"
    ),
    ("kompetencemodel", "s14", ""): (
        "Rykke indsats ud i virkeligheden IPS – Individual placement & support"
        " Flyt ud på virksomheder og udd. Hvorfor fastholde pseudovirkeligheder?"
        " Kontakter til mange steder – ikke kun de 15 trofaste Kontakter til foreninger, organisationer osv."
    ),
    ("stile", "s18", ""): (
        "Rammesættende stil Tilknyttende stil Inspirerende stil Problemløsende stil Inddragende stil"
        " Temposættende stil Udviklende stil Rådgivende stil"
    ),
}
COUNTS = {"dur": 9, "dur ikke": 7}

FOCI = (
    "Tydelighed, afstemme forventninger",
    "Samarbejde, personligt kendskab",
    "Håb, motivation",
    "Overskud, handling",
    "Selvindsigt, medansvar",
    "Resultat, ambitioner",
    "Kompetence, ansvarlighed",
    "Indsigt, retning",
)
"""The two foci of each style, in the order of the slide."""

EMOTIONAL = {
    ("teknisk_kompetence", "emotionel_bevidsthed"): "Faglig viden",
    ("teknisk_kompetence", "emotionel_handling"): "Fagligt repertoire",
    ("intrapersonlig_kompetence", "emotionel_bevidsthed"): "Selvbevidsthed",
    ("intrapersonlig_kompetence", "emotionel_handling"): "Selvkontrol",
    ("interpersonlig_kompetence", "emotionel_bevidsthed"): "Social bevidsthed",
    ("interpersonlig_kompetence", "emotionel_handling"): "Sociale evner",
}
"""Row, column and what stands where they meet (Kongsgaard s19)."""

NEW = ("kompetencemodel", "stile", "emotionel-kompetence", "uddannelsesmatch")


def catalogue(name: str) -> Shared:
    text = (LIBRARY / f"{name}.yml").read_text("utf-8")
    shared, findings = catalogue_from_text(text, file=f"theories/library/{name}.yml")
    assert shared is not None
    assert findings == ()
    return shared


def by_id(name: str) -> Mapping[str, Moderator]:
    return {each.id: each for each in catalogue(name).moderators}


@pytest.mark.parametrize(("name", "slide", "direction"), PRINTED)
def test_the_names_are_the_slides_own_in_their_order(name: str, slide: str, direction: str) -> None:
    found = [
        each.name
        for each in catalogue(name).moderators
        if each.source and each.source.where == slide and each.direction == direction
    ]
    assert " ".join(found) == PRINTED[name, slide, direction]
    assert len(found) == COUNTS.get(direction, len(found))


def test_the_competence_model_has_three_areas_of_16_8_and_6() -> None:
    shared = catalogue("kompetencemodel")
    areas = [each.domain for each in shared.moderators]
    assert [areas.count(each) for each in shared.catalogue.domains] == [16, 8, 6]


def test_each_of_the_eight_styles_has_its_two_foci_and_is_a_choice_on_a_scale() -> None:
    shared = catalogue("stile")
    assert tuple(each.requirement for each in shared.moderators) == FOCI
    (scale,) = shared.catalogue.scales
    assert [f"{each} stil" for each in scale.options] == [each.name.lower() for each in shared.moderators]


def test_the_emotional_model_is_three_rows_and_two_columns_over_six_fields() -> None:
    found = by_id("emotionel-kompetence")
    fields = {each.id for each in found.values() if not each.consists_of}
    for (row, column), name in EMOTIONAL.items():
        (meeting,) = set(found[row].consists_of) & set(found[column].consists_of)
        assert found[meeting].name == name
    assert len(fields) == len(EMOTIONAL)


def test_a_match_with_education_has_four_sides() -> None:
    found = by_id("uddannelsesmatch")
    parts = [found[each].name.split(" (")[0] for each in found["uddannelsesmatch"].consists_of]
    assert parts == ["Fagligt indhold", "Studiets form", "Støttemuligheder", "Studiemiljø"]


@pytest.mark.parametrize("name", NEW)
def test_every_entry_has_its_slide_and_nothing_is_measured_or_promised_in_the_sources_name(name: str) -> None:
    for each in catalogue(name).moderators:
        assert each.source is not None
        assert each.source.source == "kongsgaard"
        assert not each.indicators
        assert each.met_when is None
        assert each.smallest_difference is None


def test_a_condition_of_the_library_is_used_by_its_id() -> None:
    text = frame.framed("moderatorer:\n  præcis_empati: {styrker: fremmøde -> motivation}\n")
    theory, findings = theory_from_text(text, catalogues=[catalogue("kompetencemodel")])
    assert theory is not None
    assert findings == ()
    (used,) = theory.moderators
    assert (used.name, used.direction, str(used.source)) == ("Præcis empati", "dur", "kongsgaard s12")
    assert [each.expected for each in used.attachments] == [Expected.STRENGTHENS]


def test_a_row_of_the_emotional_model_brings_its_fields() -> None:
    text = frame.framed("moderatorer:\n  interpersonlig_kompetence: {styrker: fremmøde -> motivation}\n")
    theory, _ = theory_from_text(text, catalogues=[catalogue("emotionel-kompetence")])
    assert theory is not None
    parts = {each.id for each in theory.moderators}
    assert {"social_bevidsthed", "sociale_evner"} <= parts


def test_no_id_stands_in_two_catalogues() -> None:
    assert "QC229" not in {each.code.id for each in load(ROOT).findings}


def test_the_page_of_moderators_shows_every_one_of_them_under_its_area() -> None:
    project = load(ROOT).project
    page = moderators_page(told(project, {}))
    assert "## Mellemmenneskelige proceskompetencer { #area-mellemmenneskelig }" in page
    part = page.split("#area-mellemmenneskelig }")[1].split("\n## ")[0]
    assert "| Præcis empati | Dur |" in part
    assert "| Ensporet tilgang | Dur ikke |" in part
    assert page.count("\n| ") >= len(project.library)
