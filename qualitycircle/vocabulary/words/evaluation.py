"""Words of verdicts: what they say, what they rest on, what was compared, and what must not be concluded.

Keyed by the values of the enums in `qualitycircle.evaluation.values` and `qualitycircle.expectation`.
Nothing here says that anything works: association is not influence, progression is not effect.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from qualitycircle.vocabulary.language import Text


class Said(NamedTuple):
    """A label for a table or a picture, and a full sentence for people who read."""

    label: Text
    sentence: Text


MARKS: Mapping[str, str] = {
    "supported": "✓",
    "weak": "(✓)",
    "contradicted": "✗",
    "no relevant association": "0",
    "undecided": "?",
    "not measured": "·",
}

VERDICTS: Mapping[str, Said] = {
    "supported": Said(
        Text("understøttet", "supported"),
        Text(
            "Data understøtter sammenhængen fra {cause} til {effect} (forudsat det, der står nedenfor): retningen "
            "er som antaget, og den er mindst så stor som den mindste virkning, der er sat til at betyde noget.",
            "The data support the connection from {cause} to {effect} (given what is assumed below): the direction "
            "is as claimed, and the association is at least as large as the smallest that was set to matter.",
        ),
    ),
    "weak": Said(
        Text("svag", "weak"),
        Text(
            "Der er tegn på en sammenhæng fra {cause} til {effect}, men størrelsen eller retningen er ikke godtgjort.",
            "There are signs of a connection from {cause} to {effect}, but its size or direction is not established.",
        ),
    ),
    "contradicted": Said(
        Text("modsagt", "contradicted"),
        Text(
            "Data taler imod sammenhængen fra {cause} til {effect}: den går den modsatte vej af det antagne og er "
            "stor nok til at betyde noget.",
            "The data speak against the connection from {cause} to {effect}: the association goes the opposite way "
            "of what was claimed, and it is large enough to matter.",
        ),
    ),
    "no relevant association": Said(
        Text("ingen relevant sammenhæng", "no relevant association"),
        Text(
            "Hvis der er en sammenhæng mellem {cause} og {effect}, er den mindre end den mindste virkning, der er sat "
            "til at betyde noget.",
            "If {cause} and {effect} are associated at all, the association is smaller than the smallest that was set "
            "to matter.",
        ),
    ),
    "undecided": Said(
        Text("uafgjort", "undecided"),
        Text(
            "Data kan ikke afgøre, om {cause} hænger sammen med {effect}, som teorien siger. Det er ikke et nej; "
            "nedenfor står, hvad det skyldes.",
            "The data cannot decide whether {cause} goes with {effect} as the theory says. That is not a no; what it "
            "is due to is told below.",
        ),
    ),
    "not measured": Said(
        Text("ikke målt", "not measured"),
        Text(
            "Sammenhængen fra {cause} til {effect} er ikke testet, så data siger hverken for eller imod.",
            "The connection from {cause} to {effect} has not been tested, so the data speak neither for nor against.",
        ),
    ),
}

PROMISES: Mapping[str, Text] = {
    "weak": Text(
        "Det lovede er leveret: {effect} hos dem, der er startet i {cause}, ligger over det lovede. Om {cause} er "
        "årsagen, kan ikke ses, for ingen andre har {effect}.",
        "What was promised was delivered: {effect} among those who started {cause} is above the promise. Whether "
        "{cause} is the cause cannot be seen, because nobody else has {effect}.",
    ),
    "undecided": Text(
        "Det kan ikke afgøres, om {effect} hos dem, der er startet i {cause}, ligger over eller under det lovede.",
        "It cannot be told whether {effect} among those who started {cause} is above or below the promise.",
    ),
}
"""Instead of the verdict's own sentence when an output was held against a promise."""

SEEN_LESS: Mapping[str, Text] = {
    "supported": Text(
        "Data understøtter sammenhængen fra {cause} til {effect} (forudsat det, der står nedenfor): retningen er som "
        "antaget. Tallet er mindre end den mindste virkning, der er sat til at betyde noget, men mindst så stort, som "
        "den ville ses her.",
        "The data support the connection from {cause} to {effect} (given what is assumed below): the direction is as "
        "claimed. The number is smaller than the smallest effect that was set to matter, but at least as large as that "
        "would be seen here.",
    ),
    "contradicted": Text(
        "Data taler imod sammenhængen fra {cause} til {effect}: den går den modsatte vej af det antagne. Tallet er "
        "mindre end den mindste virkning, der er sat til at betyde noget, men mindst så stort, som den ville ses her.",
        "The data speak against the connection from {cause} to {effect}: it goes the opposite way of what was claimed. "
        "The number is smaller than the smallest effect that was set to matter, but at least as large as that would be "
        "seen here.",
    ),
}
"""Instead of the verdict's own sentence when the number is smaller than the smallest effect itself."""

SEEN: Mapping[str, Text] = {
    "noise": Text("På grund af målestøj i svarene", "Because of noise in the answers"),
    "short": Text(
        "Så kort tid efter start ses måske kun {low} af en sand virkning på {smallest}; »ingen relevant sammenhæng« "
        "kræver mindre end det.",
        "So soon after the start perhaps only {low} is seen of a true effect of {smallest}; “no relevant association” "
        "takes less than that.",
    ),
    "both": Text(
        "På grund af målestøj i svarene, og fordi der gik færre dage fra start til aflæsning, end teorien regner med,",
        "Because of noise in the answers, and of fewer days from start to reading than the theory counts on,",
    ),
    "as one": Text(
        "{why} ses en sand virkning på {smallest} her som {high}. Det er det, tallet er holdt op mod.",
        "{why} a true effect of {smallest} is seen as {high} here. The number is held against that.",
    ),
    "as between": Text(
        "{why} ses en sand virkning på {smallest} her som et sted mellem {low} og {high}. »Understøttet« kræver mindst "
        "{high}, »ingen relevant sammenhæng« mindre end {low}.",
        "{why} a true effect of {smallest} is seen as something between {low} and {high} here. “Supported” takes at "
        "least {high}, “no relevant association” less than {low}.",
    ),
}
"""What is seen of the smallest effect, and why it is not all of it."""

