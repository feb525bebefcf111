"""`circle demo`: the whole circle once, on the shipped example."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import click

from qualitycircle.cli.terminal import Desk, Unreadable, aside, language_of, open_project, out, stop_at_errors
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words

MARK = ".circle-demo"
STEPS = tuple(words.DEMO_STEPS)


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("demo", help=words.COMMANDS["demo"].say(language))
    @click.argument(
        "folder",
        required=False,
        default="circle-demo",
        type=click.Path(path_type=Path),
        metavar="[MAPPE]" if language == "da" else "[FOLDER]",
    )
    @click.pass_obj
    def demo(desk: Desk, folder: Path) -> None:
        from qualitycircle import files

        here = replace(desk, root=folder.resolve(), language=_language(desk))
        _announce(here, "copy", folder=folder)
        prepare(here, folder)
        go_round(here, folder)
        files.replace(folder / MARK, _contents(folder))

    return demo


def _language(desk: Desk) -> Language:
    """Return the language asked for, else the example's own."""
    from qualitycircle.cli.shipped import example

    asked = click.get_current_context().find_root().params.get("language")
    return desk.language if asked else language_of(example("praktik"))


def _announce(desk: Desk, step: str, **facts: object) -> None:
    what = words.DEMO_STEPS[step].say(desk.language, **facts)
    aside("\n" + words.STEP.say(desk.language, number=STEPS.index(step) + 1, total=len(STEPS), what=what))


def prepare(desk: Desk, folder: Path) -> None:
    """Put the example in the folder: a new one, or one an earlier demo made."""
    from qualitycircle import files
    from qualitycircle.cli.shipped import copy_example

    if folder.exists():
        if not (folder / MARK).is_file():
            raise Unreadable(words.NOT_OURS.say(desk.language, folder=folder))
        if (folder / MARK).read_text(encoding="utf-8") not in {"", _contents(folder)}:
            raise Unreadable(words.CHANGED_SINCE.say(desk.language, folder=folder))
        shutil.rmtree(folder)
    copy_example("praktik", folder)
    files.replace(folder / MARK, "")
    files.replace(folder / ".gitignore", "*\n")


def _contents(folder: Path) -> str:
    """Return a fingerprint of every file in the folder, so that nobody's work is ever removed."""
    from qualitycircle import files

    found = sorted(each for each in folder.rglob("*") if each.is_file() and each.name not in {MARK, ".lock"})
    parts = (f"{each.relative_to(folder).as_posix()} {each.read_bytes().hex()}" for each in found)
    return files.text_hash("\n".join(parts))


def go_round(desk: Desk, folder: Path) -> None:
    """Check, draw, read, evaluate, correct, and publish."""
    from qualitycircle.cli.check_command import show_headlines
    from qualitycircle.cli.correct_command import accept_surest
    from qualitycircle.cli.data_command import show_data
    from qualitycircle.cli.draw_command import write_picture
    from qualitycircle.cli.evaluate_command import evaluate_theory, show_evaluation
    from qualitycircle.cli.site_command import build_site

    loaded = open_project(desk)
    theory = loaded.project.theories[0]
    _announce(desk, "check")
    stop_at_errors(desk, loaded.findings, loaded.texts)
    show_headlines(desk, loaded.project, loaded.project.theories, table=False)
    _announce(desk, "draw")
    write_picture(desk, theory, None, str(folder / f"{theory.id}.svg"))
    _announce(desk, "data")
    show_data(desk, loaded.project, theory)
    _announce(desk, "evaluate")
    evaluation, path = evaluate_theory(desk, loaded, theory)
    _announce(desk, "correct")
    accept_surest(desk, loaded, theory, words.DEMO_REASON.say(desk.language))
    _announce(desk, "site")
    site = build_site(desk, desk.folder() / "site")
    out()
    show_evaluation(desk, theory, evaluation)
    out(words.EVALUATION_WRITTEN.say(desk.language, number=evaluation.number, path=path))
    out(words.SITE_BUILT.say(desk.language, path=site))
    aside("\n" + words.DEMO_NEXT.say(desk.language, folder=folder))
