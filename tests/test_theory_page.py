"""Everything a theory file says is on its page: a law over the shipped theories and the example."""

from __future__ import annotations

import dataclasses
import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]  # Markdown has no types of its own
import pytest

from qualitycircle.circle.reading import Rounds
from qualitycircle.circle.status import status
from qualitycircle.circle.values import Round
from qualitycircle.evidence import (
    Citation,
    Evidence,
    EvidenceType,
    KnowledgeFrom,
    NoEvidence,
    Source,
    Speaks,
    TracingTest,
)
from qualitycircle.findings import Place
from qualitycircle.project import Project, Settings
from qualitycircle.rendering import naming
from qualitycircle.rendering.verdicts import account
from qualitycircle.site import addresses, evidence_told
from qualitycircle.site.contents import Contents, Story
from qualitycircle.site.gathering import gather
from qualitycircle.site.pages import pages
from qualitycircle.site.plain_pages import as_files
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import (
    Activity,
    Assignment,
    Attachment,
    Condition,
    Element,
    Expected,
    FrameworkPart,
    Intervention,
    Link,
    MeasurementPlan,
    Moderator,
    Outcome,
    Promise,
    Risk,
    Several,
    Theory,
)
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.language import Language
from tests.theories import evaluation_of, praktik

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "praktik"

NOT_SAID: Mapping[tuple[str, str], str] = {
    ("Theory", "id"): "the page's address; the page itself has the title",
    ("Theory", "unread"): "what could not be read is a finding, not something the theory says",
    ("Element", "id"): "the anchor; the page has the name",
    ("Moderator", "id"): "the anchor; the page has the name",
    ("Source", "id"): "what citations are written with; the page has the short name",
    ("MeasurementPlan", "declared"): "said where it is false: default, not yours",
    ("Activity", "assignment_declared"): "an assignment nobody has declared is not said",
    ("Link", "declared_lag"): "said where it is false and the link can be tested: default, not yours",
    ("Moderator", "from_library"): "where a text stands, not what it says",
}
"""What a value holds that its page does not say, and why."""

WORDS = {
    "design": "design",
    "setting": "setting",
    "in_whom": "in_whom",
    "assigned_per": "assigned_per",
    "unit": "unit",
    "comparison": "comparison",
}
ENUMS = {
    "EvidenceType": "evidence_type",
    "KnowledgeFrom": "knowledge_from",
    "TracingTest": "tracing_test",
    "Assignment": "assignment",
    "Several": "several",
    "Unit": "effect_unit",
}
REFERRED = {"cause", "effect", "consists_of", "before", "alongside", "after", "competes_with", "indicators"}


@cache
def gathered(root: Path, language: Language) -> Contents:
    return gather(root, language=language)


def text_of(page: str) -> str:
    """Return what a reader sees of a page."""
    made = markdown.markdown(page, extensions=["tables", "attr_list", "def_list", "md_in_html"])
    return flat(html.unescape(re.sub(r"<[^>]+>", "", made)))


def flat(text: str) -> str:
    return " ".join(text.replace("∼", "~").split())


def said(contents: Contents, story: Story, value: Any, owner: str = "", field: str = "") -> Iterator[str]:
    """Yield what must be read on the page of a theory, as the page would write it."""
    language = contents.language
    match value:
        case Place() | None | bool() | "":
            return
        case Citation():
            source = contents.sources().get(value.source)
            yield source.short if source else value.source
            yield value.where
        case NoEvidence() | Enum():
            name = ENUMS.get(type(value).__name__)
            if name and not usual(value):
                yield values.say(name, str(value.value), language)
        case str() if field in REFERRED:
            yield named(contents, story.theory, value)
        case str() if field in WORDS:
            yield values.say(WORDS[field], value, language)
        case str() if field == "sector":
            yield from (values.say("sector", each, language) for each in value.split(", "))
        case str():
            yield value
        case int() | float():
            yield f"{value:g}".replace(".", "," if language == "da" else ".")
        case Mapping():
            for key, each in value.items():
                yield key
                yield each
        case tuple():
            for each in value:
                yield from said(contents, story, each, owner, field)
        case _:
            yield from of_a_value(contents, story, value)


def usual(value: Enum) -> bool:
    """Say whether a word is what holds when nothing is written."""
    return value.name == "MEAN" or (value.value == "unknown" and type(value).__name__ == "Assignment")


