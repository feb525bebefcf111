"""What `circle` says of itself: help texts, prompts, endings; and click's own words in Danish."""

from __future__ import annotations

from qualitycircle.vocabulary.language import Text

ABOUT = Text(
    "Programteorier som tekst, holdt op mod data, sammenhæng for sammenhæng.\n\n"
    "Uden kommando: hvor står hver teori i kvalitetscirklen, og hvad er næste skridt?",
    "Programme theories as text, held against data, link by link.\n\n"
    "Without a command: where each theory stands in the quality circle, and what comes next.",
)

COMMANDS: dict[str, Text] = {
    "new": Text(
        "Lav en ny projektmappe, der virker med det samme.", "Make a project folder that works at once."
    ),
    "demo": Text(
        "Kør hele cirklen på det medfølgende eksempel.", "Run the whole circle on the shipped example."
    ),
    "check": Text("Tjek teorier og indikatorer.", "Check theories and indicators."),
    "explain": Text("Forklar en kode, fx QC201.", "Explain a code, such as QC201."),
    "draw": Text("Tegn en teori som billede.", "Draw a theory as a picture."),
    "data": Text(
        "Vis, hvad data rummer, og hvad der bliver brugt.", "Show what the data hold and what will be used."
    ),
    "plan": Text("Frys testplanen, før data kommer.", "Freeze the test plan before data arrive."),
    "evaluate": Text("Hold data op mod hver sammenhæng.", "Hold the data against every link."),
    "correct": Text(
        "Vis forslag til korrigering, og tag stilling.", "Show proposed corrections, and decide."
    ),
    "status": Text("Vis, hvor hver teori står i cirklen.", "Show where each theory stands in the circle."),
    "history": Text(
        "Vis omgange, skift i domme og beslutninger.", "Show rounds, changed verdicts and decisions."
    ),
    "site": Text("Byg, vis eller eksportér hjemmesiden.", "Build, serve or export the site."),
    "schema": Text("Skriv JSON Schemas til din editor.", "Write JSON Schemas for your editor."),
}

SITE_COMMANDS: dict[str, Text] = {
    "build": Text(
        "Byg hjemmesiden som filer, der virker uden net.", "Build the site as files that work offline."
    ),
    "serve": Text(
        "Vis hjemmesiden, og byg igen, når noget ændres.",
        "Serve the site and rebuild when something changes.",
    ),
    "export": Text(
        "Skriv siderne som Markdown og SVG til andre værktøjer.",
        "Write the pages as Markdown and SVG for other tools.",
    ),
}

OPTIONS: dict[str, Text] = {
    "project": Text(
        "Projektets mappe (ellers findes den ud fra, hvor du står).",
        "The project's folder (else found from where you stand).",
    ),
    "language": Text(
        "Dansk eller engelsk (ellers projektets sprog).", "Danish or English (else the project's language)."
    ),
    "debug": Text(
        "Vis hele fejlen, hvis programmet selv fejler.", "Show the whole error if the program itself fails."
    ),
    "version": Text("Vis versionen.", "Show the version."),
    "strict": Text("Advarsler tæller som fejl.", "Warnings count as errors."),
    "strict_evaluate": Text(
        "Slut med kode 1, hvis en sammenhæng er modsagt.", "Exit with code 1 if a link is contradicted."
    ),
    "format_evaluate": Text("Som tekst eller JSON.", "As text or JSON."),
    "format": Text("Som tekst, JSON eller GitHub-noter.", "As text, JSON or GitHub annotations."),
    "testability": Text(
        "Vis for hver sammenhæng, om den kan testes.", "Show for every link whether it can be tested."
    ),
    "output": Text(
        "Fil: .svg, .png, .pdf, .dot eller .mmd; - er skærmen.",
        "File: .svg, .png, .pdf, .dot or .mmd; - is the screen.",
    ),
    "plain": Text(
        "Uden domme, selv om der er en evaluering.", "Without verdicts, even if there is an evaluation."
    ),
    "unfolded": Text(
        "Tegn i stedet teorien foldet ud over målinger, med det, der lægges til, før der regnes (--udfoldet).",
        "Draw instead the theory unfolded over rounds, with what is added before anything is reckoned.",
    ),
    "pair": Text(
        "Kun det, der har med to elementer at gøre: en pil, eller en, teorien ikke tegner (--par).",
        "Only what concerns two elements: an arrow, or one the theory does not draw.",
    ),
    "absent": Text(
        "Vis, hvad der følger, hvor teorien ikke tegner en pil, og om det kan testes (--uden-pil).",
        "Show what follows where the theory draws no arrow, and whether it can be tested.",
    ),
    "accept": Text("Godkend forslaget med dette id.", "Accept the proposal with this id."),
    "reject": Text("Afvis forslaget med dette id.", "Reject the proposal with this id."),
    "change": Text(
        "Sæt dette forslags ændring i stedet for det, --accept nævner.",
        "Put this proposal in place of another.",
    ),
    "reason": Text("Begrundelsen; den følger med beslutningen.", "The reason; it follows the decision."),
    "verify": Text(
        "Tjek, at intet i omgangene er ændret bagefter.",
        "Check that nothing in the rounds was changed afterwards.",
    ),
    "out": Text("Mappen, hjemmesiden skrives i.", "The folder the site is written to."),
    "strict_site": Text(
        "Advarsler fra byggeriet tæller som fejl.", "Warnings from the build count as errors."
    ),
    "port": Text("Port.", "Port."),
    "id": Text("Projektets korte navn (ellers mappens).", "The project's short name (else the folder's)."),
    "empty": Text(
        "Begynd helt forfra: en tom teori med et spørgsmål ved hver linje, uden data.",
        "Begin from nothing: an empty theory with a question at every line, no data.",
    ),
    "links": Text("Fortæl om hver sammenhæng med ord.", "Tell of every link in words."),
}

