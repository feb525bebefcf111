"""QC422-QC431, QC442-QC447: what stands in a cell."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

CELLS: Mapping[str, FindingText] = {
    "QC422": FindingText(
        title=Text("En indikator, ingen kender", "An indicator nobody knows"),
        message=Text(
            "'{column}' nævner en indikator, som intet katalog har (række {rows}; {count} i alt)",
            "'{column}' names an indicator that no catalogue has (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Skriv jeres spørgsmålsnumre under 'koder: {{indikator: …}}', eller tilføj indikatoren.",
            "Write your question numbers under 'codes: {{indicator: …}}', or add the indicator.",
        ),
        why=Text(
            "Svar på et spørgsmål, ingen har beskrevet, kan ikke holdes op mod teorien.",
            "Answers to a question nobody described cannot be held against the theory.",
        ),
        wrong="koder: {indikator: {motivation: Q24}}      # filen siger Q25",
        right="koder: {indikator: {motivation: [Q24, Q25]}}",
    ),
    "QC423": FindingText(
        title=Text("En kode, der ikke er forklaret", "A code that is not explained"),
        message=Text(
            "'{column}' har koder, der ikke er forklaret (række {rows}; {count} i alt)",
            "'{column}' has codes that are not explained (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Skriv dem under 'koder' i circle.yml: vores ord til venstre, jeres til højre.",
            "Write them under 'codes' in circle.yml: our word to the left, yours to the right.",
        ),
        why=Text(
            "Vi gætter ikke på, hvad en kode betyder; rækkerne er lagt til side, til det står der.",
            "We do not guess what a code means; the rows are set aside until it is said.",
        ),
        wrong="koder: {delindsats: {praktik: VP}}         # filen siger også VTA",
        right="koder: {delindsats: {praktik: [VP, VTA]}}",
    ),
    "QC424": FindingText(
        title=Text("Svar uden for skalaen", "Answers outside the scale"),
        message=Text(
            "'{column}' har svar uden for skalaen (række {rows}; {count} i alt)",
            "'{column}' has answers outside the scale (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Er 99 eller lignende jeres kode for 'vil ikke svare', så skriv det under "
            "'koder: {{værdi: …}}'. Ellers ret svaret eller skalaen.",
            "If 99 or the like is your code for 'refused', write it under 'codes: {{value: …}}'. Otherwise "
            "mend the answer or the scale.",
        ),
        why=Text(
            "Et 99 regnet som et svar ville flytte ethvert gennemsnit. Svarene er lagt til side.",
            "A 99 counted as an answer would move any mean. The answers are set aside.",
        ),
        wrong="koder: {værdi: {ved ikke: 98}}             # filen siger 99",
        right="koder: {værdi: {ved ikke: 98, vil ikke svare: 99}}",
    ),
    "QC425": FindingText(
        title=Text("Et tal, der ikke kan læses", "A number that cannot be read"),
        message=Text(
            "'{column}' har felter, der ikke er tal eller trin på skalaen (række {rows}; {count} i alt)",
            "'{column}' has cells that are no numbers or steps of the scale (row {rows}; {count} in all)",
        ),
        advice=Text("Ret felterne, eller forklar ordene under 'koder'.", "Mend them, or explain the words."),
        why=Text(
            "Tal læses med komma eller punktum; trin genkendes på deres ord.",
            "Numbers are read with comma or point; steps are recognised by their words.",
        ),
    ),
    "QC426": FindingText(
        title=Text("Et tal, der kan læses på to måder", "A number that can be read in two ways"),
        message=Text(
            "'{column}' har tal som 1.234: tusinder eller en brøk (række {rows}; {count} i alt)",
            "'{column}' has numbers like 1.234: thousands or a fraction (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Skriv tal uden tusindtegn og med komma: 1234 eller 1,234.",
            "Write numbers without a thousands mark and with a comma: 1234 or 1,234.",
        ),
        why=Text(
            "Et gæt kunne gøre et tal tusind gange større. Felterne er lagt til side.",
            "A guess could make a number a thousand times larger. The cells are set aside.",
        ),
        wrong="tilbudt\n1.234",
        right="tilbudt\n1234",
    ),
    "QC427": FindingText(
        title=Text("En dato, der ikke kan læses", "A date that cannot be read"),
        message=Text(
            "'{column}' har felter, der ikke er datoer (række {rows}; {count} i alt)",
            "'{column}' has cells that are no dates (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Skriv datoer som 24-03-2026 eller 2026-03-24, eller sig med 'datoformat', hvordan de står.",
            "Write dates as 24-03-2026 or 2026-03-24, or say with 'date_format' how they are written.",
        ),
        why=Text(
            "Uden dag kan et svar ikke få sin plads i tid. Rækkerne er lagt til side.",
            "Without a day an answer has no place in time. The rows are set aside.",
        ),
        wrong="dato\n24. marts",
        right="dato\n24-03-2026",
    ),
    "QC428": FindingText(
        title=Text("En dato, der kan læses på to måder", "A date that can be read in two ways"),
        message=Text(
            "'{column}' har datoer, der kan læses på to måder (række {rows}; {count} i alt)",
            "'{column}' has dates that can be read in two ways (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Skriv 'datoformat: dd/mm/åååå' (eller hvordan de er skrevet) i circle.yml.",
            "Write 'date_format: dd/mm/yyyy' (or how they are written) in circle.yml.",
        ),
        why=Text(
            "02/01/2026 er den 2. januar i et dansk udtræk og 1. februar i et amerikansk.",
            "02/01/2026 is 2 January in a Danish export and 1 February in an American one.",
        ),
        wrong="data: {fil: udtræk.csv}",
        right="data: {fil: udtræk.csv, datoformat: dd/mm/åååå}",
    ),
    "QC429": FindingText(
        title=Text("En umulig dato", "An impossible date"),
        message=Text(
            "'{column}' har datoer, der ikke findes eller ligger før 1900 (række {rows}; {count} i alt)",
            "'{column}' has dates that do not exist or lie before 1900 (row {rows}; {count} in all)",
        ),
        advice=Text("Ret datoerne i systemet, de kommer fra.", "Mend the dates where they come from."),
        why=Text(
            "31-02 og 01-01-0001 er tastefejl eller systemets måde at sige 'ukendt' på.",
            "31-02 and 01-01-0001 are slips or a system's way to say 'unknown'.",
        ),
        wrong="dato\n31-02-2026",
        right="dato\n28-02-2026",
    ),
    "QC430": FindingText(
        title=Text("En dato i fremtiden", "A date in the future"),
        message=Text(
            "'{column}' har datoer, der ikke er kommet endnu (række {rows}; {count} i alt)",
            "'{column}' has dates that have not come yet (row {rows}; {count} in all)",
        ),
        advice=Text("Ret datoerne, eller fjern planlagte målinger.", "Mend them, or remove planned rounds."),
        why=Text(
            "En måling eller en afslutning, der ikke har fundet sted, kan ikke sige noget.",
            "A measurement or an ending that has not taken place cannot say anything.",
        ),
    ),
    "QC431": FindingText(
        title=Text("Slut før start", "An end before its start"),
        message=Text(
            "række {rows} slutter, før den begynder ({count} i alt)",
            "row {rows} ends before it begins ({count} in all)",
        ),
        advice=Text("Se, om 'fra' og 'til' er byttet om.", "See whether 'from' and 'to' are swapped."),
        why=Text(
            "Et ophold, der slutter før det begynder, har ingen længde. Rækkerne er lagt til side.",
            "A spell that ends before it begins has no length. The rows are set aside.",
        ),
        wrong="fra;til\n01-05-2026;01-03-2026",
        right="fra;til\n01-03-2026;01-05-2026",
    ),
    "QC442": FindingText(
        title=Text("Årstal med to cifre", "Years with two digits"),
        message=Text(
            "'{column}' har årstal med to cifre (række {rows}; {count} i alt), læst som 1950-2049",
            "'{column}' has years with two digits (row {rows}; {count} in all), read as 1950-2049",
        ),
        advice=Text("Træk data ud med fire cifre i årstallet.", "Export the data with years of four digits."),
        why=Text(
            "21 læses som 2021 og 65 som 1965. Det passer for næsten alle datoer, men ikke for alle.",
            "21 is read as 2021 and 65 as 1965. That fits nearly all dates, but not all.",
        ),
        wrong="N1000;01-02-21",
        right="N1000;01-02-2021",
    ),
    "QC443": FindingText(
        title=Text("Borgere uden for målgruppen", "Citizens outside the target group"),
        message=Text(
            "'{column}' siger, at borgeren ikke hører til teoriens målgruppe (række {rows}; {count} i alt, lagt "
            "til side)",
            "'{column}' says that the citizen is not in the theory's target group (row {rows}; {count} in all, "
            "set aside)",
        ),
        advice=Text(
            "Er det rigtigt, skal I intet gøre. Hører de til, så skriv deres kode under 'målgruppe: {{koder}}' i "
            "teorien, eller under 'koder: {{målgruppe}}' i circle.yml: vores ord til venstre, jeres til højre.",
            "If that is right, do nothing. If they belong, write their code under 'target_group: {{codes}}' in "
            "the theory, or under 'codes: {{target_group}}' in circle.yml: our word to the left, yours to the "
            "right.",
        ),
        why=Text(
            "En teori er om sin målgruppe. Andre borgeres svar kan hverken bære den eller modsige den.",
            "A theory is about its target group. Other citizens' answers can neither bear it out nor speak "
            "against it.",
        ),
    ),
    "QC444": FindingText(
        title=Text("Ingen i målgruppen", "Nobody in the target group"),
        message=Text(
            "ingen borger i data hører til teoriens målgruppe ({codes})",
            "no citizen in the data is in the theory's target group ({codes})",
        ),
        advice=Text(
            "Skriv under 'koder: {{målgruppe}}' i circle.yml, hvad jeres koder betyder: vores ord til venstre, "
            "jeres til højre.",
            "Write under 'codes: {{target_group}}' in circle.yml what your codes mean: our word to the left, "
            "yours to the right.",
        ),
        why=Text(
            "Oftest er koderne ikke forklaret. Uden en eneste borger kan intet afprøves.",
            "Mostly the codes are not explained. Without a single citizen nothing can be tested.",
        ),
        wrong="koder: {målgruppe: {aktivitetsparat: A.P.}}   # filen siger AP",
        right="koder: {målgruppe: {aktivitetsparat: AP}}",
    ),
    "QC445": FindingText(
        title=Text("En baggrund, der ikke er forklaret", "A background that is not explained"),
        message=Text(
            "'{column}' har svar, som hverken er forklaret under 'koder' eller passer til indikatoren (række "
            "{rows}; {count} i alt)",
            "'{column}' has answers that are neither explained under 'codes' nor fit the indicator (row {rows}; "
            "{count} in all)",
        ),
        advice=Text(
            "Skriv dem under 'koder' i circle.yml: vores ord til venstre, jeres til højre. Er det en fejl, så ret "
            "den i filen.",
            "Write them under 'codes' in circle.yml: our word to the left, yours to the right. If it is a mistake, "
            "mend it in the file.",
        ),
        why=Text(
            "Vi gætter ikke på, hvad et svar betyder. Borgeren er stadig med, men uden denne baggrund.",
            "We do not guess what an answer means. The citizen is still included, but without this background.",
        ),
        wrong="koder: {køn: {kvinde: K}}         # filen siger også M",
        right="koder: {køn: {kvinde: K, mand: M}}",
    ),
    "QC446": FindingText(
        title=Text("En status, der ikke er forklaret", "A status that is not explained"),
        message=Text(
            "'{column}' har statusser, som hverken et slutmål, 'koder', 'andre_udgange' eller 'ophør' nævner "
            "(række {rows}; {count} i alt)",
            "'{column}' has statuses that no goal, 'codes', 'other_exits' or 'end_of_follow_up' names (row {rows}; "
            "{count} in all)",
        ),
        advice=Text(
            "Skriv i circle.yml, hvad de betyder: under 'koder: {{status}}', eller under 'andre_udgange', hvis "
            "borgeren er nået et andet sted hen.",
            "Write in circle.yml what they mean: under 'codes: {{status}}', or under 'other_exits' if the citizen "
            "has gone somewhere else.",
        ),
        why=Text(
            "En status, ingen kender, tæller hverken som nået eller som udgang. Er det en stavefejl, mangler der "
            "et job i regnskabet.",
            "A status nobody knows counts neither as reached nor as an exit. If it is a misspelling, a job is "
            "missing from the count.",
        ),
    ),
    "QC447": FindingText(
        title=Text("Ingen gruppe uden indsatsen", "No group without the effort"),
        message=Text(
            "der blev trukket lod, men ingen af grupperne i '{file}' er kendt som den uden indsatsen",
            "lots were drawn, but none of the groups in '{file}' is known as the one without the effort",
        ),
        advice=Text(
            "Skriv i circle.yml, hvad I kalder den: 'koder: {{gruppe: {{kontrol: …}}}}', vores ord til venstre, "
            "jeres til højre.",
            "Write in circle.yml what you call it: 'codes: {{group: {{control: …}}}}', our word to the left, yours "
            "to the right.",
        ),
        why=Text(
            "Gættede vi forkert på, hvem der ikke fik indsatsen, blev fremgang til tilbagegang. Derfor "
            "sammenlignes ingen, før I har sagt det.",
            "Were we to guess wrong about who did not get the effort, a rise would become a fall. Therefore nobody "
            "is compared until you have said so.",
        ),
        wrong="kolonner: {gruppe: Arm}                                   # filen siger A og B",
        right="kolonner: {gruppe: Arm}\nkoder: {gruppe: {kontrol: B, praktik: A}}",
    ),
}
