"""The picture says what the theory says, in its place, and nothing lies on top of anything else."""

from __future__ import annotations

import math
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import external_file, snapshot

from qualitycircle.evaluation.values import Verdict
from qualitycircle.rendering.picture import (
    EngineMissing,
    anchor_of_element,
    anchor_of_link,
    anchor_of_moderator,
    dot,
    file_css,
    mermaid,
    page_css,
    pdf,
    png,
    slug,
    svg,
)
from qualitycircle.rendering.picture import engine as door
from qualitycircle.rendering.picture.drawing import Drawing, Point, Segment
from qualitycircle.rendering.picture.placing import placed
from qualitycircle.rendering.picture.widths import width, wrapped
from qualitycircle.theory import (
    Activity,
    Element,
    Goal,
    Intervention,
    Link,
    Moderator,
    Outcome,
    Output,
    Relation,
    Sign,
    TargetGroup,
    Theory,
)
from tests.theories import bip, evaluation_of, praktik

SVG = "{http://www.w3.org/2000/svg}"
BOTH = pytest.mark.parametrize("theory", [praktik(), bip()], ids=lambda each: each.id)


def small(*links: Link, elements: tuple[Element, ...]) -> Theory:
    return Theory(
        id="lille",
        title="En lille teori",
        target_group=TargetGroup(name="Unge"),
        rationale="",
        intervention=Intervention(name="Forløb"),
        elements=elements,
        links=links,
    )