BASES: Mapping[str, Said] = {
    "randomised": Said(
        Text("lodtrækning", "randomised"),
        Text("Lodtrækning afgjorde, hvem der fik hvad.", "A draw decided who got what."),
    ),
    "design-based": Said(
        Text("nu eller senere", "now or later"),
        Text(
            "De, der starter nu, er holdt op mod dem, der endnu ikke er startet.",
            "Those who start now are held against those who have not started yet.",
        ),
    ),
    "same citizen over time": Said(
        Text("samme borger over tid", "same citizen over time"),
        Text(
            "Hver borger er holdt op mod sig selv på andre tidspunkter.",
            "Each citizen is held against the same citizen at other times.",
        ),
    ),
    "association": Said(
        Text("kun samvariation", "association only"),
        Text(
            "Der er kun set på, hvad der følges ad. Det kan ikke skelne påvirkning fra udvælgelse.",
            "Only what goes together has been looked at. That cannot tell influence from selection.",
        ),
    ),
}

ROLES: Mapping[str, Text] = {
    "deciding": Text("afgør dommen", "decides the verdict"),
    "other lag": Text("andet antal målinger efter", "another number of rounds later"),
    "same wave": Text("samme måling", "same round"),
    "ancova": Text("givet udgangspunktet", "given the starting point"),
    "change score": Text("ændringen i sig selv", "the change itself"),
    "reverse": Text("den omvendte vej", "the reverse way"),
    "placebo": Text(
        "før starten, hvor intet kan være virkning", "before the start, where nothing can be an effect"
    ),
    "sensitivity": Text("samme spørgsmål, anden model", "same question, another model"),
    "moderation": Text("med og uden betingelsen", "with and without the condition"),
    "delivery": Text("leveret", "delivered"),
}

MODELS: Mapping[str, Text] = {
    "sequential": Text(
        "ændring efter tidligere ændring hos samme borger", "change after an earlier change, same citizen"
    ),
    "same wave": Text("samme måling hos samme borger", "same round, same citizen"),
    "reverse": Text("omvendt: fra effekt til årsag", "reversed: from effect to cause"),
    "within": Text(
        "samme borger, uden hensyn til forrige svar", "same citizen, ignoring the previous answer"
    ),
    "as answered": Text(
        "svarene, som de er givet, uden at tage målestøj ud",
        "the answers as given, no noise taken out",
    ),
    "noise out": Text(
        "så meget målestøj taget ud, som svarene kan have", "as much noise taken out as the answers may hold"
    ),
    "shared noise out": Text(
        "målestøj taget ud, også den, som én persons svar kan have fælles",
        "noise taken out, also what one person's answers may share",
    ),
    "ancova": Text(
        "de, der starter, over for dem, der venter, givet udgangspunktet",
        "those who start against those who wait, given the starting point",
    ),
    "change score": Text(
        "ændringen hos dem, der starter, over for dem, der venter",
        "the change among those who start against those who wait",
    ),
    "envelope": Text("det, begge sammenligninger kan bære", "what both comparisons can bear"),
    "placebo level": Text(
        "forrige måling givet denne, før start", "previous round given this one, before the start"
    ),
    "placebo change": Text("ændring før start", "change before the start"),
    "lot": Text("som lodtrækningen faldt ud", "as the draw fell"),
    "follow-up": Text(
        "som lodtrækningen faldt ud, uden første svar", "as the draw fell, without the first answer"
    ),
    "takers": Text(
        "blandt dem, der starter, når de får tilbuddet", "among those who start when they are offered it"
    ),
    "landmark": Text("mål nået inden for fristen", "goal reached within the horizon"),
    "soon": Text("mål nået i det første kvartal", "goal reached in the first quarter"),
    "exits": Text("ude af forløbet på anden måde inden for fristen", "left another way within the horizon"),
    "later": Text("mål nået senere inden for fristen", "goal reached later within the horizon"),
    "start to goal": Text(
        "mål nået: de, der starter, over for dem, der venter",
        "goal reached: those who start against those who wait",
    ),
    "together": Text("følges ad hos samme borger", "moves together, same citizen"),
    "promise": Text("gennemsnit hos deltagere mod det lovede", "mean among participants against the promise"),
    "difference": Text("forskel, når betingelsen er til stede", "difference when the condition is present"),
    "within difference": Text(
        "forskel, når faste forskelle mellem borgere og målinger er taget ud",
        "difference with constant differences between citizens and rounds taken out",
    ),
    "x met": Text("når betingelsen er opfyldt", "when the condition is met"),
    "x not met": Text("når betingelsen ikke er opfyldt", "when the condition is not met"),
    "ipcw": Text(
        "når de, der blev, tæller for dem, der faldt fra",
        "when those who stayed count for those who left",
    ),
    "two-way": Text(
        "faste forskelle mellem borgere og målinger taget ud",
        "constant differences between citizens and rounds taken out",
    ),
    "lead": Text(
        "årsagen ved næste måling, som endnu intet kan have gjort",
        "the cause at the next round, which cannot have done anything yet",
    ),
    "same rater": Text("kun hvor samme fagperson svarede", "only where the same professional answered"),
    "cut": Text(
        "procentpoint flere på mindst dette trin, pr. sd",
        "percentage points more at or above this step, per sd",
    ),
    "x high": Text("når betingelsen ligger højt (ét sd over)", "when the condition is high (one sd above)"),
    "x low": Text("når betingelsen ligger lavt (ét sd under)", "when the condition is low (one sd below)"),
}

UNITS: Mapping[str, Text] = {
    "sd per sd": Text("sd pr. sd", "sd per sd"),
    "sd per start": Text("sd pr. start", "sd per start"),
    "steps": Text("trin", "steps"),
    "steps per step": Text("trin pr. trin", "steps per step"),
    "percentage points": Text("procentpoint", "percentage points"),
    "percentage points per sd": Text("procentpoint pr. sd", "percentage points per sd"),
    "percentage points per step": Text("procentpoint pr. trin", "percentage points per step"),
    "share": Text("andel", "share"),
    "above promise": Text("over det lovede", "above the promise"),
    "points above promise": Text("procentpoint over det lovede", "percentage points above the promise"),
}

OWN_UNITS: Mapping[str, Text] = {
    "steps": Text("{unit}", "{unit}"),
    "above promise": Text("{unit} over det lovede", "{unit} above the promise"),
}
"""What is told in the scale's own unit where it has one."""

