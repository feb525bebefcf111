"""How many true independencies are called false? Our check beside what graph checkers do, same rows.

.venv/bin/pip install -e '.[test]' && .venv/bin/python -m benchmarks.independencies

A made-up theory of 24 outcomes and 40 arrows, 27,978 rows of 4,663 citizens, simulated so that every arrow
that is not drawn is not there. Citizens differ all along, outcomes have inertia, answers have noise (a
reliability of .8) and come from three informants. Each way then asks of every pair without an arrow
whether the data reject its independence, at 5 % after Benjamini & Hochberg. A second world holds twelve
arrows that the theory does not draw: those should be found.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

import numpy as np
from scipy.special import ndtr

from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.implied import claims
from qualitycircle.evaluation.values import Fingerprints
from qualitycircle.evaluation.verdict import adjusted
from qualitycircle.evaluation.whole import Absence
from qualitycircle.expectation import expectations
from qualitycircle.indicators import Catalogue, Indicator, Indicators, Reliability, Respondent, Scale
from qualitycircle.theory import Intervention, Link, Outcome, TargetGroup, Theory
from tests.panels import Persons, long, panel

CITIZENS, WAVES, EARLY = 4_663, 6, 5
RELIABILITY = 0.8
NAMES = tuple(f"e{each:02d}" for each in range(24))
INFORMANTS = (Respondent.CITIZEN, Respondent.CASEWORKER, Respondent.EMPLOYER)
HIDDEN = 12
AT = 0.05

Arrows = tuple[tuple[int, int], ...]


def drawn() -> Arrows:
    """Return forty arrows, two into each of the twenty outcomes that have causes."""
    rng = np.random.default_rng(40)
    return tuple(
        (int(cause), effect)
        for effect in range(4, 24)
        for cause in sorted(rng.choice(effect, 2, replace=False))
    )


def hidden(arrows: Arrows) -> Arrows:
    """Return some arrows that the theory does not draw."""
    rng = np.random.default_rng(12)
    free = [
        (cause, effect) for effect in range(24) for cause in range(effect) if (cause, effect) not in arrows
    ]
    return tuple(free[each] for each in sorted(rng.choice(len(free), HIDDEN, replace=False)))


def theory(arrows: Arrows) -> Theory:
    return Theory(
        id="fyrre",
        title="Fyrre pile",
        target_group=TargetGroup(name="konstrueret"),
        rationale="",
        intervention=Intervention(name="konstrueret"),
        elements=tuple(Outcome(id=each, name=each, indicators=(each,)) for each in NAMES),
        links=tuple(Link(cause=NAMES[cause], effect=NAMES[effect]) for cause, effect in arrows),
    )


def known() -> Indicators:
    scale = Scale(id="s", low=-20, high=20)
    found = tuple(
        Indicator(
            id=name,
            name=name,
            respondent=INFORMANTS[place % 3],
            reliability=Reliability(value=RELIABILITY),
            scale=scale,
        )
        for place, name in enumerate(NAMES)
    )
    return Indicators((Catalogue(id="k", indicators=found),))


def answers(arrows: Arrows, extra: Arrows = (), *, seed: int = 1, citizens: int = CITIZENS) -> np.ndarray:
    """Return answers (outcomes, citizens, målinger): traits, inertia, arrows of .25 (extra: .5), noise."""
    rng = np.random.default_rng(seed)
    trait = 0.3 * rng.normal(size=citizens)
    found = np.zeros((len(NAMES), citizens, WAVES + EARLY))
    for wave in range(1, WAVES + EARLY):
        found[:, :, wave] = trait + 0.35 * found[:, :, wave - 1] + rng.normal(size=found.shape[:2])
        for size, some in ((0.25, arrows), (0.5, extra)):
            for cause, effect in some:
                found[effect, :, wave] += size * found[cause, :, wave - 1]
    found = found[:, :, EARLY:]
    error = found.std(axis=(1, 2), keepdims=True) * ((1 - RELIABILITY) / RELIABILITY) ** 0.5
    return found + error * rng.normal(size=found.shape)


def as_source(values: np.ndarray) -> Persons:
    return panel(*long({f"value:{name}": each for name, each in zip(NAMES, values, strict=True)}))


# The ways ------------------------------------------------------------------------------------------


def ours(values: np.ndarray, of: Theory) -> dict[tuple[str, str], Absence]:
    """Return the outcome of every pair without an arrow."""
    found = evaluate(
        of,
        expectations(of, known()),
        as_source(values),
        number=1,
        date="2026-01-31",
        post_hoc=False,
        fingerprints=Fingerprints(theory="", plan="", data=""),
        indicators=known(),
        synthetic=True,
    )
    return {(each.cause, each.effect): each.outcome for each in found.absent}


def _p(outcome: np.ndarray, columns: list[np.ndarray], persons: np.ndarray | None) -> float:
    """Return the p of the first column in a regression; by person where they are given."""
    design = np.column_stack([*columns, np.ones(len(outcome))])
    bread = np.linalg.inv(design.T @ design)
    left = outcome - design @ (beta := bread @ (design.T @ outcome))
    if persons is None:
        variance = float(left @ left) / (len(outcome) - design.shape[1]) * bread[0, 0]
    else:
        score = np.bincount(persons, weights=(design @ bread[0]) * left)
        variance = float(score @ score)
    return float(2 * ndtr(-abs(beta[0]) / variance**0.5))


def same_row(values: np.ndarray, cause: int, effect: int, parents: dict[int, list[int]]) -> float:
    """X and Y on the same row given the parents of both, every row for itself: a graph checker's test."""
    given = {*parents[cause], *parents[effect]} - {cause, effect}
    return _p(values[effect].ravel(), [values[each].ravel() for each in (cause, *given)], None)


