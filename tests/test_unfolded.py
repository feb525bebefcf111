"""The generated graph as it is shown: the graph that is drawn is the one the answers are read off."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from inline_snapshot import external_file, snapshot

from qualitycircle.evaluation.generated import generated
from qualitycircle.evaluation.implied import held_for
from qualitycircle.evaluation.reading_off import Reading, ReadOff, SameRound, read_off
from qualitycircle.expectation.controls import Spared
from qualitycircle.expectation.held import Hold
from qualitycircle.graph import PERSON, at, separated
from qualitycircle.indicators import Indicators, Respondent
from qualitycircle.loading.project import load
from qualitycircle.rendering.picture import engine
from qualitycircle.rendering.unfolded import (
    Window,
    as_plain,
    as_text,
    dot,
    headline,
    mermaid,
    of_pair,
    pair_text,
    png,
    svg,
    whole,
)
from qualitycircle.rendering.unfolded.places import WIDTH, Place, placed
from qualitycircle.rendering.unfolded.source import dot_name
from qualitycircle.site import addresses
from qualitycircle.site.gathering import gather
from qualitycircle.site.pages import pages, pictures
from qualitycircle.site.plain_pages import as_files
from qualitycircle.theory import Assignment, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import unfolded as words
from tests.command_line import circle
from tests.small import indicator, indicators, link, theory, with_element
from tests.test_site import contents

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"
SHIPPED = sorted(each.stem for each in (ROOT / "theories").glob("*.yml"))
LANGUAGES: tuple[Language, ...] = ("da", "en")
CHAIN = theory("praktik -> motivation", "tro -> motivation", "motivation -> mestring", "mestring -> job")


@cache
def shipped() -> tuple[dict[str, Theory], Indicators]:
    project = load(ROOT).project
    return {each.id: each for each in project.theories}, project.indicators


@cache
def read(id: str) -> ReadOff:
    theories, known = shipped()
    return read_off(theories[id], known)


def shown(id: str) -> Window:
    found = whole(shipped()[0][id], read(id).graph)
    assert found is not None
    return found


def about(drawn: Theory, cause: str, effect: str, known: Indicators | None = None) -> Reading:
    found = read_off(drawn, known or indicators()).of(cause, effect)
    assert found is not None
    return found


def pair_of(drawn: Theory, cause: str, effect: str) -> Window:
    found = read_off(drawn, indicators())
    reading = found.of(cause, effect)
    assert reading is not None
    window = of_pair(drawn, found, reading)
    assert window is not None
    return window


def arrows_of(source: str) -> set[tuple[str, str]]:
    return set(re.findall(r'^\t"?([^"\t]*?)"? -> "?([^"]*?)"?(?: \[.*)?$', source, re.MULTILINE))


# The graph that is drawn -------------------------------------------------------------------------


@pytest.mark.parametrize("id", SHIPPED)
def test_the_graph_that_is_drawn_is_the_graph_the_independencies_are_read_off(id: str) -> None:
    """The drawn window, repeated at every måling, is the whole graph; and it says the same of every pair."""
    graph, last = read(id).graph.nodes, read(id).graph.last
    assert graph is not None
    again = nx.DiGraph()
    for start, end in arrows_of(dot(shown(id), language="da")):
        for back in range(last + 1):
            moved = earlier(start, back), earlier(end, back)
            if all(moved):
                again.add_edge(*moved)
    assert set(again.edges) == {(dot_name(start), dot_name(end)) for start, end in graph.edges}
    for each in read(id).pairs:
        if each.can_be_tested and not each.tests[0].cause.activity:
            held = {dot_name(one) for one in each.nodes} & set(again)
            assert separated(again, at(each.cause, last - 1), at(each.effect, last), held), each


def earlier(node: str, back: int) -> str:
    """Return a node some målinger before, the citizen always; "" where there was none yet."""
    name, mark, wave = node.rpartition("@")
    if not mark:
        return node
    return f"{name}@{int(wave) - back}" if int(wave) >= back else ""


@pytest.mark.parametrize("id", SHIPPED)
def test_the_picture_has_every_arrow_of_the_window_once(id: str) -> None:
    window = shown(id)
    picture = ElementTree.fromstring(svg(window, language="da"))
    parts = [each for each in picture if "qc-explained" not in each.get("class", "")]
    kinds = {each.id: each.kind for each in window.nodes}

    def count(name: str) -> int:
        return sum(name in each.get("class", "").split() for each in parts)

    added = [each for each in window.arrows if each.kind == "added"]
    assert count("qc-link") == len(window.arrows) - len(added)
    assert count("qc-takes") == sum(kinds[each.start] == "rater" for each in added)
    measured = sum(kinds[each.end] == "measured" for each in added)
    assert count("qc-gives") == measured + sum(each == "measured" for each in kinds.values())
    to_frames = {(each.start, each.end[-1]) for each in added if kinds[each.start] in {"person", "calendar"}}
    assert count("qc-feeds") == len(to_frames) == 2 * len(window.backs)
    assert count("qc-node") + count("qc-added") == len(window.nodes)


@pytest.mark.parametrize("id", SHIPPED)
def test_an_arrow_to_the_frame_goes_to_all_that_is_in_it(id: str) -> None:
    window = shown(id)
    places = placed(window, "da")
    for frame in places.frames:
        inside = {
            each.node.id
            for each in places.places.values()
            if each.node.back == frame.back and not each.node.is_added and each.bottom < frame.bottom
        }
        for kind in ("person", "calendar"):
            led = {each.end for each in window.arrows if window.node(each.start).kind == kind}
            assert {each for each in led if window.node(each).back == frame.back} == inside


def test_a_start_drawn_by_lot_stands_outside_the_frame() -> None:
    drawn = with_element(CHAIN, "praktik", assignment=Assignment.RANDOMISED)
    window = whole(drawn, generated(drawn, indicators()))
    assert window is not None
    places = placed(window, "da")
    assert places.places[at("praktik", 3)].y >= places.frames[0].bottom
    assert places.places[at("motivation", 3)].bottom < places.frames[0].bottom


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", SHIPPED)
def test_no_box_lies_on_another_or_outside_the_page(id: str, language: Language) -> None:
    places = list(placed(shown(id), language).places.values())
    assert all(each.x >= 0 and each.right <= WIDTH for each in places)
    assert not [(one.node.id, other.node.id) for one, other in combinations(places, 2) if overlap(one, other)]
    assert all(each.lines and not each.lines[-1].endswith("…") for each in places if each.node.is_added)


def overlap(one: Place, other: Place) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_two_lags_are_shown_over_three_målinger() -> None:
    drawn = theory(link("motivation -> mestring", seen_after=(1, 2), declared_lag=True))
    window = whole(drawn, generated(drawn, indicators()))
    assert window is not None
    assert window.backs == (2, 1, 0)


# What concerns one pair --------------------------------------------------------------------------


def test_one_pair_shows_what_leads_to_the_effect_and_what_is_held_still() -> None:
    window = pair_of(CHAIN, "tro", "mestring")
    assert window.elements == ("motivation", "tro", "mestring")
    assert window.missing is not None
    assert (window.missing.start, window.missing.end) == ("tro@2", "mestring@3")
    held = {each.id for each in window.nodes if each.is_held}
    assert held == snapshot({"person", ":wave@2", "motivation@2", ":measured@2", "mestring@2", ":wave@3"})


def test_an_arrow_to_the_goal_shows_the_way_that_stays_open() -> None:
    window = pair_of(CHAIN, "mestring", "job")
    assert window.missing is None
    way = {(each.start, each.end) for each in window.arrows if each.is_on_way}
    assert way == {(PERSON, "mestring@2"), (PERSON, "job@3")}
    assert [(each.start, each.end) for each in window.arrows if each.is_asked] == [("mestring@2", "job@3")]


def test_every_pair_and_every_link_of_the_shipped_theories_can_be_drawn() -> None:
    theories, _ = shipped()
    for id, each in theories.items():
        for reading in (*read(id).links, *read(id).pairs):
            window = of_pair(each, read(id), reading)
            assert window is not None
            assert ElementTree.fromstring(svg(window, language="en")) is not None


def test_the_picture_of_praktik_looks_as_it_did() -> None:
    assert svg(shown("praktik-motivation"), language="da") == external_file(
        "golden/praktik-udfoldet.svg", format=".txt"
    )


def test_one_pair_as_mermaid() -> None:
    small = theory("motivation -> mestring")
    assert mermaid(pair_of(small, "motivation", "mestring"), language="da") == snapshot("""\
