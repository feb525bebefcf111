"""What must be there before anything is judged: a test that could not run is a result with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qualitycircle.evaluation.arms import is_allocated
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.reliability import CANNOT_BE_TOLD_FROM_NOISE, Attenuation, attenuation
from qualitycircle.evaluation.scaling import points
from qualitycircle.evaluation.setting import FEWEST_CLUSTERS, Setting, is_observed, observed_controls
from qualitycircle.evaluation.solving import Aliased, Coefficient
from qualitycircle.evaluation.staying import Staying
from qualitycircle.evaluation.values import Cap, Flag, NotMeasured, Reason
from qualitycircle.expectation import Comparison, Measure, Test
from qualitycircle.graph import ancestors
from qualitycircle.indicators import Indicators
from qualitycircle.smallest import Unit
from qualitycircle.theory import Sign, Theory

FEWEST_PERSONS = 30
MOSTLY_APART = 0.9
"""From this share on the numbers or dates of the målinger are wrong; it is not that some are missing."""
FEWEST_EXPOSED = 10
FEWEST_EXPOSED_CLUSTERS = 4
FEWEST_EVENTS = 20
FEWEST_ROUNDS = 3
AT_THE_END = 0.40
MANY_LOST = 0.40

_BY_LEVEL = frozenset({Comparison.START_TO_OUTPUT, Comparison.START_TO_OUTCOME, Comparison.START_TO_GOAL})
"""Comparisons whose uncertainty hangs on the level the activity is assigned at."""

_TO_GOAL = frozenset({Comparison.LEVEL_TO_GOAL, Comparison.START_TO_GOAL})


@dataclass(frozen=True, slots=True)
class Context:
    """What judging needs beside the numbers."""

    theory: Theory
    indicators: Indicators
    setting: Setting
    stayed: Staying = field(default_factory=Staying)

    def attenuation(self, test: Test) -> Attenuation:
        return attenuation(test, self.indicators, self.setting)


def missing(test: Test, context: Context) -> NotMeasured | None:
    """Return why the data cannot be used for a test at all, or None."""
    setting = context.setting
    if not _is_answered(test.cause, setting) and not is_allocated(test, setting.layout):
        return NotMeasured(reason=Reason.NO_DATA_CAUSE, test=test, facts={"element": test.cause.element})
    if not _knows_the_group(test, context):
        return NotMeasured(reason=Reason.GROUP_UNKNOWN, test=test, facts={"element": test.cause.element})
    failure = unit_that_cannot_apply(test, setting)
    if failure is not None:
        return failure
    level = setting.missing_level(test.assigned_per) if test.comparison in _BY_LEVEL else ""
    if level:
        return NotMeasured(reason=Reason.TABLE_MISSING, test=test, facts={"table": level})
    if test.comparison in _TO_GOAL:
        return _without_goal(test, setting) or _constant(test, test.cause, setting)
    if not _is_answered(test.effect, setting):
        return NotMeasured(reason=Reason.NO_DATA_EFFECT, test=test, facts={"element": test.effect.element})
    if test.comparison is Comparison.PROMISE:
        return None
    return _constant(test, test.cause, setting) or _constant(test, test.effect, setting)


def _knows_the_group(test: Test, context: Context) -> bool:
    """Say whether a lot's groups tell who was offered the activity: one bears its name, or there is one."""
    layout = context.setting.layout
    labels = layout.labels.get("arm", ())[1:]
    if not is_allocated(test, layout) or test.cause.activity in labels:
        return True
    return layout.codes["arm"] == 2 and not {each.id for each in context.theory.elements} & set(labels)


def unit_that_cannot_apply(test: Test, setting: Setting) -> NotMeasured | None:
    """Return that the smallest effect is in a unit the effect is not told in: a size would be a guess."""
    unit, effect = test.smallest.unit, test.effect
    if test.comparison is Comparison.PROMISE:
        return None
    if test.comparison in _TO_GOAL:
        fits = unit is not Unit.STEPS
    else:
        fits = unit is not Unit.POINTS or points(effect, setting) is not None
    facts = {"unit": unit.value, "element": effect.element}
    return None if fits else NotMeasured(reason=Reason.UNIT, test=test, facts=facts)


