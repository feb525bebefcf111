"""A text in a theory is a text: whatever it holds, a page shows it and never runs it."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from qualitycircle.site import navigation
from qualitycircle.site.build import build
from tests.command_line import ROOT

HOSTILE = "<img src=x onerror=alert(1)>"


class Tags(HTMLParser):
    """Every tag of a page that a hostile text could have brought in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if any(each.startswith("on") for each in names) or ("src", "x") in attrs:
            self.found.append(tag)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example with a hostile text in every name and reason, as a site."""
    folder = tmp_path_factory.mktemp("hostile") / "projekt"
    shutil.copytree(ROOT / "examples" / "praktik", folder, ignore=shutil.ignore_patterns("rounds"))
    for path in [folder / "circle.yml", *folder.glob("*/*.yml")]:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^(titel|navn|begrundelse): .*$", rf"\1: 'Her {HOSTILE}'", text, flags=re.MULTILINE)
        text = re.sub(r"^(\s+navn): .*$", rf"\1: 'Der {HOSTILE}'", text, flags=re.MULTILINE)
        text = re.sub(r"fordi [^,\n'{}]*$", f"fordi {HOSTILE} her", text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    build(folder, folder / "site")
    return folder / "site"


def test_no_page_runs_what_a_theory_says(pages: Path) -> None:
    written = list(pages.rglob("*.html"))
    assert any("onerror" in each.read_text(encoding="utf-8") for each in written)
    for each in written:
        tags = Tags()
        tags.feed(each.read_text(encoding="utf-8"))
        assert not tags.found, each.name


def test_another_theme_gets_its_titles_as_html() -> None:
    menu = [{"A <b>": [{"B & c": "b.md"}, "c.md"]}, "index.md"]
    assert navigation.escaped(menu) == [{"A &lt;b&gt;": [{"B &amp; c": "b.md"}, "c.md"]}, "index.md"]
