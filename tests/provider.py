"""A provider's folder and artificial evaluations, for tests of the circle. The numbers are made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from qualitycircle.evaluation.values import (
    Basis,
    Delivery,
    Estimate,
    Evaluation,
    Fingerprints,
    Judgement,
    NotMeasured,
    Reason,
    Role,
    Tested,
    Verdict,
)
from qualitycircle.expectation import Comparison, Measure, Test, plan_content
from qualitycircle.findings import Place
from qualitycircle.indicators import Indicators
from qualitycircle.loading.project import load
from qualitycircle.project import Project, Settings
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Sign, Theory
from tests import small

FILE = "theories/prøve.yml"
CHAIN = ("praktik -> fremmøde", "fremmøde -> motivation", "motivation -> job")


def chain_theory(*extra: str, **changes: object) -> Theory:
    """Return praktik -> fremmøde -> motivation -> job and what else is claimed."""
    made = small.theory(*CHAIN, *extra, **changes)
    return replace(made, place=Place(file=FILE, line=1))


def folder(root: Path, theory: Theory, *, text: str = "programteori: prøve\n") -> Project:
    """Return the project of a folder that holds this one theory; its file says `text`."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return Project(
        root=str(root),
        settings=Settings(id="nordhuset"),
        theories=(theory,),
        indicators=small.indicators(),
    )


WRITTEN = """\
# vores egen teori
programteori: praktik
titel: Praktik giver mod på job
målgruppe: Aktivitetsparate borgere
begrundelse: Erfaringer fra en arbejdsplads giver mod på job.
indsats: Virksomhedsrettet forløb
delindsatser:
  praktik: {navn: Praktikophold, lovet: {dosis: 10 uger}}
præstationer:
  fremmøde: {navn: Fremmøde i praktik, indikatorer: fremmøde}
effekter:
  motivation:
    navn: Motivation   # borgerens egen
    definition: Ønske om og tro på en fremtid på arbejdsmarkedet
    indikatorer: motivation
  mestring: {navn: Mestrer sit helbred, definition: Kan handle, indikatorer: mestring}
slutmål:
  job: {navn: Ordinært job, indikatorer: i_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes   # se noter
  mestring -> motivation: øger, fordi den, der kan handle, tør ville
  motivation -> job: øger, fordi den motiverede søger mere
moderatorer:
  aftale: {navn: Klar aftale, styrker: fremmøde -> motivation}
"""
CATALOGUE = """\
katalog: prøve
skalaer:
  fem: {fra: 1, til: 5, høj_betyder: tættest på arbejdsmarkedet}
fælles: {klasse: effekt, skala: fem, ordlyd: egen}
indikatorer:
  fremmøde: {klasse: aktivitet, respondent: system, beregnes: mødt af tilbudt}
  motivation: {respondent: borger, spørgsmål: Hvor meget vil du?}
  mestring: {respondent: borger, spørgsmål: Hvor meget kan du?}
  i_job: {klasse: slutmål, respondent: register, hændelse: {status: ingen ydelse, indkomst: ja}}
"""


def written_folder(root: Path, text: str = WRITTEN) -> Theory:
    """Write a folder with one theory and one catalogue, and return the theory as it is read."""
    for file, content in (("theories/praktik.yml", text), ("indicators/prøve.yml", CATALOGUE)):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(content.encode("utf-8"))
    return load(root).project.theories[0]


def content(theory: Theory, indicators: Indicators | None = None) -> dict[str, object]:
    """Return what a plan of this theory holds."""
    return dict(plan_content(theory, indicators or small.indicators()))


def judged(
    link: str, verdict: Verdict, *, value: float = 0.3, p: float = 0.001, **changes: object
) -> Judgement:
    """Return a judgement that rests on one made-up estimate, with Holm's p equal to `p`."""
    if verdict is Verdict.NOT_MEASURED:
        return Judgement(link=link, verdict=verdict, results=(NotMeasured(reason=Reason.TOO_FEW_PERSONS),))
    equivalence = p if verdict is Verdict.NO_RELEVANT else 0.9
    made = Judgement(
        link=link,
        verdict=verdict,
        results=(_tested(link, verdict, value=value, p=p),),
        holm_p=0.9 if verdict is Verdict.NO_RELEVANT else p,
        holm_p_equivalence=equivalence,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test's keywords


def _tested(link: str, verdict: Verdict, *, value: float, p: float) -> Tested:
    cause, effect = link.split(" -> ")
    smallest = Smallest(value=0.1, unit=Unit.SD)
    return Tested(
        test=Test(
            link=link,
            comparison=Comparison.CHANGE_TO_CHANGE,
            cause=Measure(element=cause, indicators=(cause,)),
            effect=Measure(element=effect, indicators=(effect,)),
            sign=Sign.UP,
            lags=(1,),
            lags_declared=False,
            smallest=smallest,
            smallest_declared=False,
        ),
        basis=Basis.SAME_CITIZEN,
        estimates=(estimate(Role.DECIDING, value),),
        verdict=verdict,
        uncapped=verdict,
        smallest=0.1,
        smallest_high=0.1,
        smallest_low=0.06,
        mde=0.08,
        n_needed=500,
        p=p,
        p_equivalence=p,
    )


def estimate(role: Role, value: float, *, se: float = 0.03) -> Estimate:
    """Return a made-up estimate with its intervals."""
    return Estimate(
        name="sequential",
        role=role,
        value=value,
        se=se,
        degrees=399,
        low=value - 1.96 * se,
        high=value + 1.96 * se,
        low90=value - 1.64 * se,
        high90=value + 1.64 * se,
        unit="sd per sd",
        persons=400,
        rows=2400,
        clusters=400,
        lag=1,
    )


def evaluation(
    theory: Theory,
    judgements: Iterable[Judgement] = (),
    *,
    deliveries: tuple[Delivery, ...] = (),
    **changes: object,
) -> Evaluation:
    """Return a made-up evaluation: links that are not named are supported."""
    named = {each.link: each for each in judgements}
    made = Evaluation(
        theory=theory.id,
        version=theory.version,
        number=1,
        date="2026-03-31",
        post_hoc=False,
        persons=400,
        measurements=8,
        first_date="2026-02-01",
        last_date="2026-03-01",
        judgements=tuple(named.get(each.id) or judged(each.id, Verdict.SUPPORTED) for each in theory.links),
        fingerprints=Fingerprints(theory="t", plan="p", data="d"),
        deliveries=deliveries,
        synthetic=True,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test's keywords