REASONS: Mapping[str, Said] = {
    "not testable as declared": Said(
        Text("kan ikke testes, som den står", "not testable as declared"),
        Text(
            "Sammenhængen kan ikke testes med det, teorien angiver; `circle check --testability` siger hvorfor.",
            "The link cannot be tested with what the theory declares; `circle check --testability` says why.",
        ),
    ),
    "no data for the cause": Said(
        Text("ingen data om årsagen", "no data for the cause"),
        Text(
            "Der er ingen svar eller registreringer for {element}.",
            "There are no answers or records for {element}.",
        ),
    ),
    "no data for the effect": Said(
        Text("ingen data om effekten", "no data for the effect"),
        Text(
            "Der er ingen svar eller registreringer for {element}.",
            "There are no answers or records for {element}.",
        ),
    ),
    "too few persons": Said(
        Text("for få borgere", "too few citizens"),
        Text(
            "Kun {persons} borgere har de målinger, der skal til; der skal mindst {needed} til.",
            "Only {persons} citizens have the rounds it takes; at least {needed} are needed.",
        ),
    ),
    "too few clusters": Said(
        Text("for få grupper", "too few groups"),
        Text(
            "Indsatsen tildeles gruppevis, og der er kun {clusters} grupper; der skal mindst {needed} til.",
            "The activity is assigned by group, and there are only {clusters} groups; at least {needed} are needed.",
        ),
    ),
    "too few exposed or unexposed clusters": Said(
        Text("for få at sammenligne", "too few to compare"),
        Text(
            "{exposed} starter og {unexposed} venter; der skal mindst {needed} af hver til.",
            "{exposed} start and {unexposed} wait; at least {needed} of each are needed.",
        ),
    ),
    "too few events": Said(
        Text("for få hændelser", "too few events"),
        Text(
            "{events} borgere når målet inden for fristen. Der skal være mindst {needed} borgere, der når det, og "
            "{needed}, der ikke gør, i hver af de to grupper, der sammenlignes; det mindste tal er {fewest}.",
            "{events} citizens reach the goal within the horizon. At least {needed} citizens who reach it and "
            "{needed} who do not are needed in each of the two groups compared; the smallest number is {fewest}.",
        ),
    ),
    "too few rounds": Said(
        Text("for få målinger", "too few rounds"),
        Text(
            "Målinger i data: {rounds}. Der skal mindst {needed} til.",
            "Rounds in the data: {rounds}. At least {needed} are needed.",
        ),
    ),
    "rounds that do not follow each other": Said(
        Text("målingerne følger ikke efter hinanden", "the rounds do not follow each other"),
        Text(
            "{apart} af {transitions} gange følger en borgers næste måling ikke lige efter: nummeret springer, eller der gik "
            "for få eller for mange dage. Numrene, datoerne eller måleplanen skal rettes; flere borgere hjælper ikke.",
            "{apart} times of {transitions} a citizen's next round does not follow at once: the number skips, or there were "
            "too few or too many days. The numbers, the dates or the plan must be mended; more citizens do not help.",
        ),
    ),
    "no variation in the cause": Said(
        Text("årsagen varierer ikke", "no variation in the cause"),
        Text(
            "{element} ligger fast hos den enkelte borger, eller følger helt af det, der holdes fast. Så kan intet ses.",
            "{element} stays the same for each citizen, or follows entirely from what is held still. Then nothing can "
            "be seen.",
        ),
    ),
    "all answers are the same": Said(
        Text("alle svar er ens", "all answers are the same"),
        Text(
            "Alle svar på {element} er ens. Så er der intet at holde op mod.",
            "All answers on {element} are the same. Then there is nothing to hold anything against.",
        ),
    ),
    "nothing varies around what was found": Said(
        Text("ingen spredning", "no spread"),
        Text(
            "Svarene på {element} er ens, eller de følger helt nøjagtigt af det, de holdes op imod. Så er der ingen "
            "spredning at regne usikkerhed af. Se efter, om et tal er skrevet af fra et andet.",
            "The answers for {element} are all alike, or they follow exactly from what they are held against. Then "
            "there is no spread to reckon uncertainty from. See whether one number was copied from another.",
        ),
    ),
    "nobody to compare with": Said(
        Text("ingen at sammenligne med", "nobody to compare with"),
        Text(
            "Der er ingen at sammenligne med: enten starter ingen efter en måling, eller også venter ingen.",
            "There is nobody to compare with: either nobody starts after a round, or nobody waits.",
        ),
    ),
    "which group was offered it is not known": Said(
        Text("hvilken gruppe?", "which group?"),
        Text(
            "Der blev trukket lod mellem flere grupper, og ingen af dem er kendt som den, der blev tilbudt {element}. "
            "Skriv det i circle.yml under 'koder: {{gruppe}}'.",
            "Lots were drawn between several groups, and none of them is known as the one that was offered {element}. "
            "Say so in circle.yml under 'codes: {{group}}'.",
        ),
    ),
    "not delivered": Said(
        Text("ikke leveret", "not delivered"),
        Text(
            "Det lovede er ikke leveret ({element}), så teorien er ikke testet. Det er indsatsen, ikke teorien, der "
            "er kommet til kort.",
            "What was promised was not delivered ({element}), so the theory has not been put to the test. It is the "
            "effort, not the theory, that fell short.",
        ),
    ),
    "change cannot be told from noise": Said(
        Text("målefejl", "measurement failure"),
        Text(
            "En ændring kan ikke skelnes fra tilfældige udsving i svarene: kun {lambda} af udsvingene hos samme borger "
            "er ægte, og der skal mindst {needed} til.",
            "A change cannot be told from chance variation in the answers: only {lambda} of the variation within "
            "citizens is real, and at least {needed} is needed.",
        ),
    ),
    "a table is missing": Said(
        Text("noget mangler i data", "something is missing in the data"),
        Text("Data siger ikke, {table}.", "The data do not say {table}."),
    ),
    "the smallest effect is in a unit that cannot apply": Said(
        Text("den mindste virkning har en forkert enhed", "the smallest effect has the wrong unit"),
        Text(
            "Den mindste virkning står i {unit}, og det kan {element} ikke måles i. Ret enheden, der hvor den er skrevet; "
            "`circle check` siger hvor.",
            "The smallest effect is stated in {unit}, and {element} cannot be measured in that. Mend the unit where it "
            "is written; `circle check` says where.",
        ),
    ),
}

