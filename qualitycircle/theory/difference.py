"""What two versions of a theory say differently, whatever their layout and order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from dataclasses import field as kept
from enum import Enum

from qualitycircle.theory.theory import Link, Theory


class Nature(Enum):
    """How two versions differ in one thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that two versions say differently.

    `room` is "links", "elements", "moderators", "sources", or "" for the theory itself; `subject`
    the id there; `field` the attribute that changed ("" when the whole thing came or went). `before`
    and `after` are its values in plain words, `old` and `new` the values themselves (`new` is the whole
    thing that came).
    """

    nature: Nature
    room: str
    subject: str
    field: str = ""
    before: str = ""
    after: str = ""
    old: object = kept(default=None, compare=False)
    new: object = kept(default=None, compare=False)


_ROOMS = ("elements", "links", "moderators", "sources")


def difference(old: Theory, new: Theory) -> tuple[Difference, ...]:
    """Return what the new version says differently; the version number itself does not count.

    The order of elements, links and moderators carries no claim, so it is no difference. Empty when
    both say the same.
    """
    own = _changed_fields("", "", old, new, skip={*_ROOMS, "version"})
    return (*own, *(each for room in _ROOMS for each in _in_room(room, old, new)))


def _in_room(room: str, old: Theory, new: Theory) -> Iterator[Difference]:
    before, after = _by_id(old, room), _by_id(new, room)
    for id, value in before.items():
        if id not in after:
            yield Difference(nature=Nature.REMOVED, room=room, subject=_written(id, value))
    for id, value in after.items():
        if id not in before:
            yield Difference(nature=Nature.ADDED, room=room, subject=_written(id, value), new=value)
        else:
            yield from _changed_fields(room, _written(id, value), before[id], value, skip={"id"})


def _by_id(theory: Theory, room: str) -> Mapping[str, object]:
    if room == "links":
        return {f"{each.relation.value}{each.pair}": each for each in theory.links}
    return {each.id: each for each in getattr(theory, room)}


def _written(id: str, value: object) -> str:
    return value.id if isinstance(value, Link) else id


def _changed_fields(
    room: str, subject: str, old: object, new: object, *, skip: set[str]
) -> Iterator[Difference]:
    for name in _compared(old) | _compared(new):
        if name in skip:
            continue
        before, after = getattr(old, name, None), getattr(new, name, None)
        if _unordered(name, before) != _unordered(name, after):
            yield Difference(
                nature=Nature.CHANGED,
                room=room,
                subject=subject,
                field=name,
                before=in_words(before),
                after=in_words(after),
                old=before,
                new=after,
            )
    if type(old) is not type(new):
        yield Difference(
            nature=Nature.CHANGED,
            room=room,
            subject=subject,
            field="kind",
            before=type(old).__name__.lower(),
            after=type(new).__name__.lower(),
        )


def _compared(value: object) -> dict[str, None]:
    """Return the attributes that say something, in the order they were declared."""
    assert is_dataclass(value)
    return {each.name: None for each in fields(value) if each.compare}


def _unordered(name: str, value: object) -> object:
    """Return a value so that an order that claims nothing does not count."""
    if name in {"cause", "effect"}:
        return None  # the pair identifies a link; `a ~ b` and `b ~ a` say the same
    if name == "attachments" and isinstance(value, tuple):
        return frozenset(value)
    return value


def in_words(value: object) -> str:
    """Return a value of a theory in plain words, for a person who compares two versions."""
    match value:
        case None:
            return ""
        case Enum():
            return str(value.value)
        case tuple():
            return ", ".join(in_words(each) for each in value)
        case Mapping():
            return ", ".join(f"{key}: {in_words(each)}" for key, each in value.items())
        case _ if is_dataclass(value):
            words = (in_words(getattr(value, name)) for name in _compared(value))
            return " ".join(each for each in words if each)
        case _:
            return str(value)
