"""`circle new`: a project folder that passes check, evaluate and site at once; or one to begin in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from qualitycircle.cli.terminal import Desk, Unreadable, aside, out
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.words import cli as words

LEFT_OUT = frozenset({"rounds", "generate.py", "expected.yml", "README.md"})
IGNORED = "# Personers svar bliver på maskinen\ndata/\nsite/\n.venv/\nrounds/.lock\n*.circle-tmp\n"
TO_BEGIN_WITH = ("indicators/faelles.yml", "indicators/new-insight.yml", "theories/library/kilder.yml")
WORKFLOW = """\
name: Hjemmeside
on: {push: {branches: [main]}}
permissions: {contents: read, pages: write, id-token: write}
jobs:
  site:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: '3.12'}
      # kræver, at qualitycircle er udgivet; indtil da: pip install fra jeres egen kopi
      - run: pip install qualitycircle
      - run: circle check --format github
      - run: circle site build --out site
      - uses: actions/upload-pages-artifact@v3
        with: {path: site}
      - uses: actions/deploy-pages@v4
"""


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command("new", help=words.COMMANDS["new"].say(language))
    @click.argument(
        "folder", type=click.Path(path_type=Path), metavar="MAPPE" if language == "da" else "FOLDER"
    )
    @click.option(
        "--id", "name", metavar="NAVN" if language == "da" else "NAME", help=words.OPTIONS["id"].say(language)
    )
    @click.option("--empty", "--tom", "empty", is_flag=True, help=words.OPTIONS["empty"].say(language))
    @click.pass_obj
    def new(desk: Desk, folder: Path, name: str | None, empty: bool) -> None:
        if _is_taken(folder):
            raise Unreadable(words.NOT_EMPTY.say(desk.language, folder=folder))
        project = project_id(name or folder.resolve().name)
        if empty:
            theory = (folder / make_empty_project(folder, project, desk.language)).as_posix()
            key = make_key_file(project)
            out(words.EMPTY_DONE.say(desk.language, id=project, theory=theory, key=key))
            return
        make_project(folder, project, desk.language)
        known = _key_file(project).expanduser().exists()
        key = make_key_file(project)
        out(words.NEW_DONE.say(desk.language, id=project, folder=quoted(folder), key=key))
        if known:
            aside(words.KEY_REUSED.say(desk.language, key=key))

    return new


def quoted(folder: Path) -> str:
    """Return a folder as it can be pasted after `cd`."""
    name = str(folder)
    return f'"{name}"' if re.search(r"[^\w./\\:~-]", name) else name


def _is_taken(folder: Path) -> bool:
    """Say whether something is there; what an editor, git or Python put there (`.venv`) is not something."""
    if not folder.is_dir():
        return folder.exists()
    return any(not each.name.startswith(".") for each in folder.iterdir())


def project_id(name: str) -> str:
    """Return a short name that can be a file name everywhere: `Nordhuset 2` -> `nordhuset-2`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "projekt"


def _key_file(project: str) -> Path:
    return Path("~") / ".circle" / f"{project}.key"


def make_key_file(project: str) -> Path:
    """Make the project's key to pseudonyms, outside its folder, unless it is there; return where it lies."""
    from qualitycircle.data.privacy import make_key

    key = _key_file(project)
    if not key.expanduser().exists():
        make_key(key.expanduser())
    return key


def make_project(folder: Path, project: str, language: Language) -> None:
    """Make the folder from the shipped example."""
    from qualitycircle import files
    from qualitycircle.cli.shipped import copy_example

    copy_example("praktik", folder, leave_out=LEFT_OUT)
    settings = folder / "circle.yml"
    files.replace(
        settings, _renamed(settings.read_text(encoding="utf-8"), project, _key_file(project).as_posix())
    )
    files.replace(folder / ".github" / "workflows" / "site.yml", WORKFLOW)
    _set_up(folder, language)


def make_empty_project(folder: Path, project: str, language: Language) -> Path:
    """Make the folder with a theory to write and catalogues to choose from; return where the theory lies."""
    from qualitycircle import files
    from qualitycircle.cli.shipped import shipped
    from qualitycircle.vocabulary.words import beginnings

    id = beginnings.THEORY_ID.say(language)
    theory = Path("theories") / f"{id}.yml"
    settings = beginnings.PROJECT.say(language, id=project, key=_key_file(project).as_posix())
    files.replace(folder / "circle.yml", settings)
    files.replace(folder / theory, beginnings.THEORY.say(language, id=id))
    for each in TO_BEGIN_WITH:
        files.replace(folder / each, (shipped() / each).read_text(encoding="utf-8"))
    _set_up(folder, language)
    return theory


def _set_up(folder: Path, language: Language) -> None:
    """Write what git and editors need; what is there already stays, but data are always left out of git."""
    from qualitycircle import files
    from qualitycircle.cli.schema_command import write_schemas

    ignored, settings = folder / ".gitignore", folder / ".vscode" / "settings.json"
    there = ignored.read_text(encoding="utf-8") if ignored.exists() else ""
    if "data/" not in there.split():
        files.replace(ignored, there + IGNORED)
    if not settings.exists():
        files.replace(settings, editor_settings())
    write_schemas(folder, language)


def _renamed(text: str, project: str, key: str) -> str:
    """Return the example's settings as a project's own: its name, its key, and no one else's names."""
    from qualitycircle.loading.edit import remove, set_value

    said = re.sub(r"^# Nordhuset .*\n", f"# {words.SYNTHETIC_PROJECT}\n", text, flags=re.MULTILINE)
    for path, value in {("projekt",): project, ("navn",): project, ("udfører",): project}.items():
        said = set_value(said, path, value)
    for path in (("bestiller",), ("roller",)):
        said = remove(said, path)
    return set_value(said.replace("Nordhusets til højre", "jeres til højre"), ("privatliv", "nøglefil"), key)


def editor_settings() -> str:
    """Return VS Code settings that tie the schemas to the files (YAML extension by Red Hat)."""
    schemas = {
        ".circle/theory.schema.json": "theories/*.yml",
        ".circle/catalogue.schema.json": ["indicators/*.yml", "theories/library/*.yml"],
        ".circle/project.schema.json": "circle.yml",
    }
    return (
        json.dumps(
            {"yaml.schemas": schemas, "[yaml]": {"editor.quickSuggestions": {"strings": True}}}, indent=2
        )
        + "\n"
    )
