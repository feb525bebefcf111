"""Judging a change on an earlier change (B/C): the sequential panel and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qualitycircle.evaluation.association import together_frames, together_result
from qualitycircle.evaluation.departures import left, weighted_beside
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.gates import (
    FEWEST_ROUNDS,
    Context,
    at_the_end,
    lost,
    noise,
    steady_flags,
    too_few_in_a_row,
    too_few_moving,
    unvaried,
)
from qualitycircle.evaluation.interacting_changes import frames_of_conditions
from qualitycircle.evaluation.judging import tested, weighing
from qualitycircle.evaluation.leavers import changes_left_frame, per_step
from qualitycircle.evaluation.lowering import another_lag, caps_of, own_pace, pulled, weak_instrument
from qualitycircle.evaluation.moderation import moderated
from qualitycircle.evaluation.noise import ends, names, noisy_past, spanned, told, with_and_without
from qualitycircle.evaluation.pulling import pulling_frame
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.raters import are_rated, rater_column
from qualitycircle.evaluation.reliability import noises
from qualitycircle.evaluation.scaling import Scaling, oriented, scaling, sd_of
from qualitycircle.evaluation.sensitivity import cuts_of, lead_of, sensitivities, sensitivity_frames
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.setting import Setting, observed_controls
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.together import Pair, within_frame
from qualitycircle.evaluation.values import (
    Basis,
    Cap,
    Estimate,
    Flag,
    LinkResult,
    NotMeasured,
    Reason,
    Role,
)
from qualitycircle.evaluation.verdict import Interval
from qualitycircle.evaluation.weighted import weighted_frames
from qualitycircle.evaluation.worst_cases import shifted
from qualitycircle.expectation import Test
from qualitycircle.smallest import Unit


def change_frames(test: Test, key: str, context: Context) -> tuple[Frame, ...] | NotMeasured:
    """Return every model of a change on an earlier change, or why there can be none.

    With two målinger there is only change on change: neither direction nor lag can be told, so it is
    association and weak at most (statistics design 1.11).
    """
    setting = context.setting
    if setting.waves == FEWEST_ROUNDS - 1:
        return together_frames(test, key, context)
    if setting.waves < FEWEST_ROUNDS:
        facts = {"rounds": setting.waves, "needed": FEWEST_ROUNDS}
        return NotMeasured(reason=Reason.TOO_FEW_ROUNDS, test=test, facts=facts)
    failure = noise(test, context)
    if failure is not None:
        return failure
    pair = _pair(test, setting)
    cut = replace(pair, cuts=cuts_of(test.effect, setting))
    within = within_frame(f"{key}/within", pair, setting)
    lagged = tuple(
        sequential_frame(f"{key}/lag {each}", _lagged(test, each, setting), setting) for each in _lags(test)
    )
    now = sequential_frame(f"{key}/now", _now(test, setting), setting)
    return (
        *lagged,
        now,
        *weighted_frames(key, (*lagged, now)[0], 0, context.stayed, setting),
        *_reverse_frames(test, key, setting),
        *_further_frames(test, key, setting),
        pulling_frame(f"{key}/pulling", test.cause, test.effect, _first_lag(test), setting),
        within_frame(f"{key}/within", cut, setting),
        *changes_left_frame(key, _lagged(test, _first_lag(test), setting), setting),
        *sensitivity_frames(key, _lagged(test, _first_lag(test), setting), setting),
        *frames_of_conditions(test, key, _asked(test, key, setting), within, _first_lag(test), setting),
    )


def _lags(test: Test) -> tuple[int, ...]:
    return tuple(sorted({each for each in test.lags if each >= 1}))


def _asked(test: Test, key: str, setting: Setting) -> Mapping[str, Question]:
    """Return the question that decides, and the one with the cause at the same måling as well."""
    lag = _first_lag(test)
    deciding = {f"{key}/lag {lag}": _lagged(test, lag, setting)} if lag else {}
    return {**deciding, f"{key}/now": _now(test, setting)}


def _first_lag(test: Test) -> int:
    return min(_lags(test), default=0)


def _lagged(test: Test, lag: int, setting: Setting) -> Question:
    controls = observed_controls(test.controls, setting)
    return Question(
        test.cause,
        test.effect,
        controls,
        lag,
        now=False,
        rater=_rater(test, setting),
        steady=setting.steady(test.cause, test.effect),
        noise=noises((test.cause, test.effect, *controls), setting.indicators, setting),
    )


def _now(test: Test, setting: Setting) -> Question:
    return replace(_lagged(test, _first_lag(test), setting), now=True)


def _reverse_frames(test: Test, key: str, setting: Setting) -> tuple[Frame, ...]:
    """Return the reverse link where it does not come with the same-måling model: at other lags than 1."""
    if _first_lag(test) == 1:
        return ()
    question = replace(_lagged(test, max(_first_lag(test), 1), setting), cause=test.effect, effect=test.cause)
    return (sequential_frame(f"{key}/reverse", question, setting),)


def _further_frames(test: Test, key: str, setting: Setting) -> tuple[Frame, ...]:
    """Return X one måling earlier, and one later, than claimed beside X as claimed, where there can be."""
    lag, found = _first_lag(test), []
    if lag and lag + 1 not in test.lags and setting.waves >= lag + FEWEST_ROUNDS:
        question = replace(_lagged(test, lag, setting), further=True)
        found.append(sequential_frame(f"{key}/further", question, setting))
    if lag > 1 and lag - 1 not in test.lags and setting.waves >= lag + FEWEST_ROUNDS - 1:
        question = replace(_lagged(test, lag, setting), nearer=True)
        found.append(sequential_frame(f"{key}/nearer", question, setting))
    return tuple(found)


def _reversed(test: Test, key: str, found: Mapping[str, Estimated]) -> tuple[Coefficient, ...]:
    if _first_lag(test) == 1:
        return ends(found[f"{key}/now"], "reverse")
    return ends(found[f"{key}/reverse"], f"{key}/reverse")


def _rater(test: Test, setting: Setting) -> str:
    """Return the column of who rates, when an end of the link is a professional's rating."""
    return rater_column((test.effect, test.cause), setting)


