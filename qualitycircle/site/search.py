"""The search index: one entry per section, as a script, so that it also works from a folder.

A page opened by double-click may not fetch a file, but it may load a script beside it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

_SECTION = re.compile(r'(?=<h[1-4] id="(?!part-)[^"]*")')
_HEADING = re.compile(r'<h[1-4] id="([^"]*)"[^>]*>(.*?)</h[1-4]>', re.DOTALL)
_DRAWING = re.compile(r"<svg.*?</svg>|<i aria-hidden.*?</i>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Found:
    """A place that can be found: the page's title, the section's, its address and its text."""

    page: str
    section: str
    address: str
    text: str


def sections(title: str, address: str, content: str, *, headings_only: bool = False) -> Iterable[Found]:
    """Return the sections of one page's HTML.

    A page of reference is found by its headings only: a search for "praktik" is for the project's
    own pages, not for every example that mentions one.
    """
    for part in _SECTION.split(_DRAWING.sub("", content)):
        heading = _HEADING.match(part)
        text = "" if headings_only else _text(part[heading.end() :] if heading else part)
        if heading is None and not text:
            continue
        name = _text(heading[2]) if heading else ""
        top = heading is None or part.startswith("<h1")
        yield Found(
            title, "" if top else name, address if top or not heading else f"{address}#{heading[1]}", text
        )


def script(found: Iterable[Found]) -> str:
    """Return the index as a script that sets `circleIndex`."""
    rows = [[each.page, each.section, each.address, each.text] for each in found]
    return f"window.circleIndex={json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
