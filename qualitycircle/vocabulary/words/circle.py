"""The circle in words: stations, questions, what blocks, proposals, decisions, history.

The questions are New Insight's own (s11, s12); the English is ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text

STATIONS: Mapping[str, Text] = {
    "goals": Text("Mål for indsatsen", "Goals of the effort"),
    "programme theory": Text("Programteori", "Programme theory"),
    "indicators": Text("Indikatorer", "Indicators"),
    "data collection": Text("Dataindsamling", "Data collection"),
    "impact evaluation": Text("Virkningsevaluering", "Impact evaluation"),
    "correction": Text("Korrigering", "Correction"),
}

STATION_QUESTIONS: Mapping[str, Text] = {
    "programme theory": Text(
        "Hvordan når vi målene for indsatsen, og hvilke redskaber og metoder skal vi anvende?",
        "How do we reach the goals of the effort, and which tools and methods shall we use?",
    ),
    "indicators": Text(
        "Hvordan kan vi måle på den indsats, vi forventer virker?",
        "How can we measure the effort we expect to work?",
    ),
    "impact evaluation": Text(
        "Virker indsatsen efter hensigten? Hvilke resultater er der af indsatsen?",
        "Does the effort work as intended? Which results does it have?",
    ),
    "correction": Text(
        "Hvad kan vi lære af indsatsen og resultaterne? Justering og tilpasning af mål og indsatser",
        "What can we learn from the effort and the results? Adjusting goals and efforts",
    ),
}
"""The questions written at the stations (New Insight s12); the other two carry none."""

QUESTIONS: tuple[Text, ...] = (
    Text("Hvilke mål er der med en aktiveringsindsats?", "Which goals does an activation effort have?"),
    Text(
        "Hvordan kan målene indfries (hvilke delindsatser, tilgange, redskaber og metoder)?",
        "How can the goals be met (which activities, approaches, tools and methods)?",
    ),
    Text(
        "Hvordan kan vi måle på, om indsatsen virker efter hensigten?",
        "How can we measure whether the effort works as intended?",
    ),
    Text("Hvilke resultater er der af indsatsen?", "Which results does the effort have?"),
    Text("Hvad kan vi lære af resultaterne?", "What can we learn from the results?"),
)
"""The five questions the circle grew from (New Insight s11)."""

BLOCKS: Mapping[str, Text] = {
    "NO_GOAL": Text("der er intet slutmål", "there is no goal"),
    "UNDEFINED": Text("effekter uden definition: {about}", "outcomes without a definition: {about}"),
    "ERRORS": Text("fejl i teksten: {about}", "errors in the text: {about}"),
    "NO_ACTIVITY": Text("der er ingen delindsats", "there is no activity"),
    "NO_LINK": Text("der er ingen sammenhænge", "there are no links"),
    "NO_REASON": Text("sammenhænge uden begrundelse: {about}", "links without a reason: {about}"),
    "NO_MODERATOR": Text(
        "der er ingen moderatorer: hvad er afgørende for, at indsatsen lykkes?",
        "there are no moderators: what is decisive for success?",
    ),
    "DRAFT": Text("teorien er et udkast", "the theory is a draft"),
    "NOT_TESTABLE": Text("ingen sammenhænge kan testes endnu", "no link can be tested yet"),
    "NO_PLAN": Text("planen for denne version er ikke frosset", "the plan for this version is not frozen"),
    "NO_MAPPING": Text("circle.yml siger ikke, hvor data er", "circle.yml does not say where the data are"),
    "NO_DATA": Text("datafilerne er her ikke endnu: {about}", "the data files are not here yet: {about}"),
    "NOT_EVALUATED": Text("der er ikke evalueret i denne omgang", "nothing has been evaluated in this round"),
    "OLD_EVALUATION": Text(
        "den seneste evaluering gælder version {about}", "the latest evaluation is of version {about}"
    ),
    "UNDECIDED": Text("der er ikke besluttet noget endnu", "nothing has been decided yet"),
    "BROKEN_RECORDS": Text("gemte dokumenter er ændret: {about}", "kept records were changed: {about}"),
}

NEXT_STEPS: Mapping[str, Text] = {
    "goals": Text(
        "Skriv det ind i {file}, og kør `circle check`.", "Write it in {file} and run `circle check`."
    ),
    "programme theory": Text(
        "Skriv det ind i {file}, og kør `circle check`.", "Write it in {file} and run `circle check`."
    ),
    "indicators": Text("Kør `circle check --testability`.", "Run `circle check --testability`."),
    "data collection": Text(
        "Kør `circle plan {theory}`, og saml data ind.", "Run `circle plan {theory}`, then collect data."
    ),
    "data only": Text(
        "Skriv i circle.yml, hvor data er, og kør `circle data`.",
        "Say in circle.yml where the data are, and run `circle data`.",
    ),
    "impact evaluation": Text("Kør `circle evaluate {theory}`.", "Run `circle evaluate {theory}`."),
    "correction": Text("Kør `circle correct {theory}`.", "Run `circle correct {theory}`."),
}

HEADING = Text("{title} (version {version}, omgang {round})", "{title} (version {version}, round {round})")
HERE = Text("her", "here")
NEXT = Text("Næste skridt: {step}", "Next step: {step}")
MORE = Text("og {count} til", "and {count} more")
NOTHING_YET = Text("Endnu ikke besvaret.", "Not answered yet.")
MEASURED = Text(
    "{testable} af {links} sammenhænge kan testes, med {indicators} indikatorer, målt cirka hver {weeks}. uge.",
    "{testable} of {links} links can be tested, with {indicators} indicators, about every {weeks} weeks.",
)
RESULTS = Text("{verdicts} ({persons} borgere{post_hoc}).", "{verdicts} ({persons} citizens{post_hoc}).")
POST_HOC = Text(", post hoc", ", post hoc")
LEARNED = Text(
    "Besluttet: {accepted}. Afvist: {rejected}. Forslag, der venter på svar: {proposed}.",
    "Decided: {accepted}. Rejected: {rejected}. Proposals waiting for an answer: {proposed}.",
)
UNANSWERED = Text(
    "Uden svar, da omgangen blev lukket: {count}.", "Left unanswered when the round was closed: {count}."
)

VERDICTS: Mapping[str, Text] = {
    "supported": Text("understøttet", "supported"),
    "weak": Text("svag", "weak"),
    "contradicted": Text("modsagt", "contradicted"),
    "no relevant association": Text("ingen relevant sammenhæng", "no relevant association"),
    "undecided": Text("uafgjort", "undecided"),
    "not measured": Text("ikke målt", "not measured"),
}
NOT_CLAIMED = Text("ikke påstået", "not claimed")

PROPOSALS: Mapping[str, Text] = {
    "DROP_LINK": Text("Drop sammenhængen {subject}", "Drop the link {subject}"),
    "REVERSE_LINK": Text(
        "Vend fortegnet: {subject} går den anden vej", "Reverse the sign: {subject} goes the other way"
    ),
    "TURN_LINK": Text(
        "Vend pilen: virkningen i {subject} kommer først",
        "Turn the arrow: the effect in {subject} comes first",
    ),
    "ADD_LINK": Text("Tilføj sammenhængen {subject}", "Add the link {subject}"),
    "WEAKEN_CLAIM": Text(
        "Svæk påstanden: {subject} følges ad, men retningen er ikke vist",
        "Weaken the claim: {subject} move together, but no direction is shown",
    ),
    "REQUIRE_MODERATOR": Text("Gør til et krav – {subject}", "Make it a requirement – {subject}"),
    "ADD_INDICATOR": Text(
        "Mål {subject} med en indikator mere, gerne fra en anden, der svarer",
        "Measure {subject} with one more indicator, preferably answered by somebody else",
    ),
    "COLLECT_MORE": Text(
        "Saml flere data om {subject}, før I konkluderer", "Collect more data on {subject} before concluding"
    ),
    "FIND_COMPARISON": Text(
        "Skaf nogen at sammenligne med i {subject}: lad fx plads eller lod afgøre, hvem der begynder først",
        "Find somebody to compare with in {subject}: let places or a draw decide who begins first",
    ),
    "RAISE_DOSE": Text(
        "Lever det, der er lovet, i {subject}, før teorien dømmes",
        "Deliver what was promised in {subject} before the theory is judged",
    ),
    "DECLARE": Text(
        "Skriv ind i teorien, at {subject} bliver givet",
        "Write into the theory that {subject} is being given",
    ),
    "NEW_STRATEGY": Text(
        "Overvej en anden strategi: de fleste står stille eller går tilbage",
        "Consider another strategy: most stand still or go back",
    ),
    "KEEP": Text("Behold teorien, som den er", "Keep the theory as it is"),
}

RIVALS: Mapping[str, Text] = {
    "DROP_LINK": Text(
        "Virkningen kan komme senere, end I målte, eller kun hos nogle borgere.",
        "The effect may come later than you measured, or only for some citizens.",
    ),
    "REVERSE_LINK": Text(
        "De, der havde det sværest, kan have fået mest. Så peger tallene den forkerte vej.",
        "Those who had it hardest may have been given most. Then the numbers point the wrong way.",
    ),
    "TURN_LINK": Text(
        "Noget tredje, der ændrer sig undervejs, kan flytte begge dele.",
        "Something else that changes along the way may move both.",
    ),
    "ADD_LINK": Text(
        "Noget tredje, der ændrer sig undervejs, kan flytte begge dele.",
        "Something else that changes along the way may move both.",
    ),
    "WEAKEN_CLAIM": Text(
        "Virkningen kan være ægte, men hurtigere end afstanden mellem to målinger.",
        "The effect may be real but faster than the time between two measurements.",
    ),
    "REQUIRE_MODERATOR": Text(
        "Betingelsen kan være opfyldt netop der, hvor meget andet også er godt.",
        "The condition may be met just where much else is good too.",
    ),
    "ADD_INDICATOR": Text(
        "Den samme, der svarer på begge dele, kan have en god eller dårlig dag.",
        "The same person answering both may have a good or a bad day.",
    ),
    "COLLECT_MORE": Text(
        "At vi ikke kan se noget, betyder ikke, at der ikke er noget.",
        "That we cannot see anything does not mean there is nothing.",
    ),
    "UNSEEN": Text(
        "Sammenhængen kan godt være der; den er bare ikke set endnu.",
        "The link may well be there; it has just not been seen yet.",
    ),
    "FIND_COMPARISON": Text(
        "De, der fik indsatsen, kan have været anderledes fra begyndelsen.",
        "Those who got the effort may have been different from the start.",
    ),
    "RAISE_DOSE": Text(
        "Indsatsen kan være givet uden at blive registreret.",
        "The effort may have been given without being recorded.",
    ),
    "DECLARE": Text(
        "Det kan være registreret forkert.",
        "It may have been recorded wrongly.",
    ),
    "NEW_STRATEGY": Text(
        "Uden indsatsen kunne det være gået tilbage. Progression er ikke effekt, og stilstand er det heller "
        "ikke.",
        "Without the effort it might have gone back. Progression is not effect, and neither is standing still.",
    ),
    "KEEP": Text(
        "En sammenhæng, der holder her, kan bero på noget, ingen har målt.",
        "A link that holds here may rest on something nobody measured.",
    ),
}

SURVIVES: Mapping[bool, Text] = {
    True: Text(
        "holder, også når der tages højde for antallet af sammenhænge (Holm)",
        "holds when corrected for the number of links (Holm)",
    ),
    False: Text(
        "holder ikke, når der tages højde for antallet af sammenhænge (Holm)",
        "does not hold when corrected for the number of links (Holm)",
    ),
}
CONFIRM = Text("Skal bekræftes i næste omgang.", "Must be confirmed in the next round.")
NO_TEXT_CHANGE = Text(
    "Ændrer ikke teksten: det er praksis eller måling, der skal ændres.",
    "Does not change the text: practice or measurement is to change.",
)
RIVAL = Text("En anden forklaring: {rival}", "Another explanation: {rival}")
ESTIMATE = Text(
    "{value} {unit} (95 %-interval {low} til {high}, {persons} borgere)",
    "{value} {unit} (95% interval {low} to {high}, {persons} citizens)",
)
DELIVERED = Text(
    "lovet {promised}, leveret {value} ({low} til {high}, {persons} borgere)",
    "promised {promised}, delivered {value} ({low} to {high}, {persons} citizens)",
)
STANDING = Text("{standing} af {indicators} indikatorer", "{standing} of {indicators} indicators")
UNMET = Text("hvor betingelsen ikke er opfyldt: {unmet}", "where the condition is not met: {unmet}")
NEEDED = Text("cirka {n_needed} borgere vil afgøre det", "about {n_needed} citizens would decide it")
NO_PROPOSALS = Text("Ingen forslag.", "No proposals.")
ANSWERED = Text("svar: {answer}, {reason}", "answer: {answer}, {reason}")
HOW_TO_ANSWER = Text(
    "Svar med: circle correct {theory} --accept FORSLAG --reason 'hvorfor'",
    "Answer with: circle correct {theory} --accept PROPOSAL --reason 'why'",
)

ANSWERS: Mapping[str, Text] = {
    "accepted": Text("besluttet", "accepted"),
    "rejected": Text("afvist", "rejected"),
    "changed": Text("besluttet på en anden måde", "decided otherwise"),
}

ROUND = Text("Omgang {round}", "Round {round}")
FROZEN = Text("{date}  plan frosset, version {version}", "{date}  plan frozen, version {version}")
NO_PLAN = Text("uden frosset plan (post hoc)", "without a frozen plan (post hoc)")
EVALUATED = Text(
    "{date}  evaluering {number} af version {version}: {verdicts}",
    "{date}  evaluation {number} of version {version}: {verdicts}",
)
VERDICT_CHANGE = Text("{link}: før {before}, nu {after}", "{link}: {before} before, now {after}")
DECIDED = Text("{date}  {what}, fordi {reason}", "{date}  {what}, because {reason}")
OWN_CORRECTION = Text("jeres egen korrektion", "your own correction")
NEW_VERSION = Text("{date}  version {version}", "{date}  version {version}")
NO_HISTORY = Text("Ingen omgange endnu.", "No rounds yet.")
SYNTHETIC = Text(" (konstruerede data)", " (synthetic data)")
NEWEST = Text(
    "{theory}: dokument nr. {records} har seglet {seal}", "{theory}: record no. {records} has the seal {seal}"
)
NOTE_SEAL = Text(
    "Notér seglet et andet sted, fx i et referat. Kan det ikke findes i listen `rounds/<teori>.chain` "
    "senere, er alt skrevet om.",
    "Note the seal elsewhere, in minutes for instance. If it is not in the list `rounds/<theory>.chain` "
    "later, everything was rewritten.",
)

CHANGES: Mapping[str, Text] = {
    "DropLink": Text("{subject} droppes", "{subject} is dropped"),
    "ReverseLink": Text("{subject} får modsat fortegn", "{subject} gets the opposite sign"),
    "TurnLink": Text("{subject} vendes", "{subject} is turned"),
    "ChangeLink": Text("{subject} påstås anderledes", "{subject} is claimed otherwise"),
    "WeakenLink": Text("{subject} svækkes til at følges ad", "{subject} is weakened to moving together"),
    "AddLink": Text("{subject} tilføjes", "{subject} is added"),
    "AddIndicator": Text("{subject} får en indikator mere", "{subject} gets one more indicator"),
    "DropIndicator": Text("{subject} mister en indikator", "{subject} loses an indicator"),
    "DropElement": Text("{subject} tages ud", "{subject} is taken out"),
    "AddModerator": Text("moderatoren {subject} tilføjes", "the moderator {subject} is added"),
    "DropModerator": Text("moderatoren {subject} tages ud", "the moderator {subject} is taken out"),
    "RequireModerator": Text("{subject} bliver et krav", "{subject} becomes a requirement"),
    "ChangeGoal": Text("målet {subject} justeres", "the goal {subject} is adjusted"),
    "ChangeActivity": Text("indsatsen {subject} justeres", "the effort {subject} is adjusted"),
    "ChangePlan": Text("måleplanen justeres", "the measurement plan is adjusted"),
    "Keep": Text("alt beholdes", "everything is kept"),
}
"""What each correction did, as it stands in a history."""