flowchart LR
  n0(["Borgeren selv: det, der altid er sådan (holdes fast)"])
  subgraph t1["Målingen før (t − 1)"]
    n1["Motivation"]
    n2(["Målingen: det, der sker for alle (holdes fast)"])
    n3(["Dagens humør: borger"])
    n4(["Spørges stadig (holdes fast)"])
    n5["Mestring (holdes fast)"]
  end
  subgraph t0["Måling t"]
    n6(["Målingen: det, der sker for alle (holdes fast)"])
    n7(["Dagens humør: borger"])
    n8(["Spørges stadig"])
    n9["Mestring"]
  end
  n0 -.-> n1
  n0 -.-> n5
  n0 -.-> n9
  n1 -.-> n4
  n1 ==> n9
  n2 -.-> n1
  n2 -.-> n5
  n3 -.-> n1
  n3 -.-> n5
  n5 -.-> n4
  n5 -.-> n9
  n6 -.-> n9
  n7 -.-> n9
  n9 -.-> n8
  classDef added stroke-dasharray:4 3
  classDef held stroke:#0072b2,stroke-width:3px
  class n0,n2,n3,n4,n6,n7,n8 added
  class n0,n2,n4,n5,n6 held
""")


def test_other_tools_can_draw_it_too() -> None:
    drawn = engine.run(dot(shown("praktik-motivation"), language="da"), "svg")
    assert drawn.count(b'class="edge"') == len(shown("praktik-motivation").arrows)
    assert png(shown("praktik-motivation"), language="da", dpi=40).startswith(b"\x89PNG")


def test_the_signs_of_the_picture_are_explained_where_they_occur() -> None:
    told = svg(pair_of(CHAIN, "mestring", "job"), language="da")
    assert words.WAY_OPEN.say("da") in told
    assert words.MISSING.say("da") not in told
    assert words.MISSING.say("da") in svg(pair_of(CHAIN, "tro", "mestring"), language="da")


def test_a_file_of_its_own_follows_light_and_dark_and_a_page_does_it_for_the_rest() -> None:
    window = pair_of(CHAIN, "tro", "mestring")
    assert "prefers-color-scheme: dark" in svg(window, language="da")
    assert "<style>" not in svg(window, language="da", standalone=False)


# What is held still, and why ---------------------------------------------------------------------


def holds(reading: Reading) -> list[tuple[Hold, str]]:
    return [(each.hold, each.element) for each in reading.held]


def test_each_comparison_holds_its_own_still() -> None:
    drawn = theory("praktik -> motivation", "praktik -> job", "motivation -> mestring", "mestring -> job")
    assert holds(about(drawn, "motivation", "mestring")) == [
        (Hold.PERSON, ""),
        (Hold.CALENDAR, ""),
        (Hold.PAST, "mestring"),
    ]
    assert [each for each, _ in holds(about(drawn, "praktik", "motivation"))] == [
        Hold.NOT_YET,
        Hold.CALENDAR,
        Hold.UNIT,
        Hold.EITHER,
    ]
    assert holds(about(drawn, "mestring", "job"))[0] == (Hold.FIRST, "mestring")
    assert (Hold.OTHER_CAUSE, "praktik") in holds(about(drawn, "mestring", "job"))
    assert (Hold.NOT_YET, "praktik") in holds(about(drawn, "praktik", "job"))


@pytest.mark.parametrize(
    ("assignment", "hold"),
    [
        (Assignment.STABLE_NEED, Hold.CHANGE),
        (Assignment.MEASURED_NEED, Hold.PAST),
        (Assignment.RANDOMISED, Hold.LOT),
    ],
)
def test_how_it_was_decided_who_starts_says_what_is_held(assignment: Assignment, hold: Hold) -> None:
    drawn = with_element(theory("praktik -> motivation"), "praktik", assignment=assignment)
    assert hold in [each for each, _ in holds(about(drawn, "praktik", "motivation"))]


def test_a_lot_leaves_no_way_open_and_a_start_nobody_drew_leaves_the_citizen() -> None:
    chain = theory("praktik -> job")
    assert about(chain, "praktik", "job").way == ("praktik@2", PERSON, "job@3")
    drawn = with_element(chain, "praktik", assignment=Assignment.RANDOMISED)
    assert about(drawn, "praktik", "job").way == ()


@pytest.mark.parametrize("id", SHIPPED)
def test_what_is_held_for_a_change_on_a_change_closes_every_other_way(id: str) -> None:
    for each in read(id).links:
        if each.tests and each.tests[0].comparison.value == "B/C" and not each.tests[0].open_doors:
            assert each.way == (), each


def test_a_cause_that_is_not_held_still_says_why() -> None:
    at_once = (
        link("tro -> motivation", seen_after=(0,)),
        link("motivation -> mestring"),
        link("tro -> mestring"),
    )
    assert about(theory(*at_once), "tro", "mestring").spared == ((Spared.STEP_BETWEEN, "motivation"),)
    unseen = with_element(theory("tro -> mestring", "motivation -> mestring"), "motivation", indicators=())
    assert about(unseen, "tro", "mestring").spared == ((Spared.UNMEASURED, "motivation"),)


def test_every_way_of_holding_and_sparing_has_its_words() -> None:
    assert {each.value for each in Hold} == set(words.HELD)
    assert {each.value for each in Spared} == set(words.SPARED)
    assert {each.value for each in SameRound} == set(words.SAME_ROUND)


# What follows ------------------------------------------------------------------------------------


def said_by(**respondents: Respondent) -> Indicators:
    catalogue = indicators().catalogues[0]
    told = tuple(indicator(id, respondent=who) for id, who in respondents.items())
    rest = tuple(each for each in catalogue.indicators if each.id not in respondents)
    return Indicators((replace(catalogue, indicators=(*rest, *told)),))


def test_one_mood_is_in_both_answers_at_one_måling_but_not_at_the_next() -> None:
    one = said_by(tro=Respondent.STAFF, mestring=Respondent.STAFF, motivation=Respondent.CITIZEN)
    reading = about(CHAIN, "tro", "mestring", one)
    assert reading.can_be_tested
    assert (reading.one_informant, reading.same_round) == (True, SameRound.ONE_MOOD)
    two = said_by(tro=Respondent.CITIZEN, mestring=Respondent.STAFF, motivation=Respondent.CITIZEN)
    other = about(CHAIN, "tro", "mestring", two)
    assert (other.one_informant, other.same_round) == (False, SameRound.IMPLIED)


def test_what_is_said_of_one_måling_is_what_the_graph_with_its_moods_says() -> None:
    for id in SHIPPED:
        graph, last = read(id).graph.nodes, read(id).graph.last
        for each in read(id).pairs:
            if each.same_round and graph is not None and each.claim:
                one, other = at(each.cause, last), at(each.effect, last)
                held = held_for(read(id).graph, each.cause, each.effect, each.claim.given) - {one, other}
                assert separated(graph, one, other, held) is (each.same_round is SameRound.IMPLIED)


def test_a_circle_within_one_måling_cannot_be_unfolded_and_says_so() -> None:
    circle_at_once = theory(
        link("motivation -> mestring", seen_after=(0,)),
        link("mestring -> motivation", seen_after=(0,)),
        "tro -> job",
    )
    found = read_off(circle_at_once, indicators())
    assert generated(circle_at_once, indicators()).nodes is None
    assert whole(circle_at_once, found.graph) is None
    assert "kreds inden for samme måling" in as_text(circle_at_once, found, indicators(), "da")


def test_the_listing_of_praktik() -> None:
    drawn, known = shipped()[0]["praktik-motivation"], shipped()[1]
    told = as_text(drawn, read("praktik-motivation"), known, "da")
    assert told.split("\n\n")[:2] == snapshot(
        [
            """\
