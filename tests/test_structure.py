"""Structure: which keys and values may stand where, each fault at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from inline_snapshot import snapshot

from qualitycircle.findings import Finding, Severity
from qualitycircle.loading.build import catalogue_from_text, settings_from_text, theory_from_text
from qualitycircle.rendering.messages import advice
from qualitycircle.vocabulary.findings.structure import FINDINGS
from qualitycircle.vocabulary.language import Language

SOUND = """\
programteori: praktik
titel: Praktik
målgruppe: Unge
begrundelse: Erfaring giver mod
indsats: Virksomhedsrettet forløb
delindsatser:
  praktik: Praktikophold
præstationer:
  fremmøde: {navn: Fremmøde, indikatorer: fremmødeprocent}
effekter:
  motivation: Motivation
slutmål:
  job: {navn: Job, indikatorer: i_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen venter
  fremmøde -> motivation: øger, fordi den, der møder, lykkes
  motivation -> job: øger, fordi den motiverede søger
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation}
"""
CASES = yaml.safe_load((Path(__file__).parent / "cases/findings/structure.yml").read_text("utf-8"))


def told(findings: tuple[Finding, ...]) -> list[str]:
    """Return findings as `code line column`."""
    return [f"{each.code} {each.place.line} {each.place.column}" for each in findings]


def changed(old: str, new: str) -> str:
    assert SOUND.count(f"{old}\n") == 1, old
    return SOUND.replace(f"{old}\n", f"{new}\n" if new else "")


def findings_of(text: str) -> tuple[Finding, ...]:
    return theory_from_text(text, file="praktik.yml", catalogues=())[1]


def test_the_sound_theory_is_sound() -> None:
    assert findings_of(SOUND) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['code']}-{case['write'][:30]!r}")
def test_each_fault_is_found_where_it_is(case: dict[str, Any]) -> None:
    assert told(findings_of(changed(case["instead of"], case["write"]))) == case["found"]


def test_every_code_about_structure_has_a_case() -> None:
    in_folders = {"QC226", "QC227", "QC229", "QC230", "QC232", "QC233", "QC234", "QC235"}  # see test_build
    assert set(FINDINGS) - in_folders - {each["code"] for each in CASES} == set()


def test_a_misspelled_key_suggests_the_right_one_and_hides_nothing_else() -> None:
    theory, (finding,) = theory_from_text(changed("målgruppe: Unge", "maalgrupe: Unge"))
    assert dict(finding.facts) == snapshot({"key": "maalgrupe", "suggestion": "målgruppe"})
    assert theory is not None
    assert theory.target_group.name == "Unge"


def test_a_misspelled_word_suggests_the_right_one() -> None:
    (finding,) = findings_of(changed("titel: Praktik", "titel: Praktik\nstatus: udkst"))
    assert dict(finding.facts) == snapshot(
        {"key": "status", "text": "udkst", "known": ("i brug", "udkast"), "suggestion": "udkast"}
    )


def test_what_a_draft_lacks_is_a_warning() -> None:
    (finding,) = findings_of(changed("begrundelse: Erfaring giver mod", "status: udkast"))
    assert finding.severity is Severity.WARNING
    (finding,) = findings_of(changed("begrundelse: Erfaring giver mod", ""))
    assert finding.severity is Severity.ERROR


def test_the_old_form_with_several_links_is_reported_and_read_on() -> None:
    old = "  fremmøde -> motivation: øger, fordi den, der møder, lykkes"
    theory, (finding,) = theory_from_text(changed(old, "  praktik, fremmøde og job -> motivation: øger"))
    assert finding.facts["links"] == ("praktik -> motivation; fremmøde -> motivation; job -> motivation")
    assert theory is not None
    assert len(theory.links) == 5


def test_all_faults_of_a_theory_are_told_at_once_in_reading_order() -> None:
    text = SOUND.replace("titel:", "titl:").replace("Unge", "[a, b]").replace("øger, fordi den,", "gavner,")
    assert told(findings_of(text)) == snapshot(["QC201 2 1", "QC203 3 12", "QC211 16 27"])


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_id_with_nothing_beside_it_is_told_how_to_take_it_from_the_library(language: Language) -> None:
    found = findings_of(changed("  praktik: Praktikophold", "  praktik:"))
    (told_so,) = (each for each in found if each.code.id == "QC231")
    assert "`praktik: {}`" in advice(told_so, language)
    assert "{{" not in advice(told_so, language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("katalog: a\nindikatorer:\n  b: {klasse: virkningg}\n", ["QC207 3 15"]),
        ("katalog: a\ndelindsatser:\n  coaching:\n", ["QC214 3 3"]),  # it is the library
        ("katalog: a\nindikatorer:\n  b: {navn: B, trin: {lavt: x}}\n", ["QC230 3 23"]),
        ("katalog: a\nindikatorer:\n  b:\n    pålidelighed: 1,2, fordi\n", ["QC223 4 19"]),
        ("katalog: a\nindikatorer:\n  b:\n    pålidelighed: 1,2, fordi vi tror\n", ["QC208 4 19"]),
        ("katalog: a\nskalaer:\n  b: {fra: et, til: 5}\n", ["QC212 3 12"]),
        ("katalog: a\nantal_i_alt: {borger: mange}\n", ["QC236 2 23"]),
        ("katalog: a\nantal_i_alt: {borgre: 9}\n", ["QC207 2 15"]),
    ],
)
def test_faults_of_a_catalogue(text: str, found: list[str]) -> None:
    assert told(catalogue_from_text(text)[1]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("projekt: a\ndata:\n  malinger: {fil: x.csv}\n", ["QC201 3 3"]),
        ("projekt: a\ndata:\n  målinger: {fil: x.csv, kolonner: {datoo: Dato}}\n", ["QC201 3 37"]),
        ("projekt: a\nprivatliv: {mindste_celle: fem}\n", ["QC236 2 28"]),
        ("projekt: a\nprivatliv: {mindste_celle: 2}\n", ["QC208 2 28"]),
        ("projekt: a\nprivatliv: {mindste_celle: 3}\n", ["QC232 2 28"]),
        ("projekt: a\nprivatliv: {mindste_celle: 5}\n", []),
        ("projekt: a\nlaboratorium: {spor: {a: {station: slut}}}\n", ["QC207 2 36"]),
    ],
)
def test_faults_of_a_project(text: str, found: list[str]) -> None:
    assert told(settings_from_text(text)[1]) == found


@pytest.mark.parametrize("size", ["-0,9 sd", "0 sd", "-2 trin, fordi det er meget"])
def test_a_smallest_effect_is_above_nothing(size: str) -> None:
    text = changed(
        "  motivation -> job: øger, fordi den motiverede søger",
        f"  motivation -> job:\n    antagelse: øger, fordi den søger\n    mindste_virkning: {size}",
    )
    assert told(findings_of(text)) == ["QC208 19 23"]
    opened = changed(
        "  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation}",
        f'  opfølgning: {{navn: Opfølgning, styrker: fremmøde -> motivation, mindste_forskel: "{size}"}}',
    )
    assert [each.code.id for each in findings_of(opened)] == ["QC208"]


def test_a_number_in_a_list_is_told_by_its_key_not_by_its_place_in_the_list() -> None:
    line = "  motivation -> job: øger, fordi den motiverede søger"
    (found,) = findings_of(changed(line, "  motivation -> job: {antagelse: øger, ses_efter: [-1]}"))
    assert (found.code.id, found.facts["key"]) == ("QC208", "ses_efter")


def test_a_key_is_named_as_the_author_spells_it() -> None:
    (number,) = findings_of(changed("titel: Praktik", "titel: Praktik\nmaaleplan: {every: 3 kilo}"))
    assert number.facts["key"] == "every"
    text = "programme_theory: a\ntitle: [A, B]\n"
    told_so = [each.facts["key"] for each in findings_of(text) if each.code.id == "QC203"]
    assert told_so == ["title"]
