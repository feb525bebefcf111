"""What the picture says in words: its title, its description, and the tooltip of each part."""

from __future__ import annotations

from collections import Counter

from qualitycircle.evaluation.values import Estimate, Evaluation, Judgement, Tested, Verdict
from qualitycircle.rendering.naming import date, with_ends
from qualitycircle.rendering.people import people, thousands
from qualitycircle.rendering.picture.columns import columns
from qualitycircle.rendering.picture.grid import is_wanted_down
from qualitycircle.theory import Element, Link, Moderator, Relation, Theory
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.words import evaluation as judged
from qualitycircle.vocabulary.words import picture as words


def title(theory: Theory, language: Language) -> str:
    return words.TITLE.say(language, title=theory.title)


def description(theory: Theory, evaluation: Evaluation | None, language: Language) -> str:
    """Return one or two sentences that say what the picture holds."""
    kinds = len(dict.fromkeys(columns(theory).kinds))
    moderators = len(theory.moderators)
    return words.DESCRIPTION.say(
        language,
        intervention=theory.intervention.name,
        target_group=theory.target_group.name,
        elements=_counted(words.ELEMENTS, len(theory.elements), language),
        columns=_counted(words.COLUMNS, kinds, language),
        links=_counted(words.LINKS, len(theory.links), language),
        moderators=_counted(words.MODERATOR_COUNT, moderators, language) if moderators else "",
        verdicts=_verdicts(evaluation, language) if evaluation else "",
    )


def _counted(texts: tuple[Text, Text], n: int, language: Language) -> str:
    return texts[n != 1].say(language, n=n)


def _verdicts(evaluation: Evaluation, language: Language) -> str:
    counted = Counter(each.verdict for each in evaluation.judgements)
    counts = ", ".join(f"{counted[each]} {verdict(each, language)}" for each in Verdict if counted[each])
    return words.VERDICT_COUNT.say(
        language, number=evaluation.number, date=date(evaluation.date, language), counts=counts
    )


def provenance(evaluation: Evaluation, language: Language) -> str:
    """Return what the verdicts rest on, and what a reader must know before trusting them."""
    few = evaluation.persons < evaluation.smallest_cell
    said = [
        (words.AFTER_FEW if few else words.AFTER).say(
            language,
            number=evaluation.number,
            date=date(evaluation.date, language),
            persons=people(evaluation.persons, language, evaluation.smallest_cell),
            measurements=thousands(evaluation.measurements, language),
        ),
        *([words.SYNTHETIC.say(language)] if evaluation.synthetic else []),
        *([words.POST_HOC.say(language)] if evaluation.post_hoc else []),
    ]
    return " · ".join(said)


def verdict(verdict: Verdict, language: Language) -> str:
    return judged.VERDICTS[verdict.value].label.say(language)


def element(element: Element, language: Language) -> str:
    """Return an element's tooltip: its whole name, its kind, its definition."""
    kind = words.KINDS[element.kind.value].say(language)
    wished = words.WANTED_DOWN.say(language) if is_wanted_down(element) else ""
    head = f"{element.name} ({', '.join(each for each in (kind, wished) if each)})"
    return "\n".join(each for each in (head, element.definition) if each)


def link(theory: Theory, link: Link, judgement: Judgement | None, language: Language) -> str:
    """Return a link's tooltip: the claim, its reason, when it shows, what rests on it, the estimate."""
    rows = [
        _claim(theory, link, language),
        words.BECAUSE.say(language, reason=link.because) if link.because else "",
        _lags(link, language),
        _rests_on(link, language),
        _result(judgement, language) if judgement else "",
    ]
    return "\n".join(each for each in rows if each)


def _claim(theory: Theory, link: Link, language: Language) -> str:
    signs = words.SIGNS_TOGETHER if link.relation is Relation.MOVES_WITH else words.SIGNS
    middle = signs[link.sign.value].say(language)
    return f"{_name(theory, link.cause)} – {middle} – {_name(theory, link.effect)}"


def _name(theory: Theory, id: str) -> str:
    found = theory.element(id)
    return found.name if found else id


def _lags(link: Link, language: Language) -> str:
    """Return when the effect should show, where the theory says so itself."""
    lags = link.seen_after if link.declared_lag else ()
    return "; ".join(words.SEEN.get(each, words.SEEN_LATER).say(language, lag=each) for each in lags)


def _rests_on(link: Link, language: Language) -> str:
    if not link.is_stated:
        return words.INFERRED.say(language)
    stated = words.STATED.say(language)
    return f"{stated}: {link.source}" if link.source else stated


def _result(judgement: Judgement, language: Language) -> str:
    said = verdict(judgement.verdict, language)
    found = [
        _estimate(said, each.deciding, language) for each in judgement.results if isinstance(each, Tested)
    ]
    return "\n".join(found) or said


def _estimate(verdict: str, estimate: Estimate, language: Language) -> str:
    return words.ESTIMATE.say(
        language,
        verdict=verdict,
        **with_ends(estimate.value, estimate.low, estimate.high, language),
        unit=judged.UNITS[estimate.unit].say(language) if estimate.unit in judged.UNITS else estimate.unit,
        persons=people(estimate.persons, language),
    )


def moderator(theory: Theory, moderator: Moderator, language: Language) -> str:
    """Return a moderator's tooltip: its name and what it does to each link."""
    rows = [moderator.name]
    for each in moderator.attachments:
        expected = words.EXPECTED[each.expected.value].say(language)
        rows.append(f"{expected}: {_name(theory, each.link[0])} → {_name(theory, each.link[1])}")
    return "\n".join(rows)


def effect(moderator: Moderator, language: Language) -> str:
    """Return what a moderator does, in a word or two, for the legend."""
    expected = dict.fromkeys(each.expected for each in moderator.attachments)
    return ", ".join(words.EXPECTED[each.value].say(language) for each in expected)
