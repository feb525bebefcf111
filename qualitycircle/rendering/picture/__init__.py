"""The picture of a theory: SVG for the site and the file, DOT and Mermaid as text, PNG and PDF."""

from qualitycircle.rendering.picture.anchors import (
    anchor_of_element,
    anchor_of_link,
    anchor_of_moderator,
    slug,
)
from qualitycircle.rendering.picture.engine import EngineFailed, EngineMissing
from qualitycircle.rendering.picture.raster import pdf, png
from qualitycircle.rendering.picture.source import dot, mermaid
from qualitycircle.rendering.picture.style import file_css, page_css
from qualitycircle.rendering.picture.vector import svg

__all__ = [
    "EngineFailed",
    "EngineMissing",
    "anchor_of_element",
    "anchor_of_link",
    "anchor_of_moderator",
    "dot",
    "file_css",
    "mermaid",
    "page_css",
    "pdf",
    "png",
    "slug",
    "svg",
]
