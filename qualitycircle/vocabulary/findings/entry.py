"""The shape of one finding code's texts."""

from __future__ import annotations

from typing import NamedTuple

from qualitycircle.vocabulary.language import Text


class FindingText(NamedTuple):
    """What a code says: `message` and `advice` take facts; `wrong` and `right` are small YAML.

    `why` explains the rule to somebody who meets it for the first time; it is the body of
    `circle explain CODE` and of the code's section in the documentation.
    """

    title: Text
    message: Text
    advice: Text
    why: Text
    wrong: str = ""
    right: str = ""
