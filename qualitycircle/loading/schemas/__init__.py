"""JSON Schemas (2020-12) made from the shapes and the table of keys.

Two of each kind: the strict one, in canonical Danish, that texts are held against after their keys
and words are folded; and the editor's, which also accepts the other spellings (and does not suggest
them), offers the fixed words, and explains each key.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from qualitycircle.loading.schemas.grammars import PATTERNS
from qualitycircle.loading.schemas.shapes import (
    KINDS,
    ById,
    Fixed,
    Free,
    Many,
    Number,
    Phrase,
    Record,
    Shape,
)
from qualitycircle.vocabulary.keys import KEYS, Key
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.spelling import ascii_spelling
from qualitycircle.vocabulary.values import VALUES, danish
from qualitycircle.vocabulary.words import editor as words

Kind = Literal["theory", "catalogue", "project"]
Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLES = {
    "theory": Text("Programteori", "Programme theory"),
    "catalogue": Text("Katalog over skalaer og indikatorer", "Catalogue of scales and indicators"),
    "project": Text("Projekt", "Project"),
}
_ABOUT = {
    "theory": Text(
        "Udtrykte forestillinger om, hvorfor og hvordan en indsats virker",
        "Explicit notions of why and how an effort works",
    ),
    "catalogue": Text(
        "Det, flere programteorier deler: skalaer, indikatorer, kilder, moderatorer",
        "What several programme theories share: scales, indicators, sources, moderators",
    ),
    "project": Text(
        "Hvor data ligger, og hvad jeres kolonner betyder: vores ord til venstre, jeres til højre",
        "Where the data are and what your columns mean: our word to the left, yours to the right",
    ),
}


@cache
def strict(kind: str) -> Schema:
    """Return the schema that folded texts are held against: canonical Danish keys, nothing else."""
    return {"$schema": _DIALECT, **_of(KINDS[kind])}


def schema(kind: Kind, *, language: Language = "da", indicators: Sequence[str] = ()) -> Schema:
    """Return the schema for editors, with hover texts in one language.

    Other spellings of a key are accepted by `patternProperties` that are not suggested. `indicators`
    are the ids the project's catalogues hold: they are offered, and others are accepted.
    """
    editor = _Editor(language, tuple(indicators))
    whole = editor.whole(KINDS[kind])
    return {
        "$schema": _DIALECT,
        "title": _TITLES[kind].say(language),
        "description": _ABOUT[kind].say(language),
        **whole,
        "$defs": editor.blocks,
    }


def _of(shape: Shape) -> Schema:
    match shape:
        case Free() | Phrase():
            return {"type": ["string", "number"], "minLength": 1}
        case Number():
            return _number(shape)
        case Fixed():
            return {"type": "string", "enum": list(danish(shape.words))}
        case Many():
            return _many(_of(shape.item))
        case ById():
            return {"type": "object", "additionalProperties": _of(shape.item), "minProperties": shape.least}
        case Record():
            return _record(shape)


def _number(shape: Number) -> Schema:
    found: Schema = {"type": "integer", "minimum": shape.least}
    if shape.most is not None:
        found["maximum"] = shape.most
    return found


def _many(item: Schema) -> Schema:
    """Allow a list where one will do: keywords for strings, numbers and objects do not touch lists."""
    alone = {key: value for key, value in item.items() if key != "enum"}
    if "enum" in item:
        alone["pattern"] = "^(" + "|".join(map(_escaped, item["enum"])) + ")$"
    return {**alone, "type": [*_types(item), "array"], "items": item, "minItems": 1}


def _types(found: Schema) -> list[str]:
    types = found["type"]
    return [types] if isinstance(types, str) else list(types)


def _escaped(text: str) -> str:
    """Escape what a regular expression would read as more than a letter, also in an editor's."""
    return "".join(f"\\{each}" if each in r"\.^$*+?{}[]|()/" else each for each in text)


def _record(shape: Record) -> Schema:
    short = _of(shape.short) if shape.short else {}
    found: Schema = {
        **short,
        "type": [*_types(short), "object"] if short else "object",
        "properties": {key: _of(each) for key, each in shape.fields.items()},
        "additionalProperties": shape.open,
    }
    if shape.required:
        found["required"] = list(shape.required)
    return found


