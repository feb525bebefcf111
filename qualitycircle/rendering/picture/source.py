"""The picture as text that other tools draw: Graphviz DOT and Mermaid.

Both say the same as the SVG (columns by kind, reasons as tooltips, moderators by number on their
links, verdicts by sign and line), in what their languages have; the tool decides the placing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qualitycircle.evaluation.values import Evaluation, Judgement, Verdict
from qualitycircle.rendering.picture import style, wording
from qualitycircle.rendering.picture.anchors import anchor_of_element, anchor_of_link, slug
from qualitycircle.rendering.picture.columns import Columns, columns
from qualitycircle.rendering.picture.grid import is_wanted_down
from qualitycircle.rendering.picture.widths import wrapped
from qualitycircle.theory import Element, Kind, Link, Relation, Sign, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import picture as words
from qualitycircle.vocabulary.words.evaluation import MARKS

_FONT = 12.0
_ROOM = 145.0
# √ and × are in every Arial-like font; ✓ and ✗ are not.
_LETTERS = {
    Verdict.SUPPORTED: "√",
    Verdict.WEAK: "(√)",
    Verdict.CONTRADICTED: "×",
    Verdict.NO_RELEVANT: "0",
    Verdict.UNDECIDED: "?",
    Verdict.NOT_MEASURED: "·",
}
_SHAPES = {
    Kind.ACTIVITY: {"shape": "box", "style": "filled"},
    Kind.OUTPUT: {"shape": "note", "style": "filled"},
    Kind.OUTCOME: {"shape": "box", "style": "rounded,filled"},
    Kind.GOAL: {"shape": "box", "style": "filled", "peripheries": "2"},
}
_MERMAID_DASHES = {Verdict.UNDECIDED: "6 4", Verdict.NOT_MEASURED: "2 4"}
_DASHES = {Verdict.UNDECIDED: "dashed", Verdict.NOT_MEASURED: "dotted"}


def dot(
    theory: Theory, *, language: Language, evaluation: Evaluation | None = None, link_prefix: str = ""
) -> str:
    """Return a theory's picture as Graphviz source that any `dot` can draw."""
    from graphviz import Digraph

    found = columns(theory)
    graph = Digraph(
        theory.id, graph_attr=_graph(theory, evaluation, language), node_attr=_NODE, edge_attr=_EDGE
    )
    with graph.subgraph(name="cluster_indsats", graph_attr=_frame(theory, language)) as inside:
        for each in theory.of_kind(Kind.ACTIVITY):
            inside.node(each.id, **_node(each, link_prefix, language))
    for each in theory.elements:
        if each.kind is not Kind.ACTIVITY:
            graph.node(each.id, **_node(each, link_prefix, language))
    for hop in found.hops:
        judgement = evaluation.judgement(hop.link.id) if evaluation else None
        attributes = _edge(theory, hop.link, judgement, link_prefix, language)
        if hop.backwards:
            attributes |= {"dir": "back"}
        graph.edge(_port(hop.start), _port(hop.end), **attributes)
    _headings(graph, found, language)
    return str(graph.source)


_NODE = {"fontname": "Arial", "fontsize": str(_FONT), "color": style.LIGHT["muted"], "margin": "0.12,0.08"}
_EDGE = {"fontname": "Arial", "fontsize": str(_FONT), "color": style.LIGHT["line"], "arrowsize": "0.7"}


def _graph(theory: Theory, evaluation: Evaluation | None, language: Language) -> dict[str, str]:
    return {
        "rankdir": "LR",
        "newrank": "true",
        "bgcolor": "transparent",
        "ranksep": "0.8",
        "nodesep": "0.2",
        "fontname": "Arial",
        "fontsize": str(_FONT),
        "labelloc": "b",
        "labeljust": "l",
        "tooltip": _plain(wording.title(theory, language)),
        "label": "".join(f"{_plain(each)}\\l" for each in _notes(theory, evaluation, language)),
    }


def _frame(theory: Theory, language: Language) -> dict[str, str]:
    name = "\\n".join(
        _plain(each) for each in wrapped(theory.intervention.name, _FONT, _ROOM - 15, bold=True)
    )
    label = f"{words.INTERVENTION.say(language)}:\\n{name}"
    return {"label": label, "labelloc": "t", "color": style.LIGHT["frame"], "style": "rounded"}


def _headings(graph: Any, found: Columns, language: Language) -> None:
    """Add a heading over each kind's first column, in a row that keeps the columns apart."""
    for column, kind in enumerate(found.kinds):
        first = column == found.kinds.index(kind)
        heading = words.HEADINGS[kind.value].say(language) if first else ""
        with graph.subgraph(graph_attr={"rank": "same"}) as same:
            same.node(f"heading {column}", label=heading, shape="plaintext", fontname="Helvetica-Bold")
            for id, place in found.column.items():
                if place == column:
                    same.node(id)
    for column in range(1, len(found)):
        graph.edge(f"heading {column - 1}", f"heading {column}", style="invis", weight="100")


