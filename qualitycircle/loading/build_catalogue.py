"""Nodes to a catalogue: scales, indicators, target groups, and shared activities and moderators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qualitycircle.findings import Code, Fact, Finding, error
from qualitycircle.indicators import (
    Appraisal,
    Catalogue,
    Computation,
    DocumentedRelation,
    Event,
    Indicator,
    IndicatorClass,
    Quality,
    Reliability,
    Respondent,
    Scale,
    TargetGroupCode,
    Wording,
)
from qualitycircle.loading.build_elements import activity, checked_id, named_by_id
from qualitycircle.loading.build_evidence import source
from qualitycircle.loading.build_links import moderator
from qualitycircle.loading.fields import Fields, each_of, entries, text_of
from qualitycircle.loading.library import Shared
from qualitycircle.loading.nodes import Entry, MappingNode, Node, ScalarNode
from qualitycircle.loading.phrases import number, reasoned, smallest
from qualitycircle.loading.structure import QC207, QC208
from qualitycircle.vocabulary.values import danish, likely, value

QC230 = error("QC230")

_NOT_OF_A_COMPUTED = (
    "skala",
    "respondent",
    "ordlyd",
    "spørgsmål",
    "pålidelighed",
    "dokumenteret_sammenhæng",
    "kvalitet",
    "trin",
)
"""What a computed indicator does not take from `fælles`: nobody is asked, and it is another sign."""


def shared(node: MappingNode, fields: Fields) -> Shared:
    """Return everything a folded catalogue file holds."""
    findings = fields.findings
    scales = tuple(scale(each, findings) for each in fields.items("skalaer"))
    return Shared(
        catalogue=Catalogue(
            id=fields.id("katalog"),
            name=fields.text("navn"),
            version=fields.whole("version", 1),
            source=fields.citation("kilde"),
            total=_totals(fields),
            domains={each.key.text: text_of(each.value) for each in fields.items("områder")},
            scales=scales,
            indicators=indicators(fields),
            target_groups=tuple(_target_group(each) for each in fields.items("målgrupper")),
            sources=tuple(source(each, findings) for each in fields.items("kilder")),
            place=node.place,
        ),
        activities=tuple(activity(each, findings, None) for each in fields.items("delindsatser")),
        moderators=tuple(moderator(each, findings, None) for each in fields.items("moderatorer")),
    )


def _totals(fields: Fields) -> Mapping[Respondent, int]:
    inner = fields.within("antal_i_alt")
    found: dict[Respondent, int] = {}
    for each in fields.items("antal_i_alt"):
        respondent = value("respondent", each.key.text)
        if respondent:
            found[Respondent(respondent)] = inner.whole(each.key.text, 0)
            continue
        facts: dict[str, Fact] = {"key": "antal_i_alt", "text": each.key.text[:60]}
        if guess := likely("respondent", each.key.text):
            facts["suggestion"] = guess
        fields.find(QC207, each.key.place, known=danish("respondent"), **facts)
    return found


def scale(entry: Entry, findings: list[Finding]) -> Scale:
    """Return a scale; named steps are counted from 1 unless `fra` says otherwise."""
    fields = Fields(entry.value, findings)
    steps = fields.texts("trin")
    low = fields.phrase("fra", number)
    high = fields.phrase("til", number)
    if steps:
        low = 1.0 if low is None else low
        high = low + len(steps) - 1
    return Scale(
        id=entry.key.text,
        low=low,
        high=high,
        steps=steps,
        options=fields.texts("valg"),
        unit=fields.text("enhed"),
        high_means=fields.text("høj_betyder"),
        place=entry.key.place,
    )


def indicators(fields: Fields) -> tuple[Indicator, ...]:
    """Return a catalogue's indicators, each filled up from `fælles`."""
    usual = entries(fields.get("fælles"))
    catalogue = fields.id("katalog")
    found = tuple(
        replace(indicator(_filled(each, usual), fields.findings), catalogue=catalogue)
        for each in fields.items("indikatorer")
    )
    return tuple(_answered_by(each, found) for each in found)


def _filled(entry: Entry, usual: tuple[Entry, ...]) -> Entry:
    """Return an indicator's entry with what `fælles` says and it does not."""
    own = entries(entry.value)
    if isinstance(entry.value, ScalarNode) and entry.value.text.strip():
        own = (Entry(key=replace(entry.key, text="navn"), value=entry.value),)
    stated = {each.key.text for each in own}
    if "beregnes" in stated:
        stated |= set(_NOT_OF_A_COMPUTED)
    added = tuple(each for each in usual if each.key.text not in stated)
    node = MappingNode(entries=(*own, *added), place=entry.value.place, span=entry.value.span)
    return Entry(key=entry.key, value=node)


