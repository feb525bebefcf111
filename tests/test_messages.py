"""What a reader sees: the line, the caret, what is wrong and what to do."""

from __future__ import annotations

import json
import re
import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

import qualitycircle
from qualitycircle.checks.rules import check
from qualitycircle.findings import Finding, Place, error, note, warning
from qualitycircle.rendering.messages import (
    advice,
    as_github,
    as_json,
    as_text,
    codes,
    explanation,
    message,
    summary,
    width,
    with_snippets,
)
from qualitycircle.vocabulary.findings.catalogue import entries, entry
from qualitycircle.vocabulary.keys import KEYS
from tests import frame
from tests.small import indicators, theory

TWO_MISTAKES = frame.framed("""\
effekter:
  motivation: {navn: Motivation, indikatorer: motivation}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivaton: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""")


def findings_of(text: str) -> tuple[Finding, ...]:
    read, _ = frame.read(text)
    return check(read, frame.indicators())


def shown(snippet: str, column: int, length: int) -> list[str]:
    """Return the line and the caret line of a finding in this line."""
    place = Place(file="t.yml", line=7, column=column, length=length)
    finding = Finding(code=error("QC301"), place=place, snippet=snippet)
    return as_text([finding], "da", colour=False).splitlines()[1:3]


# Text --------------------------------------------------------------------------------------------


def test_a_finding_shows_place_line_caret_suggestion_and_what_to_do() -> None:
    told = as_text(findings_of(TWO_MISTAKES), "da", colour=False, texts={"teori.yml": TWO_MISTAKES})
    assert told == snapshot("""\
teori.yml:11:3: advarsel[QC317] effekten 'motivation' er ikke defineret
   11 |   motivation: {navn: Motivation, indikatorer: motivation}
      |   ^^^^^^^^^^
    = Skriv `definition:` med, hvad I mener, når I siger, at borgeren er kommet tættere på.
teori.yml:16:15: fejl[QC301] 'motivaton' findes ikke i teorien – mente du 'motivation'?
   16 |   fremmøde -> motivaton: øger, fordi den, der møder stabilt, oplever at lykkes
      |               ^^^^^^^^^
    = Ret navnet, eller skriv 'motivaton' under delindsatser, præstationer, effekter eller slutmål.

1 fejl, 1 advarsel\
""")


def test_the_same_findings_in_english() -> None:
    told = as_text(findings_of(TWO_MISTAKES), "en", colour=False)
    assert told == snapshot("""\
teori.yml:11:3: warning[QC317] the outcome 'motivation' is not defined
    = Write `definition:`: what you mean when you say the citizen has come closer.
teori.yml:16:15: error[QC301] 'motivaton' is not in the theory – did you mean 'motivation'?
    = Mend the name, or write 'motivaton' under activities, outputs, outcomes or goals.

1 error, 1 warning\
""")


def test_nothing_found_is_nothing_said_and_a_summary_of_no_errors() -> None:
    assert as_text([], "da", colour=False) == ""
    assert (summary([], "da"), summary([], "en")) == ("ingen fejl", "no errors")


def test_the_summary_counts_by_severity() -> None:
    found = [
        Finding(code=each, place=Place(file="t.yml")) for each in (error("QC1"), error("QC2"), warning("QC3"))
    ]
    assert summary(found, "da") == "2 fejl, 1 advarsel"
    assert summary([*found, *found], "en") == "4 errors, 2 warnings"
    assert summary([Finding(code=note("QC4"), place=Place(file="t.yml"))], "da") == "1 note"


def test_what_is_accepted_for_one_reason_is_told_once() -> None:
    first, second = (
        Finding(
            code=warning("QC310"),
            place=Place(file="t.yml", line=line, column=3, length=10),
            facts={"element": "motivation", "kind": "outcome"},
            snippet="  motivation: Motivation",
            accepted="Vi afventer et spørgsmål",
        )
        for line in (6, 9)
    )
    otherwise = replace(second, accepted="Det tælles i hånden")
    told = as_text([first, second], "da", colour=False)
    assert told.count("accepteret:") == 1
    assert told.splitlines()[-3:] == ["    = det samme gælder motivation (9:3)", "", "1 note"]
    assert as_text([first, otherwise], "da", colour=False).count("accepteret:") == 2
    assert len(json.loads(as_json([first, second], "da"))["findings"]) == 2


