"""Tables as they lie on disk: CSV, Parquet, Excel and data frames, read as text in batches.

Only delimiter and encoding are sniffed; every cell is text until its declared type reads it. No
file is ever fetched from a network.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import importlib.util
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import numpy as np

from qualitycircle.data.columns import Batch, Column
from qualitycircle.data.privacy import cpr, mentions_cpr
from qualitycircle.data.problems import (
    QC401,
    QC402,
    QC403,
    QC405,
    QC406,
    QC407,
    QC409,
    QC411,
    QC414,
    Problems,
)
from qualitycircle.project import TableSource

if TYPE_CHECKING:
    import pandas
    import pyarrow

Frames = Mapping[str, "pandas.DataFrame"]

BATCH_ROWS = 131_072
_READ_BYTES = 8 << 20
_EXCEL = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}
_PARQUET = {".parquet", ".pq"}


def paths(root: Path, file: str) -> tuple[Path, ...]:
    """Return the files a `fil` names: itself, or those a pattern such as `maalinger-*.csv` finds."""
    if any(each in file for each in "*?["):
        inside = PurePath(file)
        if inside.is_absolute():
            return tuple(sorted(Path(inside.anchor).glob(str(inside.relative_to(inside.anchor)))))
        return tuple(sorted(root.glob(file)))
    one = root / file
    return (one,) if one.is_file() else ()


def shown(root: Path, path: Path) -> str:
    """Return a path as findings show it: relative to the project, with `/`."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def batches(root: Path, source: TableSource, problems: Problems, frames: Frames) -> Iterator[Batch]:
    """Yield the rows of one table source, file by file; what cannot be read becomes a finding."""
    if source.file in frames:
        yield from _of_frame(source.file, frames[source.file])
        return
    found = paths(root, source.file)
    if not found:
        problems.file(QC401, source.file)
    for path in found:
        yield from _of_file(path, shown(root, path), source, problems)


def _of_file(path: Path, name: str, source: TableSource, problems: Problems) -> Iterator[Batch]:
    suffix = path.suffix.lower()
    try:
        if suffix in _EXCEL:
            yield from _of_excel(path, name, source.sheet, problems)
        elif suffix in _PARQUET:
            yield from _of_parquet(path, name, problems)
        else:
            yield from _of_csv(path, name, problems)
    except (OSError, ValueError, csv.Error):  # pyarrow's errors are these too; their texts quote cells
        problems.file(QC402, name)


def _of_csv(path: Path, name: str, problems: Problems) -> Iterator[Batch]:
    from pyarrow import csv as arrow

    encoding = _encoding(path)
    if encoding is None:
        problems.file(QC409, name)
        return
    header, delimiter = _header(path, encoding)
    if not header:
        problems.file(QC405, name)
        return
    names = _unique(header, name, problems)
    ragged: list[int] = []

    def skip(row: Any) -> str:
        ragged.append(row.number or 0)
        return "skip"

    reader = arrow.open_csv(
        path,
        arrow.ReadOptions(
            use_threads=False, block_size=_READ_BYTES, column_names=names, skip_rows=1, encoding=encoding
        ),
        arrow.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=skip),
        arrow.ConvertOptions(column_types=dict.fromkeys(names, "string"), strings_can_be_null=False),
    )
    read = 0
    for each in reader:
        yield _batch(name, names, each.columns, _file_rows(read, each.num_rows, ragged))
        read += each.num_rows
    if ragged:
        problems.cell(QC406, name, "", ragged)
    if not read:
        problems.file(QC405, name)


def _file_rows(read: int, count: int, ragged: Sequence[int]) -> np.ndarray[Any, Any]:
    """Return the rows' numbers in the file, where the header is 1 and skipped rows keep theirs."""
    rows = np.arange(read + 2, read + 2 + count + len(ragged), dtype=np.int64)
    if not ragged:
        return rows
    every = np.arange(2, read + 2 + count + len(ragged), dtype=np.int64)
    return np.setdiff1d(every, np.array(ragged))[read : read + count]


def _encoding(path: Path) -> str | None:
    """Return utf-8-sig, utf-16 or cp1252: the first that reads the whole file; else None."""
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
    return next((each for each in ("utf-8-sig", "cp1252") if _decodes(path, each)), None)


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_READ_BYTES):
                if "\x00" in decoder.decode(chunk):
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _header(path: Path, encoding: str) -> tuple[list[str], str]:
    with path.open(encoding=encoding, newline="") as file:
        line = file.readline().strip("\r\n")
    if not line.strip():
        return [], ";"
    delimiter = max(";\t,|", key=lambda mark: _fields(line, mark))
    return [each.strip() for each in next(csv.reader(io.StringIO(line), delimiter=delimiter))], delimiter


