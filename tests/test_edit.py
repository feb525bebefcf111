"""Edits: what is changed is changed, and every other byte stays as the author wrote it."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from qualitycircle.loading.edit import (
    CannotEditError,
    Value,
    add_item,
    add_key,
    remove,
    rename_key,
    set_value,
)
from qualitycircle.loading.located import locate
from qualitycircle.loading.nodes import plain
from qualitycircle.loading.reader import read
from qualitycircle.loading.written import inline

CASES = Path(__file__).parent / "cases/format"
FIRST = (CASES / "first.yml").read_text("utf-8")
EVERYTHING = (CASES / "everything.yml").read_text("utf-8")
PROJECT = (CASES / "project.yml").read_text("utf-8")


def edits(before: str, after: str) -> list[str]:
    """Return the lines that an edit took away (-) and put in (+)."""
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    return [each for each in lines if not each.startswith(("---", "+++", "@@"))]


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    after = set_value(EVERYTHING, ("sammenhænge", "fremmøde -> motivation", "ses_efter"), [2])
    comment = "# målinger: 1 = næste; 0 = samme, højst 'svag'"
    gap = " " * 32
    assert edits(EVERYTHING, after) == [
        f"-    ses_efter: [1]{gap}{comment}",
        f"+    ses_efter: [2]{gap}{comment}",
    ]


def test_the_version_is_raised() -> None:
    assert edits(EVERYTHING, set_value(EVERYTHING, ("version",), 3)) == ["-version: 2", "+version: 3"]
    added = add_key(FIRST, (), "version", 2, after="titel")
    assert edits(FIRST, added) == ["+version: 2"]
    assert added.split("\n")[2] == "version: 2"


def test_a_text_that_yaml_would_read_otherwise_is_quoted() -> None:
    after = set_value(FIRST, ("titel",), "Praktik: vej 2 #1")
    assert edits(FIRST, after)[1] == "+titel: 'Praktik: vej 2 #1'"


def test_inside_braces_a_comma_is_quoted() -> None:
    after = set_value(EVERYTHING, ("indsats", "pris"), "1.000 kr., cirka")
    assert edits(EVERYTHING, after)[1] == snapshot(
        "+indsats: {navn: Virksomhedsrettet forløb, varighed: højst 26 uger, metode: kendt, "
        "pris: '1.000 kr., cirka'}"
    )


def test_a_short_form_is_written_out_when_it_gets_a_key() -> None:
    after = set_value(EVERYTHING, ("sammenhænge", "samtaler -> sb_tro", "ses_efter"), [1, 2])
    assert edits(EVERYTHING, after) == snapshot(
        [
            "-  samtaler -> sb_tro: øger, fordi sagsbehandleren lærer borgeren at kende",
            "+  samtaler -> sb_tro:",
            "+    antagelse: øger, fordi sagsbehandleren lærer borgeren at kende",
            "+    ses_efter: [1, 2]",
        ]
    )
    activity = set_value(FIRST, ("delindsatser", "praktik", "tildeling"), "kapacitet, fordi få, små hold")
    assert edits(FIRST, activity) == snapshot(
        [
            "-  praktik: Praktikophold",
            "+  praktik:",
            "+    navn: Praktikophold",
            "+    tildeling: kapacitet, fordi få, små hold",
        ]
    )


def test_an_indicator_is_added_in_every_form() -> None:
    one = add_item(EVERYTHING, ("effekter", "mestring", "indikatorer"), "x")
    assert "indikatorer: [helbredsmestring, x]}" in one
    several = add_item(EVERYTHING, ("effekter", "motivation", "indikatorer"), "x")
    assert "indikatorer: [motivation, tro_på_job, x]         # medarbejder" in several
    none = add_item(FIRST, ("delindsatser", "praktik", "indikatorer"), "x")
    assert edits(FIRST, none)[-1] == "+    indikatorer: x"
    block = "indikatorer:\n  - a   # den første\nnavn: N\n"
    assert add_item(block, ("indikatorer",), "b") == "indikatorer:\n  - a   # den første\n  - b\nnavn: N\n"


def test_a_link_is_removed_with_its_own_comments() -> None:
    long = remove(EVERYTHING, ("sammenhænge", "fremmøde -> motivation"))
    taken = edits(EVERYTHING, long)
    assert (len(taken), {each[0] for each in taken}) == (13, {"-"})
    short = remove(EVERYTHING, ("sammenhænge", "motivation ~ mestring"))
    assert edits(EVERYTHING, short) == snapshot(
        ["-  motivation ~ mestring: følges ad                # ~ samvariation, ikke en påvirkning"]
    )


def test_a_link_is_found_however_its_arrow_is_written() -> None:
    assert remove(FIRST, ("sammenhænge", "praktik→fremmøde")) == remove(
        FIRST, ("sammenhænge", "praktik -> fremmøde")
    )


def test_a_key_inside_braces_is_removed() -> None:
    first = remove(EVERYTHING, ("effekter", "mestring", "navn"))
    last = remove(EVERYTHING, ("effekter", "mestring", "indikatorer"))
    assert "  mestring: {definition: Kan handle på sit helbred, indikatorer:" in first
    assert "  mestring: {navn: Mestrer sit helbred, definition: Kan handle på sit helbred}" in last


def test_the_last_one_leaves_an_empty_block() -> None:
    assert edits(EVERYTHING, remove(EVERYTHING, ("præstationer", "fremmøde")))[-1] == "+præstationer: {}"
    again = add_key(
        remove(FIRST, ("præstationer", "fremmøde")), ("præstationer",), "deltagelse", "Deltagelse"
    )
    assert "præstationer:\n  deltagelse: Deltagelse\neffekter:" in again


def test_a_link_is_added_last_with_its_own_lines() -> None:
    value: dict[str, Value] = {"antagelse": "øger, fordi a, b", "ses_efter": [1]}
    after = add_key(FIRST, ("sammenhænge",), "job -> motivation", value)
    assert edits(FIRST, after) == snapshot(
        ["+  job -> motivation:", "+    antagelse: øger, fordi a, b", "+    ses_efter: [1]"]
    )
    assert after.index("job -> motivation") < after.index("moderatorer:")


def test_a_pair_is_renamed() -> None:
    after = rename_key(FIRST, ("sammenhænge", "motivation -> job"), "job -> motivation")
    assert edits(FIRST, after) == snapshot(
        [
            "-  motivation -> job: øger, fordi den motiverede søger mere",
            "+  job -> motivation: øger, fordi den motiverede søger mere",
        ]
    )


def test_a_block_becomes_one_word_and_one_word_a_block() -> None:
    gap = set_value(EVERYTHING, ("sammenhænge", "fremmøde -> motivation", "evidens"), "ukendt")
    assert edits(EVERYTHING, gap)[-1] == "+    evidens: ukendt"
    promise = set_value(EVERYTHING, ("delindsatser", "praktik", "lovet"), {"dækning": "70 %"})
    assert edits(EVERYTHING, promise)[1:] == ["+    lovet:", "+      dækning: 70 %"]


def test_a_settings_file_is_edited_too() -> None:
    after = set_value(PROJECT, ("privatliv", "nøglefil"), "~/en mappe/n.key")
    assert "privatliv: {nøglefil: ~/en mappe/n.key, mindste_celle: 5}" in after


def test_the_authors_spelling_and_language_are_kept() -> None:
    english = "programme_theory: a\ntitle: A\nlinks:\n  a -> b: increases\n"
    assert set_value(english, ("titel",), "B") == english.replace("title: A", "title: B")
    assert set_value(english, ("sammenhænge", "a -> b", "ses_efter"), [1]).endswith(
        "  a -> b:\n    assumption: increases\n    seen_after: [1]\n"
    )


def test_windows_line_breaks_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + FIRST.replace("\n", "\r\n")
    after = add_key(text, ("sammenhænge",), "job -> motivation", {"antagelse": "øger", "ses_efter": [1]})
    assert after.startswith("\ufeff")
    assert after.count("\r\n") == after.count("\n") == FIRST.count("\n") + 3


def test_a_file_without_a_last_line_break_can_be_added_to() -> None:
    assert add_key("titel: A", (), "problem", "B") == "titel: A\nproblem: B"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (("sammenhænge", "a -> b"), "there is no such key"),
        ((), "there is no such key"),
    ],
)
def test_what_is_not_there_cannot_be_removed(path: tuple[str, ...], reason: str) -> None:
    with pytest.raises(CannotEditError, match=reason):
        remove(FIRST, path)


def test_an_edit_that_would_mean_something_else_is_refused() -> None:
    with pytest.raises(CannotEditError, match="would mean something else"):
        add_key(FIRST, (), "titel", "to gange")
    with pytest.raises(CannotEditError, match="cannot be read"):
        set_value("a: [", ("a",), "b")


# Laws

TEXTS = (
    st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1)
    .map(str.strip)
    .filter(bool)
)
LAW = settings(deadline=None, max_examples=40)
PATHS = [
    ("titel",),
    ("indsats", "metode"),
    ("delindsatser", "praktik", "lovet", "dosis"),
    ("effekter", "motivation", "kilde"),
    ("effekter", "mestring", "definition"),
    ("sammenhænge", "fremmøde -> motivation", "antagelse"),
    ("sammenhænge", "motivation ~ mestring"),
    ("sammenhænge", "fremmøde -> motivation", "evidens", 1, "fund"),
    ("risici",),
]


def common(before: str, after: str) -> tuple[int, int]:
    """Return how many characters two texts have alike at the beginning and at the end."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    return head, tail


