"""Records that cannot be changed unnoticed: each carries a seal over itself and the one before.

The seal is the record's last entry, so that a record is one file written in one step. A seal proves
that nothing was changed, not who wrote it. That none was taken away is for the list to show
(`circle.ledger`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qualitycircle import files

_YAML_SEAL = re.compile(
    r"\A(.*\n) *segl: \{forrige: '([0-9a-f]*)', indhold: '([0-9a-f]{64})'\}\n\Z", re.DOTALL
)
_JSON_SEAL = re.compile(
    r"\A(.*),\n  \"seal\": \{\"previous\": \"([0-9a-f]*)\", \"content\": \"([0-9a-f]{64})\"\}\n\}\n\Z",
    re.DOTALL,
)

_SEAL = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsealed:
    """A record whose seal holds: what it says, the record it follows, and its own seal."""

    content: str
    previous: str
    seal: str


def sealed_yaml(content: str, *, previous: str, indent: str = "") -> str:
    """Return YAML that ends with the seal of everything above it."""
    content = content.rstrip("\n") + "\n"
    seal = files.chained(previous, content)
    return f"{content}{indent}segl: {{forrige: '{previous}', indhold: '{seal}'}}\n"


def unsealed_yaml(text: str) -> Unsealed | None:
    """Return a sealed YAML record, or None when a byte of it was changed."""
    return _unsealed(_YAML_SEAL, text, closing="")


def sealed_json(content: str, *, previous: str) -> str:
    """Return a JSON object with its seal as the last key."""
    body = content.rstrip().removesuffix("}").rstrip()
    seal = files.chained(previous, body)
    return f'{body},\n  "seal": {{"previous": "{previous}", "content": "{seal}"}}\n}}\n'


def unsealed_json(text: str) -> Unsealed | None:
    """Return a sealed JSON object without its seal, or None when a byte of it was changed."""
    return _unsealed(_JSON_SEAL, text, closing="\n}\n")


def seal_of(text: str) -> str:
    """Return the seal of a record as it is written: the last one in it."""
    return str(_SEAL.findall(text)[-1])


def _unsealed(pattern: re.Pattern[str], text: str, *, closing: str) -> Unsealed | None:
    match = pattern.match(text.replace("\r\n", "\n"))
    if match is None:
        return None
    content, previous, seal = match.groups()
    if files.chained(previous, content) != seal:
        return None
    return Unsealed(content=content + closing, previous=previous, seal=seal)
