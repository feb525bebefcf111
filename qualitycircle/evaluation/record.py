"""An evaluation as JSON, and back: what is kept in `rounds/<theory>/<n>/evaluation.json`.

Keys are the English field names in a fixed order; floats keep every digit; a result says its `kind`.
The shape is published as a JSON Schema, made from the same types.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from qualitycircle.evaluation.values import Evaluation, Judgement, NotMeasured, Tested
from qualitycircle.evaluation.whole import AbsentLink

if TYPE_CHECKING:
    import pandas

FORMAT = 1
KINDS: Mapping[str, type] = {"tested": Tested, "not measured": NotMeasured}
_KIND_OF = {kind: name for name, kind in KINDS.items()}


def to_json(evaluation: Evaluation) -> str:
    """Return the evaluation as JSON text, ending in a line break."""
    content = {"format": FORMAT, **_plain(evaluation)}
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def from_json(text: str) -> Evaluation:
    """Return the evaluation that `to_json` wrote.

    Raises `UnknownFormatError` when a later version of the software wrote it.
    """
    content = json.loads(text)
    found = content.pop("format", None)
    if found != FORMAT:
        raise UnknownFormatError(found)
    evaluation: Evaluation = _value(Evaluation, content)
    return evaluation


class UnknownFormatError(ValueError):
    """An evaluation file in a format this version does not know."""

    def __init__(self, found: object) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        return f"the evaluation has format {self.found!r}; this version reads format {FORMAT}"


def _kept(kind: type) -> list[Field[Any]]:
    """Return the fields that are part of a value's meaning: not where it stood in a file."""
    return [each for each in fields(kind) if each.compare]


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        own = {each.name: _plain(getattr(value, each.name)) for each in _kept(type(value))}
        return {"kind": _KIND_OF[type(value)], **own} if type(value) in _KIND_OF else own
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in sorted(value.items())}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _value(kind: Any, content: Any) -> Any:
    """Return the value of a type that `_plain` made plain."""
    if content is None:
        return None
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _one_of(inner, content)
    if origin is tuple:
        each_kind = [inner[0]] * len(content) if inner[-1] is Ellipsis else inner
        return tuple(_value(one, each) for one, each in zip(each_kind, content, strict=True))
    if origin is not None:
        return {key: _value(inner[1], each) for key, each in content.items()}
    if is_dataclass(kind):
        return _dataclass(typing.cast(type, kind), content)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(content)
    return float(content) if kind is float else content


def _one_of(kinds: tuple[Any, ...], content: Any) -> Any:
    if isinstance(content, dict) and "kind" in content:
        return _dataclass(KINDS[content["kind"]], content)
    chosen = [each for each in kinds if each is not types.NoneType]
    return _value(chosen[0], content) if len(chosen) == 1 else content


def _dataclass(kind: type, content: Mapping[str, Any]) -> Any:
    hints = get_type_hints(kind)
    return kind(
        **{
            each.name: _value(hints[each.name], content[each.name])
            for each in _kept(kind)
            if each.name in content
        }
    )


