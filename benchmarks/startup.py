"""How fast does `circle` answer? Side by side with neighbours, medians of whole processes.

.venv/bin/pip install check-jsonschema && .venv/bin/python benchmarks/startup.py
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
RUNS = 9


def milliseconds(command: list[str]) -> float:
    """Return the median wall time of a command over some runs, after one warm-up."""
    times = []
    for _ in range(RUNS + 1):
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env={**os.environ, "LANG": "C"})
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times[1:])


def main() -> None:
    """Print the table."""
    theory = "praktik-motivation"
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            ("python -c pass", [sys.executable, "-c", "pass"], None),
            ("circle --version", [str(BIN / "circle"), "--version"], 60),
            ("circle check (one theory)", [str(BIN / "circle"), "check", theory], 250),
            ("circle draw", [str(BIN / "circle"), "draw", theory, "-o", f"{folder}/t.svg"], 350),
            (
                "check-jsonschema (same file)",
                [
                    str(BIN / "check-jsonschema"),
                    "--schemafile",
                    ".circle/theory.schema.json",
                    f"theories/{theory}.yml",
                ],
                None,
            ),
            ("mkdocs --version", [str(BIN / "mkdocs"), "--version"], None),
        ]
        print("| command | median ms | budget |")
        print("|---|---|---|")
        for name, command, budget in rows:
            if Path(command[0]).exists():
                print(f"| {name} | {milliseconds(command):.0f} | {budget or ''} |")


if __name__ == "__main__":
    main()
