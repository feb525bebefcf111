"""Edits that leave an author's text alone: only what is changed is replaced; comments and layout stay.

A path is a tuple of canonical Danish keys, the author's ids, links (`a -> b`) and positions in lists;
every spelling the author may have used is found. What is written is read again and compared with
what was meant before it is returned; otherwise CannotEditError says why not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import cast

from qualitycircle.loading.located import (
    CannotEditError,
    Located,
    Step,
    after_colon,
    line_end,
    line_start,
    locate,
    real_end,
    short_key,
    spelled,
)
from qualitycircle.loading.nodes import ListNode, MappingNode, Plain, ScalarNode, plain
from qualitycircle.loading.reader import read
from qualitycircle.loading.written import Value, block, inline

Path = tuple[Step, ...]

__all__ = ["CannotEditError", "Path", "Value", "add_item", "add_key", "remove", "rename_key", "set_value"]

_BOM = "\ufeff"


def set_value(text: str, path: Path, value: Value) -> str:
    """Return the text with another value at a path; keys that are not there yet are added."""
    bare = text.removeprefix(_BOM)
    found = locate(bare, path)
    if found.missing:
        inner = reduce(lambda nested, step: {str(step): nested}, reversed(found.missing[1:]), value)
        reached = path[: len(path) - len(found.missing)]
        return add_key(text, reached, str(found.missing[0]), inner)
    edited = _with_value(bare, found, value)
    return _checked(text, edited, path, _set(plain(found.root), found.written, _plain(value)))


def _with_value(text: str, found: Located, value: Value) -> str:
    end = real_end(text, found.node)
    if found.entry is None or found.in_flow:
        return _spliced(text, found.node.span.start, end, inline(value, flow=found.in_flow))
    if isinstance(value, Mapping) and value:
        lines = block("k", value, indent=_indent(found)).partition(":")[2].rstrip("\n")
        return _with_block(text, found, lines)
    if isinstance(found.node, ScalarNode) and not found.node.is_empty:
        return _spliced(text, found.node.span.start, end, inline(value))
    return _with_block(text, found, f" {inline(value)}")


def _with_block(text: str, found: Located, written: str) -> str:
    """Replace everything after a key's colon; a comment on the key's own line stays there."""
    assert found.entry is not None
    start = after_colon(text, found.entry)
    end, line = max(start, real_end(text, found.node)), line_end(text, start)
    head, _, rest = written.partition("\n")
    below = f"\n{rest}" if rest else ""
    if end <= line:
        return _spliced(text, start, line, head + text[end:line] + below)
    is_text = isinstance(found.node, ScalarNode) and not found.node.is_empty
    return _spliced(text, start, end, head + ("" if is_text else text[start:line]) + below)


def _indent(found: Located) -> int:
    return found.entry.key.place.column - 1 if found.entry else 0


def add_key(text: str, path: Path, key: str, value: Value, *, after: str = "") -> str:
    """Return the text with a new key in the block at a path, last or after another key.

    A block written short (`praktik: Praktikophold`) is written out first.
    """
    bare = text.removeprefix(_BOM)
    found = locate(bare, path)
    if found.missing:
        return set_value(text, (*path, key), value)
    node, name = found.node, spelled(found, key)
    if isinstance(node, ScalarNode) and not node.is_empty:
        return add_key(_written_out(text, found), path, key, value, after=after)
    if isinstance(node, ListNode):
        raise CannotEditError((*path, key), "there is a list, not keys")
    edited = _with_key(bare, found, name, value, after)
    return _checked(
        text, edited, (*path, key), _set(plain(found.root), (*found.written, name), _plain(value))
    )


def _with_key(text: str, found: Located, key: str, value: Value, after: str) -> str:
    node = found.node
    entries = node.entries if isinstance(node, MappingNode) else ()
    is_flow = found.in_flow or (isinstance(node, MappingNode) and node.flow)
    written = f"{inline(key, flow=True)}: {inline(value, flow=True)}"
    if not entries and found.entry is not None and not found.in_flow:
        lines = block(key, value, indent=_indent(found) + 2).rstrip("\n")
        return _with_block(text, found, f"\n{lines}")
    if not entries:
        return _spliced(text, node.span.start, node.span.end, "{" + written + "}")
    last = next((each for each in entries if after and each.key.text == after), entries[-1])
    end = max(after_colon(text, last), real_end(text, last.value))
    if is_flow:
        return _spliced(text, end, end, f", {written}")
    lines = block(key, value, indent=entries[0].key.place.column - 1).rstrip("\n")
    end = line_end(text, end)
    return _spliced(text, end, end, f"\n{lines}")


def _written_out(text: str, found: Located) -> str:
    """Return the text with a short form written as the block it stands for, in the author's own words."""
    bare = text.removeprefix(_BOM)
    start, end = found.node.span.start, real_end(bare, found.node)
    own, name = bare[start:end], short_key(found)
    if found.in_flow or found.entry is None:
        edited = _spliced(bare, start, end, "{" + f"{name}: {own}" + "}")
    else:
        margin = " " * (_indent(found) + 2)
        own = own.replace("\n", "\n  ")
        edited = _spliced(bare, after_colon(bare, found.entry), end, f"\n{margin}{name}: {own}")
    expected = _set(plain(found.root), found.written, {name: plain(found.node)})
    return _checked(text, edited, tuple(found.written), expected)


