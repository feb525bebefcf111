"""Everything observed as one narrow list of events: what happened to whom, when, and what it was.

One shape for all tables lets DuckDB and Spark move whole persons about without knowing what the
events mean; only `pivot` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from qualitycircle.data.columns import Column

Events = npt.NDArray[Any]
"""A structured array of `EVENT`."""

EVENT = np.dtype(
    [
        ("person", np.int64),
        ("kind", np.int8),
        ("what", np.int32),
        ("wave", np.int16),
        ("day", np.int32),
        ("until", np.int32),
        ("value", np.float64),
        ("second", np.float64),
        ("who", np.int32),
        ("status", np.int8),
        ("file", np.int16),
        ("row", np.int32),
    ]
)

NONE = -1
NO_DAY = int(np.iinfo(np.int32).min)


class Happened(IntEnum):
    """What kind of event a row is, and what its columns hold."""

    UNIT = 0
    """who: the unit."""
    BACKGROUND = 1
    """what: indicator; value: the number; who: the category."""
    COURSE = 2
    """day, until; who: the arm; value: what its lot was drawn within; status: 1 when of this theory."""
    ACTIVITY = 3
    """what: activity; day, until; value: offered; second: attended; who: company (-1: none)."""
    ANSWER = 4
    """what: indicator; wave (declared) or -1; day; value; status; who: rater."""
    CONDITION = 5
    """A moderator's value, as ANSWER; without wave and day it holds throughout."""
    STATUS = 6
    """A final status. what: status; day."""
    CASEWORKER = 7
    """who: the caseworker; day, until."""
    TICK = 8
    """what: option; wave, day; value: 1 or 0; status."""
    SPELL = 9
    """Register weeks with one status. what: status; day, until."""
    REACHED = 10
    """A register event. what: goal indicator; day; value, second: the course starts it counts for."""
    FOLLOWED = 11
    """day: the last day the person's goals are known."""
    SEEN_BY = 12
    """The caseworker a measurement names. who: the caseworker; wave, day."""


class Answered(IntEnum):
    """How a question was met; refusals are never imputed (BIP 2017 s7-9)."""

    ANSWERED = 0
    REFUSED = 1
    DO_NOT_KNOW = 2
    MISSING = 3


@dataclass(slots=True)
class Names:
    """Numbers for words, in the order they are met: units, raters, statuses."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, word: str) -> int:
        """Return the word's number; the empty word has none (-1)."""
        return self.numbers.setdefault(word, len(self.numbers)) if word else NONE

    def of(self, column: Column | None, length: int) -> npt.NDArray[np.int32]:
        """Return the number of every cell."""
        if column is None:
            return np.full(length, NONE, dtype=np.int32)
        return column.parsed(self.number, np.int32)

    def __len__(self) -> int:
        return len(self.numbers)


def made(kind: Happened, persons: npt.NDArray[np.int64], **columns: Any) -> Events:
    """Return events of one kind; columns that are not given say "none"."""
    events = np.empty(len(persons), dtype=EVENT)
    defaults = {"what": NONE, "wave": NONE, "day": NO_DAY, "until": NO_DAY, "who": NONE, "file": NONE}
    for each in EVENT.names or ():
        events[each] = columns.get(each, defaults.get(each, 0))
    for each in ("value", "second"):
        if each not in columns:
            events[each] = np.nan
    events["person"] = persons
    events["kind"] = kind
    return events


def joined(parts: Iterable[Events]) -> Events:
    """Return all events in one array."""
    kept = [each for each in parts if len(each)]
    return np.concatenate(kept) if kept else np.empty(0, dtype=EVENT)


def of_kind(events: Events, *kinds: Happened) -> Events:
    """Return the events of some kinds."""
    chosen: Events = events[np.isin(events["kind"], kinds)]
    return chosen
