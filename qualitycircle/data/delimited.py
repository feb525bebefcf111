"""CSV files: delimiter and encoding are sniffed, every cell is text.

Small files are read whole by Python's own reader (importing Arrow takes longer than reading them);
large ones are streamed by Arrow. Both give the same.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from qualitycircle.data.cells import batch, headings, of_list
from qualitycircle.data.columns import Batch
from qualitycircle.data.problems import QC405, QC406, QC409, QC416, Problems

SMALL = 4 << 20
"""Files of up to so many bytes are read whole."""

_READ_BYTES = 8 << 20


def of_csv(path: Path, name: str, problems: Problems, *, small: int | None = None) -> Iterator[Batch]:
    """Yield the rows of a CSV file; rows with another number of fields than the header are told."""
    encoding = _encoding(path)
    if encoding is None:
        problems.file(QC409, name)
        return
    header, delimiter = _header(path, encoding)
    if row := _unclosed(path, encoding, delimiter, len(header)):
        problems.cell(QC416, name, "", [row])
        return
    names = headings(header, name, problems)
    whole = path.stat().st_size <= (SMALL if small is None else small)
    read = _whole if whole else _streamed
    ragged: list[int] = []
    count = 0
    for each in read(path, name, names, (encoding, delimiter), ragged) if names else ():
        count += len(each.rows)
        yield each
    if ragged:
        problems.cell(QC406, name, "", ragged)
    if not count:
        problems.file(QC405, name)


def _whole(
    path: Path, name: str, names: list[str], form: tuple[str, str], ragged: list[int]
) -> Iterator[Batch]:
    encoding, delimiter = form
    with path.open(encoding=encoding, newline="") as file:
        read = enumerate(csv.reader(file, delimiter=delimiter), start=1)
        lines = [(row, each) for row, each in read if each][1:]
    fits = [(row, each) for row, each in lines if len(each) == len(names)]
    ragged += [row for row, each in lines if len(each) != len(names)]
    columns = {each: of_list([line[at] for _, line in fits]) for at, each in enumerate(names)}
    if fits:
        yield Batch(name, columns, np.array([row for row, _ in fits], dtype=np.int64))


def _streamed(
    path: Path, name: str, names: list[str], form: tuple[str, str], ragged: list[int]
) -> Iterator[Batch]:
    from pyarrow import csv as arrow

    encoding, delimiter = form

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
    blank = _blank_rows(path, form)
    before = blank - np.arange(len(blank))
    read = 0
    for each in reader:
        rows = _file_rows(read, each.num_rows, ragged)
        yield batch(name, names, each.columns, rows + np.searchsorted(before, rows, side="right"))
        read += each.num_rows
    ragged[:] = [each + int(np.searchsorted(before, each, side="right")) for each in ragged]


def _file_rows(read: int, count: int, ragged: Sequence[int]) -> np.ndarray[Any, Any]:
    """Return the rows' numbers in the file, where the header is 1 and skipped rows keep theirs."""
    rows = np.arange(read + 2, read + 2 + count + len(ragged), dtype=np.int64)
    if not ragged:
        return rows
    every = np.arange(2, read + 2 + count + len(ragged), dtype=np.int64)
    return np.setdiff1d(every, np.array(ragged))[read : read + count]


def _unclosed(path: Path, encoding: str, delimiter: str, width: int) -> int:
    """Return the line where a quotation mark opens and does not close where its field ends; 0 if none.

    Such a mark swallows rows until the next one. It shows by text right after the closing mark, by the
    file's end, or by whole rows that lie inside one cell.
    """
    if not _contains(path, b'"'):
        return 0
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        line = 1
        try:
            for record in reader:
                if any(_holds_a_row(each, delimiter, width) for each in record):
                    return line
                line = reader.line_num + 1
        except csv.Error:
            return line
    return 0


def _holds_a_row(cell: str, delimiter: str, width: int) -> bool:
    return "\n" in cell and any(each.count(delimiter) >= max(1, width - 1) for each in cell.splitlines()[1:])


def _blank_rows(path: Path, form: tuple[str, str]) -> np.ndarray[Any, Any]:
    """Return the numbers of the rows with nothing in them, which Arrow does not count."""
    if not _contains(path, b"\n\n", b"\n\r\n"):
        return np.empty(0, dtype=np.int64)
    with path.open(encoding=form[0], newline="") as file:
        rows = enumerate(csv.reader(file, delimiter=form[1]), start=1)
        return np.array([row for row, each in rows if not each], dtype=np.int64)


def _contains(path: Path, *marks: bytes) -> bool:
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_READ_BYTES):
            if any(each in before + chunk for each in marks):
                return True
            before = chunk[-2:]
    return False


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
    delimiter = max(";\t,|", key=lambda mark: len(_fields(line, mark)))
    return _fields(line, delimiter), delimiter


def _fields(line: str, delimiter: str) -> list[str]:
    return next(csv.reader(io.StringIO(line), delimiter=delimiter))
