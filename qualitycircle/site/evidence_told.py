"""What a claim rests on: evidence for and against, as a list (Kongsgaard s3-6: flat, never ranked)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from qualitycircle.evidence import Evidence, EvidenceBase, EvidenceType, NoEvidence, Speaks
from qualitycircle.rendering.tracing import odds_text
from qualitycircle.site.markup import bullets, plain
from qualitycircle.site.sheet import Sheet
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.words import site as words

_SPEAKS = {
    Speaks.FOR: words.EVIDENCE_FOR,
    Speaks.AGAINST: words.EVIDENCE_AGAINST,
    Speaks.MIXED: words.EVIDENCE_MIXED,
}


def evidence(sheet: Sheet, base: EvidenceBase) -> str:
    """Return the evidence, that it is a knowledge gap, or that nobody has said."""
    match base:
        case NoEvidence.KNOWLEDGE_GAP:
            return sheet.say(words.EVIDENCE_GAP)
        case NoEvidence.NOT_STATED:
            return sheet.say(words.EVIDENCE_NOT_STATED)
        case tuple() as found:
            listed = bullets(_one(sheet, each) for each in found)
            moved = odds_text(found, sheet.language)
            return f"{listed}\n\n{plain(moved)}" if moved else listed
        case _:
            assert_never(base)


def _one(sheet: Sheet, evidence: Evidence) -> str:
    notes = ", ".join(_notes(sheet, evidence))
    beside = f" ({plain(notes)})" if notes else ""
    finding = f": {plain(evidence.finding)}" if evidence.finding else ""
    return f"{sheet.say(_SPEAKS[evidence.speaks])} – {sheet.cited(evidence.citation)}{beside}{finding}"


def _notes(sheet: Sheet, evidence: Evidence) -> Iterable[str]:
    """Return the kind of evidence, and how decisive a finding of this sort would be."""
    language = sheet.language
    if evidence.type is EvidenceType.UNKNOWN:
        yield sheet.say(words.TYPE_UNKNOWN)
    elif evidence.type:
        yield values.say("evidence_type", evidence.type.value, language)
    if evidence.preliminary:
        yield sheet.say(words.PRELIMINARY)
    if evidence.test:
        yield values.say("tracing_test", evidence.test.value, language)
    if evidence.observed is not None:
        yield sheet.say(words.OBSERVED if evidence.observed else words.NOT_OBSERVED)
    for span, text in ((evidence.if_true, words.IF_TRUE), (evidence.if_false, words.IF_FALSE)):
        if span is not None:
            low, high = (f"{round(100 * end):d}" for end in span)
            yield sheet.say(text, low=low, high=high)
