"""`circle schema`: the JSON Schemas that let an editor complete and explain the keys."""

from __future__ import annotations

import json
from importlib.resources import files as resources
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
    """Write the schemas to `.circle/` and return their paths, relative to the project.

    Three are of what people write, and offer the indicators the project's catalogues hold today; the
    fourth is of evaluations, for those who read them by program.
    """
    from qualitycircle import files
    from qualitycircle.loading.project import load
    from qualitycircle.loading.schemas import schema

    indicators = tuple(each.id for each in load(root).project.indicators)
    published = resources("qualitycircle.evaluation") / "evaluation.schema.json"
    texts: dict[str, str] = {}
    for kind in KINDS:
        texts[kind] = _text(schema(kind, language=language, indicators=indicators))
    texts["evaluation"] = published.read_text(encoding="utf-8")
    written = []
    for name, text in texts.items():
        path = Path(".circle") / f"{name}.schema.json"
        files.replace(root / path, text)
        written.append(path)
    return tuple(written)


def _text(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
