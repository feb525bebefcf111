"""Which column each element stands in: one per kind, split where a kind's elements follow each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qualitycircle.theory import Element, Kind, Link, Theory


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A link as it runs through the picture: from the earlier column to the later.

    `backwards` is True when the claim points the other way (a feedback): the line is the same, the
    arrowhead sits at its start.
    """

    link: Link
    start: str
    end: str
    backwards: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The elements' columns from left to right, each with its kind, and the links between them."""

    kinds: tuple[Kind, ...]
    column: Mapping[str, int]
    hops: tuple[Hop, ...]

    def __len__(self) -> int:
        return len(self.kinds)


def columns(theory: Theory) -> Columns:
    """Return the columns of a theory's picture.

    Within a kind an element stands one step to the right of what leads to it. An element that could
    stand in several steps takes the emptiest, so that no column grows tall without need.
    """
    hops = _hops(theory)
    kinds: list[Kind] = []
    column: dict[str, int] = {}
    for kind in Kind:
        elements = theory.of_kind(kind)
        if elements:
            steps = _balanced(_steps(elements, hops), hops)
            column |= {id: len(kinds) + step for id, step in steps.items()}
            kinds += [kind] * (1 + max(steps.values()))
    return Columns(kinds=tuple(kinds), column=column, hops=hops)


def _hops(theory: Theory) -> tuple[Hop, ...]:
    """Return the links left to right; one that would close a circle is turned around."""
    rank = {each.id: list(Kind).index(each.kind) for each in theory.elements}
    follows: dict[str, set[str]] = {each.id: set() for each in theory.elements}
    hops = []
    for link in theory.links:
        if link.cause not in rank or link.effect not in rank or link.cause == link.effect:
            continue
        forward = rank[link.cause] < rank[link.effect]
        same = rank[link.cause] == rank[link.effect]
        backwards = not forward and not (same and not _reaches(link.effect, link.cause, follows))
        start, end = (link.effect, link.cause) if backwards else (link.cause, link.effect)
        follows[start].add(end)
        hops.append(Hop(link=link, start=start, end=end, backwards=backwards))
    return tuple(hops)


def _reaches(start: str, goal: str, follows: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting += follows[here]
    return False


def _steps(elements: tuple[Element, ...], hops: tuple[Hop, ...]) -> dict[str, int]:
    """Return each element's longest way from the first step of its kind."""
    inside = {each.id for each in elements}
    steps = dict.fromkeys((each.id for each in elements), 0)
    edges = [each for each in hops if each.start in inside and each.end in inside]
    for _ in elements:
        for each in edges:
            steps[each.end] = max(steps[each.end], steps[each.start] + 1)
    return steps


def _balanced(steps: dict[str, int], hops: tuple[Hop, ...]) -> dict[str, int]:
    """Move elements that nothing in their kind needs early or late to the emptiest step."""
    last = max(steps.values())
    inside = [each for each in hops if each.start in steps and each.end in steps]
    bound = {each.start for each in inside} | {each.end for each in inside}
    crowd = [0] * (last + 1)
    for id in bound:
        crowd[steps[id]] += 1
    placed = {id: step for id, step in steps.items() if id in bound}
    for id in steps:
        if id not in bound:
            step = min(range(last + 1), key=lambda each: crowd[each])
            placed[id] = step
            crowd[step] += 1
    return {id: placed[id] for id in steps}
