"""Every estimator gives the numbers of an established package, or of the textbook written out slowly."""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from qualitycircle.evaluation.arms import Arms, arm_frame
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.estimating import Estimated, estimate
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.landmark import GoalQuestion, goal_frame
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.together import Pair, within_frame
from qualitycircle.evaluation.transitions import Starts, placebo_frame, transition_frame
from qualitycircle.expectation import Measure
from tests.panels import Persons, long, panel

with warnings.catch_warnings():
    # pyfixest and statsmodels warn on import about packages they themselves depend on
    warnings.simplefilter("ignore")
    import pyfixest
    import statsmodels.api as sm
    from statsmodels.sandbox.regression.gmm import IV2SLS

X, Y, C = (Measure(element=each, indicators=(each,)) for each in ("x", "y", "c"))
PEOPLE, WAVES, UNITS, RATERS = 150, 6, 12, 14


def quietly_fitted(formula: str, data: pd.DataFrame, cluster: str, kind: str = "CRV1"):
    """Fit with pyfixest, which warns about its own dependencies' deprecations."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pyfixest.feols(formula, data=data, vcov={kind: cluster})


@pytest.fixture(scope="module")
def source() -> Persons:
    """An unbalanced panel with holes in rows and in answers, and persons seen only once."""
    rng = np.random.default_rng(7)
    own = rng.normal(size=(PEOPLE, 1))
    x, y, c = (own + rng.normal(size=(PEOPLE, WAVES)).cumsum(axis=1) * 0.5 for _ in range(3))
    y[:, 1:] += 0.4 * x[:, :-1]
    for each in (x, y, c):
        each[rng.random(each.shape) < 0.08] = np.nan
    start = np.where(rng.random((PEOPLE, 1)) < 0.7, 18_000 + rng.integers(0, 400, (PEOPLE, 1)), np.nan)
    event = np.where(rng.random((PEOPLE, 1)) < 0.6, 18_030 + rng.integers(0, 700, (PEOPLE, 1)), np.nan)
    keep = rng.random((PEOPLE, WAVES)) < 0.85
    keep[:12, 1:] = False
    columns, person = long(
        {
            "value:x": x,
            "value:y": y,
            "value:c": c,
            "start_day:a": start,
            "event_day:job": event,
            "exit_day:job": np.full((PEOPLE, 1), np.nan),
            "follow_until": np.full((PEOPLE, 1), 18_000 + 91 * 8.0),
            "unit": np.repeat(rng.integers(0, UNITS, (PEOPLE, 1)), WAVES, axis=1).astype(float),
            "caseworker": rng.integers(0, RATERS, (PEOPLE, WAVES)).astype(float),
            "background:age": rng.integers(20, 60, (PEOPLE, 1)).astype(float),
        },
        keep=keep,
    )
    return panel(
        columns,
        person,
        codes={"unit": UNITS, "caseworker": RATERS},
        scales={"value:x": (-5, 5), "value:y": (-5, 5), "value:c": (-5, 5)},
    )


def setting_of(source: Persons) -> Setting:
    readings = [read((each,), source.layout) for each in ("x", "y", "c")]
    return Setting(source.layout, describe(source, readings))


def estimated(source: Persons, frame: Frame, setting: Setting) -> Estimated:
    return estimate(source.partitioned(5, 1), [frame], setting.spacing, lambda stage: None)[frame.key]


def found(source: Persons, frame: Frame, equation: str = "") -> Coefficient:
    result = estimated(source, frame, setting_of(source)).get(equation or frame.equations[0].name)
    assert result is not None
    return result


def as_table(source: Persons) -> pd.DataFrame:
    table = pd.DataFrame({name.split(":")[-1]: source.values[at] for name, at in source.layout.index.items()})
    table["person"] = source.person
    table["wave"] = table["wave"].astype(int)
    return table


def neighbours(table: pd.DataFrame, columns: list[str], step: int, suffix: str) -> pd.DataFrame:
    """Add the same person's values `step` målinger later (negative: earlier)."""
    other = table[["person", "wave", *columns]].copy()
    other["wave"] -= step
    return table.merge(other, on=["person", "wave"], suffixes=("", suffix), how="left")


