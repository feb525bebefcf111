"""Words of the generated graph: its nodes, what is held still and why, what follows from a missing arrow.

`HELD` is keyed by `qualitycircle.expectation.held.Hold`, `SPARED` by `expectation.controls.Spared`,
`SAME_ROUND` by `evaluation.reading_off.SameRound`.
"""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text
from qualitycircle.vocabulary.words.evaluation import Said

# The picture --------------------------------------------------------------------------------------

FILE = Text("{theory}-udfoldet", "{theory}-unfolded")
FILE_OF_PAIR = Text("{theory}-{cause}-{effect}", "{theory}-{cause}-{effect}")
TITLE = Text("Den udfoldede graf: {title}", "The unfolded graph: {title}")
TITLE_OF_PAIR = Text("{cause} → {effect} i den udfoldede graf", "{cause} → {effect} in the unfolded graph")
DESCRIPTION = Text(
    "{elements} elementer ved {rounds} målinger, {links} pile fra teorien og {past} fra et element til sig selv. "
    "Hertil det, teorien ikke tegner: borgeren selv, målingen, dagens humør hos hver respondent, og hvem der stadig "
    "spørges.",
    "{elements} elements at {rounds} rounds, {links} arrows of the theory and {past} from an element to itself. "
    "Added is what the theory does not draw: the citizen, the round, each respondent's mood of the day, and who is "
    "still asked.",
)
ROUNDS: Mapping[int, Text] = {
    0: Text("Måling t", "Round t"),
    1: Text("Målingen før (t − 1)", "The round before (t − 1)"),
}
EARLIER = Text("{lag} målinger før (t − {lag})", "{lag} rounds before (t − {lag})")

NODES: Mapping[str, Text] = {
    "person": Text("Borgeren selv: det, der altid er sådan", "The citizen: what is always so"),
    "calendar": Text("Målingen: det, der sker for alle", "The round: what happens to everybody"),
    "rater": Text("Dagens humør: {who}", "Mood of the day: {who}"),
    "measured": Text("Spørges stadig", "Still asked"),
}
SHORT: Mapping[str, Text] = {
    "person": Text("det faste hos borgeren", "what is constant in the citizen"),
    "calendar": Text("målingen", "the round"),
    "rater": Text("dagens humør hos {who}", "the mood of the day of the {who}"),
    "measured": Text("hvem der stadig spørges", "who is still asked"),
}
AT = Text("{name} (t{back})", "{name} (t{back})")

ADDED = Text("lagt til: står ikke i teorien", "added: not in the theory")
TO_ALL = Text("pil til rammen: til alt i den", "arrow to the frame: to all in it")
FROM_RATER = Text(
    "nummer nederst til venstre: det humør går ind", "number at the lower left: that mood goes in"
)
TO_MEASURED = Text("nummer nederst til højre: fører dertil", "number at the lower right: leads there")
DRAWN = Text("pil i teorien", "arrow of the theory")
PAST = Text("sin egen fortid", "its own past")
HELD_SIGN = Text("holdes fast", "held still")
ASKED = Text("pilen, det gælder", "the arrow in question")
MISSING = Text("pilen, teorien ikke tegner", "the arrow the theory does not draw")
WAY_OPEN = Text("vej, der står åben", "way that stays open")
NOTE = Text(
    "Det samme gentager sig ved hver måling. Uafhængighederne er læst af den hele graf: {nodes} knuder over {rounds} "
    "målinger.",
    "The same repeats at every round. The independencies are read off the whole graph: {nodes} nodes over {rounds} "
    "rounds.",
)
NOTE_OF_PAIR = Text(
    "Vist er det, der har med parret at gøre. Svaret er læst af den hele graf: {nodes} knuder over {rounds} målinger.",
    "Shown is what concerns the pair. The answer is read off the whole graph: {nodes} nodes over {rounds} rounds.",
)
CIRCLE = Text(
    "Teorien har en kreds inden for samme måling og kan ikke foldes ud.",
    "The theory has a circle within one round and cannot be unfolded.",
)
NO_PAIR = Text(
    "'{pair}' er ikke to elementer i teorien. Skriv dem som A,B eller 'A -> B'.",
    "'{pair}' is not two elements of the theory. Write them as A,B or 'A -> B'.",
)
NOT_ASKED = Text(
    "Om {cause} → {effect} spørges der ikke: enten går pilen baglæns i kæden, eller også er den tegnet den anden vej.",
    "{cause} → {effect} is not asked about: it goes backwards in the chain, or it is drawn the other way.",
)

