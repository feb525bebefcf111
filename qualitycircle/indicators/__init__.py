"""How we see it: scales, indicators and catalogues of them."""

from qualitycircle.indicators.indicator import (
    Appraisal,
    Catalogue,
    Computation,
    DocumentedRelation,
    Event,
    Indicator,
    IndicatorClass,
    Indicators,
    Quality,
    Reliability,
    Respondent,
    Scale,
    TargetGroupCode,
    Wording,
)

__all__ = [
    "Appraisal",
    "Catalogue",
    "Computation",
    "DocumentedRelation",
    "Event",
    "Indicator",
    "IndicatorClass",
    "Indicators",
    "Quality",
    "Reliability",
    "Respondent",
    "Scale",
    "TargetGroupCode",
    "Wording",
]
