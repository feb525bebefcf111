"""Is the theory sound? Every rule, by its own example and by planted mistakes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.checks.rules import RULES, check, check_project
from qualitycircle.evidence import Citation, Evidence, KnowledgeFrom, Source
from qualitycircle.findings import Finding, Severity, has_errors
from qualitycircle.indicators import Indicators, Respondent, Scale, Wording
from qualitycircle.loading.build import theory_from_text
from qualitycircle.project import Laboratory, Project, Settings, Track
from qualitycircle.theory import Activity, Attachment, Expected, Moderator, Status, Theory
from qualitycircle.vocabulary.findings.meaning import FINDINGS
from tests import frame
from tests.small import element, indicator, indicators, link, theory, with_element
from tests.test_structure import SOUND as WRITTEN

CASES = sorted((Path(__file__).parent / "cases").glob("findings-*.yml"))
OF_A_PROJECT = {"QC342", "QC343", "QC344"}
"""Codes about circle.yml, which an example of a theory cannot show."""

EXAMPLES = [code for code, each in FINDINGS.items() if each.wrong and code not in OF_A_PROJECT]


def found(theory: Theory) -> list[str]:
    return [each.code.id for each in check(theory, indicators())]


def all_findings(text: str) -> tuple[Finding, ...]:
    read, by_loader = frame.read(text)
    return (*by_loader, *check(read, frame.indicators()))


SOUND = ("praktik -> henvendelser", "henvendelser -> motivation", "motivation -> job")


def test_a_sound_theory_has_no_findings() -> None:
    assert found(theory(*SOUND)) == []
    assert all_findings(frame.SOUND) == ()


# Every code by its own example -------------------------------------------------------------------


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_of_a_code_gives_that_code_alone_and_where(code: str) -> None:
    findings = all_findings(frame.framed(FINDINGS[code].wrong))
    assert {each.code.id for each in findings} == {code}
    assert all(each.place.line and each.place.column for each in findings)


PLACES = yaml.safe_load((Path(__file__).parent / "cases/findings/meaning.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", EXAMPLES)
def test_each_code_points_at_the_words_it_is_about(code: str) -> None:
    text = frame.framed(FINDINGS[code].wrong)
    lines = text.splitlines()
    places = [each.place for each in all_findings(text)]
    told = [
        f"{each.line}:{each.column} {lines[each.line - 1][each.column - 1 :][: each.length]}"
        for each in places
    ]
    assert told == PLACES[code]


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_right_example_of_a_code_is_sound(code: str) -> None:
    assert all_findings(frame.framed(FINDINGS[code].right)) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.stem)
def test_a_case_gives_the_findings_it_says(case: Path) -> None:
    content = yaml.safe_load(case.read_text(encoding="utf-8"))
    findings = all_findings(frame.framed(content["teori"]))
    told = [f"{each.place.line}:{each.place.column} {each.severity.value} {each.code}" for each in findings]
    assert sorted(told) == sorted(content["fund"])


def test_only_what_the_reader_says_first_has_no_example() -> None:
    assert {code for code, each in FINDINGS.items() if not each.wrong} == {"QC302", "QC303"}


# Drafts and accepted warnings --------------------------------------------------------------------


def test_what_a_draft_lacks_is_a_warning_but_what_is_wrong_stays_an_error() -> None:
    lacking = theory("praktik -> henvendelser", "motivation -> job", status=Status.DRAFT)
    wrong = theory(*SOUND, "motivation -> lykke", status=Status.DRAFT)
    assert not has_errors(check(lacking, indicators()))
    assert has_errors(check(replace(lacking, status=Status.IN_USE), indicators()))
    assert has_errors(check(wrong, indicators()))


def test_an_accepted_warning_is_a_note_that_carries_its_reason() -> None:
    bare = with_element(theory(*SOUND), "motivation", indicators=())
    accepted = replace(bare, accepted={"QC310": "Vi afventer et spørgsmål"})
    (finding,) = check(accepted, indicators())
    assert (finding.severity, finding.accepted) == (Severity.NOTE, "Vi afventer et spørgsmål")
    assert has_errors(check(bare, indicators()), strict=True)
    assert not has_errors(check(accepted, indicators()), strict=True)


def test_an_error_cannot_be_accepted() -> None:
    wrong = theory(*SOUND, "motivation -> lykke", accepted={"QC301": "det går nok"})
    by_code = {each.code.id: each.severity for each in check(wrong, indicators())}
    assert by_code == {"QC301": Severity.ERROR, "QC339": Severity.NOTE}


# Links and ways ----------------------------------------------------------------------------------


def test_a_misspelled_end_is_one_finding_with_the_likely_word() -> None:
    (finding,) = check(
        theory("praktik -> henvendelser", "henvendelser -> motivaton", "motivation -> job"), indicators()
    )
    assert (finding.code.id, finding.facts["suggestion"]) == ("QC301", "motivation")


@pytest.mark.parametrize(
    ("claim", "allowed"),
    [
        ("henvendelser -> fremmøde", True),
        ("mestring -> motivation", True),
        ("praktik -> samtaler", False),
        ("pension -> job", False),
        ("motivation -> henvendelser", False),
    ],
)
def test_arrows_go_forward_or_within_outputs_and_effects(claim: str, *, allowed: bool) -> None:
    assert ("QC304" not in found(theory(*SOUND, claim))) is allowed


def test_a_circle_that_is_seen_later_is_a_claim_and_one_seen_at_once_is_a_mistake() -> None:
    back = link("mestring -> motivation", seen_after=(0,))
    later = theory(*SOUND, "motivation -> mestring", back)
    at_once = theory(*SOUND, link("motivation -> mestring", seen_after=(0, 1)), back)
    assert (found(later), found(at_once)) == ([], ["QC305"])


def test_an_element_that_points_at_itself_bites_its_own_tail() -> None:
    assert "QC305" in found(theory(*SOUND, "motivation -> motivation"))


def test_an_influence_and_an_association_between_the_same_two_is_a_contradiction() -> None:
    assert "QC303" in found(theory(*SOUND, "motivation ~ henvendelser"))
    assert "QC303" not in found(theory(*SOUND, "motivation -> mestring", "mestring -> motivation"))


def test_an_id_is_one_thing_also_when_the_other_is_a_moderator() -> None:
    moderator = Moderator(
        id="motivation",
        name="Motivation",
        indicators=("tro",),
        attachments=(Attachment(link=("motivation", "job"), expected=Expected.STRENGTHENS),),
    )
    assert "QC302" in found(theory(*SOUND, moderators=(moderator,)))
    twice = theory(*SOUND)
    assert "QC302" in found(replace(twice, elements=(*twice.elements, element("motivation"))))


def test_a_part_reaches_the_goal_through_its_whole() -> None:
    whole = with_element(
        theory("praktik -> henvendelser", "henvendelser -> tro", "tro -> job"),
        "tro",
        indicators=(),
        consists_of=("motivation", "mestring"),
    )
    parted = replace(whole, elements=(*whole.elements, element("motivation"), element("mestring")))
    assert found(parted) == []


def test_a_whole_seen_through_its_parts_needs_no_links_of_its_own() -> None:
    parts = theory(*SOUND)
    whole = replace(element("tro"), indicators=(), consists_of=("motivation",))
    assert found(replace(parts, elements=(*parts.elements, whole))) == []


def test_two_signs_down_lead_where_one_up_does() -> None:
    wished_down = {"wanted_up": False}
    down = with_element(theory(*SOUND, "motivation -> pension -"), "pension", **wished_down)
    up = with_element(theory(*SOUND, "motivation -> pension"), "pension", **wished_down)
    assert (found(down), found(up)) == ([], ["QC322"])


def test_the_way_that_leads_away_is_told_from_the_activity_to_the_goal() -> None:
    (finding,) = check(theory(*SOUND[:2], "motivation -> job -"), indicators())
    assert finding.facts == {"goal": "job", "way": "praktik -> henvendelser -> motivation -> job"}


# Knowledge, order, practice ----------------------------------------------------------------------

STAFF = Source(id="erfaring", knowledge_from=(KnowledgeFrom.STAFF,))
CITIZENS = Source(id="interviews", knowledge_from=(KnowledgeFrom.CITIZENS,))


def resting_on(*sources: Source) -> Theory:
    evidence = tuple(Evidence(citation=Citation(source=each.id)) for each in sources)
    return theory(*SOUND, sources=sources, evidence=evidence)


def test_a_theory_rests_on_more_than_one_kind_of_knowledge() -> None:
    assert found(resting_on(STAFF)) == ["QC320"]
    assert found(resting_on(STAFF, CITIZENS)) == []
    assert found(theory(*SOUND)) == []


@pytest.mark.parametrize(
    ("reason", "is_slogan"),
    [
        ("Relationen er afgørende.", True),
        ("det er jo individuelt, hvad der virker", True),
        ("DET VI ALTID HAR GJORT", True),
        ("vi møder borgeren i øjenhøjde", True),
        ("the relationship is decisive", True),
        ("en fast kontaktperson mærker det, når borgeren bliver væk", False),
        (
            "relationen er afgørende, når borgeren skal turde sige, at praktikken er ved at gå galt",
            False,
        ),
    ],
)
def test_a_slogan_is_not_a_reason(reason: str, *, is_slogan: bool) -> None:
    claimed = theory(*SOUND[:2], link("motivation -> job", because=reason))
    assert (found(claimed) == ["QC319"]) is is_slogan


def with_activities(*activities: Activity, phases: tuple[str, ...] = ()) -> Theory:
    claims = [f"{each.id} -> henvendelser" for each in activities]
    base = theory(*claims, *SOUND[1:], phases=phases)
    by_id = {each.id: each for each in activities}
    return replace(base, elements=tuple(by_id.get(each.id, each) for each in base.elements))  # type: ignore[misc]


def test_reality_that_waits_for_everything_else_is_the_stairs_of_readiness() -> None:
    praktik = Activity(id="praktik", name="Praktik", setting="company")
    samtaler = Activity(id="samtaler", name="Samtaler")
    assert found(with_activities(samtaler, replace(praktik, after=("samtaler",)))) == ["QC325"]
    assert found(with_activities(samtaler, replace(praktik, alongside=("samtaler",)))) == []
    talk, work = replace(samtaler, phase="relation"), replace(praktik, phase="træning")
    last = with_activities(talk, work, phases=("relation", "træning"))
    assert found(last) == ["QC325"]


def test_a_rating_whose_wording_is_not_public_needs_no_anchors_from_us() -> None:
    ours = indicator("motivation", respondent=Respondent.STAFF)
    theirs = replace(ours, wording=Wording.NOT_PUBLISHED)
    assert [each.code.id for each in check(theory(*SOUND), indicators(ours))] == ["QC315"]
    assert check(theory(*SOUND), indicators(theirs)) == ()


@pytest.mark.parametrize(
    ("scale", "codes"),
    [
        (Scale(id="kontakter", low=0), []),
        (Scale(id="uger", low=0, high=52, unit="uger"), []),
        (Scale(id="faglig", low=1, high=5), ["QC315"]),
    ],
)
def test_a_count_needs_no_anchors_whoever_counts(scale: Scale, codes: list[str]) -> None:
    counted = indicator("motivation", respondent=Respondent.STAFF, scale=scale)
    assert [each.code.id for each in check(theory(*SOUND), indicators(counted))] == codes


# The project -------------------------------------------------------------------------------------


def test_a_track_of_the_laboratory_names_theories_that_exist() -> None:
    laboratory = Laboratory(tracks=(Track(id="unge", name="Unge", theories=("prøv", "prøve")),))
    project = Project(
        root="",
        settings=Settings(id="hus", laboratory=laboratory),
        theories=(theory(*SOUND),),
        indicators=indicators(),
    )
    (finding,) = check_project(project)
    assert (finding.code.id, finding.facts["theory"], finding.facts["suggestion"]) == (
        "QC342",
        "prøv",
        "prøve",
    )


# Laws --------------------------------------------------------------------------------------------

CLAIMS = [
    f"{cause} {arrow} {effect}"
    for cause in ("praktik", "henvendelser", "motivation", "job", "lykke")
    for arrow in ("->", "~")
    for effect in ("henvendelser", "motivation", "mestring", "job", "pension")
]


@given(st.lists(st.sampled_from(CLAIMS), max_size=8))
def test_whatever_is_claimed_every_rule_answers_and_every_answer_has_a_text(
    claims: list[str],
) -> None:
    findings = check(theory(*claims), indicators())
    assert {each.code.id for each in findings} <= set(FINDINGS)


@given(st.permutations(SOUND))
def test_the_order_of_the_links_does_not_matter_to_a_sound_theory(links: list[str]) -> None:
    assert found(theory(*links)) == []


def test_every_rule_is_there_once() -> None:
    assert len(set(RULES)) == len(RULES)


def test_checking_imports_nothing_heavy() -> None:
    heavy = ["networkx", "numpy", "pandas", "duckdb", "rich", "scipy", "graphviz", "jsonschema"]
    program = (
        "import sys; import qualitycircle.checks.rules, qualitycircle.rendering.messages,"
        f" qualitycircle.rendering.testability; print([each for each in {heavy!r} if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_association_needs_no_reason_but_an_influence_does() -> None:
    silent = {"because": ""}
    assert found(theory(*SOUND, "mestring -> job", link("motivation ~ mestring", **silent))) == []
    assert found(theory(*SOUND[:2], link("motivation -> job", **silent))) == ["QC318"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  praktik -> fremmøde:", "  praktik => fremmøde:", "QC210"),
        ("  praktik -> fremmøde:", "  fremmøde <- praktik:", "QC210"),
        ("  praktik -> fremmøde:", "  praktik -> fremmøde -> motivation:", "QC210"),
        ("  praktik: Praktikophold", "  - praktik: Praktikophold", "QC237"),
    ],
)
def test_what_could_not_be_read_is_not_told_again_as_missing(old: str, new: str, code: str) -> None:

    assert old in WRITTEN
    theory, found = theory_from_text(WRITTEN.replace(old, new), file="praktik.yml", catalogues=())
    assert theory is not None
    told = {each.code.id for each in (*found, *check(theory, Indicators()))}
    assert told & {"QC203", "QC210", "QC237", "QC301", "QC306", "QC308", "QC311", "QC312"} == {code}


@pytest.mark.parametrize(
    ("because", "is_told"),
    [
        ("det virker", True),
        ("it works", True),
        ("praktik øger fremmøde", True),
        ("praktikophold giver fremmøde hos borgeren", True),
        ("fremmødet på arbejdspladsen er aftalt dag for dag", False),
        ("arbejdspladsen venter", False),
        ("den, der møder, lykkes", False),
    ],
)
def test_a_reason_that_only_says_the_link_again_is_told(because: str, *, is_told: bool) -> None:
    text = WRITTEN.replace("arbejdspladsen venter", because)
    found, _ = theory_from_text(text, file="praktik.yml", catalogues=())
    assert found is not None
    told = [each.place.line for each in check(found, Indicators()) if each.code.id == "QC319"]
    assert told == ([15] if is_told else [])
