"""What the documentation shows can be read, and the reference says everything there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qualitycircle.cli.reference import commands
from qualitycircle.findings import has_errors
from qualitycircle.loading.build import settings_from_text
from qualitycircle.site.glossary_page import glossary
from qualitycircle.site.markup import prose
from qualitycircle.site.reference_pages import codes, keys, severities
from qualitycircle.site.search import sections
from qualitycircle.vocabulary.findings.catalogue import entries
from qualitycircle.vocabulary.glossary import terms
from qualitycircle.vocabulary.keys import KEYS
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.values import VALUES
from qualitycircle.vocabulary.words import cli, reference
from tests import frame

ROOT = Path(__file__).parent.parent
HANDBOOK = ROOT / "docs" / "haandbog"
LANGUAGES: tuple[Language, ...] = ("da", "en")

THEMES = (
    "Kvalitetscirklen",
    "Programteori: hvad kan den bruges til?",
    "Måling af borgerens progression",
    "Borgervurdering som dialogværktøj",
    "Styrk den faglige vurdering",
    "Fælles beskæftigelsesfagligt sprog",
)
"""The six workshops of the conference (New Insight s37)."""

EXAMPLES = [
    pytest.param(text, id=f"{page.stem}-{number}")
    for page in sorted(HANDBOOK.glob("*.md"))
    for number, text in enumerate(re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL))
]


# The handbook ------------------------------------------------------------------------------------


def test_the_handbook_has_the_six_themes_of_the_conference() -> None:
    titles = {each.read_text("utf-8").splitlines()[0].removeprefix("# ") for each in HANDBOOK.glob("*.md")}
    assert titles == set(THEMES)


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_of_the_handbook_is_sound(text: str) -> None:
    if text.startswith("projekt:"):
        _, findings = settings_from_text(text)
    else:
        _, findings = frame.read(frame.framed(text))
    assert not has_errors(findings, strict=True), [(each.code.id, each.facts) for each in findings]


def test_every_command_the_handbook_names_exists() -> None:
    text = "\n".join(each.read_text("utf-8") for each in HANDBOOK.glob("*.md"))
    named = set(re.findall(r"`circle (\w+)", text))
    assert named
    assert named <= set(cli.COMMANDS)


# The reference -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_place_its_reason_and_its_example(language: Language) -> None:
    page = codes(language)
    for code, entry in entries():
        part = page.split(f"{{ #{code.lower()} }}", 1)[1].split("\n### ", 1)[0]
        assert prose(entry.why.say(language)) in part
        assert not entry.wrong or entry.wrong.rstrip() in part
        assert not entry.right or entry.right.rstrip() in part


def test_every_code_is_raised_somewhere_and_has_a_severity() -> None:
    assert set(severities()) == {code for code, _ in entries()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_every_fixed_word_is_on_the_page(language: Language) -> None:
    page = keys(language)
    assert set(reference.SECTIONS) == set(KEYS)
    assert set(reference.LISTS) == set(VALUES)
    for section, listed in KEYS.items():
        part = page.split(f"{{ #keys-{section.replace('_', '-')} }}", 1)[1].split("\n## ", 1)[0]
        for key in listed:
            assert f"| `{key.da}` |" in part
            assert f"| `{key.en}` |" in part
    for name, words in VALUES.items():
        part = page.split(f"{{ #words-{name.replace('_', '-')} }}", 1)[1].split("\n### ", 1)[0]
        assert all(f"| `{each.da}` | `{each.en}` |" in part for each in words)


def test_every_command_shows_its_own_help_in_both_languages() -> None:
    for language in ("en", "da", "en"):
        page = commands(language)  # type: ignore[arg-type]
        for name, about in cli.COMMANDS.items():
            part = page.split(f"{{ #circle-{name} }}", 1)[1].split("\n## ", 1)[0]
            assert about.say(language).split()[0] in part  # type: ignore[arg-type]
        assert ("Usage: circle check" in page) is (language == "en")
        assert ("Brug: circle check" in page) is (language == "da")
        assert "`circle site export`" in page


def test_a_page_of_reference_is_found_by_its_headings_only() -> None:
    html = '<h1 id="a">Koder</h1><p>praktik</p><h3 id="qc201">QC201 Ukendt nøgle</h3><p>praktik</p>'
    found = list(sections("Koder", "koder.html", html, headings_only=True))
    assert [each.section for each in found] == ["", "QC201 Ukendt nøgle"]
    assert all(each.text == "" for each in found)
    assert all(each.text for each in sections("Koder", "koder.html", html))


# The glossary ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_told_with_its_meaning_and_where_a_source_uses_it(language: Language) -> None:
    page = glossary(language)
    for each in terms():
        assert f"**{each.term.say(language)}** · " in page
        assert each.meaning.say(language).replace("~", "&#126;").replace(">", "&gt;") in page
        assert each.source in page


def test_the_glossary_has_the_48_words_of_the_trade_and_each_word_once() -> None:
    every = [each.term.da for each in terms()]
    assert len(every) == len(set(every))
    assert sum(bool(each.source) for each in terms()) == 47
    for each in (
        "programteori",
        "trædesten",
        "moderator",
        "sagsbehandlerskift",
        "varedeklaration",
        "tovholder",
    ):
        assert each in every


def test_an_example_always_has_a_source_of_the_five() -> None:
    known = ("New Insight s", "Kongsgaard s", "KL 2011 s", "BIP 2017 s", "BIP 2014")
    for each in terms():
        assert bool(each.source) == bool(each.example.da) == bool(each.example.en)
        assert not each.source or each.source.startswith(known)


def test_there_are_six_forms_and_each_names_its_source() -> None:
    page = (ROOT / "docs" / "skemaer.md").read_text("utf-8")
    forms = page.split("\n## ")[1:]
    assert len(forms) == 6
    for each in forms:
        assert "(BIP 2014)" in each or "(Kongsgaard s" in each, each.splitlines()[0]


def test_the_forms_have_the_six_good_practices_and_the_six_questions_of_management() -> None:
    page = (ROOT / "docs" / "skemaer.md").read_text("utf-8")
    for title, count in (("God praksis", 6), ("Mødet om evalueringen", 6), ("Er I klar til at måle?", 5)):
        form = page.split(f"\n## {title}\n")[1].split("\n## ")[0]
        assert form.count("\n| ") - 2 == count, title
