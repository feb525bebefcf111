"""The circle as text: where theories stand, what is proposed, what has happened. Plain strings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qualitycircle.circle.history import History, Newest, Step, VerdictChange
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.proposals import Proposal
from qualitycircle.circle.status import Block, Blocked, Station, StationStatus, TheoryStatus
from qualitycircle.circle.values import Choice, Decision, Round
from qualitycircle.evaluation.values import Evaluation, Verdict
from qualitycircle.rendering.naming import number
from qualitycircle.rendering.people import people, thousands
from qualitycircle.theory import Theory
from qualitycircle.theory.change import Change, subject
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import circle as words
from qualitycircle.vocabulary.words.evaluation import UNITS

_MOST_NAMES = 4
_DONE, _HERE, _LATER = "[x]", "[>]", "[ ]"
"""Plain marks: a Windows console has no others."""


def status_text(status: TheoryStatus, language: Language) -> str:
    """Return where a theory stands, what blocks the next station, the next step and the five questions."""
    stations = (_station(status, each, language) for each in status.stations)
    step = f"  {next_step(status, language)}"
    return "\n".join([_heading(status, language), *stations, step, "", answers_text(status, language)])


def status_line(status: TheoryStatus, language: Language) -> str:
    """Return a theory's station, what is missing there and the next step, in a few lines."""
    name = words.STATIONS[status.here.station.value].say(language)
    missing = (f"  – {blocked_text(each, language)}" for each in status.here.blocked)
    step = f"  {next_step(status, language)}"
    return "\n".join([f"{_heading(status, language)}: {name}", *missing, step])


def _heading(status: TheoryStatus, language: Language) -> str:
    return words.HEADING.say(language, title=status.title, version=status.version, round=status.round)


def _station(status: TheoryStatus, station: StationStatus, language: Language) -> str:
    here = station is status.here
    mark = _HERE if here else (_DONE if station.is_done else _LATER)
    name = words.STATIONS[station.station.value].say(language)
    if not here:
        return f"  {mark} {name}"
    lines = [f"  {mark} {name}  <- {words.HERE.say(language)}"]
    question = words.STATION_QUESTIONS.get(station.station.value)
    if question:
        lines.append(f"      {question.say(language)}")
    return "\n".join([*lines, *(f"      – {blocked_text(each, language)}" for each in station.blocked)])


def blocked_text(blocked: Blocked, language: Language) -> str:
    """Return what is missing, as one line."""
    return words.BLOCKS[blocked.block.name].say(language, about=_names(blocked.about, language))


def next_step(status: TheoryStatus, language: Language) -> str:
    """Return the one thing to do next."""
    here = status.here
    key = here.station.value
    if here.station is Station.DATA and Block.NO_PLAN not in {each.block for each in here.blocked}:
        key = "data only"
    step = words.NEXT_STEPS[key].say(language, theory=status.theory, file=status.file)
    return words.NEXT.say(language, step=step)


def answers_text(status: TheoryStatus, language: Language) -> str:
    """Return the five questions (New Insight s11) with what is known so far."""
    return "\n".join(
        f"{number}. {question.say(language)}\n   {answer}"
        for number, (question, answer) in enumerate(
            zip(words.QUESTIONS, answers(status, language), strict=True), start=1
        )
    )


def answers(status: TheoryStatus, language: Language) -> tuple[str, ...]:
    """Return the answers to the five questions, in order."""
    known, nothing = status.answers, words.NOTHING_YET.say(language)
    measured = words.MEASURED.say(
        language,
        testable=known.testable,
        links=known.links,
        indicators=known.indicators,
        weeks=max(1, round(known.every_days / 7)),
    )
    results = words.RESULTS.say(
        language,
        verdicts=_counted(known.verdicts, language),
        persons=people(known.persons, language, known.smallest_cell),
        post_hoc=words.POST_HOC.say(language) if known.post_hoc else "",
    )
    learned = words.LEARNED.say(
        language, accepted=known.accepted, rejected=known.rejected, proposed=known.proposed
    )
    if known.unanswered:
        learned += " " + words.UNANSWERED.say(language, count=known.unanswered)
    return (
        _names(known.goals, language) or nothing,
        _names(known.activities, language) or nothing,
        measured,
        results if known.verdicts else nothing,
        learned if known.verdicts else nothing,
    )


def proposals_text(
    offered: Sequence[Proposal], theory: Theory, language: Language, *, round: Round | None = None
) -> str:
    """Return every proposal with its numbers, its rival explanation and how to answer.

    With `round`, the answers given so far stand beside them.
    """
    if not offered:
        return words.NO_PROPOSALS.say(language)
    blocks = [_proposal(each, language, round.answer(each.id) if round else None) for each in offered]
    return "\n\n".join([*blocks, words.HOW_TO_ANSWER.say(language, theory=theory.id)])


def _proposal(proposal: Proposal, language: Language, answer: Choice | None) -> str:
    lines = [f"{proposal.id}", f"  {proposal_title(proposal, language)}"]
    evidence = evidence_text(proposal.evidence, language)
    if evidence:
        lines.append(f"  {evidence}")
    if proposal.survives is not None:
        lines.append(f"  {words.SURVIVES[proposal.survives].say(language)}")
    lines.append("  " + words.RIVAL.say(language, rival=words.RIVALS[proposal.rival].say(language)))
    if not proposal.changes:
        lines.append("  " + words.NO_TEXT_CHANGE.say(language))
    if proposal.must_be_confirmed:
        lines.append("  " + words.CONFIRM.say(language))
    if answer is not None:
        said = words.ANSWERS[answer.answer.value].say(language)
        lines.append("  " + words.ANSWERED.say(language, answer=said, reason=answer.reason))
    return "\n".join(lines)