praktik-motivation: 32 par uden pil: 10 kan testes, 22 kan ikke
Hvor teorien ikke tegner en pil, siger den også noget: det ene siger intet om det andet ved næste
måling, når det, der holdes fast, er ens. Det er læst af den udfoldede graf, før nogen har set data.
For hvert par holdes fast: det faste hos borgeren, målingen og effektens forrige svar. Skal der mere
til, står det ved parret.\
""",
            """\
Kan testes (10)
  - Fremmøde i praktik → Antal henvendelser; holdes også fast: Træning i præsentationsteknik,
    Henvendelser til arbejdspladser
  - Antal henvendelser → Fremmøde i praktik; holdes også fast: Praktikophold
  - Antal henvendelser → Tro på at få et arbejde; holdes også fast: Fremmøde i praktik
  - Antal henvendelser → Faglige kvalifikationer; holdes også fast: Fremmøde i praktik
  - Motivation → Tro på at få et arbejde; holdes også fast: Fremmøde i praktik
  - Motivation → Faglige kvalifikationer; holdes også fast: Fremmøde i praktik
  - Tro på at få et arbejde → Motivation; holdes også fast: Fremmøde i praktik, Evaluering af
    borgerens præsentation, Antal henvendelser
  - Tro på at få et arbejde → Faglige kvalifikationer; holdes også fast: Fremmøde i praktik
  - Faglige kvalifikationer → Motivation; holdes også fast: Fremmøde i praktik, Evaluering af
    borgerens præsentation, Antal henvendelser
  - Faglige kvalifikationer → Tro på at få et arbejde; holdes også fast: Fremmøde i praktik\
