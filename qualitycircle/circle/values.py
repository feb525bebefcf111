"""What the circle keeps: plans frozen before data, evaluations, decisions, rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.circle.plain import Plain
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.theory.change import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A test plan: what will be held against the data, said before anybody looks (BIP 2017; KL 2011 p2).

    `content` is what `qualitycircle.expectation.plan_content` gave; `fingerprint` is of its meaning,
    `mapping` of how the data were to be read. `text` is the theory as it was written that day.
    """

    theory: str
    round: int
    version: int
    date: str
    fingerprint: str
    mapping: str
    content: Mapping[str, Plain] = field(hash=False)
    text: str

    @property
    def links(self) -> Mapping[str, Plain]:
        """Return what is to be estimated for each link, by the link's id."""
        entries = self.content.get("links")
        found = entries if isinstance(entries, list | tuple) else ()
        return {str(each["link"]): each for each in found if isinstance(each, Mapping) and "link" in each}


class Answer(Enum):
    """What was decided about a proposal."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer and its reason. `changes` is what was done instead, when the answer is CHANGED.

    A choice without a proposal (`proposal` "") is the decider's own correction. `evidence` holds the
    numbers the proposal rested on, as they stood that day.
    """

    proposal: str
    answer: Answer
    reason: str
    changes: tuple[Change, ...] = ()
    evidence: Mapping[str, Plain] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided at one sitting, and everything needed to carry it out.

    The record is the commit point: `before` and `after` are the hashes of the theory's file, `text`
    the new file as a whole ("" when nothing changes) and `next_plan` the plan of the next round. A
    decision that `closes` ends its round. `undecided` names the proposals nobody answered.
    """

    theory: str
    round: int
    number: int
    date: str
    evaluation: int
    choices: tuple[Choice, ...]
    undecided: tuple[str, ...] = ()
    closes: bool = False
    file: str = ""
    version: int = 0
    before: str = ""
    after: str = ""
    text: str = ""
    next_plan: Plan | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what this sitting changed, in order."""
        return tuple(
            change
            for choice in self.choices
            if choice.answer is not Answer.REJECTED
            for change in choice.changes
        )


class State(Enum):
    """How far a round has come."""

    PLANNED = "planned"
    EVALUATED = "evaluated"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One turn of the circle (omgang): a plan, evaluations, decisions. Only ever added to.

    `plan` is None when somebody evaluated without freezing one: then everything is post hoc.
    """

    theory: str
    number: int
    plan: Plan | None = None
    evaluations: tuple[Evaluation, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def latest(self) -> Evaluation | None:
        return self.evaluations[-1] if self.evaluations else None

    @property
    def closing(self) -> Decision | None:
        """Return the decision that ended the round, or None while it is open."""
        return next((each for each in self.decisions if each.closes), None)

    @property
    def state(self) -> State:
        if self.closing is not None:
            return State.DECIDED
        return State.EVALUATED if self.evaluations else State.PLANNED

    def answer(self, proposal: str) -> Choice | None:
        """Return the latest answer to a proposal in this round, or None."""
        answers = (choice for each in self.decisions for choice in each.choices)
        return next((each for each in reversed(tuple(answers)) if each.proposal == proposal), None)
