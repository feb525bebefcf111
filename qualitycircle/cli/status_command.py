"""`circle status`, and `circle` alone: where each theory stands in the circle, and what comes next."""

from __future__ import annotations

import click

from qualitycircle.cli.terminal import Desk, chosen, open_project, out, show, theory_ids
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("status", help=words.COMMANDS["status"].say(language))
    @click.argument(
        "theories",
        shell_complete=theory_ids,
        nargs=-1,
        metavar="[TEORI]..." if language == "da" else "[THEORY]...",
    )
    @click.pass_obj
    def status(desk: Desk, theories: tuple[str, ...]) -> None:
        show_status(desk, theories, whole=True)

    return status


def show_status(desk: Desk, names: tuple[str, ...] = (), *, whole: bool = False) -> None:
    """Show each theory's station and next step; `whole` adds the five questions and their answers."""
    from qualitycircle.circle.reading import read_rounds
    from qualitycircle.circle.status import status
    from qualitycircle.rendering.circle import status_line, status_text

    loaded = open_project(desk)
    show(desk, loaded.findings, loaded.texts)
    for each in chosen(desk, loaded.project, names):
        rounds = read_rounds(desk.folder(), each.id)
        show(desk, rounds.findings)
        found = status(loaded.project, each, rounds, findings=loaded.findings)
        told = status_text(found, desk.language) if whole else status_line(found, desk.language)
        out(told + "\n")
    if not loaded.project.theories:
        out(words.NO_THEORIES.say(desk.language))
