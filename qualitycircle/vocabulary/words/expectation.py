"""Words of testability: comparisons, reasons, respondents; and the seven slogans."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text

SLOGANS = (
    Text("alt er relativt", "everything is relative"),
    Text("mere komplekst end som så", "more complex than that"),
    Text("individuelt, hvad der virker", "what works is individual"),
    Text("relationen er afgørende", "the relationship is decisive"),
    Text("fagligheden er afgørende", "professionalism is decisive"),
    Text("borgeren i øjenhøjde", "the citizen at eye level"),
    Text("det vi altid har gjort", "what we have always done"),
)
"""The defensive practitioner's seven phrases (Kongsgaard s8)."""

EMPTY_WORDS = (
    "det den de der hos som at er bliver kan vil gør har og i på til af med for så altid ofte godt bedre mere mindre "
    "virker virke hjælper hjælpe øger øge mindsker mindske giver give fører føre skaber skabe påvirker styrker "
    "sådan jo bare erfaringsmæssigt borgeren borgere borgerne borgerens indsatsen",
    "it they there that which is are becomes can will does has and in on to of with for so always often good "
    "better more less works work helps help increases increase decreases decrease gives give leads lead creates "
    "create affects strengthens the a an just simply citizen citizens effort",
)
"""Words that, together with a link's own names, say the link again and no reason."""

HEADLINE = Text("{count} af {total} sammenhænge kan testes", "{count} of {total} links can be tested")
HEADLINE_ONE = Text("{count} af 1 sammenhæng kan testes", "{count} of 1 link can be tested")
HEADLINE_SLOTS = Text(
    " ({count} af dem kun af den, der har spørgsmål, som ikke er udgivet)",
    " ({count} of them only by whoever has questions that are not published)",
)

COLUMNS: Mapping[str, Text] = {
    "link": Text("Sammenhæng", "Link"),
    "comparison": Text("Hvad der sammenlignes", "What is compared"),
    "respondents": Text("Hvem svarer", "Who answers"),
    "lags": Text("Ses", "Seen"),
    "smallest": Text("Holdes op mod", "Held against"),
    "remarks": Text("Bemærk", "Note"),
}

COMPARISONS: Mapping[str, Text] = {
    "A": Text(
        "De, der begynder, mod de sammenlignelige, der endnu ikke er begyndt",
        "Those who start against comparable people who have not started yet",
    ),
    "A-promise": Text(
        "Deltagernes gennemsnit mod det, der er lovet",
        "The participants' mean against what was promised",
    ),
    "B/C": Text(
        "Den samme borger, når årsagen ligger over og under det sædvanlige",
        "The same citizen when the cause is above and below the usual level",
    ),
    "D": Text(
        "Ændringen hos dem, der begynder nu, mod dem, der endnu venter",
        "The change in those who start now against those still waiting",
    ),
    "E": Text(
        "Andelen, der når målet, blandt borgere med højt og lavt niveau",
        "The share who reach the goal among citizens at a high and a low level",
    ),
    "F": Text(
        "Andelen, der når målet, ved at begynde nu mod at vente",
        "The share who reach the goal by starting now against waiting",
    ),
    "~": Text(
        "Om de to bevæger sig sammen hos den samme borger (ikke en påvirkning)",
        "Whether the two move together in the same citizen (not an influence)",
    ),
}