def _pair(test: Test, setting: Setting) -> Pair:
    return Pair(test.cause, test.effect, _first_lag(test), _rater(test, setting))


def _few_raters(test: Test, setting: Setting) -> tuple[Flag, ...]:
    """Flag ratings whose raters are too few to be told apart from the citizens."""
    rated = are_rated((test.cause, test.effect))
    return (Flag.FEW_RATERS,) if rated and not _rater(test, setting) else ()


def change_result(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> LinkResult:
    """Return the judged test: the declared lag decides, the same måling stands beside."""
    if context.setting.waves == FEWEST_ROUNDS - 1:
        return together_result(test, key, context, found)
    lag = _first_lag(test)
    main = found[f"{key}/lag {lag}"] if lag else found[f"{key}/now"]
    name = main.frame.equations[0].name
    failure = (
        too_few_in_a_row(test, main)
        or unvaried(test, main.found[name])
        or too_few_moving(test, context.setting)
    )
    deciding = ends(main, name)
    if failure is not None or not deciding:
        return failure or NotMeasured(reason=Reason.NO_VARIATION, test=test)
    scale = scaling(test, context.setting)
    now = ends(found[f"{key}/now"], f"{key}/now") if lag else ()
    attenuated = context.attenuation(test).seen([each.kept for each in deciding])
    weighed = weighing(test, spanned(deciding, scale), attenuated, test.smallest.value)
    moderators = moderated(test, key, found, scale, names(main, name), weighed, context.setting)
    weighed = replace(
        weighed,
        same_wave=spanned(now, scale) if now else None,
        members=tuple(oriented(each, scale) for each in deciding) if len(deciding) > 1 else (),
        disagreement=Cap.NOISE_DECIDES,
        alongside=(
            *_other_lags(test, key, found, scale),
            *moderators.slopes,
        ),
        caps=caps_of(test)
        | another_lag(key, found, scale, weighed.smallest_low)
        | noisy_past(deciding, len(names(main, name)), known=attenuated.known),
        ceiling=at_the_end(test, context.setting),
        unseen=moderators.unseen,
        leaving=pulled(
            found[f"{key}/pulling"], sd_of(test.effect, context.setting), scale, weighed.smallest_low
        ),
    )
    weighted, turns = weighted_beside(key, found, names(main, name), scale, weighed)
    weighed = replace(weighed, stops=weak_instrument(deciding) | turns | own_pace(key, found, scale, weighed))
    gone, flags = lost(main)
    result = tested(
        test,
        weighed,
        Basis.ASSOCIATION if Cap.NOT_IDENTIFIED in weighed.caps or not lag else Basis.SAME_CITIZEN,
        (
            *_estimates(test, key, context, found, scale),
            *weighted,
            *sensitivities(test, key, found, scale, context.setting),
            *moderators.estimates,
        ),
        persons=deciding[0].persons,
        lost={**gone, **left(context.stayed)},
        flags=(
            *flags,
            *_few_raters(test, context.setting),
            *steady_flags(context.setting, test.cause, test.effect),
            *_feedback(test, key, context, found),
        ),
        reliability=context.attenuation(test).of_cause,
    )
    lead = lead_of(key, found, scale, weighed.smallest_low)
    per = per_step(test, test.cause, context.setting)
    shifts = shifted(found.get(f"{key}/left"), weighed.deciding, weighed.smallest, per_step=per)
    return replace(result, moderations=moderators.moderations, lead=lead, shifted=shifts)


def _other_lags(test: Test, key: str, found: Mapping[str, Estimated], scale: Scaling) -> tuple[Interval, ...]:
    others = (ends(found[f"{key}/lag {each}"], f"{key}/lag {each}") for each in _lags(test)[1:])
    return tuple(spanned(each, scale) for each in others if each)


def _estimates(
    test: Test, key: str, context: Context, found: Mapping[str, Estimated], scale: Scaling
) -> tuple[Estimate, ...]:
    first = _first_lag(test)
    back = reverse_scaling(test, context.setting)
    main, now = found[f"{key}/lag {first}"] if first else found[f"{key}/now"], found[f"{key}/now"]
    of_lags = ((each, found[f"{key}/lag {each}"]) for each in _lags(test))
    wanted = [
        *((ends(each, each.frame.key), _role(lag, first), lag, scale, "sequential") for lag, each in of_lags),
        (ends(now, now.frame.key), Role.SAME_WAVE if first else Role.DECIDING, 0, scale, "same wave"),
        (_reversed(test, key, found), Role.REVERSE, max(first, 1), back, "reverse"),
        (ends(found[f"{key}/within"], f"{key}/within"), Role.SENSITIVITY, first, scale, "within"),
    ]
    shown = [told(each, scaled, role, name=name, lag=lag) for each, role, lag, scaled, name in wanted if each]
    name = main.frame.key
    return (*shown, *with_and_without(ends(main, name), main, name, scale, first))


def _role(lag: int, first: int) -> Role:
    return Role.DECIDING if lag == first else Role.OTHER_LAG


def reverse_scaling(test: Test, setting: Setting) -> Scaling:
    """Return the unit of the reverse link: the cause per effect, + being the declared sign."""
    straight = scaling(test, setting)
    if test.smallest.unit is not Unit.SD:
        return straight
    sign = 1.0 if straight.factor > 0 else -1.0
    spread = sd_of(test.cause, setting) or 1.0
    return Scaling(sign * sd_of(test.effect, setting) / spread, straight.unit)


def _feedback(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> tuple[Flag, ...]:
    """Flag a relevant reverse link: a finding, not a failure."""
    back = _reversed(test, key, found)
    if not back:
        return ()
    at = spanned(back, reverse_scaling(test, context.setting))
    relevant = (at.low > 0 or at.high < 0) and abs(at.value) >= test.smallest.value
    return (Flag.FEEDBACK,) if relevant else ()
