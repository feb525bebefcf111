"""What turns events into blocks: which columns there are, and by which rules they are filled.

Plain values, so that a Spark worker can be handed one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualitycircle.data.block import Layout
from qualitycircle.data.events import Events
from qualitycircle.indicators import Computation


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """A computed indicator: how, from which activities (numbers), options, answers or statuses."""

    column: str
    how: Computation
    activities: tuple[int, ...] = ()
    company_activities: tuple[int, ...] = ()
    options: tuple[int, ...] = ()
    of: str = ""
    statuses: tuple[int, ...] = ()
    hundred: bool = True
    """Shares are told in percent (0-100) unless the scale ends at 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRule:
    """A goal: the statuses and register events that reach it, and those that shut it out."""

    indicator: str
    statuses: tuple[int, ...] = ()
    reached: tuple[int, ...] = ()
    exits: tuple[int, ...] = ()
    exits_reached: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Everything `pivot` needs besides the events.

    `answers` gives the column of an indicator's number; `backgrounds` the column and whether it is
    numeric. `data_end` is the last day the goals are known for persons about whom nothing else is
    said. `placed` are moderators' values that belong to a `unit` or a `caseworker`. `others` holds,
    per OTHERS_MEAN column, sum and count of persons' means per caseworker.
    """

    layout: Layout
    every: int
    tolerance: int
    answers: Mapping[int, str] = field(default_factory=dict)
    raters: Mapping[int, str] = field(default_factory=dict)
    backgrounds: Mapping[int, tuple[str, bool]] = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    reckoned: tuple[Reckoned, ...] = ()
    goals: tuple[GoalRule, ...] = ()
    data_end: int | None = None
    measured: int = 0
    placed: Mapping[str, Events] = field(default_factory=dict)
    others: Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]] = field(default_factory=dict)
