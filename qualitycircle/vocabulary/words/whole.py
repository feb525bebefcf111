"""Words of what is judged above the single link: the theory, its chains, its absent arrows, the measurements.

Keyed by the values of the enums in `qualitycircle.evaluation.whole` and by the codes of statements.
An effort that was not given and a change that cannot be seen are never told as a fault of the theory.
"""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text
from qualitycircle.vocabulary.words.evaluation import Said

WHAT_IT_SAYS = Text("Hvad siger det om teorien?", "What does it say about the theory?")

LAYERS: Mapping[str, Said] = {
    "measurement failure": Said(
        Text("målefejl", "measurement failure"),
        Text(
            "Et led kan ikke ses i data. Det siger noget om målingen, ikke om teorien.",
            "A step cannot be seen in the data. That says something about the measuring, not about the theory.",
        ),
    ),
    "implementation failure": Said(
        Text("implementeringsfejl", "implementation failure"),
        Text(
            "Det leverede svarer ikke til det lovede. Det siger noget om indsatsen, ikke om teorien.",
            "What was delivered is not what was promised. That says something about the effort, not about the theory.",
        ),
    ),
    "theory failure: action theory": Said(
        Text(
            "teorifejl i det, indsatsen skulle skabe", "theory failure in what the effort should bring about"
        ),
        Text(
            "Indsatsen er leveret, men det første, den skulle føre til, følger ikke efter.",
            "The effort was delivered, but the first thing it should lead to does not follow.",
        ),
    ),
    "theory failure: change theory": Said(
        Text("teorifejl i det, effekten skulle føre til", "theory failure in what the effect should lead to"),
        Text(
            "Det, indsatsen skulle skabe, ses, men det fører ikke videre, som teorien siger.",
            "What the effort should bring about is seen, but it does not lead on as the theory says.",
        ),
    ),
    "other mechanism": Said(
        Text("noget andet end det, teorien siger", "something other than the theory says"),
        Text(
            "Noget følges ad, som teorien ikke har tegnet: et manglende led eller en skæv udvælgelse.",
            "Things go together that the theory does not draw: a missing step or a skewed selection.",
        ),
    ),
    "context": Said(
        Text("kun under en betingelse", "only under a condition"),
        Text(
            "Sammenhængen er der, når betingelsen er til stede, og ikke ellers.",
            "The association is there when the condition is present, and not otherwise.",
        ),
    ),
    "too early or too few": Said(
        Text("for tidligt eller for få", "too early or too few"),
        Text(
            "Data kan endnu ikke afgøre det. Det er ikke et nej.",
            "The data cannot decide yet. That is not a no.",
        ),
    ),
    "not refuted": Said(
        Text("ikke afkræftet", "not refuted"),
        Text(
            "Intet taler imod, men et led er kun svagt: størrelsen eller retningen er ikke godtgjort.",
            "Nothing speaks against, but a step is only weak: its size or direction is not established.",
        ),
    ),
    "holds so far": Said(
        Text("holder indtil videre", "holds so far"),
        Text(
            "Hver sammenhæng er understøttet, og ingen manglende pil er fundet. Det er ikke et bevis.",
            "Every link is supported, and no missing arrow was found. That is not a proof.",
        ),
    ),
}

STANDS_AS_ONE = Text("Teorien som helhed: {layer}.", "The theory as a whole: {layer}.")
STANDS_APART = Text(
    "Af {ways} veje fra delindsats til slutmål: {counts}. Der er derfor ikke ét samlet svar om teorien.",
    "Of {ways} ways from delindsats to slutmål: {counts}. Hence nothing single can be said of the theory as a whole.",
)
LINK_BY_LINK = Text(
    "Teorien har ingen vej fra en delindsats til et slutmål; hver sammenhæng er taget for sig.",
    "The theory has no way from a delindsats to a slutmål; each link is taken by itself.",
)
WAYS_LEFT_OUT = Text(
    "Teorien har flere veje, end der er vist; de første {ways} er taget med.",
    "The theory has more ways than are shown; the first {ways} are taken.",
)

