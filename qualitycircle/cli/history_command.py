"""`circle history`: rounds, changed verdicts and decisions; `--verify` checks that none was touched."""

from __future__ import annotations

import click

from qualitycircle.cli.terminal import Desk, chosen, open_project, out, show, stop_at_errors, theory_ids
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("history", help=words.COMMANDS["history"].say(language))
    @click.argument(
        "theories",
        shell_complete=theory_ids,
        nargs=-1,
        metavar="[TEORI]..." if language == "da" else "[THEORY]...",
    )
    @click.option("--verify", is_flag=True, help=words.OPTIONS["verify"].say(language))
    @click.pass_obj
    def history(desk: Desk, theories: tuple[str, ...], verify: bool) -> None:
        from qualitycircle.circle import history as past
        from qualitycircle.circle.reading import read_rounds
        from qualitycircle.rendering.circle import history_text, newest_text

        loaded = open_project(desk)
        if verify:
            stop_at_errors(desk, past.verify(desk.folder()))
            out(words.VERIFIED.say(desk.language))
            out(newest_text(past.newest_seals(desk.folder()), desk.language))
            return
        for each in chosen(desk, loaded.project, theories):
            rounds = read_rounds(desk.folder(), each.id)
            show(desk, rounds.findings)
            out(history_text(past.history(rounds), desk.language))

    return history
