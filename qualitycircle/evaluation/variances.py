"""From squared scores to a standard error: by person, by cluster, or the largest of three.

The formulae are those of fixest (Bergé 2018); where clusters cross persons the largest of by person, by
cluster and by both is taken (Cameron, Gelbach & Miller 2011; MacKinnon, Nielsen & Webb 2023).
"""

from __future__ import annotations

import numpy as np

from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.moments import Gram, Scores
from qualitycircle.evaluation.solving import Coefficient, Fit


def coefficient(
    frame: Frame, sums: Gram, fit: Fit, scores: Scores, alone: float | None = None
) -> Coefficient:
    """Return the coefficient with its standard error, by the highest level that moves together.

    `alone` is the variance by leaving each person out, when persons are few.
    """
    rows, persons = int(scores.rows), int(scores.persons)
    rank = fit.rank + _absorbed(frame, sums, persons)
    small = (rows - 1) / max(rows - rank, 1)
    variance = scores.by_person * small * _groups(persons) if alone is None else alone
    clusters, degrees = persons, float(max(persons - 1 - frame.spent, 1))
    if frame.leverage and not frame.clusters:
        variance = scores.by_person if alone is None else alone
        degrees = float(max(rows - rank, 1))
    if frame.clusters:
        clusters = int(np.count_nonzero(sums.cluster_rows[:, 0]))
        variance = max(variance, _with_clusters(fit, scores, clusters, small, variance))
        clusters = min(persons, clusters)
        degrees = float(max(clusters - 1 - frame.spent, 1))
    return Coefficient(
        fit.equation.name,
        fit.value,
        float(np.sqrt(max(variance, 0.0))),
        degrees,
        rows,
        persons,
        clusters,
        fit.first_stage,
        kept=fit.kept,
        cleared=fit.cleared,
    )


def _absorbed(frame: Frame, sums: Gram, persons: int) -> int:
    """Return what is absorbed, counted as regressors: persons only where clusters cross them."""
    if frame.within:
        return persons if frame.clusters else 1
    return int(np.count_nonzero(sums.cell_sums[:, -1] > 1))


def _groups(count: int) -> float:
    return count / max(count - 1, 1)


def _with_clusters(fit: Fit, scores: Scores, clusters: int, small: float, by_person: float) -> float:
    """Return the larger of by cluster and by both (Cameron, Gelbach & Miller 2011)."""
    if fit.jackknife is not None:
        apart = fit.jackknife - fit.value
        by_cluster = float(apart @ apart) * (clusters - 1) / clusters
    else:
        by_cluster = float(scores.by_cluster @ scores.by_cluster) * small * _groups(clusters)
    return max(by_cluster, by_person + by_cluster - scores.by_pair * small * _groups(int(scores.pairs)))
