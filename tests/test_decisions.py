"""People decide; the theory follows, one version on, and everything can be read afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from qualitycircle import files
from qualitycircle.circle.decisions import Answer, Choice, Decided, decide, preview, recover
from qualitycircle.circle.history import history, replayed, verify
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.records import decision_from
from qualitycircle.circle.rounds import Rounds, open_round, read_rounds, record_evaluation
from qualitycircle.circle.status import Block, Station, status
from qualitycircle.circle.values import State
from qualitycircle.evaluation.values import Verdict
from qualitycircle.expectation import plan_content
from qualitycircle.findings import Finding
from qualitycircle.loading.project import load
from qualitycircle.project import Project, Settings, Table, TableSource
from qualitycircle.rendering.circle import evidence_text, history_text, status_line, status_text
from qualitycircle.rendering.differences import differences_text
from qualitycircle.theory import Theory
from qualitycircle.theory.change import CannotChangeError, ChangeActivity, DropLink, Keep, difference
from tests.provider import WRITTEN, evaluation, judged, written_folder

LINK = "fremmøde -> motivation"
DROP = "drop-fremmoede-motivation"


def codes(findings: Sequence[Finding]) -> list[str]:
    return [each.code.id for each in findings]


def planned(root: Path) -> tuple[Project, Theory]:
    """A written folder with a frozen plan."""
    written_folder(root)
    project = load(root).project
    theory = project.theories[0]
    opened = open_round(project, theory, plan_content(theory, project.indicators), date="2026-01-15")
    assert opened.round is not None
    return project, theory


def evaluated(root: Path) -> tuple[Project, Theory]:
    """A planned round in which one link turned out to be empty and one undecided."""
    project, theory = planned(root)
    judgements = (
        judged(LINK, Verdict.NO_RELEVANT, value=0.01),
        judged("motivation -> job", Verdict.UNDECIDED),
    )
    kept = record_evaluation(root, evaluation(theory, judgements))
    assert kept.new
    return project, theory


def answered(root: Path, *choices: Choice) -> Decided:
    project = load(root).project
    return decide(project, project.theories[0], choices, date="2026-04-01")


def accepted(id: str = DROP, reason: str = "vi så det samme på holdmødet") -> Choice:
    return Choice(proposal=id, answer=Answer.ACCEPTED, reason=reason)


def text_of(root: Path) -> str:
    return (root / "theories/praktik.yml").read_bytes().decode("utf-8")


def rounds_of(root: Path) -> Rounds:
    return read_rounds(root, "praktik")


def test_an_accepted_proposal_changes_the_text_the_version_and_opens_the_next_round(tmp_path: Path) -> None:
    _, theory = evaluated(tmp_path)
    decided = answered(tmp_path, accepted())
    assert codes(decided.findings) == ["QC509"]
    assert decided.findings[0].facts["proposals"] == ("maal-mere-motivation-job",)
    assert text_of(tmp_path) == (
        WRITTEN.replace("titel: Praktik giver mod på job\n", "titel: Praktik giver mod på job\nversion: 2\n")
        .replace(
            "  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes   # se noter\n",
            "",
        )
        .replace("moderatorer:\n  aftale: {navn: Klar aftale, styrker: fremmøde -> motivation}\n", "")
    )
    first, second = rounds_of(tmp_path).rounds
    assert (first.state, second.state) == (State.DECIDED, State.PLANNED)
    assert second.plan is not None
    assert (second.plan.version, second.plan.date, second.plan.text) == (2, "2026-04-01", text_of(tmp_path))
    assert difference(load(tmp_path).project.theories[0], decided.theory) == ()
    assert replayed(theory, rounds_of(tmp_path)) == decided.theory
    assert verify(tmp_path) == ()


def test_a_decision_keeps_its_reason_and_the_numbers_it_rested_on(tmp_path: Path) -> None:
    evaluated(tmp_path)
    answered(tmp_path, accepted())
    (choice,) = rounds_of(tmp_path).decisions[0].choices
    assert (choice.reason, choice.changes) == ("vi så det samme på holdmødet", (DropLink(link=LINK),))
    assert choice.evidence["value"] == 0.01


def test_a_decision_is_written_in_danish_and_reads_back_as_the_same_value(tmp_path: Path) -> None:
    evaluated(tmp_path)
    decided = answered(tmp_path, accepted())
    written = (tmp_path / "rounds/praktik/1/decisions.yml").read_text("utf-8")
    answer = written.partition("ikke_taget_stilling")[0]
    assert "svar: besluttet" in answer
    assert "verdict: ingen relevant sammenhæng" in answer
    assert not re.search(r"\d\.\d{7}", answer)
    assert rounds_of(tmp_path).decisions == (decided.decision,)
    older = written.replace("svar: besluttet", "svar: accepted").partition("\n  segl:")[0]
    assert decision_from(older).choices[0].answer is Answer.ACCEPTED


def test_rejecting_keeps_the_theory_and_the_round_stays_open_for_more_answers(tmp_path: Path) -> None:
    evaluated(tmp_path)
    rejected = Choice(proposal=DROP, answer=Answer.REJECTED, reason="vi målte for kort tid")
    decided = answered(tmp_path, rejected)
    assert decided.decision is not None
    assert (decided.decision.closes, text_of(tmp_path)) == (False, WRITTEN)
    other = Choice(proposal="maal-mere-motivation-job", answer=Answer.ACCEPTED, reason="vi måler til jul")
    assert answered(tmp_path, other).decision is not None
    first, second = rounds_of(tmp_path).rounds
    assert len(first.decisions) == 2
    assert first.decisions[1].closes
    assert (second.plan is not None and second.plan.version, text_of(tmp_path)) == (1, WRITTEN)
    assert verify(tmp_path) == ()


def test_keeping_on_purpose_closes_the_round_without_a_new_version(tmp_path: Path) -> None:
    evaluated(tmp_path)
    decided = answered(tmp_path, accepted("behold", "ét år er for kort"))
    assert decided.decision is not None
    assert decided.decision.changes == (Keep(),)
    assert (text_of(tmp_path), decided.theory.version, len(rounds_of(tmp_path).rounds)) == (WRITTEN, 1, 2)


def test_a_proposal_can_be_decided_otherwise(tmp_path: Path) -> None:
    evaluated(tmp_path)
    instead = ChangeActivity(activity="praktik", dose="26 uger")
    choice = Choice(proposal=DROP, answer=Answer.CHANGED, reason="de fik for lidt", changes=(instead,))
    decided = answered(tmp_path, choice)
    assert decided.theory.link(LINK) is not None
    assert "lovet: {dosis: 26 uger}" in text_of(tmp_path)


def test_a_reversed_claim_gets_the_deciders_reason(tmp_path: Path) -> None:
    _, theory = planned(tmp_path)
    record_evaluation(tmp_path, evaluation(theory, (judged(LINK, Verdict.CONTRADICTED, value=-0.3),)))
    answered(tmp_path, accepted("vend-fortegn-fremmoede-motivation", "de føler sig\n  tvunget"))
    assert "  fremmøde -> motivation: mindsker, fordi de føler sig tvunget   # se noter\n" in text_of(
        tmp_path
    )


def test_a_correction_of_ones_own_needs_no_proposal(tmp_path: Path) -> None:
    evaluated(tmp_path)
    own = Choice(proposal="", answer=Answer.ACCEPTED, reason="alle jobkonsulenter får sparring hver måned")
    decided = answered(tmp_path, own)
    assert decided.decision is not None
    assert (decided.decision.closes, text_of(tmp_path)) == (False, WRITTEN)


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        ((), "QC510"),
        ((accepted("drop-noget-andet"),), "QC512"),
        ((accepted(reason="  "),), "QC513"),
        (
            (
                accepted(),
                Choice(proposal="", answer=Answer.CHANGED, reason="igen", changes=(DropLink(link=LINK),)),
            ),
            "QC514",
        ),
        ((accepted(reason="aftalt med 010190-1234 på mødet"),), "QC520"),
    ],
)
def test_what_cannot_stand_is_a_finding_and_nothing_is_written(
    tmp_path: Path, choices: tuple[Choice, ...], code: str
) -> None:
    evaluated(tmp_path)
    decided = answered(tmp_path, *choices)
    assert (decided.decision, codes(decided.findings)) == (None, [code])
    assert text_of(tmp_path) == WRITTEN
    assert rounds_of(tmp_path).decisions == ()


def test_before_an_evaluation_there_is_nothing_to_answer(tmp_path: Path) -> None:
    planned(tmp_path)
    assert codes(answered(tmp_path, accepted()).findings) == ["QC510"]


def test_an_evaluation_of_another_version_gives_no_proposals_to_answer(tmp_path: Path) -> None:
    evaluated(tmp_path)
    path = tmp_path / "theories/praktik.yml"
    path.write_text(WRITTEN.replace("titel:", "version: 2\ntitel:"), encoding="utf-8")
    assert codes(answered(tmp_path, accepted()).findings) == ["QC511"]


def test_a_draft_is_edited_freely_and_not_through_decisions(tmp_path: Path) -> None:
    evaluated(tmp_path)
    path = tmp_path / "theories/praktik.yml"
    path.write_text(WRITTEN.replace("titel:", "status: udkast\ntitel:"), encoding="utf-8")
    assert codes(answered(tmp_path, accepted()).findings) == ["QC502"]


def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Decide, but let the process end before the theory is replaced, or before the next plan is frozen."""
    evaluated(root)
    target = {"theory": "files.replace", "plan": "write_plan"}[step]

    def crash(path: Path, *_: object) -> None:
        if step == "plan" or path.name == "praktik.yml":
            raise KeyboardInterrupt
        real(path, *_)  # type: ignore[arg-type]  # the text

    real = files.replace
    with monkeypatch.context() as patched:
        patched.setattr(f"qualitycircle.circle.recovery.{target}", crash)
        with pytest.raises(KeyboardInterrupt):
            answered(root, accepted())