def _fields(line: str, delimiter: str) -> int:
    return len(next(csv.reader(io.StringIO(line), delimiter=delimiter)))


def _unique(header: Sequence[str], name: str, problems: Problems) -> list[str]:
    """Return header names, each once; a repeated one is a finding and gets its number."""
    names: list[str] = []
    for position, each in enumerate(header, start=1):
        clean = unicodedata.normalize("NFC", each)
        if cpr(clean) or mentions_cpr(clean):
            clean = f"#{position}"
            problems.cell(QC411, name, clean, [1], position)
        if clean in names:
            problems.cell(QC407, name, clean, [1], position)
            clean = f"{clean} ({position})"
        names.append(clean)
    return names


def _of_parquet(path: Path, name: str, problems: Problems) -> Iterator[Batch]:
    from pyarrow import parquet

    file = parquet.ParquetFile(path)
    names = [unicodedata.normalize("NFC", each) for each in file.schema_arrow.names]
    read = 0
    for each in file.iter_batches(batch_size=_rows_for(len(names))):
        rows = np.arange(each.num_rows, dtype=np.int64) + read + 1
        yield _batch(name, names, each.columns, rows)
        read += each.num_rows
    if not read:
        problems.file(QC405, name)


def _rows_for(columns: int) -> int:
    """Return how many rows a batch holds: fewer in a wide table."""
    return max(1_000, BATCH_ROWS * 16 // max(16, columns))


def _of_excel(path: Path, name: str, sheet: str, problems: Problems) -> Iterator[Batch]:
    if importlib.util.find_spec("python_calamine") is None:
        problems.file(QC403, name)
        return
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
    except python_calamine.CalamineError:
        problems.file(QC402, name)
        return
    if sheet and sheet not in book.sheet_names:
        problems.file(QC414, name, sheet=sheet)
        return
    cells = book.get_sheet_by_name(sheet or book.sheet_names[0]).to_python(skip_empty_area=False)
    first = next((number for number, row in enumerate(cells) if any(row)), None)
    if first is None or len(cells) == first + 1:
        problems.file(QC405, name)
        return
    yield _of_cells(name, cells, first, problems)


def _of_cells(name: str, cells: Sequence[Sequence[Any]], first: int, problems: Problems) -> Batch:
    width = max((at + 1 for at, each in enumerate(cells[first]) if each not in ("", None)), default=0)
    names = _unique([_told(each).strip() for each in cells[first][:width]], name, problems)
    filled = [number for number in range(first + 1, len(cells)) if any(_told(each) for each in cells[number])]
    columns = {each: _of_list([cells[row][at] for row in filled]) for at, each in enumerate(names)}
    return Batch(name, columns, np.array(filled, dtype=np.int64) + 1)


def _of_list(cells: Sequence[object]) -> Column:
    numbers: dict[str, int] = {}
    codes = [numbers.setdefault(_clean(_told(each)), len(numbers)) for each in cells]
    return Column(tuple(numbers), np.array(codes, dtype=np.int64))


def _of_frame(name: str, frame: pandas.DataFrame) -> Iterator[Batch]:
    import pyarrow

    table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    names = [unicodedata.normalize("NFC", str(each)) for each in table.column_names]
    read = 0
    for each in table.to_batches(max_chunksize=_rows_for(len(names))):
        rows = np.arange(each.num_rows, dtype=np.int64) + read + 1
        yield _batch(name, names, each.columns, rows)
        read += each.num_rows


def _batch(
    name: str, names: Sequence[str], columns: Sequence[pyarrow.Array], rows: np.ndarray[Any, Any]
) -> Batch:
    return Batch(name, dict(zip(names, (_of_arrow(each) for each in columns), strict=True)), rows)


def _of_arrow(column: pyarrow.Array) -> Column:
    import pyarrow

    if pyarrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    encoded = column.dictionary_encode(null_encoding="encode")
    words = tuple(_clean(_told(each)) for each in encoded.dictionary.to_pylist())
    return Column(words, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64))


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").strip()


def _told(cell: object) -> str:
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
