"""What may stand where: one description of every block, from which schemas and reading are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualitycircle.vocabulary.keys import key


@dataclass(frozen=True, slots=True)
class Free:
    """Text for people."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A word of a closed list in `qualitycircle.vocabulary.values`."""

    words: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text that follows a small grammar (`øger, fordi …`), read by `qualitycircle.loading.phrases`."""

    grammar: str


@dataclass(frozen=True, slots=True)
class Many:
    """One, or a list of them."""

    item: Shape


@dataclass(frozen=True, slots=True)
class ById:
    """A mapping whose keys are the author's: ids, links, or words of a closed list."""

    item: Shape
    keys: str = "id"
    least: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with our keys; `short` is what may stand instead when one value is enough."""

    section: str
    fields: Mapping[str, Shape] = field(hash=False)
    required: tuple[str, ...] = ()
    short: Shape | None = None
    open: bool = False


Shape = Free | Number | Fixed | Phrase | Many | ById | Record

_FREE = Free()
_IDS = Many(Phrase("id"))
_INDICATORS = Many(Phrase("indicator"))
_TEXTS = Many(_FREE)
_CITATION = Phrase("citation")
_PAIRS = Many(Phrase("pair"))
_DURATION = Phrase("duration")
_YES_NO = Fixed("yes_no")

EVIDENCE = Many(
    Record(
        "evidence",
        {
            "kilde": _CITATION,
            "taler": Fixed("speaks"),
            "type": Fixed("evidence_type"),
            "foreløbig": _YES_NO,
            "fund": _FREE,
            "prøve": Fixed("tracing_test"),
            "iagttaget": _YES_NO,
            "hvis_sand": Phrase("range"),
            "hvis_falsk": Phrase("range"),
        },
        required=("kilde",),
        short=_CITATION,
    )
)
PROMISE_FIELDS: Mapping[str, Shape] = {
    "dækning": Phrase("amount"),
    "dosis": Phrase("amount"),
    "som_beskrevet": Phrase("amount"),
}
PROMISE = Record("promise", PROMISE_FIELDS, short=Phrase("condition"))
_ELEMENT: Mapping[str, Shape] = {
    "navn": _FREE,
    "definition": _FREE,
    "indikatorer": _INDICATORS,
    "flere_indikatorer": Fixed("several"),
    "består_af": _IDS,
    "ansvarlig": _TEXTS,
    "kilde": _CITATION,
    "vidensspørgsmål": _TEXTS,
}
ACTIVITY = Record(
    "activity",
    {
        **_ELEMENT,
        "indhold": _FREE,
        "fase": Phrase("id"),
        "før": _IDS,
        "samtidig_med": _IDS,
        "efter": _IDS,
        "sektor": Many(Fixed("sector")),
        "sted": Fixed("setting"),
        "tildeling": Phrase("assignment"),
        "tildeles_pr": Fixed("assigned_per"),
        "lovet": PROMISE,
        "metode": _FREE,
        "pris": _FREE,
    },
    short=_FREE,
)
OUTPUT = Record(
    "output",
    {**_ELEMENT, "ønsket": Fixed("wanted"), "lovet": PROMISE},
    required=("navn",),
    short=_FREE,
)
OUTCOME = Record(
    "outcome",
    {**_ELEMENT, "ønsket": Fixed("wanted"), "hos": Fixed("in_whom"), "tilfreds_ved": _FREE},
    required=("navn",),
    short=_FREE,
)
GOAL = Record(
    "goal",
    {
        **_ELEMENT,
        "ønsket": Fixed("wanted"),
        "inden_for": _DURATION,
        "opgøres_efter": _DURATION,
        "tilfreds_ved": _FREE,
        "konkurrerer_med": _IDS,
    },
    required=("navn",),
    short=_FREE,
)
LINK = Record(
    "link",
    {
        "antagelse": Phrase("claim"),
        "ses_efter": Many(Number(least=0, most=20)),
        "inden_for": _DURATION,
        "mindste_virkning": Phrase("smallest"),
        "hvornår": _FREE,
        "gælder_for": _FREE,
        "kilde": _CITATION,
        "evidens": EVIDENCE,
        "vidensspørgsmål": _TEXTS,
    },
    required=("antagelse",),
    short=Phrase("claim"),
)
MODERATOR = Record(
    "moderator",
    {
        "navn": _FREE,
        "krav": _FREE,
        "ansvarlig": _TEXTS,
        "område": _FREE,
        "retning": _FREE,
        "styrker": _PAIRS,
        "svækker": _PAIRS,
        "kræves_for": _PAIRS,
        "indikatorer": _INDICATORS,
        "flere_indikatorer": Fixed("several"),
        "opfyldt": Phrase("condition"),
        "lovet": PROMISE,
        "mindste_forskel": Phrase("smallest"),
        "består_af": _IDS,
        "hvornår": _FREE,
        "gælder_for": _FREE,
        "kilde": _CITATION,
        "evidens": EVIDENCE,
        "vidensspørgsmål": _TEXTS,
    },
    short=_FREE,
)
SOURCE = Record(
    "source",
    {
        "navn": _FREE,
        "titel": _FREE,
        "forfatter": _FREE,
        "udgiver": _FREE,
        "år": Number(least=1800, most=2200),
        "type": Fixed("evidence_type"),
        "viden_fra": Many(Fixed("knowledge_from")),
        "adresse": _FREE,
        "afløst_af": Phrase("id"),
    },
    short=_FREE,
)
_FRAME = Many(
    Record("framework_part", {"krav": _FREE, "evidens": _FREE, "alternativ": _FREE}, ("krav",), short=_FREE)
)
_FRAMES = (
    "formål",
    "effektmål",
    "indholdskrav",
    "proceskrav",
    "organisering",
    "finansiering",
    "offentlighed",
)
_WHOLE: Mapping[str, Shape] = {
    "navn": _FREE,
    "beskrivelse": _FREE,
    "indhold": _FREE,
    "sektor": Many(Fixed("sector")),
    "varighed": _FREE,
    "metode": _FREE,
    "pris": _FREE,
    "ansvarlig": _TEXTS,
    "kilde": _CITATION,
}

THEORY = Record(
    "theory",
    {
        "programteori": Phrase("id"),
        "titel": _FREE,
        "version": Number(least=1),
        "status": Fixed("status"),
        "kilde": _CITATION,
        "udfører": _FREE,
        "bestiller": _FREE,
        "målgruppe": Record(
            "target_group",
            {"navn": _FREE, "beskrivelse": _FREE, "koder": _IDS, "undergrupper": _TEXTS},
            required=("navn",),
            short=_FREE,
        ),
        "problem": _FREE,
        "begrundelse": _FREE,
        "borgertekst": _FREE,
        "indsats": Record("intervention", _WHOLE, required=("navn",), short=_FREE),
        "faser": _TEXTS,
        "delindsatser": ById(ACTIVITY, least=1),
        "præstationer": ById(OUTPUT),
        "effekter": ById(OUTCOME, least=1),
        "slutmål": ById(GOAL, least=1),
        "sammenhænge": ById(LINK, keys="link", least=1),
        "moderatorer": ById(MODERATOR),
        "måleplan": Record(
            "plan",
            {
                "hver": _DURATION,
                "tolerance": _DURATION,
                "runder": _TEXTS,
                "design": Fixed("design"),
                "sammenligning": _FREE,
                "korrigér_efter": _FREE,
            },
        ),
        "evidens": EVIDENCE,
        "vidensspørgsmål": _TEXTS,
        "rammer": Record("framework", dict.fromkeys(_FRAMES, _FRAME)),
        "risici": Many(
            Record("risk", {"risiko": _FREE, "tegn": _FREE, "modtræk": _FREE}, ("risiko",), short=_FREE)
        ),
        "kilder": ById(SOURCE),
        "accepteret": ById(_FREE, keys="code"),
    },
    required=(
        "programteori",
        "titel",
        "målgruppe",
        "begrundelse",
        "indsats",
        "delindsatser",
        "effekter",
        "slutmål",
        "sammenhænge",
        "moderatorer",
    ),
)

INDICATOR_FIELDS: Mapping[str, Shape] = {
    "navn": _FREE,
    "klasse": Fixed("indicator_class"),
    "område": Phrase("id"),
    "område_formodet": Phrase("id"),
    "respondent": Fixed("respondent"),
    "skala": Phrase("id"),
    "trin": ById(_FREE, keys="step"),
    "spørgsmål": _FREE,
    "ordlyd": Fixed("wording"),
    "hver": _DURATION,
    "periode": _DURATION,
    "ønsket": Fixed("wanted"),
    "påvirkelig": _YES_NO,
    "pålidelighed": Phrase("reliability"),
    "dokumenteret_sammenhæng": Many(
        Record(
            "documented_relation",
            {"med": _FREE, "kilde": _CITATION, "foreløbig": _YES_NO},
            required=("med", "kilde"),
        )
    ),
    "kvalitet": Record(
        "quality", dict.fromkeys(("præcis", "relevant", "tilstrækkelig"), Phrase("appraisal"))
    ),
    "mindste_virkning": Phrase("smallest"),
    "redskab": _FREE,
    "beregnes": Fixed("computation"),
    "af": _IDS,
    "valg": _FREE,
    "status": _FREE,
    "hændelse": Record(
        "event",
        {"status": _FREE, "indkomst": _YES_NO, "branche": _FREE, "uger_i_træk": Number(least=1, most=520)},
        required=("status",),
    ),
    "kilde": _CITATION,
}
CATALOGUE = Record(
    "catalogue",
    {
        "katalog": Phrase("id"),
        "navn": _FREE,
        "version": Number(least=1),
        "kilde": _CITATION,
        "antal_i_alt": ById(Number(least=0), keys="respondent"),
        "områder": ById(_FREE),
        "skalaer": ById(
            Record(
                "scale",
                {
                    "fra": Phrase("number"),
                    "til": Phrase("number"),
                    "trin": _TEXTS,
                    "valg": _TEXTS,
                    "enhed": _FREE,
                    "høj_betyder": _FREE,
                },
            )
        ),
        "fælles": Record("indicator", INDICATOR_FIELDS),
        "indikatorer": ById(Record("indicator", INDICATOR_FIELDS, short=_FREE)),
        "delindsatser": ById(ACTIVITY),
        "moderatorer": ById(MODERATOR),
        "målgrupper": ById(
            Record(
                "target_group_code",
                {
                    "navn": _FREE,
                    "gælder_fra": Number(least=1900, most=2200),
                    "gælder_til": Number(least=1900, most=2200),
                },
                short=_FREE,
            )
        ),
        "kilder": ById(SOURCE),
    },
    required=("katalog",),
)

TABLES: Mapping[str, str] = {
    "personer": "persons",
    "forløb": "courses",
    "aktiviteter": "participation",
    "målinger": "measurements",
    "moderatorer": "moderators",
    "slutmål": "goals",
    "sagsbehandlere": "caseworkers",
    "søgekanaler": "channels",
    "register": "register",
}
"""Each table's Danish key and the table it is in `qualitycircle.project.Table`."""

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "persons": ("person", "enhed", "målgruppe"),
    "courses": (
        "person", "forløb", "teori", "version", "fra", "til", "gruppe", "trukket_inden_for", "udfører",
        "bestiller",
    ),
    "participation": (
        "person", "forløb", "delindsats", "fra", "til", "tilbudt", "mødt", "virksomhed", "faggruppe",
    ),
    "measurements": (
        "person", "forløb", "runde", "dato", "bedømmer", "respondent", "indikator", "værdi", "enhed",
        "sagsbehandler",
    ),
    "moderators": (
        "person", "forløb", "runde", "dato", "bedømmer", "respondent", "indikator", "værdi", "enhed",
        "sagsbehandler",
    ),
    "goals": ("person", "forløb", "status", "dato", "kilde"),
    "caseworkers": ("person", "sagsbehandler", "faggruppe", "fra", "til"),
    "channels": ("person", "forløb", "runde", "dato"),
    "register": ("person", "uge", "måned", "ydelse", "indkomst", "dato", "status"),
}  # fmt: skip


