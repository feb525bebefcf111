"""The kinds of correction, as values (see `qualitycircle.theory.change`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from qualitycircle.smallest import Smallest
from qualitycircle.theory.theory import Link, Moderator, Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class DropLink:
    """Withdraw a claim; moderators let go of it, and one that sat on nothing else goes too."""

    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseLink:
    """Claim the opposite sign: what was said to give more is now said to give less."""

    link: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnLink:
    """Claim the other direction: `a -> b` becomes `b -> a`, and its moderators follow."""

    link: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLink:
    """Claim something else about a link; what is None stays."""

    link: str
    sign: Sign | None = None
    seen_after: tuple[int, ...] | None = None
    smallest: Smallest | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakenLink:
    """Claim only that two things move together: `a -> b` becomes `a ~ b`, and its moderators follow."""

    link: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLink:
    """Claim a new link."""

    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class AddIndicator:
    """See an element (or a moderator) through one more indicator."""

    element: str
    indicator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropIndicator:
    """Stop using an indicator for an element (or a moderator)."""

    element: str
    indicator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropElement:
    """Take an element out, with its links and what sat on them."""

    element: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddModerator:
    """Name a new condition for links."""

    moderator: Moderator


@dataclass(frozen=True, slots=True, kw_only=True)
class DropModerator:
    """Take a condition out."""

    moderator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireModerator:
    """Say that a link is only expected where a moderator is present."""

    moderator: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGoal:
    """Adjust a goal: which way it is wished, and within what time. What is None stays."""

    goal: str
    wanted_up: bool | None = None
    within: str | None = None
    follow_up: str | None = None
    satisfied_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeActivity:
    """Promise another coverage, dose or fidelity of an activity or output. What is None stays."""

    activity: str
    coverage: str | None = None
    dose: str | None = None
    fidelity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlan:
    """Measure at other times (`every` and `tolerance` in days). What is None stays."""

    every: int | None = None
    tolerance: int | None = None
    rounds: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Change nothing, on purpose: the theory (or one link of it) goes on as it is."""

    link: str = ""


LinkChange = DropLink | ReverseLink | TurnLink | ChangeLink | WeakenLink | AddLink
IndicatorChange = AddIndicator | DropIndicator
ModeratorChange = AddModerator | DropModerator | RequireModerator
EffortChange = DropElement | ChangeGoal | ChangeActivity | ChangePlan
Change = LinkChange | IndicatorChange | ModeratorChange | EffortChange | Keep


class CannotChangeError(LookupError):
    """A change that this theory cannot take: what it speaks of is missing, or there already."""

    def __init__(self, change: Change, subject: str, *, present: bool = False) -> None:
        super().__init__(change, subject)
        self.change = change
        self.subject = subject
        self.present = present

    def __str__(self) -> str:
        state = "is already in the theory" if self.present else "is not in the theory"
        return f"{type(self.change).__name__}: {self.subject!r} {state}"


def subject(change: Change) -> str:
    """Return what a change is about: a link, an element, a moderator, or "" for all of it."""
    match change:
        case AddLink(link=link):
            return link.id
        case AddModerator(moderator=moderator):
            return moderator.id
        case DropLink() | ReverseLink() | TurnLink() | ChangeLink() | WeakenLink() | Keep():
            return change.link
        case AddIndicator() | DropIndicator() | DropElement():
            return change.element
        case DropModerator() | RequireModerator():
            return change.moderator
        case ChangeGoal():
            return change.goal
        case ChangeActivity():
            return change.activity
        case ChangePlan():
            return ""
        case _:
            assert_never(change)
