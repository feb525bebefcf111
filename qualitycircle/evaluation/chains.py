"""A way from a delindsats to a slutmål is as strong as its weakest link.

A chain is supported when every link is: an intersection-union test, which needs no correction for
how many links there are (Berger 1982; Yzerbyt et al. 2018). Otherwise it is named by the first link
that does not hold, in the order broken, not measured, undecided, weak (Kleene's three values, with
*weak* between). For one step between, the product of the two links has a Monte-Carlo interval
(MacKinnon et al. 2004); a share of the total is never computed, and a product of what was seen at
one and the same måling is refused (Maxwell & Cole 2007). The two are drawn as independent: a start
and a goal are found on the same citizens, but their estimates go together by less than .13 in any
world tried, and the interval covers as it says (docs/metode/kaeder.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from qualitycircle.evaluation.values import Cap, Judgement, LinkResult, NotMeasured, Tested, Verdict
from qualitycircle.evaluation.whole import Chain, NoProduct, Product, Total
from qualitycircle.expectation import Comparison, Expectation, expectations
from qualitycircle.graph import paths, product
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Link, Sign, Theory

MOST_CHAINS = 30
"""More ways than this are not judged, and it is said that there are more."""

DRAWS = 20_000
SEED = 1984
"""The draws of a product are the same every time."""

_POINTS = 100.0
_ORDER = (
    frozenset({Verdict.CONTRADICTED, Verdict.NO_RELEVANT}),
    frozenset({Verdict.NOT_MEASURED}),
    frozenset({Verdict.UNDECIDED}),
    frozenset({Verdict.WEAK}),
)


def ways(theory: Theory) -> tuple[tuple[tuple[Link, ...], ...], bool]:
    """Return the ways from delindsats to slutmål, at most `MOST_CHAINS`, and whether there are more."""
    found = tuple(islice(paths(theory), MOST_CHAINS + 1))
    return found[:MOST_CHAINS], len(found) > MOST_CHAINS


def chains(theory: Theory, judgements: Sequence[Judgement]) -> tuple[Chain, ...]:
    """Return every way's verdict: its weakest link's, and which link that is."""
    judged = {each.link: each for each in judgements}
    found, _ = ways(theory)
    return tuple(_chain(way, judged) for way in found if all(each.id in judged for each in way))


def _chain(way: tuple[Link, ...], judged: Mapping[str, Judgement]) -> Chain:
    links = tuple(each.id for each in way)
    verdict, held_at = weakest([(each, judged[each].verdict) for each in links])
    multiplied = _multiplied(way, [judged[each] for each in links])
    return Chain(
        links=links,
        verdict=verdict,
        held_at=held_at,
        product=multiplied if isinstance(multiplied, Product) else None,
        no_product=multiplied if isinstance(multiplied, NoProduct) else None,
    )


def weakest(verdicts: Sequence[tuple[str, Verdict]]) -> tuple[Verdict, str]:
    """Return a chain's verdict and the first link that gives it; "" when all are supported.

    A broken link breaks the chain even behind one that was not measured; the diagnosis stops at the
    first that could not be seen, and may differ (docs/decisions, 48).

    >>> weakest([("a -> b", Verdict.WEAK), ("b -> c", Verdict.NOT_MEASURED)])
    (<Verdict.NOT_MEASURED: 'not measured'>, 'b -> c')
    """
    for wanted in _ORDER:
        for link, verdict in verdicts:
            if verdict in wanted:
                return verdict, link
    return Verdict.SUPPORTED, ""


def _multiplied(way: tuple[Link, ...], judged: Sequence[Judgement]) -> Product | NoProduct:
    """Return the product of two links in percentage points per start, or why there is none."""
    if len(way) != 2:
        return NoProduct.LENGTH
    first, second = (_only(each) for each in judged)
    if first is None or second is None or first.test.comparison is Comparison.PROMISE:
        return NoProduct.NOT_ESTIMATED
    if _at_once(first) or _at_once(second):
        return NoProduct.SAME_WAVE
    if first.test.effect.indicators != second.test.cause.indicators:
        return NoProduct.DIFFERENT_INDICATORS
    return _draw(first, second, product(way))


def _only(judged: Judgement) -> Tested | None:
    """Return a link's only test, when it ran: two respondents are never one number."""
    ran = [each for each in judged.results if isinstance(each, Tested)]
    return ran[0] if len(ran) == 1 and len(judged.results) == 1 else None


def _at_once(tested: Tested) -> bool:
    """Say whether cause and effect were seen at one and the same måling."""
    test = tested.test
    return (
        test.comparison is Comparison.TOGETHER
        or Cap.SAME_WAVE_ONLY in tested.caps
        or max(test.lags, default=1) == 0
    )


def _draw(first: Tested, second: Tested, sign: Sign) -> Product | NoProduct:
    one, other = first.deciding, second.deciding
    if one.raw_value is None or other.raw_value is None or one.raw_se is None or other.raw_se is None:
        return NoProduct.BRACKET
    factor = _POINTS if sign is Sign.UP else -_POINTS
    random = np.random.default_rng(SEED)
    drawn = random.normal(one.raw_value, one.raw_se, DRAWS) * random.normal(
        other.raw_value, other.raw_se, DRAWS
    )
    low, high = np.quantile(drawn * factor, (0.025, 0.975))
    value = one.raw_value * other.raw_value * factor
    return Product(value=value, low=float(low), high=float(high), unit="percentage points", draws=DRAWS)


# The whole way, whatever lies between -------------------------------------------------------------


def total_expectations(theory: Theory, indicators: Indicators) -> tuple[Expectation, ...]:
    """Return what a start would have to show for the goal as a whole, where the theory draws no arrow.

    Nothing that lies between is held still: that would take away the very way it works.
    """
    drawn = {each.pair for each in theory.links}
    found: dict[tuple[str, str], Link] = {}
    for way in ways(theory)[0]:
        ends = (way[0].cause, way[-1].effect)
        if ends not in drawn:
            found.setdefault(ends, Link(cause=ends[0], effect=ends[1], sign=product(way)))
    alone = (replace(theory, links=(each,), moderators=()) for each in found.values())
    return tuple(one for each in alone for one in expectations(each, indicators))


def totals(
    theory: Theory, judgements: Sequence[Judgement], of_totals: Sequence[Judgement]
) -> tuple[Total, ...]:
    """Return the whole way from each start to each goal it leads to."""
    judged = {each.link: each for each in (*judgements, *of_totals)}
    ends = dict.fromkeys((way[0].cause, way[-1].effect) for way in ways(theory)[0])
    drawn = {each.pair for each in theory.links}
    return tuple(
        _total(each, judged[f"{each[0]} -> {each[1]}"], is_drawn=each in drawn)
        for each in ends
        if f"{each[0]} -> {each[1]}" in judged
    )


def _total(ends: tuple[str, str], judged: Judgement, *, is_drawn: bool) -> Total:
    activity, goal = ends
    result = next(iter(judged.results), None)
    base = Total(activity=activity, goal=goal, verdict=judged.verdict, is_drawn=is_drawn)
    return base if result is None else _with_numbers(base, result)


def _with_numbers(base: Total, result: LinkResult) -> Total:
    match result:
        case NotMeasured():
            return replace(base, reason=result.reason.value, facts=result.facts)
        case Tested():
            deciding = result.deciding
            return replace(
                base,
                basis=result.basis.value,
                value=deciding.value,
                low=deciding.low,
                high=deciding.high,
                unit=deciding.unit,
                smallest=result.smallest,
                persons=deciding.persons,
            )
