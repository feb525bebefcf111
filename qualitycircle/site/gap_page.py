"""What nobody knows yet, theory by theory: the conference's question of knowledge gaps (New Insight s2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qualitycircle.evidence import NoEvidence
from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents
from qualitycircle.site.markup import bullets, heading, page, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.site.theory_page import questions
from qualitycircle.theory import FrameworkPart, Link, Theory
from qualitycircle.vocabulary.words import reference as words
from qualitycircle.vocabulary.words import site


def gaps(contents: Contents) -> str:
    """Return the report of knowledge gaps: counted for all theories, then told one by one."""
    sheet = Sheet(contents, addresses.gaps(contents.language))
    theories = contents.project.theories
    return page(
        (
            f"# {sheet.say(site.KNOWLEDGE_GAPS)}",
            sheet.say(words.GAPS_LEAD),
            _counted(sheet, theories) if theories else "",
            *(block for each in theories for block in _theory(sheet, each)),
        )
    )


def stated_gaps(theory: Theory) -> tuple[Link, ...]:
    """Return the links of which the authors say that the evidence is unknown."""
    return tuple(each for each in theory.links if each.evidence is NoEvidence.KNOWLEDGE_GAP)


def silent(theory: Theory) -> tuple[Link, ...]:
    """Return the links with neither source nor evidence, of which nobody says anything."""
    return tuple(
        each for each in theory.links if each.evidence is NoEvidence.NOT_STATED and each.source is None
    )


def unfounded(theory: Theory) -> tuple[FrameworkPart, ...]:
    """Return the requirements with neither evidence nor an alternative (Kongsgaard s2)."""
    return tuple(
        each
        for each in theory.framework
        if each.evidence in ("", "ukendt", "unknown") and not each.alternative
    )


def _counted(sheet: Sheet, theories: Iterable[Theory]) -> str:
    head = (site.THEORY, words.LINKS, words.QUESTIONS, words.UNKNOWN_EVIDENCE, words.NOTHING_STATED)
    rows = (
        (
            sheet.link(plain(each.title), sheet.path, addresses.slug(each.id)),
            str(len(each.links)),
            str(len(list(questions(sheet, each)))),
            str(len(stated_gaps(each))),
            str(len(silent(each))),
        )
        for each in theories
    )
    return table([sheet.say(each) for each in head], rows)


def _theory(sheet: Sheet, theory: Theory) -> Iterable[str]:
    asked = list(questions(sheet, theory))
    requirements = [plain(each.requirement) for each in unfounded(theory)]
    unknown, nothing = stated_gaps(theory), silent(theory)
    yield heading(2, sheet.to_theory(theory), addresses.slug(theory.id))
    yield from _listed(sheet.say(words.QUESTIONS), asked)
    yield from _listed(sheet.say(words.UNKNOWN_EVIDENCE), [sheet.to_link(theory, each) for each in unknown])
    yield from _listed(sheet.say(words.NOTHING_STATED), [sheet.to_link(theory, each) for each in nothing])
    yield from _listed(sheet.say(words.UNFOUNDED_REQUIREMENTS), requirements)
    if not (asked or unknown or nothing or requirements):
        yield sheet.say(words.ALL_STATED)


def _listed(title: str, items: Sequence[str]) -> Iterable[str]:
    if items:
        yield f"**{title}**"
        yield bullets(items)