NO_PROJECT = Text(
    "Her er intet projekt: hverken circle.yml eller en mappe med teorier.\nPrøv `circle new . --tom` (skriv selv), `circle new MAPPE` (ret i et eksempel) eller `circle demo` (se hele cirklen).",
    "There is no project here: neither circle.yml nor a folder of theories.\nTry `circle new . --empty` (write your own), `circle new FOLDER` (mend an example) or `circle demo` (see the whole circle).",
)
NO_SUCH_THEORY = Text("Der er ingen teori, der hedder '{name}'.", "There is no theory called '{name}'.")
DID_YOU_MEAN = Text("Mente du '{name}'?", "Did you mean '{name}'?")
THEORIES_ARE = Text("Projektets teorier: {names}.", "The project's theories: {names}.")
NAME_A_THEORY = Text(
    "Projektet har flere teorier; skriv hvilken: {names}.",
    "The project has several theories; say which: {names}.",
)
NO_THEORIES = Text("Projektet har ingen teorier endnu.", "The project has no theories yet.")
CANNOT_GO_ON = Text("Kan ikke gå videre, før fejlene er rettet.", "Cannot go on until the errors are mended.")
NOT_EMPTY = Text(
    "Mappen {folder} findes og er ikke tom. Vælg en anden.",
    "The folder {folder} exists and is not empty. Choose another.",
)
CHANGED_SINCE = Text(
    "Der er ændret noget i {folder}, siden demoen lavede den, så den røres ikke.\nGå videre i den, eller vælg en anden: circle demo ANDEN-MAPPE",
    "Something in {folder} was changed since the demo made it, so it is left alone.\nGo on in it, or choose another: circle demo OTHER-FOLDER",
)
NO_FOLDER = Text("Mappen {folder} findes ikke.", "The folder {folder} does not exist.")
SYSTEM_REFUSED = Text(
    "Maskinen sagde nej ved {path}: {reason}.\nEr der plads på disken, og må du skrive i mappen?",
    "The machine refused at {path}: {reason}.\nIs there room on the disk, and may you write in the folder?",
)
KEY_REUSED = Text(
    "Nøglen {key} fandtes i forvejen og bruges igen. Er det et andet projekt, så giv det sit eget navn med --id.",
    "The key {key} was there already and is used again. If this is another project, name it with --id.",
)
SYNTHETIC_PROJECT = (
    "Alle data i mappen data/ er KONSTRUEREDE: ingen af de 400 borgere findes. Skift dem ud med jeres egne."
)
NOT_OURS = Text(
    "Mappen {folder} er ikke lavet af `circle demo`, så den røres ikke.\nVælg en anden: circle demo ANDEN-MAPPE",
    "The folder {folder} was not made by `circle demo`, so it is left alone.\nChoose another: circle demo OTHER-FOLDER",
)
WROTE = Text("Skrev {path}", "Wrote {path}")
UNKNOWN_CODE = Text("Der er ingen kode, der hedder '{code}'.", "There is no code called '{code}'.")
BUG = Text(
    "Noget gik galt i programmet selv ({kind}). Det er vores fejl, ikke din.\n"
    "Kør igen med --debug, og send os, hvad der står (se først efter, at der ikke står persondata i det).",
    "Something went wrong in the program itself ({kind}). It is our mistake, not yours.\n"
    "Run again with --debug and send us what it says (look first that no personal data are in it).",
)
SYNTHETIC = Text("Eksemplets data er konstruerede.", "The example's data are synthetic.")
PLAN_FROZEN = Text("Testplanen er frosset: {path}", "The test plan is frozen: {path}")
DEMO_UNANSWERED = Text(
    "Forslag, der ikke blev svaret på her: {count}. Det står i beslutningen, og peger data stadig den vej, "
    "kommer de igen i næste omgang.",
    "Proposals not answered here: {count}. The decision says so, and if the data still point that way, they "
    "come back in the next round.",
)
PLAN_STANDS = Text(
    "Den samme testplan blev frosset {date} og gælder stadig: {path}. Intet er skrevet.",
    "The same test plan was frozen {date} and still stands: {path}. Nothing was written.",
)
EVALUATION_WRITTEN = Text(
    "Evaluering nr. {number} er skrevet: {path}", "Evaluation no. {number} is written: {path}"
)
NO_EVALUATION = Text(
    "Der er ingen evaluering at korrigere ud fra. Kør `circle evaluate {theory}` først.",
    "There is no evaluation to correct from. Run `circle evaluate {theory}` first.",
)
ASK_DECISION = Text(
    "Godkend (g), afvis (a), senere (s), stop (q)?", "Accept (a), reject (r), later (s), stop (q)?"
)
DECISION_KEYS: dict[str, Text] = {
    "accept": Text("g", "a"),
    "reject": Text("a", "r"),
    "later": Text("s", "s"),
    "stop": Text("q", "q"),
}
ASK_REASON = Text("Begrundelse", "Reason")
REASON_NEEDED = Text(
    'En beslutning skal have en begrundelse: --reason "…"', 'A decision needs a reason: --reason "…"'
)
DECIDED = Text("Beslutningen er skrevet: {path}", "The decision is written: {path}")
VERIFIED = Text("Alle omgange er, som de blev skrevet.", "All rounds are as they were written.")
NEW_VERSION = Text("{theory} er nu version {version}.", "{theory} is now version {version}.")
SITE_BUILT = Text("Hjemmesiden er bygget: {path}", "The site is built: {path}")
SITE_SERVED = Text(
    "Hjemmesiden vises på {address} (Ctrl+C stopper).", "The site is served at {address} (Ctrl+C stops)."
)
UNFOLDED_TOLD = Text(
    "{headline}. Læs dem med: circle check {theory} --uden-pil",
    "{headline}. Read them with: circle check {theory} --absent",
)
ENGINE_MISSING = Text("Kan ikke tegne {kind}: {reason}", "Cannot draw {kind}: {reason}")
PROGRESS = Text("Holder data op mod {theory}", "Holding the data against {theory}")

