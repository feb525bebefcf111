"""Every key of the YAML: the Danish word, its ASCII spelling, the English word, and what it means.

One table per kind of block. The schemas, the reader's tolerance for spellings, the hover text of
editors and the reference page are all made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.spelling import ascii_spelling, fold


class Key(NamedTuple):
    """A key: the Danish word we write, the English one that is also accepted, and the meaning."""

    da: str
    en: str
    meaning: Text
    also: tuple[str, ...] = ()

    @property
    def ascii(self) -> str:
        """Return the spelling without Danish letters."""
        return ascii_spelling(self.da)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return every other spelling that is accepted, without repeats."""
        every = (self.ascii, self.en, *self.also, *map(ascii_spelling, self.also))
        return tuple(dict.fromkeys(each for each in every if each != self.da))

    def say(self, language: Language) -> str:
        """Return the key's word in a language."""
        return self.da if language == "da" else self.en


def _key(da: str, en: str, meaning_da: str, meaning_en: str, *also: str) -> Key:
    return Key(da, en, Text(meaning_da, meaning_en), also)


NAME = _key("navn", "name", "Det, der vises for læseren", "What the reader sees")
RESPONSIBLE = _key("ansvarlig", "responsible", "Hvem der har ansvaret", "Who is responsible")
SOURCE = _key(
    "kilde",
    "source",
    "Hvor det står: kildens id og stedet i den (new-insight s34). Uden kilde er det jeres egen slutning",
    "Where it is stated: the source's id and the place (new-insight s34). Without one: your own inference",
)
EVIDENCE = _key(
    "evidens",
    "evidence",
    "Det, der taler for eller imod. 'ukendt' er et hul i vores viden",
    "What speaks for or against. 'ukendt' is a gap in our knowledge",
)
QUESTIONS = _key(
    "vidensspørgsmål", "knowledge_questions", "Det, vi endnu ikke ved", "What we do not know yet"
)
INDICATORS = _key(
    "indikatorer",
    "indicators",
    "Id på den eller de indikatorer, der viser det",
    "The id of the indicator or indicators that show it",
)
SEVERAL = _key(
    "flere_indikatorer",
    "several_indicators",
    "Hvordan flere indikatorer tæller: gennemsnit, alle eller mindst en",
    "How several indicators count: mean, all or any",
)
CONSISTS_OF = _key(
    "består_af",
    "consists_of",
    "Delene, når det er en helhed, der måles gennem dem",
    "The parts, when this is a whole that is measured through them",
)
WITHIN = _key(
    "inden_for", "within", "Hvor lang tid det må tage (12 måneder)", "How long it may take (12 months)"
)
PROMISED = _key("lovet", "promised", "Det, der er aftalt leveret", "What was agreed to be delivered")
CONTENT = _key("indhold", "content", "Hvad der foregår", "What takes place")
SECTOR = _key("sektor", "sector", "Hvilken sektor der leverer", "Which sector delivers")
METHOD = _key("metode", "method", "Metoden, der arbejdes efter", "The method that is followed")
COST = _key("pris", "cost", "Hvad det koster", "What it costs")
WHEN = _key("hvornår", "when", "Hvornår i forløbet det gælder", "When in the course it holds")
APPLIES_TO = _key("gælder_for", "applies_to", "Den undergruppe, det gælder for", "The subgroup it holds for")
SMALLEST = _key(
    "mindste_virkning",
    "smallest_effect",
    "Den mindste virkning, der betyder noget, med enhed og grund: 0,5 trin, fordi …",
    "The smallest effect that matters, with unit and reason: 0.5 steps, because …",
)
PROVIDER = _key("udfører", "provider", "Den, der leverer indsatsen", "Who delivers the effort")
COMMISSIONER = _key(
    "bestiller", "commissioner", "Den, der har bestilt indsatsen", "Who commissioned the effort"
)
VERSION = _key(
    "version",
    "version",
    "Tæl én op, når en påstand ændres efter en frosset plan",
    "Count one up when a claim changes after a frozen plan",
)
DOMAIN = _key("område", "domain", "Det område, det hører til", "The domain it belongs to")
WANTED = _key("ønsket", "wanted", "Om det ønskes op eller ned", "Whether it is wished up or down")
ACTIVITIES = _key("delindsatser", "activities", "Det, der gøres", "What is done")
MODERATORS = _key(
    "moderatorer",
    "moderators",
    "Betingelser, der styrker, svækker eller kræves for en sammenhæng",
    "Conditions that strengthen, weaken or are required for a link",
)
SOURCES = _key("kilder", "sources", "Det, der henvises til: id og titel", "What is cited: id and title")
FROM = _key("fra", "from", "Startdato", "Start date")
TO = _key("til", "to", "Slutdato", "End date")
DATE = _key("dato", "date", "Datoen", "The date")
PERSON = _key("person", "person", "Kolonnen med personens nummer", "The column with the person's number")
COURSE = _key("forløb", "course", "Forløbets nummer", "The course's number")
UNIT = _key("enhed", "unit", "Enheden (fx jobcenter)", "The unit (a jobcentre, say)")
ROUND = _key("runde", "round", "Hvilken måling det er", "Which measurement it is")
CASEWORKER = _key("sagsbehandler", "caseworker", "Sagsbehandlerens nummer", "The caseworker's number")
PROFESSION = _key("faggruppe", "profession", "Faggruppen", "The profession")
INDICATOR = _key(
    "indikator", "indicator", "Hvilken indikator rækken er svar på", "Which indicator the row answers"
)
VALUE = _key("værdi", "value", "Svaret", "The answer")
RESPONDENT = _key("respondent", "respondent", "Hvem der svarer", "Who answers")
TARGET_GROUP = _key("målgruppe", "target_group", "Hvem indsatsen er for", "Whom the effort is for")

