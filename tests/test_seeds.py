"""The list of what the sources ask for: no row is missing, and nothing it names is made up."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from qualitycircle.cli.reference import helps
from qualitycircle.loading.project import load
from qualitycircle.site.gathering import gather
from qualitycircle.site.pages import pages
from qualitycircle.vocabulary.findings.catalogue import entry
from qualitycircle.vocabulary.keys import KEYS
from qualitycircle.vocabulary.values import VALUES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GENERATED = {"kommandoer.md"}
"""Pages of the documentation that are neither written nor a project's own."""

SIGNS = {"~"}
SOURCES = ("New Insight s", "Kongsgaard s", "KL 2011 s", "BIP 2014", "BIP 2017 s")


class Row(NamedTuple):
    """One requirement, and where it is said to be met."""

    number: str
    source: str
    content: str
    met: str
    where: str


def rows() -> list[Row]:
    lines = (DOCS / "seeds.md").read_text("utf-8").splitlines()
    cells = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| R")
    )
    return [Row(*each) for each in cells]


EVERY = rows()
NAMED = sorted({(each.number, token) for each in EVERY for token in re.findall(r"`([^`]+)`", each.where)})
LINKED = sorted({target for each in EVERY for target in re.findall(r"\]\(([^)]+)\)", each.where)})


@cache
def words() -> frozenset[str]:
    """Return every key, fixed word and shipped id that a row may name."""
    project = load(ROOT).project
    keys = {spelling for listed in KEYS.values() for key in listed for spelling in (key.da, *key.also)}
    fixed = {spelling for listed in VALUES.values() for each in listed for spelling in (each.da, *each.also)}
    ids = {each.id for each in (*project.library, *project.theories, *project.indicators)}
    ids |= {each.id for theory in project.theories for each in theory.elements}
    ids |= {scale.id for catalogue in project.indicators.catalogues for scale in catalogue.scales}
    return frozenset(keys | fixed | ids | SIGNS)


@cache
def commands() -> dict[str, str]:
    return dict(helps("da"))


@cache
def of_the_project() -> frozenset[str]:
    """Return the pages that are made from the project itself."""
    return frozenset(pages(gather(ROOT)))


def is_real_command(token: str) -> bool:
    name = " ".join(each for each in token.split() if not each.startswith("-"))
    options = [each for each in token.split() if each.startswith("-")]
    return name in commands() and all(each in commands()[name] for each in options)


def is_real(token: str) -> bool:
    """Say whether a file, a command, a key, a fixed word or an id of this name exists."""
    if token == "circle" or token.startswith("circle "):
        return is_real_command(token)
    if "/" in token or token.endswith((".yml", ".py", ".md")):
        return (ROOT / token).exists()
    return token in words()


def test_every_requirement_has_its_row_and_only_one_in_order() -> None:
    assert [each.number for each in EVERY] == [f"R{number:03}" for number in range(1, 179)]


def test_every_row_names_its_source_and_what_the_source_says() -> None:
    assert [each.number for each in EVERY if not each.source.startswith(SOURCES) or not each.content] == []


def test_a_row_is_met_or_says_plainly_what_is_missing() -> None:
    for each in EVERY:
        says = "*Ikke endnu:*" in each.where
        assert each.met in {"ja", "delvis", "ikke endnu", "–"}, each
        assert says is (each.met in {"delvis", "ikke endnu"}), each


def test_a_row_that_is_met_points_to_where() -> None:
    pointing = {number for number, _ in NAMED} | {each.number for each in EVERY if "](" in each.where}
    silent = [each.number for each in EVERY if each.met in {"ja", "delvis"} and each.number not in pointing]
    assert set(silent) <= SAID_IN_WORDS, "said in words alone"


SAID_IN_WORDS = {
    "R046",  # told on the theory's page
    "R053",  # the same place as the row above
    "R058",
    "R083",
    "R087",
    "R090",
    "R120",
    "R140",
    "R174",
}


@pytest.mark.parametrize(("number", "token"), NAMED)
def test_what_a_row_names_exists(number: str, token: str) -> None:
    assert is_real(token), f"{number} names `{token}`"


@pytest.mark.parametrize("target", LINKED)
def test_where_a_row_leads_exists(target: str) -> None:
    path, _, anchor = target.partition("#")
    if path == "koder.md":
        assert entry(anchor.upper()), target
        return
    assert path in GENERATED or (DOCS / path).is_file() or path in of_the_project(), target


def test_the_check_itself_can_fail() -> None:
    assert not is_real("circle fly")
    assert not is_real("circle check --fly")
    assert not is_real("theories/findes-ikke.yml")
    assert not is_real("findes_ikke")