def _answered_by(each: Indicator, found: tuple[Indicator, ...]) -> Indicator:
    """A computed indicator is answered by those who answered what it is computed of, else by the system."""
    if each.computed is None or each.respondent is not None:
        return each
    origin = next((other for other in found if other.id in each.of), None)
    return replace(each, respondent=origin.respondent if origin else Respondent.SYSTEM)


def indicator(entry: Entry, findings: list[Finding]) -> Indicator:
    """Return one indicator."""
    fields = Fields(entry.value, findings)
    kind = fields.word("klasse", "indicator_class")
    respondent = fields.word("respondent", "respondent")
    wording = fields.word("ordlyd", "wording")
    computed = fields.word("beregnes", "computation")
    return Indicator(
        id=checked_id(entry, fields),
        name=fields.text("navn") or named_by_id(entry.key.text),
        indicator_class=IndicatorClass(kind) if kind else None,
        respondent=Respondent(respondent) if respondent else None,
        domain=fields.id("område"),
        domain_presumed=fields.id("område_formodet"),
        scale_id=fields.id("skala"),
        steps=_criteria(fields),
        question=fields.text("spørgsmål"),
        wording=Wording(wording) if wording else None,
        every=fields.duration("hver"),
        period=fields.duration("periode"),
        wanted_up=fields.word("ønsket", "wanted") != "down",
        wanted_declared=fields.word("ønsket", "wanted") is not None,
        influenceable=fields.is_yes("påvirkelig"),
        reliability=_reliability(fields),
        documented=_documented(fields),
        quality=_quality(fields.within("kvalitet")),
        smallest=fields.phrase("mindste_virkning", smallest),
        instrument=fields.text("redskab"),
        computed=Computation(computed) if computed else None,
        of=fields.ids("af"),
        option=fields.text("valg"),
        status=fields.text("status"),
        event=_event(fields.get("hændelse"), findings),
        source=fields.citation("kilde"),
        place=entry.key.place,
    )


def _criteria(fields: Fields) -> Mapping[int, tuple[str, ...]]:
    """Return the anchor criteria of each step: one per line, word for word."""
    found: dict[int, tuple[str, ...]] = {}
    for entry in fields.items("trin"):
        step = entry.key.text
        if not step.lstrip("-").isdigit() or len(step) > 4:
            fields.find(QC230, entry.key.place, text=step[:60])
            continue
        lines = (each.strip() for each in text_of(entry.value).splitlines())
        found[int(step)] = tuple(each for each in lines if each)
    return found


def _reliability(fields: Fields) -> Reliability:
    return fields.phrase("pålidelighed", _read_reliability) or Reliability()


def _read_reliability(text: str) -> Reliability | Code:
    split = reasoned(text)
    if isinstance(split, Code):
        return split
    if value("unknown", split.value):
        return Reliability(because=split.because)
    found = number(split.value)
    if isinstance(found, Code):
        return found
    return Reliability(value=found, because=split.because) if 0 < found <= 1 else QC208


def _documented(fields: Fields) -> tuple[DocumentedRelation, ...]:
    nodes = each_of(fields.get("dokumenteret_sammenhæng"))
    return tuple(found for each in nodes if (found := _relation(each, fields.findings)))


def _relation(node: Node, findings: list[Finding]) -> DocumentedRelation | None:
    """Return a documented relation; one without what it is to or a source is the schema's finding."""
    fields = Fields(node, findings)
    to, cited = fields.text("med"), fields.citation("kilde")
    if not to or cited is None:
        return None
    preliminary = fields.is_yes("foreløbig") or False
    return DocumentedRelation(to=to, citation=cited, preliminary=preliminary, place=node.place)


def _quality(fields: Fields) -> Quality:
    return Quality(
        precise=fields.phrase("præcis", _appraisal),
        relevant=fields.phrase("relevant", _appraisal),
        sufficient=fields.phrase("tilstrækkelig", _appraisal),
    )


def _appraisal(text: str) -> Appraisal | Code:
    split = reasoned(text)
    if isinstance(split, Code):
        return split
    said = value("yes_no", split.value)
    return Appraisal(holds=said == "yes", text=split.because) if said else Appraisal(text=text)


def _event(node: Node | None, findings: list[Finding]) -> Event | None:
    if node is None:
        return None
    fields = Fields(node, findings)
    return Event(
        status=fields.text("status"),
        income=fields.is_yes("indkomst"),
        industry=fields.text("branche"),
        weeks_in_a_row=fields.whole("uger_i_træk", 1),
    )


def _target_group(entry: Entry) -> TargetGroupCode:
    fields = Fields(entry.value, [])
    return TargetGroupCode(
        id=entry.key.text,
        name=fields.short or fields.text("navn") or named_by_id(entry.key.text),
        valid_from=fields.whole_or_none("gælder_fra"),
        valid_to=fields.whole_or_none("gælder_til"),
        place=entry.key.place,
    )
