"""The words of the picture: headings, legend, tooltips and what is said when nothing can draw it."""

from __future__ import annotations

from qualitycircle.vocabulary.language import Text

HEADINGS = {
    "activity": Text("Delindsatser", "Activities"),
    "output": Text("Præstationer", "Outputs"),
    "outcome": Text("Effekter", "Outcomes"),
    "goal": Text("Slutmål", "Goals"),
}
KINDS = {
    "activity": Text("delindsats", "activity"),
    "output": Text("præstation", "output"),
    "outcome": Text("effekt", "outcome"),
    "goal": Text("slutmål", "goal"),
}
INTERVENTION = Text("Indsats", "Intervention")
MODERATORS = Text(
    "Moderatorer: hver betinger de sammenhænge, der bærer dens tal",
    "Moderators: each conditions the links that carry its number",
)
EXPECTED = {
    "strengthens": Text("styrker", "strengthens"),
    "weakens": Text("svækker", "weakens"),
    "required": Text("kræves", "required"),
}
IN_WHOM = Text("hos {whom}", "in the {whom}")
WANTED_DOWN = Text("ønskes nedbragt", "wished lower")

STATED = Text("står i en kilde", "stated by a source")
INFERRED = Text("vores egen slutning", "our own inference")
DOWN = Text("mindsker", "decreases")
TOGETHER = Text("følges ad, ingen retning", "move together, no direction")

SIGNS = {
    "increases": Text("øger", "increases"),
    "decreases": Text("mindsker", "decreases"),
}
SIGNS_TOGETHER = {
    "increases": Text("følges ad", "moves with"),
    "decreases": Text("modsat", "moves against"),
}
BECAUSE = Text("fordi {reason}", "because {reason}")
SEEN = {
    0: Text("ses i samme måling", "seen in the same measurement"),
    1: Text("ses ved næste måling", "seen at the next measurement"),
}
SEEN_LATER = Text("ses {lag} målinger senere", "seen {lag} measurements later")
ESTIMATE = Text(
    "{verdict}: {value} {unit} (95 %-interval {low} til {high}, {persons} borgere)",
    "{verdict}: {value} {unit} (95% interval {low} to {high}, {persons} citizens)",
)

TITLE = Text("Programteori: {title}", "Programme theory: {title}")
DESCRIPTION = Text(
    "{intervention} for {target_group}: {elements} i {columns}, forbundet af {links}{moderators}. "
    "Læses fra venstre mod højre.{verdicts}",
    "{intervention} for {target_group}: {elements} in {columns}, connected by {links}{moderators}. "
    "Read from left to right.{verdicts}",
)
ELEMENTS = (Text("{n} element", "{n} element"), Text("{n} elementer", "{n} elements"))
COLUMNS = (Text("{n} kolonne", "{n} column"), Text("{n} kolonner", "{n} columns"))
LINKS = (Text("{n} sammenhæng", "{n} link"), Text("{n} sammenhænge", "{n} links"))
MODERATOR_COUNT = (
    Text(" og betinget af {n} moderator", ", conditioned by {n} moderator"),
    Text(" og betinget af {n} moderatorer", ", conditioned by {n} moderators"),
)
VERDICT_COUNT = Text(
    " Efter evaluering nr. {number} ({date}): {counts}.", " After evaluation no. {number} ({date}): {counts}."
)

AFTER = Text(
    "Tegnene viser evaluering nr. {number} ({date}): {persons} borgere, {measurements} målinger",
    "The signs show evaluation no. {number} ({date}): {persons} citizens, {measurements} measurements",
)
AFTER_FEW = Text(
    "Tegnene viser evaluering nr. {number} ({date}): {persons} borgere",
    "The signs show evaluation no. {number} ({date}): {persons} citizens",
)
POST_HOC = Text(
    "post hoc: testene lå ikke fast i en plan før data",
    "post hoc: the tests did not stand in a plan before the data",
)
SYNTHETIC = Text("konstruerede data", "synthetic data")

NO_ENGINE = Text(
    "Billedet kan ikke tegnes: Graphviz blev ikke fundet. Installér pakken graphviz-pure i samme "
    "Python, eller gem teorien som tekst med .dot eller .mmd.",
    "The picture cannot be drawn: Graphviz was not found. Install the package graphviz-pure in the same "
    "Python, or save the theory as text with .dot or .mmd.",
)
NO_PDF_ENGINE = Text(
    "PDF kræver Graphviz' eget program 'dot' på maskinen, og det blev ikke fundet. Gem som .svg eller "
    ".png, eller udskriv sidens billede fra browseren.",
    "PDF needs Graphviz' own program 'dot' on this machine, and it was not found. Save as .svg or "
    ".png, or print the picture from the browser.",
)
