"""A small provider for tests: a theory, its indicators, and its eight tables as CSV. All synthetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from qualitycircle.indicators import (
    Catalogue,
    Computation,
    Event,
    Indicator,
    IndicatorClass,
    Indicators,
    Respondent,
    Scale,
)
from qualitycircle.project import Privacy, Project, Settings, Table, TableSource
from qualitycircle.theory import (
    Activity,
    Goal,
    Intervention,
    Link,
    MeasurementPlan,
    Moderator,
    Outcome,
    Output,
    TargetGroup,
    Theory,
)

TODAY = 20_800
"""12 December 2026, as days."""

FIVE = Scale(id="faglig_5", low=1, high=5)
BELIEF = Scale(id="tro_på_job_5", steps=("Nej", "Tvivler", "Det svinger", "Gode chancer", "Ja"))
CHANNELS = Scale(id="søgekanaler", options=("aviser", "internet", "netværk", "søger ikke job"))

INDICATORS = Indicators(
    (
        Catalogue(
            id="prøve",
            indicators=(
                Indicator(id="motivation", name="Motivation", respondent=Respondent.STAFF, scale=FIVE),
                Indicator(id="tro_på_job", name="Tro", respondent=Respondent.CITIZEN, scale=BELIEF),
                Indicator(id="sb_tro", name="Sb", respondent=Respondent.CASEWORKER, scale=BELIEF),
                Indicator(id="fremmødeprocent", name="Fremmøde", computed=Computation.ATTENDED_OF_OFFERED),
                Indicator(id="i_job", name="I job", event=Event(status="job")),
                Indicator(id="pension", name="Pension", event=Event(status="førtidspension")),
                Indicator(id="aftale", name="Aftale", scale=Scale(id="ja_nej", steps=("nej", "ja"))),
                Indicator(
                    id="antal_sagsbehandlere",
                    name="Sagsbehandlere",
                    computed=Computation.CASEWORKER_COUNT,
                ),
                Indicator(id="kanaler", name="Kanaler", scale=CHANNELS),
                Indicator(
                    id="antal_kanaler", name="Antal", computed=Computation.OPTION_COUNT, of=("kanaler",)
                ),
                Indicator(id="køn", name="Køn", indicator_class=IndicatorClass.BACKGROUND),
                Indicator(
                    id="alder",
                    name="Alder",
                    indicator_class=IndicatorClass.BACKGROUND,
                    scale=Scale(id="antal", low=0),
                ),
            ),
        ),
    )
)

THEORY = Theory(
    id="praktik",
    title="Praktik giver mod på job",
    target_group=TargetGroup(name="Aktivitetsparate"),
    rationale="Fordi.",
    intervention=Intervention(name="Forløb"),
    elements=(
        Activity(id="praktik", name="Praktikophold"),
        Output(id="fremmøde", name="Fremmøde", indicators=("fremmødeprocent",)),
        Outcome(id="motivation", name="Motivation", indicators=("motivation", "tro_på_job")),
        Outcome(id="søgning", name="Søgning", indicators=("antal_kanaler",)),
        Goal(id="job", name="Job", indicators=("i_job",)),
        Goal(id="førtidspension", name="Pension", indicators=("pension",), wanted_up=False),
    ),
    links=(Link(cause="praktik", effect="fremmøde"), Link(cause="fremmøde", effect="motivation")),
    moderators=(
        Moderator(id="praktikaftale", name="Aftale", indicators=("aftale",)),
        Moderator(id="skift", name="Skift", indicators=("antal_sagsbehandlere",)),
    ),
    plan=MeasurementPlan(every=91, tolerance=21, rounds=("start", "2", "3", "slut"), declared=True),
)

FILES: Mapping[Table, str] = {
    Table.PERSONS: "personer.csv",
    Table.COURSES: "forloeb.csv",
    Table.PARTICIPATION: "aktiviteter.csv",
    Table.MEASUREMENTS: "maalinger.csv",
    Table.MODERATORS: "moderatorer.csv",
    Table.GOALS: "slutmaal.csv",
    Table.CASEWORKERS: "sagsbehandlere.csv",
    Table.CHANNELS: "kanaler.csv",
}

MAALINGER = "person;runde;dato;respondent;bedømmer;indikator;værdi"


def provider(
    root: Path,
    tables: Mapping[Table, Sequence[str]],
    *,
    key_file: str = "",
    theory: Theory = THEORY,
    indicators: Indicators = INDICATORS,
    sources: Sequence[TableSource] = (),
    encoding: str = "utf-8",
) -> Project:
    """Write a provider's tables (header first) and return the project that reads them."""
    declared = []
    for table, lines in tables.items():
        (root / FILES[table]).write_text("\n".join(lines) + "\n", encoding=encoding)
        declared.append(TableSource(table=table, file=FILES[table]))
    settings = Settings(id="nordhuset", privacy=Privacy(key_file=key_file), tables=(*declared, *sources))
    return Project(root=str(root), settings=settings, theories=(theory,), indicators=indicators)
