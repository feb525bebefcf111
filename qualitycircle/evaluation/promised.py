"""Everything a theory promises: of activities, outputs and conditions, and how each is seen in the data.

Coverage and fidelity are shares, a dose is weeks, an output's promise is its mean among those who take
part, a condition's the share who have it. `mindst` is meant where nothing is said; `højst` is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from qualitycircle.evaluation.promises import Amount, amount, is_in_per_cent, limit_of, share, weeks
from qualitycircle.evaluation.scaling import points
from qualitycircle.evaluation.setting import Setting
from qualitycircle.expectation import Measure
from qualitycircle.expectation.promises import as_condition
from qualitycircle.expectation.units import WHOLE
from qualitycircle.theory import Activity, Condition, Expected, Moderator, Output, Theory

PREFIX = "delivery/"


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise: of what, which part of it (coverage, dose …), the number, and how it is seen.

    `column` and `condition` say how; `at_most`: a promise not to exceed. `is_given`: somebody promised it,
    in words that may be no number. `others_drawn`: the groups made by lot are named after the theory's
    activities. `among`: the activities whose participants it is promised to, nobody but them.
    """

    subject: str
    what: str
    number: float | None
    column: str = ""
    condition: Condition | None = None
    at_most: bool = False
    is_declared: bool = True
    others_drawn: bool = False
    is_given: bool = False
    among: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{PREFIX}{self.subject}/{self.what}"


def promised(theory: Theory, setting: Setting) -> tuple[Promised, ...]:
    """Return everything the theory promises, and activities that took place without being declared."""
    found: list[Promised] = []
    named = {each.id for each in theory.elements} & set(setting.layout.labels.get("arm", ()))
    for element in theory.elements:
        if isinstance(element, Activity):
            found.extend(replace(each, others_drawn=bool(named)) for each in _of_activity(element, setting))
        if isinstance(element, Output):
            found.extend(_of_output(element, theory, setting))
    for moderator in theory.moderators:
        found.extend(_of_moderator(moderator, setting))
    return (*found, *_undeclared(theory, setting))


def _of_activity(activity: Activity, setting: Setting) -> list[Promised]:
    column = f"start_day:{activity.id}"
    seen = column if setting.layout.has(column) else ""
    promise = activity.promised
    if promise is None:
        return [Promised(activity.id, "coverage", None, seen)]
    found = [
        _amounted(Promised(activity.id, "coverage", None, seen), promise.coverage, share(promise.coverage))
    ]
    if promise.dose:
        dose = weeks(promise.dose)
        column = seen if dose is not None else ""
        found.append(_amounted(Promised(activity.id, "dose", None, column), promise.dose, dose))
    if promise.fidelity:
        found.append(
            _amounted(Promised(activity.id, "fidelity", None), promise.fidelity, share(promise.fidelity))
        )
    return found


def _amounted(promised: Promised, said: str, told: Amount | None) -> Promised:
    """Return a promise with its number, or only that something was said that is none."""
    if told is None:
        return replace(promised, is_given=bool(said))
    return replace(promised, number=told.number, at_most=told.at_most, is_given=True)


def _of_output(output: Output, theory: Theory, setting: Setting) -> list[Promised]:
    """Return what an output was promised to be, among those who take part in what gives it."""
    condition = output.promised.condition if output.promised else None
    if condition is None:
        return []
    number = None
    column = next((f"value:{each}" for each in output.indicators if setting.layout.has(f"value:{each}")), "")
    if column:
        number = limit_of(condition, _measured(output.id, column), setting.layout)
    elif not isinstance(condition.value, str):
        number = condition.value
    causes = [each.cause for each in theory.links if each.effect == output.id]
    among = tuple(each for each in causes if setting.layout.has(f"start_day:{each}"))
    at_most = condition.comparison == "at most"
    return [
        Promised(output.id, "mean", number, column, at_most=at_most, is_given=True, among=among),
    ]


def _measured(id: str, column: str) -> Measure:
    return Measure(element=id, indicators=(column.partition(":")[2],))


def _of_moderator(moderator: Moderator, setting: Setting) -> list[Promised]:
    promise = moderator.promised
    required = any(each.expected is Expected.REQUIRED for each in moderator.attachments)
    if promise is None and not (required and moderator.met_when is not None):
        return []
    columns = (f"{kind}:{each}" for each in moderator.indicators for kind in ("value", "background"))
    column = next((each for each in columns if setting.layout.has(each)), "")
    met_when = moderator.met_when
    if promise is None:
        return [Promised(moderator.id, "share met", None, column, met_when)]
    condition = as_condition(promise.coverage) if promise.coverage else promise.condition
    if condition is None or isinstance(condition.value, str):
        return [Promised(moderator.id, "share met", None, column, met_when, is_given=True)]
    return [_of_condition(moderator.id, condition, column, met_when, setting)]


def _of_condition(
    id: str, condition: Condition, column: str, met_when: Condition | None, setting: Setting
) -> Promised:
    """Return how a promised condition is seen.

    In per cent it is the share who have it; without `opfyldt` that takes an answer that is itself a
    share. Any other number is held against the mean answer, unless `opfyldt` makes the answer a yes or no.
    """
    in_percent = is_in_per_cent(condition)
    of_answer = points(_measured(id, column), setting) if column else None
    told = amount(condition, of=100.0 if in_percent and (met_when is not None or of_answer == WHOLE) else 1.0)
    number, at_most = (None, False) if told is None else (told.number, told.at_most)
    if met_when is not None:
        number = number if in_percent else None
        return Promised(id, "share met", number, column, met_when, at_most=at_most, is_given=True)
    if in_percent and of_answer == WHOLE:
        return Promised(id, "share met", number, column, at_most=at_most, is_given=True)
    is_told = (not in_percent or of_answer is not None) and not setting.layout.codes.get(column, 0)
    return Promised(id, "mean", number, column if is_told else "", at_most=at_most, is_given=True)


def _undeclared(theory: Theory, setting: Setting) -> list[Promised]:
    declared = {each.id for each in theory.elements}
    columns = (each for each in setting.layout.index if each.startswith("start_day:"))
    return [
        Promised(id, "coverage", None, column, is_declared=False)
        for column in columns
        if (id := column.partition(":")[2]) not in declared
    ]
