"""What two versions of a theory say differently, in words."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text

ADDED = Text("+ {what} tilføjes", "+ {what} is added")
REMOVED = Text("- {what} går ud", "- {what} goes out")
CHANGED = Text(
    "~ {what}, {field}: før {before}, nu {after}", "~ {what}, {field}: {before} before, now {after}"
)
FIRST_SAID = Text("~ {what}, {field}: {after}", "~ {what}, {field}: {after}")
NO_LONGER_SAID = Text("~ {what}, {field}: siges ikke mere", "~ {what}, {field}: no longer said")
OTHERWISE = Text("~ {what}, {field}: skrevet om", "~ {what}, {field}: rewritten")

ROOMS: Mapping[str, Text] = {
    "": Text("programteorien", "the programme theory"),
    "elements": Text("{name}", "{name}"),
    "links": Text("sammenhængen '{name}'", "the link '{name}'"),
    "moderators": Text("moderatoren {name}", "the moderator {name}"),
    "sources": Text("kilden {name}", "the source {name}"),
}
CLAIMED = Text("{what} ({claim})", "{what} ({claim})")

FIELDS: Mapping[str, Text] = {
    "sign": Text("påstanden", "the claim"),
    "relation": Text("slags sammenhæng", "kind of link"),
    "because": Text("begrundelsen", "the reason"),
    "seen_after": Text("hvornår det ses", "when it is seen"),
    "declared_lag": Text("om I selv har sagt, hvornår det ses", "whether you said when it is seen"),
    "smallest": Text("mindste virkning", "the smallest effect"),
    "smallest_difference": Text("mindste forskel", "the smallest difference"),
    "indicators": Text("indikatorer", "indicators"),
    "attachments": Text("hvad den gør", "what it does"),
    "promised": Text("det lovede", "what is promised"),
    "wanted_up": Text("retningen, det ønskes i", "the way it is wished"),
    "within": Text("fristen", "the time limit"),
    "follow_up": Text("hvornår der følges op", "the follow-up"),
    "satisfied_at": Text("hvornår I er tilfredse", "when you are satisfied"),
    "met_when": Text("hvornår betingelsen er opfyldt", "when the condition is met"),
    "plan": Text("måleplanen", "the measurement plan"),
    "name": Text("navnet", "the name"),
    "title": Text("titlen", "the title"),
    "definition": Text("definitionen", "the definition"),
    "assignment": Text("hvordan det afgøres, hvem der får den", "how it is decided who gets it"),
    "several": Text("hvordan flere indikatorer tæller", "how several indicators count"),
    "responsible": Text("hvem der har ansvaret", "who is responsible"),
    "consists_of": Text("hvad den består af", "what it consists of"),
    "competes_with": Text("hvad målet konkurrerer med", "what the goal competes with"),
    "before": Text("hvad der kommer før", "what comes before"),
    "alongside": Text("hvad der sker samtidig", "what happens alongside"),
    "after": Text("hvad der kommer efter", "what comes after"),
}
SOMETHING = Text("noget andet", "something else")

RELATIONS: Mapping[str, Text] = {
    "->": Text("påvirkning", "influence"),
    "~": Text("følges ad", "moves with"),
}
ATTACHED: Mapping[str, Text] = {
    "strengthens": Text("styrker '{link}'", "strengthens '{link}'"),
    "weakens": Text("svækker '{link}'", "weakens '{link}'"),
    "required": Text("er et krav for '{link}'", "is required for '{link}'"),
}
PROMISED: Mapping[str, Text] = {
    "coverage": Text("dækning {value}", "coverage {value}"),
    "dose": Text("dosis {value}", "dose {value}"),
    "fidelity": Text("fremgangsmåde {value}", "fidelity {value}"),
}
SAME_ROUND = Text("ved samme måling", "at the same round")
NEXT_ROUND = Text("ved næste måling", "at the next round")
LATER_ROUND = Text("{count} målinger senere", "{count} rounds later")
TOLERANCE = Text("højst {days} dage fra", "at most {days} days off")
ROUNDS = Text("målingerne {names}", "the rounds {names}")
STEP = Text("trinnet {value}", "the step {value}")
REASONED = Text("{value}, fordi {because}", "{value}, because {because}")
