"""What is read off the generated graph, as text for a terminal and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitycircle.evaluation.generated import Generated
from qualitycircle.evaluation.implied import MOST_PAIRS, OPEN_WAY
from qualitycircle.evaluation.reading_off import Reading, ReadOff, SameRound
from qualitycircle.expectation import Comparison, NotTestable
from qualitycircle.indicators import Indicators
from qualitycircle.rendering.naming import name
from qualitycircle.rendering.testability import reason
from qualitycircle.rendering.unfolded import wording
from qualitycircle.rendering.whole import filled
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import unfolded as words
from qualitycircle.vocabulary.words import whole as above

Plain = None | bool | int | str | Sequence["Plain"] | dict[str, "Plain"]


def headline(found: ReadOff, language: Language) -> str:
    """Return how many pairs without an arrow there are, and how many can be tested."""
    can = sum(each.can_be_tested for each in found.pairs)
    total = len(found.pairs)
    return words.HEADLINE.say(language, pairs=total, can=can, cannot=total - can)


def as_text(theory: Theory, found: ReadOff, indicators: Indicators, language: Language) -> str:
    """Return what follows from every missing arrow, gathered by how it can be tested or why it cannot."""
    lines = [f"{theory.id}: {headline(found, language)}", words.LEAD.say(language)]
    lines.append(words.HELD_FOR_ALL.say(language))
    for heading, rows in gathered(theory, found, indicators, language):
        lines += ["", heading, *(f"  - {each}" for each in rows)]
    rounds = list(same_round(theory, found, language))
    if rounds:
        lines += ["", words.SAME_ROUND_LEAD.say(language), *(f"  - {each}" for each in rounds)]
    if found.left_out:
        lines += ["", words.LEFT_OUT.say(language, pairs=MOST_PAIRS)]
    return filled(lines)


def gathered(
    theory: Theory, found: ReadOff, indicators: Indicators, language: Language
) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading with its pairs: those that can be tested first, then by reason."""
    groups: dict[str, list[str]] = {}
    for each in sorted(found.pairs, key=_place):
        heading = _heading(each, theory, indicators, language)
        groups.setdefault(heading, []).append(_row(each, theory, found.graph, language))
    yield from ((f"{heading} ({len(rows)})", rows) for heading, rows in groups.items())


def _place(reading: Reading) -> int:
    return 2 if not reading.can_be_tested else int(reading.one_informant)


def _heading(reading: Reading, theory: Theory, indicators: Indicators, language: Language) -> str:
    if reading.can_be_tested:
        return (words.ONE_INFORMANT if reading.one_informant else words.CAN).say(language)
    return words.CANNOT.say(language, reason=cannot(reading, theory, indicators, language))


def cannot(reading: Reading, theory: Theory, indicators: Indicators, language: Language) -> str:
    """Return why a pair or a link cannot be tested with what is declared."""
    if reading.claim is not None and reading.claim.reason:
        return above.ABSENT_REASONS[reading.claim.reason].say(language)
    if isinstance(reading.expectation, NotTestable):
        told = (
            reason(why, about, theory, indicators, language) for why, about in reading.expectation.reasons
        )
        return "; ".join(told)
    return ""


def _row(reading: Reading, theory: Theory, graph: Generated, language: Language) -> str:
    pair = named(reading, theory)
    if reading.claim is not None and reading.claim.reason == OPEN_WAY:
        told = words.WAY_IS.say(language, way=wording.way(reading, graph, theory, language))
        return f"{pair}; {told}"
    if not reading.can_be_tested:
        return pair
    if reading.tests[0].cause.activity:
        return f"{pair}; {words.BY_LOT.say(language)}"
    given = reading.claim.given if reading.claim else ()
    more = ", ".join(name(each, theory) for each in given)
    return f"{pair}; {words.AND_HELD.say(language, elements=more)}" if more else pair


def named(reading: Reading, theory: Theory) -> str:
    return f"{name(reading.cause, theory)} → {name(reading.effect, theory)}"


