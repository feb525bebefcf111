"""Worlds whose truth is known: what the size tests, the conformance cases and the method pages draw from.

Everything here is synthetic. The states are those of the statistics design, section 4, and what lies
around them: selection, exit, clusters, lots. Each function returns a source of the evaluation.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tests.panels import Persons, long, panel

FIRST_DAY = 18_000.0
BETWEEN = 91.0
"""Days between two målinger."""


def changing(
    people: int,
    waves: int = 6,
    *,
    seed: int,
    forward: float = 0.0,
    lag: int = 1,
    now: float = 0.0,
    backward: float = 0.0,
    own: float = 0.3,
    trait: float = 1.0,
    halo: float = 0.0,
    error: float = 0.0,
    shock: float = 0.0,
    gone: float = 0.1,
    leaving: str = "",
    leave: float = 1.0,
    moderated: float | None = None,
    where_met: Mapping[str, float] | None = None,
    turning: bool = False,
) -> Persons:
    """Simulate two things that change, X and Y.

    `forward` is what one step of X adds to Y `lag` målinger later, `now` at the same måling, and
    `backward` what Y adds to the next X. `own` is inertia, `trait` what a citizen is like all along,
    `halo` the mood of the day in both answers, `error` noise in each answer, `shock` what hits both
    at a måling. Answers are missing by chance (`gone`), or for good: with
    the chance `leave` when `leaving` (x or y) is among the highest 15 %.
    `moderated`: the forward effect holds this many times over where the condition m is met, and
    `where_met` says what else is otherwise there (forward, backward, own, trait, halo, error, drift:
    what each måling adds to both). m is what a citizen is like all along, or `turning`: met now and
    not then, oftener for some than for others.
    """
    rng = np.random.default_rng(seed)
    character = rng.normal(size=people)
    met = (rng.random(people) < 0.5).astype(float)
    early = 3
    at = np.repeat(met[:, None], waves + early, axis=1)
    if turning:
        at = _turning(np.random.default_rng([seed, 2]), people, waves + early)
    other = where_met or {}

    def there(name: str, elsewhere: float) -> np.ndarray:
        return elsewhere + (other.get(name, elsewhere) - elsewhere) * at

    slope = there("forward", forward) * (1.0 if moderated is None else 1.0 + (moderated - 1.0) * at)
    back, inert, drift = there("backward", backward), there("own", own), there("drift", 0.0)
    mood, noise = there("halo", halo)[:, early:], there("error", error)[:, early:]
    person = there("trait", trait)[:, 0] * character
    x, y = np.zeros((people, waves + early)), np.zeros((people, waves + early))
    for wave in range(waves + early):
        x_before, y_before = (x[:, wave - 1], y[:, wave - 1]) if wave else (person, person)
        x_cause = x[:, wave - lag] if wave >= lag else person
        then, since = max(wave - 1, 0), max(wave - lag, 0)
        hit = shock * rng.normal(size=people) + drift[:, wave] * wave
        x[:, wave] = person + inert[:, then] * x_before + back[:, then] * y_before + hit
        x[:, wave] += rng.normal(size=people)
        y[:, wave] = person + inert[:, then] * y_before + slope[:, since] * x_cause + now * x[:, wave] + hit
        y[:, wave] += rng.normal(size=people)
    x, y = x[:, early:], y[:, early:]
    keep = _answered(rng, x, y, gone, leaving, leave)
    mood = mood * rng.normal(size=x.shape)
    seen_x, seen_y = (each + mood + noise * rng.normal(size=x.shape) for each in (x, y))
    columns, owner = long({"value:x": seen_x, "value:y": seen_y, "value:m": at[:, early:]}, keep=keep)
    return panel(columns, owner)


def _turning(rng: np.random.Generator, people: int, waves: int) -> np.ndarray:
    """Return a condition that is met now and not then, oftener for some, and rather two times running."""
    often = rng.normal(size=people)
    met = np.zeros((people, waves))
    for wave in range(waves):
        before = met[:, wave - 1] - 0.5 if wave else 0.0
        met[:, wave] = often + before + rng.normal(size=people) > 0
    return met


def _answered(
    rng: np.random.Generator, x: np.ndarray, y: np.ndarray, gone: float, leaving: str, leave: float
) -> np.ndarray:
    keep = rng.random(x.shape) >= gone
    if leaving:
        value = x if leaving == "x" else y
        high = (value > np.quantile(value, 0.85)) & (rng.random(x.shape) < leave)
        left = np.cumsum(high, axis=1) - high > 0
        keep &= ~left
    return keep


def with_errors(source: Persons, *, x: float = 0.0, y: float = 0.0, seed: int) -> Persons:
    """Return the same citizens, each answer with an error of its own; `x` and `y` are its spread."""
    rng = np.random.default_rng([seed, 2])
    values = source.values.copy()
    for name, spread in (("value:x", x), ("value:y", y)):
        at = source.layout.index[name]
        values[at] += spread * rng.normal(size=values.shape[1])
    return Persons(source.layout, values, source.person)


def confounded(
    people: int, waves: int = 6, *, seed: int, reliability: float = 0.7, forward: float = 0.0
) -> Persons:
    """Simulate X and Y that share a cause C, which moves on by itself; all three answered with noise.

    C has this `reliability`, X and Y .8. One step of X adds `forward` to Y one måling later.
    """
    rng, early = np.random.default_rng(seed), 6
    person = 0.5 * rng.normal(size=people)
    x, y, c = np.zeros((3, people, waves + early))
    for wave in range(1, waves + early):
        for each in (x, y, c):
            each[:, wave] = person + 0.5 * each[:, wave - 1] + rng.normal(size=people)
        x[:, wave] += 0.5 * c[:, wave]
        y[:, wave] += 0.4 * c[:, wave - 1] + forward * x[:, wave - 1]

    def answered(values: np.ndarray, reliability: float) -> np.ndarray:
        kept = values[:, early:]
        return kept + kept.std() * ((1 - reliability) / reliability) ** 0.5 * rng.normal(size=kept.shape)

    wide = {"value:x": answered(x, 0.8), "value:y": answered(y, 0.8), "value:c": answered(c, reliability)}
    return panel(*long(wide, keep=rng.random((people, waves)) >= 0.1))


def diverging(people: int, waves: int = 6, *, seed: int, apart: float = 0.5, forward: float = 0.0) -> Persons:
    """Simulate two groups made by lot that go apart on X and on Y alike, each for reasons of its own.

    `apart` is how far at each måling; one step of X adds `forward` to Y one måling later.
    """
    rng = np.random.default_rng(seed)
    arm = rng.permutation(people) % 2
    gone = apart * arm[:, None] * np.arange(waves)
    level = rng.normal(size=(people, 1))
    x = level + gone + rng.normal(size=(people, waves))
    y = level + gone + rng.normal(size=(people, waves))
    y[:, 1:] += forward * (x - gone)[:, :-1]
    start = np.where(arm == 1, FIRST_DAY + 10, np.nan)
    wide = {"value:x": x, "value:y": y, "arm": arm[:, None].astype(float), "start_day:a": start[:, None]}
    return panel(*long(wide), codes={"arm": 2})


def at_own_pace(people: int, waves: int = 6, *, seed: int, pace: float = 0.2) -> Persons:
    """Simulate citizens who progress each at their own pace, on X and Y alike; neither moves the other."""
    rng = np.random.default_rng(seed)
    level, own = rng.normal(size=(people, 1)), pace * rng.normal(size=(people, 1))
    x, y = np.zeros((people, waves)), np.zeros((people, waves))
    for each in (x, y):
        moved = np.zeros(people)
        for wave in range(waves):
            moved = 0.3 * moved + rng.normal(size=people)
            each[:, wave] = (level + own * wave)[:, 0] + moved
    keep = rng.random((people, waves)) >= 0.1
    return panel(*long({"value:x": x, "value:y": y}, keep=keep))


def noise_for(reliability: float, **world: float) -> float:
    """Return the `error` that gives one score of X this reliability in this world."""
    big = changing(20_000, 6, seed=77, **world)  # type: ignore[arg-type]  # numbers of the world
    return float(big.values[big.layout.index["value:x"]].std() * ((1 - reliability) / reliability) ** 0.5)


def starting(
    people: int,
    waves: int = 5,
    *,
    seed: int,
    effect: float = 0.0,
    on_score: float = 0.0,
    on_trait: float = 0.0,
    own: float = 0.0,
    leave: float = 0.0,
    where_met: Mapping[str, float] | None = None,
) -> Persons:
    """Simulate starts of an activity: by lot, on a low last answer, or on a low stable level.

    With the chance `leave`, who is among the highest 15 % on the effect is asked no more. `where_met`
    says what is otherwise for the half of the citizens who have m: the effect, inertia (`own`), or how
    far citizens lie apart all along (`trait`).
    """
    rng = np.random.default_rng(seed)
    at = (np.arange(people) % 2) * 1.0
    other = where_met or {}
    more, inert = (
        elsewhere + (other.get(name, elsewhere) - elsewhere) * at
        for name, elsewhere in (("effect", effect), ("own", own))
    )
    level = (1.0 + (other.get("trait", 1.0) - 1.0) * at) * rng.normal(size=people)
    y = np.zeros((people, waves))
    start = np.full(people, np.nan)
    for wave in range(waves):
        day = FIRST_DAY + BETWEEN * wave
        before = y[:, wave - 1] if wave else level
        begun = np.nan_to_num(start, nan=np.inf) < day
        y[:, wave] = level + inert * (before - level) + rng.normal(size=people) + more * begun
        need = on_score * y[:, wave] + on_trait * level
        starts = np.isnan(start) & (rng.random(people) < 0.3 / (1 + np.exp(need)))
        start[starts] = day + rng.integers(1, 80, starts.sum())
    high = (y > np.quantile(y, 0.85)) & (np.random.default_rng([seed, 1]).random(y.shape) < leave)
    keep = np.cumsum(high, axis=1) - high == 0
    wide = {"value:y": y, "start_day:a": start[:, None], "end_day:a": start[:, None] + 70}
    if where_met is not None:
        wide["value:m"] = np.repeat(at[:, None], waves, axis=1)
    columns, owner = long(wide, keep=keep)
    return panel(columns, owner)


def growing(
    people: int,
    waves: int = 5,
    *,
    seed: int,
    effect: float = 0.0,
    soonest: int = 1,
    latest: int = 91,
    days: int = 91,
) -> Persons:
    """Simulate starts by lot on any day between two målinger, `soonest` to `latest` days after the first.

    What starting adds grows evenly to `effect` after so many `days`.
    """
    rng = np.random.default_rng(seed)
    level = 0.7 * rng.normal(size=people)
    y, start = np.zeros((people, waves)), np.full(people, np.nan)
    for wave in range(waves):
        day = FIRST_DAY + BETWEEN * wave
        passed = np.clip((day - np.nan_to_num(start, nan=np.inf)) / days, 0.0, 1.0)
        y[:, wave] = level + 0.7 * rng.normal(size=people) + effect * passed
        starts = np.isnan(start) & (rng.random(people) < 0.2)
        start[starts] = day + rng.integers(soonest, latest, starts.sum())
    wide = {"value:y": y, "start_day:a": start[:, None], "end_day:a": start[:, None] + 200}
    columns, owner = long(wide)
    return panel(columns, owner)


def going_their_way(
    people: int, waves: int = 5, *, seed: int, growth: float = 0.3, slow: bool = False, effect: float = 0.0
) -> Persons:
    """Simulate citizens who each go their own way, `growth` apart at each måling; the fast ones start.

    `slow`: the slow ones do. Nothing of it is an effect but `effect`.
    """
    rng = np.random.default_rng(seed)
    level, own = 0.7 * rng.normal(size=people), growth * rng.normal(size=people)
    y, start = np.zeros((people, waves)), np.full(people, np.nan)
    for wave in range(waves):
        day = FIRST_DAY + BETWEEN * wave
        begun = np.nan_to_num(start, nan=np.inf) < day
        y[:, wave] = level + own * wave + 0.7 * rng.normal(size=people) + effect * begun
        fast = 2.0 * own / growth * (-1.0 if slow else 1.0)
        starts = np.isnan(start) & (rng.random(people) < 0.3 / (1.0 + np.exp(-fast)))
        start[starts] = day + rng.integers(1, 80, starts.sum())
    wide = {"value:y": y, "start_day:a": start[:, None], "end_day:a": start[:, None] + 70}
    return panel(*long(wide))


def losing(
    people: int, waves: int = 5, *, seed: int, side: float, chance: float, effect: float = 0.0
) -> Persons:
    """Simulate starts by chance after which those who stand low (`side` -1) or high (1) may stop answering.

    Of the lowest (highest) three in ten among those who have started, `chance` are not seen at that måling
    nor later.
    """
    rng = np.random.default_rng(seed)
    level = 0.7 * rng.normal(size=people)
    y, start = np.zeros((people, waves)), np.full(people, np.nan)
    keep = np.ones((people, waves), dtype=bool)
    for wave in range(waves):
        day = FIRST_DAY + BETWEEN * wave
        begun = np.nan_to_num(start, nan=np.inf) < day
        y[:, wave] = level + 0.7 * rng.normal(size=people) + effect * begun
        far = side * y[:, wave] > np.quantile(side * y[:, wave], 0.7)
        keep[begun & far & (rng.random(people) < chance), wave:] = False
        starts = np.isnan(start) & (rng.random(people) < 0.2)
        start[starts] = day + rng.integers(1, 80, starts.sum())
    wide = {"value:y": y, "start_day:a": start[:, None], "end_day:a": start[:, None] + 70}
    return panel(*long(wide, keep=keep))


def losing_by_lot(people: int, *, seed: int, units: int = 0, low: float = 0.3) -> Persons:
    """Simulate two groups made by lot; of those offered, the lowest stop answering; the offer does nothing.

    With `units` whole units drew lots.
    """
    rng = np.random.default_rng(seed)
    unit = np.arange(people) % max(units, 1)
    arm = (rng.permutation(units) % 2)[unit] if units else rng.permutation(people) % 2
    y = 0.8 * rng.normal(size=(people, 1)) + 0.6 * rng.normal(size=(people, 2))
    if units:
        y[:, 1] += (0.15 * rng.normal(size=units))[unit]
    y[(arm == 1) & (y[:, 1] < np.quantile(y[:, 1], low)), 1] = np.nan
    wide = {
        "value:y": y,
        "arm": arm[:, None].astype(float),
        "unit": unit[:, None].astype(float),
        "start_day:a": np.where(arm == 1, FIRST_DAY + 10, np.nan)[:, None],
    }
    return panel(*long(wide), codes={"arm": 2, "unit": max(units, 1)})


def adopting(people: int = 1600, caseworkers: int = 40, waves: int = 5, *, seed: int) -> Persons:
    """Simulate a method that half of the caseworkers take up, one after the other; it does nothing.

    Each caseworker's citizens share ups and downs, so that they are fewer than they look.
    """
    rng = np.random.default_rng(seed)
    own = np.arange(people) % caseworkers
    shared = 0.35 * rng.normal(size=(caseworkers, waves))
    y = rng.normal(size=(people, 1)) + shared[own] + rng.normal(size=(people, waves))
    adopted = np.where(
        rng.permutation(caseworkers) % 2 == 0,
        FIRST_DAY + BETWEEN * rng.integers(0, waves - 1, caseworkers) + 1,
        np.nan,
    )
    start = adopted[own] + rng.integers(0, 80, people)
    wide = {
        "value:y": y,
        "start_day:a": start[:, None],
        "end_day:a": start[:, None] + 70,
        "caseworker": own[:, None].astype(float),
    }
    columns, owner = long(wide)
    return panel(columns, owner, codes={"caseworker": caseworkers})


def drawn(
    people: int,
    *,
    seed: int,
    effect: float = 0.0,
    units: int = 0,
    spread: float = 0.23,
    rate: float = 0.2,
    pairs: bool = False,
    takes: float = 1.0,
    lowest_gone: float = 0.0,
) -> Persons:
    """Simulate two groups made by lot, of citizens or of whole units that differ in size and level.

    With spread .23 a unit explains 5 % of the answers' differences. `effect` also moves the share in
    job, from `rate`, by 10 points for each. `pairs`: units drew lots two and two, and a pair shares a
    level of its own. `takes` is the share of those offered who start; only they are moved. Of the group
    without the offer the share `lowest_gone`, those who would have answered lowest, does not answer.
    """
    rng, other = np.random.default_rng(seed), np.random.default_rng([seed, 3])
    stratum = {}
    if units:
        size = rng.dirichlet(np.full(units, 6.0))
        unit = np.sort(rng.choice(units, people, p=size))
        arm = (rng.permutation(units) % 2)[unit]
    else:
        unit = np.zeros(people, dtype=int)
        arm = rng.permutation(people) % 2
    shift = spread * rng.normal(size=max(units, 1))[unit] * bool(units)
    if pairs:
        first = other.random(units // 2) < 0.5
        arm = np.where(unit % 2 == 0, first[unit // 2], ~first[unit // 2]).astype(int)
        shift = shift + 0.5 * other.normal(size=units // 2)[unit // 2]
        stratum = {"stratum": (unit // 2)[:, None].astype(float)}
    starts = (arm == 1) & (other.random(people) < takes)
    level = 0.8 * rng.normal(size=people)
    y = level[:, None] + 0.6 * rng.normal(size=(people, 2)) + shift[:, None] * np.array([0.0, 1.0])
    y[:, 1] += effect * starts
    y[rng.random(people) < 0.1, 0] = np.nan
    event = np.where(rng.random(people) < rate + 0.1 * effect * starts, FIRST_DAY + 200, np.nan)
    if lowest_gone:
        without = y[arm == 0, 1]
        y[(arm == 0) & (y[:, 1] < np.quantile(without, lowest_gone)), 1] = np.nan
    wide = {
        "value:y": y,
        "arm": arm[:, None].astype(float),
        "unit": unit[:, None].astype(float),
        **stratum,
        "start_day:a": np.where(starts, FIRST_DAY + 10, np.nan)[:, None],
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    columns, owner = long(wide)
    codes = {"arm": 2, "unit": max(units, 1)}
    return panel(columns, owner, codes=codes | ({"stratum": units // 2} if pairs else {}))


def working(
    people: int,
    waves: int = 4,
    *,
    seed: int,
    effect: float = 0.0,
    drift: float = 0.0,
    frailty: float = 0.0,
    on_start: float = 0.0,
) -> Persons:
    """Simulate jobs: each quarter some get one, and who has a job is asked no more.

    `effect` is what one step of X adds to the chance of the coming quarter. With `drift` both X and
    the chance fall from måling to måling. With `frailty` some get jobs sooner all along, whatever
    their X. `on_start` is what having started adds.
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(people, 1)) + rng.normal(size=(people, waves)) - drift * np.arange(waves)
    chance = np.exp(frailty * rng.normal(size=people))
    start = np.where(rng.random(people) < 0.5, FIRST_DAY + rng.integers(0, 300, people), np.nan)
    event = np.full(people, np.nan)
    quarters = waves + 5
    for quarter in range(quarters):
        day = FIRST_DAY + BETWEEN * quarter
        level = x[:, min(quarter, waves - 1)] if effect else 0.0
        begun = np.nan_to_num(start, nan=np.inf) < day
        hazard = 0.08 * np.exp(-0.5 * drift * quarter) * chance + effect * level + on_start * begun
        hit = np.isnan(event) & (rng.random(people) < np.clip(hazard, 0, 0.9))
        event[hit] = day + rng.integers(1, 90, hit.sum())
    day = FIRST_DAY + BETWEEN * np.arange(waves)
    wide = {
        "value:x": x,
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + BETWEEN * quarters),
        "start_day:a": start[:, None],
    }
    columns, owner = long(wide, keep=np.nan_to_num(event, nan=np.inf)[:, None] > day)
    return panel(columns, owner)