class _Editor:
    """Makes editor schemas in one language; each block is defined once, whatever it is called."""

    def __init__(self, language: Language, indicators: tuple[str, ...] = ()) -> None:
        self.language = language
        self.indicators = indicators
        self.blocks: Schema = {}
        self._names: dict[int, str] = {}

    def of(self, shape: Shape) -> Schema:
        """Return the schema of a shape; blocks are referred to by name."""
        if _block_in(shape) is None:
            return self.whole(shape)
        if id(shape) not in self._names:
            name = self._free_name(shape)
            self._names[id(shape)] = name
            self.blocks[name] = {}
            self.blocks[name] = self.whole(shape)
        return {"$ref": f"#/$defs/{self._names[id(shape)]}"}

    def _free_name(self, shape: Shape) -> str:
        block = _block_in(shape)
        ending = {Many: "_or_list", ById: "_by_id"}.get(type(shape), "")
        name = f"{block.section if block else 'block'}{ending}"
        return name if name not in self.blocks else f"{name}_{len(self.blocks)}"

    def whole(self, shape: Shape) -> Schema:
        """Return the schema of a shape, written out."""
        match shape:
            case Free():
                return {"type": ["string", "number"], "errorMessage": words.A_TEXT.say(self.language)}
            case Phrase():
                return self._phrase(shape)
            case Number():
                return {**_number(shape), "default": max(shape.least, 1)}
            case Fixed():
                return self._fixed(shape)
            case Many():
                item = self.whole(shape.item)
                return {**item, "type": [*_types(item), "array"], "items": self.of(shape.item)}
            case ById():
                return self._by_id(shape)
            case Record():
                return self._record(shape)

    def _phrase(self, shape: Phrase) -> Schema:
        """Let a pattern say in words what is wrong; `true` and `false` are offered only at yes and no."""
        found: Schema = {"type": ["string", "number"], "errorMessage": words.A_TEXT.say(self.language)}
        if shape.grammar in PATTERNS:
            found["pattern"] = PATTERNS[shape.grammar]
        if shape.grammar in words.NOT_LIKE_THIS:
            found["patternErrorMessage"] = words.NOT_LIKE_THIS[shape.grammar].say(self.language)
        if shape.grammar == "claim":
            found["defaultSnippets"] = self._ready(words.CLAIMS)
        if shape.grammar == "indicator" and self.indicators:
            found["examples"] = list(self.indicators)
        return found

    def _ready(self, lines: Sequence[words.Ready]) -> list[Schema]:
        """Return ready lines as the snippets of the YAML language server."""
        language = self.language
        return [{"label": each.label.say(language), "bodyText": each.body.say(language)} for each in lines]

    def _fixed(self, shape: Fixed) -> Schema:
        """Offer the words of the language; accept every other spelling."""
        offered = [each.da if self.language == "da" else each.en for each in VALUES[shape.words]]
        found: Schema = {"type": "string", "pattern": _any_spelling(shape.words), "examples": offered}
        found["patternErrorMessage"] = words.NOT_ONE_OF.say(self.language, words=", ".join(offered))
        if shape.words == "yes_no":
            found["type"] = ["string", "boolean"]
        return found

    def _by_id(self, shape: ById) -> Schema:
        """Offer ready lines where the keys are the author's own, else a word to write over."""
        found: Schema = {"type": "object", "additionalProperties": self.of(shape.item)}
        found["errorMessage"] = words.ONE_LINE_EACH.say(self.language)
        names: Schema = {"title": words.OWN_NAME.say(self.language)}
        names["description"] = words.OWN_NAME_MEANING.say(self.language)
        if shape.keys in PATTERNS:
            names["pattern"] = PATTERNS[shape.keys]
            names["patternErrorMessage"] = words.NOT_LIKE_THIS[shape.keys].say(self.language)
        if isinstance(shape.item, Record) and shape.item.section in words.READY:
            names["doNotSuggest"] = True
            found["defaultSnippets"] = self._ready(words.READY[shape.item.section])
        return {**found, "propertyNames": names}

    def _record(self, shape: Record) -> Schema:
        short = self.whole(shape.short) if shape.short else {}
        found: Schema = {
            **short,
            "type": [*_types(short), "object"] if short else "object",
            "properties": {},
            "additionalProperties": shape.open,
        }
        aliases: Schema = {}
        for key in KEYS[shape.section]:
            if key.da in shape.fields:
                self._add(key, self.of(shape.fields[key.da]), found["properties"], aliases)
        if aliases:
            found["patternProperties"] = aliases
        return found

    def _add(self, key: Key, value: Schema, properties: Schema, aliases: Schema) -> None:
        shown = key.say(self.language)
        others = tuple(each for each in (key.da, *key.aliases) if each != shown)
        meaning = key.meaning.say(self.language)
        note = f"**{shown}** ({', '.join(others)}): {meaning}" if others else f"**{shown}**: {meaning}"
        properties[shown] = {**value, "title": shown, "description": meaning, "markdownDescription": note}
        spaced = [each.replace("_", " ") for each in (shown, *others) if "_" in each]
        if spellings := [*others, *spaced]:
            pattern = "^(" + "|".join(map(_escaped, spellings)) + ")$"
            aliases[pattern] = {**value, "description": meaning, "doNotSuggest": True}


def _block_in(shape: Shape) -> Record | None:
    """Return the block with our keys that a shape holds, or None for plain values."""
    if isinstance(shape, Many | ById):
        return _block_in(shape.item)
    return shape if isinstance(shape, Record) else None


def _any_spelling(words: str) -> str:
    every: dict[str, None] = {}
    for each in VALUES[words]:
        for spelling in (each.da, each.en, *each.also):
            for form in (spelling, ascii_spelling(spelling), spelling.replace(" ", "_")):
                every.setdefault(form)
    return "^(" + "|".join(map(_escaped, every)) + ")$"
