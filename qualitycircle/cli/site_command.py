"""`circle site build|serve|export`."""

from __future__ import annotations

from pathlib import Path

import click

from qualitycircle.cli.terminal import Desk, open_project, out, show, stop_at_errors
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import cli as words


def command(language: Language) -> click.Command:
    """Return the command group in one language."""
    option = words.OPTIONS

    @click.group("site", help=words.COMMANDS["site"].say(language))
    def site() -> None:
        pass

    @site.command("build", help=words.SITE_COMMANDS["build"].say(language))
    @click.option("--out", "target", type=click.Path(path_type=Path), help=option["out"].say(language))
    @click.option("--strict", is_flag=True, help=option["strict_site"].say(language))
    @click.pass_obj
    def build(desk: Desk, target: Path | None, strict: bool) -> None:
        built = build_site(desk, target or desk.folder() / "site", strict=strict)
        out(words.SITE_BUILT.say(desk.language, path=built))

    @site.command("serve", help=words.SITE_COMMANDS["serve"].say(language))
    @click.option("--port", type=int, default=8000, show_default=True, help=option["port"].say(language))
    @click.pass_obj
    def serve(desk: Desk, port: int) -> None:
        from qualitycircle.site.build import serve as serve_site

        out(words.SITE_SERVED.say(desk.language, address=f"http://127.0.0.1:{port}/"))
        serve_site(desk.folder(), port=port)

    @site.command("export", help=words.SITE_COMMANDS["export"].say(language))
    @click.argument(
        "folder", type=click.Path(path_type=Path), metavar="MAPPE" if language == "da" else "FOLDER"
    )
    @click.pass_obj
    def export(desk: Desk, folder: Path) -> None:
        from qualitycircle.site.build import export as export_site

        for each in export_site(desk.folder(), folder):
            out(words.WROTE.say(desk.language, path=each))

    return site


def build_site(desk: Desk, target: Path, *, strict: bool = False) -> Path:
    """Build the site of a sound project and return its front page."""
    from qualitycircle.circle.history import verify
    from qualitycircle.site.build import SiteNotBuiltError, build

    loaded = open_project(desk)
    stop_at_errors(desk, loaded.findings, loaded.texts)
    touched = verify(desk.folder())
    if strict:
        stop_at_errors(desk, touched)
    show(desk, touched)
    try:
        return build(desk.folder(), target, strict=strict)
    except SiteNotBuiltError as failed:
        raise click.ClickException("\n".join(failed.messages)) from failed
