"""What is judged above the single link, in words: the theory, its chains and its absent arrows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from qualitycircle.evaluation.values import Evaluation, NotMeasured, Reason
from qualitycircle.evaluation.whole import (
    Absence,
    AbsentLink,
    Chain,
    Diagnosis,
    Layer,
    Statement,
    Total,
)
from qualitycircle.rendering import verdicts
from qualitycircle.rendering.naming import in_brackets, percent, with_ends
from qualitycircle.rendering.people import thousands
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import evaluation as said
from qualitycircle.vocabulary.words import whole as words

_WIDTH = 100
SHARES = frozenset({"coverage", "fidelity", "share met"})
"""What is delivered as a share: told in percent."""
_REASONS = frozenset(each.value for each in Reason)


def layer(found: Layer, language: Language) -> str:
    """Return where a theory or a chain stands, in a few words."""
    return words.LAYERS[found.value].label.say(language)


# The theory ----------------------------------------------------------------------------------------


def headline(diagnosis: Diagnosis, language: Language) -> str:
    """Return the theory's standing in a sentence: one word when all ways agree, else how many stand how."""
    if diagnosis.layer is not None:
        told = words.LAYERS[diagnosis.layer.value]
        one = words.STANDS_AS_ONE.say(language, layer=told.label.say(language))
        return f"{one} {told.sentence.say(language)}"
    counts = ((diagnosis.count(each), layer(each, language)) for each in Layer)
    return words.STANDS_APART.say(
        language,
        ways=len(diagnosis.standings),
        counts="; ".join(f"{count} {name}" for count, name in counts if count),
    )


def diagnosis_text(evaluation: Evaluation, theory: Theory, language: Language, *, full: bool) -> str:
    """Return what the data say of the theory; `full` with every statement and its reason."""
    found = evaluation.diagnosis
    if found is None:
        return ""
    lines = [words.WHAT_IT_SAYS.say(language), headline(found, language), *notes(evaluation, language)]
    if full:
        for at, own in by_layer(found).items():
            lines.append(
                f"- {_capital(layer(at, language))}. {words.LAYERS[at.value].sentence.say(language)}"
            )
            lines += [f"  - {statement(each, theory, language)}" for each in own]
    return filled(lines)


def notes(evaluation: Evaluation, language: Language) -> list[str]:
    """Return what a reader must know about the ways that were asked."""
    found = []
    if not evaluation.chains:
        found.append(words.LINK_BY_LINK.say(language))
    if evaluation.chains_left_out:
        found.append(words.WAYS_LEFT_OUT.say(language, ways=len(evaluation.chains)))
    return found


def filled(lines: Iterable[str]) -> str:
    """Return lines broken where a terminal ends, what follows under what it belongs to."""
    return "\n".join(textwrap.fill(each, _WIDTH, subsequent_indent=_under(each)) for each in lines)


def _under(line: str) -> str:
    inner = line.lstrip(" -")
    return " " * (len(line) - len(inner))


def by_layer(found: Diagnosis) -> Mapping[Layer, list[Statement]]:
    """Return the statements under the layer they belong to, in the order it is asked."""
    told: dict[Layer, list[Statement]] = {}
    for each in found.statements:
        told.setdefault(each.layer, []).append(each)
    return told


def statement(one: Statement, theory: Theory, language: Language) -> str:
    """Return one statement with its reason, as a sentence."""
    about = _about(one.about, theory)
    if one.why in _REASONS and not _is_about_delivery(one):
        reason = NotMeasured(reason=Reason(one.why), facts=one.facts)
        return words.UNTOLD.say(language, about=about, text=verdicts.why(reason, theory, language))
    text = words.WHY[_told_as(one)].say(language, about=about, **_facts(one, language))
    return f"{text} {words.SURVIVES_NOT.say(language)}" if one.facts.get("survives") == "no" else text


def _is_about_delivery(one: Statement) -> bool:
    return one.layer is Layer.IMPLEMENTATION and "delivered" in one.facts


