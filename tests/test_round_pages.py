"""A round's page tells what was planned then; a page for an address that does not exist needs nothing."""

from __future__ import annotations

from pathlib import Path

from tests.command_line import circle
from tests.test_small_data import THEORY, answers, folder

CORRECTED = (
    THEORY.replace("titel: Praktik giver mod på job", "titel: Praktik giver job\nversion: 2")
    .replace("navn: Mestring", "navn: Handlekraft")
    .replace("  praktik -> mestring: øger, fordi opgaver, der lykkes, giver mod\n", "")
)


def site_after_a_correction(root: Path) -> Path:
    made = folder(root / "prøve", answers(12))
    assert circle("plan", cwd=made, home=root).code == 0
    (made / "theories/prøve.yml").write_text(CORRECTED, encoding="utf-8")
    said = circle("site", "build", "--out", "ud", cwd=made, home=root)
    assert said.code == 0, said.aside
    return made / "ud"


def test_the_page_of_a_round_tells_the_theory_as_it_was_frozen(tmp_path: Path) -> None:
    out = site_after_a_correction(tmp_path)
    told = (out / "omgange/proeve-1.html").read_text(encoding="utf-8")
    assert "Handlekraft" not in told.partition("<main")[2].partition("</main>")[0]
    links = ("Praktikophold → Fremmøde i praktik", "Praktikophold → Mestring", "Mestring → Motivation")
    places = [told.index(each) for each in links]
    assert places == sorted(places)


def test_a_page_that_does_not_exist_is_told_without_fetching_anything(tmp_path: Path) -> None:
    missing = (site_after_a_correction(tmp_path) / "404.html").read_text(encoding="utf-8")
    assert "Siden findes ikke" in missing
    for each in ("href=", "src=", "<script", "url("):
        assert each not in missing
