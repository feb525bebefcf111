"""Forms to print: each respondent their own, the sources' words to tick, and nothing made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualitycircle.indicators import Respondent
from qualitycircle.loading.project import load
from qualitycircle.site.contents import Contents
from qualitycircle.site.gathering import told
from qualitycircle.site.questionnaire_pages import ASKED, asked_by, questionnaires

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def contents() -> Contents:
    return told(load(ROOT).project, {})


def form(contents: Contents, theory: str, respondent: str) -> str:
    page = questionnaires(contents)[f"spoergeskemaer/{theory}.md"]
    return page.split(f"{{ #form-{respondent} }}")[1].split("\n## ")[0]


def test_the_citizens_form_has_new_insights_question_with_ten_rings_and_its_ends(contents: Contents) -> None:
    citizen = form(contents, "praktik-motivation", "citizen")
    assert "i hvor høj udstrækning borger tror på, at det er muligt at få job" in citizen
    assert "&emsp;".join(f"○ {number}" for number in range(1, 11)) in citizen
    assert "1: tror slet ikke det er muligt · 10: jeg tror fuldt og fast på, at det er muligt" in citizen
    assert "☐ vil ikke svare&emsp;☐ ved ikke" in citizen


def test_the_professionals_form_has_every_criterion_of_every_step(contents: Contents) -> None:
    staff = form(contents, "praktik-motivation", "staff")
    motivation = contents.project.indicators.get("motivation")
    assert motivation is not None
    for step, criteria in motivation.steps.items():
        assert f"- ○ **{step}**" in staff
        assert all(f"    - {each}" in staff for each in criteria)


def test_nobody_sees_the_others_questions_on_their_own_form(contents: Contents) -> None:
    assert "tror fuldt og fast" not in form(contents, "praktik-motivation", "staff")
    assert "ønsker pension" not in form(contents, "praktik-motivation", "citizen")


def test_on_paper_each_respondent_has_a_sheet_of_their_own(contents: Contents) -> None:
    page = questionnaires(contents)["spoergeskemaer/praktik-motivation.md"]
    assert page.count("break-before: page") == page.count("{ #form-") - 1 > 0


def test_a_wording_that_is_not_public_is_named_and_not_made_up(contents: Contents) -> None:
    caseworker = form(contents, "bip-vejen-til-job", "caseworker")
    assert "ordlyden er ikke udgivet" in caseworker
    assert "Tror på at borgeren kan få et job" in caseworker
    assert "### Tror på at borgeren kan få et job" not in caseworker


def test_channels_are_ticked_because_what_is_counted_of_them_is_not_asked(contents: Contents) -> None:
    citizen = form(contents, "bip-vejen-til-job", "citizen")
    assert "- ☐ aviser" in citizen
    assert "### Søgning via" not in citizen


def test_what_a_theory_measures_is_asked_of_somebody_or_counted(contents: Contents) -> None:
    for story in contents.stories:
        asked = asked_by(story.theory, contents.project.indicators)
        assert len({each.id for each in asked}) == len(asked)
        assert {each.respondent for each in asked} <= set(ASKED)
        assert all(each.computed is None for each in asked)


def test_no_form_asks_for_a_cpr_number(contents: Contents) -> None:
    for path, text in questionnaires(contents).items():
        assert path.endswith("index.md") or "(ikke CPR)" in text or "spørger ingen" in text


def test_a_register_is_never_given_a_form(contents: Contents) -> None:
    assert Respondent.REGISTER not in ASKED
    assert all("{ #form-register }" not in text for text in questionnaires(contents).values())
