"""Whatever stands in a file: an answer and findings, never an exception."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qualitycircle.findings import Finding
from qualitycircle.loading.build import catalogue_from_text, settings_from_text, theory_from_text
from qualitycircle.loading.canonical import canonical
from qualitycircle.loading.nodes import MappingNode, plain
from qualitycircle.loading.reader import read
from qualitycircle.loading.schemas import strict
from qualitycircle.loading.schemas.shapes import FIRST_KEYS, KINDS
from qualitycircle.loading.structure import is_sound
from qualitycircle.vocabulary.findings import structure, text
from qualitycircle.vocabulary.keys import KEYS

FORMAT = [each.read_text("utf-8") for each in sorted((Path(__file__).parent / "cases/format").glob("*.yml"))]
EVERY_KEY = sorted({each.da for keys in KEYS.values() for each in keys})
LAW = settings(deadline=None, max_examples=60)
KNOWN = {**text.FINDINGS, **structure.FINDINGS}


def is_told(findings: tuple[Finding, ...], lines: int) -> bool:
    """Say whether each finding has a sentence in both languages and a place inside the text."""
    for each in findings:
        said = KNOWN[each.code.id]
        for sentence in (*said.message, *said.advice):
            assert sentence.format_map(each.facts)
        assert 0 <= each.place.line <= lines + 1
    return True


def everything(written: str | bytes) -> None:
    """Read a text as everything it could be."""
    lines = written.count("\n" if isinstance(written, str) else b"\n") + 1  # type: ignore[arg-type]
    lines += written.count("\r" if isinstance(written, str) else b"\r")  # type: ignore[arg-type]
    node, findings = read(written, file="a.yml")
    assert is_told(findings, lines)
    assert node is not None or findings
    for build in (theory_from_text, catalogue_from_text, settings_from_text):
        value, findings = build(written, file="a.yml")
        assert is_told(findings, lines)
        assert value is not None or findings


@LAW
@given(st.binary(max_size=400))
def test_any_bytes(written: bytes) -> None:
    everything(written)


@LAW
@given(st.text(max_size=300))
def test_any_text(written: str) -> None:
    everything(written)


@LAW
@given(st.text(alphabet="ab:-[]{},#&*!|>'\"%@`~\n \t?<=", max_size=120))
def test_any_heap_of_signs(written: str) -> None:
    everything(written)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.sampled_from(["øger, fordi x", "a -> b", "ukendt", "80 %", "3 måneder", "udkast", "a s1", "0,1-0,3"]),
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(EVERY_KEY) | st.sampled_from(["a", "b", "a -> b", "1"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@LAW
@given(
    st.sampled_from(["programteori", "katalog", "projekt"]),
    ANYTHING,
    st.dictionaries(st.sampled_from(EVERY_KEY), ANYTHING),
)
def test_any_yaml_with_our_keys(first: str, id: object, rest: dict[str, object]) -> None:
    everything(yaml.safe_dump({first: id, **rest}, allow_unicode=True, sort_keys=False))


@LAW
@given(st.sampled_from(FORMAT), st.data())
def test_any_slip_in_a_sound_text(sound: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(sound)))
    cut = data.draw(st.integers(0, 30))
    put = data.draw(st.text(max_size=5))
    everything(sound[:at] + put + sound[at + cut :])


@LAW
@given(st.sampled_from(FORMAT), st.sets(st.integers(0, 90), max_size=6))
def test_any_missing_lines(sound: str, gone: set[int]) -> None:
    kept = [line for at, line in enumerate(sound.split("\n")) if at not in gone]
    everything("\n".join(kept))


@LAW
@given(
    st.sampled_from(["programteori", "katalog", "projekt"]),
    st.dictionaries(st.sampled_from(EVERY_KEY), ANYTHING),
)
def test_what_is_let_through_without_the_validator_is_valid(first: str, rest: dict[str, object]) -> None:
    kind = FIRST_KEYS[first]
    written = yaml.safe_dump({first: "a", **rest}, allow_unicode=True, sort_keys=False)
    node, _ = read(written, file="a.yml")
    if node is None:
        return
    folded, _ = canonical(node, KINDS[kind])
    for key in KINDS[kind].fields:
        inner = folded.get(key) if isinstance(folded, MappingNode) else None
        if inner and is_sound(inner, KINDS[kind].fields[key]):
            part = strict(kind)["properties"][key]
            assert not list(Draft202012Validator(part).iter_errors(plain(inner)))


@LAW
@given(st.sampled_from(FORMAT))
def test_spans_cut_out_what_was_written(sound: str) -> None:
    root, _ = read(sound, file="a.yml")
    assert isinstance(root, MappingNode)
    for each in root.entries:
        assert sound[each.key.span.start : each.key.span.end] == each.key.text


THEORY = "programteori: a\nsammenhænge:\n  a -> b: "
SPACE = " " * 200_000


@pytest.mark.parametrize(
    "written",
    [
        "a: " + "[" * 300_000,
        "a: " + "{a: " * 100_000,
        "a: &a " * 50_000,
        "? " * 200_000,
        f'{THEORY}"øger{SPACE}x"\n',
        f"{THEORY}øger, fordi x{', fordi' * 30_000}\n",
        f'programteori: a\nmoderatorer:\n  b: {{opfyldt: "mindst{SPACE}x"}}\n',
        f'programteori: a\nmoderatorer:\n  b: {{opfyldt: "mindst {"9" * 200_000}"}}\n',
        f'programteori: a\nmåleplan: {{hver: "{"x " * 100_000}"}}\n',
        "programteori: a\n" + "".join(f"sammenhaeng{at}: 1\n" for at in range(3_000)),
        f"a: b{SPACE}#x\n",
    ],
    ids=lambda written: written[:40],
)
def test_a_hostile_text_takes_no_time(written: str) -> None:
    start = time.process_time()
    everything(written)
    assert time.process_time() - start < 4