def test_an_accepted_warning_is_a_note_with_its_reason_in_place_of_the_advice() -> None:
    accepted = Finding(
        code=warning("QC310"),
        place=Place(file="t.yml", line=2, column=3),
        facts={"element": "motivation", "kind": "outcome"},
        accepted="Vi afventer et spørgsmål",
    )
    assert as_text([accepted], "da", colour=False) == snapshot("""\
t.yml:2:3: note[QC310] effekten 'motivation' har ingen indikator
    = accepteret: Vi afventer et spørgsmål

1 note\
""")


@pytest.mark.parametrize(
    ("snippet", "column", "length", "caret"),
    [
        ("maalgrupe: unge", 1, 9, "^^^^^^^^^"),
        ("  målgrupe: unge", 3, 8, "  ^^^^^^^^"),
        ("  ma\u030algrupe: unge", 3, 9, "  ^^^^^^^^"),
        ("日本: unge", 5, 4, "      ^^^^"),
        ("kort", 40, 5, "    ^"),
    ],
)
def test_the_caret_stands_below_what_is_meant(snippet: str, column: int, length: int, caret: str) -> None:
    line, below = shown(snippet, column, length)
    assert line == f"    7 | {snippet}"
    assert below == f"      | {caret}"


def test_a_long_line_is_cut_around_the_caret() -> None:
    line, below = shown("a" * 300 + "HER" + "b" * 300, 301, 3)
    start = below.index("^")
    assert line[start : start + 3] == "HER"
    assert len(line) < 115
    assert (line.count("…"), below.count("^")) == (2, 3)


def test_a_line_cannot_steer_the_terminal() -> None:
    line, _ = shown("a\x1b[2Jb\tc\u202ed", 1, 1)
    assert line == "    7 | a [2Jb c d"


@given(st.text(max_size=150), st.integers(0, 200), st.integers(1, 200))
def test_whatever_the_line_the_caret_stays_within_it(snippet: str, column: int, length: int) -> None:
    place = Place(file="t.yml", line=1, column=column, length=length)
    told = as_text([Finding(code=error("QC301"), place=place, snippet=snippet)], "da", colour=False)
    lines = [each for each in told.splitlines() if each[5:8] == " | "]
    if len(lines) == 2:
        assert width(lines[1].rstrip()) <= max(width(lines[0]), 8) + 1


def test_colour_is_an_addition_and_never_the_only_sign() -> None:
    found = findings_of(TWO_MISTAKES)
    plain, coloured = as_text(found, "da", colour=False), as_text(found, "da", colour=True)
    assert "\x1b" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_a_finding_about_a_whole_file_has_neither_line_nor_caret() -> None:
    told = as_text([Finding(code=error("QC301"), place=Place(file="t.yml"))], "da", colour=False)
    assert told.splitlines()[0].startswith("t.yml: fejl[QC301] ")
    assert "^" not in told


def test_the_authors_lines_are_found_where_a_finding_has_none_of_its_own() -> None:
    place = Place(file="t.yml", line=2, column=1)
    bare = Finding(code=error("QC301"), place=place)
    elsewhere = replace(bare, place=replace(place, line=99))
    own = replace(bare, snippet="min egen")
    found = with_snippets([bare, elsewhere, own], {"t.yml": "en\nto\n"})
    assert [each.snippet for each in found] == ["to", "", "min egen"]


# Other forms -------------------------------------------------------------------------------------


def test_json_has_every_finding_and_the_counts_in_ascii() -> None:
    told = as_json(findings_of(TWO_MISTAKES), "da")
    content = json.loads(told)
    assert told.isascii()
    assert content["summary"] == {"error": 1, "warning": 1, "note": 0}
    first = content["findings"][1]
    assert first.pop("advice").startswith("Ret navnet")
    assert first == snapshot(
        {
            "code": "QC301",
            "severity": "error",
            "file": "teori.yml",
            "line": 16,
            "column": 15,
            "length": 9,
            "message": "'motivaton' findes ikke i teorien – mente du 'motivation'?",
        }
    )


