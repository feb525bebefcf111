"""What QC2xx say: which keys and values may stand where."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

_LINK = "motivation -> job: øger, fordi den motiverede søger mere\n"

FINDINGS: Mapping[str, FindingText] = {
    "QC201": FindingText(
        title=Text("Ukendt nøgle", "Unknown key"),
        message=Text("ukendt nøgle '{key}'", "unknown key '{key}'"),
        advice=Text(
            "Ret nøglen, eller slet linjen. Vi gætter ikke på, hvad den betyder.",
            "Mend the key, or delete the line. We do not guess what it means.",
        ),
        why=Text(
            "En nøgle, vi ikke kender, ville ellers tavst blive sprunget over, og teorien sige "
            "mindre, end I tror.",
            "A key we do not know would otherwise be skipped in silence, and the theory say less "
            "than you believe.",
        ),
        wrong="maalgrupe: Unge\n",
        right="målgruppe: Unge\n",
    ),
    "QC202": FindingText(
        title=Text("Der mangler en nøgle", "A key is missing"),
        message=Text("her mangler: {key}", "missing here: {key_en}"),
        advice=Text(
            "Skriv det, når I ved det. Med 'status: udkast' er det en advarsel og ikke en fejl.",
            "Write it when you know it. With 'status: draft' it is a warning and not an error.",
        ),
        why=Text(
            "En programteori siger for hvem, hvorfor, hvordan og hvortil. Mangler et af dem, kan den "
            "ikke testes.",
            "A programme theory says for whom, why, how and what for. Without one of them it cannot "
            "be tested.",
        ),
        wrong="programteori: praktik\n",
        right="programteori: praktik\ntitel: Praktik giver mod på job\n",
    ),
    "QC203": FindingText(
        title=Text("En liste, hvor der skal stå én ting", "A list where one thing belongs"),
        message=Text("ved '{key}' kan der ikke stå en liste", "a list cannot stand at '{key}'"),
        advice=Text(
            "Skriv det som én tekst: uden bindestreg og kantede parenteser.",
            "Write it as one text: without dashes and square brackets.",
        ),
        why=Text(
            "Her gælder én værdi; med flere ville vi skulle vælge for jer.",
            "One value holds here; with several we would have to choose for you.",
        ),
        wrong="titel: [Praktik, Job]\n",
        right="titel: Praktik og job\n",
    ),
    "QC204": FindingText(
        title=Text("En blok, hvor der skal stå en tekst", "A block where a text belongs"),
        message=Text(
            "ved '{key}' skal der stå en tekst, ikke flere nøgler", "a text belongs at '{key}', not more keys"
        ),
        advice=Text(
            "Skriv teksten efter kolon på samme linje.", "Write the text after the colon on the same line."
        ),
        why=Text("Her er ingen nøgler at udfylde.", "There are no keys to fill in here."),
        wrong="titel: {navn: Praktik}\n",
        right="titel: Praktik\n",
    ),
    "QC205": FindingText(
        title=Text("En tekst, hvor der skal stå noget andet", "A text where something else belongs"),
        message=Text("'{text}' kan ikke stå ved '{key}'", "'{text}' cannot stand at '{key}'"),
        advice=Text(
            "Skriv det på linjerne nedenunder, rykket to mellemrum ind: 'kort_navn: Navn'.",
            "Write it on the lines below, indented by two spaces: 'short_name: Name'.",
        ),
        why=Text(
            "Hvert element skal have et id, som sammenhængene kan pege på.",
            "Each element needs an id that the links can point at.",
        ),
        wrong="effekter: Motivation\n",
        right="effekter:\n  motivation: Motivation\n",
    ),
    "QC206": FindingText(
        title=Text("Forkert slags værdi", "The wrong kind of value"),
        message=Text(
            "'{text}' er ikke den slags værdi, der hører til ved '{key}'",
            "'{text}' is not the kind of value that belongs at '{key}'",
        ),
        advice=Text(
            "Skal det læses som tekst, så sæt det i citationstegn.",
            "If it shall be read as text, put it in quotes.",
        ),
        why=Text(
            "Tal, ja/nej og tekst er ikke det samme for den, der regner.",
            "Numbers, yes/no and text are not the same to whoever computes.",
        ),
        wrong="titel: true\n",
        right='titel: "true"\n',
    ),
    "QC207": FindingText(
        title=Text(
            "Ordet er ikke et af dem, der kan stå her", "The word is not one of those that can stand here"
        ),
        message=Text(
            "'{text}' kan ikke stå ved '{key}'; her kan stå: {known}",
            "'{text}' cannot stand at '{key}'; these can: {known}",
        ),
        advice=Text(
            "Vælg et af ordene. Er der flere, så skriv dem som en liste: [a, b].",
            "Choose one of the words. If there are several, write them as a list: [a, b].",
        ),
        why=Text(
            "Faste ord kan sammenlignes på tværs af teorier og styrer, hvordan der regnes.",
            "Fixed words can be compared across theories and steer the computation.",
        ),
        wrong="status: færdig\n",
        right="status: i brug\n",
    ),
    "QC208": FindingText(
        title=Text("Tallet er uden for det mulige", "The number is out of range"),
        message=Text("'{text}' er ikke muligt ved '{key}'", "'{text}' is not possible at '{key}'"),
        advice=Text("Se efter, om tallet er tastet rigtigt.", "Check that the number was typed correctly."),
        why=Text(
            "En pålidelighed ligger mellem 0 og 1, en version begynder ved 1, en mindste virkning er over 0 (retningen "
            "står i antagelsen), og et tal vises ikke om færre end tre borgere.",
            "A reliability lies between 0 and 1, a version begins at 1, a smallest effect is above 0 (its direction "
            "is in the claim), and no number is shown about fewer than three citizens.",
        ),
        wrong="version: 0\n",
        right="version: 1\n",
    ),
    "QC209": FindingText(
        title=Text("Id'et kan ikke bruges", "The id cannot be used"),
        message=Text("'{text}' kan ikke være et id", "'{text}' cannot be an id"),
        advice=Text(
            "Skriv ét ord uden mellemrum, komma og skråstreg, som hverken begynder eller slutter med punktum; "
            "brug _ i stedet. Teksten, der vises, er 'navn'.",
            "Write one word without spaces, commas and slashes that neither begins nor ends with a full stop; "
            "use _ instead. The text that is shown is 'name'.",
        ),
        why=Text(
            "Et id skal kunne stå i en sammenhæng: praktik -> motivation. Det bliver også navnet på en mappe og "
            "en side. Derfor kan det ikke være en sti som ../andet eller et navn, Windows selv bruger (con, nul).",
            "An id must be able to stand in a link: praktik -> motivation. It also becomes the name of a folder "
            "and a page. So it cannot be a path such as ../other or a name Windows keeps (con, nul).",
        ),
        wrong="effekter:\n  tættere på job: Tættere på job\n",
        right="effekter:\n  tættere_på_job: Tættere på job\n",
    ),
    "QC210": FindingText(
        title=Text("Det er ikke en sammenhæng", "That is not a link"),
        message=Text("'{text}' er ikke en sammenhæng", "'{text}' is not a link"),
        advice=Text(
            "Skriv to id'er med pilen -> imellem: 'praktik -> motivation', eller ~ hvis de kun følges ad. Én "
            "sammenhæng pr. linje.",
            "Write two ids with the arrow -> between them: 'praktik -> motivation', or ~ if they only move together. "
            "One link per line.",
        ),
        why=Text(
            "En sammenhæng er et par: det, der gøres, og det, der sker.",
            "A link is a pair: what is done, and what happens.",
        ),
        wrong="sammenhænge:\n  motivation og job: øger\n",
        right="sammenhænge:\n  " + _LINK,
    ),
    "QC211": FindingText(
        title=Text(
            "Påstanden siger ikke øger eller mindsker", "The claim does not say increases or decreases"
        ),
        message=Text(
            "'{text}' siger ikke, om den øger eller mindsker",
            "'{text}' does not say whether it increases or decreases",
        ),
        advice=Text(
            "Skriv 'øger, fordi …' eller 'mindsker, fordi …'.",
            "Write 'increases, because …' or 'decreases, because …'.",
        ),
        why=Text(
            "Uden retning kan ingen data tale imod påstanden.",
            "Without a direction no data can speak against the claim.",
        ),
        wrong="sammenhænge:\n  motivation -> job: påvirker\n",
        right="sammenhænge:\n  " + _LINK,
    ),
    "QC212": FindingText(
        title=Text("Det er ikke et tal", "That is not a number"),
        message=Text("'{text}' kan ikke læses som et tal", "'{text}' cannot be read as a number"),
        advice=Text(
            "Skriv tallet med komma (0,5) og uden punktum mellem tusinder.",
            "Write the number with a comma or a point (0.5) and no separator between thousands.",
        ),
        why=Text(
            "'2.400' er 2400 for nogle og 2,4 for andre. Vi vælger ikke for jer.",
            "'2.400' is 2400 to some and 2.4 to others. We do not choose for you.",
        ),
        wrong="mindste_virkning: en halv trin, fordi det kan mærkes\n",
        right="mindste_virkning: 0,5 trin, fordi det kan mærkes\n",
    ),
    "QC213": FindingText(
        title=Text("Samme nøgle, stavet på to måder", "The same key, spelled in two ways"),
        message=Text(
            "'{key}' er samme nøgle som '{first}' i linje {line}",
            "'{key}' is the same key as '{first}' in line {line}",
        ),
        advice=Text("Behold den ene.", "Keep one of them."),
        why=Text(
            "Dansk, ASCII og engelsk er samme nøgle; to af dem er en dublet.",
            "Danish, ASCII and English are the same key; two of them are a duplicate.",
        ),
        wrong="målgruppe: Unge\nmaalgruppe: Ældre\n",
        right="målgruppe: Unge\n",
    ),
    "QC214": FindingText(
        title=Text("Nøglen er tom", "The key is empty"),
        message=Text("der står ikke noget ved '{key}'", "nothing is written at '{key}'"),
        advice=Text(
            "Skriv noget, eller slet linjen. Hører det, der står nedenunder, til her, så ryk det to mellemrum længere ind.",
            "Write something, or delete the line. If what stands below belongs here, indent it by two more spaces.",
        ),
        why=Text(
            "En tom nøgle ser udfyldt ud i en hurtig gennemlæsning.",
            "An empty key looks filled in at a quick reading.",
        ),
        wrong="titel:\n",
        right="titel: Praktik\n",
    ),
    "QC215": FindingText(
        title=Text("Flere sammenhænge på én linje", "Several links on one line"),
        message=Text("her er flere sammenhænge på én gang", "there are several links at once here"),
        advice=Text(
            "Skriv hver for sig, med sin egen grund: {links}",
            "Write each on its own, with its own reason: {links}",
        ),
        why=Text(
            "Hver sammenhæng testes for sig og skal have sin egen grund. To årsager, der kræver "
            "hinanden, er en moderator.",
            "Each link is tested by itself and needs its own reason. Two causes that need each other "
            "are a moderator.",
        ),
        wrong="sammenhænge:\n  praktik -> motivation og mestring: øger\n",
        right=(
            "sammenhænge:\n"
            "  praktik -> motivation: øger, fordi borgeren oplever at lykkes\n"
            "  praktik -> mestring: øger, fordi der er noget at stå op til\n"
        ),
    ),
    "QC216": FindingText(
        title=Text("Der mangler en enhed", "A unit is missing"),
        message=Text("'{text}' har ingen enhed, vi kender", "'{text}' has no unit we know"),
        advice=Text(
            "Skriv trin, sd eller procentpoint efter tallet: '0,5 trin, fordi …'.",
            "Write steps, sd or percentage points after the number: '0.5 steps, because …'.",
        ),
        why=Text(
            "Et halvt trin og en halv standardafvigelse er ikke det samme.",
            "Half a step and half a standard deviation are not the same.",
        ),
        wrong="mindste_virkning: 0,5\n",
        right="mindste_virkning: 0,5 trin, fordi et halvt trin kan mærkes\n",
    ),
    "QC217": FindingText(
        title=Text("Flere id'er i én tekst", "Several ids in one text"),
        message=Text("'{text}' er flere id'er i én tekst", "'{text}' is several ids in one text"),
        advice=Text("Skriv dem som en liste: [a, b].", "Write them as a list: [a, b]."),
        why=Text(
            "Én tekst er ét id. En liste kan editoren hjælpe med at udfylde.",
            "One text is one id. A list is something the editor can help to fill in.",
        ),
        wrong="indikatorer: motivation, tro_på_job\n",
        right="indikatorer: [motivation, tro_på_job]\n",
    ),
    "QC218": FindingText(
        title=Text("Betingelsen kan ikke læses", "The condition cannot be read"),
        message=Text(
            "'{text}' er ikke en betingelse, vi kan læse", "'{text}' is not a condition we can read"
        ),
        advice=Text(
            "Skriv 'mindst 75 %', 'højst 1', 'præcis 2' eller navnet på et trin.",
            "Write 'at least 75 %', 'at most 1', 'exactly 2' or the name of a step.",
        ),
        why=Text(
            "En betingelse deler målingerne i opfyldt, ikke opfyldt og ved ikke.",
            "A condition divides the measurements into met, not met and unknown.",
        ),
        wrong="opfyldt: '>= 2'\n",
        right="opfyldt: mindst 2\n",
    ),
    "QC219": FindingText(
        title=Text(
            "Samvariationen siger ikke følges ad eller modsat", "The association does not say with or against"
        ),
        message=Text(
            "'{text}' siger ikke, om de følges ad", "'{text}' does not say whether they move together"
        ),
        advice=Text("Skriv 'følges ad' eller 'modsat' ved ~.", "Write 'moves with' or 'moves against' at ~."),
        why=Text(
            "~ er ingen påvirkning; derfor kan den hverken øge eller mindske.",
            "~ is no influence; so it can neither increase nor decrease.",
        ),
        wrong="sammenhænge:\n  motivation ~ mestring: øger\n",
        right="sammenhænge:\n  motivation ~ mestring: følges ad\n",
    ),
    "QC220": FindingText(
        title=Text("Spændet kan ikke læses", "The range cannot be read"),
        message=Text("'{text}' er ikke et spænd mellem 0 og 1", "'{text}' is not a range between 0 and 1"),
        advice=Text("Skriv det mindste først: 0,1-0,3.", "Write the smallest first: 0.1-0.3."),
        why=Text(
            "Det er sandsynligheder; de ligger mellem 0 og 1.",
            "These are probabilities; they lie between 0 and 1.",
        ),
        wrong="hvis_sand: 0,3-0,1\n",
        right="hvis_sand: 0,1-0,3\n",
    ),
    "QC221": FindingText(
        title=Text("Intet navn, og ikke i noget katalog", "No name, and in no catalogue"),
        message=Text(
            "'{id}' har intet navn og findes ikke i et katalog", "'{id}' has no name and is in no catalogue"
        ),
        advice=Text(
            "Giv den et 'navn', eller ret id'et til et fra kataloget.",
            "Give it a 'name', or mend the id to one from the catalogue.",
        ),
        why=Text(
            "Uden navn hentes den fra det, teorierne deler; findes den ikke dér, ved ingen, hvad den er.",
            "Without a name it is taken from what the theories share; if it is not there, nobody "
            "knows what it is.",
        ),
        wrong="moderatorer:\n  opfoelgn: {styrker: praktik -> fremmøde}\n",
        right="moderatorer:\n  opfoelgn: {navn: Opfølgning, styrker: praktik -> fremmøde}\n",
    ),
    "QC222": FindingText(
        title=Text("Samme id i to kolonner", "The same id in two columns"),
        message=Text(
            "id'et '{id}' er brugt før (linje {line})", "the id '{id}' was used before (line {line})"
        ),
        advice=Text("Giv det ene et andet id.", "Give one of them another id."),
        why=Text(
            "En sammenhæng peger på et id og må kun ramme ét element.",
            "A link points at an id and may hit only one element.",
        ),
        wrong="præstationer:\n  praktik: Deltagelse\ndelindsatser:\n  praktik: Praktikophold\n",
        right="præstationer:\n  deltagelse: Deltagelse\ndelindsatser:\n  praktik: Praktikophold\n",
    ),
    "QC223": FindingText(
        title=Text("Der mangler en grund", "A reason is missing"),
        message=Text(
            "der står 'fordi' uden en grund i '{text}'", "there is a 'because' without a reason in '{text}'"
        ),
        advice=Text("Skriv grunden, eller slet ', fordi'.", "Write the reason, or delete ', because'."),
        why=Text(
            "Grunden følger påstanden ind i hver rapport.", "The reason follows the claim into every report."
        ),
        wrong="sammenhænge:\n  motivation -> job: øger, fordi\n",
        right="sammenhænge:\n  " + _LINK,
    ),
    "QC224": FindingText(
        title=Text("Tidsrummet kan ikke læses", "The span of time cannot be read"),
        message=Text(
            "'{text}' er ikke et tidsrum, vi kan læse", "'{text}' is not a span of time we can read"
        ),
        advice=Text(
            "Skriv et tal og dage, uger, måneder eller år: '3 måneder'.",
            "Write a number and days, weeks, months or years: '3 months'.",
        ),
        why=Text(
            "Tidsrummet afgør, hvilke målinger der hører sammen.",
            "The span decides which measurements belong together.",
        ),
        wrong="inden_for: et års tid\n",
        right="inden_for: 12 måneder\n",
    ),
    "QC225": FindingText(
        title=Text("Samme sammenhæng to gange", "The same link twice"),
        message=Text("'{link}' er der allerede (linje {line})", "'{link}' is there already (line {line})"),
        advice=Text("Saml dem til én, med én grund.", "Make them one, with one reason."),
        why=Text(
            "En sammenhæng er sit par; to påstande om samme par kan ikke begge gælde.",
            "A link is its pair; two claims about one pair cannot both hold.",
        ),
        wrong="sammenhænge:\n  a -> b: øger, fordi x\n  a→b: mindsker, fordi y\n",
        right="sammenhænge:\n  a -> b: øger, fordi x\n",
    ),
    "QC226": FindingText(
        title=Text("To programteorier med samme id", "Two programme theories with one id"),
        message=Text(
            "programteorien '{id}' findes også i {file}", "the programme theory '{id}' is also in {file}"
        ),
        advice=Text("Giv den ene et andet id.", "Give one of them another id."),
        why=Text("Omgange, sider og domme hører til et id.", "Rounds, pages and verdicts belong to an id."),
    ),
    "QC227": FindingText(
        title=Text("Ukendt skala", "Unknown scale"),
        message=Text("skalaen '{scale}' findes ikke", "there is no scale '{scale}'"),
        advice=Text(
            "Ret id'et, eller skriv skalaen under 'skalaer'.",
            "Mend the id, or write the scale under 'scales'.",
        ),
        why=Text(
            "Uden skala ved ingen, hvad et svar betyder.",
            "Without a scale nobody knows what an answer means.",
        ),
    ),
    "QC228": FindingText(
        title=Text("Filen siger ikke, hvad den er", "The file does not say what it is"),
        message=Text(
            "filens første nøgle '{key}' siger ikke, hvad den er; den skal være en af: {known}",
            "the first key '{key}' does not say what the file is; it must be one of: {known}",
        ),
        advice=Text(
            "Flyt 'programteori', 'katalog' eller 'projekt' øverst.",
            "Move 'programme_theory', 'catalogue' or 'project' to the top.",
        ),
        why=Text(
            "Den første nøgle afgør, hvordan resten læses.", "The first key decides how the rest is read."
        ),
        wrong="titel: Praktik\nprogramteori: praktik\n",
        right="programteori: praktik\ntitel: Praktik\n",
    ),
    "QC229": FindingText(
        title=Text("Samme id i to kataloger", "The same id in two catalogues"),
        message=Text("'{id}' findes også i {file} (linje {line})", "'{id}' is also in {file} (line {line})"),
        advice=Text(
            "Behold den ene; det, flere teorier deler, står ét sted.",
            "Keep one of them; what several theories share stands in one place.",
        ),
        why=Text("Ellers ville et svar kunne betyde to ting.", "Otherwise one answer could mean two things."),
    ),
    "QC230": FindingText(
        title=Text("Trinnet er ikke et helt tal", "The step is not a whole number"),
        message=Text("'{text}' er ikke et trin på skalaen", "'{text}' is not a step of the scale"),
        advice=Text(
            "Skriv trinnets tal, et kolon, | og så ét kriterium pr. linje.",
            "Write the number of the step, a colon, | and then one criterion per line.",
        ),
        why=Text(
            "Kriterierne hører til et trin, som svarene kan sammenlignes med.",
            "The criteria belong to a step that answers can be compared with.",
        ),
        wrong="trin:\n  lavt: Borger har ingen tiltro\n",
        right="trin:\n  1: Borger har ingen tiltro\n",
    ),
    "QC231": FindingText(
        title=Text("Der står kun et id", "There is only an id"),
        message=Text("der står ikke noget ved '{key}'", "nothing is written at '{key}'"),
        advice=Text(
            "Skriv `{key}: {{}}`, hvis den skal hentes fra biblioteket (theories/library/), som den er. "
            "Ellers skriv dens navn.",
            "Write `{key}: {{}}` to take it from the library (theories/library/) as it is. Otherwise write its name.",
        ),
        why=Text(
            "En delindsats eller moderator, som flere teorier deler, står i biblioteket. `{}` siger, at der ikke "
            "skal føjes noget til; en tom linje kunne lige så godt være glemt.",
            "An activity or moderator that several theories share stands in the library. `{}` says that nothing "
            "is to be added; an empty line might just as well be forgotten.",
        ),
        wrong="delindsatser:\n  coaching:\n",
        right="delindsatser:\n  coaching: {}\n",
    ),
    "QC232": FindingText(
        title=Text("Små celler vises", "Small cells are shown"),
        message=Text(
            "tal om {count} borgere vises; det sædvanlige er mindst fem",
            "numbers about {count} citizens are shown; five is usual",
        ),
        advice=Text(
            "Skriv 'mindste_celle: 5', eller aftal det lavere tal med jeres databeskyttelsesrådgiver.",
            "Write 'smallest_cell: 5', or agree the lower number with your data protection officer.",
        ),
        why=Text(
            "Jo færre et tal handler om, jo lettere kan nogen se, hvem de er. Under tre kan det ikke sættes.",
            "The fewer a number is about, the easier somebody can see who they are. It cannot be set below three.",
        ),
        wrong="projekt: a\nprivatliv: {mindste_celle: 3}\n",
        right="projekt: a\nprivatliv: {mindste_celle: 5}\n",
    ),
    "QC233": FindingText(
        title=Text("Projektets indstillinger det forkerte sted", "Project settings in the wrong place"),
        message=Text("denne fil bruges ikke", "this file is not used"),
        advice=Text(
            "Projektets indstillinger står i circle.yml i projektets mappe. Flyt dem dertil, eller slet filen.",
            "The project's settings stand in circle.yml in the project's folder. Move them there or delete the file.",
        ),
        why=Text(
            "Et projekt har én circle.yml; indstillinger et andet sted ville enten gælde tavst eller tavst ikke gælde.",
            "A project has one circle.yml; settings elsewhere would either hold silently or silently not hold.",
        ),
    ),
    "QC234": FindingText(
        title=Text("En fil i en anden mappe end ventet", "A file in another folder than expected"),
        message=Text("filen er læst, men hører til i {folder}/", "the file is read but belongs in {folder}/"),
        advice=Text("Flyt den til {folder}/.", "Move it to {folder}/."),
        why=Text(
            "Filens første nøgle siger, hvad den er, og den virker, hvor den ligger. Men kolleger leder efter den "
            "i mappen, den hører til i.",
            "A file's first key says what it is, and it works where it lies. But colleagues look for it in the "
            "folder where it belongs.",
        ),
    ),
    "QC235": FindingText(
        title=Text("En fil, der ikke læses", "A file that is not read"),
        message=Text(
            "filen læses ikke, fordi mappen ikke er en af dem, der læses",
            "the file is not read, because its folder is none of those that are",
        ),
        advice=Text(
            "Flyt den til theories/, theories/library/ eller indicators/; undermapper læses ikke.",
            "Move it to theories/, theories/library/ or indicators/; folders inside them are not read.",
        ),
        why=Text(
            "En teori, nogen har skrevet, må ikke tavst blive væk.",
            "A theory somebody has written must not silently be lost.",
        ),
    ),
    "QC236": FindingText(
        title=Text("Her skal der stå et helt tal", "A whole number belongs here"),
        message=Text(
            "ved '{key}' skal der stå et helt tal, ikke '{text}'",
            "a whole number belongs at '{key}', not '{text}'",
        ),
        advice=Text("Skriv tallet med cifre, for eksempel 3.", "Write the number in digits, for instance 3."),
        why=Text(
            "Versioner, målinger og antal tælles; ord og brøker kan ikke tælles videre fra.",
            "Versions, rounds and counts are counted; words and fractions cannot be counted on from.",
        ),
        wrong="version: to\n",
        right="version: 2\n",
    ),
    "QC237": FindingText(
        title=Text("En liste, hvor hver ting skal have sit id", "A list where each thing needs an id"),
        message=Text(
            "ved '{key}' skal hver ting have sit id; her står en liste",
            "at '{key}' each thing needs an id; this is a list",
        ),
        advice=Text(
            "Tag bindestregerne væk, og skriv hver ting på sin egen linje: 'kort_navn: Navn'.",
            "Take the dashes away and write each thing on a line of its own: 'short_name: Name'.",
        ),
        why=Text(
            "Sammenhænge og moderatorer peger på id'er. En ting uden id kan intet pege på.",
            "Links and moderators point at ids. Nothing can point at a thing without an id.",
        ),
        wrong="effekter:\n  - Motivation\n",
        right="effekter:\n  motivation: Motivation\n",
    ),
}
