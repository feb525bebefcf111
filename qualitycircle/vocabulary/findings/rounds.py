"""QC501-QC521: rounds, frozen plans, decisions and the chain of records."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

FINDINGS: Mapping[str, FindingText] = {
    "QC501": FindingText(
        title=Text("En påstand er ændret efter den frosne plan", "A claim changed after the plan was frozen"),
        message=Text(
            "version {version} er frosset, men disse sammenhænge testes nu anderledes: {links}",
            "version {version} is frozen, but these links would now be tested otherwise: {links}",
        ),
        advice=Text(
            "Sæt version én op, og frys en ny plan med `circle plan {theory}`. Eller før påstanden tilbage.",
            "Count the version up by one and freeze a new plan with `circle plan {theory}`. Or put the claim "
            "back.",
        ),
        why=Text(
            "En plan fryses, så ingen – heller ikke I selv – kan komme til at ændre påstanden, når tallene er "
            "set. En ny påstand er velkommen, men den hører til en ny version og skal testes for sig. Navne, "
            "begrundelser og bemærkninger må gerne rettes undervejs.",
            "A plan is frozen so that nobody, you included, can change the claim once the numbers have been "
            "seen. A new claim is welcome, but it belongs to a new version and is tested as such. Names, "
            "reasons and comments may be mended along the way.",
        ),
        wrong="""\
version: 1
sammenhænge:
  fremmøde -> motivation: mindsker, fordi mange møder uden at lykkes   # planen sagde øger
""",
        right="""\
version: 2
sammenhænge:
  fremmøde -> motivation: mindsker, fordi mange møder uden at lykkes
