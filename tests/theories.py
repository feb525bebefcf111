"""Two theories from the sources, built by hand, and an artificial evaluation: planted truth for tests.

`praktik()` is New Insight s15 and s34; `bip()` is BIP 2017 s21 ("vejen til job"). The verdicts of
`evaluation_of` are made up, so that every verdict occurs; they say nothing about the world.
"""

from __future__ import annotations

from itertools import cycle

from qualitycircle.evaluation.values import Evaluation, Fingerprints, Judgement, NotMeasured, Reason, Verdict
from qualitycircle.evidence import Citation
from qualitycircle.theory import (
    Activity,
    Attachment,
    Element,
    Expected,
    Goal,
    Intervention,
    Link,
    Moderator,
    Outcome,
    Output,
    TargetGroup,
    Theory,
)


def praktik() -> Theory:
    """Return the theory of practical placement (New Insight s34): four columns, eleven links."""
    return Theory(
        id="praktik",
        title="Praktikophold og henvendelser til arbejdspladser",
        target_group=TargetGroup(name="Ikke-arbejdsmarkedsparate borgere"),
        rationale="Erfaringer fra en arbejdsplads giver mod på job.",
        intervention=Intervention(name="Virksomhedsrettet forløb"),
        elements=(
            Activity(id="praktik", name="Praktikophold"),
            Activity(id="træning", name="Træning i præsentationsteknik"),
            Activity(id="henvendelser", name="Henvendelser til arbejdspladser"),
            Activity(id="tilbagemelding", name="Evaluering af borgerens præsentation"),
            Output(id="fremmøde", name="Fremmøde i praktik"),
            Output(id="antal_henvendelser", name="Antal henvendelser"),
            Outcome(id="motivation", name="Motivation"),
            Outcome(id="tro_på_job", name="Tro på at få et arbejde"),
            Outcome(id="kvalifikationer", name="Faglige kvalifikationer"),
            Goal(id="job", name="Job"),
        ),
        links=(
            _inferred("praktik", "fremmøde", "arbejdspladsen regner med borgeren"),
            _stated("fremmøde", "motivation", "den, der møder stabilt, oplever at lykkes"),
            _stated("fremmøde", "tro_på_job", "borgeren ser sig selv i et arbejde"),
            _stated("fremmøde", "kvalifikationer", "opgaver lærer man ved at løse dem"),
            _stated("træning", "antal_henvendelser", "den, der har øvet sig, tør ringe"),
            _stated("henvendelser", "antal_henvendelser", "der er sat tid af til at henvende sig"),
            _inferred("tilbagemelding", "motivation", "ros og råd giver lyst til at prøve igen"),
            _stated("antal_henvendelser", "motivation", "svar gør et job til en mulighed"),
            _inferred("motivation", "job", "den motiverede søger mere"),
            _stated("tro_på_job", "job", "den, der tror på det, søger"),
            _inferred("kvalifikationer", "job", "den, der kan noget, bliver ansat"),
        ),
        moderators=(
            _moderator("opfølgning", "Systematisk opfølgning", _FREMMØDES_EFFECTS, where="s34"),
            _moderator("varighed", "Længerevarende praktik", _FREMMØDES_EFFECTS, where="s34"),
            _moderator("højt_fremmøde", "Højt fremmøde", _FREMMØDES_EFFECTS, where="s34"),
            _moderator(
                "praktikaftale",
                "Klar praktikaftale",
                (("praktik", "fremmøde"),),
                expected=Expected.REQUIRED,
                where="s15",
            ),
            _moderator(
                "match", "Match mellem borger og virksomhed", (("kvalifikationer", "job"),), where="s20"
            ),
        ),
    )


_FREMMØDES_EFFECTS = (("fremmøde", "motivation"), ("fremmøde", "tro_på_job"), ("fremmøde", "kvalifikationer"))


