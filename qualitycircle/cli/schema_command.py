"""`circle schema`: the JSON Schemas that let an editor complete and explain the keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click

from qualitycircle.cli.terminal import Desk, out
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words

KINDS: tuple[Literal["theory", "catalogue", "project"], ...] = ("theory", "catalogue", "project")


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("schema", help=words.COMMANDS["schema"].say(language))
    @click.pass_obj
    def schema(desk: Desk) -> None:
        for each in write_schemas(desk.folder(), desk.language):
            out(words.WROTE.say(desk.language, path=each.as_posix()))

    return schema


def write_schemas(root: Path, language: Language) -> tuple[Path, ...]:
    """Write the three schemas to `.circle/` and return their paths, relative to the project.

    They offer the indicators the project's catalogues hold today.
    """
    from qualitycircle import files
    from qualitycircle.loading.project import load
    from qualitycircle.loading.schemas import schema

    indicators = tuple(each.id for each in load(root).project.indicators)
    written = []
    for kind in KINDS:
        path = Path(".circle") / f"{kind}.schema.json"
        text = (
            json.dumps(schema(kind, language=language, indicators=indicators), ensure_ascii=False, indent=2)
            + "\n"
        )
        files.replace(root / path, text)
        written.append(path)
    return tuple(written)
