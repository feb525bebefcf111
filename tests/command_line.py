"""Running `circle` as its users do: a process, its output, its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CIRCLE = Path(sys.executable).parent / ("circle.exe" if os.name == "nt" else "circle")
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    aside: str


def circle(*arguments: str, cwd: Path = ROOT, home: Path | None = None, given: str = "", **more: str) -> Said:
    """Run `circle` without colour and without a terminal."""
    environment = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **more}
    if home is not None:
        environment |= {"HOME": str(home), "USERPROFILE": str(home)}
    done = subprocess.run(
        [str(CIRCLE), *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        input=given,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)
