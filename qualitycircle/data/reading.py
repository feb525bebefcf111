"""All tables of a project, read for one theory, as a stream of events."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from qualitycircle.data.columns import Batch
from qualitycircle.data.events import Events
from qualitycircle.data.files import Frames, batches, paths
from qualitycircle.data.formats import today
from qualitycircle.data.intake import Intake, about_whom
from qualitycircle.data.mapping import missing, views
from qualitycircle.data.privacy import Key, KeyFileError, is_private, read_key
from qualitycircle.data.problems import QC404, QC408, QC412, QC413, QC415, Problems
from qualitycircle.data.register import read_register, status_list
from qualitycircle.data.tables import READERS
from qualitycircle.indicators import TargetGroupCode
from qualitycircle.project import Project, Table, TableSource
from qualitycircle.theory import Kind, Theory
from qualitycircle.vocabulary.spelling import fold

Rows = npt.NDArray[np.int32]

_ORDER = (
    Table.PERSONS,
    Table.COURSES,
    Table.PARTICIPATION,
    Table.MODERATORS,
    Table.GOALS,
    Table.CASEWORKERS,
    Table.REGISTER,
    Table.CHANNELS,
    Table.MEASUREMENTS,
)
"""Persons come first, because the others are held against them; the largest table comes last."""


def intake_for(project: Project, theory: Theory, *, day: int | None = None) -> Intake:
    """Return an empty intake for a theory, with the project's key when it has one."""
    problems = Problems()
    own = {fold(each.id) for each in theory.of_kind(Kind.ACTIVITY)}
    elsewhere = {fold(each.id) for other in project.theories for each in other.of_kind(Kind.ACTIVITY)} - own
    return Intake(
        theory=theory,
        indicators=project.indicators,
        key=_key(project, problems),
        today=today() if day is None else day,
        problems=problems,
        elsewhere=frozenset(elsewhere),
        goal_words=goal_words(project, theory),
        target_words=_words_of(theory.target_group.codes, project),
        group_words=frozenset(fold(word) for each in _groups(project) for word in (each.id, each.name)),
        day_first=project.settings.language == "da",
    )


def _groups(project: Project) -> tuple[TargetGroupCode, ...]:
    return tuple(group for each in project.indicators.catalogues for group in each.target_groups)


def _words_of(codes: tuple[str, ...], project: Project) -> frozenset[str]:
    """Return a target group's codes and what the catalogues call them."""
    names = [each.name for each in _groups(project) if each.id in codes]
    return frozenset(fold(each) for each in (*codes, *names) if each)


def goal_words(project: Project, theory: Theory) -> frozenset[str]:
    """Return the status words some goal or exit uses."""
    words = {word for each in theory.goals for word in (each.id, each.name)}
    for goal in theory.goals:
        for id in goal.indicators:
            indicator = project.indicators.get(id)
            if indicator is not None:
                words |= {indicator.id, indicator.name, indicator.event.status if indicator.event else ""}
    exits = {word for each in project.settings.tables for word in each.other_exits}
    return frozenset(fold(each) for each in words | exits if each)


def events_of(project: Project, intake: Intake, frames: Frames) -> Iterator[Events]:
    """Yield the events of every table; what is wrong gathers in the intake."""
    for table in _ORDER:
        for source in project.settings.sources(table):
            yield from _of_source(Path(project.root), source, intake, frames)


def fingerprint(project: Project, frames: Frames) -> str:
    """Return a hash of the data as they lie: the bytes of every file, and how they are mapped."""
    digest = hashlib.sha256()
    root = Path(project.root)
    for source in project.settings.tables:
        digest.update(f"{source.table.value}|{source.file}|{source.sheet}|{_mapping(source)}".encode())
        if source.file in frames:
            digest.update(_hash_of_frame(frames[source.file]))
            continue
        for path in _all_paths(root, source):
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _all_paths(root: Path, source: TableSource) -> tuple[Path, ...]:
    return paths(root, source.file) + (paths(root, source.statuses) if source.statuses else ())


def _mapping(source: TableSource) -> str:
    parts = (source.columns, source.indicators, source.options, source.codes, source.always)
    return repr([sorted((key, str(value)) for key, value in each.items()) for each in parts])


def _hash_of_frame(frame: object) -> bytes:
    import pandas

    assert isinstance(frame, pandas.DataFrame)
    return bytes(np.ascontiguousarray(pandas.util.hash_pandas_object(frame, index=False).to_numpy()).data)


def _key(project: Project, problems: Problems) -> Key | None:
    path = project.settings.privacy.key_file
    if not path:
        return None
    try:
        key = read_key(Path(project.root) / Path(path).expanduser())
    except KeyFileError:
        problems.file(QC412, "circle.yml", key=path)
        return None
    if not is_private(Path(project.root) / Path(path).expanduser()):
        problems.file(QC413, "circle.yml", key=path)
    if (Path(project.root) / Path(path).expanduser()).resolve().is_relative_to(Path(project.root).resolve()):
        problems.file(QC415, "circle.yml", key=path)
    return key


def _of_source(root: Path, source: TableSource, intake: Intake, frames: Frames) -> Iterator[Events]:
    account = intake.account(source.table)
    lacking: set[str] = set()
    codes = _status_list(root, source, intake)
    told = (source.file, source.sheet) in intake.opened
    intake.opened.add((source.file, source.sheet))
    for batch in batches(root, source, Problems() if told else intake.problems, frames):
        if batch.file not in account.files:
            account.files.append(batch.file)
        account.read += len(batch.rows)
        _tell_missing(batch, source, intake, lacking)
        intake.screen(batch, source.sheet, source.columns.get("person") or source.person or "person")
        if source.table is Table.REGISTER:
            events = read_register(intake, batch, source, codes)
            intake.balance(batch, source.table, events["row"])
            yield events
        else:
            yield from _of_batch(batch, source, intake)


def _status_list(root: Path, source: TableSource, intake: Intake) -> dict[str, str]:
    if not source.statuses:
        return {}
    listed = replace(source, file=source.statuses, sheet="")
    return status_list(batches(root, listed, intake.problems, {}))


def _of_batch(batch: Batch, source: TableSource, intake: Intake) -> Iterator[Events]:
    reader = READERS[source.table]
    used: list[Rows] = []
    for view in views(batch, source):
        events = reader(intake, view)
        used.append(np.unique(events["row"]))
        if source.table is Table.PERSONS:
            found = np.unique(events["person"])
            intake.known = found if intake.known is None else np.union1d(intake.known, found)
        if source.table is Table.GOALS and len(events):
            intake.data_end = max(intake.data_end, int(events["day"].max()))
        if about_whom(view) != "person":
            continue
        yield events
    intake.balance(batch, source.table, np.concatenate(used))


def _tell_missing(batch: Batch, source: TableSource, intake: Intake, lacking: set[str]) -> None:
    for each in missing(batch, source):
        if (mark := f"{batch.file}|{each.name}") not in lacking:
            lacking.add(mark)
            facts = {"suggestion": each.suggestion} if each.suggestion else {}
            code = QC408 if each.suggestion else QC404
            intake.problems.file(code, batch.file, column=each.name, **facts)
    person = source.columns.get("person") or source.person
    named = bool(person) or any(
        about_whom(each) != "person" or "person" in each.names for each in views(batch, source)
    )
    if not named and batch.file not in lacking:
        lacking.add(batch.file)
        intake.problems.file(QC404, batch.file, column="person")
