"""From sums to a coefficient: rank-revealing, never NaN.

Two-stage least squares and least squares from one Gram, noise taken out of what is held still, and the
same with one cluster left out at a time when they are few (CR3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.clearing import amount, cleared, noise_in_rows, own_noise, taken_out
from qualitycircle.evaluation.frames import Equation, Frame, Noise
from qualitycircle.evaluation.moments import Direction, Gram, between_cells
from qualitycircle.evaluation.permuting import Drawn

TOLERANCE = 1e-9
"""A column whose own part is smaller than this share of its square is a copy of the others."""

FEW_CLUSTERS = 50

WEAK_FIRST_STAGE = 10.0

LEAST_KEPT = 0.2
"""A control that is less of itself than this, once noise is out, is mostly noise."""

CLEARINGS = (1.0, 0.8, 0.6, 0.4, 0.3, 0.2, 0.1, 0.0)
"""How much of the noise is taken out: all of it, or as much as leaves something of every control."""


@dataclass(frozen=True, slots=True)
class Aliased:
    """The target cannot be told from the other columns, or does not vary."""

    equation: str
    with_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """A solved equation. `first_stage` is the conditional F (Sanderson & Windmeijer 2016).

    `kept` is the share of the coefficient that noise in the target leaves, `cleared` how much of the
    noise in the controls could be taken out.
    """

    equation: Equation
    value: float
    direction: Direction
    rank: int
    dropped: tuple[str, ...]
    first_stage: float | None = None
    jackknife: Floats | None = None
    kept: float = 1.0
    cleared: float = 1.0


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient with its standard error and the degrees of freedom of its t.

    `drawn` is what drawing the lot again says instead of t; `kept` and `cleared` are the fit's;
    `without` the lowest and the highest coefficient with one unit left out.
    """

    name: str
    value: float
    se: float
    degrees: float
    rows: int
    persons: int
    clusters: int
    first_stage: float | None = None
    drawn: Drawn | None = None
    kept: float = 1.0
    cleared: float = 1.0
    without: tuple[float, float] | None = None


def solve(frame: Frame, sums: Gram, equation: Equation) -> Fit | Aliased:
    """Return the coefficient of the equation's target, or why it cannot be told.

    Noise is taken out of what is held still: all of it, or as much as leaves more than noise there.
    """
    if not equation.noise:
        return _solve(frame, sums, equation)
    for share in CLEARINGS:
        noise = tuple(replace(each, variance=share * each.variance) for each in equation.noise)
        clearing = replace(equation, noise=noise)
        clear = replace(sums, products=cleared(frame, clearing, sums.products))
        fit = _solve(frame, clear, clearing)
        if isinstance(fit, Aliased) or share == 0 or _can_be_held(frame, clear, fit):
            break
    if isinstance(fit, Aliased):
        return fit
    return replace(fit, equation=equation, cleared=share, kept=_kept(frame, sums, equation, fit.direction))


def _can_be_held(frame: Frame, sums: Gram, fit: Fit) -> bool:
    """Say whether every control is more than noise, beside the others, and the target can still be told."""
    if fit.first_stage is not None and fit.first_stage < WEAK_FIRST_STAGE:
        return False
    equation = fit.equation
    kept = [each for each in (*equation.controls, equation.target) if each not in fit.dropped]
    regressors = [frame.position(each) for each in kept]
    instruments = _projected(frame, sums, equation, regressors)[1]
    return all(
        _share_left(frame, sums, each, (regressors, instruments)) >= LEAST_KEPT
        for each in taken_out(frame, equation)
        if each.share == frame.root and each.regressor in kept
    )


def _share_left(frame: Frame, sums: Gram, noise: Noise, columns: tuple[list[int], list[int]]) -> float:
    wanted = np.array([float(each == frame.position(noise.regressor)) for each in columns[0]])
    nothing = np.zeros(len(frame.columns))
    weights = _direction(sums.products, nothing, columns[0], columns[1], wanted)[1].weights
    weight = float(weights[frame.position(noise.instrument)])
    return 1.0 / (1.0 + amount(frame, sums.products, noise) * weight) if weight > 0 else 0.0