def same_round(theory: Theory, found: ReadOff, language: Language) -> Iterator[str]:
    """Yield what follows at one and the same måling, the pairs gathered under it."""
    for each in SameRound:
        pairs = [named(one, theory) for one in found.pairs if one.same_round is each]
        if pairs:
            yield f"{words.SAME_ROUND[each.value].say(language)} ({len(pairs)}): {'; '.join(pairs)}"


# One pair ------------------------------------------------------------------------------------------


def pair_text(
    theory: Theory, found: ReadOff, reading: Reading, indicators: Indicators, language: Language
) -> str:
    """Return all that the graph says of one arrow, or of one missing."""
    lines = [named(reading, theory)]
    if not reading.can_be_tested or (reading.one_informant and not reading.is_drawn):
        lines.append(f"{_heading(reading, theory, indicators, language)}.")
    if reading.held:
        lines.append(f"{words.HELD_STILL.say(language)}:")
        told = (wording.held(each, theory, language) for each in reading.held)
        lines += [f"  - {label}: {why}" for label, why in told]
    elif reading.can_be_tested:
        lines.append(f"{words.HELD_STILL.say(language)}: {words.NOTHING_HELD.say(language)}")
    not_held = wording.spared(reading.spared, theory, language)
    if not_held:
        lines += [f"{words.NOT_HELD.say(language)}:", *(f"  - {each}" for each in not_held)]
    lines += _open(reading, found.graph, theory, language)
    if reading.same_round is not None:
        told_at_once = words.SAME_ROUND[reading.same_round.value].say(language)
        lines.append(f"{words.SAME_ROUND_LEAD.say(language)} {told_at_once}")
    return filled(lines)


def _open(reading: Reading, graph: Generated, theory: Theory, language: Language) -> list[str]:
    way = stays_open(reading, graph, theory, language)
    return [f"{words.STAYS_OPEN.say(language)}: {way}"] if way else []


def stays_open(reading: Reading, graph: Generated, theory: Theory, language: Language) -> str:
    """Return the way that stays open, and what that means where it is the citizen's own."""
    told = wording.way(reading, graph, theory, language)
    if told and reading.tests and reading.tests[0].comparison in _TO_GOAL:
        return f"{told} ({words.OPEN_PERSON.say(language)})"
    return told


_TO_GOAL = frozenset({Comparison.LEVEL_TO_GOAL, Comparison.START_TO_GOAL})


# As data -------------------------------------------------------------------------------------------


def as_plain(theory: Theory, found: ReadOff, indicators: Indicators, language: Language) -> dict[str, Plain]:
    """Return the graph and what is read off it, for JSON: ids, codes and sentences in the language."""
    graph = found.graph.nodes
    return {
        "theory": theory.id,
        "version": theory.version,
        "headline": headline(found, language),
        "rounds": found.graph.last + 1,
        "nodes": [] if graph is None else [{"id": id, **about} for id, about in graph.nodes.items()],
        "arrows": [] if graph is None else [list(each) for each in graph.edges],
        "links": [_plain(each, theory, indicators, language) for each in found.links],
        "pairs": [_plain(each, theory, indicators, language) for each in found.pairs],
        "left_out": found.left_out,
    }


def _plain(reading: Reading, theory: Theory, indicators: Indicators, language: Language) -> dict[str, Plain]:
    return {
        "cause": reading.cause,
        "effect": reading.effect,
        "lag": reading.lag,
        "can_be_tested": reading.can_be_tested,
        "why_not": "" if reading.can_be_tested else cannot(reading, theory, indicators, language),
        "one_informant": reading.one_informant,
        "held": [
            _held(each.hold.value, each.element, *wording.held(each, theory, language))
            for each in reading.held
        ],
        "not_held": [{"element": id, "why": why.value} for why, id in reading.spared],
        "held_nodes": sorted(reading.nodes),
        "open_way": list(reading.way),
        "same_round": reading.same_round.value if reading.same_round else None,
    }


def _held(what: str, element: str, label: str, why: str) -> dict[str, Plain]:
    return {"what": what, "element": element, "label": label, "why": why}
