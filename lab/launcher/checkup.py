"""``./glassheap doctor``: what a checkout needs, then what its .venv has."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from typing import Iterator

from glassheap import java
from glassheap.doctor import Finding, bad, java_program, ok, report, weak
from launcher.checkout import Checkout
from launcher.testing import find_chromium


def doctor(checkout: Checkout) -> int:
    print(f"checkout {checkout.root}")
    status = report([*_tools(), *_built(checkout)])
    python = checkout.tool("python")
    if not python.exists():
        print(weak(".venv", "not there yet", "./glassheap lab makes it"))
        return status
    print(f"\n{checkout.venv}", flush=True)
    return subprocess.call([python, "-m", "glassheap", "doctor"]) or status


def _tools() -> Iterator[Finding]:
    try:
        kit = java.find_development_kit()
        yield ok("JDK", f"{kit.version} in {kit.home} ({kit.source})")
    except java.JavaNotFound as failure:
        yield bad("JDK", "not found", str(failure))
    yield _tool("Maven", "mvn", bad, "install Maven (Debian: apt install maven; macOS: brew install maven)")
    yield _tool("npm", "npm", weak, "install Node.js 20 or later with npm (Debian: apt install npm) to build the JupyterLab extension")
    if importlib.util.find_spec("ensurepip"):
        yield ok("venv", "this Python can make virtual environments")
    else:
        yield bad("venv", "this Python cannot make virtual environments", "install its venv module (Debian: apt install python3-venv)")
    chromium = find_chromium()
    if chromium:
        yield ok("Chromium", chromium)
    else:
        yield weak("Chromium", "not found; only the browser test needs it", "install it (Debian: apt install chromium)")


def _tool(name: str, program: str, otherwise, do: str) -> Finding:
    place = shutil.which(program)
    return ok(name, place) if place else otherwise(name, "not found", do)


def _built(checkout: Checkout) -> Iterator[Finding]:
    if not checkout.home.library.is_dir():
        yield weak("program", "not built yet", "./glassheap run or ./glassheap lab builds it")
        return
    yield from java_program(checkout.home)