WHY: Mapping[str, Text] = {
    "window longer than lag": Text(
        "{about}: {indicator} ser {weeks} uger tilbage, og der er kun {between} uger mellem årsag og effekt, så svaret "
        "kan handle om tiden før årsagen.",
        "{about}: {indicator} looks {weeks} weeks back, and there are only {between} weeks between cause and effect, "
        "so the answer can be about the time before the cause.",
    ),
    "rater confounded": Text(
        "{about}: svarene på {indicator} flytter sig, når en anden bedømmer, så ændringen kan være bedømmerens.",
        "{about}: the answers to {indicator} move when somebody else rates, so the change can be the rater's.",
    ),
    "not delivered": Text(
        "{about} ({what}): {delivered} er leveret, og {promised} var lovet.",
        "{about} ({what}): {delivered} was delivered, and {promised} was promised.",
    ),
    "declared but not delivered": Text(
        "{about} står i teorien, men ingen har fået det.", "{about} is in the theory, but nobody got it."
    ),
    "delivered but not declared": Text(
        "{about} er givet, men står ikke i teorien.", "{about} was given, but is not in the theory."
    ),
    "rarely met": Text(
        "{about} er en betingelse, teorien kræver, men den er sjældent til stede ({delivered}).",
        "{about} is a condition the theory requires, but it is rarely present ({delivered}).",
    ),
    "no relevant association": Text(
        "{about}: sammenhængen er mindre end det, I sagde ville betyde noget ({low} til {high} {unit}, mindste virkning "
        "{smallest}).",
        "{about}: the association is smaller than was said to matter ({low} to {high} {unit}, smallest effect "
        "{smallest}).",
    ),
    "contradicted": Text(
        "{about}: sammenhængen går den modsatte vej ({low} til {high} {unit}, mindste virkning {smallest}).",
        "{about}: the association goes the opposite way ({low} to {high} {unit}, smallest effect {smallest}).",
    ),
    "the goal moves": Text(
        "{about}: målet flytter sig mere end det, I sagde ville betyde noget, selv om ingen af teoriens veje dertil "
        "holder. Enten mangler et led, eller også er de, der starter, anderledes i forvejen.",
        "{about}: the goal moves more than was said to matter, although none of the theory's ways to it holds. Either a "
        "step is missing, or those who start differ beforehand.",
    ),
    "the goal moves, drawn": Text(
        "{about}: målet flytter sig mere end det, I sagde ville betyde noget, selv om ingen af teoriens veje dertil "
        "holder. Lodtrækning afgjorde, hvem der startede, så et led mangler i teorien.",
        "{about}: the goal moves more than was said to matter, although none of the theory's ways to it holds. A draw "
        "decided who started, so a step is missing in the theory.",
    ),
    "arrow missing": Text(
        "{about}: de to følges ad mere end det, der betyder noget, og teorien har ingen pil imellem dem.",
        "{about}: the two go together by more than what matters, and the theory draws no arrow between them.",
    ),
    "conditional": Text(
        "{about}: afhænger af {moderators}.",
        "{about}: depends on {moderators}.",
    ),
    "more citizens": Text(
        "{about}: {persons} borgere er med, omkring {needed} skal der til.",
        "{about}: {persons} citizens take part, about {needed} are needed.",
    ),
    "more citizens by date": Text(
        "{about}: {persons} borgere er med, omkring {needed} skal der til. Kommer der lige så mange som hidtil, er det "
        "omkring {date}.",
        "{about}: {persons} citizens take part, about {needed} are needed. If they come as they have, that is about "
        "{date}.",
    ),
    "enough citizens, unlucky": Text(
        "{about}: der er borgere nok til at skelne mellem ingenting og det dobbelte af den mindste virkning, men "
        "resultatet ligger midt imellem.",
        "{about}: there are citizens enough to tell nothing from twice the smallest effect, but the result lies in "
        "between.",
    ),
    "more does not decide": Text(
        "{about}: flere borgere afgør det ikke ({caps}).", "{about}: more citizens do not decide it ({caps})."
    ),
    "reliability first": Text(
        "{about}: hvor mange borgere det kræver, kan ikke siges, før svarenes pålidelighed er kendt.",
        "{about}: how many citizens it takes cannot be said before the reliability of the answers is known.",
    ),
    "weak": Text("{about}: kun svag.", "{about}: only weak."),
    "weak because": Text("{about}: kun svag ({caps}).", "{about}: only weak ({caps})."),
    "an arrow is missing": Text(
        "{about}: hver sammenhæng holder, men teorien mangler en pil et andet sted.",
        "{about}: every link holds, but the theory lacks an arrow elsewhere.",
    ),
    "supported": Text("{about}: hver sammenhæng er understøttet.", "{about}: every link is supported."),
}
SURVIVES_NOT = Text(
    "Det holder ikke, når alle sammenhænge tælles med.",
    "It does not hold when all links are counted.",
)
UNTOLD = Text("{about}: {text}", "{about}: {text}")