def leading(
    people: int, waves: int = 5, *, seed: int, effect: float = 0.0, on_job: float = 0.0, started: float = 0.25
) -> Persons:
    """Simulate a way of two links: a start that adds `effect` to Y, and Y that gives jobs sooner.

    Of those who wait, the share `started` starts between two målinger, whatever they answered. `on_job` is
    what one step of Y adds to the chance of the coming quarter; who has a job is asked no more.
    """
    rng = np.random.default_rng(seed)
    level, y = rng.normal(size=people), np.zeros((people, waves))
    start, event = np.full(people, np.nan), np.full(people, np.nan)
    quarters, now = waves + 5, level
    for quarter in range(quarters):
        day = FIRST_DAY + BETWEEN * quarter
        if quarter < waves:
            begun = np.nan_to_num(start, nan=np.inf) < day
            y[:, quarter] = now = level + rng.normal(size=people) + effect * begun
            starts = np.isnan(start) & (rng.random(people) < started)
            start[starts] = day + rng.integers(1, 80, starts.sum())
        hit = np.isnan(event) & (rng.random(people) < np.clip(0.06 + on_job * now, 0, 0.9))
        event[hit] = day + rng.integers(1, 90, hit.sum())
    asked = FIRST_DAY + BETWEEN * np.arange(waves)
    wide = {
        "value:y": y,
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + BETWEEN * quarters),
        "start_day:a": start[:, None],
        "end_day:a": start[:, None] + 70,
    }
    columns, owner = long(wide, keep=np.nan_to_num(event, nan=np.inf)[:, None] > asked)
    return panel(columns, owner)


