"""Where every page and every section lives: ASCII, stable, the same from build to build."""

from __future__ import annotations

import re

from qualitycircle.rendering.picture.anchors import slug as slug
from qualitycircle.vocabulary.language import Language, Text

_THEORIES = Text("teorier", "theories")
_CITIZENS = Text("til-borgeren", "for-citizens")
_INDICATORS = Text("indikatorer", "indicators")
_ROUNDS = Text("omgange", "rounds")
_MODERATORS = Text("moderatorer", "moderators")
_GLOSSARY = Text("ordliste", "glossary")
_UNFOLDED = Text("udfoldet", "unfolded")
_OVERVIEW = Text("overblik", "overview")
_GAPS = Text("videnshuller", "knowledge-gaps")
_LABORATORY = Text("laboratoriet", "laboratory")
_SOURCES = Text("kilder", "sources")
_KEYS = Text("noegler", "keys")
_CODES = Text("koder", "codes")


def overview() -> str:
    return "index.md"


def second_overview(language: Language) -> str:
    """Return where the overview lies when the front page is the author's own."""
    return f"{_OVERVIEW.say(language)}.md"


def theories(language: Language) -> str:
    return f"{_THEORIES.say(language)}/index.md"


def theory(id: str, language: Language) -> str:
    return f"{_THEORIES.say(language)}/{slug(id)}.md"


def citizen_text(id: str, language: Language) -> str:
    return f"{_CITIZENS.say(language)}/{slug(id)}.md"


def unfolded(id: str, language: Language) -> str:
    """Return the analyst's page of a theory: its generated graph."""
    return f"{_UNFOLDED.say(language)}/{slug(id)}.md"


def unfolded_picture(id: str) -> str:
    """Return the name of the generated graph among the pictures; no theory's own picture has it."""
    return f"{slug(id)}--unfolded"


def indicators(language: Language) -> str:
    return f"{_INDICATORS.say(language)}/index.md"


def indicator(id: str, language: Language) -> str:
    return f"{_INDICATORS.say(language)}/{slug(id)}.md"


def rounds(language: Language) -> str:
    return f"{_ROUNDS.say(language)}/index.md"


def round_of(theory_id: str, number: int, language: Language) -> str:
    return f"{_ROUNDS.say(language)}/{slug(theory_id)}-{number}.md"


def moderators(language: Language) -> str:
    return f"{_MODERATORS.say(language)}.md"


def glossary(language: Language) -> str:
    return f"{_GLOSSARY.say(language)}.md"


def gaps(language: Language) -> str:
    return f"{_GAPS.say(language)}.md"


def laboratory(language: Language) -> str:
    return f"{_LABORATORY.say(language)}.md"


def sources(language: Language) -> str:
    return f"{_SOURCES.say(language)}.md"


def keys(language: Language) -> str:
    return f"{_KEYS.say(language)}.md"


def codes(language: Language) -> str:
    return f"{_CODES.say(language)}.md"


def track_anchor(id: str) -> str:
    return f"track-{slug(id)}"


def section_anchor(name: str) -> str:
    """Return the anchor of a fixed section; no element can have it, whatever its id."""
    return f"section-{name}"


def element_anchor(id: str) -> str:
    """Return the anchor that the picture leads to (`rendering.picture.anchors`)."""
    return slug(id)


def moderator_anchor(id: str) -> str:
    return f"moderator-{slug(id)}"


def moderator_part(id: str, part: str) -> str:
    """Return the anchor of a part of a moderator's section."""
    return f"part-{part}-moderator-{slug(id)}"


def source_anchor(id: str) -> str:
    return f"source-{slug(id)}"


def link_anchor(link_id: str) -> str:
    """Return the anchor of a link's section from its id `a -> b` or `a ~ b`.

    >>> link_anchor("fremmøde -> motivation")
    'fremmoede--motivation'
    """
    return "--".join(slug(each) for each in re.split(" (?:->|~) ", link_id))


def link_part(link_id: str, part: str) -> str:
    """Return the anchor of a part of a link's section; a search leads to the section as a whole."""
    return f"part-{part}-{link_anchor(link_id)}"
