"""Words of what stands beside a verdict: conditions, those who left, what something unmeasured would take.

Keyed by the values of the enums in `qualitycircle.evaluation.beside`.
"""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text

DIFFERENCES: Mapping[str, Text] = {
    "as expected": Text(
        "sammenhængen er forskellig, og på den måde teorien venter",
        "the link differs, and in the way the theory expects",
    ),
    "the other way": Text(
        "sammenhængen er forskellig, men modsat af det teorien venter",
        "the link differs, but the opposite way of what the theory expects",
    ),
    "too small to matter": Text(
        "forskellen er mindre, end I sagde ville betyde noget",
        "the difference is smaller than was said to matter",
    ),
    "undecided": Text(
        "data kan ikke afgøre, om sammenhængen er forskellig",
        "the data cannot decide whether the link differs",
    ),
    "may be in both answers": Text(
        "svar fra samme måling følges mere ad på den ene side af betingelsen end på den anden. Om det er sammenhængen "
        "med næste måling, der er forskellig, eller kun dagens humør i begge svar, kan ikke afgøres",
        "answers of the same round go together more on one side of the condition than on the other. Whether it is the "
        "link with the next round that differs, or only the mood of the day in both answers, cannot be decided",
    ),
    "may be the end of the scale": Text(
        "flere svar om effekten står yderst på skalaen på den ene side af betingelsen, og dér kan mindre ses at flytte "
        "sig. Om det er sammenhængen, der er forskellig, kan ikke afgøres",
        "more of the answers to the effect stand at the end of the scale on one side of the condition, where less can be "
        "seen to move. Whether it is the link that differs cannot be decided",
    ),
    "may be noise in the cause": Text(
        "årsagens svar svinger ikke lige meget på de to sider af betingelsen, og støj i svarene kan være nok til at give "
        "forskellen. Om det er sammenhængen, der er forskellig, kan ikke afgøres",
        "answers to the cause do not vary alike on the two sides of the condition, and noise in them may be enough to "
        "make the difference. Whether it is the link that differs cannot be decided",
    ),
    "may be a bend": Text(
        "årsagen ligger meget højere på den ene side af betingelsen end på den anden. Om sammenhængen afhænger af "
        "betingelsen eller kun af, hvor højt årsagen ligger, kan ikke afgøres",
        "the cause lies much higher on one side of the condition than on the other. Whether the link depends on the "
        "condition, or only on how high the cause lies, cannot be decided",
    ),
    "too few with or without": Text(
        "for få borgere har betingelsen, eller for få er uden, til at forskellen kan testes",
        "too few citizens have the condition, or too few are without it, for the difference to be tested",
    ),
    "the condition cannot be read from the data": Text(
        "betingelsen kan ikke læses i data, så forskellen er ikke testet",
        "the condition cannot be read from the data, so the difference has not been tested",
    ),
    "this comparison has no condition in it": Text(
        "forskellen er ikke testet: det kræver mindst tre målinger, eller nogen at sammenligne med",
        "the difference has not been tested: that takes three rounds at least, or somebody to compare with",
    ),
}

SIDES: Mapping[str, Text] = {
    "x met": Text("når betingelsen {name} er opfyldt", "when the condition {name} is met"),
    "x not met": Text("når betingelsen {name} ikke er opfyldt", "when the condition {name} is not met"),
    "x high": Text("når betingelsen {name} ligger højt", "when the condition {name} is high"),
    "x low": Text("når betingelsen {name} ligger lavt", "when the condition {name} is low"),
}
"""The sides of a condition, by the name of the estimate there."""

THERE: Mapping[str, Text] = {
    "as claimed": Text(
        "Sammenhængen er der, {when}, men ikke ellers.",
        "The association is there {when}, but not otherwise.",
    ),
    "both": Text(
        "Sammenhængen er der, {when}. Ellers går den den modsatte vej.",
        "The association is there {when}. Otherwise it goes the opposite way.",
    ),
    "against": Text(
        "Sammenhængen går den modsatte vej, {when}, men ikke ellers.",
        "The association goes the opposite way {when}, but not otherwise.",
    ),
}

LEADS: Mapping[str, Text] = {
    "nothing beforehand": Text(
        "Årsagen ved næste måling hænger ikke sammen med effekten nu. Det skal den heller ikke.",
        "The cause at the next round does not go with the effect now. Nor should it.",
    ),
    "there beforehand": Text(
        "Årsagen ved næste måling hænger sammen med effekten nu, så noget løber den anden vej. Tallet, hvor faste "
        "forskelle er taget ud, kan derfor ikke bruges.",
        "The cause at the next round goes with the effect now, so something runs the other way. The number with "
        "constant differences taken out can therefore not be used.",
    ),
    "open": Text(
        "Om årsagen ved næste måling hænger sammen med effekten nu, kan ikke afgøres. Tallet, hvor faste forskelle er "
        "taget ud, tæller derfor ikke.",
        "Whether the cause at the next round goes with the effect now cannot be decided. The number with constant "
        "differences taken out therefore does not count.",
    ),
}

