"""QC318-QC320, QC325-QC330, QC337-QC341: reasons, sources, conditions, order and what is accepted."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

CONDITIONS: Mapping[str, FindingText] = {
    "QC318": FindingText(
        title=Text("En sammenhæng uden begrundelse", "A link without a reason"),
        message=Text("'{link}' siger ikke hvorfor", "'{link}' does not say why"),
        advice=Text("Skriv `øger, fordi …`.", "Write `increases, because …`."),
        why=Text(
            "Antagelsen er det, en evaluering kan lære jer noget om. Uden den kan I få at vide, at noget "
            "ikke holdt, men ikke hvad I tog fejl af.",
            "The assumption is what an evaluation can teach you about. Without it you may hear that "
            "something did not hold, but not what you got wrong.",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC319": FindingText(
        title=Text("Et slogan er ikke en antagelse", "A slogan is not an assumption"),
        message=Text(
            "begrundelsen på '{subject}' er kun »{slogan}«", "the reason on '{subject}' is only '{slogan}'"
        ),
        advice=Text(
            "Skriv, hvad der sker hos hvem, så det kan vise sig at være forkert.",
            "Write what happens in whom, so that it can turn out to be wrong.",
        ),
        why=Text(
            "»Relationen er afgørende« kan ingen være uenig i, og derfor kan ingen blive klogere af det. "
            "De syv vendinger er samlet af Kongsgaard (s8). Sig i stedet, hvad i relationen der gør "
            "forskellen. Det samme gælder »fordi det virker« og en begrundelse, der kun gentager sammenhængens "
            "egne ord. Andre slogans kender vi ikke; at reglen tier, siger ikke, at begrundelsen er god.",
            "Nobody can disagree that 'the relationship is decisive', and so nobody can learn from it. The "
            "seven phrases were collected by Kongsgaard (s8). Say instead what in it makes the difference. The "
            "same holds of 'because it works' and of a reason that only repeats the link's own words. We know no "
            "other slogans; that the rule is silent does not say that the reason is good.",
        ),
        wrong="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi relationen er afgørende
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi en fast kontaktperson på pladsen mærker det, når borgeren bliver væk
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC320": FindingText(
        title=Text("Kun én slags viden", "One kind of knowledge only"),
        message=Text(
            "teorien bygger kun på viden fra én slags kilde: {kind}",
            "the theory rests on one kind of source only: {kind}",
        ),
        advice=Text(
            "Spørg nogen af de andre: medarbejdere, undersøgelser, arbejdsgivere, borgere.",
            "Ask some of the others: staff, studies, employers, citizens.",
        ),
        why=Text(
            "Medarbejderes erfaring, undersøgelser, arbejdsgivere og borgere ser hver sin del af det, "
            "der virker (New Insight s16). Bygger teorien kun på én af dem, overtager den også dens "
            "blinde vinkel.",
            "Staff, studies, employers and citizens each see their part of what works (New Insight s16). "
            "A theory that rests on one of them inherits its blind spot.",
        ),
        wrong="""\
kilder:
  interviews: {titel: Borgerinterviews 2025, type: brugervurdering, viden_fra: borgere}
evidens: {kilde: interviews, fund: Flere sagde at de fik mod af at møde op}
""",
        right="""\
kilder:
  interviews: {titel: Borgerinterviews 2025, type: brugervurdering, viden_fra: borgere}
  erfaring: {titel: Erfaringer fra teamet 2025, type: erfaring, viden_fra: medarbejdere}
evidens:
  - {kilde: interviews, fund: Flere sagde at de fik mod af at møde op}
  - {kilde: erfaring, fund: Den der møder stabilt bliver tit hængende}
""",
    ),
    "QC325": FindingText(
        title=Text("Virkeligheden kommer til sidst", "Reality comes last"),
        message=Text(
            "kontakten til en arbejdsplads eller uddannelse ('{element}') kommer først til sidst",
            "contact with a workplace or a school ('{element}') comes only at the end",
        ),
        advice=Text(
            "Læg noget af den først, eller sideløbende (`samtidig_med`).",
            "Put some of it first, or `alongside` it.",
        ),
        why=Text(
            "Virkeligheden skal ikke være »næste skridt«, men med fra starten (Kongsgaard s22). Skal man lære "
            "noget for at komme ud, eller skal man ud for at lære noget (BIP 2017 s20)? Har I en grund til at "
            "tage det trin for trin, så accepter advarslen med den.",
            "Reality should not be 'the next step' but there from the start (Kongsgaard s22). Must one learn "
            "something to get out, or get out to learn something (BIP 2017 s20)? If you have a reason to "
            "take it step by step, accept the warning with it.",
        ),
        wrong="""\
