"""Every fixed word of the YAML: the Danish word, and the English one that is the value's name in code.

Each list is closed. Several Danish words may mean one value (the first is the one we write).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.spelling import fold, nearest


class Word(NamedTuple):
    """A fixed word: the Danish we write, the English value, and other words that are accepted."""

    da: str
    en: str
    also: tuple[str, ...] = ()


def _words(*rows: tuple[str, ...]) -> tuple[Word, ...]:
    return tuple(Word(da, en, tuple(also)) for da, en, *also in rows)


VALUES: Mapping[str, tuple[Word, ...]] = {
    "sign": _words(("øger", "increases"), ("mindsker", "decreases")),
    "association": _words(("følges ad", "moves with"), ("modsat", "moves against")),
    "yes_no": _words(("ja", "yes", "true"), ("nej", "no", "false")),
    "status": _words(("i brug", "in use"), ("udkast", "draft")),
    "wanted": _words(("op", "up"), ("ned", "down")),
    "several": _words(("gennemsnit", "mean"), ("alle", "all"), ("mindst en", "any", "mindst én")),
    "speaks": _words(("for", "for"), ("imod", "against"), ("både og", "mixed")),
    "comparison": _words(("mindst", "at least"), ("højst", "at most"), ("præcis", "exactly")),
    "because": _words(("fordi", "because")),
    "and": _words(("og", "and")),
    "unknown": _words(("ukendt", "unknown")),
    "evidence_type": _words(
        ("metadesign", "meta-design"),
        ("randomiseret forsøg", "randomised trial", "lodtrækningsforsøg"),
        ("kvasieksperiment", "quasi-experiment"),
        ("forløbs- og registerstudie", "course or register study"),
        ("tværsnit", "cross-section", "tværsnitsstudie"),
        ("procesevaluering", "process evaluation"),
        ("casestudie", "case study"),
        ("erfaring", "experience"),
        ("ekspertvurdering", "expert assessment"),
        ("brugervurdering", "user assessment"),
        ("ukendt", "unknown"),
    ),
    "knowledge_from": _words(
        ("medarbejdere", "staff", "medarbejder"),
        ("undersøgelser", "studies", "undersøgelse"),
        ("arbejdsgivere", "employers", "arbejdsgiver"),
        ("borgere", "citizens", "borger"),
    ),
    "tracing_test": _words(
        ("svagt tegn", "straw in the wind", "svagt"),
        ("nødvendigt tegn", "necessary", "nødvendigt"),
        ("afgørende tegn", "decisive", "afgørende"),
        ("dobbelt afgørende tegn", "doubly decisive", "dobbelt afgørende"),
    ),
    "indicator_class": _words(
        ("baggrund", "background"),
        ("aktivitet", "activity"),
        ("moderator", "moderator"),
        ("virkning", "outcome", "effekt"),
        ("slutmål", "goal"),
    ),
    "respondent": _words(
        ("borger", "citizen"),
        ("medarbejder", "staff"),
        ("sagsbehandler", "caseworker"),
        ("arbejdsgiver", "employer"),
        ("register", "register"),
        ("system", "system"),
        ("test", "test"),
    ),
    "wording": _words(("udgivet", "published"), ("ikke udgivet", "not published"), ("egen", "own")),
    "computation": _words(
        ("mødt af tilbudt", "attended of offered"),
        ("antal", "count"),
        ("uger", "weeks"),
        ("andel i gang", "share started"),
        ("gennemført", "completed"),
        ("samtidige dage", "simultaneous days"),
        ("uger i forløb", "weeks in course"),
        ("uger før virksomhed", "weeks before company"),
        ("antal sagsbehandlere", "number of caseworkers"),
        ("antal valg", "number of options"),
        ("valgt", "chosen"),
        ("gennemsnit for sagsbehandlerens andre borgere", "mean for the caseworker's other citizens"),
        ("uger med status", "weeks with status"),
    ),
    "assignment": _words(
        ("målt behov", "measured need"),
        ("stabilt behov", "stable need"),
        ("lodtrækning", "randomised"),
        ("kapacitet", "capacity"),
        ("ukendt", "unknown"),
    ),
    "assigned_per": _words(
        ("borger", "citizen"), ("sagsbehandler", "caseworker"), ("hold", "class"), ("enhed", "unit")
    ),
    "setting": _words(
        ("virksomhed", "company"),
        ("jobcenter", "jobcentre"),
        ("udfører", "provider"),
        ("uddannelse", "education"),
        ("behandlingssted", "treatment"),
        ("hjemmet", "home"),
        ("digitalt", "online"),
        ("andet", "other"),
    ),
    "sector": _words(
        ("beskæftigelse", "employment"),
        ("sundhed", "health"),
        ("social", "social"),
        ("uddannelse", "education"),
        ("anden", "other"),
    ),
    "design": _words(
        ("progressionsmåling", "progression measurement"),
        ("mini kontrollerede forsøg", "mini controlled trials", "mini kontrolleret forsøg"),
        ("kontrollerede forsøg", "controlled trial", "kontrolleret forsøg"),
        ("sammenligningsgruppe", "comparison group"),
        ("andet", "other"),
    ),
    "in_whom": _words(
        ("borger", "citizen"),
        ("sagsbehandler", "caseworker"),
        ("medarbejder", "staff"),
        ("arbejdsgiver", "employer"),
        ("virksomhed", "company"),
        ("familie", "family"),
    ),
    "station": _words(
        ("overblik", "overview"),
        ("afgrænsning", "delimitation"),
        ("initiativer", "initiatives"),
        ("måling", "measurement"),
    ),
    "initiative_method": _words(("ny", "new"), ("kendt", "existing", "eksisterende")),
    "effect_unit": _words(("trin", "steps"), ("sd", "sd"), ("procentpoint", "percentage points", "pp")),
    "unit": _words(
        ("%", "percent", "pct.", "pct", "procent"),
        ("trin", "steps"),
        ("sd", "sd"),
        ("procentpoint", "percentage points"),
        ("dage", "days", "dag", "day"),
        ("uger", "weeks", "uge", "week"),
        ("måneder", "months", "måned", "month", "mdr.", "mdr"),
        ("år", "years", "year"),
        ("timer", "hours", "time", "hour"),
        ("gange", "times", "gang"),
        ("målinger", "measurements", "måling", "measurement"),
    ),
    "language": _words(("da", "da"), ("en", "en")),
}

DAYS = {"days": 1, "weeks": 7, "months": 365.25 / 12, "years": 365.25}
"""How many days one of a unit of time is: three months are 91 days."""


@cache
def _by_spelling(list_name: str) -> Mapping[str, Word]:
    found: dict[str, Word] = {}
    for word in VALUES[list_name]:
        for spelling in (word.da, word.en, *word.also):
            found.setdefault(fold(spelling), word)
    return found


def word(list_name: str, text: str) -> Word | None:
    """Return the word of a closed list that a text spells, in Danish, ASCII or English."""
    return _by_spelling(list_name).get(fold(text))


def value(list_name: str, text: str) -> str | None:
    """Return the English value that a text spells, or None.

    >>> value("sign", "oeger")
    'increases'
    """
    found = word(list_name, text)
    return found.en if found else None


def say(list_name: str, value: str, language: Language) -> str:
    """Return a value's word in a language; an unknown value is returned as it is.

    >>> say("sign", "increases", "da")
    'øger'
    """
    found = next((each for each in VALUES[list_name] if each.en == value), None)
    if found is None:
        return value
    return found.da if language == "da" else found.en


def danish(list_name: str) -> tuple[str, ...]:
    """Return the Danish words of a closed list, in their order."""
    return tuple(each.da for each in VALUES[list_name])


def likely(list_name: str, text: str) -> str | None:
    """Return the Danish word that a misspelled text most likely means."""
    every = {spelling: each.da for each in VALUES[list_name] for spelling in (each.da, each.en, *each.also)}
    found = nearest(text, every)
    return every[found] if found else None