def _told_as(one: Statement) -> str:
    """Return the key of a statement's sentence: some say more where more is known."""
    if one.why == "more citizens" and one.facts.get("date"):
        return "more citizens by date"
    if one.why == "weak" and one.facts.get("caps"):
        return "weak because"
    if one.why == "the goal moves" and one.facts.get("basis") == "randomised":
        return "the goal moves, drawn"
    return one.why


def _facts(one: Statement, language: Language) -> dict[str, object]:
    told: dict[str, object] = {key: _fact(key, value, one, language) for key, value in one.facts.items()}
    match (one.facts.get("value"), one.facts.get("low"), one.facts.get("high")):
        case (float(value), float(low), float(high)):
            told |= with_ends(value, low, high, language)
        case _:
            pass
    if "caps" in one.facts:
        caps = [each for each in str(one.facts["caps"]).split(", ") if each]
        told["caps"] = "; ".join(said.CAPS[each].label.say(language) for each in caps)
    if "what" in one.facts:
        told["what"] = said.DELIVERED[str(one.facts["what"])].say(language)
    if "unit" in one.facts:
        told["unit"] = said.UNITS[str(one.facts["unit"])].say(language)
    return {"promised": "–", "delivered": "–", "what": "", **told}


def _fact(key: str, value: str | int | float, one: Statement, language: Language) -> str:
    """Return one fact of a statement: a share in percent, a number of people with its thousands."""
    if isinstance(value, str):
        return value
    if one.facts.get("what") in SHARES and key in {"promised", "delivered"}:
        return percent(value, language)
    return thousands(value, language) if isinstance(value, int) else verdicts.number(value, language)