def of_a_value(contents: Contents, story: Story, value: Any) -> Iterator[str]:
    kinds = [each.__name__ for each in type(value).__mro__]
    for field in dataclasses.fields(value):
        if field.name in {"place", "places", "indicator_places"}:
            continue
        if any((kind, field.name) in NOT_SAID for kind in kinds):
            continue
        if kinds[0] in HANDLED and field.name in HANDLED[kinds[0]]:
            yield from HANDLED[kinds[0]][field.name](contents, story, value)
        else:
            yield from said(contents, story, getattr(value, field.name), kinds[0], field.name)


def named(contents: Contents, theory: Theory, id: str) -> str:
    known: tuple[Any, ...] = (
        *contents.project.indicators,
        *contents.moderators(),
        *theory.moderators,
        *theory.elements,
    )
    names: dict[str, str] = {each.id: each.name for each in known}
    return names.get(id, id)


def codes(contents: Contents, story: Story, group: Any) -> Iterator[str]:
    known = {
        each.id: each.name
        for catalogue in contents.project.indicators.catalogues
        for each in catalogue.target_groups
    }
    yield from (known.get(each, each) for each in group.codes)


def lags(contents: Contents, _: Story, link: Link) -> Iterator[str]:
    """A lag is said in words; to a goal it is the horizon that counts."""
    if link.declared_lag:
        da = {0: "ved samme måling", 1: "ved næste måling"}
        en = {0: "at the same round", 1: "at the next round"}
        for each in link.seen_after:
            later = {"da": f"{each} målinger senere", "en": f"{each} rounds later"}[contents.language]
            yield {"da": da, "en": en}[contents.language].get(each, later)


def attached(contents: Contents, story: Story, moderator: Moderator) -> Iterator[str]:
    for each in moderator.attachments:
        yield named(contents, story.theory, each.link[0])
        yield named(contents, story.theory, each.link[1])


def known(contents: Contents, _: Story, part: Any) -> Iterator[str]:
    unknown = values.value("unknown", part.evidence)
    yield values.say("unknown", unknown, contents.language) if unknown else part.evidence


def area(contents: Contents, _: Story, part: Any) -> Iterator[str]:
    danish = {"outcome_targets": "Effektmål", "organisation": "Organisering", "purpose": "Formål"}
    if contents.language == "en":
        yield part.area.replace("_", " ").capitalize()
    else:
        yield danish.get(part.area, "")


def domain(contents: Contents, _: Story, moderator: Moderator) -> Iterator[str]:
    every = [each.domains for each in contents.project.indicators.catalogues]
    yield next((each[moderator.domain] for each in every if moderator.domain in each), moderator.domain)


def superseding(contents: Contents, _: Story, source: Source) -> Iterator[str]:
    found = contents.sources().get(source.superseded_by)
    yield found.short if found else source.superseded_by


def spans(name: str) -> Any:
    def told(_: Contents, __: Story, evidence: Evidence) -> Iterator[str]:
        found = getattr(evidence, name)
        if found:
            yield f"{found[0] * 100:.0f}–{found[1] * 100:.0f} %"

    return told


def often(contents: Contents, story: Story, plan: MeasurementPlan) -> Iterator[str]:
    yield naming.every(plan.every, contents.language)


HANDLED: Mapping[str, Mapping[str, Any]] = {
    "TargetGroup": {"codes": codes},
    "Link": {"seen_after": lags},
    "MeasurementPlan": {"every": often},
    "Moderator": {"attachments": attached, "domain": domain},
    "FrameworkPart": {"area": area, "evidence": known},
    "Source": {"superseded_by": superseding},
    "Evidence": {"if_true": spans("if_true"), "if_false": spans("if_false")},
}


def missing(contents: Contents, story: Story) -> list[str]:
    every = pages(contents)
    page = every[addresses.theory(story.theory.id, contents.language)]
    citizen = every.get(addresses.citizen_text(story.theory.id, contents.language), "")
    read = f"{text_of(page)} {text_of(citizen)}".casefold()
    wanted = dict.fromkeys(flat(each) for each in of_a_value(contents, story, story.theory))
    return [each for each in wanted if each.rstrip(".").casefold() not in read]


SHIPPED = [(root, story.theory.id) for root in (ROOT, EXAMPLE) for story in gathered(root, "da").stories]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("root", "theory"), SHIPPED)
def test_everything_a_theory_says_is_on_its_page(root: Path, theory: str, language: Language) -> None:
    contents = gathered(root, language)
    story = next(each for each in contents.stories if each.theory.id == theory)
    assert missing(contents, story) == []


def full() -> Theory:
    """Return a theory in which every field says something of its own."""
    return filled(praktik())


