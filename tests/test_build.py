"""From text to values: what each word of the format means."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualitycircle.evidence import EvidenceType, KnowledgeFrom, NoEvidence, Speaks, TracingTest
from qualitycircle.findings import Finding
from qualitycircle.indicators import (
    Appraisal,
    Computation,
    Event,
    IndicatorClass,
    Quality,
    Reliability,
    Respondent,
    Wording,
)
from qualitycircle.loading.build import catalogue_from_text, settings_from_text, theory_from_text
from qualitycircle.loading.library import Shared
from qualitycircle.loading.project import find_root, load
from qualitycircle.project import Settings, Table
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import (
    Activity,
    Assignment,
    Condition,
    Element,
    Expected,
    Goal,
    Kind,
    Link,
    Moderator,
    Outcome,
    Output,
    Promise,
    Relation,
    Sign,
    Status,
    Theory,
)

CASES = Path(__file__).parent / "cases/format"
LIBRARY = """\
katalog: fælles
moderatorer:
  opfølgning: {navn: Systematisk opfølgning, indikatorer: antal, opfyldt: mindst 2, kilde: new-insight s15}
  praktikaftale: {navn: Klar praktikaftale, indikatorer: praktikaftale_klar, opfyldt: ja}
delindsatser:
  coaching: {navn: Coaching, indhold: Respektfuld samtale, kilde: kl-2011 s7}
