"""The worked examples of the method pages: a theory, a world or a table, and the verdict to expect.

`tests/cases/verdicts/*.yml` can be read, and added to, by an evaluator who does not program. A case
has a whole theory, then either `verden` (a recipe of `tests/simulations.py`, with its truth) or
`tabel` (rows of answers), and what is said of them: `dom`, the verdict of each link, perhaps with why;
`veje`, of each way through the theory; `par_uden_pil`; `teorien`, the diagnosis; `betingelser`; and
`svarene`, how an indicator behaves. Of a number the case says between what it lies (`tal mellem`), so
that the number on its page is one that was reckoned. All data are synthetic.
"""

from __future__ import annotations

import csv
import inspect
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from qualitycircle.data.block import Layout
from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.values import Evaluation, Flag, Judgement, NotMeasured, Tested
from qualitycircle.expectation import expectations
from qualitycircle.indicators import Indicators
from qualitycircle.loading.build import catalogue_from_text, theory_from_text
from qualitycircle.vocabulary.words import beside, whole
from qualitycircle.vocabulary.words.evaluation import BASES, CAPS, FLAGS, REASONS, VERDICTS
from tests import simulations
from tests.panels import Persons, panel
from tests.test_evaluation import PRINTS

HERE = Path(__file__).parent / "cases" / "verdicts"
PAGES = Path(__file__).parent.parent / "docs" / "metode"
CASES = {each.stem: each for each in sorted(HERE.glob("*.yml"))}
RECIPES: Mapping[str, Callable[..., Persons]] = {
    "ændring": simulations.changing,
    "start": simulations.starting,
    "lodtrækning": simulations.drawn,
    "job": simulations.working,
    "fremmøde": simulations.attending,
    "tro og job": simulations.believing,
    "vej": simulations.leading,
    "tre i træk": simulations.between,
}
TRUTHS = {
    "borgere": "people",
    "målinger": "waves",
    "frø": "seed",
    "virkning": "forward",
    "virkning af start": "effect",
    "virkning på job": "effect",
    "samme måling": "now",
    "omvendt": "backward",
    "træghed": "own",
    "stabilt træk": "trait",
    "dagens humør": "halo",
    "start efter sidste svar": "on_score",
    "start efter stabilt behov": "on_trait",
    "gennemsnitligt fremmøde": "share",
    "virkning på chancen for job": "on_job",
    "virkning på næste led": "first",
    "næste leds virkning": "second",
    "virkning uden om": "direct",
    "gange, hvor betingelsen er opfyldt": "moderated",
    "målefejl": "error",
    "svar, der mangler": "gone",
    "højest på": "leaving",
    "hvor mange af dem forsvinder": "leave",
    "dagens stød": "shock",
    "enheder": "units",
    "enheder trækker to og to": "pairs",
    "andel, der starter": "takes",
    "de laveste uden tilbuddet svarer ikke": "lowest_gone",
}