STEP = Text("Trin {number} af {total}: {what}", "Step {number} of {total}: {what}")
DEMO_STEPS: dict[str, Text] = {
    "copy": Text("eksemplet lægges i {folder}", "the example is put in {folder}"),
    "check": Text("teorien læses og tjekkes", "the theory is read and checked"),
    "draw": Text("teorien tegnes", "the theory is drawn"),
    "data": Text("data læses", "the data are read"),
    "evaluate": Text("data holdes op mod hver sammenhæng", "the data are held against every link"),
    "correct": Text(
        "et forslag godkendes, og teorien får sin næste version",
        "a proposal is accepted, and the theory gets its next version",
    ),
    "site": Text("hjemmesiden bygges", "the site is built"),
}
DEMO_REASON = Text(
    "Godkendt af demoen for at vise, hvordan cirklen går rundt",
    "Accepted by the demo to show how the circle goes round",
)
DEMO_NEXT = Text(
    "Gå selv videre:  cd {folder}  og  circle status",
    "Go on yourself:  cd {folder}  and  circle status",
)
NEW_DONE = Text(
    "Projektet '{id}' ligger i {folder}. Data i det er konstruerede; skift dem ud med jeres egne.\n"
    "Nøglen til pseudonymer ligger i {key}. Pas på den: uden den kan gamle og nye data ikke kobles.\n\n"
    "Næste skridt:\n  cd {folder}\n  circle check\n  circle plan\n  circle evaluate\n  circle site build",
    "The project '{id}' is in {folder}. Its data are synthetic; put your own in their place.\n"
    "The key to the pseudonyms is in {key}. Keep it safe: without it old and new data cannot be joined.\n\n"
    "Next:\n  cd {folder}\n  circle check\n  circle plan\n  circle evaluate\n  circle site build",
)
EMPTY_DONE = Text(
    "Projektet '{id}' er klar: en tom teori og to kataloger at hente indikatorer i.\n"
    "Nøglen til pseudonymer ligger i {key}. Pas på den: uden den kan gamle og nye data ikke kobles.\n\n"
    "Næste skridt: åbn {theory}, skriv en linje, og kør\n  circle check",
    "The project '{id}' is ready: an empty theory, and two catalogues to take indicators from.\n"
    "The key to the pseudonyms is in {key}. Keep it safe: without it old and new data cannot be joined.\n\n"
    "Next: open {theory}, write a line, and run\n  circle check",
)