def filled(theory: Theory) -> Theory:
    evidence = (
        Evidence(
            citation=Citation(source="interviews", where="nr. 7"),
            speaks=Speaks.AGAINST,
            type=EvidenceType.USER,
            preliminary=True,
            finding="To mødte stabilt og mistede modet.",
            test=TracingTest.HOOP,
            observed=True,
            if_true=(0.71, 0.83),
            if_false=(0.11, 0.29),
        ),
    )
    first, second, third, *others = theory.elements
    assert isinstance(first, Activity)
    activity = replace(
        first,
        definition="Ophold på en arbejdsplads",
        content="Opgaver med følgeskab",
        phase="midterfasen",
        before=(second.id,),
        alongside=(third.id,),
        after=(others[0].id,),
        sector="employment, health",
        setting="company",
        assignment=Assignment.CAPACITY,
        assignment_because="der er tolv pladser",
        assignment_declared=True,
        assigned_per="caseworker",
        promised=Promise(coverage="mindst 80 %", dose="12 timer", fidelity="mindst 70 %"),
        method="mesterlære",
        cost="9.000 kr.",
        responsible="virksomhedskonsulenten",
        source=Citation(source="interviews", where="bilag 3"),
        questions=("Hvor længe er længe nok?",),
    )
    outcome = next(each for each in others if isinstance(each, Outcome))
    goal = theory.goals[0]
    changed: dict[str, Element] = {
        first.id: activity,
        outcome.id: replace(
            outcome,
            in_whom="staff",
            satisfied_at="trin 4",
            several=Several.ANY,
            definition="Lyst til arbejde",
            questions=("Holder den?",),
        ),
        goal.id: replace(
            goal,
            wanted_up=False,
            within="14 måneder",
            follow_up="8 måneder",
            satisfied_at="hver tredje",
            competes_with=(outcome.id,),
        ),
    }
    link = replace(
        theory.links[1],
        seen_after=(0, 3),
        declared_lag=True,
        within="5 måneder",
        smallest=Smallest(value=0.37, unit=Unit.STEPS, because="det kan mærkes"),
        when="efter ferien",
        applies_to="depression",
        evidence=evidence,
        source=Citation(source="interviews", where="nr. 9"),
        questions=("Også med angst?",),
    )
    moderator = Moderator(
        id="opfølgning",
        name="Opfølgning på stedet",
        attachments=(Attachment(link=(link.cause, link.effect), expected=Expected.STRENGTHENS),),
        requirement="Besøg hver uge",
        responsible="mentoren",
        domain="samarbejdet",
        direction="hyppigere er bedre",
        several=Several.ALL,
        met_when=Condition(comparison="at least", value=6, unit="times", because="færre glemmes"),
        promised=Promise(coverage="9 ud af 10"),
        smallest_difference=Smallest(value=0.17, unit=Unit.SD, because="mindre ses ikke"),
        consists_of=("besøg",),
        when="fra anden uge",
        applies_to="unge under 25",
        source=Citation(source="interviews", where="nr. 11"),
        evidence=evidence,
        questions=("Hvem følger op om aftenen?",),
    )
    return replace(
        theory,
        provider="Nordhuset",
        commissioner="Østby Jobcenter",
        problem="Få kommer i job.",
        citizen_text="Du kommer ud på en arbejdsplads.",
        phases=("opstart", "midterfasen", "afslutning"),
        source=Citation(source="interviews", where="forsiden"),
        evidence=evidence,
        questions=("Hvad koster det?",),
        target_group=replace(
            theory.target_group, description="Uden job i et år", codes=("match_2",), subgroups=("depression",)
        ),
        intervention=Intervention(
            name="Ud i virksomhed",
            description="Hele vejen",
            content="Praktik og træning",
            sector="employment, social",
            duration="26 uger",
            method="Place then train",
            cost="40.000 kr.",
            responsible="teamlederen",
            source=Citation(source="interviews", where="bilag 1"),
        ),
        plan=MeasurementPlan(
            every=77,
            tolerance=13,
            rounds=("opstart", "midtvejs"),
            design="comparison group",
            comparison="dem på ventelisten",
            correct_after="3 målinger",
            declared=True,
        ),
        framework=(
            FrameworkPart(
                area="purpose", requirement="Alle i job", evidence="ukendt", alternative="Flere i job"
            ),
        ),
        risks=(Risk(risk="Der scores pænt", sign="Ingen går tilbage", response="To scorer hver for sig"),),
        sources=(
            Source(
                id="interviews",
                name="Interviews 2025",
                title="Borgernes egne ord",
                author="A. Bech",
                publisher="Nordhuset Forlag",
                year=2025,
                type=EvidenceType.USER,
                knowledge_from=(KnowledgeFrom.CITIZENS,),
                address="hylde 4",
                superseded_by="nyere",
            ),
            Source(id="nyere", name="Interviews 2026"),
        ),
        accepted={"QC310": "Tælles i hånden."},
        elements=tuple(changed.get(each.id, each) for each in theory.elements),
        links=(theory.links[0], link, *theory.links[2:]),
        moderators=(moderator,),
    )


