"""Every spelling of our keys and fixed words is read as one: the Danish we write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qualitycircle.findings import Fact, Finding, error
from qualitycircle.loading.nodes import Entry, ListNode, MappingNode, Node, ScalarNode
from qualitycircle.loading.schemas.shapes import ById, Fixed, Many, Record, Shape
from qualitycircle.vocabulary.keys import key, spellings
from qualitycircle.vocabulary.spelling import nearest
from qualitycircle.vocabulary.values import word

QC213 = error("QC213")

MOST_GUESSES = 30
"""A block with more unknown keys than this is something else, and nothing is guessed."""


def canonical(node: Node, shape: Shape) -> tuple[Node, tuple[Finding, ...]]:
    """Return the node with our keys and words in canonical Danish; places stay the author's.

    Two spellings of one key in one block are a finding; the first stays.
    """
    findings: list[Finding] = []
    return _canonical(node, shape, findings), tuple(findings)


def _canonical(node: Node, shape: Shape, findings: list[Finding]) -> Node:
    match shape, node:
        case Many(), ListNode():
            items = tuple(_canonical(each, shape.item, findings) for each in node.items)
            return replace(node, items=items)
        case Many(), _:
            return _canonical(node, shape.item, findings)
        case Record(), MappingNode():
            return _record(node, shape, findings)
        case Record(short=short), ScalarNode() if short:
            return _canonical(node, short, findings)
        case ById(), MappingNode():
            return _by_id(node, shape, findings)
        case Fixed(), ScalarNode():
            return _fixed(node, shape)
        case _:
            return node


def _record(node: MappingNode, shape: Record, findings: list[Finding]) -> MappingNode:
    entries: list[Entry] = []
    seen: dict[str, ScalarNode] = {}
    for each in node.entries:
        known = key(shape.section, each.key.text)
        name = known.da if known and known.da in shape.fields else each.key.text
        if name in seen:
            findings.append(_twice(each.key, seen[name]))
            continue
        seen[name] = each.key
        value = _canonical(each.value, shape.fields[name], findings) if name in shape.fields else each.value
        entries.append(Entry(key=replace(each.key, text=name), value=value))
    return replace(node, entries=tuple(entries))


def _twice(second: ScalarNode, first: ScalarNode) -> Finding:
    facts: dict[str, Fact] = {"key": second.text, "first": first.text, "line": first.place.line}
    return Finding(code=QC213, place=second.place, facts=facts)


def _by_id(node: MappingNode, shape: ById, findings: list[Finding]) -> MappingNode:
    return replace(
        node,
        entries=tuple(
            Entry(key=_key_of(each.key, shape), value=_canonical(each.value, shape.item, findings))
            for each in node.entries
        ),
    )


def _key_of(node: ScalarNode, shape: ById) -> ScalarNode:
    found = word(shape.keys, node.text) if shape.keys == "respondent" else None
    return replace(node, text=found.da) if found else node


def _fixed(node: ScalarNode, shape: Fixed) -> ScalarNode:
    found = word(shape.words, node.text)
    return replace(node, text=found.da, value=found.da) if found else node


def mended(node: Node, shape: Shape) -> Node:
    """Return the node with each misspelled key read as the key it most likely is, when that one is free.

    Only for going on after the misspelling is reported: what follows should not be reported as
    missing as well.
    """
    match shape, node:
        case Many(), ListNode():
            return replace(node, items=tuple(mended(each, shape.item) for each in node.items))
        case Many(), _:
            return mended(node, shape.item)
        case ById(), MappingNode():
            entries = (Entry(key=each.key, value=mended(each.value, shape.item)) for each in node.entries)
            return replace(node, entries=tuple(entries))
        case Record(), MappingNode():
            found = guesses(node, shape)
            return replace(node, entries=tuple(_mended_entry(each, shape, found) for each in node.entries))
        case _:
            return node


def _mended_entry(entry: Entry, shape: Record, guessed: Mapping[str, str]) -> Entry:
    name = guessed.get(entry.key.text, entry.key.text)
    value = entry.value
    if name in shape.fields:
        if name != entry.key.text:
            value, _ = canonical(value, shape.fields[name])
        value = mended(value, shape.fields[name])
    return Entry(key=replace(entry.key, text=name), value=value)


def guesses(node: MappingNode, shape: Record) -> Mapping[str, str]:
    """Return each unknown key of a block and the free key it most likely means."""
    taken = {each.key.text for each in node.entries}
    found: dict[str, str] = {}
    unknown = [each for each in node.entries if each.key.text not in shape.fields]
    if shape.open or len(unknown) > MOST_GUESSES:
        return found
    for each in unknown:
        guess = suggestion(each.key.text, shape)
        if guess and guess not in taken and guess not in found.values():
            found[each.key.text] = guess
    return found


def suggestion(text: str, shape: Record) -> str | None:
    """Return the key of a block, in Danish, that an unknown one most likely means."""
    known = {
        spelling: each.da
        for each in spellings(shape.section).values()
        if each.da in shape.fields
        for spelling in (each.da, *each.aliases)
    }
    found = nearest(text, known)
    return known[found] if found else None
