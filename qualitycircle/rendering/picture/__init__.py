"""The picture of a theory: SVG for the site and the file, DOT and Mermaid as text, PNG and PDF."""

from qualitycircle.rendering.picture.anchors import (
    anchor_of_element,
    anchor_of_link,
    anchor_of_moderator,
    slug,
)
from qualitycircle.rendering.picture.engine import EngineFailed, EngineMissing
from qualitycircle.rendering.picture.style import page_css
from qualitycircle.rendering.picture.vector import svg

__all__ = [
    "EngineFailed",
    "EngineMissing",
    "anchor_of_element",
    "anchor_of_link",
    "anchor_of_moderator",
    "page_css",
    "slug",
    "svg",
]