CLICK_IN_DANISH: dict[str, str] = {
    "Usage:": "Brug:",
    "Options": "Tilvalg",
    "Commands": "Kommandoer",
    "Positional arguments": "Argumenter",
    "Show this message and exit.": "Vis denne hjælp.",
    "Error: {message}": "Fejl: {message}",
    "Aborted!": "Afbrudt.",
    "Try '{command} {option}' for help.": "Se hjælpen med '{command} {option}'.",
    "No such command {name!r}.": "Der er ingen kommando, der hedder {name!r}.",
    "No such option {name!r}.": "Der er intet tilvalg, der hedder {name!r}.",
    "Missing command.": "Der mangler en kommando.",
    "Missing argument": "Der mangler et argument",
    "Missing option": "Der mangler et tilvalg",
    "Missing parameter": "Der mangler en værdi",
    "Missing parameter: {param_name}": "Der mangler en værdi: {param_name}",
    "Missing {param_type}": "Der mangler {param_type}",
    "Invalid value: {message}": "Ugyldig værdi: {message}",
    "Invalid value for {param_hint}: {message}": "Ugyldig værdi for {param_hint}: {message}",
    "Choose from:\n\t{choices}": "Vælg mellem:\n\t{choices}",
    "Option {name!r} does not take a value.": "Tilvalget {name!r} tager ingen værdi.",
    "Argument {name!r} takes {nargs} values.": "Argumentet {name!r} tager {nargs} værdier.",
    "Error: invalid input": "Fejl: det svar kan ikke bruges",
    "default: {default}": "standard: {default}",
    "required": "påkrævet",
    "file": "fil",
    "directory": "mappe",
    "path": "sti",
    "{name} {filename!r} does not exist.": "{name} {filename!r} findes ikke.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} er en mappe.",
    "{name} {filename!r} is a file.": "{name} {filename!r} er en fil.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} kan ikke læses.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} kan ikke skrives.",
    "{value!r} is not a valid {number_type}.": "{value!r} er ikke et gyldigt {number_type}.",
    "{value} is not in the range {range}.": "{value} er ikke i området {range}.",
    "Could not open file {filename!r}: {message}": "Kunne ikke åbne {filename!r}: {message}",
    "{value!r} is not {choice}.": "{value!r} er ikke {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} er ikke en af {choices}.",
    "Got unexpected extra argument ({args})": "Der var et argument for meget ({args})",
    "Got unexpected extra arguments ({args})": "Der var for mange argumenter ({args})",
    "Did you mean {possibility}?": "Mente du {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Mente du en af: {possibilities}?)",
    "Option {name!r} requires an argument.": "Tilvalget {name!r} skal have en værdi.",
    "Option {name!r} requires {nargs} arguments.": "Tilvalget {name!r} skal have {nargs} værdier.",
}
