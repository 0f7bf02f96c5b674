"""The command line that starts the Java program. Every JVM flag of the project stands here and nowhere else.

A *home* is a folder with ``lib/`` (the jars), and, once they have been made, ``image/`` (a linked runtime) and ``glassheap.aot`` (its AOT
cache). A checkout has one in ``target/``, the course image in ``/opt/glassheap``, the wheel in the package itself.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional

from . import java as javas
from .java import Java

MAIN_CLASS = "dev.glassheap.kernel.cli.Main"

# Jars that the compiler needs as modules; truffle-compiler and the three small ones stand on the class path as well, for a Java without it.
COMPILER_JARS = ("compiler", "truffle-compiler", "collections", "word", "nativeimage")

FLAGS = (
    # A kernel is one of many on a student's machine: start small, give memory back, and pause seldom on small heaps.
    "-Xms32m",
    "-XX:+UseSerialGC",
    "-XX:MaxHeapFreeRatio=40",
    # Truffle reaches below the language; without these the JDK prints eight warnings at each start.
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    # The VM logs to stdout by default, which belongs to the guest program.
    "-Xlog:disable",
    "-Xlog:all=error:stderr",
    "-XX:-UsePerfData",
    # We say ourselves whether guest code is compiled (banner, doctor); Truffle's own warning would go to stderr.
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "-Dstdout.encoding=UTF-8",
    "-Dstderr.encoding=UTF-8",
)

JIT_FLAGS = ("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI")
INTERPRET_FLAG = "-Dtruffle.UseFallbackRuntime=true"

# The largest Java heap; the guest's own limit is derived from it. GLASSHEAP_HEAP overrides it with a size as -Xmx takes it (512m, 4g).
DEFAULT_HEAP = "1g"

# JVM options that people set for other programs would make the kernel print "Picked up ..." to stderr, which a grader counts as failure.
FOREIGN_OPTIONS = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")


class Unusable(Exception):
    """The settings or what is installed do not allow a start; the message says what to do."""


@dataclass(frozen=True)
class Home:
    """The folder with the jars, the linked runtime and the cache."""

    path: Path

    @property
    def library(self) -> Path:
        return self.path / "lib"

    @property
    def image(self) -> Path:
        return self.path / "image"

    @property
    def cache(self) -> Path:
        return self.path / "glassheap.aot"

    def jars(self) -> List[Path]:
        """All jars in a fixed order: the AOT cache is bound to it."""
        return sorted(self.library.glob("*.jar"))

    def class_path(self) -> str:
        return os.pathsep.join(str(jar) for jar in self.jars() if not _is(jar, "compiler"))

    def module_path(self) -> str:
        return os.pathsep.join(str(jar) for jar in self.jars() if any(_is(jar, name) for name in COMPILER_JARS))

    def linked_java(self) -> Optional[Java]:
        return javas.read(self.image, "linked image") if self.image.is_dir() else None


def _is(jar: Path, artifact: str) -> bool:
    return jar.name.startswith(artifact + "-") and jar.name[len(artifact) + 1 :][:1].isdigit()


def find_home() -> Home:
    """GLASSHEAP_HOME, else the home that belongs to this Python environment, else the user's, else the package's own jars."""
    named = os.environ.get("GLASSHEAP_HOME")
    places = [Path(named)] if named else [environment_home(), user_home(), package_home()]
    for place in places:
        if (place / "lib").is_dir():
            return Home(place.resolve())
    raise Unusable(f"No jars were found in {places[-1]}: install the glassheap wheel again, or run ./glassheap image in a checkout.")


def package_home() -> Path:
    """The wheel's jars."""
    return Path(__file__).resolve().parent


def environment_home() -> Path:
    """A link to a home that was set up for this Python environment, by a checkout or by the course image."""
    return Path(sys.prefix) / "share" / "glassheap" / "home"


def user_home() -> Path:
    """Where ``python -m glassheap setup`` links a runtime for an installed wheel; another wheel gets another folder."""
    from . import __version__

    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    place = hashlib.sha256(str(package_home()).encode()).hexdigest()[:12]
    return Path(base) / "glassheap" / f"{__version__}-{place}"


def jit_setting() -> str:
    setting = os.environ.get("GLASSHEAP_JIT") or "auto"
    if setting not in ("off", "on", "auto"):
        raise Unusable(f"GLASSHEAP_JIT is {setting!r}: it must be off, on or auto.")
    return setting


def choose_java(home: Home) -> Java:
    return home.linked_java() or javas.find()


def options(home: Home, java: Java, jit: str, *, cache: bool = True) -> List[str]:
    """The JVM's options up to the main class; raises Unusable when the JIT is demanded of a Java that cannot have it."""
    result = list(FLAGS)
    module_path = home.module_path()
    with_compiler = java.has_compiler_interface and bool(module_path)
    if jit == "on" and not with_compiler:
        raise Unusable(f"GLASSHEAP_JIT is on, but the Java in {java.home} has no compiler interface (jdk.internal.vm.ci): install a full JDK 25.")
    linked = with_compiler and not java.hides_compiler
    if linked:
        # The same options with the JIT on and off, so that one AOT cache serves both.
        result += [*JIT_FLAGS, f"--module-path={module_path}", "--add-modules=jdk.graal.compiler"]
    elif with_compiler and jit != "off":
        # The way without a linked image; it switches the AOT cache off.
        result += [*JIT_FLAGS, f"--upgrade-module-path={module_path}"]
    if jit == "off" or not with_compiler:
        result.append(INTERPRET_FLAG)
    if cache and home.cache.is_file() and java.home == home.image:
        result.append(f"-XX:AOTCache={home.cache}")
    return [*result, "-cp", home.class_path()]


def heap_flag() -> str:
    return "-Xmx" + (os.environ.get("GLASSHEAP_HEAP") or DEFAULT_HEAP)


def command(home: Home, arguments: List[str]) -> List[str]:
    """The whole command line for the given arguments of the Java program."""
    java = choose_java(home)
    return [str(java.executable), *options(home, java, jit_setting()), heap_flag(), MAIN_CLASS, *arguments]


def environment() -> dict:
    """The environment of the Java program: without JVM options meant for others, and with a locale in which UTF-8 arguments survive."""
    result = {name: value for name, value in os.environ.items() if name not in FOREIGN_OPTIONS}
    locale = result.get("LC_ALL") or result.get("LC_CTYPE") or result.get("LANG") or ""
    if "utf" not in locale.lower():
        result["LC_ALL"] = "C.UTF-8"
    return result


def argument_file(home: Home) -> str:
    """The same options as a file for ``java @FILE``, for a launcher that must not wait for Python."""
    java = choose_java(home)
    words = options(home, java, "auto")
    return "".join('"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"\n' for word in words)
