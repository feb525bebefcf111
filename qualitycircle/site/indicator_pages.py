"""The indicator catalogue: what is asked, who answers, and what each step means."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.indicators import (
    Appraisal,
    Catalogue,
    DocumentedRelation,
    Event,
    Indicator,
    IndicatorClass,
    Respondent,
    Scale,
    Wording,
)
from qualitycircle.rendering.testability import number
from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents
from qualitycircle.site.markup import bullets, facts, heading, page, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Element
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.language import Text
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.words import site as words
from qualitycircle.vocabulary.words.data import NEW_INDUSTRY
from qualitycircle.vocabulary.words.expectation import RECKONED

Pairs = Iterable[tuple[Text, str]]


def indicators(contents: Contents) -> str:
    """Return the list of all indicators, catalogue by catalogue."""
    sheet = Sheet(contents, addresses.indicators(contents.language))
    return page(
        (
            f"# {sheet.say(words.INDICATORS)}",
            sheet.say(words.INDICATORS_LEAD),
            *(block for each in contents.project.indicators.catalogues for block in _catalogue(sheet, each)),
        )
    )


def indicator(contents: Contents, each: Indicator) -> str:
    """Return the page of one indicator."""
    sheet = Sheet(contents, addresses.indicator(each.id, contents.language))
    slot = f" · {sheet.say(words.WORDING_NOT_PUBLISHED)}" if each.is_slot else ""
    return page(
        (
            f"# {plain(each.name)}",
            f"{sheet.say(words.INDICATOR)} · {_respondent(sheet, each) or '–'}{slot}\n{{ .circle-eyebrow }}",
            sheet.say(words.NOT_PUBLISHED_LEAD) if each.is_slot else "",
            f"{plain(each.question)}\n{{ .circle-question }}" if each.question else "",
            facts((sheet.say(name), value) for name, value in _about(sheet, each)),
            *_steps(sheet, each),
            heading(2, sheet.say(words.USED_BY), addresses.section_anchor("used-by")),
            _used_by(sheet, each),
        )
    )


def _catalogue(sheet: Sheet, catalogue: Catalogue) -> Iterable[str]:
    if not catalogue.indicators:
        return
    yield heading(2, plain(catalogue.name or catalogue.id), addresses.slug(catalogue.id))
    yield _totals(sheet, catalogue)
    head = (words.INDICATOR, words.RESPONDENT, words.DOMAIN, words.SCALE, words.WORDING)
    yield table([sheet.say(each) for each in head], (_row(sheet, each) for each in catalogue.indicators))


def _totals(sheet: Sheet, catalogue: Catalogue) -> str:
    """Say how many of a catalogue's known total are here: three of sixty are printed in the source."""
    language = sheet.language
    return " · ".join(
        sheet.say(
            words.CATALOGUE_TOTAL,
            count=sum(each.respondent is respondent and not each.is_slot for each in catalogue.indicators),
            total=total,
            respondent=values.say("respondent", respondent.value, language),
        )
        for respondent, total in catalogue.total.items()
    )


def _row(sheet: Sheet, each: Indicator) -> tuple[str, ...]:
    return (
        sheet.to_indicator(each.id),
        _respondent(sheet, each),
        _domain(sheet, each),
        _scale(sheet, each.scale) or _computed(sheet, each),
        _wording(sheet, each),
    )


def _about(sheet: Sheet, each: Indicator) -> Pairs:
    language = sheet.language
    yield words.RESPONDENT, _respondent(sheet, each)
    kind = values.say("indicator_class", each.indicator_class.value, language) if each.indicator_class else ""
    yield words.CLASS, kind
    yield words.DOMAIN, _domain(sheet, each)
    yield words.SCALE, _scale(sheet, each.scale)
    if each.wish is not None:
        yield words.WANTED, values.say("wanted", "up" if each.wish else "down", language)
    yield words.COMPUTED, _computed(sheet, each)
    yield words.EVENT, _event(sheet, each)
    yield words.PERIOD, plain(each.period)
    yield words.EVERY, plain(each.every)
    yield words.WORDING, _wording(sheet, each)
    yield words.RELIABILITY, _reliability(sheet, each)
    if each.influenceable is not None:
        yield words.INFLUENCEABLE, sheet.say(words.YES if each.influenceable else words.NO)
    yield words.DOCUMENTED, _documented(sheet, each)
    yield words.PRECISE, _appraisal(sheet, each.quality.precise)
    yield words.RELEVANT, _appraisal(sheet, each.quality.relevant)
    yield words.SUFFICIENT, _appraisal(sheet, each.quality.sufficient)
    yield words.CATALOGUE, plain(each.catalogue)
    yield words.SOURCE, sheet.cited(each.source) if each.source else ""


def _respondent(sheet: Sheet, each: Indicator) -> str:
    if each.respondent is Respondent.SYSTEM:
        return sheet.say(RECKONED)
    return values.say("respondent", each.respondent.value, sheet.language) if each.respondent else ""