def add_item(text: str, path: Path, value: Value) -> str:
    """Return the text with one more item in the list at a path; one value alone becomes a list of two."""
    bare = text.removeprefix(_BOM)
    found = locate(bare, path)
    if found.missing:
        return set_value(text, path, value)
    if not isinstance(found.node, ListNode):
        alone = cast(Value, plain(found.node))
        return set_value(text, path, value if alone is None else [alone, value])
    expected = _set(plain(found.root), found.written, [*cast(list[Plain], plain(found.node)), _plain(value)])
    return _checked(text, _with_item(bare, found, found.node, value), path, expected)


def _with_item(text: str, found: Located, node: ListNode, value: Value) -> str:
    if not node.items:
        return _spliced(text, node.span.start, node.span.end, f"[{inline(value, flow=True)}]")
    end = real_end(text, node.items[-1])
    if node.flow or found.in_flow:
        return _spliced(text, end, end, f", {inline(value, flow=True)}")
    margin = " " * (node.place.column - 1)
    end = line_end(text, end)
    return _spliced(text, end, end, f"\n{margin}- {inline(value)}")


def remove(text: str, path: Path) -> str:
    """Return the text without the key or item at a path; comments on its own lines go with it.

    The last one in a block leaves `{}` or `[]` behind.
    """
    bare = text.removeprefix(_BOM)
    found = locate(bare, path)
    if found.missing or not found.written or isinstance(found.holder, ScalarNode | None):
        raise CannotEditError(path, "there is no such key")
    spans = _spans(bare, found.holder)
    position = _position(found)
    expected = _without(plain(found.root), found.written)
    if len(spans) == 1:
        edited = _emptied(bare, path, found)
    elif found.holder.flow:
        edited = _without_flow(bare, spans, position)
    else:
        edited = _without_lines(bare, path, *spans[position])
    return _checked(text, edited, path, expected)


def _spans(text: str, holder: MappingNode | ListNode) -> list[tuple[int, int]]:
    """Return where each part of a block begins and ends."""
    if isinstance(holder, ListNode):
        return [(each.span.start, real_end(text, each)) for each in holder.items]
    return [
        (each.key.span.start, max(after_colon(text, each), real_end(text, each.value)))
        for each in holder.entries
    ]


def _position(found: Located) -> int:
    step = found.written[-1]
    if isinstance(step, int) or not isinstance(found.holder, MappingNode):
        return int(step)
    return [each.key.text for each in found.holder.entries].index(step)


