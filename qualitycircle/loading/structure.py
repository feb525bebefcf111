"""Structure: folded texts held against the strict schema; every error, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from qualitycircle.findings import Fact, Finding, Place, error
from qualitycircle.loading.canonical import MOST_GUESSES, guesses, suggestion
from qualitycircle.loading.nodes import ListNode, MappingNode, Node, ScalarNode, plain
from qualitycircle.loading.schemas import strict
from qualitycircle.loading.schemas.shapes import (
    KINDS,
    ById,
    Fixed,
    Free,
    Many,
    Number,
    Phrase,
    Record,
    Shape,
    table_of,
)
from qualitycircle.vocabulary.keys import key as named
from qualitycircle.vocabulary.values import danish, likely

if TYPE_CHECKING:
    from jsonschema import ValidationError

QC201 = error("QC201")
QC202 = error("QC202")
QC203 = error("QC203")
QC204 = error("QC204")
QC205 = error("QC205")
QC206 = error("QC206")
QC207 = error("QC207")
QC208 = error("QC208")
QC214 = error("QC214")
QC231 = error("QC231")
QC236 = error("QC236")
QC237 = error("QC237")

SHARED = ("delindsatser", "moderatorer")
"""What a theory may take from the library by its id alone, with `{}` and nothing more."""


def structure(node: MappingNode, kind: str) -> tuple[Finding, ...]:
    """Return everything that breaks the schema of a kind of file, in a text whose keys are folded.

    A sound text is let through without the validator, whose import takes longer than all the rest.
    """
    if is_sound(node, KINDS[kind]):
        return ()
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(strict(kind)).iter_errors(plain(node))
    return tuple(_findings(errors, node, KINDS[kind]))


def is_sound(node: Node, shape: Shape) -> bool:
    """Say whether a node certainly keeps to its shape; if not, the schema tells what is wrong."""
    match shape, node:
        case Many(), ListNode():
            return bool(node.items) and all(is_sound(each, shape.item) for each in node.items)
        case Many(), _:
            return is_sound(node, shape.item)
        case ById(), MappingNode():
            return len(node.entries) >= shape.least and all(
                is_sound(each.value, shape.item) for each in node.entries
            )
        case Record(), MappingNode():
            return _is_sound_block(node, shape)
        case Record(short=short), ScalarNode() if short:
            return is_sound(node, short)
        case Fixed(), ScalarNode():
            return node.value in danish(shape.words)
        case Number(), ScalarNode(value=int(number)):
            most = number if shape.most is None else shape.most
            return not isinstance(number, bool) and shape.least <= number <= most
        case ((Free() | Phrase()), ScalarNode()):
            return not isinstance(node.value, bool) and node.value not in (None, "")
        case _:
            return False


def _is_sound_block(node: MappingNode, shape: Record) -> bool:
    keys = {each.key.text for each in node.entries}
    return (
        (keys <= shape.fields.keys() or shape.open)
        and keys >= set(shape.required)
        and all(
            is_sound(each.value, shape.fields[each.key.text])
            for each in node.entries
            if each.key.text in shape.fields
        )
    )


def _findings(errors: Iterable[ValidationError], root: MappingNode, shape: Record) -> Iterator[Finding]:
    seen: set[tuple[str, tuple[str | int, ...]]] = set()
    for each in errors:
        path = tuple(each.absolute_path)
        rule = str(each.validator)
        if (rule, path) in seen:
            continue
        seen.add((rule, path))
        node, place, inner = _at(root, shape, path)
        shared = shape.section == "theory" and len(path) == 2 and path[0] in SHARED
        for found in _about(rule, node, place, inner, path):
            yield replace(found, code=QC231) if shared and found.code is QC214 else found


def _at(node: Node, shape: Shape, path: tuple[str | int, ...]) -> tuple[Node, Place, Shape]:
    """Follow a path: the node, the best place to point at (its key when it has one), and its shape."""
    place = node.place
    for step in path:
        if isinstance(node, ListNode) and isinstance(step, int):
            node = node.items[step]
            place, shape = node.place, shape.item if isinstance(shape, Many) else shape
            continue
        shape = shape.item if isinstance(shape, Many) else shape
        entry = node.entry(str(step)) if isinstance(node, MappingNode) else None
        if entry is None:
            break
        node, place = entry.value, entry.key.place
        if isinstance(shape, Record):
            shape = shape.fields.get(str(step), shape)
        elif isinstance(shape, ById):
            shape = shape.item
    return node, place, shape


def _about(
    rule: str, node: Node, place: Place, shape: Shape, path: tuple[str | int, ...]
) -> Iterator[Finding]:
    key = next((each for each in reversed(path) if isinstance(each, str)), "")
    match rule:
        case "additionalProperties":
            yield from _unknown_keys(node, _record_in(shape))
        case "required":
            yield from _missing(node, place, _record_in(shape), key)
        case "type":
            yield _wrong_kind(node, place, shape, key)
        case "enum" | "pattern":
            yield _wrong_word(node, shape, key)
        case "minimum" | "maximum":
            yield Finding(code=QC208, place=node.place, facts={"key": key, "text": _text(node)})
        case _:
            yield Finding(code=QC214, place=place, facts={"key": key})


def _record_in(shape: Shape) -> Record | None:
    if isinstance(shape, Many | ById):
        return _record_in(shape.item)
    return shape if isinstance(shape, Record) else None


def _unknown_keys(node: Node, shape: Record | None) -> Iterator[Finding]:
    if not isinstance(node, MappingNode) or shape is None:
        return
    unknown = [each.key for each in node.entries if each.key.text not in shape.fields]
    for each in unknown:
        facts: dict[str, Fact] = {"key": each.text}
        guess = suggestion(each.text, shape) if len(unknown) <= MOST_GUESSES else None
        if home := table_of(each.text, shape.section):
            facts["belongs"] = home
        elif guess and not node.entry(guess):
            facts["suggestion"] = guess
        yield Finding(code=QC201, place=each.place, facts=facts)


def _missing(node: Node, place: Place, shape: Record | None, key: str) -> Iterator[Finding]:
    """Yield one finding for all that a block lacks: nobody reads the same advice nine times."""
    if not isinstance(node, MappingNode) or shape is None:
        return
    guessed = set(guesses(node, shape).values())
    missing = [each for each in shape.required if not node.entry(each) and each not in guessed]
    if missing:
        english = (named(shape.section, each) for each in missing)
        facts: dict[str, Fact] = {
            "key": ", ".join(missing),
            "key_en": ", ".join(each.en for each in english if each),
            "under": key,
        }
        yield Finding(code=QC202, place=place, facts=facts)


def _wrong_kind(node: Node, place: Place, shape: Shape, key: str) -> Finding:
    facts: dict[str, Fact] = {"key": key}
    expected = shape.item if isinstance(shape, Many) else shape
    match node:
        case ListNode() if isinstance(expected, ById):
            return Finding(code=QC237, place=node.place, facts=facts)
        case ListNode():
            return Finding(code=QC203, place=node.place, facts=facts)
        case MappingNode():
            return Finding(code=QC204, place=place, facts=facts)
        case ScalarNode(is_empty=True):
            return Finding(code=QC214, place=place, facts=facts)
        case ScalarNode(value=str() | float()) if isinstance(expected, Number):
            return Finding(code=QC236, place=node.place, facts={**facts, "text": _text(node)})
        case ScalarNode(value=str()):
            return Finding(code=QC205, place=node.place, facts={**facts, "text": _text(node)})
        case _:
            return Finding(code=QC206, place=node.place, facts={**facts, "text": _text(node)})


def _wrong_word(node: Node, shape: Shape, key: str) -> Finding:
    fixed = shape.item if isinstance(shape, Many) else shape
    facts: dict[str, Fact] = {"key": key, "text": _text(node)}
    if isinstance(fixed, Fixed):
        facts["known"] = danish(fixed.words)
        if guess := likely(fixed.words, _text(node)):
            facts["suggestion"] = guess
    return Finding(code=QC207, place=node.place, facts=facts)


def _text(node: Node) -> str:
    return node.text[:60] if isinstance(node, ScalarNode) else ""
