"""Conditions that change a link: found where they were planted, told with what was seen of both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from qualitycircle.evaluation.conditions import met
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.setting import Setting
from qualitycircle.indicators import Catalogue, Indicator, Indicators, Scale
from qualitycircle.theory import Condition
from tests.panels import panel

YES = Condition(comparison="is", value="ja")


def setting_with(column: str, codes: tuple[float, ...], scale: Scale | None, **layout: object) -> Setting:
    found = Indicators((Catalogue(id="k", indicators=(Indicator(id="m", name="m", scale=scale),)),))
    zeros = np.zeros(len(codes))
    source = panel(
        {"wave": zeros, "day": zeros, column: np.array(codes)}, np.arange(len(codes)), scales={"m": (1, 2)}
    )
    laid = replace(source.layout, **layout)  # type: ignore[arg-type]  # the fields of Layout
    return Setting(laid, describe(source, ()), indicators=found)


def test_a_step_in_words_is_met_where_that_step_was_answered() -> None:
    answers = (1.0, 2.0, np.nan)
    from_one = setting_with("value:m", answers, Scale(id="s", low=1, high=2, steps=("nej", "ja")))
    assert met(np.array(answers), YES, from_one, "value:m").tolist()[:2] == [0.0, 1.0]
    assert np.isnan(met(np.array(answers), YES, from_one, "value:m")[2])
    from_nought = setting_with("value:m", (0.0, 1.0), Scale(id="s", steps=("nej", "ja")))
    assert met(np.array([0.0, 1.0]), YES, from_nought, "value:m").tolist() == [0.0, 1.0]
    without_scale = setting_with("value:m", answers, None)
    assert met(np.array([1.0, 0.0]), YES, without_scale, "value:m").tolist() == [1.0, 0.0]


def test_no_can_be_the_condition_and_a_middle_step_too() -> None:
    steps = Scale(id="s", low=1, high=3, steps=("aldrig", "nogle gange", "altid"))
    setting = setting_with("value:m", (1.0, 2.0, 3.0), steps)
    some = Condition(comparison="is", value="Nogle gange")
    assert met(np.array([1.0, 2.0, 3.0]), some, setting, "value:m").tolist() == [0.0, 1.0, 0.0]
    no = Condition(comparison="is", value="nej")
    yes_no = setting_with("value:m", (1.0, 2.0), Scale(id="s", low=1, high=2, steps=("nej", "ja")))
    assert met(np.array([1.0, 2.0]), no, yes_no, "value:m").tolist() == [1.0, 0.0]


def test_a_category_is_met_by_its_word_and_a_word_nobody_knows_is_unknown() -> None:
    setting = setting_with("background:m", (0.0, 1.0), None, labels={"background:m": ("Kvinde", "Mand")})
    woman = Condition(comparison="is", value="kvinde")
    assert met(np.array([0.0, 1.0]), woman, setting, "background:m").tolist() == [1.0, 0.0]
    other = Condition(comparison="is", value="ukendt ord")
    assert np.isnan(met(np.array([0.0, 1.0]), other, setting, "background:m")).all()