TABLES: Mapping[str, Text] = {
    "register": Text("hvor længe målene er kendt", "for how long the goals are known"),
    "caseworker": Text(
        "hvem der er borgerens sagsbehandler, og indsatsen tildeles af sagsbehandleren",
        "who the citizen's caseworker is, and the activity is assigned by caseworker",
    ),
    "unit": Text(
        "hvilken enhed borgeren hører til, og indsatsen tildeles gruppevis",
        "which unit the citizen belongs to, and the activity is assigned by group",
    ),
}
"""What a missing table would have said."""

CAPS: Mapping[str, Said] = {
    "same informant": Said(
        Text("samme slags respondent", "same informant"),
        Text(
            "Den samme slags respondent svarer på begge dele, så dagens indtryk kan ligne en sammenhæng.",
            "The same kind of respondent answers for both, so the mood of the day can look like a link.",
        ),
    ),
    "same wave only": Said(
        Text("kun samme måling", "same round only"),
        Text(
            "Sammenhængen ses kun ved samme måling, så retningen kan ikke afgøres.",
            "The association is seen only at the same round, so its direction cannot be told.",
        ),
    ),
    "association only": Said(
        Text("kun samvariation", "association only"),
        Text(
            "Noget, der ikke er målt, kan ligge bag begge dele. Derfor højst svag, og aldrig et nej.",
            "Something unmeasured can lie behind both. Hence weak at most, and never a no.",
        ),
    ),
    "the two comparisons do not agree": Said(
        Text("de to sammenligninger er uenige", "the two comparisons disagree"),
        Text(
            "De to sammenligninger giver ikke samme svar, og teorien siger ikke, hvordan indsatsen tildeles. Skriv "
            "`tildeling` med en begrundelse, hvis I ved det.",
            "The two comparisons do not give the same answer, and the theory does not say how the activity is "
            "assigned. Declare `assignment`, with a reason, if you know.",
        ),
    ),
    "a placebo failed": Said(
        Text("forskel før start", "difference before the start"),
        Text(
            "De, der starter, afveg allerede før starten, hvor indsatsen ikke kan have virket.",
            "Those who start differed already before the start, when the activity cannot have done anything.",
        ),
    ),
    "reliability unknown": Said(
        Text("pålidelighed ukendt", "reliability unknown"),
        Text(
            "Svarenes pålidelighed er ikke oplyst. Er svarene uden målefejl, er sammenhængen for lille til at være "
            "understøttet.",
            "The reliability of the answers is not stated. If they are free of error, the association is too small "
            "to be supported.",
        ),
    ),
    "ceiling or floor": Said(
        Text("loft eller gulv", "ceiling or floor"),
        Text(
            "For mange står allerede yderst på skalaen til, at en bevægelse kan ses.",
            "Too many already stand at the end of the scale for a movement to be seen.",
        ),
    ),
    "weak first stage": Said(
        Text("for lidt egen bevægelse", "too little movement of its own"),
        Text(
            "Årsagens niveau siger for lidt om, hvordan den siden ændrer sig hos borgeren, til at modellen kan afgøre "
            "noget.",
            "The level of the cause says too little about how it later changes within citizens for the model to decide "
            "anything.",
        ),
    ),
    "same wave and lag disagree": Said(
        Text("samme og næste måling er uenige", "same and next round disagree"),
        Text(
            "Ved samme måling og ved den senere måling peger tallene ikke samme vej.",
            "The same round and the later round do not point the same way.",
        ),
    ),
    "no contrast exists": Said(
        Text("ingen sammenligning mulig", "no contrast exists"),
        Text(
            "Kun deltagere kan have dette, så der er ingen at sammenligne med; det er holdt op mod det lovede.",
            "Only participants can have this, so there is nobody to compare with; it is held against the promise.",
        ),
    ),
    "respondents do not agree": Said(
        Text("ikke alle siger det samme", "not all say the same"),
        Text(
            "Ikke alle, der skulle svare, giver samme svar, eller nogle har ikke svaret.",
            "Not everybody who was to answer says the same, or some have not answered.",
        ),
    ),
    "counting those who left turns the verdict": Said(
        Text("frafaldet vender dommen", "drop-out turns the verdict"),
        Text(
            "Når de, der blev, tæller for dem, der lignede dem og faldt fra, vender dommen. Derfor er den uafgjort.",
            "When those who stayed count for those like them who left, the verdict turns. Hence it is undecided.",
        ),
    ),
    "those who left could explain it": Said(
        Text("frafaldet kan være forklaringen", "drop-out could explain it"),
        Text(
            "Flere faldt fra i den ene gruppe end i den anden, eller mange i begge. I det værste fald om dem holder "
            "dommen ikke.",
            "More left the one group than the other, or many left both. In the worst case about them the verdict "
            "does not hold.",
        ),
    ),
    "who leaves depends on the effect": Said(
        Text("hvem der forsvinder, hænger sammen med svaret", "who leaves depends on the answer"),
        Text(
            "De, der holder op med at blive målt, gør det blandt andet efter deres svar på effekten. Det alene kan "
            "trække tallet til den side.",
            "Those who stop being measured do so partly by their answer on the effect. That alone can pull the "
            "number to that side.",
        ),
    ),
    "a lag nobody claimed": Said(
        Text("virkningen ses på et andet tidspunkt", "seen at another time than claimed"),
        Text(
            "Årsagen en måling før eller efter det, teorien siger, hænger også sammen med effekten, og så kan tallet "
            "for den påståede afstand ikke læses alene. Skriv begge i `ses_efter`, hvis det giver mening.",
            "The cause one round before or after what the theory says goes with the effect as well, so that the "
            "number for the claimed distance cannot be read alone. Declare both in `seen_after` if that makes sense.",
        ),
    ),
    "whether noise is taken out decides": Said(
        Text("afhænger af målestøjen", "depends on the noise"),
        Text(
            "Med og uden målestøjen taget ud af det, der holdes fast, siger tallene ikke det samme. Så kan noget af dem "
            "være en påvirkning den anden vej. Mere pålidelige svar, eller flere spørgsmål til det samme, ville afgøre det.",
            "With and without noise taken out of what is held still, the numbers do not say the same. Part of them may "
            "be an influence the other way. More reliable answers, or more questions on the same, would decide it.",
        ),
    ),
    "citizens may go at their own pace": Said(
        Text("borgerne kan have hver sit tempo", "citizens may go at their own pace"),
        Text(
            "Holdt op mod borgerens eget gennemsnit siger tallet klart det modsatte. Sådan ser det ud, når borgerne går "
            "frem i hver sit tempo på begge dele, uden at det ene flytter det andet. Derfor er dommen uafgjort.",
            "Held against the citizen's own mean, the number clearly says the opposite. That is what it looks like when "
            "citizens progress at their own pace on both, without the one moving the other. Hence it is undecided.",
        ),
    ),
    "what is held still is mostly noise": Said(
        Text("det, der holdes fast, er mest målefejl", "what is held still is mostly noise"),
        Text(
            "Effekten før, eller en anden årsag, der holdes fast, svinger mest af tilfældigheder, når målefejlen er "
            "trukket fra. Så kan den ikke holdes fast, og noget af tallet kan være en påvirkning den anden vej.",
            "The effect before, or another cause held still, moves mostly by chance once measurement error is taken "
            "off. Then it cannot be held still, and part of the number may be an influence the other way.",
        ),
    ),
    "those who were to wait had started": Said(
        Text("de, der skulle vente, er også startet", "those who were to wait had started too"),
        Text(
            "Mere end hver tiende i gruppen uden indsatsen var startet, da svaret blev set. Så har begge grupper fået "
            "den, og forskellen mellem dem siger ikke, hvad den gør. Derfor er dommen uafgjort.",
            "More than one in ten of the group without the effort had started when the answer was seen. Then both "
            "groups have had it, and the difference between them does not say what it does. Hence it is undecided.",
        ),
    ),
    "these data suggested the claim": Said(
        Text("samme data, som gav anledning til rettelsen", "the same data that suggested the correction"),
        Text(
            "Påstanden er rettet, efter at netop disse data var set. At de passer på den, bekræfter den ikke; det kan "
            "kun data, der kommer bagefter.",
            "The claim was changed after these very data had been seen. That they fit it does not confirm it; only "
            "data that come later can.",
        ),
    ),
    "read too soon after the start": Said(
        Text("målt for kort tid efter start", "read too soon after the start"),
        Text(
            "Borgerne havde haft indsatsen i kortere tid, end teorien regner med, da effekten blev aflæst. Vokser "
            "virkningen jævnt, var der kun en del af den at se, og så er et lavt tal ikke et nej. Kommer virkningen "
            "først efter en hel periode, så skriv `ses_efter: 2`.",
            "When the effect was read, the citizens had had the activity for less time than the theory counts on. If "
            "the effect grows evenly, only a part of it was there to be seen, and a low number is then not a no. If "
            "it takes a whole period to come, declare `seen_after: 2`.",
        ),
    ),
    "a condition nobody could see": Said(
        Text("en betingelse er ikke set", "a condition was not seen"),
        Text(
            "Teorien nævner en betingelse for sammenhængen, som ikke kan læses i data, som for få har eller for få er uden, "
            "eller som der ikke kan spørges til her. Sammenhængen kan være der på den ene side og modsat på den anden, så "
            "»ingen relevant« kan ikke siges.",
            "The theory names a condition for the link that cannot be read from the data, that too few have or too few "
            "are without, or that cannot be asked about here. The link may be there on one side and the opposite on the "
            "other, so “no relevant” cannot be said.",
        ),
    ),
    "nothing from before the start": Said(
        Text("intet fra før start", "nothing from before the start"),
        Text(
            "Ingen har to målinger, før nogen starter, så det kan ikke ses, om de, der starter, i forvejen var på vej et "
            "andet sted hen. Skriv, hvordan starten tildeles (`tildeling`), eller mål to gange, før de første starter.",
            "Nobody has two rounds before anybody starts, so it cannot be seen whether those who start were on their "
            "way somewhere else already. Declare how the start is assigned (`assignment`), or measure twice before the "
            "first start.",
        ),
    ),
    "one unit carries it": Said(
        Text("hviler på én enhed", "rests on one unit"),
        Text(
            "Uden én af enhederne er der mindre end halvdelen af den mindste virkning tilbage. Det, der ses, er set i den "
            "ene enhed og ikke i dem alle.",
            "Without one of the units less than half of the smallest effect is left. What is seen is seen in that one "
            "unit, and not in all of them.",
        ),
    ),
}