""",
    ),
    "QC502": FindingText(
        title=Text("Et udkast kan ikke fryses", "A draft cannot be frozen"),
        message=Text("'{theory}' har status: udkast", "'{theory}' has status: draft"),
        advice=Text(
            "Skriv det færdigt, slet linjen `status: udkast`, og prøv igen. Et udkast retter I frit i filen.",
            "Finish it, delete the line `status: draft`, and try again. A draft you edit freely in its file.",
        ),
        why=Text(
            "Det, der holdes op mod data, skal være det, I mener. I et udkast er det, der mangler, kun "
            "advarsler, og derfor er der endnu ikke noget at stå ved.",
            "What is held against data must be what you mean. In a draft whatever is missing is only a "
            "warning, so there is nothing to stand by yet.",
        ),
        wrong="status: udkast\n",
        right="status: i brug\n",
    ),
    "QC503": FindingText(
        title=Text("Omgangen mangler en beslutning", "The round lacks a decision"),
        message=Text(
            "omgang {round} af '{theory}' er evalueret (nr. {evaluation}), men ingen har besluttet noget",
            "round {round} of '{theory}' is evaluated (no. {evaluation}), but nobody has decided anything",
        ),
        advice=Text(
            "Se forslagene med `circle correct {theory}`, og tag stilling. At beholde alt er også en "
            "beslutning – med en begrundelse.",
            "See the proposals with `circle correct {theory}` and decide. Keeping everything is a decision "
            "too, with a reason.",
        ),
        why=Text(
            "Kvalitetscirklen sluttes af, at nogen lærer af resultatet og retter mål eller indsats (New Insight "
            "s12). En omgang, der blot afløses af den næste, har ingen lært af.",
            "The circle closes when somebody learns from the result and corrects goals or efforts (New Insight "
            "s12). From a round that is merely followed by the next, nobody has learned.",
        ),
    ),
    "QC504": FindingText(
        title=Text("Teorien er ændret imens", "The theory was changed meanwhile"),
        message=Text(
            "beslutningen i omgang {round} gav version {version}, men blev afbrudt, og filen er ændret siden",
            "the decision in round {round} gave version {version}, but was interrupted, and the file has "
            "changed since",
        ),
        advice=Text(
            "Hent den besluttede tekst (`ny_tekst` i omgangens decisions.yml), eller giv jeres egen tekst en "
            "højere version end {version}, og frys den med `circle plan {theory}`.",
            "Take the decided text (`ny_tekst` in the round's decisions.yml), or give your own text a higher "
            "version than {version} and freeze it with `circle plan {theory}`.",
        ),
        why=Text(
            "Programmet standsede midt i at rette teorien, og derefter har nogen rettet i filen. Hvad der skal "
            "gælde, kan kun et menneske afgøre, så intet er overskrevet.",
            "The program stopped in the middle of correcting the theory, and then somebody edited the file. "
            "Only a person can say what is to stand, so nothing was overwritten.",
        ),
    ),
    "QC505": FindingText(
        title=Text("Et gemt dokument er ændret", "A kept record was changed"),
        message=Text("{file} er ændret, efter at den blev gemt", "{file} was changed after it was kept"),
        advice=Text(
            "Hent filen, som den var (`git checkout -- {file}`, eller jeres sikkerhedskopi).",
            "Get the file back as it was (`git checkout -- {file}`, or your backup).",
        ),
        why=Text(
            "Planer, evalueringer og beslutninger skrives én gang. Hver af dem bærer et segl over sit indhold "
            "og over den foregående, så en ændring kan ses. Ellers kunne ingen stole på, at planen lå fast "
            "før tallene.",
            "Plans, evaluations and decisions are written once. Each carries a seal over its content and over "
            "the one before, so that a change shows. Otherwise nobody could trust that the plan stood before "
            "the numbers.",
        ),
    ),
    "QC506": FindingText(
        title=Text("Kæden af dokumenter er brudt", "The chain of records is broken"),
        message=Text(
            "{file} følger ikke efter det dokument, der står før den",
            "{file} does not follow the record before it",
        ),
        advice=Text(
            "Et dokument er fjernet eller lagt ind. Hent mappen `rounds`, som den var. Har to arbejdet hver for "
            "sig, må den ene tage sin omgang om.",
            "A record was taken out or put in. Get the folder `rounds` back as it was. If two people worked "
            "apart, one of them must do the round again.",
        ),
        why=Text(
            "Hvert dokument nævner seglet på det foregående. Mangler et, eller følger to efter det samme, "
            "passer kæden ikke, og så ved ingen, hvad der skete hvornår.",
            "Every record names the seal of the one before. When one is missing, or two follow the same, the "
            "chain does not fit, and nobody knows what happened when.",
        ),
    ),
    "QC507": FindingText(
        title=Text("Et dokument kan ikke læses", "A record cannot be read"),
        message=Text(
            "{file} er ikke et dokument, som denne udgave af programmet kan læse",
            "{file} is no record that this version of the program can read",
        ),
        advice=Text(
            "Er den skrevet af en nyere udgave, så opdatér programmet. Ellers flyt filen ud af mappen.",
            "If a newer version wrote it, update the program. Otherwise move the file out of the folder.",
        ),
        why=Text(
            "Seglet er helt, men indholdet er ikke en plan, en evaluering eller en beslutning, som vi kender.",
            "The seal is whole, but the content is no plan, evaluation or decision that we know.",
        ),
    ),
    "QC508": FindingText(
        title=Text("Planen er allerede frosset", "The plan is frozen already"),
        message=Text(
            "omgang {round} af '{theory}' blev frosset {date} med den samme plan; intet er skrevet",
            "round {round} of '{theory}' was frozen {date} with the same plan; nothing was written",
        ),
        advice=Text(
            "Saml data, og kør `circle evaluate {theory}`.",
            "Collect data and run `circle evaluate {theory}`.",
        ),
        why=Text(
            "En plan, der siger det samme, skal ikke have en ny dato: det er den første dato, der viser, at "
            "den lå fast før data.",
            "A plan that says the same gets no new date: it is the first date that shows it stood before the "
            "data.",
        ),
    ),
    "QC509": FindingText(
        title=Text("Forslag uden svar", "Proposals without an answer"),
        message=Text(
            "omgangen er lukket, uden at der er svaret på: {proposals}",
            "the round is closed without an answer to: {proposals}",
        ),
        advice=Text(
            "Det står i beslutningen. Peger data stadig den vej, kommer forslagene igen næste gang.",
            "The decision says so. If the data still point that way, the proposals come back next time.",
        ),
        why=Text(
            "Et forslag, ingen svarede på, er hverken afvist eller godtaget. Det skal kunne ses bagefter.",
            "A proposal nobody answered is neither rejected nor accepted. That must be visible afterwards.",
        ),
    ),
    "QC510": FindingText(
        title=Text("Der er ikke noget at beslutte", "There is nothing to decide"),
        message=Text(
            "omgang {round} af '{theory}' har ingen evaluering, eller der er ikke givet noget svar",
            "round {round} of '{theory}' has no evaluation, or no answer was given",
        ),
        advice=Text(
            "Kør `circle evaluate {theory}` først. Forslagene ser I med `circle correct {theory}`.",
            "Run `circle evaluate {theory}` first. `circle correct {theory}` shows the proposals.",
        ),
        why=Text(
            "Forslag kommer af at holde teorien op mod data. Før det er der ingen forslag at svare på.",
            "Proposals come from holding the theory against data. Before that there are none to answer.",
        ),
    ),
    "QC511": FindingText(
        title=Text("Evalueringen gælder en anden version", "The evaluation is of another version"),
        message=Text(
            "den seneste evaluering af '{theory}' gælder version {judged}, men teorien er nu version {version}",
            "the latest evaluation of '{theory}' is of version {judged}, but the theory is now version "
            "{version}",
        ),
        advice=Text("Kør `circle evaluate {theory}` igen.", "Run `circle evaluate {theory}` again."),
        why=Text(
            "En dom gælder den version, den blev sagt om. Forslag, der bygger på en ældre version, kan ramme "
            "en påstand, som ikke længere står der.",
            "A verdict is about the version it judged. Proposals that rest on an older one may hit a claim "
            "that is no longer there.",
        ),
    ),
    "QC512": FindingText(
        title=Text("Ukendt forslag", "Unknown proposal"),
        message=Text(
            "der er intet forslag '{id}' i omgang {round}", "there is no proposal '{id}' in round {round}"
        ),
        advice=Text("Forslagene er: {known}", "The proposals are: {known}"),
        why=Text(
            "Hvert forslag har et fast navn, som er let at skrive. Navnene sammenlignes bogstav for bogstav.",
            "Every proposal has a fixed name that is easy to write. Names are compared letter by letter.",
        ),
    ),
    "QC513": FindingText(
        title=Text("En beslutning mangler sin begrundelse", "A decision lacks its reason"),
        message=Text("svaret på '{id}' har ingen begrundelse", "the answer to '{id}' has no reason"),
        advice=Text(
            "Skriv hvorfor: `--reason 'Vi så det samme på holdmødet'`.",
            "Write why: `--reason 'We saw the same at the team meeting'`.",
        ),
        why=Text(
            "Om et år er det begrundelsen, I lærer af. Tallene viser ikke, hvad I lagde vægt på.",
            "In a year it is the reason you learn from. The numbers do not show what you gave weight to.",
        ),
    ),
    "QC514": FindingText(
        title=Text("Korrektionen passer ikke til teorien", "The correction does not fit the theory"),
        message=Text(
            "'{subject}' mangler i '{theory}' eller står der allerede",
            "'{subject}' is missing from '{theory}', or is there already",
        ),
        advice=Text(
            "Er teorien rettet siden evalueringen, så kør `circle evaluate {theory}` igen. To svar om samme "
            "sammenhæng kan også støde sammen.",
            "If the theory was edited since the evaluation, run `circle evaluate {theory}` again. Two answers "
            "about the same link may also collide.",
        ),
        why=Text(
            "En korrektion nævner det, den retter. Findes det ikke, bliver der ikke gættet, og intet er "
            "skrevet.",
            "A correction names what it corrects. When that is not there, nothing is guessed and nothing "
            "written.",
        ),
    ),
    "QC515": FindingText(
        title=Text("Teksten kan ikke rettes automatisk", "The text cannot be corrected automatically"),
        message=Text(
            "rettelsen kan ikke skrives ind i '{theory}', så den læses, som den er ment",
            "the correction cannot be written into '{theory}' so that it reads as meant",
        ),
        advice=Text(
            "Ret selv teksten, sæt version én op, og frys den med `circle plan {theory}`.",
            "Correct the text yourself, count the version up, and freeze it with `circle plan {theory}`.",
        ),
        why=Text(
            "Vi skriver kun i jeres tekst, når resten kan blive stående urørt, og når den rettede tekst læses "
            "som den teori, I besluttede. Ellers lader vi være.",
            "We only write in your text when the rest can stay untouched and the corrected text reads as the "
            "theory you decided on. Otherwise we leave it alone.",
        ),
    ),
    "QC516": FindingText(
        title=Text("Valgt efter data (post hoc)", "Chosen after the data (post hoc)"),
        message=Text(
            "planen for disse sammenhænge lå ikke fast før de første data ({date}): {links}",
            "the plan for these links did not stand before the first data ({date}): {links}",
        ),
        advice=Text(
            "Resultatet er et forslag, ikke en prøve. Frys planen, og bekræft det på data, der kommer bagefter.",
            "The result is a suggestion, not a test. Freeze the plan and confirm it on data that come later.",
        ),
        why=Text(
            "Den, der vælger sin påstand efter at have set tallene, finder næsten altid noget. Derfor skrives "
            "målingen ned, før der måles, og alt andet kaldes post hoc overalt.",
            "Whoever chooses a claim after seeing the numbers nearly always finds something. So the measurement "
            "is written down before measuring, and everything else is called post hoc everywhere.",
        ),
    ),
    "QC517": FindingText(
        title=Text("Teorien er ændret, siden den blev læst", "The theory changed since it was read"),
        message=Text(
            "'{theory}' er ændret, siden kommandoen begyndte; intet er skrevet",
            "'{theory}' changed since the command began; nothing was written",
        ),
        advice=Text("Kør kommandoen igen.", "Run the command again."),
        why=Text(
            "En anden har rettet filen imens, eller en afbrudt beslutning er netop gjort færdig. Det, der "
            "skulle besluttes, kan se anderledes ud nu.",
            "Somebody edited the file meanwhile, or an interrupted decision has just been finished. What was "
            "to be decided may look different now.",
        ),
    ),
    "QC518": FindingText(
        title=Text("Et gemt dokument er fjernet", "A kept record was taken away"),
        message=Text(
            "her mangler {files}: {ledger} nævner {listed} dokumenter, men her er {records}",
            "{files} is missing: {ledger} names {listed} records, but here are {records}",
        ),
        advice=Text(
            "Hent mappen `rounds`, som den var (`git checkout -- rounds`, eller jeres sikkerhedskopi).",
            "Get the folder `rounds` back as it was (`git checkout -- rounds`, or your backup).",
        ),
        why=Text(
            "Kunne en evaluering fjernes og køres om, indtil den så pæn ud, var den ikke meget værd. Derfor står "
            "hvert dokument i en liste ved siden af mappen, og listen bliver kun længere.",
            "If an evaluation could be taken away and run again until it looked nice, it would be worth little. "
            "So every record stands in a list beside the folder, and the list only grows.",
        ),
    ),
    "QC519": FindingText(
        title=Text("Listen over dokumenter passer ikke", "The list of records does not fit"),
        message=Text(
            "{file} mangler, er ændret eller hører til andre dokumenter end dem, der er her",
            "{file} is missing, was changed or belongs to other records than those that are here",
        ),
        advice=Text(
            "Hent mappen `rounds`, som den var (`git checkout -- rounds`, eller jeres sikkerhedskopi). Har to "
            "arbejdet hver for sig, må den ene tage sin omgang om.",
            "Get the folder `rounds` back as it was (`git checkout -- rounds`, or your backup). If two people "
            "worked apart, one of them must do the round again.",
        ),
        why=Text(
            "Listen viser, at intet dokument er fjernet. Uden den kan ingen vide det, så der skrives ikke videre.",
            "The list shows that no record was taken away. Without it nobody can know, so nothing more is "
            "written.",
        ),
    ),
    "QC520": FindingText(
        title=Text("Et CPR-nummer i en begrundelse", "A CPR number in a reason"),
        message=Text(
            "i begrundelsen for '{id}' står noget, der ligner et CPR-nummer; intet er skrevet",
            "the reason for '{id}' holds what looks like a CPR number; nothing was written",
        ),
        advice=Text(
            "Skriv begrundelsen uden at nævne nogen. Var det et sagsnummer, så del det op med mellemrum.",
            "Write the reason without naming anybody. If it was a case number, break it up with spaces.",
        ),
        why=Text(
            "En begrundelse gemmes for altid, kan ikke rettes bagefter og vises på hjemmesiden. Oplysninger om "
            "en borger hører ikke til der.",
            "A reason is kept for good, cannot be mended afterwards and is shown on the site. What concerns a "
            "citizen does not belong there.",
        ),
    ),
}