def read(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def groups(picture: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [each for each in picture.iter() if f"qc-{name}" in each.get("class", "").split()]


def texts(part: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in part.iter(f"{SVG}text")]


# what it says -----------------------------------------------------------------------------------


def test_the_praktik_theory_looks_as_it_did() -> None:
    assert svg(praktik(), language="da") == external_file("golden/praktik.svg", format=".txt")


def test_the_bip_theory_looks_as_it_did_after_an_evaluation() -> None:
    drawn = svg(bip(), language="da", evaluation=evaluation_of(bip()))
    assert drawn == external_file("golden/bip-evalueret.svg", format=".txt")


@BOTH
def test_every_element_link_and_moderator_leads_to_its_section(theory: Theory) -> None:
    picture = read(svg(theory, language="da", link_prefix="../teori/"))
    anchors = [anchor_of_element(each) for each in theory.elements]
    anchors += [anchor_of_link(each) for each in theory.links]
    anchors += [anchor_of_moderator(each) for each in theory.moderators]
    assert {each.get("href") for each in picture.iter(f"{SVG}a")} == {f"../teori/#{each}" for each in anchors}


@BOTH
def test_the_headings_stand_on_one_line_in_the_order_of_the_chain(theory: Theory) -> None:
    picture = read(svg(theory, language="da"))
    headings = [next(each.iter(f"{SVG}text")) for each in groups(picture, "kind")]
    assert len({each.get("y") for each in headings}) == 1
    lefts = [float(each.get("x", "")) for each in headings]
    assert lefts == sorted(lefts)


def test_the_delindsatser_stand_under_their_indsats() -> None:
    picture = read(svg(praktik(), language="da"))
    assert texts(groups(picture, "kind")[0]) == snapshot(
        ["Delindsatser", "Indsats", "Virksomhedsrettet forløb"]
    )


def test_a_link_says_on_hover_what_it_claims_and_why() -> None:
    picture = read(svg(praktik(), language="da", evaluation=evaluation_of(praktik())))
    tooltips = {each.get("href"): each.findtext(f"{SVG}title") for each in groups(picture, "link")}
    assert tooltips["#fremmoede--motivation"] == snapshot("""\
Fremmøde i praktik – øger – Motivation
fordi den, der møder stabilt, oplever at lykkes
står i en kilde: new-insight s34
svag\
""")


def test_a_moderator_is_a_number_on_its_links_and_a_line_in_the_list_never_a_box() -> None:
    picture = read(svg(bip(), language="da"))
    assert len(groups(picture, "node")) == len(bip().elements)
    badges = [each for each in groups(picture, "moderator") if "qc-listed" not in each.get("class", "")]
    assert sorted("".join(texts(each)) for each in badges) == ["1", "1", "2", "2", "3", "3", "4"]
    assert [texts(each) for each in groups(picture, "listed")] == snapshot(
        [
            ["1", "Sagsbehandlerskift", "· svækker"],
            ["2", "Sagsbehandlers generelle joborientering", "· styrker"],
            ["3", "Ni påvirkninger af den professionelles tro", "· styrker"],
            ["4", "Match mellem borger og virksomhed", "· styrker"],
        ]
    )


def test_the_parts_of_a_whole_are_not_listed_beside_it() -> None:
    part = Moderator(id="kultur", name="Sparringskultur")
    theory = bip()
    whole = replace(theory.moderators[2], consists_of=("kultur",))
    changed = replace(theory, moderators=(*theory.moderators[:2], whole, part, theory.moderators[3]))
    listed = groups(read(svg(changed, language="da")), "listed")
    assert [texts(each)[0] for each in listed] == ["1", "2", "3", "5"]


def test_only_what_occurs_is_explained_below() -> None:
    plain = [texts(each) for each in read(svg(praktik(), language="da")) if each.tag == f"{SVG}g"]
    assert plain[-2:] == [["står i en kilde"], ["vores egen slutning"]]
    judged = svg(praktik(), language="da", evaluation=evaluation_of(praktik()))
    legend = [text for each in read(judged) if each.tag == f"{SVG}g" for text in texts(each)]
    assert legend[-7:] == snapshot(
        [
            "understøttet",
            "svag",
            "modsagt",
            "ingen relevant sammenhæng",
            "uafgjort",
            "ikke målt",
            "Tegnene viser evaluering nr. 1 (31. marts 2026): 400 borgere, 8 målinger · konstruerede data",
        ]
    )


def test_each_verdict_has_its_own_line_and_its_own_sign() -> None:
    theory = praktik()
    picture = read(svg(theory, language="da", evaluation=evaluation_of(theory)))
    seen = {}
    for link in groups(picture, "link")[: len(theory.links)]:
        verdict = link.get("class", "").split()[-1]
        glyphs = groups(link, "glyph")
        middle = (
            [float(each) for each in re.findall(r"[-\d.]+", glyphs[0].get("d", ""))][:2] if glyphs else []
        )
        shape = re.sub(r"[-\d.]+", "", glyphs[0].get("d", "")) if glyphs else ""
        seen[verdict] = (shape, bool(middle))
    assert len(seen) == len(Verdict)
    assert len(set(seen.values())) == len(Verdict)


def test_a_goal_wished_down_carries_an_arrow_and_a_decrease_a_minus() -> None:
    theory = small(
        Link(cause="mod", effect="pension", sign=Sign.DOWN),
        elements=(Outcome(id="mod", name="Mod"), Goal(id="pension", name="Pension", wanted_up=False)),
    )
    picture = read(svg(theory, language="da"))
    goal, link = groups(picture, "goal")[-1], groups(picture, "link")[0]
    assert len(groups(goal, "glyph")) == 1
    assert "ønskes nedbragt" in (goal.findtext(f"{SVG}title") or "")
    assert len(groups(link, "glyph")) == 1


def test_two_things_that_move_together_have_a_line_without_a_head() -> None:
    theory = small(
        Link(cause="a", effect="b", relation=Relation.MOVES_WITH),
        elements=(Outcome(id="a", name="A"), Outcome(id="b", name="B")),
    )
    link = groups(read(svg(theory, language="da")), "together")[0]
    assert not groups(link, "open")
    assert not groups(link, "solid")


def test_a_link_that_works_backwards_has_its_head_where_it_works() -> None:
    theory = small(
        Link(cause="a", effect="b"),
        Link(cause="b", effect="a"),
        elements=(Outcome(id="a", name="A"), Outcome(id="b", name="B")),
    )
    drawing = placed(theory, language="da")
    forth, back = drawing.routes
    assert not forth.hop.backwards
    assert back.hop.backwards
    assert back.start[0] == next(each.right for each in drawing.boxes if each.element.id == "a")


def test_who_changes_is_said_when_it_is_not_the_citizen() -> None:
    picture = read(svg(bip(), language="da"))
    said = [text for each in groups(picture, "outcome") for text in texts(each) if text.startswith("hos")]
    assert said == ["hos sagsbehandler"] * 3


def test_the_description_counts_what_the_picture_holds() -> None:
    picture = read(svg(bip(), language="en", evaluation=evaluation_of(bip())))
    assert picture.findtext(f"{SVG}desc") == snapshot(
        "Beskæftigelsesindsatser, særligt virksomhedsrettede for Aktivitetsparate kontanthjælpsmodtagere: "
        "15 elements in 3 columns, connected by 29 links, conditioned by 4 moderators. "
        "Read from left to right. After evaluation no. 1 (31 March 2026): 5 supported, 5 weak, "
        "5 contradicted, 5 no relevant association, 5 undecided, 4 not measured."
    )
    assert picture.get("role") == "img"
    assert (picture.get("aria-labelledby") or "").split() == [
        each.get("id") for each in picture if each.tag in (f"{SVG}title", f"{SVG}desc")
    ]


def test_what_an_author_writes_is_never_read_as_markup() -> None:
    theory = small(elements=(Goal(id="a", name='<b>"A" & \x0b</b>'),))
    picture = read(svg(theory, language="da", link_prefix='"><script>'))
    assert texts(groups(picture, "goal")[-1]) == ['<b>"A" & </b>']
    assert not list(picture.iter(f"{SVG}script"))


def test_a_theory_without_elements_still_has_a_picture() -> None:
    assert read(svg(small(elements=()), language="da")).tag == f"{SVG}svg"


def test_two_drawings_of_a_theory_are_the_same_to_the_byte() -> None:
    assert svg(bip(), language="da") == svg(bip(), language="da")


# where it stands --------------------------------------------------------------------------------


@BOTH
def test_text_is_at_least_twelve_pixels_when_the_picture_is_a_thousand_wide(theory: Theory) -> None:
    picture = read(svg(theory, language="da"))
    sizes = [float(each.get("font-size", "12")) for each in picture.iter()]
    assert picture.get("width") == "1000"
    assert min(sizes) >= 12


def test_five_columns_of_a_judged_theory_leave_the_boxes_a_seventh_of_the_page_each() -> None:
    drawing = placed(bip(), language="da", evaluation=evaluation_of(bip()))
    assert {round(each.width / drawing.width * 100) for each in drawing.boxes} == {14}
    assert max(each.right for each in drawing.boxes) < drawing.width


@BOTH
def test_no_name_takes_more_than_three_lines_or_leaves_its_box(theory: Theory) -> None:
    drawing = placed(theory, language="da")
    for box in drawing.boxes:
        assert len(box.lines) + bool(box.caption) <= 3
        bold = isinstance(box.element, Goal)
        assert max(width(each, drawing.font, bold=bold) for each in box.lines) <= box.width - 8


def test_the_bip_picture_fits_a_landscape_page() -> None:
    picture = read(svg(bip(), language="da", evaluation=evaluation_of(bip())))
    assert float(picture.get("height", "")) / float(picture.get("width", "")) < 190 / 277


KINDS = (Activity, Output, Outcome, Goal)


@st.composite
def theories(draw: st.DrawFn) -> Theory:
    """Any theory: any elements, any links between them, circles and steps backwards too."""
    counts = [draw(st.integers(0, 4)) for _ in KINDS]
    elements = tuple(
        kind(id=f"{kind.kind.value}{n}", name=draw(st.text("abcæøå ", min_size=1, max_size=60)) + "x")
        for kind, count in zip(KINDS, counts, strict=True)
        for n in range(count)
    )
    pairs = [(a.id, b.id) for a in elements for b in elements if a is not b]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=16)) if pairs else []
    signs = st.sampled_from(Sign)
    return small(*(Link(cause=a, effect=b, sign=draw(signs)) for a, b in chosen), elements=elements)