@LAW
@given(st.sampled_from(PATHS), TEXTS)
def test_what_is_set_is_read_back_and_nothing_else_moves(path: tuple[str | int, ...], text: str) -> None:
    meant = plain_text(text)
    if meant is None:
        return
    before = locate(EVERYTHING, path)
    after = set_value(EVERYTHING, path, meant)
    assert plain(locate(after, path).node) == meant
    head, tail = common(EVERYTHING, after)
    assert head >= before.node.span.start
    assert tail >= len(EVERYTHING) - before.node.span.end


def plain_text(text: str) -> str | None:
    """Return a text without what the reader refuses anywhere (invisible characters)."""
    node, findings = read(f"a: {inline(text)}\n", file="")
    written = plain(node) if node else None
    value = written.get("a") if isinstance(written, dict) else None
    return value if isinstance(value, str) and not findings else None


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("indsats",),
        ("delindsatser",),
        ("delindsatser", "praktik"),
        ("delindsatser", "praktik", "lovet"),
        ("effekter", "motivation"),
        ("sammenhænge",),
        ("sammenhænge", "fremmøde -> motivation", "evidens", 1),
        ("moderatorer", "skift"),
        ("kilder", "interviews"),
    ],
)
@LAW
@given(text=TEXTS)
def test_removing_what_was_added_gives_the_text_back(path: tuple[str | int, ...], text: str) -> None:
    added = add_key(EVERYTHING, path, "ny", plain_text(text) or "x")
    assert added != EVERYTHING
    assert remove(added, (*path, "ny")) == EVERYTHING
