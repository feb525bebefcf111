"""The interval of a product covers what it says, although both links are seen in the same citizens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.values import Tested
from qualitycircle.evaluation.whole import Product
from qualitycircle.expectation import expectations
from qualitycircle.theory import Assignment
from tests.simulations import leading
from tests.small import indicators, theory, with_element
from tests.test_evaluation import PRINTS
from tests.worlds import of_worlds

WAY = with_element(
    theory("praktik -> mestring", "mestring -> job"), "praktik", assignment=Assignment.MEASURED_NEED
)
NAMES = {"value:y": "value:mestring", "start_day:a": "start_day:praktik", "end_day:a": "end_day:praktik"}
WORLDS = 300
EFFECT, ON_JOB = 0.5, 0.02


def way(people: int, seed: int) -> tuple[Product, tuple[float, float]]:
    """Return the product of one world's way, and its two links by themselves."""
    made = leading(people, seed=seed, effect=EFFECT, on_job=ON_JOB)
    index = {NAMES.get(name, name): at for name, at in made.layout.index.items()}
    source = replace(made, layout=replace(made.layout, index=index))
    found = evaluate(
        WAY,
        expectations(WAY, indicators()),
        source,
        number=1,
        date="2026-01-31",
        post_hoc=False,
        fingerprints=PRINTS,
        indicators=indicators(),
    )
    links = [each for one in found.judgements for each in one.results if isinstance(each, Tested)]
    first, second = (each.deciding.raw_value for each in links)
    product = found.chains[0].product
    assert product is not None
    assert first is not None
    assert second is not None
    return product, (first, second)


@pytest.mark.long
@pytest.mark.parametrize("people", [300, 2000])
def test_a_product_of_a_start_and_a_goal_is_covered_as_it_says(people: int) -> None:
    """Within the Monte-Carlo error of 300 worlds (2.5 points) of the 93 to 97 % that were asked for."""
    truth = 100 * np.prod(np.mean([way(60_000, 9_000 + seed)[1] for seed in range(6)], axis=0))
    found = of_worlds(lambda seed: way(people, seed), WORLDS)
    covered = np.mean([each.low <= truth <= each.high for each, _ in found])
    assert 0.905 < covered < 0.985
    together = np.corrcoef(np.array([links for _, links in found]).T)[0, 1]
    assert abs(together) < 0.2
