"""QC401-QC409, QC414, QC416: files, sheets and columns."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

FILES: Mapping[str, FindingText] = {
    "QC401": FindingText(
        title=Text("En datafil findes ikke", "A data file does not exist"),
        message=Text("filen '{file}' findes ikke", "the file '{file}' does not exist"),
        advice=Text(
            "Læg filen, hvor circle.yml siger, eller ret 'fil'. Har I ikke tabellen, så fjern den: det, der "
            "bygger på den, bliver da 'ikke målt'.",
            "Put the file where circle.yml says, or mend 'file'. If you do not have the table, remove it: "
            "what rests on it is then 'not measured'.",
        ),
        why=Text(
            "En tabel må gerne mangle, men ikke ved en fejl: en fil, der er nævnt, skal være der.",
            "A table may be missing, but not by mistake: a file that is named has to be there.",
        ),
        wrong="målinger: {fil: data/malinger.csv}",
        right="målinger: {fil: data/maalinger.csv}",
    ),
    "QC402": FindingText(
        title=Text("En datafil kan ikke læses", "A data file cannot be read"),
        message=Text("'{file}' kan ikke læses", "'{file}' cannot be read"),
        advice=Text(
            "Åbn filen i det program, den kommer fra, og gem den igen som CSV, Excel eller Parquet. Er den "
            "åben i Excel, så luk den.",
            "Open the file in the program it comes from and save it again as CSV, Excel or Parquet. If it "
            "is open in Excel, close it.",
        ),
        why=Text(
            "Filen er beskadiget, låst eller af en anden slags, end dens navn siger.",
            "The file is damaged, locked or of another kind than its name says.",
        ),
    ),
    "QC403": FindingText(
        title=Text("Excel kræver en ekstra pakke", "Excel needs an extra package"),
        message=Text(
            "'{file}' er et regneark, og pakken, der læser regneark, er ikke installeret",
            "'{file}' is a workbook, and the package that reads workbooks is not installed",
        ),
        advice=Text(
            "Skriv: pip install 'qualitycircle[excel]'. Eller gem arket som CSV.",
            "Run: pip install 'qualitycircle[excel]'. Or save the sheet as CSV.",
        ),
        why=Text(
            "Regneark læses af en pakke, som kun de har brug for, der bruger regneark.",
            "Workbooks are read by a package that only those need who use workbooks.",
        ),
    ),
    "QC404": FindingText(
        title=Text("En kolonne mangler", "A column is missing"),
        message=Text(
            "kolonnen '{column}' findes ikke i '{file}'", "the column '{column}' is not in '{file}'"
        ),
        advice=Text(
            "Ret 'kolonner' i circle.yml, så højre side er filens egen overskrift.",
            "Mend 'columns' in circle.yml so that the right-hand side is the file's own heading.",
        ),
        why=Text(
            "I circle.yml står vores ord til venstre og jeres til højre. Jeres skal findes i filens første "
            "række, bogstav for bogstav. En kolonne, der allerede hedder som vores ord, skal ikke nævnes.",
            "In circle.yml our word stands to the left and yours to the right. Yours has to be in the file's "
            "first row, letter by letter. A column already called by our word need not be named.",
        ),
    ),
    "QC405": FindingText(
        title=Text("En fil er tom", "A file is empty"),
        message=Text("'{file}' har ingen rækker", "'{file}' has no rows"),
        advice=Text(
            "Træk data ud igen. Det, der bygger på filen, bliver ellers 'ikke målt'.",
            "Export the data again. Otherwise what rests on the file is 'not measured'.",
        ),
        why=Text(
            "En tom fil er oftest et udtræk, der gik galt, ikke en indsats uden borgere.",
            "An empty file is mostly an export that failed, not an effort without citizens.",
        ),
    ),
    "QC406": FindingText(
        title=Text("Rækker med for få eller for mange felter", "Rows with too few or too many fields"),
        message=Text(
            "række {rows} i '{file}' har ikke det samme antal felter som overskriften ({count} i alt)",
            "row {rows} of '{file}' has not as many fields as the header ({count} in all)",
        ),
        advice=Text(
            "Se efter et skilletegn inde i en tekst; tekster med skilletegn skal stå i anførselstegn.",
            "Look for a separator inside a text; texts with separators must stand in quotes.",
        ),
        why=Text(
            "En række, der er forskudt, ville lægge svar i de forkerte kolonner. Den er derfor ikke brugt.",
            "A row that is shifted would put answers into the wrong columns. So it was not used.",
        ),
    ),
    "QC407": FindingText(
        title=Text("To kolonner hedder det samme", "Two columns have the same name"),
        message=Text(
            "'{file}' har mere end én kolonne, der hedder '{column}'",
            "'{file}' has more than one column called '{column}'",
        ),
        advice=Text("Giv kolonnerne hver sit navn.", "Give each column its own name."),
        why=Text(
            "Vi kan ikke vide, hvilken af dem circle.yml mener.",
            "We cannot know which of them circle.yml means.",
        ),
    ),
    "QC408": FindingText(
        title=Text("En kolonne mangler; en anden ligner", "A column is missing; another is like it"),
        message=Text(
            "kolonnen '{column}' findes ikke i '{file}' – mente I '{suggestion}'?",
            "the column '{column}' is not in '{file}' – did you mean '{suggestion}'?",
        ),
        advice=Text(
            "Ret 'kolonner' i circle.yml, så højre side er filens egen overskrift.",
            "Mend 'columns' in circle.yml so that the right-hand side is the file's own heading.",
        ),
        why=Text(
            "I circle.yml står vores ord til venstre og jeres til højre. Jeres skal findes i filens første "
            "række, bogstav for bogstav.",
            "In circle.yml our word stands to the left and yours to the right. Yours has to be in the file's "
            "first row, letter by letter.",
        ),
        wrong="kolonner: {dato: Maaledato}",
        right="kolonner: {dato: Måledato}",
    ),
    "QC409": FindingText(
        title=Text("Filens tegn kan ikke læses", "The file's characters cannot be read"),
        message=Text(
            "'{file}' er hverken UTF-8 eller Windows' vesteuropæiske tegn",
            "'{file}' is neither UTF-8 nor Windows' Western European characters",
        ),
        advice=Text("Gem filen som 'CSV UTF-8'.", "Save the file as 'CSV UTF-8'."),
        why=Text(
            "Læst forkert bliver æ, ø og å til andre tegn, og så passer hverken kolonner eller koder.",
            "Read wrongly, æ, ø and å become other characters, and then neither columns nor codes fit.",
        ),
    ),
    "QC414": FindingText(
        title=Text("Et ark mangler", "A sheet is missing"),
        message=Text("arket '{sheet}' findes ikke i '{file}'", "the sheet '{sheet}' is not in '{file}'"),
        advice=Text("Ret 'ark' i circle.yml.", "Mend 'sheet' in circle.yml."),
        why=Text(
            "Uden 'ark' læses det første ark i regnearket.",
            "Without 'sheet' the workbook's first sheet is read.",
        ),
    ),
    "QC416": FindingText(
        title=Text("Et anførselstegn lukkes ikke", "A quotation mark is not closed"),
        message=Text(
            "et anførselstegn, der begynder i række {rows} i '{file}', lukkes ikke, hvor feltet slutter; intet i "
            "filen er brugt",
            "a quotation mark that begins in row {rows} of '{file}' is not closed where the field ends; nothing "
            "in the file is used",
        ),
        advice=Text(
            'Luk det, eller slet det. Et anførselstegn inde i en tekst skrives to gange: "".',
            'Close it or delete it. A quotation mark inside a text is written twice: "".',
        ),
        why=Text(
            "Et anførselstegn, der ikke lukkes, sluger alle rækker frem til det næste. Resten af filen ville være "
            "læst forkert, og de borgere, der mangler, ville ingen savne.",
            "A quotation mark that is not closed swallows every row up to the next one. The rest of the file "
            "would be read wrongly, and nobody would miss the citizens who are gone.",
        ),
        wrong='N1000;"vil gerne i praktik;3\nN1001;ved ikke;2',
        right='N1000;"vil gerne i praktik";3\nN1001;ved ikke;2',
    ),
}
