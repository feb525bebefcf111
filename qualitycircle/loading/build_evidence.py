"""Nodes to sources and evidence."""

from __future__ import annotations

from qualitycircle.evidence import (
    Evidence,
    EvidenceBase,
    EvidenceType,
    KnowledgeFrom,
    NoEvidence,
    Source,
    Speaks,
    TracingTest,
)
from qualitycircle.findings import Finding
from qualitycircle.loading.fields import Fields, citation, each_of, text_of
from qualitycircle.loading.nodes import Entry, Node
from qualitycircle.loading.phrases import span
from qualitycircle.vocabulary.values import value


def evidence(fields: Fields, key: str = "evidens") -> EvidenceBase:
    """Return the evidence under a key: short, long, several, `ukendt`, or not stated at all."""
    nodes = each_of(fields.get(key))
    if not nodes:
        return NoEvidence.NOT_STATED
    if len(nodes) == 1 and value("unknown", text_of(nodes[0])):
        return NoEvidence.KNOWLEDGE_GAP
    found = tuple(piece for each in nodes if (piece := _piece(each, fields.findings)))
    return found or NoEvidence.NOT_STATED


def _piece(node: Node, findings: list[Finding]) -> Evidence | None:
    fields = Fields(node, findings)
    if fields.short:
        return Evidence(citation=citation(fields.short, node.place), place=node.place)
    cited = fields.citation("kilde")
    if cited is None:
        return None
    kind, test = fields.word("type", "evidence_type"), fields.word("prøve", "tracing_test")
    return Evidence(
        citation=cited,
        speaks=Speaks(fields.word("taler", "speaks") or "for"),
        type=EvidenceType(kind) if kind else None,
        preliminary=fields.is_yes("foreløbig") or False,
        finding=fields.text("fund"),
        test=TracingTest(test) if test else None,
        observed=fields.is_yes("iagttaget"),
        if_true=fields.phrase("hvis_sand", span),
        if_false=fields.phrase("hvis_falsk", span),
        place=node.place,
    )


def source(entry: Entry, findings: list[Finding]) -> Source:
    """Return a source; only a title will do."""
    fields = Fields(entry.value, findings)
    origins = (value("knowledge_from", each) for each in fields.texts("viden_fra"))
    return Source(
        id=entry.key.text,
        name=fields.text("navn"),
        title=fields.short or fields.text("titel"),
        author=fields.text("forfatter"),
        publisher=fields.text("udgiver"),
        year=fields.whole_or_none("år"),
        type=EvidenceType(fields.word("type", "evidence_type") or "unknown"),
        knowledge_from=tuple(KnowledgeFrom(each) for each in origins if each),
        address=fields.text("adresse"),
        superseded_by=fields.id("afløst_af"),
        place=entry.key.place,
    )