REASONS: Mapping[str, Text] = {
    "NO_INDICATOR_CAUSE": Text("{about} har ingen indikator", "{about} has no indicator"),
    "NO_INDICATOR_EFFECT": Text("{about} har ingen indikator", "{about} has no indicator"),
    "UNKNOWN_INDICATOR": Text("indikatoren {about} findes ikke", "the indicator {about} does not exist"),
    "WORDING_NOT_PUBLISHED": Text(
        "spørgsmålets ordlyd er ikke udgivet: {about}", "the question's wording is not published: {about}"
    ),
    "NO_SCALE": Text("indikatoren {about} har ingen skala", "the indicator {about} has no scale"),
    "SAME_INDICATOR": Text("begge ender måles med {about}", "both ends are measured by {about}"),
    "TOO_FEW_ROUNDS": Text("der er kun planlagt {about} målinger", "only {about} rounds are planned"),
    "LAG_BEYOND_ROUNDS": Text(
        "den skal ses efter {about} målinger, og så langt rækker måleplanen ikke",
        "it is to be seen after {about} rounds, and the measurement plan does not reach that far",
    ),
    "NO_EVENT": Text(
        "indikatoren {about} siger ikke, hvilken hændelse der tæller",
        "the indicator {about} does not say which event counts",
    ),
    "NO_PROMISE": Text(
        "kun deltagere kan have {about}, og der er ikke lovet noget at holde det op imod",
        "only participants can have {about}, and nothing is promised to hold it against",
    ),
    "MULTIPLE_CHOICE": Text(
        "indikatoren {about} er kryds uden rækkefølge", "the indicator {about} is ticks without order"
    ),
    "COMPOSITE": Text("delen {about} er ikke målt", "the part {about} is not measured"),
    "BACKGROUND_ONLY": Text(
        "indikatoren {about} er baggrund og kan ikke ændre sig",
        "the indicator {about} is background and cannot change",
    ),
    "COMPUTED_TOGETHER": Text(
        "begge ender regnes ud af de samme svar ({about})",
        "both ends are computed from the same answers ({about})",
    ),
    "UNKNOWN_ELEMENT": Text("{about} findes ikke i teorien", "{about} is not in the theory"),
    "BACKWARDS": Text("pilen går baglæns", "the arrow goes backwards"),
    "NO_LEVEL": Text(
        "en start eller en hændelse har intet niveau, der kan følge med noget",
        "a start or an event has no level that can move together with something",
    ),
    "UNDIRECTED": Text(
        "det er ikke sagt, om et højt svar på {about} er mere eller mindre af elementet (skriv `ønsket`)",
        "it is not said whether a high answer to {about} is more or less of the element (write `wanted`)",
    ),
    "NO_INDICATOR_MODERATOR": Text("{about} har ingen indikator", "{about} has no indicator"),
}

CANNOT = Text("Kan ikke testes: {reasons}", "Cannot be tested: {reasons}")
MODERATOR_CANNOT = Text(
    "moderatoren {moderator} kan ikke testes: {reasons}",
    "the moderator {moderator} cannot be tested: {reasons}",
)

START = Text("start på {activity}", "start of {activity}")
TOGETHER = Text("{cause} og {effect}", "{cause} and {effect}")
PAIR = Text("{cause} (årsag), {effect} (virkning)", "{cause} (cause), {effect} (effect)")
BOTH = Text("{who} (begge)", "{who} (both)")
NAMED = Text("»{name}«", "“{name}”")
RECKONED = Text("regnes ud af registreringer", "reckoned from records")
NOT_STATED = Text("ikke oplyst", "not stated")
LAG = Text("{lag} målinger senere", "{lag} rounds later")
PROMISED = Text("det lovede: {promise}", "what was promised: {promise}")
NEXT_ROUND = Text("ved næste måling", "at the next round")
SAME_ROUND = Text("ved samme måling", "at the same round")
WITHIN = Text("inden for {weeks} uger", "within {weeks} weeks")
UNDER = Text("under", "under")
MONTHS: tuple[Text, ...] = (
    Text("januar", "January"),
    Text("februar", "February"),
    Text("marts", "March"),
    Text("april", "April"),
    Text("maj", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("august", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)
EVERY = {
    "months": (Text("hver måned", "every month"), Text("hver {count}. måned", "every {count} months")),
    "weeks": (Text("hver uge", "every week"), Text("hver {count}. uge", "every {count} weeks")),
    "days": (Text("hver dag", "every day"), Text("hver {count}. dag", "every {count} days")),
}
DEFAULT = Text("(standard, ikke jeres)", "(default, not yours)")
SAME_INFORMANT = Text(
    "samme svarer på begge: højst svag, når de svarer samtidig",
    "one respondent answers for both: at most weak when answered at the same time",
)
SLOT = Text(
    "ordlyden af {indicator} er ikke udgivet: kan testes af den, der har spørgsmålet og svarene",
    "the wording of {indicator} is not published: can be tested by whoever has the question and the answers",
)
OPEN_DOOR = Text(
    "{elements} er ikke målt og virker på begge: kun en samvariation",
    "{elements} is not measured and moves both: association only",
)
APPLIES_TO = Text("gælder kun {subgroup}", "applies only to {subgroup}")
LOW_IS_GOOD = Text(
    "{indicator}: et lavt svar er det gode; der regnes med svarene, som de er givet",
    "{indicator}: a low answer is the good one; the answers count as they are given",
)
TURNED = Text(
    "svarene på {indicator} vendes, så et højt tal er mere af {element}",
    "answers to {indicator} are turned, so that a high number is more of {element}",
)
ONE_IS_ENOUGH = Text("én af indikatorerne er nok", "one of the indicators is enough")
