"""The built site, opened from its folder in a browser, as somebody who unzipped it would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

playwright = pytest.importorskip("playwright.sync_api")

from qualitycircle.site.build import build_contents  # noqa: E402  # not without a browser
from tests.test_site import contents  # noqa: E402  # not without a browser

CHROMIUM = "/usr/bin/chromium"
PAGES = {
    "overview": "index.html",
    "theory": "teorier/praktik.html",
    "indicator": "indikatorer/motivation.html",
    "round": "omgange/praktik-1.html",
}
EVERY = [
    *PAGES.values(),
    "teorier/bip.html",
    "teorier/index.html",
    "indikatorer/index.html",
    "omgange/index.html",
    "moderatorer.html",
    "videnshuller.html",
    "ordliste.html",
    "til-borgeren/praktik.html",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("site")
    build_contents(contents, folder, strict=True)
    return folder.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: playwright.Browser) -> Iterator[playwright.Page]:
    """Open a tab that fails the test on any complaint and on any request that leaves the folder."""
    context = browser.new_context(viewport={"width": 1360, "height": 900}, color_scheme="light")
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    tab.on("pageerror", lambda raised: wrong.append(str(raised)))
    tab.on("requestfailed", lambda asked: wrong.append(asked.url))
    tab.on("request", lambda asked: None if asked.url.startswith("file:") else wrong.append(asked.url))
    yield tab
    context.close()
    assert not wrong


@pytest.mark.parametrize("address", EVERY)
def test_a_page_opens_without_complaint_and_fits_a_phone(
    page: playwright.Page, site: str, address: str
) -> None:
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(f"{site}/{address}")
    assert page.locator("html").get_attribute("lang") == "da"
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_an_arrow_of_the_picture_leads_to_its_section(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/teorier/praktik.html")
    page.locator('svg.qc-picture a[href="#fremmoede--motivation"]').first.dispatch_event("click")
    assert page.url.endswith("#fremmoede--motivation")
    heading = page.locator("#fremmoede--motivation")
    assert heading.inner_text() == "Fremmøde i praktik → Motivation"
    page.wait_for_function(
        "document.getElementById('fremmoede--motivation').getBoundingClientRect().top < 200"
    )


@pytest.mark.parametrize("typed", ["fremmode", "fremmoede", "FREMMØDE", "fremmødepr"])
def test_search_finds_danish_words_however_they_are_typed(
    page: playwright.Page, site: str, typed: str
) -> None:
    page.goto(f"{site}/index.html")
    page.get_by_role("searchbox").fill(typed)
    page.locator("#found a").first.wait_for()
    assert "Fremmøde" in page.locator("#found a").first.inner_text()


def test_a_search_from_a_folder_below_leads_to_the_section(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/indikatorer/motivation.html")
    page.keyboard.press("/")
    page.keyboard.type("fremmode motivation")
    page.locator("#found a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/teorier/praktik.html#fremmoede--motivation")


def test_a_search_for_nothing_says_so(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    page.get_by_role("searchbox").fill("xyzzy")
    page.locator("#found p").wait_for()
    assert page.locator("#found").inner_text() == "Intet fundet"
    page.keyboard.press("Escape")
    assert not page.locator("#found").is_visible()


def test_the_first_tab_skips_to_the_content(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/teorier/praktik.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_keyboard_reaches_every_arrow_and_shows_where_it_is(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/teorier/praktik.html")
    page.evaluate("document.querySelector('.circle-zoom button').focus()")
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "(() => { const a = document.activeElement; const inside = a.closest('svg.qc-picture');"
            " return inside ? a.getAttribute('href') : null })()"
        )
        if place:
            reached.add(place)
    links = page.locator("svg.qc-picture a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert reached == set(links)


def test_focus_can_be_seen(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/teorier/praktik.html")
    for _ in range(3):
        page.keyboard.press("Tab")
    style = page.evaluate(
        "(() => { const s = getComputedStyle(document.activeElement);"
        " return [s.outlineStyle, parseFloat(s.outlineWidth)] })()"
    )
    assert style == ["solid", 3]


def test_the_picture_can_be_enlarged_and_escape_brings_it_back(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/teorier/praktik.html")
    box = "document.querySelector('svg.qc-picture').viewBox.baseVal.width"
    whole = page.evaluate(box)
    page.get_by_role("button", name="Forstør").click()
    assert page.evaluate(box) == pytest.approx(0.7 * whole)
    page.keyboard.press("Escape")
    assert page.evaluate(box) == pytest.approx(whole)
    drawing = page.locator("svg.qc-picture")
    drawing.scroll_into_view_if_needed()
    drawing.hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function(f"{box} < {whole}")


def test_light_and_dark_can_be_chosen_and_are_remembered(page: playwright.Page, site: str) -> None:
    page.goto(f"{site}/index.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Skift mellem lys og mørk").click()
    dark = page.evaluate(ground)
    assert light != dark
    page.goto(f"{site}/teorier/praktik.html")
    assert page.evaluate(ground) == dark


def test_without_scripts_everything_but_search_and_zoom_is_there(
    browser: playwright.Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{site}/teorier/praktik.html")
    assert tab.locator("svg.qc-picture").is_visible()
    assert tab.locator("table").first.is_visible()
    assert not tab.locator("form.search").is_visible()
    assert not tab.locator(".circle-zoom").is_visible()
    context.close()


def test_the_picture_prints_on_a_page_of_its_own(page: playwright.Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}/teorier/praktik.html")
    page.emulate_media(media="print")
    assert not page.locator(".top > nav").is_visible()
    assert page.locator(".circle-picture").evaluate("each => getComputedStyle(each).page") == "picture"
    printed = tmp_path / "theory.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", printed.read_bytes())
    landscape = [float(wide) > float(high) for wide, high in sizes]
    assert landscape.count(True) == 1
    assert landscape.count(False) >= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_is_drawn_in_light_and_dark(
    browser: playwright.Browser, site: str, tmp_path: Path, name: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 1360, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{site}/{PAGES[name]}")
    picture = tab.screenshot(path=tmp_path / f"{name}-{scheme}.png", full_page=True)
    assert len(picture) > 20_000
    ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(252, 252, 250)", "dark": "rgb(18, 23, 26)"}[scheme]
    context.close()
