"""The generated graph in words: its nodes, what is held still and why, a way that stays open."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from qualitycircle.evaluation.generated import Generated
from qualitycircle.evaluation.reading_off import Reading
from qualitycircle.expectation.controls import Spared
from qualitycircle.expectation.held import Held
from qualitycircle.rendering.naming import name
from qualitycircle.rendering.unfolded.window import Node, Window
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.values import say
from qualitycircle.vocabulary.words import unfolded as words


def title(window: Window, language: Language) -> str:
    if window.reading is None:
        return words.TITLE.say(language, title=window.theory.title)
    cause, effect = (name(each, window.theory) for each in (window.reading.cause, window.reading.effect))
    return words.TITLE_OF_PAIR.say(language, cause=cause, effect=effect)


def description(window: Window, language: Language) -> str:
    return words.DESCRIPTION.say(
        language,
        elements=len(window.elements),
        rounds=len(window.backs),
        links=sum(each.kind == "drawn" for each in window.arrows),
        past=sum(each.kind == "past" for each in window.arrows),
    )


def note(window: Window, language: Language) -> str:
    """Return what is shown, and how large the graph is that the answers are read off."""
    text = words.NOTE_OF_PAIR if window.reading else words.NOTE
    return text.say(language, nodes=window.size, rounds=window.rounds)


def column(back: int, language: Language) -> str:
    """Return a column's heading: how many målinger before t."""
    return words.ROUNDS.get(back, words.EARLIER).say(language, lag=back)


def node(each: Node, theory: Theory, language: Language) -> str:
    """Return what a node is, without its måling."""
    if not each.is_added:
        return name(each.name, theory)
    return words.NODES[each.kind].say(language, who=_who(each.name, language))


def _who(respondent: str, language: Language) -> str:
    return say("respondent", respondent, language) if respondent else ""


def held(each: Held, theory: Theory, language: Language) -> tuple[str, str]:
    """Return what is held still, and why."""
    said = words.HELD[each.hold.value]
    return said.label.say(language, element=name(each.element, theory)), said.sentence.say(language)


def spared(found: Iterable[tuple[Spared, str]], theory: Theory, language: Language) -> list[str]:
    """Return the causes that are not held still, each with its reason."""
    return [words.SPARED[why.value].say(language, element=name(id, theory)) for why, id in found]


def way(reading: Reading, graph: Generated, theory: Theory, language: Language) -> str:
    """Return a way that stays open, as its nodes with the arrows between them."""
    if not reading.way or graph.nodes is None:
        return ""
    told = [_short(graph, each, theory, language) for each in reading.way]
    for at, (one, other) in enumerate(pairwise(reading.way), start=1):
        told[at] = f"{'→' if graph.nodes.has_edge(one, other) else '←'} {told[at]}"
    return " ".join(told)


def _short(graph: Generated, id: str, theory: Theory, language: Language) -> str:
    assert graph.nodes is not None
    about = graph.nodes.nodes[id]
    if about["kind"] == "person":
        return words.SHORT["person"].say(language)
    short = words.SHORT.get(about["kind"])
    called = short.say(language, who=_who(about["name"], language)) if short else name(about["name"], theory)
    back = graph.last - about["wave"]
    return words.AT.say(language, name=called, back=f" − {back}" if back else "")
