"""The command line: lazily loaded commands, one language, one way to end."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from qualitycircle.cli.click_words import speak
from qualitycircle.cli.terminal import Desk, aside, language_of
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


class Commands(click.Group):
    """The commands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(words.COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in words.COMMANDS:
            return None
        module = import_module(f"qualitycircle.cli.{cmd_name}_command")
        command: click.Command = module.command(self.language)
        if self.language == "da":
            command.options_metavar = "[TILVALG]"
            if isinstance(command, click.Group):
                command.subcommand_metavar = "KOMMANDO [ARGUMENTER]..."
                for each in command.commands.values():
                    each.options_metavar = "[TILVALG]"
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in words.COMMANDS:
            from qualitycircle.vocabulary.spelling import nearest

            likely = nearest(name, list(words.COMMANDS))
            if likely:
                said = words.DID_YOU_MEAN.say(self.language, name=f"circle {likely}")
                aside(said)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(words.CLICK_IN_DANISH["Commands"] if self.language == "da" else "Commands"):
            formatter.write_dl([(name, text.say(self.language)) for name, text in words.COMMANDS.items()])

    language: Language = "en"


def program(language: Language) -> click.Group:
    """Return the whole command line in one language."""

    def enter(ctx: click.Context, project: Path | None, **options: object) -> None:
        root = _root(project)
        ctx.obj = Desk(root=root, language=language, debug=bool(options.get("debug")))
        if ctx.invoked_subcommand is None:
            from qualitycircle.cli.status_command import show_status

            show_status(ctx.obj)

    option = words.OPTIONS
    group = Commands(
        name="circle",
        help=words.ABOUT.say(language),
        invoke_without_command=True,
        callback=click.pass_context(enter),
        params=[
            click.Option(
                ["-C", "--project"],
                type=click.Path(exists=True, file_okay=False, path_type=Path),
                help=option["project"].say(language),
            ),
            click.Option(
                ["--language"], type=click.Choice(["da", "en"]), help=option["language"].say(language)
            ),
            click.Option(["--debug"], is_flag=True, help=option["debug"].say(language)),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                callback=_version,
                expose_value=False,
                help=option["version"].say(language),
            ),
        ],
        options_metavar="[TILVALG]" if language == "da" else "[OPTIONS]",
        subcommand_metavar="KOMMANDO [ARGUMENTER]..." if language == "da" else "COMMAND [ARGS]...",
    )
    group.language = language
    return group


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        from qualitycircle import __version__

        click.echo(f"circle {__version__}")
        ctx.exit()


def _root(project: Path | None) -> Path | None:
    from qualitycircle.loading.project import find_root

    return find_root(project or Path.cwd())


def _value_of(arguments: Sequence[str], *names: str) -> str | None:
    """Return an option's value before click reads it: the language decides click's own words."""
    for position, each in enumerate(arguments):
        name, _, value = each.partition("=")
        if name in names:
            return value or (arguments[position + 1] if position + 1 < len(arguments) else None)
    return None


def _language(arguments: Sequence[str]) -> Language:
    asked = _value_of(arguments, "--language")
    if asked in {"da", "en"}:
        return "da" if asked == "da" else "en"
    project = _value_of(arguments, "-C", "--project")
    return language_of(_root(Path(project) if project else None))


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    language = _language(arguments)
    speak(language)
    try:
        program(language).main(list(arguments), prog_name="circle")
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 0
    except Exception as bug:
        if "--debug" in arguments:
            raise
        if isinstance(bug, OSError):
            path, reason = bug.filename or "?", bug.strerror or type(bug).__name__
            aside(words.SYSTEM_REFUSED.say(language, path=path, reason=reason))
            return 3
        aside(words.BUG.say(language, kind=type(bug).__name__))
        return 4
    return 0
