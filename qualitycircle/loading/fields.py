"""Reading one block: each key as the value it should be, and a finding where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from qualitycircle.evidence import Citation
from qualitycircle.findings import NOWHERE, Code, Fact, Finding, Place, error
from qualitycircle.loading.nodes import Entry, ListNode, MappingNode, Node, ScalarNode
from qualitycircle.loading.phrases import QC209, is_id, made_id
from qualitycircle.vocabulary.durations import days
from qualitycircle.vocabulary.values import value

QC217 = error("QC217")
QC224 = error("QC224")

T = TypeVar("T")


class Fields:
    """The keys of one block, in canonical Danish; a block written short is only its text."""

    def __init__(self, node: Node | None, findings: list[Finding]) -> None:
        self.node = node
        self.findings = findings
        self.short = text_of(node) if isinstance(node, ScalarNode) else ""
        self._nodes = {each.key.text: each for each in entries(node)}

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def get(self, key: str) -> Node | None:
        """Return the node of a key, or None."""
        found = self._nodes.get(key)
        return found.value if found else None

    def place(self, key: str) -> Place:
        """Return where a key's value stands."""
        node = self.get(key)
        return node.place if node else NOWHERE

    def within(self, key: str) -> Fields:
        """Return the block under a key."""
        return Fields(self.get(key), self.findings)

    def items(self, key: str) -> tuple[Entry, ...]:
        """Return the author's own keys and their values under a key."""
        return entries(self.get(key))

    def text(self, key: str) -> str:
        """Return the text of a key, as written; empty when it is missing."""
        return text_of(self.get(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return one text or a list of them."""
        return tuple(text for each in each_of(self.get(key)) if (text := text_of(each)))

    def ids(self, key: str) -> tuple[str, ...]:
        """Return one id or a list of ids; ids written as one text with commas are a finding."""
        return tuple(name for name, _ in self._ids(key))

    def id_places(self, key: str) -> tuple[Place, ...]:
        """Return where each id stands."""
        return tuple(place for _, place in _silently(self)._ids(key))

    def _ids(self, key: str) -> Iterator[tuple[str, Place]]:
        for each in each_of(self.get(key)):
            text = text_of(each)
            if not text:
                continue
            if is_id(text):
                yield text, each.place
                continue
            self.find(QC217 if "," in text else QC209, each.place, key=key, text=text[:60])
            yield from ((part.strip(), each.place) for part in text.split(",") if part.strip())

    def id(self, key: str) -> str:
        """Return one id; a text that can be none is a finding, and an id made of it is returned."""
        found = next(iter(self.ids(key)), "")
        return found if not found or is_id(found) else made_id(found)

    def word(self, key: str, words: str) -> str | None:
        """Return the English value of a fixed word; a wrong word is the schema's finding."""
        text = self.text(key)
        return value(words, text) if text else None

    def is_yes(self, key: str) -> bool | None:
        """Return yes, no, or None when it is not said."""
        found = self.word(key, "yes_no")
        return None if found is None else found == "yes"

    def whole(self, key: str, default: int) -> int:
        """Return a whole number, or the default."""
        found = self.whole_or_none(key)
        return default if found is None else found

    def whole_or_none(self, key: str) -> int | None:
        """Return a whole number, or None."""
        node = self.get(key)
        value = node.value if isinstance(node, ScalarNode) else None
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def duration(self, key: str) -> str:
        """Return a span of time as written; anything else is a finding."""
        text = self.text(key)
        if text and days(text) is None:
            self.find(QC224, self.place(key), key=key, text=text[:60])
            return ""
        return text

    def phrase(self, key: str, read: Callable[[str], T | Code], /) -> T | None:
        """Return what a text means by a grammar; what it does not mean is a finding."""
        node = self.get(key)
        return self.read(node, read, key=key) if node else None

    def read(self, node: Node, read: Callable[[str], T | Code], /, *, key: str) -> T | None:
        """Return what a node's text means by a grammar."""
        text = text_of(node)
        if not text:
            return None
        found = read(text)
        if isinstance(found, Code):
            self.find(found, node.place, key=key, text=text[:60])
            return None
        return found

    def citation(self, key: str) -> Citation | None:
        """Return a citation `id place`."""
        text = self.text(key)
        return citation(text, self.place(key)) if text else None

    def find(self, code: Code, place: Place, **facts: Fact) -> None:
        """Keep a finding."""
        self.findings.append(Finding(code=code, place=place, facts=facts))


def _silently(fields: Fields) -> Fields:
    return Fields(fields.node, [])


def citation(text: str, place: Place) -> Citation:
    """Return `new-insight s34` as the source `new-insight` and the place `s34` in it."""
    source, _, where = text.strip().partition(" ")
    return Citation(source=source, where=where.strip(), place=place)


def entries(node: Node | None) -> tuple[Entry, ...]:
    """Return a mapping's entries, and none of anything else."""
    return node.entries if isinstance(node, MappingNode) else ()


def each_of(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list, or the one node."""
    if node is None:
        return ()
    return node.items if isinstance(node, ListNode) else (node,)


def text_of(node: Node | None) -> str:
    """Return a scalar's text as written, without surrounding space; empty for anything else."""
    return node.text.strip() if isinstance(node, ScalarNode) and not node.is_empty else ""
