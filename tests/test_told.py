"""What a reader meets: sentences that do not mislead, the same on the terminal, the site and the picture."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from qualitycircle.data.observe import observe
from qualitycircle.evaluation.beside import Robustness, Shifted
from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.values import (
    Evaluation,
    Fingerprints,
    Judgement,
    NotMeasured,
    Reason,
    Tested,
    Verdict,
)
from qualitycircle.expectation import expectations
from qualitycircle.indicators import Indicators
from qualitycircle.loading.project import load
from qualitycircle.rendering.beside import beside
from qualitycircle.rendering.messages import message
from qualitycircle.rendering.naming import in_brackets, percent
from qualitycircle.rendering.quality import quality_text
from qualitycircle.rendering.verdict_table import table_text
from qualitycircle.rendering.verdicts import account, reason_label
from qualitycircle.rendering.whole import absent_text
from qualitycircle.theory import Theory

EXAMPLE = Path(__file__).parent.parent / "examples" / "praktik"


@pytest.fixture(scope="module")
def told() -> tuple[Theory, Indicators, Evaluation]:
    """The worked example, evaluated."""
    project = load(EXAMPLE).project
    theory = project.theory("praktik")
    assert theory is not None
    evaluation = evaluate(
        theory,
        expectations(theory, project.indicators),
        observe(project, theory).source,
        number=1,
        date="2024-10-01",
        post_hoc=False,
        fingerprints=Fingerprints(theory="", plan="", data=""),
        indicators=project.indicators,
    )
    return theory, project.indicators, evaluation


Told = tuple[Theory, Indicators, Evaluation]


def judged(told: Told, link: str) -> Judgement:
    found = told[2].judgement(link)
    assert found is not None
    return found


def result(told: Told, link: str) -> Tested:
    first = judged(told, link).results[0]
    assert isinstance(first, Tested)
    return first


def about(text: str, *words: str) -> list[str]:
    """Return the lines that have one of the words in them."""
    return [each for each in text.splitlines() if any(word in each for word in words)]


def test_a_condition_is_named_with_the_side_on_which_the_link_is_there(told: Told) -> None:
    found = judged(told, "fremmøde -> motivation")
    assert about(account(found, told[0], "da"), "Bemærk") == snapshot(
        ["Bemærk: Sammenhængen er der, når betingelsen Systematisk opfølgning er opfyldt, men ikke ellers."]
    )
    assert about(account(found, told[0], "en"), "Note") == snapshot(
        [
            "Note: The association is there when the condition Systematisk opfølgning is met, but not "
            "otherwise."
        ]
    )


def test_drop_out_that_moves_nothing_is_told_in_one_line(told: Told) -> None:
    found = result(told, "fremmøde -> motivation")
    main = found.deciding
    still = Shifted(shift=-0.4, value=main.value, low=main.low, high=main.high)
    moved = replace(still, value=main.value - 0.1, low=main.low - 0.1)
    far, near = replace(still, shift=-4.0, tips=True), replace(still, shift=-1.5, tips=True)

    def said(*shifted: Shifted) -> list[str]:
        lines = beside(replace(found, shifted=shifted), told[0], "da")
        return about("\n".join(lines), "faldt fra")

    assert said(replace(still, shift=-0.2), still, far) == snapshot(
        [
            "Frafaldet flytter ikke tallet: det er det samme, selv om de, der faldt fra, havde ligget "
            "0,40 sd lavere end dem, der lignede dem og blev."
        ]
    )
    assert said(still, near)[1:] == snapshot(
        [
            "De, der faldt fra, skulle have ligget 1,50 sd lavere end dem, der lignede dem og blev, før "
            "tallet ikke kunne skelnes fra nul."
        ]
    )
    assert len(said(replace(still, shift=-0.2), moved, far)) == 3


def test_something_unmeasured_is_held_against_the_strongest_that_was_measured(told: Told) -> None:
    found = result(told, "jobtro -> job")

    def said(value: float, of_cause: float, of_effect: float) -> str:
        robust = Robustness(value=value, benchmark="x first", of_cause=of_cause, of_effect=of_effect)
        lines = beside(replace(found, robustness=robust), told[0], "da")
        return about("\n".join(lines), "skulle forklare")[0]

    assert said(0.11, 0.52, 0.01) == snapshot(
        "Noget, der ikke er målt, skulle forklare 11 % af det, der er tilbage af både årsag og effekt, for "
        "at tallet blev nul. Det stærkeste, der er målt (det første svar), forklarer 52 % af årsagen og 1 % "
        "af effekten. Noget ikke målt, der var lige så stærkt, ville tage 89 % af tallet."
    )
    assert said(0.11, 0.52, 0.02).endswith("ville tage hele tallet.")
    assert said(0.4, 0.4, 0.4).endswith("ville tage hele tallet."), (
        "the robustness value is where all is taken"
    )
    assert said(0.4, 0.002, 0.0).endswith(
        "forklarer under 1 % af årsagen og 0 % af effekten. Noget ikke målt, der var lige så stærkt, ville "
        "tage 0 % af tallet."
    )


def test_what_was_not_used_is_counted_in_rounds(told: Told) -> None:
    text = account(judged(told, "fremmøde -> motivation"), told[0], "da")
    assert all("målinger (" in each for each in about(text, "Ikke brugt"))


def test_an_end_that_is_not_nil_never_reads_nil() -> None:
    assert in_brackets(0.0612, 0.0021, 0.1274, "da") == "0,061 [0,002; 0,127]"
    assert in_brackets(0.0612, -0.0021, 0.1274, "en") == "0.061 [−0.002; 0.127]"
    assert in_brackets(11.6, 0.04, 23.1, "da") == "11,60 [0,04; 23,10]"
    assert in_brackets(12.0, 3.06, 20.9, "da") == "12,0 [3,1; 20,9]", "all three have equally many decimals"
    assert in_brackets(0.0, 0.0, 0.0, "da") == "0,00 [0,00; 0,00]"


def test_a_share_that_is_not_nil_never_reads_nil() -> None:
    assert [percent(each, "da") for each in (0.0, 0.0003, 0.0049, 0.005, 1.0)] == [
        "0 %",
        "under 1 %",
        "under 1 %",
        "under 1 %",
        "100 %",
    ]


def test_the_shares_at_every_step_are_one_line(told: Told) -> None:
    text = account(judged(told, "fremmøde -> overskud"), told[0], "da")
    lines = about(text, "andel på mindst trin")
    assert len(lines) == 1
    assert lines[0].startswith("  - andel på mindst trin 2, 3, 4, 5, 6, 7, 8, 9, 10: ")
    assert " procentpoint" in lines[0]
    assert lines[0].count(";") == 8


def test_a_pair_without_an_arrow_stands_beside_what_would_matter(told: Told) -> None:
    lines = about(absent_text(told[2], told[0], "da").replace("\n  ", " "), "→ Jobsøgning: uafgjort")
    assert re.sub(r"[\d,−]+ \([\d,−]+ til [\d,−]+\)", "N (N til N)", lines[0]) == snapshot(
        "- Fremmøde i praktik → Jobsøgning: uafgjort; N (N til N) sd pr. sd, mindste virkning 0,10"
    )


def test_a_change_is_told_in_whole_steps_where_answers_are_whole_steps(told: Told) -> None:
    text = quality_text(told[2], told[1], "da").replace("\n  ", " ")
    assert [re.findall(r"en ændring på (.*?) eller mere", each)[0] for each in about(text, "ændring på")] == (
        snapshot(["1 trin", "2 trin", "2 trin"])
    )


def test_a_number_is_told_in_the_scales_own_unit(told: Told) -> None:
    lines = about(account(judged(told, "jobklub -> jobsøgning"), told[0], "da", told[1]), "1,00 ")
    assert lines[:1] == snapshot(["Mindste virkning, der betyder noget: 1,00 ansøgninger (jeres)."])
    assert "1,00 trin" in account(judged(told, "jobklub -> jobsøgning"), told[0], "da"), "no scale is known"


def test_the_account_names_indicators_and_not_their_ids(told: Told) -> None:
    text = account(judged(told, "motivation -> jobtro"), told[0], "da", told[1])
    assert about(text, "Målt ved") == snapshot(
        [
            "Målt ved Motivation/ønske og tro på en fremtid på arbejdsmarkedet og Borgervurdering af troen "
            "på at få et arbejde."
        ]
    )


def test_a_column_with_nothing_in_it_is_left_out_with_its_explanation(told: Told) -> None:
    unmeasured = tuple(each for each in told[2].judgements if each.verdict is Verdict.NOT_MEASURED)
    text = table_text(replace(told[2], judgements=unmeasured, synthetic=False), "da")
    assert text == snapshot("""\
   Dom        Sammenhæng
