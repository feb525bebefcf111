"""Noise in the answers that are held still, taken out of the sums before they are solved.

An answer given twice would not be the same twice. Held still with its noise, the effect's past is only
half held: what is left of it goes on to whatever it also moved, and a reverse influence looks like the
claimed one. With a known error variance the noise's part of each product of a regressor and an
instrument is known too, and taken off (Fuller 1987, errors in variables; docs/decisions, 35).
"""

from __future__ import annotations

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.frames import Equation, Frame, Noise
from qualitycircle.evaluation.moments import Direction


def own_noise(frame: Frame, equation: Equation) -> list[Noise]:
    """Return the target's own noise: it makes the coefficient smaller, and is told, not taken out."""
    return [each for each in equation.noise if _is_own(frame, equation, each)]


def taken_out(frame: Frame, equation: Equation) -> list[Noise]:
    """Return the noise in everything else."""
    return [each for each in equation.noise if not _is_own(frame, equation, each)]


def _is_own(frame: Frame, equation: Equation, noise: Noise) -> bool:
    return noise.regressor == equation.target and noise.share == frame.root


def amount(frame: Frame, products: Floats, noise: Noise) -> float:
    """Return what the noise adds to the product of its regressor and its instrument, over all rows."""
    return noise.variance * float(products[frame.position(frame.root), frame.position(noise.share)])


def cleared(frame: Frame, equation: Equation, products: Floats) -> Floats:
    """Return the products without the noise in what is held still."""
    found: Floats = products.copy()
    for each in taken_out(frame, equation):
        at = frame.position(each.regressor), frame.position(each.instrument)
        found[at] -= amount(frame, products, each)
        found[at[::-1]] = found[at]
    return found


def noise_in_rows(frame: Frame, equation: Equation, direction: Direction) -> Floats:
    """Return what, times the root, is the noise in a row's weight times its residual."""
    found = np.zeros(len(frame.columns))
    for each in taken_out(frame, equation):
        coefficient = -direction.residual[frame.position(each.regressor)]
        weight = direction.weights[frame.position(each.instrument)]
        found[frame.position(each.share)] += weight * each.variance * coefficient
    return found
