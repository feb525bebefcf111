"""The site says what the values say, in the right place, and nothing about a person."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

from qualitycircle.circle.values import Answer, Choice, Decision, Plan, Round
from qualitycircle.evaluation import values as found
from qualitycircle.evaluation.values import (
    Basis,
    Delivery,
    Estimate,
    Evaluation,
    Fingerprints,
    Judgement,
    NotMeasured,
    Progression,
    Reason,
    Role,
    Verdict,
)
from qualitycircle.evidence import Citation, Evidence, EvidenceType, Source, Speaks
from qualitycircle.expectation import Comparison, Measure, Test
from qualitycircle.findings import Place
from qualitycircle.indicators import (
    Catalogue,
    Indicator,
    IndicatorClass,
    Indicators,
    Reliability,
    Respondent,
    Scale,
    Wording,
)
from qualitycircle.project import Project, Settings
from qualitycircle.rendering.testability import Row
from qualitycircle.site.build import build_contents
from qualitycircle.site.contents import Contents, Station, Story
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Link, MeasurementPlan, Outcome, Risk, Sign, TargetGroup, Theory
from tests.theories import bip, praktik

MOTIVATION = Indicator(
    id="motivation",
    name="Motivation/ønske og tro på en fremtid på arbejdsmarkedet",
    catalogue="new-insight",
    indicator_class=IndicatorClass.OUTCOME,
    respondent=Respondent.STAFF,
    domain="motivation",
    scale=Scale(id="faglig_5", low=1, high=5, high_means="tættest på arbejdsmarkedet"),
    steps={
        1: (
            "Borger har ingen tiltro til egne kvalifikationer",
            "ønsker pension, ønsker ikke at være på arbejdsmarkedet",
        ),
        3: ("Borger kan se nogle kvalifikationer/ kompetencer, som på sigt kan anvendes",),
        5: ("handler arbejdsmarkedsrettet på eget initiativ",),
    },
    wording=Wording.PUBLISHED,
    period="1 måned",
    reliability=Reliability(value=0.64, because="to medarbejdere vurderede de samme 40 borgere"),
    influenceable=True,
    source=Citation(source="new-insight", where="s24"),
    place=Place(file="indicators/new-insight.yml", line=30),
)
SLOT = Indicator(
    id="hverdagsmestring",
    name="Hverdagsmestring",
    catalogue="new-insight",
    respondent=Respondent.STAFF,
    wording=Wording.NOT_PUBLISHED,
    domain_presumed="motivation",
)
ATTENDANCE = Indicator(
    id="fremmødeprocent", name="Fremmødeprocent", catalogue="egne", respondent=Respondent.SYSTEM
)
CATALOGUES = (
    Catalogue(
        id="new-insight",
        name="New Insights progressionsmåling",
        total={Respondent.STAFF: 26, Respondent.CITIZEN: 30},
        domains={"motivation": "Motivation"},
        indicators=(MOTIVATION, SLOT),
        sources=(Source(id="new-insight", title="New Insight 2017"),),
    ),
    Catalogue(id="egne", name="Egne indikatorer", indicators=(ATTENDANCE,)),
)


def told() -> Theory:
    """Return the theory of practical placement with a little of everything a page can show."""
    theory = praktik()
    evidence = (
        Evidence(citation=Citation(source="new-insight", where="s34")),
        Evidence(
            citation=Citation(source="interviews", where="nr. 7"),
            speaks=Speaks.AGAINST,
            type=EvidenceType.USER,
            finding="To mødte stabilt og mistede modet, da praktikken endte uden job.",
        ),
    )
    links = tuple(
        replace(
            each,
            evidence=evidence,
            smallest=Smallest(value=0.5, unit=Unit.STEPS, because="et halvt trin kan mærkes i samtalen"),
            questions=("Gælder det også borgere med angst?",),
        )
        if each.id == "fremmøde -> motivation"
        else each
        for each in theory.links
    )
    elements = tuple(
        replace(
            each,
            indicators=("motivation",),
            definition="Ønske om og tro på en fremtid på arbejdsmarkedet",
        )
        if isinstance(each, Outcome) and each.id == "motivation"
        else replace(each, indicators=("fremmødeprocent",))
        if each.id == "fremmøde"
        else each
        for each in theory.elements
    )
    return replace(
        theory,
        elements=elements,
        links=links,
        version=2,
        citizen_text="Du øver dig i at præsentere dig selv, henvender dig til arbejdspladser og kommer i "
        "praktik med fast opfølgning.",
        problem="Mange har helbredsproblemer, og få kommer i job.",
        plan=MeasurementPlan(every=91, tolerance=21, rounds=("start", "2", "3", "slut"), declared=True),
        risks=(Risk(risk="Medarbejderen ser den sidste score, før der scores igen."),),
        accepted={"QC310": "Antal henvendelser tælles i hånden indtil videre."},
        target_group=TargetGroup(name="Ikke-arbejdsmarkedsparate borgere", subgroups=("angst", "depression")),
        sources=(Source(id="interviews", title="Borgerinterviews 2025", type=EvidenceType.USER),),
        place=Place(file="theories/praktik.yml", line=1),
    )


def estimate(low: float, value: float, high: float) -> Estimate:
    return Estimate(
        name="sequential panel",
        role=Role.DECIDING,
        value=value,
        se=(high - low) / 3.92,
        degrees=320,
        low=low,
        high=high,
        low90=low + 0.02,
        high90=high - 0.02,
        unit="sd per sd",
        persons=312,
        rows=1704,
        clusters=312,
        lag=1,
    )


INTERVALS = {
    Verdict.SUPPORTED: (0.14, 0.23, 0.32),
    Verdict.WEAK: (0.02, 0.09, 0.16),
    Verdict.CONTRADICTED: (-0.31, -0.21, -0.11),
    Verdict.NO_RELEVANT: (-0.06, 0.01, 0.08),
    Verdict.UNDECIDED: (-0.09, 0.07, 0.23),
}


def judgement(link: Link, verdict: Verdict) -> Judgement:
    test = Test(
        link=link.id,
        comparison=Comparison.CHANGE_TO_CHANGE,
        cause=Measure(element=link.cause, indicators=("fremmødeprocent",), respondent=Respondent.SYSTEM),
        effect=Measure(element=link.effect, indicators=("motivation",), respondent=Respondent.STAFF),
        sign=Sign.UP,
        lags=(1,),
        lags_declared=False,
        smallest=Smallest(value=0.1, unit=Unit.SD),
        smallest_declared=False,
    )
    if verdict is Verdict.NOT_MEASURED:
        return Judgement(
            link=link.id, verdict=verdict, results=(NotMeasured(reason=Reason.TOO_FEW_EVENTS, test=test),)
        )
    tested = found.Tested(
        test=test,
        basis=Basis.SAME_CITIZEN,
        estimates=(estimate(*INTERVALS[verdict]),),
        verdict=verdict,
        uncapped=verdict,
        smallest=0.1,
        smallest_high=0.1,
        smallest_low=0.06,
        mde=0.11,
        n_needed=1710,
        p=0.01,
        p_equivalence=0.4,
    )
    return Judgement(link=link.id, verdict=verdict, results=(tested,))


def evaluation(theory: Theory, number: int, start: int) -> Evaluation:
    verdicts = cycle(list(Verdict)[start:] + list(Verdict)[:start])
    return Evaluation(
        theory=theory.id,
        version=theory.version,
        number=number,
        date=f"2026-0{number + 2}-28",
        post_hoc=number == 1,
        persons=412,
        measurements=2871,
        first_date="2024-01-08",
        last_date="2025-12-19",
        judgements=tuple(
            judgement(each, verdict) for each, verdict in zip(theory.links, verdicts, strict=False)
        ),
        fingerprints=Fingerprints(
            theory="3f9a1c", plan="77b0e2", data="c4d1aa", software={"qualitycircle": "0.1.0"}
        ),
        deliveries=(
            Delivery(
                subject="praktik",
                what="dækning",
                promised=0.8,
                value=0.66,
                low=0.61,
                high=0.71,
                persons=412,
                outcome="not delivered",
            ),
        ),
        progressions=(
            Progression(indicator="motivation", persons=312, up=131, same=118, down=63),
            Progression(indicator="hverdagsmestring", persons=21, up=None, same=None, down=None),
        ),
        synthetic=True,
    )


def contents() -> Contents:
    """Return a project of two theories, one of them twice evaluated."""
    first, second = told(), bip()
    project = Project(
        root="",
        settings=Settings(id="nordhuset", name="Nordhuset"),
        theories=(first, second),
        indicators=Indicators(CATALOGUES),
    )
    unseen = Row(link="motivation -> job", testable=False, remarks=("Job har ingen indikator",))
    stories = (
        Story(
            theory=first,
            headline="10 af 11 sammenhænge kan testes",
            rows=tuple(unseen if each.id == unseen.link else row(each) for each in first.links),
            rounds=(
                Round(
                    theory=first.id,
                    number=1,
                    plan=plan(first, 1, "2023-12-01"),
                    evaluations=(evaluation(first, 1, 0), evaluation(first, 2, 1)),
                    decisions=(decision(first),),
                ),
                Round(theory=first.id, number=2, plan=plan(first, 2, "2026-05-10")),
            ),
            station=Station.DATA,
        ),
        Story(
            theory=second,
            headline="29 af 29 sammenhænge kan testes",
            rows=tuple(row(each) for each in second.links),
            station=Station.INDICATORS,
        ),
    )
    return Contents(project=project, language="da", stories=stories)


def row(link: Link) -> Row:
    return Row(
        link=link.id,
        testable=True,
        comparison="Den samme borger, når årsagen ligger over og under det sædvanlige",
        respondents="system og medarbejder",
        lags="næste måling (standard, ikke jeres)",
        smallest="0,1 sd (standard, ikke jeres)",
    )


def plan(theory: Theory, number: int, date: str) -> Plan:
    return Plan(
        theory=theory.id,
        round=number,
        version=theory.version,
        date=date,
        fingerprint="77b0e2",
        mapping="",
        content={},
        text="",
    )


def decision(theory: Theory) -> Decision:
    return Decision(
        theory=theory.id,
        round=1,
        number=1,
        date="2026-05-02",
        evaluation=2,
        choices=(
            Choice(
                proposal="reverse:fremmøde -> motivation",
                answer=Answer.REJECTED,
                reason="Mod vokser langsomt. Vi måler én gang til.",
            ),
        ),
        closes=True,
        version=2,
    )


def test_a_site_is_built(tmp_path: Path) -> None:
    front = build_contents(contents, tmp_path / "site", strict=True)
    assert "10 af 11 sammenhænge kan testes" in front.read_text(encoding="utf-8")