# Chains
CHAINS = Text("Vejene fra delindsats til slutmål", "The ways from delindsats to slutmål")
CHAINS_LEAD = Text(
    "En vej er så stærk som sit svageste led. Andele af en samlet virkning regnes aldrig ud.",
    "A way is as strong as its weakest step. Shares of a total effect are never computed.",
)
WAY = Text("Vej", "Way")
STANDS = Text("Står ved", "Stands at")
DECIDED_BY = Text("Afgøres af", "Decided by")
PRODUCT = Text(
    "De to led ganget sammen: {value} {unit} ({low} til {high}). Det bygger på begge leds forudsætninger.",
    "The two steps multiplied: {value} {unit} ({low} to {high}). It rests on what both steps assume.",
)
NO_PRODUCT: Mapping[str, Text] = {
    "not one step between": Text("", ""),
    "a link has no number": Text("", ""),
    "cross-sectional mediation": Text(
        "Leddene ganges ikke sammen: årsag og effekt er set ved samme måling, og så kan rækkefølgen ikke ses.",
        "The steps are not multiplied: cause and effect were seen at the same round, so their order cannot be seen.",
    ),
    "a link rests on two comparisons": Text(
        "Leddene ganges ikke sammen: det ene hviler på to sammenligninger.",
        "The steps are not multiplied: one rests on two comparisons.",
    ),
    "the step between is measured by different indicators": Text(
        "Leddene ganges ikke sammen: mellemleddet er målt med forskellige indikatorer.",
        "The steps are not multiplied: the step between is measured by different indicators.",
    ),
}
TOTAL = Text(
    "Hele vejen {about}: {verdict}, {value} {unit} ({low} til {high}). {basis}",
    "The whole way {about}: {verdict}, {value} {unit} ({low} to {high}). {basis}",
)
TOTAL_UNKNOWN = Text("Hele vejen {about}: {verdict}. {why}", "The whole way {about}: {verdict}. {why}")

