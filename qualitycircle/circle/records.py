"""Plans, evaluations and decisions as texts, sealed; and back again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from qualitycircle.circle.plain import NotPlainError, Plain, plain, value_of
from qualitycircle.circle.readable import UnreadableError, as_yaml, from_yaml
from qualitycircle.circle.values import Answer, Choice, Decision, Plan
from qualitycircle.theory.change import Change
from qualitycircle.vocabulary.language import Text
from qualitycircle.vocabulary.words.circle import ANSWERS, VERDICTS

_PLAN_NOTE = "# Frosset, før nogen så på data. Skrives én gang og ændres aldrig.\n"
_BLOCK = re.compile(r"^(?=- beslutning: )", re.MULTILINE)


def plan_text(plan: Plan) -> str:
    """Return a plan as the YAML of `plan.yml`, without its seal."""
    return _PLAN_NOTE + as_yaml(_plan_entry(plan))


def plan_from(text: str) -> Plan:
    """Return the plan of a `plan.yml`. Raises UnreadableError when it is not one of ours."""
    return _plan(_entry(text))


def decision_text(decision: Decision) -> str:
    """Return a decision as one block of `decisions.yml`, without its seal."""
    entry: dict[str, Plain] = {
        "beslutning": decision.number,
        "programteori": decision.theory,
        "runde": decision.round,
        "dato": decision.date,
        "evaluering": decision.evaluation,
        "svar": [_choice_entry(each) for each in decision.choices],
        "ikke_taget_stilling": list(decision.undecided),
        "lukker_runden": decision.closes,
        "fil": decision.file,
        "version": decision.version,
        "før": decision.before,
        "efter": decision.after,
        "ny_tekst": decision.text,
        "næste_plan": _plan_entry(decision.next_plan) if decision.next_plan else None,
    }
    return as_yaml([entry])


def decision_blocks(text: str) -> tuple[str, ...]:
    """Return the blocks of a `decisions.yml`, one for each sitting."""
    return tuple(each for each in _BLOCK.split(text.replace("\r\n", "\n")) if each)


def decision_from(block: str) -> Decision:
    """Return the decision of one block. Raises UnreadableError when it is not one of ours."""
    entries = from_yaml(block)
    if not isinstance(entries, list) or len(entries) != 1:
        raise UnreadableError("not one block")
    return _decision(_mapping(entries[0]))


def _plan_entry(plan: Plan) -> dict[str, Plain]:
    return {
        "plan": plan.theory,
        "runde": plan.round,
        "version": plan.version,
        "dato": plan.date,
        "fingeraftryk": plan.fingerprint,
        "kolonner": plan.mapping,
        "teoritekst": plan.text,
        "prøver": plain(plan.content),
    }


def _plan(entry: Mapping[str, Any]) -> Plan:
    try:
        return Plan(
            theory=str(entry["plan"]),
            round=int(entry["runde"]),
            version=int(entry["version"]),
            date=str(entry["dato"]),
            fingerprint=str(entry["fingeraftryk"]),
            mapping=str(entry["kolonner"]),
            text=str(entry["teoritekst"]),
            content=dict(entry["prøver"]),
        )
    except (KeyError, TypeError, ValueError) as wrong:
        raise UnreadableError(f"plan: {wrong}") from None


def _choice_entry(choice: Choice) -> Plain:
    return {
        "forslag": choice.proposal,
        "svar": ANSWERS[choice.answer.value].da,
        "begrundelse": choice.reason,
        "korrektioner": [plain(each) for each in choice.changes],
        "evidens": _in_danish(choice.evidence),
    }


def _choice(entry: Mapping[str, Any]) -> Choice:
    return Choice(
        proposal=str(entry["forslag"]),
        answer=Answer(_value(ANSWERS, entry["svar"])),
        reason=str(entry["begrundelse"]),
        changes=tuple(value_of(Change, each) for each in entry["korrektioner"]),
        evidence=_from_danish(entry["evidens"]),
    )


def _in_danish(evidence: Mapping[str, Plain]) -> Plain:
    """Return the numbers a decision rests on with the verdict as it is called in the tables."""
    verdict = VERDICTS.get(str(evidence.get("verdict")))
    return plain({**evidence, "verdict": verdict.da} if verdict else evidence)


def _from_danish(evidence: Mapping[str, Any]) -> Mapping[str, Plain]:
    if "verdict" not in evidence:
        return dict(evidence)
    return {**evidence, "verdict": _value(VERDICTS, evidence["verdict"])}


def _value(words: Mapping[str, Text], written: object) -> str:
    """Return the value that a Danish word stands for; a value's own name stands for itself."""
    return next((value for value, text in words.items() if text.da == written), str(written))


def _decision(entry: Mapping[str, Any]) -> Decision:
    try:
        following = entry["næste_plan"]
        return Decision(
            theory=str(entry["programteori"]),
            round=int(entry["runde"]),
            number=int(entry["beslutning"]),
            date=str(entry["dato"]),
            evaluation=int(entry["evaluering"]),
            choices=tuple(_choice(each) for each in entry["svar"]),
            undecided=tuple(str(each) for each in entry["ikke_taget_stilling"]),
            closes=bool(entry["lukker_runden"]),
            file=str(entry["fil"]),
            version=int(entry["version"]),
            before=str(entry["før"]),
            after=str(entry["efter"]),
            text=str(entry["ny_tekst"]),
            next_plan=None if following is None else _plan(_mapping(following)),
        )
    except (KeyError, TypeError, ValueError, NotPlainError) as wrong:
        raise UnreadableError(f"decision: {wrong}") from None


def _entry(text: str) -> Mapping[str, Any]:
    return _mapping(from_yaml(text))


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise UnreadableError("not a mapping")
    return value
