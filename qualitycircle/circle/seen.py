"""Claims that are held against the very data that suggested them: such a yes confirms nothing.

A model corrected by what the data showed fits those data better whether or not it is truer
(MacCallum, Roznowski & Necowitz 1992), so a corrected claim needs data that come later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qualitycircle.circle.reading import Rounds
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.expectation import Expectation, Testable

if TYPE_CHECKING:
    from qualitycircle.data.observe import Observed


def suggested_by_these_data(
    rounds: Rounds, expectations: Sequence[Expectation], observed: Observed
) -> frozenset[str]:
    """Return the links that were claimed otherwise, or not at all, when these data were held before.

    The theory's first evaluation suggests nothing of the kind; a claim that nobody changed may be
    asked again. Both a decided correction and a change by hand count.
    """
    earlier = [each for each in rounds.evaluations if _same_data(each, observed)]
    tests = {each.link: set(each.tests) for each in expectations if isinstance(each, Testable)}
    return frozenset(
        link for link, now in tests.items() if any(now != set(_tests(each, link)) for each in earlier)
    )


def _same_data(evaluation: Evaluation, observed: Observed) -> bool:
    """Say whether nothing has come to the data: the same files, or as many people and rounds, same days."""
    seen = observed.summary
    same = (seen.persons, seen.measurements, seen.first_date, seen.last_date)
    before = (evaluation.persons, evaluation.measurements, evaluation.first_date, evaluation.last_date)
    return evaluation.fingerprints.data == observed.fingerprint or same == before


def _tests(evaluation: Evaluation, link: str) -> Iterator[object]:
    judged = evaluation.judgement(link)
    return (each.test for each in (judged.results if judged else ()) if each.test is not None)
