"""`circle check`: are the texts sound, and how many of the links can be tested?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from qualitycircle.cli.terminal import Desk, chosen, open_project, out, show, theory_ids
from qualitycircle.findings import Finding, Severity, has_errors, in_reading_order
from qualitycircle.project import Project
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("check", help=words.COMMANDS["check"].say(language))
    @click.argument(
        "theories",
        shell_complete=theory_ids,
        nargs=-1,
        metavar="[TEORI]..." if language == "da" else "[THEORY]...",
    )
    @click.option("--testability", is_flag=True, help=words.OPTIONS["testability"].say(language))
    @click.option(
        "--absent", "--uden-pil", "absent", is_flag=True, help=words.OPTIONS["absent"].say(language)
    )
    @click.option("--strict", is_flag=True, help=words.OPTIONS["strict"].say(language))
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", "github"]),
        default="text",
        help=words.OPTIONS["format"].say(language),
    )
    @click.pass_obj
    def check(
        desk: Desk, theories: tuple[str, ...], testability: bool, absent: bool, strict: bool, form: str
    ) -> None:
        loaded = open_project(desk, only=[Path(each).stem for each in theories])
        picked = chosen(desk, loaded.project, theories) if theories else loaded.project.theories
        findings = _findings(loaded.project, loaded.findings, picked, everything=not theories)
        broken = {each.place.file for each in findings if each.severity is Severity.ERROR}
        sound = tuple(each for each in picked if each.place.file not in broken)
        if absent and form == "json":
            out(_absent_as_json(desk, loaded.project, sound, findings))
        else:
            _report(desk, findings, loaded.texts, form)
        if form == "text":
            show_headlines(desk, loaded.project, sound, table=testability)
        if absent and form == "text":
            _show_absent(desk, loaded.project, sound)
        raise SystemExit(1 if has_errors(findings, strict=strict) else 0)

    return check


def _findings(
    project: Project, read: tuple[Finding, ...], theories: tuple[Theory, ...], *, everything: bool
) -> tuple[Finding, ...]:
    from qualitycircle.checks.rules import check, check_project

    frozen = [finding for each in theories for finding in _frozen(project, each)]
    if everything:
        return in_reading_order((*read, *check_project(project), *frozen))
    files = {each.place.file for each in theories}
    ours = [*(each for each in read if each.place.file in files), *frozen]
    for each in theories:
        ours.extend(check(each, project.indicators, library=project.library))
    return in_reading_order(ours)


def _frozen(project: Project, theory: Theory) -> tuple[Finding, ...]:
    """Return what a frozen plan says of a theory whose claims were changed after it."""
    if not (Path(project.root) / "rounds").is_dir():
        return ()
    from qualitycircle.circle.rounds import kept_findings

    return kept_findings(project, theory)


def _report(desk: Desk, findings: tuple[Finding, ...], texts: Mapping[str, str], form: str) -> None:
    from qualitycircle.rendering import messages

    if form == "json":
        out(messages.as_json(findings, desk.language))
    elif form == "github":
        out(messages.as_github(findings, desk.language))
    else:
        show(desk, findings, texts)


def show_headlines(desk: Desk, project: Project, theories: tuple[Theory, ...], *, table: bool) -> None:
    from qualitycircle.rendering import testability

    for each in theories:
        if table:
            out(testability.as_text(each, project.indicators, desk.language))
        else:
            out(f"{each.id}: {testability.headline(each, project.indicators, desk.language)}")


def _show_absent(desk: Desk, project: Project, theories: tuple[Theory, ...]) -> None:
    from qualitycircle.evaluation.reading_off import read_off
    from qualitycircle.rendering import unfolded

    for each in theories:
        found = read_off(each, project.indicators)
        out("\n" + unfolded.as_text(each, found, project.indicators, desk.language))


def _absent_as_json(
    desk: Desk, project: Project, theories: tuple[Theory, ...], findings: tuple[Finding, ...]
) -> str:
    """Return the findings with the generated graphs and what is read off them, in ASCII."""
    from qualitycircle.evaluation.reading_off import read_off
    from qualitycircle.rendering import messages, unfolded

    content = json.loads(messages.as_json(findings, desk.language))
    content["graphs"] = [
        unfolded.as_plain(each, read_off(each, project.indicators), project.indicators, desk.language)
        for each in theories
    ]
    return json.dumps(content, indent=2)
