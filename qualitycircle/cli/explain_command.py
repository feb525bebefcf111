"""`circle explain QC201`: what a code means, with an example and its mend."""

from __future__ import annotations

import click

from qualitycircle.cli.terminal import Desk, out
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("explain", help=words.COMMANDS["explain"].say(language))
    @click.argument("code", metavar="KODE" if language == "da" else "CODE")
    @click.pass_obj
    def explain(desk: Desk, code: str) -> None:
        from qualitycircle.rendering.messages import explanation

        text = explanation(code.upper(), desk.language)
        if text is None:
            raise click.UsageError(words.UNKNOWN_CODE.say(desk.language, code=code))
        out(text)

    return explain