def _solve(frame: Frame, sums: Gram, equation: Equation) -> Fit | Aliased:
    regressors = [frame.position(each) for each in (*equation.controls, equation.target)]
    products = _projected(frame, sums, equation, regressors)
    floor = np.diag(sums.raw)[regressors]
    kept = independent(products[0], floor)
    names = [(*equation.controls, equation.target)[each] for each in kept]
    if len(regressors) - 1 not in kept or not set(equation.also) <= set(names):
        return Aliased(equation.name, tuple(equation.controls))
    return _fit(frame, sums, equation, [regressors[each] for each in kept], products[1])


def _projected(
    frame: Frame, sums: Gram, equation: Equation, regressors: list[int]
) -> tuple[Floats, list[int]]:
    """Return the regressors' products (after projection on instruments), and the instruments kept."""
    if not equation.instruments:
        return sums.products[np.ix_(regressors, regressors)], []
    wanted = [frame.position(each) for each in equation.instruments]
    kept = independent(sums.products[np.ix_(wanted, wanted)], np.diag(sums.raw)[wanted])
    instruments = [wanted[each] for each in kept]
    first = _first_stage(sums.products, regressors, instruments)
    return sums.products[np.ix_(regressors, instruments)] @ first, instruments


def _fit(frame: Frame, sums: Gram, equation: Equation, regressors: list[int], instruments: list[int]) -> Fit:
    outcome = np.zeros(len(frame.columns))
    for column, weight in equation.outcome.items():
        outcome[frame.position(column)] = weight
    wanted = _wanted(frame, sums, equation, regressors)
    value, direction = _direction(sums.products, outcome, regressors, instruments, wanted)
    direction = replace(direction, noise=noise_in_rows(frame, equation, direction))
    if frame.leverage:
        direction = replace(direction, hat=_hat(sums.products, regressors))
    names = (*equation.controls, equation.target)
    dropped = tuple(each for each in names if frame.position(each) not in regressors)
    strength = _conditional_f(sums, regressors, instruments) if instruments else None
    left_out = None
    if frame.jackknife and _leaves_out(frame, sums):
        left_out = _left_out(frame, sums, equation, outcome, (regressors, instruments), wanted)
    return Fit(
        equation,
        value,
        direction,
        len(regressors),
        dropped,
        strength,
        left_out,
    )


def _leaves_out(frame: Frame, sums: Gram) -> bool:
    """Say whether each cluster is left out in turn: few of them, or what is tested comes by cluster."""
    assigned = bool(frame.exposure) and not frame.cells
    return assigned or int(np.count_nonzero(sums.cluster_rows[:, 0])) < FEW_CLUSTERS


def _kept(frame: Frame, sums: Gram, equation: Equation, direction: Direction) -> float:
    """Return the share of the target's coefficient that noise in the target leaves."""
    if equation.also:
        return 1.0
    lost = (
        amount(frame, sums.products, each) * direction.weights[frame.position(each.instrument)]
        for each in own_noise(frame, equation)
    )
    return 1.0 - float(sum(lost))


def _wanted(frame: Frame, sums: Gram, equation: Equation, regressors: list[int]) -> Floats:
    """Return the weight of every regressor's coefficient in what is wanted: 1 for the target."""
    weights = np.zeros(len(regressors))
    weights[-1] = 1.0
    mean = 0.0
    if equation.centre:
        at, one = frame.position(equation.centre), frame.position("one")
        mean = float(sums.raw[at, one] / max(sums.raw[one, one], 1.0))
    for column, weight in equation.also.items():
        weights[regressors.index(frame.position(column))] = weight - mean
    return weights


def _direction(
    products: Floats, outcome: Floats, regressors: list[int], instruments: list[int], wanted: Floats
) -> tuple[float, Direction]:
    """Return the wanted sum of coefficients, its weights and its residual."""
    weights, residual = np.zeros(len(outcome)), outcome.copy()
    if instruments:
        first = _first_stage(products, regressors, instruments)
        inner = products[np.ix_(regressors, instruments)] @ first
        weights[instruments] = first @ solved(inner, wanted)
        coefficients = solved(inner, first.T @ (products[instruments] @ outcome))
    else:
        inner = products[np.ix_(regressors, regressors)]
        weights[regressors] = solved(inner, wanted)
        coefficients = solved(inner, products[regressors] @ outcome)
    residual[regressors] -= coefficients
    return float(wanted @ coefficients), Direction(weights, residual, np.zeros(len(outcome)))