FLAGS: Mapping[str, Said] = {
    "direction or size depends on a moderator": Said(
        Text("afhænger af en betingelse", "conditional"),
        Text(
            "Sammenhængen er der, når betingelsen er opfyldt, men ikke ellers.",
            "The association is there when the condition is met, but not otherwise.",
        ),
    ),
    "the sign points the other way": Said(
        Text("peger den anden vej", "points the other way"),
        Text(
            "Tallet peger den modsatte vej af det antagne.",
            "The number points the opposite way of the claim.",
        ),
    ),
    "positive, but smaller than what matters": Said(
        Text("der, men for lille", "there, but too small"),
        Text(
            "Sammenhængen er der, men den er mindre, end I sagde ville betyde noget.",
            "The association is there, but smaller than was said to matter.",
        ),
    ),
    "does not survive correction for several links": Said(
        Text("holder ikke, når alle sammenhænge tælles med", "does not survive correction"),
        Text(
            "Når det regnes med, at flere sammenhænge er testet på én gang, holder resultatet ikke. Der foreslås "
            "ingen korrigering på det.",
            "Counting that several links were tested at once, the result does not hold. No correction is proposed "
            "from it.",
        ),
    ),
    "the reverse link is relevant": Said(
        Text("også den omvendte vej", "also the reverse way"),
        Text(
            "Den omvendte sammenhæng er også til stede: effekten går forud for ændringer i årsagen.",
            "The reverse link is there as well: the effect goes before changes in the cause.",
        ),
    ),
    "many transitions were lost": Said(
        Text("mange målinger kunne ikke bruges", "many rounds could not be used"),
        Text(
            "Mere end fire af ti overgange mellem målinger kunne ikke bruges.",
            "More than four in ten transitions between rounds could not be used.",
        ),
    ),
    "tested on everybody": Said(
        Text("testet på alle", "tested on everybody"),
        Text(
            "Teorien siger, at sammenhængen gælder for en undergruppe. Her er den testet på alle.",
            "The theory claims the link for a subgroup. Here it is tested on everybody.",
        ),
    ),
    "first answers came after the start": Said(
        Text("første svar efter start", "first answers after the start"),
        Text(
            "Mange var startet, før de svarede første gang. Derfor holdes første svar ikke fast: starten kan have flyttet det.",
            "Many had started before they first answered. The first answer is therefore not held still: the start may "
            "have moved it.",
        ),
    ),
    "answers by the same professional only": Said(
        Text("kun hvor samme fagperson svarede", "same professional only"),
        Text(
            "Svarene springer, når en anden fagperson svarer. Derfor er borgeren kun holdt op mod svar fra den samme.",
            "The answers jump when another professional answers. Hence the citizen is held only against answers by "
            "the same one.",
        ),
    ),
    "few raters": Said(
        Text("få eller ukendte bedømmere", "few or unknown raters"),
        Text(
            "Bedømmerne er for få eller ukendte, så deres forskelle er ikke regnet med i usikkerheden.",
            "The raters are too few or unknown, so their differences are not counted into the uncertainty.",
        ),
    ),
}


