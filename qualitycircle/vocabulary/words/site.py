"""What the site's pages say, in Danish and English."""

from __future__ import annotations

from qualitycircle.vocabulary.language import Text

# The frame around every page
SKIP = Text("Gå til indholdet", "Skip to content")
SEARCH = Text("Søg", "Search")
SEARCH_NONE = Text("Intet fundet", "Nothing found")
SEARCH_COUNT = Text("fundet", "found")
EDIT = Text("Redigér", "Edit")
SCHEME = Text("Skift mellem lys og mørk", "Switch between light and dark")
MAIN_MENU = Text("Hovedmenu", "Main menu")
BREADCRUMBS = Text("Du er her", "You are here")
ON_THIS_PAGE = Text("På denne side", "On this page")
PREVIOUS = Text("Forrige", "Previous")
NEXT = Text("Næste", "Next")
NOT_FOUND = Text("Siden findes ikke", "This page does not exist")
NOT_FOUND_ADVICE = Text(
    "Den kan være flyttet, eller adressen kan være skrevet forkert.",
    "It may have moved, or the address may be misspelt.",
)
HOME = Text("Til forsiden", "To the front page")
ZOOM_IN = Text("Forstør", "Zoom in")
ZOOM_OUT = Text("Formindsk", "Zoom out")
ZOOM_RESET = Text("Vis hele billedet", "Show the whole picture")
FOOTER = Text(
    "Progression er ikke effekt. At to ting følges ad, betyder ikke, at den ene påvirker den anden.",
    "Progression is not effect. That two things move together does not mean that one influences the other.",
)

# Sections of the site
OVERVIEW = Text("Overblik", "Overview")
THEORIES = Text("Teorier", "Theories")
INDICATORS = Text("Indikatorer", "Indicators")
ROUNDS = Text("Omgange", "Rounds")
REFERENCE = Text("Opslag", "Reference")
DOCUMENTATION = Text("Dokumentation", "Documentation")
MODERATORS = Text("Moderatorer", "Moderators")
GLOSSARY = Text("Ordliste", "Glossary")
KNOWLEDGE_GAPS = Text("Videnshuller", "Knowledge gaps")

# Headlines
NO_LINKS = Text("Teorien har endnu ingen sammenhænge", "The theory has no links yet")
SAYS_ENOUGH = Text("Teorien siger nok til, at {headline}", "The theory says enough for this: {headline}")
NOT_EVALUATED = Text(
    "Ingen data har været holdt op mod teorien endnu.", "No data have been held against the theory yet."
)
EVALUATED = Text(
    "Data fra {persons} borgere, {first} til {last}, er holdt op mod version {version}.",
    "Data from {persons} citizens, {first} to {last}, have been held against version {version}.",
)
OLDER_VERSION = Text(
    "Dommene gælder version {judged}; teorien er siden blevet version {now}.",
    "The verdicts are about version {judged}; the theory has since become version {now}.",
)
DRAFT = Text("Udkast", "Draft")
VERDICT_COUNTS = Text("Domme", "Verdicts")

# The circle
CIRCLE = Text("Kvalitetscirklen", "The quality circle")
CIRCLE_CENTRE = Text("Kvalitetssikring af|indsatsen", "Quality assurance of|the effort")
CIRCLE_DESCRIPTION = Text(
    "Seks stationer i ring: {stations}. Fra korrigering fører pilen tilbage til målene.",
    "Six stations in a ring: {stations}. From correction the arrow leads back to the goals.",
)
STATION = Text("Station", "Station")
QUESTION = Text("Spørgsmål", "Question")
STANDS_HERE = Text("Her står", "Standing here")

