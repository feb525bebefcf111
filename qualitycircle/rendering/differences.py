"""What two versions of a theory say differently, told to people before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualitycircle.rendering.naming import every, number
from qualitycircle.smallest import Smallest
from qualitycircle.theory import (
    Assignment,
    Attachment,
    Condition,
    Expected,
    Link,
    MeasurementPlan,
    Promise,
    Relation,
    Several,
    Sign,
    Status,
)
from qualitycircle.theory.change import Difference, Nature
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.values import say
from qualitycircle.vocabulary.words import differences as words


def differences_text(differences: Sequence[Difference], language: Language) -> str:
    """Return what two versions of a theory say differently, one line each: shown before it is written."""
    return "\n".join(f"  {_difference(each, language)}" for each in differences)


def _difference(difference: Difference, language: Language) -> str:
    what = words.ROOMS[difference.room].say(language, name=difference.subject)
    if difference.nature is Nature.ADDED:
        return words.ADDED.say(language, what=_with_claim(what, difference.new, language))
    if difference.nature is Nature.REMOVED:
        return words.REMOVED.say(language, what=what)
    field = words.FIELDS.get(difference.field, words.SOMETHING).say(language)
    before, after = _pair(difference, language)
    if before is None or after is None or before == after:
        return words.OTHERWISE.say(language, what=what, field=field)
    if not before:
        return words.FIRST_SAID.say(language, what=what, field=field, after=after)
    if not after:
        return words.NO_LONGER_SAID.say(language, what=what, field=field)
    return words.CHANGED.say(language, what=what, field=field, before=before, after=after)


def _with_claim(what: str, added: object, language: Language) -> str:
    if not isinstance(added, Link):
        return what
    claim = _reasoned(_sign(added, language), added.because, language)
    return words.CLAIMED.say(language, what=what, claim=claim)


def _sign(link: Link, language: Language) -> str:
    if link.relation is Relation.INFLUENCES:
        return say("sign", link.sign.value, language)
    return say("association", "moves with" if link.sign is Sign.UP else "moves against", language)


def _pair(difference: Difference, language: Language) -> tuple[str | None, str | None]:
    """Return both values in words; of long lists only what the other has not."""
    old, new = difference.old, difference.new
    if difference.field == "wanted_up":
        old, new = (_wished(each, language) for each in (old, new))
    if difference.field == "attachments" and isinstance(old, tuple) and isinstance(new, tuple):
        kept = set(old) & set(new)
        old, new = (tuple(one for one in each if one not in kept) for each in (old, new))
    return _told(old, language), _told(new, language)


def _wished(up: object, language: Language) -> str:
    return "" if up is None else say("wanted", "up" if up else "down", language)


def _told(value: object, language: Language) -> str | None:
    """Return a value in words, "" when nothing is said, None when there are no words for its kind."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return say("yes_no", "yes" if value else "no", language)
        case Sign() | Relation() | Expected() | Assignment() | Several() | Status():
            return _fixed(value, language)
        case Smallest() | Promise() | Condition() | MeasurementPlan() | Attachment():
            return _composed(value, language)
        case tuple():
            return _listed(value, language)
        case _:
            return None


def _fixed(
    value: Sign | Relation | Expected | Assignment | Several | Status, language: Language
) -> str | None:
    match value:
        case Sign():
            return say("sign", value.value, language)
        case Relation():
            return words.RELATIONS[value.value].say(language)
        case Assignment():
            return say("assignment", value.value, language)
        case Several():
            return say("several", value.value, language)
        case Status():
            return say("status", value.value, language)
        case Expected():
            return None


def _composed(
    value: Smallest | Promise | Condition | MeasurementPlan | Attachment, language: Language
) -> str:
    match value:
        case Smallest():
            size = f"{number(value.value, language)} {say('effect_unit', value.unit.value, language)}"
            return _reasoned(size, value.because, language)
        case Promise():
            return ", ".join(_promised(value, language))
        case Condition():
            return _reasoned(_condition(value, language), value.because, language)
        case MeasurementPlan():
            return ", ".join(_planned(value, language))
        case Attachment():
            return words.ATTACHED[value.expected.value].say(language, link=value.link_id)


def _promised(promise: Promise, language: Language) -> Iterator[str]:
    for key, text in words.PROMISED.items():
        said = getattr(promise, key)
        if said:
            yield text.say(language, value=said)
    if promise.condition is not None:
        yield _condition(promise.condition, language)


def _condition(condition: Condition, language: Language) -> str:
    if isinstance(condition.value, str):
        return words.STEP.say(language, value=condition.value)
    size = f"{condition.value:g}".replace(".", "," if language == "da" else ".")
    unit = say("unit", condition.unit, language)
    return " ".join(each for each in (say("comparison", condition.comparison, language), size, unit) if each)


def _planned(plan: MeasurementPlan, language: Language) -> Iterator[str]:
    yield every(plan.every, language)
    yield words.TOLERANCE.say(language, days=plan.tolerance)
    if plan.rounds:
        yield words.ROUNDS.say(language, names=", ".join(plan.rounds))


def _listed(values: tuple[object, ...], language: Language) -> str | None:
    told = [_round(each, language) if isinstance(each, int) else _told(each, language) for each in values]
    known = [each for each in told if each is not None]
    return ", ".join(known) if len(known) == len(told) else None


def _round(count: int, language: Language) -> str:
    if count == 0:
        return words.SAME_ROUND.say(language)
    return words.NEXT_ROUND.say(language) if count == 1 else words.LATER_ROUND.say(language, count=count)


def _reasoned(value: str, because: str, language: Language) -> str:
    return words.REASONED.say(language, value=value, because=because) if because else value