def proposal_title(proposal: Proposal, language: Language) -> str:
    """Return what is proposed, as one line."""
    return words.PROPOSALS[proposal.kind.name].say(language, subject=proposal.subject)


def evidence_text(evidence: Mapping[str, Plain], language: Language) -> str:
    """Return the numbers a proposal or a decision rests on, as one line."""
    parts = [_verdict(Verdict(str(evidence["verdict"])), language)] if "verdict" in evidence else []
    if "value" in evidence and "unit" in evidence:
        unit = UNITS.get(str(evidence["unit"]))
        named = unit.say(language) if unit else str(evidence["unit"])
        parts.append(words.ESTIMATE.say(language, **{**_numbers(evidence, language), "unit": named}))
    elif "promised" in evidence:
        parts.append(words.DELIVERED.say(language, **_numbers(evidence, language)))
    elif "standing" in evidence:
        parts.append(words.STANDING.say(language, **_numbers(evidence, language)))
    if "unmet" in evidence:
        parts.append(words.UNMET.say(language, unmet=_number(evidence["unmet"], language)))
    if evidence.get("verdict") == Verdict.UNDECIDED.value and evidence.get("n_needed"):
        parts.append(words.NEEDED.say(language, n_needed=_number(evidence["n_needed"], language)))
    return "; ".join(parts)


def history_text(history: History, language: Language) -> str:
    """Return every round: plan, evaluations with what changed, decisions with their reasons."""
    rounds = [_round(each, history, language) for each in history.rounds.rounds]
    return "\n\n".join(rounds) if rounds else words.NO_HISTORY.say(language)


def newest_text(newest: Sequence[Newest], language: Language) -> str:
    """Return each theory's newest seal and what to do with it; "" when there are no records."""
    lines = [
        words.NEWEST.say(language, theory=each.theory, records=each.records, seal=each.seal)
        for each in newest
    ]
    return "\n".join([*lines, words.NOTE_SEAL.say(language)]) if lines else ""


def _round(round: Round, history: History, language: Language) -> str:
    lines = [words.ROUND.say(language, round=round.number)]
    if round.plan is None:
        lines.append("  " + words.NO_PLAN.say(language))
    else:
        lines.append("  " + words.FROZEN.say(language, date=round.plan.date, version=round.plan.version))
    for step in history.steps:
        if step.round == round.number:
            lines += _step(step, language)
    for decision in round.decisions:
        lines += _decision(decision, language)
    return "\n".join(lines)


def _step(step: Step, language: Language) -> Iterator[str]:
    evaluation = step.evaluation
    synthetic = words.SYNTHETIC.say(language) if evaluation.synthetic else ""
    post_hoc = words.POST_HOC.say(language) if evaluation.post_hoc else ""
    verdicts = _counted(_counts(evaluation), language)
    yield "  " + words.EVALUATED.say(
        language,
        date=evaluation.date,
        number=evaluation.number,
        version=evaluation.version,
        verdicts=f"{verdicts}{post_hoc}{synthetic}",
    )
    yield from (f"      {verdict_change_text(each, language)}" for each in step.changes)


def verdict_change_text(change: VerdictChange, language: Language) -> str:
    """Return how a link's verdict changed, as one line."""
    before, after = (
        words.NOT_CLAIMED.say(language) if each is None else _verdict(each, language)
        for each in (change.before, change.after)
    )
    post_hoc = words.POST_HOC.say(language) if change.post_hoc else ""
    return words.VERDICT_CHANGE.say(language, link=change.link, before=before, after=f"{after}{post_hoc}")


def _decision(decision: Decision, language: Language) -> Iterator[str]:
    for each in decision.choices:
        what = f"{each.proposal or words.OWN_CORRECTION.say(language)}: {choice_text(each, language)}"
        yield "  " + words.DECIDED.say(language, date=decision.date, what=what, reason=each.reason)
    if decision.text:
        yield "  " + words.NEW_VERSION.say(language, date=decision.date, version=decision.version)


def choice_text(choice: Choice, language: Language) -> str:
    """Return what an answer did, as one line."""
    done = ", ".join(change_text(each, language) for each in choice.changes)
    said = words.ANSWERS[choice.answer.value].say(language)
    return f"{said} ({done})" if done else said


def change_text(change: Change, language: Language) -> str:
    """Return what a correction does, as one line."""
    return words.CHANGES[type(change).__name__].say(language, subject=subject(change))


def _verdict(verdict: Verdict, language: Language) -> str:
    return words.VERDICTS[verdict.value].say(language)


def _counts(evaluation: Evaluation) -> tuple[tuple[Verdict, int], ...]:
    return tuple((each, evaluation.count(each)) for each in Verdict if evaluation.count(each))


def _counted(counts: Sequence[tuple[Verdict, int]], language: Language) -> str:
    return ", ".join(f"{_verdict(verdict, language)} {count}" for verdict, count in counts)


def _names(names: Sequence[str], language: Language) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    left = len(names) - _MOST_NAMES
    return f"{shown} {words.MORE.say(language, count=left)}" if left > 0 else shown


def _numbers(evidence: Mapping[str, Plain], language: Language) -> dict[str, str]:
    told = {key: _number(value, language) for key, value in evidence.items()}
    persons = evidence.get("persons")
    return {**told, "persons": people(persons, language)} if isinstance(persons, int) else told


def _number(value: Plain, language: Language) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return number(value, language, decimals=2)
    return thousands(value, language) if isinstance(value, int) else str(value)