faser: [relation, træning]
delindsatser:
  samtaler: {navn: Samtaler, fase: relation}
  praktik: {navn: Praktikophold, fase: træning, sted: virksomhed}
sammenhænge:
  samtaler -> motivation: øger, fordi borgeren får sat ord på, hvad der trækker
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
faser: [relation, træning]
delindsatser:
  samtaler: {navn: Samtaler, fase: relation}
  praktik: {navn: Praktikophold, fase: relation, sted: virksomhed, samtidig_med: samtaler}
sammenhænge:
  samtaler -> motivation: øger, fordi borgeren får sat ord på, hvad der trækker
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
    "QC326": FindingText(
        title=Text("En moderator uden indikator", "A moderator without an indicator"),
        message=Text(
            "moderatoren '{moderator}' har ingen indikator", "the moderator '{moderator}' has no indicator"
        ),
        advice=Text(
            "Skriv `indikatorer:` med noget, der viser, om betingelsen var til stede.",
            "Write `indicators:` with something that shows whether the condition was there.",
        ),
        why=Text(
            "»Er de rette betingelser til stede?« (New Insight s17). Kan ingen se det, kan ingen heller "
            "sige, om det var betingelsen eller teorien, der svigtede.",
            "'Are the right conditions present?' (New Insight s17). If nobody can see it, nobody can say "
            "whether the condition failed or the theory did.",
        ),
        wrong="""\
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation}
""",
        right="""\
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation, indikatorer: opfølgninger}
""",
    ),
    "QC327": FindingText(
        title=Text("En fase, der ikke findes", "A phase that does not exist"),
        message=Text("fasen '{phase}' står ikke under faser", "the phase '{phase}' is not among the phases"),
        advice=Text(
            "Ret navnet, eller skriv fasen under `faser:`.", "Mend the name, or add it to `phases:`."
        ),
        why=Text(
            "Faserne er forløbets rækkefølge (New Insight s27). En delindsats i en ukendt fase har ingen "
            "plads i den.",
            "The phases are the order of the course (New Insight s27). An activity in an unknown phase "
            "has no place in it.",
        ),
        wrong="""\
faser: [relation, træning]
delindsatser:
  praktik: {navn: Praktikophold, fase: relationer}
""",
        right="""\
faser: [relation, træning]
delindsatser:
  praktik: {navn: Praktikophold, fase: relation}
""",
    ),
    "QC328": FindingText(
        title=Text(
            "Før, efter eller samtidig med noget ukendt", "Before, after or alongside something unknown"
        ),
        message=Text(
            "'{element}' er lagt i forhold til '{other}', som ikke er en delindsats",
            "'{element}' is placed by '{other}', which is not an activity",
        ),
        advice=Text(
            "Skriv navnet på en delindsats i teorien.", "Write the name of an activity of the theory."
        ),
        why=Text(
            "`før`, `efter` og `samtidig_med` siger, i hvilken rækkefølge delindsatserne kommer, og hvad der "
            "løber parallelt.",
            "`before`, `after` and `alongside` say in which order activities come, and what runs in "
            "parallel.",
        ),
        wrong="""\
delindsatser:
  praktik: {navn: Praktikophold, efter: samtaler}
""",
        right="""\
delindsatser:
  praktik: {navn: Praktikophold}
""",
    ),
    "QC329": FindingText(
        title=Text("En kilde, der ikke findes", "A source that does not exist"),
        message=Text("kilden '{source}' findes ikke", "the source '{source}' does not exist"),
        advice=Text(
            "Ret navnet, eller skriv kilden under `kilder:` her eller i biblioteket.",
            "Mend the name, or write the source under `sources:` here or in the library.",
        ),
        why=Text(
            "Den, der læser, at noget er belagt, skal kunne finde ud af hvor.",
            "Whoever reads that something is documented must be able to find out where.",
        ),
        wrong="""\
evidens: {kilde: intervjuer, fund: Flere sagde at de fik mod af at møde op}
""",
        right="""\
kilder:
  interviews: {titel: Borgerinterviews 2025, type: brugervurdering, viden_fra: [borgere, medarbejdere]}
evidens: {kilde: interviews, fund: Flere sagde at de fik mod af at møde op}
""",
    ),
    "QC330": FindingText(
        title=Text("En undergruppe, der ikke er nævnt", "A subgroup that is not declared"),
        message=Text(
            "'{subject}' gælder for '{subgroup}', som ikke er en undergruppe af målgruppen",
            "'{subject}' applies to '{subgroup}', which is not a subgroup of the target group",
        ),
        advice=Text(
            "Ret navnet, eller skriv det i målgruppens `undergrupper:`.",
            "Mend the name, or add it to the target group's `subgroups:`.",
        ),
        why=Text(
            "Hvem en påstand gælder, skal være sagt, før der ses på data. Ellers kan man altid finde en "
            "gruppe, den passer på.",
            "Whom a claim is about must be said before the data are seen. Otherwise one can always find "
            "a group it fits.",
        ),
        wrong="""\
målgruppe: {navn: Aktivitetsparate borgere, undergrupper: [angst, depression]}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: {antagelse: 'øger, fordi den motiverede søger mere', gælder_for: stress}
""",
        right="""\
målgruppe: {navn: Aktivitetsparate borgere, undergrupper: [angst, depression]}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: {antagelse: 'øger, fordi den motiverede søger mere', gælder_for: angst}
""",
    ),
    "QC337": FindingText(
        title=Text("En moderator uden sammenhæng", "A moderator without a link"),
        message=Text(
            "moderatoren '{moderator}' sidder ikke på nogen sammenhæng",
            "the moderator '{moderator}' sits on no link",
        ),
        advice=Text(
            "Skriv, hvad den styrker, svækker eller kræves for.",
            "Write what it strengthens, weakens or is required for.",
        ),
        why=Text(
            "En betingelse er en betingelse for noget bestemt. »God ledelse« i al almindelighed kan "
            "ingen holde op imod data.",
            "A condition is a condition for something in particular. 'Good management' at large cannot "
            "be held against data.",
        ),
        wrong="""\
moderatorer:
  opfølgning: {navn: Opfølgning, indikatorer: opfølgninger}
""",
        right="""\
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: fremmøde -> motivation, indikatorer: opfølgninger}
""",
    ),
    "QC338": FindingText(
        title=Text("En ukendt del af en moderator", "An unknown part of a moderator"),
        message=Text(
            "'{moderator}' består af '{part}', som ikke er en moderator",
            "'{moderator}' consists of '{part}', which is not a moderator",
        ),
        advice=Text("Ret navnet, eller skriv delen som en moderator.", "Mend the name, or write the part."),
        why=Text(
            "En moderator, der består af andre, er et bundt: den er til stede, når delene er det.",
            "A moderator that consists of others is a bundle: it is there when its parts are.",
        ),
        wrong="""\
moderatorer:
  tro: {navn: Troen, styrker: fremmøde -> motivation, indikatorer: opfølgninger, består_af: ledelse}
""",
        right="""\
moderatorer:
  tro: {navn: Troen, styrker: fremmøde -> motivation, indikatorer: opfølgninger}
""",
    ),
    "QC339": FindingText(
        title=Text("Accepteret til ingen nytte", "Accepted to no purpose"),
        message=Text(
            "{code} er accepteret, men her er ingen sådan advarsel",
            "{code} is accepted, but there is no such warning here",
        ),
        advice=Text("Slet linjen. En fejl kan ikke accepteres.", "Delete it. An error cannot be accepted."),
        why=Text(
            "Det, I har valgt at leve med, står på siden med jeres begrundelse. Er det rettet, skal det ikke "
            "blive stående.",
            "What you have chosen to live with is shown on the site with your reason. Once mended, it should "
            "not stay there.",
        ),
        wrong="""\
accepteret: {QC310: Motivation kan vi ikke måle endnu}
""",
        right="""\
version: 1
""",
    ),
    "QC341": FindingText(
        title=Text("En rækkefølge, der bider sig selv i halen", "An order that bites its own tail"),
        message=Text("{circle}: ingen af dem kan komme først", "{circle}: none of them can come first"),
        advice=Text("Ret `før` eller `efter`.", "Mend `before` or `after`."),
        why=Text(
            "`før` og `efter` er en rækkefølge i tid. Kommer noget både før og efter sig selv, er en af "
            "linjerne forkert.",
            "`before` and `after` are an order in time. When something comes both before and after itself, "
            "one of the lines is wrong.",
        ),
        wrong="""\
delindsatser:
  praktik: {navn: Praktikophold, før: samtaler}
  samtaler: {navn: Samtaler, før: praktik}
sammenhænge:
  samtaler -> motivation: øger, fordi borgeren får sat ord på, hvad der trækker
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
        right="""\
delindsatser:
  praktik: {navn: Praktikophold, før: samtaler}
  samtaler: {navn: Samtaler}
sammenhænge:
  samtaler -> motivation: øger, fordi borgeren får sat ord på, hvad der trækker
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
""",
    ),
}
