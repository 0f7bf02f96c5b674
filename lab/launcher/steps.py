"""One set-up step: it is done once, and again only when what it is made from has changed.

The stamp of a step holds a hash of its inputs' names and contents, so neither a checkout that touches every file nor a clock that goes
backwards builds anything anew.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterable, Iterator, List, Tuple, Union

Input = Union[Path, str]


class SetupFailed(Exception):
    """A step could not be taken; the message says in one sentence why and what to do."""


@dataclass(frozen=True)
class Step:
    """``inputs`` are files, folders (every file below them) and plain words; ``outputs`` must exist for the step to count as done."""

    name: str
    says: str
    inputs: Tuple[Input, ...]
    outputs: Tuple[Path, ...]
    action: Callable[[], None]


def fingerprint(inputs: Iterable[Input]) -> str:
    digest = hashlib.sha256()
    for item in inputs:
        if isinstance(item, str):
            digest.update(b"word\0" + item.encode() + b"\0")
            continue
        for file in _files(item):
            digest.update(str(file).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> List[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


class Setup:
    """Takes steps and keeps their stamps in one folder."""

    def __init__(self, stamps: Path):
        self._stamps = stamps

    def take(self, step: Step) -> bool:
        """Does the step if it is not done; True if it had to be done."""
        stamp = self._stamps / step.name
        wanted = fingerprint(step.inputs)
        if stamp.is_file() and stamp.read_text() == wanted and all(output.exists() for output in step.outputs):
            return False
        stamp.unlink(missing_ok=True)
        say(step.says)
        started = time.monotonic()
        step.action()
        missing = [str(output) for output in step.outputs if not output.exists()]
        if missing:
            raise SetupFailed(f"{step.name}: nothing was made at {', '.join(missing)}.")
        self._stamps.mkdir(parents=True, exist_ok=True)
        stamp.write_text(wanted)
        say(f"  done in {time.monotonic() - started:.1f} s")
        return True


def say(line: str) -> None:
    """One line for whoever waits. On stderr: the stdout of ``run`` belongs to the program."""
    print(f"glassheap: {line}", file=sys.stderr, flush=True)


def call(words: List[Union[str, Path]], *, log: Path, failure: str, cwd: Path | None = None, env: dict | None = None) -> None:
    """Runs a tool quietly; what it printed is kept in ``log``, and its end is shown only when it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as out:
        try:
            status = subprocess.run([str(word) for word in words], stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, cwd=cwd, env=env).returncode
        except FileNotFoundError as missing:
            raise SetupFailed(f"{failure}: {missing}") from missing
    if status != 0:
        tail = "\n".join(log.read_text("utf-8", "replace").splitlines()[-25:])
        raise SetupFailed(f"{failure} (status {status}, all of it in {log}):\n{tail}")


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Two launchers that start together must not build into the same folder."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another glassheap is setting up; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
