"""What ships says what its sources say, word for word where they are quoted, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualitycircle.checks.rules import check_project
from qualitycircle.evidence import Citation
from qualitycircle.findings import has_errors
from qualitycircle.indicators import Indicator, Indicators, Quality, Respondent, Wording
from qualitycircle.loading.project import Loaded, load
from qualitycircle.theory import Kind, Relation, Theory

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "praktik"

# New Insight s24, as printed: every step's criteria in one run, and the step's point after them.
MOTIVATION_S24 = (
    "Borger har ingen tiltro til egne kvalifikationer - ønsker pension, ønsker ikke at være på"
    " arbejdsmarkedet - udtrykker selv manglende vilje / evne til at være på arbejdsmarkedet - har fokus"
    " udelukkende rettet mod problemer og barrierer - ser ikke sig selv som parat til arbejdsmarkedet -"
    " handler ikke arbejdsmarkedsrettet (forholder sig passivt) 1 "
    "Borger har en begyndende tiltro til egne kvalifikationer - formulerer enkelte ønsker om ændringer i sin"
    " livssituation og begynder at fokusere på fremtiden - begynder at handle (fx ved at melde afbud eller"
    " deltage i samtale) 2 "
    "Borger kan se nogle kvalifikationer/ kompetencer, som på sigt kan anvendes på arbejdsmarkedet - er"
    " afventende, men har positive forestillinger om arbejdsmarkedet og ønsker på sigt at vende tilbage til/"
    " komme ind på arbejdsmarkedet - vægter muligheder og barrierer lige højt - udtaler sig aktivt i forhold"
    " til egen plan. Siger fx: ”jeg skal nok prøve, det vil jeg gøre osv.” - handler i overensstemmelse med"
    " planen 3 "
    "Borger udtaler sig realistisk og konkret om sine ønsker - er fokuseret på muligheder - føler ejerskab"
    " til planen - kan se jobperspektiv i praktik/ løntilskud/ aktivering - ønsker og tror på position på"
    " arbejdsmarkedet i nær fremtid 4 "
    "Borger bringer uopfordret relevante kompetencer og interesser i spil - handler aktivt i forhold til sin"
    " egen plan ved at opsøge og undersøge muligheder - har opnået indflydelse på eget forløb/ har opnået"
    " ejerskab til handleplanen - handler arbejdsmarkedsrettet på eget initiativ 5"
)

# BIP 2017 s11, as printed.
TIED_TO_JOB_S11 = {
    Respondent.CITIZEN: {
        "Kunne mestre helbredsudfordringer",
        "Viden om muligheder",
        "Tror på han kan klare et arbejde",
        "Samarbejdsevne",
        "Realistisk forståelse af muligt lønniveau",
        "Søger job",
    },
    Respondent.CASEWORKER: {
        "Tror på at borgeren kan få et job",
        "Vurderer at borgeren handler målrettet ift. at få et job",
        "Vurderer at borger har realistisk forståelse af kompetencer",
    },
}

# BIP 2014, "BIP's indikatorer"; two misprints mended ("Måltrettethed", "Jobsøgningsadfærd- og kompetence").
BIP_INDICATORS = (
    "Koncentrationsevne og instruktionsforståelse",
    "Borgers mestringsforventning ift. job",
    "Beskæftigelsesmedarbejders forventning til at borger kommer i job",
    "Målrettethed i forhold til arbejde",
    "Evne til kontaktskabelse",
    "Samarbejdsevner",
    "Støtte fra netværk",
    "Hverdagsmestring",
    "Helbredsorientering og -mestring",
    "Jobsøgningsadfærd og -kompetence",
    "Kendskab til arbejdsmarkedet",
)

# Kongsgaard s21, the line breaks inside words taken out.
PROGRESSION_GOALS = (
    "Arbejdsmarkedsparathed Koncentrationsevne Optimisme Initiativ Målrettethed Samarbejdsevner"
    " Netværksstøtte Hverdagsmestring Helbredsmestring Vedholdenhed Handlingskompetence"
    " Forståelse af instruktion Relevant selvfortælling Realisme Faglige kompetencer"
)

# The only wordings the sources print: New Insight s24-26, BIP 2017 s8.
PUBLISHED = {"motivation", "tro_på_job", "initiativ_arbejdsgiver", "bip_kanaler"}


@pytest.fixture(scope="module")
def shipped() -> Loaded:
    return load(ROOT)


@pytest.fixture(scope="module")
def indicators(shipped: Loaded) -> Indicators:
    return shipped.project.indicators


def theory_of(shipped: Loaded, id: str) -> Theory:
    found = shipped.project.theory(id)
    assert found is not None
    return found


def the(indicators: Indicators, id: str) -> Indicator:
    found = indicators.get(id)
    assert found is not None
    return found


def printed(indicator: Indicator) -> str:
    """Return a scale as New Insight s24 prints it."""
    return " ".join(f"{' - '.join(criteria)} {step}" for step, criteria in sorted(indicator.steps.items()))


def test_what_ships_can_be_read(shipped: Loaded) -> None:
    assert not has_errors(shipped.findings), [str(each.place) for each in shipped.findings]


def test_what_ships_passes_its_own_check_and_accepts_one_warning_with_a_reason(shipped: Loaded) -> None:
    found = check_project(shipped.project)
    assert not has_errors(found, strict=True), [(each.code.id, str(each.place)) for each in found]
    accepted = {
        id: set(theory_of(shipped, id).accepted) for id in ("praktik-motivation", "bip-vejen-til-job")
    }
    assert accepted == {"praktik-motivation": set(), "bip-vejen-til-job": {"QC321"}}


def test_the_scale_for_motivation_is_new_insights_word_for_word(indicators: Indicators) -> None:
    assert printed(the(indicators, "motivation")) == MOTIVATION_S24


def test_the_five_steps_of_motivation_have_6_3_5_5_4_criteria(indicators: Indicators) -> None:
    steps = the(indicators, "motivation").steps
    assert [len(steps[each]) for each in (1, 2, 3, 4, 5)] == [6, 3, 5, 5, 4]


def test_the_citizens_and_the_employers_scale_are_new_insights_word_for_word(indicators: Indicators) -> None:
    belief, initiative = the(indicators, "tro_på_job"), the(indicators, "initiativ_arbejdsgiver")
    assert belief.question == (
        "Borger vurderer på en skala fra 1-10, i hvor høj udstrækning borger tror på, at det er muligt"
        " at få job"
    )
    assert belief.steps == {
        1: ("tror slet ikke det er muligt",),
        10: ("jeg tror fuldt og fast på, at det er muligt",),
    }
    assert (
        initiative.question
        == "Arbejdsgiver vurderer borgerens evne til at tage initiativ på en skala fra 1-10"
    )
    assert initiative.steps == {1: ("passiv",), 10: ("går uopfordret i gang med opgaver, initiativrig",)}


def test_new_insight_has_26_30_and_4_indicators_and_eight_areas(shipped: Loaded) -> None:
    catalogue = next(each for each in shipped.project.indicators.catalogues if each.id == "new-insight")
    assert dict(catalogue.total) == {Respondent.STAFF: 26, Respondent.CITIZEN: 30, Respondent.EMPLOYER: 4}
    assert len(catalogue.domains) == 8


def test_bip_has_its_eleven_indicators_in_their_order(shipped: Loaded) -> None:
    catalogue = next(each for each in shipped.project.indicators.catalogues if each.id == "bip")
    assert tuple(catalogue.domains.values()) == BIP_INDICATORS


def test_the_nine_questions_tied_to_job_are_named_as_bip_names_them(indicators: Indicators) -> None:
    named: dict[Respondent | None, set[str]] = {}
    for each in indicators:
        if each.source is not None and str(each.source) == "bip-2017 s11":
            named.setdefault(each.respondent, set()).add(each.name)
    assert {who: names for who, names in named.items() if who in TIED_TO_JOB_S11} == TIED_TO_JOB_S11
    assert sum(len(names) for names in TIED_TO_JOB_S11.values()) == 9


def documented(indicators: Indicators, source: str, to: str, *, preliminary: bool) -> set[str]:
    """Return the indicators that a source is said to tie to something."""
    return {
        each.id
        for each in indicators
        for relation in each.documented
        if (relation.citation.source, relation.to, relation.preliminary) == (source, to, preliminary)
    }


def test_the_nine_questions_of_bip_2017_and_no_others_are_documented_as_tied_to_job(
    indicators: Indicators,
) -> None:
    named: dict[Respondent | None, set[str]] = {}
    for id in documented(indicators, "bip-2017", "job", preliminary=False):
        found = indicators.get(id)
        assert found is not None
        named.setdefault(found.respondent, set()).add(found.name)
    assert named == TIED_TO_JOB_S11


def test_what_bip_2014_found_is_preliminary_and_nothing_else_is_documented(indicators: Indicators) -> None:
    search = documented(indicators, "bip-2014", "jobsøgning", preliminary=True)
    assert search == {
        "bip_helbred", "bip_jobtro", "bip_viden", "bip_jobidé", "bip_hverdag",
        "bip_sb_målrettet", "bip_sb_tro",
    }  # fmt: skip
    job = documented(indicators, "bip-2014", "job", preliminary=True)
    assert job == {"bip_helbred", "antal_kanaler", "bip_sb_målrettet", "bip_sb_initiativ", "bip_sb_tro"}
    assert sum(len(each.documented) for each in indicators) == 9 + len(search) + len(job)


def test_no_source_judges_an_indicator_by_kls_three_tests_so_none_is_judged(indicators: Indicators) -> None:
    assert [each.id for each in indicators if each.quality != Quality()] == []


def test_no_source_says_which_bip_indicator_a_question_belongs_to_so_the_placing_is_ours(
    indicators: Indicators,
) -> None:
    questions = [each for each in indicators if each.source and str(each.source) == "bip-2017 s11"]
    outcomes = [each for each in questions if each.respondent is not Respondent.REGISTER]
    assert outcomes
    assert all(each.domain_presumed and not each.domain for each in outcomes)


def test_there_are_fifteen_progression_goals(shipped: Loaded) -> None:
    catalogue = next(each for each in shipped.project.indicators.catalogues if each.id == "progressionsmål")
    assert " ".join(each.name for each in catalogue.indicators) == PROGRESSION_GOALS
    assert len(catalogue.indicators) == 15


def test_only_wordings_that_are_printed_are_called_published(indicators: Indicators) -> None:
    assert {each.id for each in indicators if each.wording is Wording.PUBLISHED} == PUBLISHED


def test_a_place_whose_wording_is_not_public_has_no_question_and_no_criteria(indicators: Indicators) -> None:
    slots = [each for each in indicators if each.is_slot]
    assert len(slots) > 30
    assert [each.id for each in slots if each.question or each.steps] == []


def test_our_own_questions_are_never_labelled_as_a_sources(shipped: Loaded) -> None:
    own = next(each for each in shipped.project.indicators.catalogues if each.id == "egne")
    assert [each.id for each in own.indicators if each.wording is not Wording.OWN or each.source] == []


def test_no_source_publishes_a_reliability(indicators: Indicators) -> None:
    assert [each.id for each in indicators if each.reliability.value is not None] == []


@pytest.mark.parametrize(
    ("id", "elements", "links", "stated"),
    [("praktik-motivation", (4, 2, 3, 1), 11, 7), ("bip-vejen-til-job", (3, 0, 11, 1), 29, 18)],
)
def test_a_theory_has_the_elements_and_links_of_its_source(
    shipped: Loaded, id: str, elements: tuple[int, ...], links: int, stated: int
) -> None:
    theory = theory_of(shipped, id)
    assert tuple(len(theory.of_kind(each)) for each in Kind) == elements
    assert len(theory.links) == links
    assert sum(each.is_stated for each in theory.links) == stated
    assert all(each.relation is Relation.INFLUENCES for each in theory.links)


@pytest.mark.parametrize("id", ["praktik-motivation", "bip-vejen-til-job"])
def test_every_link_has_a_reason_of_its_own(shipped: Loaded, id: str) -> None:
    reasons = [each.because for each in theory_of(shipped, id).links]
    assert all(reasons)
    assert len(set(reasons)) == len(reasons)


@pytest.mark.parametrize("id", ["praktik-motivation", "bip-vejen-til-job"])
def test_every_moderator_sits_on_a_link_that_exists(shipped: Loaded, id: str) -> None:
    theory = theory_of(shipped, id)
    links = {each.id for each in theory.links}
    attached = {each.link_id for moderator in theory.moderators for each in moderator.attachments}
    assert attached
    assert attached <= links


@pytest.mark.parametrize("id", ["praktik-motivation", "bip-vejen-til-job"])
def test_no_smallest_effect_or_promise_is_put_in_a_sources_mouth(shipped: Loaded, id: str) -> None:
    theory = theory_of(shipped, id)
    assert [each.id for each in theory.links if each.smallest is not None] == []
    assert [each.id for each in theory.elements if getattr(each, "promised", None) is not None] == []
    chosen = [each for each in theory.moderators if each.met_when is not None and not each.met_when.because]
    assert {each.id for each in chosen} <= {"praktikaftale"}, "a number of ours needs a reason"


def citations(theory: Theory) -> Iterator[Citation]:
    """Yield every place a theory refers to."""
    places = [each.source for each in theory.elements]
    places += [each.source for each in theory.links]
    places += [each.source for each in theory.moderators]
    yield from (each for each in places if each is not None)
    bases = [theory.evidence, *(each.evidence for each in theory.links)]
    bases += [each.evidence for each in theory.moderators]
    for base in bases:
        if isinstance(base, tuple):
            yield from (each.citation for each in base)


def test_every_citation_points_to_a_source_that_is_listed(shipped: Loaded) -> None:
    catalogues = shipped.project.indicators.catalogues
    known = {source.id for each in catalogues for source in each.sources}
    known |= {source.id for theory in shipped.project.theories for source in theory.sources}
    cited = {each.source.source for each in shipped.project.indicators if each.source}
    cited |= {relation.citation.source for each in shipped.project.indicators for relation in each.documented}
    cited |= {each.source for theory in shipped.project.theories for each in citations(theory)}
    assert cited <= known
    assert cited == {"new-insight", "bip-2014", "bip-2017", "kongsgaard", "kl-2011"}


def test_the_example_quotes_the_same_scales() -> None:
    own = load(EXAMPLE).project.indicators
    shipped = load(ROOT).project.indicators
    for id in ("motivation", "tro_på_job"):
        assert the(own, id).steps == the(shipped, id).steps
        assert the(own, id).question == the(shipped, id).question
    published = {each.id for each in own if each.wording is Wording.PUBLISHED}
    assert published == {"motivation", "tro_på_job"}
