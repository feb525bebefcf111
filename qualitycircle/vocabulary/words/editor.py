"""What an editor offers and says beside the schema's own keys: ready lines, and what a line should be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from qualitycircle.vocabulary.language import Text


class Ready(NamedTuple):
    """A ready line: what it is called in the list, and its text with `${1:places}` to fill in."""

    label: Text
    body: Text


OWN_NAME = Text("kort_navn", "short_name")
OWN_NAME_MEANING = Text(
    "Et ord, I selv vælger, uden mellemrum", "A word you choose yourselves, without spaces"
)

READY: Mapping[str, tuple[Ready, ...]] = {
    "activity": (
        Ready(
            Text("en delindsats: kort_navn: Navn", "an activity: short_name: Name"),
            Text("${1:kort_navn}: ${2:Navn, som læseren ser}", "${1:short_name}: ${2:Name the reader sees}"),
        ),
    ),
    "output": (
        Ready(
            Text("en præstation: navn og indikator", "an output: name and indicator"),
            Text(
                "${1:kort_navn}:\n  navn: ${2:Navn, som læseren ser}\n  indikatorer: ${3:indikator}",
                "${1:short_name}:\n  name: ${2:Name the reader sees}\n  indicators: ${3:indicator}",
            ),
        ),
    ),
    "outcome": (
        Ready(
            Text("en effekt: navn, definition og indikator", "an outcome: name, definition and indicator"),
            Text(
                "${1:kort_navn}:\n  navn: ${2:Navn, som læseren ser}\n  definition: ${3:Hvad ordet betyder her}\n"
                "  indikatorer: ${4:indikator}",
                "${1:short_name}:\n  name: ${2:Name the reader sees}\n  definition: ${3:What the word means here}\n"
                "  indicators: ${4:indicator}",
            ),
        ),
    ),
    "goal": (
        Ready(
            Text("et slutmål: navn og indikator", "a goal: name and indicator"),
            Text(
                "${1:job}:\n  navn: ${2:Ordinært job}\n  indikatorer: ${3:i_job}",
                "${1:job}:\n  name: ${2:Ordinary job}\n  indicators: ${3:i_job}",
            ),
        ),
    ),
    "link": (
        Ready(
            Text("a -> b: øger, fordi …", "a -> b: increases, because …"),
            Text(
                "${1:fra} -> ${2:til}: øger, fordi ${3:grunden}",
                "${1:from} -> ${2:to}: increases, because ${3:the reason}",
            ),
        ),
        Ready(
            Text("a -> b: mindsker, fordi …", "a -> b: decreases, because …"),
            Text(
                "${1:fra} -> ${2:til}: mindsker, fordi ${3:grunden}",
                "${1:from} -> ${2:to}: decreases, because ${3:the reason}",
            ),
        ),
        Ready(
            Text("a ~ b: følges ad", "a ~ b: moves with"),
            Text("${1:a} ~ ${2:b}: følges ad", "${1:a} ~ ${2:b}: moves with"),
        ),
    ),
    "moderator": (
        Ready(
            Text("en betingelse: navn, sammenhæng og indikator", "a condition: name, link and indicator"),
            Text(
                "${1:kort_navn}:\n  navn: ${2:Navn, som læseren ser}\n  styrker: ${3:fra} -> ${4:til}\n"
                "  indikatorer: ${5:indikator}",
                "${1:short_name}:\n  name: ${2:Name the reader sees}\n  strengthens: ${3:from} -> ${4:to}\n"
                "  indicators: ${5:indicator}",
            ),
        ),
    ),
    "indicator": (
        Ready(
            Text("et eget spørgsmål: ordlyd: egen", "a question of our own: wording: own"),
            Text(
                "${1:kort_navn}:\n  navn: ${2:Navn, som læseren ser}\n  klasse: ${3:virkning}\n"
                "  respondent: ${4:borger}\n  skala: ${5:skala}\n  ordlyd: egen\n  spørgsmål: ${6:Spørgsmålet, ord for ord}",
                "${1:short_name}:\n  name: ${2:Name the reader sees}\n  class: ${3:outcome}\n"
                "  respondent: ${4:citizen}\n  scale: ${5:scale}\n  wording: own\n  question: ${6:The question, word for word}",
            ),
        ),
    ),
    "scale": (
        Ready(
            Text(
                "en skala med ord: trin: [lidt, noget, meget]",
                "a scale of words: steps: [little, some, much]",
            ),
            Text(
                "${1:kort_navn}: {trin: [${2:slet ikke, lidt, noget, meget, helt}]}",
                "${1:short_name}: {steps: [${2:not at all, a little, some, much, wholly}]}",
            ),
        ),
    ),
}
"""Ready lines for the blocks whose keys are the author's own words, by kind of block."""

