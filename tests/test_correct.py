"""A correction is spliced into the author's text; every other byte stays, and it reads back as meant."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from qualitycircle.loading.build import theory_from_text
from qualitycircle.loading.correct import CannotSpliceError, corrected_text
from qualitycircle.rendering.differences import differences_text
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Attachment, Condition, Expected, Link, MeasurementPlan, Moderator, Theory
from qualitycircle.theory.change import (
    AddIndicator,
    AddLink,
    AddModerator,
    CannotChangeError,
    Change,
    ChangeActivity,
    ChangeGoal,
    ChangeLink,
    ChangePlan,
    DropElement,
    DropIndicator,
    DropLink,
    DropModerator,
    Keep,
    RequireModerator,
    ReverseLink,
    TurnLink,
    WeakenLink,
    corrected,
    difference,
)
from qualitycircle.vocabulary.words import differences

PRAKTIK = """\
# vores egen teori
programteori: praktik
titel: Praktik giver mod på job
målgruppe: Aktivitetsparate borgere
begrundelse: Erfaringer fra en arbejdsplads giver mod på job.
indsats: Virksomhedsrettet forløb
delindsatser:
  praktik: Praktikophold
præstationer:
  fremmøde: {navn: Fremmøde i praktik, indikatorer: fremmødeprocent}
effekter:
  motivation:
    navn: Motivation   # borgerens egen
    definition: Ønske om og tro på en fremtid på arbejdsmarkedet
    indikatorer: motivation
  mestring: {navn: Mestrer sit helbred, definition: Kan handle, indikatorer: mestring}
slutmål:
  job: {navn: Ordinært job, indikatorer: i_job}

sammenhænge:
  praktik → fremmøde: øger, fordi arbejdspladsen regner med borgeren
  # her er den vigtige
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes   # se noter
  mestring -> motivation:
    antagelse: increases, because a body that works gives courage
    evidens: ukendt
  motivation -> job: øger, fordi den motiverede søger mere
moderatorer:
  opfølgning: {styrker: fremmøde -> motivation}      # fra biblioteket
  aftale: {navn: Klar aftale, styrker: [praktik -> fremmøde, fremmøde -> motivation]}
