"""Findings as sentences: for a terminal, as JSON, and as GitHub annotations.

A finding holds a code and facts; the sentence is made here, in the reader's language. A line of the
author's text is shown with a caret below what is meant, also when letters are wide or combined.
"""

from __future__ import annotations

import json
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from qualitycircle.findings import Fact, Finding, Severity
from qualitycircle.vocabulary.findings.catalogue import entries, entry
from qualitycircle.vocabulary.keys import key as named
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.values import say
from qualitycircle.vocabulary.words import messages as words

_WIDEST = 100
_MARGIN = "    "
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_NAMED_IN: Mapping[str, tuple[str, ...]] = {
    "class": ("indicator_class",),
    "fitting": ("indicator_class", "effect_unit"),
    "unit": ("effect_unit",),
    "kind": ("knowledge_from", "evidence_type"),
}


def with_snippets(findings: Iterable[Finding], texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings with the line they point at, where the author's text is known."""
    lines = {file: text.splitlines() for file, text in texts.items()}
    return tuple(
        each if each.snippet else replace(each, snippet=_line(lines.get(each.place.file, []), each))
        for each in findings
    )


def _line(lines: Sequence[str], finding: Finding) -> str:
    number = finding.place.line
    return lines[number - 1] if 0 < number <= len(lines) else ""


def as_text(
    findings: Iterable[Finding],
    language: Language,
    *,
    colour: bool,
    texts: Mapping[str, str] | None = None,
) -> str:
    """Return the findings for a terminal, each with place, line, caret and what to do, and a summary.

    `texts` (file -> text) gives the lines of findings that do not carry their own. Nothing is
    returned when nothing is found. Findings of one code that a theory accepts for one reason are one.
    """
    shown = with_snippets(findings, texts or {})
    if not shown:
        return ""
    folded = _folded(shown)
    blocks = [_block(first, language, colour=colour, others=others) for first, *others in folded]
    return "\n".join([*blocks, "", summary([first for first, *_ in folded], language)])


def _folded(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return the findings, those accepted together behind the first of them."""
    found: dict[object, list[Finding]] = {}
    for number, each in enumerate(findings):
        key = (each.place.file, each.code.id, each.accepted) if each.accepted else number
        found.setdefault(key, []).append(each)
    return list(found.values())


def summary(findings: Iterable[Finding], language: Language) -> str:
    """Return "2 fejl, 1 advarsel"; "ingen fejl" when there is nothing at all."""
    counts = _counts(findings)
    parts = []
    for severity, (one, more) in words.COUNTED.items():
        count = counts[severity]
        if count:
            parts.append(one.say(language) if count == 1 else more.say(language, count=count))
    return ", ".join(parts) or words.NONE.say(language)


def as_json(findings: Iterable[Finding], language: Language) -> str:
    """Return the findings and their counts as JSON, in ASCII, so that any console can carry it."""
    listed = list(findings)
    content = {"findings": [_plain(each, language) for each in listed], "summary": _counts(listed)}
    return json.dumps(content, indent=2)


def as_github(findings: Iterable[Finding], language: Language) -> str:
    """Return the findings as workflow commands, which GitHub shows beside the lines."""
    return "\n".join(_annotation(each, language) for each in findings)


def message(finding: Finding, language: Language) -> str:
    """Return what is wrong, in one sentence, with a suggestion where there is one."""
    found = entry(finding.code.id)
    template = found.message if found else words.NO_TEXT
    sentence = _filled(template, finding, language)
    suggestion = finding.facts.get("suggestion")
    if "belongs" in finding.facts:
        table = named("data", str(finding.facts["belongs"]))
        belongs = table.say(language) if table else str(finding.facts["belongs"])
        return sentence + words.BELONGS.say(language, table=belongs)
    if suggestion and "{suggestion}" not in template.say(language):
        sentence += words.SUGGESTION.say(language, suggestion=suggestion)
    return sentence


def advice(finding: Finding, language: Language) -> str:
    """Return what to do about it; an accepted finding gives its reason instead."""
    if finding.accepted:
        return words.ACCEPTED.say(language, reason=_harmless(finding.accepted))
    found = entry(finding.code.id)
    return _filled(found.advice, finding, language) if found else ""


def explanation(code: str, language: Language) -> str | None:
    """Return what a code means, why, what to do, and an example with its mend; None: no such code."""
    found = entry(code)
    if found is None:
        return None
    parts = [
        f"{code}: {found.title.say(language)}",
        textwrap.fill(found.why.say(language), width=_WIDEST, break_on_hyphens=False),
        *_example(words.WRONG, found.wrong, language),
        *_example(words.RIGHT, found.right, language),
    ]
    return "\n\n".join(parts)


def codes() -> tuple[str, ...]:
    """Return every code there is, in order."""
    return tuple(code for code, _ in entries())


def _example(title: Text, yaml: str, language: Language) -> list[str]:
    if not yaml:
        return []
    indented = "\n".join(f"{_MARGIN}{_made_visible(each)}".rstrip() for each in yaml.split("\n")).rstrip()
    return [f"{title.say(language)}:\n\n{indented}"]


def _made_visible(text: str) -> str:
    """Return a text where characters nobody can see are named, as `[U+00A0]`."""
    return "".join(each if each.isprintable() or each == "\t" else f"[U+{ord(each):04X}]" for each in text)


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    listed = [each.severity for each in findings]
    return {each.value: listed.count(each) for each in Severity}


def _plain(finding: Finding, language: Language) -> dict[str, str | int]:
    return {
        "code": finding.code.id,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "length": finding.place.length,
        "message": message(finding, language),
        "advice": advice(finding, language),
    }


# Facts ---------------------------------------------------------------------------------------------


class _Facts(dict[str, str]):
    """Facts by name; one that is not there is an ellipsis, never an exception."""

    def __missing__(self, name: str) -> str:
        return "…"


def _filled(template: Text, finding: Finding, language: Language) -> str:
    facts = _Facts({name: _told(name, fact, language) for name, fact in finding.facts.items()})
    return template.say(language).format_map(facts)


def _told(name: str, fact: Fact, language: Language) -> str:
    if isinstance(fact, tuple):
        told = [_told(name, each, language) for each in fact]
        return words.OR.say(language).join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
    if not isinstance(fact, str):
        return str(fact)
    kinds = words.THE_KINDS if name == "kind" else words.KINDS
    if name.endswith("kind") and fact in kinds:
        return kinds[fact].say(language)
    for list_name in _NAMED_IN.get(name, ()):
        named = say(list_name, fact, language)
        if named != fact:
            return named
    return _harmless(fact)


def _harmless(text: str) -> str:
    """Return a text on one line without anything that could steer a terminal."""
    return "".join(each if each.isprintable() else " " for each in text)


# Text ----------------------------------------------------------------------------------------------


def _block(finding: Finding, language: Language, *, colour: bool, others: Sequence[Finding] = ()) -> str:
    severity = words.SEVERITIES[finding.severity.value].say(language)
    label = _painted(f"{severity}[{finding.code}]", finding.severity, colour=colour)
    place = f"{finding.place}: " if str(finding.place) else ""
    lines = [f"{place}{label} {message(finding, language)}"]
    lines += _with_caret(finding, colour=colour)
    told = advice(finding, language)
    if told:
        lines.append(f"{_MARGIN}= {told}")
    if others:
        places = ", ".join(_pointed_at(each) for each in others)
        lines.append(f"{_MARGIN}= {words.ALSO_AT.say(language, places=places)}")
    return "\n".join(lines)


def _pointed_at(finding: Finding) -> str:
    """Return the words a finding points at, and where: `tiltro (69:3)`."""
    place = finding.place
    said = _harmless(finding.snippet[place.column - 1 :][: place.length]) if place.column else ""
    where = ":".join(str(each) for each in (place.line, place.column) if each)
    return f"{said} ({where})" if said and where else where or place.file


def _painted(text: str, severity: Severity, *, colour: bool) -> str:
    return f"\x1b[1;{_COLOURS[severity]}m{text}\x1b[0m" if colour else text


def _with_caret(finding: Finding, *, colour: bool) -> list[str]:
    place = finding.place
    if not finding.snippet or not place.line:
        return []
    number = str(place.line).rjust(5)
    line, start, end = _cropped(finding.snippet, place.column - 1, place.length)
    shown = [f"{number} | {line}"]
    if place.column:
        carets = "^" * max(1, width(line[start:end]))
        below = " " * width(line[:start])
        shown.append(f"{' ' * len(number)} | {below}{_painted(carets, finding.severity, colour=colour)}")
    return shown


def _cropped(snippet: str, start: int, length: int) -> tuple[str, int, int]:
    """Return the line on one screen line, and where the span is in it."""
    line = _harmless(snippet.rstrip())
    start = max(0, min(start, len(line)))
    end = max(start, min(start + length, len(line)))
    if len(line) <= _WIDEST:
        return line, start, end
    first = max(0, min(start - _WIDEST // 3, len(line) - _WIDEST))
    window = line[first : first + _WIDEST]
    window = ("…" if first else "") + window + ("…" if first + _WIDEST < len(line) else "")
    moved = first - bool(first)
    return window, start - moved, min(end - moved, len(window))


def width(text: str) -> int:
    """Return how many columns a text takes in a terminal: combining marks none, wide letters two.

    >>> width("præ"), width("re\\u0301gion"), width("日本")
    (3, 6, 4)
    """
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


# GitHub --------------------------------------------------------------------------------------------


def _annotation(finding: Finding, language: Language) -> str:
    place = finding.place
    properties = [
        f"file={_property(place.file)}",
        *([f"line={place.line}"] if place.line else []),
        *([f"col={place.column}", f"endColumn={place.column + place.length}"] if place.column else []),
        f"title={_property(finding.code.id)}",
    ]
    told = f"{_sentence(message(finding, language))} {advice(finding, language)}".strip()
    return f"::{_ANNOTATIONS[finding.severity]} {','.join(properties)}::{_data(told)}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
