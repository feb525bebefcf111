"""Small and odd data through the whole program: a reason for every link, never a crash or a warning.

Each case is a folder as a provider has it: a theory, a catalogue, a mapping and CSV files. All data are
made up.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.command_line import Said, circle

THEORY = """\
programteori: prøve
titel: Praktik giver mod på job
målgruppe: Aktivitetsparate borgere
begrundelse: Erfaringer fra en arbejdsplads giver mod på job.
indsats: Virksomhedsrettet forløb
delindsatser:
  praktik: {navn: Praktikophold, lovet: {dækning: 80 %}}
præstationer:
  fremmøde: {navn: Fremmøde i praktik, indikatorer: fremmøde, lovet: mindst 75 %}
effekter:
  motivation: {navn: Motivation, definition: Ønske om arbejde, indikatorer: motivation}
  mestring: {navn: Mestring, definition: Borgeren kan handle, indikatorer: mestring}
  humør: {navn: Humør, definition: Dagens humør, indikatorer: humør}
slutmål:
  job: {navn: Ordinært job, indikatorer: i_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  praktik -> mestring: øger, fordi opgaver, der lykkes, giver mod
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  mestring -> motivation: øger, fordi den, der kan handle, tør ville
  humør ~ mestring: følges ad, fordi begge afhænger af overskud
  motivation -> job: øger, fordi den motiverede søger mere
  praktik -> job: øger, fordi arbejdsgiveren lærer borgeren at kende
moderatorer:
  aftale: {navn: Klar aftale, styrker: mestring -> motivation}
"""
CATALOGUE = """\
katalog: prøve
skalaer:
  fem: {fra: 1, til: 5, høj_betyder: tættest på arbejdsmarkedet}
fælles: {klasse: virkning, skala: fem, ordlyd: egen}
indikatorer:
  fremmøde: {klasse: aktivitet, respondent: system, beregnes: mødt af tilbudt}
  motivation: {respondent: borger, spørgsmål: Hvor meget vil du?}
  humør: {respondent: borger, spørgsmål: Hvordan har du det?}
  mestring: {respondent: medarbejder, spørgsmål: Hvor meget kan borgeren?}
  i_job: {klasse: slutmål, respondent: register, hændelse: {status: job}}
"""
PROJECT = """\
projekt: prøve
navn: Prøve (konstruerede data)
sprog: da
data:
  konstruerede: ja
  person: Borger
  datoformat: åååå-mm-dd
  personer: {fil: data/borgere.csv, kolonner: {enhed: Jobcenter}}
  forløb: {fil: data/borgere.csv, kolonner: {fra: Start, til: Slut}, altid: {teori: prøve}}
  aktiviteter:
    fil: data/aktiviteter.csv
    kolonner: {delindsats: Tilbud, fra: Fra, til: Til, tilbudt: Tilbudt, mødt: Mødt}
  målinger: {fil: data/svar.csv, kolonner: {runde: Måling, dato: Dato, indikator: Spørgsmål, værdi: Svar}}
  slutmål: {fil: data/job.csv, kolonner: {status: Status, dato: Dato, kilde: Kilde}, ophør: Opgjort}
"""
HEADS = {
    "borgere": "Borger;Jobcenter;Start;Slut",
    "aktiviteter": "Borger;Tilbud;Fra;Til;Tilbudt;Mødt",
    "svar": "Borger;Måling;Dato;Spørgsmål;Svar",
    "job": "Borger;Status;Dato;Kilde",
}
ASKED = ("motivation", "mestring", "humør")
Rows = dict[str, list[str]]


def answers(
    people: int = 60,
    waves: int = 4,
    *,
    offices: int = 3,
    value: Callable[[np.random.Generator], object] = lambda rng: rng.integers(1, 6),
    starts: float = 0.5,
    jobs: float = 0.3,
    more: int = 0,
) -> Rows:
    """Return rows for every table: so many citizens, målinger and jobcentres; the first has `more`."""
    rng = np.random.default_rng(1)
    rows: Rows = {name: [] for name in HEADS}
    days = [np.datetime64("2023-01-10") + 91 * each for each in range(waves + more)]
    for person in range(people):
        name = f"p{person:03}"
        rows["borgere"].append(f"{name};Jobcenter {person % offices};2023-01-10;2024-12-31")
        for wave, day in enumerate(days if person == 0 else days[:waves]):
            rows["svar"] += [f"{name};{wave + 1};{day};{each};{value(rng)}" for each in ASKED]
        if rng.random() < starts:
            begun = np.datetime64("2023-01-15") + rng.integers(0, 300)
            rows["aktiviteter"].append(f"{name};praktik;{begun};{begun + 60};100;{rng.integers(50, 101)}")
        if rng.random() < jobs:
            rows["job"].append(f"{name};job;{np.datetime64('2023-05-01') + rng.integers(0, 300)};register")
        rows["job"].append(f"{name};Opgjort;2025-06-30;register")
    return rows


def without(rows: Rows, *tables: str) -> Rows:
    return {name: [] if name in tables else each for name, each in rows.items()}


def leaving_at_once(rows: Rows) -> Rows:
    """Return the same rows, where everybody comes to every måling and answers only the first."""
    kept = [each if each.split(";")[1] == "1" else each.rpartition(";")[0] + ";" for each in rows["svar"]]
    return {**rows, "svar": kept}


def all_but_one(rows: Rows) -> Rows:
    first, *rest = rows["svar"]
    return {**rows, "svar": [first.rpartition(";")[0] + ";4", *rest]}


def unasked(rows: Rows, question: str) -> Rows:
    return {**rows, "svar": [each for each in rows["svar"] if f";{question};" not in each]}


SMALL: dict[str, Rows] = {
    "twelve citizens": answers(12),
    "one measurement": answers(waves=1),
    "two measurements": answers(waves=2),
    "one jobcentre": answers(offices=1),
    "a jobcentre for each": answers(40, offices=40),
    "no variation": answers(value=lambda rng: 3),
    "all missing": answers(value=lambda rng: ""),
    "nearly all missing": answers(value=lambda rng: rng.integers(1, 6) if rng.random() < 0.03 else ""),
    "one person": answers(1),
    "two persons": answers(2),
    "nobody starts": answers(starts=0.0),
    "everybody starts": answers(starts=1.0),
    "no jobs": answers(jobs=0.0),
    "everybody gets a job": answers(jobs=1.0),
    "no answers": without(answers(), "svar"),
    "no activities and no jobs": without(answers(), "aktiviteter", "job"),
    "zero rows": {name: [] for name in HEADS},
    "twenty-nine citizens": answers(29),
    "thirty citizens": answers(30),
    "thirty-one citizens": answers(31),
    "everybody leaves after the first": leaving_at_once(answers()),
    "all answers the same but one": all_but_one(answers(value=lambda rng: 3)),
    "a question nobody was asked": unasked(answers(), "mestring"),
    "one who is asked once more than the others": answers(waves=1, more=4),
}
TOO_LITTLE = {
    "twelve citizens",
    "no variation",
    "all missing",
    "one person",
    "two persons",
    "no answers",
    "zero rows",
}


def folder(root: Path, rows: Rows) -> Path:
    """Write a provider's folder and return it."""
    files = {"circle.yml": PROJECT, "theories/prøve.yml": THEORY, "indicators/prøve.yml": CATALOGUE}
    files |= {f"data/{name}.csv": "\n".join([HEADS[name], *rows[name], ""]) for name in HEADS}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def evaluated(root: Path, name: str, *options: str) -> Said:
    made = folder(root, SMALL[name])
    return circle("evaluate", *options, cwd=made, home=root, PYTHONWARNINGS="error")


@pytest.mark.parametrize("name", SMALL)
def test_little_data_give_a_reason_for_every_link(name: str, tmp_path: Path) -> None:
    said = circle(
        "evaluate",
        "--format",
        "json",
        cwd=folder(tmp_path, SMALL[name]),
        home=tmp_path,
        PYTHONWARNINGS="error",
    )
    assert "Traceback" not in said.aside
    assert "Warning" not in said.aside
    assert said.code == 0, said.aside
    judgements = json.loads(said.out)["judgements"]
    assert len(judgements) == 7
    for each in judgements:
        reasons = [result.get("reason") for result in each["results"] if "reason" in result]
        assert each["verdict"] != "not measured" or reasons, each
        assert "NaN" not in json.dumps(each)
    if name in TOO_LITTLE:
        assert {each["verdict"] for each in judgements} <= {"not measured", "weak", "undecided"}


@pytest.mark.parametrize("name", ["twelve citizens", "one person", "zero rows"])
def test_little_data_are_told_in_words(name: str, tmp_path: Path) -> None:
    said = evaluated(tmp_path, name, "--links")
    assert (said.code, "Traceback" in said.aside) == (0, False)
    assert "ikke målt" in said.out
