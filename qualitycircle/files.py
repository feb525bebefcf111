"""The only room that writes: whole files or nothing, never two at once, and sealed records.

A project's folder must survive a power cut, a killed process and an editor that holds a file open.
So a file is written beside its place, forced to the disk and moved there in one step; a record that
must never change is created and never opened for writing again; and records are sealed, each on the
one before it, so that a changed byte is found.

Written for Linux, macOS and Windows; tried on Linux only.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK_NAME = ".lock"
_TEMPORARY = ".circle-tmp"
_PATIENCE = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
_LOCKED_BYTE = 1 << 30


class FolderBusyError(TimeoutError):
    """Another process is writing in this folder, and did not finish while we waited."""

    def __init__(self, folder: Path, holder: str) -> None:
        super().__init__(folder, holder)
        self.folder = folder
        self.holder = holder

    def __str__(self) -> str:
        return f"{self.folder} is being written by {self.holder or 'another process'}; try again in a moment"


class AlreadyWrittenError(FileExistsError):
    """A record that is written once stands there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path} is written once and never again"


class OutsideError(ValueError):
    """A name would lead out of the folder it belongs in."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"{self.name!r} leads out of its folder"


def inside(root: Path, file: str) -> Path:
    """Return the path of a file in a folder, links followed; OutsideError when it is not in there."""
    path = Path(os.path.realpath(root / file))
    if not path.is_relative_to(os.path.realpath(root)) or "\\" in file:
        raise OutsideError(file)
    return path


def one_name(text: str) -> str:
    """Return a text that is the name of one file or folder; OutsideError when it is a path or none."""
    if text in ("", ".", "..") or any(each in text for each in "/\\\0"):
        raise OutsideError(text)
    return text


def replace(path: Path, content: str | bytes) -> None:
    """Put `content` in a file, so that a reader sees the old text or the new one, never a part.

    Text is written as UTF-8 with its line ends as given; the file's permissions are kept, a link is
    followed. Raises OSError when the disk or another program refuses.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    written = content.encode("utf-8") if isinstance(content, str) else content
    temporary = _written_beside(target, written)
    try:
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        _patiently(lambda: temporary.replace(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def create(path: Path, text: str) -> None:
    """Write a file that did not exist, whole or not at all.

    Raises AlreadyWrittenError when it exists: records are added, never rewritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        raise AlreadyWrittenError(path)
    temporary = _written_beside(path, text.encode("utf-8"))
    try:
        _place(temporary, path)
    except FileExistsError:
        raise AlreadyWrittenError(path) from None
    finally:
        temporary.unlink(missing_ok=True)
    _settle(path.parent)


@contextmanager
def locked(folder: Path, *, wait: float = 10.0) -> Iterator[None]:
    """Keep other processes from writing in a folder meanwhile, and clear up after killed ones.

    The operating system holds the lock, so that it ends with the process, however that ends. The
    lock file stays and means nothing by itself. Raises FolderBusyError after `wait` seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _acquire(descriptor, folder, wait)
        try:
            _say_who(descriptor)
            clear_leftovers(folder)
            yield
        finally:
            _release(descriptor)
    finally:
        os.close(descriptor)


def clear_leftovers(folder: Path) -> None:
    """Remove half-written files that a killed process left; they were never anything's content."""
    for each in folder.rglob(f".*{_TEMPORARY}"):
        with suppress(OSError):
            each.unlink()


def fingerprint(value: object) -> str:
    """Return the hash of plain data by what it says: key order and layout do not count."""
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text_hash(canonical)


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text; `\\r\\n` and `\\n` count as the same, as they do to git."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")).hexdigest()


def chained(previous: str, content: str) -> str:
    """Return the seal of a record that follows the record sealed `previous` (`""` for the first)."""
    return text_hash(f"{previous}\n{content}")


def _written_beside(target: Path, content: bytes) -> Path:
    """Write a new file in the target's folder, force it to the disk, and return its path."""
    temporary = target.parent / f".{target.name}.{secrets.token_hex(6)}{_TEMPORARY}"
    binary = getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _place(temporary: Path, path: Path) -> None:
    """Give a finished file its name unless the name is taken."""
    if sys.platform == "win32":
        _patiently(lambda: temporary.rename(path))  # refuses to overwrite on Windows
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links; the caller holds the lock
        if path.exists():
            raise FileExistsError(path) from None
        temporary.rename(path)


def _patiently(move: Callable[[], object]) -> None:
    """Try again while an editor or a virus scanner holds the file open (Windows)."""
    for pause in _PATIENCE:
        try:
            move()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    move()


def _settle(folder: Path) -> None:
    """Force a folder's list of names to the disk, where the system has such a thing."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _acquire(descriptor: int, folder: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while not _try_lock(descriptor):
        if time.monotonic() >= deadline:
            os.lseek(descriptor, 0, os.SEEK_SET)
            raise FolderBusyError(folder, os.read(descriptor, 200).decode("utf-8", "replace").strip())
        time.sleep(0.05)


def _try_lock(descriptor: int) -> bool:
    """Take the lock if it is free. On Windows a far byte is locked, so that the name stays readable."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _release(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _say_who(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, f"process {os.getpid()} since {time.strftime('%H:%M:%S')}\n".encode())
