"""Which columns a theory calls for and the data hold: the layout, settled before any block is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qualitycircle.data.answers import Answer, answer, highest, lowest
from qualitycircle.data.block import Layout
from qualitycircle.data.events import NO_DAY, joined
from qualitycircle.data.intake import Intake
from qualitycircle.data.shape import GoalRule, Reckoned, Shape
from qualitycircle.indicators import Computation, Indicator, Indicators
from qualitycircle.project import Project, Table
from qualitycircle.theory import Activity, Goal, Kind, Theory
from qualitycircle.vocabulary.spelling import fold

_NEEDS: Mapping[Computation, Table] = {
    Computation.ATTENDED_OF_OFFERED: Table.PARTICIPATION,
    Computation.COUNT: Table.PARTICIPATION,
    Computation.WEEKS: Table.PARTICIPATION,
    Computation.SHARE_STARTED: Table.PARTICIPATION,
    Computation.COMPLETED: Table.PARTICIPATION,
    Computation.SIMULTANEOUS_DAYS: Table.PARTICIPATION,
    Computation.WEEKS_IN_COURSE: Table.COURSES,
    Computation.WEEKS_BEFORE_COMPANY: Table.PARTICIPATION,
    Computation.WEEKS_WITH_STATUS: Table.REGISTER,
}


def wanted(theory: Theory, indicators: Indicators) -> tuple[Indicator, ...]:
    """Return the indicators of the theory's elements and moderators, and those they are made of."""
    ids = [id for each in theory.elements for id in each.indicators]
    ids += [id for each in theory.moderators for id in each.indicators]
    found = [each for id in dict.fromkeys(ids) if (each := indicators.get(id)) is not None]
    parts = [indicators.get(id) for each in found for id in each.of]
    return tuple(dict.fromkeys([*found, *(each for each in parts if each is not None)]))


def shape_of(project: Project, theory: Theory, intake: Intake) -> Shape:
    """Return the shape of the blocks of what was read."""
    used = wanted(theory, project.indicators)
    read = intake.measured.numbers
    backgrounds = {read[id]: (id, _numeric(id, intake)) for id in intake.categories}
    asked = [each for each in used if each.id in read and each.computed is None]
    answers = {read[each.id]: f"value:{each.id}" for each in asked if each.id not in intake.categories}
    raters = {read[each.id]: f"rater:{each.id}" for each in asked if read[each.id] in intake.rated}
    activities = tuple(each.id for each in theory.of_kind(Kind.ACTIVITY))
    reckoned = tuple(_reckoned(theory, project.indicators, used, intake))
    goals = tuple(_goals(project, theory, intake))
    shape = Shape(
        layout=Layout({}),
        every=theory.plan.every,
        tolerance=theory.plan.tolerance,
        answers=answers,
        raters=raters,
        backgrounds=backgrounds,
        activities=activities if Table.PARTICIPATION in intake.accounts else (),
        reckoned=reckoned,
        goals=goals,
        data_end=None if intake.data_end == NO_DAY else intake.data_end,
        measured=len(intake.measured),
        placed={about: joined(values) for about, values in intake.placed.items()},
    )
    return _with_layout(shape, project.indicators, intake)


def _with_layout(shape: Shape, indicators: Indicators, intake: Intake) -> Shape:
    from dataclasses import replace

    names = ["wave", "day", *shape.answers.values(), *shape.raters.values()]
    for name, _ in shape.backgrounds.values():
        names += [f"background:{name}", f"value:{name}"]
    names += [each.column for each in shape.reckoned]
    names += [f"{part}:{each}" for each in shape.activities for part in ("start_day", "end_day")]
    for goal in shape.goals:
        names += [f"event_day:{goal.indicator}", f"exit_day:{goal.indicator}"]
    if shape.goals:
        names.append("follow_until")
    if Table.COURSES in intake.accounts:
        names += ["course_start", "course_end"]
    coded = {
        "unit": intake.units,
        "caseworker": intake.caseworkers,
        "arm": intake.arms,
        "stratum": intake.strata,
    }
    names += [name for name, words in coded.items() if len(words)]
    codes = {name: len(words) for name, words in coded.items() if len(words)}
    codes |= {each: len(intake.raters) for each in shape.raters.values()}
    codes |= {
        f"background:{name}": len(intake.categories[name])
        for name, numeric in shape.backgrounds.values()
        if not numeric
    }
    index = {name: at for at, name in enumerate(dict.fromkeys(names))}
    scales = {
        name: scale
        for name in index
        if (scale := _scale(indicators.get(name.removeprefix("value:")))) is not None
    }
    labels = {"arm": tuple(intake.arms.numbers)} if len(intake.arms) else {}
    labels |= {
        f"background:{name}": tuple(intake.categories[name].numbers)
        for name, numeric in shape.backgrounds.values()
        if not numeric
    }
    return replace(shape, layout=Layout(index, codes, scales, labels))


def _scale(indicator: Indicator | None) -> tuple[float, float | None] | None:
    if indicator is None or indicator.scale is None or indicator.scale.is_choice:
        return None
    low = lowest(indicator.scale)
    return None if low is None else (low, highest(indicator.scale))