# A theory
THEORY = Text("Programteori", "Programme theory")
VERSION = Text("version {version}", "version {version}")
FOR_WHOM = Text("For hvem", "For whom")
CODES_OF_GROUP = Text("Målgruppekoder", "Target-group codes")
SUBGROUPS = Text("Undergrupper", "Subgroups")
PROBLEM = Text("Problem", "Problem")
RATIONALE = Text("Begrundelse", "Rationale")
INTERVENTION = Text("Indsats", "Intervention")
DURATION = Text("Varighed", "Duration")
METHOD = Text("Metode", "Method")
COST = Text("Pris", "Cost")
PROVIDER = Text("Udfører", "Provider")
COMMISSIONER = Text("Bestiller", "Commissioner")
CITIZEN_TEXT = Text("Til dig, der er med i forløbet", "To you who take part")
CITIZEN_TEXTS = Text("Til borgeren", "For citizens")
READ_CITIZEN_TEXT = Text("Teksten til borgeren på sin egen side", "The text for citizens on its own page")
PICTURE = Text("Teorien som billede", "The theory as a picture")
PICTURE_CAPTION = Text(
    "Vælg en pil eller en kasse for at læse om den. Alt på billedet står også i tabellen nedenfor.",
    "Choose an arrow or a box to read about it. Everything in the picture is also in the table below.",
)
PICTURE_TABLE = Text("Billedet som tabel", "The picture as a table")
ELEMENTS = Text("Elementer", "Elements")
LINKS = Text("Sammenhænge", "Links")
DEFINITION = Text("Definition", "Definition")
NO_DEFINITION = Text("Ikke defineret endnu", "Not defined yet")
MEASURED_BY = Text("Måles ved", "Measured by")
NOT_MEASURED_BY = Text("Ingen indikator endnu", "No indicator yet")
MEASURED_BY_ROWS = Text("Deltagelse i delindsatsen", "Participation in the activity")
CONSISTS_OF = Text("Består af", "Consists of")
RESPONSIBLE = Text("Ansvarlig", "Responsible")
SETTING = Text("Sted", "Setting")
SECTOR = Text("Sektor", "Sector")
PHASE = Text("Fase", "Phase")
PHASES = Text("Faser", "Phases")
BEFORE_OTHERS = Text("Ligger før", "Comes before")
ALONGSIDE = Text("Samtidig med", "Alongside")
AFTER_OTHERS = Text("Ligger efter", "Comes after")
CONTENT = Text("Indhold", "Content")
ASSIGNMENT = Text("Tildeling", "Assignment")
ASSIGNED_PER = Text("Tildeles pr.", "Assigned per")
PROMISED = Text("Lovet", "Promised")
IN_WHOM = Text("Hos", "In whom")
SEVERAL = Text("Flere indikatorer", "Several indicators")
COMPETES_WITH = Text("Konkurrerer med", "Competes with")
SATISFIED_AT = Text("Tilfreds ved", "Satisfied at")
WANTED_DOWN = Text("Ønskes ned", "Wanted down")
WANTED = Text("Ønsket", "Wanted")
WITHIN = Text("Inden for", "Within")
FOLLOW_UP = Text("Opgøres efter", "Followed up after")
SOURCE = Text("Kilde", "Source")
OWN_INFERENCE = Text("vores egen slutning", "our own inference")
COVERAGE = Text("dækning {value}", "coverage {value}")
DOSE = Text("dosis {value}", "dose {value}")
FIDELITY = Text("som beskrevet {value}", "as described {value}")

STANDS = Text("Hvor teorien står", "Where the theory stands")
MISSING = Text("Det mangler", "What is missing")

