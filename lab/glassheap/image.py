"""Links the runtime image and makes its AOT cache: with both, the kernel has a JIT *and* starts in half a second.

The image holds ``jdk.internal.vm.ci`` but not the JDK's own, empty ``jdk.graal.compiler``: then the compiler comes from the ordinary module
path, which, unlike ``--upgrade-module-path``, leaves the AOT cache on.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Callable, List

from . import command
from . import java as javas
from .command import Home
from .java import Java
from .rehearsal import Connection, rehearse

MODULES = ("java.base", "java.logging", "java.management", "jdk.management", "jdk.unsupported", "jdk.zipfs")
COMPILER_INTERFACE = "jdk.internal.vm.ci"

TRAINING = Path(__file__).resolve().parent / "training.py"


class ImageFailed(Exception):
    """jlink or the training run failed; the message holds what it printed."""


def link(java: Java, home: Home) -> None:
    """Links ``home.image`` with the given JDK, without a compiler interface where the JDK has none."""
    modules = MODULES + ((COMPILER_INTERFACE,) if java.has_compiler_interface else ())
    fresh = home.path / "image.new"
    shutil.rmtree(fresh, ignore_errors=True)
    _run(
        [java.home / "bin" / "jlink", "--add-modules", ",".join(modules), "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages", "--output", fresh],
        "jlink",
    )
    # Debian's JDK brings the VM's debug symbols along, ten times the size of everything else; stripping needs a tool that may be missing.
    for symbols in fresh.rglob("*.debuginfo"):
        symbols.unlink()
    shutil.rmtree(home.image, ignore_errors=True)
    fresh.rename(home.image)
    # The server's class data of the image: the JVM falls back on it whenever the AOT cache does not fit.
    _run([home.image / "bin" / "java", "-Xshare:dump", "-XX:+UseSerialGC"], "java -Xshare:dump")


def make_cache(home: Home) -> None:
    """Runs real cells once, over real sockets, in the linked image and keeps what was loaded, linked and profiled."""
    _train(home, _rehearse_kernel)


def make_cache_without_kernel(home: Home) -> None:
    """The same from a plain program, for a machine on which a kernel cannot listen: enough for ``run``, half of what a kernel wants."""
    _train(home, _run_program)


def _train(home: Home, training: Callable[[List[str]], None]) -> None:
    java = home.linked_java()
    if java is None:
        raise ImageFailed(f"There is no linked runtime in {home.image}: link it first.")
    fresh = home.path / "glassheap.aot.new"
    home.cache.unlink(missing_ok=True)
    fresh.unlink(missing_ok=True)
    words = [java.executable, f"-XX:AOTCacheOutput={fresh}", *command.options(home, java, "auto", cache=False), command.heap_flag(), command.MAIN_CLASS]
    try:
        training([str(word) for word in words])
        if not fresh.is_file():
            raise ImageFailed("The training run left no AOT cache.")
        fresh.rename(home.cache)
    finally:
        fresh.unlink(missing_ok=True)


def _rehearse_kernel(words: List[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection = Connection(Path(folder) / "connection.json")
        log = Path(folder) / "kernel.log"
        with log.open("w") as out:
            process = subprocess.Popen([*words, "kernel", connection.file], stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=command.environment())
        try:
            _await_ports(connection, process)
            rehearse(connection, TRAINING.read_text("utf-8").split("# %%\n")[1:])
            process.wait(120)
        except (OSError, subprocess.TimeoutExpired) as failure:
            process.kill()
            process.wait()
            said = "".join(log.read_text("utf-8", "replace").splitlines(keepends=True)[:1]).strip()
            raise ImageFailed(f"The training run of the AOT cache failed: {failure}. The kernel said: {said}") from failure


def _run_program(words: List[str]) -> None:
    # The program ends with an error on purpose; whether a cache was made tells whether it ran.
    subprocess.run([*words, "run", TRAINING], capture_output=True, stdin=subprocess.DEVNULL, env=command.environment(), timeout=300)


def _await_ports(connection: Connection, process: subprocess.Popen) -> None:
    """Waits until the kernel listens; the port that a kernel binds last is not known, so all are tried."""
    deadline = time.monotonic() + 60
    for port in connection.ports.values():
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                break
            except ConnectionRefusedError:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


def _run(words: list, what: str) -> None:
    answer = subprocess.run([str(word) for word in words], capture_output=True, text=True, stdin=subprocess.DEVNULL, env=command.environment())
    if answer.returncode != 0:
        raise ImageFailed(f"{what} ended with status {answer.returncode}:{os.linesep}{(answer.stdout + answer.stderr).strip()}")


def set_up_for_user() -> int:
    """Makes a home for an installed wheel in the user's cache folder: its jars, an image linked from this machine's JDK, and a cache."""
    kit = javas.find_development_kit()
    home = Home(command.user_home())
    home.path.mkdir(parents=True, exist_ok=True)
    if not home.library.exists():
        home.library.symlink_to(command.package_home() / "lib", target_is_directory=True)
    print(f"linking a runtime image from {kit.home}", flush=True)
    link(kit, home)
    print("making the AOT cache by running real cells", flush=True)
    make_cache(home)
    print(f"done: {home.path}")
    return 0