def _about(id: str, theory: Theory) -> str:
    """Return a link, a way or an element by the names of its elements."""
    return " → ".join(verdicts.name(each, theory) for each in id.split(" -> "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# Chains --------------------------------------------------------------------------------------------


def way(links: Iterable[str], theory: Theory) -> str:
    """Return a way by the names of its elements: `Praktik → Fremmøde → Job`."""
    pairs = [each.split(" -> ") for each in links]
    return " → ".join(verdicts.name(each, theory) for each in [pairs[0][0], *(pair[1] for pair in pairs)])


def chains_text(evaluation: Evaluation, theory: Theory, language: Language) -> str:
    """Return every way with its verdict and the link that decides it; totals stand below."""
    if not evaluation.chains:
        return ""
    lines = [words.CHAINS.say(language), words.CHAINS_LEAD.say(language)]
    for each in evaluation.chains:
        lines.append(f"{verdicts.mark(each.verdict)} {_chain(each, theory, language)}")
        lines += [f"    {one}" for one in multiplied(each, language)]
    lines += [total(each, theory, language) for each in evaluation.totals]
    return filled(lines)


def _chain(chain: Chain, theory: Theory, language: Language) -> str:
    named = f"{way(chain.links, theory)}: {verdicts.label(chain.verdict, language)}"
    return f"{named} ({verdicts.link_name(chain.held_at, theory)})" if chain.held_at else named


def multiplied(chain: Chain, language: Language) -> list[str]:
    """Return the product of a chain's two links, or why they are not multiplied; nothing when plain."""
    if chain.product is not None:
        unit = said.UNITS[chain.product.unit].say(language)
        told = with_ends(chain.product.value, chain.product.low, chain.product.high, language)
        return [words.PRODUCT.say(language, unit=unit, **told)]
    refused = words.NO_PRODUCT[chain.no_product.value].say(language) if chain.no_product else ""
    return [refused] if refused else []


def total(found: Total, theory: Theory, language: Language) -> str:
    """Return what is seen of a goal when all that lies between is left alone."""
    about = f"{verdicts.name(found.activity, theory)} → {verdicts.name(found.goal, theory)}"
    verdict = verdicts.label(found.verdict, language)
    if found.value is None or found.low is None or found.high is None:
        why = ""
        if found.reason:
            reason = NotMeasured(reason=Reason(found.reason), facts=found.facts)
            why = verdicts.why(reason, theory, language)
        return words.TOTAL_UNKNOWN.say(language, about=about, verdict=verdict, why=why).rstrip()
    return words.TOTAL.say(
        language,
        about=about,
        verdict=verdict,
        **with_ends(found.value, found.low, found.high, language),
        unit=said.UNITS[found.unit].say(language),
        basis=said.BASES[found.basis].sentence.say(language),
    )


# Arrows that are not drawn -------------------------------------------------------------------------


def absent_text(evaluation: Evaluation, theory: Theory, language: Language) -> str:
    """Return what the data say of every pair without an arrow."""
    if not evaluation.absent:
        return ""
    lines = [words.ABSENT.say(language), words.ABSENT_LEAD.say(language), absent_count(evaluation, language)]
    tested = [each for each in evaluation.absent if each.outcome is not Absence.NOT_TESTABLE]
    lines += [f"- {absent(each, theory, language)}" for each in tested]
    return filled([*lines, *(f"- {each}" for each in untestable(evaluation, theory, language))])


def untestable(evaluation: Evaluation, theory: Theory, language: Language) -> list[str]:
    """Return the pairs that could not be tested, gathered under their reason."""
    gathered: dict[str, list[str]] = {}
    for each in evaluation.absent:
        if each.outcome is Absence.NOT_TESTABLE:
            why = absent_why(each, theory, language)
            gathered.setdefault(why, []).append(verdicts.link_name(each.link, theory))
    label = words.ABSENCES[Absence.NOT_TESTABLE.value].label.say(language)
    return [f"{_capital(label)} ({why.rstrip('.')}): {'; '.join(pairs)}" for why, pairs in gathered.items()]


def absent_count(evaluation: Evaluation, language: Language) -> str:
    """Return how many arrows are missing, negligible, undecided and untestable."""
    counts = {each: sum(one.outcome is each for one in evaluation.absent) for each in Absence}
    told = words.ABSENT_COUNT.say(
        language,
        violated=counts[Absence.VIOLATED],
        negligible=counts[Absence.NEGLIGIBLE],
        undecided=counts[Absence.UNDECIDED],
        untestable=counts[Absence.NOT_TESTABLE],
    )
    tested = len(evaluation.absent) - counts[Absence.NOT_TESTABLE]
    family = words.ABSENT_FAMILY.say(language, tested=tested) if tested else ""
    left_out = ""
    if evaluation.absent_left_out:
        left_out = words.ABSENT_LEFT_OUT.say(language, pairs=len(evaluation.absent))
    return " ".join(each for each in (told, family, words.ABSENT_REVERSE.say(language), left_out) if each)


def absent(found: AbsentLink, theory: Theory, language: Language) -> str:
    """Return one pair: what was found, the numbers, and why it is not more."""
    label = words.ABSENCES[found.outcome.value].label.say(language)
    parts = [f"{verdicts.link_name(found.link, theory)}: {label}", _absent_told(found, language)]
    parts.append(absent_why(found, theory, language))
    return "; ".join(each for each in parts if each)


def _absent_told(found: AbsentLink, language: Language) -> str:
    """Return a pair's numbers beside the smallest effect that matters, as a sentence has them."""
    if found.value is None or found.low is None or found.high is None:
        return ""
    unit = said.UNITS[found.unit].say(language)
    told = words.ABSENT_NUMBERS.say(
        language, **with_ends(found.value, found.low, found.high, language), unit=unit
    )
    if found.smallest is None:
        return told
    return f"{told}, {words.AGAINST.say(language, smallest=verdicts.number(found.smallest, language))}"


def absent_numbers(found: AbsentLink, language: Language) -> str:
    """Return a pair's estimate with its interval, as a table has it; nothing when it was not tested."""
    if found.value is None or found.low is None or found.high is None:
        return ""
    told = in_brackets(found.value, found.low, found.high, language)
    return f"{told} {said.UNITS[found.unit].say(language)}"


def absent_why(found: AbsentLink, theory: Theory, language: Language) -> str:
    """Return why a pair could not be tested, or what left it undecided."""
    if found.reason in words.ABSENT_REASONS:
        return words.ABSENT_REASONS[found.reason].say(language)
    if found.reason:
        reason = NotMeasured(reason=Reason(found.reason), facts=found.facts)
        return verdicts.why(reason, theory, language)
    return "; ".join(said.CAPS[each].label.say(language) for each in found.caps)