# A link
FROM = Text("Fra", "From")
TO = Text("Til", "To")
CLAIM = Text("Påstand", "Claim")
INCREASES = Text("øger", "increases")
DECREASES = Text("mindsker", "decreases")
MOVES_WITH = Text("følges ad med", "moves with")
MOVES_AGAINST = Text("går modsat", "moves against")
BECAUSE = Text("fordi {reason}", "because {reason}")
NO_REASON = Text("Ingen begrundelse endnu.", "No reason given yet.")
NOT_INFLUENCE = Text(
    "De to følges ad. Teorien siger ikke, at den ene påvirker den anden.",
    "The two move together. The theory does not say that one influences the other.",
)
SEEN_AFTER = Text("Ses efter", "Seen after")
SMALLEST = Text("Mindste virkning", "Smallest effect")
DEFAULT_NOT_YOURS = Text("standard, ikke jeres", "default, not yours")
APPLIES_TO = Text("Gælder for", "Applies to")
WHEN = Text("Hvornår", "When")
CONDITIONS = Text("Betingelser", "Conditions")
EVIDENCE = Text("Evidens", "Evidence")
EVIDENCE_FOR = Text("Taler for", "Speaks for")
EVIDENCE_AGAINST = Text("Taler imod", "Speaks against")
EVIDENCE_MIXED = Text("Både og", "Mixed")
EVIDENCE_GAP = Text("Et videnshul: ingen ved det endnu.", "A knowledge gap: nobody knows yet.")
EVIDENCE_NOT_STATED = Text("Ikke oplyst.", "Not stated.")
PRELIMINARY = Text("foreløbig", "preliminary")
TYPE_UNKNOWN = Text("type ukendt", "type unknown")
OBSERVED = Text("iagttaget", "observed")
NOT_OBSERVED = Text("ikke iagttaget", "not observed")
IF_TRUE = Text(
    "{low}–{high} % ventet, hvis påstanden er sand", "{low}–{high} % expected if the claim is true"
)
IF_FALSE = Text(
    "{low}–{high} % ventet, hvis påstanden er falsk", "{low}–{high} % expected if the claim is false"
)
TESTABILITY = Text("Kan den testes?", "Can it be tested?")
YES_TESTABLE = Text("Ja", "Yes")
NOT_TESTABLE = Text("Nej", "No")
CAN_BE_TESTED = Text("kan testes", "can be tested")
CANNOT_BE_TESTED = Text("kan ikke testes", "cannot be tested")
STATED_CHIP = Text("står i en kilde", "stated in a source")
GAP_CHIP = Text("videnshul", "knowledge gap")
HELD_AGAINST = Text("Holdes op mod", "Held against")
WHAT_DATA_SAY = Text("Hvad data siger", "What the data say")
VERDICT = Text("Dom", "Verdict")
ESTIMATE = Text("Estimat", "Estimate")
INTERVAL = Text("95 %-interval", "95 % interval")
DRAWN = Text("Tegnet", "Drawn")
INTERVAL_SAYS = Text("{value} ({low} til {high})", "{value} ({low} to {high})")
INTERVAL_NOTE = Text(
    "Prikken er estimatet, stregen 95 %-intervallet, det grå felt for lille til at betyde noget. "
    "Til højre for nul er den vej, teorien siger.",
    "The dot is the estimate, the line its 95 % interval, the grey band too small to matter. "
    "To the right of zero is the direction the theory claims.",
)
CITIZENS = Text("Borgere", "Citizens")
MEASUREMENTS = Text("Målinger", "Measurements")
NOT_HELD = Text("Ikke holdt fast", "Not held still")
RESTS_ON = Text("Grundlag", "Basis")
CAN_SEE = Text("Hvad disse data kan se", "What these data can see")
OTHERS = Text("Andre tal til samme spørgsmål", "Other numbers for the same question")
BESIDE = Text("Ved siden af", "Beside")
NOT_USED_ROWS = Text("Ikke brugt", "Not used")
COMPARED = Text("Hvad er sammenlignet", "What was compared")
ASSUMES = Text("Hvad det forudsætter", "What it assumes")
NOT_CONCLUDE = Text("Hvad der ikke kan sluttes", "What must not be concluded")
CAPPED = Text("Derfor er dommen svagere end tallene", "Why the verdict is weaker than the numbers")
BESIDE = Text("Læg mærke til", "Note")
OPEN_QUESTION = Text("Vidensspørgsmål", "Knowledge question")

