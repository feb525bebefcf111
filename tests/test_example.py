"""Nordhuset: the evaluation finds again what was planted in the constructed data."""

from __future__ import annotations

import importlib.util
import math
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import yaml

from qualitycircle.checks.rules import check_project
from qualitycircle.circle.rounds import changed_links, is_post_hoc, read_rounds
from qualitycircle.data.block import Block, Floats, Layout
from qualitycircle.data.observe import Observed, observe
from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.values import Evaluation, Fingerprints, Flag, Verdict
from qualitycircle.expectation import expectations, plan_content
from qualitycircle.findings import has_errors
from qualitycircle.loading.project import Loaded, load
from qualitycircle.theory import Theory

EXAMPLE = Path(__file__).parent.parent / "examples" / "praktik"
NOTHING = Fingerprints(theory="", plan="", data="")
PERMUTATIONS = 200
NOMINAL = 0.025
"""How often the lower 95 % limit of a null is above 0."""

IN_DANISH = {
    "understøttet": Verdict.SUPPORTED,
    "svag": Verdict.WEAK,
    "modsagt": Verdict.CONTRADICTED,
    "ingen relevant sammenhæng": Verdict.NO_RELEVANT,
    "uafgjort": Verdict.UNDECIDED,
    "ikke målt": Verdict.NOT_MEASURED,
}


