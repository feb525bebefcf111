"""How we see it: scales, indicators and catalogues of them."""

from qualitycircle.indicators.indicator import (
    Catalogue,
    Computation,
    Event,
    Indicator,
    IndicatorClass,
    Indicators,
    Reliability,
    Respondent,
    Scale,
    TargetGroupCode,
    Wording,
)

__all__ = [
    "Catalogue",
    "Computation",
    "Event",
    "Indicator",
    "IndicatorClass",
    "Indicators",
    "Reliability",
    "Respondent",
    "Scale",
    "TargetGroupCode",
    "Wording",
]
