"""A column of text as distinct words and their numbers: parsed once per word, used for every row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, repr=False)
class Column:
    """The cells of one column: row r says `words[codes[r]]`; an empty cell is the empty word."""

    words: tuple[str, ...]
    codes: Indices

    def parsed(self, parse: Callable[[str], Any], kind: type[np.generic]) -> npt.NDArray[Any]:
        """Return `parse` of every cell, calling it once per distinct word."""
        return np.array([parse(each) for each in self.words], dtype=kind)[self.codes]

    def rows_where(self, holds: Callable[[str], bool]) -> Indices:
        """Return the rows (from 0) whose word makes `holds` true."""
        chosen = np.array([holds(each) for each in self.words], dtype=bool)
        return np.flatnonzero(chosen[self.codes])

    def taken(self, rows: Indices) -> Column:
        """Return the column with only some rows."""
        return Column(self.words, self.codes[rows])

    def reworded(self, change: Callable[[str], str]) -> Column:
        """Return the column with every word changed."""
        return Column(tuple(change(each) for each in self.words), self.codes)


@dataclass(frozen=True, slots=True, repr=False)
class Batch:
    """Some rows of one file: its columns, and the number each row has in the file (1: the header)."""

    file: str
    columns: Mapping[str, Column]
    rows: Indices

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.columns)

    def position(self, column: str) -> int:
        """Return which column of the file this is, from 1; 0 when the file does not have it."""
        return self.names.index(column) + 1 if column in self.columns else 0


def constant(word: str, length: int) -> Column:
    """Return a column with the same word in every row."""
    return Column((word,), np.zeros(length, dtype=np.int64))