def table_of(column: str, section: str) -> str:
    """Return the Danish key of the one table a column belongs in, which another was given; or ""."""
    if section not in {f"columns_{each}" for each in TABLES.values()}:
        return ""
    homes = [
        danish
        for danish, table in TABLES.items()
        if (known := key(f"columns_{table}", column)) is not None and known.da in _COLUMNS[table]
    ]
    return homes[0] if len(homes) == 1 else ""


def _table(table: str) -> Shape:
    columns = Record(f"columns_{table}", dict.fromkeys(_COLUMNS[table], _FREE), open=table == "channels")
    codes = Record(f"columns_{table}", dict.fromkeys(_COLUMNS[table], ById(_TEXTS, keys="any")), open=True)
    return Many(
        Record(
            "table",
            {
                "fil": _FREE,
                "ark": _FREE,
                "person": _FREE,
                "datoformat": _FREE,
                "kolonner": columns,
                "indikatorer": ById(_FREE),
                "valg": ById(ById(_FREE, keys="any")),
                "koder": codes,
                "altid": Record(f"columns_{table}", dict.fromkeys(_COLUMNS[table], _FREE)),
                "skilletegn": _FREE,
                "statusser": _FREE,
                "andre_udgange": _TEXTS,
                "ophør": _TEXTS,
            },
        )
    )


