"""What travels with the program: the worked example, the theories and the indicators."""

from __future__ import annotations

import shutil
from importlib.resources import files as resources
from pathlib import Path


def shipped() -> Path:
    """Return the folder that holds `examples/`, `theories/` and `indicators/`.

    Installed, they lie in the package; in a checkout, at its top.
    """
    package = Path(str(resources("qualitycircle")))
    return package / "shipped" if (package / "shipped").is_dir() else package.parent


def example(name: str) -> Path:
    """Return the folder of a shipped example."""
    return shipped() / "examples" / name


def copy_example(name: str, target: Path, *, leave_out: frozenset[str] = frozenset()) -> None:
    """Copy a shipped example to a folder, without what a running program left in it."""
    left_out = leave_out | {"__pycache__", "site", ".DS_Store"}
    shutil.copytree(
        example(name),
        target,
        ignore=lambda _, names: {each for each in names if each in left_out},
        dirs_exist_ok=True,
    )