BESIDE: Mapping[str, Text] = {
    "condition": Text("Betingelsen {name}: {text}.", "The condition {name}: {text}."),
    "correction": Text(
        "p {p}, og {corrected}, når alle teoriens betingelser tælles med.",
        "p {p}, and {corrected} counting all the theory's conditions.",
    ),
    "smallest difference": Text(
        "En forskel på mindst {smallest} {unit} ville betyde noget ({whose}).",
        "A difference of at least {smallest} {unit} would matter ({whose}).",
    ),
    "yours": Text("jeres egen grænse", "your own limit"),
    "default": Text("standard, ikke jeres", "default, not yours"),
    "share met": Text(
        "Opfyldt i {share} af de brugte målinger.", "Met in {share} of the rounds that were used."
    ),
    "robustness": Text(
        "Noget, der ikke er målt, skulle forklare {value} af det, der er tilbage af både årsag og effekt, for at "
        "tallet blev nul.",
        "Something unmeasured would have to explain {value} of what is left of both cause and effect to bring the "
        "number to nil.",
    ),
    "benchmark": Text(
        "Det stærkeste, der er målt ({name}), forklarer {of_cause} af årsagen og {of_effect} af effekten.",
        "The strongest thing that was measured ({name}) explains {of_cause} of the cause and {of_effect} of the "
        "effect.",
    ),
    "as strong, some": Text(
        "Noget ikke målt, der var lige så stærkt, ville tage {share} af tallet.",
        "Something unmeasured that was just as strong would take {share} of the number.",
    ),
    "as strong, all": Text(
        "Noget ikke målt, der var lige så stærkt, ville tage hele tallet.",
        "Something unmeasured that was just as strong would take all of the number.",
    ),
    "y before": Text("det forrige svar", "the previous answer"),
    "x first": Text("det første svar", "the first answer"),
    "drawn again": Text(
        "Grupperne er små, så intervallet er fundet ved at trække lod om dem igen 9.999 gange.",
        "The groups are small, so the interval was found by drawing lots for them again 9,999 times.",
    ),
    "shifted": Text(
        "Havde de, der faldt fra, ligget {shift} {unit} {way} end dem, der lignede dem og blev, ville tallet være {value} "
        "({low} til {high}).",
        "Had those who left stood {shift} {unit} {way} than those like them who stayed, the number would be {value} "
        "({low} to {high}).",
    ),
    "tipping": Text(
        "De, der faldt fra, skulle have ligget {shift} {unit} {way} end dem, der lignede dem og blev, før tallet ikke "
        "kunne skelnes fra nul.",
        "Those who left would have to have stood {shift} {unit} {way} than those like them who stayed before the "
        "number could not be told from nil.",
    ),
    "tipping nowhere": Text(
        "Selv om de, der faldt fra, havde ligget {shift} {unit} {way} end dem, der lignede dem og blev, kunne tallet "
        "skelnes fra nul.",
        "Even had those who left stood {shift} {unit} {way} than those like them who stayed, the number could be told "
        "from nil.",
    ),
    "nothing moves": Text(
        "Frafaldet flytter ikke tallet: det er det samme, selv om de, der faldt fra, havde ligget {shift} {unit} {way} "
        "end dem, der lignede dem og blev.",
        "Drop-out does not move the number: it is the same even had those who left stood {shift} {unit} {way} than those "
        "like them who stayed.",
    ),
    "lower": Text("lavere", "lower"),
    "higher": Text("højere", "higher"),
    "of the effect in steps": Text("trin", "steps"),
    "of the effect in sd": Text("sd", "sd"),
    "of the effect in percentage points": Text("procentpoint", "percentage points"),
    "bounds": Text(
        "{offered} % blev i gruppen med tilbuddet og {without} % i den anden. Alt efter hvem der faldt fra, kan "
        "forskellen ligge fra {low} til {high} (Lee 2009){interval}.",
        "{offered} % stayed in the group with the offer and {without} % in the other. Depending on who left, the "
        "difference can be anything from {low} to {high} (Lee 2009){interval}.",
    ),
    "bounds of starts": Text(
        "{offered} % af dem, der startede, svarede igen, og {without} % af dem, der ventede. Alt efter hvem der faldt fra, "
        "kan forskellen ligge fra {low} til {high} (Lee 2009){interval}.",
        "{offered} % of those who started answered again, and {without} % of those who waited. Depending on who left, "
        "the difference can be anything from {low} to {high} (Lee 2009){interval}.",
    ),
    "bounds interval": Text(
        ", med usikkerheden fra {lowest} til {highest}",
        ", from {lowest} to {highest} with the uncertainty",
    ),
    "exposure": Text(
        "Fra start til aflæsning gik der i snit {days} dage. Teorien regner med {due} dage ({lag}). Vokser virkningen "
        "jævnt, er der så {share} % af den at se.",
        "From the start to the reading there were {days} days on average. The theory counts on {due} days ({lag}). If "
        "the effect grows evenly, {share} % of it is there to be seen.",
    ),
    "exposure whole": Text(
        "Fra start til aflæsning gik der i snit {days} dage. Teorien regner med {due} dage ({lag}).",
        "From the start to the reading there were {days} days on average. The theory counts on {due} days ({lag}).",
    ),
    "round": Text("én måling", "one round"),
    "rounds": Text("{lag} målinger", "{lag} rounds"),
    "overlap": Text(
        "Årsagen ligger på {met} ± {met_sd} på sin skala, når den er opfyldt, og {other} ± {other_sd} når ikke.",
        "The cause stands at {met} ± {met_sd} on its scale when it is met, and {other} ± {other_sd} when not.",
    ),
}
