"""QC432-QC438, QC440-QC441, QC448-QC450: answers, rounds, courses and goals."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

ROUNDS: Mapping[str, FindingText] = {
    "QC432": FindingText(
        title=Text("Det samme svar to gange", "The same answer twice"),
        message=Text(
            "række {rows} svarer på et spørgsmål, der allerede er besvaret i den måling ({count} i alt)",
            "row {rows} answers a question already answered in that round ({count} in all)",
        ),
        advice=Text(
            "Slet den ene række. Er svarene ens, tæller de én gang; er de forskellige, tæller ingen af dem.",
            "Delete one of the rows. Equal answers count once; different ones do not count at all.",
        ),
        why=Text(
            "Den samme borger har ét svar pr. spørgsmål, måling og respondent. Hvilket af to forskellige der "
            "gælder, ved kun I.",
            "The same citizen has one answer per question, round and respondent. Which of two different ones "
            "holds, only you know.",
        ),
    ),
    "QC433": FindingText(
        title=Text("To målinger i samme planlagte måling", "Two measurements in one planned round"),
        message=Text(
            "række {rows} ligger i en måling, der har et svar tættere på planen ({count} lagt til side)",
            "row {rows} lies in a round that has an answer nearer the plan ({count} set aside)",
        ),
        advice=Text(
            "Skriv målingens nummer i data (kolonnen 'runde'), så gælder det frem for datoen.",
            "Write the round's number in the data (column 'round'); it then counts instead of the date.",
        ),
        why=Text(
            "Uden nummer hører et svar til den planlagte måling, dets dato er nærmest. Der kan kun være ét.",
            "Without a number an answer belongs to the planned round nearest its date. There can be one.",
        ),
    ),
    "QC434": FindingText(
        title=Text("En måling uden for planen", "A measurement outside the plan"),
        message=Text(
            "række {rows} ligger længere fra planen, end tolerancen tillader ({count} lagt til side)",
            "row {rows} lies further from the plan than its tolerance allows ({count} set aside)",
        ),
        advice=Text(
            "Skriv målingens nummer i data, eller sæt 'tolerance' i teoriens måleplan.",
            "Write the round's number in the data, or set 'tolerance' in the theory's plan.",
        ),
        why=Text(
            "En sammenhæng 'ved næste måling' giver kun mening, når målingerne ligger, hvor de skal.",
            "A link 'at the next round' makes sense only when the rounds lie where they should.",
        ),
        wrong="måleplan: {hver: 3 måneder, tolerance: 1 uge}",
        right="måleplan: {hver: 3 måneder, tolerance: 6 uger}",
    ),
    "QC435": FindingText(
        title=Text("Svar fra en anden end den, der spørges", "An answer from somebody else"),
        message=Text(
            "række {rows} er besvaret af en anden end den, indikatoren spørger ({count} lagt til side)",
            "row {rows} is answered by somebody else than the indicator asks ({count} set aside)",
        ),
        advice=Text(
            "Giv borgerens og medarbejderens svar hver sin indikator, eller forklar koden for respondent.",
            "Give the citizen's and the staff's answers an indicator each, or explain the respondent's code.",
        ),
        why=Text(
            "To respondenter er to svar, aldrig ét tal (BIP 2014).",
            "Two respondents are two answers, never one number (BIP 2014).",
        ),
    ),
    "QC436": FindingText(
        title=Text("En status, intet slutmål bruger", "A status no goal uses"),
        message=Text(
            "'{column}' har statusser, som intet slutmål bruger (række {rows}; {count} i alt)",
            "'{column}' has statuses that no goal uses (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Er det en anden vej ud, så skriv den i 'andre_udgange'; er det et slutmål, så i 'koder'.",
            "If it is another way out, write it in 'other_exits'; if it is a goal, in 'codes'.",
        ),
        why=Text(
            "Den, der er gået på pension, kan ikke længere få job; det skal vi vide for at regne rigtigt.",
            "Whoever has retired can no longer get a job; we must know it to reckon rightly.",
        ),
        right="slutmål: {fil: slutmaal.csv, andre_udgange: folkepension, ophør: [død, udvandret]}",
    ),
    "QC437": FindingText(
        title=Text("Flere forløb i samme teori", "Several courses in one theory"),
        message=Text(
            "række {rows} er et senere forløb for den samme borger; det første gælder ({count} i alt)",
            "row {rows} is a later course of the same citizen; the first counts ({count} in all)",
        ),
        advice=Text("Intet at gøre; det siges, så tallene stemmer.", "Nothing to do; said for the record."),
        why=Text(
            "Målinger tælles fra forløbets start, og den kan der kun være én af.",
            "Rounds are counted from the course's start, of which there can be only one.",
        ),
    ),
    "QC448": FindingText(
        title=Text("Svar fra et senere forløb", "An answer from a later course"),
        message=Text(
            "række {rows} er svar fra et senere forløb for den samme borger ({count} lagt til side)",
            "row {rows} is an answer from a later course of the same citizen ({count} set aside)",
        ),
        advice=Text(
            "Intet at gøre. Skal det senere forløb med, så giv det sin egen teori eller sit eget projekt.",
            "Nothing to do. If the later course is to count, give it a theory or a project of its own.",
        ),
        why=Text(
            "Et nyt forløb har en startmåling igen. Talt sammen med det første ville de to startmålinger være svar "
            "på det samme, og ingen af dem ville gælde.",
            "A new course has a first round again. Counted with the first course's, the two would be answers to the "
            "same question, and neither would hold.",
        ),
    ),
    "QC449": FindingText(
        title=Text("Målinger, der ikke følger efter hinanden", "Rounds that do not follow each other"),
        message=Text(
            "næsten ingen borgere har to målinger, der følger efter hinanden, som planen siger (det næste nummer, cirka "
            "{days} dage senere); i data er der måling {rounds}",
            "hardly any citizen has two rounds that follow each other as the plan says (the next number, about {days} days "
            "later); the data have rounds {rounds}",
        ),
        advice=Text(
            "Springer numrene, så nummerér målingerne 1, 2, 3, eller forklar dem under 'koder: {{runde: …}}'. Måles der "
            "oftere eller sjældnere, så skriv det i måleplanens 'hver'.",
            "If the numbers skip, number the rounds 1, 2, 3, or explain them under 'codes: {{round: …}}'. If you measure "
            "oftener or more seldom, write that as the plan's 'every'.",
        ),
        why=Text(
            "En sammenhæng ses fra en måling til den næste. Følger ingen målinger efter hinanden, kan intet ses, hvor "
            "mange borgere der end er.",
            "A link is seen from one round to the next. When no rounds follow each other nothing can be seen, however "
            "many citizens there are.",
        ),
        wrong="måleplan: {hver: 3 måneder}                # men der måles hvert halve år",
        right="måleplan: {hver: 6 måneder}",
    ),
    "QC450": FindingText(
        title=Text("Målingernes numre og datoer er uenige", "The rounds' numbers and dates disagree"),
        message=Text(
            "{count} af {rounds} målinger har en tidligere dato end borgerens måling med et lavere nummer",
            "{count} of {rounds} rounds have an earlier date than the citizen's round with a lower number",
        ),
        advice=Text(
            "Se efter, om målingerne står i den rigtige rækkefølge i måleplanens 'runder' og i 'koder', og om dato er den "
            "dag, der blev svaret.",
            "See whether the rounds stand in the right order in the plan's 'rounds' and in 'codes', and whether date is "
            "the day of the answers.",
        ),
        why=Text(
            "Numrene afgør, hvad der kommer før hvad. Er de forkerte, holdes årsagen op mod en effekt, der lå før den.",
            "The numbers decide what comes before what. If they are wrong, the cause is held against an effect before it.",
        ),
    ),
    "QC438": FindingText(
        title=Text("En måling, planen ikke har", "A round the plan does not have"),
        message=Text(
            "'{column}' nævner en måling, der hverken er et nummer eller står i planen "
            "(række {rows}; {count} lagt til side)",
            "'{column}' names a round: no number, and not in the plan (row {rows}; {count} set aside)",
        ),
        advice=Text(
            "Skriv den i måleplanens 'runder', eller forklar den under 'koder: {{runde: …}}'.",
            "Write it in the plan's 'rounds', or explain it under 'codes: {{round: …}}'.",
        ),
        why=Text(
            "Målingens plads i rækken afgør, hvad der kommer før hvad.",
            "The round's place in the row decides what comes before what.",
        ),
        wrong="koder: {runde: {start: S}}                 # filen siger også E",
        right="koder: {runde: {start: S, slut: E}}",
    ),
    "QC440": FindingText(
        title=Text("Intet at måle på", "Nothing to measure by"),
        message=Text(
            "'{subject}' har ingen data: '{what}' findes ikke i tabellerne",
            "'{subject}' has no data: '{what}' is not in the tables",
        ),
        advice=Text(
            "Sammenhænge med '{subject}' bliver 'ikke målt'. Saml svarene ind, eller ret koderne.",
            "Links with '{subject}' become 'not measured'. Collect the answers, or mend the codes.",
        ),
        why=Text(
            "Det, der står i teorien og ikke i data, kan ikke testes. Det er et resultat, ikke en fejl.",
            "What is in the theory and not in the data cannot be tested. That is a result, not a mistake.",
        ),
    ),
    "QC441": FindingText(
        title=Text("Et svar uden måling og dato", "An answer without round and date"),
        message=Text(
            "række {rows} har hverken måling eller dato ({count} lagt til side)",
            "row {rows} has neither round nor date ({count} set aside)",
        ),
        advice=Text("Udfyld 'runde' eller 'dato'.", "Fill in 'round' or 'date'."),
        why=Text(
            "Et svar, der ikke har en plads i tid, kan ikke være før eller efter noget.",
            "An answer without a place in time cannot be before or after anything.",
        ),
    ),
}
