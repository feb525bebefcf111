"""Pairs without an arrow held against the data: missing, negligible, or undecided.

The sequential panel, with X as the tested regressor and the effect's own past and drawn causes held
still. None of the outcomes is a mere p-value: a violation must be larger than the smallest effect
that matters (a minimum-effect test), negligible means shown to be smaller, and the rest is undecided.
No single number for the fit of the whole is computed: with enough citizens it rejects every theory
(statistics design 1.3 H).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scipy.special import stdtr

from qualitycircle.evaluation.combining import judgement
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.gates import (
    FEWEST_ROUNDS,
    Context,
    at_the_end,
    common_caps,
    lost,
    noise,
    too_few_in_a_row,
    too_few_moving,
    unvaried,
)
from qualitycircle.evaluation.implied import Claim
from qualitycircle.evaluation.judging import tested, weighing
from qualitycircle.evaluation.noise import ends, names, noisy_past, spanned, told
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.raters import rater_column
from qualitycircle.evaluation.reliability import noises
from qualitycircle.evaluation.scaling import oriented, scaling
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.setting import observed_controls
from qualitycircle.evaluation.shared_noise import SHARED, with_noise
from qualitycircle.evaluation.solving import WEAK_FIRST_STAGE
from qualitycircle.evaluation.values import (
    Basis,
    Cap,
    Judgement,
    LinkResult,
    NotMeasured,
    Reason,
    Role,
    Tested,
    Verdict,
)
from qualitycircle.evaluation.verdict import adjusted
from qualitycircle.evaluation.whole import Absence, AbsentLink
from qualitycircle.expectation import NotTestable, Test

CORRECTED_AT = 0.05

# What is estimated ---------------------------------------------------------------------------------


def absence_frames(test: Test, key: str, context: Context) -> tuple[Frame, ...] | NotMeasured:
    """Return the sequential panel with X before, and with X now beside it, on the same rows.

    With and without noise; what one person's answers may share is left to the links that are drawn: here it
    found no other missing arrow, and left two in three of the negligible undecided (docs/decisions, 35).
    """
    if context.setting.waves < FEWEST_ROUNDS:
        facts = {"rounds": context.setting.waves, "needed": FEWEST_ROUNDS}
        return NotMeasured(reason=Reason.TOO_FEW_ROUNDS, test=test, facts=facts)
    failure = _unheld(test, context) or noise(test, context)
    if failure is not None:
        return failure
    setting = context.setting
    controls = observed_controls(test.controls, setting)
    question = Question(
        test.cause,
        test.effect,
        controls,
        1,
        now=True,
        rater=rater_column((test.effect, test.cause), setting),
        steady=setting.steady(test.cause, test.effect),
        noise=noises((test.cause, test.effect, *controls), setting.indicators, setting),
    )
    frame = sequential_frame(f"{key}/absent", question, setting)
    now = replace(frame.equations[0], name="now", noise=())
    earlier = replace(
        now,
        name="earlier",
        target="x",
        controls=tuple(each for each in now.controls if each != "x"),
        instruments=tuple(each for each in now.instruments if each != "level of x now"),
    )
    views = (*with_noise(earlier, question), *with_noise(now, question))
    return (replace(frame, equations=tuple(each for each in views if not each.name.endswith(SHARED))),)


def _unheld(test: Test, context: Context) -> NotMeasured | None:
    """Return that something which must be held still was never recorded: then nothing is implied."""
    held = observed_controls(test.controls, context.setting)
    unseen = next((each.element for each in test.controls if each not in held), "")
    return NotMeasured(reason=Reason.NO_DATA_CAUSE, test=test, facts={"element": unseen}) if unseen else None


def absence_result(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> LinkResult:
    """Return what the sequential panel says of a pair without an arrow."""
    main = found[f"{key}/absent"]
    deciding, now = ends(main, "earlier"), ends(main, "now")
    failure = (
        too_few_in_a_row(test, main)
        or unvaried(test, main.found["earlier"])
        or too_few_moving(test, context.setting)
    )
    if failure is not None or not deciding:
        return failure or NotMeasured(reason=Reason.NO_VARIATION, test=test)
    scale = scaling(test, context.setting)
    noisy = context.attenuation(test).seen([each.kept for each in deciding])
    weak = any(each.first_stage is not None and each.first_stage < WEAK_FIRST_STAGE for each in deciding)
    weighed = replace(
        weighing(test, spanned(deciding, scale), noisy, test.smallest.value),
        same_wave=spanned(now, scale) if now else None,
        members=tuple(oriented(each, scale) for each in deciding) if len(deciding) > 1 else (),
        disagreement=Cap.NOISE_DECIDES,
        caps=common_caps(test) | noisy_past(deciding, len(names(main, "earlier")), known=noisy.known),
        stops=frozenset({Cap.WEAK_INSTRUMENT}) if weak else frozenset(),
        ceiling=at_the_end(test, context.setting),
    )
    gone, flags = lost(main)
    return tested(
        test,
        weighed,
        Basis.SAME_CITIZEN,
        (told(deciding, scale, Role.DECIDING, name="sequential", lag=1),),
        persons=deciding[0].persons,
        lost=gone,
        flags=flags,
        reliability=noisy.of_cause,
    )


# What it says --------------------------------------------------------------------------------------


def absences(asked: Sequence[Claim], results: Mapping[str, Sequence[LinkResult]]) -> tuple[AbsentLink, ...]:
    """Return what the data say of every pair; the family is corrected as one (Benjamini & Hochberg)."""
    judged = {each.link: judgement(each.link, results[each.link]) for each in asked if each.link in results}
    ran = [link for link, each in judged.items() if each.verdict is not Verdict.NOT_MEASURED]
    beyond = adjusted([_p_beyond(judged[each]) for each in ran])
    within = adjusted([_p_within(judged[each]) for each in ran])
    corrected = {link: (one, other) for link, one, other in zip(ran, beyond, within, strict=True)}
    return tuple(
        _absent(each, judged[each.link], corrected.get(each.link))
        if each.link in judged
        else _untestable(each)
        for each in asked
    )


def _untestable(claim: Claim) -> AbsentLink:
    base = AbsentLink(
        cause=claim.cause,
        effect=claim.effect,
        outcome=Absence.NOT_TESTABLE,
        given=claim.given,
        reason=claim.reason,
    )
    if isinstance(claim.expectation, NotTestable):
        facts = {reason.name: about for reason, about in claim.expectation.reasons}
        return replace(base, reason=Reason.NOT_TESTABLE.value, facts=facts)
    return base


def _ran(judged: Judgement) -> list[Tested]:
    return [each for each in judged.results if isinstance(each, Tested)]


def _beyond(tested: Tested) -> float:
    """The p-value against an association that is at most the smallest effect that matters."""
    deciding = tested.deciding
    over = abs(deciding.value) - tested.smallest_high
    if over <= 0 or deciding.se <= 0:
        return 1.0
    return float(min(1.0, 2.0 * stdtr(deciding.degrees, -over / deciding.se)))


def _p_beyond(judged: Judgement) -> float:
    return max(_beyond(each) for each in _ran(judged))


def _p_within(judged: Judgement) -> float:
    return max(each.p_equivalence for each in _ran(judged))


def _absent(claim: Claim, judged: Judgement, corrected: tuple[float, float] | None) -> AbsentLink:
    if corrected is None:
        first = next(each for each in judged.results if isinstance(each, NotMeasured))
        return replace(_untestable(claim), reason=first.reason.value, facts=first.facts)
    ran = _ran(judged)
    widest = max(ran, key=lambda each: each.deciding.se)
    deciding = widest.deciding
    return AbsentLink(
        cause=claim.cause,
        effect=claim.effect,
        outcome=_outcome(judged, *corrected),
        given=claim.given,
        value=deciding.value,
        low=deciding.low,
        high=deciding.high,
        unit=deciding.unit,
        smallest=widest.smallest,
        smallest_declared=widest.test.smallest_declared,
        persons=deciding.persons,
        p_violation=_p_beyond(judged),
        p_negligible=_p_within(judged),
        corrected_violation=corrected[0],
        corrected_negligible=corrected[1],
        caps=tuple(each.value for each in judged.caps),
    )


def _outcome(judged: Judgement, violation: float, negligible: float) -> Absence:
    """Return the outcome; what would lower a claim leaves an absent arrow undecided, either way."""
    if judged.verdict is Verdict.NO_RELEVANT and negligible < CORRECTED_AT:
        return Absence.NEGLIGIBLE
    if judged.verdict in {Verdict.SUPPORTED, Verdict.CONTRADICTED} and violation < CORRECTED_AT:
        return Absence.VIOLATED
    return Absence.UNDECIDED