def unheld(test: Test, context: Context) -> tuple[str, ...]:
    """Return the effect's other declared causes that the data do not have: they are not held still."""
    if is_allocated(test, context.setting.layout):
        return ()
    held = observed_controls(test.controls, context.setting)
    return tuple(dict.fromkeys(each.element for each in test.controls if each not in held))


def as_the_data_allow(test: Test, context: Context) -> Test:
    """Return a test with the doors that the data leave open: an unseen cause of the effect and the cause."""
    before = ancestors(context.theory, test.cause.element)
    doors = (each for each in unheld(test, context) if each in before)
    return replace(test, open_doors=tuple(dict.fromkeys((*test.open_doors, *doors))))


def _constant(test: Test, measure: Measure, setting: Setting) -> NotMeasured | None:
    """Return that all answers are the same, so that nothing can be held against how they vary."""
    if measure.activity:
        return None
    found = setting.found.spread(reading(measure, setting.layout))
    if found.persons < FEWEST_PERSONS or found.sd_of_all > 0:
        return None
    return NotMeasured(reason=Reason.SAME_ANSWERS, test=test, facts={"element": measure.element})


def _is_answered(measure: Measure, setting: Setting) -> bool:
    if not is_observed(measure, setting.layout):
        return False
    return bool(measure.activity) or setting.found.spread(reading(measure, setting.layout)).rows > 0


def _without_goal(test: Test, setting: Setting) -> NotMeasured | None:
    if not setting.layout.has("follow_until"):
        return NotMeasured(reason=Reason.TABLE_MISSING, test=test, facts={"table": "register"})
    if not any(setting.layout.has(f"event_day:{each}") for each in test.effect.indicators):
        return NotMeasured(reason=Reason.NO_DATA_EFFECT, test=test, facts={"element": test.effect.element})
    return None


def noise(test: Test, context: Context) -> NotMeasured | None:
    """Return a measurement failure: reliability is known, and change cannot be told from noise."""
    found = context.attenuation(test).of_cause
    if found is None or found >= CANNOT_BE_TOLD_FROM_NOISE:
        return None
    facts = {"lambda": round(found, 3), "needed": CANNOT_BE_TOLD_FROM_NOISE}
    return NotMeasured(reason=Reason.MEASUREMENT_FAILURE, test=test, facts=facts)


def too_few(test: Test, persons: float) -> NotMeasured | None:
    """Return that there are fewer citizens than can say anything."""
    if persons >= FEWEST_PERSONS:
        return None
    facts: Mapping[str, str | int | float] = {"persons": int(persons), "needed": FEWEST_PERSONS}
    return NotMeasured(reason=Reason.TOO_FEW_PERSONS, test=test, facts=facts)


def too_few_in_a_row(test: Test, estimated: Estimated) -> NotMeasured | None:
    """Return that there are too few citizens; or why, when their målinger hardly ever follow each other.

    Then it is the målinger that do not fit the plan, and more citizens would not help.
    """
    failure, counts = too_few(test, estimated.sums.persons), estimated.sums.counts
    transitions, apart = (int(counts.get(each, 0)) for each in ("transitions", "not in a row"))
    if failure is None or transitions < FEWEST_PERSONS or apart < MOSTLY_APART * transitions:
        return failure
    facts: Mapping[str, str | int | float] = {"transitions": transitions, "apart": apart}
    return NotMeasured(reason=Reason.NOT_IN_A_ROW, test=test, facts=facts)


def too_few_moving(test: Test, setting: Setting) -> NotMeasured | None:
    """Return that fewer citizens than can say anything ever move on the cause: the rest only stand by."""
    return too_few(test, setting.found.spread(reading(test.cause, setting.layout)).moving)


