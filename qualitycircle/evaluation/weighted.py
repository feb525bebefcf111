"""A comparison once more, each row weighted so that those who stayed stand for those who left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.frames import Frame, Rows
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.staying import Staying


def weighted_frames(key: str, base: Frame, lag: int, stayed: Staying, setting: Setting) -> tuple[Frame, ...]:
    """Return the weighted comparison, or nothing when hardly anybody left.

    `lag`: so many målinger after the row's own is the effect seen. Only for rows that are transitions,
    never for rows held against the citizen's own mean.
    """
    if stayed.weights is None:
        return ()
    weigh = partial(_weighted, lag, stayed, setting)
    combined = None
    if base.combined is not None:
        combined = partial(_combined, base, weigh)
    rows = partial(_rows, base, weigh)
    return (replace(base, key=f"{key}/ipcw", rows=rows, combined=combined, permutes=False, units=0),)


def _weighted(lag: int, stayed: Staying, setting: Setting, rows: Rows, panel: Panel) -> Rows:
    weights = stayed.of(setting, panel)
    if lag:
        weights = panel.later(weights, lag)
    root: Floats = np.sqrt(np.nan_to_num(weights, nan=1.0))[rows.at]
    return replace(rows, values=rows.values * root, root=root)


def _rows(base: Frame, weigh: partial[Rows], panel: Panel) -> Rows:
    return weigh(base.rows(panel), panel)


def _combined(base: Frame, weigh: partial[Rows], combinations: Floats, panel: Panel) -> Rows:
    assert base.combined is not None
    return weigh(base.combined(combinations, panel), panel)
