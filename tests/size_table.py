"""The table of false verdicts on the method pages: recorded by the long run, written between markers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scipy.special import betaincinv

from qualitycircle.vocabulary.words.evaluation import VERDICTS

ROOT = Path(__file__).parent.parent
RECORDED = ROOT / "tests" / "cases" / "sizes.json"
PAGE = ROOT / "docs" / "metode" / "fejldomme.md"
BEGIN, END = "<!-- tabel: skrevet af testen -->", "<!-- tabel slut -->"
HEADS = {
    "nul": "Der er ingen virkning",
    "grænse": "Virkningen er præcis den mindste, der betyder noget",
    "sand": "Virkningen er der",
    "brudt": "Det, teorien erklærer, passer ikke (her er der ingen grænse, kun en advarsel)",
    "styrke": "Virkningen er det dobbelte af den mindste, med så mange borgere, som dommen beder om",
}
ORDER = (
    "supported",
    "weak",
    "contradicted",
    "no relevant association",
    "undecided",
    "not measured",
)

Result = Mapping[str, Any]


def recorded() -> dict[str, Result]:
    """Return what the last long run found, state by state."""
    found: dict[str, Result] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return found


def record(results: Mapping[str, Result]) -> None:
    """Keep new results beside the old ones, and write the table anew."""
    known = recorded() if RECORDED.exists() else {}
    merged = {**known, **results}
    text = json.dumps(dict(sorted(merged.items())), ensure_ascii=False, indent=1) + "\n"
    RECORDED.write_text(text, encoding="utf-8", newline="\n")
    before, after = _around(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(f"{before}{table(merged)}{after}", encoding="utf-8", newline="\n")


def committed_table() -> str:
    """Return the table as it stands on the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, after = _around(text)
    return text[len(before) : len(text) - len(after)]


def _around(text: str) -> tuple[str, str]:
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return text[:begin], text[end:]


def table(results: Mapping[str, Result]) -> str:
    """Return the tables in Markdown, one for each kind of truth."""
    parts = ["\n"]
    for kind, head in HEADS.items():
        own = {name: each for name, each in sorted(results.items()) if each["kind"] == kind}
        if own:
            parts.append(f"\n### {head}\n\n{_columns(kind)}")
            parts.extend(_row(name, each) for name, each in own.items())
    return "".join([*parts, "\n"])


def _columns(kind: str) -> str:
    counted, bound = ("Understøttet", "Mindst") if kind == "styrke" else ("Forkerte domme", "Højst")
    return (
        f"| Tilstand | Borgere | Gange | {counted} | {bound} (95 %) | Sådan faldt dommene |\n"
        "|---|---:|---:|---:|---:|---|\n"
    )


def _row(name: str, found: Result) -> str:
    times, hits = found["times"], found["hits"]
    told = ", ".join(
        f"{VERDICTS[each].label.say('da')} {_percent(found['verdicts'][each] / times)}"
        for each in ORDER
        if found["verdicts"].get(each)
    )
    bound = lower if found["kind"] == "styrke" else upper
    cells = [name, _number(found["people"]), str(times), _percent(hits / times), _percent(bound(hits, times))]
    return f"| {' | '.join(cells)} | {told} |\n"


def upper(hits: int, times: int) -> float:
    """Return the upper end of the exact one-sided 95 % interval of a share (Clopper & Pearson 1934)."""
    return 1.0 if hits >= times else float(betaincinv(hits + 1, times - hits, 0.95))


def lower(hits: int, times: int) -> float:
    """Return the lower end of the same interval: a power must be at least so large."""
    return 0.0 if hits <= 0 else float(betaincinv(hits, times - hits + 1, 0.05))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".replace(".", ",") + " %"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
