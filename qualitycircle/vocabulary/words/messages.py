"""The words around a finding: severities, the summary line, suggestions, and facts that are names."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text

SEVERITIES: Mapping[str, Text] = {
    "error": Text("fejl", "error"),
    "warning": Text("advarsel", "warning"),
    "note": Text("note", "note"),
}
COUNTED: Mapping[str, tuple[Text, Text]] = {
    "error": (Text("1 fejl", "1 error"), Text("{count} fejl", "{count} errors")),
    "warning": (Text("1 advarsel", "1 warning"), Text("{count} advarsler", "{count} warnings")),
    "note": (Text("1 note", "1 note"), Text("{count} noter", "{count} notes")),
}
NONE = Text("ingen fejl", "no errors")
SUGGESTION = Text(" – mente du '{suggestion}'?", " – did you mean '{suggestion}'?")
BELONGS = Text("; den hører under '{table}'", "; it belongs under '{table}'")
ACCEPTED = Text("accepteret: {reason}", "accepted: {reason}")
ALSO_AT = Text("det samme gælder {places}", "the same holds of {places}")
NO_TEXT = Text("noget er galt her", "something is wrong here")
OR = Text(" eller ", " or ")

WRONG = Text("Forkert", "Wrong")
RIGHT = Text("Rigtigt", "Right")

KINDS: Mapping[str, Text] = {
    "activity": Text("delindsats", "activity"),
    "output": Text("præstation", "output"),
    "outcome": Text("effekt", "outcome"),
    "goal": Text("slutmål", "goal"),
}
"""The columns of a theory, inside a sentence."""

THE_KINDS: Mapping[str, Text] = {
    "activity": Text("delindsatsen", "the activity"),
    "output": Text("præstationen", "the output"),
    "outcome": Text("effekten", "the outcome"),
    "goal": Text("slutmålet", "the goal"),
}
"""The same before a name: `effekten 'motivation'`."""
