"""What a text says before it means anything: mappings, lists and scalars, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qualitycircle.findings import NOWHERE, Finding, Place

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the text, as offsets in characters; `end` is not included."""

    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarNode:
    """A single value. `text` is as written (NFC); `value` is what YAML 1.2 makes of it."""

    text: str
    value: Scalar = None
    plain: bool = True
    place: Place = NOWHERE
    span: Span = Span()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was written, or `null`."""
        return self.value is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNode:
    """Several values in a row; `flow` means written in brackets."""

    items: tuple[Node, ...] = ()
    flow: bool = False
    place: Place = NOWHERE
    span: Span = Span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key and its value."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingNode:
    """Keys with values, in the author's order; `flow` means written in braces."""

    entries: tuple[Entry, ...] = ()
    flow: bool = False
    place: Place = NOWHERE
    span: Span = Span()

    def entry(self, key: str) -> Entry | None:
        """Return the entry with this key, or None."""
        return next((each for each in self.entries if each.key.text == key), None)

    def get(self, key: str) -> Node | None:
        """Return the value of this key, or None."""
        found = self.entry(key)
        return found.value if found else None


Node = MappingNode | ListNode | ScalarNode
Plain = Scalar | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """Return a node as plain Python values, without places."""
    match node:
        case ScalarNode():
            return node.value
        case ListNode():
            return [plain(each) for each in node.items]
        case MappingNode():
            return {each.key.text: plain(each.value) for each in node.entries}


def with_snippets(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """Return findings that each carry the line they are about, as the author wrote it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(
        replace(each, snippet=lines[each.place.line - 1][:200])
        if not each.snippet and 0 < each.place.line <= len(lines)
        else each
        for each in findings
    )