""",
        ]
    )
    assert told.split("\n\n")[-1] == snapshot("""\
Ved samme måling:
  - siger teorien det samme (8): Fremmøde i praktik → Antal henvendelser; Antal henvendelser →
    Fremmøde i praktik; Antal henvendelser → Tro på at få et arbejde; Antal henvendelser → Faglige
    kvalifikationer; Motivation → Tro på at få et arbejde; Tro på at få et arbejde → Motivation; Tro
    på at få et arbejde → Faglige kvalifikationer; Faglige kvalifikationer → Tro på at få et arbejde
  - siger teorien det kun mellem forskellige respondenter; den samme har dagens humør i begge svar
    (2): Motivation → Faglige kvalifikationer; Faglige kvalifikationer → Motivation\
""")


def test_one_pair_in_words() -> None:
    found = read_off(CHAIN, indicators())
    assert pair_text(CHAIN, found, about(CHAIN, "mestring", "job"), indicators(), "da") == snapshot("""\
Mestring → Job
Holdes fast:
  - Mestring ved første måling: så tæller det, borgeren har flyttet sig, og ikke kun, hvor borgeren
    begyndte
  - kun dem, der endnu ikke er nået til Job: den, der allerede er nået dertil, har intet at vente på
  - målingen: det, der rammer alle ved samme måling, skal ikke ligne en sammenhæng
  - enhed og tid på året: steder og tider er forskellige, uden at det siger noget om sammenhængen
  - baggrund, som den står i data: alder, ledighed og lignende kan give begge dele
