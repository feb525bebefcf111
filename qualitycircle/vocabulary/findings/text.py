"""What QC1xx say: the text itself, before it means anything."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

FINDINGS: Mapping[str, FindingText] = {
    "QC100": FindingText(
        title=Text("Filen kan ikke åbnes", "The file cannot be opened"),
        message=Text("filen kan ikke åbnes: {reason}", "the file cannot be opened: {reason}"),
        advice=Text(
            "Se efter, at du har adgang til filen, og at ingen andre har den låst.",
            "Check that you have access to the file and that nobody else has locked it.",
        ),
        why=Text(
            "En fil, der ligger i mappen, men ikke kan læses, må ikke tavst blive væk af teorien.",
            "A file that lies in the folder but cannot be read must not silently drop out of the theory.",
        ),
    ),
    "QC101": FindingText(
        title=Text("Samme nøgle to gange", "The same key twice"),
        message=Text(
            "nøglen '{key}' findes to gange (først i linje {line})",
            "the key '{key}' is there twice (first in line {line})",
        ),
        advice=Text(
            "Behold den ene, eller giv dem hver sit navn.", "Keep one of them, or give them different names."
        ),
        why=Text(
            "De fleste YAML-læsere beholder tavst den sidste. Så forsvinder noget, nogen har skrevet.",
            "Most YAML readers silently keep the last one, so that something somebody wrote disappears.",
        ),
        wrong="titel: Praktik\ntitel: Job\n",
        right="titel: Praktik og job\n",
    ),
    "QC102": FindingText(
        title=Text("Filen er ikke gemt som UTF-8", "The file is not saved as UTF-8"),
        message=Text(
            "filen er gemt som {encoding}, ikke som UTF-8",
            "the file is saved as {encoding}, not as UTF-8",
        ),
        advice=Text(
            "Gem filen som UTF-8: i Notesblok under 'Gem som', feltet 'Kodning'.",
            "Save the file as UTF-8: in Notepad under 'Save as', the field 'Encoding'.",
        ),
        why=Text(
            "I andre kodninger bliver æ, ø og å til noget andet, og to steder i teorien passer ikke "
            "længere sammen.",
            "In other encodings æ, ø and å become something else, and two places in the theory no "
            "longer match.",
        ),
    ),
    "QC103": FindingText(
        title=Text("Filen er ikke en tekst", "The file is not a text"),
        message=Text("filen er ikke en tekstfil", "the file is not a text file"),
        advice=Text(
            "Er det et regneark eller et dokument, der har fået endelsen .yml? Gem indholdet som ren tekst.",
            "Is it a workbook or a document that was given the ending .yml? Save its content as plain text.",
        ),
        why=Text("Kun tekst kan læses som en teori.", "Only text can be read as a theory."),
    ),
    "QC104": FindingText(
        title=Text("Filen er for stor", "The file is too large"),
        message=Text(
            "filen fylder {size} kB; højst 1000 kB læses", "the file is {size} kB; at most 1000 kB are read"
        ),
        advice=Text(
            "Del den i flere filer. Data hører til i data/, ikke i en teori.",
            "Divide it into several files. Data belong in data/, not in a theory.",
        ),
        why=Text(
            "Den længste programteori, vi kender, fylder under 10 kB. En stor fil er næsten altid "
            "noget andet.",
            "The longest programme theory we know is under 10 kB. A large file is nearly always "
            "something else.",
        ),
    ),
    "QC105": FindingText(
        title=Text("For mange niveauer", "Nested too deep"),
        message=Text(
            "der er mere end {deepest} niveauer inden i hinanden",
            "there are more than {deepest} levels inside each other",
        ),
        advice=Text(
            "Se efter en parentes, der ikke bliver lukket.", "Look for a bracket that is not closed."
        ),
        why=Text(
            "En teori har højst fem-seks niveauer; meget dybe filer får læseren til at bryde sammen.",
            "A theory has five or six levels at most; very deep files make readers break down.",
        ),
    ),
    "QC106": FindingText(
        title=Text("Tabulator som indrykning", "A tab as indentation"),
        message=Text("linjen er rykket ind med tabulator", "the line is indented with a tab"),
        advice=Text("Ryk ind med to mellemrum i stedet.", "Indent with two spaces instead."),
        why=Text(
            "En tabulator er ikke lige bred alle steder, så ingen kan se, hvad linjen hører under.",
            "A tab is not equally wide everywhere, so nobody can see what the line belongs under.",
        ),
        wrong="delindsatser:\n\tpraktik: Praktikophold\n",
        right="delindsatser:\n  praktik: Praktikophold\n",
    ),
    "QC107": FindingText(
        title=Text("Usynligt tegn", "An invisible character"),
        message=Text(
            "her står et usynligt tegn ({character}, {name})",
            "there is an invisible character here ({character}, {name})",
        ),
        advice=Text(
            "Slet det. Stod det mellem to ord, så skriv et almindeligt mellemrum i stedet. Det følger tit med fra "
            "Word eller en hjemmeside.",
            "Delete it. If it stood between two words, type an ordinary space instead. It often comes along from "
            "Word or a web page.",
        ),
        why=Text(
            "Et hårdt mellemrum ligner et mellemrum, men bliver en del af ordet. Så er 'praktik' "
            "ikke 'praktik'.",
            "A hard space looks like a space but becomes part of the word, so that 'praktik' is not "
            "'praktik'.",
        ),
        wrong="titel: Praktik\u00a0og job\n",
        right="titel: Praktik og job\n",
    ),
    "QC108": FindingText(
        title=Text("Styretegn", "A control character"),
        message=Text(
            "her står et styretegn ({character})", "there is a control character here ({character})"
        ),
        advice=Text("Slet det.", "Delete it."),
        why=Text(
            "Styretegn kan ikke ses og hører ikke til i en tekst.",
            "Control characters cannot be seen and do not belong in a text.",
        ),
    ),
    "QC109": FindingText(
        title=Text("Anker eller alias", "An anchor or an alias"),
        message=Text(
            "'{text}' læses som et anker eller alias (& og *), og dem bruger vi ikke",
            "'{text}' is read as an anchor or alias (& and *), and we do not use those",
        ),
        advice=Text(
            "Skriv teksten i citationstegn, eller skriv indholdet ud. Det, flere teorier deler, står "
            "i et katalog.",
            "Put the text in quotes, or write the content out. What several theories share stands in "
            "a catalogue.",
        ),
        why=Text(
            "Et alias kan få en lille fil til at vokse til flere gigabyte, og læseren kan ikke se, "
            "hvad der gælder.",
            "An alias can make a small file grow to gigabytes, and a reader cannot see what holds.",
        ),
        wrong="titel: *praktik\n",
        right="titel: '*praktik'\n",
    ),
    "QC110": FindingText(
        title=Text("Mærkat", "A tag"),
        message=Text(
            "'{tag}' læses som et mærkat, og dem bruger vi ikke",
            "'{tag}' is read as a tag, and we do not use those",
        ),
        advice=Text(
            "Skriv teksten i citationstegn, hvis den begynder med !",
            "Put the text in quotes if it begins with !",
        ),
        why=Text(
            "Mærkater beder læseren om at udføre noget. En teori er kun tekst.",
            "Tags ask the reader to carry something out. A theory is only text.",
        ),
        wrong="titel: !praktik Praktik\n",
        right="titel: '!praktik Praktik'\n",
    ),
    "QC111": FindingText(
        title=Text("Sammenfletning", "A merge"),
        message=Text(
            "'<<' fletter blokke sammen, og det bruger vi ikke", "'<<' merges blocks, and we do not use that"
        ),
        advice=Text(
            "Skriv nøglerne ud. Det, flere teorier deler, står i et katalog.",
            "Write the keys out. What several theories share stands in a catalogue.",
        ),
        why=Text(
            "Ved sammenfletning kan ingen se på linjen, hvad der står i den.",
            "With a merge nobody can see from the line what it says.",
        ),
        wrong="<<: {titel: Praktik}\n",
        right="titel: Praktik\n",
    ),
    "QC112": FindingText(
        title=Text("Flere dokumenter i én fil", "Several documents in one file"),
        message=Text("her begynder et nyt dokument (---)", "a new document begins here (---)"),
        advice=Text("Læg hvert dokument i sin egen fil.", "Put each document in a file of its own."),
        why=Text(
            "Én fil er én teori, ét katalog eller ét projekt.",
            "One file is one theory, one catalogue or one project.",
        ),
        wrong="programteori: a\n---\nprogramteori: b\n",
        right="programteori: a\n",
    ),
    "QC113": FindingText(
        title=Text("Tom fil", "An empty file"),
        message=Text("filen er tom", "the file is empty"),
        advice=Text(
            "Begynd med 'programteori:' og et id, eller slet filen.",
            "Begin with 'programme_theory:' and an id, or delete the file.",
        ),
        why=Text("En tom fil siger ikke, hvad den er.", "An empty file does not say what it is."),
    ),
    "QC114": FindingText(
        title=Text("Teksten kan ikke læses", "The text cannot be read"),
        message=Text(
            "teksten kan ikke læses herfra ({problem})", "the text cannot be read from here ({problem})"
        ),
        advice=Text(
            "Se på linjen og den lige over: mangler der et citationstegn, et kolon eller en parentes?",
            "Look at the line and the one above: is a quote, a colon or a bracket missing?",
        ),
        why=Text(
            "Når YAML ikke kan læses, gætter vi ikke på resten.",
            "When YAML cannot be read, we do not guess at the rest.",
        ),
        wrong="titel: ]\n",
        right="titel: Praktik\n",
    ),
    "QC115": FindingText(
        title=Text("Værdien begynder med > eller |", "The value begins with > or |"),
        message=Text(
            "'{text}' begynder med et tegn, der betyder noget særligt i YAML",
            "'{text}' begins with a character that means something special in YAML",
        ),
        advice=Text(
            "Skriv det med ord: 'mindst 80 %' i stedet for '>= 80 %'.",
            "Write it in words: 'at least 80 %' instead of '>= 80 %'.",
        ),
        why=Text("> og | indleder en tekst over flere linjer.", "> and | begin a text over several lines."),
        wrong="lovet: >= 80 %\n",
        right="lovet: mindst 80 %\n",
    ),
    "QC116": FindingText(
        title=Text("To kolon på én linje", "Two colons on one line"),
        message=Text("der er et kolon mere i '{text}'", "there is one more colon in '{text}'"),
        advice=Text(
            "Sæt hele teksten i citationstegn, eller skriv en tankestreg i stedet for det andet kolon.",
            "Put the whole text in quotes, or write a dash instead of the second colon.",
        ),
        why=Text(
            "Kolon og mellemrum skiller nøgle fra værdi, så læseren tror, der er to nøgler på linjen.",
            "A colon and a space part key from value, so the reader believes there are two keys on the line.",
        ),
        wrong="titel: Praktik: vejen til job\n",
        right='titel: "Praktik: vejen til job"\n',
    ),
    "QC117": FindingText(
        title=Text("Teksten skæres af ved #", "The text is cut at #"),
        message=Text(
            "alt fra '{lost}' læses som en bemærkning og går tabt",
            "everything from '{lost}' is read as a comment and lost",
        ),
        advice=Text(
            "Sæt teksten i citationstegn, hvis # hører til den; skriv '# ' med mellemrum, hvis det "
            "er en bemærkning.",
            "Put the text in quotes if # belongs to it; write '# ' with a space if it is a comment.",
        ),
        why=Text(
            "Mellemrum og # begynder en bemærkning. Det, der står efter, er ikke en del af teorien.",
            "A space and # begin a comment. What stands after it is not part of the theory.",
        ),
        wrong="titel: Praktik #2\n",
        right='titel: "Praktik #2"\n',
    ),
    "QC118": FindingText(
        title=Text("Nøgle uden værdi i en parentes", "A key without a value in braces"),
        message=Text(
            "'{key}' står som en nøgle uden værdi, fordi et komma deler inden i parentesen",
            "'{key}' stands as a key without a value, because a comma divides inside the braces",
        ),
        advice=Text(
            "Skriv på egen linje uden parentes, eller sæt teksten med kommaet i citationstegn.",
            "Write it on a line of its own without braces, or put the text with the comma in quotes.",
        ),
        why=Text(
            "Inden i { } og [ ] deler et komma: '0,2', ', fordi …' og et navn med komma bliver til to.",
            "Inside { } and [ ] a comma divides: '0,2', ', because …' and a name with a comma become two.",
        ),
        wrong="praktik: {navn: Praktik, fordi det virker}\n",
        right="praktik:\n  navn: Praktik, fordi det virker\n",
    ),
    "QC119": FindingText(
        title=Text("Meget langt tal", "A very long number"),
        message=Text("'{text}' er for langt til at være et tal", "'{text}' is too long to be a number"),
        advice=Text(
            "Er det et nummer eller en kode, så sæt det i citationstegn.",
            "If it is a code, put it in quotes.",
        ),
        why=Text(
            "Tal på mere end 15 cifre bliver afrundet af de fleste programmer.",
            "Most programs round numbers of more than 15 digits.",
        ),
        wrong="titel: 12345678901234567890\n",
        right='titel: "12345678901234567890"\n',
    ),
    "QC120": FindingText(
        title=Text("Dato, der ikke findes", "A date that does not exist"),
        message=Text("datoen '{text}' findes ikke", "there is no such date as '{text}'"),
        advice=Text(
            "Ret datoen (åååå-mm-dd), eller sæt teksten i citationstegn.",
            "Mend the date (yyyy-mm-dd), or put the text in quotes.",
        ),
        why=Text(
            "En umulig dato er en tastefejl, ikke en tekst.", "An impossible date is a slip, not a text."
        ),
        wrong="titel: 2026-02-30\n",
        right="titel: 2026-02-28\n",
    ),
    "QC121": FindingText(
        title=Text("Nøglen er ikke et ord", "The key is not a word"),
        message=Text("en nøgle skal være et ord eller en kort tekst", "a key must be a word or a short text"),
        advice=Text(
            "Skriv nøglen som et ord, et kolon og et mellemrum.",
            "Write the key as a word, a colon and a space.",
        ),
        why=Text(
            "Nøgler skal kunne nævnes i en sammenhæng og i et fund.",
            "Keys must be something a link or a finding can name.",
        ),
        wrong="[a]: 1\n",
        right="a: 1\n",
    ),
    "QC122": FindingText(
        title=Text("Filen er ikke en række nøgler", "The file is not a row of keys"),
        message=Text(
            "filen skal være nøgler med værdier, fx 'titel: Praktik'",
            "the file must be keys with values, such as 'title: Praktik'",
        ),
        advice=Text(
            "Begynd med 'programteori:', 'katalog:' eller 'projekt:'.",
            "Begin with 'programme_theory:', 'catalogue:' or 'project:'.",
        ),
        why=Text("Filens første nøgle siger, hvad den er.", "A file's first key says what it is."),
        wrong="- praktik\n",
        right="programteori: praktik\n",
    ),
    "QC123": FindingText(
        title=Text("YAML-direktiv", "A YAML directive"),
        message=Text("filen begynder med et direktiv (%)", "the file begins with a directive (%)"),
        advice=Text("Slet linjen.", "Delete the line."),
        why=Text(
            "Vi læser altid YAML på samme måde, så et direktiv kan kun vildlede.",
            "We always read YAML in one way, so a directive can only mislead.",
        ),
        wrong="%YAML 1.1\n---\ntitel: Praktik\n",
        right="titel: Praktik\n",
    ),
    "QC124": FindingText(
        title=Text("Citationstegn, der ikke lukkes", "A quote that is not closed"),
        message=Text(
            "citationstegnet her bliver ikke lukket rigtigt", "the quote here is not closed properly"
        ),
        advice=Text(
            "Sæt et citationstegn af samme slags, hvor teksten slutter.",
            "Put a quote of the same kind where the text ends.",
        ),
        why=Text(
            "Indtil det lukkes, læses resten af filen som én tekst.",
            "Until it is closed, the rest of the file is read as one text.",
        ),
        wrong='titel: "Praktik\n',
        right='titel: "Praktik"\n',
    ),
    "QC125": FindingText(
        title=Text("Parentes, der ikke lukkes", "A bracket that is not closed"),
        message=Text(
            "parentesen her bliver ikke lukket (vi nåede til linje {line})",
            "the bracket here is not closed (we got to line {line})",
        ),
        advice=Text(
            "Luk den på samme linje, eller skriv uden parentes på flere linjer.",
            "Close it on the same line, or write without brackets on several lines.",
        ),
        why=Text(
            "Indtil den lukkes, hører alt til inden i den.",
            "Until it is closed, everything belongs inside it.",
        ),
        wrong="praktik: {navn: Praktik\ntitel: Job\n",
        right="praktik: {navn: Praktik}\ntitel: Job\n",
    ),
    "QC126": FindingText(
        title=Text("Linjen er rykket forkert ind", "The line is wrongly indented"),
        message=Text("'{text}' passer ikke ind her", "'{text}' does not fit in here"),
        advice=Text(
            "Ryk linjen, så den begynder lige under de linjer, den hører sammen med. Tit er der et mellemrum for meget først.",
            "Move the line so that it begins right below the lines it belongs with. Often there is one space too many in front.",
        ),
        why=Text(
            "Indrykningen siger, hvad en linje hører under.",
            "The indentation says what a line belongs under.",
        ),
        wrong="titel: Praktik\n  problem: Få kommer i job\n",
        right="titel: Praktik\nproblem: Få kommer i job\n",
    ),
    "QC127": FindingText(
        title=Text("Værdien begynder med et særligt tegn", "The value begins with a special character"),
        message=Text("'{text}' kan ikke begynde sådan", "'{text}' cannot begin like that"),
        advice=Text("Sæt teksten i citationstegn.", "Put the text in quotes."),
        why=Text(
            "Tegnene @, `, %, !, & og * betyder noget særligt i YAML, når de står først.",
            "The characters @, `, %, !, & and * mean something special in YAML when they stand first.",
        ),
        wrong="titel: @praktik\n",
        right='titel: "@praktik"\n',
    ),
    "QC128": FindingText(
        title=Text("Linje uden kolon", "A line without a colon"),
        message=Text(
            "der mangler et kolon og et mellemrum i '{text}'", "a colon and a space are missing in '{text}'"
        ),
        advice=Text(
            "Skriv 'nøgle: værdi' med et mellemrum efter kolonet. Er det en fortsættelse af linjen over, så ryk den ind.",
            "Write 'key: value' with a space after the colon. If it continues the line above, indent it.",
        ),
        why=Text(
            "Hver linje er en nøgle med en værdi eller en del af en.",
            "Each line is a key with a value, or part of one.",
        ),
        wrong="programteori: praktik\ntitel\nproblem: Få kommer i job\n",
        right="programteori: praktik\ntitel: Praktik\nproblem: Få kommer i job\n",
    ),
    "QC129": FindingText(
        title=Text("Et CPR-nummer i en tekst", "A CPR number in a text"),
        message=Text("her står et CPR-nummer", "there is a CPR number here"),
        advice=Text(
            "Slet nummeret, og gem filen. Er filen allerede lagt i versionsstyring eller delt, så står nummeret "
            "der endnu: tal med jeres databeskyttelsesrådgiver.",
            "Delete the number and save the file. If the file is already under version control or shared, the "
            "number is still there: talk to your data protection officer.",
        ),
        why=Text(
            "En programteori handler om en indsats, ikke om en borger. Teksten fryses i planer og vises på siden, "
            "og et CPR-nummer ville komme med. Er tallet ikke et CPR-nummer, så del det op med mellemrum.",
            "A programme theory is about an effort, not about a citizen. The text is frozen in plans and shown on "
            "the site, and a CPR number would come along. If it is another number, divide it with spaces.",
        ),
        wrong="titel: Praktik, som aftalt med 010190-1234\n",
        right="titel: Praktik, som aftalt med borgeren\n",
    ),
}
