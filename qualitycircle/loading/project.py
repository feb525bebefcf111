"""The project's folder: `circle.yml`, `theories/`, `theories/library/` and `indicators/` as one value."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from qualitycircle.findings import Fact, Finding, Place, error, in_reading_order, note, warning
from qualitycircle.indicators import Catalogue, Indicator, Indicators, Scale
from qualitycircle.loading.build import (
    Written,
    catalogue_from,
    settings_from,
    theory_from,
    unknown_kind,
    written,
)
from qualitycircle.loading.characters import decode
from qualitycircle.loading.library import Shared
from qualitycircle.project import Project, Settings
from qualitycircle.theory import Moderator, Theory
from qualitycircle.vocabulary.spelling import nearest

QC100 = error("QC100")
QC226 = error("QC226")
QC227 = error("QC227")
QC229 = error("QC229")
QC233 = warning("QC233")
QC234 = note("QC234")
QC235 = warning("QC235")

SETTINGS = "circle.yml"
_FOLDERS = ("theories", "theories/library", "indicators")
_ENDINGS = {".yml", ".yaml"}
_THEORY = re.compile(r"^(?:programteori|programme_theory)[ \t]*:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_ODD = {
    ("catalogue", "theories"): "theories/library",
    ("theory", "indicators"): "theories",
    ("theory", "theories/library"): "theories",
}
"""Where a kind of file is read, but nobody looks for it, and where it belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A project, what is wrong with its texts, and the texts themselves (file -> text as read)."""

    project: Project
    findings: tuple[Finding, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from here upwards, with a `circle.yml` or a `theories/` folder."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file() or (folder / "theories").is_dir():
            return folder
    return None


def load(root: Path, *, only: Collection[str] = ()) -> Loaded:
    """Return everything the texts of a project say, and everything wrong with them.

    A file's first key says what it is, so a catalogue may lie beside the theories. Files are read
    in the order of their names; places name them relative to the folder, with `/`. `only` names
    theories (by id or file): when all of them are there, the others are not read.
    """
    findings: list[Finding] = []
    if not root.is_dir():
        facts: dict[str, Fact] = {"reason": os.strerror(errno.ENOENT)}
        findings.append(Finding(code=QC100, place=Place(file=root.as_posix()), facts=facts))
    texts = _without_others(dict(_texts(root, findings)), only)
    sources = [written(text, file=file) for file, text in texts.items()]
    texts |= {each.file: each.text for each in sources}
    _find_unknown_kinds(sources, findings)
    _find_misplaced(root, sources, findings)
    library = _with_scales(list(_catalogues(sources, findings)), findings)
    theories = tuple(_theories(sources, library, findings))
    project = Project(
        root=str(root.resolve()),
        settings=_settings(root, sources, findings),
        theories=theories,
        indicators=Indicators(tuple(each.catalogue for each in library)),
        library=tuple(_each_once((each for shared in library for each in shared.moderators), findings)),
    )
    return Loaded(project=project, findings=in_reading_order(findings), texts=texts)


def _without_others(texts: dict[str, str], only: Collection[str]) -> dict[str, str]:
    """Return the texts without the theories nobody asked for; all of them when one asked for is missing."""
    ids = {file: found[1] for file, text in texts.items() if (found := _THEORY.search(text))}
    asked = {file for file, id in ids.items() if {id, PurePosixPath(file).stem} & set(only)}
    names = {name for file in asked for name in (ids[file], PurePosixPath(file).stem)}
    if not asked or not set(only) <= names:
        return texts
    return {file: text for file, text in texts.items() if file not in ids or file in asked}


def _texts(root: Path, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    for path in _files(root):
        file = path.relative_to(root).as_posix()
        try:
            written = path.read_bytes()
        except OSError as problem:
            facts: dict[str, Fact] = {"reason": problem.strerror or type(problem).__name__}
            findings.append(Finding(code=QC100, place=Place(file=file), facts=facts))
            continue
        text, wrong = decode(written, file=file)
        findings += wrong
        if text is not None:
            yield file, text


def _files(root: Path) -> tuple[Path, ...]:
    found = [root / SETTINGS] if (root / SETTINGS).is_file() else []
    for folder in _FOLDERS:
        inside = root / folder
        if inside.is_dir():
            found += sorted(
                each for each in inside.iterdir() if each.suffix in _ENDINGS and each.name[0] != "."
            )
    return tuple(found)


def _find_unknown_kinds(sources: Iterable[Written], findings: list[Finding]) -> None:
    """Report files that cannot be read, or do not say what they are; they are left out."""
    for each in sources:
        if each.kind is None:
            findings += each.findings
            if each.node is not None:
                findings.append(unknown_kind(each.node))


def _find_misplaced(root: Path, sources: Iterable[Written], findings: list[Finding]) -> None:
    """Report what lies where it does not count, or where nobody looks for it."""
    for each in sources:
        folder = each.file.rpartition("/")[0]
        if each.kind == "project" and each.file != SETTINGS:
            findings.append(Finding(code=QC233, place=Place(file=each.file, line=1)))
        elif (each.kind, folder) in _ODD:
            facts: dict[str, Fact] = {"folder": _ODD[(each.kind or "", folder)]}
            findings.append(Finding(code=QC234, place=Place(file=each.file, line=1), facts=facts))
    for path in _never_read(root):
        findings.append(Finding(code=QC235, place=Place(file=path.relative_to(root).as_posix())))


def _never_read(root: Path) -> Iterator[Path]:
    read = {root / each for each in _FOLDERS}
    for folder in ("theories", "indicators"):
        for path in sorted((root / folder).rglob("*")):
            hidden = any(each.startswith(".") for each in path.relative_to(root).parts)
            if path.suffix in _ENDINGS and path.parent not in read and not hidden:
                yield path


def _catalogues(sources: Iterable[Written], findings: list[Finding]) -> Iterator[Shared]:
    for each in sources:
        if each.kind == "catalogue":
            found, wrong = catalogue_from(each)
            findings += wrong
            if found is not None:
                yield found


def _theories(
    sources: Iterable[Written], library: tuple[Shared, ...], findings: list[Finding]
) -> Iterator[Theory]:
    seen: dict[str, Theory] = {}
    for source in sources:
        if source.kind != "theory":
            continue
        theory, wrong = theory_from(source, library)
        findings += wrong
        if theory is None:
            continue
        first = seen.setdefault(theory.id, theory)
        if first is theory:
            yield theory
            continue
        facts: dict[str, Fact] = {"id": theory.id, "file": first.place.file}
        findings.append(Finding(code=QC226, place=theory.place, facts=facts))


def _settings(root: Path, sources: Iterable[Written], findings: list[Finding]) -> Settings:
    """Return what `circle.yml` says; a folder without one is a project named after the folder."""
    for source in sources:
        if source.kind == "project" and source.file == SETTINGS:
            settings, wrong = settings_from(source)
            findings += wrong
            if settings is not None:
                return settings
    return Settings(id=root.resolve().name)


def _with_scales(library: list[Shared], findings: list[Finding]) -> tuple[Shared, ...]:
    """Give each indicator its scale, from its own catalogue first; an unknown scale is a finding."""
    everywhere = {scale.id: scale for shared in reversed(library) for scale in shared.catalogue.scales}
    _find_repeated_indicators(library, findings)
    return tuple(
        replace(shared, catalogue=_scaled(shared.catalogue, everywhere, findings)) for shared in library
    )


def _scaled(catalogue: Catalogue, everywhere: Mapping[str, Scale], findings: list[Finding]) -> Catalogue:
    own = {each.id: each for each in catalogue.scales}
    scaled: list[Indicator] = []
    for each in catalogue.indicators:
        scale = own.get(each.scale_id) or everywhere.get(each.scale_id)
        if each.scale_id and scale is None:
            facts: dict[str, Fact] = {"scale": each.scale_id}
            if guess := nearest(each.scale_id, everywhere):
                facts["suggestion"] = guess
            findings.append(Finding(code=QC227, place=each.place, facts=facts))
        scaled.append(replace(each, scale=scale))
    return replace(catalogue, indicators=tuple(scaled))


def _find_repeated_indicators(library: Iterable[Shared], findings: list[Finding]) -> None:
    first: dict[str, Indicator] = {}
    for each in (indicator for shared in library for indicator in shared.catalogue.indicators):
        other = first.setdefault(each.id, each)
        if other is not each:
            facts: dict[str, Fact] = {"id": each.id, "file": other.place.file, "line": other.place.line}
            findings.append(Finding(code=QC229, place=each.place, facts=facts))


def _each_once(moderators: Iterable[Moderator], findings: list[Finding]) -> Iterator[Moderator]:
    first: dict[str, Moderator] = {}
    for each in moderators:
        other = first.setdefault(each.id, each)
        if other is each:
            yield each
            continue
        facts: dict[str, Fact] = {"id": each.id, "file": other.place.file, "line": other.place.line}
        findings.append(Finding(code=QC229, place=each.place, facts=facts))