@settings(max_examples=60, deadline=None)
@given(theories())
def test_nothing_lies_on_top_of_anything_else_whatever_the_theory(theory: Theory) -> None:
    drawing = placed(theory, language="da", evaluation=evaluation_of(theory))
    _boxes_keep_apart(drawing)
    _links_pass_between_boxes(drawing)
    _signs_keep_apart(drawing)
    _signs_sit_on_their_links(drawing)
    _links_do_not_cross_where_they_arrive(drawing)


@BOTH
def test_nothing_lies_on_top_of_anything_else_in_the_theories_of_the_sources(theory: Theory) -> None:
    drawing = placed(theory, language="da", evaluation=evaluation_of(theory))
    _boxes_keep_apart(drawing)
    _links_pass_between_boxes(drawing)
    _signs_keep_apart(drawing)
    _signs_sit_on_their_links(drawing)
    _links_do_not_cross_where_they_arrive(drawing)


def _boxes_keep_apart(drawing: Drawing) -> None:
    for one, other in combinations(drawing.boxes, 2):
        beside = one.right < other.x or other.right < one.x
        above = one.y + one.height + 12 < other.y or other.y + other.height + 12 < one.y
        assert beside or above, (one.element.id, other.element.id)


def _links_pass_between_boxes(drawing: Drawing) -> None:
    for route in drawing.routes:
        for box in drawing.boxes:
            inside = [
                (x, y)
                for segment in route.segments
                for x, y in _points(segment)
                if box.x < x < box.right and box.y - 6 < y < box.y + box.height + 6
            ]
            assert not inside, (route.hop.link.id, box.element.id)


