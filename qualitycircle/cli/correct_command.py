"""`circle correct THEORY`: proposals drawn from the evaluation, and what people decide."""

from __future__ import annotations

import sys

import click

from qualitycircle.circle.proposal import Proposal
from qualitycircle.circle.values import Answer, Choice
from qualitycircle.cli.plan_command import today
from qualitycircle.cli.terminal import (
    Desk,
    Unreadable,
    open_project,
    out,
    show,
    stop_at_errors,
    the_theory,
    theory_ids,
)
from qualitycircle.loading.project import Loaded
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("correct", help=words.COMMANDS["correct"].say(language))
    @click.argument(
        "theory",
        shell_complete=theory_ids,
        required=False,
        metavar="[TEORI]" if language == "da" else "[THEORY]",
    )
    @click.option("--accept", multiple=True, metavar="ID", help=words.OPTIONS["accept"].say(language))
    @click.option("--reject", multiple=True, metavar="ID", help=words.OPTIONS["reject"].say(language))
    @click.option(
        "--reason",
        default="",
        metavar="TEKST" if language == "da" else "TEXT",
        help=words.OPTIONS["reason"].say(language),
    )
    @click.pass_obj
    def correct(
        desk: Desk, theory: str | None, accept: tuple[str, ...], reject: tuple[str, ...], reason: str
    ) -> None:
        loaded = open_project(desk)
        stop_at_errors(desk, loaded.findings, loaded.texts)
        picked = the_theory(desk, loaded.project, theory)
        offered = _proposals(desk, loaded, picked)
        given = [*((each, Answer.ACCEPTED) for each in accept), *((each, Answer.REJECTED) for each in reject)]
        if given and not reason.strip():
            raise click.UsageError(words.REASON_NEEDED.say(desk.language))
        chosen = [Choice(proposal=id, answer=answer, reason=reason) for id, answer in given]
        if not given:
            _show_proposals(desk, offered, picked)
            chosen = _asked(desk, offered)
        if chosen:
            _carry_out(desk, loaded, picked, chosen)

    return correct


def _proposals(desk: Desk, loaded: Loaded, theory: Theory) -> tuple[Proposal, ...]:
    from qualitycircle.circle.proposals import proposals
    from qualitycircle.circle.reading import read_rounds

    rounds = read_rounds(desk.folder(), theory.id)
    stop_at_errors(desk, rounds.findings)
    current = rounds.current
    if current is None or current.latest is None:
        raise Unreadable(words.NO_EVALUATION.say(desk.language, theory=theory.id))
    answered = {choice.proposal for each in current.decisions for choice in each.choices}
    found = proposals(theory, current.latest, loaded.project.indicators)
    return tuple(each for each in found if each.id not in answered)


def _show_proposals(desk: Desk, offered: tuple[Proposal, ...], theory: Theory) -> None:
    from qualitycircle.rendering.circle import proposals_text

    out(proposals_text(offered, theory, desk.language))


def _asked(desk: Desk, offered: tuple[Proposal, ...]) -> list[Choice]:
    """Ask for a decision on each proposal; without a terminal nobody is asked."""
    if not sys.stdin.isatty():
        return []
    keys = {each.say(desk.language): name for name, each in words.DECISION_KEYS.items()}
    chosen: list[Choice] = []
    for each in offered:
        prompt = f"{each.id}\n{words.ASK_DECISION.say(desk.language)}"
        given: str = click.prompt(prompt, type=click.Choice(list(keys)), show_choices=False)
        answer = keys[given]
        if answer == "stop":
            break
        if answer in {"accept", "reject"}:
            reason = click.prompt(words.ASK_REASON.say(desk.language))
            kind = Answer.ACCEPTED if answer == "accept" else Answer.REJECTED
            chosen.append(Choice(proposal=each.id, answer=kind, reason=reason))
    return chosen


def _carry_out(
    desk: Desk, loaded: Loaded, theory: Theory, chosen: list[Choice], *, first_time: bool = False
) -> None:
    """Show what the answers change, and then do it; in a demo what was left unanswered is no warning."""
    from qualitycircle.circle.decisions import decide, preview
    from qualitycircle.circle.reading import DECISIONS, round_file
    from qualitycircle.rendering.differences import differences_text
    from qualitycircle.theory.change import difference

    shown = preview(loaded.project, theory, chosen, date=today())
    stop_at_errors(desk, shown.findings)
    out(differences_text(difference(theory, shown.theory), desk.language))
    decided = decide(loaded.project, theory, chosen, date=today())
    stop_at_errors(desk, decided.findings)
    if not first_time:
        show(desk, decided.findings)
    if decided.decision is None:
        return
    path = round_file(theory.id, decided.decision.round, DECISIONS)
    out(words.DECIDED.say(desk.language, path=path))
    if decided.theory.version != theory.version:
        out(words.NEW_VERSION.say(desk.language, theory=theory.id, version=decided.theory.version))
    if first_time and decided.decision.undecided:
        out(words.DEMO_UNANSWERED.say(desk.language, count=len(decided.decision.undecided)))


def accept_surest(desk: Desk, loaded: Loaded, theory: Theory, reason: str) -> None:
    """Show the proposals and accept the surest that changes the theory: what the demo does."""
    offered = _proposals(desk, loaded, theory)
    _show_proposals(desk, offered, theory)
    first = next(each for each in sorted(offered, key=lambda each: not each.survives) if each.changes)
    out(f'\n$ circle correct {theory.id} --accept {first.id} --reason "{reason}"')
    answer = Choice(proposal=first.id, answer=Answer.ACCEPTED, reason=reason)
    _carry_out(desk, loaded, theory, [answer], first_time=True)
