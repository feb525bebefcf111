"""A sound theory to put a fragment into: what the fragment leaves out is as in `SOUND`."""

from __future__ import annotations

import re

from qualitycircle.findings import Finding
from qualitycircle.indicators import Indicators
from qualitycircle.loading.build import catalogue_from_text, theory_from_text
from qualitycircle.theory import Theory

SOUND = """\
programteori: praktik
titel: Praktik giver mod på job
målgruppe: Aktivitetsparate borgere
begrundelse: Erfaringer fra en arbejdsplads giver mod på job.
indsats: Virksomhedsrettet forløb
delindsatser:
  praktik: Praktikophold
præstationer:
  fremmøde: {navn: Fremmøde i praktik, indikatorer: fremmødeprocent, lovet: mindst 75 %}
effekter:
  motivation: {navn: Motivation, definition: Ønske om job, indikatorer: motivation}
slutmål:
  job: {navn: Job, indikatorer: i_job}
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> motivation: øger, fordi den, der møder stabilt, oplever at lykkes
  motivation -> job: øger, fordi den motiverede søger mere
moderatorer:
  opfølgning: {navn: Opfølgning, styrker: motivation -> job, indikatorer: opfølgninger}
"""

INDICATORS = """\
katalog: prøve
skalaer:
  fem: {fra: 1, til: 5}
indikatorer:
  motivation:
    {navn: Motivation, klasse: virkning, respondent: medarbejder, skala: fem, trin: {1: Vil ikke, 5: Vil}}
  tro_på_job: {navn: Tro på job, klasse: virkning, respondent: borger, skala: fem}
  stabilitet: {navn: Stabilitet, klasse: virkning, respondent: borger, skala: fem}
  ensomhed: {navn: Ensomhed, klasse: virkning, respondent: borger, skala: fem, ønsket: ned}
  vurdering: {navn: Vurdering, klasse: virkning, respondent: medarbejder, skala: fem}
  fremmødeprocent: {navn: Fremmøde, klasse: aktivitet, respondent: system, beregnes: mødt af tilbudt}
  opfølgninger: {navn: Opfølgninger, klasse: moderator, respondent: medarbejder, skala: fem}
  køn: {navn: Køn, klasse: baggrund, respondent: register}
  i_job:
    {navn: I job, klasse: slutmål, respondent: register, hændelse: {status: ingen ydelse, indkomst: ja}}
  i_uddannelse: {navn: I uddannelse, klasse: slutmål, respondent: register, hændelse: {status: uddannelse}}
  selvforsørgelse:
    {navn: Selvforsørgelse, klasse: slutmål, respondent: register, hændelse: {status: ingen ydelse}}
  job_spurgt: {navn: I job, klasse: slutmål, respondent: medarbejder, skala: fem, trin: {1: Nej, 5: Ja}}
"""


def framed(fragment: str) -> str:
    """Return the sound theory with the fragment's top-level keys in place of its own.

    A key that is not in the sound theory is added at the end; one without anything below it is
    taken out.
    """
    parts = _parts(SOUND) | _parts(fragment)
    empty = {key for key, text in _parts(fragment).items() if text.strip() == f"{key}:"}
    return "".join(text for key, text in parts.items() if key not in empty)


def _parts(text: str) -> dict[str, str]:
    starts = [each.start() for each in re.finditer(r"^\w", text, re.MULTILINE)]
    pieces = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return {each.split(":", 1)[0]: each for each in pieces}


def indicators() -> Indicators:
    """Return the indicators that the examples use."""
    shared, findings = catalogue_from_text(INDICATORS)
    assert shared is not None, findings
    assert not findings, findings
    return Indicators((shared.catalogue,))


def read(text: str) -> tuple[Theory, tuple[Finding, ...]]:
    """Return the theory in a whole text and what the loader found."""
    theory, findings = theory_from_text(text, file="teori.yml")
    assert theory is not None, findings
    return theory, findings
