"""What is asked of a change on an earlier change, and the rows it is asked of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.setting import control_name
from qualitycircle.expectation import Measure


@dataclass(frozen=True, slots=True)
class Question:
    """Which X, `lag` målinger before, goes with which Y; `now` adds X at the same måling.

    `further` adds X one måling earlier still, `nearer` one måling later: lags that nobody claimed.
    `same_rater`: only where the same professional rated at both målinger. `steady` are the columns of
    who rates where a citizen is held only against answers by the same professional.
    `noise` is the error variance of one answer to each measure: the least and the most held possible.
    Of what is held still, the least is always that there is none.
    """

    cause: Measure
    effect: Measure
    controls: tuple[Measure, ...]
    lag: int
    now: bool
    rater: str = ""
    further: bool = False
    nearer: bool = False
    same_rater: bool = False
    steady: tuple[str, ...] = ()
    noise: Mapping[Measure, tuple[float, float]] = field(default_factory=dict)

    @property
    def answers(self) -> Mapping[str, tuple[Measure, int]]:
        """Which answer each regressor is: the measure, and how many målinger before."""
        of_cause = {"x": self.lag, "x now": 0, "x further": self.lag + 1, "x nearer": self.lag - 1}
        of_others = {control_name(each): (each, max(self.lag, 1)) for each in self.controls}
        known = {"y before": (self.effect, 1), **of_others}
        known |= {name: (self.cause, back) for name, back in of_cause.items()}
        return {each: known[each] for each in self.regressors}

    @property
    def regressors(self) -> tuple[str, ...]:
        earlier = ("x",) if self.lag else ()
        now = ("x now",) if self.now else ()
        further = (*(("x further",) if self.further else ()), *(("x nearer",) if self.nearer else ()))
        return (*earlier, *now, *further, "y before", *(control_name(each) for each in self.controls))


@dataclass(frozen=True, slots=True)
class Levels:
    """The complete rows before the person effect is removed: Y, regressors and måling effects.

    `person` says which rows are held against each other: a citizen's, or those of them that one
    professional rated; `citizen` whose they are.
    """

    values: Floats
    person: Integers
    citizen: Integers
    clusters: Integers
    at: Integers
    lost: Floats
