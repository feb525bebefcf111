"""QC410-QC413, QC415, QC420-QC421, QC439: who a row is about."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

PRIVACY: Mapping[str, FindingText] = {
    "QC410": FindingText(
        title=Text("CPR-numre uden nøgle", "CPR numbers without a key"),
        message=Text(
            "kolonnen '{column}' har CPR-numre (række {rows}; {count} i alt), og projektet har ingen nøgle",
            "the column '{column}' has CPR numbers (row {rows}; {count} in all), and the project has no key",
        ),
        advice=Text(
            "Skriv 'privatliv: {{nøglefil: ~/.circle/…}}' i circle.yml, så bliver numrene til pseudonymer, "
            "mens filen læses. Nøglen skal ligge uden for projektets mappe.",
            "Write 'privacy: {{key_file: ~/.circle/…}}' in circle.yml; the numbers then become pseudonyms "
            "while the file is read. The key must lie outside the project's folder.",
        ),
        why=Text(
            "Et CPR-nummer må ikke komme videre end indlæsningen. Med jeres egen nøgle bliver hvert nummer "
            "til et pseudonym, som kun den, der har nøglen, kan danne igen. Uden nøgle standser vi.",
            "A CPR number must not get past the reading. With your own key each number becomes a pseudonym "
            "that only the holder of the key can make again. Without a key we stop.",
        ),
    ),
    "QC411": FindingText(
        title=Text("CPR-numre, hvor de ikke hører hjemme", "CPR numbers where they do not belong"),
        message=Text(
            "kolonnen '{column}' ser ud til at have CPR-numre (række {rows}; {count} i alt)",
            "the column '{column}' seems to have CPR numbers (row {rows}; {count} in all)",
        ),
        advice=Text(
            "Fjern kolonnen eller numrene fra filen, og kør igen. Er det personkolonnen, så skriv den som "
            "'person' i circle.yml.",
            "Remove the column or the numbers from the file and run again. If it is the person column, write "
            "it as 'person' in circle.yml.",
        ),
        why=Text(
            "Numre i bemærkninger og sagsfelter bliver let overset og delt. Vi standser, til de er væk, også "
            "når kolonnen ikke bruges.",
            "Numbers in remarks and case fields are easily overlooked and shared. We stop until they are "
            "gone, even when the column is not used.",
        ),
    ),
    "QC412": FindingText(
        title=Text("Nøglefilen kan ikke bruges", "The key file cannot be used"),
        message=Text("nøglefilen '{key}' kan ikke bruges", "the key file '{key}' cannot be used"),
        advice=Text(
            "Find den nøgle, projektet plejer at bruge. Findes den ikke, laver 'circle new' en ny; de samme "
            "borgere får da nye pseudonymer.",
            "Find the key that the project uses. If there is none, 'circle new' makes a new one; the same "
            "citizens then get new pseudonyms.",
        ),
        why=Text(
            "Uden den samme nøgle kan borgere ikke genkendes fra måling til måling uden at blive kendt.",
            "Without the same key citizens cannot be recognised from round to round without being known.",
        ),
    ),
    "QC413": FindingText(
        title=Text("Nøglefilen kan læses af andre", "Others can read the key file"),
        message=Text(
            "nøglefilen '{key}' kan læses af andre end dig", "others than you can read the key file '{key}'"
        ),
        advice=Text("Skriv: chmod 600 {key}", "Run: chmod 600 {key}"),
        why=Text(
            "Den, der har nøglen og en liste med CPR-numre, kan finde borgerne igen.",
            "Whoever has the key and a list of CPR numbers can find the citizens again.",
        ),
    ),
    "QC415": FindingText(
        title=Text("Nøglefilen ligger i projektet", "The key file lies inside the project"),
        message=Text(
            "nøglefilen '{key}' ligger i projektets mappe",
            "the key file '{key}' lies in the project's folder",
        ),
        advice=Text(
            "Flyt den uden for mappen, for eksempel til ~/.circle/, og ret 'nøglefil'.",
            "Move it out of the folder, for instance to ~/.circle/, and mend 'key_file'.",
        ),
        why=Text(
            "Projektets mappe bliver delt og lagt i versionsstyring. Det må nøglen ikke.",
            "The project's folder is shared and put under version control. The key must not be.",
        ),
        wrong="privatliv: {nøglefil: data/nordhuset.key}",
        right="privatliv: {nøglefil: ~/.circle/nordhuset.key}",
    ),
    "QC420": FindingText(
        title=Text("Rækker uden person", "Rows without a person"),
        message=Text(
            "række {rows} siger ikke, hvem den handler om ({count} i alt, lagt til side)",
            "row {rows} does not say who it is about ({count} in all, set aside)",
        ),
        advice=Text("Udfyld '{column}'.", "Fill in '{column}'."),
        why=Text(
            "Alt, hvad vi sammenligner, er den samme borger over tid; en række uden person kan ikke bruges.",
            "All we compare is the same citizen over time; a row without a person cannot take part.",
        ),
        wrong="person;dato;indikator;værdi\n;01-02-2026;motivation;3",
        right="person;dato;indikator;værdi\nN1000;01-02-2026;motivation;3",
    ),
    "QC421": FindingText(
        title=Text("Personer, der ikke står i persontabellen", "Persons not in the person table"),
        message=Text(
            "personen i række {rows} står ikke i persontabellen ({count} rækker lagt til side)",
            "the person in row {rows} is not in the person table ({count} rows set aside)",
        ),
        advice=Text(
            "Se, om nøglen skrives ens i begge filer, og om persontabellen er med alle.",
            "See whether the key is written alike in both files and whether the person table is complete.",
        ),
        why=Text(
            "Skrives den samme borger på to måder, bliver den til to halve borgere, og ingen udvikling ses.",
            "If the same citizen is written in two ways, there are two half citizens, and no change is seen.",
        ),
    ),
    "QC439": FindingText(
        title=Text("En person står flere gange", "A person stands several times"),
        message=Text(
            "personen i række {rows} står allerede i persontabellen ({count} i alt, den første gælder)",
            "the person in row {rows} already stands in the person table ({count} in all, the first counts)",
        ),
        advice=Text(
            "Lad persontabellen have én række pr. borger; forløb hører til i 'forløb'.",
            "Let the person table have one row per citizen; courses belong in 'courses'.",
        ),
        why=Text(
            "Baggrund er det, der ikke ændrer sig. To rækker kan sige hver sit.",
            "Background is what does not change. Two rows may say two things.",
        ),
    ),
}
