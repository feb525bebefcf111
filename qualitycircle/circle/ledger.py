"""The list of a theory's records: one line for each, only added to, so that a removed record is missed.

Every record is sealed on the one before it, but nothing follows the newest: taken away, it left no
trace. The list stands beside the theory's folder (`rounds/<theory>.chain`), is begun before the
first record and written right after each, under the same lock; a line that a killed process did not
get written is added before the next record. What the list cannot show is told in
docs/decisions/0013.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qualitycircle import files
from qualitycircle.circle import chain
from qualitycircle.findings import Fact, Finding, Place, error

FOLDER = "rounds"
ENDING = ".chain"

QC518 = error("QC518")
QC519 = error("QC519")

_HEADING = "# Én linje for hvert dokument: nummer, dets segl, linjens segl, fil. Der lægges kun til.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record as the list names it: its number, its seal, where it stands, and the line's own seal."""

    number: int
    record: str
    file: str
    seal: str


def ledger_file(theory: str) -> str:
    """Return where the list of a theory's records stands, from the project's folder, with `/`."""
    return f"{FOLDER}/{theory}{ENDING}"


def begin(root: Path, theory: str, records: Sequence[chain.Record]) -> None:
    """Begin the list before the first record, or add what a killed process left unwritten.

    The caller holds the lock on the rounds and has found nothing wrong with them.
    """
    path = root / ledger_file(theory)
    if not path.exists():
        files.create(path, _HEADING)
    for each in chain.in_order(records)[len(_lines(_text(path)) or ()) :]:
        note(root, theory, each.file, each.seal)


def note(root: Path, theory: str, file: str, seal: str) -> None:
    """Add a record that has just been written to the list."""
    path = root / ledger_file(theory)
    text = _text(path)
    before = _lines(text) or ()
    previous = before[-1].seal if before else ""
    said = f"{len(before) + 1} {seal}"
    own = files.chained(previous, f"{said} {file}")
    files.replace(path, f"{text}{said} {own} {file}\n")


def missing(root: Path, theory: str, records: Sequence[chain.Record]) -> tuple[Finding, ...]:
    """Return what the list shows: records that were taken away, or that the list itself was changed.

    One record more than the list has lines is what a killed process leaves, and no finding.
    """
    file = ledger_file(theory)
    path, ordered = root / file, chain.in_order(records)
    if not path.exists():
        return (_changed(theory, file),) if ordered else ()
    lines = _lines(_text(path))
    if lines is None or len(ordered) > len(lines) + 1:
        return (_changed(theory, file),)
    if [each.record for each in lines[: len(ordered)]] != [each.seal for each in ordered[: len(lines)]]:
        return (_changed(theory, file),)
    gone = tuple(dict.fromkeys(each.file for each in lines[len(ordered) :]))
    if not gone:
        return ()
    counts: dict[str, Fact] = {"listed": len(lines), "records": len(ordered)}
    facts: dict[str, Fact] = {"theory": theory, "files": gone, "ledger": file, **counts}
    return (Finding(code=QC518, place=Place(file=gone[0]), facts=facts),)


def theories_listed(root: Path) -> tuple[str, ...]:
    """Return the ids of the theories that have a list, whether or not their records are there."""
    found = (root / FOLDER).glob(f"*{ENDING}")
    return tuple(sorted(each.name.removesuffix(ENDING) for each in found if each.is_file()))


def _changed(theory: str, file: str) -> Finding:
    return Finding(code=QC519, place=Place(file=file), facts={"theory": theory, "file": file})


def _lines(text: str) -> tuple[Line, ...] | None:
    """Return the list's lines, or None when a character of it was changed."""
    if not text.startswith(_HEADING) or not text.endswith("\n"):
        return None
    lines: list[Line] = []
    for each in text.removeprefix(_HEADING).split("\n")[:-1]:
        number, record, seal, file = (*each.split(" ", 3), "", "", "", "")[:4]
        before = lines[-1].seal if lines else ""
        right = files.chained(before, f"{len(lines) + 1} {record} {file}")
        if number != str(len(lines) + 1) or seal != right:
            return None
        lines.append(Line(number=len(lines) + 1, record=record, file=file, seal=seal))
    return tuple(lines)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
