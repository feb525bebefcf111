"""A register of weeks and months (one person per row), as status spells and goal events."""

from __future__ import annotations

from qualitycircle.data.columns import Batch
from qualitycircle.data.events import Events, joined
from qualitycircle.data.intake import Intake
from qualitycircle.project import TableSource


def read_register(intake: Intake, batch: Batch, source: TableSource) -> Events:
    """Return spells, register events and the end of follow-up."""
    return joined([])
