"""The site says what the values say, in the right place, and nothing about a person."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree

import pytest
from inline_snapshot import snapshot

from qualitycircle.circle.reading import Rounds
from qualitycircle.circle.status import status
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
    Appraisal,
    Catalogue,
    DocumentedRelation,
    Indicator,
    IndicatorClass,
    Indicators,
    Quality,
    Reliability,
    Respondent,
    Scale,
    Wording,
)
from qualitycircle.project import Project, Settings
from qualitycircle.rendering.testability import Row
from qualitycircle.site.build import SiteNotBuiltError, build, build_contents, export
from qualitycircle.site.contents import Contents, Story
from qualitycircle.site.indicator_pages import indicator as indicator_page
from qualitycircle.site.pages import pages
from qualitycircle.site.plain_pages import as_files
from qualitycircle.site.plugin import THEME
from qualitycircle.site.sheet import Sheet
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Link, MeasurementPlan, Outcome, Risk, Sign, TargetGroup, Theory
from qualitycircle.vocabulary.language import Language
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
        name="sequential",
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
            link=link.id,
            verdict=verdict,
            results=(
                NotMeasured(
                    reason=Reason.TOO_FEW_EVENTS,
                    test=test,
                    facts={"events": 31, "needed": 20, "fewest": 7},
                ),
            ),
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
                what="coverage",
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
            status=status(project, first, Rounds(theory=first.id)),
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
        ),
        Story(
            theory=second,
            status=status(project, second, Rounds(theory=second.id)),
            headline="29 af 29 sammenhænge kan testes",
            rows=tuple(row(each) for each in second.links),
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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site."""
    folder = tmp_path_factory.mktemp("site")
    build_contents(contents, folder, strict=True)
    return folder


