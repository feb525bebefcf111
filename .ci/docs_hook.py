"""Pages of this repository's own documentation that the program writes itself, when MkDocs builds it.

The plugin adds what every project's site has, in the site's language. This adds the commands, and the
pages of reference in English; and it sees to it that no page is left out of the menu.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from qualitycircle.cli.reference import commands
from qualitycircle.site.glossary_page import glossary
from qualitycircle.site.reference_pages import codes, keys

BY_HEADING = "---\nsearch: headings\n---\n\n"
"""Front matter that lets a page be found by its headings only."""

REST = "Mere"
"""Where a page goes that the menu in `mkdocs.yml` does not name."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the menu list every page of a folder it names, and every page it does not name."""
    documents = Path(config.docs_dir)
    menu = _with_folders(config.nav, documents)
    rest = sorted(set(_pages(documents)) - set(_named(menu)))
    config.nav = [*menu, *([{REST: rest}] if rest else [])]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    pages = {
        "en/commands.md": commands("en"),
        "en/keys.md": keys("en"),
        "en/codes.md": codes("en"),
        "en/glossary.md": glossary("en"),
        "kommandoer.md": commands("da"),
    }
    for path, text in pages.items():
        files.append(File.generated(config, path, content=BY_HEADING + text))
    return files


def _with_folders(menu: Any, documents: Path) -> Any:
    if isinstance(menu, list):
        return [_with_folders(each, documents) for each in menu]
    if isinstance(menu, dict):
        return {title: _with_folders(each, documents) for title, each in menu.items()}
    folder = documents / menu
    return sorted(_pages(folder, documents)) if folder.is_dir() else menu


def _named(menu: Any) -> Iterator[str]:
    if isinstance(menu, list):
        yield from (path for each in menu for path in _named(each))
    elif isinstance(menu, dict):
        yield from _named(list(menu.values()))
    else:
        yield menu


def _pages(folder: Path, documents: Path | None = None) -> Iterator[str]:
    yield from (each.relative_to(documents or folder).as_posix() for each in folder.rglob("*.md"))
