"""From `circle.yml` as a provider writes it to blocks: the mapping means what it says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qualitycircle.data.observe import Observed, observe
from qualitycircle.data.source import EventSource
from qualitycircle.findings import has_errors
from qualitycircle.loading.project import load
from tests.nordhuset import TODAY

EXAMPLE = Path(__file__).parent.parent / "examples" / "praktik"

CIRCLE = """\
projekt: nordhuset
data:
  fil: bred.csv
  person: CPR-nr.
  personer: {kolonner: {enhed: Jobcenter}, indikatorer: {køn: Køn}, koder: {køn: {kvinde: K, mand: M}}}
  forløb: {kolonner: {fra: Begyndt, til: Slut}, altid: {teori: praktik}}
  aktiviteter:
    - kolonner: {fra: Praktik fra, til: Praktik til, tilbudt: Aftalt, mødt: Mødt}
      altid: {delindsats: praktik}
  målinger:
    kolonner: {dato: Dato <runde>, bedømmer: Initialer}
    indikatorer: {motivation: Motivation <runde>}
    koder: {runde: {start: Start, 2: M2}, værdi: {vil ikke svare: 99}}
  slutmål:
    kolonner: {status: Afsluttet til, dato: Slut}
    koder: {status: {job: [Job, Fleksjob]}}
"""
THEORY = """\
programteori: praktik
titel: Praktik giver mod på job
målgruppe: Aktivitetsparate borgere
begrundelse: Erfaringer fra en arbejdsplads giver mod på job.
indsats: Virksomhedsrettet forløb
delindsatser:
  praktik: Praktikophold
præstationer:
  fremmøde: {navn: Fremmøde i praktik, indikatorer: fremmødeprocent}
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
slutmål:
  job: {navn: Ordinært job, indikatorer: i_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
moderatorer:
  opfølgning: {navn: Opfølgning hver 14. dag, styrker: fremmøde -> motivation}
måleplan: {hver: 3 måneder, tolerance: 6 uger, runder: [start, 2]}
"""
INDICATORS = """\
katalog: egne
skalaer:
  faglig_5: {fra: 1, til: 5}
indikatorer:
  køn: {klasse: baggrund, respondent: register}
  motivation: {navn: Motivation, klasse: virkning, respondent: medarbejder, skala: faglig_5, ordlyd: egen}
  fremmødeprocent: {klasse: aktivitet, beregnes: mødt af tilbudt}
  i_job: {klasse: slutmål, respondent: register, hændelse: {status: ingen ydelse, indkomst: ja}}
"""
WIDE = [
    "CPR-nr.;Jobcenter;Køn;Begyndt;Slut;Praktik fra;Praktik til;Aftalt;Mødt;Afsluttet til;Initialer;"
    "Dato Start;Motivation Start;Dato M2;Motivation M2",
    "N1;Nord;K;01-01-2025;30-06-2025;02-01-2025;31-01-2025;100,0;85,5;Job;AB;02-01-2025;2;02-04-2025;4",
    "N2;Syd;M;01-02-2025;;;;;;;CD;03-02-2025;3;05-05-2025;99",
]


@pytest.fixture
def wide(tmp_path: Path) -> Observed:
    for file, text in {
        "circle.yml": CIRCLE,
        "theories/praktik.yml": THEORY,
        "indicators/egne.yml": INDICATORS,
        "bred.csv": "\n".join(WIDE),
    }.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert not has_errors(loaded.findings)
    return observe(loaded.project, loaded.project.theories[0], today=TODAY)


def sums(observed: Observed) -> dict[str, float]:
    assert isinstance(observed.source, EventSource)
    (one,) = observed.source.pivoted()
    names = one.block.layout.index
    return {name: float(np.nansum(one.block.column(name))) for name in names}


def test_one_wide_sheet_fills_every_table(wide: Observed) -> None:
    assert [str(each.code) for each in wide.findings] == []
    found = sums(wide)
    assert found["value:motivation"] == 2 + 4 + 3
    assert found["value:fremmødeprocent"] == pytest.approx(85.5 * 2)
    assert found["background:køn"] == 2
    assert found["event_day:i_job"] > 0
    assert (wide.summary.persons, wide.summary.measurements) == (2, 4)
    assert wide.summary.indicators[0].refused == 1


def test_the_shipped_example_is_read_without_an_error_or_a_lost_row() -> None:
    loaded = load(EXAMPLE)
    found = observe(loaded.project, loaded.project.theories[0])
    assert not has_errors(found.findings, strict=True)
    assert found.summary.persons == 400
    for each in found.summary.tables:
        assert each.read == each.used + sum(each.aside.values())
