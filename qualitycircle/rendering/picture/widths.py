"""How wide a text is in Arial, so that a box can be made to fit before anything draws it.

The widths are those of Liberation Sans, which was made with Arial's: thousandths of the font size.
A layout engine's own guess is not used, because it measures æ, ø and å wrongly.
"""

from __future__ import annotations

import re

_BY_WIDTH = {
    191: "'",
    222: "ijlįĵĺļłſ‘’",
    260: "|¦",
    278: " !,./:;I[\\]ft·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧ\xa0",
    292: "ľ",
    333: "()-`r¡¨²³´¸¹ŕŗř“”",
    334: "{}ŀ",
    355: '"',
    370: "ºª",
    375: "ť",
    389: "*",
    400: "°",
    444: "ĳ",
    469: "^",
    500: "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżž↑↓",
    552: "¶±÷≤≥¯",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų–€",
    584: "+<=>~¬×−µ",
    611: "FTZ¿ßøŢŤŦŹŻŽŉď",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸ",
    722: "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵ",
    735: "ŊĲ©®",
    778: "GOQÒÓÔÕÖØĜĞĠĢŌŎŐ",
    834: "Mm¼½¾",
    889: "%æ",
    944: "WœŴ",
    1000: "ÆŒ—…→←",
    1015: "@",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_UNKNOWN = 1015
_SOFT = "\u00ad"
_GLUE = "\u2060"
_NARROWER = (0.55, 0.65, 0.75, 0.85, 0.93)
_JOINT = re.compile("[dng]s(?=[bdfghjklmnoprstv])|lses|heds", re.IGNORECASE)
_SYLLABLE = re.compile("[a-zæøå][^aeiouyæøå][aeiouyæøå]", re.IGNORECASE)
_BOLD = 1.1


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in the unit of `size`; letters we do not know count as wide."""
    thousandths = sum(_WIDTHS.get(each, _UNKNOWN) for each in text)
    return thousandths * size / 1000 * (_BOLD if bold else 1)


def wrapped(text: str, size: float, room: float, *, lines: int = 3, bold: bool = False) -> tuple[str, ...]:
    """Return a text as at most `lines` lines that fit the room, cut with … where they do not.

    The lines become about equally long, so that no word is left alone.

    >>> wrapped("Tro på at kunne klare et job", 12, 140)
    ('Tro på at kunne', 'klare et job')
    """
    rows = _filled(text, size, room, bold=bold)
    if len(rows) > lines:
        return (*rows[: lines - 1], _cut(rows[lines - 1], size, room, bold=bold))
    for share in _NARROWER:
        tighter = _filled(text, size, room * share, bold=bold)
        if len(tighter) == len(rows) and not any(each.endswith("-") for each in tighter):
            return tighter
    return rows


def _filled(text: str, size: float, room: float, *, bold: bool) -> tuple[str, ...]:
    """Return the lines that come of filling each before the next."""
    rows: list[str] = []
    for word in (piece for each in _words(text) for piece in _pieces(each, size, room, bold=bold)):
        joined = f"{rows[-1]} {word}".replace(f"{_GLUE} ", "") if rows else word
        if rows and not rows[-1].endswith(_SOFT) and width(joined.rstrip(_GLUE), size, bold=bold) <= room:
            rows[-1] = joined
        else:
            rows.append(word)
    return tuple(each.rstrip(_GLUE).replace(_SOFT, "-") for each in rows)


def _words(text: str) -> list[str]:
    """Return the words; a line may also end after the stroke in and/or, where no space belongs."""
    return re.sub(r"(?<=\w)/(?=\w)", f"/{_GLUE} ", text).split()


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Split a word that is wider than the room; a soft hyphen ends every piece but the last."""
    pieces: list[str] = []
    rest = word
    while width(rest.rstrip(_GLUE), size, bold=bold) > room and len(rest) > 1:
        fitting = [n for n in range(1, len(rest)) if width(rest[:n] + "-", size, bold=bold) <= room]
        end = _break(rest, fitting)
        pieces.append(rest[:end] + _SOFT)
        rest = rest[end:]
    return [*pieces, rest]


def _break(word: str, fitting: list[int]) -> int:
    """Return where to break: after a joining s (arbejds-marked), else between syllables (klari-tet)."""
    inside = [each for each in fitting if 2 <= each <= len(word) - 3]
    joints = [each.end() for each in _JOINT.finditer(word) if each.end() in inside]
    if joints and joints[-1] * 2 >= inside[-1]:
        return joints[-1]
    syllables = [each for each in inside if _SYLLABLE.match(word[each - 1 :])]
    return next((each[-1] for each in (syllables, inside, fitting) if each), 1)


def _cut(line: str, size: float, room: float, *, bold: bool) -> str:
    shown = line
    while shown and width(f"{shown}…", size, bold=bold) > room:
        shown = shown[:-1]
    return f"{shown.rstrip(' -')}…"
