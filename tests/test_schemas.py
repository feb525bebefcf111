"""The schemas: one table of keys makes what texts are held against and what editors know."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from qualitycircle.evidence import EvidenceType, KnowledgeFrom, Speaks, TracingTest
from qualitycircle.indicators import Computation, IndicatorClass, Respondent, Wording
from qualitycircle.loading.nodes import plain
from qualitycircle.loading.project import load
from qualitycircle.loading.reader import read
from qualitycircle.loading.schemas import Kind, schema, strict
from qualitycircle.loading.schemas.shapes import KINDS, ById, Many, Record, Shape
from qualitycircle.project import Table
from qualitycircle.smallest import Unit
from qualitycircle.theory import Assignment, Several, Sign, Status
from qualitycircle.vocabulary.durations import days
from qualitycircle.vocabulary.keys import KEYS, key
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.values import VALUES, say, value, word
from qualitycircle.vocabulary.words.editor import READY

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases/format"
ALL_KINDS: tuple[Kind, ...] = get_args(Kind)
LANGUAGES: tuple[Language, ...] = ("da", "en")


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema inside a schema."""
    if isinstance(schema, dict):
        yield schema
        for each in schema.values():
            yield from parts(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from parts(each)


def records(shape: Shape) -> Iterator[Record]:
    match shape:
        case Record():
            yield shape
            for each in shape.fields.values():
                yield from records(each)
        case Many() | ById():
            yield from records(shape.item)
        case _:
            return


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_schemas_are_schemas_without_alternatives(kind: Kind) -> None:
    for each in (strict(kind), schema(kind, language="da"), schema(kind, language="en")):
        Draft202012Validator.check_schema(each)
        assert not any({"oneOf", "anyOf"} & part.keys() for part in parts(each))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "name"),
    [("theory", "first"), ("theory", "everything"), ("catalogue", "catalogue"), ("project", "project")],
)
def test_editors_accept_every_block_of_the_format(kind: Kind, name: str, language: Language) -> None:
    node, _ = read((CASES / f"{name}.yml").read_bytes(), file="")
    assert node is not None
    errors = Draft202012Validator(schema(kind, language=language)).iter_errors(plain(node))
    assert [each.message for each in errors] == []


def test_editors_point_at_a_misspelled_key_and_a_broken_claim() -> None:
    node, _ = read("programteori: a\nmaalgrupe: b\nsammenhænge: {a -> b: gavner}\n", file="")
    assert node is not None
    errors = Draft202012Validator(schema("theory")).iter_errors(plain(node))
    assert sorted(each.validator for each in errors) == ["additionalProperties", "pattern"]


def test_editors_offer_danish_keys_and_not_the_other_spellings() -> None:
    theory = schema("theory", language="da")
    assert "præstationer" in theory["properties"]
    assert not {"praestationer", "outputs"} & theory["properties"].keys()
    aliases = [part for pattern, part in theory["patternProperties"].items() if "praestationer" in pattern]
    assert [each["doNotSuggest"] for each in aliases] == [True]
    assert theory["properties"]["titel"]["description"] == "Teoriens titel"
    assert "outputs" in schema("theory", language="en")["properties"]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_key_a_block_takes_is_explained_and_every_explained_key_is_taken(kind: Kind) -> None:
    for record in records(KINDS[kind]):
        assert set(record.fields) == {each.da for each in KEYS[record.section]}, record.section


@pytest.mark.parametrize("section", KEYS)
def test_no_two_keys_of_a_block_share_a_spelling(section: str) -> None:
    seen: dict[str, str] = {}
    for each in KEYS[section]:
        for spelling in {fold(each.da), *map(fold, each.aliases)}:
            assert seen.setdefault(spelling, each.da) == each.da
            assert key(section, spelling) == each


@pytest.mark.parametrize("words", VALUES)
def test_no_two_words_of_a_list_share_a_spelling(words: str) -> None:
    seen: dict[str, str] = {}
    for each in VALUES[words]:
        for spelling in {fold(each.da), fold(each.en), *map(fold, each.also)}:
            assert seen.setdefault(spelling, each.en) == each.en
            assert word(words, spelling) == each