# Moderators, delivery, progression, gaps, plan
MODERATOR_LEAD = Text(
    "En moderator er en betingelse på en sammenhæng: den styrker, svækker eller kræves.",
    "A moderator is a condition on a link: it strengthens, weakens or is required.",
)
STRENGTHENS = Text("styrker", "strengthens")
WEAKENS = Text("svækker", "weakens")
REQUIRED_FOR = Text("kræves for", "is required for")
DIRECTION = Text("Retning", "Direction")
SMALLEST_DIFFERENCE = Text("Mindste forskel", "Smallest difference")
REQUIREMENT = Text("Krav", "Requirement")
MET_WHEN = Text("Opfyldt", "Met when")
USED_IN = Text("Bruges i", "Used in")
NOT_USED = Text("Bruges ikke i nogen teori endnu", "Not used in any theory yet")
NO_MODERATORS = Text("Teorien nævner ingen betingelser.", "The theory names no conditions.")
DELIVERY = Text("Lovet og leveret", "Promised and delivered")
WEEKS_OF = Text("{weeks} uger", "{weeks} weeks")
DELIVERED = Text("Leveret", "Delivered")
WHAT = Text("Hvad", "What")
OUTCOME = Text("Udfald", "Outcome")
PROGRESSION = Text("Progression", "Progression")
PROGRESSION_LEAD = Text(
    "Progression, ikke effekt: hvordan de samme borgeres svar har flyttet sig fra første til sidste måling. "
    "Tallene siger ikke hvorfor.",
    "Progression, not effect: how the same citizens' answers moved from the first measurement to the last. "
    "The numbers do not say why.",
)
UP = Text("Frem", "Forward")
SAME = Text("Uændret", "Same")
DOWN = Text("Tilbage", "Back")
LOW_IS_GOOD = Text("et lavt svar er det gode", "a low answer is the good one")
SHARES_HIDDEN = Text(
    "Vises ikke: mindst én af de tre er <{limit}", "Not shown: at least one of the three is <{limit}"
)
NOTHING_TWICE = Text("Ingen har svaret to gange", "Nobody has answered twice")
DISTRIBUTION = Text("Fordeling", "Distribution")
NO_QUESTIONS = Text("Ingen åbne spørgsmål er skrevet op.", "No open questions are written down.")
LINKS_WITHOUT_EVIDENCE = Text("Sammenhænge uden evidens", "Links without evidence")
PLAN = Text("Måleplan", "Measurement plan")
EVERY = Text("Hver", "Every")
MEASURED_EVERY = Text("Der måles", "Measured")
TOLERANCE = Text("Tolerance", "Tolerance")
DAYS = Text("{count} dage", "{count} days")
PLANNED_ROUNDS = Text("Målinger", "Measurements")
DESIGN = Text("Design", "Design")
COMPARISON = Text("Sammenligning", "Comparison")
CORRECT_AFTER = Text("Korrigér efter", "Correct after")
RISKS = Text("Risici ved at måle", "Risks of measuring")
RISK = Text("Risiko", "Risk")
SIGN = Text("Tegn", "Sign")
RESPONSE = Text("Modtræk", "Response")
FRAMEWORK = Text("Rammer", "Frames")
AREA = Text("Område", "Area")
ALTERNATIVE = Text("Alternativ", "Alternative")
ACCEPTED = Text("Accepterede advarsler", "Accepted warnings")
ACCEPTED_LEAD = Text(
    "Advarsler, forfatterne kender og har valgt at leve med, og hvorfor.",
    "Warnings the authors know and have chosen to live with, and why.",
)
CODE = Text("Kode", "Code")
REASON = Text("Grund", "Reason")
SOURCES = Text("Kilder", "Sources")
TITLE = Text("Titel", "Title")
TYPE = Text("Type", "Type")
YEAR = Text("År", "Year")
KNOWLEDGE_FROM = Text("Viden fra", "Knowledge from")
SUPERSEDED_BY = Text("Afløst af", "Superseded by")
SOURCES_LEAD = Text(
    "Det, teorier og indikatorer henviser til. Typen er ikke en rangorden.",
    "What theories and indicators cite. The type is not a ranking.",
)
NO_SOURCES = Text("Ingen kilder er skrevet op endnu.", "No sources are written down yet.")