# Absent arrows
ABSENT = Text("Sammenhænge, teorien ikke tegner", "Links the theory does not draw")
ABSENT_LEAD = Text(
    "Hvor teorien ikke tegner en pil, siger den, at det ene intet siger om det andet, når effektens egne årsager, "
    "dens forrige svar og det faste hos borgeren holdes fast. Her er det testet.",
    "Where the theory draws no arrow, it says that the one tells nothing of the other, once the effect's own causes, "
    "its previous answer and what is constant in the citizen are held still. Here that is tested.",
)
ABSENT_COUNT = Text(
    "{violated} mangler, {negligible} er ubetydelige, {undecided} er uafgjort, {untestable} kan ikke testes.",
    "{violated} are missing, {negligible} are negligible, {undecided} are undecided, {untestable} cannot be tested.",
)
ABSENT_FAMILY = Text(
    "Der er regnet med, at {tested} par er testet på én gang (Benjamini-Hochberg, 5 %).",
    "It is reckoned with that {tested} pairs were tested at once (Benjamini-Hochberg, 5 %).",
)
ABSENT_REVERSE = Text(
    "Er der en pil den ene vej, står den omvendte vej ved sammenhængen selv.",
    "Where an arrow is drawn one way, the reverse way stands with the link itself.",
)
ABSENT_LEFT_OUT = Text(
    "Teorien lader flere par stå uden pil, end der er testet; de første {pairs} er taget med.",
    "The theory leaves more pairs without an arrow than are tested; the first {pairs} are taken.",
)
ABSENT_NUMBERS = Text("{value} ({low} til {high}) {unit}", "{value} ({low} to {high}) {unit}")
AGAINST = Text("mindste virkning {smallest}", "smallest effect {smallest}")
PAIR = Text("Par uden pil", "Pair without an arrow")
FINDING = Text("Data siger", "The data say")
ESTIMATE = Text("Estimat (95 %)", "Estimate (95 %)")
REMARK = Text("Bemærk", "Note")
HELD_STILL = Text("Holdt fast", "Held still")
ABSENCES: Mapping[str, Said] = {
    "relevant violation": Said(
        Text("en pil mangler", "an arrow is missing"),
        Text(
            "De følges ad mere end det, der betyder noget: teorien mangler en pil eller et led.",
            "They go together by more than what matters: the theory lacks an arrow or a step.",
        ),
    ),
    "negligible": Said(
        Text("ubetydelig, som teorien siger", "negligible, as the theory says"),
        Text(
            "Hvis de følges ad, er det mindre end det, der betyder noget.",
            "If they go together, it is by less than what matters.",
        ),
    ),
    "undecided": Said(
        Text("uafgjort", "undecided"),
        Text("Data kan ikke afgøre det.", "The data cannot decide."),
    ),
    "not testable": Said(
        Text("kan ikke testes", "cannot be tested"),
        Text("Det kan ikke testes med disse data.", "It cannot be tested with these data."),
    ),
}
ABSENT_REASONS: Mapping[str, Text] = {
    "goal": Text(
        "det faste hos borgeren kan ikke tages ud af et slutmål, og der er ikke trukket lod",
        "what is constant in the citizen cannot be taken out of a goal, and nothing was drawn by lot",
    ),
    "start not drawn": Text(
        "hvem der starter, er ikke afgjort ved lodtrækning", "who starts was not decided by a draw"
    ),
    "leads there": Text(
        "indsatsen fører dertil ad andre veje, og mellemleddene kan ikke holdes fast",
        "the effort leads there by other ways, and the steps between cannot be held still",
    ),
    "only participants have it": Text(
        "kun deltagere kan have det, så der er ingen at sammenligne med",
        "only participants can have it, so there is nobody to compare with",
    ),
    "another way is open": Text(
        "en anden vej imellem dem kan ikke lukkes med det, der er målt",
        "another way between them cannot be closed with what is measured",
    ),
    "circle in one round": Text(
        "teorien har en kreds inden for samme måling", "the theory has a circle within the same round"
    ),
}

