"""The generated graph as text that other tools draw: every node and every arrow by itself."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.rendering.picture import style
from qualitycircle.rendering.picture.widths import wrapped
from qualitycircle.rendering.unfolded import wording
from qualitycircle.rendering.unfolded.window import Arrow, Node, Window
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import unfolded as words

_FONT = 12.0
_ROOM = 150.0


def dot(window: Window, *, language: Language) -> str:
    """Return the graph as Graphviz source: a cluster for each måling, what is added dashed."""
    from graphviz import Digraph

    graph = Digraph(
        "unfolded",
        graph_attr={
            "rankdir": "LR",
            "fontname": "Arial",
            "labelloc": "b",
            "labeljust": "l",
            "label": _plain(f"{wording.title(window, language)}. {wording.note(window, language)}"),
        },
        node_attr={"fontname": "Arial", "fontsize": str(_FONT), "color": style.LIGHT["muted"]},
        edge_attr={"color": style.LIGHT["line"], "arrowsize": "0.7"},
    )
    for each in window.nodes:
        if each.back < 0:
            graph.node(dot_name(each.id), **_node(each, window, language))
    for back in window.backs:
        attributes = {"label": wording.column(back, language), "color": style.LIGHT["frame"]}
        with graph.subgraph(name=f"cluster_{back}", graph_attr=attributes) as inside:
            for each in window.nodes:
                if each.back == back:
                    inside.node(dot_name(each.id), **_node(each, window, language))
    for arrow in (*window.arrows, *([window.missing] if window.missing else [])):
        graph.edge(dot_name(arrow.start), dot_name(arrow.end), **_edge(arrow))
    return str(graph.source)


def _node(node: Node, window: Window, language: Language) -> dict[str, str]:
    told = "\\n".join(_plain(each) for each in wrapped(_named(node, window, language), _FONT, _ROOM))
    look = {"shape": "ellipse", "style": "dashed"} if node.is_added else {"shape": "box", "style": "filled"}
    if not node.is_added:
        look["fillcolor"] = style.LIGHT[node.kind]
    if node.is_held:
        look |= {"color": style.LIGHT["focus"], "penwidth": "2.5", "peripheries": "2"}
    return {"label": told, **look}


def _named(node: Node, window: Window, language: Language) -> str:
    told = wording.node(node, window.theory, language)
    return f"{told} ({words.HELD_SIGN.say(language)})" if node.is_held else told


def _edge(arrow: Arrow) -> dict[str, str]:
    if arrow.kind == "missing":
        colour = style.LIGHT["contradicted"]
        return {"style": "dashed", "label": "?", "color": colour, "penwidth": "2.5", "constraint": "false"}
    if arrow.is_asked:
        return {"color": style.LIGHT["ink"], "penwidth": "3"}
    if arrow.is_on_way:
        return {"color": style.LIGHT["undecided"], "penwidth": "3", "style": "dashed"}
    return {"added": {"style": "dashed"}, "past": {"style": "dotted"}}.get(arrow.kind, {})


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\")


def dot_name(id: str) -> str:
    """Return a node's name in DOT: the graphviz package takes a colon for a port."""
    return id.replace(":", " ")


def mermaid(window: Window, *, language: Language) -> str:
    """Return the graph as a Mermaid flowchart: a frame for each måling."""
    numbers = {each.id: f"n{at}" for at, each in enumerate(window.nodes)}
    rows = ["flowchart LR"]
    rows += [f"  {_box(each, numbers, window, language)}" for each in window.nodes if each.back < 0]
    for back in window.backs:
        rows.append(f'  subgraph t{back}["{wording.column(back, language)}"]')
        inside = (each for each in window.nodes if each.back == back)
        rows += [f"    {_box(each, numbers, window, language)}" for each in inside]
        rows.append("  end")
    rows += list(_lines(window, numbers))
    held = ",".join(numbers[each.id] for each in window.nodes if each.is_held)
    rows.append("  classDef added stroke-dasharray:4 3")
    rows += [f"  classDef held stroke:{style.LIGHT['focus']},stroke-width:3px"] if held else []
    rows.append(f"  class {','.join(numbers[each.id] for each in window.nodes if each.is_added)} added")
    rows += [f"  class {held} held"] if held else []
    return "\n".join(rows) + "\n"


def _box(node: Node, numbers: dict[str, str], window: Window, language: Language) -> str:
    told = _named(node, window, language).replace("&", "&amp;").replace('"', "&quot;")
    told = told.replace("<", "&lt;").replace("#", "#35;")
    open, close = ("([", "])") if node.is_added else ("[", "]")
    return f'{numbers[node.id]}{open}"{told}"{close}'


def _lines(window: Window, numbers: dict[str, str]) -> Iterator[str]:
    for arrow in (*window.arrows, *([window.missing] if window.missing else [])):
        if arrow.kind == "missing":
            line = '-. "?" .->'
        elif arrow.is_asked:
            line = "==>"
        else:
            line = "-.->" if arrow.kind in {"added", "past"} else "-->"
        yield f"  {numbers[arrow.start]} {line} {numbers[arrow.end]}"
