"""From text to values: read, fold, hold against the schema, build. Findings from every step.

A value is returned whenever the text can be read at all, so that one mistake does not hide the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from qualitycircle.findings import Fact, Finding, error, in_reading_order
from qualitycircle.loading import build_catalogue, build_settings, build_theory
from qualitycircle.loading.canonical import canonical, mended
from qualitycircle.loading.fields import Fields
from qualitycircle.loading.library import Shared
from qualitycircle.loading.nodes import ListNode, MappingNode, Node, ScalarNode, with_snippets
from qualitycircle.loading.reader import read
from qualitycircle.loading.schemas.shapes import FIRST_KEYS, KINDS
from qualitycircle.loading.structure import structure
from qualitycircle.project import Settings
from qualitycircle.theory import Status, Theory
from qualitycircle.vocabulary.cpr import without_cpr
from qualitycircle.vocabulary.keys import key
from qualitycircle.vocabulary.spelling import nearest

QC228 = error("QC228")

_SOFT_IN_A_DRAFT = {"QC202", "QC214"}
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text that has been read: its nodes (None when it cannot be read), and what is wrong with it."""

    file: str
    text: str
    node: MappingNode | None
    findings: tuple[Finding, ...] = ()

    @property
    def kind(self) -> str | None:
        """Return what the first key says the file is: theory, catalogue or project."""
        return kind_of(self.node) if self.node else None


def written(text: str | bytes, *, file: str) -> Written:
    """Return a text as read, once, whatever it may be."""
    node, findings = read(text, file=file)
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    shown = without_cpr(plain.removeprefix("\ufeff"))
    return Written(file=file, text=shown, node=node, findings=findings)


def kind_of(node: MappingNode) -> str | None:
    """Return what a file's first key says it is: theory, catalogue or project."""
    first = node.entries[0].key.text if node.entries else ""
    for danish, kind in FIRST_KEYS.items():
        found = key(kind, first)
        if found and found.da == danish:
            return kind
    return None


def theory_from_text(
    text: str | bytes, *, file: str = "teori.yml", catalogues: Sequence[Shared] | None = None
) -> tuple[Theory | None, tuple[Finding, ...]]:
    """Return the theory a text tells, and everything wrong with the text.

    `catalogues` is what theories share; None means it is not known, so that moderators and
    activities without a name are taken on trust.
    """
    return theory_from(written(text, file=file), catalogues)


def theory_from(
    source: Written, catalogues: Sequence[Shared] | None
) -> tuple[Theory | None, tuple[Finding, ...]]:
    """Return the theory of a text that has been read."""
    found, findings = _built(
        source, "theory", lambda node, fields: build_theory.theory(node, fields, catalogues)
    )
    if found is not None and found.status is Status.DRAFT:
        findings = tuple(
            replace(each, softened=True) if each.code.id in _SOFT_IN_A_DRAFT else each for each in findings
        )
    return found, findings


def catalogue_from_text(
    text: str | bytes, *, file: str = "katalog.yml"
) -> tuple[Shared | None, tuple[Finding, ...]]:
    """Return the catalogue in a text, with the activities and moderators it shares."""
    return catalogue_from(written(text, file=file))


def catalogue_from(source: Written) -> tuple[Shared | None, tuple[Finding, ...]]:
    """Return the catalogue of a text that has been read."""
    return _built(source, "catalogue", build_catalogue.shared)


def settings_from_text(
    text: str | bytes, *, file: str = "circle.yml"
) -> tuple[Settings | None, tuple[Finding, ...]]:
    """Return what a `circle.yml` says."""
    return settings_from(written(text, file=file))


def settings_from(source: Written) -> tuple[Settings | None, tuple[Finding, ...]]:
    """Return the settings in a text that has been read."""
    return _built(source, "project", build_settings.settings)


def _built(
    source: Written, kind: str, build: Callable[[MappingNode, Fields], T]
) -> tuple[T | None, tuple[Finding, ...]]:
    if source.node is None:
        return None, source.findings
    findings = list(source.findings)
    if source.kind != kind:
        return None, _in_order([*findings, unknown_kind(source.node, kind)], source.text)
    value = build_node(source.node, kind, build, findings)
    return value, _in_order(findings, source.text)


def build_node(
    node: MappingNode, kind: str, build: Callable[[MappingNode, Fields], T], findings: list[Finding]
) -> T:
    """Return the value of a read text, adding what is wrong to the findings."""
    folded, twice = canonical(node, KINDS[kind])
    assert isinstance(folded, MappingNode)
    wrong = structure(folded, kind)
    findings += [*twice, *wrong]
    if any(each.code.id == "QC201" for each in wrong):
        folded = mended(folded, KINDS[kind])
        assert isinstance(folded, MappingNode)
    value = build(folded, Fields(folded, findings))
    if findings:
        findings[:] = _as_spelled(findings, node, folded)
    return value


def _as_spelled(findings: list[Finding], node: MappingNode, folded: MappingNode) -> list[Finding]:
    """Return findings that name a key as the author spells it, in English or without æ, ø and å."""
    written = {each.place: each.text for each in _keys(node)}
    spelled: dict[str, str] = {}
    for each in _keys(folded):
        spelled.setdefault(each.text, written.get(each.place, each.text))
    return [
        replace(each, facts={**each.facts, "key": spelled[name]})
        if isinstance(name := each.facts.get("key"), str) and spelled.get(name, name) != name
        else each
        for each in findings
    ]


def _keys(node: Node) -> Iterator[ScalarNode]:
    for each in node.entries if isinstance(node, MappingNode) else ():
        yield each.key
        yield from _keys(each.value)
    for item in node.items if isinstance(node, ListNode) else ():
        yield from _keys(item)


def unknown_kind(node: MappingNode, expected: str = "") -> Finding:
    """Return the finding for a file whose first key does not say what it is."""
    first = node.entries[0].key if node.entries else None
    text = first.text if first else ""
    guess = nearest(text, FIRST_KEYS)
    firsts = tuple(each for each, kind in FIRST_KEYS.items() if expected in ("", kind))
    facts: dict[str, Fact] = {"key": text, "known": firsts}
    if guess:
        facts["suggestion"] = guess
    return Finding(code=QC228, place=first.place if first else node.place, facts=facts)


def _in_order(findings: list[Finding], text: str) -> tuple[Finding, ...]:
    return with_snippets(in_reading_order(findings), text)
