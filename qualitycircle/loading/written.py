"""Values as YAML text: the plainest way of writing that is read back as the same value."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from qualitycircle.loading.nodes import ListNode, MappingNode, ScalarNode
from qualitycircle.loading.reader import read

Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]


def inline(value: Value, *, flow: bool = False) -> str:
    """Return a value on one line; `flow` when it will stand inside braces or brackets.

    >>> inline("øger, fordi a lærer af b"), inline(["a", "b"]), inline("80: 20")
    ('øger, fordi a lærer af b', '[a, b]', "'80: 20'")
    """
    match value:
        case bool():
            return "ja" if value else "nej"
        case str():
            return _text(value, flow=flow)
        case int() | float():
            return str(value)
        case Mapping():
            inner = (f"{inline(key, flow=True)}: {inline(each, flow=True)}" for key, each in value.items())
            return "{" + ", ".join(inner) + "}"
        case _:
            return "[" + ", ".join(inline(each, flow=True) for each in value) + "]"


def block(key: str, value: Value, *, indent: int) -> str:
    """Return a key and its value as lines, indented, each with its line break.

    A mapping of several keys gets a line for each; a list of texts with commas too.
    """
    margin = " " * indent
    name = inline(key)
    if isinstance(value, Mapping) and value:
        inner = "".join(block(each, part, indent=indent + 2) for each, part in value.items())
        return f"{margin}{name}:\n{inner}"
    if _needs_lines(value):
        assert not isinstance(value, str | int | float | bool | Mapping)
        return f"{margin}{name}:\n" + "".join(f"{margin}  - {inline(each)}\n" for each in value)
    return f"{margin}{name}: {inline(value)}\n"


def _needs_lines(value: Value) -> bool:
    if isinstance(value, str | int | float | bool | Mapping):
        return False
    return any(isinstance(each, Mapping) or (isinstance(each, str) and len(each) > 20) for each in value)


def _text(text: str, *, flow: bool) -> str:
    if _is_plain(text, flow=flow):
        return text
    if "\n" in text or not text.isprintable():
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, *, flow: bool) -> bool:
    """Say whether a text without quotes is read back as itself, with nothing to find."""
    if "\n" in text or "\r" in text:
        return False
    node, findings = read(f"k: [{text}]\n" if flow else f"k: {text}\n", file="")
    if node is None or findings or len(node.entries) != 1:
        return False
    found = node.entries[0].value
    if flow and isinstance(found, ListNode) and len(found.items) == 1:
        found = found.items[0]
    return isinstance(found, ScalarNode) and not isinstance(found, MappingNode) and found.value == text
