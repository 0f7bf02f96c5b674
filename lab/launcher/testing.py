"""``./glassheap test``, ``lessons`` and ``soak``: run the tests and count them.

Every part runs, also after another has failed; the last line counts them all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, List, Optional
from xml.etree import ElementTree

from glassheap import java
from launcher import build
from launcher.checkout import Checkout
from launcher.steps import SetupFailed, call, say

MODULES = ("runtime", "kernel")

# With these Maven runs the tests that are tagged soak as well, and more cases of those that count them.
LONG = ["-Dglassheap.excludedGroups=none", "-Dglassheap.fuzz.cases=200000"]


@dataclass(frozen=True)
class Counts:
    """What a runner counted; an error counts as failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def find_chromium() -> Optional[str]:
    """GLASSHEAP_CHROMIUM, else the first Chromium or Chrome on the PATH."""
    named = os.environ.get("GLASSHEAP_CHROMIUM")
    if named:
        return named
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)


def test(checkout: Checkout, arguments: List[str]) -> int:
    _set_up(checkout)
    _get_chromium(checkout)
    return _run(
        [
            ("Java", lambda: _maven(checkout, [])),
            ("extension", lambda: _npm(checkout)),
            ("oracle, lessons, launcher, browser", lambda: _pytest(checkout, arguments)),
        ]
    )


def lessons(checkout: Checkout, arguments: List[str]) -> int:
    _set_up(checkout)
    return _run([("lessons", lambda: _pytest(checkout, ["test_lessons.py", *arguments]))])


def soak(checkout: Checkout, arguments: List[str]) -> int:
    _set_up(checkout)
    return _run(
        [
            ("Java, long ones too", lambda: _maven(checkout, LONG)),
            ("course image and other long ones", lambda: _pytest(checkout, ["-m", "soak", *arguments])),
        ]
    )


COMMANDS = {"test": test, "lessons": lessons, "soak": soak}


def _set_up(checkout: Checkout) -> None:
    build.everything(checkout)
    build.pip(checkout, ["install", "-r", checkout.lab / "requirements-test.txt"], "pytest was not installed: is the network there?")


def _run(parts: "list[tuple[str, Callable[[], Counts]]]") -> int:
    total = Counts()
    for name, part in parts:
        say(f"testing: {name}")
        started = time.monotonic()
        try:
            counts = part()
        except SetupFailed as failure:
            print(failure, flush=True)
            counts = Counts(failed=1)
        print(f"{name}: {counts} in {time.monotonic() - started:.0f} s", flush=True)
        total += counts
    print(total, flush=True)
    return 0 if total.failed == 0 and total.passed > 0 else 1


def _get_chromium(checkout: Checkout) -> None:
    """Installs Chromium where that needs no question; the browser test says what is missing otherwise."""
    if find_chromium() or not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    say("installing Chromium for the browser test")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]):
            call(["apt-get", *words], log=checkout.logs / "apt.log", failure="Chromium was not installed", env=quiet)
    except SetupFailed as failure:
        say(str(failure))


def _maven(checkout: Checkout, arguments: List[str]) -> Counts:
    """``mvn verify`` over every module, counted from Surefire's reports."""
    kit = java.find_development_kit()
    reports = [checkout.root / module / "target" / "surefire-reports" for module in MODULES]
    for folder in reports:
        shutil.rmtree(folder, ignore_errors=True)
    log = checkout.logs / "maven-verify.log"
    try:
        build.maven(checkout, kit, ["verify", "-Dmaven.test.failure.ignore=true", *arguments], log)
    finally:
        for line in log.read_text("utf-8", "replace").splitlines():
            if re.search(r"Tests run:|<<< (FAILURE|ERROR)", line):
                print(line, flush=True)
    counts = sum((_suite(file) for folder in reports for file in folder.glob("TEST-*.xml")), Counts())
    print(f"Tests run: {counts.passed + counts.failed + counts.skipped}, Failures: {counts.failed}, Errors: 0, Skipped: {counts.skipped}")
    return counts


def _suite(report: Path) -> Counts:
    """The counts of one JUnit XML report, as Surefire and pytest write them."""
    total = Counts()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        total += Counts(int(suite.get("tests", 0)) - failed - skipped, failed, skipped)
    return total


def _npm(checkout: Checkout) -> Counts:
    if shutil.which("npm") is None:
        raise SetupFailed("npm was not found: install Node.js 20 with npm (Debian: apt install npm) to test the extension.")
    build.stage(checkout, [checkout.lab / name for name in ("test", "schema", "tsconfig.test.json")])
    answer = subprocess.run(["npm", "test"], cwd=checkout.wheel_sources, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    (checkout.logs / "npm-test.log").write_text(answer.stdout + answer.stderr)
    found = {name: int(number) for name, number in re.findall(r"^# (pass|fail|skipped) (\d+)$", answer.stdout, re.MULTILINE)}
    if answer.returncode != 0 or not found.get("pass"):
        print(answer.stdout + answer.stderr, flush=True)
        return Counts(found.get("pass", 0), max(1, found.get("fail", 0)), found.get("skipped", 0))
    return Counts(found["pass"], found["fail"], found["skipped"])


def _pytest(checkout: Checkout, arguments: List[str]) -> Counts:
    report = checkout.target / "pytest.xml"
    report.unlink(missing_ok=True)
    words = [checkout.tool("python"), "-B", "-m", "pytest", "-ra", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *arguments]
    status = subprocess.run([str(word) for word in words], cwd=checkout.lab / "tests", stdin=subprocess.DEVNULL).returncode
    counts = _suite(report) if report.exists() else Counts()
    if status != 0 and counts.failed == 0:
        print(f"pytest ended with status {status}", flush=True)
        return counts + Counts(failed=1)
    return counts
