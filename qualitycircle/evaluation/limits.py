"""What must not be concluded from each judgement, as codes: requirements U01, U03, U12 and the design."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualitycircle.evaluation.labels import Never, Verdict
from qualitycircle.evaluation.values import Basis, Cap, Flag, Judgement, NotMeasured, Tested
from qualitycircle.expectation import Comparison

_FROM_A_START = frozenset({Comparison.START_TO_OUTPUT, Comparison.START_TO_OUTCOME, Comparison.START_TO_GOAL})
_CLAIMS = frozenset({Verdict.SUPPORTED, Verdict.WEAK, Verdict.CONTRADICTED})


def with_limits(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements, each with what must not be concluded from it."""
    return tuple(replace(each, never=must_not_be_concluded(each)) for each in judgements)


def must_not_be_concluded(judged: Judgement) -> tuple[Never, ...]:
    """Return the codes in a fixed order; a judgement always says nothing about a single citizen."""
    return tuple(each for each in Never if each in set(_codes(judged)))


def _codes(judged: Judgement) -> Iterator[Never]:
    yield Never.SINGLE_CITIZEN
    if judged.verdict in {Verdict.UNDECIDED, Verdict.NOT_MEASURED}:
        yield Never.ABSENCE
        yield Never.THEORY_WRONG
    if judged.verdict is Verdict.WEAK:
        yield Never.SIZE
    if Flag.TESTED_ON_EVERYBODY in judged.flags:
        yield Never.SUBGROUP
    for each in judged.results:
        match each:
            case Tested():
                yield from _of_test(each, judged)
            case NotMeasured():
                pass


def _of_test(tested: Tested, judged: Judgement) -> Iterator[Never]:
    comparison = tested.test.comparison
    if judged.verdict in _CLAIMS and tested.basis is not Basis.RANDOMISED:
        yield Never.CAUSE
    if comparison is Comparison.TOGETHER or Cap.SAME_WAVE_ONLY in tested.caps:
        yield Never.DIRECTION
    if comparison in _FROM_A_START:
        yield Never.EFFECT_FROM_PROGRESS
    if comparison in {Comparison.START_TO_OUTPUT, Comparison.PROMISE}:
        yield Never.FURTHER_ON
