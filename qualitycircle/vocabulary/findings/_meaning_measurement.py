"""QC310, QC313-QC317, QC323-QC324, QC331-QC336, QC345-QC346: how elements and goals are seen."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

MEASUREMENT: Mapping[str, FindingText] = {
    "QC310": FindingText(
        title=Text("Et element uden indikator", "An element without an indicator"),
        message=Text("{kind} '{element}' har ingen indikator", "{kind} '{element}' has no indicator"),
        advice=Text(
            "Skriv `indikatorer:` med en indikator fra et katalog, eller lav en i `indicators/`.",
            "Write `indicators:` with an indicator from a catalogue, or make one in `indicators/`.",
        ),
        why=Text(
            "Det, ingen måler, kan ingen få at vide noget om. Sammenhænge til og fra elementet bliver »ikke "
            "målt«.",
            "Of what nobody measures, nobody learns anything. Links to and from the element become 'not "
            "measured'.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job}
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
""",
    ),
    "QC313": FindingText(
        title=Text("En indikator, der ikke findes", "An indicator that does not exist"),
        message=Text("indikatoren '{indicator}' findes ikke", "the indicator '{indicator}' does not exist"),
        advice=Text(
            "Ret navnet, eller skriv indikatoren i et katalog i `indicators/`.",
            "Mend the name, or write the indicator in a catalogue in `indicators/`.",
        ),
        why=Text(
            "Indikatorer står i kataloger, så flere teorier måler det samme på samme måde. Et navn, der ikke "
            "står i et katalog, har hverken spørgsmål, svarer eller skala.",
            "Indicators stand in catalogues, so that several theories measure the same thing the same way. A "
            "name in no catalogue has no question, no respondent and no scale.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivaton}
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
""",
    ),
    "QC314": FindingText(
        title=Text("En indikator af en anden klasse", "An indicator of another class"),
        message=Text(
            "'{indicator}' er af klassen {class} og kan ikke måle '{element}'",
            "'{indicator}' is of class {class} and cannot measure '{element}'",
        ),
        advice=Text("Vælg en indikator af klassen {fitting}.", "Choose an indicator of class {fitting}."),
        why=Text(
            "Der er fem klasser af indikatorer: baggrund, aktivitet, moderator, virkning og slutmål (New "
            "Insight s17). Køn kan ikke være en effekt, og en effekt er ikke et slutmål.",
            "There are five classes of indicators: background, activity, moderator, outcome and goal (New "
            "Insight s17). Sex cannot be an outcome, and an outcome is not a goal.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: køn}
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
""",
    ),
    "QC315": FindingText(
        title=Text("En faglig vurdering uden trintekster", "A professional rating without anchor texts"),
        message=Text(
            "'{indicator}' er en faglig vurdering, men trinene har ingen tekst",
            "'{indicator}' is a professional rating, but its steps have no text",
        ),
        advice=Text(
            "Skriv under `trin:` i kataloget, hvad der kendetegner hvert trin.",
            "Write under `steps:` in the catalogue what marks each step.",
        ),
        why=Text(
            "To medarbejdere skal give den samme borger det samme tal. Det kræver, at trinene er "
            "beskrevet med ord, man kan genkende en borger i (New Insight s20-24).",
            "Two members of staff should give one citizen one number. That takes steps described in words in "
            "which one can recognise a citizen (New Insight s20-24).",
        ),
        wrong="""\
effekter:                    # vurdering: {klasse: virkning, respondent: medarbejder, skala: 1-5 uden trin}
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: vurdering}
""",
        right="""\
effekter:                    # motivation: {klasse: virkning, respondent: medarbejder, trin: {1: …, 5: …}}
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
""",
    ),
    "QC316": FindingText(
        title=Text("Én indikator på to elementer", "One indicator on two elements"),
        message=Text(
            "'{indicator}' måler både '{other}' og '{element}'",
            "'{indicator}' measures both '{other}' and '{element}'",
        ),
        advice=Text("Giv hvert element sin egen indikator.", "Give each element its own indicator."),
        why=Text(
            "To elementer, der ses med det samme tal, kan ikke skilles ad. En sammenhæng mellem dem kan ikke "
            "testes: den vil altid være fuldkommen.",
            "Two elements seen by one number cannot be told apart. A link between them cannot be tested: "
            "it is always perfect.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: motivation}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  fremmøde -> tro: øger, fordi borgeren ser sig selv i et arbejde
  motivation -> job: øger, fordi den motiverede søger mere
  tro -> job: øger, fordi den, der tror på det, bliver ved
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
    "QC317": FindingText(
        title=Text("En effekt uden definition", "An outcome without a definition"),
        message=Text("effekten '{element}' er ikke defineret", "the outcome '{element}' is not defined"),
        advice=Text(
            "Skriv `definition:` med, hvad I mener, når I siger, at borgeren er kommet tættere på.",
            "Write `definition:`: what you mean when you say the citizen has come closer.",
        ),
        why=Text(
            "»Tættere på« skal kunne forklares: tættere på hvad, og hvordan kan man se det? (New Insight "
            "s7). Uden definition måler to steder hver sit under samme navn.",
            "'Closer' must be explained: closer to what, and how does one see it? (New Insight s7). "
            "Without a definition two places measure two things under one name.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, indikatorer: motivation}
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
""",
    ),
    "QC323": FindingText(
        title=Text("Sammenhænge til både helhed og del", "Links to both whole and part"),
        message=Text(
            "'{link}' går til en del, men andre sammenhænge går til helheden '{whole}'",
            "'{link}' goes to a part, but other links go to the whole '{whole}'",
        ),
        advice=Text(
            "Vælg: sammenhænge til '{whole}' eller til dens dele.",
            "Choose: links to '{whole}' or to its parts.",
        ),
        why=Text(
            "En helhed måles af sine dele. Går der pile til begge, tæller den samme ændring to gange.",
            "A whole is measured by its parts. With arrows to both, one change counts twice.",
        ),
        wrong="""\
effekter:
  tættere_på: {navn: Tættere på job, definition: Både vil og tror på det, består_af: [motivation, tro]}
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  tættere_på -> job: øger, fordi den, der både vil og tror på det, søger
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: praktik -> fremmøde, indikatorer: opfølgninger}
""",
        right="""\
effekter:
  tættere_på: {navn: Tættere på job, definition: Både vil og tror på det, består_af: [motivation, tro]}
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
  tro: {navn: Tro på job, definition: Tror på at få et job, indikatorer: tro_på_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> tættere_på: øger, fordi den, der møder stabilt, oplever at lykkes
  tættere_på -> job: øger, fordi den, der både vil og tror på det, søger
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: praktik -> fremmøde, indikatorer: opfølgninger}
""",
    ),
    "QC324": FindingText(
        title=Text("En del, der ikke findes", "A part that does not exist"),
        message=Text(
            "'{element}' består af '{part}', som ikke findes i teorien",
            "'{element}' consists of '{part}', which is not in the theory",
        ),
        advice=Text("Ret navnet, eller skriv delen som et element.", "Mend the name, or write the part."),
        why=Text(
            "En helhed måles af sine dele, så hver del skal stå i teorien med sin egen indikator.",
            "A whole is measured by its parts, so every part stands in the theory with its own indicator.",
        ),
        wrong="""\
effekter:
  motivation: {navn: Motivation, definition: Vil og tror på det, indikatorer: motivation, består_af: lyst}
""",
        right="""\
effekter:
  motivation: {navn: Motivation, definition: Vil og tror på det, indikatorer: motivation}
""",
    ),
    "QC345": FindingText(
        title=Text("Et svar uden retning", "An answer without a direction"),
        message=Text(
            "det er ikke sagt, om et højt svar på '{indicator}' er mere eller mindre af '{element}'",
            "it is not said whether a high answer to '{indicator}' is more or less of '{element}'",
        ),
        advice=Text(
            "Skriv `ønsket: op` eller `ønsket: ned` på '{say_on}'. Siger elementet og indikatoren hver sit, vendes "
            "svarene om.",
            "Write `wanted: up` or `wanted: down` on '{say_on}'. Where element and indicator differ, the answers are "
            "turned.",
        ),
        why=Text(
            "På én indikator er et lavt svar det gode, på en anden et højt. Regnes de sammen, går det ene ud med det "
            "andet, og en sammenhæng kan få det forkerte fortegn. Når elementet siger, hvad vej det er ønsket, "
            "vendes de svar, der går den anden vej, om midten af deres skala.",
            "On one indicator a low answer is the good one, on another a high one. Averaged, the one cancels the "
            "other, and a link can get the wrong sign. When the element says which way it is wished, answers that "
            "run the other way are turned around the middle of their scale.",
        ),
        wrong="""\
effekter:                    # ensomhed: {…, skala: fem, ønsket: ned}
  trivsel: {navn: Trivsel, definition: At have det godt, indikatorer: [stabilitet, ensomhed]}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> trivsel: øger, fordi den, der møder stabilt, er sammen med andre
  trivsel -> job: øger, fordi den, der har det godt, søger mere
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: praktik -> fremmøde, indikatorer: opfølgninger}
""",
        right="""\
effekter:                    # ensomhed: {…, skala: fem, ønsket: ned}
  trivsel: {navn: Trivsel, definition: At have det godt, indikatorer: [stabilitet, ensomhed], ønsket: op}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> trivsel: øger, fordi den, der møder stabilt, er sammen med andre
  trivsel -> job: øger, fordi den, der har det godt, søger mere
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: praktik -> fremmøde, indikatorer: opfølgninger}
""",
    ),
    "QC346": FindingText(
        title=Text("Mere af det, der er ønsket ned", "More of what is wished down"),
        message=Text(
            "{way} giver mere af '{element}', men på '{indicator}' er et lavt svar det gode",
            "{way} gives more of '{element}', but on '{indicator}' a low answer is the good one",
        ),
        advice=Text(
            "Er '{element}' det gode, så skriv `ønsket: op` på det; så vendes svarene om. Er det dét, '{indicator}' "
            "tæller, så skriv `mindsker`.",
            "If '{element}' is what is good, write `wanted: up` on it; then the answers are turned. If it is what "
            "'{indicator}' counts, write `decreases`.",
        ),
        why=Text(
            "Et element, der ikke selv siger, hvad vej det er ønsket, er dét, dets indikator tæller: måles trivsel "
            "med ensomhed, bliver »øger trivsel« ellers til »øger ensomhed«.",
            "An element that does not say which way it is wished is what its indicator counts: with wellbeing measured "
            "by loneliness, 'increases wellbeing' would become 'increases loneliness'.",
        ),
        wrong="""\
effekter:                    # ensomhed: {…, skala: fem, ønsket: ned}
  trivsel: {navn: Trivsel, definition: At have det godt, indikatorer: ensomhed}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> trivsel: øger, fordi den, der møder stabilt, er sammen med andre
  trivsel -> job: øger, fordi den, der har det godt, søger mere
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: praktik -> fremmøde, indikatorer: opfølgninger}
""",
        right="""\
effekter:                    # ensomhed: {…, skala: fem, ønsket: ned}
  trivsel: {navn: Trivsel, definition: At have det godt, indikatorer: ensomhed, ønsket: op}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> trivsel: øger, fordi den, der møder stabilt, er sammen med andre
  trivsel -> job: øger, fordi den, der har det godt, søger mere
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: praktik -> fremmøde, indikatorer: opfølgninger}
""",
    ),
    "QC331": FindingText(
        title=Text("En enhed, der ikke passer", "A unit that does not fit"),
        message=Text(
            "'{subject}' kan ikke have sin mindste virkning i {unit}",
            "'{subject}' cannot have its smallest effect in {unit}",
        ),
        advice=Text("Skriv den i {fitting}.", "Write it in {fitting}."),
        why=Text(
            "Et slutmål nås eller nås ikke, så en virkning på det er procentpoint. Det, der opgøres i procent, kan "
            "også have den i procentpoint. Alt andet måles på en skala, så dér er en virkning trin eller sd "
            "(standardafvigelser). Det gælder, hvor den end er skrevet: på sammenhængen, indikatoren eller moderatoren.",
            "A goal is reached or not, so an effect on it is percentage points. What is told in percent may have it "
            "in percentage points too. Everything else is measured on a scale, so there an effect is steps or sd "
            "(standard deviations). That holds wherever it is written: on the link, the indicator or the moderator.",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job:
    antagelse: øger, fordi den motiverede søger mere
    mindste_virkning: 0,5 trin, fordi et halvt trin kan mærkes i samtalen
""",
        right="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job:
    antagelse: øger, fordi den motiverede søger mere
    mindste_virkning: 3 procentpoint, fordi mindre ikke kan betale forløbet