def _points(segment: Segment) -> list[Point]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = segment
    spots = []
    for n in range(1, 20):
        t = n / 20
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        spots.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return spots


def _signs_keep_apart(drawing: Drawing) -> None:
    spots = [
        spot
        for route in drawing.routes
        for spot in (route.mark, route.minus, *(each.at for each in route.badges))
        if spot is not None
    ]
    for one, other in combinations(spots, 2):
        assert math.dist(one, other) >= 16
    for x, y in spots:
        assert not any(
            box.x - 7 < x < box.right + 7 and box.y - 7 < y < box.y + box.height + 7 for box in drawing.boxes
        )


def _signs_sit_on_their_links(drawing: Drawing) -> None:
    for route in drawing.routes:
        (start, y), *_, (end, same) = route.segments[-1]
        assert y == same
        for spot in (route.mark, route.minus, *(each.at for each in route.badges)):
            assert spot is None or (start < spot[0] < end and spot[1] == y)


def _links_do_not_cross_where_they_arrive(drawing: Drawing) -> None:
    for one, other in combinations(drawing.routes, 2):
        (left, before), *_, (_, after) = one.segments[-2]
        (other_left, other_before), *_, (_, other_after) = other.segments[-2]
        if one.hop.end == other.hop.end and left == other_left and before != other_before:
            assert (before < other_before) == (after < other_after)


@given(st.text(max_size=80), st.floats(40, 200))
def test_wrapped_text_always_fits(text: str, room: float) -> None:
    lines = wrapped(text, 12, room)
    assert len(lines) <= 3
    assert all(width(each, 12) <= room for each in lines)


def test_long_danish_words_break_where_they_are_joined() -> None:
    assert wrapped("Beskæftigelsesindsatser", 12, 110) == ("Beskæftigelses-", "indsatser")
    assert wrapped("Virksomhedspraktik", 12, 90) == ("Virksomheds-", "praktik")


# how it looks -----------------------------------------------------------------------------------


def test_every_part_of_a_picture_has_its_look() -> None:
    drawn = svg(bip(), language="da", evaluation=evaluation_of(bip()), standalone=False)
    marks = {each.get("class", "") for each in read(drawn).iter() if not list(each)} - {""}
    assert all(f".{each}{{" in file_css() for each in marks)
    assert all(f".{each}{{" in page_css() for each in marks)


def test_a_file_carries_light_and_dark_and_a_page_brings_its_own() -> None:
    alone = svg(praktik(), language="da")
    assert "prefers-color-scheme: dark" in alone
    assert "var(" not in alone.split("</style>")[0].split("<style>")[1]
    inside = svg(praktik(), language="da", standalone=False)
    assert "<style" not in inside
    assert not re.search("#[0-9a-f]{6}", inside)


# other formats ----------------------------------------------------------------------------------


def test_the_dot_source_is_graphviz_that_the_engine_reads() -> None:
    source = dot(bip(), language="da", evaluation=evaluation_of(bip()))
    placed_by_engine = door.run(source, "plain").decode()
    for each in bip().elements:
        assert re.search(f'^node "?{each.id}"? ', placed_by_engine, re.MULTILINE)
    for link in bip().links:
        assert re.search(f'^edge "?{link.cause}"? "?{link.effect}"? ', placed_by_engine, re.MULTILINE)


def test_names_that_mean_something_to_graphviz_are_left_alone() -> None:
    theory = small(
        Link(cause="a:n", effect="b\\n"),
        elements=(Outcome(id="a:n", name="<A>"), Goal(id="b\\n", name='B \\N "x"')),
    )
    picture = door.run(dot(theory, language="da"), "svg").decode()
    assert "&lt;A&gt;" in picture
    assert "B \\N &quot;x&quot;" in picture


