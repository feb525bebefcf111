"""A correction is not confirmed by the data that suggested it."""

from __future__ import annotations

import shutil
from pathlib import Path

from qualitycircle.circle.decisions import Answer, Choice, decide
from qualitycircle.circle.holding import hold
from qualitycircle.circle.rounds import record_evaluation
from qualitycircle.data.observe import observe
from qualitycircle.evaluation.values import Cap, Evaluation, Verdict
from qualitycircle.loading.project import load
from qualitycircle.rendering.verdict_table import table_text
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory.change import ChangeLink
from tests.command_line import ROOT


def held(root: Path) -> Evaluation:
    project = load(root).project
    theory = project.theories[0]
    return hold(project, theory, observe(project, theory), date="2026-04-01")


def supported(evaluation: Evaluation) -> set[str]:
    return {each.link for each in evaluation.judgements if each.verdict is Verdict.SUPPORTED}


def test_a_claim_changed_after_these_data_were_seen_is_at_most_weak_on_them(tmp_path: Path) -> None:
    root = tmp_path / "nordhuset"
    shutil.copytree(ROOT / "examples/praktik", root)
    first = held(root)
    record_evaluation(root, first)
    again = held(root)
    assert supported(again) == supported(first)

    link = sorted(supported(first))[0]
    change = ChangeLink(link=link, smallest=Smallest(value=0.05, unit=Unit.SD))
    project = load(root).project
    choice = Choice(proposal="", answer=Answer.CHANGED, reason="vi så det i tallene", changes=(change,))
    decided = decide(project, project.theories[0], [choice], date="2026-04-01")
    assert decided.decision is not None, decided.findings

    later = held(root)
    assert supported(later) == supported(first) - {link}
    judgement = later.judgement(link)
    assert judgement is not None
    assert (judgement.verdict, Cap.SEEN_BEFORE in judgement.caps) == (Verdict.WEAK, True)
    assert "samme data, som gav anledning til rettelsen" in table_text(later, "da", width=200)