def _without_flow(text: str, spans: list[tuple[int, int]], position: int) -> str:
    if position:
        return _spliced(text, spans[position - 1][1], spans[position][1], "")
    return _spliced(text, spans[0][0], spans[1][0], "")


def _without_lines(text: str, path: Path, start: int, end: int) -> str:
    begin = line_start(text, start)
    if text[begin:start].strip(" ") not in {"", "-"}:
        raise CannotEditError(path, "it shares its line with something else")
    if text[begin:start].strip() == "-" and isinstance(path[-1], str):
        raise CannotEditError(path, "it begins a list item")
    after = text.find("\n", line_end(text, end))
    return _spliced(text, begin, len(text) if after < 0 else after + 1, "")


def _emptied(text: str, path: Path, found: Located) -> str:
    above = locate(text, path[:-1])
    nothing = "[]" if isinstance(found.holder, ListNode) else "{}"
    if above.in_flow or (isinstance(above.node, MappingNode | ListNode) and above.node.flow):
        return _spliced(text, above.node.span.start, above.node.span.end, nothing)
    if above.entry is None:
        raise CannotEditError(path, "nothing would be left")
    return _with_block(text, above, f" {nothing}")


def rename_key(text: str, path: Path, new: str) -> str:
    """Return the text with another key (an id, or a link) over the same value."""
    bare = text.removeprefix(_BOM)
    found = locate(bare, path)
    if found.missing or found.entry is None:
        raise CannotEditError(path, "there is no such key")
    span = found.entry.key.span
    edited = _spliced(bare, span.start, span.end, inline(new, flow=found.in_flow))
    return _checked(text, edited, path, _renamed(plain(found.root), found.written, new))


def _spliced(text: str, start: int, end: int, new: str) -> str:
    if "\r\n" in text:
        new = new.replace("\n", "\r\n")
    return text[:start] + new + text[end:]


def _checked(text: str, edited: str, path: Path, expected: Plain) -> str:
    """Return the edited text when it says exactly what was meant."""
    before = read(text, file="")[1]
    node, findings = read(edited, file="")
    if node is None or len(findings) > len(before) or plain(node) != expected:
        raise CannotEditError(path, "the text around it would mean something else")
    return (_BOM if text.startswith(_BOM) else "") + edited


def _plain(value: Value) -> Plain:
    """Return a value as it is read back."""
    match value:
        case bool():
            return "ja" if value else "nej"
        case str() | int() | float():
            return value
        case Mapping():
            return {key: _plain(each) for key, each in value.items()}
        case _:
            return [_plain(each) for each in value]


def _set(whole: Plain, path: tuple[Step, ...], value: Plain) -> Plain:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(whole, list) and isinstance(step, int):
        return [_set(each, rest, value) if at == step else each for at, each in enumerate(whole)]
    inner = whole if isinstance(whole, dict) else {}
    return {**inner, str(step): _set(inner.get(str(step)), rest, value)}


def _without(whole: Plain, path: tuple[Step, ...]) -> Plain:
    step, rest = path[0], path[1:]
    if isinstance(whole, list):
        kept = enumerate(whole)
        if not rest:
            return [each for at, each in kept if at != step]
        return [_without(each, rest) if at == step else each for at, each in kept]
    assert isinstance(whole, dict)
    if not rest:
        return {key: each for key, each in whole.items() if key != step}
    return {key: _without(each, rest) if key == step else each for key, each in whole.items()}


def _renamed(whole: Plain, path: tuple[Step, ...], new: str) -> Plain:
    step, rest = path[0], path[1:]
    if isinstance(whole, list):
        return [_renamed(each, rest, new) if at == step else each for at, each in enumerate(whole)]
    assert isinstance(whole, dict)
    if not rest:
        return {new if key == step else key: each for key, each in whole.items()}
    return {key: _renamed(each, rest, new) if key == step else each for key, each in whole.items()}
