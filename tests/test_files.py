"""Files are written whole or not at all, records are never rewritten, and one process writes at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle import files

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_replaced_file_holds_the_new_text_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "praktik.yml"
    files.replace(path, "gammel\n")
    files.replace(path, "ny: æøå\r\n")
    assert path.read_bytes() == "ny: æøå\r\n".encode()
    assert names_in(tmp_path) == ["praktik.yml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "praktik.yml"
    path.write_text("gammel")
    path.chmod(0o640)
    files.replace(path, "ny")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "shared.yml", tmp_path / "praktik.yml"
    real.write_text("gammel")
    link.symlink_to(real)
    files.replace(link, "ny")
    assert link.is_symlink()
    assert real.read_text() == "ny"


def test_when_the_move_fails_the_old_text_stays_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "praktik.yml"
    path.write_text("gammel")
    monkeypatch.setattr(files, "_PATIENCE", (0.0, 0.0))

    def held(self: Path, target: Path) -> Path:
        raise PermissionError("held by an editor")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError):
        files.replace(path, "ny")
    assert path.read_text() == "gammel"
    assert names_in(tmp_path) == ["praktik.yml"]


def test_a_file_that_an_editor_holds_for_a_moment_is_written_when_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real, tries = tmp_path / "praktik.yml", Path.replace, []

    def held_twice(self: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) < 3:
            raise PermissionError("held by an editor")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held_twice)
    files.replace(path, "ny")
    assert (path.read_text(), len(tries)) == ("ny", 3)


def test_a_record_is_written_once_and_never_again(tmp_path: Path) -> None:
    path = tmp_path / "1" / "plan.yml"
    files.create(path, "første")
    with pytest.raises(files.AlreadyWrittenError):
        files.create(path, "anden")
    assert path.read_text() == "første"
    assert names_in(path.parent) == ["plan.yml"]


def test_a_record_is_not_overwritten_even_when_two_create_it_in_the_same_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.yml"
    path.write_text("første")
    monkeypatch.setattr(Path, "exists", lambda self: False)
    with pytest.raises(files.AlreadyWrittenError):
        files.create(path, "anden")
    assert path.read_text() == "første"


def test_records_can_be_written_where_the_file_system_has_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", unsupported)
    files.create(tmp_path / "plan.yml", "første")
    with pytest.raises(files.AlreadyWrittenError):
        files.create(tmp_path / "plan.yml", "anden")
    assert names_in(tmp_path) == ["plan.yml"]


def test_a_lock_clears_what_a_killed_process_left_half_written(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    left = tmp_path / "1" / ".plan.yml.abc.circle-tmp"
    left.write_text("halv")
    with files.locked(tmp_path):
        assert not left.exists()


def test_a_second_writer_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    with (
        files.locked(tmp_path),
        pytest.raises(files.FolderBusyError, match=f"process {os.getpid()}"),
        files.locked(tmp_path, wait=0.1),
    ):
        pass


def test_a_lock_ends_when_its_process_is_killed(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from qualitycircle import files
        with files.locked(Path(sys.argv[1])):
            print("locked", flush=True)
            time.sleep(60)
        """
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        with pytest.raises(files.FolderBusyError), files.locked(tmp_path, wait=0.1):
            pass
        holder.kill()
        holder.wait()
    started = time.monotonic()
    with files.locked(tmp_path, wait=5):
        assert time.monotonic() - started < 2


@given(st.dictionaries(st.text(), json_values, min_size=2, max_size=6))
def test_a_fingerprint_does_not_depend_on_the_order_of_keys(value: dict[str, object]) -> None:
    assert files.fingerprint(value) == files.fingerprint(dict(reversed(value.items())))


@given(st.lists(st.integers(), min_size=2, max_size=4, unique=True))
def test_a_fingerprint_depends_on_the_order_of_a_list(values: list[int]) -> None:
    assert files.fingerprint(values) != files.fingerprint(values[::-1])


@given(st.text(), st.text(), st.text())
def test_a_seal_depends_on_the_content_and_on_the_record_before(one: str, two: str, seal: str) -> None:
    same = one.replace("\r\n", "\n") == two.replace("\r\n", "\n")
    assert (files.chained(seal, one) == files.chained(seal, two)) == same
    assert files.chained("", one) != files.chained("0" * 64, one)


def test_line_ends_as_windows_and_git_change_them_do_not_break_a_seal() -> None:
    assert files.text_hash("a\r\nb\r\n") == files.text_hash("a\nb\n")