def read(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def test_addresses_are_ascii_and_the_same_from_build_to_build() -> None:
    assert list(pages(contents())) == snapshot(
        [
            "index.md",
            "teorier/index.md",
            "teorier/praktik.md",
            "teorier/bip.md",
            "udfoldet/praktik.md",
            "udfoldet/bip.md",
            "til-borgeren/praktik.md",
            "indikatorer/index.md",
            "indikatorer/motivation.md",
            "indikatorer/hverdagsmestring.md",
            "indikatorer/fremmoedeprocent.md",
            "spoergeskemaer/index.md",
            "spoergeskemaer/praktik.md",
            "spoergeskemaer/bip.md",
            "omgange/index.md",
            "omgange/praktik-1.md",
            "omgange/praktik-2.md",
            "moderatorer.md",
            "kilder.md",
            "videnshuller.md",
            "ordliste.md",
            "noegler.md",
            "koder.md",
        ]
    )


def test_the_headline_leads_every_theory_on_the_front_page() -> None:
    front = pages(contents())["index.md"].split("## ")
    leads = [part for part in front if "sammenhænge kan testes" in part]
    assert len(leads) == 2
    assert leads[0].splitlines()[2:6] == snapshot(
        [
            "A · Ikke-arbejdsmarkedsparate borgere",
            "{ .circle-aside }",
            "",
            "**Teorien siger nok til, at 10 af 11 sammenhænge kan testes**",
        ]
    )


def test_every_place_the_picture_leads_to_is_on_the_page(site: Path) -> None:
    page = read(site, "teorier/praktik.html")
    drawing = page[page.index("<svg xmlns") :]
    drawing = drawing[: drawing.index("</svg>")]
    led_to = set(re.findall(r'href="#([^"]+)"', drawing))
    there = re.findall(r' id="([^"]+)"', page)
    theory = told()
    assert len(led_to) == len(theory.elements) + len(theory.links) + len(theory.moderators)
    assert led_to <= set(there)


def test_no_page_uses_an_anchor_twice(site: Path) -> None:
    for page in site.rglob("*.html"):
        anchors = re.findall(r' id="([^"]+)"', page.read_text(encoding="utf-8"))
        assert len(anchors) == len(set(anchors)), page


def test_the_table_below_the_picture_says_what_the_picture_says() -> None:
    page = pages(contents())["teorier/praktik.md"]
    rows = [
        each for each in page.split("section-table")[1].split("\n#")[0].splitlines() if each.startswith("|")
    ][2:]
    theory = told()
    assert len(rows) == len(theory.links)
    for link, row_text in zip(theory.links, rows, strict=True):
        for name in (link.cause, link.effect):
            element = theory.element(name)
            assert element is not None
            assert element.name in row_text
        assert all(moderator.name in row_text for moderator, _ in theory.moderators_of(link))
        assert "circle-mark" in row_text


def test_cells_under_five_are_never_shown() -> None:
    page = pages(contents())["teorier/praktik.md"]
    row_text = next(each for each in page.splitlines() if "[Hverdagsmestring]" in each)
    assert row_text == snapshot(
        "| [Hverdagsmestring](../indikatorer/hverdagsmestring.md) | – | – | – | 21 "
        "| Vises ikke: mindst én af de tre er &lt;5 |"
    )


def test_a_count_that_slipped_through_is_held_back_as_well() -> None:
    few = Progression(indicator="motivation", persons=43, up=40, same=0, down=3)
    page = pages(with_evaluation(progressions=(few,)))["teorier/praktik.md"]
    row_text = next(each for each in page.splitlines() if each.startswith("| [Motivation/ønske"))
    assert "| – | – | – | 43 | Vises ikke: mindst én af de tre er &lt;5 |" in row_text
    assert "<svg" not in row_text
    assert "circle-bar" not in row_text


def test_progress_is_told_with_setbacks_and_never_as_effect() -> None:
    page = pages(contents())["teorier/praktik.md"]
    told_as = page[page.index("## Progression") :].split("\n## ")[0]
    assert "Progression, ikke effekt" in told_as
    assert "| Indikator | Tilbage | Uændret | Frem | Borgere | Fordeling |" in told_as
    assert "| 63 | 118 | 131 |" in told_as
    assert "virker" not in told_as


def test_an_evaluation_without_a_frozen_plan_says_so_before_its_verdicts() -> None:
    page = pages(contents())["omgange/praktik-1.md"]
    first = page[page.index("## Evaluering 1") :]
    assert first.index("testene lå ikke fast i en testplan") < first.index("| Sammenhænge |")
    assert "Konstruerede data" in first


def test_a_verdict_on_an_older_version_is_labelled() -> None:
    front = pages(with_evaluation(version=1))["index.md"]
    assert "Dommene gælder version 1; teorien er siden blevet version 2." in front


def test_an_indicator_shows_its_steps_word_for_word() -> None:
    page = pages(contents())["indikatorer/motivation.md"]
    for criteria in MOTIVATION.steps.values():
        assert all(f"- {criterion}" in page for criterion in criteria)
    assert "0,64, fordi to medarbejdere vurderede de samme 40 borgere" in page


def test_an_unpublished_wording_is_labelled_and_not_guessed() -> None:
    page = pages(contents())["indikatorer/hverdagsmestring.md"]
    assert "ordlyd ikke udgivet" in page
    assert "Motivation (placeringen er vores)" in page
    assert "## Trin for trin" not in page


def of_an_indicator(each: Indicator, language: Language) -> str:
    return indicator_page(replace(contents(), language=language), each)


RELATED = replace(
    MOTIVATION,
    documented=(
        DocumentedRelation(to="job", citation=Citation(source="new-insight", where="s11")),
        DocumentedRelation(to="jobsøgning", citation=Citation(source="bip-2014"), preliminary=True),
    ),
    quality=Quality(
        precise=Appraisal(holds=False, text="to betydninger"), relevant=Appraisal(text="drøftes")
    ),
)


def test_an_indicator_shows_what_it_is_documented_to_be_related_to_and_by_whom() -> None:
    danish, english = (of_an_indicator(RELATED, language) for language in ("da", "en"))
    assert "Dokumenteret sammenhæng\n:   med job ([New Insight 2017]" in danish
    assert "s11); med jobsøgning (bip-2014), foreløbig\n" in danish
    assert "Documented relation\n:   with job ([New Insight 2017]" in english
    assert "(bip-2014), preliminary\n" in english


def test_an_outcome_nobody_has_documented_says_so_and_other_indicators_do_not() -> None:
    assert "Dokumenteret sammenhæng\n:   ikke oplyst" in of_an_indicator(MOTIVATION, "da")
    assert "Documented relation\n:   not stated" in of_an_indicator(MOTIVATION, "en")
    assert "Dokumenteret" not in of_an_indicator(ATTENDANCE, "da")


def test_an_indicator_shows_the_judgements_of_its_quality_and_no_empty_ones() -> None:
    danish, english = (of_an_indicator(RELATED, language) for language in ("da", "en"))
    assert "Præcis og utvetydig\n:   nej, fordi to betydninger\n" in danish
    assert "Relevant\n:   drøftes\n" in danish
    assert "Precise and unambiguous\n:   no, because to betydninger\n" in english
    assert "Tilstrækkelig" not in danish
    assert "Præcis" not in of_an_indicator(MOTIVATION, "da")


def test_what_an_author_writes_is_never_markup(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script> *a* | `b` {#c} [d](e) ~~f~~"
    theory = replace(told(), title=nasty, rationale=f"- {nasty}", problem="1. to\n\n# tre")
    first = contents()
    story = replace(first.stories[0], theory=theory)
    build_contents(lambda: replace(first, stories=(story, *first.stories[1:])), tmp_path, strict=True)
    page = read(tmp_path, "teorier/praktik.html")
    assert "<script>alert" not in page
    article = page[page.index("<article>") :]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; *a* | `b` {#c} [d](e) ~~f~~" in article
    assert "1. to # tre" in article


def test_the_site_speaks_english_when_the_project_does(tmp_path: Path) -> None:
    english = replace(contents(), language="en")
    build_contents(lambda: english, tmp_path, strict=True)
    page = read(tmp_path, "theories/praktik.html")
    assert '<html lang="en">' in page
    text = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page, flags=re.DOTALL)
    for danish in ("Sammenhænge", "Måles ved", "understøttet", "Forrige", "Kilde"):
        assert danish not in text
    assert "31 December" in english_date("2025-12-31")


def english_date(text: str) -> str:
    return Sheet(replace(contents(), language="en"), "index.md").date(text)


def test_nothing_is_asked_of_anybody_else(site: Path) -> None:
    for file in [*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.js")]:
        text = file.read_text(encoding="utf-8")
        asked = re.findall(r'(?:src|href)="(https?:[^"]+)"|url\((https?:[^)]+)\)|@import', text)
        assert not asked, file


def test_search_finds_sections_and_holds_no_drawing(site: Path) -> None:
    text = read(site, "search.js")
    rows = json.loads(text.removeprefix("window.circleIndex=").rstrip().removesuffix(";"))
    addresses = [row[2] for row in rows]
    assert "teorier/praktik.html#fremmoede--motivation" in addresses
    assert "indikatorer/motivation.html" in addresses
    assert not any("viewBox" in row[3] or "✓" in row[3] for row in rows)


def test_pages_can_be_taken_elsewhere_as_plain_text_and_drawings() -> None:
    found = as_files(contents())
    page = found["teorier/praktik.md"]
    for ours in ("data-circle-picture", "circle-", "{ #", "<svg", "<span", "\n:   "):
        assert ours not in page
    assert "1 understøttet, 2 svag, 2 modsagt" in page
    assert '\n\n<a id="fremmoede--motivation"></a>\n\n### Fremmøde i praktik → Motivation\n' in page
    assert "- **For hvem:** Ikke-arbejdsmarkedsparate borgere" in page
    assert "| ✗ modsagt | " in page
    assert "| −0,21 (−0,31 til −0,11) |" in page
    assert "![Praktikophold og henvendelser til arbejdspladser](../pictures/praktik.svg)" in page
    ElementTree.fromstring(found["pictures/praktik.svg"])


def test_a_build_says_nothing_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    build_contents(contents, tmp_path)
    assert capfd.readouterr() == ("", "")


PROJECT = {
    "circle.yml": "projekt: nordhuset\nnavn: Nordhuset\n",
    "theories/praktik.yml": """\
programteori: praktik
titel: Praktik giver mod på job
målgruppe: Aktivitetsparate borgere
begrundelse: Erfaringer fra en arbejdsplads giver mod på job.
indsats: Virksomhedsrettet forløb
delindsatser: {praktik: Praktikophold}
præstationer: {fremmøde: {navn: Fremmøde i praktik}}
effekter: {motivation: {navn: Motivation, definition: Ønske om en fremtid på arbejdsmarkedet}}
slutmål: {job: Ordinært job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
moderatorer:
  opfølgning: {navn: Systematisk opfølgning, styrker: fremmøde -> motivation}
""",
}


def project_in(folder: Path, more: dict[str, str]) -> Path:
    for name, text in {**PROJECT, **more}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_project_without_mkdocs_gets_a_site(tmp_path: Path) -> None:
    root = project_in(tmp_path / "nordhuset", {})
    front = build(root, tmp_path / "out", strict=True)
    assert "Praktik giver mod på job" in front.read_text(encoding="utf-8")
    assert read(tmp_path / "out", "404.html")


def test_an_author_keeps_the_front_page_and_edits_the_theory_itself(tmp_path: Path) -> None:
    configured = """\
site_name: Nordhuset
use_directory_urls: false
repo_url: https://example.org/nordhuset/
edit_uri: edit/main/docs/
theme: qualitycircle
plugins: [qualitycircle]
"""
    front = "# Velkommen\n\n[Overblik](overblik.md)\n"
    root = project_in(tmp_path / "nordhuset", {"mkdocs.yml": configured, "docs/index.md": front})
    build(root, tmp_path / "out", strict=True)
    assert "Velkommen" in read(tmp_path / "out", "index.html")
    assert "kan testes" in read(tmp_path / "out", "overblik.html")
    page = read(tmp_path / "out", "teorier/praktik.html")
    assert 'href="https://example.org/nordhuset/edit/main/theories/praktik.yml"' in page


def test_the_pages_fit_another_theme(tmp_path: Path) -> None:
    configured = "site_name: Nordhuset\ntheme: mkdocs\nplugins: [qualitycircle]\n"
    root = project_in(tmp_path / "nordhuset", {"mkdocs.yml": configured, "docs/om.md": "# Om os\n"})
    build(root, tmp_path / "out", strict=True)
    page = read(tmp_path / "out", "teorier/praktik/index.html")
    assert "qc-picture" in page
    assert "css/content.css" in page


def test_a_broken_link_stops_a_strict_build(tmp_path: Path) -> None:
    root = project_in(tmp_path / "nordhuset", {"docs/om.md": "# Om\n\n[Væk](findes-ikke.md)\n"})
    with pytest.raises(SiteNotBuiltError, match="findes-ikke"):
        build(root, tmp_path / "out", strict=True)


def test_an_error_in_a_theory_stops_a_strict_build_and_says_where(tmp_path: Path) -> None:
    wrong = PROJECT["theories/praktik.yml"].replace("målgruppe", "maalgrupe")
    root = project_in(tmp_path / "nordhuset", {"theories/praktik.yml": wrong})
    with pytest.raises(SiteNotBuiltError, match=r"theories/praktik\.yml:3:1.*QC201"):
        build(root, tmp_path / "out", strict=True)


def test_an_export_is_written_to_a_folder(tmp_path: Path) -> None:
    root = project_in(tmp_path / "nordhuset", {})
    written = export(root, tmp_path / "out")
    assert all(each.is_file() for each in written)
    assert tmp_path / "out" / "pictures" / "praktik.svg" in written


TEXT_ON = [
    ("--ink", "--paper"),
    ("--ink", "--wash"),
    ("--muted", "--paper"),
    ("--muted", "--wash"),
    ("--link", "--paper"),
    ("--link", "--wash"),
    ("--paper", "--link"),
    ("--paper", "--ink"),
]
DRAWN_ON = [
    ("--edge", "--paper"),
    ("--focus", "--paper"),
    ("--supported", "--paper"),
    ("--contradicted", "--paper"),
    ("--none", "--paper"),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_told_from_their_ground(scheme: int) -> None:
    """WCAG 2.1 AA: 4.5 for text, 3 for what is drawn."""
    css = (THEME / "css" / "content.css").read_text(encoding="utf-8")
    pairs = re.findall(r"(--[a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", css)
    colours = {name: (light, dark)[scheme] for name, light, dark in pairs}
    for least, together in ((4.5, TEXT_ON), (3.0, DRAWN_ON)):
        for one, other in together:
            assert contrast(colours[one], colours[other]) >= least, (one, other)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def with_evaluation(**changes: object) -> Contents:
    """Return the contents with the first theory's latest evaluation changed."""
    first = contents()
    story = first.stories[0]
    latest = story.evaluation
    assert latest is not None
    changed = replace(latest, **changes)
    one = replace(story.rounds[0], evaluations=(changed,))
    return replace(first, stories=(replace(story, rounds=(one,)), *first.stories[1:]))
