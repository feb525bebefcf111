"""The words of the trade: Danish, English, what is meant, and where a source uses the word.

The words, their English counterparts and their meanings are those of the documents this project was
specified by; the last group is this tool's own words. An example without a source is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qualitycircle.vocabulary.language import Text


class Term(NamedTuple):
    """A word, what is meant by it, and an example with its source ("New Insight s34")."""

    term: Text
    meaning: Text
    example: Text = Text("", "")
    source: str = ""


class Group(NamedTuple):
    """Words that belong together."""

    name: Text
    terms: tuple[Term, ...]


def _term(
    da: str, en: str, meaning: tuple[str, str], example: tuple[str, str] = ("", ""), source: str = ""
) -> Term:
    return Term(Text(da, en), Text(*meaning), Text(*example), source)


_THEORY = (
    _term(
        "programteori",
        "programme theory",
        (
            "Udtrykkelige forestillinger om, hvorfor og hvordan en indsats virker.",
            "Explicit notions of why and how an effort works.",
        ),
        (
            "»En begrundet forestilling/forklaring på, hvordan en indsats kan omsættes til konkrete resultater.«",
            "“A reasoned notion/explanation of how an effort can be turned into concrete results.”",
        ),
        "New Insight s14",
    ),
    _term(
        "forandringsteori",
        "theory of change",
        (
            "Forbindelsen mellem organisationens strategiske mål og det, den gør nu.",
            "The connection between an organisation's strategic goals and what it does now.",
        ),
        (
            "Færre på førtidspension: kortlæg de handlinger, der skal til, og sikr, at de får virkning.",
            "Fewer on disability pension: map the actions it takes, and make sure that they have effect.",
        ),
        "KL 2011 s6",
    ),
    _term(
        "kvalitetscirkel",
        "quality circle",
        (
            "Seks stationer, der ender i korrigering og begynder forfra.",
            "Six stations that end in correction and begin again.",
        ),
        (
            "Mål, programteori, indikatorer, dataindsamling, virkningsevaluering, korrigering.",
            "Goals, programme theory, indicators, data collection, evaluation, correction.",
        ),
        "New Insight s12",
    ),
    _term(
        "virkningsevaluering",
        "theory-based evaluation",
        (
            "Prøver, hvad der virker for hvem, hvordan og under hvilke betingelser.",
            "Tests what works for whom, how, and under which conditions.",
        ),
        (
            "Virker indsatsen efter hensigten, og hvilke resultater er der?",
            "Does the effort work as intended, and what are the results?",
        ),
        "New Insight s12",
    ),
    _term(
        "omgang",
        "round",
        (
            "Én tur rundt i kvalitetscirklen. En omgang har en frosset testplan, evalueringer og beslutninger.",
            "One turn of the quality circle. A round has a frozen test plan, evaluations and decisions.",
        ),
    ),
    _term(
        "mål",
        "objective",
        ("Det, indsatsen skal resultere i.", "What the effort is meant to result in."),
        (
            "»Hvilke mål er der med en aktiveringsindsats?«",
            "“What are the goals of an activation effort?”",
        ),
        "New Insight s11",
    ),
    _term(
        "målgruppe",
        "target group",
        ("Dem, indsatsen er for.", "Those the effort is for."),
        ("Aktivitetsparate borgere.", "Citizens ready for activity but not yet for a job."),
        "BIP 2014",
    ),
    _term(
        "indsats",
        "intervention",
        ("Det, der samlet gøres for en målgruppe.", "The whole effort for a target group."),
        (
            "Forløb for borgere med misbrug og psykiske problemer.",
            "A course for citizens with substance abuse and mental problems.",
        ),
        "New Insight s15",
    ),
    _term(
        "delindsats",
        "activity",
        ("En del af indsatsen.", "A part of the effort."),
        (
            "»Minerydning«, besøg på arbejdspladser, praktikophold.",
            "“Mine clearing”, visits to workplaces, work placement.",
        ),
        "New Insight s15",
    ),
    _term(
        "præstation",
        "output",
        ("Det, der bliver leveret eller mødt op til.", "What is delivered or attended."),
        (
            "Fremmøde, deltagelse i de forskellige aktiviteter.",
            "Attendance, taking part in the various activities.",
        ),
        "New Insight s15",
    ),
    _term(
        "effekt, virkning",
        "outcome",
        (
            "En forandring hos borgeren på vej mod målet.",
            "A change in the citizen on the way to the goal.",
        ),
        ("Hverdagsmestring, øget motivation.", "Coping with everyday life, more motivation."),
        "New Insight s15",
    ),
    _term(
        "trædesten",
        "stepping stone",
        (
            "En effekt undervejs, som borgeren kan træde på mod arbejdsmarkedet.",
            "An outcome on the way that a citizen can step on towards the labour market.",
        ),
        (
            "Man skal være skarp på, hvad »tættere på arbejdsmarkedet« betyder.",
            "One must be sharp on what “closer to the labour market” means.",
        ),
        "New Insight s7",
    ),
    _term(
        "delmål",
        "intermediate goal",
        ("Et mål på vejen for den enkelte borger.", "A goal on the way for one citizen."),
        (
            "Progressionsmåling synliggør de delmål, der skal arbejdes med.",
            "Measuring progression makes visible the intermediate goals to work on.",
        ),
        "BIP 2014",
    ),
    _term(
        "slutmål",
        "end goal",
        ("Det, forløbet ender med for borgeren.", "Where the citizen ends."),
        (
            "Job, uddannelse, ændring i match, indstilling til førtidspension, sygemelding.",
            "Job, education, a changed match group, recommendation for disability pension, sick leave.",
        ),
        "New Insight s17",
    ),
    _term(
        "sammenhæng",
        "link",
        (
            "En påstand om, at mere af det ene giver mere eller mindre af det andet, eller kun at de følges ad. Og hvorfor.",
            "A claim that more of one thing gives more or less of another, or only that they move together. And why.",
        ),
        (
            "Praktikophold spiller ind på borgers motivation.",
            "A work placement affects the citizen's motivation.",
        ),
        "New Insight s34",
    ),
    _term(
        "påvirker, hænger sammen med",
        "influences, is associated with",
        (
            "To slags sammenhænge: den ene påvirker den anden (->), eller de følges blot ad (~).",
            "Two kinds of link: one influences the other (->), or they only move together (~).",
        ),
        (
            "»Spiller ind på« om praktik; »hænger sammen med« om hverdagsmestring og motivation.",
            "“Affects” of a placement; “is associated with” of everyday coping and motivation.",
        ),
        "New Insight s34-35",
    ),
    _term(
        "antagelse, virkningsforestilling",
        "assumption",
        ("Begrundelsen for en sammenhæng.", "The stated reason for a link."),
        (
            "»Hvad virker for hvem, hvordan og under hvilke betingelser?«",
            "“What works for whom, how, and under which conditions?”",
        ),
        "New Insight s14",
    ),
    _term(
        "virksom mekanisme",
        "mechanism",
        ("Det, der får en sammenhæng til at virke.", "What makes a link work."),
        (
            "Systematisk opfølgning, længerevarende praktik og højt fremmøde.",
            "Systematic follow-up, longer placement and high attendance.",
        ),
        "New Insight s34",
    ),
    _term(
        "moderator",
        "moderator",
        (
            "En betingelse, der styrker, svækker eller kræves for en sammenhæng.",
            "A condition that strengthens, weakens or is required for a link.",
        ),
        ("Klar praktikaftale, systematisk opfølgning.", "A clear placement agreement, systematic follow-up."),
        "New Insight s15",
    ),
    _term(
        "fase",
        "phase",
        ("En del af forløbet i tid.", "A part of the course in time."),
        (
            "Relationsdannelse, »minerydning«, afklaringsfase, træningsfase.",
            "Building the relation, “mine clearing”, clarification, training.",
        ),
        "New Insight s27",
    ),
    _term(
        "parallelindsats",
        "parallel intervention",
        (
            "Indsatser på samme tid frem for den ene efter den anden.",
            "Efforts at the same time rather than in turn.",
        ),
        (
            "En beskæftigelsesindsats kombineret med en helbredsindsats.",
            "An employment effort combined with a health effort.",
        ),
        "BIP 2014",
    ),
)

_MEASURING = (
    _term(
        "indikator",
        "indicator",
        ("Et tegn, man kan se eller spørge om.", "A sign that can be seen or asked about."),
        (
            "26 til faglige vurderinger, 30 til borgeren og 4 til arbejdsgiveren.",
            "26 for professional assessments, 30 for the citizen and 4 for the employer.",
        ),
        "New Insight s23",
    ),
    _term(
        "baggrundsvariabel",
        "background variable",
        (
            "Noget ved borgeren, indsatsen ikke kan ændre.",
            "Something about the citizen that the effort cannot change.",
        ),
        ("Køn, alder, herkomst, ledighedslængde.", "Gender, age, origin, length of unemployment."),
        "New Insight s17",
    ),
    _term(
        "aktivitetsindikator",
        "activity indicator",
        (
            "Viser, hvilke aktiviteter der var, og hvem der deltog og mødte.",
            "Shows which activities there were, and who took part and attended.",
        ),
        ("Typer af aktiviteter, deltagelse, fremmøde.", "Types of activities, participation, attendance."),
        "New Insight s17",
    ),
    _term(
        "virkningsindikator",
        "outcome indicator",
        ("Måler borgerens udvikling.", "Measures the citizen's development."),
        ("»Projektets flagskib.«", "“The project's flagship.”"),
        "New Insight s18",
    ),
    _term(
        "skala, skalatrin",
        "scale, step",
        ("Ordnede trin, et svar kan ligge på.", "Ordered steps on which an answer can lie."),
        (
            "5 trin til faglige vurderinger, 10 til borger og arbejdsgiver.",
            "5 steps for professional assessments, 10 for the citizen and the employer.",
        ),
        "New Insight s21",
    ),
    _term(
        "ankertekst",
        "anchor text",
        ("Det, et trin på en skala betyder, med ord.", "What a step of a scale means, in words."),
        ("1 er »tror slet ikke det er muligt«.", "1 is “does not believe at all that it is possible”."),
        "New Insight s25",
    ),
    _term(
        "svarperson, respondent",
        "respondent",
        (
            "Den, der svarer. To svarpersoner er to svar og bliver aldrig til ét tal.",
            "Who answers. Two respondents are two answers and never become one number.",
        ),
        ("Separate spørgsmål til borger og sagsbehandler.", "Separate questions for citizen and caseworker."),
        "BIP 2014",
    ),
    _term(
        "faglig vurdering",
        "professional assessment",
        ("Medarbejderens eller sagsbehandlerens svar.", "The professional's answer."),
        (
            "Motivation på fem trin, hvert med kriterier for adfærd.",
            "Motivation on five steps, each with criteria of behaviour.",
        ),
        "New Insight s24",
    ),
    _term(
        "borgervurdering",
        "self-assessment",
        ("Borgerens eget svar.", "The citizen's own answer."),
        ("Troen på at få et arbejde, 1 til 10.", "Belief in getting a job, 1 to 10."),
        "New Insight s25",
    ),
    _term(
        "arbejdsgivervurdering",
        "employer assessment",
        ("Arbejdsgiverens svar.", "The employer's answer."),
        ("Evnen til at tage initiativ, 1 til 10.", "Ability to take initiative, 1 to 10."),
        "New Insight s26",
    ),
    _term(
        "objektiv måling",
        "objective test",
        ("Resultatet af et testværktøj.", "The result of a test instrument."),
        ("»Objektive målinger fra testværktøjer.«", "“Objective measurements from test tools.”"),
        "New Insight s21",
    ),
    _term(
        "måling",
        "measurement",
        ("En gang, der bliver svaret.", "One occasion on which answers are given."),
        ("Startmåling, måling 2, måling 3, slutmåling.", "First measurement, second, third, last."),
        "New Insight s27",
    ),
    _term(
        "dataindsamling",
        "data collection",
        ("Cirklens fjerde station: svarene kommer ind.", "The circle's fourth station: the answers come in."),
        ("Målinger ca. hver tredje måned.", "Measurements about every third month."),
        "BIP 2017 s4",
    ),
    _term(
        "progression",
        "progress",
        (
            "Et trin frem mellem to målinger. Progression er ikke effekt.",
            "A step up between two measurements. Progression is not effect.",
        ),
        ("»Går det fremad (progression)«", "“Does it go forward (progression)”"),
        "New Insight s20",
    ),
    _term(
        "regression",
        "setback",
        ("Et trin tilbage mellem to målinger.", "A step down between two measurements."),
        ("»Går det tilbage (regression)«", "“Does it go back (regression)”"),
        "New Insight s20",
    ),
    _term(
        "status quo, stilstand",
        "no change",
        ("Samme svar ved to målinger.", "The same answer at two measurements."),
        ("»Er der stilstand (status quo)«", "“Is there a standstill (status quo)”"),
        "New Insight s20",
    ),
    _term(
        "progressionskort",
        "progress card",
        (
            "Én borgers egne svar over tid, til samtalen med borgeren.",
            "One citizen's own answers over time, for the conversation with the citizen.",
        ),
        (
            "»Tallet 5 angiver den højeste score. Tallet 1 angiver den laveste score.«",
            "“The number 5 is the highest score. The number 1 is the lowest score.”",
        ),
        "BIP 2014",
    ),
    _term(
        "jobsøgningskanal",
        "job-search channel",
        (
            "En vej, borgeren søger job ad; der kan være flere.",
            "A way of looking for a job; there may be several.",
        ),
        (
            "Aviser, internet, uopfordret, netværk, via praktik, vikarbureau.",
            "Newspapers, the internet, unsolicited, network, through a placement, temp agency.",
        ),
        "BIP 2017 s8",
    ),
    _term(
        "sagsbehandlerskift",
        "caseworker change",
        ("Når borgeren får en anden sagsbehandler.", "When the citizen gets another caseworker."),
        (
            "22 pct. lavere chance for job ved skift; 40 pct. oplever det.",
            "A 22 per cent lower chance of a job after a change; 40 per cent experience one.",
        ),
        "BIP 2017 s12",
    ),
)

_KNOWING = (
    _term(
        "evidens, evidenstype",
        "evidence, type of evidence",
        (
            "Det, der taler for eller imod en påstand. Ti typer, side om side, uden rang.",
            "What speaks for or against a claim. Ten types, side by side, unranked.",
        ),
        ("»Evidenshierarki udjævnes.«", "“The hierarchy of evidence is levelled.”"),
        "Kongsgaard s4",
    ),
    _term(
        "datakilde til programteori",
        "source of a programme theory",
        (
            "Den viden, teorien er bygget af: medarbejdere, undersøgelser, arbejdsgivere eller borgere.",
            "The knowledge a theory is built from: staff, studies, employers or citizens.",
        ),
        (
            "Vekselvirkning mellem erfaringsbaseret viden, undersøgelser og forskning.",
            "An interplay of knowledge from experience, studies and research.",
        ),
        "New Insight s16",
    ),
    _term(
        "videnshul, vidensspørgsmål",
        "knowledge gap",
        (
            "Noget, ingen ved endnu, skrevet ned som et spørgsmål.",
            "Something nobody knows yet, written down as a question.",
        ),
        (
            "Kan vi overføre metoder fra sundhedssystemet?",
            "Can methods be transferred from the health system?",
        ),
        "KL 2011 s3",
    ),
    _term(
        "spor, tema",
        "track, theme",
        (
            "Laboratoriets dele: et spor er et emne, et tema går på tværs.",
            "The parts of a laboratory: a track is a subject, a theme runs across.",
        ),
        (
            "Spor: brancheskift. Tema: progressionsmålinger.",
            "Track: change of trade. Theme: measuring progression.",
        ),
        "KL 2011 s2",
    ),
    _term(
        "korrigering",
        "correction",
        (
            "At rette mål, indsatser, indikatorer eller sammenhænge efter det, der er lært.",
            "Adjusting goals, efforts, indicators or links to what has been learnt.",
        ),
        ("»Justering og tilpasning af mål og indsatser.«", "“Adjusting and adapting goals and efforts.”"),
        "New Insight s12",
    ),
    _term(
        "varedeklaration",
        "product declaration",
        (
            "Hvad der er lovet, sat ved siden af, hvad der er leveret.",
            "What was promised, set beside what was delivered.",
        ),
        (
            "»Er det citronkage uden citron der sælges?«",
            "“Is it lemon cake without lemon that is being sold?”",
        ),
        "New Insight s9",
    ),
    _term(
        "bestilling",
        "commissioning order",
        (
            "Det, der bestilles til netop de udfordringer, borgeren har.",
            "What is ordered for exactly the challenges a citizen has.",
        ),
        (
            "»Er vi gode til at lave bestillinger på de konkrete udfordringer, borger har?«",
            "“Are we good at ordering for the concrete challenges the citizen has?”",
        ),
        "BIP 2014",
    ),
    _term(
        "tovholder",
        "coordinator",
        (
            "Den, der holder øje med registreringer og samler temaer til refleksion.",
            "Who keeps an eye on registrations and gathers themes for reflection.",
        ),
        (
            "»Tovholderfunktion – holde øje med registreringer.«",
            "“A coordinator – keeping an eye on registrations.”",
        ),
        "BIP 2014",
    ),
)

_OURS = (
    _term(
        "mindste virkning",
        "smallest effect",
        (
            "Den mindste forskel, der ville betyde noget, aftalt før data ses.",
            "The smallest difference that would matter, agreed before the data are seen.",
        ),
    ),
    _term(
        "testplan",
        "test plan",
        (
            "Det, der skal sammenlignes for hver sammenhæng, frosset før data kommer.",
            "What is to be compared for each link, frozen before the data arrive.",
        ),
    ),
    _term(
        "understøttet",
        "supported",
        (
            "Data peger den vej, teorien siger, og forskellen er stor nok til at betyde noget.",
            "The data point the way the theory says, and the difference is large enough to matter.",
        ),
    ),
    _term(
        "svag",
        "weak",
        (
            "Data peger den vej, teorien siger, men forskellen er lille, eller sammenligningen bærer ikke mere.",
            "The data point the way the theory says, but the difference is small, or the comparison carries no more.",
        ),
    ),
    _term(
        "modsagt",
        "contradicted",
        ("Data peger den modsatte vej.", "The data point the opposite way."),
    ),
    _term(
        "ingen relevant sammenhæng",
        "no relevant association",
        (
            "Data viser, at en forskel af betydning kan udelukkes.",
            "The data show that a difference that matters can be ruled out.",
        ),
    ),
    _term(
        "uafgjort",
        "undecided",
        (
            "Data kan ikke afgøre det. Det er ikke det samme som ingen sammenhæng.",
            "The data cannot decide it. That is not the same as no link.",
        ),
    ),
    _term(
        "ikke målt",
        "not measured",
        (
            "Sammenhængen kunne ikke testes, og grunden står ved den.",
            "The link could not be tested, and the reason stands beside it.",
        ),
    ),
)

GROUPS: tuple[Group, ...] = (
    Group(Text("Teori og indsats", "Theory and effort"), _THEORY),
    Group(Text("Måling", "Measuring"), _MEASURING),
    Group(Text("Viden og korrigering", "Knowledge and correction"), _KNOWING),
    Group(Text("Værktøjets egne ord", "The tool's own words"), _OURS),
)


def terms() -> Iterator[Term]:
    """Yield every word of the glossary."""
    for group in GROUPS:
        yield from group.terms