def too_few_clusters(test: Test, estimated: Estimated) -> NotMeasured | None:
    """Return that the level the activity is assigned at has too few clusters, or too few exposed."""
    rows = estimated.sums.cluster_rows
    clusters = int((rows[:, 0] > 0).sum()) * (2 if estimated.frame.pairs else 1)
    exposed, waiting = int((rows[:, 1] > 0).sum()), int((rows[:, 0] > rows[:, 1]).sum())
    if clusters < FEWEST_CLUSTERS:
        few: Mapping[str, str | int | float] = {"clusters": clusters, "needed": FEWEST_CLUSTERS}
        return NotMeasured(reason=Reason.TOO_FEW_CLUSTERS, test=test, facts=few)
    if min(exposed, waiting) < FEWEST_EXPOSED_CLUSTERS:
        facts: Mapping[str, str | int | float] = {
            "exposed": exposed,
            "unexposed": waiting,
            "needed": FEWEST_EXPOSED_CLUSTERS,
        }
        return NotMeasured(reason=Reason.TOO_FEW_EXPOSED, test=test, facts=facts)
    return None


def too_few_exposed(test: Test, estimated: Estimated) -> NotMeasured | None:
    """Return that too few start, or that nobody waits to be compared with."""
    counts = estimated.sums.counts
    exposed, waiting = int(counts["exposed"]), int(counts["unexposed"])
    facts: Mapping[str, str | int | float] = {
        "exposed": exposed,
        "unexposed": waiting,
        "needed": FEWEST_EXPOSED,
    }
    if not exposed or not waiting:
        return NotMeasured(reason=Reason.NO_COMPARISON, test=test, facts=facts)
    if min(exposed, waiting) < FEWEST_EXPOSED:
        return NotMeasured(reason=Reason.TOO_FEW_EXPOSED, test=test, facts=facts)
    return None


def unvaried(test: Test, found: Coefficient | Aliased) -> NotMeasured | None:
    """Return that the cause does not vary apart from what is held still, or the effect not around it."""
    if isinstance(found, Coefficient):
        facts = {"element": test.effect.element}
        return None if found.se > 0 else NotMeasured(reason=Reason.NO_SPREAD, test=test, facts=facts)
    names = found.with_columns
    still = [
        each for each in names if not each.startswith(("måling", "level of", "one", "background", "stratum"))
    ]
    facts = {"element": test.cause.element, "beside": ", ".join(still)}
    return NotMeasured(reason=Reason.NO_VARIATION, test=test, facts=facts)


def at_the_end(test: Test, setting: Setting) -> bool:
    """Say whether too many already stand at the end towards which the link moves the effect."""
    read = reading(test.effect, setting.layout)
    if not read.has_many_steps:
        return False
    spread = setting.found.spread(read)
    share = spread.at_high if test.sign is Sign.UP else spread.at_low
    return share > AT_THE_END


def lost(estimated: Estimated) -> tuple[Mapping[str, int], tuple[Flag, ...]]:
    """Return how many transitions were not used, by reason, and a flag when they are many."""
    counts = {name: int(each) for name, each in estimated.sums.counts.items()}
    gone: Mapping[str, int] = {
        name: counts[name] for name in ("not in a row", "unanswered", "another rater") if name in counts
    }
    possible = counts.get("transitions", 0)
    many = possible > 0 and sum(gone.values()) > MANY_LOST * possible
    return gone, ((Flag.LOST_MANY,) if many else ())


def steady_flags(setting: Setting, *measures: Measure) -> tuple[Flag, ...]:
    """Flag that a citizen is held only against answers by the same professional."""
    return (Flag.SAME_RATER,) if setting.steady(*measures) else ()


def common_flags(test: Test) -> tuple[Flag, ...]:
    """Return the flags that follow from the test itself."""
    return (Flag.TESTED_ON_EVERYBODY,) if test.applies_to else ()


def common_caps(test: Test) -> frozenset[Cap]:
    """Return the caps that follow from the test itself."""
    caps = set()
    if test.same_informant:
        caps.add(Cap.SAME_INFORMANT)
    if test.open_doors:
        caps.add(Cap.NOT_IDENTIFIED)
    return frozenset(caps)
