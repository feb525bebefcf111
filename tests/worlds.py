"""Many simulated worlds, asked on all cores: each process takes its share of the seeds."""

from __future__ import annotations

import multiprocessing
import os
import warnings
from collections.abc import Callable
from typing import Any

_ASKED: list[Callable[[int], Any]] = []


def of_worlds(ask: Callable[[int], Any], times: int) -> list[Any]:
    """Return what is answered for the seeds 0, 1, ..., in their order.

    What is asked may be any function: processes are forked and know it already. Where they cannot be,
    the worlds are asked one after the other.
    """
    cores = os.cpu_count() or 1
    if cores == 1 or not hasattr(os, "fork"):
        return [ask(seed) for seed in range(times)]
    _ASKED.append(ask)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # later Pythons warn of forking at all
            with multiprocessing.get_context("fork").Pool(cores) as pool:
                return pool.map(_answer, range(times), chunksize=max(times // (8 * cores), 1))
    finally:
        _ASKED.pop()


def _answer(seed: int) -> Any:
    return _ASKED[-1](seed)