def same_row_by_person(values: np.ndarray, cause: int, effect: int, parents: dict[int, list[int]]) -> float:
    """The same, knowing that a citizen's rows belong together."""
    given = {*parents[cause], *parents[effect]} - {cause, effect}
    persons = np.arange(values.shape[1]).repeat(values.shape[2])
    return _p(values[effect].ravel(), [values[each].ravel() for each in (cause, *given)], persons)


def person_means(values: np.ndarray, cause: int, effect: int, parents: dict[int, list[int]]) -> float:
    """Each citizen's mean, given the means of the parents of both."""
    given = {*parents[cause], *parents[effect]} - {cause, effect}
    means = values.mean(axis=2)
    return _p(means[effect], [means[each] for each in (cause, *given)], None)


def cross_lagged(values: np.ndarray, cause: int, effect: int, parents: dict[int, list[int]]) -> float:
    """X before and Y now, given Y before and its parents before, over all rows (a cross-lagged panel)."""
    persons = np.arange(values.shape[1]).repeat(values.shape[2] - 1)
    before = [values[each][:, :-1].ravel() for each in (cause, effect, *parents[effect])]
    return _p(values[effect][:, 1:].ravel(), before, persons)


def within(values: np.ndarray, cause: int, effect: int, parents: dict[int, list[int]]) -> float:
    """X before and Y now within the citizen (fixed effects), given Y before and its parents before."""
    persons = np.arange(values.shape[1]).repeat(values.shape[2] - 1)
    now = values[effect][:, 1:]
    before = [values[each][:, :-1] for each in (cause, effect, *parents[effect])]
    apart = [(each - each.mean(axis=1, keepdims=True)).ravel() for each in (now, *before)]
    return _p(apart[0], apart[1:], persons)


Way = Callable[[np.ndarray, int, int, dict[int, list[int]]], float]
WAYS: dict[str, Way] = {
    "Samme række, alle rækker hver for sig": same_row,
    "Samme række, rækker hører til en borger": same_row_by_person,
    "Borgernes gennemsnit": person_means,
    "Krydsforskudt panel (CLPM)": cross_lagged,
    "Faste personeffekter med forrige svar": within,
}


def named(arrows: Arrows) -> set[tuple[str, str]]:
    return {(NAMES[cause], NAMES[effect]) for cause, effect in arrows}


def asked(of: Theory) -> list[tuple[str, str]]:
    """Return the pairs without an arrow whose independence can be tested."""
    return [(each.cause, each.effect) for each in claims(of, known())[0] if each.tests]


def rejected(way: Way, values: np.ndarray, arrows: Arrows, of: Theory) -> set[tuple[str, str]]:
    """Return the pairs a way rejects, at 5 % after Benjamini & Hochberg."""
    parents = {place: [cause for cause, effect in arrows if effect == place] for place in range(len(NAMES))}
    pairs = asked(of)
    found = [way(values, NAMES.index(cause), NAMES.index(effect), parents) for cause, effect in pairs]
    return {pair for pair, p in zip(pairs, adjusted(found), strict=True) if p < AT}


def main() -> None:
    """Print the table."""
    arrows = drawn()
    of, extra = theory(arrows), named(hidden(arrows))
    worlds = answers(arrows), answers(arrows, hidden(arrows), seed=2)
    pairs = len(asked(of))
    print(f"{pairs} par uden pil, {worlds[0][0].size:,} rækker, {len(extra)} skjulte pile i den anden verden")
    print("\n| Måde | Forkastet, selv om de holder | Skjulte pile fundet | Processortid |")
    print("|---|---:|---:|---:|")
    for name, way in WAYS.items():
        started = time.process_time()
        found = [rejected(way, world, arrows, of) for world in worlds]
        _row(name, found, extra, pairs, time.process_time() - started)
    started = time.process_time()
    said = [ours(world, of) for world in worlds]
    found = [{pair for pair, each in one.items() if each is Absence.VIOLATED} for one in said]
    _row("Vores", found, extra, pairs, time.process_time() - started)
    print("\nVores, hvor alle holder:", dict(Counter(each.value for each in said[0].values())))


def _row(
    name: str, found: list[set[tuple[str, str]]], extra: set[tuple[str, str]], pairs: int, taken: float
) -> None:
    told = f"{len(found[0])} af {pairs} | {len(found[1] & extra)} af {len(extra)} | {taken:.1f} s"
    print(f"| {name} | {told} |")


if __name__ == "__main__":
    main()
