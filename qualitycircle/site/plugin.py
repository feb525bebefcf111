"""The MkDocs plugin: a thin adapter from a project's pages to a site.

`plugins: [qualitycircle]` in any MkDocs project adds the pages; with the theme `qualitycircle` they
also get search that works from a folder. Options: `project_dir` (where `circle.yml` is, relative
to `mkdocs.yml`) and `language` (`da` or `en`; otherwise the project's own).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from qualitycircle.rendering.messages import as_text
from qualitycircle.rendering.picture.style import page_css
from qualitycircle.site import addresses, navigation, search
from qualitycircle.site.contents import Contents
from qualitycircle.site.gathering import gather
from qualitycircle.site.pages import PLACEHOLDER, pages, pictures, written_in
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.words import site as words

THEME = Path(__file__).parent / "theme"
WATCHED = ("theories", "indicators", "rounds", "circle.yml")
NEEDED = ("attr_list", "def_list", "md_in_html")
INDEX = "search.js"

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


log = get_plugin_logger("qualitycircle")


class PluginOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs does not type it
    """What `mkdocs.yml` may say."""

    project_dir = config_options.Type(str, default=".")
    language = config_options.Optional(config_options.Choice[Language](("da", "en")))


class QualityCirclePlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]  # as above
    """Adds a project's pages to a site."""

    source: Callable[[], Contents] | None = None
    """Where contents come from when not from `project_dir`; set by a build without `mkdocs.yml`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project, and ask for the Markdown extensions its pages are written with."""
        self.root = (Path(config.config_file_path or ".").parent / self.config.project_dir).resolve()
        self.contents = self.source() if self.source else gather(self.root, language=self.config.language)
        for each in self.contents.errors:
            log.warning(as_text((each,), self.contents.language, colour=False))
        self.pages = pages(self.contents)
        self.pictures = pictures(self.contents)
        self.written_in = written_in(self.contents)
        self.own_theme = str(THEME) in config.theme.dirs
        config.markdown_extensions += [each for each in NEEDED if each not in config.markdown_extensions]
        if self.own_theme:
            config.theme["language"] = self.contents.language
        else:
            config.extra_css += ["css/content.css", "css/picture.css"]
            config.extra_javascript.append("js/circle.js")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, give way to the author's own front page, and build the menu."""
        documents = [each.src_uri for each in files.documentation_pages()]
        self.front = addresses.overview()
        if self.front in documents:
            self.front = addresses.second_overview(self.contents.language)
            self.pages[self.front] = self.pages.pop(addresses.overview())
        for path, text in self.pages.items():
            files.append(File.generated(config, path, content=text))
        files.append(File.generated(config, "css/picture.css", content=page_css()))
        if not self.own_theme:
            for name in ("css/content.css", "js/circle.js"):
                files.append(File.generated(config, name, abs_src_path=str(THEME / name)))
        menu = navigation.menu(self.contents, self.front, documents, config.nav)
        config.nav = menu if self.own_theme else navigation.escaped(menu)
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let a wide table scroll in its own box, and lead `Redigér` to the file behind the page."""
        behind = self.written_in.get(page.file.src_uri)
        if behind and config.repo_url and config.edit_uri:
            page.edit_url = self._edit_address(behind, config)
        return _TABLE.sub(_boxed, html) if self.own_theme else html

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give the templates their words, and add the search index now that every page is known."""
        language = self.contents.language
        env.globals["circle"] = {
            "say": {name.lower(): text.say(language) for name, text in vars(words).items() if _is_text(text)},
            "language": language,
            "front": self.front,
        }
        if self.own_theme:
            known = [each.page for each in files.documentation_pages() if each.page is not None]
            by_heading = {addresses.keys(language), addresses.codes(language)}
            found = (
                place
                for each in known
                for place in search.sections(
                    str(each.title),
                    each.url,
                    each.content or "",
                    headings_only=each.file.src_uri in by_heading or each.meta.get("search") == "headings",
                )
            )
            files.append(File.generated(config, INDEX, content=search.script(found)))
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the pictures in, after Markdown and search have passed."""
        return PLACEHOLDER.sub(lambda found: figure(self.contents, self.pictures[found[1]]), output)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Build again when the project's texts change."""
        for name in WATCHED:
            if (self.root / name).exists():
                server.watch(str(self.root / name))
        return server

    def _edit_address(self, behind: str, config: MkDocsConfig) -> str:
        documents = Path(config.docs_dir).resolve()
        way = posixpath.relpath((self.root / behind).as_posix(), documents.as_posix())
        return urljoin(f"{(config.repo_url or '').rstrip('/')}/", f"{config.edit_uri}{way}")


def figure(contents: Contents, drawing: str) -> str:
    """Return a picture in its frame, with the buttons that zoom it."""
    say = {
        each: getattr(words, each).say(contents.language) for each in ("ZOOM_IN", "ZOOM_OUT", "ZOOM_RESET")
    }
    buttons = "".join(
        f'<button type="button" data-zoom="{way}" aria-label="{say[name]}">{sign}</button>'
        for way, name, sign in (
            ("in", "ZOOM_IN", "+"),
            ("out", "ZOOM_OUT", "−"),
            ("reset", "ZOOM_RESET", "⤢"),
        )
    )
    return (
        f'<figure class="circle-picture"><div class="circle-zoom" hidden>{buttons}</div>'
        f'<div class="circle-canvas qc-picture-frame">{drawing}</div></figure>'
    )


def _boxed(found: re.Match[str]) -> str:
    return f'<div class="circle-box" tabindex="0">{found[0]}</div>'


def _is_text(value: object) -> bool:
    return isinstance(value, Text)