def _node(element: Element, link_prefix: str, language: Language) -> dict[str, str]:
    lines = wrapped(element.name, _FONT, _ROOM)
    down = "↓ " if is_wanted_down(element) else ""
    return {
        "label": down + "\\n".join(_plain(each) for each in lines),
        "fillcolor": style.LIGHT[element.kind.value],
        "class": element.kind.value,
        "id": anchor_of_element(element),
        "URL": f"{link_prefix}#{anchor_of_element(element)}",
        "tooltip": _plain(wording.element(element, language)),
        "width": "2.2",
        **_SHAPES[element.kind],
    }


def _edge(
    theory: Theory, link: Link, judgement: Judgement | None, link_prefix: str, language: Language
) -> dict[str, str]:
    said = {
        "URL": f"{link_prefix}#{anchor_of_link(link)}",
        "id": anchor_of_link(link),
        "class": "stated" if link.is_stated else "inferred",
        "tooltip": _plain(wording.link(theory, link, judgement, language)),
        "arrowhead": "normal" if link.is_stated else "vee",
    }
    if link.relation is Relation.MOVES_WITH:
        said |= {"style": "dashed", "arrowhead": "none"}
    if judgement:
        said |= _verdict(judgement.verdict)
    label = _label(theory, link, _LETTERS[judgement.verdict] if judgement else "")
    return said | ({"label": label} if label else {})


def _verdict(verdict: Verdict) -> dict[str, str]:
    look = style.look("line", (style.VERDICTS[verdict],))
    dash = {"style": _DASHES[verdict]} if verdict in _DASHES else {}
    return {"color": style.LIGHT[look.stroke or "line"], "penwidth": f"{look.width:g}", **dash}


def _label(theory: Theory, link: Link, sign: str) -> str:
    """Return what stands on a link: its moderators' numbers, a minus, the verdict's sign."""
    on_link = {each.id for each, _ in theory.moderators_of(link)}
    numbers = [f"[{n}]" for n, each in enumerate(theory.moderators, start=1) if each.id in on_link]
    minus = ["−"] if link.sign is Sign.DOWN else []
    return " ".join(each for each in [*numbers, *minus, sign] if each)


def _notes(theory: Theory, evaluation: Evaluation | None, language: Language) -> Iterator[str]:
    """Yield what stands below: the moderators by number, and where the verdicts come from."""
    for n, each in enumerate(theory.moderators, start=1):
        effect = wording.effect(each, language)
        yield f"[{n}] {each.name}" + (f" ({effect})" if effect else "")
    if evaluation:
        yield wording.provenance(evaluation, language)


def _plain(text: str) -> str:
    """Return a text in which Graphviz finds no escapes of its own."""
    return text.replace("\\", "\\\\")


def _port(id: str) -> str:
    """Return a node's name for an edge: the graphviz package takes a colon for a port."""
    return f'"{id}"' if ":" in id else id


def mermaid(theory: Theory, *, language: Language, evaluation: Evaluation | None = None) -> str:
    """Return a theory's picture as a Mermaid flowchart, for places that draw Mermaid themselves."""
    rows = ["flowchart LR"]
    for kind in Kind:
        elements = theory.of_kind(kind)
        if elements:
            heading = words.HEADINGS[kind.value].say(language)
            named = f"{heading}: {theory.intervention.name}" if kind is Kind.ACTIVITY else heading
            rows += [f'  subgraph {kind.value}["{_quoted(named)}"]', "    direction TB"]
            rows += [f"    {_box(each)}" for each in elements]
            rows.append("  end")
    ids = {each.id for each in theory.elements}
    links = [each for each in theory.links if {each.cause, each.effect} <= ids]
    for n, link in enumerate(links):
        judgement = evaluation.judgement(link.id) if evaluation else None
        rows.append(f"  {_arrow(theory, link, judgement)}")
        rows += [f"  linkStyle {n} {_stroke(judgement.verdict)}"] if judgement else []
    listed = "<br/>".join(_quoted(each) for each in _notes(theory, evaluation, language))
    rows += [f'  moderators["{listed}"]'] if listed else []
    return "\n".join(rows) + "\n"


def _box(element: Element) -> str:
    name = _quoted(("↓ " if is_wanted_down(element) else "") + element.name)
    open, close = {
        Kind.ACTIVITY: ("[", "]"),
        Kind.OUTPUT: ("[/", "/]"),
        Kind.OUTCOME: ("(", ")"),
        Kind.GOAL: ("[[", "]]"),
    }[element.kind]
    return f'{_mermaid_id(element.id)}{open}"{name}"{close}'


def _arrow(theory: Theory, link: Link, judgement: Judgement | None) -> str:
    body = "-.-" if link.relation is Relation.MOVES_WITH else "-->"
    label = _label(theory, link, MARKS[judgement.verdict.value] if judgement else "")
    said = f'|"{_quoted(label)}"|' if label else ""
    return f"{_mermaid_id(link.cause)} {body}{said} {_mermaid_id(link.effect)}"


def _stroke(verdict: Verdict) -> str:
    look = style.look("line", (style.VERDICTS[verdict],))
    dash = f",stroke-dasharray:{_MERMAID_DASHES[verdict]}" if verdict in _MERMAID_DASHES else ""
    return f"stroke:{style.LIGHT[look.stroke or 'line']},stroke-width:{look.width:g}px{dash}"


def _mermaid_id(id: str) -> str:
    """Return an id Mermaid can read; the prefix keeps clear of its own words (`end`)."""
    return f"q_{slug(id).replace('-', '_')}"


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace("#", "#35;")