def _hat(products: Floats, regressors: list[int]) -> Floats:
    hat = np.zeros(products.shape)
    inner = products[np.ix_(regressors, regressors)]
    hat[np.ix_(regressors, regressors)] = solved(inner, np.eye(len(regressors)))
    return hat


def _first_stage(products: Floats, regressors: list[int], instruments: list[int]) -> Floats:
    return solved(products[np.ix_(instruments, instruments)], products[np.ix_(instruments, regressors)])


def _conditional_f(sums: Gram, regressors: list[int], instruments: list[int]) -> float:
    """Return how strongly the instruments move the target once the other regressors are given."""
    products, others, target = sums.products, regressors[:-1], regressors[-1]
    own = np.zeros(len(products))
    own[target] = 1.0
    if others:
        first = _first_stage(products, others, instruments)
        inner = products[np.ix_(others, instruments)] @ first
        own[others] -= solved(inner, first.T @ (products[instruments, target]))
    total = float(own @ products @ own)
    onto = solved(products[np.ix_(instruments, instruments)], products[instruments] @ own)
    explained = float(onto @ products[instruments] @ own)
    extra = len(instruments) - len(others)
    left = sums.rows - len(instruments)
    unexplained = total - explained
    if extra < 1 or left < 1 or unexplained <= TOLERANCE * total:
        return 1e9 if total > 0 else 0.0
    return (explained / extra) / (unexplained / left)


def independent(products: Floats, floor: Floats) -> list[int]:
    """Return the columns that are not copies of those before them, in their order.

    A column is kept when what is left of it, given the kept ones, is more than a trace of its raw
    square `floor`: a column that does not vary within persons or cells is not kept.
    """
    own_square = np.diag(products)
    length = np.sqrt(np.where(own_square > TOLERANCE * floor, own_square, np.inf))
    scaled = products / length[:, None] / length[None, :]
    taken = np.zeros(products.shape)
    kept: list[int] = []
    for each in range(len(products)):
        own = float(products[each, each])
        if own <= TOLERANCE * float(floor[each]) or own <= 0:
            continue
        left = scaled[each] - taken[: len(kept), each] @ taken[: len(kept)]
        if kept and left[each] <= TOLERANCE:
            continue
        taken[len(kept)] = left / np.sqrt(left[each])
        kept.append(each)
    return kept


def solved(matrix: Floats, right: Floats) -> Floats:
    """Solve a symmetric system after bringing its columns to the same length."""
    length = np.sqrt(np.maximum(np.diag(matrix), 1e-300))
    scaled = matrix / length[:, None] / length[None, :]
    shape = length if right.ndim == 1 else length[:, None]
    found: Floats = np.linalg.solve(scaled, right / shape) / shape
    return found


def _left_out(
    frame: Frame,
    sums: Gram,
    equation: Equation,
    outcome: Floats,
    columns: tuple[list[int], list[int]],
    wanted: Floats,
) -> Floats | None:
    """Return what is wanted with each cluster left out, or None when one decides alone."""
    regressors, instruments = columns
    values = []
    for each in np.flatnonzero(sums.cluster_rows[:, 0]):
        products = sums.products - _own(frame, sums, equation, int(each))
        usable = _independent_in(sums.raw, products, instruments)
        projected = products[np.ix_(regressors, regressors)]
        if instruments:
            projected = products[np.ix_(regressors, usable)] @ _first_stage(products, regressors, usable)
        kept = independent(projected, np.diag(sums.raw)[regressors])
        if not set(np.flatnonzero(wanted)) <= set(kept):
            return None
        chosen = [regressors[one] for one in kept]
        values.append(_direction(products, outcome, chosen, usable, wanted[kept])[0])
    return np.array(values)


def _independent_in(raw: Floats, products: Floats, columns: list[int]) -> list[int]:
    kept = independent(products[np.ix_(columns, columns)], np.diag(raw)[columns])
    return [columns[each] for each in kept]


def _own(frame: Frame, sums: Gram, equation: Equation, cluster: int) -> Floats:
    """Return what a cluster's rows add to the products, its own cells' means and its noise taken out."""
    own = cleared(frame, equation, sums.cluster_products[cluster])
    if frame.cells and frame.nested:
        own = own - between_cells(sums.cell_sums[cluster :: frame.nested])
    return own
