"""Click's own words in the user's language.

Click asks `gettext` for its words; compiled catalogues are more than a table of forty lines needs, so
the table is put where click looks.
"""

from __future__ import annotations

import gettext

from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.cli import CLICK_IN_DANISH


def _singular(message: str) -> str:
    return CLICK_IN_DANISH.get(message, message)


def _plural(one: str, many: str, count: int) -> str:
    return _singular(one if count == 1 else many)


def speak(language: Language) -> None:
    """Let click's help and errors speak a language; English is what it speaks by itself."""
    import click.core
    import click.decorators
    import click.exceptions
    import click.formatting
    import click.parser
    import click.termui
    import click.types

    modules = (
        click.core,
        click.decorators,
        click.exceptions,
        click.formatting,
        click.parser,
        click.termui,
        click.types,
    )
    danish = (("_", _singular), ("ngettext", _plural))
    english = (("_", gettext.gettext), ("ngettext", gettext.ngettext))
    for each in modules:
        for name, words in danish if language == "da" else english:
            if hasattr(each, name):
                setattr(each, name, words)