def test_mermaid_tells_the_same_links() -> None:
    theory = small(*praktik().links[:1], elements=praktik().elements[:5])
    assert mermaid(theory, language="da") == snapshot("""\
flowchart LR
  subgraph activity["Delindsatser: Forløb"]
    direction TB
    q_praktik["Praktikophold"]
    q_traening["Træning i præsentationsteknik"]
    q_henvendelser["Henvendelser til arbejdspladser"]
    q_tilbagemelding["Evaluering af borgerens præsentation"]
  end
  subgraph output["Præstationer"]
    direction TB
    q_fremmoede[/"Fremmøde i praktik"/]
  end
  q_praktik --> q_fremmoede
""")


def test_png_is_a_picture_of_the_same_shape() -> None:
    image = png(praktik(), language="da", evaluation=evaluation_of(praktik()), dpi=72)
    assert image.startswith(b"\x89PNG")
    assert abs(int.from_bytes(image[16:20]) - 1000) <= 1


def test_the_raster_has_the_same_words_as_the_vector() -> None:
    from qualitycircle.rendering.picture.raster import _source

    source = _source(bip(), "da", None, bold="Arial Bold")
    for text in texts(read(svg(bip(), language="da"))):
        assert f"-{text}" in source


def test_no_string_is_longer_than_graphviz_2_can_read() -> None:
    from qualitycircle.rendering.picture.raster import _source

    source = _source(bip(), "da", evaluation_of(bip()), bold="Arial Bold")
    assert max(len(each.encode()) for each in source.split('"')) < 16_384


@BOTH
def test_every_format_says_where_its_verdicts_come_from(theory: Theory) -> None:
    from qualitycircle.rendering.picture.raster import _source

    evaluation = evaluation_of(theory)
    shown = [
        svg(theory, language="da", evaluation=evaluation),
        dot(theory, language="da", evaluation=evaluation),
        mermaid(theory, language="da", evaluation=evaluation),
        _source(theory, "da", evaluation, bold="Arial Bold"),
    ]
    assert all("evaluering nr. 1 (31. marts 2026)" in each and "konstruerede data" in each for each in shown)
    late = svg(theory, language="da", evaluation=replace(evaluation, post_hoc=True, synthetic=False))
    assert "post hoc" in late
    assert "konstruerede" not in late


@pytest.mark.skipif(sys.platform == "win32", reason="plants a shell script")
def test_pdf_comes_from_the_machines_own_graphviz(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "dot"
    own.write_text("#!/bin/sh\necho %PDF $1\n", encoding="utf-8")
    own.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pdf(praktik(), language="da") == b"%PDF -Tpdf\n"


def test_without_the_machines_graphviz_pdf_says_what_would_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineMissing) as caught:
        pdf(praktik(), language="da")
    assert caught.value.say("da") == snapshot(
        "PDF kræver Graphviz' eget program 'dot' på maskinen, og det blev ikke fundet. "
        "Gem som .svg eller .png, eller udskriv sidens billede fra browseren."
    )


def test_the_bundled_engine_is_found_beside_python_when_nothing_is_on_the_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    assert svg(praktik(), language="da").startswith("<svg")


def test_without_any_engine_there_is_a_sentence_not_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door.shutil, "which", lambda *_, **__: None)
    with pytest.raises(EngineMissing, match="graphviz-pure"):
        svg(praktik(), language="da")


def test_drawing_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom tests.theories import praktik\nfrom qualitycircle.rendering.picture import svg\n"
        "svg(praktik(), language='da')\n"
        "heavy = {'numpy', 'pandas', 'networkx', 'duckdb', 'rich', 'graphviz', 'ssl', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.text(max_size=40))
def test_an_anchor_is_plain_ascii_and_stays_when_folded_again(text: str) -> None:
    assert re.fullmatch("[a-z0-9-]*", slug(text))
    assert slug(slug(text)) == slug(text)


def test_a_step_forward_in_version_leaves_anchors_alone() -> None:
    theory = praktik()
    link = theory.links[0]
    assert anchor_of_link(replace(link, because="en anden grund", sign=Sign.DOWN)) == anchor_of_link(link)
