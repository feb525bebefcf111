"""What every command needs of its surroundings: the project, the language, streams and endings."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import click

from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words

if TYPE_CHECKING:
    from qualitycircle.findings import Finding
    from qualitycircle.loading.project import Loaded
    from qualitycircle.project import Project
    from qualitycircle.theory import Theory

_THEORY_LINE = re.compile(r"^(?:programteori|programme_theory)\s*:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)
_LANGUAGE_LINE = re.compile(r"^(?:sprog|language)\s*:\s*[\"']?(da|en)\b", re.MULTILINE)


class Unreadable(click.ClickException):
    """Data or configuration cannot be read, or an engine is missing."""

    exit_code: ClassVar[int] = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the user sits: the project's folder (None: none found) and the language."""

    root: Path | None
    language: Language
    debug: bool = False

    def folder(self) -> Path:
        """Return the project's folder, or end with advice."""
        if self.root is None:
            raise Unreadable(words.NO_PROJECT.say(self.language))
        return self.root


def colours(stream: object = None) -> bool:
    """Say whether a stream takes colour: a terminal, and NO_COLOR is not set."""
    where = stream or sys.stdout
    return bool(getattr(where, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def out(text: str = "") -> None:
    """Print a result."""
    click.echo(text)


def aside(text: str) -> None:
    """Print what is not the result: diagnostics, progress, advice."""
    click.echo(text, err=True)


def language_of(root: Path | None) -> Language:
    """Return the project's language, else the locale's (Danish or English)."""
    if root is not None:
        try:
            found = _LANGUAGE_LINE.search((root / "circle.yml").read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            found = None
        if found:
            return "da" if found.group(1) == "da" else "en"
        if (root / "circle.yml").exists():
            return "da"
    return "da" if _locale().lower().startswith(("da", "danish")) else "en"


def _locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    if sys.platform == "win32":
        import locale

        return locale.getlocale()[0] or ""
    return ""


def open_project(desk: Desk, only: Collection[str] = ()) -> Loaded:
    """Read the project's texts; findings are kept, not shown.

    A decision that a crash interrupted is carried out first, so that what is read is what was decided.
    With `only`, theories that were not named are not read.
    """
    from qualitycircle.loading.project import load

    root = desk.folder()
    if not (root / "rounds").is_dir():
        return load(root, only=only)
    from qualitycircle.circle.recovery import recover

    unfinished = recover(root)
    loaded = load(root, only=only)
    return replace(loaded, findings=(*loaded.findings, *unfinished))


def chosen(desk: Desk, project: Project, names: Iterable[str]) -> tuple[Theory, ...]:
    """Return the theories named (by id or file); all of them when none is named."""
    given = tuple(names)
    if not given:
        return project.theories
    return tuple(_named(desk, project, each) for each in given)


def the_theory(desk: Desk, project: Project, name: str | None) -> Theory:
    """Return the theory named, or the only one there is."""
    if name:
        return _named(desk, project, name)
    if len(project.theories) == 1:
        return project.theories[0]
    if not project.theories:
        raise Unreadable(words.NO_THEORIES.say(desk.language))
    raise click.UsageError(words.NAME_A_THEORY.say(desk.language, names=_ids(project)))


def theory_ids(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return what Tab offers where a theory is asked for; only the first lines are read."""
    root = ctx.obj.root if isinstance(ctx.obj, Desk) else _found_root()
    found = []
    for path in sorted((root / "theories").glob("*.yml")) if root else []:
        with path.open(encoding="utf-8", errors="replace") as text:
            first = _THEORY_LINE.search(text.read(2000))
        found += [first.group(1)] if first else []
    return [each for each in found if each.startswith(incomplete)]


def _found_root() -> Path | None:
    from qualitycircle.loading.project import find_root

    return find_root(Path.cwd())


def _named(desk: Desk, project: Project, name: str) -> Theory:
    stem = Path(name).name.removesuffix(".yml").removesuffix(".yaml")
    for each in project.theories:
        if each.id == name or (each.place.file and Path(each.place.file).stem == stem):
            return each
    raise click.UsageError(_no_such(desk, project, name))


def _no_such(desk: Desk, project: Project, name: str) -> str:
    from qualitycircle.vocabulary.spelling import nearest

    said = [words.NO_SUCH_THEORY.say(desk.language, name=name)]
    likely = nearest(name, [each.id for each in project.theories])
    if likely:
        said.append(words.DID_YOU_MEAN.say(desk.language, name=likely))
    said.append(words.THEORIES_ARE.say(desk.language, names=_ids(project) or "–"))
    return " ".join(said)


def _ids(project: Project) -> str:
    return ", ".join(each.id for each in project.theories)


def show(desk: Desk, findings: Iterable[Finding], texts: Mapping[str, str] | None = None) -> None:
    """Show findings on stderr, where diagnostics belong, with the lines they are about."""
    from qualitycircle.rendering.messages import as_text

    listed = tuple(findings)
    if listed:
        aside(as_text(listed, desk.language, colour=colours(sys.stderr), texts=texts))


def stop_at_errors(
    desk: Desk, findings: Iterable[Finding], texts: Mapping[str, str] | None = None, *, code: int = 1
) -> None:
    """End with the findings if any is an error."""
    from qualitycircle.findings import has_errors

    listed = tuple(findings)
    if has_errors(listed):
        show(desk, listed, texts)
        aside(words.CANNOT_GO_ON.say(desk.language))
        raise SystemExit(code)
