"""The links of a theory in a browser: folded until asked for, and never lost on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

playwright = pytest.importorskip("playwright.sync_api")

from qualitycircle.site.build import build_contents  # noqa: E402  # not without a browser
from tests.test_site import contents  # noqa: E402  # not without a browser

CHROMIUM = "/usr/bin/chromium"
PAGE = "teorier/praktik.html"
LINK = "fremmoede--motivation"
INSIDE = f"#{LINK} ~ details dl >> nth=0"


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


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: playwright.Browser, request: pytest.FixtureRequest) -> Iterator[playwright.Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme="light", java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


def test_a_link_shows_its_claim_and_its_verdict_and_keeps_the_rest_folded(
    page: playwright.Page, site: str
) -> None:
    page.goto(f"{site}/{PAGE}")
    details = page.locator(f"#{LINK} ~ details").first
    assert details.locator("summary").is_visible()
    assert details.locator("summary .circle-mark").is_visible()
    assert "står i en kilde" in details.locator("summary").inner_text()
    unseen = page.locator("#motivation--job ~ details").first.locator("summary")
    assert "kan ikke testes" in unseen.inner_text()
    assert not page.locator(INSIDE).is_visible()
    details.locator("summary").click()
    assert page.locator(INSIDE).is_visible()


@pytest.mark.parametrize("anchor", [LINK, f"part-evidence-{LINK}"])
def test_an_address_opens_what_it_leads_to(page: playwright.Page, site: str, anchor: str) -> None:
    page.goto(f"{site}/{PAGE}#{anchor}")
    assert page.locator(INSIDE).is_visible()
    assert page.locator(f"#{anchor}").is_visible()
    assert not page.locator("#tro-paa-job--job ~ details dl >> nth=0").is_visible()


def test_paper_has_everything_open(page: playwright.Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}/{PAGE}")
    page.emulate_media(media="print")
    every = page.locator("details.circle-more h4")
    assert every.count() > 0
    assert all(each.bounding_box() for each in every.all())


def test_the_light_and_dark_button_reaches_the_picture(browser: playwright.Browser, site: str) -> None:
    for system in ("light", "dark"):
        context = browser.new_context(color_scheme=system)
        tab = context.new_page()
        tab.goto(f"{site}/{PAGE}")
        drawn = tab.locator("svg.qc-picture :is(text, .qc-shape)")
        colours = "all => all.map(each => getComputedStyle(each).fill)"
        before = drawn.evaluate_all(colours)
        tab.get_by_role("button", name="Skift mellem lys og mørk").click()
        after = drawn.evaluate_all(colours)
        assert all(one != other for one, other in zip(before, after, strict=True))
        context.close()