# An indicator
INDICATOR = Text("Indikator", "Indicator")
RESPONDENT = Text("Hvem svarer", "Who answers")
CLASS = Text("Klasse", "Class")
DOMAIN = Text("Område", "Domain")
PRESUMED = Text("{domain} (placeringen er vores)", "{domain} (the placing is ours)")
SCALE = Text("Skala", "Scale")
FROM_TO = Text("{low} til {high}", "{low} to {high}")
HIGH_MEANS = Text("{high} er {meaning}", "{high} is {meaning}")
PERIOD = Text("Svaret handler om", "The answer is about")
WORDING = Text("Ordlyd", "Wording")
WORDING_NOT_PUBLISHED = Text("ordlyd ikke udgivet", "wording not published")
NOT_PUBLISHED_LEAD = Text(
    "Pladsen er der, men spørgsmålets ordlyd er ikke offentlig. Den er ikke gættet her.",
    "The place is here, but the question's wording is not public. It has not been guessed.",
)
STEPS = Text("Trin for trin", "Step by step")
STEP = Text("Trin {step}", "Step {step}")
OPTIONS = Text("Valgmuligheder", "Options")
RELIABILITY = Text("Pålidelighed", "Reliability")
UNKNOWN = Text("ukendt", "unknown")
COMPUTED = Text("Beregnes", "Computed")
USED_BY = Text("Bruges til at se", "Used to see")
USED_BY_NONE = Text("Ingen teori bruger den endnu.", "No theory uses it yet.")
CATALOGUE = Text("Katalog", "Catalogue")
CATALOGUE_TOTAL = Text("{count} af {total} {respondent}", "{count} of {total} {respondent}")
INDICATORS_LEAD = Text(
    "Det, der spørges om, hvem der svarer, og hvad et svar betyder. Borgerens svar og medarbejderens "
    "vurdering er to svar og bliver aldrig til ét tal.",
    "What is asked, who answers, and what an answer means. The citizen's answer and the professional's "
    "assessment are two answers and never become one number.",
)
YES = Text("ja", "yes")
NO = Text("nej", "no")
INFLUENCEABLE = Text("Kan påvirkes", "Can be influenced")
DOCUMENTED = Text("Dokumenteret sammenhæng", "Documented relation")
DOCUMENTED_WITH = Text("med {subject} ({source})", "with {subject} ({source})")
NOT_DOCUMENTED = Text("ikke oplyst", "not stated")
PRECISE = Text("Præcis og utvetydig", "Precise and unambiguous")
RELEVANT = Text("Relevant", "Relevant")
SUFFICIENT = Text("Tilstrækkelig", "Sufficient")
EVENT = Text("Nået når", "Reached when")
WEEKS_IN_A_ROW = Text("{status}, {weeks} uger i træk", "{status}, {weeks} weeks in a row")
WITH_INCOME = Text("med lønindkomst", "with earnings")
IN_NEW_INDUSTRY = Text(
    "i en anden branche end den sidste før forløbet", "in another industry than the last before the course"
)
IN_INDUSTRY = Text("i branchen {industry}", "in the industry {industry}")
SELF_SUPPORT = Text(
    "Uden indkomst i registeret er det selvforsørgelse, ikke job.",
    "Without income in the register it is self-support, not a job.",
)

# A round
ROUND = Text("Omgang {number}", "Round {number}")
ROUND_OF = Text("Omgang {number}: {theory}", "Round {number}: {theory}")
NO_ROUNDS = Text("Ingen omgang er begyndt endnu.", "No round has begun yet.")
FROZEN = Text(
    "Planen for version {version} blev frosset {date}.", "The plan for version {version} was frozen {date}."
)
TEST_PLAN = Text("Testplan", "Test plan")
NOT_FROZEN = Text("Ingen frosset plan", "No frozen plan")
EVALUATION = Text("Virkningsevaluering", "Evaluation")
EVALUATION_NUMBER = Text("Evaluering {number}, {date}", "Evaluation {number}, {date}")
DECISIONS = Text("Korrigering", "Correction")
CLOSES = Text(
    "Omgangen er afsluttet. Teorien blev version {version}.",
    "The round is closed. The theory became version {version}.",
)
NO_DECISIONS = Text("Intet er besluttet endnu.", "Nothing has been decided yet.")
VERDICT_CHANGES = Text("Hvad der har ændret sig", "What has changed")
BEFORE = Text("Før", "Before")
NOW = Text("Nu", "Now")
NO_CHANGES = Text("Ingen dom har ændret sig siden sidst.", "No verdict has changed since last time.")
FINGERPRINTS = Text("Fingeraftryk", "Fingerprints")
FINGERPRINTS_LEAD = Text(
    "Aftryk af teori, plan og data, så enhver kan se, hvad dommene hviler på.",
    "Prints of theory, plan and data, so that anybody can see what the verdicts rest on.",
)
DATA = Text("Data", "Data")
SOFTWARE = Text("Program", "Software")

# The overview
THEORY_COLUMN = Text("Teori", "Theory")
TARGET_GROUP = Text("Målgruppe", "Target group")
STANDS_AT = Text("Står ved", "Stands at")
LABORATORY = Text("Laboratoriet", "The laboratory")
FEW = Text("<{limit}", "<{limit}")

KINDS: dict[str, Text] = {
    "activity": Text("Delindsatser", "Activities"),
    "output": Text("Præstationer", "Outputs"),
    "outcome": Text("Effekter", "Outcomes"),
    "goal": Text("Slutmål", "Goals"),
}
