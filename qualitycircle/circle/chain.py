"""The chain of a theory's records: every one follows exactly one other, and one is first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualitycircle.findings import Finding, Place, error

QC505 = error("QC505")
QC506 = error("QC506")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One sealed record: where it stands, the seal it follows ("" for the first) and its own."""

    file: str
    previous: str
    seal: str


def changed(file: str) -> Finding:
    """Return the finding for a record that was changed after it was sealed."""
    return Finding(code=QC505, place=Place(file=file), facts={"file": file})


def broken_links(records: Sequence[Record]) -> tuple[Finding, ...]:
    """Return a finding for every record that does not stand in one unbroken chain."""
    reached = {each.file + each.seal for each in in_order(records)}
    return tuple(
        Finding(code=QC506, place=Place(file=each.file), facts={"file": each.file})
        for each in records
        if each.file + each.seal not in reached
    )


def in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records from the first on, as far as the chain is whole."""
    following: dict[str, Record] = {}
    for each in records:
        following.setdefault(each.previous, each)
    ordered: list[Record] = []
    seal = ""
    while seal in following:
        ordered.append(following.pop(seal))
        seal = ordered[-1].seal
    return tuple(ordered)


def tail(records: Iterable[Record]) -> str:
    """Return the seal that the next record follows: "" when there is none yet."""
    ordered = in_order(records)
    return ordered[-1].seal if ordered else ""
