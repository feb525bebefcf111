"""Nodes to links and moderators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qualitycircle.findings import Finding, error
from qualitycircle.loading.build_elements import QC221, checked_id, named_by_id, promise, said
from qualitycircle.loading.build_evidence import evidence
from qualitycircle.loading.fields import Fields, each_of
from qualitycircle.loading.nodes import Entry, Node, ScalarNode
from qualitycircle.loading.phrases import QC215, Pair, claim, condition, pairs, smallest
from qualitycircle.theory import Attachment, Expected, Link, Moderator, Several, Sign

QC225 = error("QC225")

_EXPECTED = {
    "styrker": Expected.STRENGTHENS,
    "svækker": Expected.WEAKENS,
    "kræves_for": Expected.REQUIRED,
}


def links(fields: Fields) -> tuple[Link, ...]:
    """Return the links in the author's order; a pair written twice is a finding, and the first stays."""
    found: dict[tuple[str, str], Link] = {}
    for entry in fields.items("sammenhænge"):
        for link in _links(entry, fields):
            first = found.setdefault(link.pair, link)
            if first is not link:
                fields.find(QC225, entry.key.place, link=link.id, line=first.place.line)
    return tuple(found.values())


def _links(entry: Entry, outer: Fields) -> Iterator[Link]:
    found = _pairs(entry.key, outer)
    fields = Fields(entry.value, outer.findings)
    for each in found:
        yield _link(each, entry, fields)
        fields = Fields(entry.value, [])


def _pairs(node: Node, fields: Fields) -> tuple[Pair, ...]:
    """Return the pairs a text names; several at once is the old form, read on but reported."""
    found = fields.read(node, pairs, key="sammenhænge") or ()
    if len(found) > 1:
        lines = "; ".join(f"{each.cause} {each.relation.value} {each.effect}" for each in found)
        fields.find(QC215, node.place, links=lines)
    return found


def _link(pair: Pair, entry: Entry, fields: Fields) -> Link:
    claimed = entry.value if isinstance(entry.value, ScalarNode) else fields.get("antagelse")
    read = fields.read(claimed, lambda text: claim(text, pair.relation), key="antagelse") if claimed else None
    sign, because = read or (Sign.UP, "")
    lags = tuple(
        each.value
        for each in each_of(fields.get("ses_efter"))
        if isinstance(each, ScalarNode) and isinstance(each.value, int)
    )
    return Link(
        cause=pair.cause,
        effect=pair.effect,
        relation=pair.relation,
        sign=sign,
        because=because,
        seen_after=lags or (1,),
        declared_lag=bool(lags),
        within=fields.duration("inden_for"),
        smallest=fields.phrase("mindste_virkning", smallest),
        when=fields.text("hvornår"),
        applies_to=fields.text("gælder_for"),
        source=fields.citation("kilde"),
        evidence=evidence(fields),
        questions=fields.texts("vidensspørgsmål"),
        place=entry.key.place,
    )


def moderators(fields: Fields, library: Mapping[str, Moderator] | None) -> tuple[Moderator, ...]:
    """Return the moderators; one without a name of its own is the library's, and so are a bundle's parts."""
    own = tuple(moderator(each, fields.findings, library) for each in fields.items("moderatorer"))
    known = {each.id for each in own}
    parts = ((library or {}).get(part) for each in own for part in each.consists_of if part not in known)
    return (*own, *dict.fromkeys(replace(each, from_library=True) for each in parts if each))


def moderator(entry: Entry, findings: list[Finding], library: Mapping[str, Moderator] | None) -> Moderator:
    """Return one moderator and the links it sits on."""
    fields = Fields(entry.value, findings)
    own = Moderator(
        id=checked_id(entry, fields),
        name=fields.short or fields.text("navn"),
        attachments=tuple(_attachments(fields)),
        requirement=fields.text("krav"),
        responsible=", ".join(fields.texts("ansvarlig")),
        domain=fields.text("område"),
        direction=fields.text("retning"),
        indicators=fields.ids("indikatorer"),
        indicator_places=fields.id_places("indikatorer"),
        several=Several(fields.word("flere_indikatorer", "several") or "mean"),
        met_when=fields.phrase("opfyldt", condition),
        promised=promise(fields.get("lovet"), findings),
        smallest_difference=fields.phrase("mindste_forskel", smallest),
        consists_of=fields.ids("består_af"),
        when=fields.text("hvornår"),
        applies_to=fields.text("gælder_for"),
        source=fields.citation("kilde"),
        evidence=evidence(fields),
        questions=fields.texts("vidensspørgsmål"),
        place=entry.key.place,
    )
    return own if own.name else _from_library(own, library, fields)


def _from_library(own: Moderator, library: Mapping[str, Moderator] | None, fields: Fields) -> Moderator:
    shared = (library or {}).get(own.id)
    if shared is None:
        if library is not None:
            fields.find(QC221, own.place, id=own.id)
        return replace(own, name=named_by_id(own.id))
    return replace(shared, **said(own, Moderator(id=own.id, name="")), from_library=True)


def _attachments(fields: Fields) -> Iterator[Attachment]:
    for key, expected in _EXPECTED.items():
        for each in each_of(fields.get(key)):
            for pair in _pairs(each, fields):
                yield Attachment(link=pair.link, expected=expected, relation=pair.relation, place=each.place)
