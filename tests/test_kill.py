"""kill -9 at any moment: nothing decided is lost, the chain holds, the theory is the old one or the new.

A process decides again and again; it is killed before each single step it takes on the disk, and at
random moments by another process. After `recover` everything must stand as if nothing had happened.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from qualitycircle import files
from qualitycircle.circle.decisions import recover
from qualitycircle.circle.history import replayed, verify
from qualitycircle.circle.rounds import read_rounds
from qualitycircle.circle.values import State
from qualitycircle.loading.build import theory_from_text
from qualitycircle.loading.project import load
from qualitycircle.theory import Theory
from qualitycircle.theory.change import difference
from tests.provider import written_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

DECIDER = textwrap.dedent(
    """
    import os, signal, sys
    from dataclasses import replace
    from pathlib import Path

    root, fatal, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    steps = 0

    def deadly(name):
        real = getattr(os, name)
        def step(*arguments, **keywords):
            global steps
            steps += 1
            if steps == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **keywords)
        setattr(os, name, step)

    from qualitycircle.circle.decisions import Answer, Choice, decide, recover
    from qualitycircle.circle.rounds import record_evaluation
    from qualitycircle.loading.project import load
    from qualitycircle.theory.change import ChangeActivity
    from tests.provider import evaluation

    for name in ("open", "fsync", "link", "rename", "replace", "unlink", "mkdir", "write"):
        deadly(name)
    for number in range(rounds):
        assert recover(root) == ()
        project = load(root).project
        theory = project.theories[0]
        kept = record_evaluation(root, evaluation(theory, persons=400 + number))
        assert not kept.findings, kept.findings
        change = ChangeActivity(activity="praktik", dose=f"{10 + theory.version} uger")
        choice = Choice(proposal="", answer=Answer.CHANGED, reason="for kort", changes=(change,))
        decided = decide(project, theory, [choice], date="2026-04-01")
        assert decided.decision is not None, decided.findings
        print(decided.theory.version, flush=True)
    print("steps", steps, flush=True)
    """
)


def started(root: Path, *, fatal: int, rounds: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", DECIDER, str(root), str(fatal), str(rounds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def theory_of(root: Path) -> Theory:
    loaded = load(root)
    assert not [each for each in loaded.findings if each.code.severity.value == "error"]
    return loaded.project.theories[0]


def assert_whole(root: Path, first: Theory, said: list[int]) -> None:
    """Everything the process said it had decided is there; and so is everything that follows from it."""
    assert recover(root) == ()
    assert verify(root) == ()
    rounds = read_rounds(root, first.id)
    now = theory_of(root)
    assert now.version >= max(said, default=1)
    assert now.version == 1 + len(rounds.decisions)
    assert difference(now, replayed(first, rounds)) == ()
    assert [each.number for each in rounds.rounds] == list(range(1, len(rounds.rounds) + 1))
    current = rounds.current
    if current is not None and rounds.decisions:
        assert current.state is not State.DECIDED
        assert current.plan is not None
        assert theory_from_text(current.plan.text)[0] == now
    with files.locked(root / "rounds"):
        assert list((root / "rounds").rglob("*.circle-tmp")) == []


def steps_of_one_decision(root: Path) -> int:
    process = started(root, fatal=0, rounds=1)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return int(out.split()[-1])


@pytest.mark.long
def test_killed_before_every_single_step_on_the_disk(tmp_path: Path) -> None:
    written_folder(tmp_path / "hel")
    for fatal in range(1, steps_of_one_decision(tmp_path / "hel") + 1):
        kill_at(tmp_path / str(fatal), fatal)


def test_killed_before_some_steps_on_the_disk(tmp_path: Path) -> None:
    written_folder(tmp_path / "hel")
    steps = steps_of_one_decision(tmp_path / "hel")
    for fatal in random.Random(2026).sample(range(1, steps + 1), 5):
        kill_at(tmp_path / str(fatal), fatal)


def kill_at(root: Path, fatal: int) -> None:
    first = written_folder(root)
    process = started(root, fatal=fatal, rounds=1)
    out, err = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, err
    said = [int(each) for each in out.split() if each.isdigit()]
    assert_whole(root, first, said)
    again = started(root, fatal=0, rounds=1)
    _, err = again.communicate(timeout=60)
    assert again.returncode == 0, err
    assert_whole(root, first, said)


def killed_after(process: subprocess.Popen[str], seconds: float) -> list[int]:
    """Wait for the first decision, let the process go on a moment, kill it, and return what it said."""
    assert process.stdout is not None
    assert process.stderr is not None
    said = [process.stdout.readline()]
    time.sleep(seconds)
    process.kill()
    rest, _ = process.communicate(timeout=60)
    return [int(each) for each in "".join([*said, rest]).split() if each.isdigit()]


@pytest.mark.parametrize("moments", [4, pytest.param(40, marks=pytest.mark.long)])
def test_killed_at_random_moments_in_one_long_life(tmp_path: Path, moments: int) -> None:
    first = written_folder(tmp_path)
    chance = random.Random(901)
    said: list[int] = []
    for _ in range(moments):
        said += killed_after(started(tmp_path, fatal=0, rounds=1000), chance.uniform(0, 0.4))
        assert_whole(tmp_path, first, said)
    assert max(said) >= moments