CLAIMS = (
    Ready(
        Text("øger, fordi …", "increases, because …"),
        Text("øger, fordi ${1:grunden}", "increases, because ${1:the reason}"),
    ),
    Ready(
        Text("mindsker, fordi …", "decreases, because …"),
        Text("mindsker, fordi ${1:grunden}", "decreases, because ${1:the reason}"),
    ),
)

A_TEXT = Text(
    "Skriv en tekst efter kolonet. Er der et kolon i teksten, så sæt den i citationstegn.",
    "Write a text after the colon. If there is a colon in the text, put it in quotes.",
)
ONE_LINE_EACH = Text(
    "Skriv hver for sig på sin egen linje nedenunder, rykket to mellemrum ind.",
    "Write each on a line of its own below, indented by two spaces.",
)
NOT_LIKE_THIS: Mapping[str, Text] = {
    "id": Text(
        "Skriv ét ord uden mellemrum; brug _ i stedet.", "Write one word without spaces; use _ instead."
    ),
    "indicator": Text(
        "Skriv én indikators id, eller flere som en liste: [a, b]",
        "Write the id of one indicator, or several as a list: [a, b]",
    ),
    "link": Text(
        "Skriv to korte navne med en pil: praktik -> motivation",
        "Write two short names with an arrow: placement -> motivation",
    ),
    "pair": Text(
        "Skriv to korte navne med en pil: praktik -> motivation",
        "Write two short names with an arrow: placement -> motivation",
    ),
    "claim": Text(
        "Skriv 'øger, fordi …' eller 'mindsker, fordi …'.",
        "Write 'increases, because …' or 'decreases, because …'.",
    ),
    "assignment": Text(
        "Skriv: målt behov, stabilt behov, lodtrækning, kapacitet eller ukendt; gerne med ', fordi …'.",
        "Write: measured need, stable need, randomised, capacity or unknown; with ', because …' if you can.",
    ),
    "smallest": Text(
        "Skriv et tal med enhed og grund: 0,5 trin, fordi …",
        "Write a number with unit and reason: 0.5 steps, because …",
    ),
    "duration": Text("Skriv et tal og en enhed: 3 måneder", "Write a number and a unit: 3 months"),
    "reliability": Text(
        "Skriv 'ukendt' eller et tal med grund: 0,64, fordi …",
        "Write 'unknown' or a number with a reason: 0.64, because …",
    ),
    "range": Text("Skriv det mindste først: 0,1-0,3", "Write the smallest first: 0.1-0.3"),
    "number": Text("Skriv et tal.", "Write a number."),
    "amount": Text(
        "Skriv et tal, gerne med enhed: mindst 75 %",
        "Write a number, with a unit if it has one: at least 75 %",
    ),
    "step": Text("Trin er hele tal: 1, 2, 3.", "Steps are whole numbers: 1, 2, 3."),
    "code": Text("Skriv en kode: QC310", "Write a code: QC310"),
}
"""What belongs there, when a line does not follow its small grammar."""
NOT_ONE_OF = Text("Her kan stå: {words}", "These can stand here: {words}")