_INITIATIVE = Record(
    "initiative",
    {"navn": _FREE, "design": Fixed("design"), "metode": Fixed("initiative_method"), "teorier": _IDS},
    short=_FREE,
)
_TRACK = ById(
    Record(
        "track",
        {
            "navn": _FREE,
            "teorier": _IDS,
            "station": Fixed("station"),
            "temaer": _IDS,
            "delindsatser": _IDS,
            "initiativer": Many(_INITIATIVE),
            "inspiration": _TEXTS,
        },
        short=_FREE,
    )
)
PROJECT = Record(
    "project",
    {
        "projekt": Phrase("id"),
        "navn": _FREE,
        "sprog": Fixed("language"),
        "udfører": _FREE,
        "bestiller": _FREE,
        "roller": ById(_FREE, keys="any"),
        "privatliv": Record("privacy", {"nøglefil": _FREE, "mindste_celle": Number(least=3)}),
        "data": Record(
            "data",
            {
                "fil": _FREE,
                "person": _FREE,
                "datoformat": _FREE,
                "konstruerede": _YES_NO,
                **{danish: _table(table) for danish, table in TABLES.items()},
            },
        ),
        "laboratorium": Record(
            "laboratory",
            {"vision": _FREE, "succes": _TEXTS, "spor": _TRACK, "temaer": _TRACK},
        ),
    },
    required=("projekt",),
)

KINDS: Mapping[str, Record] = {"theory": THEORY, "catalogue": CATALOGUE, "project": PROJECT}
"""The three kinds of files, told apart by their first key."""

FIRST_KEYS: Mapping[str, str] = {"programteori": "theory", "katalog": "catalogue", "projekt": "project"}
