"""Where the interval lies: the one rule for all links (statistics design 1.4).

The interval decides, not a p-value: a wide interval is *undecided*, never *absent* (Schuirmann
1987; Lakens, Scheel & Isager 2018; Campbell & Gustafson 2018). Whatever lowers *supported* to
*weak* lowers *contradicted* and *no relevant association* to *undecided*: a wrong no does more harm
than an honest "not decided".
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from scipy.special import stdtr, stdtrit

from qualitycircle.evaluation.values import Cap, Verdict

POWER_FACTOR = 2.80
"""z(.975) + z(.80): the smallest true effect found with 80 % power is this many standard errors."""

DECIDING_FACTOR = 2.926
"""z(.95) + z(.90): the standard errors a smallest effect must hold to call a true 0 irrelevant."""

ROUNDING = 1e-9
"""A standard error that is this part of the value, or of the smallest effect, is rounding."""

CLAIMS_A_NO = frozenset({Verdict.CONTRADICTED, Verdict.NO_RELEVANT})
SHORT = 1.0 / 3.0
"""Less than this share of the declared lag: what is read says nothing of what would be seen then."""

_CLAIMS_A_YES = frozenset({Verdict.SUPPORTED, Verdict.WEAK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A value oriented so that + is the declared direction, with its 95 % and 90 % intervals.

    `without` are the lowest and the highest value with one unit left out, where there are units.
    """

    value: float
    se: float
    degrees: float
    low: float
    high: float
    low90: float
    high90: float
    without: tuple[float, float] | None = None

    def has_no_width(self, smallest: float = 0.0) -> bool:
        """Say whether only rounding is left of the uncertainty: nothing varies around what was found."""
        return self.se <= ROUNDING * max(abs(self.value), smallest)

    def is_within(self, smallest: float) -> bool:
        """Say whether the 90 % interval lies inside plus and minus the smallest effect."""
        return -smallest < self.low90 and self.high90 < smallest and not self.has_no_width(smallest)

    @property
    def p(self) -> float:
        """The two-sided p-value of no association; 1 where there is no uncertainty to hold it against."""
        if self.has_no_width():
            return 1.0
        return float(2 * stdtr(self.degrees, -abs(self.value) / self.se))

    def p_within(self, smallest: float) -> float:
        """The p-value of two one-sided tests that the value is as large as the smallest effect."""
        if self.has_no_width(smallest):
            return 1.0
        above = stdtr(self.degrees, -(self.value + smallest) / self.se)
        below = stdtr(self.degrees, (self.value - smallest) / self.se)
        return float(max(above, below))


def interval(value: float, se: float, degrees: float, errors: tuple[float, float] | None = None) -> Interval:
    """Return the intervals of a value with a standard error, by Student's t.

    `errors` says instead how many standard errors hold 95 and 90 %.
    """
    if errors is None:
        errors = float(stdtrit(degrees, 0.975)), float(stdtrit(degrees, 0.95))
    wide, narrow = errors[0] * se, errors[1] * se
    return Interval(
        value=value,
        se=se,
        degrees=degrees,
        low=value - wide,
        high=value + wide,
        low90=value - narrow,
        high90=value + narrow,
    )


def envelope(one: Interval, other: Interval) -> Interval:
    """Return the interval that holds both members of a bracket; the value is the one nearer 0.

    Members with opposite signs give 0: they do not even agree which way.
    """
    nearer = min(one, other, key=lambda each: abs(each.value))
    return Interval(
        value=nearer.value if one.value * other.value > 0 else 0.0,
        se=max(one.se, other.se),
        degrees=min(one.degrees, other.degrees),
        low=min(one.low, other.low),
        high=max(one.high, other.high),
        low90=min(one.low90, other.low90),
        high90=max(one.high90, other.high90),
        without=_both_without(one, other),
    )


