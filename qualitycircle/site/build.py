"""Build, show or export a project's site, with or without a `mkdocs.yml` of its own."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from qualitycircle import files
from qualitycircle.site.contents import Contents
from qualitycircle.site.gathering import gather
from qualitycircle.site.plain_pages import as_files
from qualitycircle.site.plugin import THEME, QualityCirclePlugin


class SiteNotBuiltError(Exception):
    """The site could not be built; the messages are MkDocs' own."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def build(root: Path, target: Path, *, strict: bool = False) -> Path:
    """Build the site of the project in `root` into `target`, and return its front page."""
    own = root / "mkdocs.yml"
    if own.is_file():
        with _quiet() as messages:
            _run(load_config(str(own), site_dir=str(target), strict=strict), messages)
    else:
        build_contents(lambda: gather(root), target, documents=root / "docs", strict=strict)
    return target / "index.html"


def build_contents(
    source: Callable[[], Contents], target: Path, *, documents: Path | None = None, strict: bool = False
) -> Path:
    """Build a site from contents alone; `documents` is a folder of the project's own pages, if any."""
    with tempfile.TemporaryDirectory() as empty, _quiet() as messages:
        folder = documents if documents is not None and documents.is_dir() else Path(empty)
        _run(_configured(source, target, folder, strict=strict), messages)
    return target / "index.html"


def serve(root: Path, *, port: int = 8000) -> None:
    """Show the site on this machine, and build it again when a text changes."""
    with tempfile.TemporaryDirectory() as target, _quiet():

        def again() -> None:
            build(root, Path(target))

        server = LiveReloadServer(builder=again, host="127.0.0.1", port=port, root=target)
        again()
        for name in ("theories", "indicators", "rounds", "docs", "circle.yml", "mkdocs.yml"):
            if (root / name).exists():
                server.watch(str(root / name))
        _until_interrupted(server)


def _until_interrupted(server: Any) -> None:
    try:
        with contextlib.suppress(KeyboardInterrupt):
            server.serve()
    finally:
        server.shutdown()


def export(root: Path, folder: Path) -> tuple[Path, ...]:
    """Write the pages as plain Markdown and SVG, for any other generator; return what was written."""
    found = as_files(gather(root))
    for name, text in found.items():
        files.replace(folder / name, text)
    return tuple(folder / name for name in found)


def _configured(
    source: Callable[[], Contents], target: Path, documents: Path, *, strict: bool
) -> MkDocsConfig:
    """Return the configuration that a project without `mkdocs.yml` gets."""
    plugin = QualityCirclePlugin()
    plugin.load_config({})
    plugin.source = source
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": source().name,
            "docs_dir": str(documents),
            "site_dir": str(target),
            "theme": {"name": None, "custom_dir": str(THEME), "static_templates": ["404.html"]},
            "plugins": [],
            "use_directory_urls": False,
            "strict": strict,
            "validation": {"links": {"anchors": "warn"}},
        }
    )
    _check(config)
    config.plugins["qualitycircle"] = plugin
    return config


def _check(config: MkDocsConfig) -> None:
    errors, warnings = config.validate()
    if errors or (warnings and config.strict):
        raise SiteNotBuiltError(tuple(f"{name}: {problem}" for name, problem in [*errors, *warnings]))


def _run(config: MkDocsConfig, messages: list[str]) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_with_mkdocs(config)
    except Abort as stopped:
        raise SiteNotBuiltError((*messages, str(stopped))) from None
    finally:
        config.plugins.on_shutdown()


@contextlib.contextmanager
def _quiet() -> Iterator[list[str]]:
    """Keep MkDocs' log off the terminal; what it warns of is kept for the one who called."""
    messages: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    log: Any = logging.getLogger("mkdocs")
    keep, before, spread = Keep(level=logging.WARNING), log.level, log.propagate
    log.addHandler(keep)
    log.propagate = False
    log.setLevel(logging.WARNING)
    try:
        yield messages
    finally:
        log.removeHandler(keep)
        log.propagate = spread
        log.setLevel(before)
