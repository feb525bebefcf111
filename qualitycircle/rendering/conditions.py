"""What a condition makes of a link, in words: on which side of it the link is there."""

from __future__ import annotations

from qualitycircle.evaluation.values import Estimate, Flag, Judgement, Tested
from qualitycircle.rendering.naming import name
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.beside import SIDES, THERE
from qualitycircle.vocabulary.words.evaluation import FLAGS


def flag_sentence(flag: Flag, judged: Judgement, theory: Theory, language: Language) -> str:
    """Return what a flag says; of a condition which one it is, and on which side of it the link is there."""
    told = _conditions(judged, theory, language) if flag is Flag.CONDITIONAL else []
    return " ".join(dict.fromkeys(told)) or FLAGS[flag.value].sentence.say(language)


def _conditions(judged: Judgement, theory: Theory, language: Language) -> list[str]:
    ran = [each for each in judged.results if isinstance(each, Tested)]
    deciding = ((each, one.moderator) for each in ran for one in each.moderations if one.slopes_differ)
    told = [_told(_sides(each, moderator), name(moderator, theory), language) for each, moderator in deciding]
    return [each for each in told if each]


def _sides(result: Tested, moderator: str) -> dict[str, Estimate]:
    named = {tuple(each.name.split(": ", 1)): each for each in result.estimates}
    return {side: named[side, moderator] for side in SIDES if (side, moderator) in named}


def _told(sides: dict[str, Estimate], moderator: str, language: Language) -> str:
    """Return where the link is there, and where it goes against; nothing when neither side is sure."""
    there = [side for side, each in sides.items() if each.low > 0]
    against = [side for side, each in sides.items() if each.high < 0]
    if not there and not against:
        return ""
    highest = max(there or against, key=lambda side: abs(sides[side].value))
    kind = "both" if there and against else "as claimed" if there else "against"
    when = SIDES[highest].say(language, name=moderator)
    return THERE[kind].say(language, when=when)
