"""Make Nordhuset's data: 400 citizens who do not exist, 8 målinger, and a truth that is known.

    python generate.py            # writes data/*.csv beside this file
    python generate.py --plan     # freezes the test plan anew, dated before the first måling

Everything here is constructed. What is planted for each link stands in `expected.yml`; the evaluation
has to find it again. Randomness comes from PCG64's raw integers and plain arithmetic only, so that
the files are the same on every machine.
"""

from __future__ import annotations

import csv
import datetime
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from numpy.random import PCG64

SEED = 20210111
CITIZENS = 400
ROUNDS = 8
QUARTER = 91
NEVER = 99
FOLLOWED_UP = 2
JOBCENTRES = ("Jobcenter Nord", "Jobcenter Midt", "Jobcenter Syd")
FILES = {"Jobcenter Nord": "nord", "Jobcenter Midt": "midt", "Jobcenter Syd": "syd"}
FIRST_START = datetime.date(2021, 1, 11)
PLANNED = datetime.date(2020, 12, 14)
EXPORTED = datetime.date(2024, 9, 30)

# The planted truth, in standard deviations of what lies behind the answers (attendance: per 10 points).
ATTENDANCE_TO_MOTIVATION = {False: 0.0, True: 0.8}
"""Moderated: the link is there for those who are followed up, and for nobody else."""
ATTENDANCE_TO_BELIEF = 0.0
"""Null: the theory claims this link, and there is nothing."""
ATTENDANCE_TO_ENERGY = -0.5
"""Reversed: the theory claims more, and it is less."""
MOTIVATION_TO_BELIEF = 0.45
"""True."""
CLUB_TO_APPLICATIONS = 1.8
"""True: applications more a month from the day the job club starts."""
JOB_PER_BELIEF = 0.06
JOB_PER_APPLICATION = 0.026
"""True: the chance of a job in a quarter, per standard deviation of belief and per application.
Energy has no part in it, whatever the theory claims."""