def bip() -> Theory:
    """Return BIP's road to job (BIP 2017 s21): fifteen elements, twenty-nine links, four moderators."""
    stated = (
        *((each, "søger_job") for each in ("helbred", "viden", "tro", "sb_tro", "målrettethed")),
        ("søger_job", "praktikvej"),
        ("søger_job", "jobbaser"),
        ("praktikvej", "job"),
        ("jobbaser", "job"),
        *((each, "job") for each in ("helbred", "viden", "tro", "samarbejde", "løn", "søger_job")),
        *((each, "job") for each in ("sb_tro", "målrettethed", "realisme")),
    )
    inferred = (
        *(("virksomhedspraktik", each) for each in ("helbred", "tro", "samarbejde", "sb_tro", "praktikvej")),
        *(("løntilskud", each) for each in ("tro", "sb_tro")),
        *(("vejledning", each) for each in ("viden", "løn", "realisme", "målrettethed")),
    )
    return Theory(
        id="bip",
        title="BIP: vejen til job",
        target_group=TargetGroup(name="Aktivitetsparate kontanthjælpsmodtagere"),
        rationale="Den, der tror på et job og får hjælp til at søge, kommer i job.",
        intervention=Intervention(name="Beskæftigelsesindsatser, særligt virksomhedsrettede"),
        elements=_bip_elements(),
        links=(
            *(_inferred(cause, effect, "rækkefølgen er vores slutning") for cause, effect in inferred),
            *(_stated(cause, effect, "pilen står i kilden", source="bip-2017") for cause, effect in stated),
        ),
        moderators=(
            _moderator(
                "skift",
                "Sagsbehandlerskift",
                (("sb_tro", "job"), ("søger_job", "job")),
                expected=Expected.WEAKENS,
                where="s12",
            ),
            _moderator(
                "joborientering",
                "Sagsbehandlers generelle joborientering",
                (("sb_tro", "job"), ("søger_job", "job")),
                where="s14",
            ),
            _moderator(
                "ni_påvirkninger",
                "Ni påvirkninger af den professionelles tro",
                (("virksomhedspraktik", "sb_tro"), ("løntilskud", "sb_tro")),
                where="s15",
            ),
            _moderator(
                "match", "Match mellem borger og virksomhed", (("praktikvej", "job"),), where="s19-20"
            ),
        ),
    )


def _bip_elements() -> tuple[Element, ...]:
    return (
        Activity(id="virksomhedspraktik", name="Virksomhedspraktik"),
        Activity(id="løntilskud", name="Løntilskud og nytteindsats"),
        Activity(id="vejledning", name="Vejledning og opkvalificering"),
        Outcome(id="helbred", name="Helbred og helbredsmestring", in_whom="citizen"),
        Outcome(id="viden", name="Viden om muligheder", in_whom="citizen"),
        Outcome(id="tro", name="Tro på at kunne klare et job", in_whom="citizen"),
        Outcome(id="samarbejde", name="Samarbejdsevner", in_whom="citizen"),
        Outcome(id="løn", name="Realistisk forståelse af muligt lønniveau", in_whom="citizen"),
        Outcome(id="søger_job", name="Søger job", in_whom="citizen"),
        Outcome(id="sb_tro", name="Tro på at borger får job", in_whom="caseworker"),
        Outcome(id="målrettethed", name="Målrettethed", in_whom="caseworker"),
        Outcome(id="realisme", name="Realisme om kompetencer", in_whom="caseworker"),
        Outcome(id="praktikvej", name="Jobsøgning via praktikvirksomhed", in_whom="citizen"),
        Outcome(id="jobbaser", name="Jobsøgning via jobbaser på internettet", in_whom="citizen"),
        Goal(id="job", name="Job"),
    )


def evaluation_of(theory: Theory) -> Evaluation:
    """Return a made-up evaluation in which the six verdicts take turns along the links."""
    verdicts = cycle(Verdict)
    return Evaluation(
        theory=theory.id,
        version=theory.version,
        number=1,
        date="2026-03-31",
        post_hoc=False,
        persons=400,
        measurements=8,
        first_date="2024-01-01",
        last_date="2025-12-31",
        judgements=tuple(
            Judgement(
                link=each.id,
                verdict=verdict,
                results=(NotMeasured(reason=Reason.NOT_TESTABLE),),
            )
            for each, verdict in zip(theory.links, verdicts, strict=False)
        ),
        fingerprints=Fingerprints(theory="", plan="", data=""),
        synthetic=True,
    )


def _stated(cause: str, effect: str, because: str, *, source: str = "new-insight") -> Link:
    return Link(cause=cause, effect=effect, because=because, source=Citation(source=source, where="s34"))


def _inferred(cause: str, effect: str, because: str) -> Link:
    return Link(cause=cause, effect=effect, because=because)


def _moderator(
    id: str,
    name: str,
    links: tuple[tuple[str, str], ...],
    *,
    expected: Expected = Expected.STRENGTHENS,
    where: str,
) -> Moderator:
    return Moderator(
        id=id,
        name=name,
        attachments=tuple(Attachment(link=each, expected=expected) for each in links),
        source=Citation(source="new-insight", where=where),
    )