# What is held still -------------------------------------------------------------------------------

HELD_STILL = Text("Holdes fast", "Held still")
WHY = Text("Hvorfor", "Why")
NOT_HELD = Text("Holdes ikke fast", "Not held still")
STAYS_OPEN = Text("Står åbent", "Stays open")
HELD: Mapping[str, Said] = {
    "person": Said(
        Text("det faste hos borgeren", "what is constant in the citizen"),
        Text(
            "borgeren holdes op mod sig selv, så det, der altid er sådan, ikke ligner en sammenhæng",
            "each citizen is held against itself, so that what is always so does not look like a link",
        ),
    ),
    "change": Said(
        Text("det faste hos borgeren", "what is constant in the citizen"),
        Text(
            "teorien siger, at et stabilt behov afgør, hvem der starter, og det går ud, når ændringen ses",
            "the theory says that a stable need decides who starts, and that goes out when the change is looked at",
        ),
    ),
    "either": Said(
        Text(
            "{element} ved forrige måling i den ene sammenligning, det faste hos borgeren i den anden",
            "{element} at the round before in the one comparison, what is constant in the citizen in the other",
        ),
        Text(
            "teorien siger ikke, hvem der får indsatsen, så kun det, begge kan bære, tæller",
            "the theory does not say who gets the effort, so only what both can bear counts",
        ),
    ),
    "calendar": Said(
        Text("målingen", "the round"),
        Text(
            "det, der rammer alle ved samme måling, skal ikke ligne en sammenhæng",
            "what hits everybody at one round should not look like a link",
        ),
    ),
    "unit": Said(
        Text("enhed og tid på året", "unit and time of year"),
        Text(
            "steder og tider er forskellige, uden at det siger noget om sammenhængen",
            "places and times differ, which says nothing of the link",
        ),
    ),
    "background": Said(
        Text("baggrund, som den står i data", "background, as it is in the data"),
        Text(
            "alder, ledighed og lignende kan give begge dele",
            "age, unemployment and the like can give both",
        ),
    ),
    "past": Said(
        Text("{element} ved forrige måling", "{element} at the round before"),
        Text(
            "den, der stod højt sidst, står ofte højt igen, hvad der end sker",
            "who stood high last time often does again, whatever happens",
        ),
    ),
    "first": Said(
        Text("{element} ved første måling", "{element} at the first round"),
        Text(
            "så tæller det, borgeren har flyttet sig, og ikke kun, hvor borgeren begyndte",
            "so that what the citizen has moved counts, and not only where the citizen began",
        ),
    ),
    "not yet": Said(
        Text(
            "kun dem, der endnu ikke er nået til {element}",
            "only those who have not yet come to {element}",
        ),
        Text(
            "den, der allerede er nået dertil, har intet at vente på",
            "those who are there already have nothing to wait for",
        ),
    ),
    "other cause": Said(
        Text("{element}", "{element}"),
        Text(
            "det leder også til effekten og kan følges med årsagen",
            "it also leads to the effect and may go with the cause",
        ),
    ),
    "lot": Said(
        Text("intet andet end lodtrækningen", "nothing but the lot"),
        Text("loddet gør grupperne ens i alt andet", "the lot makes the groups alike in all else"),
    ),
}
SPARED: Mapping[str, Text] = {
    "nobody measures it": Text("{element}: måles ikke", "{element}: is not measured"),
    "a step between at the same måling": Text(
        "{element}: ligger imellem ved samme måling, og så ville noget af sammenhængen selv forsvinde",
        "{element}: lies between at the same round, so that some of the link itself would go",
    ),
    "comes after the effect": Text("{element}: kommer efter effekten", "{element}: comes after the effect"),
    "measured by the same indicator": Text(
        "{element}: måles med den samme indikator", "{element}: is measured by the same indicator"
    ),
    "answered by the same respondent on the same day": Text(
        "{element}: samme respondent svarer samme dag, så dagens humør fulgte med",
        "{element}: the same respondent answers the same day, so the mood of the day would come along",
    ),
}
OPEN_PERSON = Text(
    "det faste hos borgeren kan ikke tages ud, så sammenhængen er højst svag",
    "what is constant in the citizen cannot be taken out, so the link is weak at most",
)