def between(
    people: int, waves: int = 6, *, seed: int, first: float = 0.0, second: float = 0.0, direct: float = 0.0
) -> Persons:
    """Simulate three things that change: X moves the next M, M the next Y; `direct`: X the next Y itself."""
    rng = np.random.default_rng(seed)
    person, early = rng.normal(size=people), 3
    x, m, y = (np.zeros((people, waves + early)) for _ in range(3))
    for wave in range(waves + early):
        back = [each[:, wave - 1] if wave else person for each in (x, m, y)]
        x[:, wave] = person + 0.3 * back[0] + rng.normal(size=people)
        m[:, wave] = person + 0.3 * back[1] + first * back[0] + rng.normal(size=people)
        y[:, wave] = person + 0.3 * back[2] + second * back[1] + direct * back[0] + rng.normal(size=people)
    wide = {f"value:{name}": each[:, early:] for name, each in (("x", x), ("m", m), ("y", y))}
    columns, owner = long(wide, keep=rng.random((people, waves)) >= 0.1)
    return panel(columns, owner)


def rated(
    people: int,
    waves: int = 6,
    *,
    seed: int,
    forward: float = 0.0,
    strictness: float = 0.8,
    leaves: float = 0.15,
    raters: int = 40,
) -> Persons:
    """Simulate X and Y that one professional rates, strictly or mildly; some citizens get another one.

    `strictness` is the standard deviation between professionals, and who is strict on the one is mostly
    so on the other; `leaves` the chance at each måling that somebody else takes over.
    """
    rng = np.random.default_rng(seed)
    person, early = rng.normal(size=people), 3
    x, y = np.zeros((people, waves + early)), np.zeros((people, waves + early))
    who = np.zeros((people, waves + early), dtype=int)
    who[:, 0] = rng.integers(0, raters, people)
    for wave in range(waves + early):
        x_before, y_before = (x[:, wave - 1], y[:, wave - 1]) if wave else (person, person)
        if wave:
            other = rng.random(people) < leaves
            who[:, wave] = np.where(other, rng.integers(0, raters, people), who[:, wave - 1])
        x[:, wave] = person + 0.3 * x_before + rng.normal(size=people)
        y[:, wave] = person + 0.3 * y_before + forward * x_before + rng.normal(size=people)
    strict = strictness * rng.normal(size=(raters, 2)) @ np.array([[1.0, 0.8], [0.0, 0.6]])
    seen = who[:, early:]
    wide = {
        "value:x": x[:, early:] + strict[seen, 0],
        "value:y": y[:, early:] + strict[seen, 1],
        "rater:x": seen.astype(float),
        "rater:y": seen.astype(float),
    }
    columns, owner = long(wide, keep=rng.random(seen.shape) >= 0.1)
    return panel(columns, owner, codes={"rater:x": raters, "rater:y": raters})


