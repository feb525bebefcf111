"""Nodes to a project's settings: where data are, and what the provider's columns and codes mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qualitycircle.findings import Finding, warning
from qualitycircle.loading.build_elements import checked_id
from qualitycircle.loading.fields import Fields, each_of, entries, text_of
from qualitycircle.loading.nodes import MappingNode, Node
from qualitycircle.loading.schemas.shapes import TABLES
from qualitycircle.project import Initiative, Laboratory, Privacy, Settings, Table, TableSource, Track
from qualitycircle.vocabulary.keys import key
from qualitycircle.vocabulary.values import value

QC232 = warning("QC232")

USUAL_CELL = 5
"""The fewest persons a number may be about when nothing is said; the usual rule of Danish statistics."""
_FEWEST = 3


def settings(node: MappingNode, fields: Fields) -> Settings:
    """Return what a folded `circle.yml` says."""
    privacy = fields.within("privatliv")
    cell = privacy.whole("mindste_celle", USUAL_CELL)
    if _FEWEST <= cell < USUAL_CELL:
        fields.find(QC232, privacy.place("mindste_celle"), count=cell)
    return Settings(
        id=fields.id("projekt"),
        name=fields.text("navn"),
        language="en" if fields.word("sprog", "language") == "en" else "da",
        provider=fields.text("udfører"),
        commissioner=fields.text("bestiller"),
        roles=_texts(fields.get("roller")),
        privacy=Privacy(
            key_file=privacy.text("nøglefil"),
            smallest_cell=cell if cell >= _FEWEST else USUAL_CELL,
        ),
        tables=tuple(_tables(fields.within("data"))),
        synthetic=fields.within("data").is_yes("konstruerede") is True,
        laboratory=_laboratory(fields.get("laboratorium"), fields.findings),
        place=node.place,
    )


def _tables(data: Fields) -> Iterator[TableSource]:
    for name, table in TABLES.items():
        for each in each_of(data.get(name)):
            if isinstance(each, MappingNode):
                yield _table(each, Table(table), data)


def _table(node: MappingNode, table: Table, data: Fields) -> TableSource:
    """Return one place a table comes from; file, person and date format may stand once for all."""
    fields = Fields(node, data.findings)
    section = f"columns_{table.value}"
    columns = _named(fields.get("kolonner"), section)
    return TableSource(
        table=table,
        file=fields.text("fil") or data.text("fil"),
        sheet=fields.text("ark"),
        person=columns.get("person") or fields.text("person") or data.text("person"),
        columns=columns,
        indicators=_texts(fields.get("indikatorer")),
        options={each.key.text: _texts(each.value) for each in fields.items("valg")},
        codes={
            _in_english(each.key.text, section): {
                code.key.text: Fields(each.value, []).texts(code.key.text) for code in entries(each.value)
            }
            for each in fields.items("koder")
        },
        always=_named(fields.get("altid"), section),
        separator=fields.text("skilletegn"),
        date_format=fields.text("datoformat") or data.text("datoformat"),
        statuses=fields.text("statusser"),
        other_exits=fields.texts("andre_udgange"),
        end_of_follow_up=fields.texts("ophør"),
        place=node.place,
    )


def _texts(node: Node | None) -> Mapping[str, str]:
    return {each.key.text: text_of(each.value) for each in entries(node)}


def _named(node: Node | None, section: str) -> Mapping[str, str]:
    return {_in_english(each.key.text, section): text_of(each.value) for each in entries(node)}


def _in_english(column: str, section: str) -> str:
    """Return our English name of a column; an indicator's id stays as it is."""
    found = key(section, column)
    return found.en if found else column


def _laboratory(node: Node | None, findings: list[Finding]) -> Laboratory | None:
    if node is None:
        return None
    fields = Fields(node, findings)
    return Laboratory(
        vision=fields.text("vision"),
        success=fields.texts("succes"),
        tracks=_tracks(fields, "spor"),
        themes=_tracks(fields, "temaer"),
    )


def _tracks(fields: Fields, name: str) -> tuple[Track, ...]:
    return tuple(
        Track(
            id=checked_id(each, inner),
            name=inner.short or inner.text("navn") or each.key.text,
            theories=inner.ids("teorier"),
            station=inner.word("station", "station") or "",
            themes=inner.ids("temaer"),
            activities=inner.ids("delindsatser"),
            initiatives=tuple(_initiative(one, inner) for one in each_of(inner.get("initiativer"))),
            inspiration=inner.texts("inspiration"),
            place=each.key.place,
        )
        for each in fields.items(name)
        for inner in (Fields(each.value, fields.findings),)
    )


def _initiative(node: Node, track: Fields) -> Initiative:
    """Return an initiative; one written short is named by its design, when the text is one."""
    fields = Fields(node, track.findings)
    return Initiative(
        name=fields.text("navn") if value("design", fields.short) else fields.short or fields.text("navn"),
        design=value("design", fields.short) or fields.word("design", "design") or "",
        method=fields.word("metode", "initiative_method") or "",
        theories=fields.ids("teorier"),
    )