def planted() -> Mapping[str, Mapping[str, str]]:
    """Return what was planted, link by link."""
    text = (EXAMPLE / "expected.yml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)["sammenhænge"]
    return found


def generator() -> ModuleType:
    """Return the example's generate.py as a module."""
    spec = importlib.util.spec_from_file_location("nordhuset_generate", EXAMPLE / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def the_theory(loaded: Loaded) -> Theory:
    theory = loaded.project.theory("praktik")
    assert theory is not None
    return theory


def judged(loaded: Loaded, source: object) -> Evaluation:
    """Return the evaluation of Nordhuset's theory against a source."""
    theory = the_theory(loaded)
    return evaluate(
        theory,
        expectations(theory, loaded.project.indicators),
        source,  # type: ignore[arg-type]  # a test's own source has the protocol's one method
        number=1,
        date="2024-10-01",
        post_hoc=False,
        fingerprints=NOTHING,
        indicators=loaded.project.indicators,
    )


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def observed(loaded: Loaded) -> Observed:
    return observe(loaded.project, the_theory(loaded))


@pytest.fixture(scope="module")
def evaluation(loaded: Loaded, observed: Observed) -> Evaluation:
    return judged(loaded, observed.source)


def test_the_example_can_be_read(loaded: Loaded) -> None:
    assert not has_errors(loaded.findings, strict=True), [str(each.place) for each in loaded.findings]


def test_its_data_can_be_read(observed: Observed) -> None:
    assert not has_errors(observed.findings), [(each.code.id, each.facts) for each in observed.findings]


def test_it_passes_its_own_check_without_a_warning(loaded: Loaded) -> None:
    assert [(each.code.id, str(each.place)) for each in check_project(loaded.project)] == []


def test_its_plan_was_frozen_before_its_data_and_still_says_what_is_tested(
    loaded: Loaded, observed: Observed
) -> None:
    theory = the_theory(loaded)
    rounds = read_rounds(EXAMPLE, theory.id)
    assert rounds.findings == ()
    plan = rounds.rounds[0].plan
    assert plan is not None
    assert not is_post_hoc(plan, observed.summary.first_date)
    content = plan_content(theory, loaded.project.indicators)
    assert changed_links(plan, content) == (), "run: python examples/praktik/generate.py --plan"


def test_something_is_planted_for_every_link(loaded: Loaded) -> None:
    assert list(planted()) == [each.id for each in the_theory(loaded).links]


def test_all_six_verdicts_are_planted() -> None:
    assert {IN_DANISH[each["dom"]] for each in planted().values()} == set(Verdict)


def test_the_evaluation_finds_what_was_planted(evaluation: Evaluation) -> None:
    found = {each.link: each.verdict for each in evaluation.judgements}
    assert found == {link: IN_DANISH[each["dom"]] for link, each in planted().items()}


def test_the_moderated_link_is_said_to_be_conditional(evaluation: Evaluation) -> None:
    conditional = {each.link for each in evaluation.judgements if Flag.CONDITIONAL in each.flags}
    assert conditional == {link for link, each in planted().items() if each.get("betinget") == "ja"}


def test_the_data_are_what_generate_writes(tmp_path: Path) -> None:
    generator().write_all(tmp_path)
    committed = {each.name: each.read_bytes() for each in (EXAMPLE / "data").glob("*.csv")}
    assert {each.name: each.read_bytes() for each in tmp_path.glob("*.csv")} == committed


def test_the_reader_is_told_that_nothing_here_is_real(loaded: Loaded) -> None:
    assert loaded.project.settings.synthetic
    for name in ("README.md", "circle.yml", "generate.py", "expected.yml", "data/LÆS-MIG.txt"):
        text = (EXAMPLE / name).read_text(encoding="utf-8").casefold()
        assert "konstruere" in text or "constructed" in text, name


def test_the_readme_tells_what_is_planted() -> None:
    text = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    for link, each in planted().items():
        verdict = f"{each['dom']}, betinget" if each.get("betinget") == "ja" else each["dom"]
        assert f"| {link} | {each['sandt']} | {verdict} |" in text


@dataclass(frozen=True)
class InMemory:
    """A source of one block."""

    block: Block

    @property
    def layout(self) -> Layout:
        return self.block.layout

    def mapsum(self, fn: Callable[[Block], Floats]) -> Floats:
        return fn(self.block)


def in_memory(observed: Observed) -> InMemory:
    """Return everything observed as one block."""
    blocks: list[Block] = []

    def keep(block: Block) -> Floats:
        blocks.append(block)
        return np.zeros(1)

    observed.source.mapsum(keep)
    offsets = np.cumsum([0, *(each.rows for each in blocks)])
    starts = [each.starts[:-1] + offset for each, offset in zip(blocks, offsets, strict=False)]
    values = np.concatenate([each.values for each in blocks], axis=1)
    return InMemory(Block(blocks[0].layout, values, np.concatenate([*starts, [values.shape[1]]])))


def shuffled(source: InMemory, draws: np.random.Generator) -> InMemory:
    """Return the source with every outcome handed to somebody else: each column by its own permutation.

    Whole courses move, so that what an answer has to do with the same person's other answers to the
    same question stays; what it has to do with anything else is gone. The goal's columns move together.
    """
    block = source.block
    person = np.repeat(np.arange(block.persons), np.diff(block.starts))
    wave = block.column("wave").astype(np.int64)
    waves = int(wave.max()) + 1
    values = block.values.copy()
    outcomes = [f"value:{each}" for each in ("motivation", "tro_på_job", "overskud", "antal_ansøgninger")]
    goal = [
        each for each in block.layout.index if each.startswith(("event_day:", "exit_day:", "follow_until"))
    ]
    for columns in (*([each] for each in outcomes), goal):
        order = draws.permutation(block.persons)
        for each in columns:
            row = block.layout.index[each]
            table = np.full((block.persons, waves), np.nan)
            table[person, wave] = block.values[row]
            if columns is goal:
                table = np.repeat(block.values[row][block.starts[:-1]][:, None], waves, axis=1)
            values[row] = table[order[person], wave]
    return InMemory(replace(block, values=values))


@pytest.mark.long
def test_links_are_not_supported_when_outcomes_are_handed_to_others(
    loaded: Loaded, observed: Observed
) -> None:
    source = in_memory(observed)
    draws = np.random.default_rng(20210111)
    supported: Counter[str] = Counter()
    for _ in range(PERMUTATIONS):
        found = judged(loaded, shuffled(source, draws))
        supported.update(each.link for each in found.judgements if each.verdict is Verdict.SUPPORTED)
    bound = NOMINAL + 3 * math.sqrt(NOMINAL * (1 - NOMINAL) / PERMUTATIONS)
    assert {
        link: count / PERMUTATIONS for link, count in supported.items() if count / PERMUTATIONS > bound
    } == {}


@pytest.mark.long
def test_the_verdicts_do_not_hang_on_one_lucky_seed(loaded: Loaded, tmp_path: Path) -> None:
    data = generator()
    wanted = {link: IN_DANISH[each["dom"]] for link, each in planted().items()}
    agreed: Counter[str] = Counter()
    seeds = range(1, 21)
    for seed in seeds:
        root = tmp_path / str(seed)
        data.write_all(root / "data", seed=seed)
        project = replace(loaded.project, root=str(root))
        found = judged(loaded, observe(project, the_theory(loaded)).source)
        agreed.update(each.link for each in found.judgements if each.verdict is wanted[each.link])
    assert {link: agreed[link] for link in wanted if agreed[link] < 0.9 * len(seeds)} == {}
