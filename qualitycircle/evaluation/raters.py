"""Who rates: answers by the same professional move together, so raters count as clusters.

Two of five citizens change caseworker; raters therefore cross citizens, and the uncertainty is the
largest of by citizen, by rater and by both (statistics design 1.5). Where answers jump when somebody
else rates, a citizen is held against answers by the same professional only (1.8).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.setting import FEWEST_CLUSTERS, Setting
from qualitycircle.expectation import Measure

MANY = 200
"""With more raters than this nobody is left out in turn: the usual formula is good enough."""


def are_rated(measures: Sequence[Measure]) -> bool:
    """Say whether one of the measures is a professional's rating."""
    return any(each.respondent is not None and each.respondent.rates for each in measures)


def rater_column(measures: Sequence[Measure], setting: Setting) -> str:
    """Return the column of who rates, or "" when nobody does or too few do to be told apart."""
    rated = [each for each in measures if each.respondent is not None and each.respondent.rates]
    columns = [f"rater:{id}" for each in rated for id in each.indicators]
    if rated:
        columns.append("caseworker")
    return next((each for each in columns if setting.codes(each) > FEWEST_CLUSTERS), "")


def are_few(column: str, setting: Setting) -> bool:
    """Say whether the clusters of a column are few enough to leave out in turn."""
    return bool(column) and setting.codes(column) <= MANY


def rated_by_the_same(columns: Sequence[str], setting: Setting, panel: Panel, lag: int) -> Floats:
    """Return 1 where the same professionals rated at a row and at each of `lag` målinger before it."""
    same = np.ones(panel.rows)
    for column in columns:
        raters = setting.coded(panel, column).astype(np.float64)
        for back in range(1, lag + 1):
            same *= panel.earlier(raters, back) == raters
    return same


def stays(columns: Sequence[str], setting: Setting, panel: Panel, rows: Integers) -> Integers:
    """Number the stretches of rows, in order, in which one citizen is rated by the same professionals."""
    keys = [panel.person[rows], *(setting.coded(panel, each)[rows] for each in columns)]
    new = np.zeros(len(rows), dtype=np.int64)
    for each in keys:
        new[1:] |= each[1:] != each[:-1]
    return np.cumsum(new)
