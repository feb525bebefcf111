"""Tables as they lie on disk: CSV, Parquet, Excel and data frames, read as text in batches.

Only delimiter and encoding are sniffed; every cell is text until its declared type reads it. No
file is ever fetched from a network.
"""

from __future__ import annotations

import csv
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import numpy as np

from qualitycircle.data.cells import as_text, batch, cleaned, headings, of_list
from qualitycircle.data.columns import Batch
from qualitycircle.data.delimited import of_csv
from qualitycircle.data.problems import QC401, QC402, QC403, QC405, QC414, Problems
from qualitycircle.project import TableSource

if TYPE_CHECKING:
    import pandas

Frames = Mapping[str, "pandas.DataFrame"]

BATCH_ROWS = 131_072
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
            yield from of_csv(path, name, problems)
    except (OSError, ValueError, csv.Error):  # pyarrow's errors are these too; their texts quote cells
        problems.file(QC402, name)


def _of_parquet(path: Path, name: str, problems: Problems) -> Iterator[Batch]:
    from pyarrow import parquet

    file = parquet.ParquetFile(path)
    names = [cleaned(each) for each in file.schema_arrow.names]
    read = 0
    for each in file.iter_batches(batch_size=_rows_for(len(names))):
        rows = np.arange(each.num_rows, dtype=np.int64) + read + 1
        yield batch(name, names, each.columns, rows)
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
    names = headings([as_text(each) for each in cells[first][:width]], name, problems)
    below = range(first + 1, len(cells))
    filled = [number for number in below if any(as_text(each) for each in cells[number])]
    columns = {each: of_list([cells[row][at] for row in filled]) for at, each in enumerate(names)}
    return Batch(name, columns, np.array(filled, dtype=np.int64) + 1)


def _of_frame(name: str, frame: pandas.DataFrame) -> Iterator[Batch]:
    import pyarrow

    table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    names = [cleaned(str(each)) for each in table.column_names]
    read = 0
    for each in table.to_batches(max_chunksize=_rows_for(len(names))):
        rows = np.arange(each.num_rows, dtype=np.int64) + read + 1
        yield batch(name, names, each.columns, rows)
        read += each.num_rows