@pytest.mark.parametrize("step", ["theory", "plan"])
def test_what_was_decided_is_done_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    interrupted(tmp_path, monkeypatch, step)
    assert len(rounds_of(tmp_path).rounds) == 1
    assert ("version: 2" in text_of(tmp_path)) is (step == "plan")
    assert recover(tmp_path) == ()
    assert len(rounds_of(tmp_path).rounds) == 2
    assert "version: 2" in text_of(tmp_path)
    assert recover(tmp_path) == ()


def test_a_theory_that_was_changed_meanwhile_is_left_alone_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(tmp_path, monkeypatch, "plan")
    path = tmp_path / "theories/praktik.yml"
    mine = text_of(tmp_path).replace("Praktik giver mod", "Praktik giver lyst")
    path.write_text(mine, encoding="utf-8")
    assert codes(recover(tmp_path)) == ["QC504"]
    assert text_of(tmp_path) == mine
    project = load(tmp_path).project
    theory = project.theories[0]
    content = plan_content(theory, project.indicators)
    assert codes(open_round(project, theory, content, date="2026-04-02").findings) == ["QC504"]
    assert codes(record_evaluation(tmp_path, evaluation(theory)).findings) == ["QC504"]
    path.write_text(mine.replace("version: 2", "version: 3"), encoding="utf-8")
    project = load(tmp_path).project
    theory = project.theories[0]
    opened = open_round(project, theory, plan_content(theory, project.indicators), date="2026-04-02")
    assert opened.round is not None
    assert (opened.round.number, opened.findings, recover(tmp_path)) == (2, (), ())


