"""In a real browser no text is wider than its box, light or dark, and the keyboard reaches every link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from qualitycircle.rendering.picture import page_css, svg
from qualitycircle.rendering.picture.style import FAMILY
from qualitycircle.rendering.picture.widths import width
from qualitycircle.theory import Theory
from tests.theories import bip, evaluation_of, praktik

pytestmark = pytest.mark.browser
BOTH = pytest.mark.parametrize("theory", [praktik(), bip()], ids=lambda each: each.id)

TOO_WIDE = """() => [...document.querySelectorAll('.qc-node')].flatMap(node => {
  const box = node.querySelector('.qc-shape').getBBox();
  return [...node.querySelectorAll('text')].filter(text => {
    const own = text.getBBox();
    return own.x < box.x + 2 || own.x + own.width > box.x + box.width - 2
        || own.y < box.y || own.y + own.height > box.y + box.height;
  }).map(text => text.textContent);
})"""
OUTSIDE = """() => {
  const [, , width, height] = document.querySelector('svg').getAttribute('viewBox').split(' ').map(Number);
  return [...document.querySelectorAll('svg text')].filter(text => {
    const own = text.getBBox();
    return own.x < 0 || own.y < 0 || own.x + own.width > width || own.y + own.height > height;
  }).map(text => text.textContent);
}"""
OVERLAPPING = """() => {
  const texts = [...document.querySelectorAll('svg text')].map(text => [text.textContent, text.getBBox()]);
  const found = [];
  texts.forEach(([one, a], n) => texts.slice(n + 1).forEach(([other, b]) => {
    const apart = a.x + a.width <= b.x || b.x + b.width <= a.x
        || a.y + a.height * .8 <= b.y || b.y + b.height * .8 <= a.y;
    if (!apart) found.push([one, other]);
  }));
  return found;
}"""
SIGNS_ON_TEXT = """() => {
  const signs = [...document.querySelectorAll('.qc-node ~ .qc-moderator circle, .qc-link circle')];
  const texts = [...document.querySelectorAll('.qc-node text, .qc-kind text')].map(each => each.getBBox());
  return signs.map(each => each.getBBox()).filter(sign => texts.some(text =>
    sign.x < text.x + text.width && text.x < sign.x + sign.width
    && sign.y < text.y + text.height && text.y < sign.y + sign.height)).length;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1000, "height": 760})
    yield opened
    opened.close()


def shown(page: Any, theory: Theory) -> None:
    drawn = svg(theory, language="da", evaluation=evaluation_of(theory))
    page.set_content(f"<!doctype html><body style='margin:0'>{drawn}</body>")


def test_our_widths_are_the_browsers(page: Any) -> None:
    letters = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789 .,:;()-–…%&/!?éüö"
    page.set_content(
        f"<!doctype html><svg font-family=\"{FAMILY}\" font-size='10' style='font-kerning:none'><text/></svg>"
    )
    measure = """letter => {
      const text = document.querySelector('text'); text.textContent = 'x' + letter.repeat(50) + 'x';
      return text.getComputedTextLength();
    }"""
    for letter in letters:
        if letter != " ":
            ours = width("x" + letter * 50 + "x", 10)
            assert page.evaluate(measure, letter) == pytest.approx(ours, rel=0.01), letter


@BOTH
def test_no_text_is_wider_than_its_box(page: Any, theory: Theory) -> None:
    shown(page, theory)
    assert page.evaluate(TOO_WIDE) == []


@BOTH
def test_all_text_is_inside_the_picture_and_none_lies_on_other_text(page: Any, theory: Theory) -> None:
    shown(page, theory)
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPPING) == []


@BOTH
def test_no_sign_lies_on_text(page: Any, theory: Theory) -> None:
    shown(page, theory)
    assert page.evaluate(SIGNS_ON_TEXT) == 0


@BOTH
def test_every_link_is_reached_by_tab_and_can_be_seen_to_be(page: Any, theory: Theory) -> None:
    shown(page, theory)
    links = page.evaluate("() => document.querySelectorAll('svg a').length")
    reached = set()
    for _ in range(links):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("() => [...document.querySelectorAll('svg a')].indexOf(document.activeElement)")
        )
    assert reached == set(range(links))
    page.focus("svg a.qc-node")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    width = "getComputedStyle(document.querySelector('svg a.qc-node .qc-shape')).strokeWidth"
    assert page.evaluate(width) == "3px"


def test_one_picture_is_light_and_dark(browser: Any) -> None:
    inks = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        inside = svg(praktik(), language="da", standalone=False)
        style = f"<style>:root{{color-scheme:light dark}}{page_css()}</style>"
        ink = "getComputedStyle(document.querySelector('svg text')).fill"
        page.set_content(f"<!doctype html>{style}<div class='qc-picture-frame'>{inside}</div>")
        inks[scheme, "page"] = page.evaluate(ink)
        shown(page, praktik())
        inks[scheme, "file"] = page.evaluate(ink)
        page.close()
    assert inks["light", "page"] == inks["light", "file"] != inks["dark", "page"]
    assert inks["dark", "page"] == inks["dark", "file"]


def test_a_narrow_screen_scrolls_the_picture_and_not_the_page(page: Any) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    inside = svg(bip(), language="da", standalone=False)
    page.set_content(
        f"<!doctype html><style>{page_css()}</style><div class='qc-picture-frame'>{inside}</div>"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert page.evaluate("document.querySelector('svg').getBoundingClientRect().width") >= 700
