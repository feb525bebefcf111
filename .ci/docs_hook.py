"""Pages of this repository's own documentation that the program writes itself, when MkDocs builds it.

The plugin adds what every project's site has, in the site's language. This adds the commands, and the
pages of reference in English.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from qualitycircle.cli.reference import commands
from qualitycircle.site.glossary_page import glossary
from qualitycircle.site.reference_pages import codes, keys

BY_HEADING = "---\nsearch: headings\n---\n\n"
"""Front matter that lets a page be found by its headings only."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the menu list every decision there is."""
    config.nav = _with_decisions(config.nav, Path(config.docs_dir))
    return config


def _with_decisions(menu: Any, documents: Path) -> Any:
    if isinstance(menu, list):
        return [_with_decisions(each, documents) for each in menu]
    if isinstance(menu, dict):
        return {title: _with_decisions(each, documents) for title, each in menu.items()}
    if menu == "decisions":
        return sorted(each.relative_to(documents).as_posix() for each in (documents / menu).glob("*.md"))
    return menu


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
