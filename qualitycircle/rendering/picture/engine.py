"""The one door to Graphviz: source in, bytes out, and a clear word when no engine can be found.

The bundled engine (`graphviz-pure`) comes first, so that everybody's picture is the same; then a
system `dot`. The executable is looked for beside the running Python, because the scripts of a
virtual environment that is not activated are not on PATH.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import picture as words

SECONDS = 20
_BUNDLED = "graphviz-pure"


class EngineMissing(Exception):  # noqa: N818  (what is missing is its name)
    """No Graphviz on this machine can do what was asked; the message says what would help."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(self.say("en"))

    def say(self, language: Language) -> str:
        """Return what is missing and what to do, in the reader's language."""
        text = words.NO_PDF_ENGINE if self.wanted == "pdf" else words.NO_ENGINE
        return text.say(language)


class EngineFailed(Exception):  # noqa: N818
    """The engine was found and did not finish: a fault of ours or of the engine."""


def layout(source: str) -> dict[str, tuple[float, float]]:
    """Return where Graphviz places each node of a DOT source, in points, y downwards."""
    answer = run(source, "plain").decode("utf-8")
    places: dict[str, tuple[float, float]] = {}
    for line in answer.splitlines():
        match line.split():
            case ["node", name, x, y, *_]:
                places[name.strip('"')] = (float(x) * 72, -float(y) * 72)
            case _:
                continue
    return places


def run(source: str, format: str, *options: str) -> bytes:
    """Return what Graphviz makes of a DOT source in one of its formats."""
    executable = _executable(format)
    if executable is None:
        raise EngineMissing(format)
    try:
        done = subprocess.run(
            [executable, f"-T{format}", *options],
            input=source.encode("utf-8"),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise EngineFailed(str(problem)) from problem
    if done.returncode or not done.stdout:
        raise EngineFailed(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _executable(format: str) -> str | None:
    """Return the engine for a format; only a system `dot` writes PDF."""
    system = shutil.which("dot")
    return system if format == "pdf" else _bundled() or system


def _bundled() -> str | None:
    for folder in (Path(sys.executable).parent, Path(sysconfig.get_path("scripts"))):
        found = shutil.which(_BUNDLED, path=str(folder))
        if found:
            return found
    return shutil.which(_BUNDLED)
