"""Frozen values as plain data and back, so that a correction can be written down and read again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

Plain = None | bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"]


class NotPlainError(ValueError):
    """Plain data that does not hold the value it should."""


def plain(value: object) -> Plain:
    """Return a value as plain data: what equals its default, or takes no part in comparison, is left out."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Enum():
            return cast("Plain", value.value)
        case tuple() | list():
            return [plain(each) for each in value]
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            said = {each.name: getattr(value, each.name) for each in fields(value) if each.compare}
            defaults = {each.name: each.default for each in fields(value) if each.default is not MISSING}
            kept = {name: plain(each) for name, each in said.items() if each != defaults.get(name, MISSING)}
            return {"type": type_name(type(value)), **kept}
        case _:
            raise NotPlainError(type(value).__name__)


def type_name(kind: type) -> str:
    """Return how a value's type is written: `DropLink` is `drop_link`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def value_of(kind: Any, data: object) -> Any:
    """Return the value of a type that plain data hold. Raises NotPlainError when they do not."""
    if get_origin(kind) in (Union, UnionType):
        return value_of(_member(get_args(kind), data), data)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member_of(kind, data)
    if is_dataclass(kind) and isinstance(kind, type):
        return _instance(kind, data)
    if get_origin(kind) is not None and isinstance(data, Mapping):
        return dict(data)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if isinstance(kind, type) and isinstance(data, kind):
        return data
    raise NotPlainError(f"{data!r} is no {kind}")


def _member(kinds: tuple[Any, ...], data: object) -> Any:
    """Return which member of a union these plain data are."""
    for each in kinds:
        if _looks_like(each, data):
            return each
    raise NotPlainError(f"{data!r} is none of {kinds}")


def _looks_like(kind: Any, data: object) -> bool:
    if kind is NoneType:
        return data is None
    if get_origin(kind) is tuple:
        return isinstance(data, list | tuple)
    if is_dataclass(kind) and isinstance(kind, type):
        return isinstance(data, Mapping) and data.get("type") == type_name(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return data in {each.value for each in kind} if isinstance(data, str) else False
    return isinstance(kind, type) and isinstance(data, kind)


def _tuple(kinds: tuple[Any, ...], data: object) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise NotPlainError(f"{data!r} is no list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(value_of(kinds[0], each) for each in data)
    if len(kinds) != len(data):
        raise NotPlainError(f"{data!r} has not {len(kinds)} parts")
    return tuple(value_of(kind, each) for kind, each in zip(kinds, data, strict=True))


def _member_of(kind: type[Enum], data: object) -> Enum:
    try:
        return kind(data)
    except ValueError:
        raise NotPlainError(f"{data!r} is no {kind.__name__}") from None


def _instance(kind: type, data: object) -> Any:
    if not isinstance(data, Mapping):
        raise NotPlainError(f"{data!r} is no {kind.__name__}")
    hints = get_type_hints(kind)
    given = {str(key): each for key, each in data.items() if key != "type"}
    try:
        return kind(**{name: value_of(hints[name], each) for name, each in given.items()})
    except (KeyError, TypeError) as wrong:
        raise NotPlainError(f"{kind.__name__}: {wrong}") from None