def test_an_interrupted_decision_found_in_the_middle_of_a_command_asks_to_begin_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(tmp_path, monkeypatch, "theory")
    assert codes(answered(tmp_path, accepted("behold")).findings) == ["QC517"]
    assert len(rounds_of(tmp_path).rounds) == 2
    assert codes(answered(tmp_path, accepted("behold")).findings) == ["QC510"]


def test_a_theory_that_a_colleague_edits_while_somebody_decides_is_read_again(tmp_path: Path) -> None:
    project, theory = evaluated(tmp_path)
    edited = WRITTEN.replace("den motiverede søger mere", "den, der vil, søger")
    (tmp_path / "theories/praktik.yml").write_text(edited, encoding="utf-8")
    decided = decide(project, theory, [accepted()], date="2026-04-01")
    assert (decided.decision, codes(decided.findings)) == (None, ["QC517"])
    assert text_of(tmp_path) == edited


def test_a_changed_record_stops_decisions(tmp_path: Path) -> None:
    evaluated(tmp_path)
    plan = tmp_path / "rounds/praktik/1/plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("2026-01-15", "2025-01-15"), encoding="utf-8")
    assert codes(answered(tmp_path, accepted()).findings) == ["QC505"]
    assert codes(verify(tmp_path)) == ["QC505"]


def test_a_changed_byte_in_a_decision_is_found(tmp_path: Path) -> None:
    evaluated(tmp_path)
    answered(tmp_path, Choice(proposal=DROP, answer=Answer.REJECTED, reason="for kort tid"))
    answered(tmp_path, accepted("behold", "vi fortsætter"))
    path = tmp_path / "rounds/praktik/1/decisions.yml"
    kept = path.read_bytes()
    for place in range(0, len(kept), 37):
        path.write_bytes(kept[:place] + bytes([kept[place] ^ 1]) + kept[place + 1 :])
        assert verify(tmp_path), place
    path.write_bytes(kept)
    assert verify(tmp_path) == ()


# History and status