# What follows -------------------------------------------------------------------------------------

HEADLINE = Text(
    "{pairs} par uden pil: {can} kan testes, {cannot} kan ikke",
    "{pairs} pairs without an arrow: {can} can be tested, {cannot} cannot",
)
LEAD = Text(
    "Hvor teorien ikke tegner en pil, siger den også noget: det ene siger intet om det andet ved næste måling, når det, "
    "der holdes fast, er ens. Det er læst af den udfoldede graf, før nogen har set data.",
    "Where the theory draws no arrow it says something too: the one tells nothing of the other at the next round, once "
    "what is held still is alike. It is read off the unfolded graph, before anybody has seen data.",
)
HELD_FOR_ALL = Text(
    "For hvert par holdes fast: det faste hos borgeren, målingen og effektens forrige svar. Skal der mere til, står "
    "det ved parret.",
    "For every pair are held still: what is constant in the citizen, the round, and the effect's previous answer. "
    "Where more is needed, it stands with the pair.",
)
CAN = Text("Kan testes", "Can be tested")
ONE_INFORMANT = Text(
    "Kan testes, men kun blive uafgjort: den samme respondent svarer for begge",
    "Can be tested, but only be undecided: the same respondent answers for both",
)
CANNOT = Text("Kan ikke testes: {reason}", "Cannot be tested: {reason}")
AND_HELD = Text("holdes også fast: {elements}", "held still too: {elements}")
BY_LOT = Text("lodtrækningen afgør det alene", "the lot decides it alone")
WAY_IS = Text("åben vej: {way}", "open way: {way}")
SAME_ROUND_LEAD = Text("Ved samme måling:", "At the same round:")
SAME_ROUND: Mapping[str, Text] = {
    "implied": Text("siger teorien det samme", "the theory says the same"),
    "only between different respondents": Text(
        "siger teorien det kun mellem forskellige respondenter; den samme har dagens humør i begge svar",
        "the theory says it only between different respondents; one alone has the mood of the day in both answers",
    ),
    "the same respondent answers both": Text(
        "kan det ikke testes: den samme respondent svarer for begge, og dagens humør er i begge svar",
        "it cannot be tested: the same respondent answers for both, and the mood of the day is in both answers",
    ),
    "another way is open": Text(
        "følger det ikke: en anden vej står åben", "it does not follow: another way is open"
    ),
}
LEFT_OUT = Text(
    "Flere par end {pairs} kan testes; de første {pairs} er taget med.",
    "More pairs than {pairs} can be tested; the first {pairs} are taken.",
)
LINKS = Text("Teoriens egne pile: hvad der holdes fast", "The theory's own arrows: what is held still")
NOTHING_HELD = Text(
    "intet: der er ingen at sammenligne med, kun det lovede",
    "nothing: there is nobody to compare with, only the promise",
)
CANNOT_LINK = Text("kan ikke testes: {reasons}", "cannot be tested: {reasons}")

# The page -----------------------------------------------------------------------------------------

PAGE = Text("Det, der regnes på", "What is reckoned on")
PAGE_OF = Text("Det, der regnes på: {title}", "What is reckoned on: {title}")
PAGE_EYEBROW = Text("For analytikeren", "For the analyst")
PAGE_LEAD = Text(
    "Teorien foldet ud over målinger, med det, den ikke selv tegner: borgeren, målingen, dagens humør hos den, der "
    "svarer, og hvem der stadig spørges. Af den graf er det læst, hvad der skal holdes fast for hver pil, og hvad der "
    "følger, hvor der ingen pil er.",
    "The theory unfolded over rounds, with what it does not draw itself: the citizen, the round, the mood of the day of "
    "who answers, and who is still asked. From that graph is read what must be held still for each arrow, and what "
    "follows where there is no arrow.",
)
PAGE_LINK = Text(
    "For analytikeren: teorien foldet ud, hvad der holdes fast og hvorfor",
    "For the analyst: the theory unfolded, what is held still and why",
)
PICTURE = Text("Grafen", "The graph")
CAPTION = Text(
    "Et par ad gangen: `circle draw {theory} --udfoldet --par A,B`",
    "One pair at a time: `circle draw {theory} --unfolded --pair A,B`",
)
PAIRS = Text("Par uden pil", "Pairs without an arrow")
LINK = Text("Sammenhæng", "Link")
