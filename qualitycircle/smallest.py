"""The smallest effect that would matter, said before the data are seen (Lakens et al. 2018)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.findings import NOWHERE, Place


class Unit(Enum):
    """What a smallest effect is measured in.

    STEPS: steps of the effect per step of the cause, or per start. SD: standard deviations of the
    effect at baseline per standard deviation of the cause, or per start. POINTS: percentage points.
    """

    STEPS = "steps"
    SD = "sd"
    POINTS = "percentage points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Smallest:
    """`mindste_virkning: 0,5 trin, fordi …`: a size, its unit, and why."""

    value: float
    unit: Unit
    because: str = ""
    place: Place = field(default=NOWHERE, compare=False)
