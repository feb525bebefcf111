"""The house stands as its plan says: layers, light imports, no network, tidy code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BESIDE = Path(sys.executable).parent

HEAVY = {"networkx", "numpy", "duckdb", "pandas", "scipy", "pyarrow", "mkdocs", "graphviz"}


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment, check=False)


def test_every_module_has_its_place_in_the_layers() -> None:
    done = run(str(BESIDE / "lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout


def test_the_code_is_tidy() -> None:
    checked = run(str(BESIDE / "ruff"), "check", "--no-cache", ".")
    formatted = run(str(BESIDE / "ruff"), "format", "--no-cache", "--check", ".")
    assert checked.returncode == 0, checked.stdout
    assert formatted.returncode == 0, formatted.stdout


@pytest.mark.long
def test_the_types_hold() -> None:
    done = run(sys.executable, "-m", "mypy", "--cache-dir", os.devnull)
    assert done.returncode == 0, done.stdout


def loaded_by(*arguments: str) -> set[str]:
    """Return the top-level modules a `circle` call has loaded when it ends."""
    probe = (
        "import sys, contextlib, io\n"
        "from qualitycircle.cli.main import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):\n"
        "    try:\n"
        f"        main({list(arguments)!r})\n"
        "    except SystemExit:\n"
        "        pass\n"
        "print(' '.join(sorted({each.partition('.')[0] for each in sys.modules})))\n"
    )
    done = run(sys.executable, "-c", probe)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_check_imports_nothing_heavy() -> None:
    assert not loaded_by("check") & HEAVY


def test_version_imports_not_even_click() -> None:
    assert not loaded_by("--version") & (HEAVY | {"click", "yaml", "jsonschema"})


def test_the_program_never_opens_a_socket() -> None:
    probe = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.create_connection = refuse\n"
        "from qualitycircle.cli.main import main\n"
        "main(['check', '--testability'])\n"
    )
    done = run(sys.executable, "-c", probe)
    assert done.returncode == 0, done.stderr