·  ikke målt  fremmøde -> faglighed  ingen data om effekten
·  ikke målt  faglighed -> job       ingen data om årsagen

Det hele med ord: --links\
""")


def test_a_column_in_the_wrong_table_is_told_where_it_belongs(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "praktik")
    circle = tmp_path / "praktik" / "circle.yml"
    text = circle.read_text("utf-8").replace("målgruppe: Visitation}", "gruppe: Visitation}")
    circle.write_text(text, encoding="utf-8")
    found = [each for each in load(tmp_path / "praktik").findings if each.code.id == "QC201"]
    assert [message(each, "da") for each in found] == ["ukendt nøgle 'gruppe'; den hører under 'forløb'"]
    assert [message(each, "en") for each in found] == ["unknown key 'gruppe'; it belongs under 'courses'"]


def test_what_cannot_be_tested_as_declared_is_told_why_in_the_table(told: Told) -> None:
    """The table of an evaluation runs on where `circle check` has an error (QC345)."""
    declared = NotMeasured(reason=Reason.NOT_TESTABLE, facts={"UNDIRECTED": "tro_på_job"})
    found = replace(judged(told, "motivation -> jobtro"), verdict=Verdict.NOT_MEASURED, results=(declared,))
    assert reason_label(found, "da") == snapshot(
        "kan ikke testes, som den står: det er ikke sagt, om et højt svar på tro_på_job er mere eller mindre "
        "af elementet (skriv `ønsket`)"
    )
