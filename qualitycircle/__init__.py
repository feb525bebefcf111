"""qualitycircle: programme theories as text, held against data, link by link.

For analysts; everything is imported when it is first used:

    import qualitycircle as qc

    project = qc.load(Path("examples/praktik")).project
    theory = project.theory("praktik")
    observed = qc.observe(project, theory)              # frames={"data/borgere.csv": a DataFrame} works too
    evaluation = qc.hold(project, theory, observed, date="2026-01-31")
    qc.table(evaluation)                                # a pandas DataFrame, one row per comparison
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from qualitycircle.checks.rules import check_project as check_project
    from qualitycircle.circle.holding import hold as hold
    from qualitycircle.data.observe import observe as observe
    from qualitycircle.evaluation.record import from_json as from_json
    from qualitycircle.evaluation.record import table as table
    from qualitycircle.evaluation.record import to_json as to_json
    from qualitycircle.expectation import expectations as expectations
    from qualitycircle.loading.project import load as load
    from qualitycircle.rendering.picture import svg as svg

_ROOMS = {
    "check_project": "checks.rules",
    "expectations": "expectation",
    "from_json": "evaluation.record",
    "hold": "circle.holding",
    "load": "loading.project",
    "observe": "data.observe",
    "svg": "rendering.picture",
    "table": "evaluation.record",
    "to_json": "evaluation.record",
}

__all__ = [
    "__version__",
    "check_project",
    "expectations",
    "from_json",
    "hold",
    "load",
    "observe",
    "svg",
    "table",
    "to_json",
]


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module 'qualitycircle' has no attribute {name!r}")
    return getattr(import_module(f"qualitycircle.{_ROOMS[name]}"), name)