def attending(people: int, waves: int = 4, *, seed: int, share: float) -> Persons:
    """Simulate attendance that only those have who started; `share` is its mean, from 0 to 1."""
    rng = np.random.default_rng(seed)
    start = np.where(rng.random((people, 1)) < 0.7, FIRST_DAY, np.nan)
    attended = np.clip(share + 0.1 * rng.normal(size=(people, waves)), 0, 1)
    wide = {
        "value:o": np.where(np.isnan(start), np.nan, attended),
        "start_day:a": start,
        "end_day:a": start + BETWEEN,
    }
    columns, owner = long(wide)
    return panel(columns, owner, scales={"value:o": (0.0, 1.0)})


BELIEFS = {1: 0.011, 2: 0.027, 3: 0.049, 4: 0.104, 5: 0.268}
"""The share in job by the caseworker's belief, from no to yes (BIP 2017 s13)."""


def believing(people: int, waves: int = 4, *, seed: int) -> Persons:
    """Simulate caseworkers' belief, and jobs with the shares BIP found for each belief.

    The shares are BIP's; how many citizens hold each belief is made up, and so is that the belief
    itself does nothing: the caseworker sees prospects that come and go and also give the job.
    """
    rng = np.random.default_rng(seed)
    quarters, cuts = waves + 4, np.array([-1.0, -0.3, 0.5, 1.3])
    prospect = np.zeros((people, quarters))
    prospect[:, 0] = rng.normal(size=people)
    for quarter in range(1, quarters):
        prospect[:, quarter] = 0.98 * prospect[:, quarter - 1] + 0.2 * rng.normal(size=people)
    belief = 1 + (prospect[:, :, None] > cuts).sum(axis=2)
    yearly = np.array(list(BELIEFS.values()))[belief - 1]
    hit = rng.random((people, quarters)) < 1 - (1 - yearly) ** 0.25
    day = FIRST_DAY + BETWEEN * np.arange(quarters)
    first = day[hit.argmax(axis=1)] + rng.integers(1, 91, people)
    event = np.where(hit.any(axis=1), first, np.nan)
    wide = {
        "value:x": belief[:, :waves].astype(float),
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + BETWEEN * quarters),
    }
    columns, owner = long(wide, keep=np.nan_to_num(event, nan=np.inf)[:, None] > day[:waves])
    return panel(columns, owner)