class Compared(NamedTuple):
    """What was compared, what it assumes, and what must not be concluded."""

    what: Text
    assumes: Text
    never: Text


BY_LOT: Mapping[str, Compared] = {
    "answer": Compared(
        Text(
            "De, lodtrækningen gav tilbuddet om {cause} (borgere eller hele enheder), er holdt op mod dem, den ikke gav "
            "det, hvad enten de startede eller ej: hvordan ligger {effect} ved den senere måling?",
            "Those the draw offered {cause} (citizens, or whole units) are held against those it did not, whether or not "
            "they started: how is {effect} at the later round?",
        ),
        Text(
            "At lodtrækningen blev fulgt, og at de, der ikke svarede senere, ikke er forskellige i de to grupper.",
            "That the draw was followed, and that those who did not answer later do not differ between the two groups.",
        ),
        Text(
            "At tallet gælder dem, der faktisk startede (det gælder dem, der fik tilbuddet), at alle ville få samme udbytte, "
            "eller hvad i {cause} det er, der virker.",
            "That the number is of those who did start (it is of those who were offered it), that everybody would gain the "
            "same, or what it is in {cause} that works.",
        ),
    ),
    "goal": Compared(
        Text(
            "De, lodtrækningen gav tilbuddet om {cause} (borgere eller hele enheder), er holdt op mod dem, den ikke gav "
            "det, hvad enten de startede eller ej: hvor mange flere når {effect} inden for fristen?",
            "Those the draw offered {cause} (citizens, or whole units) are held against those it did not, whether or not "
            "they started: how many more reach {effect} within the horizon?",
        ),
        Text(
            "At lodtrækningen blev fulgt, og at {effect} er registreret lige godt i de to grupper.",
            "That the draw was followed, and that {effect} is recorded equally well in the two groups.",
        ),
        Text(
            "At tallet gælder dem, der faktisk startede (det gælder dem, der fik tilbuddet), at alle ville få samme udbytte, "
            "eller hvad i {cause} det er, der virker.",
            "That the number is of those who did start (it is of those who were offered it), that everybody would gain the "
            "same, or what it is in {cause} that works.",
        ),
    ),
}
"""What is compared where a lot made the groups: everybody as drawn."""

AT_ONCE = Compared(
    Text(
        "Hver borger er holdt op mod sig selv: når {cause} ligger højere end borgerens eget niveau, hvordan ligger "
        "{effect} så ved samme måling, givet det forrige svar og de andre angivne årsager?",
        "Each citizen is held against the same citizen: when {cause} is above the citizen's own level, how is "
        "{effect} at the same round, given the previous answer and the other declared causes?",
    ),
    Text(
        "At intet, der ændrer sig over tid, og som teorien ikke har med, flytter både {cause} og {effect}. Det, der er "
        "fast hos borgeren, spiller ingen rolle.",
        "That nothing that changes over time and is not in the theory moves both {cause} and {effect}. What is "
        "constant in the citizen does not matter.",
    ),
    Text(
        "At {cause} er årsagen, at den kom først, eller at det gælder den enkelte borger.",
        "That {cause} is the cause, that it came first, or that it holds for a single citizen.",
    ),
)
"""A change on a change at the same måling, where nobody can tell which came first."""