""",
    ),
    "QC332": FindingText(
        title=Text("`inden_for` kan ikke bruges", "`within` cannot be used"),
        message=Text(
            "'{text}' på '{subject}' er ikke en frist for et slutmål",
            "'{text}' on '{subject}' is not a time limit for a goal",
        ),
        advice=Text(
            "Skriv `inden_for: 12 måneder` på slutmålet eller på en sammenhæng til det.",
            "Write `within: 12 months` on the goal or on a link to it.",
        ),
        why=Text(
            "Et slutmål skal have en frist: et tal og uger, måneder eller år. For effekter siger "
            "`ses_efter`, hvor mange målinger der går. Uden frist regner vi med 12 måneder og siger, at "
            "det er standard.",
            "A goal needs a time limit: a number and weeks, months or years. For outcomes `seen_after` "
            "says how many rounds pass. Without a limit we take 12 months and say that it is the default.",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation:
    antagelse: øger, fordi den, der møder stabilt, oplever at lykkes
    inden_for: 12 måneder
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation:
    antagelse: øger, fordi den, der møder stabilt, oplever at lykkes
    ses_efter: [1]
  motivation -> job:
    antagelse: øger, fordi den motiverede søger mere
    inden_for: 12 måneder
""",
    ),
    "QC334": FindingText(
        title=Text("Konkurrerer med et mål, der ikke findes", "Competes with a goal that does not exist"),
        message=Text(
            "'{element}' konkurrerer med '{other}', som ikke er et slutmål",
            "'{element}' competes with '{other}', which is not a goal",
        ),
        advice=Text("Ret navnet, eller skriv målet under slutmål.", "Mend the name, or write the goal."),
        why=Text(
            "Den, der får førtidspension, kan ikke også komme i job. Derfor skal vi vide, hvilke slutmål der "
            "lukker for hinanden.",
            "Somebody who gets a disability pension cannot also get a job. So we need to know which "
            "goals shut each other out.",
        ),
        wrong="""\
slutmål:
  job: {navn: Job, indikatorer: i_job, konkurrerer_med: pension}
""",
        right="""\
slutmål:
  job: {navn: Job, indikatorer: i_job}
""",
    ),
    "QC335": FindingText(
        title=Text("Et slutmål uden hændelse", "A goal without an event"),
        message=Text(
            "'{indicator}' siger ikke, hvornår '{element}' er nået",
            "'{indicator}' does not say when '{element}' is reached",
        ),
        advice=Text(
            "Skriv `hændelse:` på indikatoren, fx {{status: ingen ydelse, indkomst: ja, uger_i_træk: 4}}.",
            "Write `event:` on the indicator, {{status: ingen ydelse, income: yes, weeks_in_a_row: 4}} say.",
        ),
        why=Text(
            "Om nogen er kommet i job, skal kunne afgøres uden skøn: hvilken status, og hvor mange uger "
            "i træk?",
            "Whether somebody has got a job must be decided without judgement: which status, and how "
            "many weeks in a row?",
        ),
        wrong="""\
slutmål:                     # job_spurgt: {klasse: slutmål, respondent: medarbejder}
  job: {navn: Job, indikatorer: job_spurgt}
""",
        right="""\
slutmål:                     # i_job: {…, hændelse: {status: ingen ydelse, indkomst: ja, uger_i_træk: 4}}
  job: {navn: Job, indikatorer: i_job}
""",
    ),
    "QC336": FindingText(
        title=Text("Selvforsørgelse kaldt job", "Self-support called a job"),
        message=Text(
            "'{indicator}' viser selvforsørgelse, men '{element}' hedder job",
            "'{indicator}' shows self-support, but '{element}' is called a job",
        ),
        advice=Text(
            "Kræv `indkomst: ja` i hændelsen, eller kald målet selvforsørgelse.",
            "Require `income: yes` in the event, or call the goal self-support.",
        ),
        why=Text(
            "Den, der ingen ydelse får, kan også være flyttet, gift eller forsørget af andre. Uden "
            "lønindkomst ved vi kun, at ydelsen er holdt op.",
            "Somebody without a benefit may also have moved, married or be supported by others. Without "
            "wages we only know that the benefit has ended.",
        ),
        wrong="""\
slutmål:                     # selvforsørgelse: {…, hændelse: {status: ingen ydelse, uger_i_træk: 4}}
  job: {navn: Job, indikatorer: selvforsørgelse}
""",
        right="""\
slutmål:                     # i_job: {…, hændelse: {status: ingen ydelse, indkomst: ja, uger_i_træk: 4}}
  job: {navn: Job, indikatorer: i_job}
""",
    ),
}
