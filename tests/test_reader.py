"""The strict reader: what is written is what is meant, or it is a finding at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from inline_snapshot import snapshot

from qualitycircle.findings import Finding
from qualitycircle.loading.nodes import MappingNode, ScalarNode, plain
from qualitycircle.loading.reader import DEEPEST, read
from qualitycircle.loading.scalars import scalar
from qualitycircle.rendering.messages import explanation
from qualitycircle.vocabulary.findings.text import FINDINGS

CASES = yaml.safe_load((Path(__file__).parent / "cases/findings/text.yml").read_text("utf-8"))


def told(findings: tuple[Finding, ...]) -> list[str]:
    """Return findings as `code line column`."""
    return [f"{each.code} {each.place.line} {each.place.column}" for each in findings]


def root(text: str) -> MappingNode:
    node, findings = read(text, file="praktik.yml")
    assert node is not None, findings
    return node


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['code']}-{case['text'][:20]!r}")
def test_each_mishap_is_found_where_it_is(case: dict[str, object]) -> None:
    text = case["text"]
    assert isinstance(text, str)
    assert told(read(text, file="praktik.yml")[1]) == case["found"]


def test_every_code_about_text_has_a_case() -> None:
    cases = {each["code"] for each in CASES}
    elsewhere = {"QC100", "QC102", "QC103", "QC104"}  # a folder, and bytes: below and in test_build
    assert set(FINDINGS) - elsewhere - cases == set()


@pytest.mark.parametrize("code", sorted(code for code, text in FINDINGS.items() if text.wrong))
def test_the_example_that_explains_a_code_is_wrong_and_its_mend_is_right(code: str) -> None:
    text = FINDINGS[code]
    assert code in {each.code.id for each in read(text.wrong, file="a.yml")[1]}
    assert read(text.right, file="a.yml")[1] == ()


def test_a_file_saved_by_an_old_editor_is_told_where_its_first_danish_letter_is() -> None:
    node, (finding,) = read("titel: Praktik\nmålgruppe: Unge\n".encode("cp1252"), file="a.yml")
    assert node is None
    assert (str(finding.place), finding.code.id) == ("a.yml:2:2", "QC102")
    assert finding.facts == {"encoding": "Windows-1252", "character": "å"}
    assert finding.snippet == "målgruppe: Unge"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_are_named(encoding: str) -> None:
    (finding,) = read("titel: Praktik\n".encode(encoding), file="a.yml")[1]
    assert (finding.code.id, finding.facts["encoding"]) == ("QC102", encoding.upper())


def test_a_workbook_with_the_wrong_ending_is_not_a_text() -> None:
    assert told(read(b"PK\x03\x04\x00\x00xl/workbook.xml", file="a.yml")[1]) == ["QC103 0 0"]
    assert told(read(bytes(range(1, 32)) * 20 + b"\xff", file="a.yml")[1]) == ["QC103 0 0"]


def test_more_than_a_megabyte_is_not_read() -> None:
    assert told(read(b"a: " + b"x" * 1_000_000, file="a.yml")[1]) == ["QC104 0 0"]


def test_a_byte_order_mark_is_no_character() -> None:
    node, findings = read("\ufefftitel: Praktik\n".encode(), file="a.yml")
    assert findings == ()
    assert node is not None
    assert plain(node) == {"titel": "Praktik"}


def test_fifty_thousand_levels_are_one_finding_and_not_a_crash() -> None:
    assert told(read("a: " + "[" * 50_000, file="a.yml")[1]) == [f"QC105 1 {DEEPEST + 3}"]


def test_an_alias_bomb_does_not_grow() -> None:
    bomb = "a: &a {x: 1}\n" + "".join(
        f"b{at}: &b{at} {{<<: [*a, *a, *a, *a, *a, *a, *a]}}\n" for at in range(30)
    )
    node, findings = read(bomb, file="a.yml")
    assert node is not None
    assert {each.code.id for each in findings} == {"QC109", "QC111"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("80", 80),
        ("-3", -3),
        ("0.5", 0.5),
        ("0101", "0101"),
        ("12:30", "12:30"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        ("0,2", "0,2"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("no", "no"),
        ("on", "on"),
        ("ja", "ja"),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("2026-02-28", "2026-02-28"),
    ],
)
def test_scalars_are_read_as_in_yaml_1_2(written: str, meant: object) -> None:
    assert scalar(written) == (meant, None)
    assert plain(root(f"a: {written}\n")) == {"a": meant}


def test_quotes_make_text() -> None:
    assert plain(root("a: '80'\nb: \"true\"\nc: ''\n")) == {"a": "80", "b": "true", "c": ""}


def test_every_node_knows_its_place_and_its_span() -> None:
    text = "indsats:\n  navn: Praktik  # her\n  koder: [a, b]\n"
    inner = root(text).get("indsats")
    assert isinstance(inner, MappingNode)
    name = inner.get("navn")
    assert isinstance(name, ScalarNode)
    assert (str(name.place), name.place.length) == ("praktik.yml:2:9", 7)
    assert text[name.span.start : name.span.end] == "Praktik"


def test_windows_line_breaks_do_not_move_places() -> None:
    assert told(read("a: 1\r\nb: 2\r\na: 3\r\n", file="a.yml")[1]) == ["QC101 3 1"]


def test_findings_carry_their_line() -> None:
    (finding,) = read("titel: Praktik\ntitel: Job\n", file="a.yml")[1]
    assert (finding.snippet, dict(finding.facts)) == snapshot(("titel: Job", {"key": "titel", "line": 1}))


def test_all_mishaps_of_a_text_are_told_at_once() -> None:
    text = "a: 1\na: 2\nb: {c, d: 1}\ne: *f\ng: 2026-13-01\n"
    assert told(read(text, file="a.yml")[1]) == snapshot(["QC101 2 1", "QC118 3 5", "QC109 4 4", "QC120 5 4"])


def test_half_a_character_is_no_old_encoding() -> None:
    node, (finding,) = read(b"titel: Praktik\nproblem: \xed\xa0\xbd nej\n", file="a.yml")
    assert node is None
    assert (finding.code.id, str(finding.place), finding.facts["character"]) == (
        "QC108",
        "a.yml:2:10",
        "U+D83D",
    )


def test_an_example_with_an_invisible_character_shows_it() -> None:
    said = explanation("QC107", "da") or ""
    assert "Praktik[U+00A0]og job" in said
    assert "Praktik og job" in said
