"""What the pages of reference, the glossary, the laboratory and the knowledge gaps say."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text

# The glossary
GLOSSARY_LEAD = Text(
    "De ord, vi bruger, hvad vi mener med dem, og hvor en kilde bruger dem.",
    "The words we use, what we mean by them, and where a source uses them.",
)
EXAMPLE = Text("Eksempel", "Example")

# The library of moderators
OTHER_CONDITIONS = Text("Betingelser", "Conditions")
CONDITION = Text("Betingelse", "Condition")
WHAT_IT_ASKS = Text("Hvad der kræves", "What it takes")
MET = Text("opfyldt: {condition}", "met when: {condition}")
CONSISTS_OF = Text("består af: {parts}", "consists of: {parts}")

# Codes
CODES = Text("Koder", "Codes")
CODES_LEAD = Text(
    "Alt, hvad `circle` kan finde, har en kode, der bliver ved med at betyde det samme. `circle explain QC201` "
    "viser det samme i terminalen.",
    "Everything `circle` can find has a code that keeps its meaning. `circle explain QC201` shows the same in "
    "the terminal.",
)
SEVERITY_LEAD = Text(
    "En **fejl** betyder, at teksten ikke kan læses, tegnes eller testes, som den er ment. En **advarsel** betyder, "
    "at noget mangler; en teori kan acceptere den med en grund, der vises på siden. En **note** er til orientering.",
    "An **error** means that the text cannot be read, drawn or tested as meant. A **warning** means that something "
    "is missing; a theory can accept it with a reason that is shown on the site. A **note** is for information.",
)
ROOMS: Mapping[str, Text] = {
    "QC1": Text("QC1: Teksten selv", "QC1: The text itself"),
    "QC2": Text("QC2: Opbygningen", "QC2: The structure"),
    "QC3": Text("QC3: Meningen", "QC3: The meaning"),
    "QC4": Text("QC4: Data", "QC4: The data"),
    "QC5": Text("QC5: Omgange", "QC5: The rounds"),
}

# Keys and fixed words
KEYS = Text("Nøgler og faste ord", "Keys and fixed words")
KEYS_LEAD = Text(
    "Hver nøgle kan skrives på dansk, med almindelige bogstaver eller på engelsk, og med mellemrum eller `_`. "
    "Filens første nøgle siger, hvad den er: `programteori`, `katalog` eller `projekt`.",
    "Each key may be written in Danish, with plain letters or in English, and with a space or `_`. "
    "A file's first key says what it is: `programteori`, `katalog` or `projekt`.",
)
DANISH = Text("Dansk", "Danish")
PLAIN_LETTERS = Text("Almindelige bogstaver", "Plain letters")
ENGLISH = Text("Engelsk", "English")
MEANING = Text("Betydning", "Meaning")
ALSO = Text("Læses også", "Also read")
FIXED_WORDS = Text("Faste ord", "Fixed words")
FIXED_LEAD = Text(
    "Nogle nøgler tager kun ord fra en liste. Hver liste er lukket.",
    "Some keys only take words from a list. Each list is closed.",
)

SECTIONS: Mapping[str, Text] = {
    "theory": Text("En programteori", "A programme theory"),
    "target_group": Text("Målgruppen", "The target group"),
    "intervention": Text("Indsatsen", "The intervention"),
    "activity": Text("En delindsats", "An activity"),
    "promise": Text("Det lovede", "What is promised"),
    "output": Text("En præstation", "An output"),
    "outcome": Text("En effekt", "An outcome"),
    "goal": Text("Et slutmål", "A goal"),
    "link": Text("En sammenhæng", "A link"),
    "moderator": Text("En moderator", "A moderator"),
    "evidence": Text("Evidens", "Evidence"),
    "source": Text("En kilde", "A source"),
    "plan": Text("Måleplanen", "The measurement plan"),
    "risk": Text("En risiko", "A risk"),
    "framework": Text("Rammerne", "The framework"),
    "framework_part": Text("Et krav i rammerne", "A requirement of the framework"),
    "catalogue": Text("Et katalog", "A catalogue"),
    "target_group_code": Text("En målgruppekode", "A target-group code"),
    "scale": Text("En skala", "A scale"),
    "indicator": Text("En indikator", "An indicator"),
    "documented_relation": Text("En dokumenteret sammenhæng", "A documented relation"),
    "quality": Text("En indikators kvalitet", "The quality of an indicator"),
    "event": Text("En hændelse", "An event"),
    "project": Text("Projektet (circle.yml)", "The project (circle.yml)"),
    "privacy": Text("Privatliv", "Privacy"),
    "data": Text("Data", "Data"),
    "table": Text("En tabel", "A table"),
    "laboratory": Text("Laboratoriet", "The laboratory"),
    "track": Text("Et spor eller tema", "A track or theme"),
    "initiative": Text("Et initiativ", "An initiative"),
    "columns_persons": Text("Kolonner i personer", "Columns of persons"),
    "columns_courses": Text("Kolonner i forløb", "Columns of courses"),
    "columns_participation": Text("Kolonner i aktiviteter", "Columns of participation"),
    "columns_measurements": Text("Kolonner i målinger", "Columns of measurements"),
    "columns_moderators": Text("Kolonner i moderatorer", "Columns of moderators"),
    "columns_goals": Text("Kolonner i slutmål", "Columns of goals"),
    "columns_caseworkers": Text("Kolonner i sagsbehandlere", "Columns of caseworkers"),
    "columns_channels": Text("Kolonner i søgekanaler", "Columns of channels"),
    "columns_register": Text("Kolonner i register", "Columns of register"),
}

LISTS: Mapping[str, Text] = {
    "sign": Text("En sammenhængs retning", "The sign of a link"),
    "association": Text("To, der følges ad (~)", "Two that move together (~)"),
    "yes_no": Text("Ja og nej", "Yes and no"),
    "status": Text("Teoriens status", "The status of a theory"),
    "wanted": Text("Ønsket", "Wanted"),
    "several": Text("Flere indikatorer", "Several indicators"),
    "speaks": Text("Hvilken vej evidens taler", "Which way evidence speaks"),
    "comparison": Text("Betingelser", "Conditions"),
    "because": Text("Begrundelse", "Reason"),
    "and": Text("Og", "And"),
    "unknown": Text("Ukendt", "Unknown"),
    "evidence_type": Text("Type af evidens", "Type of evidence"),
    "knowledge_from": Text("Hvem viden er fra", "Whose knowledge it is"),
    "tracing_test": Text("Hvor afgørende et fund er", "How decisive a finding is"),
    "indicator_class": Text("Indikatorens klasse", "The class of an indicator"),
    "respondent": Text("Hvem der svarer", "Who answers"),
    "wording": Text("Hvor ordlyden er fra", "Where the wording is from"),
    "computation": Text("Hvordan en indikator regnes ud", "How an indicator is computed"),
    "assignment": Text("Hvordan en delindsats tildeles", "How an activity is assigned"),
    "assigned_per": Text("Hvad der tildeles pr.", "What is assigned"),
    "setting": Text("Sted", "Setting"),
    "sector": Text("Sektor", "Sector"),
    "design": Text("Design", "Design"),
    "in_whom": Text("Hos hvem en effekt er", "In whom an outcome is"),
    "station": Text("Hvor langt et spor er", "How far a track has come"),
    "initiative_method": Text("Om en metode er ny", "Whether a method is new"),
    "effect_unit": Text("Enhed for en virkning", "Unit of an effect"),
    "unit": Text("Enheder", "Units"),
    "language": Text("Sprog", "Language"),
}

# Commands
COMMANDS = Text("Kommandoer", "Commands")
COMMANDS_LEAD = Text(
    "Hjælpen her er programmets egen, som den står i terminalen.",
    "The help here is the program's own, as it stands in the terminal.",
)

# The laboratory
LABORATORY = Text("Laboratoriet", "The laboratory")
LABORATORY_LEAD = Text(
    "En samling teorier, der arbejdes med på samme tid, så viden kan deles mellem dem.",
    "A portfolio of theories that are worked on at the same time, so that knowledge can be shared.",
)
VISION = Text("Vision", "Vision")
SUCCESS = Text("Succeskriterier", "Criteria of success")
TRACKS = Text("Spor", "Tracks")
THEMES = Text("Temaer på tværs", "Themes across")
STATE = Text("Hvor langt", "How far")
THEORIES = Text("Teorier", "Theories")
THEORIES_MISSING = Text("Ingen teori endnu", "No theory yet")
INITIATIVES = Text("Initiativer", "Initiatives")
INSPIRATION = Text("Inspiration", "Inspiration")
ACTIVITIES = Text("Delindsatser", "Activities")
IN_TRACKS = Text("Indgår i", "Part of")
DESIGN = Text("dokumenteres ved {design}", "documented by {design}")
METHOD = Text("{method} metode", "{method} method")
OPEN_QUESTIONS = Text("Åbne spørgsmål", "Open questions")
OPEN_IN_TRACK = Text(
    "{questions} åbne spørgsmål, {gaps} sammenhænge med ukendt evidens",
    "{questions} open questions, {gaps} links with unknown evidence",
)
STANDS_AT_STATE = Text("{state} (trin {number} af {count})", "{state} (step {number} of {count})")

# Knowledge gaps
GAPS_LEAD = Text(
    "Hvad ved vi ikke endnu om, hvad der virker for hvem? Tre slags huller: spørgsmål, forfatterne har stillet; "
    "sammenhænge, hvor de har skrevet, at evidensen er ukendt; og sammenhænge, hvor ingen har oplyst noget. "
    "Et hul er ikke en fejl. Det er det næste, der kan undersøges.",
    "What do we not yet know about what works for whom? Three kinds of gaps: questions the authors have asked; "
    "links of which they have written that the evidence is unknown; and links of which nobody has said anything. "
    "A gap is not a mistake. It is what can be examined next.",
)
LINKS = Text("Sammenhænge", "Links")
QUESTIONS = Text("Spørgsmål", "Questions")
UNKNOWN_EVIDENCE = Text("Ukendt evidens", "Unknown evidence")
NOTHING_STATED = Text("Intet oplyst", "Nothing stated")
UNFOUNDED_REQUIREMENTS = Text(
    "Krav uden hverken evidens eller alternativ", "Requirements with neither evidence nor alternative"
)
ALL_STATED = Text(
    "Hver sammenhæng har en kilde eller evidens, og ingen spørgsmål er skrevet op.",
    "Every link has a source or evidence, and no questions are written down.",
)

# Questionnaires
QUESTIONNAIRES = Text("Spørgeskemaer", "Questionnaires")
QUESTIONNAIRES_LEAD = Text(
    "Ét skema pr. svarperson for hver teori, til at udskrive. Borgeren og medarbejderen svarer hver for sig, "
    "og ingen af dem ser den andens svar først.",
    "One form per respondent for each theory, to print. The citizen and the professional answer separately, "
    "and neither sees the other's answer first.",
)
QUESTIONNAIRE_OF = Text("Spørgeskema: {theory}", "Questionnaire: {theory}")
FILLED_IN = Text(
    "Dato: ____________  Borgerens nummer (ikke CPR): ____________  Måling: ______  Udfyldt af: ____________",
    "Date: ____________  The citizen's number (not CPR): ____________  Measurement: ______  "
    "Filled in by: ____________",
)
NO_ANSWER = Text("vil ikke svare", "will not answer")
DO_NOT_KNOW = Text("ved ikke", "do not know")
NOT_PUBLISHED = Text(
    "Spørges også om, men ordlyden er ikke udgivet: {names}.",
    "Also asked, but the wording is not public: {names}.",
)
NOBODY_ASKED = Text(
    "Teorien spørger ingen; alt tælles eller hentes.", "The theory asks nobody; all is counted or fetched."
)
WRITE = Text("Svar: ____________ {unit}", "Answer: ____________ {unit}")
