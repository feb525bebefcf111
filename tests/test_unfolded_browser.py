"""The generated graph in a browser: every word inside its box, on the page, and on top of no other."""

from __future__ import annotations

from typing import Any

import pytest

from qualitycircle.rendering.unfolded import of_pair, svg
from tests.test_picture_browser import OUTSIDE, OVERLAPPING, TOO_WIDE, browser, page
from tests.test_unfolded import SHIPPED, read, shipped, shown

__all__ = ["browser", "page"]  # fixtures

pytestmark = pytest.mark.browser


def faults(page: Any, drawn: str) -> list[Any]:
    page.set_content(f"<!doctype html><body style='margin:0'>{drawn}</body>")
    words = TOO_WIDE.replace("querySelectorAll('text')", "querySelectorAll('text:not(.qc-number)')")
    added = words.replace("'.qc-node'", "'.qc-added:not(.qc-explained)'")
    return [
        *page.evaluate(words),
        *page.evaluate(added),
        *page.evaluate(OUTSIDE),
        *page.evaluate(OVERLAPPING),
    ]


@pytest.mark.parametrize("id", SHIPPED)
def test_every_word_of_the_whole_graph_has_its_place(page: Any, id: str) -> None:
    assert faults(page, svg(shown(id), language="da")) == []
    assert faults(page, svg(shown(id), language="en")) == []


@pytest.mark.parametrize("id", SHIPPED)
def test_every_word_of_every_pair_has_its_place(page: Any, id: str) -> None:
    for each in (*read(id).links, *read(id).pairs):
        window = of_pair(shipped()[0][id], read(id), each)
        assert window is not None
        assert faults(page, svg(window, language="da")) == [], (each.cause, each.effect)
