"""Says what is there, what is missing and what to do: ``python -m glassheap doctor``.

Each finding is one line, ``ok``, ``--`` (works without it, but less well) or ``!!`` (does not work without it), and, where something is
missing, one sentence that says what to do.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Iterable, Iterator

from . import __version__, command
from . import java as javas
from .command import Home, Unusable

LAB = "4.6"


@dataclass(frozen=True)
class Finding:
    mark: str
    what: str
    says: str
    do: str = ""

    def __str__(self) -> str:
        line = f"{self.mark}  {self.what:<14} {self.says}"
        return f"{line}\n{'':18} -> {self.do}" if self.do else line


def ok(what: str, says: str) -> Finding:
    return Finding("ok", what, says)


def weak(what: str, says: str, do: str) -> Finding:
    return Finding("--", what, says, do)


def bad(what: str, says: str, do: str) -> Finding:
    return Finding("!!", what, says, do)


def report(findings: Iterable[Finding]) -> int:
    """Prints the findings; 1 if one of them keeps Glassheap from working."""
    status = 0
    for finding in findings:
        print(finding)
        if finding.mark == "!!":
            status = 1
    return status


def program() -> Iterator[Finding]:
    """What the Java program needs."""
    try:
        home = command.find_home()
    except Unusable as failure:
        yield bad("jars", "not found", str(failure))
        return
    yield ok("jars", f"{len(home.jars())} in {home.library}")
    yield from java_program(home)


def java_program(home: Home) -> Iterator[Finding]:
    """Java, JIT, cache and heap of one home."""
    try:
        java = command.choose_java(home)
    except javas.JavaNotFound as failure:
        yield bad("Java", "not found", str(failure))
        return
    yield ok("Java", f"{java.version} in {java.home} ({java.source})")
    yield _started(home, java)
    yield _engine(java)
    if home.cache.is_file():
        yield ok("AOT cache", f"{home.cache} ({home.cache.stat().st_size >> 20} MB)")
    else:
        yield weak("AOT cache", "none: each start takes a second longer", "run python -m glassheap setup (in a checkout: ./glassheap image)")
    yield ok("heap", f"at most {command.heap_flag()[4:]} for Java; GLASSHEAP_HEAP=2g allows more")


def _started(home: Home, java: javas.Java) -> Finding:
    """Runs one line of guest code, because everything above may be there and still not fit together."""
    try:
        words = command.command(home, ["run", "-c", "print(6 * 7)"])
        answer = subprocess.run(words, capture_output=True, text=True, timeout=60, env=command.environment(), stdin=subprocess.DEVNULL)
    except Unusable as failure:
        return bad("program", "does not start", str(failure))
    except subprocess.TimeoutExpired:
        return bad("program", "did not answer within a minute", "run it by hand: " + " ".join(words))
    if answer.returncode == 0 and answer.stdout == "42\n":
        return ok("program", "runs guest code")
    return bad("program", f"ended with status {answer.returncode}", (answer.stdout + answer.stderr).strip()[-400:] or "it printed nothing")


def _engine(java: javas.Java) -> Finding:
    if not java.has_compiler_interface:
        return weak("JIT", "none: guest code is interpreted, about five times slower", "install a full JDK 25 (with the module jdk.internal.vm.ci)")
    if os.environ.get("GLASSHEAP_JIT") == "off":
        return weak("JIT", "switched off by GLASSHEAP_JIT=off", "unset it")
    return ok("JIT", "available" if not java.hides_compiler else "available, but it switches the AOT cache off (python -m glassheap setup mends that)")


def jupyter() -> Iterator[Finding]:
    """What JupyterLab needs, in the environment of the Python that runs this."""
    yield ok("Python", f"{sys.version.split()[0]} in {sys.prefix}")
    yield ok("glassheap", f"{__version__} in {Path(__file__).resolve().parent}")
    try:
        version = metadata.version("jupyterlab")
    except metadata.PackageNotFoundError:
        yield bad("JupyterLab", "not installed here", f"pip install 'jupyterlab>={LAB},<5'")
        return
    if version.startswith(LAB + "."):
        yield ok("JupyterLab", version)
    else:
        yield weak("JupyterLab", f"{version}; the extension is tested with {LAB}", f"pip install 'jupyterlab~={LAB}.0'")
    yield _kernelspec()
    yield _extension()


def _kernelspec() -> Finding:
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        spec = KernelSpecManager().get_kernel_spec("glassheap")
    except NoSuchKernel:
        return bad("kernelspec", "not found", "pip install --force-reinstall glassheap")
    return ok("kernelspec", f"{spec.resource_dir}")


def _extension() -> Finding:
    from jupyter_core.paths import jupyter_path

    for folder in jupyter_path("labextensions"):
        if (Path(folder) / "glassheap" / "package.json").is_file():
            return ok("extension", str(Path(folder) / "glassheap"))
    return weak("extension", "not found: pictures appear, but without theme and keyboard", "install Node.js 20 with npm and run ./glassheap lab again")
