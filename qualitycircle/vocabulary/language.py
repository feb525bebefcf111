"""Danish and English, side by side, in plain tables."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["da", "en"]


class Text(NamedTuple):
    """The same thing said in Danish and in English; `{fact}` places take facts."""

    da: str
    en: str

    def say(self, language: Language, /, **facts: object) -> str:
        """Return the sentence in one language with its facts filled in."""
        template = self.da if language == "da" else self.en
        return template.format_map(facts) if facts else template
