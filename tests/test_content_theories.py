"""The six theories beside the first two say what their sources say, and what is ours is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualitycircle.checks.rules import check
from qualitycircle.evidence import Evidence, NoEvidence, Speaks
from qualitycircle.expectation import Testable, expectations
from qualitycircle.expectation.durations import weeks
from qualitycircle.findings import has_errors
from qualitycircle.loading.project import Loaded, load
from qualitycircle.rendering.picture import svg
from qualitycircle.theory import Activity, Expected, Goal, Kind, Link, Relation, Sign, Status, Theory

ROOT = Path(__file__).parent.parent

SIX = (
    "vej-til-job",
    "relationsdannelse",
    "unge-psykiske",
    "parallelindsats",
    "virksomhedsrettet",
    "brancheskift",
)

# Which links a source states. The rest only connect what the sources name.
STATED = {
    "vej-til-job": {
        "faglige -> job",
        "sociale -> job",
        "motivation -> job",
        "motivation -> uddannelse",
        "hverdag -> job",
        "helbred -> job",
    },
    "relationsdannelse": {
        "relationsarbejde -> relation",
        "relation ~ helbredsmestring",
        "relation ~ jobtro",
        "hverdag ~ faglighed",
        "hverdag ~ motivation",
        "hverdag ~ jobtro",
        "helbredsmestring ~ motivation",
        "helbredsmestring ~ jobtro",
        "helbredsmestring ~ faglighed",
        "helbred ~ sociale",
        "tiltro ~ jobtro",
    },
    "unge-psykiske": {
        "sammenhæng -> kontaktpersoner",
        "metoder -> forandring",
        "coaching -> forandring",
        "kompetencer -> tættere",
        "tættere -> beskæftigelse",
        "tættere -> førtidspension",
    },
    "parallelindsats": {
        "job_indsats -> samtidig",
        "helbredsindsats -> samtidig",
        "måling -> ansvar",
        "samtidig -> trivsel",
        "samtidig -> job",
        "samtidig -> tilbage",
        "helbred -> søgning",
        "jobtro -> søgning",
        "helbred -> job",
        "søgning -> job",
    },
    "virksomhedsrettet": {"gennemført -> optrænet"},
    "brancheskift": set(),
}

# New Insight s34-35: what is said to hang together, in the source's own words.
HANGS_TOGETHER = {
    "relation ~ helbredsmestring": "tillidsfuld relation og borgers evne til at håndtere helbredsproblemer",
    "relation ~ jobtro": "troen på at få et arbejde",
    "hverdag ~ faglighed": (
        "Forbedret evne til hverdagsmestring hænger sammen med forbedring af faglige kvalifikationer"
    ),
    "hverdag ~ motivation": "Forbedret hverdagsmestring hænger sammen med motivation",
    "hverdag ~ jobtro": "tro på at få et arbejde",
    "helbredsmestring ~ motivation": (
        "Forbedret evne til at håndtere helbredsproblemer hænger sammen med større motivation"
    ),
    "helbredsmestring ~ jobtro": "troen på at få et arbejde",
    "helbredsmestring ~ faglighed": "faglige kompetencer",
    "helbred ~ sociale": ("Forbedret helbredssituation hænger sammen med forbedring af sociale kompetencer"),
    "tiltro ~ jobtro": "Tiltro til egne evner hænger sammen med troen på at få et arbejde",
}

# BIP 2014, "Sammenhænge".
WEAK_TENDENCY = "Svag tilbøjelighed til at progression på et område fører til progression på et andet"

STRENGTHENS, WEAKENS = Expected.STRENGTHENS, Expected.WEAKENS

MODERATORS = {
    "vej-til-job": {
        "praktikaftale": (STRENGTHENS, {"snusepraktik -> fremmøde"}),
        "opfølgning": (STRENGTHENS, {"snusepraktik -> fremmøde", "fremmøde -> motivation"}),
        "anerkendende": (STRENGTHENS, {"deltagelse -> mestring", "fremmøde -> motivation"}),
    },
    "relationsdannelse": {
        "forløbslængde": (
            STRENGTHENS,
            {"relationsarbejde -> relation", "relation ~ helbredsmestring", "relation ~ jobtro"},
        ),
        "anerkendende": (STRENGTHENS, {"relationsarbejde -> relation"}),
        "kontinuitet": (STRENGTHENS, {"relationsarbejde -> relation", "jobtro -> job_uddannelse"}),
        "rådgiver": (STRENGTHENS, {"relationsarbejde -> relation"}),
    },
    "unge-psykiske": {
        "differentiering": (STRENGTHENS, {"metoder -> forandring"}),
        "respekt": (STRENGTHENS, {"coaching -> forandring"}),
        "medarbejderkompetencer": (STRENGTHENS, {"metoder -> forandring", "coaching -> forandring"}),
        "misbrug": (WEAKENS, {"forandring -> kompetencer"}),
    },
    "parallelindsats": {
        "fælles_forståelse": (STRENGTHENS, {"ansvar -> samtidig", "samtidig -> trivsel"}),
        "fælles_sprog": (STRENGTHENS, {"måling -> ansvar"}),
        "forskelle": (WEAKENS, {"måling -> ansvar", "ansvar -> samtidig"}),
        "lang_forberedelse": (WEAKENS, {"samtidig -> job"}),
        "samme_system": (STRENGTHENS, {"måling -> ansvar"}),
    },
    "virksomhedsrettet": {
        "målgruppe": (STRENGTHENS, {"gennemført -> optrænet"}),
        "setup": (STRENGTHENS, {"praktik -> gennemført"}),
        "visitationens_kvalitet": (STRENGTHENS, {"visitation -> gennemført"}),
    },
    "brancheskift": {
        "setup": (
            STRENGTHENS,
            {"uddannelsesforløb -> kompetencer", "opkvalificering -> kompetencer", "rotation -> kompetencer"},
        ),
        "sammensætning": (
            STRENGTHENS,
            {"uddannelsesforløb -> kompetencer", "opkvalificering -> kompetencer"},
        ),
    },
}

# KL 2011 s3-5: what each track asks, by a few of its own words.
ASKED = {
    "unge-psykiske": (
        "hvilke indsatser der virker for denne gruppe",
        "mere sammenhængende indsats internt i kommunen, så man undgår 10 kontaktpersoner",
        "effekten af et systematisk samarbejde med sundhedssystemet",
        "hvilke metoder virker, når man skal igangsætte en forandringsproces",
        "rammerne for en beskæftigelsesfremmende indsats for unge med psykiske problemer",
        "overføre metoder fra sundhedssystemet",
    ),
    "virksomhedsrettet": (
        "effekter af virksomhedstilbud over for forskellige målgrupper",
        "det organisatoriske setups betydning for effekten",
        "effekter ved brug af virksomhedscentre",
        "den mest effektive sammensætning af et forløb før (visitation), under og efter",
        "hvordan sikres den bedste visitation",
        "hvorfor og hvornår virker den virksomhedsvendte indsats",
        "hvordan anvendes offentligt løntilskud mest effektivt",
        "virksomhedspraktik og misbrugsbehandling",
        "det optimale forløb (kombination af indsatser)",
    ),
    "brancheskift": (
        "effekten af forskellige typer uddannelsesforløb",
        "effekten af målrettet joborienteret opkvalificering",
        "effekten af rotationsprojekter",
        "det organisatoriske setups betydning for effekten",
        "fremtidens branchers kompetencekrav",
        "den bedste sammensætning af et forløb før (visitation), under og efter",
        "effekter af samarbejde med andre politikområder",
    ),
}


@pytest.fixture(scope="module")
def shipped() -> Loaded:
    return load(ROOT)


def the(shipped: Loaded, id: str) -> Theory:
    found = shipped.project.theory(id)
    assert found is not None
    return found


def link(theory: Theory, id: str) -> Link:
    found = theory.link(id)
    assert found is not None
    return found


def pieces(claim: Link) -> tuple[Evidence, ...]:
    assert isinstance(claim.evidence, tuple)
    return claim.evidence


@pytest.mark.parametrize(
    ("id", "elements", "links"),
    [
        ("vej-til-job", (6, 2, 8, 2), 24),
        ("relationsdannelse", (4, 1, 9, 1), 21),
        ("unge-psykiske", (5, 2, 3, 3), 12),
        ("parallelindsats", (3, 2, 4, 2), 14),
        ("virksomhedsrettet", (6, 1, 1, 1), 8),
        ("brancheskift", (5, 0, 2, 1), 8),
    ],
)
def test_a_theory_has_the_elements_and_links_of_its_source(
    shipped: Loaded, id: str, elements: tuple[int, ...], links: int
) -> None:
    theory = the(shipped, id)
    assert tuple(len(theory.of_kind(each)) for each in Kind) == elements
    assert len(theory.links) == links


@pytest.mark.parametrize("id", SIX)
def test_only_links_that_a_source_states_say_so(shipped: Loaded, id: str) -> None:
    assert {each.id for each in the(shipped, id).links if each.is_stated} == STATED[id]


@pytest.mark.parametrize(
    ("id", "own"),
    [
        ("vej-til-job", set()),
        ("relationsdannelse", set()),
        ("unge-psykiske", {"fælles_forløb"}),
        ("parallelindsats", set()),
        ("virksomhedsrettet", {"gennemført", "selvforsørgelse"}),
        ("brancheskift", set()),
    ],
)
def test_only_elements_that_a_source_names_say_so(shipped: Loaded, id: str, own: set[str]) -> None:
    assert {each.id for each in the(shipped, id).elements if each.source is None} == own


def test_moderators_sit_on_the_links_their_sources_speak_of(shipped: Loaded) -> None:
    for id, expected in MODERATORS.items():
        found = {
            each.id: (each.attachments[0].expected, {one.link_id for one in each.attachments})
            for each in the(shipped, id).moderators
        }
        assert found == expected
        assert all(each.source is not None and each.indicators for each in the(shipped, id).moderators)


@pytest.mark.parametrize("id", SIX)
def test_every_link_has_a_reason_of_its_own(shipped: Loaded, id: str) -> None:
    reasons = [each.because for each in the(shipped, id).links]
    assert all(reasons)
    assert len(set(reasons)) == len(reasons)


@pytest.mark.parametrize(
    ("id", "accepted"),
    [
        ("vej-til-job", set()),
        ("relationsdannelse", {"QC309"}),
        ("unge-psykiske", set()),
        ("parallelindsats", set()),
        ("virksomhedsrettet", {"QC325"}),
        ("brancheskift", {"QC310", "QC320", "QC321"}),
    ],
)
def test_a_theory_is_sound_and_what_it_lives_with_has_a_reason(
    shipped: Loaded, id: str, accepted: set[str]
) -> None:
    theory, project = the(shipped, id), shipped.project
    found = check(theory, project.indicators, library=project.library)
    assert not has_errors(found, strict=True), [(each.code.id, str(each.place)) for each in found]
    assert set(theory.accepted) == {each.code.id for each in found} == accepted
    assert all(len(each) > 40 for each in theory.accepted.values())


@pytest.mark.parametrize(
    ("id", "count"),
    [
        ("vej-til-job", (18, 24)),
        ("relationsdannelse", (19, 21)),
        ("unge-psykiske", (12, 12)),
        ("parallelindsats", (12, 14)),
        ("virksomhedsrettet", (3, 8)),
        ("brancheskift", (5, 8)),
    ],
)
def test_what_cannot_be_tested_waits_for_a_promise_or_for_the_laboratory(
    shipped: Loaded, id: str, count: tuple[int, int]
) -> None:
    expected = expectations(the(shipped, id), shipped.project.indicators)
    assert (sum(isinstance(each, Testable) for each in expected), len(expected)) == count


@pytest.mark.parametrize("id", SIX)
def test_no_number_of_ours_is_put_in_a_sources_mouth(shipped: Loaded, id: str) -> None:
    theory = the(shipped, id)
    assert [each.id for each in theory.links if each.smallest is not None] == []
    assert [each.id for each in theory.moderators if each.smallest_difference is not None] == []
    assert [each.id for each in theory.elements if getattr(each, "promised", None) is not None] == []
    chosen = [each.met_when for each in theory.moderators if each.met_when is not None]
    assert all(each.because for each in chosen if isinstance(each.value, float))


@pytest.mark.parametrize("id", SIX)
def test_a_theory_speaks_to_the_citizen(shipped: Loaded, id: str) -> None:
    text = the(shipped, id).citizen_text
    assert text.startswith("Du ")
    assert "borger" not in text


def test_what_new_insight_calls_closer_to_job_leads_to_job(shipped: Loaded) -> None:
    theory = the(shipped, "vej-til-job")
    stated = {each.cause for each in theory.links if each.is_stated}
    assert {each.name for each in theory.elements if each.id in stated} == {
        "Relevante faglige kompetencer",
        "Sociale kompetencer der kræves",
        "Motiveret for job/uddannelse",
        "Mestrer dagligdagskompetencer",
        "Mestrer helbredsproblemer mv.",
    }


def test_what_hangs_together_is_never_drawn_as_an_influence(shipped: Loaded) -> None:
    theory = the(shipped, "relationsdannelse")
    together = {each.id for each in theory.links if each.relation is Relation.MOVES_WITH}
    assert together == set(HANGS_TOGETHER)
    for id, words in HANGS_TOGETHER.items():
        said = [each for each in pieces(link(theory, id)) if each.speaks is Speaks.FOR]
        assert [words in each.finding for each in said] == [True]
        assert str(said[0].citation) == (
            "new-insight s34" if id.startswith("relation") else "new-insight s35"
        )


def test_the_sources_contradict_each_other_and_both_are_heard(shipped: Loaded) -> None:
    theory = the(shipped, "relationsdannelse")
    for id in [each for each in HANGS_TOGETHER if not each.startswith("relation")]:
        against = [each for each in pieces(link(theory, id)) if each.speaks is Speaks.AGAINST]
        assert [(str(each.citation), each.finding, each.preliminary) for each in against] == [
            ("bip-2014 Sammenhænge", WEAK_TENDENCY, True)
        ]
    assert isinstance(theory.evidence, tuple)
    assert {each.speaks for each in theory.evidence} == {Speaks.FOR, Speaks.AGAINST}


def test_the_longer_course_has_the_four_phases_in_their_order(shipped: Loaded) -> None:
    theory = the(shipped, "relationsdannelse")
    phases = [each.phase for each in theory.elements if isinstance(each, Activity)]
    assert phases == ["Relationsdannelse", "Minerydning", "Afklaringsfase", "Træningsfase"]
    assert list(theory.phases) == phases
    assert theory.plan.rounds == ("start", "2", "3", "slut")


def test_fewer_contact_persons_are_named_without_direction_and_let_the_sign_speak(shipped: Loaded) -> None:
    theory = the(shipped, "unge-psykiske")
    persons = theory.element("kontaktpersoner")
    assert persons is not None
    assert persons.name == "Kontaktpersoner pr. ung"
    assert link(theory, "sammenhæng -> kontaktpersoner").sign is Sign.DOWN
    assert link(theory, "kontaktpersoner -> forandring").sign is Sign.DOWN


def test_only_førtidspension_is_wished_down(shipped: Loaded) -> None:
    goals = [each for id in SIX for each in the(shipped, id).goals]
    assert [each.id for each in goals if not each.wanted_up] == ["førtidspension"]
    assert link(the(shipped, "unge-psykiske"), "tættere -> førtidspension").sign is Sign.DOWN


def test_the_young_are_a_group_of_many(shipped: Loaded) -> None:
    assert the(shipped, "unge-psykiske").target_group.subgroups == (
        "depression",
        "angst",
        "spiseforstyrrelser",
        "borderline",
        "aspergers",
        "ADHD",
        "hjerneskade",
    )


def test_coaching_is_shared_and_can_be_used_in_every_track(shipped: Loaded) -> None:
    coaching = the(shipped, "unge-psykiske").element("coaching")
    assert isinstance(coaching, Activity)
    assert coaching.name == "Coaching m.m."
    assert coaching.content


def test_the_parallel_effort_spans_sectors_at_the_same_time(shipped: Loaded) -> None:
    theory = the(shipped, "parallelindsats")
    job, health = theory.element("job_indsats"), theory.element("helbredsindsats")
    assert isinstance(job, Activity)
    assert isinstance(health, Activity)
    assert (job.sector, health.sector) == ("employment", "health")
    assert job.alongside == ("helbredsindsats",)
    assert health.alongside == ("job_indsats",)
    assert len(pieces(link(theory, "samtidig -> job"))) == 2


def test_the_company_effort_has_a_before_an_under_and_an_after(shipped: Loaded) -> None:
    theory = the(shipped, "virksomhedsrettet")
    found = {each.id: each for each in theory.elements if isinstance(each, Activity)}
    assert "praktik" in found["visitation"].before
    assert found["mentor"].alongside == found["sociale_tilbud"].alongside == ("praktik",)
    assert "praktik" in found["opfølgning"].after


def test_the_change_of_trade_is_within_two_years(shipped: Loaded) -> None:
    theory = the(shipped, "brancheskift")
    goal = theory.element("ny_branche")
    assert isinstance(goal, Goal)
    assert weeks(goal.within) == 104
    assert theory.intervention.duration == "inden for 2 år"


@pytest.mark.parametrize("id", sorted(ASKED))
def test_what_the_laboratory_asks_is_asked(shipped: Loaded, id: str) -> None:
    theory = the(shipped, id)
    asked = [theory.questions, *(each.questions for each in theory.links)]
    asked += [each.questions for each in theory.moderators]
    asked += [each.questions for each in theory.elements]
    said = " ".join(one for questions in asked for one in questions).casefold()
    assert [each for each in ASKED[id] if each.casefold() not in said] == []
    assert theory.status is Status.DRAFT


@pytest.mark.parametrize("id", sorted(ASKED))
def test_a_link_with_a_question_is_a_knowledge_gap(shipped: Loaded, id: str) -> None:
    theory = the(shipped, id)
    gaps = {each.id for each in theory.links if each.evidence is NoEvidence.KNOWLEDGE_GAP}
    assert {each.id for each in theory.links if each.questions} <= gaps
    assert STATED[id] <= gaps
    assert id != "brancheskift" or gaps == {each.id for each in theory.links}


@pytest.mark.parametrize("id", SIX)
def test_no_name_is_too_long_for_its_box(shipped: Loaded, id: str) -> None:
    assert "…" not in svg(the(shipped, id), language="da")