def _both_without(one: Interval, other: Interval) -> tuple[float, float] | None:
    if one.without is None or other.without is None:
        return None
    return min(one.without[0], other.without[0]), max(one.without[1], other.without[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """Everything the rule looks at for one test.

    `smallest` is the declared d; `smallest_high` the d that `supported` and `contradicted` must
    reach, `smallest_low` the d that `no relevant` must stay inside. `same_wave` is C beside a
    lagged Q. `alongside` must be irrelevant too before anything is called irrelevant: the other
    declared lags and the simple slopes of a moderator. `members` are the two of a bracket.
    `exposed` is the share of the declared lag that had passed when the effect was read, already in
    `smallest_low`. `unseen`: a declared condition has no slope on some side, and so nothing is called
    irrelevant. `caps` lower a claim; `stops` leave it undecided. `leaving` is -1 where those who leave
    pull the value down, so that no no can be told, and 1 where they pull it up, so that no claim can.
    """

    deciding: Interval
    smallest: float
    smallest_high: float
    smallest_low: float
    same_wave: Interval | None = None
    alongside: tuple[Interval, ...] = ()
    members: tuple[Interval, ...] = ()
    disagreement: Cap = Cap.BRACKET
    caps: frozenset[Cap] = frozenset()
    stops: frozenset[Cap] = frozenset()
    ceiling: bool = False
    leaving: int = 0
    exposed: float = 1.0
    unseen: bool = False
    reliability_known: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """The verdict, what it would be without caps, and the caps that made the difference."""

    verdict: Verdict
    uncapped: Verdict
    caps: tuple[Cap, ...] = ()


def place(weighing: Weighing) -> Placed:
    """Return the verdict: where the interval lies, then what lowers it."""
    uncapped = _where(weighing)
    caps = set(_explaining(weighing, uncapped))
    verdict = uncapped
    lowering = weighing.caps | _resting_on_one(weighing, uncapped)
    if uncapped is Verdict.SUPPORTED and lowering:
        verdict, caps = Verdict.WEAK, caps | lowering
    if uncapped in CLAIMS_A_NO and lowering:
        verdict, caps = Verdict.UNDECIDED, caps | lowering
    if uncapped in CLAIMS_A_NO and weighing.ceiling:
        verdict, caps = Verdict.UNDECIDED, caps | {Cap.CEILING}
    if uncapped in CLAIMS_A_NO and weighing.exposed < SHORT:
        verdict, caps = Verdict.UNDECIDED, caps | {Cap.SHORT_EXPOSURE}
    if uncapped is Verdict.NO_RELEVANT and weighing.unseen:
        verdict, caps = Verdict.UNDECIDED, caps | {Cap.UNSEEN_CONDITION}
    if weighing.leaving and _could_be_from_leaving(weighing, uncapped):
        verdict = Verdict.WEAK if uncapped is Verdict.SUPPORTED else Verdict.UNDECIDED
        caps |= {Cap.LEAVING}
    if weighing.stops and uncapped is not Verdict.UNDECIDED:
        verdict, caps = Verdict.UNDECIDED, caps | weighing.stops
    return Placed(verdict, uncapped, tuple(sorted(caps, key=lambda each: each.name)))


def _could_be_from_leaving(weighing: Weighing, uncapped: Verdict) -> bool:
    """Say whether a verdict may only be what those who leave make of it."""
    pulled_up = {Verdict.SUPPORTED, Verdict.NO_RELEVANT}
    return uncapped in (pulled_up if weighing.leaving > 0 else CLAIMS_A_NO)


def turned(weighing: Weighing, deciding: Interval, members: tuple[Interval, ...]) -> bool:
    """Say whether another estimate of the same thing lies on the other side: a yes against a no."""
    one, other = _where(weighing), _where(replace(weighing, deciding=deciding, members=members))
    return {one, other} & _CLAIMS_A_YES != set() and {one, other} & CLAIMS_A_NO != set()


def _where(weighing: Weighing) -> Verdict:
    deciding = weighing.deciding
    if any(each.has_no_width(weighing.smallest) for each in (deciding, *weighing.members)):
        return Verdict.UNDECIDED
    if _irrelevant(weighing):
        return Verdict.NO_RELEVANT
    if deciding.low > 0 and deciding.value >= weighing.smallest_high:
        return Verdict.SUPPORTED
    if _contradicted(weighing):
        return Verdict.CONTRADICTED
    if deciding.low > 0 or _only_same_wave(weighing):
        return Verdict.WEAK
    return Verdict.UNDECIDED


def _irrelevant(weighing: Weighing) -> bool:
    everything = [weighing.deciding, *weighing.alongside]
    if weighing.same_wave is not None:
        everything.append(weighing.same_wave)
    return all(each.is_within(weighing.smallest_low) for each in everything)


def _contradicted(weighing: Weighing) -> bool:
    against = (weighing.deciding, *weighing.members)
    all_against = all(each.high < 0 and each.value <= -weighing.smallest_high for each in against)
    return all_against and not _same_wave_speaks_for(weighing)


def _same_wave_speaks_for(weighing: Weighing) -> bool:
    now = weighing.same_wave
    return now is not None and now.low > 0 and now.value >= weighing.smallest


def _only_same_wave(weighing: Weighing) -> bool:
    return _same_wave_speaks_for(weighing) and weighing.deciding.high >= 0


def _resting_on_one(weighing: Weighing, uncapped: Verdict) -> frozenset[Cap]:
    """Return that less than half the smallest effect is left without one unit: it alone carries the rest."""
    if weighing.deciding.without is None:
        return frozenset()
    lowest, highest = weighing.deciding.without
    half = weighing.smallest_high / 2.0
    rests = (uncapped is Verdict.SUPPORTED and lowest < half) or (
        uncapped is Verdict.CONTRADICTED and highest > -half
    )
    return frozenset({Cap.ONE_UNIT}) if rests else frozenset()


def _explaining(weighing: Weighing, uncapped: Verdict) -> list[Cap]:
    """Return why the rule stopped short, where one reading alone would have claimed more."""
    found = []
    if uncapped is Verdict.WEAK and not weighing.deciding.low > 0:
        found.append(Cap.SAME_WAVE_ONLY)
    if uncapped is Verdict.UNDECIDED and _disagrees(weighing):
        found.append(Cap.SAME_WAVE_DISAGREES)
    if uncapped in {Verdict.UNDECIDED, Verdict.WEAK} and _members_claim_more(weighing, uncapped):
        found.append(weighing.disagreement)
    if uncapped is Verdict.UNDECIDED and _exposure_decides(weighing):
        found.append(Cap.SHORT_EXPOSURE)
    if uncapped is Verdict.WEAK and _reliability_decides(weighing):
        found.append(Cap.UNKNOWN_RELIABILITY)
    return found


def _disagrees(weighing: Weighing) -> bool:
    now = weighing.same_wave
    if now is None:
        return False
    irrelevant_before = weighing.deciding.is_within(weighing.smallest_low)
    against_before = weighing.deciding.high < 0 and _same_wave_speaks_for(weighing)
    return against_before or (irrelevant_before and not now.is_within(weighing.smallest_low))


def _members_claim_more(weighing: Weighing, uncapped: Verdict) -> bool:
    alone = {_alone(each, weighing) for each in weighing.members}
    return bool(alone - {uncapped, Verdict.UNDECIDED})


def _alone(member: Interval, weighing: Weighing) -> Verdict:
    return _where(
        Weighing(
            deciding=member,
            smallest=weighing.smallest,
            smallest_high=weighing.smallest_high,
            smallest_low=weighing.smallest_low,
        )
    )


def _exposure_decides(weighing: Weighing) -> bool:
    """Say whether it would be irrelevant, had the effect been read when the theory says."""
    if not 0 < weighing.exposed < 1:
        return False
    return _irrelevant(replace(weighing, smallest_low=weighing.smallest_low / weighing.exposed))


def _reliability_decides(weighing: Weighing) -> bool:
    deciding = weighing.deciding
    exposed = weighing.exposed or 1.0
    return (
        not weighing.reliability_known
        and deciding.low > 0
        and weighing.smallest_low / exposed <= deciding.value < weighing.smallest_high
    )


def smallest_found(se: float) -> float:
    """Return the smallest true effect that would be found with 80 % power (MDE80)."""
    return POWER_FACTOR * se


def needed(persons: int, se: float, smallest_low: float) -> int | None:
    """Return how many citizens, with as many målinger each, would decide.

    That is: between nothing and twice the smallest effect, with 80 % power. None when no number
    would do, because what would be seen of the smallest effect is nothing, or nothing varies.
    """
    if smallest_low <= 0 or se <= 0:
        return None
    return math.ceil(persons * (DECIDING_FACTOR * se / smallest_low) ** 2)


def holm(values: list[float]) -> list[float]:
    """Return p-values corrected for their number (Holm 1979), in the order given."""
    order = sorted(range(len(values)), key=values.__getitem__)
    corrected, largest = [0.0] * len(values), 0.0
    for rank, position in enumerate(order):
        largest = max(largest, min(1.0, (len(values) - rank) * values[position]))
        corrected[position] = largest
    return corrected


def adjusted(values: list[float]) -> list[float]:
    """Return p-values corrected for the share of false finds, in order (Benjamini & Hochberg 1995)."""
    order = sorted(range(len(values)), key=values.__getitem__, reverse=True)
    corrected, smallest = [0.0] * len(values), 1.0
    for rank, position in enumerate(order):
        smallest = min(smallest, values[position] * len(values) / (len(values) - rank))
        corrected[position] = smallest
    return corrected
