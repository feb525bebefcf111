"""The door: `circle --version` answers without loading anything."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `circle` and exit: 0 well, 1 errors in a text, 2 usage, 3 unreadable, 4 a bug of ours."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        from qualitycircle import __version__

        print(f"circle {__version__}")
        return
    from qualitycircle.cli.program import run

    sys.exit(run(given))
