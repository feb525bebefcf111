"""Fingerprints of meaning: what a theory, a plan or a column mapping says, whatever its layout."""

from __future__ import annotations

from dataclasses import replace

from qualitycircle import files
from qualitycircle.circle.plain import plain
from qualitycircle.project import Settings, TableSource
from qualitycircle.theory import Theory


def theory_fingerprint(theory: Theory) -> str:
    """Return the fingerprint of all a theory says; order, layout, comments and places do not count."""
    canonical = replace(
        theory,
        elements=tuple(sorted(theory.elements, key=lambda each: each.id)),
        links=tuple(sorted(theory.links, key=lambda each: each.id)),
        moderators=tuple(
            replace(each, attachments=tuple(sorted(each.attachments, key=lambda one: one.link_id)))
            for each in sorted(theory.moderators, key=lambda each: each.id)
        ),
        sources=tuple(sorted(theory.sources, key=lambda each: each.id)),
    )
    return files.fingerprint(plain(canonical))


def mapping_fingerprint(settings: Settings) -> str:
    """Return the fingerprint of how the provider's columns and codes are read."""
    return files.fingerprint(sorted((_table(each) for each in settings.tables), key=files.fingerprint))


def _table(source: TableSource) -> object:
    """Return a table's mapping without its file's name: next month's export is read the same way."""
    return plain(replace(source, file=""))


def plan_fingerprint(content: object) -> str:
    """Return the fingerprint of a plan's content (`qualitycircle.expectation.plan_content`)."""
    return files.fingerprint(content)
