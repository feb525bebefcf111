"""From bytes to text: encodings, and characters that cannot be seen but change what is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from qualitycircle.findings import Fact, Finding, Place, error

QC102 = error("QC102")
QC103 = error("QC103")
QC104 = error("QC104")
QC106 = error("QC106")
QC107 = error("QC107")
QC108 = error("QC108")

LARGEST = 1_000_000
"""The largest file that is read, in bytes."""

_INVISIBLE = {
    "\u00a0": "NBSP",
    "\u00ad": "SOFT HYPHEN",
    "\u0085": "NEL",
    "\u2028": "LINE SEPARATOR",
    "\u2029": "PARAGRAPH SEPARATOR",
    "\u202f": "NARROW NBSP",
    "\u2060": "WORD JOINER",
    "\ufeff": "BOM",
    **{chr(code): "FIXED-WIDTH SPACE" for code in range(0x2000, 0x200B)},
    **{chr(code): "ZERO WIDTH" for code in range(0x200B, 0x200E)},
    **{chr(code): "DIRECTION MARK" for code in (*range(0x200E, 0x2010), *range(0x202A, 0x202F))},
    **{chr(code): "DIRECTION MARK" for code in range(0x2066, 0x206A)},
}
_INVISIBLE_ANY = re.compile("[" + "".join(_INVISIBLE) + "]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_BREAK = re.compile(r"\r\n|\r|\n")
_WIDE_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class Lines:
    """Where each line of a text begins, so that offsets and places can be told from each other."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts = [0, *(each.end() for each in _BREAK.finditer(text))]

    @property
    def count(self) -> int:
        """Return how many lines the text has."""
        return len(self._starts)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both counted from 0."""
        if line >= len(self._starts):
            return len(self.text)
        return min(self._starts[line] + column, len(self.text))

    def line(self, number: int) -> str:
        """Return one line, counted from 1, without its line break."""
        if not 0 < number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """Return the place of a line and column, both counted from 0."""
        return Place(file=self.file, line=line + 1, column=column + 1, length=max(1, length))

    def place_at(self, offset: int, length: int = 1) -> Place:
        """Return the place of an offset in the text."""
        line = bisect_right(self._starts, offset) - 1
        return self.place(line, offset - self._starts[line], length)


def decode(text: bytes | str, *, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Return bytes as text: UTF-8 with or without a byte order mark, at most 1 MB.

    Anything else is a finding that says what to do: a file saved by an old editor is nearly always
    Windows-1252, and its first Danish letter gives it away.
    """
    whole = Place(file=file)
    size = len(text) if isinstance(text, bytes) else len(text.encode("utf-8", "surrogatepass"))
    if size > LARGEST:
        return None, (Finding(code=QC104, place=whole, facts={"size": size // 1000}),)
    if isinstance(text, str):
        return text.removeprefix("\ufeff"), ()
    for mark, name in _WIDE_BOMS:
        if text.startswith(mark):
            return None, (Finding(code=QC102, place=whole, facts={"encoding": name}),)
    if b"\x00" in text:
        return None, (Finding(code=QC103, place=whole),)
    try:
        return text.decode("utf-8-sig"), ()
    except UnicodeDecodeError as problem:
        return None, (_not_utf8(text, problem.start, file),)


def _not_utf8(text: bytes, offset: int, file: str) -> Finding:
    before = text[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    first = text[offset : offset + 1]
    shown = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[line - 1]
    place = Place(file=file, line=line, column=len(before[start:].decode("utf-8", "replace")) + 1)
    if sum(each < 32 and each not in (9, 10, 13) for each in text[:4096]) > 8:
        return Finding(code=QC103, place=Place(file=file))
    if first == b"\xed" and text[offset + 1 : offset + 2] >= b"\xa0":
        half = (text[offset + 1] & 0x3F) << 6 | 0xD000 | (text[offset + 2 : offset + 3] or b"\x80")[0] & 0x3F
        return Finding(code=QC108, place=place, facts={"character": f"U+{half:04X}"})
    return Finding(
        code=QC102,
        place=place,
        facts={"encoding": "Windows-1252", "character": first.decode("cp1252", "replace")},
        snippet=shown.decode("cp1252", "replace")[:200],
    )


def strange_characters(lines: Lines) -> Iterator[Finding]:
    """Yield a finding for each line with control characters, invisible ones, or tabs as indentation."""
    for number in range(lines.count):
        line = lines.line(number + 1)
        if control := _CONTROL.search(line):
            facts: dict[str, Fact] = {"character": f"U+{ord(control[0]):04X}"}
            yield Finding(code=QC108, place=lines.place(number, control.start()), facts=facts)
        if hidden := _INVISIBLE_ANY.search(line):
            facts = {"character": f"U+{ord(hidden[0]):04X}", "name": _INVISIBLE[hidden[0]]}
            yield Finding(code=QC107, place=lines.place(number, hidden.start()), facts=facts)
        if _TAB_INDENT.match(line):
            yield Finding(code=QC106, place=lines.place(number, line.index("\t")))


def without_strange_characters(text: str) -> str:
    """Return the text with a space for each such character, so that the rest can still be read in place."""
    spaced = _INVISIBLE_ANY.sub(" ", _CONTROL.sub(" ", text))
    return _TAB_INDENT.sub(lambda each: " " * len(each[0]), spaced)
