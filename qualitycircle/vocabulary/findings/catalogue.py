"""All finding texts, found by code; a room's texts are read only when one of its codes is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from qualitycircle.vocabulary.findings.entry import FindingText

ROOMS: Mapping[str, str] = {
    "QC1": "text",
    "QC2": "structure",
    "QC3": "meaning",
    "QC4": "data",
    "QC5": "rounds",
}


def entry(code: str) -> FindingText | None:
    """Return what a code says and advises, or None when there is no such code."""
    return room(code[:3]).get(code)


def room(prefix: str) -> Mapping[str, FindingText]:
    """Return the texts of one room: QC1 the text itself … QC5 rounds."""
    if prefix not in ROOMS:
        return {}
    found: Mapping[str, FindingText] = import_module(f"{__package__}.{ROOMS[prefix]}").FINDINGS
    return found


def entries() -> Iterator[tuple[str, FindingText]]:
    """Yield every code and its texts, in order."""
    for prefix in ROOMS:
        yield from sorted(room(prefix).items())