COMPARED: Mapping[str, Compared] = {
    "A": Compared(
        Text(
            "Borgere, der starter, er holdt op mod borgere ved samme måling, der endnu ikke er startet: hvor meget mere "
            "sker der af {effect} frem mod næste måling?",
            "Citizens who start are held against citizens at the same round who have not started yet: how much more "
            "{effect} is there by the next round?",
        ),
        Text(
            "At de, der starter, ikke i forvejen var på vej et andet sted hen, når der tages hensyn til deres seneste "
            "måling (eller, i den anden sammenligning, til deres faste niveau).",
            "That those who start were not already heading elsewhere, given their latest round (or, in the other "
            "comparison, their own steady level).",
        ),
        Text(
            "At mere {effect} fører videre i kæden; det er en anden sammenhæng.",
            "That more {effect} leads on along the chain; that is another link.",
        ),
    ),
    "A-promise": Compared(
        Text(
            "Gennemsnittet af {effect} hos dem, der er startet, er holdt op mod det, der er lovet.",
            "The mean of {effect} among those who have started is held against what was promised.",
        ),
        Text(
            "At det, der er registreret, svarer til det, der skete.",
            "That what was recorded is what happened.",
        ),
        Text(
            "At indsatsen er årsagen: der er ingen at sammenligne med.",
            "That the activity is the cause: there is nobody to compare with.",
        ),
    ),
    "B/C": Compared(
        Text(
            "Hver borger er holdt op mod sig selv: når {cause} ligger højere end borgerens eget niveau, hvordan ligger "
            "{effect} så ved den senere måling, givet det forrige svar og de andre angivne årsager?",
            "Each citizen is held against the same citizen: when {cause} is above the citizen's own level, how is "
            "{effect} at the later round, given the previous answer and the other declared causes?",
        ),
        Text(
            "At intet, der ændrer sig over tid, og som teorien ikke har med, flytter både {cause} og siden {effect}; og "
            "at forsinkelsen er den angivne. Det, der er fast hos borgeren, spiller ingen rolle.",
            "That nothing that changes over time and is not in the theory moves both {cause} and later {effect}; and "
            "that the lag is as declared. What is constant in the citizen does not matter.",
        ),
        Text(
            "At {cause} er årsagen, eller at det gælder den enkelte borger.",
            "That {cause} is the cause, or that it holds for a single citizen.",
        ),
    ),
    "D": Compared(
        Text(
            "Borgere, der starter, er holdt op mod borgere ved samme måling, der endnu ikke er startet: hvordan ligger "
            "{effect} ved den senere måling? To måder at tage hensyn til udgangspunktet på er regnet ud.",
            "Citizens who start are held against citizens at the same round who have not started yet: how is {effect} "
            "at the later round? Two ways to account for the starting point are computed.",
        ),
        Text(
            "At forskellen mellem starter og ventende enten følger den seneste måling eller borgerens faste niveau. "
            "Er `tildeling` angivet, hviler dommen på den begrundelse.",
            "That what sets starters apart from those who wait is either in the latest round or in the citizen's "
            "steady level. If `assignment` is declared, the verdict rests on that reason.",
        ),
        Text(
            "At borgernes fremgang er indsatsens virkning, eller at alle ville få samme udbytte.",
            "That the citizens' progression is the activity's effect, or that everybody would gain the same.",
        ),
    ),
    "E": Compared(
        Text(
            "Borgere med højere {cause} ved en måling er holdt op mod borgere med lavere, med samme udgangspunkt, "
            "baggrund og tidspunkt: hvor mange flere når {effect} fra uge 5 og frem til fristen?",
            "Citizens with higher {cause} at a round are held against citizens with lower, of the same starting point, "
            "background and time: how many more reach {effect} from week 5 to the horizon?",
        ),
        Text(
            "At intet andet, som ikke er målt, både hæver {cause} og fører til {effect}. Det kan ikke tages for givet.",
            "That nothing else, unmeasured, both raises {cause} and leads to {effect}. That cannot be taken for granted.",
        ),
        Text(
            "At højere {cause} giver {effect}, eller at tallet kan bruges til at forudsige den enkelte borger.",
            "That higher {cause} gives {effect}, or that the number can predict a single citizen.",
        ),
    ),
    "F": Compared(
        Text(
            "Borgere, der starter inden næste måling, er holdt op mod borgere, der venter, med samme baggrund og "
            "tidspunkt: hvor mange flere når {effect} inden for fristen?",
            "Citizens who start before the next round are held against citizens who wait, of the same background and "
            "time: how many more reach {effect} within the horizon?",
        ),
        Text(
            "At de, der starter, ikke af andre grunde var tættere på eller længere fra {effect}. Uden lodtrækning kan "
            "det ikke tages for givet.",
            "That those who start were not for other reasons nearer to or further from {effect}. Without a draw that "
            "cannot be taken for granted.",
        ),
        Text(
            "At indsatsen skaber {effect}, medmindre lodtrækning afgjorde, hvem der startede.",
            "That the activity creates {effect}, unless a draw decided who started.",
        ),
    ),
    "~": Compared(
        Text(
            "Hver borger er holdt op mod sig selv ved samme måling: følges {cause} og {effect} ad?",
            "Each citizen is held against the same citizen at the same round: do {cause} and {effect} move together?",
        ),
        Text("Ingenting om retning.", "Nothing about direction."),
        Text(
            "At det ene påvirker det andet. `~` forbinder, men er aldrig støtte.",
            "That the one influences the other. `~` connects, but is never support.",
        ),
    ),
}

ASSIGNMENTS: Mapping[str, Text] = {
    "measured need": Text("målt behov", "measured need"),
    "stable need": Text("fast behov", "stable need"),
    "randomised": Text("lodtrækning", "a draw"),
    "capacity": Text("kapacitet", "capacity"),
    "unknown": Text("ukendt", "unknown"),
}

LOST: Mapping[str, Text] = {
    "not in a row": Text("målinger, der ikke følger efter hinanden", "rounds that do not follow each other"),
    "unanswered": Text("manglende svar", "missing answers"),
    "not followed": Text(
        "registret rækker ikke til fristens udløb", "the register does not reach the end of the horizon"
    ),
    "another rater": Text("en anden fagperson svarede", "another professional answered"),
    "dropped out": Text(
        "borgeren kom ikke til de næste målinger", "the citizen did not come to the next rounds"
    ),
    "after the goal": Text(
        "forløbet var slut, før næste måling", "the course had ended before the next round"
    ),
}

OUTCOMES: Mapping[str, Text] = {
    "delivered": Text("leveret", "delivered"),
    "not delivered": Text("ikke leveret", "not delivered"),
    "unclear": Text("uklart", "unclear"),
    "declared but not delivered": Text("angivet, men ikke leveret", "declared but not delivered"),
    "delivered but not declared": Text("leveret, men ikke angivet", "delivered but not declared"),
    "rarely met": Text("sjældent til stede", "rarely met"),
}

DELIVERED: Mapping[str, Text] = {
    "coverage": Text("dækning (andel, der starter)", "coverage (share who start)"),
    "dose": Text("dosis (uger)", "dose (weeks)"),
    "fidelity": Text("leveret som beskrevet", "delivered as described"),
    "mean": Text("gennemsnit", "mean"),
    "share met": Text("andel med betingelsen opfyldt", "share with the condition met"),
}

PROGRESSION_IS_NOT_EFFECT = Text(
    "Progression er ikke effekt: det vises, hvordan svarene flyttede sig, ikke hvorfor.",
    "Progression is not effect: this shows how answers moved, not why.",
)
POST_HOC = Text(
    "Efter data: testene lå ikke fast i en testplan, før data blev set.",
    "Post hoc: the tests did not stand in a frozen plan before the data were seen.",
)
SYNTHETIC = Text("Konstruerede data: borgerne findes ikke.", "Synthetic data: the citizens do not exist.")

