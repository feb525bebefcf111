"""A strict reader of YAML: what is written is what is meant, or it is a finding with a place.

It listens to the events of libyaml (through PyYAML) with a stack of its own. Aliases, anchors, merge
keys and tags are refused, so that no file can grow when it is read; nesting is limited, so that no
file can break the reader; keys are compared in one Unicode form, so that two spellings of the same
letters are one key. Scalars are read as in YAML 1.2: `no` and `0101` are text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from qualitycircle.findings import Code, Fact, Finding, Place, error, in_reading_order
from qualitycircle.loading.characters import Lines, decode, strange_characters, without_strange_characters
from qualitycircle.loading.mishaps import QC109, QC112, QC123, mishap
from qualitycircle.loading.nodes import (
    Entry,
    ListNode,
    MappingNode,
    Node,
    ScalarNode,
    Span,
    with_snippets,
)
from qualitycircle.loading.scalars import scalar
from qualitycircle.vocabulary.cpr import cpr_at, without_cpr

QC101 = error("QC101")
QC105 = error("QC105")
QC110 = error("QC110")
QC111 = error("QC111")
QC113 = error("QC113")
QC117 = error("QC117")
QC118 = error("QC118")
QC121 = error("QC121")
QC122 = error("QC122")
QC129 = error("QC129")

DEEPEST = 64
"""How many blocks may stand inside each other."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CUT_BY_HASH = re.compile(r"\s#[^\W_]")


def read(text: bytes | str, *, file: str) -> tuple[MappingNode | None, tuple[Finding, ...]]:
    """Return the text of a file as nodes that know their places, and everything wrong with it.

    None when the text cannot be read as one mapping. CPR numbers are found and crossed out before
    anything else is read, so that no value, snippet or message holds one. Spans count from the first
    character after a byte order mark.
    """
    decoded, findings = decode(text, file=file)
    if decoded is None:
        return None, findings
    lines = Lines(without_cpr(decoded), file)
    told = (*findings, *_cpr_numbers(decoded, lines), *strange_characters(lines))
    reading = _Reading(lines, list(told))
    root = reading.root()
    return root, with_snippets(in_reading_order(reading.findings), lines.text)