def _domain(sheet: Sheet, each: Indicator) -> str:
    named = {
        id: name for each in sheet.contents.project.indicators.catalogues for id, name in each.domains.items()
    }
    if each.domain_presumed:
        domain = plain(named.get(each.domain_presumed, each.domain_presumed))
        return sheet.say(words.PRESUMED, domain=domain)
    return plain(named.get(each.domain, each.domain))


def _scale(sheet: Sheet, scale: Scale | None) -> str:
    if scale is None:
        return ""
    if scale.is_choice:
        return sheet.say(words.OPTIONS)
    if scale.steps:
        return plain(sheet.say(words.FROM_TO, low=scale.steps[0], high=scale.steps[-1]))
    if scale.low is None or scale.high is None:
        return plain(scale.unit)
    span = sheet.say(words.FROM_TO, low=f"{scale.low:g}", high=f"{scale.high:g}")
    meaning = ""
    if scale.high_means:
        meaning = ", " + sheet.say(words.HIGH_MEANS, high=f"{scale.high:g}", meaning=scale.high_means)
    return plain(f"{span} {scale.unit}".strip() + meaning)


def _computed(sheet: Sheet, each: Indicator) -> str:
    return plain(values.say("computation", each.computed.value, sheet.language)) if each.computed else ""


def _event(sheet: Sheet, each: Indicator) -> str:
    if each.event is None:
        return ""
    reached = sheet.say(words.WEEKS_IN_A_ROW, status=each.event.status, weeks=each.event.weeks_in_a_row)
    parts = [reached, sheet.say(words.WITH_INCOME) if each.event.income else "", _industry(sheet, each.event)]
    alone = "" if each.event.income else f". {sheet.say(words.SELF_SUPPORT)}"
    return plain(", ".join(part for part in parts if part)) + alone


def _industry(sheet: Sheet, event: Event) -> str:
    new = {fold(NEW_INDUSTRY.da), fold(NEW_INDUSTRY.en)}
    if not event.industry or fold(event.industry) in new:
        return sheet.say(words.IN_NEW_INDUSTRY) if event.industry else ""
    return sheet.say(words.IN_INDUSTRY, industry=event.industry)


def _wording(sheet: Sheet, each: Indicator) -> str:
    if each.is_slot:
        return sheet.say(words.WORDING_NOT_PUBLISHED)
    wording = each.wording.value if isinstance(each.wording, Wording) else ""
    return values.say("wording", wording, sheet.language)


def _reliability(sheet: Sheet, each: Indicator) -> str:
    because = each.reliability.because
    reason = f", {sheet.say(words.BECAUSE, reason=because)}" if because else ""
    if each.reliability.value is None:
        return plain(sheet.say(words.UNKNOWN) + reason)
    return plain(number(each.reliability.value, sheet.language) + reason)


def _documented(sheet: Sheet, each: Indicator) -> str:
    """Say what it is documented to be related to; only of an outcome is it told when nobody says."""
    if not each.documented and each.indicator_class is IndicatorClass.OUTCOME:
        return sheet.say(words.NOT_DOCUMENTED)
    return "; ".join(_relation(sheet, relation) for relation in each.documented)


def _relation(sheet: Sheet, relation: DocumentedRelation) -> str:
    source = sheet.cited(relation.citation)
    told = sheet.say(words.DOCUMENTED_WITH, subject=plain(relation.to), source=source)
    return f"{told}, {sheet.say(words.PRELIMINARY)}" if relation.preliminary else told


def _appraisal(sheet: Sheet, appraisal: Appraisal | None) -> str:
    if appraisal is None or appraisal.holds is None:
        return plain(appraisal.text) if appraisal else ""
    said = sheet.say(words.YES if appraisal.holds else words.NO)
    return plain(f"{said}, {sheet.say(words.BECAUSE, reason=appraisal.text)}" if appraisal.text else said)


def _steps(sheet: Sheet, each: Indicator) -> Iterable[str]:
    """Return the anchor texts, step by step, as lists; and the options of a multi-select."""
    if each.steps:
        yield heading(2, sheet.say(words.STEPS), addresses.section_anchor("steps"))
        for step, criteria in sorted(each.steps.items()):
            yield heading(3, sheet.say(words.STEP, step=step), addresses.section_anchor(f"step-{step}"))
            yield bullets(plain(criterion) for criterion in criteria)
    elif each.scale is not None and each.scale.steps:
        yield heading(2, sheet.say(words.STEPS), addresses.section_anchor("steps"))
        low = int(each.scale.low) if each.scale.low is not None else 1
        yield "\n".join(f"{low + place}. {plain(step)}" for place, step in enumerate(each.scale.steps))
    elif each.scale is not None and each.scale.options:
        yield heading(2, sheet.say(words.OPTIONS), addresses.section_anchor("options"))
        yield bullets(plain(option) for option in each.scale.options)


def _used_by(sheet: Sheet, each: Indicator) -> str:
    used = sheet.contents.elements_seen_by(each)
    if not used:
        return sheet.say(words.USED_BY_NONE)
    return bullets(
        (sheet.to_element(theory, seen.id) if isinstance(seen, Element) else sheet.to_moderator(theory, seen))
        + f" – {sheet.to_theory(theory)}"
        for theory, seen in used
    )
