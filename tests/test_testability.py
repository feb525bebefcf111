"""How many links can be tested, and why the others cannot: as it is read."""

from __future__ import annotations

from dataclasses import replace

from inline_snapshot import snapshot

from qualitycircle.expectation import Comparison, Untestable
from qualitycircle.indicators import Computation, Wording
from qualitycircle.rendering.testability import as_text, headline, reason, rows
from qualitycircle.theory import Attachment, Condition, Expected, Moderator, Promise
from qualitycircle.vocabulary.words import expectation as words
from tests.small import indicator, indicators, link, theory, with_element

ATTENDANCE = indicators(indicator("fremmøde", computed=Computation.ATTENDED_OF_OFFERED))


def test_the_headline_counts_in_both_languages() -> None:
    some = theory("motivation -> job", "motivation -> lykke")
    assert headline(some, indicators(), "da") == "1 af 2 sammenhænge kan testes"
    assert headline(some, indicators(), "en") == "1 of 2 links can be tested"
    assert headline(theory("motivation -> job"), indicators(), "da") == "1 af 1 sammenhæng kan testes"


def test_the_headline_says_when_only_who_has_the_questions_can_test() -> None:
    slot = indicators(indicator("motivation", wording=Wording.NOT_PUBLISHED))
    told = headline(theory("motivation -> job", "mestring -> job"), slot, "da")
    assert told == (
        "2 af 2 sammenhænge kan testes (1 af dem kun af den, der har spørgsmål, som ikke er udgivet)"
    )


def test_the_table_tells_how_each_link_is_tested_or_why_it_is_not() -> None:
    drawn = theory(
        "praktik -> fremmøde",
        "fremmøde -> motivation",
        link("motivation -> mestring", seen_after=(0, 2), declared_lag=True, applies_to="angst"),
        "mestring -> job",
        moderators=(
            Moderator(
                id="opfølgning",
                name="Opfølgning",
                attachments=(Attachment(link=("fremmøde", "motivation"), expected=Expected.STRENGTHENS),),
            ),
        ),
    )
    assert as_text(drawn, ATTENDANCE, "da") == snapshot("""\
prøve: 3 af 4 sammenhænge kan testes

praktik -> fremmøde
    Kan ikke testes: kun deltagere kan have »Fremmøde«, og der er ikke lovet noget at holde det op imod

fremmøde -> motivation
    Den samme borger, når årsagen ligger over og under det sædvanlige
    Hvem svarer: regnes ud af registreringer (årsag), borger (virkning)
    Ses: ved næste måling (standard, ikke jeres)
    Holdes op mod: 0,1 sd pr. sd (standard, ikke jeres)
    - moderatoren »Opfølgning« kan ikke testes: »Opfølgning« har ingen indikator

motivation -> mestring
    Den samme borger, når årsagen ligger over og under det sædvanlige
    Hvem svarer: borger (begge)
    Ses: ved samme måling, 2 målinger senere
    Holdes op mod: 0,1 sd pr. sd (standard, ikke jeres)
    - samme svarer på begge: højst svag, når de svarer samtidig
    - gælder kun angst

mestring -> job
    Andelen, der når målet, blandt borgere med højt og lavt niveau
    Hvem svarer: borger (årsag), register (virkning)
    Ses: inden for 52 uger (standard, ikke jeres)
    Holdes op mod: 2 procentpoint pr. sd (standard, ikke jeres)\
""")
    assert as_text(drawn, ATTENDANCE, "en") == snapshot("""\
prøve: 3 of 4 links can be tested

praktik -> fremmøde
    Cannot be tested: only participants can have “Fremmøde”, and nothing is promised to hold it against

fremmøde -> motivation
    The same citizen when the cause is above and below the usual level
    Who answers: reckoned from records (cause), citizen (effect)
    Seen: at the next round (default, not yours)
    Held against: 0.1 sd per sd (default, not yours)
    - the moderator “Opfølgning” cannot be tested: “Opfølgning” has no indicator

motivation -> mestring
    The same citizen when the cause is above and below the usual level
    Who answers: citizen (both)
    Seen: at the same round, 2 rounds later
    Held against: 0.1 sd per sd (default, not yours)
    - one respondent answers for both: at most weak when answered at the same time
    - applies only to angst

mestring -> job
    The share who reach the goal among citizens at a high and a low level
    Who answers: citizen (cause), register (effect)
    Seen: within 52 weeks (default, not yours)
    Held against: 2 percentage points per sd (default, not yours)\
""")


def test_a_promise_is_told_in_place_of_a_smallest_effect() -> None:
    promised = Promise(condition=Condition(comparison="at least", value=75.0, unit="percent"))
    drawn = with_element(theory("praktik -> fremmøde"), "fremmøde", promised=promised)
    (row,) = rows(drawn, ATTENDANCE, "da")
    assert (row.smallest, row.lags) == ("det lovede: mindst 75 %", "")


def test_a_row_that_cannot_be_tested_gives_every_reason() -> None:
    bare = theory("motivation -> mestring")
    bare = replace(bare, elements=tuple(replace(each, indicators=()) for each in bare.elements))
    (row,) = rows(bare, indicators(), "da")
    assert (row.testable, row.remarks) == (
        False,
        ("»Motivation« har ingen indikator", "»Mestring« har ingen indikator"),
    )


def test_every_comparison_and_every_reason_has_words() -> None:
    assert set(words.COMPARISONS) == {each.value for each in Comparison}
    assert set(words.REASONS) == {each.name for each in Untestable}
    for each in Untestable:
        assert reason(each, "x", theory(), indicators(), "da")
        assert reason(each, "x", theory(), indicators(), "en")
