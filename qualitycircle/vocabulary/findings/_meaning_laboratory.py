"""QC342-QC344: a laboratory's tracks, themes and initiatives in `circle.yml`."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.language import Text

LABORATORY: Mapping[str, FindingText] = {
    "QC342": FindingText(
        title=Text("Laboratoriet nævner en ukendt teori", "The laboratory names an unknown theory"),
        message=Text(
            "sporet '{track}' nævner teorien '{theory}', som ikke findes",
            "the track '{track}' names the theory '{theory}', which does not exist",
        ),
        advice=Text(
            "Ret navnet i `circle.yml`, eller skriv teorien.", "Mend the name in `circle.yml`, or write it."
        ),
        why=Text(
            "Et spor samler de teorier, laboratoriet arbejder med (KL 2011). Siden kan ikke vise en, der "
            "ikke er der.",
            "A track gathers the theories a laboratory works on (KL 2011). The site cannot show one that "
            "is not there.",
        ),
        wrong="""\
laboratorium: {spor: {unge: {teorier: praksis}}}      # circle.yml
""",
        right="""\
laboratorium: {spor: {unge: {teorier: praktik}}}      # circle.yml
""",
    ),
    "QC343": FindingText(
        title=Text("Sporet nævner et ukendt tema", "The track names an unknown theme"),
        message=Text(
            "sporet '{track}' nævner temaet '{theme}', som laboratoriet ikke har",
            "the track '{track}' names the theme '{theme}', which the laboratory does not have",
        ),
        advice=Text(
            "Ret navnet, eller skriv temaet under `temaer` i laboratoriet.",
            "Mend the name, or write the theme under `themes` in the laboratory.",
        ),
        why=Text(
            "Et tema går på tværs af flere spor (KL 2011 s2). Siden samler de spor, der nævner det, og et tema, "
            "der er stavet forkert, ville stå alene.",
            "A theme runs across several tracks (KL 2011 p2). The page gathers the tracks that name it, and a "
            "misspelt theme would stand alone.",
        ),
        wrong="""\
laboratorium:                                        # circle.yml
  spor: {unge: {temaer: progresion}}
  temaer: {progression: Progressionsmålinger}
""",
        right="""\
laboratorium:                                        # circle.yml
  spor: {unge: {temaer: progression}}
  temaer: {progression: Progressionsmålinger}
""",
    ),
    "QC344": FindingText(
        title=Text("Initiativet siger ikke, hvordan det dokumenteres", "The initiative has no design"),
        message=Text(
            "sporet '{track}' sætter '{initiative}' i gang uden at sige, hvordan effekten dokumenteres",
            "the track '{track}' starts '{initiative}' without saying how its effect will be documented",
        ),
        advice=Text(
            "Skriv `design:` ved initiativet, fx mini kontrolleret forsøg eller progressionsmåling.",
            "Write `design:` at the initiative, such as mini controlled trials or progression measurement.",
        ),
        why=Text(
            "Laboratoriet beslutter, hvordan effekten skal dokumenteres, når det vælger, hvad der skal afprøves "
            "(KL 2011 s2-5). Bagefter er det for sent at finde nogen at sammenligne med.",
            "A laboratory decides how the effect is to be documented when it chooses what to try (KL 2011 p2-5). "
            "Afterwards it is too late to find anybody to compare with.",
        ),
        wrong="""\
laboratorium:                                        # circle.yml
  spor: {unge: {initiativer: Praktik med mentor}}
""",
        right="""\
laboratorium:                                        # circle.yml
  spor:
    unge:
      initiativer: {navn: Praktik med mentor, design: mini kontrolleret forsøg}
""",
    ),
}
