"""What several theories share: a catalogue's scales and indicators, and its activities and moderators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualitycircle.indicators import Catalogue
from qualitycircle.theory import Activity, Moderator


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Everything one catalogue file holds."""

    catalogue: Catalogue
    activities: tuple[Activity, ...] = ()
    moderators: tuple[Moderator, ...] = ()


def activities_by_id(library: Iterable[Shared]) -> Mapping[str, Activity]:
    """Return the shared activities by id; the first of two with one id."""
    return {each.id: each for shared in reversed(tuple(library)) for each in shared.activities}


def moderators_by_id(library: Iterable[Shared]) -> Mapping[str, Moderator]:
    """Return the shared moderators by id; the first of two with one id."""
    return {each.id: each for shared in reversed(tuple(library)) for each in shared.moderators}
