"""Nodes to a theory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitycircle.findings import Code, error
from qualitycircle.loading.build_elements import elements, sector
from qualitycircle.loading.build_evidence import evidence, source
from qualitycircle.loading.build_links import links, moderators
from qualitycircle.loading.fields import Fields, each_of
from qualitycircle.loading.library import Shared, activities_by_id, moderators_by_id
from qualitycircle.loading.nodes import MappingNode
from qualitycircle.loading.phrases import pairs
from qualitycircle.theory import (
    Element,
    FrameworkPart,
    Intervention,
    MeasurementPlan,
    Risk,
    Status,
    TargetGroup,
    Theory,
)
from qualitycircle.vocabulary.durations import days
from qualitycircle.vocabulary.keys import key

QC222 = error("QC222")

_COLUMNS = ("delindsatser", "præstationer", "effekter", "slutmål")


def theory(node: MappingNode, fields: Fields, library: Sequence[Shared] | None) -> Theory:
    """Return the theory that a folded text tells; what is missing in it is empty."""
    shared_activities = None if library is None else activities_by_id(library)
    shared_moderators = None if library is None else moderators_by_id(library)
    found = elements(fields, shared_activities)
    return Theory(
        id=fields.id("programteori"),
        title=fields.text("titel"),
        version=fields.whole("version", 1),
        status=Status(fields.word("status", "status") or "in use"),
        source=fields.citation("kilde"),
        provider=fields.text("udfører"),
        commissioner=fields.text("bestiller"),
        target_group=target_group(fields.within("målgruppe")),
        problem=fields.text("problem"),
        rationale=fields.text("begrundelse"),
        citizen_text=fields.text("borgertekst"),
        intervention=intervention(fields.within("indsats")),
        phases=fields.texts("faser"),
        elements=_each_id_once(found, fields),
        links=links(fields),
        moderators=moderators(fields, shared_moderators),
        plan=plan(fields),
        evidence=evidence(fields),
        questions=fields.texts("vidensspørgsmål"),
        framework=framework(fields),
        risks=risks(fields),
        sources=tuple(source(each, fields.findings) for each in fields.items("kilder")),
        accepted={each.key.text: Fields(each.value, []).short for each in fields.items("accepteret")},
        place=fields.place("programteori") if "programteori" in fields else node.place,
        unread=frozenset(_unread(fields)),
        places={each.key.text: each.key.place for each in node.entries},
    )


def _unread(fields: Fields) -> Iterator[str]:
    """Yield the keys whose content is no block, and the links when one of them could not be read."""
    for section in (*_COLUMNS, "sammenhænge"):
        if (node := fields.get(section)) is not None and not isinstance(node, MappingNode):
            yield section
    if any(isinstance(pairs(each.key.text), Code) for each in fields.items("sammenhænge")):
        yield "sammenhænge"


def _each_id_once(found: tuple[Element, ...], fields: Fields) -> tuple[Element, ...]:
    """Keep the first of two elements with one id in two columns: a link could not tell them apart."""
    first: dict[str, Element] = {}
    for each in found:
        other = first.setdefault(each.id, each)
        if other is not each:
            fields.find(QC222, each.place, id=each.id, line=other.place.line)
    return tuple(first.values())


def target_group(fields: Fields) -> TargetGroup:
    """Return for whom the effort is."""
    return TargetGroup(
        name=fields.short or fields.text("navn"),
        description=fields.text("beskrivelse"),
        codes=fields.ids("koder"),
        subgroups=fields.texts("undergrupper"),
    )


def intervention(fields: Fields) -> Intervention:
    """Return the whole effort."""
    return Intervention(
        name=fields.short or fields.text("navn"),
        description=fields.text("beskrivelse"),
        content=fields.text("indhold"),
        sector=sector(fields),
        duration=fields.text("varighed"),
        method=fields.text("metode"),
        cost=fields.text("pris"),
        responsible=", ".join(fields.texts("ansvarlig")),
        source=fields.citation("kilde"),
    )


def plan(fields: Fields) -> MeasurementPlan:
    """Return when people are asked; about every three months when nothing is said."""
    inner = fields.within("måleplan")
    usual = MeasurementPlan()
    every = days(inner.duration("hver"))
    tolerance = days(inner.duration("tolerance"))
    interval = round(every) if every else usual.every
    return MeasurementPlan(
        every=interval,
        tolerance=round(tolerance) if tolerance is not None else interval // 2,
        rounds=inner.texts("runder"),
        design=inner.word("design", "design") or "",
        comparison=inner.text("sammenligning"),
        correct_after=inner.text("korrigér_efter"),
        declared=every is not None,
        tolerance_declared=tolerance is not None,
        place=fields.place("måleplan"),
    )


def framework(fields: Fields) -> tuple[FrameworkPart, ...]:
    """Return the requirements of each of the seven frames."""
    return tuple(
        FrameworkPart(
            area=area.en if (area := key("framework", entry.key.text)) else entry.key.text,
            requirement=part.short or part.text("krav"),
            evidence=part.text("evidens"),
            alternative=part.text("alternativ"),
        )
        for entry in fields.items("rammer")
        for part in (Fields(each, fields.findings) for each in each_of(entry.value))
    )


def risks(fields: Fields) -> tuple[Risk, ...]:
    """Return what measuring may do to practice."""
    each_risk = (Fields(each, fields.findings) for each in each_of(fields.get("risici")))
    return tuple(
        Risk(
            risk=each.short or each.text("risiko"),
            sign=each.text("tegn"),
            response=each.text("modtræk"),
        )
        for each in each_risk
    )