def test_github_gets_one_command_for_each_finding() -> None:
    told = as_github(findings_of(TWO_MISTAKES), "da").splitlines()
    assert [each[:75] for each in told] == snapshot(
        [
            "::warning file=teori.yml,line=11,col=3,endColumn=13,title=QC317::effekten '",
            "::error file=teori.yml,line=16,col=15,endColumn=24,title=QC301::'motivaton'",
        ]
    )
    assert told[1].endswith("mente du 'motivation'? " + advice(findings_of(TWO_MISTAKES)[1], "da"))


def test_nothing_in_a_fact_breaks_out_of_an_annotation() -> None:
    place = Place(file="a,b:c.yml", line=1, column=1)
    evil = Finding(code=error("QC301"), place=place, facts={"element": "x\n::error::y %0A"})
    told = as_github([evil], "da")
    assert "\n" not in told
    assert "file=a%2Cb%3Ac.yml" in told
    assert "%250A" in told


# Texts -------------------------------------------------------------------------------------------


def test_facts_that_are_names_are_told_in_the_readers_language() -> None:
    backwards = check(theory("praktik -> motivation", "motivation -> job", "job -> motivation"), indicators())
    told = [message(each, "da") for each in backwards if each.code.id == "QC304"]
    assert told == ["'job -> motivation' går fra slutmål til effekt"]


def test_a_list_of_facts_is_told_as_a_choice() -> None:
    facts = {
        "indicator": "køn",
        "class": "background",
        "element": "x",
        "fitting": ("moderator", "activity", "background"),
    }
    finding = Finding(code=error("QC314"), place=Place(file="t.yml"), facts=facts)
    assert advice(finding, "da") == "Vælg en indikator af klassen moderator, aktivitet eller baggrund."


def test_a_fact_that_is_missing_is_an_ellipsis_and_a_code_without_text_is_still_told() -> None:
    place = Place(file="t.yml")
    assert message(Finding(code=error("QC301"), place=place), "da") == "'…' findes ikke i teorien"
    assert message(Finding(code=error("QC399"), place=place), "en") == "something is wrong here"


def test_an_explanation_has_why_an_example_and_its_mend() -> None:
    assert explanation("QC318", "da") == snapshot("""\
QC318: En sammenhæng uden begrundelse

Antagelsen er det, en evaluering kan lære jer noget om. Uden den kan I få at vide, at noget ikke
holdt, men ikke hvad I tog fejl af.

Forkert:

    sammenhænge:
      praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
      fremmøde -> motivation: øger
      motivation -> job: øger, fordi den motiverede søger mere

Rigtigt:

    sammenhænge:
      praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
      fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
      motivation -> job: øger, fordi den motiverede søger mere\
""")


def test_there_is_no_explanation_of_what_does_not_exist() -> None:
    assert explanation("QC999", "da") is None
    assert explanation("vrøvl", "da") is None
    assert entry("") is None


@pytest.mark.parametrize(("code", "language"), [(each, one) for each in codes() for one in ("da", "en")])
def test_every_code_has_all_its_texts_in_both_languages(code: str, language: str) -> None:
    found = entry(code)
    assert found is not None
    for text in (found.title, found.message, found.advice, found.why):
        assert text.say("da" if language == "da" else "en").strip()


WORDS_OF_THEIRS = {"ydelse"}  # statuses are the author's own words


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", codes())
def test_both_languages_tell_the_same_facts(code: str) -> None:
    found = dict(entries())[code]
    assert fields(found.message.da) == {each.removesuffix("_en") for each in fields(found.message.en)}
    assert fields(found.advice.da) == fields(found.advice.en)


DANISH_ONLY = {each.da for keys in KEYS.values() for each in keys} - {
    each.en for keys in KEYS.values() for each in keys
}


@pytest.mark.parametrize("code", codes())
def test_who_writes_in_english_is_told_the_english_keys(code: str) -> None:
    found = dict(entries())[code]
    quoted = re.findall(r"`([^`]+)`|(?<!\w)'([^']+)'", f"{found.message.en} {found.advice.en} {found.why.en}")
    assert not DANISH_ONLY & set(re.findall(r"\w+", " ".join(map(" ".join, quoted)))) - WORDS_OF_THEIRS


def test_every_code_that_is_raised_has_a_text_and_the_other_way_round() -> None:
    package = Path(qualitycircle.__file__).parent
    source = "".join(each.read_text(encoding="utf-8") for each in package.rglob("*.py"))
    raised = set(re.findall(r'(?:error|warning|note)\("(QC\d+)"\)', source))
    assert raised == set(codes())
