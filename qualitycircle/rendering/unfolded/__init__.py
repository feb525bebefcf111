"""The generated graph, shown on request: the picture, and what is read off it, as text and as data."""

from qualitycircle.rendering.unfolded.drawn import pdf, png, svg
from qualitycircle.rendering.unfolded.listing import as_plain, as_text, headline, pair_text
from qualitycircle.rendering.unfolded.source import dot, mermaid
from qualitycircle.rendering.unfolded.window import Window, of_pair, whole

__all__ = [
    "Window",
    "as_plain",
    "as_text",
    "dot",
    "headline",
    "mermaid",
    "of_pair",
    "pair_text",
    "pdf",
    "png",
    "svg",
    "whole",
]
