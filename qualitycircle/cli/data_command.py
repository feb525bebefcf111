"""`circle data`: what the data hold, what is wrong with them, and what will be used."""

from __future__ import annotations

import click

from qualitycircle.cli.terminal import Desk, open_project, out, show, stop_at_errors, the_theory, theory_ids
from qualitycircle.findings import has_errors
from qualitycircle.project import Project
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("data", help=words.COMMANDS["data"].say(language))
    @click.argument(
        "theory",
        shell_complete=theory_ids,
        required=False,
        metavar="[TEORI]" if language == "da" else "[THEORY]",
    )
    @click.pass_obj
    def data(desk: Desk, theory: str | None) -> None:
        loaded = open_project(desk)
        stop_at_errors(desk, loaded.findings, loaded.texts)
        raise SystemExit(show_data(desk, loaded.project, the_theory(desk, loaded.project, theory)))

    return data


def show_data(desk: Desk, project: Project, theory: Theory) -> int:
    """Show the report and return the exit code: 3 when the data cannot be used."""
    from qualitycircle.data.observe import observe
    from qualitycircle.rendering.data import as_text

    observed = observe(project, theory)
    show(desk, observed.findings)
    smallest = project.settings.privacy.smallest_cell
    out(as_text(observed.summary, observed.findings, desk.language, smallest_cell=smallest))
    return 3 if has_errors(observed.findings) else 0