def _numeric(id: str, intake: Intake) -> bool:
    """Say whether a background is a number: it has a scale, or every category reads as one."""
    indicator = intake.indicators.get(id)
    if indicator is None:
        return False
    read = [answer(word, indicator) for word in intake.categories[id].numbers]
    return indicator.scale is not None or all(isinstance(each, Answer) for each in read)


def _reckoned(
    theory: Theory, indicators: Indicators, used: tuple[Indicator, ...], intake: Intake
) -> Iterator[Reckoned]:
    activities = theory.of_kind(Kind.ACTIVITY)
    for each in used:
        if each.computed is None or _lacks(each.computed, intake):
            continue
        chosen = _counted(theory, each)
        in_company = [
            number
            for number, activity in enumerate(activities)
            if isinstance(activity, Activity) and fold(activity.setting) in {"virksomhed", "company"}
        ]
        yield Reckoned(
            column=f"value:{each.id}",
            how=each.computed,
            activities=chosen,
            company_activities=tuple(in_company),
            options=_options(each, indicators, intake),
            of=f"value:{each.of[0]}" if each.of else "",
            statuses=tuple(
                number
                for word, number in intake.statuses.numbers.items()
                if each.status and word == fold(each.status)
            ),
            hundred=each.scale is None or each.scale.high != 1,
        )


def _lacks(computed: Computation, intake: Intake) -> bool:
    needed = _NEEDS.get(computed)
    if computed is Computation.CASEWORKER_COUNT:
        return not len(intake.caseworkers)
    if computed in {Computation.OPTION_COUNT, Computation.OPTION_CHOSEN}:
        return not len(intake.options)
    return needed is not None and needed not in intake.accounts


def _counted(theory: Theory, indicator: Indicator) -> tuple[int, ...]:
    """Return the activities an indicator counts: those named, else those that point at its element."""
    ids = [each.id for each in theory.of_kind(Kind.ACTIVITY)]
    named = [id for id in indicator.of if id in ids]
    elements = {each.id for each in theory.elements if indicator.id in each.indicators}
    pointing = [each.cause for each in theory.links if each.effect in elements and each.cause in ids]
    own = [id for id in ids if id in elements]
    chosen = named or own or list(dict.fromkeys(pointing)) or ids
    return tuple(ids.index(each) for each in chosen)


def _options(indicator: Indicator, indicators: Indicators, intake: Intake) -> tuple[int, ...]:
    """Return the options that are counted; "søger ikke job" is no channel and is not."""
    if not indicator.of:
        return ()
    if indicator.computed is Computation.OPTION_CHOSEN:
        names = [f"{id}:{indicator.option}" for id in indicator.of]
    else:
        names = [
            name
            for name in intake.options.numbers
            if name.split(":", 1)[0] in indicator.of
            and not {"ikke", "ingen", "not", "none"} & set(fold(name.split(":", 1)[1]).split("_"))
        ]
    folded = {fold(name): number for name, number in intake.options.numbers.items()}
    return tuple(folded[fold(each)] for each in names if fold(each) in folded)


def _goals(project: Project, theory: Theory, intake: Intake) -> Iterator[GoalRule]:
    """Return a rule per goal indicator with an event, when any table tells of goals."""
    if not {Table.GOALS, Table.REGISTER} & set(intake.accounts):
        return
    statuses = intake.statuses.numbers
    other = {fold(word) for each in project.settings.tables for word in each.other_exits}
    exits = tuple(number for word, number in statuses.items() if word in other)
    reach = {each.id: _words(project, each) for each in theory.goals}
    for goal in theory.goals:
        rivals = [each for each in theory.goals if _competes(goal, each)]
        for indicator in _event_indicators(project, goal):
            own = _numbers(statuses, reach[goal.id])
            against = {number for each in rivals for number in _numbers(statuses, reach[each.id])}
            yield GoalRule(
                indicator=indicator.id,
                statuses=own,
                reached=(intake.measured.number(indicator.id),),
                exits=tuple(sorted({*exits, *against} - {*own})),
                exits_reached=tuple(
                    intake.measured.number(rival.id)
                    for each in rivals
                    for rival in _event_indicators(project, each)
                    if rival.id != indicator.id
                ),
            )


def _competes(goal: Goal, other: Goal) -> bool:
    if other.id == goal.id:
        return False
    return other.id in goal.competes_with if goal.competes_with else True


def _event_indicators(project: Project, goal: Goal) -> tuple[Indicator, ...]:
    found = (project.indicators.get(id) for id in goal.indicators)
    return tuple(each for each in found if each is not None and each.event is not None)


def _words(project: Project, goal: Goal) -> set[str]:
    """Return the status words that say a goal is reached; no benefit alone is not a job."""
    words = {goal.id, goal.name}
    for each in _event_indicators(project, goal):
        words |= {each.id, each.name}
        if each.event is not None and not each.event.income:
            words.add(each.event.status)
    return {fold(each) for each in words if each}


def _numbers(statuses: Mapping[str, int], words: set[str]) -> tuple[int, ...]:
    return tuple(number for word, number in statuses.items() if word in words)