class Draws:
    """Random numbers from raw 64-bit integers: the same everywhere."""

    def __init__(self, seed: int) -> None:
        self._bits = PCG64(seed)

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to (not including) `limit`."""
        return (int(self._bits.random_raw()) >> 11) % limit

    def happens(self, chance: float) -> bool:
        """Say whether something with this chance happens."""
        return self.below(1_000_000) < chance * 1_000_000

    def bell(self) -> float:
        """Return a nearly normal number with mean 0 and standard deviation 1 (four uniforms)."""
        raw = int(self._bits.random_raw())
        return (sum((raw >> shift) & 0xFFFF for shift in (0, 16, 32, 48)) - 131_070) / 37_837


@dataclass(slots=True)
class Citizen:
    """One invented person, with what lies behind the answers at every måling."""

    number: str
    jobcentre: str
    sex: str
    age: int
    weeks_unemployed: int
    days: list[datetime.date]
    talks: int
    """Talks a month with citizen and workplace."""
    attendance: list[float]
    motivation: list[float]
    belief: list[float]
    energy: list[float]
    applications: list[int]
    club_from: int
    last: int
    """The last måling the citizen took part in (0 is the first)."""
    ended: tuple[str, datetime.date] | None = None


def citizen(number: int, draws: Draws) -> Citizen:
    """Return one invented citizen, before anything has ended the course."""
    jobcentre = JOBCENTRES[draws.below(3)]
    starts = FIRST_START + datetime.timedelta(days=7 * draws.below(44))
    talks = draws.below(4)
    attendance = attended(draws)
    motivation = motivated(attendance, ATTENDANCE_TO_MOTIVATION[talks >= FOLLOWED_UP], draws)
    club_from = 1 + draws.below(9)
    return Citizen(
        number=f"N{1000 + number}",
        jobcentre=jobcentre,
        sex="K" if draws.happens(0.5) else "M",
        age=22 + draws.below(38),
        weeks_unemployed=26 + draws.below(260),
        days=[
            starts + datetime.timedelta(days=QUARTER * r + draws.below(9) - 4 * (r > 0))
            for r in range(ROUNDS)
        ],
        talks=talks,
        attendance=attendance,
        motivation=motivation,
        belief=believing(attendance, motivation, draws),
        energy=energetic(attendance, draws),
        applications=applying(club_from, draws),
        club_from=club_from if club_from < ROUNDS else NEVER,
        last=ROUNDS - 1,
    )


def attended(draws: Draws) -> list[float]:
    """Return attendance in percent for the quarter up to each måling."""
    usual = 78 + 5 * draws.bell()
    return [min(100.0, max(0.0, usual + 9 * draws.bell())) for _ in range(ROUNDS)]


def above_usual(attendance: list[float], round: int) -> float:
    """Return the attendance of the quarter before, in tens of percent from the common mean."""
    return (attendance[round - 1] - 78) / 10 if round else 0.0


def motivated(attendance: list[float], slope: float, draws: Draws) -> list[float]:
    trait = 0.75 * draws.bell()
    return [trait + slope * above_usual(attendance, r) + 0.1 * r + 0.5 * draws.bell() for r in range(ROUNDS)]


def believing(attendance: list[float], motivation: list[float], draws: Draws) -> list[float]:
    trait = 0.8 * draws.bell()
    return [
        trait
        + MOTIVATION_TO_BELIEF * motivation[max(r - 1, 0)]
        + ATTENDANCE_TO_BELIEF * above_usual(attendance, r)
        + 0.05 * r
        + 0.5 * draws.bell()
        for r in range(ROUNDS)
    ]


def energetic(attendance: list[float], draws: Draws) -> list[float]:
    trait = 0.8 * draws.bell()
    return [
        trait + ATTENDANCE_TO_ENERGY * above_usual(attendance, r) + 0.5 * draws.bell() for r in range(ROUNDS)
    ]


def applying(club_from: int, draws: Draws) -> list[int]:
    usual = 4 + 1.2 * draws.bell()
    return [
        max(0, round(usual + CLUB_TO_APPLICATIONS * (r >= club_from) + 1.2 * draws.bell()))
        for r in range(ROUNDS)
    ]


def follow(who: Citizen, draws: Draws) -> None:
    """Let quarters pass until a job, an education, a drop-out or the export ends the story."""
    taking_part = True
    for r in range(ROUNDS + 4):
        now = min(r, ROUNDS - 1)
        if taking_part:
            who.last = now
        chance = 0.02 + JOB_PER_BELIEF * who.belief[now] + JOB_PER_APPLICATION * (who.applications[now] - 4)
        day = who.days[0] + datetime.timedelta(days=QUARTER * r + 10 + draws.below(75))
        if draws.happens(max(chance, 0.004)):
            who.ended = ("Ordinært job", day)
        elif draws.happens(0.008):
            who.ended = ("Ordinær uddannelse", day)
        if who.ended:
            return
        taking_part = taking_part and not draws.happens(0.02)


def step(behind: float, middle: float, size: float, top: int) -> int:
    """Return the step of a scale from 1 to `top` that a person would choose."""
    return min(top, max(1, round(middle + size * behind)))


Row = list[str]


def date(day: datetime.date) -> str:
    return day.strftime("%d-%m-%Y")


def number(value: float) -> str:
    """Return a number with one decimal and a decimal comma."""
    return f"{value:.1f}".replace(".", ",")


def measurements(who: Citizen, staff: list[str], draws: Draws) -> Iterable[Row]:
    """Yield the answers: some are missing, and some citizens will not answer (99)."""
    for r in range(who.last + 1):
        asked = {
            "M1": (staff[r], step(who.motivation[r], 2.4, 0.85, 5), 0.04),
            "B1": ("", step(who.belief[r], 4.5, 1.7, 10), 0.03),
            "B2": ("", step(who.energy[r], 5.8, 1.7, 10), 0.03),
            "A1": ("", who.applications[r], 0.02),
        }
        for question, (initials, answer, missing) in asked.items():
            if draws.happens(missing):
                continue
            refused = question.startswith("B") and draws.happens(0.015)
            said = "99" if refused else str(answer)
            yield [who.number, str(r + 1), date(who.days[r]), initials, question, said]


def participation(who: Citizen, draws: Draws) -> Iterable[Row]:
    """Yield the hours offered and attended, quarter by quarter, and the job club."""
    first = 1 if draws.happens(0.7) else 2
    for r in range(first, who.last + 1):
        begins = who.days[r - 1] + datetime.timedelta(days=1)
        offered = 130 + 13 * draws.below(16)
        hours = round(offered * who.attendance[r] / 50) / 2
        row = [date(begins), date(who.days[r]), number(offered), number(hours)]
        yield [who.number, "Virksomhedspraktik", *row]
    if who.club_from <= who.last:
        begins = who.days[who.club_from - 1] + datetime.timedelta(days=5 + draws.below(30))
        ends = min(begins + datetime.timedelta(days=182), who.days[who.last])
        offered = 6 * max(1, (ends - begins).days // 7)
        hours = round(offered * (60 + draws.below(41)) / 50) / 2
        yield [who.number, "Jobklub", date(begins), date(ends), number(offered), number(hours)]


def changing(names: list[str], chance: float, draws: Draws) -> list[str]:
    """Return who is responsible at each måling: usually the same, sometimes somebody new."""
    here = names[draws.below(len(names))]
    line = []
    for _ in range(ROUNDS):
        line.append(here)
        if draws.happens(chance):
            here = names[draws.below(len(names))]
    return line


def caseworkers(who: Citizen, line: list[str]) -> Iterable[Row]:
    """Yield from when to when each caseworker had the citizen."""
    changes = [0, *(r for r in range(1, who.last + 1) if line[r] != line[r - 1])]
    for here, after in zip(changes, [*changes[1:], None], strict=True):
        until = "" if after is None else date(who.days[after] - datetime.timedelta(days=1))
        yield [who.number, line[here], date(who.days[here]), until]


def goals(who: Citizen) -> Iterable[Row]:
    """Yield the job or education that ended the course, and until when the register was followed."""
    if who.ended:
        status, day = who.ended
        yield [who.number, status, date(day), "register"]
    yield [who.number, "Opgjort", date(EXPORTED), "register"]


def write(path: Path, header: str, rows: Iterable[Row], *, encoding: str = "utf-8") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(header.split(";"))
        writer.writerows(rows)


def write_all(folder: Path, *, seed: int = SEED, citizens: int = CITIZENS) -> None:
    """Write every table of the provider: some files as Excel saves them (cp1252), some as UTF-8."""
    draws = Draws(seed)
    folder.mkdir(parents=True, exist_ok=True)
    everybody = [citizen(each, draws) for each in range(citizens)]
    for each in everybody:
        follow(each, draws)
    staff = [f"NH{each:02}" for each in range(1, 25)]
    asked = {who.number: list(measurements(who, changing(staff, 0.05, draws), draws)) for who in everybody}
    for jobcentre, name in FILES.items():
        here = [row for who in everybody if who.jobcentre == jobcentre for row in asked[who.number]]
        write(
            folder / f"maalinger-{name}.csv",
            "Borgernr;Måling;Dato;Initialer;Spørgsmål;Svar",
            here,
            encoding="cp1252",
        )
    hours = [row for who in everybody for row in participation(who, draws)]
    write(
        folder / "aktiviteter.csv",
        "Borgernr;Tilbud;Fra;Til;Timer aftalt;Timer mødt",
        hours,
        encoding="cp1252",
    )
    lines = {who.number: changing(workers(who.jobcentre), 0.07, draws) for who in everybody}
    seen = [row for who in everybody for row in caseworkers(who, lines[who.number])]
    write(folder / "sagsbehandlere.csv", "Borgernr;Sagsbehandler;Fra;Til", seen)
    write(folder / "borgere.csv", PERSONS, (person(who) for who in everybody), encoding="cp1252")
    write(folder / "moderatorer.csv", "Borgernr;Dato;Betingelse;Svar", (condition(who) for who in everybody))
    write(
        folder / "slutmaal.csv",
        "Borgernr;Status;Dato;Kilde",
        (row for who in everybody for row in goals(who)),
    )


PERSONS = "Borgernr;Jobcenter;Visitation;Køn;Alder;Uger ledig;Start;Slut"


def workers(jobcentre: str) -> list[str]:
    """Return the caseworkers of a jobcentre."""
    return [f"{FILES[jobcentre].upper()}{each}" for each in range(1, 13)]


def person(who: Citizen) -> Row:
    background = [who.sex, str(who.age), str(who.weeks_unemployed)]
    return [who.number, who.jobcentre, "AP", *background, date(who.days[0]), date(who.days[who.last])]


def condition(who: Citizen) -> Row:
    return [who.number, date(who.days[0]), "Opfølgninger pr. måned", str(who.talks)]


def freeze(project: Path) -> None:
    """Freeze the test plan as it would have been before anybody was measured; earlier rounds go."""
    from qualitycircle.circle.rounds import open_round
    from qualitycircle.expectation import plan_content
    from qualitycircle.loading.project import load

    shutil.rmtree(project / "rounds", ignore_errors=True)
    loaded = load(project)
    for theory in loaded.project.theories:
        content = plan_content(theory, loaded.project.indicators)
        open_round(loaded.project, theory, content, date=PLANNED.isoformat())


if __name__ == "__main__":
    here = Path(__file__).parent
    if "--plan" in sys.argv:
        freeze(here)
    else:
        write_all(here / "data")
