"""What would have to be estimated for each link, or why it cannot be: known before any data."""

from qualitycircle.expectation.comparisons import (
    expectation,
    expectations,
    moderator_expectations,
    testable_count,
)
from qualitycircle.expectation.plan import plan_content
from qualitycircle.expectation.values import (
    Comparison,
    Expectation,
    Measure,
    ModeratorNotTestable,
    ModeratorTest,
    NotTestable,
    Test,
    Testable,
    Untestable,
)

__all__ = [
    "Comparison",
    "Expectation",
    "Measure",
    "ModeratorNotTestable",
    "ModeratorTest",
    "NotTestable",
    "Test",
    "Testable",
    "Untestable",
    "expectation",
    "expectations",
    "moderator_expectations",
    "plan_content",
    "testable_count",
]
