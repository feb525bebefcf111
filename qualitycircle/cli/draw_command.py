"""`circle draw THEORY`: the causal graph, with verdicts after an evaluation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from qualitycircle.cli.terminal import (
    Desk,
    Unreadable,
    open_project,
    out,
    stop_at_errors,
    the_theory,
    theory_ids,
)
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words

KINDS = ("svg", "png", "pdf", "dot", "mmd")


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("draw", help=words.COMMANDS["draw"].say(language))
    @click.argument(
        "theory",
        shell_complete=theory_ids,
        required=False,
        metavar="[TEORI]" if language == "da" else "[THEORY]",
    )
    @click.option(
        "-o",
        "--output",
        metavar="FIL" if language == "da" else "FILE",
        help=words.OPTIONS["output"].say(language),
    )
    @click.option("--plain", is_flag=True, help=words.OPTIONS["plain"].say(language))
    @click.pass_obj
    def draw(desk: Desk, theory: str | None, output: str | None, plain: bool) -> None:
        loaded = open_project(desk, only=[Path(theory).stem] if theory else [])
        picked = the_theory(desk, loaded.project, theory)
        stop_at_errors(desk, [each for each in loaded.findings if each.place.file == picked.place.file])
        evaluation = None if plain else _latest(desk, picked)
        write_picture(desk, picked, evaluation, output or f"{picked.id}.svg")

    return draw


def _latest(desk: Desk, theory: Theory) -> Evaluation | None:
    from qualitycircle.circle.reading import read_rounds

    mine = [
        each for each in read_rounds(desk.folder(), theory.id).evaluations if each.version == theory.version
    ]
    return mine[-1] if mine else None


def write_picture(desk: Desk, theory: Theory, evaluation: Evaluation | None, output: str) -> None:
    """Draw a theory to a file of the kind its name says; `-` writes SVG to the screen."""
    kind = Path(output).suffix.lstrip(".").lower() or "svg"
    if output == "-":
        out(_drawers()["svg"](theory, desk.language, evaluation).decode())
        return
    if not Path(output).parent.is_dir():
        raise click.UsageError(words.NO_FOLDER.say(desk.language, folder=Path(output).parent))
    if kind not in KINDS:
        raise click.UsageError(words.OPTIONS["output"].say(desk.language))
    from qualitycircle import files
    from qualitycircle.rendering.picture import EngineMissing

    try:
        drawn = _drawers()[kind](theory, desk.language, evaluation)
    except EngineMissing as missing:
        reason = missing.say(desk.language)
        raise Unreadable(words.ENGINE_MISSING.say(desk.language, kind=kind, reason=reason)) from missing
    files.replace(Path(output), drawn)
    out(words.WROTE.say(desk.language, path=output))
    sys.stdout.flush()


def _drawers() -> dict[str, Callable[[Theory, Language, Evaluation | None], bytes]]:
    from qualitycircle.rendering import picture

    return {
        "svg": lambda theory, language, evaluation: picture.svg(
            theory, language=language, evaluation=evaluation
        ).encode(),
        "png": lambda theory, language, evaluation: picture.png(
            theory, language=language, evaluation=evaluation
        ),
        "pdf": lambda theory, language, evaluation: picture.pdf(
            theory, language=language, evaluation=evaluation
        ),
        "dot": lambda theory, language, evaluation: picture.dot(
            theory, language=language, evaluation=evaluation
        ).encode(),
        "mmd": lambda theory, language, evaluation: picture.mermaid(
            theory, language=language, evaluation=evaluation
        ).encode(),
    }