def _cpr_numbers(text: str, lines: Lines) -> Iterator[Finding]:
    """Yield a finding for each CPR number, comments too; from here on nobody sees the number."""
    for offset, length in cpr_at(text):
        yield Finding(code=QC129, place=lines.place_at(offset, length))


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been seen yet."""

    start: _Mark
    flow: bool
    is_list: bool
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    lines_of_keys: dict[str, int] = field(default_factory=dict)
    key: ScalarNode | None = None
    key_is_broken: bool = False


class _Reading:
    """One pass over the events of one text."""

    def __init__(self, lines: Lines, findings: list[Finding]) -> None:
        self.lines = lines
        self.findings = findings
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._is_cut = bool(_CUT_BY_HASH.search(lines.text))

    def root(self) -> MappingNode | None:
        """Return the one mapping of the text, or None with a finding that says why not."""
        try:
            for event in self._events():
                self._take(event)
        except yaml.YAMLError as problem:
            if not any(each.code.id == "QC106" for each in self.findings):
                self.findings.append(mishap(problem, self.lines))
            return None
        except _TooDeepError as problem:
            self.findings.append(Finding(code=QC105, place=problem.place, facts={"deepest": DEEPEST}))
            return None
        return self._only_mapping()

    def _events(self) -> Iterator[yaml.Event]:
        yield from yaml.parse(without_strange_characters(self.lines.text), Loader=_LOADER)

    def _only_mapping(self) -> MappingNode | None:
        if isinstance(self._root, MappingNode):
            return self._root
        whole = self.lines.place(0, 0)
        if self._root is None or (isinstance(self._root, ScalarNode) and self._root.is_empty):
            self._find(QC113, whole)
        else:
            self._find(QC122, self._root.place)
        return None

    def _find(self, code: Code, place: Place, **facts: Fact) -> None:
        self.findings.append(Finding(code=code, place=place, facts=facts))

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._open_document(event)
            case _ if self._documents > 1:
                return
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)
            case yaml.ScalarEvent():
                self._refuse(event, allowed_tag="!")
                self._add(self._scalar(event))
            case yaml.AliasEvent():
                self._find(QC109, self._place(event), text=f"*{event.anchor}")
                self._add(ScalarNode(text="", place=self._place(event), span=self._span(event)))
            case _:
                return

    def _open_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._find(QC123, self._place(event))
        if self._documents == 2:
            self._find(QC112, self._place(event))

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self._refuse(event)
        if len(self._stack) >= DEEPEST:
            raise _TooDeepError(self._place(event))
        is_list = isinstance(event, yaml.SequenceStartEvent)
        self._stack.append(_Open(_start(event), bool(event.flow_style), is_list))

    def _close(self, event: yaml.Event) -> None:
        closed = self._stack.pop()
        span = self._between(closed.start, _end(event))
        place = self.lines.place(closed.start.line, closed.start.column)
        if closed.is_list:
            self._add(ListNode(items=tuple(closed.items), flow=closed.flow, place=place, span=span))
        else:
            self._add(MappingNode(entries=tuple(closed.entries), flow=closed.flow, place=place, span=span))

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        holder = self._stack[-1]
        if holder.is_list:
            holder.items.append(node)
        elif holder.key is None and not holder.key_is_broken:
            self._add_key(holder, node)
        else:
            self._add_value(holder, node)

    def _add_key(self, holder: _Open, node: Node) -> None:
        if not isinstance(node, ScalarNode) or not node.text.strip():
            self._find(QC121, node.place)
            holder.key_is_broken = True
        elif node.text == "<<" and node.plain:
            self._find(QC111, node.place)
            holder.key_is_broken = True
        else:
            holder.key = node

    def _add_value(self, holder: _Open, node: Node) -> None:
        key, holder.key, holder.key_is_broken = holder.key, None, False
        if key is None:
            return
        if holder.flow and isinstance(node, ScalarNode) and node.plain and not node.text:
            self._find(QC118, key.place, key=key.text)
            return
        if key.text in holder.lines_of_keys:
            self._find(QC101, key.place, key=key.text, line=holder.lines_of_keys[key.text])
            return
        holder.lines_of_keys[key.text] = key.place.line
        holder.entries.append(Entry(key=key, value=node))

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        is_plain = not event.style
        text = unicodedata.normalize("NFC", str(event.value))
        place = self._place(event)
        if not is_plain:
            return ScalarNode(text=text, value=text, plain=False, place=place, span=self._span(event))
        if self._is_cut:
            self._find_cut(event, text)
        text = text.strip()
        meaning, code = scalar(text)
        if code:
            self._find(code, place, text=text[:40])
        return ScalarNode(text=text, value=meaning, place=place, span=self._span(event))

    def _find_cut(self, event: yaml.ScalarEvent, text: str) -> None:
        """Find ` #x`: the author meant a number sign, YAML reads a comment."""
        end = _end(event)
        rest = self.lines.line(end.line + 1)[end.column :]
        lost = rest.strip()
        column = end.column + len(rest) - len(rest.lstrip())
        if column > end.column and _CUT_BY_HASH.match(f" {lost}"):
            self._find(QC117, self.lines.place(end.line, column, len(lost)), text=text[:60], lost=lost[:60])

    def _refuse(self, event: yaml.NodeEvent, *, allowed_tag: str | None = None) -> None:
        if event.anchor:
            self._find(QC109, self._place(event), text=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag and tag != allowed_tag:
            self._find(QC110, self._place(event), tag=str(tag).removeprefix("tag:yaml.org,2002:"))

    def _place(self, event: yaml.Event) -> Place:
        start, end = _start(event), _end(event)
        if start.line != end.line:
            length = len(self.lines.line(start.line + 1).rstrip()) - start.column
        else:
            length = end.column - start.column
        return self.lines.place(start.line, start.column, length)

    def _span(self, event: yaml.Event) -> Span:
        return self._between(_start(event), _end(event))

    def _between(self, start: _Mark, end: _Mark) -> Span:
        return Span(
            self.lines.offset(start.line, start.column),
            self.lines.offset(end.line, end.column),
        )


class _Mark(NamedTuple):
    """A line and a column, both counted from 0."""

    line: int
    column: int


def _start(event: yaml.Event) -> _Mark:
    mark = event.start_mark
    return _Mark(mark.line, mark.column) if mark else _Mark(0, 0)


def _end(event: yaml.Event) -> _Mark:
    mark = event.end_mark
    return _Mark(mark.line, mark.column) if mark else _Mark(0, 0)


class _TooDeepError(Exception):
    """The text is nested deeper than any theory is."""

    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place