Står åbent: Mestring (t − 1) ← det faste hos borgeren → Job (t) (det faste hos borgeren kan ikke
tages ud, så sammenhængen er højst svag)\
""")
    assert pair_text(CHAIN, found, about(CHAIN, "tro", "mestring"), indicators(), "en") == snapshot("""\
Tro → Mestring
Can be tested, but only be undecided: the same respondent answers for both.
Held still:
  - what is constant in the citizen: each citizen is held against itself, so that what is always so
    does not look like a link
  - the round: what hits everybody at one round should not look like a link
  - Mestring at the round before: who stood high last time often does again, whatever happens
  - Motivation: it also leads to the effect and may go with the cause
At the same round: it cannot be tested: the same respondent answers for both, and the mood of the
day is in both answers\
""")
    assert pair_text(CHAIN, found, about(CHAIN, "praktik", "job"), indicators(), "da") == snapshot("""\
Praktik → Job
Kan ikke testes: hvem der starter, er ikke afgjort ved lodtrækning.\
""")


def test_the_data_are_json_and_hold_the_whole_graph() -> None:
    found = read_off(CHAIN, indicators())
    told = json.loads(json.dumps(as_plain(CHAIN, found, indicators(), "en")))
    assert found.graph.nodes is not None
    assert {tuple(each) for each in told["arrows"]} == set(found.graph.nodes.edges)
    assert told["headline"] == headline(found, "en")
    pair = next(each for each in told["pairs"] if (each["cause"], each["effect"]) == ("tro", "mestring"))
    assert pair["can_be_tested"]
    assert "motivation@2" in pair["held_nodes"]


# At the command line -----------------------------------------------------------------------------


def test_the_graph_is_drawn_on_request(tmp_path: Path) -> None:
    done = circle("draw", "praktik-motivation", "--udfoldet", "-o", str(tmp_path / "x.svg"), cwd=ROOT)
    assert done.code == 0, done.aside
    assert done.out.splitlines()[1] == snapshot(
        "32 par uden pil: 10 kan testes, 22 kan ikke. Læs dem med: circle check praktik-motivation --uden-pil"
    )
    assert (tmp_path / "x.svg").read_text("utf-8") == svg(shown("praktik-motivation"), language="da")
    for kind in ("png", "dot", "mmd"):
        made = tmp_path / f"x.{kind}"
        assert circle("draw", "praktik-motivation", "--unfolded", "-o", str(made), cwd=ROOT).code == 0
        assert made.stat().st_size > 1000


def test_one_pair_is_drawn_and_told(tmp_path: Path) -> None:
    target = tmp_path / "x.svg"
    told = circle("draw", "praktik-motivation", "--par", "motivation -> job", "-o", str(target), cwd=ROOT)
    assert told.code == 0
    assert "det faste hos borgeren" in told.out
    assert "qc-asked" in target.read_text("utf-8")
    unknown = circle("draw", "praktik-motivation", "--par", "motivation,maane", cwd=ROOT)
    assert (unknown.code, "maane" in unknown.aside) == (2, True)
    backwards = circle("draw", "praktik-motivation", "--pair", "job,motivation", cwd=ROOT)
    assert (backwards.code, "baglæns" in backwards.aside) == (2, True)


def test_what_follows_is_listed_on_request() -> None:
    told = circle("check", "praktik-motivation", "--uden-pil", cwd=ROOT)
    assert told.code == 0
    drawn, known = shipped()[0]["praktik-motivation"], shipped()[1]
    assert as_text(drawn, read("praktik-motivation"), known, "da") in told.out
    data = json.loads(circle("check", "praktik-motivation", "--absent", "--format", "json", cwd=ROOT).out)
    assert [each["theory"] for each in data["graphs"]] == ["praktik-motivation"]
    assert set(data) == {"findings", "summary", "graphs"}


# On the site -------------------------------------------------------------------------------------


def test_the_analysts_page_shows_the_graph_and_why_for_every_link() -> None:
    told = pages(contents())
    page = told["udfoldet/praktik.md"]
    drawn = contents().stories[0].theory
    assert '<div data-circle-picture="praktik--unfolded"></div>' in page
    for each in drawn.links:
        assert f"{{ #{addresses.link_anchor(each.id)} }}" in page
    assert "udfoldet/praktik.md" in told["teorier/praktik.md"]
    assert set(pictures(contents())) >= {"praktik", "praktik--unfolded"}


def test_a_links_section_leads_to_why_something_is_held_still() -> None:
    page = pages(gather(ROOT, language="da"))["teorier/praktik-motivation.md"]
    motivation = page.split("{ #fremmoede--motivation }")[1].split("\n### ")[0]
    assert "Holdes fast\n:   det faste hos borgeren; målingen; Motivation ved forrige måling" in motivation
    assert "(../udfoldet/praktik-motivation.md#fremmoede--motivation)" in motivation


def test_an_export_has_the_graph_as_a_picture_of_its_own() -> None:
    files = as_files(contents())
    assert "](../pictures/praktik--unfolded.svg)" in files["udfoldet/praktik.md"]
    assert "prefers-color-scheme" in files["pictures/praktik--unfolded.svg"]