def case(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(CASES[name].read_text(encoding="utf-8"))
    return loaded


@cache
def indicators() -> Indicators:
    shared, findings = catalogue_from_text((HERE / "indikatorer.katalog").read_text(encoding="utf-8"))
    assert shared is not None, findings
    scales = {each.id: each for each in shared.catalogue.scales}
    found = tuple(replace(each, scale=scales.get(each.scale_id)) for each in shared.catalogue.indicators)
    return Indicators((replace(shared.catalogue, indicators=found),))


def source_of(told: Mapping[str, Any]) -> Persons:
    """Return the case's data, under the names of its indicators."""
    if "tabel" in told:
        return from_rows(told["tabel"])
    world = dict(told["verden"])
    recipe, names = RECIPES[world.pop("opskrift")], world.pop("navne")
    made = recipe(**{TRUTHS[word]: value for word, value in world.items()})
    index = {renamed(column, names): at for column, at in made.layout.index.items()}
    scales = {renamed(column, names): each for column, each in made.layout.scales.items()}
    layout = Layout(index, made.layout.codes, scales, made.layout.labels)
    return Persons(layout, numbered(made, told.get("målingernes numre", ())), made.person)


def numbered(made: Persons, numbers: Sequence[int]) -> np.ndarray:
    """Return the world's values with its målinger numbered as the case says: first, second and so on."""
    values = made.values.copy()
    wave = made.layout.index["wave"]
    if numbers:
        values[wave] = np.array(numbers, dtype=float)[values[wave].astype(int)] - 1
    return values


def renamed(column: str, names: Mapping[str, str]) -> str:
    kind, colon, name = column.partition(":")
    return f"{kind}{colon}{names.get(name, name)}"


def from_rows(text: str) -> Persons:
    """Return answers written as a small table: borger; måling; one column for each indicator."""
    rows = [
        {key.strip(): each[key].strip() for key in each}
        for each in csv.DictReader(io.StringIO(text), delimiter=";")
    ]
    names = [each for each in rows[0] if each not in {"borger", "måling"}]
    wave = np.array([float(each["måling"]) - 1 for each in rows])
    columns = {"wave": wave, "day": simulations.FIRST_DAY + simulations.BETWEEN * wave}
    columns |= {f"value:{name}": np.array([float(each[name] or "nan") for each in rows]) for name in names}
    return panel(columns, np.array([int(each["borger"]) for each in rows]))


@cache
def held(name: str) -> Evaluation:
    told = case(name)
    theory, findings = theory_from_text(told["teori"], file=f"{name}.yml")
    assert theory is not None, [str(each) for each in findings]
    return evaluate(
        theory,
        expectations(theory, indicators()),
        source_of(told),
        number=1,
        date="2026-01-31",
        post_hoc=False,
        fingerprints=PRINTS,
        indicators=indicators(),
        synthetic=True,
    )


def said(found: Judgement) -> dict[str, Any]:
    """Return what an evaluation says of a link, in the words of a case."""
    words: dict[str, Any] = {"dom": VERDICTS[found.verdict.value].label.say("da")}
    words["lofter"] = [CAPS[each.value].label.say("da") for each in found.caps]
    words["tegn"] = [FLAGS[each.value].label.say("da") for each in found.flags]
    words["p efter Holm"] = found.holm_p
    tested = [each for each in found.results if isinstance(each, Tested)]
    if tested:
        words |= said_of_numbers(tested[0])
    words["grunde"] = [
        REASONS[each.reason.value].label.say("da") for each in found.results if isinstance(each, NotMeasured)
    ]
    return words


def said_of_numbers(found: Tested) -> dict[str, Any]:
    """Return the numbers of a test under the names a case may use."""
    deciding, bounds, robust = found.deciding, found.bounds, found.robustness
    takers = next((each.value for each in found.estimates if each.name == "takers"), None)
    return {
        "bygger på": BASES[found.basis.value].label.say("da"),
        "tal": deciding.value,
        "nedre": deciding.low,
        "øvre": deciding.high,
        "p": found.p,
        "klynger": deciding.clusters,
        "frihedsgrader": deciding.degrees,
        "borgere": deciding.persons,
        "trukket igen": found.drawn_again,
        "blandt dem, der starter": takers,
        "mindste forskel efter frafald": bounds and bounds.low,
        "største forskel efter frafald": bounds and bounds.high,
        "nederste grænse med usikkerhed": bounds and bounds.lowest,
        "øverste grænse med usikkerhed": bounds and bounds.highest,
        "robusthed": robust and 100 * robust.value,
        "det stærkeste af årsagen": robust and robust.of_cause and 100 * robust.of_cause,
        "det stærkeste af effekten": robust and robust.of_effect and 100 * robust.of_effect,
    }


BETWEEN = " mellem"


@pytest.mark.parametrize("name", CASES)
def test_the_worked_example_gets_the_verdict_its_page_says(name: str) -> None:
    expected = case(name)["dom"]
    found = {each.link: said(each) for each in held(name).judgements}
    assert set(expected) == set(found)
    for link, wanted in expected.items():
        exact = {key: value for key, value in wanted.items() if not key.endswith(BETWEEN)}
        assert {key: found[link].get(key) for key in exact} == exact
        for key in set(wanted) - set(exact):
            number = found[link][key.removesuffix(BETWEEN)]
            assert wanted[key][0] < number < wanted[key][1], (key, number)


@pytest.mark.parametrize("name", CASES)
def test_the_number_of_every_worked_example_is_held(name: str) -> None:
    measured = {each.link for each in held(name).judgements if "tal" in said(each)}
    assert {link for link, wanted in case(name)["dom"].items() if "tal mellem" in wanted} == measured


# Above the single link -----------------------------------------------------------------------------


def said_of_ways(found: Evaluation) -> dict[str, Any]:
    """Return every way's verdict, the link that decides it, and the product of its links."""
    told: dict[str, dict[str, Any]] = {}
    for each in found.chains:
        way = " -> ".join([each.ends[0], *(link.split(" -> ")[1] for link in each.links)])
        told[way] = {"dom": VERDICTS[each.verdict.value].label.say("da"), "afgøres af": each.held_at}
        if each.product is not None:
            told[way]["ganget"] = [each.product.low, each.product.value, each.product.high]
    return told


def said_of_pairs(found: Evaluation) -> dict[str, str]:
    return {each.link: whole.ABSENCES[each.outcome.value].label.say("da") for each in found.absent}


def said_of_conditions(found: Evaluation) -> dict[str, dict[str, Any]]:
    """Return what each condition makes of its link, and whether the link depends on it."""
    told: dict[str, dict[str, Any]] = {}
    for each in found.judgements:
        for result in (one for one in each.results if isinstance(one, Tested)):
            for one in result.moderations:
                told[each.link] = {
                    "betingelse": one.moderator,
                    "forskel": beside.DIFFERENCES[one.difference.value].say("da"),
                    "afhænger": Flag.CONDITIONAL in each.flags,
                }
    return told


def said_of_answers(found: Evaluation) -> dict[str, dict[str, Any]]:
    """Return each indicator's signs, how far an answer must move, and the shares (per cent) that did."""
    assert found.quality is not None
    return {
        each.indicator: {
            "tegn": [whole.QUALITY_FLAGS[one.value].label.say("da") for one in each.flags],
            "trin": each.changed_by and round(each.changed_by, 1),
            **{
                name: None if share is None else round(100 * share)
                for name, share in (("op", each.up), ("ned", each.down), ("tilfældigt", each.by_noise))
            },
        }
        for each in found.quality.indicators
    }


@pytest.mark.parametrize("name", [each for each in CASES if "veje" in case(each)])
def test_a_way_gets_the_verdict_its_page_says(name: str) -> None:
    found = said_of_ways(held(name))
    assert set(found) == set(case(name)["veje"])
    for way, wanted in case(name)["veje"].items():
        low, high = wanted.pop("ganget mellem", (None, None))
        assert {key: found[way][key] for key in wanted} == wanted
        if low is not None:
            assert found[way]["ganget"][0] < low < found[way]["ganget"][1] < high < found[way]["ganget"][2]


@pytest.mark.parametrize("name", [each for each in CASES if "par_uden_pil" in case(each)])
def test_a_pair_without_an_arrow_is_told_as_its_page_says(name: str) -> None:
    assert said_of_pairs(held(name)) == case(name)["par_uden_pil"]


@pytest.mark.parametrize("name", [each for each in CASES if "teorien" in case(each)])
def test_the_theory_stands_where_its_page_says(name: str) -> None:
    diagnosis = held(name).diagnosis
    assert diagnosis is not None
    assert diagnosis.layer is not None
    assert whole.LAYERS[diagnosis.layer.value].label.say("da") == case(name)["teorien"]


@pytest.mark.parametrize("name", [each for each in CASES if "betingelser" in case(each)])
def test_a_condition_is_told_as_its_page_says(name: str) -> None:
    assert said_of_conditions(held(name)) == case(name)["betingelser"]


@pytest.mark.parametrize("name", [each for each in CASES if "svarene" in case(each)])
def test_the_answers_behave_as_their_page_says(name: str) -> None:
    found = said_of_answers(held(name))
    assert {each: found[each] for each in case(name)["svarene"]} == case(name)["svarene"]


@pytest.mark.parametrize("name", CASES)
def test_every_worked_example_has_its_page_that_tells_its_verdict(name: str) -> None:
    told = case(name)
    text = (PAGES / f"{told['side']}.md").read_text(encoding="utf-8")
    assert f"tests/cases/verdicts/{name}.yml" in text
    for each in said_on_the_page(told):
        assert each.casefold() in text.casefold(), each


def said_on_the_page(told: Mapping[str, Any]) -> list[str]:
    """Return the words a page must use of its case."""
    above = {"veje", "par_uden_pil", "teorien", "betingelser", "svarene"} & set(told)
    words = [] if above else [each["dom"] for each in told["dom"].values()]
    words += [each["dom"] for each in told.get("veje", {}).values()]
    words += [each for each in told.get("par_uden_pil", {}).values() if each != "kan ikke testes"]
    words += [told["teorien"]] if "teorien" in told else []
    words += [each["forskel"] for each in told.get("betingelser", {}).values()]
    answers = told.get("svarene", {}).values()
    words += [f"{each['trin']}".replace(".", ",") for each in answers]
    return words + [f"{each[share]} %" for each in answers for share in ("op", "ned", "tilfældigt")]


def test_every_method_page_has_a_worked_example() -> None:
    told = {case(name)["side"] for name in CASES}
    pages = {each.stem for each in PAGES.glob("*.md")} - {"fejldomme", "hastighed", "index"}
    assert pages == told


def test_what_a_case_may_say_is_what_the_recipes_understand() -> None:
    known = {parameter for each in RECIPES.values() for parameter in inspect.signature(each).parameters}
    assert set(TRUTHS.values()) <= known


def test_the_made_up_jobs_by_belief_have_bips_shares() -> None:
    """Within a year of the first måling, by the caseworker's belief (BIP 2017 s13)."""
    source = simulations.believing(40_000, seed=5)
    wave, belief, event, day = (
        source.values[source.layout.index[each]] for each in ("wave", "value:x", "event_day:job", "day")
    )
    for step, share in simulations.BELIEFS.items():
        asked = (wave == 0) & (belief == step)
        assert (event[asked] - day[asked] <= 364).mean() == pytest.approx(share, rel=0.2, abs=0.006)


def test_the_caseworkers_belief_is_association_only_however_steep_the_shares() -> None:
    for each in held("tro-og-job").judgements:
        tested = each.results[0]
        assert isinstance(tested, Tested)
        assert tested.uncapped.value == "supported"
        assert (each.verdict.value, tested.basis.value) == ("weak", "association")
