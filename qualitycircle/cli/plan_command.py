"""`circle plan THEORY`: freeze the test plan before data arrive."""

from __future__ import annotations

from datetime import date as calendar

import click

from qualitycircle.cli.terminal import Desk, open_project, out, show, stop_at_errors, the_theory, theory_ids
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("plan", help=words.COMMANDS["plan"].say(language))
    @click.argument(
        "theory",
        shell_complete=theory_ids,
        required=False,
        metavar="[TEORI]" if language == "da" else "[THEORY]",
    )
    @click.pass_obj
    def plan(desk: Desk, theory: str | None) -> None:
        from qualitycircle.circle.reading import PLAN, round_file
        from qualitycircle.circle.rounds import QC508, open_round
        from qualitycircle.expectation import plan_content

        loaded = open_project(desk)
        stop_at_errors(desk, loaded.findings, loaded.texts)
        picked = the_theory(desk, loaded.project, theory)
        content = plan_content(picked, loaded.project.indicators)
        opened = open_round(loaded.project, picked, content, date=today())
        stop_at_errors(desk, opened.findings)
        if opened.round is None or opened.round.plan is None:
            return
        stands = any(each.code is QC508 for each in opened.findings)
        show(desk, (each for each in opened.findings if each.code is not QC508))
        said = words.PLAN_STANDS if stands else words.PLAN_FROZEN
        path = round_file(picked.id, opened.round.number, PLAN)
        out(said.say(desk.language, path=path, date=opened.round.plan.date))

    return plan


def today() -> str:
    """Return today's date as records keep it (ISO)."""
    return calendar.today().isoformat()
