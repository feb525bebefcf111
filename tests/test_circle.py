"""Rounds are only added to: a plan before data, numbered evaluations, and every changed byte is found."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.circle.history import newest_seals, verify
from qualitycircle.circle.plain import plain, value_of
from qualitycircle.circle.readable import as_yaml, from_yaml
from qualitycircle.circle.rounds import (
    frozen_findings,
    is_post_hoc,
    open_round,
    post_hoc_links,
    read_rounds,
    record_evaluation,
)
from qualitycircle.circle.sealed import sealed_json, sealed_yaml, unsealed_json, unsealed_yaml
from qualitycircle.circle.values import Round, State
from qualitycircle.evaluation.values import Verdict
from qualitycircle.findings import Finding
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Attachment, Condition, Expected, Link, Moderator, Sign, Status, Theory
from qualitycircle.theory.change import AddLink, AddModerator, Change, ChangeLink, DropLink, Keep, corrected
from tests import small
from tests.provider import chain_theory, content, evaluation, folder, judged

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [each.code.id for each in findings]


def opened(root: Path, theory: Theory, *, date: str = "2026-01-15") -> Round:
    found = open_round(folder(root, theory), theory, content(theory), date=date)
    assert found.round is not None, codes(found.findings)
    return found.round


# What is written can be read


@given(json_values)
def test_whatever_is_written_as_yaml_reads_back_the_same(value: object) -> None:
    assert from_yaml(as_yaml(value)) == value


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r")), st.text("0123456789abcdef", max_size=64)
)
def test_a_sealed_record_gives_back_its_content_and_what_it_follows(content: str, previous: str) -> None:
    found = unsealed_yaml(sealed_yaml(content, previous=previous))
    assert found is not None
    assert found.previous == previous
    assert found.content == content.rstrip("\n") + "\n"


@given(st.data())
def test_a_changed_character_anywhere_in_a_sealed_record_is_found(data: st.DataObject) -> None:
    for text, unseal in (
        (sealed_yaml("dato: '2026-01-15'\nversion: 1\n", previous="ab" * 32), unsealed_yaml),
        (sealed_json('{\n  "version": 1\n}\n', previous="ab" * 32), unsealed_json),
    ):
        assert unseal(text) is not None
        place = data.draw(st.integers(0, len(text) - 1))
        other = data.draw(st.characters(codec="utf-8").filter(lambda each, old=text[place]: each != old))
        changed = text[:place] + other + text[place + 1 :]
        if changed.replace("\r\n", "\n") != text:
            assert unseal(changed) is None
        assert unseal(text[:place] + text[place + 1 :]) is None


@pytest.mark.parametrize(
    "change",
    [
        DropLink(link="fremmøde -> motivation"),
        Keep(),
        ChangeLink(
            link="a -> b",
            sign=Sign.DOWN,
            seen_after=(1, 2),
            smallest=Smallest(value=1, unit=Unit.STEPS, because="kan mærkes"),
        ),
        AddLink(link=Link(cause="a", effect="b", sign=Sign.DOWN, because="sådan er det")),
        AddModerator(
            moderator=Moderator(
                id="o",
                name="Opfølgning",
                attachments=(Attachment(link=("a", "b"), expected=Expected.REQUIRED),),
                met_when=Condition(comparison="at least", value=80.0, unit="percent"),
            )
        ),
    ],
)
def test_a_correction_reads_back_as_the_same_value(change: Change) -> None:
    assert value_of(Change, from_yaml(as_yaml(plain(change)))) == change


# Opening a round


def test_a_plan_is_frozen_with_its_date_version_links_and_the_theory_as_written(tmp_path: Path) -> None:
    theory = chain_theory()
    text = "programteori: prøve\r\n# vores egen bemærkning  \n"
    project = folder(tmp_path, theory, text=text)
    open_round(project, theory, content(theory), date="2026-01-15")
    plan = read_rounds(tmp_path, theory.id).rounds[0].plan
    assert plan is not None
    assert (plan.round, plan.version, plan.date, plan.text) == (1, 1, "2026-01-15", text)
    assert set(plan.links) == {each.id for each in theory.links}
    assert plan.content == content(theory)


def test_freezing_the_same_plan_twice_writes_nothing(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory)
    again = open_round(folder(tmp_path, theory), theory, content(theory), date="2026-02-01")
    assert again.round is not None
    assert again.round.plan is not None
    assert (again.round.plan.date, codes(again.findings)) == ("2026-01-15", ["QC508"])
    assert len(read_rounds(tmp_path, theory.id).rounds) == 1


def test_a_draft_cannot_be_frozen(tmp_path: Path) -> None:
    draft = chain_theory(status=Status.DRAFT)
    found = open_round(folder(tmp_path, draft), draft, content(draft), date="2026-01-15")
    assert (found.round, codes(found.findings)) == (None, ["QC502"])
    assert read_rounds(tmp_path, draft.id).rounds == ()


def test_a_claim_changed_after_the_plan_needs_a_new_version(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory)
    links = (theory.links[0], replace(theory.links[1], sign=Sign.DOWN), theory.links[2])
    changed = replace(theory, links=links)
    found = open_round(folder(tmp_path, changed), changed, content(changed), date="2026-02-01")
    assert (found.round, codes(found.findings)) == (None, ["QC501"])
    assert found.findings[0].facts["links"] == ("fremmøde -> motivation",)
    rounds = read_rounds(tmp_path, theory.id)
    assert codes(frozen_findings(changed, content(changed), rounds)) == ["QC501"]
    renewed = replace(changed, version=2)
    assert frozen_findings(renewed, content(renewed), rounds) == ()
    assert opened(tmp_path, renewed).number == 2


def test_a_scale_changed_after_the_plan_is_a_changed_claim(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory)
    wider = small.indicators(small.indicator("motivation", scale=replace(small.FIVE, high=10)))
    found = frozen_findings(theory, content(theory, wider), read_rounds(tmp_path, theory.id))
    assert found[0].facts["links"] == ("fremmøde -> motivation", "motivation -> job")


def test_a_name_or_a_reason_may_change_after_the_plan(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory)
    links = tuple(replace(each, because="bedre sagt") for each in theory.links)
    renamed = replace(small.with_element(theory, "motivation", name="Lyst"), links=links)
    assert frozen_findings(renamed, content(renamed), read_rounds(tmp_path, theory.id)) == ()


# Evaluations


def test_evaluations_are_numbered_through_all_rounds_and_never_overwritten(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory)
    first = record_evaluation(tmp_path, evaluation(theory))
    second = record_evaluation(tmp_path, evaluation(theory, persons=500))
    assert (first.file, second.file) == (
        "rounds/prøve/1/evaluation-1.json",
        "rounds/prøve/1/evaluation-2.json",
    )
    kept = read_rounds(tmp_path, theory.id).evaluations
    assert [(each.number, each.persons) for each in kept] == [(1, 400), (2, 500)]


def test_an_evaluation_reads_back_as_the_same_value(tmp_path: Path) -> None:
    theory = chain_theory()
    judgements = (judged("fremmøde -> motivation", Verdict.NOT_MEASURED),)
    kept = record_evaluation(tmp_path, evaluation(theory, judgements))
    assert read_rounds(tmp_path, theory.id).rounds[0].latest == kept.evaluation


def test_the_same_question_to_the_same_data_is_no_new_evaluation(tmp_path: Path) -> None:
    theory = chain_theory()
    record_evaluation(tmp_path, evaluation(theory, date="2026-03-31"))
    again = record_evaluation(tmp_path, evaluation(theory, date="2026-04-01"))
    assert not again.new
    assert again.file == "rounds/prøve/1/evaluation-1.json"
    assert len(read_rounds(tmp_path, theory.id).evaluations) == 1


def test_evaluating_without_a_plan_is_possible(tmp_path: Path) -> None:
    theory = chain_theory()
    record_evaluation(tmp_path, evaluation(theory))
    only = read_rounds(tmp_path, theory.id).rounds[0]
    assert (only.plan, only.state) == (None, State.EVALUATED)


def test_an_evaluated_round_nobody_decided_on_keeps_the_next_from_opening(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory)
    record_evaluation(tmp_path, evaluation(theory))
    renewed = replace(theory, version=2, links=theory.links[1:])
    found = open_round(folder(tmp_path, renewed), renewed, content(renewed), date="2026-05-01")
    assert (found.round, codes(found.findings)) == (None, ["QC503"])


@pytest.mark.parametrize(
    ("plan_date", "first_data", "late"),
    [
        ("2026-01-15", "2026-02-01", False),
        ("2026-02-01", "2026-02-01", True),
        ("2026-03-01", "2026-02-01", True),
        ("2026-01-15", "", True),
    ],
)
def test_a_plan_must_be_dated_before_the_first_data(
    tmp_path: Path, plan_date: str, first_data: str, late: bool
) -> None:
    assert is_post_hoc(opened(tmp_path, chain_theory(), date=plan_date).plan, first_data) is late
    assert is_post_hoc(None, first_data)


def test_only_the_link_that_was_corrected_after_the_data_is_post_hoc(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory, date="2026-01-15")
    change = ChangeLink(link="fremmøde -> motivation", seen_after=(2,))
    new = corrected(theory, change)
    opened(tmp_path, new, date="2026-04-01")
    rounds = read_rounds(tmp_path, theory.id)
    assert post_hoc_links(rounds, content(new), "2026-02-01") == ("fremmøde -> motivation",)
    assert post_hoc_links(rounds, content(new), "2026-05-01") == ()
    assert set(post_hoc_links(rounds, content(new), "2026-01-01")) == {each.id for each in new.links}


# The chain


def three_records(root: Path) -> list[Path]:
    theory = chain_theory()
    opened(root, theory)
    record_evaluation(root, evaluation(theory))
    record_evaluation(root, evaluation(theory, persons=500))
    return sorted(each for each in (root / "rounds" / theory.id).rglob("*") if each.is_file())


def test_untouched_records_hang_together(tmp_path: Path) -> None:
    assert len(three_records(tmp_path)) == 3
    assert read_rounds(tmp_path, "prøve").findings == ()


def test_a_changed_byte_in_any_record_is_found_and_nothing_more_is_written(tmp_path: Path) -> None:
    theory = chain_theory()
    for each in three_records(tmp_path):
        kept = each.read_bytes()
        for place in range(0, len(kept), max(1, len(kept) // 40)):
            each.write_bytes(kept[:place] + bytes([kept[place] ^ 1]) + kept[place + 1 :])
            found = read_rounds(tmp_path, "prøve").findings
            assert codes(found) == ["QC505"], (each.name, place)
            assert found[0].place.file == each.relative_to(tmp_path).as_posix()
        refused = record_evaluation(tmp_path, evaluation(theory, persons=600))
        assert (refused.evaluation, codes(refused.findings)) == (None, ["QC505"])
        each.write_bytes(kept)
    assert read_rounds(tmp_path, "prøve").findings == ()


def test_a_record_that_was_taken_out_of_the_middle_is_missed(tmp_path: Path) -> None:
    first, _, plan = three_records(tmp_path)
    first.unlink()
    assert codes(read_rounds(tmp_path, "prøve").findings) == ["QC506"]
    plan.unlink()
    assert codes(read_rounds(tmp_path, "prøve").findings) == ["QC506"]


def test_two_records_that_follow_the_same_one_are_found(tmp_path: Path) -> None:
    theory = chain_theory()
    opened(tmp_path, theory)
    first = record_evaluation(tmp_path, evaluation(theory))
    beside = (tmp_path / first.file).read_bytes()
    listed = tmp_path / "rounds/prøve.chain"
    (tmp_path / first.file).unlink()
    listed.write_text("".join(listed.read_text("utf-8").splitlines(keepends=True)[:2]), "utf-8")
    second = record_evaluation(tmp_path, evaluation(theory, persons=500))
    (tmp_path / second.file).rename(tmp_path / "rounds/prøve/1/evaluation-2.json")
    (tmp_path / first.file).write_bytes(beside)
    assert codes(read_rounds(tmp_path, "prøve").findings) == ["QC506"]


def test_the_newest_record_cannot_be_taken_away_and_made_again(tmp_path: Path) -> None:
    three_records(tmp_path)
    unwelcome = tmp_path / "rounds/prøve/1/evaluation-2.json"
    unwelcome.unlink()
    found = read_rounds(tmp_path, "prøve").findings
    assert codes(found) == ["QC518"]
    assert found[0].place.file == "rounds/prøve/1/evaluation-2.json"
    nicer = record_evaluation(tmp_path, evaluation(chain_theory(), persons=600))
    assert (nicer.evaluation, codes(nicer.findings)) == (None, ["QC518"])
    assert not unwelcome.exists()


@pytest.mark.parametrize("gone", ["prøve/1", "prøve"])
def test_a_whole_folder_that_was_taken_away_is_missed(tmp_path: Path, gone: str) -> None:
    three_records(tmp_path)
    shutil.rmtree(tmp_path / "rounds" / gone)
    assert codes(verify(tmp_path)) == ["QC518"]
    assert (
        open_round(
            folder(tmp_path, chain_theory()), chain_theory(), content(chain_theory()), date="2026-01-15"
        ).round
        is None
    )


def test_a_list_that_is_gone_or_was_changed_anywhere_is_found_and_nothing_more_is_written(
    tmp_path: Path,
) -> None:
    three_records(tmp_path)
    listed = tmp_path / "rounds/prøve.chain"
    kept = listed.read_bytes()
    listed.unlink()
    assert codes(verify(tmp_path)) == ["QC519"]
    for place in range(0, len(kept), 7):
        listed.write_bytes(kept[:place] + bytes([kept[place] ^ 1]) + kept[place + 1 :])
        assert codes(verify(tmp_path)) == ["QC519"], place
    lines = kept.splitlines(keepends=True)
    listed.write_bytes(b"".join(lines[:2]))
    assert codes(verify(tmp_path)) == ["QC519"], "two lines short"
    assert record_evaluation(tmp_path, evaluation(chain_theory(), persons=600)).evaluation is None


def test_a_line_that_a_killed_process_did_not_write_is_added_before_the_next_record(tmp_path: Path) -> None:
    three_records(tmp_path)
    listed = tmp_path / "rounds/prøve.chain"
    whole = listed.read_bytes()
    listed.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
    assert verify(tmp_path) == ()
    record_evaluation(tmp_path, evaluation(chain_theory(), persons=600))
    assert verify(tmp_path) == ()
    assert listed.read_bytes().startswith(whole)


def test_the_newest_seal_can_be_noted_and_is_found_again_in_the_list(tmp_path: Path) -> None:
    three_records(tmp_path)
    (noted,) = newest_seals(tmp_path)
    assert (noted.theory, noted.records) == ("prøve", 3)
    record_evaluation(tmp_path, evaluation(chain_theory(), persons=600))
    assert noted.seal in (tmp_path / "rounds/prøve.chain").read_text("utf-8")
    assert newest_seals(tmp_path)[0].seal != noted.seal


def test_line_ends_that_git_changed_on_windows_do_not_break_the_chain(tmp_path: Path) -> None:
    for each in [*three_records(tmp_path), tmp_path / "rounds/prøve.chain"]:
        each.write_bytes(each.read_bytes().replace(b"\n", b"\r\n"))
    assert read_rounds(tmp_path, "prøve").findings == ()


def test_half_written_files_and_empty_folders_of_a_killed_process_mean_nothing(tmp_path: Path) -> None:
    three_records(tmp_path)
    (tmp_path / "rounds/prøve/2").mkdir()
    (tmp_path / "rounds/prøve/1/.plan.yml.abc.circle-tmp").write_text("halv")
    (tmp_path / "rounds/prøve/1/noter.txt").write_text("vores egne noter")
    rounds = read_rounds(tmp_path, "prøve")
    assert (len(rounds.rounds), rounds.findings) == (1, ())


@given(text=st.text())
def test_a_sealed_record_that_is_not_ours_is_a_finding_and_no_traceback(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = tmp_path_factory.mktemp("ikke-vores")
    path = root / "rounds/prøve/1/plan.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(sealed_yaml(text, previous="").encode("utf-8"))
    assert codes(read_rounds(root, "prøve").findings) == ["QC507"]


def test_a_theory_without_rounds_has_none(tmp_path: Path) -> None:
    rounds = read_rounds(tmp_path, "prøve")
    assert (rounds.rounds, rounds.findings, rounds.next_evaluation) == ((), (), 1)
