"""Markdown that keeps its shape whatever an author has written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]|#])")
_QUOTED = re.compile(r"\\`(.*?)\\`")
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]|#])")
_LEADING = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s)")


def plain(text: str) -> str:
    """Return an author's text as one line of Markdown in which nothing is markup.

    >>> plain("a *b* <script> | c")
    'a \\\\*b\\\\* &lt;script&gt; \\\\| c'
    """
    line = " ".join(text.split())
    escaped = _SPECIAL.sub(r"\\\1", html.escape(line, quote=False)).replace("~", "&#126;")
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}", escaped)


def prose(text: str) -> str:
    """Return a sentence of our own as Markdown: words between backticks stay code, the rest is plain.

    >>> prose("Skriv `a -> b_c`, ikke a_b")
    'Skriv `a -> b_c`, ikke a\\\\_b'
    """
    return _QUOTED.sub(lambda found: f"`{_ESCAPED.sub('', html.unescape(found[1]))}`", plain(text))


def attribute(text: str) -> str:
    """Return a text for an HTML attribute."""
    return html.escape(" ".join(text.split()), quote=True)


def heading(level: int, text: str, anchor: str) -> str:
    """Return a heading with a lasting anchor; `text` is Markdown."""
    return f"{'#' * level} {text} {{ #{anchor} }}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; cells are Markdown on one line."""
    lines = [_row(head), _row(["---"] * len(head)), *(_row(each) for each in rows)]
    return "\n".join(lines)


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names and values as a definition list; pairs without a value are left out."""
    return "\n\n".join(f"{name}\n:   {value}" for name, value in pairs if value)


def bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {each}" for each in items)


def chip(text: str) -> str:
    """Return a few words that can be seen at a glance."""
    return f'<span class="circle-chip">{attribute(text)}</span>'


def opened(summary: str, blocks: Iterable[str]) -> str:
    """Return blocks that a reader opens, an address within them opens, and paper always shows."""
    inside = "\n\n".join(each for each in blocks if each)
    return (
        f'<details class="circle-more" markdown="1">\n<summary>{summary}</summary>\n\n{inside}\n\n</details>'
    )


def page(blocks: Iterable[str]) -> str:
    """Return blocks as a page, empty ones left out."""
    return "\n\n".join(each for each in blocks if each) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(each or " " for each in cells) + " |"