_SEAL: dict[str, Any] = {
    "description": "What a record in rounds/ ends with: proof that nothing in it was changed.",
    "type": "object",
    "additionalProperties": False,
    "properties": {"previous": {"type": "string"}, "content": {"type": "string"}},
    "required": ["previous", "content"],
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `evaluation.json`, made from the types."""
    shapes: dict[str, Any] = {}
    top = _shape_of(Evaluation, shapes)
    shapes.pop("Evaluation")
    top["properties"] = {"format": {"const": FORMAT}, **top["properties"]}
    top["required"] = ["format", *top["required"]]
    top["properties"]["seal"] = _SEAL
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "qualitycircle evaluation",
        "description": "What the data say about each link of a programme theory.",
        **top,
        "$defs": dict(sorted(shapes.items())),
    }


def _shape_of(kind: type, shapes: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    shape: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": {}}
    shapes[kind.__name__] = shape
    if kind in _KIND_OF:
        shape["properties"]["kind"] = {"const": _KIND_OF[kind]}
    for each in _kept(kind):
        shape["properties"][each.name] = _shape(hints[each.name], shapes)
    required = [
        each.name for each in _kept(kind) if each.default is MISSING and each.default_factory is MISSING
    ]
    shape["required"] = [*(["kind"] if kind in _KIND_OF else []), *required]
    return shape


_PRIMITIVES: Mapping[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    types.NoneType: "null",
}


def _shape(kind: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _PRIMITIVES:
        return {"type": _PRIMITIVES[kind]}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_shape(each, shapes) for each in inner]}
    if origin is tuple and inner[-1] is Ellipsis:
        return {"type": "array", "items": _shape(inner[0], shapes)}
    if origin is tuple:
        parts = [_shape(each, shapes) for each in inner]
        return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}
    if origin is not None:
        return {"type": "object", "additionalProperties": _shape(inner[1], shapes)}
    if issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    if kind.__name__ not in shapes:
        _shape_of(kind, shapes)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def table(evaluation: Evaluation) -> pandas.DataFrame:
    """Return one row for each test and link, for people who work in tables.

    Columns: link, verdict (of the link), test (cause and effect indicators), comparison, basis,
    test_verdict, estimate, low, high, unit, smallest, smallest_low, smallest_high, persons, rows, mde,
    mde_true, n_needed, p, holm_p, caps, flags, reason, never. What was not estimated is missing (NA).

    `smallest` is the smallest effect that matters, as declared; `smallest_low` and `smallest_high` what
    may be seen of it (noise in the answers, days since the start), and what `estimate` is held against.
    `mde` is likewise the smallest number found with 80 % power, and `mde_true` the true effect behind it.
    """
    import pandas as pd

    rows = [{**_of_link(judged), **_row(each)} for judged in evaluation.judgements for each in judged.results]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _of_link(judged: Judgement) -> dict[str, object]:
    never = "; ".join(each.value for each in judged.never)
    return {"link": judged.link, "verdict": judged.verdict.value, "holm_p": judged.holm_p, "never": never}


def absent_table(evaluation: Evaluation) -> pandas.DataFrame:
    """Return one row for each pair the theory draws no arrow between, for people who work in tables.

    Columns are the fields of `AbsentLink`, with `given` and `caps` as text; what was not estimated is NA.
    """
    import pandas as pd

    columns = [each.name for each in fields(AbsentLink) if each.name != "facts"]
    rows = [[_cell(getattr(pair, each)) for each in columns] for pair in evaluation.absent]
    return pd.DataFrame(rows, columns=columns)


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(value)
    return value.value if isinstance(value, Enum) else value


_COLUMNS = [
    "link",
    "verdict",
    "test",
    "comparison",
    "basis",
    "test_verdict",
    "estimate",
    "low",
    "high",
    "unit",
    "smallest",
    "smallest_low",
    "smallest_high",
    "persons",
    "rows",
    "mde",
    "mde_true",
    "n_needed",
    "p",
    "holm_p",
    "caps",
    "flags",
    "reason",
    "never",
]


def _row(result: Tested | NotMeasured) -> dict[str, object]:
    match result:
        case NotMeasured():
            return {"test_verdict": "not measured", "reason": result.reason.value}
        case Tested():
            return _tested_row(result)


def _tested_row(result: Tested) -> dict[str, object]:
    test, deciding = result.test, result.deciding
    ends = ((each.activity or ", ".join(each.indicators)) for each in (test.cause, test.effect))
    return {
        "test": " -> ".join(ends),
        "comparison": test.comparison.value,
        "basis": result.basis.value,
        "test_verdict": result.verdict.value,
        "estimate": deciding.value,
        "low": deciding.low,
        "high": deciding.high,
        "unit": deciding.unit,
        "smallest": result.smallest,
        "smallest_low": result.smallest_low,
        "smallest_high": result.smallest_high,
        "persons": deciding.persons,
        "rows": deciding.rows,
        "mde": result.mde,
        "mde_true": result.mde_true,
        "n_needed": result.n_needed,
        "p": result.p,
        "caps": ", ".join(each.value for each in result.caps),
        "flags": ", ".join(each.value for each in result.flags),
    }
