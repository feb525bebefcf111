"""Finding a place in a text by what it means: canonical keys, ids, links."""

from __future__ import annotations

from dataclasses import dataclass

from qualitycircle.findings import Code
from qualitycircle.loading.build import kind_of
from qualitycircle.loading.nodes import Entry, ListNode, MappingNode, Node, ScalarNode
from qualitycircle.loading.phrases import pairs
from qualitycircle.loading.reader import read
from qualitycircle.loading.schemas.shapes import KINDS, ById, Many, Record, Shape
from qualitycircle.vocabulary.keys import key

Step = str | int

SHORT_FORMS = {
    "link": "antagelse",
    "evidence": "kilde",
    "source": "titel",
    "risk": "risiko",
    "framework_part": "krav",
}
"""The key that a block's short form stands for; `navn` for all others."""


class CannotEditError(ValueError):
    """The text cannot be edited at this path without touching something else."""

    def __init__(self, path: tuple[Step, ...], reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        where = " / ".join(str(each) for each in self.path) or "the text"
        return f"Cannot edit {where}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """What was found along a path.

    `written` is the path in the author's own spelling; `missing` the steps that are not there;
    `in_flow` says that the node stands inside braces or brackets.
    """

    root: MappingNode
    node: Node
    shape: Shape | None
    holder: Node | None = None
    entry: Entry | None = None
    written: tuple[Step, ...] = ()
    missing: tuple[Step, ...] = ()
    in_flow: bool = False
    english: bool = False


def locate(text: str, path: tuple[Step, ...]) -> Located:
    """Return what a path leads to, as far as it goes."""
    root, _ = read(text, file="")
    if root is None:
        raise CannotEditError(path, "the text cannot be read")
    kind = kind_of(root)
    shape: Shape | None = KINDS[kind] if kind else None
    first = key(kind, root.entries[0].key.text) if kind else None
    english = bool(first and first.en == root.entries[0].key.text != first.da)
    found = Located(root=root, node=root, shape=shape, in_flow=root.flow, english=english)
    for position, step in enumerate(path):
        inner = _inside(found, step)
        if inner is None:
            return _with_missing(found, path[position:])
        found = inner
    return found


def _with_missing(found: Located, missing: tuple[Step, ...]) -> Located:
    return Located(
        root=found.root,
        node=found.node,
        shape=found.shape,
        holder=found.holder,
        entry=found.entry,
        written=found.written,
        missing=missing,
        in_flow=found.in_flow,
        english=found.english,
    )


def _inside(found: Located, step: Step) -> Located | None:
    node, shape = found.node, found.shape
    if isinstance(node, ListNode):
        if not isinstance(step, int) or not 0 <= step < len(node.items):
            return None
        inner = shape.item if isinstance(shape, Many) else shape
        return _next(found, step, node.items[step], inner, None)
    shape = shape.item if isinstance(shape, Many) else shape
    if not isinstance(node, MappingNode):
        return None
    entry = next((each for each in node.entries if is_same(each.key, str(step), shape)), None)
    if entry is None:
        return None
    return _next(found, entry.key.text, entry.value, _shape_under(shape, str(step)), entry)


def _next(found: Located, step: Step, node: Node, shape: Shape | None, entry: Entry | None) -> Located:
    holder = found.node
    return Located(
        root=found.root,
        node=node,
        shape=shape,
        holder=holder,
        entry=entry,
        written=(*found.written, step),
        in_flow=found.in_flow or (not isinstance(holder, ScalarNode) and holder.flow),
        english=found.english,
    )


def _shape_under(shape: Shape | None, step: str) -> Shape | None:
    if isinstance(shape, Record):
        return shape.fields.get(step)
    return shape.item if isinstance(shape, ById) else None


def is_same(written: ScalarNode, step: str, shape: Shape | None) -> bool:
    """Say whether a key as written is the one meant: any spelling of our keys, any arrow of a link."""
    if written.text == step:
        return True
    if isinstance(shape, Record):
        known = key(shape.section, written.text)
        return known is not None and known.da == step
    if isinstance(shape, ById) and shape.keys == "link":
        one, other = pairs(written.text), pairs(step)
        return not isinstance(one, Code) and one == other
    return False


def spelled(found: Located, name: str) -> str:
    """Return a key of ours in the language the author writes."""
    shape = found.shape.item if isinstance(found.shape, Many) else found.shape
    known = key(shape.section, name) if found.english and isinstance(shape, Record) else None
    return known.en if known else name


def short_key(found: Located) -> str:
    """Return the key that a block written short stands for."""
    shape = found.shape.item if isinstance(found.shape, Many) else found.shape
    name = SHORT_FORMS.get(shape.section, "navn") if isinstance(shape, Record) else "navn"
    return spelled(found, name)


def real_end(text: str, node: Node) -> int:
    """Return where a node's own text ends, without the blank lines and comments that follow."""
    if isinstance(node, MappingNode) and not node.flow and node.entries:
        last = node.entries[-1]
        return max(after_colon(text, last), real_end(text, last.value))
    if isinstance(node, ListNode) and not node.flow and node.items:
        return real_end(text, node.items[-1])
    end = node.span.end
    while end > node.span.start and text[end - 1].isspace():
        end -= 1
    return end


def after_colon(text: str, entry: Entry) -> int:
    """Return where a key's colon ends."""
    return text.index(":", entry.key.span.end) + 1


def line_start(text: str, offset: int) -> int:
    """Return where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Return where the line of an offset ends, before its line break."""
    found = text.find("\n", offset)
    if found < 0:
        return len(text)
    return found - 1 if text[found - 1 : found] == "\r" else found