def told(theory: Theory, language: Language = "da") -> tuple[Contents, Story]:
    project = Project(root="", settings=Settings(id="prøve", language=language), theories=(theory,))
    story = Story(theory=theory, status=status(project, theory, Rounds(theory=theory.id)))
    return Contents(project=project, language=language, stories=(story,)), story


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_theory_that_says_everything_there_is_to_say_has_it_all_on_its_page(language: Language) -> None:
    assert missing(*told(full(), language)) == []


def test_what_is_not_on_the_page_is_found_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_told, "evidence", lambda *_: "")
    assert missing(*told(full())) == [
        "nr. 7",
        "To mødte stabilt og mistede modet.",
        "nødvendigt tegn",
        "71–83 %",
        "11–29 %",
    ]


def test_no_field_of_a_theory_is_left_out_of_the_theory_that_says_everything() -> None:
    """A field added to the language must be said here, and then on the page."""
    silent = {f"{type(each).__name__}.{name}" for each, name in empty(full())}
    usual = {"Link.relation", "Output.promised"}
    assert {each for each in silent if each.split(".")[0] in FILLED} - usual == set()


FILLED = {"Theory", "Intervention", "MeasurementPlan", "FrameworkPart", "Risk", "TargetGroup"}


def empty(value: Any) -> Iterator[tuple[Any, str]]:
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if field.name not in {"place", "places"} and held in ("", (), None):
            yield value, field.name
        for each in held if isinstance(held, tuple) else (held,):
            if dataclasses.is_dataclass(each) and not isinstance(each, type):
                yield from empty(each)


def test_a_test_chosen_after_the_data_says_so_wherever_its_verdict_is_told() -> None:
    theory = praktik()
    planned = evaluation_of(theory)
    first, *rest = planned.judgements
    chosen = replace(planned, judgements=(replace(first, post_hoc=True), *rest))
    contents, story = told(theory)
    turn = Round(theory=theory.id, number=1, evaluations=(chosen,))
    story = replace(story, rounds=(turn,))
    every = pages(replace(contents, stories=(story,)))
    link = theory.links[0]
    sections = every["teorier/praktik.md"].split("\n### ")
    section = next(each for each in sections if addresses.link_anchor(link.id) in each.splitlines()[0])
    assert "valgt, efter data var set" in section.split("</summary>")[0]
    assert [each for each in sections if "efter data var set" in each] == [sections[1], section]
    rows = [each for each in every["omgange/praktik-1.md"].splitlines() if "efter data var set" in each]
    assert len(rows) == 1
    assert "er valgt, efter data var set" in account(replace(first, post_hoc=True), theory, "da")
    assert "efter data var set" not in account(first, theory, "da")


def test_a_link_that_has_been_dropped_keeps_its_names_on_the_page_of_its_round() -> None:
    theory = praktik()
    judged = evaluation_of(theory)
    contents, story = told(replace(theory, links=theory.links[1:]))
    turn = Round(theory=theory.id, number=1, evaluations=(judged,))
    page = pages(replace(contents, stories=(replace(story, rounds=(turn,)),)))["omgange/praktik-1.md"]
    assert theory.links[0].id == "praktik -> fremmøde"
    assert "| Praktikophold → Fremmøde i praktik |" in page
    assert "praktik -&gt; fremmøde" not in page


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["shipped", "example"])
def test_in_plain_markdown_every_address_leads_somewhere(root: Path) -> None:
    files = as_files(gathered(root, "da"))
    led_to = {
        (posixpath.normpath(posixpath.join(posixpath.dirname(page), way)) if way else page, anchor)
        for page, text in files.items()
        if page.endswith(".md")
        for way, anchor in re.findall(r"\]\(([^)#:]*)#([^)]+)\)", text)
    }
    assert len(led_to) > 10
    lost = {(page, anchor) for page, anchor in led_to if f'<a id="{anchor}"></a>' not in files.get(page, "")}
    assert lost == set()


@pytest.mark.parametrize(
    ("id", "row"),
    [
        ("job_i_ny_branche", "i en anden branche end den sidste før forløbet"),
        ("i_job", "med lønindkomst"),
        ("fremmødeprocent", "Hvem svarer\n:   regnes ud af registreringer"),
    ],
)
def test_an_indicator_says_what_it_counts_and_that_nobody_is_asked(id: str, row: str) -> None:
    page = pages(gathered(ROOT, "da"))[addresses.indicator(id, "da")]
    assert row in page
