"""QC301-QC312, QC321-QC322: links, circles, moderators in the chain, and ways to the goals."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

LINKS: Mapping[str, FindingText] = {
    "QC301": FindingText(
        title=Text(
            "En sammenhæng peger på noget, der ikke findes", "A link points at something that is not there"
        ),
        message=Text("'{element}' findes ikke i teorien", "'{element}' is not in the theory"),
        advice=Text(
            "Ret navnet, eller skriv '{element}' under delindsatser, præstationer, effekter eller slutmål.",
            "Mend the name, or write '{element}' under activities, outputs, outcomes or goals.",
        ),
        why=Text(
            "En sammenhæng går mellem to elementer i teorien. Navne sammenlignes bogstav for bogstav, så "
            "en tastefejl ikke bliver til et nyt element, ingen har tænkt på.",
            "A link goes between two elements of the theory. Names are compared letter by letter, so that a "
            "slip of the finger never becomes a new element nobody thought of.",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivaton: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC302": FindingText(
        title=Text("Samme navn til to ting", "One name for two things"),
        message=Text("'{element}' bruges også i linje {line}", "'{element}' is also used in line {line}"),
        advice=Text("Giv de to hver sit navn.", "Give each of the two its own name."),
        why=Text(
            "Sammenhænge, moderatorer og resultater henviser til elementer ved navn. Hedder to ting det "
            "samme, ved ingen, hvilken af dem der er ment. I en fil siger QC222 det; denne regel gælder "
            "teorier, der er bygget på anden vis.",
            "Links, moderators and results refer to elements by name. When two things share one, nobody "
            "knows which is meant. In a file QC222 says so; this rule is for theories built otherwise.",
        ),
    ),
    "QC303": FindingText(
        title=Text("Samme sammenhæng to gange", "The same link twice"),
        message=Text(
            "'{link}' handler om de samme to som '{other}' i linje {line}",
            "'{link}' is about the same two as '{other}' in line {line}",
        ),
        advice=Text(
            "Behold én. To veje mellem de samme to elementer kræver et trin imellem.",
            "Keep one. Two ways between the same two elements need a step in between.",
        ),
        why=Text(
            "En sammenhæng er sit par: der kan kun siges én ting om, hvordan to elementer hænger sammen, "
            "og den får én dom. `->` påstår en påvirkning, `~` kun at to ting følges ad; begge dele på "
            "én gang er en modsigelse. I en fil siger QC225 det; denne regel gælder teorier, der er "
            "bygget på anden vis.",
            "A link is its pair: one thing can be said of how two elements hang together, and it gets "
            "one verdict. `->` claims an influence, `~` only that two things move together; both at once "
            "is a contradiction. In a file QC225 says so; this rule is for theories built otherwise.",
        ),
    ),
    "QC304": FindingText(
        title=Text("Pilen går baglæns", "The arrow goes backwards"),
        message=Text(
            "'{link}' går fra {cause_kind} til {effect_kind}",
            "'{link}' goes from {cause_kind} to {effect_kind}",
        ),
        advice=Text(
            "Vend pilen, eller flyt det ene element. Pile går fra delindsats mod slutmål, eller inden for "
            "præstationer eller effekter.",
            "Turn the arrow, or move one of the elements. Arrows go from activity towards goal, or within "
            "outputs or outcomes.",
        ),
        why=Text(
            "Teorien læses fra venstre mod højre: det, vi gør, det, der bliver leveret, det, der ændrer "
            "sig, og det, vi vil nå. En pil den anden vej kan ikke tegnes og ikke testes.",
            "The theory reads from left to right: what we do, what is delivered, what changes and what "
            "we are after. An arrow the other way can be neither drawn nor tested.",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
  motivation -> praktik: øger, fordi den motiverede får en praktik
""",
        right="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC305": FindingText(
        title=Text("En ring uden forsinkelse", "A circle without delay"),
        message=Text("{circle} bider sig selv i halen", "{circle} bites its own tail"),
        advice=Text(
            "Lad mindst én sammenhæng i ringen kun ses senere: `ses_efter: [1]` uden 0.",
            "Let at least one link of the circle be seen only later: `seen_after: [1]` without 0.",
        ),
        why=Text(
            "Ting kan godt forstærke hinanden: motivation giver fremmøde, og fremmøde giver motivation. "
            "Men kun over tid. Ved én og samme måling kan ingen se, hvad der kom først.",
            "Things may well strengthen each other: motivation gives attendance, and attendance gives "
            "motivation. But only over time. At one and the same round nobody can see which came first.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> tro: {antagelse: 'øger, fordi den, der vil, også tror på det', ses_efter: [0]}
  tro -> motivation: {antagelse: 'øger, fordi den, der tror på det, vil', ses_efter: [0]}
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> tro: {antagelse: 'øger, fordi den, der vil, også tror på det', ses_efter: [1]}
  tro -> motivation: {antagelse: 'øger, fordi den, der tror på det, vil', ses_efter: [1]}
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC306": FindingText(
        title=Text(
            "En moderator på en sammenhæng, der ikke findes", "A moderator on a link that does not exist"
        ),
        message=Text(
            "moderatoren '{moderator}' sidder på '{link}', som teorien ikke påstår",
            "the moderator '{moderator}' sits on '{link}', which the theory does not claim",
        ),
        advice=Text(
            "Ret sammenhængen, eller skriv den under sammenhænge.", "Mend the link, or write it under links."
        ),
        why=Text(
            "En moderator er en betingelse for, at én ting virker på en anden. Uden sammenhængen er der ikke "
            "noget, den kan være betingelse for.",
            "A moderator is a condition for one thing to work on another. Without the link there is "
            "nothing it can be a condition for.",
        ),
        wrong="""\
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> job, indikatorer: opfølgninger}
""",
        right="""\
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation, indikatorer: opfølgninger}
""",
    ),
    "QC307": FindingText(
        title=Text("En moderator i kæden", "A moderator in the chain"),
        message=Text(
            "'{moderator}' er en moderator og kan ikke være ende på '{link}'",
            "'{moderator}' is a moderator and cannot be an end of '{link}'",
        ),
        advice=Text(
            "Lad moderatoren sidde på en sammenhæng (`styrker: a -> b`), eller gør den til et element.",
            "Let the moderator sit on a link (`strengthens: a -> b`), or make it an element.",
        ),
        why=Text(
            "Moderatorer er det, der skal være til stede, for at indsatsen virker: en klar praktikaftale, "
            "systematisk opfølgning. De sidder på pilen og er ikke selv et led i kæden (New Insight s15).",
            "Moderators are what must be there for the effort to work: a clear placement agreement, "
            "systematic follow-up. They sit on the arrow and are no part of the chain (New Insight s15).",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
  opfølgning -> motivation: øger, fordi opfølgning viser, at nogen holder øje
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation, indikatorer: opfølgninger}
""",
        right="""\
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation, indikatorer: opfølgninger}
""",
    ),
    "QC308": FindingText(
        title=Text("Uden vej til et slutmål", "No way to a goal"),
        message=Text(
            "{kind} '{element}' fører ikke til noget slutmål", "{kind} '{element}' leads to no goal"
        ),
        advice=Text(
            "Skriv den sammenhæng, der mangler, eller tag elementet ud.",
            "Write the link that is missing, or take the element out.",
        ),
        why=Text(
            "Alt i teorien er der for slutmålets skyld. Kan I ikke sige vejen, er det enten en "
            "antagelse, der ikke er skrevet ned, eller noget, indsatsen ikke behøver.",
            "Everything in the theory is there for the sake of the goal. If you cannot tell the way, it is "
            "either an assumption not written down, or something the effort does not need.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  fremmøde -> tro: øger, fordi borgeren ser sig selv i et arbejde
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  fremmøde -> tro: øger, fordi borgeren ser sig selv i et arbejde
  motivation -> job: øger, fordi den motiverede søger mere
  tro -> job: øger, fordi den, der tror på det, bliver ved
""",
    ),
    "QC309": FindingText(
        title=Text("Kun samvariation på vejen til slutmålet", "Only association on the way to the goal"),
        message=Text(
            "'{element}' når kun et slutmål gennem `~`", "'{element}' reaches a goal only through `~`"
        ),
        advice=Text(
            "Skriv den påvirkning, I tror på, med `->`; `~` tæller aldrig som støtte.",
            "Write the influence you believe in with `->`; `~` never counts as support.",
        ),
        why=Text(
            "At to ting følges ad, siger ikke, at den ene ændrer sig, når I ændrer den anden. En "
            "indsats, der kun hænger sammen med målet gennem samvariation, har ingen påstand om at virke.",
            "That two things move together does not say that one changes when you change the other. An "
            "effort tied to the goal by association alone makes no claim to work.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
  tro ~ motivation: følges ad, fordi de to tit nævnes sammen
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
  tro ~ motivation: følges ad, fordi de to tit nævnes sammen
  tro -> job: øger, fordi den, der tror på det, bliver ved
""",
    ),
    "QC311": FindingText(
        title=Text("Et slutmål, ingen delindsats når", "A goal no activity reaches"),
        message=Text(
            "ingen delindsats fører til slutmålet '{element}'", "no activity leads to the goal '{element}'"
        ),
        advice=Text(
            "Skriv vejen dertil, eller tag målet ud: et mål uden indsats er et ønske.",
            "Write the way there, or take the goal out: a goal without effort is a wish.",
        ),
        why=Text(
            "Ethvert slutmål skal have en vej fra det, I gør. Ellers måler I indsatsen på noget, den ikke "
            "påstår at kunne rykke ved.",
            "Every goal needs a way from what you do. Otherwise the effort is measured on something it "
            "does not claim to move.",
        ),
        wrong="""\
slutmål:
  job: {navn: Job, indikatorer: i_job}
  uddannelse: {navn: Uddannelse, indikatorer: i_uddannelse}
""",
        right="""\
slutmål:
  job: {navn: Job, indikatorer: i_job}
""",
    ),
    "QC312": FindingText(
        title=Text("En delindsats uden effekt", "An activity without an outcome"),
        message=Text(
            "delindsatsen '{element}' skal føre til slutmålet uden at ændre noget hos nogen",
            "the activity '{element}' is to lead to the goal without changing anything in anybody",
        ),
        advice=Text(
            "Skriv den effekt, delindsatsen skal skabe på vejen.",
            "Write the outcome the activity is to bring about on the way.",
        ),
        why=Text(
            "En programteori siger, hvorfor indsatsen virker. Mellem det, I gør, og målet ligger det, der "
            "ændrer sig hos borgeren eller sagsbehandleren (New Insight s7 og s15).",
            "A programme theory says why the effort works. Between what you do and the goal lies what "
            "changes in the citizen or the caseworker (New Insight s7 and s15).",
        ),
        wrong="""\
delindsatser:
  praktik: Praktikophold
  samtaler: Samtaler
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
  samtaler -> job: øger, fordi samtaler hjælper borgeren videre
""",
        right="""\
delindsatser:
  praktik: Praktikophold
  samtaler: Samtaler
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  samtaler -> motivation: øger, fordi borgeren får sat ord på, hvad der trækker
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC321": FindingText(
        title=Text("Ingen præstationer", "No outputs"),
        message=Text("teorien har ingen præstationer", "the theory has no outputs"),
        advice=Text(
            "Skriv, hvad der bliver leveret, fx fremmøde, og hvad der er lovet.",
            "Write what is delivered, attendance say, and what was promised.",
        ),
        why=Text(
            "Går det ikke, som I troede, kan det være teorien, der er forkert, eller indsatsen, der ikke "
            "blev til noget. Uden præstationer kan ingen se forskel på de to.",
            "When things do not go as you believed, either the theory is wrong, or the effort never "
            "happened. Without outputs nobody can tell the two apart.",
        ),
        wrong="""\
præstationer:
sammenhænge:
  praktik -> motivation: øger, fordi borgeren oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
præstationer:
  fremmøde: {navn: Fremmøde i praktik, indikatorer: fremmødeprocent, lovet: mindst 75 %}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC322": FindingText(
        title=Text("En vej væk fra det ønskede", "A way that leads the wrong way"),
        message=Text(
            "{way} fører '{goal}' væk fra det, der er ønsket", "{way} leads '{goal}' away from what is wished"
        ),
        advice=Text(
            "Se fortegnene efter, og giv elementerne navne uden retning (»Kontaktpersoner«, ikke »Færre …«). "
            "Er det en bivirkning, I kender, så accepter den med en begrundelse.",
            "Look at the signs, and give elements names without direction ('Contact persons', not 'Fewer "
            "…'). If it is a side effect you know of, accept it with a reason.",
        ),
        why=Text(
            "Ganges fortegnene på vejen sammen, peger de den modsatte vej af målet. Tit er det et "
            "element, der hedder noget med »mindre«. Nogle gange er det en fastholdelseseffekt, som det er "
            "værd at holde øje med.",
            "Multiplied along the way, the signs point away from the goal. Often an element is called 'less' "
            "something. Sometimes it is a lock-in worth keeping an eye on.",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: mindsker, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
}
