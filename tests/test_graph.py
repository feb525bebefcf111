"""The theory as a graph: ways, circles and columns, and what must be held still for a link.

The adjustment sets are checked on graphs whose answers are published.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.expectation import Testable, expectations
from qualitycircle.graph import (
    PERSON,
    adjustment_set,
    ancestors,
    at,
    circles,
    columns,
    descendants,
    open_way,
    parents,
    paths,
    product,
    separated,
    single_door,
    unrolled,
)
from qualitycircle.indicators import Respondent
from qualitycircle.theory import Assignment, Sign, Theory
from tests.small import indicators, link, theory, with_element
from tests.theories import bip, praktik

CHAIN = ("praktik -> fremmøde", "fremmøde -> motivation", "motivation -> job")


# Ways --------------------------------------------------------------------------------------------


def test_what_leads_to_an_element_and_what_it_leads_to() -> None:
    chain = theory(*CHAIN, "mestring ~ motivation")
    assert ancestors(chain, "motivation") == {"praktik", "fremmøde"}
    assert descendants(chain, "fremmøde") == {"motivation", "job"}
    assert parents(chain, "motivation") == ("fremmøde",)


def test_a_circle_is_found_once_and_told_in_its_order() -> None:
    ring = theory(*CHAIN, "motivation -> mestring", "mestring -> tro", "tro -> motivation")
    assert circles(ring.links) == (("motivation", "mestring", "tro"),)
    assert circles(theory(*CHAIN).links) == ()


def test_columns_stand_after_everything_that_leads_to_them() -> None:
    chain = theory(*CHAIN, "praktik -> motivation")
    assert columns(chain) == (("praktik",), ("fremmøde",), ("motivation",), ("job",))


def test_every_way_from_an_activity_to_a_goal_is_told_by_its_links() -> None:
    ways = [[each.id for each in way] for way in paths(theory(*CHAIN, "praktik -> motivation"))]
    assert ways == [
        ["praktik -> fremmøde", "fremmøde -> motivation", "motivation -> job"],
        ["praktik -> motivation", "motivation -> job"],
    ]


def test_the_shipped_kinds_of_theories_have_as_many_ways_as_networkx_counts() -> None:
    for each in (praktik(), bip()):
        graph = nx.DiGraph([(one.cause, one.effect) for one in each.links])
        counted = sum(
            len(list(nx.all_simple_paths(graph, start.id, goal.id)))
            for start in each.elements
            for goal in each.goals
            if start.kind.value == "activity"
        )
        assert len(list(paths(each))) == counted


@given(st.lists(st.sampled_from(["", "-"]), min_size=3, max_size=3))
def test_two_signs_down_make_one_up(signs: list[str]) -> None:
    links = [link(f"{each} {sign}".strip()) for each, sign in zip(CHAIN, signs, strict=True)]
    assert (product(links) is Sign.UP) == (signs.count("-") % 2 == 0)


ELEMENTS = ("fremmøde", "henvendelser", "motivation", "mestring", "tro")
PAIRS = [(one, other) for one in ELEMENTS for other in ELEMENTS if one != other]


@given(st.lists(st.sampled_from(PAIRS), unique=True, max_size=10))
def test_reach_and_circles_agree_with_networkx(pairs: list[tuple[str, str]]) -> None:
    drawn = theory(*(f"{cause} -> {effect}" for cause, effect in pairs))
    graph = nx.DiGraph(pairs)
    rings = [each for each in nx.strongly_connected_components(graph) if len(each) > 1]
    assert len(circles(drawn.links)) == len(rings)
    for each in graph:
        assert descendants(drawn, each) - {each} == nx.descendants(graph, each)
        assert ancestors(drawn, each) - {each} == nx.ancestors(graph, each)


# Published graphs --------------------------------------------------------------------------------


def dag(text: str) -> nx.DiGraph[str]:
    """Return the graph of `a>b c>d`."""
    return nx.DiGraph([tuple(each.split(">")) for each in text.split()])  # type: ignore[misc]


M_BIAS = dag("U1>X U1>M U2>M U2>Y X>Y")
FRONT_DOOR = dag("U>smoking U>cancer smoking>tar tar>cancer")
PEARL_5_9 = dag("X>Z Z>Y X>Y W>X W>Z")
BACK_DOOR = dag("Z1>X Z1>Z3 Z2>Z3 Z2>Y Z3>X Z3>Y X>Y")


@pytest.mark.parametrize(
    ("graph", "cause", "effect", "given_", "valid"),
    [
        # Greenland, Pearl & Robins (1999): the M; holding M opens what was closed
        (M_BIAS, "X", "Y", "", True),
        (M_BIAS, "X", "Y", "M", False),
        (M_BIAS, "X", "Y", "M U1", True),
        # Pearl (1995): smoking, tar, cancer
        (FRONT_DOOR, "smoking", "tar", "", True),
        (FRONT_DOOR, "tar", "cancer", "", False),
        (FRONT_DOOR, "tar", "cancer", "smoking", True),
        (FRONT_DOOR, "smoking", "tar", "cancer", False),
        # Pearl (2009), 5.3.1: the direct effect holds the step in between and what stands behind it
        (PEARL_5_9, "X", "Y", "", False),
        (PEARL_5_9, "X", "Y", "Z", True),
        # Pearl (1995), figure 1: Z3 alone is a collider, Z3 with either of its parents is enough
        (BACK_DOOR, "X", "Y", "Z3", False),
        (BACK_DOOR, "X", "Y", "Z3 Z1", True),
        (BACK_DOOR, "X", "Y", "Z3 Z2", True),
    ],
)
def test_the_single_door_of_published_graphs(
    graph: nx.DiGraph[str], cause: str, effect: str, given_: str, *, valid: bool
) -> None:
    assert single_door(graph, cause, effect, given_.split()) is valid


def test_the_adjustment_set_is_the_other_parents() -> None:
    assert adjustment_set(BACK_DOOR, "X", "Y") == {"Z2", "Z3"}
    assert adjustment_set(M_BIAS, "X", "Y") == {"U2"}


# The generated graph -----------------------------------------------------------------------------

VOICES = {
    "motivation": frozenset({Respondent.STAFF}),
    "mestring": frozenset({Respondent.STAFF}),
    "job": frozenset({Respondent.REGISTER}),
}


def test_the_generated_graph_adds_the_person_the_rater_the_wave_and_drop_out() -> None:
    graph = unrolled(theory("motivation -> mestring", "mestring -> job"), VOICES, waves=2)
    assert set(graph.predecessors("mestring@1")) == {
        "motivation@0",
        "mestring@0",
        PERSON,
        "rater:staff@1",
        ":wave@1",
    }
    assert set(graph.predecessors(":measured@1")) == {"motivation@1", "mestring@1", "job@1"}
    assert "rater:register@1" not in graph


def test_nothing_about_the_citizen_or_the_time_leads_to_a_start_drawn_by_lot() -> None:
    chain = theory("praktik -> motivation")
    drawn = with_element(chain, "praktik", assignment=Assignment.RANDOMISED)
    assert set(unrolled(drawn, waves=2).predecessors("praktik@1")) == {"praktik@0"}
    assert set(unrolled(chain, waves=2).predecessors("praktik@1")) == {"praktik@0", PERSON, ":wave@1"}


def test_an_element_called_as_an_added_node_is_another_node() -> None:
    named = theory("motivation -> mestring")
    clash = tuple(replace(each, id="wave") if each.id == "motivation" else each for each in named.elements)
    graph = unrolled(replace(named, elements=clash, links=(link("wave -> mestring"),)), VOICES, waves=2)
    assert set(graph.predecessors("wave@1")) == {"wave@0", PERSON, ":wave@1"}


@given(
    st.lists(st.sampled_from([(one, other) for one in "abcdef" for other in "abcdef" if one < other])),
    st.sets(st.sampled_from("bcde")),
)
def test_a_way_is_open_exactly_where_networkx_finds_no_separation(
    arrows: list[tuple[str, str]], held: set[str]
) -> None:
    graph = nx.DiGraph(arrows)
    graph.add_nodes_from("abcdef")
    way = open_way(graph, "a", "f", held)
    assert bool(way) is not separated(graph, "a", "f", held)
    if way:
        assert (way[0], way[-1]) == ("a", "f")
        assert all(graph.has_edge(*each) or graph.has_edge(*each[::-1]) for each in pairwise(way))


def test_without_the_person_held_still_no_link_is_identified() -> None:
    graph = unrolled(theory("motivation -> mestring"), VOICES)
    door = {"mestring@1", "motivation@1", ":wave@2"}
    assert not single_door(graph, at("motivation", 1), at("mestring", 2), door - {"motivation@1"})
    assert single_door(graph, at("motivation", 1), at("mestring", 2), {"mestring@1", PERSON})


def test_who_is_still_measured_is_never_held_still() -> None:
    graph = unrolled(theory("motivation -> mestring"), VOICES)
    held = {"mestring@1", PERSON, ":measured@2"}
    assert not single_door(graph, at("motivation", 1), at("mestring", 2), held)


def test_an_answer_of_the_same_rater_on_the_same_day_keeps_the_mood_open() -> None:
    same_day = unrolled(theory(link("motivation -> mestring", seen_after=(0,))), VOICES)
    assert not single_door(
        same_day, at("motivation", 2), at("mestring", 2), {"mestring@1", PERSON, ":wave@2"}
    )


def test_a_circle_at_the_same_måling_cannot_be_unrolled_but_one_over_time_can() -> None:
    over_time = theory("motivation -> mestring", "mestring -> motivation")
    assert nx.is_directed_acyclic_graph(unrolled(over_time))
    at_once = theory(*(link(each.id, seen_after=(0,)) for each in over_time.links))
    with pytest.raises(ValueError, match="same måling"):
        unrolled(at_once)


@pytest.mark.parametrize(
    "drawn",
    [
        theory(*CHAIN, "fremmøde -> mestring", "mestring -> motivation", "mestring -> job"),
        theory("motivation -> mestring", "mestring -> motivation", "tro -> motivation", "tro -> mestring"),
        theory("praktik -> motivation", "praktik -> mestring", "mestring -> motivation"),
    ],
)
def test_what_expectations_hold_still_opens_no_back_door_in_the_generated_graph(drawn: Theory) -> None:
    graph = unrolled(drawn)
    for expected in expectations(drawn, indicators()):
        assert isinstance(expected, Testable)
        for test in expected.tests:
            cause, effect = at(test.cause.element, 2), at(test.effect.element, 3)
            held = {at(each.element, 2) for each in test.controls}
            past = {at(test.effect.element, 2), PERSON, ":wave@3"}
            assert single_door(graph, cause, effect, held | past), test.link


def test_walking_the_graph_needs_no_networkx() -> None:
    program = (
        "import sys; from qualitycircle import graph; from tests.theories import praktik;"
        "graph.columns(praktik()); list(graph.paths(praktik())); print('networkx' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
