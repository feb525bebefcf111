"""`circle draw THEORY`: the causal graph, with verdicts after an evaluation."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

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
from qualitycircle.project import Project
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words
from qualitycircle.vocabulary.words import unfolded as said

if TYPE_CHECKING:
    from qualitycircle.evaluation.reading_off import Reading, ReadOff
    from qualitycircle.rendering.unfolded import Window

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
    @click.option(
        "--unfolded", "--udfoldet", "unfolded", is_flag=True, help=words.OPTIONS["unfolded"].say(language)
    )
    @click.option("--pair", "--par", "pair", metavar="A,B", help=words.OPTIONS["pair"].say(language))
    @click.pass_obj
    def draw(
        desk: Desk, theory: str | None, output: str | None, plain: bool, unfolded: bool, pair: str | None
    ) -> None:
        loaded = open_project(desk, only=[Path(theory).stem] if theory else [])
        picked = the_theory(desk, loaded.project, theory)
        stop_at_errors(desk, [each for each in loaded.findings if each.place.file == picked.place.file])
        if unfolded or pair:
            write_unfolded(desk, loaded.project, picked, pair, output)
            return
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
    write(desk, output, lambda kind: _drawers()[kind](theory, desk.language, evaluation))


def write(desk: Desk, output: str, drawn: Callable[[str], bytes]) -> None:
    """Write what is drawn for a kind of file to a file of that kind; `-` is the screen."""
    kind = Path(output).suffix.lstrip(".").lower() or "svg"
    if output == "-":
        out(drawn("svg").decode())
        return
    if not Path(output).parent.is_dir():
        raise click.UsageError(words.NO_FOLDER.say(desk.language, folder=Path(output).parent))
    if kind not in KINDS:
        raise click.UsageError(words.OPTIONS["output"].say(desk.language))
    from qualitycircle import files
    from qualitycircle.rendering.picture import EngineMissing

    try:
        content = drawn(kind)
    except EngineMissing as missing:
        reason = missing.say(desk.language)
        raise Unreadable(words.ENGINE_MISSING.say(desk.language, kind=kind, reason=reason)) from missing
    files.replace(Path(output), content)
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


# The generated graph -------------------------------------------------------------------------------


def write_unfolded(
    desk: Desk, project: Project, theory: Theory, pair: str | None, output: str | None
) -> None:
    """Draw the generated graph, or what of it concerns one pair, and say in words what is read off it."""
    from qualitycircle.evaluation.reading_off import read_off
    from qualitycircle.rendering import unfolded

    language = desk.language
    found = read_off(theory, project.indicators)
    asked = _asked(desk, theory, found, pair) if pair else None
    window = unfolded.of_pair(theory, found, asked) if asked else unfolded.whole(theory, found.graph)
    if window is None:
        raise click.UsageError(said.CIRCLE.say(language))
    drawers: dict[str, Callable[[Window], bytes]] = {
        "svg": lambda shown: unfolded.svg(shown, language=language).encode(),
        "png": lambda shown: unfolded.png(shown, language=language),
        "pdf": lambda shown: unfolded.pdf(shown, language=language),
        "dot": lambda shown: unfolded.dot(shown, language=language).encode(),
        "mmd": lambda shown: unfolded.mermaid(shown, language=language).encode(),
    }
    write(desk, output or _file_name(theory, asked, language), lambda kind: drawers[kind](window))
    if output == "-":
        return
    if asked is not None:
        out("\n" + unfolded.pair_text(theory, found, asked, project.indicators, language))
    else:
        out(words.UNFOLDED_TOLD.say(language, headline=unfolded.headline(found, language), theory=theory.id))


def _file_name(theory: Theory, asked: Reading | None, language: Language) -> str:
    if asked is None:
        return f"{said.FILE.say(language, theory=theory.id)}.svg"
    return f"{said.FILE_OF_PAIR.say(language, theory=theory.id, cause=asked.cause, effect=asked.effect)}.svg"


def _asked(desk: Desk, theory: Theory, found: ReadOff, pair: str) -> Reading:
    """Return what is said of the pair that was named, or end with what was wrong with the name."""
    ends = [each.strip() for each in re.split(r"->|→|,", pair)]
    if len(ends) != 2 or not all(theory.element(each) for each in ends):
        raise click.UsageError(said.NO_PAIR.say(desk.language, pair=pair))
    reading = found.of(ends[0], ends[1])
    if reading is None:
        raise click.UsageError(said.NOT_ASKED.say(desk.language, cause=ends[0], effect=ends[1]))
    return reading