# The measurements
QUALITY = Text("Hvordan svarene opfører sig", "How the answers behave")
QUALITY_LEAD = Text(
    "Man får det, man måler på. Her er set efter tegn på, at svarene følger noget andet end borgeren.",
    "You get what you measure. Here are signs that answers follow something other than the citizen.",
)
QUALITY_FLAGS: Mapping[str, Said] = {
    "reliability unknown": Said(
        Text("pålidelighed ukendt", "reliability unknown"),
        Text(
            "Hvor meget et svar skal flytte sig, før det er mere end tilfældigheder, kan ikke siges.",
            "How much an answer must move before it is more than chance cannot be said.",
        ),
    ),
    "floor": Said(
        Text("mange nederst", "many at the bottom"),
        Text("Mange svar står nederst på skalaen.", "Many answers are at the bottom of the scale."),
    ),
    "ceiling": Said(
        Text("mange øverst", "many at the top"),
        Text("Mange svar står øverst på skalaen.", "Many answers are at the top of the scale."),
    ),
    "jumps when the rater changes": Said(
        Text("springer ved ny bedømmer", "jumps with a new rater"),
        Text(
            "Svaret flytter sig længere, når en anden bedømmer.",
            "The answer moves further when somebody else rates.",
        ),
    ),
    "answers do not move": Said(
        Text("står stille", "stands still"),
        Text(
            "Mere end halvdelen af dem med tre svar eller flere har givet det samme hver gang.",
            "More than half of those with three answers or more gave the same each time.",
        ),
    ),
    "round numbers": Said(
        Text("runde tal", "round numbers"),
        Text("Svarene er mest hele tiere.", "The answers are mostly whole tens."),
    ),
}
QUALITY_CLEAN = Text("Intet påfaldende.", "Nothing striking.")
CHANGED = Text(
    "{name}: en ændring på {step} eller mere er mere end tilfældigheder. {up} er gået så meget op og {down} så meget "
    "ned; tilfældigheder alene ville give {noise} hver vej.",
    "{name}: a change of {step} or more is more than chance. {up} have moved so much up and {down} so much down; "
    "chance alone would give {noise} each way.",
)
STEPS = (Text("{count} trin", "{count} step"), Text("{count} trin", "{count} steps"))
LOW_IS_GOOD = Text("{name} (et lavt svar er det gode)", "{name} (a low answer is the good one)")
GAP = Text(
    "{citizen} og {professional} går hver sin vej hos samme borgere: forskellen er {gap} sd ({low} til {high}).",
    "{citizen} and {professional} part ways for the same citizens: the difference is {gap} sd ({low} to {high}).",
)
STRAIGHT = Text(
    "Samme svar på alt den dag: {share} af {answers} besvarelser ({respondent}).",
    "The same answer to everything that day: {share} of {answers} answers ({respondent}).",
)
INDICATOR = Text("Indikator", "Indicator")
AT_ENDS = Text("Nederst / øverst", "Bottom / top")
RELIABLE_CHANGE = Text("Mere end tilfældigt: op / ned", "More than chance: up / down")
BY_NOISE = Text("Tilfældigt hver vej", "By chance each way")
STILL = Text("Står stille", "Stands still")
SIGNS = Text("Tegn", "Signs")

# What must not be concluded
NEVER_LEAD = Text(
    "Det kan ikke sluttes af dommen: {limits}.", "Not to be concluded from the verdict: {limits}."
)
NEVER: Mapping[str, Text] = {
    "anything about a single citizen": Text("noget om den enkelte borger", "anything about a single citizen"),
    "that the one causes the other": Text(
        "at det ene er årsag til det andet", "that the one causes the other"
    ),
    "which comes first": Text("hvad der kommer først", "which comes first"),
    "that progression is effect": Text(
        "at borgernes fremgang er en virkning", "that the citizens' progression is an effect"
    ),
    "that it leads on along the chain": Text(
        "at det fører videre i kæden", "that it leads on along the chain"
    ),
    "that there is nothing": Text("at der ingen sammenhæng er", "that there is no association"),
    "that the theory is wrong": Text("at teorien er forkert", "that the theory is wrong"),
    "that it holds for the subgroup": Text(
        "at det gælder den undergruppe, teorien nævner", "that it holds for the subgroup the theory names"
    ),
    "how large it is": Text("hvor stor sammenhængen er", "how large the association is"),
}

# Qualitative findings
ODDS = Text(
    "Kvalitativ evidens: står det lige for og imod på forhånd (1:1), gør fundene ({count}) det til mellem {low} og "
    "{high} for påstanden. Det bygger på jeres egne skøn og på, at fundene er uafhængige, og det lægges aldrig sammen "
    "med dommen.",
    "Qualitative evidence: with even odds beforehand (1:1), the findings ({count}) make it between {low} and {high} for "
    "the claim. That rests on your own estimates and on the findings being independent, and it is never merged with "
    "the verdict.",
)
ODDS_CERTAIN = Text("helt sikkert", "certain")
ODDS_IMPOSSIBLE = Text("umuligt", "impossible")