_ELEMENT = (
    NAME,
    _key(
        "definition",
        "definition",
        "Hvad ordet betyder her, så to fagfolk forstår det ens",
        "What the word means here, so that two professionals understand it alike",
    ),
    INDICATORS,
    SEVERAL,
    CONSISTS_OF,
    RESPONSIBLE,
    SOURCE,
    QUESTIONS,
)
_PRELIMINARY = _key(
    "foreløbig", "preliminary", "Om fundet er foreløbigt", "Whether the finding is preliminary"
)
_SATISFIED = _key(
    "tilfreds_ved", "satisfied_at", "Hvornår resultatet er godt nok", "When the result is good enough"
)
_INTERVENTION = (
    NAME,
    _key("beskrivelse", "description", "Kort beskrivelse", "Short description"),
    CONTENT,
    SECTOR,
    _key("varighed", "duration", "Hvor længe indsatsen varer", "How long the effort lasts"),
    METHOD,
    COST,
    RESPONSIBLE,
    SOURCE,
)
_MEASURED = (
    COURSE,
    ROUND,
    DATE,
    _key("bedømmer", "rater", "Den, der har vurderet", "Who made the assessment"),
    RESPONDENT,
    INDICATOR,
    VALUE,
    UNIT,
    CASEWORKER,
)

