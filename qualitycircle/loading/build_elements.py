"""Nodes to the elements of a theory: activities, outputs, outcomes and goals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from qualitycircle.findings import Finding, error
from qualitycircle.loading.fields import Fields
from qualitycircle.loading.nodes import Entry, Node, ScalarNode
from qualitycircle.loading.phrases import QC209, condition, is_id, made_id, reasoned
from qualitycircle.loading.structure import QC207
from qualitycircle.theory import Activity, Assignment, Element, Goal, Outcome, Output, Promise, Several
from qualitycircle.vocabulary.values import danish, likely, value

QC221 = error("QC221")


def element_fields(entry: Entry, fields: Fields) -> dict[str, Any]:
    """Return what every element says, as keyword arguments."""
    return {
        "id": checked_id(entry, fields),
        "name": fields.short or fields.text("navn"),
        "definition": fields.text("definition"),
        "indicators": fields.ids("indikatorer"),
        "indicator_places": fields.id_places("indikatorer"),
        "several": Several(fields.word("flere_indikatorer", "several") or "mean"),
        "consists_of": fields.ids("består_af"),
        "responsible": ", ".join(fields.texts("ansvarlig")),
        "source": fields.citation("kilde"),
        "questions": fields.texts("vidensspørgsmål"),
        "place": entry.key.place,
    }


def checked_id(entry: Entry, fields: Fields) -> str:
    """Return the author's id; one that no link could point at is a finding."""
    if is_id(entry.key.text):
        return entry.key.text
    fields.find(QC209, entry.key.place, key="", text=entry.key.text[:60])
    return made_id(entry.key.text)


def activity(entry: Entry, findings: list[Finding], library: Mapping[str, Activity] | None) -> Activity:
    """Return a delindsats; without a name of its own it is the library's, with what is added here."""
    fields = Fields(entry.value, findings)
    declared = fields.get("tildeling")
    assignment, because = _assignment(fields, declared)
    own = Activity(
        **element_fields(entry, fields),
        content=fields.text("indhold"),
        phase=fields.text("fase"),
        before=fields.ids("før"),
        alongside=fields.ids("samtidig_med"),
        after=fields.ids("efter"),
        sector=sector(fields),
        setting=fields.word("sted", "setting") or "",
        assignment=assignment,
        assignment_because=because,
        assignment_declared=declared is not None,
        assigned_per=fields.word("tildeles_pr", "assigned_per") or "",
        promised=promise(fields.get("lovet"), findings),
        method=fields.text("metode"),
        cost=fields.text("pris"),
    )
    if own.name:
        return own
    return from_library(own, library, fields)


def from_library(own: Activity, library: Mapping[str, Activity] | None, fields: Fields) -> Activity:
    """Return the library's activity with this id, changed by what is said here."""
    shared = (library or {}).get(own.id)
    if shared is None:
        if library is not None:
            fields.find(QC221, own.place, id=own.id)
        return replace(own, name=named_by_id(own.id))
    return replace(shared, **said(own, Activity(id=own.id, name="")))


def said(own: Any, silent: Any) -> dict[str, Any]:
    """Return the fields where a value says something else than one that says nothing."""
    return {
        name: getattr(own, name)
        for name in own.__dataclass_fields__
        if name == "place" or getattr(own, name) != getattr(silent, name)
    }


def named_by_id(id: str) -> str:
    """Return a name made of an id, when the author gave none."""
    words = id.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def sector(fields: Fields) -> str:
    """Return the sector's English value; several are joined by a comma."""
    return ", ".join(found for each in fields.texts("sektor") if (found := value("sector", each)))


def _assignment(fields: Fields, node: Node | None) -> tuple[Assignment, str]:
    split = fields.phrase("tildeling", reasoned)
    if split is None or node is None:
        return Assignment.UNKNOWN, ""
    found = value("assignment", split.value)
    if found is None:
        guess = likely("assignment", split.value)
        facts = {"suggestion": guess} if guess else {}
        known = danish("assignment")
        fields.find(QC207, node.place, key="tildeling", text=split.value[:60], known=known, **facts)
    return Assignment(found or "unknown"), split.because


def promise(node: Node | None, findings: list[Finding]) -> Promise | None:
    """Return what was promised: a condition (`mindst 75 %`) or coverage, dose and fidelity."""
    if node is None:
        return None
    fields = Fields(node, findings)
    if isinstance(node, ScalarNode):
        found = fields.read(node, condition, key="lovet")
        return Promise(condition=found, place=node.place) if found else None
    return Promise(
        coverage=fields.text("dækning"),
        dose=fields.text("dosis"),
        fidelity=fields.text("som_beskrevet"),
        place=node.place,
    )


def output(entry: Entry, findings: list[Finding]) -> Output:
    """Return a præstation."""
    fields = Fields(entry.value, findings)
    return Output(
        **element_fields(entry, fields),
        promised=promise(fields.get("lovet"), findings),
        wanted_up=_wanted_up(fields),
    )


def _wanted_up(fields: Fields) -> bool | None:
    """Return whether more is wished for, or None when the element does not say."""
    said = fields.word("ønsket", "wanted")
    return None if said is None else said == "up"


def outcome(entry: Entry, findings: list[Finding]) -> Outcome:
    """Return an effekt."""
    fields = Fields(entry.value, findings)
    return Outcome(
        **element_fields(entry, fields),
        in_whom=fields.word("hos", "in_whom") or "",
        satisfied_at=fields.text("tilfreds_ved"),
        wanted_up=_wanted_up(fields),
    )


def goal(entry: Entry, findings: list[Finding]) -> Goal:
    """Return a slutmål."""
    fields = Fields(entry.value, findings)
    return Goal(
        **element_fields(entry, fields),
        wanted_up=fields.word("ønsket", "wanted") != "down",
        within=fields.duration("inden_for"),
        follow_up=fields.duration("opgøres_efter"),
        satisfied_at=fields.text("tilfreds_ved"),
        competes_with=fields.ids("konkurrerer_med"),
    )


def elements(fields: Fields, library: Mapping[str, Activity] | None) -> tuple[Element, ...]:
    """Return the elements of a theory, column by column, in the author's order."""
    findings = fields.findings
    return (
        *(activity(each, findings, library) for each in fields.items("delindsatser")),
        *(output(each, findings) for each in fields.items("præstationer")),
        *(outcome(each, findings) for each in fields.items("effekter")),
        *(goal(each, findings) for each in fields.items("slutmål")),
    )
