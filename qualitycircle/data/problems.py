"""What is wrong in data: collected per code, file and column, and told without a value or a key.

Ten thousand bad cells are one finding with the first rows and the count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from qualitycircle.findings import Code, Fact, Finding, Place, error, note, warning

QC401 = error("QC401")
"""A data file does not exist."""
QC402 = error("QC402")
"""A data file cannot be read."""
QC403 = error("QC403")
"""Reading Excel needs an extra package."""
QC404 = error("QC404")
"""A column is missing."""
QC405 = warning("QC405")
"""A file or sheet has no rows."""
QC406 = warning("QC406")
"""A row has too many or too few fields."""
QC407 = error("QC407")
"""A column name stands twice in the header."""
QC408 = error("QC408")
"""A column is missing, and another is called something like it."""
QC409 = error("QC409")
"""A text file is neither UTF-8 nor Windows' Western European."""
QC410 = error("QC410")
"""CPR numbers in the person column, and no key."""
QC411 = error("QC411")
"""CPR numbers in a column where none belong."""
QC412 = error("QC412")
"""The key file cannot be used."""
QC413 = warning("QC413")
"""The key file can be read by others."""
QC414 = error("QC414")
"""A sheet is missing from the workbook."""
QC415 = error("QC415")
"""The key file lies inside the project's folder."""
QC416 = error("QC416")
"""A quotation mark that is not closed swallows rows."""
QC420 = warning("QC420")
"""A row without a person."""
QC421 = warning("QC421")
"""A person who is not in the person table."""
QC422 = warning("QC422")
"""An indicator no catalogue knows."""
QC423 = warning("QC423")
"""A code that is neither mapped nor known."""
QC424 = warning("QC424")
"""An answer outside its scale."""
QC425 = warning("QC425")
"""A number that cannot be read."""
QC426 = warning("QC426")
"""A number that can be read in two ways."""
QC427 = warning("QC427")
"""A date that cannot be read."""
QC428 = warning("QC428")
"""A date that can be read in two ways."""
QC429 = warning("QC429")
"""An impossible date."""
QC430 = warning("QC430")
"""A date in the future."""
QC431 = warning("QC431")
"""An end before its start."""
QC432 = warning("QC432")
"""The same answer given twice."""
QC433 = warning("QC433")
"""Two measurements in one planned round."""
QC434 = warning("QC434")
"""A measurement outside the plan's tolerance."""
QC435 = warning("QC435")
"""An answer from somebody else than the indicator asks."""
QC436 = note("QC436")
"""A status that no goal uses."""
QC437 = note("QC437")
"""A person with several courses in the same theory."""
QC438 = warning("QC438")
"""A round that the plan does not have."""
QC439 = warning("QC439")
"""A person who stands twice in the person table."""
QC440 = note("QC440")
"""An indicator of the theory that no table holds."""
QC441 = warning("QC441")
"""A measurement that has neither round nor date."""
QC442 = note("QC442")
"""A year written with two digits."""
QC443 = warning("QC443")
"""Persons who are not in the theory's target group."""
QC444 = error("QC444")
"""Nobody in the data is in the theory's target group."""
QC445 = warning("QC445")
"""A background that no scale, number or code explains."""
QC446 = warning("QC446")
"""A status that neither the mapping nor any goal explains."""
QC447 = warning("QC447")
"""Lots were drawn, and no group is known to be without the effort."""
QC448 = note("QC448")
"""A measurement from a later course of the same citizen."""
QC449 = warning("QC449")
"""Hardly anybody has two målinger that follow each other."""
QC450 = warning("QC450")
"""The numbers of the målinger and their dates tell different orders."""

SHOWN = 3


@dataclass(slots=True)
class _Rows:
    """The first rows of one problem, and how many there are."""

    position: int = 0
    first: list[int] = field(default_factory=list)
    count: int = 0

    def add(self, rows: Iterable[int], position: int) -> None:
        self.position = self.position or position
        found = sorted(int(each) for each in rows)
        self.count += len(found)
        self.first = sorted({*self.first, *found[:SHOWN]})[:SHOWN]


class Problems:
    """Collects findings; cells are counted per code, file and column."""

    def __init__(self) -> None:
        self._cells: dict[tuple[Code, str, str], _Rows] = {}
        self._whole: list[Finding] = []

    def cell(self, code: Code, file: str, column: str, rows: Iterable[int], position: int = 0) -> None:
        """Note bad cells by their row numbers in the file (1 is the header); never by value."""
        self._cells.setdefault((code, file, column), _Rows()).add(rows, position)

    def file(self, code: Code, file: str, /, **facts: Fact) -> None:
        """Note something about a file as a whole."""
        self._whole.append(Finding(code=code, place=Place(file=file), facts={"file": file, **facts}))

    @property
    def stopping(self) -> bool:
        """Say whether a number that identifies a person stands where it must not."""
        stops = {QC410, QC411, QC412}
        return any(code in stops for code, _, _ in self._cells) or any(
            each.code in stops for each in self._whole
        )

    def findings(self) -> tuple[Finding, ...]:
        """Return one finding per code, file and column, in the order a reader meets them."""
        cells = [
            Finding(
                code=code,
                place=Place(file=file, line=rows.first[0] if rows.first else 0, column=rows.position),
                facts={"file": file, "column": column, "rows": _told(rows), "count": rows.count},
            )
            for (code, file, column), rows in self._cells.items()
            if rows.count
        ]
        found = [*self._whole, *cells]
        return tuple(sorted(found, key=lambda each: (each.place, each.code.id)))


def _told(rows: _Rows) -> str:
    listed = ", ".join(str(each) for each in rows.first)
    return f"{listed} …" if rows.count > len(rows.first) else listed