def test_the_history_tells_plan_verdicts_decisions_and_what_changed(tmp_path: Path) -> None:
    evaluated(tmp_path)
    answered(tmp_path, accepted())
    theory = load(tmp_path).project.theories[0]
    changed = judged("motivation -> job", Verdict.SUPPORTED, post_hoc=True)
    record_evaluation(tmp_path, evaluation(theory, (changed,), date="2026-09-30", persons=600))
    assert history_text(history(rounds_of(tmp_path)), "da") == snapshot("""\
Omgang 1
  2026-01-15  plan frosset, version 1
  2026-03-31  evaluering 1 af version 1: understøttet 2, ingen relevant sammenhæng 1, uafgjort 1 (konstruerede data)
  2026-04-01  drop-fremmoede-motivation: besluttet (fremmøde -> motivation droppes), fordi vi så det samme på holdmødet
  2026-04-01  version 2

Omgang 2
  2026-04-01  plan frosset, version 2
  2026-09-30  evaluering 2 af version 2: understøttet 3 (konstruerede data)
      motivation -> job: før uafgjort, nu understøttet, post hoc
      fremmøde -> motivation: før ingen relevant sammenhæng, nu ikke påstået\
""")  # noqa: E501
    assert history_text(history(rounds_of(tmp_path)), "en") == snapshot("""\
Round 1
  2026-01-15  plan frozen, version 1
  2026-03-31  evaluation 1 of version 1: supported 2, no relevant association 1, undecided 1 (synthetic data)
  2026-04-01  drop-fremmoede-motivation: accepted (fremmøde -> motivation is dropped), because vi så det samme på holdmødet
  2026-04-01  version 2

Round 2
  2026-04-01  plan frozen, version 2
  2026-09-30  evaluation 2 of version 2: supported 3 (synthetic data)
      motivation -> job: undecided before, now supported, post hoc
      fremmøde -> motivation: no relevant association before, now not claimed\
""")  # noqa: E501


def with_data(root: Path, project: Project) -> Project:
    (root / "data").mkdir()
    (root / "data/maalinger-2026.csv").write_text("")
    tables = (TableSource(table=Table.MEASUREMENTS, file="data/maalinger-*.csv"),)
    return replace(project, settings=Settings(id="nordhuset", tables=tables))


def here(root: Path, project: Project) -> tuple[Station, list[Block]]:
    found = status(project, load(root).project.theories[0], rounds_of(root)).here
    return found.station, [each.block for each in found.blocked]


def test_a_theory_goes_round_the_six_stations(tmp_path: Path) -> None:
    written_folder(
        tmp_path, WRITTEN.replace("definition: Ønske om og tro på en fremtid på arbejdsmarkedet", "kilde: x")
    )
    project = load(tmp_path).project
    assert here(tmp_path, project) == (Station.GOALS, [Block.UNDEFINED])
    written_folder(tmp_path, WRITTEN.replace(", fordi den motiverede søger mere", ""))
    assert here(tmp_path, project) == (Station.THEORY, [Block.NO_REASON])
    written_folder(tmp_path)
    assert here(tmp_path, replace(project, indicators=type(project.indicators)())) == (
        Station.INDICATORS,
        [Block.NOT_TESTABLE],
    )
    assert here(tmp_path, project) == (Station.DATA, [Block.NO_PLAN, Block.NO_MAPPING])
    planned(tmp_path)
    project = with_data(tmp_path, project)
    assert here(tmp_path, project) == (Station.EVALUATION, [Block.NOT_EVALUATED])
    theory = load(tmp_path).project.theories[0]
    record_evaluation(tmp_path, evaluation(theory, (judged(LINK, Verdict.NO_RELEVANT),)))
    assert here(tmp_path, project) == (Station.CORRECTION, [Block.UNDECIDED])
    answered(tmp_path, accepted("behold"))
    assert here(tmp_path, project) == (Station.EVALUATION, [Block.NOT_EVALUATED])


