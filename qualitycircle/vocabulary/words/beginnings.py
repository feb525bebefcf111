"""The texts `circle new --empty` begins with: a project, and a theory with a question at every key."""

from __future__ import annotations

from qualitycircle.vocabulary.language import Text

THEORY_ID = Text("min-teori", "my-theory")

PROJECT = Text(
    """\
# yaml-language-server: $schema=.circle/project.schema.json
projekt: {id}
sprog: da
privatliv:
  nøglefil: {key}
# data: Når I har data: hvor ligger de, og hvad hedder jeres kolonner?
""",
    """\
# yaml-language-server: $schema=.circle/project.schema.json
project: {id}
language: en
privacy:
  key_file: {key}
# data: When you have data: where are they, and what are your columns called?
""",
)

THEORY = Text(
    """\
# yaml-language-server: $schema=../.circle/theory.schema.json
# En linje, der begynder med #, bliver ikke læst. Skriv jeres eget i stedet for den, én linje ad gangen,
# og kør `circle check`. Hold musen over et ord for at se, hvad det betyder.
programteori: {id}
titel: Vores første teori
status: udkast
# målgruppe: Hvem er indsatsen for?
# begrundelse: Hvorfor venter I, at den virker?
# indsats: Hvad hedder det hele?
# delindsatser: Hvad gør I?
# præstationer: Hvad bliver leveret, fx fremmøde?
# effekter: Hvad ændrer sig hos borgeren på vejen?
# slutmål: Hvad skal det ende med?
# sammenhænge: Hvad øger hvad, og hvorfor?
# moderatorer: Hvad skal være på plads, for at det virker?
""",
    """\
# yaml-language-server: $schema=../.circle/theory.schema.json
# A line that begins with # is not read. Write your own in its place, one line at a time,
# and run `circle check`. Hold the mouse over a word to see what it means.
programme_theory: {id}
title: Our first theory
status: draft
# target_group: Whom is the effort for?
# rationale: Why do you expect it to work?
# intervention: What is the whole of it called?
# activities: What do you do?
# outputs: What is delivered, attendance say?
# outcomes: What changes in the citizen on the way?
# goals: What is it to end with?
# links: What increases what, and why?
# moderators: What must be in place for it to work?
""",
)