"""
LINK = "fremmøde -> motivation"
NEW = AddLink(link=Link(cause="fremmøde", effect="mestring", because="dagen får en rytme"))
HALF = Smallest(value=0.5, unit=Unit.STEPS, because="det kan mærkes")
BUDDY = Moderator(
    id="makker",
    name="Makker på arbejdspladsen",
    attachments=(Attachment(link=("motivation", "job"), expected=Expected.STRENGTHENS),),
    met_when=Condition(comparison="at least", value=2.0),
)
CHANGES: tuple[Change, ...] = (
    DropLink(link=LINK),
    DropLink(link="praktik -> fremmøde"),
    ReverseLink(link=LINK, because="mange møder uden at lykkes"),
    ReverseLink(link="mestring -> motivation"),
    TurnLink(link="mestring -> motivation"),
    WeakenLink(link=LINK),
    WeakenLink(link="mestring -> motivation", because="the direction cannot be seen"),
    ChangeLink(link=LINK, seen_after=(1, 2), smallest=HALF),
    ChangeLink(link="mestring -> motivation", because="kroppen følger med"),
    NEW,
    AddIndicator(element="motivation", indicator="tro_på_job"),
    AddIndicator(element="praktik", indicator="uger"),
    AddIndicator(element="aftale", indicator="aftale_klar"),
    DropIndicator(element="motivation", indicator="motivation"),
    DropElement(element="mestring"),
    DropElement(element="motivation"),
    AddModerator(moderator=BUDDY),
    DropModerator(moderator="opfølgning"),
    RequireModerator(moderator="opfølgning", link=LINK),
    RequireModerator(moderator="aftale", link=LINK),
    ChangeGoal(goal="job", within="12 måneder", wanted_up=False),
    ChangeActivity(activity="praktik", coverage="80 %", dose="13 uger"),
    ChangePlan(every=60, rounds=("start", "slut")),
)


def read(text: str) -> Theory:
    theory, _ = theory_from_text(text)
    assert theory is not None
    return theory


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [each for each in lines if not each.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_correction_reads_back_as_the_corrected_theory(change: Change, ends: str, mark: str) -> None:
    text = mark + PRAKTIK.replace("\n", ends)
    new = corrected_text(text, change)
    assert difference(read(new), corrected(read(text), change)) == ()
    assert read(new).version == 2
    assert new.startswith(mark + "# vores egen teori" + ends)
    assert new.count("\n") == new.count(ends)


@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4))
def test_several_corrections_at_once_are_one_new_version_or_a_named_refusal(changes: list[Change]) -> None:
    try:
        expected = corrected(read(PRAKTIK), *changes)
    except CannotChangeError:
        with pytest.raises(CannotChangeError):
            corrected_text(PRAKTIK, *changes)
        return
    try:
        text = corrected_text(PRAKTIK, *changes)
    except CannotSpliceError:
        return
    assert difference(read(text), expected) == ()
    assert read(text).version == 2


def test_a_reversed_link_changes_one_line_and_keeps_its_comment() -> None:
    new = corrected_text(PRAKTIK, ReverseLink(link=LINK, because="mange møder uden at lykkes"))
    assert changed_lines(PRAKTIK, new) == [
        "+version: 2",
        "-  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes   # se noter",
        "+  fremmøde -> motivation: mindsker, fordi mange møder uden at lykkes   # se noter",
    ]


def test_a_dropped_link_takes_along_the_moderator_that_sat_on_nothing_else() -> None:
    assert changed_lines(PRAKTIK, corrected_text(PRAKTIK, DropLink(link=LINK))) == [
        "+version: 2",
        "-  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes   # se noter",
        "-  opfølgning: {styrker: fremmøde -> motivation}      # fra biblioteket",
        "-  aftale: {navn: Klar aftale, styrker: [praktik -> fremmøde, fremmøde -> motivation]}",
        "+  aftale: {navn: Klar aftale, styrker: praktik -> fremmøde}",
    ]


def test_a_short_link_is_written_out_when_it_says_more() -> None:
    new = corrected_text(PRAKTIK, ChangeLink(link=LINK, seen_after=(1, 2), smallest=HALF))
    assert changed_lines(PRAKTIK, new)[2:] == [
        "+  fremmøde -> motivation:",
        "+    antagelse: øger, fordi den, der møder stabilt, oplever at lykkes   # se noter",
        "+    ses_efter: [1, 2]",
        "+    mindste_virkning: 0,5 trin, fordi det kan mærkes",
    ]


def test_a_claim_in_english_stays_in_english() -> None:
    new = corrected_text(PRAKTIK, WeakenLink(link="mestring -> motivation"))
    assert "+    antagelse: moves with, because a body that works gives courage" in changed_lines(
        PRAKTIK, new
    )


def test_a_version_that_is_there_is_counted_up_where_it_stands() -> None:
    text = PRAKTIK.replace("titel:", "version: 7  # efter mødet i maj\ntitel:")
    new = corrected_text(text, Keep(), NEW)
    assert changed_lines(text, new)[:2] == [
        "-version: 7  # efter mødet i maj",
        "+version: 8  # efter mødet i maj",
    ]


ENUM_WORDS = re.compile(
    r"\b(increases|decreases|strengthens|weakens|required|at least|mean|steps|True|False|None|influences)\b"
)
CHANGED_BY = {type(each) for each in CHANGES} | {Keep}


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: type(each).__name__)
def test_every_correction_is_told_in_words(change: Change) -> None:
    assert set(get_args(Change)) == CHANGED_BY
    theory = read(PRAKTIK)
    danish, english = (
        differences_text(difference(theory, corrected(theory, change)), language) for language in ("da", "en")
    )
    assert danish
    assert not ENUM_WORDS.search(danish), danish
    for told in (danish, english):
        assert not re.search(r"[a-z]_[a-z]", re.sub("tro_på_job|aftale_klar", "", told)), told
        assert not re.search(r"(->|~)(?! \S+')", re.sub("(?m)^  ~ ", "", told)), told
        assert differences.SOMETHING.da not in told
        assert differences.SOMETHING.en not in told


def test_a_requirement_and_a_new_claim_are_told_in_full() -> None:
    theory = read(PRAKTIK)
    changes = (RequireModerator(moderator="aftale", link=LINK), NEW, ReverseLink(link="motivation -> job"))
    told = differences_text(difference(theory, corrected(theory, *changes)), "da")
    assert told == snapshot("""\
  ~ sammenhængen 'motivation -> job', påstanden: før øger, nu mindsker
  + sammenhængen 'fremmøde -> mestring' (øger, fordi dagen får en rytme) tilføjes
  ~ moderatoren aftale, hvad den gør: før styrker 'fremmøde -> motivation', nu er et krav for 'fremmøde -> motivation'\
""")  # noqa: E501


def test_how_often_people_are_asked_is_told_as_people_say_it() -> None:
    theory = read(PRAKTIK)
    oftener = replace(theory, plan=MeasurementPlan(every=30, tolerance=14))
    rarer = replace(theory, plan=MeasurementPlan(every=91, tolerance=14))
    assert "før hver måned, højst 14 dage fra, nu hver 3. måned, højst 14 dage fra" in differences_text(
        difference(oftener, rarer), "da"
    )
    assert "every 3 months" in differences_text(difference(oftener, rarer), "en")


def test_keeping_leaves_every_byte() -> None:
    assert corrected_text(PRAKTIK, Keep()) == PRAKTIK


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: type(each).__name__)
def test_a_corrected_text_has_no_errors_it_did_not_have(change: Change) -> None:
    if isinstance(change, DropElement):
        return  # the last outcome's ways to the goal go with it; the checks say so
    before = {each.code.id for each in theory_from_text(PRAKTIK)[1]}
    after = {each.code.id for each in theory_from_text(corrected_text(PRAKTIK, change))[1]}
    assert after <= before


def test_a_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(CannotSpliceError):
        corrected_text("ikke: [en teori\n", Keep())