"""


def shared(text: str = LIBRARY) -> Shared:
    found, findings = catalogue_from_text(text)
    assert findings == ()
    assert found is not None
    return found


def theory(name: str) -> Theory:
    found, findings = theory_from_text(
        (CASES / f"{name}.yml").read_bytes(), file=f"{name}.yml", catalogues=[shared()]
    )
    assert findings == ()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def first() -> Theory:
    return theory("first")


@pytest.fixture(scope="module")
def everything() -> Theory:
    return theory("everything")


def link(theory: Theory, id: str) -> Link:
    found = theory.link(id)
    assert found is not None, id
    return found


def element(theory: Theory, id: str) -> Element:
    found = theory.element(id)
    assert found is not None, id
    return found


def moderator(theory: Theory, id: str) -> Moderator:
    return next(each for each in theory.moderators if each.id == id)


def test_a_first_theory_says_what_it_says(first: Theory) -> None:
    assert (first.id, first.title, first.version, first.status) == (
        "praktik",
        "Praktik giver mod på job",
        1,
        Status.IN_USE,
    )
    assert first.target_group.name == "Aktivitetsparate borgere"
    assert first.intervention.name == "Virksomhedsrettet forløb"
    assert [(each.kind, each.id, each.indicators) for each in first.elements] == [
        (Kind.ACTIVITY, "praktik", ()),
        (Kind.OUTPUT, "fremmøde", ("fremmødeprocent",)),
        (Kind.OUTCOME, "motivation", ("motivation",)),
        (Kind.GOAL, "job", ("i_job",)),
    ]
    assert [(each.id, each.sign, each.because) for each in first.links] == [
        ("praktik -> fremmøde", Sign.UP, "arbejdspladsen regner med borgeren"),
        ("fremmøde -> motivation", Sign.UP, "den, der møder stabilt, oplever at lykkes"),
        ("motivation -> job", Sign.UP, "den motiverede søger mere"),
    ]


def test_what_is_not_said_is_a_default_that_says_so(first: Theory) -> None:
    claim = link(first, "motivation -> job")
    assert (claim.seen_after, claim.declared_lag, claim.evidence) == ((1,), False, NoEvidence.NOT_STATED)
    assert not first.plan.declared
    assert (first.plan.every, first.plan.tolerance) == (91, 45)


def test_a_moderator_without_a_name_is_the_librarys(first: Theory) -> None:
    found = moderator(first, "opfølgning")
    assert found.from_library
    assert (found.name, found.indicators) == ("Systematisk opfølgning", ("antal",))
    assert found.met_when == Condition(comparison="at least", value=2)
    assert [(each.link_id, each.expected) for each in found.attachments] == [
        ("fremmøde -> motivation", Expected.STRENGTHENS)
    ]
    assert str(found.place) == "first.yml:22:3"


def test_without_known_catalogues_a_nameless_moderator_is_taken_on_trust() -> None:
    found, findings = theory_from_text((CASES / "first.yml").read_text("utf-8"))
    assert findings == ()
    assert found is not None
    assert moderator(found, "opfølgning").name == "Opfølgning"


def test_places_are_where_the_author_wrote(first: Theory) -> None:
    assert str(link(first, "fremmøde -> motivation").place) == "first.yml:19:3"
    assert str(element(first, "motivation").indicator_places[0]) == "first.yml:14:18"
    assert str(first.places["sammenhænge"]) == "first.yml:17:1"


def test_the_whole_effort(everything: Theory) -> None:
    assert everything.version == 2
    assert everything.target_group.codes == ("aktivitetsparat",)
    assert everything.target_group.subgroups == ("angst", "depression")
    assert everything.intervention.duration == "højst 26 uger"
    assert everything.intervention.cost == "2.400 kr. pr. uge"
    assert everything.phases == ("relation", "træning")
    assert everything.plan.every == 91
    assert everything.plan.tolerance == 21
    assert everything.plan.rounds == ("start", "2", "3", "slut")
    assert everything.plan.correct_after == "2 målinger"
    assert everything.framework[0].area == "process_requirements"
    assert everything.framework[0].alternative == "Samtale efter behov"
    assert everything.risks[0].risk == "Medarbejderen ser den sidste score, før der scores igen."
    assert everything.sources[0].type is EvidenceType.USER
    assert everything.sources[0].knowledge_from == (KnowledgeFrom.CITIZENS,)


def test_an_activity_with_everything(everything: Theory) -> None:
    found = element(everything, "praktik")
    assert isinstance(found, Activity)
    assert found.assignment is Assignment.MEASURED_NEED
    assert found.assignment_because == "sagsbehandleren ser på den seneste måling"
    assert found.assignment_declared
    assert (found.assigned_per, found.setting, found.phase) == ("citizen", "company", "træning")
    assert found.promised == Promise(coverage="80 %", dose="13 uger", fidelity="90 %")
    assert element(everything, "samtaler") == Activity(
        id="samtaler", name="Forberedende samtaler", phase="relation", before=("praktik",)
    )
    assert element(everything, "helbredshold") == Activity(
        id="helbredshold",
        name="Helbredshold",
        sector="health",
        alongside=("praktik",),
        responsible="Sundhedskoordinator",
    )


def test_outputs_outcomes_and_goals(everything: Theory) -> None:
    output = element(everything, "fremmøde")
    assert isinstance(output, Output)
    assert output.promised == Promise(condition=Condition(comparison="at least", value=75, unit="percent"))
    motivation = element(everything, "motivation")
    assert isinstance(motivation, Outcome)
    assert motivation.indicators == ("motivation", "tro_på_job")
    assert (motivation.satisfied_at, str(motivation.source)) == ("40 %", "new-insight s34")
    belief = element(everything, "sb_tro")
    assert isinstance(belief, Outcome)
    assert belief.in_whom == "caseworker"
    assert element(everything, "tættere_på_job").consists_of == ("motivation", "mestring")
    job, pension = everything.goals
    assert (job.within, job.follow_up, job.wanted_up) == ("12 måneder", "6 måneder", True)
    assert (pension.wanted_up, pension.competes_with) == (False, ("job",))
    assert isinstance(job, Goal)


def test_a_link_with_everything(everything: Theory) -> None:
    found = link(everything, "fremmøde -> motivation")
    assert (found.seen_after, found.declared_lag) == ((1,), True)
    assert found.smallest == Smallest(
        value=0.5, unit=Unit.STEPS, because="et halvt trin kan mærkes i samtalen"
    )
    assert isinstance(found.evidence, tuple)
    short, long = found.evidence
    assert (str(short.citation), short.speaks) == ("new-insight s34", Speaks.FOR)
    assert (long.citation.source, long.citation.where) == ("interviews", "nr. 7")
    assert (long.speaks, long.test, long.observed) == (Speaks.AGAINST, TracingTest.HOOP, True)
    assert (long.if_true, long.if_false) == ((0.1, 0.3), (0.4, 0.7))


def test_association_and_knowledge_gap(everything: Theory) -> None:
    together = link(everything, "motivation ~ mestring")
    assert (together.relation, together.sign) == (Relation.MOVES_WITH, Sign.UP)
    gap = link(everything, "motivation -> førtidspension")
    assert (gap.sign, gap.evidence) == (Sign.DOWN, NoEvidence.KNOWLEDGE_GAP)
    assert (gap.applies_to, gap.questions) == ("depression", ("Gælder det også borgere med angst?",))


def test_moderators_with_conditions(everything: Theory) -> None:
    agreement = moderator(everything, "praktikaftale")
    assert agreement.attachments[0].expected is Expected.REQUIRED
    assert agreement.met_when == Condition(comparison="is", value="ja")
    assert agreement.promised is not None
    assert agreement.promised.condition == Condition(comparison="exactly", value=90, unit="percent")
    change = moderator(everything, "skift")
    assert not change.from_library
    assert change.attachments[0].expected is Expected.WEAKENS
    assert change.smallest_difference is not None
    assert change.smallest_difference.unit is Unit.SD


def test_a_catalogue_with_defaults_anchors_and_short_forms() -> None:
    found = shared((CASES / "catalogue.yml").read_text("utf-8")).catalogue
    assert found.total == {Respondent.STAFF: 26, Respondent.CITIZEN: 30, Respondent.EMPLOYER: 4}
    assert found.domains["motivation"] == "Motivation"
    by_id = {each.id: each for each in found.scales}
    assert (by_id["faglig_5"].step_count, by_id["faglig_5"].high_means) == (5, "tættest på arbejdsmarkedet")
    belief = by_id["tro_på_job_5"]
    assert (belief.low, belief.high, belief.steps[4]) == (1, 5, "Ja")
    assert by_id["søgekanaler"].is_choice
    motivation, initiative, attendance, job = found.indicators
    assert (motivation.respondent, motivation.indicator_class) == (Respondent.STAFF, IndicatorClass.OUTCOME)
    assert (motivation.wording, motivation.influenceable) == (Wording.PUBLISHED, True)
    assert motivation.steps[1] == (
        "Borger har ingen tiltro til egne kvalifikationer",
        "ønsker pension, ønsker ikke at være på arbejdsmarkedet",
    )
    assert motivation.reliability == Reliability()
    assert (initiative.name, initiative.respondent) == ("Initiativ", Respondent.STAFF)
    assert (attendance.computed, attendance.respondent) == (
        Computation.ATTENDED_OF_OFFERED,
        Respondent.SYSTEM,
    )
    assert attendance.name == "Fremmødeprocent"
    assert job.event == Event(status="ingen ydelse", income=True, weeks_in_a_row=4)


def test_a_number_for_reliability_keeps_its_reason() -> None:
    text = "katalog: a\nindikatorer: {b: {}}\n".replace(
        "{b: {}}", "\n  b:\n    pålidelighed: 0,64, fordi to så det samme"
    )
    (found,) = shared(text).catalogue.indicators
    assert found.reliability == Reliability(value=0.64, because="to så det samme")


def test_a_documented_relation_says_to_what_by_which_source_and_whether_it_is_preliminary() -> None:
    text = (
        "katalog: a\nindikatorer:\n"
        "  b: {dokumenteret_sammenhæng: {med: job, kilde: bip-2017 s11}}\n"
        "  c:\n    documented_relation:\n"
        "      - {with: job, source: bip-2017 s11}\n"
        "      - {with: job search, source: bip-2014, preliminary: yes}\n"
        "  d: {navn: D}\n"
    )
    one, two, none = shared(text).catalogue.indicators
    assert [(each.to, str(each.citation), each.preliminary) for each in one.documented] == [
        ("job", "bip-2017 s11", False)
    ]
    assert [(each.to, str(each.citation), each.preliminary) for each in two.documented] == [
        ("job", "bip-2017 s11", False),
        ("job search", "bip-2014", True),
    ]
    assert none.documented == ()


@pytest.mark.parametrize("missing", ["{med: job}", "{kilde: bip-2017 s11}"])
def test_a_relation_nobody_documented_is_a_finding_and_not_kept(missing: str) -> None:
    found, findings = catalogue_from_text(
        f"katalog: a\nindikatorer:\n  b: {{dokumenteret_sammenhæng: {missing}}}\n"
    )
    assert [each.code.id for each in findings] == ["QC202"]
    assert found is not None
    assert found.catalogue.indicators[0].documented == ()


def test_the_quality_of_an_indicator_is_a_yes_a_no_or_a_text_and_may_be_left_unsaid() -> None:
    text = (
        "katalog: a\nindikatorer:\n"
        "  b: {kvalitet: {præcis: 'nej, fordi ordet har to betydninger', tilstrækkelig: drøftes igen}}\n"
        "  c: {quality: {precise: yes, relevant: 'no, because it is about health'}}\n"
    )
    danish, english = (each.quality for each in shared(text).catalogue.indicators)
    assert danish == Quality(
        precise=Appraisal(holds=False, text="ordet har to betydninger"),
        sufficient=Appraisal(text="drøftes igen"),
    )
    assert english == Quality(
        precise=Appraisal(holds=True), relevant=Appraisal(holds=False, text="it is about health")
    )


def test_a_computed_indicator_does_not_take_the_relation_of_those_that_are_asked() -> None:
    text = (
        "katalog: a\nfælles: {dokumenteret_sammenhæng: {med: job, kilde: k}, kvalitet: {præcis: ja}}\n"
        "indikatorer:\n  b: {respondent: borger}\n  c: {beregnes: antal valg, af: b}\n"
    )
    asked, computed = shared(text).catalogue.indicators
    assert (len(asked.documented), computed.documented) == (1, ())
    assert (asked.quality, computed.quality) == (Quality(precise=Appraisal(holds=True)), Quality())


def settings(text: str) -> Settings:
    found, findings = settings_from_text(text)
    assert findings == ()
    assert found is not None
    return found


def test_a_project_maps_our_words_to_theirs() -> None:
    found = settings((CASES / "project.yml").read_text("utf-8"))
    assert (found.id, found.privacy.smallest_cell) == ("nordhuset", 5)
    (persons,) = found.sources(Table.PERSONS)
    assert (persons.file, persons.sheet, persons.person) == (
        "data/Progression 2025.xlsx",
        "Borgere",
        "CPR-nr.",
    )
    assert persons.columns == {"unit": "Jobcenter"}
    assert persons.codes == {"køn": {"kvinde": ("K",), "mand": ("M",)}}
    (courses,) = found.sources(Table.COURSES)
    assert courses.always == {"theory": "praktik"}
    (measurements,) = found.sources(Table.MEASUREMENTS)
    assert measurements.columns == {"date": "Dato <runde>", "rater": "Initialer"}
    assert measurements.codes == {
        "round": {"start": ("Start",), "2": ("M2",)},
        "value": {"vil ikke svare": ("99",)},
    }
    (goals,) = found.sources(Table.GOALS)
    assert goals.codes == {"status": {"job": ("Job", "Fleksjob")}}
    (channels,) = found.sources(Table.CHANNELS)
    assert channels.columns["bip_kanaler"] == "Kanaler"
    assert channels.separator == "|"
    (register,) = found.sources(Table.REGISTER)
    assert (register.person, register.columns["week"]) == ("pnr", "y_<ÅÅUU>")
    assert register.end_of_follow_up == ("død", "udvandret")
    assert found.laboratory is not None
    assert found.laboratory.tracks[0].theories == ("praktik",)
    assert found.laboratory.tracks[0].station == "overview"
    assert found.laboratory.themes[0].name == "Progressionsmålinger"


def test_a_theory_in_english_says_the_same() -> None:
    danish = "programteori: a\ntitel: T\nmålgruppe: M\nbegrundelse: B\nindsats: I\ndelindsatser: {p: P}\n"
    danish += "effekter: {m: {navn: M, hos: sagsbehandler}}\nslutmål: {j: {navn: J, ønsket: ned}}\n"
    danish += "sammenhænge:\n  p -> m: øger, fordi x\n  m ~ j: modsat\nmoderatorer: {}\n"
    english = "programme_theory: a\ntitle: T\ntarget group: M\nrationale: B\nintervention: I\n"
    english += "activities: {p: P}\noutcomes: {m: {name: M, in_whom: caseworker}}\n"
    english += "goals: {j: {name: J, wanted: down}}\n"
    english += "links:\n  p -> m: increases, because x\n  m ~ j: moves against\nmoderators: {}\n"
    ascii_only = danish.replace("ø", "oe").replace("å", "aa").replace("æ", "ae")
    told = [theory_from_text(each) for each in (danish, english, ascii_only)]
    assert [findings for _, findings in told] == [(), (), ()]
    assert told[0][0] == told[1][0] == told[2][0]


def test_effects_may_be_called_virkninger() -> None:
    text = (CASES / "first.yml").read_text("utf-8")
    assert theory_from_text(text.replace("effekter:", "virkninger:"))[0] == theory_from_text(text)[0]


def test_a_bundle_brings_its_parts_from_the_library() -> None:
    library = shared(
        "katalog: a\nmoderatorer:\n  alle: {navn: Alle, består_af: [x, y]}\n"
        "  x: {navn: X, indikatorer: x}\n  y: {navn: Y, indikatorer: y}\n"
    )
    text = (CASES / "first.yml").read_text("utf-8").replace("opfølgning: {", "alle: {")
    found, findings = theory_from_text(text, catalogues=[library])
    assert findings == ()
    assert found is not None
    assert [each.id for each in found.moderators] == ["alle", "x", "y"]


def test_an_activity_of_the_library_can_be_added_to() -> None:
    text = (CASES / "first.yml").read_text("utf-8")
    text = text.replace("  praktik: Praktikophold", "  praktik: Praktikophold\n  coaching: {sted: jobcenter}")
    found, findings = theory_from_text(text, catalogues=[shared()])
    assert findings == ()
    assert found is not None
    coaching = element(found, "coaching")
    assert isinstance(coaching, Activity)
    assert (coaching.name, coaching.content, coaching.setting) == (
        "Coaching",
        "Respektfuld samtale",
        "jobcentre",
    )


def test_a_computed_indicator_is_answered_by_those_it_is_computed_of() -> None:
    found = shared(
        "katalog: a\nskalaer: {s: {fra: 1, til: 5}}\nfælles: {respondent: borger, skala: s}\n"
        "indikatorer:\n  tro: {respondent: sagsbehandler}\n  andre: {beregnes: antal valg, af: tro}\n"
    )
    belief, others = found.catalogue.indicators
    assert (belief.respondent, others.respondent) == (Respondent.CASEWORKER, Respondent.CASEWORKER)
    assert (belief.scale_id, others.scale_id) == ("s", "")


# The folder of a project


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{each.place} {each.code}" for each in findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "theories/library").mkdir(parents=True)
    (tmp_path / "indicators").mkdir()
    (tmp_path / "circle.yml").write_text("projekt: nordhuset\nsprog: en\n", "utf-8")
    (tmp_path / "theories/praktik.yml").write_bytes((CASES / "first.yml").read_bytes())
    (tmp_path / "theories/library/moderatorer.yml").write_text(LIBRARY, "utf-8")
    (tmp_path / "indicators/egne.yml").write_text(
        "katalog: egne\nindikatorer:\n  antal: {skala: tal}\nskalaer: {tal: {fra: 0}}\n", "utf-8"
    )
    return tmp_path


def test_a_project_is_its_settings_theories_catalogues_and_library(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.findings == ()
    project = loaded.project
    assert (project.settings.id, project.settings.language) == ("nordhuset", "en")
    assert [each.id for each in project.theories] == ["praktik"]
    assert moderator(project.theories[0], "opfølgning").name == "Systematisk opfølgning"
    assert [each.id for each in project.library] == ["opfølgning", "praktikaftale"]
    indicator = project.indicators.get("antal")
    assert indicator is not None
    assert indicator.scale is not None
    assert (indicator.catalogue, indicator.scale.low) == ("egne", 0)
    assert list(loaded.texts) == [
        "circle.yml",
        "theories/praktik.yml",
        "theories/library/moderatorer.yml",
        "indicators/egne.yml",
    ]
    assert project.theories[0].place.file == "theories/praktik.yml"


def test_a_folder_without_settings_is_a_project_too(folder: Path) -> None:
    (folder / "circle.yml").unlink()
    loaded = load(folder)
    assert loaded.findings == ()
    assert loaded.project.settings.id == folder.name


def test_the_root_is_found_from_below(folder: Path) -> None:
    assert find_root(folder / "theories" / "library") == folder.resolve()
    (folder / "circle.yml").unlink()
    assert find_root(folder / "indicators") == folder.resolve()


def test_two_theories_with_one_id(folder: Path) -> None:
    (folder / "theories/zzz.yml").write_bytes((CASES / "first.yml").read_bytes())
    loaded = load(folder)
    assert told(loaded.findings) == ["theories/zzz.yml:1:15 QC226"]
    assert len(loaded.project.theories) == 1


def test_an_unknown_scale_is_found_with_a_suggestion(folder: Path) -> None:
    (folder / "indicators/andre.yml").write_text("katalog: b\nindikatorer:\n  x: {skala: tall}\n", "utf-8")
    loaded = load(folder)
    assert told(loaded.findings) == ["indicators/andre.yml:3:3 QC227"]
    assert loaded.findings[0].facts["suggestion"] == "tal"


def test_one_indicator_in_two_catalogues(folder: Path) -> None:
    (folder / "indicators/zzz.yml").write_text("katalog: b\nindikatorer: {antal: Antal}\n", "utf-8")
    assert told(load(folder).findings) == ["indicators/zzz.yml:2:15 QC229"]


def test_a_file_that_does_not_say_what_it_is(folder: Path) -> None:
    (folder / "theories/noter.yml").write_text("noter: husk mødet\n", "utf-8")
    assert told(load(folder).findings) == ["theories/noter.yml:1:1 QC228"]


def test_a_file_that_cannot_be_read_leaves_the_others_standing(folder: Path) -> None:
    (folder / "theories/gammel.yml").write_bytes("titel: Løntilskud\n".encode("cp1252"))
    (folder / "theories/mappe.yml").mkdir()
    loaded = load(folder)
    assert told(loaded.findings) == ["theories/gammel.yml:1:9 QC102", "theories/mappe.yml QC100"]
    assert [each.id for each in loaded.project.theories] == ["praktik"]


def test_a_folder_that_does_not_exist_is_a_finding() -> None:
    loaded = load(Path("/nope"))
    assert [(each.code.id, each.place.file) for each in loaded.findings] == [("QC100", "/nope")]


def test_files_that_lie_where_nobody_looks_are_told(tmp_path: Path) -> None:
    for file, text in {
        "circle.yml": "projekt: a\n",
        "theories/projekt.yml": "projekt: b\n",
        "theories/katalog.yml": "katalog: c\n",
        "theories/under/x.yml": "programteori: d\n",
        "theories/library/library.yml": "katalog: e\n",
        "theories/.skjult/x.yml": "katalog: f\n",
    }.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.project.settings.id == "a"
    assert [(each.code.id, str(each.place)) for each in loaded.findings] == [
        ("QC234", "theories/katalog.yml:1"),
        ("QC233", "theories/projekt.yml:1"),
        ("QC235", "theories/under/x.yml"),
    ]
