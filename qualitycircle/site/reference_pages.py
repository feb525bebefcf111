"""Reference, made from what the program itself reads: every key, every fixed word, every code."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import qualitycircle
from qualitycircle.findings import Code, Severity
from qualitycircle.site.markup import heading, page, prose, table
from qualitycircle.vocabulary.findings.catalogue import ROOMS, room
from qualitycircle.vocabulary.findings.entry import FindingText
from qualitycircle.vocabulary.keys import KEYS, Key
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.values import VALUES, Word
from qualitycircle.vocabulary.words import messages
from qualitycircle.vocabulary.words import reference as words

_RAISING = ("loading", "checks", "data", "evaluation", "circle")
"""The rooms that raise findings; a code is defined beside the rule that raises it."""


def codes(language: Language) -> str:
    """Return every code there is: its title, how grave it is, why, an example and its mend."""
    return page(
        (
            f"# {words.CODES.say(language)}",
            words.CODES_LEAD.say(language),
            words.SEVERITY_LEAD.say(language),
            *(block for prefix in ROOMS for block in _room(prefix, language)),
        )
    )


def keys(language: Language) -> str:
    """Return every key of the YAML, block by block, and every list of fixed words."""
    return page(
        (
            f"# {words.KEYS.say(language)}",
            words.KEYS_LEAD.say(language),
            *(block for section in KEYS for block in _section(section, language)),
            heading(2, words.FIXED_WORDS.say(language), "section-words"),
            words.FIXED_LEAD.say(language),
            *(block for name in VALUES for block in _list(name, language)),
        )
    )


@cache
def severities() -> Mapping[str, tuple[Severity, ...]]:
    """Return how grave each code is; one that is raised in two ways has two."""
    found: dict[str, dict[Severity, None]] = {}
    for module in _modules():
        for each in vars(importlib.import_module(module)).values():
            if isinstance(each, Code):
                found.setdefault(each.id, {}).setdefault(each.severity)
    return {code: tuple(each) for code, each in found.items()}


def _modules() -> Iterable[str]:
    for name in _RAISING:
        package = importlib.import_module(f"{qualitycircle.__name__}.{name}")
        yield from (each.name for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))


def _room(prefix: str, language: Language) -> Iterable[str]:
    yield heading(2, words.ROOMS[prefix].say(language), prefix.lower())
    for code, entry in sorted(room(prefix).items()):
        yield from _code(code, entry, language)


def _code(code: str, entry: FindingText, language: Language) -> Iterable[str]:
    grave = (messages.SEVERITIES[each.value].say(language) for each in severities().get(code, ()))
    yield heading(3, f"{code} {prose(entry.title.say(language))}", code.lower())
    yield f"{', '.join(grave)}\n{{ .circle-aside }}"
    yield prose(entry.why.say(language))
    yield from _example(messages.WRONG, entry.wrong, language)
    yield from _example(messages.RIGHT, entry.right, language)


def _example(title: Text, yaml: str, language: Language) -> Iterable[str]:
    if yaml:
        yield f"{title.say(language)}:"
        yield f"```yaml\n{yaml.rstrip()}\n```"


def _section(section: str, language: Language) -> Iterable[str]:
    yield heading(2, words.SECTIONS[section].say(language), f"keys-{section.replace('_', '-')}")
    head = (words.DANISH, words.PLAIN_LETTERS, words.ENGLISH, words.MEANING)
    yield _table(head, (_key(each, language) for each in KEYS[section]), language)


def _key(key: Key, language: Language) -> tuple[str, ...]:
    plain_letters = _word(key.ascii) if key.ascii != key.da else ""
    return _word(key.da), plain_letters, _word(key.en), prose(key.meaning.say(language))


def _list(name: str, language: Language) -> Iterable[str]:
    yield heading(3, words.LISTS[name].say(language), f"words-{name.replace('_', '-')}")
    head = (words.DANISH, words.ENGLISH, words.ALSO)
    yield _table(head, (_fixed(each) for each in VALUES[name]), language)


def _fixed(each: Word) -> tuple[str, ...]:
    return _word(each.da), _word(each.en), ", ".join(_word(other) for other in each.also)


def _word(word: str) -> str:
    return f"`{word}`"


def _table(head: Sequence[Text], rows: Iterable[Sequence[str]], language: Language) -> str:
    return table([each.say(language) for each in head], rows)
