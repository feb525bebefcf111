"""Typed cells as unambiguous text, and columns of distinct words from lists and from Arrow."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from qualitycircle.data.columns import Batch, Column
from qualitycircle.data.privacy import cpr, mentions_cpr
from qualitycircle.data.problems import QC407, QC411, Problems

if TYPE_CHECKING:
    import pyarrow


def headings(header: Sequence[str], name: str, problems: Problems) -> list[str]:
    """Return a file's headings, each once; a repeated one is a finding and gets its number.

    A heading that is a CPR number (a file without headings) is replaced by its number and told.
    """
    names: list[str] = []
    for position, each in enumerate(header, start=1):
        clean = cleaned(each)
        if cpr(clean) or mentions_cpr(clean):
            clean = f"#{position}"
            problems.cell(QC411, name, clean, [1], position)
        if clean in names:
            problems.cell(QC407, name, clean, [1], position)
            clean = f"{clean} ({position})"
        names.append(clean)
    return names


def of_list(cells: Sequence[object]) -> Column:
    """Return a column of cells."""
    numbers: dict[str, int] = {}
    told: dict[object, int] = {}
    codes = np.empty(len(cells), dtype=np.int64)
    for at, cell in enumerate(cells):
        key = (type(cell), cell)
        code = told.get(key)
        if code is None:
            code = told[key] = numbers.setdefault(cleaned(as_text(cell)), len(numbers))
        codes[at] = code
    return Column(tuple(numbers), codes)


def of_arrow(column: pyarrow.Array) -> Column:
    """Return a column of an Arrow array."""
    import pyarrow

    if pyarrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    encoded = column.dictionary_encode(null_encoding="encode")
    words = tuple(cleaned(as_text(each)) for each in encoded.dictionary.to_pylist())
    return Column(words, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64))


def batch(
    name: str, names: Sequence[str], columns: Sequence[pyarrow.Array], rows: np.ndarray[Any, Any]
) -> Batch:
    """Return a batch of Arrow arrays."""
    return Batch(name, dict(zip(names, (of_arrow(each) for each in columns), strict=True)), rows)


def cleaned(text: str) -> str:
    """Return a text composed (NFC) and without spaces around it."""
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").strip()


def as_text(cell: object) -> str:
    """Return a typed cell as unambiguous text: ISO dates, decimal comma, ja and nej."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nej"
        case float():
            return "" if cell != cell else _decimal(cell)
        case datetime.datetime():
            return cell.date().isoformat()
        case datetime.date():
            return cell.isoformat()
        case _:
            return str(cell)


def _decimal(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value).replace(".", ",")