def test_the_status_is_told_with_the_questions_of_the_circle(tmp_path: Path) -> None:
    project, theory = evaluated(tmp_path)
    found = status(project, theory, rounds_of(tmp_path))
    assert status_text(found, "da") == snapshot("""\
Praktik giver mod på job (version 1, omgang 1)
  [x] Mål for indsatsen
  [x] Programteori
  [x] Indikatorer
  [x] Dataindsamling
  [x] Virkningsevaluering
  [>] Korrigering  <- her
      Hvad kan vi lære af indsatsen og resultaterne? Justering og tilpasning af mål og indsatser
      – der er ikke besluttet noget endnu
  Næste skridt: Kør `circle correct praktik`.

1. Hvilke mål er der med en aktiveringsindsats?
   Ordinært job, Motivation, Mestrer sit helbred
2. Hvordan kan målene indfries (hvilke delindsatser, tilgange, redskaber og metoder)?
   Praktikophold
3. Hvordan kan vi måle på, om indsatsen virker efter hensigten?
   3 af 4 sammenhænge kan testes, med 4 indikatorer, målt cirka hver 13. uge.
4. Hvilke resultater er der af indsatsen?
   understøttet 2, ingen relevant sammenhæng 1, uafgjort 1 (400 borgere).
5. Hvad kan vi lære af resultaterne?
   Besluttet: 0. Afvist: 0. Forslag, der venter på svar: 2.\
""")
    assert status_text(found, "en") == snapshot("""\
Praktik giver mod på job (version 1, round 1)
  [x] Goals of the effort
  [x] Programme theory
  [x] Indicators
  [x] Data collection
  [x] Impact evaluation
  [>] Correction  <- here
      What can we learn from the effort and the results? Adjusting goals and efforts
      – nothing has been decided yet
  Next step: Run `circle correct praktik`.

1. Which goals does an activation effort have?
   Ordinært job, Motivation, Mestrer sit helbred
2. How can the goals be met (which activities, approaches, tools and methods)?
   Praktikophold
3. How can we measure whether the effort works as intended?
   3 of 4 links can be tested, with 4 indicators, about every 13 weeks.
4. Which results does the effort have?
   supported 2, no relevant association 1, undecided 1 (400 citizens).
5. What can we learn from the results?
   Decided: 0. Rejected: 0. Proposals waiting for an answer: 2.\
""")


def test_what_nobody_answered_when_a_round_was_closed_is_counted(tmp_path: Path) -> None:
    _, theory = evaluated(tmp_path)
    decided = answered(tmp_path, accepted())
    assert decided.decision is not None
    assert [each.place.file for each in decided.findings if each.code.id == "QC509"] == [
        "rounds/praktik/1/decisions.yml"
    ]
    count = len(decided.decision.undecided)
    assert count
    project = load(tmp_path).project
    told = status_text(status(project, project.theories[0], rounds_of(tmp_path)), "da")
    assert f"Uden svar, da omgangen blev lukket: {count}." in told
    assert theory.version + 1 == project.theories[0].version


def test_numbers_of_proposals_are_written_as_in_the_table() -> None:
    evidence: dict[str, Plain] = {
        "value": -0.4567,
        "unit": "sd per sd",
        "low": -0.6,
        "high": 0.0,
        "persons": 1944,
    }
    assert evidence_text(evidence, "da") == "−0,46 sd pr. sd (95 %-interval −0,60 til 0,00, 1.944 borgere)"
    assert evidence_text(evidence, "en") == "−0.46 sd per sd (95% interval −0.60 to 0.00, 1,944 citizens)"


def test_a_station_is_told_in_a_few_lines(tmp_path: Path) -> None:
    project, theory = planned(tmp_path)
    found = status(project, theory, rounds_of(tmp_path))
    assert status_line(found, "da") == snapshot("""\
Praktik giver mod på job (version 1, omgang 1): Dataindsamling
  – circle.yml siger ikke, hvor data er
  Næste skridt: Skriv i circle.yml, hvor data er, og kør `circle data`.\
""")


def test_a_correction_is_shown_before_it_is_written(tmp_path: Path) -> None:
    project, theory = evaluated(tmp_path)
    longer = ChangeActivity(activity="praktik", dose="26 uger")
    choices = [
        Choice(proposal=DROP, answer=Answer.CHANGED, reason="for lidt", changes=(longer, DropLink(link=LINK)))
    ]
    shown = preview(project, theory, choices, date="2026-04-01")
    assert differences_text(difference(theory, shown.theory), "da") == snapshot("""\
  ~ praktik, det lovede: før dosis 10 uger, nu dosis 26 uger
  - sammenhængen 'fremmøde -> motivation' går ud
  - moderatoren aftale går ud\
""")
    assert (text_of(tmp_path), rounds_of(tmp_path).decisions) == (WRITTEN, ())
    assert decide(project, theory, choices, date="2026-04-01") == shown


def test_replaying_a_decision_that_does_not_fit_says_so(tmp_path: Path) -> None:
    _, theory = evaluated(tmp_path)
    answered(tmp_path, accepted())
    with pytest.raises(CannotChangeError):
        replayed(replace(theory, links=theory.links[2:]), rounds_of(tmp_path))


def test_starting_reads_no_evaluation_when_nothing_was_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluated(tmp_path)

    def refuse(*_: object) -> None:
        raise AssertionError("nothing to recover, so nothing to read")

    monkeypatch.setattr("qualitycircle.circle.recovery.read_rounds", refuse)
    assert recover(tmp_path) == ()
