"""Who a row is about, without saying who: CPR numbers never get past the reading.

A person's key becomes a pseudonym while the file is read (HMAC-SHA256 with the provider's own key,
truncated to 63 bits); the key file lies outside the project. Without a key, CPR numbers stop the run.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualitycircle.vocabulary.cpr import is_cpr_date

KEY_BYTES = 32
_FEWEST_CHARACTERS = 8
"""A key drawn at random has more different characters than this, and never repeats itself."""

_CPR = re.compile(r"\d{6}[- ]?\d{4}")
_CPR_SHORT = re.compile(r"\d{9}|\d{5}-\d{4}")
_HYPHENATED = re.compile(r"(?<!\d)\d{6}-\d{4}(?!\d)")
_TEN_DIGITS = re.compile(r"(?<!\d)\d{10}(?!\d)")
_NOT_A_SECRET = b"qualitycircle: rows of one person belong together"


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """The secret that makes pseudonyms; shows nothing of itself."""

    secret: bytes

    def __repr__(self) -> str:
        return "Key(…)"


class KeyFileError(OSError):
    """A key file that cannot be used: missing, unreadable, too short or too simple."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def make_key(path: str | Path) -> Path:
    """Make a new key file that only its owner may read, and return its path; an old one is kept.

    `~` is the user's home. Whoever has the key can make the pseudonyms again: keep it outside the
    project's folder and never in version control.
    """
    target = Path(path).expanduser()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(KEY_BYTES) + "\n")
    return target


def read_key(path: str | Path) -> Key:
    """Read a key file, or raise `KeyFileError`."""
    target = Path(path).expanduser()
    try:
        text = target.read_text(encoding="ascii").strip()
    except FileNotFoundError as missing:
        raise KeyFileError(target, "missing") from missing
    except (OSError, UnicodeDecodeError) as unreadable:
        raise KeyFileError(target, "unreadable") from unreadable
    if len(text) < KEY_BYTES:
        raise KeyFileError(target, "too short")
    if len(set(text)) < _FEWEST_CHARACTERS or text in (text + text)[1:-1]:
        raise KeyFileError(target, "too simple")
    return Key(text.encode("ascii"))


def is_private(path: str | Path) -> bool:
    """Say whether only the owner may read the key file (Windows keeps no such mode: always True)."""
    return os.name == "nt" or Path(path).expanduser().stat().st_mode & 0o077 == 0


def cpr(text: str) -> str | None:
    """Return the ten digits when a text is a CPR number, also with its leading zero lost.

    The first six digits must be a date (the day plus 60 in replacement numbers).
    """
    bare = text.strip()
    if _CPR_SHORT.fullmatch(bare):
        bare = "0" + bare
    if not _CPR.fullmatch(bare):
        return None
    digits = bare.replace("-", "").replace(" ", "")
    return digits if is_cpr_date(digits) else None


def mentions_cpr(text: str) -> bool:
    """Say whether a CPR number stands inside a longer text or is written with its hyphen."""
    if any(is_cpr_date(each) for each in _HYPHENATED.findall(text)):
        return True
    inside = [each for each in _TEN_DIGITS.findall(text) if each != text.strip()]
    return any(is_cpr_date(each) for each in inside)


def cpr_cells(words: Sequence[str], counts: Sequence[int]) -> set[int]:
    """Return which distinct words of a column give away a CPR number.

    Ten bare digits may be a case number: they count only when most of such cells pass as CPR
    numbers (by chance one in fourteen does).
    """
    sure = {index for index, word in enumerate(words) if mentions_cpr(word)}
    bare = [index for index, word in enumerate(words) if re.fullmatch(r"\d{9,10}", word.strip())]
    dated = {index for index in bare if cpr(words[index]) is not None}
    cells = sum(counts[index] for index in bare)
    if cells and sum(counts[index] for index in dated) > cells / 2:
        sure |= dated
    return sure


def pseudonym(person: str, key: Key | None) -> int:
    """Return a person's number: the same for the same person, and telling nothing about who it is.

    CPR numbers are the same person with and without hyphen or leading zero. Without a key the
    number only groups rows in memory; it is never written or shown.
    """
    normal = cpr(person) or person.strip()
    secret = key.secret if key else _NOT_A_SECRET
    digest = hmac.digest(secret, normal.encode("utf-8"), hashlib.sha256)
    return int.from_bytes(digest[:8], "big") >> 1


def pseudonyms(persons: Iterable[str], key: Key | None) -> list[int]:
    """Return the number of each person."""
    return [pseudonym(each, key) for each in persons]