@pytest.mark.parametrize(
    ("words", "meanings"),
    [
        ("sign", Sign),
        ("status", Status),
        ("several", Several),
        ("speaks", Speaks),
        ("evidence_type", EvidenceType),
        ("knowledge_from", KnowledgeFrom),
        ("tracing_test", TracingTest),
        ("indicator_class", IndicatorClass),
        ("respondent", Respondent),
        ("wording", Wording),
        ("computation", Computation),
        ("assignment", Assignment),
        ("effect_unit", Unit),
    ],
)
def test_the_english_words_are_the_values_of_the_code(words: str, meanings: Any) -> None:
    assert {each.en for each in VALUES[words]} == {each.value for each in meanings}


def test_every_table_can_be_described() -> None:
    data = KINDS["project"].fields["data"]
    assert isinstance(data, Record)
    english = {known.en for name in data.fields if (known := key("data", name))}
    assert {each.value for each in Table} <= english


def test_words_are_told_in_both_languages() -> None:
    assert say("sign", "increases", "da") == "øger"
    assert say("sign", "increases", "en") == "increases"
    assert value("evidence_type", "FORLOEBS- OG REGISTERSTUDIE") == "course or register study"
    assert value("sign", "påvirker") is None


@pytest.mark.parametrize(
    ("span", "length"),
    [("3 måneder", 91), ("13 uger", 91), ("12 months", 365), ("højst 26 uger", 182), ("1,5 år", 548)],
)
def test_spans_of_time_are_days(span: str, length: int) -> None:
    found = days(span)
    assert found is not None
    assert round(found) == length


@pytest.mark.parametrize("span", ["", "3", "uger", "et halvt år", "3 kilo", "cirka 3 uger 2 dage"])
def test_what_is_no_span_of_time_is_none(span: str) -> None:
    assert days(span) is None


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_schemas_in_the_repository_are_those_the_code_writes(kind: Kind) -> None:
    indicators = tuple(each.id for each in load(ROOT).project.indicators)
    written = json.loads((ROOT / f".circle/{kind}.schema.json").read_text("utf-8"))
    assert written == schema(kind, language="da", indicators=indicators), "run `circle schema`"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", READY)
def test_a_ready_line_is_a_block_editors_accept(section: str, language: Language) -> None:
    kind: Kind = "catalogue" if section in {"indicator", "scale"} else "theory"
    labels = [each.label.say(language) for each in READY[section]]
    block = next(
        each
        for each in parts(schema(kind, language=language))
        if [one["label"] for one in each.get("defaultSnippets", ())] == labels
    )
    for each in block["defaultSnippets"]:
        lines = re.sub(r"\$\{\d+:(.*?)\}", r"\1", each["bodyText"])
        node, wrong = read(lines, file="")
        assert (wrong, node is None) == ((), False)
        whole = {"$defs": schema(kind, language=language)["$defs"], **block}
        assert [each.message for each in Draft202012Validator(whole).iter_errors(plain(node))] == []


def test_the_projects_own_indicators_are_offered_and_others_are_accepted() -> None:
    theory = schema("theory", indicators=("trivsel", "i_job"))
    indicators = theory["$defs"]["outcome"]["properties"]["indikatorer"]["items"]
    assert indicators["examples"] == ["trivsel", "i_job"]
    assert "enum" not in indicators


def test_a_sound_theory_is_read_without_the_validator() -> None:
    probe = (
        "import sys\n"
        "from pathlib import Path\n"
        "from qualitycircle.loading.build import theory_from_text\n"
        f"theory, findings = theory_from_text(Path({str(CASES / 'first.yml')!r}).read_bytes())\n"
        "assert theory and not findings\n"
        "print(' '.join({each.partition('.')[0] for each in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    heavy = {"jsonschema", "referencing", "networkx", "numpy", "pandas", "duckdb", "rich"}
    assert not heavy & set(done.stdout.split())


def test_the_evaluations_schema_lies_beside_the_others() -> None:
    root = Path(__file__).parent.parent
    published = root / "qualitycircle" / "evaluation" / "evaluation.schema.json"
    beside = root / ".circle" / "evaluation.schema.json"
    assert beside.read_bytes() == published.read_bytes()
