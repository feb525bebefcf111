"""Every command with its own help, as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator

import click

from qualitycircle.cli.click_words import speak
from qualitycircle.cli.program import program
from qualitycircle.site.markup import heading, page
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import reference as words

_WIDTH = 88


def commands(language: Language) -> str:
    """Return the help of `circle` and of each command, as the terminal shows it."""
    speak(language)
    return page(
        (
            f"# {words.COMMANDS.say(language)}",
            words.COMMANDS_LEAD.say(language),
            *(block for name, text in helps(language) for block in _command(name, text)),
        )
    )


def helps(language: Language) -> Iterator[tuple[str, str]]:
    """Yield `circle`, `circle check`, … `circle site build`, each with its help."""
    yield from _helps("circle", program(language), None)


def _helps(name: str, command: click.Command, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=_WIDTH)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            if inner is not None:
                yield from _helps(each, inner, context)


def _command(name: str, text: str) -> Iterator[str]:
    yield heading(2, f"`{name}`", name.replace(" ", "-"))
    yield f"```text\n{text}\n```"
