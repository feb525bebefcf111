"""The pages as Markdown that any generator understands: no attributes, no drawings inside the text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents
from qualitycircle.site.markup import plain
from qualitycircle.site.pages import PLACEHOLDER, pages, pictures

_DRAWN = "pictures"
_ANCHORED = re.compile(r"^(#{1,6} .*) \{ #([a-z0-9-]+) \}$", re.MULTILINE)
_CLASS = re.compile(r"\n\{ \.[a-z-]+ \}$", re.MULTILINE)
_FACT = re.compile(r"^(.+)\n:   (.*)\n?$", re.MULTILINE)
_RING = re.compile(r'<figure class="circle-figure">.*?</figure>\n*', re.DOTALL)
_LABELLED = re.compile(r'<(svg|span)[^>]*aria-label="([^"]*)"[^>]*>.*?</\1>(?:</span>)?', re.DOTALL)
_TALLY = re.compile(r'<div class="circle-tally">.*?<ul>(.*?)</ul></div>')
_ITEM = re.compile(r"<li[^>]*>(.*?)</li>")
_SIGN = re.compile(r"<i [^>]*>.*?</i> ")
_TAG = re.compile(r"</?(?:span|i|b|details|summary)\b[^>]*>")


def as_files(contents: Contents) -> dict[str, str]:
    """Return every page and picture by its path: plain Markdown, and SVG with colours of its own."""
    titles = {
        name(each.theory.id): each.theory.title
        for each in contents.stories
        for name in (addresses.slug, addresses.unfolded_picture)
    }
    found = {path: _plainly(path, text, titles) for path, text in pages(contents).items()}
    drawings = pictures(contents, standalone=True)
    return found | {f"{_DRAWN}/{name}.svg": drawing for name, drawing in drawings.items()}


def _plainly(path: str, text: str, titles: Mapping[str, str]) -> str:
    way = posixpath.relpath(_DRAWN, posixpath.dirname(path) or ".")
    shown = PLACEHOLDER.sub(lambda found: f"![{plain(titles[found[1]])}]({way}/{found[1]}.svg)", text)
    shown = _LABELLED.sub(r"\2", _RING.sub("", shown))
    shown = _TALLY.sub(lambda found: ", ".join(_ITEM.findall(_SIGN.sub("", found[1]))), shown)
    shown = _CLASS.sub("", _TAG.sub("", shown))
    shown = _FACT.sub(_listed, shown)
    return _ANCHORED.sub(r'\n<a id="\2"></a>\n\n\1', shown)


def _listed(found: re.Match[str]) -> str:
    name = found[1] if found[1].endswith("?") else f"{found[1]}:"
    return f"- **{name.replace('**', '')}** {found[2]}"