KEYS: Mapping[str, tuple[Key, ...]] = {
    "theory": (
        _key(
            "programteori",
            "programme_theory",
            "Teoriens id, som filen hedder. Programteorien siger, hvorfor og hvordan indsatsen virker",
            "The theory's id. A programme theory says why and how the effort works",
        ),
        _key("titel", "title", "Teoriens titel", "The theory's title"),
        VERSION,
        _key(
            "status",
            "status",
            "udkast, mens teorien skrives; i brug, når den kan måles",
            "draft while it is being written; in use when it can be measured",
        ),
        SOURCE,
        PROVIDER,
        COMMISSIONER,
        TARGET_GROUP,
        _key("problem", "problem", "Det, der skal løses", "What is to be solved"),
        _key(
            "begrundelse",
            "rationale",
            "Hvorfor indsatsen ventes at virke",
            "Why the effort is expected to work",
        ),
        _key("borgertekst", "citizen_text", "Teorien sagt til borgeren", "The theory as told to the citizen"),
        _key("indsats", "intervention", "Hele indsatsen", "The whole effort"),
        _key("faser", "phases", "Indsatsens faser i rækkefølge", "The phases of the effort, in order"),
        ACTIVITIES,
        _key("præstationer", "outputs", "Det, der leveres eller deltages i", "What is delivered or attended"),
        _key(
            "effekter",
            "outcomes",
            "Ændringer hos borgeren på vejen mod slutmålet",
            "Changes in the citizen on the way to the goal",
            "virkninger",
            "effects",
        ),
        _key("slutmål", "goals", "Det, indsatsen skal ende med", "What the effort shall end with"),
        _key(
            "sammenhænge",
            "links",
            "Antagelserne: a -> b: øger, fordi …  eller  a ~ b: følges ad",
            "The assumptions: a -> b: increases, because …  or  a ~ b: moves with",
        ),
        MODERATORS,
        _key("måleplan", "measurement_plan", "Hvornår der måles", "When measurements are made"),
        EVIDENCE,
        QUESTIONS,
        _key("rammer", "framework", "De syv rammer og deres krav", "The seven frames and their requirements"),
        _key("risici", "risks", "Hvad målingen kan gøre ved praksis", "What measuring may do to practice"),
        SOURCES,
        _key(
            "accepteret",
            "accepted",
            "Advarsler, I lever med, hver med sin grund: {QC310: grund}",
            "Warnings you live with, each with its reason: {QC310: reason}",
        ),
    ),
    "target_group": (
        NAME,
        _key("beskrivelse", "description", "Kort beskrivelse", "Short description"),
        _key("koder", "codes", "Målgruppekoder", "Target-group codes"),
        _key(
            "undergrupper",
            "subgroups",
            "Undergrupper, der kan reagere forskelligt",
            "Subgroups that may respond differently",
        ),
    ),
    "intervention": _INTERVENTION,
    "activity": (
        *_ELEMENT,
        CONTENT,
        _key("fase", "phase", "Den fase, den hører til", "The phase it belongs to"),
        _key("før", "before", "Delindsatser, den kommer før", "Activities it comes before"),
        _key(
            "samtidig_med", "alongside", "Delindsatser, den løber sammen med", "Activities it runs alongside"
        ),
        _key("efter", "after", "Delindsatser, den kommer efter", "Activities it comes after"),
        SECTOR,
        _key("sted", "setting", "Hvor den foregår", "Where it takes place"),
        _key(
            "tildeling",
            "assignment",
            "Hvordan det afgøres, hvem der får den: målt behov, stabilt behov, lodtrækning …",
            "How it is decided who gets it: measured need, stable need, randomised …",
        ),
        _key(
            "tildeles_pr",
            "assigned_per",
            "Det niveau, der tildeles på: borger, sagsbehandler, hold, enhed",
            "The level of assignment: citizen, caseworker, class, unit",
        ),
        PROMISED,
        METHOD,
        COST,
    ),
    "promise": (
        _key("dækning", "coverage", "Andelen, der skal nås", "The share to be reached"),
        _key("dosis", "dose", "Hvor meget hver skal have", "How much each shall have"),
        _key(
            "som_beskrevet",
            "fidelity",
            "Andelen, der gives som beskrevet",
            "The share delivered as described",
        ),
    ),
    "output": (*_ELEMENT, WANTED, PROMISED),
    "outcome": (
        *_ELEMENT,
        WANTED,
        _key(
            "hos",
            "in_whom",
            "Hos hvem ændringen sker, når det ikke er borgeren",
            "In whom the change happens, when not the citizen",
        ),
        _SATISFIED,
    ),
    "goal": (
        *_ELEMENT,
        WANTED,
        WITHIN,
        _key(
            "opgøres_efter",
            "follow_up",
            "Hvor længe efter forløbet det gøres op",
            "How long after the course it is counted",
        ),
        _SATISFIED,
        _key(
            "konkurrerer_med", "competes_with", "Slutmål, der udelukker dette", "Goals that exclude this one"
        ),
    ),
    "link": (
        _key(
            "antagelse",
            "assumption",
            "Påstanden og dens grund: øger, fordi …",
            "The claim and its reason: increases, because …",
        ),
        _key(
            "ses_efter",
            "seen_after",
            "Hvor mange målinger der går: [1] er den næste, [0] den samme",
            "How many measurements later: [1] is the next, [0] the same",
        ),
        WITHIN,
        SMALLEST,
        WHEN,
        APPLIES_TO,
        SOURCE,
        EVIDENCE,
        QUESTIONS,
    ),
    "moderator": (
        NAME,
        _key("krav", "requirement", "Hvad der skal være opfyldt", "What has to be met"),
        RESPONSIBLE,
        DOMAIN,
        _key("retning", "direction", "Hvad mere af den betyder", "What more of it means"),
        _key("styrker", "strengthens", "Sammenhænge, den styrker", "Links it strengthens"),
        _key("svækker", "weakens", "Sammenhænge, den svækker", "Links it weakens"),
        _key("kræves_for", "required_for", "Sammenhænge, den kræves for", "Links it is required for"),
        INDICATORS,
        SEVERAL,
        _key(
            "opfyldt",
            "met_when",
            "Hvornår den er opfyldt: mindst 2, højst 1, ja",
            "When it is met: at least 2, at most 1, yes",
        ),
        PROMISED,
        _key(
            "mindste_forskel",
            "smallest_difference",
            "Den mindste forskel, der betyder noget, med enhed og grund",
            "The smallest difference that matters, with unit and reason",
        ),
        CONSISTS_OF,
        WHEN,
        APPLIES_TO,
        SOURCE,
        EVIDENCE,
        QUESTIONS,
    ),
    "evidence": (
        SOURCE,
        _key("taler", "speaks", "for, imod eller både og", "for, against or mixed"),
        _key("type", "type", "Slags evidens; ellers kildens", "Kind of evidence; else the source's"),
        _PRELIMINARY,
        _key("fund", "finding", "Hvad der blev fundet", "What was found"),
        _key(
            "prøve",
            "test",
            "Hvor afgørende fundet er: svagt, nødvendigt, afgørende eller dobbelt afgørende tegn",
            "How decisive it is: straw in the wind, necessary, decisive or doubly decisive",
        ),
        _key("iagttaget", "observed", "Om tegnet blev set", "Whether the sign was seen"),
        _key(
            "hvis_sand",
            "if_true",
            "Hvor ventet fundet er, hvis antagelsen er sand (0,1-0,3)",
            "How expected it is if the assumption is true (0.1-0.3)",
        ),
        _key(
            "hvis_falsk",
            "if_false",
            "Hvor ventet fundet er, hvis antagelsen er falsk",
            "How expected it is if the assumption is false",
        ),
    ),
    "source": (
        _key("navn", "name", "Det korte navn, der henvises med (BIP 2014)", "The short name to cite it by"),
        _key("titel", "title", "Titlen", "The title"),
        _key("forfatter", "author", "Forfatteren", "The author"),
        _key("udgiver", "publisher", "Udgiveren", "The publisher"),
        _key("år", "year", "Udgivelsesåret", "The year of publication"),
        _key("type", "type", "Slags evidens, en af ti", "Kind of evidence, one of ten"),
        _key(
            "viden_fra",
            "knowledge_from",
            "Hvem viden kommer fra: medarbejdere, undersøgelser, arbejdsgivere, borgere",
            "Whom the knowledge comes from: staff, studies, employers, citizens",
        ),
        _key("adresse", "address", "Hvor den kan læses", "Where it can be read"),
        _key(
            "afløst_af",
            "superseded_by",
            "Den nyere kilde, der afløser den",
            "The newer source that replaces it",
        ),
    ),
    "plan": (
        _key(
            "hver",
            "every",
            "Tiden mellem to målinger (3 måneder)",
            "The time between two measurements (3 months)",
        ),
        _key(
            "tolerance",
            "tolerance",
            "Hvor skævt en måling må ligge (3 uger)",
            "How far off a measurement may be (3 weeks)",
        ),
        _key("runder", "rounds", "Målingernes navne i rækkefølge", "The names of the measurements, in order"),
        _key("design", "design", "Slags undersøgelse", "Kind of study"),
        _key("sammenligning", "comparison", "Hvem der sammenlignes med", "Who is compared with"),
        _key("korrigér_efter", "correct_after", "Hvornår der skal korrigeres", "When to correct"),
    ),
    "risk": (
        _key("risiko", "risk", "Hvad der kan gå skævt", "What may go wrong"),
        _key("tegn", "sign", "Hvordan det vil vise sig", "How it would show"),
        _key("modtræk", "response", "Hvad vi gør ved det", "What we do about it"),
    ),
    "framework": (
        _key("formål", "purpose", "Indsatsens formål", "The purpose of the effort"),
        _key("effektmål", "outcome_targets", "Krav til resultater", "Required results"),
        _key("indholdskrav", "content_requirements", "Krav til indhold", "Required content"),
        _key("proceskrav", "process_requirements", "Krav til proces", "Required process"),
        _key("organisering", "organisation", "Krav til organisering", "Required organisation"),
        _key("finansiering", "funding", "Hvordan den betales", "How it is paid for"),
        _key("offentlighed", "publicity", "Hvad der offentliggøres", "What is made public"),
    ),
    "framework_part": (
        _key("krav", "requirement", "Kravet", "The requirement"),
        _key(
            "evidens",
            "evidence",
            "Evidens for, at kravet virker som ment",
            "Evidence that it works as intended",
        ),
        _key(
            "alternativ",
            "alternative",
            "Om formålet kunne nås på en anden måde",
            "Whether the purpose could be met otherwise",
        ),
    ),
    "catalogue": (
        _key(
            "katalog",
            "catalogue",
            "Katalogets id: det, flere teorier deler",
            "The catalogue's id: what several theories share",
        ),
        NAME,
        VERSION,
        SOURCE,
        _key(
            "antal_i_alt",
            "total",
            "Hvor mange spørgsmål der er pr. respondent",
            "How many questions there are per respondent",
        ),
        _key("områder", "domains", "Områderne, id og navn", "The domains, id and name"),
        _key("skalaer", "scales", "Skalaerne, hver med sit id", "The scales, each with its id"),
        _key(
            "fælles",
            "common",
            "Det, der gælder, når indikatoren ikke selv siger andet",
            "What holds when the indicator does not say otherwise",
        ),
        _key(
            "indikatorer", "indicators", "Indikatorerne, hver med sit id", "The indicators, each with its id"
        ),
        ACTIVITIES,
        MODERATORS,
        _key(
            "målgrupper", "target_groups", "Målgruppekoder og deres år", "Target-group codes and their years"
        ),
        SOURCES,
    ),
    "target_group_code": (
        NAME,
        _key("gælder_fra", "valid_from", "Første år, koden var i brug", "First year the code was in use"),
        _key("gælder_til", "valid_to", "Sidste år, koden var i brug", "Last year the code was in use"),
    ),
    "scale": (
        _key("fra", "from", "Laveste trin eller værdi", "Lowest step or value"),
        _key("til", "to", "Højeste trin eller værdi", "Highest step or value"),
        _key("trin", "steps", "Trinenes tekster, nedefra", "The texts of the steps, from the lowest"),
        _key("valg", "options", "Det, der kan sættes kryds ved", "What can be ticked"),
        _key("enhed", "unit", "Enheden (uger, procent)", "The unit (weeks, percent)"),
        _key("høj_betyder", "high_means", "Hvad et højt tal betyder", "What a high number means"),
    ),
    "indicator": (
        NAME,
        _key(
            "klasse",
            "class",
            "Hvad den handler om: baggrund, aktivitet, moderator, virkning, slutmål",
            "What it is about: background, activity, moderator, outcome, goal",
        ),
        DOMAIN,
        _key(
            "område_formodet",
            "domain_presumed",
            "Området, når placeringen er vores",
            "The domain, when the placing is ours",
        ),
        RESPONDENT,
        _key("skala", "scale", "Skalaens id", "The scale's id"),
        _key(
            "trin",
            "steps",
            "Kriterier for hvert trin, ét pr. linje, ord for ord",
            "Criteria of each step, one per line, word for word",
        ),
        _key("spørgsmål", "question", "Spørgsmålet, ord for ord", "The question, word for word"),
        _key(
            "ordlyd",
            "wording",
            "Hvor ordlyden er fra: udgivet, ikke udgivet, egen",
            "Where the wording is from: published, not published, own",
        ),
        _key(
            "hver",
            "every",
            "Hvor tit der spørges, når det ikke er som måleplanen",
            "How often it is asked, when not as the plan says",
        ),
        _key(
            "periode",
            "period",
            "Den tid, svaret handler om (1 måned)",
            "The time the answer is about (1 month)",
        ),
        WANTED,
        _key("påvirkelig", "influenceable", "Om indsatsen kan ændre den", "Whether the effort can change it"),
        _key(
            "pålidelighed",
            "reliability",
            "Hvor pålideligt ét svar er (0-1), med grund, eller ukendt",
            "How reliable one answer is (0-1), with a reason, or unknown",
        ),
        _key(
            "dokumenteret_sammenhæng",
            "documented_relation",
            "Det, en kilde har vist, at den hænger sammen med. Ikke det samme som påvirkning",
            "What a source has shown it to be related to. Not the same as influence",
        ),
        _key(
            "kvalitet",
            "quality",
            "Jeres dom over indikatoren: er den præcis, relevant og tilstrækkelig?",
            "Your judgement of the indicator: is it precise, relevant and sufficient?",
        ),
        SMALLEST,
        _key("redskab", "instrument", "Redskabet, spørgsmålet er fra", "The instrument the question is from"),
        _key("beregnes", "computed", "Hvordan den regnes ud", "How it is computed"),
        _key("af", "of", "Det, den regnes ud af", "What it is computed of"),
        _key("valg", "options", "Det valg, der tælles", "The option that is counted"),
        _key(
            "status",
            "status",
            "Den status, der tælles, eller om spørgsmålet er formodet",
            "The status that is counted, or whether the question is presumed",
        ),
        _key("hændelse", "event", "Hvornår slutmålet er nået", "When the goal is reached"),
        SOURCE,
    ),
    "documented_relation": (
        _key("med", "with", "Det, den hænger sammen med (job)", "What it is related to (job)"),
        _key(
            "kilde",
            "source",
            "Hvor det er vist: kildens id og stedet i den (bip-2017 s11)",
            "Where it is shown: the source's id and the place (bip-2017 s11)",
        ),
        _PRELIMINARY,
    ),
    "quality": (
        _key(
            "præcis",
            "precise",
            "Er den præcis og utvetydig? ja eller nej, fordi …",
            "Is it precise and unambiguous? yes or no, because …",
        ),
        _key(
            "relevant",
            "relevant",
            "Er den relevant for det, den skal vise? ja eller nej, fordi …",
            "Is it relevant to what it is to show? yes or no, because …",
        ),
        _key(
            "tilstrækkelig",
            "sufficient",
            "Er den nok til at vise det? ja eller nej, fordi …",
            "Is it enough to show it? yes or no, because …",
        ),
    ),
    "event": (
        _key("status", "status", "Den status, der skal være nået", "The status to be reached"),
        _key(
            "indkomst",
            "income",
            "Om der også skal være lønindkomst",
            "Whether there must be earnings as well",
        ),
        _key(
            "branche", "industry", "Branchen (ny: en anden end før)", "The industry (ny: another than before)"
        ),
        _key("uger_i_træk", "weeks_in_a_row", "Hvor mange uger i træk", "How many weeks in a row"),
    ),
    "project": (
        _key("projekt", "project", "Projektets id", "The project's id"),
        NAME,
        _key("sprog", "language", "Sproget på siderne: da eller en", "The language of the pages: da or en"),
        PROVIDER,
        COMMISSIONER,
        _key(
            "roller", "roles", "Hvem der gør hvad i kvalitetscirklen", "Who does what in the quality circle"
        ),
        _key("privatliv", "privacy", "Hvordan personer beskyttes", "How persons are protected"),
        _key(
            "data",
            "data",
            "Hvor data ligger: vores ord til venstre, jeres til højre",
            "Where the data are: our word to the left, yours to the right",
        ),
        _key(
            "laboratorium",
            "laboratory",
            "En samling teorier med fælles temaer",
            "A portfolio of theories with shared themes",
        ),
    ),
    "privacy": (
        _key(
            "nøglefil",
            "key_file",
            "Filen med nøglen, der gør CPR-numre til pseudonymer",
            "The file with the key that turns CPR numbers into pseudonyms",
        ),
        _key(
            "mindste_celle",
            "smallest_cell",
            "Det mindste antal personer, der må vises",
            "The smallest number of persons that may be shown",
        ),
    ),
    "data": (
        _key(
            "fil", "file", "Filen, når alt ligger samme sted", "The file, when everything lies in one place"
        ),
        PERSON,
        _key(
            "datoformat",
            "date_format",
            "Hvordan datoer er skrevet (dd-mm-åååå)",
            "How dates are written (dd-mm-yyyy)",
        ),
        _key(
            "konstruerede",
            "synthetic",
            "ja, når data er lavet til øvelse og ikke handler om nogen",
            "yes, when the data are made for practice and are about nobody",
        ),
        _key("personer", "persons", "Én række pr. person", "One row per person"),
        _key("forløb", "courses", "Én række pr. forløb", "One row per course"),
        _key("aktiviteter", "participation", "Hvad hver har deltaget i", "What each took part in"),
        _key("målinger", "measurements", "Svarene", "The answers"),
        _key("moderatorer", "moderators", "Betingelserne, som de var", "The conditions as they were"),
        _key("slutmål", "goals", "Hvad forløbene endte med", "What the courses ended with"),
        _key("sagsbehandlere", "caseworkers", "Hvem der havde sagen hvornår", "Who had the case when"),
        _key("søgekanaler", "channels", "Hvor der blev søgt job", "Where jobs were sought"),
        _key("register", "register", "Registerdata uge for uge", "Register data week by week"),
    ),
    "table": (
        _key("fil", "file", "Filen (må være maalinger-*.csv)", "The file (may be maalinger-*.csv)"),
        _key("ark", "sheet", "Arket i regnearket", "The sheet of the workbook"),
        PERSON,
        _key(
            "datoformat",
            "date_format",
            "Hvordan datoer er skrevet (dd-mm-åååå)",
            "How dates are written (dd-mm-yyyy)",
        ),
        _key("kolonner", "columns", "Vores ord: jeres kolonne", "Our word: your column"),
        _key("indikatorer", "indicators", "Indikator: jeres kolonne", "Indicator: your column"),
        _key("valg", "options", "Indikator: valg: jeres kolonne", "Indicator: option: your column"),
        _key("koder", "codes", "Kolonne: vores værdi: jeres værdier", "Column: our value: your values"),
        _key("altid", "always", "En værdi, der gælder alle rækker", "A value that holds for every row"),
        _key(
            "skilletegn",
            "separator",
            "Tegnet mellem flere valg i én celle",
            "The character between several options in a cell",
        ),
        _key(
            "statusser",
            "statuses",
            "Filen med jeres koder og deres status",
            "The file with your codes and their status",
        ),
        _key(
            "andre_udgange",
            "other_exits",
            "Statusser, der udelukker slutmålet",
            "Statuses that exclude the goal",
        ),
        _key(
            "ophør",
            "end_of_follow_up",
            "Statusser, hvor personen ikke kan følges længere",
            "Statuses after which the person cannot be followed",
        ),
    ),
    "laboratory": (
        _key("vision", "vision", "Laboratoriets vision", "The laboratory's vision"),
        _key("succes", "success", "Hvornår laboratoriet er lykkedes", "When the laboratory has succeeded"),
        _key("spor", "tracks", "Sporene, hver med sit id", "The tracks, each with its id"),
        _key("temaer", "themes", "Temaer på tværs af spor", "Themes across tracks"),
    ),
    "track": (
        NAME,
        _key("teorier", "theories", "Teorierne i sporet", "The theories of the track"),
        _key("station", "station", "Hvor langt sporet er", "How far the track has come"),
        _key("temaer", "themes", "Temaerne, det indgår i", "The themes it is part of"),
        ACTIVITIES,
        _key("initiativer", "initiatives", "Det, der sættes i gang", "What is started"),
        _key("inspiration", "inspiration", "Hvor idéerne kommer fra", "Where the ideas come from"),
    ),
    "initiative": (
        NAME,
        _key("design", "design", "Hvordan effekten skal dokumenteres", "How the effect is to be documented"),
        _key(
            "metode",
            "method",
            "Om metoden er ny, eller om den kendes og nu dokumenteres",
            "Whether the method is new, or known and now documented",
        ),
        _key("teorier", "theories", "Teorierne, initiativet prøver", "The theories the initiative tries"),
    ),
    "columns_persons": (PERSON, UNIT, TARGET_GROUP),
    "columns_courses": (
        PERSON,
        COURSE,
        _key(
            "teori", "theory", "Den programteori, forløbet følger", "The programme theory the course follows"
        ),
        VERSION,
        FROM,
        TO,
        _key(
            "gruppe",
            "group",
            "Gruppen, fx indsats eller sammenligning",
            "The group: effort or comparison, say",
        ),
        _key(
            "trukket_inden_for",
            "drawn_within",
            "Det, der blev trukket lod inden for: et jobcenter, et par",
            "What lots were drawn within: a jobcentre, a pair",
        ),
        PROVIDER,
        COMMISSIONER,
    ),
    "columns_participation": (
        PERSON,
        COURSE,
        _key("delindsats", "activity", "Hvilken delindsats rækken er om", "Which activity the row is about"),
        FROM,
        TO,
        _key("tilbudt", "offered", "Hvor meget der blev tilbudt", "How much was offered"),
        _key("mødt", "attended", "Hvor meget der blev mødt op til", "How much was attended"),
        _key("virksomhed", "company", "Virksomhedens nummer", "The company's number"),
        PROFESSION,
    ),
    "columns_measurements": (PERSON, *_MEASURED),
    "columns_moderators": (PERSON, *_MEASURED),
    "columns_goals": (
        PERSON,
        COURSE,
        _key("status", "status", "Hvad forløbet endte med", "What the course ended with"),
        DATE,
        SOURCE,
    ),
    "columns_caseworkers": (PERSON, CASEWORKER, PROFESSION, FROM, TO),
    "columns_channels": (PERSON, COURSE, ROUND, DATE),
    "columns_register": (
        PERSON,
        _key(
            "uge", "week", "Ugen, eller kolonnenavnet med <ÅÅUU>", "The week, or the column name with <ÅÅUU>"
        ),
        _key("måned", "month", "Måneden", "The month"),
        _key("ydelse", "benefit", "Ydelseskoden", "The benefit code"),
        _key(
            "indkomst",
            "income",
            "Lønindkomst, eller kolonnenavnet med <ÅÅÅÅ>_<MM>",
            "Earnings, or the column name with <ÅÅÅÅ>_<MM>",
        ),
        DATE,
        _key("status", "status", "Status, når den står direkte", "The status, when it stands as such"),
    ),
}


@cache
def spellings(section: str) -> Mapping[str, Key]:
    """Return the keys of a block by every folded spelling."""
    found: dict[str, Key] = {}
    for key in KEYS[section]:
        for each in (key.da, *key.aliases):
            found.setdefault(fold(each), key)
    return found


def key(section: str, spelling: str) -> Key | None:
    """Return the key a spelling means in a block: Danish, ASCII or English, space or `_`.

    >>> key("theory", "Praestationer").da
    'præstationer'
    """
    return spellings(section).get(fold(spelling))
