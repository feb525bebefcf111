"""A tutorial played as it is written: its boxes with a file name are files, its commands are run.

A box of YAML under a bold file name is a part of that file: each of its sections takes the place of
the section with the same key (or of its question, `# key: …`), or is put last. A `key` in the line
above the box names another section. Indented lines are put last. A box of text is a look at the whole
file as it is by then. Other boxes under a file name are whole files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.command_line import circle

HOME = "/Users/mette/nordhuset"
"""The folder the documents say they stand in."""

_BOX = re.compile(
    r"(?:^\*\*`(?P<file>[^`]+)`\*\*(?P<label>[^\n]*)\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ circle(?: (?P<arguments>.*))?\n(?P<answer>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_SECTION = re.compile(r"^(?:# )?(?P<key>\w+): ?.*\n(?:(?:[ ].*)?\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """What the document says a command answers or a file holds, and what it is."""

    command: str
    shown: str
    said: str


def play(document: str, folder: Path, home: Path) -> Iterator[Answer]:
    """Do everything a document says, in its order, and yield the answer to each command."""
    for box in _BOX.finditer(document):
        if box["file"] and box["kind"] == "text":
            there = (folder / box["file"]).read_text(encoding="utf-8")
            yield Answer(box["file"], box["text"].strip("\n"), there.strip("\n"))
        elif box["file"]:
            _write(folder / box["file"], box["kind"], box["text"], instead=_instead_of(box["label"]))
        elif box["kind"] == "console":
            for command in _COMMAND.finditer(box["text"]):
                yield _run(command, folder, home)


def _run(command: re.Match[str], folder: Path, home: Path) -> Answer:
    arguments = (command["arguments"] or "").split()
    said = circle(*arguments, cwd=folder, home=home)
    told = (said.aside + said.out).replace(str(folder), HOME)
    return Answer(" ".join(["circle", *arguments]), command["answer"].strip("\n"), told.strip("\n"))


def _instead_of(label: str) -> str | None:
    named = re.search(r"`(\w+)`", label)
    return named[1] if named else None


def _write(path: Path, kind: str, text: str, *, instead: str | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "yaml" and path.exists():
        text = with_sections(path.read_text(encoding="utf-8"), text, instead=instead)
    path.write_text(text, encoding="utf-8")


def with_sections(text: str, shown: str, *, instead: str | None = None) -> str:
    """Return a text with the sections shown in place of its own.

    >>> with_sections("# a: one?\\nb: 2\\n  c: 3\\nd: 4\\n", "a: 1\\nb: 5\\n")
    'a: 1\\nb: 5\\nd: 4\\n'
    """
    if shown.startswith(" "):
        return text + shown
    for section in _SECTION.finditer(shown):
        key = instead or section["key"]
        there = next((each for each in _SECTION.finditer(text) if each["key"] == key), None)
        start, end = there.span() if there else (len(text), len(text))
        text = text[:start] + section[0] + text[end:]
    return text