def agree(one: Coefficient, value: float, se: float) -> None:
    assert abs(one.value - value) < 1e-8 * se
    assert one.se == pytest.approx(se, rel=1e-8)


def test_person_effects_agree_with_pyfixest(source: Persons) -> None:
    ours = found(source, within_frame("w", Pair(X, Y), setting_of(source)))
    table = as_table(source).dropna(subset=["x", "y"])
    theirs = quietly_fitted("y ~ x + C(wave) | person", table, "person")
    agree(ours, theirs.coef()["x"], theirs.se()["x"])


def test_person_effects_at_a_lag_agree_with_pyfixest(source: Persons) -> None:
    ours = found(source, within_frame("w", Pair(X, Y, 1), setting_of(source)))
    table = neighbours(as_table(source), ["x"], -1, "_before").dropna(subset=["x_before", "y"])
    theirs = quietly_fitted("y ~ x_before + C(wave) | person", table, "person")
    agree(ours, theirs.coef()["x_before"], theirs.se()["x_before"])


def deviations_written_out(table: pd.DataFrame, columns: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return forward orthogonal deviations and the levels of the same rows, person by person."""
    ahead, levels = [], []
    for _, rows in table.groupby("person"):
        values = rows[columns].to_numpy()
        for place in range(len(values) - 1):
            left = len(values) - 1 - place
            deviation = (values[place] - values[place + 1 :].mean(axis=0)) * np.sqrt(left / (left + 1))
            ahead.append([*deviation, rows["person"].iloc[0]])
            levels.append(values[place])
    return pd.DataFrame(ahead, columns=[*columns, "person"]), pd.DataFrame(levels, columns=columns)


@pytest.mark.parametrize("now", [False, True])
def test_the_sequential_panel_is_two_stage_least_squares_on_forward_deviations(
    source: Persons, now: bool
) -> None:
    setting = setting_of(source)
    ours = found(source, sequential_frame("s", Question(X, Y, (C,), 1, now=now), setting))
    table = neighbours(as_table(source), ["x", "y", "c"], -1, "_before")
    names = ["x_before", "y_before", "c_before", *(["x"] if now else [])]
    table = table.dropna(subset=["y", *names])
    waves = [f"wave {each}" for each in range(2, WAVES)]
    for each in waves:
        table[each] = (table["wave"] == int(each.split()[1])).astype(float)
    ahead, levels = deviations_written_out(table, ["y", *names, *waves])
    regressors = ahead[[*names, *waves]].to_numpy()
    outside = np.hstack([levels[names], levels[waves[:-1]], ahead[waves]])
    instruments = sm.add_constant(outside, has_constant="add")
    fit = IV2SLS(ahead["y"].to_numpy(), regressors, instruments).fit()
    target = regressors.shape[1] - len(waves) - 1 if now else 0
    projected = instruments @ np.linalg.pinv(instruments) @ regressors
    bread = np.linalg.inv(projected.T @ projected)
    scores = pd.DataFrame(projected * (ahead["y"].to_numpy() - regressors @ fit.params)[:, None])
    sums = scores.groupby(ahead["person"]).sum().to_numpy()
    persons, rows, width = len(sums), len(ahead), regressors.shape[1]
    factor = persons / (persons - 1) * (rows - 1) / (rows - width)
    se = np.sqrt((factor * bread @ (sums.T @ sums) @ bread)[target, target])
    agree(ours, fit.params[target], se)
    assert (ours.rows, ours.persons) == (rows, persons)


def test_the_first_stage_with_one_endogenous_regressor_is_the_usual_f(source: Persons) -> None:
    rng = np.random.default_rng(3)
    z, noise = rng.normal(size=(2, 300)), rng.normal(size=300)
    x = z.sum(axis=0) * 0.2 + noise
    from qualitycircle.evaluation.frames import Equation, Rows
    from qualitycircle.evaluation.moments import gram, unpacked
    from qualitycircle.evaluation.panel import Spacing
    from qualitycircle.evaluation.solving import Fit, solve

    values = np.stack([x + noise, x, *z, np.ones(300)])
    frame = Frame(
        key="f",
        columns=("y", "x", "z1", "z2", "one"),
        rows=lambda panel: Rows(values, np.arange(300)),
        equations=(
            Equation(
                name="e", outcome={"y": 1.0}, target="x", controls=("one",), instruments=("one", "z1", "z2")
            ),
        ),
    )
    sums = unpacked([frame], gram([frame], Spacing(), source.blocks()[0]))[0]
    fit = solve(frame, sums, frame.equations[0])
    assert isinstance(fit, Fit)
    usual = sm.OLS(x, sm.add_constant(z.T)).fit().fvalue
    assert fit.first_stage == pytest.approx(usual, rel=1e-9)


def transitions_written_out(source: Persons) -> pd.DataFrame:
    table = as_table(source)
    table = neighbours(table, ["y", "day"], 1, "_next")
    table = neighbours(table, ["y"], -1, "_before")
    started = table["a"].fillna(np.inf)
    at_risk = (started >= table["day"]) & table["day_next"].notna()
    table["start"] = (started < table["day_next"]).astype(float)
    table["cell"] = table["wave"] * 100 + table["unit"]
    table["change"] = table["y_next"] - table["y"]
    return table[at_risk]


@pytest.mark.parametrize(
    ("equation", "formula"),
    [("ancova", "y_next ~ start + y + c | cell"), ("change score", "change ~ start + c | cell")],
)
def test_both_comparisons_of_starters_agree_with_pyfixest(
    source: Persons, equation: str, formula: str
) -> None:
    frame = transition_frame("t", Starts("a", Y, (C,)), setting_of(source))
    table = transitions_written_out(source).dropna(subset=["y", "y_next", "c"])
    theirs = quietly_fitted(formula, table, "person")
    agree(found(source, frame, equation), theirs.coef()["start"], theirs.se()["start"])


@pytest.mark.parametrize(
    ("equation", "formula"),
    [("placebo level", "y_before ~ start + y | cell"), ("placebo change", "earlier ~ start | cell")],
)
def test_placebos_look_before_the_start(source: Persons, equation: str, formula: str) -> None:
    frame = placebo_frame("p", Starts("a", Y, ()), setting_of(source))
    table = transitions_written_out(source).dropna(subset=["y", "y_before"])
    table["earlier"] = table["y"] - table["y_before"]
    theirs = quietly_fitted(formula, table, "person")
    agree(found(source, frame, equation), theirs.coef()["start"], theirs.se()["start"])


def test_starts_assigned_by_unit_are_judged_by_leaving_one_unit_out(source: Persons) -> None:
    frame = transition_frame("t", Starts("a", Y, (C,), level="unit"), setting_of(source))
    table = transitions_written_out(source).dropna(subset=["y", "y_next", "c"])
    design = pd.get_dummies(table["wave"], drop_first=True, dtype=float).assign(
        one=1.0, c=table["c"], y=table["y"], start=table["start"]
    )

    def fitted(rows: pd.Series) -> float:
        kept = design.loc[rows, (design[rows] != 0).any()]
        return float(np.linalg.lstsq(kept, table.loc[rows, "y_next"])[0][-1])

    everybody = fitted(table["unit"] >= 0)
    without = np.array([fitted(table["unit"] != each) for each in table["unit"].unique()])
    units = len(without)
    se = np.sqrt((units - 1) / units * ((without - everybody) ** 2).sum())
    ours = found(source, frame, "ancova")
    by_person = sm.OLS(table["y_next"], design).fit(
        cov_type="cluster", cov_kwds={"groups": table["person"].to_numpy()}
    )
    agree(ours, everybody, max(se, by_person.bse["start"]))
    assert ours.degrees == units - 1


def test_landmark_rows_agree_with_pyfixest(source: Persons) -> None:
    setting = setting_of(source)
    frame = goal_frame("g", GoalQuestion(X, "job", (), 26), setting)
    table = as_table(source)
    first = table.dropna(subset=["x"]).groupby("person")["x"].first().rename("x_first")
    table = table.merge(first, on="person", how="left")
    day = table["day"]
    event = pd.Series(source.values[source.layout.index["event_day:job"]]).fillna(np.inf)
    at_risk = (event > day + 28) & (table["follow_until"] >= day + 26 * 7)
    table["event"] = (event <= day + 26 * 7).astype(float)
    table["cell"] = (day // (365.25 / 4)) * 100 + table["unit"]
    table = table[at_risk].dropna(subset=["x"])
    theirs = quietly_fitted("event ~ x + x_first + age + C(wave) | cell", table, "person")
    agree(found(source, frame), theirs.coef()["x"], theirs.se()["x"])


def test_raters_who_cross_persons_give_the_largest_of_three_variances(source: Persons) -> None:
    setting = setting_of(source)
    plain = found(source, sequential_frame("s", Question(X, Y, (), 1, now=False), setting))
    crossed = found(
        source, sequential_frame("s", Question(X, Y, (), 1, now=False, rater="caseworker"), setting)
    )
    assert crossed.value == plain.value
    assert crossed.se >= plain.se
    assert crossed.degrees == RATERS - 1


@pytest.mark.parametrize("comparison", ["within", "ancova", "sequential"])
def test_few_citizens_are_each_left_out_in_turn(source: Persons, comparison: str) -> None:
    """The standard error is the jackknife written out: estimate again without each person."""

    def estimate_of(chosen: np.ndarray) -> Coefficient:
        kept = np.isin(source.person, chosen)
        some = Persons(source.layout, source.values[:, kept], source.person[kept])
        setting = setting_of(source)
        frame = {
            "within": lambda: within_frame("f", Pair(X, Y), setting),
            "ancova": lambda: transition_frame("f", Starts("a", Y, ()), replace(setting, layout=no_units)),
            "sequential": lambda: sequential_frame("f", Question(X, Y, (), 1, now=False), setting),
        }[comparison]()
        dealt = some.partitioned(3, 2)
        result = estimate(dealt, [frame], setting.spacing, lambda stage: None)["f"].only
        assert result is not None
        return result

    codes = {name: count for name, count in source.layout.codes.items() if name != "unit"}
    no_units = replace(source.layout, codes=codes)
    few = np.unique(source.person)[12:55]
    everybody = estimate_of(few)
    without = np.array([estimate_of(few[few != each]).value for each in few])
    changed = without[without != everybody.value]
    count = everybody.persons
    jackknife = np.sqrt((count - 1) / count * ((changed - everybody.value) ** 2).sum())
    assert count < 50
    assert everybody.se == pytest.approx(jackknife, rel=1e-6)


def test_raters_cross_citizens_in_three_variances(source: Persons) -> None:
    """Within citizens, caseworkers crossing: persons are counted as regressors, and the largest counts."""
    setting = setting_of(source)
    ours = found(source, within_frame("w", Pair(X, Y, rater="caseworker"), setting))
    table = as_table(source).dropna(subset=["x", "y"])
    table = table[table.groupby("person")["x"].transform("size") > 1]
    dummies = pd.get_dummies(table["wave"], drop_first=True, dtype=float)
    design = pd.concat([table[["x"]], dummies], axis=1)
    own = table["person"]
    within = (design - design.groupby(own).transform("mean")).to_numpy()
    y = (table["y"] - table.groupby("person")["y"].transform("mean")).to_numpy()
    inner = np.linalg.inv(within.T @ within)
    slopes = inner @ within.T @ y
    scores = pd.Series((within @ inner[0]) * (y - within @ slopes))
    rows, width = len(y), within.shape[1] + own.nunique()

    def by(*levels: pd.Series) -> float:
        sums = scores.groupby([each.to_numpy() for each in levels]).sum()
        return len(sums) / (len(sums) - 1) * (rows - 1) / (rows - width) * float((sums**2).sum())

    raters = table["caseworker"]
    variances = by(own), by(raters), by(own) + by(raters) - by(own, raters)
    agree(ours, slopes[0], max(variances) ** 0.5)
    assert ours.degrees == RATERS - 1


def test_three_variances_agree_with_pyfixest(source: Persons) -> None:
    """Starts rated by caseworkers who cross citizens, too many for each to be left out."""
    rng = np.random.default_rng(12)
    at = source.layout.index["caseworker"]
    values = source.values.copy()
    values[at] = rng.integers(0, 70, values.shape[1])
    layout = replace(source.layout, codes={**source.layout.codes, "caseworker": 400})
    many = Persons(layout, values, source.person)
    frame = transition_frame("t", Starts("a", Y, (C,), rater="caseworker"), setting_of(many))
    table = transitions_written_out(many)
    later = as_table(many)[["person", "wave", "caseworker"]].assign(wave=lambda each: each["wave"] - 1)
    table = table.drop(columns="caseworker").merge(later, on=["person", "wave"])
    table = table.dropna(subset=["y", "y_next", "c"])

    def variance(levels: str) -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fit = pyfixest.feols(
                "y_next ~ start + y + c | cell",
                data=table,
                vcov={"CRV1": levels},
                ssc=pyfixest.ssc(G_df="conventional", k_fixef="full"),
            )
        return float(fit.se()["start"]) ** 2

    largest = max(variance("person"), variance("caseworker"), variance("person + caseworker"))
    ours = found(many, frame, "ancova")
    assert ours.se == pytest.approx(largest**0.5, rel=1e-8)
    assert ours.degrees == table["caseworker"].nunique() - 1


def test_few_units_of_a_goal_are_each_left_out_with_their_quarters(source: Persons) -> None:
    setting = setting_of(source)
    frame = goal_frame("g", GoalQuestion(X, "job", (), 26, level="unit"), setting)

    def fitted(kept: np.ndarray) -> float:
        some = Persons(source.layout, source.values[:, kept], source.person[kept])
        plain = replace(frame, clusters=0, jackknife=False)
        result = estimate(some, [plain], setting.spacing, lambda stage: None)["g"].only
        assert result is not None
        return result.value

    unit = source.values[source.layout.index["unit"]]
    everybody = fitted(unit >= 0)
    without = np.array([fitted(unit != each) for each in range(UNITS)])
    jackknife = np.sqrt((UNITS - 1) / UNITS * ((without - everybody) ** 2).sum())
    by_person = found(source, replace(frame, clusters=0, jackknife=False))
    ours = found(source, frame)
    assert ours.degrees == UNITS - 1
    assert ours.se == pytest.approx(max(jackknife, by_person.se), rel=1e-8)


def test_few_raters_are_each_left_out_of_the_sequential_panel(source: Persons) -> None:
    setting = setting_of(source)
    question = Question(X, Y, (C,), 1, now=False)
    rated = sequential_frame("s", replace(question, rater="caseworker"), setting)
    rows = rated.rows(Panel(source.blocks()[0], setting.spacing))
    plain = sequential_frame("s", question, setting)

    def fitted(kept: np.ndarray) -> float:
        some = replace(rows, values=rows.values[:, kept], starts=np.arange(kept.sum()))
        fixed = replace(plain, rows=lambda panel: some, combined=None)
        result = estimate(source, [fixed], setting.spacing, lambda stage: None)["s"].only
        assert result is not None
        return result.value

    everybody = fitted(rows.clusters >= 0)
    raters = np.unique(rows.clusters)
    without = np.array([fitted(rows.clusters != each) for each in raters])
    jackknife = (len(raters) - 1) / len(raters) * ((without - everybody) ** 2).sum()
    ours = found(source, rated)
    assert ours.value == pytest.approx(everybody, rel=1e-9)
    assert ours.se**2 >= max(jackknife, found(source, plain).se ** 2) * (1 - 1e-9)
    assert ours.degrees == RATERS - 1


def test_groups_made_by_lot_have_hc2_errors() -> None:
    rng = np.random.default_rng(4)
    people = 140
    arm = rng.permutation(people) % 3 == 0
    y = rng.normal(size=(people, 2))
    y[:, 1] += 0.5 * y[:, 0] + arm * rng.normal(size=people)
    y[:15, 0] = np.nan
    columns, person = long({"value:y": y, "arm": arm[:, None].astype(float)})
    lot = panel(columns, person, codes={"arm": 2})
    setting = Setting(lot.layout, describe(lot, [read(("y",), lot.layout)]))
    frame = arm_frame("l", Arms(Y, 1, -1, ""), setting)
    known = np.isnan(y[:, 0])
    design = np.column_stack([np.ones(people), arm, np.where(known, 0, y[:, 0]), known])
    theirs = sm.OLS(y[:, 1], design).fit(cov_type="HC2", use_t=True)
    ours = estimate(lot.partitioned(4, 3), [frame], setting.spacing, lambda stage: None)["l"].get("ancova")
    assert ours is not None
    agree(ours, theirs.params[1], theirs.bse[1])
    assert ours.degrees == theirs.df_resid
