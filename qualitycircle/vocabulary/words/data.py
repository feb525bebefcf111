"""The words of the tables: our columns, tables, answers and what the data report says."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.language import Text

COLUMNS: Mapping[str, Text] = {
    "person": Text("person", "person"),
    "unit": Text("enhed", "unit"),
    "target_group": Text("målgruppe", "target group"),
    "course": Text("forløb", "course"),
    "theory": Text("teori", "theory"),
    "version": Text("version", "version"),
    "from": Text("fra", "from"),
    "to": Text("til", "to"),
    "group": Text("gruppe", "group"),
    "drawn_within": Text("trukket inden for", "drawn within"),
    "provider": Text("udfører", "provider"),
    "commissioner": Text("bestiller", "commissioner"),
    "activity": Text("delindsats", "activity"),
    "offered": Text("tilbudt", "offered"),
    "attended": Text("mødt", "attended"),
    "company": Text("virksomhed", "company"),
    "profession": Text("faggruppe", "profession"),
    "round": Text("runde", "round"),
    "date": Text("dato", "date"),
    "rater": Text("bedømmer", "rater"),
    "respondent": Text("respondent", "respondent"),
    "indicator": Text("indikator", "indicator"),
    "value": Text("værdi", "value"),
    "caseworker": Text("sagsbehandler", "caseworker"),
    "status": Text("status", "status"),
    "source": Text("kilde", "source"),
    "week": Text("uge", "week"),
    "month": Text("måned", "month"),
    "benefit": Text("ydelse", "benefit"),
    "income": Text("indkomst", "income"),
}

REFUSED = Text("vil ikke svare", "refused")
DO_NOT_KNOW = Text("ved ikke", "do not know")
MISSING = Text("mangler", "missing")
YES = Text("ja", "yes")
NO = Text("nej", "no")

UNANSWERED: Mapping[str, tuple[str, ...]] = {
    "refused": ("vil ikke svare", "ønsker ikke at svare", "refused", "will not answer"),
    "do not know": ("ved ikke", "do not know", "don't know"),
    "missing": ("mangler", "ikke besvaret", "missing", "na", "n/a"),
}
"""How questionnaires say that there is no answer; kept apart, never imputed."""

NO_BENEFIT = Text("ingen ydelse", "no benefit")
NEW_INDUSTRY = Text("ny", "new")

AFFIRMED = ("ja", "yes", "x", "1", "true", "sand", "valgt")
DENIED = ("nej", "no", "0", "false", "falsk")

END_OF_FOLLOW_UP = ("ophør", "opgjort", "end of follow-up")
"""Status words that say a person's goals are known until this date and no longer."""

CONTROL_GROUPS = (
    "kontrol",
    "kontrolgruppe",
    "control",
    "control group",
    "sammenligning",
    "sammenligningsgruppe",
    "comparison",
    "comparison group",
    "venteliste",
    "ventegruppe",
    "waiting list",
    "waitlist",
    "ingen indsats",
    "uden indsats",
    "sædvanlig indsats",
    "usual effort",
    "nej",
    "no",
    "0",
)
"""What the group without the effort may be called; all of these are one group, with the code 0."""

TABLES: Mapping[str, Text] = {
    "persons": Text("personer", "persons"),
    "courses": Text("forløb", "courses"),
    "participation": Text("aktiviteter", "participation"),
    "measurements": Text("målinger", "measurements"),
    "moderators": Text("moderatorer", "moderators"),
    "goals": Text("slutmål", "goals"),
    "caseworkers": Text("sagsbehandlere", "caseworkers"),
    "channels": Text("søgekanaler", "channels"),
    "register": Text("register", "register"),
}

HEADLINE = Text(
    "{measurements} målinger af {persons} borgere, {first} til {last}",
    "{measurements} measurements of {persons} citizens, {first} to {last}",
)
HEADLINE_FEW = Text(
    "Målinger af {persons} borgere, {first} til {last}",
    "Measurements of {persons} citizens, {first} to {last}",
)
NOTHING_READ = Text("Ingen målinger er læst", "No measurements were read")
TABLES_READ = Text("Tabeller", "Tables")
ROWS = Text("{read} rækker læst, {used} brugt", "{read} rows read, {used} used")
ASIDE = Text("lagt til side", "set aside")
OTHER_THEORY = Text("om en anden teori", "about another theory")
EMPTY = Text("uden indhold", "without content")
NO_TABLE = Text("ikke angivet", "not given")
ROUNDS = Text("Målinger", "Rounds")
PERSONS = Text("{count} borgere", "{count} citizens")
ANSWERS = Text("Svar", "Answers")
ANSWERED = Text("besvaret", "answered")
USES = Text("Hvad der måles på", "What is measured by")
NOT_FOUND = Text("ingen data", "no data")
PARTICIPATION = Text("rækker i aktiviteter", "rows of participation")
FEW = Text("under {limit}", "under {limit}")
HIDDEN = Text("vises ikke (under {limit} borgere)", "not shown (under {limit} citizens)")
ALL_HIDDEN = Text(
    "vises ikke: mindst én af tællingerne er under {limit}",
    "not shown: at least one of the counts is under {limit}",
)
COVERING = Text("vises ikke", "not shown")
"""Said of a count that would tell another one: the total is known."""
FOUND = Text("Om data: {found}", "About the data: {found}")
