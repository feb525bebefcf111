"""A Danish reader meets Danish: no word of code's own stands on a page or in a terminal."""

from __future__ import annotations

import html
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from qualitycircle.circle.history import history
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.proposals import proposals
from qualitycircle.circle.reading import read_rounds
from qualitycircle.circle.status import status
from qualitycircle.loading.project import load
from qualitycircle.rendering.circle import evidence_text, history_text, proposals_text, status_text
from qualitycircle.rendering.messages import as_text
from qualitycircle.rendering.testability import as_text as links_text
from qualitycircle.rendering.verdicts import account
from qualitycircle.site import addresses
from qualitycircle.site.gathering import gather
from qualitycircle.site.pages import pages, pictures
from qualitycircle.vocabulary import findings as said_findings
from qualitycircle.vocabulary import words as said_words
from qualitycircle.vocabulary.keys import KEYS
from qualitycircle.vocabulary.language import Text
from qualitycircle.vocabulary.values import VALUES
from qualitycircle.vocabulary.words import evaluation as said
from tests.test_site import contents as evaluated

ROOT = Path(__file__).parents[1]
PROJECTS = {"the shipped theories": ROOT, "the example": ROOT / "examples" / "praktik"}

BOTH = {"all", "for", "hour", "jobcentre", "moderator", "register", "sd", "social", "system", "test"}
BOTH |= {"type", "unit"}
"""Words of both languages."""

ENGLISH = {
    each.en for words in VALUES.values() for each in words if each.en.casefold() != each.da.casefold()
} | {each.en for keys in KEYS.values() for each in keys if "_" in each.en}
WORD = re.compile(
    rf"(?<![\w/.-])({'|'.join(sorted(map(re.escape, ENGLISH - BOTH), key=len, reverse=True))})(?![\w/.-])"
)


def test_the_search_finds_what_it_looks_for() -> None:
    assert english("Sektor: employment, health; rammer: content_requirements; system -> staff") == [
        "employment",
        "health",
        "content_requirements",
        "staff",
    ]


def english(text: str) -> list[str]:
    """Return the words of code's own in a text that a Danish reader sees."""
    seen = re.sub(r"<[^>]*>|\{ [.#][^}]*\}|\]\([^)]*\)", " ", text)
    return WORD.findall(re.sub(r"`[^`]*`|New Insight|Place then train", " ", html.unescape(seen)))


@cache
def danish_pages(name: str) -> dict[str, str]:
    contents = gather(PROJECTS[name], language="da") if name in PROJECTS else evaluated()
    shows_english = {addresses.keys("da"), addresses.codes("da"), addresses.glossary("da")}
    found = {path: text for path, text in pages(contents).items() if path not in shows_english}
    return found | {f"{name}.svg": drawing for name, drawing in pictures(contents).items()}


@pytest.mark.parametrize("name", [*PROJECTS, "an evaluated theory"])
def test_no_page_and_no_picture_has_a_word_of_codes_own(name: str) -> None:
    found = {path: english(text) for path, text in danish_pages(name).items()}
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("name", list(PROJECTS))
def test_no_terminal_shows_a_word_of_codes_own(name: str) -> None:
    root = PROJECTS[name]
    loaded = load(root)
    project = loaded.project
    shown = [as_text(loaded.findings, "da", colour=False)]
    for theory in project.theories:
        rounds = read_rounds(root, theory.id)
        shown.append(links_text(theory, project.indicators, "da"))
        shown.append(status_text(status(project, theory, rounds), "da"))
        shown.append(history_text(history(rounds), "da"))
        for each in (one for turn in rounds.rounds for one in turn.evaluations):
            shown.append(proposals_text(proposals(theory, each), theory, "da"))
            shown += [account(judged, theory, "da") for judged in each.judgements]
    assert [word for text in shown for word in english(text)] == []


@pytest.mark.parametrize("unit", list(said.UNITS))
def test_the_numbers_of_a_proposal_have_danish_units(unit: str) -> None:
    evidence: dict[str, Plain] = {
        "verdict": "supported",
        "value": 0.2,
        "low": 0.1,
        "high": 0.3,
        "persons": 90,
        "unit": unit,
    }
    told = evidence_text(evidence, "da")
    assert said.UNITS[unit].da in told
    assert unit == said.UNITS[unit].da or unit not in told


def sayings() -> Iterator[tuple[str, str]]:
    """Yield every Danish text of the program with the module it stands in."""
    for package in (said_words, said_findings):
        for each in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(each.name)
            yield from ((each.name.rsplit(".", 1)[1], text) for text in danish(vars(module).values()))


def danish(values: Iterable[object]) -> Iterator[str]:
    for each in values:
        if isinstance(each, Text):
            yield each.da
        elif isinstance(each, Mapping):
            yield from danish(each.values())
        elif isinstance(each, tuple):
            yield from danish(each)


def test_one_thing_has_one_word_in_every_room() -> None:
    """A turn of the circle is an omgang; a link is a sammenhæng, and it is tested."""
    every = [(room, re.sub(r"'[^']*'|`[^`]*`", "", text)) for room, text in sayings()]
    assert len(every) > 1000
    other = re.compile(
        r"\b(runde(?:n|r|rne)?|forbindelse(?:n|r|rne)?|(?:efter)?prøves|prøvet)\b", re.IGNORECASE
    )
    found = [(room, text) for room, text in every if other.search(text)]
    assert found == [("data", "runde"), ("whole", "runde tal")], "a column of data, and round numbers"
