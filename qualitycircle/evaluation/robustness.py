"""What something unmeasured would have to explain to bring an estimate to nil (Cinelli & Hazlett 2020).

For least squares only, and from the first map's sums alone: shares of what is left unexplained, so
clusters play no part.
"""

from __future__ import annotations

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.beside import Robustness
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation
from qualitycircle.evaluation.solving import independent, solved

_NO_BENCHMARK = ("one", "måling")


def robustness(estimated: Estimated, name: str) -> Robustness | None:
    """Return the robustness value of an equation, beside the strongest of what it holds still."""
    equation = next((each for each in estimated.frame.equations if each.name == name), None)
    if equation is None or equation.instruments or equation.also or estimated.get(name) is None:
        return None
    shares = _Shares(estimated, equation)
    own = shares.explained(shares.outcome, [*equation.controls], [equation.target])
    if own is None or own >= 1.0:
        return None
    f2 = own / (1.0 - own)
    value = float((np.sqrt(f2 * f2 + 4.0 * f2) - f2) / 2.0)
    found = [each for each in (shares.benchmark(group) for group in _groups(equation)) if each is not None]
    if not found:
        return Robustness(value=value)
    strongest, of_cause, of_effect = max(found, key=lambda each: min(each[1], each[2]))
    return Robustness(value=value, benchmark=strongest, of_cause=of_cause, of_effect=of_effect)


def _groups(equation: Equation) -> dict[str, list[str]]:
    """Return what is held still, the columns of one thing together."""
    groups: dict[str, list[str]] = {}
    for each in equation.controls:
        if not each.startswith(_NO_BENCHMARK):
            key = each.rpartition(" ")[0] if each.startswith("background:") and " " in each else each
            groups.setdefault(key, []).append(each)
    return groups


class _Shares:
    """Shares of variation from one Gram."""

    def __init__(self, estimated: Estimated, equation: Equation) -> None:
        self.frame, self.sums, self.equation = estimated.frame, estimated.sums, equation
        self.outcome = np.zeros(len(self.frame.columns))
        for column, weight in equation.outcome.items():
            self.outcome[self.frame.position(column)] = weight
        self.groups = _groups(equation)

    def benchmark(self, group: str) -> tuple[str, float, float] | None:
        """Return what a group of columns explains of the cause, and of the effect, given the rest."""
        equation, own = self.equation, self.groups[group]
        rest = [each for each in equation.controls if each not in own]
        target = np.zeros(len(self.frame.columns))
        target[self.frame.position(equation.target)] = 1.0
        of_cause = self.explained(target, rest, own)
        of_effect = self.explained(self.outcome, [*rest, equation.target], own)
        return None if of_cause is None or of_effect is None else (group, of_cause, of_effect)

    def explained(self, outcome: Floats, given: list[str], extra: list[str]) -> float | None:
        """Return the share of what `given` leaves of the outcome that `extra` explains."""
        before, after = self._left(outcome, given), self._left(outcome, [*given, *extra])
        if before <= 1e-9 * float(outcome @ self.sums.raw @ outcome):
            return None
        return min(max((before - after) / before, 0.0), 1.0)

    def _left(self, outcome: Floats, columns: list[str]) -> float:
        wanted = [self.frame.position(each) for each in columns]
        products, floor = self.sums.products, np.diag(self.sums.raw)[wanted]
        kept = [wanted[each] for each in independent(products[np.ix_(wanted, wanted)], floor)]
        total = float(outcome @ products @ outcome)
        if not kept:
            return total
        cross = products[kept] @ outcome
        return total - float(cross @ solved(products[np.ix_(kept, kept)], cross))
