"""`circle evaluate THEORY`: hold the data against every link, and keep the evaluation in its round."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from qualitycircle.cli.plan_command import today
from qualitycircle.cli.terminal import (
    Desk,
    aside,
    open_project,
    out,
    show,
    stop_at_errors,
    the_theory,
    theory_ids,
)
from qualitycircle.evaluation.values import Evaluation, Verdict
from qualitycircle.indicators import Indicators
from qualitycircle.loading.project import Loaded
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words

STAGES = ("read", "describe", "gram", "score", "judge")


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("evaluate", help=words.COMMANDS["evaluate"].say(language))
    @click.argument(
        "theory",
        shell_complete=theory_ids,
        required=False,
        metavar="[TEORI]" if language == "da" else "[THEORY]",
    )
    @click.option("--links", is_flag=True, help=words.OPTIONS["links"].say(language))
    @click.option("--strict", is_flag=True, help=words.OPTIONS["strict_evaluate"].say(language))
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help=words.OPTIONS["format_evaluate"].say(language),
    )
    @click.pass_obj
    def evaluate(desk: Desk, theory: str | None, links: bool, strict: bool, form: str) -> None:
        loaded = open_project(desk)
        stop_at_errors(desk, loaded.findings, loaded.texts)
        picked = the_theory(desk, loaded.project, theory)
        evaluation, path = evaluate_theory(desk, loaded, picked)
        if form == "json":
            from qualitycircle.evaluation.record import to_json

            out(to_json(evaluation))
        else:
            show_evaluation(desk, picked, evaluation, links=links, indicators=loaded.project.indicators)
        aside(words.EVALUATION_WRITTEN.say(desk.language, number=evaluation.number, path=path))
        raise SystemExit(1 if strict and evaluation.count(Verdict.CONTRADICTED) else 0)

    return evaluate


def evaluate_theory(desk: Desk, loaded: Loaded, theory: Theory) -> tuple[Evaluation, str]:
    """Evaluate a theory and keep it in its round; return the evaluation and where it was written."""
    from qualitycircle.circle.holding import hold
    from qualitycircle.circle.rounds import kept_findings, record_evaluation
    from qualitycircle.data.observe import observe

    stop_at_errors(desk, kept_findings(loaded.project, theory), loaded.texts)
    with _progress(desk, theory) as tick:
        tick("read")
        observed = observe(loaded.project, theory)
        stop_at_errors(desk, observed.findings, code=3)
        evaluation = hold(loaded.project, theory, observed, date=today(), tick=tick)
    show(desk, observed.findings)
    recorded = record_evaluation(desk.folder(), evaluation)
    stop_at_errors(desk, recorded.findings)
    return recorded.evaluation or evaluation, recorded.file


def show_evaluation(
    desk: Desk,
    theory: Theory,
    evaluation: Evaluation,
    *,
    links: bool = False,
    indicators: Indicators | None = None,
) -> None:
    """Show the table of verdicts and what they say of the theory; with `links`, everything in words."""
    from qualitycircle.rendering import whole
    from qualitycircle.rendering.quality import quality_text
    from qualitycircle.rendering.verdict_table import table_text
    from qualitycircle.rendering.verdicts import account

    language = desk.language
    known = indicators or Indicators()
    width = shutil.get_terminal_size((100, 24)).columns
    out(table_text(evaluation, language, width=width, indicators=known))
    told = [whole.diagnosis_text(evaluation, theory, language, full=links)]
    if links:
        told = [*(account(each, theory, language, known) for each in evaluation.judgements), *told]
        told += [whole.chains_text(evaluation, theory, language)]
        told += [whole.absent_text(evaluation, theory, language)]
        told += [quality_text(evaluation, known, language)]
    for each in told:
        if each:
            out("\n" + each)


@contextmanager
def _progress(desk: Desk, theory: Theory) -> Iterator[Callable[[str], None]]:
    """Show a bar on a terminal while the data are read and the comparisons estimated."""
    bar = click.progressbar(
        length=len(STAGES),
        label=words.PROGRESS.say(desk.language, theory=theory.id),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    )
    with bar:

        def tick(stage: str) -> None:
            if stage in STAGES:
                bar.update(STAGES.index(stage) - bar.pos)

        yield tick
        bar.update(len(STAGES) - bar.pos)