POST_HOC_LABEL = Text("valgt, efter data var set", "chosen after the data were seen")
POST_HOC_LINK = Text(
    "Sammenhængen eller dens test er valgt, efter data var set. Dommen er et spor at teste på nye data.",
    "The link or its test was chosen after the data were seen. The verdict is a lead to try on new data.",
)

HEADINGS: Mapping[str, Text] = {
    "verdict": Text("Dom", "Verdict"),
    "link": Text("Sammenhæng", "Link"),
    "estimate": Text("Estimat (95 %)", "Estimate (95 %)"),
    "smallest": Text("Mindste", "Smallest"),
    "persons": Text("Borgere", "Citizens"),
    "needed": Text("Kræver", "Needed"),
}
LEGEND_SEEN = Text(
    "I parentes: så meget ses der af den her (målestøj, dage siden start), og det hviler dommen på.",
    "In parentheses: so much is seen of it here (noise, days since the start), and the verdict rests on that.",
)
LEGEND_SMALLEST = Text(
    "Mindste: den mindste virkning, der betyder noget.", "Smallest: the smallest effect that matters."
)
LEGEND_NEEDED = Text(
    "Kræver: så mange borgere skal der til for at afgøre det.", "Needed: citizens it takes to decide."
)
LEGEND = Text("Det hele med ord: --links", "All of it in words: --links")

ACCOUNT: Mapping[str, Text] = {
    "measured by": Text("Målt ved {cause} og {effect}.", "Measured by {cause} and {effect}."),
    "low is good": Text(
        "På {indicator} er et lavt svar det gode. Der er regnet med svarene, som de er givet: et højt svar er mere af "
        "{element}.",
        "On {indicator} a low answer is the good one. The answers count as they are given: a high answer is more of "
        "{element}.",
    ),
    "low is turned": Text(
        "På {indicator} er et lavt svar det gode. Svarene er vendt om, så et højt tal er mere af {element}.",
        "On {indicator} a low answer is the good one. The answers are turned, so that a high number is more of "
        "{element}.",
    ),
    "high is turned": Text(
        "På {indicator} er et højt svar det gode, men {element} er ønsket ned. Svarene er vendt om, så et højt tal er "
        "mere af {element}.",
        "On {indicator} a high answer is the good one, but {element} is wished down. The answers are turned, so that a "
        "high number is more of {element}.",
    ),
    "compared": Text("Hvad der er sammenlignet: {text}", "What was compared: {text}"),
    "basis": Text("Grundlag: {text}", "Basis: {text}"),
    "assumes": Text("Hvad det forudsætter: {text}", "What it assumes: {text}"),
    "never": Text("Hvad der ikke kan sluttes: {text}", "What must not be concluded: {text}"),
    "estimate": Text(
        "Estimat: {value} {unit} (95 %-interval {low} til {high}), + er den antagne retning; {persons} borgere, "
        "{rows} målinger.",
        "Estimate: {value} {unit} (95 % interval {low} to {high}), + is the claimed direction; {persons} citizens, "
        "{rows} rounds.",
    ),
    "spanning": Text(
        "Flere måder at regne på giver hver sit tal: her står det, der er nærmest nul, og intervallet dækker dem alle.",
        "Several ways to reckon give a number each: this is the one nearest nil, and the interval covers all of them.",
    ),
    "seen": Text(
        "Det er, hvad der blev set af det, der faktisk blev leveret. Det siger hverken for eller imod teorien.",
        "That is what was seen of what was in fact delivered. It speaks neither for nor against the theory.",
    ),
    "smallest": Text(
        "Mindste virkning, der betyder noget: {value} {unit} ({whose}).",
        "Smallest effect that matters: {value} {unit} ({whose}).",
    ),
    "yours": Text("jeres", "yours"),
    "not yours": Text("standard, ikke jeres", "default, not yours"),
    "mde": Text(
        "Med disse data opdages en sand virkning på {mde} eller mere i otte af ti tilfælde.",
        "With these data, a true effect of {mde} or more is found eight times in ten.",
    ),
    "mde unknown": Text(
        "Hvor stor en sand virkning skal være for at blive opdaget, kan ikke siges: det er ikke givet, at noget af den "
        "ville ses her.",
        "How large a true effect must be to be found cannot be said: it is not given that any of it would be seen here.",
    ),
    "needed": Text(
        "Omkring {needed} borgere med lige så mange målinger ville afgøre mellem ingenting og det dobbelte af den "
        "mindste virkning.",
        "About {needed} citizens with as many rounds each would decide between nothing and twice the smallest effect.",
    ),
    "needed barred": Text("Flere borgere afgør det ikke: {caps}.", "More citizens do not decide it: {caps}."),
    "not held": Text(
        "Holdes ikke fast, for der er ingen data: {names}. Teorien siger, at det også flytter {effect}, så det kan være en "
        "del af tallet.",
        "Not held still, for there are no data: {names}. The theory says that it moves {effect} too, so it may be part "
        "of the number.",
    ),
    "needed unknown": Text(
        "Hvor mange borgere det kræver, kan ikke siges, før svarenes pålidelighed er kendt.",
        "How many citizens it would take cannot be said before the reliability of the answers is known.",
    ),
    "other": Text("{name}: {value} ({low} til {high})", "{name}: {value} ({low} to {high})"),
    "cuts": Text(
        "andel på mindst trin {steps}: {values} {unit}", "share at or above step {steps}: {values} {unit}"
    ),
    "others": Text("Andre tal til samme spørgsmål:", "Other numbers for the same question:"),
    "lost": Text("Ikke brugt: {count} målinger ({reason}).", "Not used: {count} rounds ({reason})."),
    "because": Text("Hvorfor: {text}", "Why: {text}"),
    "lowered": Text(
        "Dommen er lavere, end tallet alene ville give: {text}",
        "The verdict is lower than the number alone would give: {text}",
    ),
    "also": Text("Bemærk: {text}", "Note: {text}"),
    "start": Text("start i {name}", "start in {name}"),
    "assigned": Text(
        "Teorien siger, at starten tildeles efter {how}, fordi {because}. Derfor er det den sammenligning, der afgør.",
        "The theory says that the start is assigned by {how}, because {because}. Hence that comparison decides.",
    ),
}
