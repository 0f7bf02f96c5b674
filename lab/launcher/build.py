"""The set-up steps of a checkout: jars, runtime image, AOT cache; and for JupyterLab .venv, extension and wheel."""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path

from glassheap import command, image, java
from launcher.checkout import Checkout
from launcher.steps import Setup, SetupFailed, Step, alone, call, say


def program(checkout: Checkout) -> None:
    """Everything that ``./glassheap run`` needs."""
    checkout.target.mkdir(exist_ok=True)
    with alone(checkout.target / "setup.lock"):
        # What is edited while we build must count as newer than the build.
        begun = checkout.target / "setup.begun"
        begun.write_text(f"{checkout.root}\n")
        setup = Setup(checkout.target / "stamps")
        kit = java.find_development_kit()
        setup.take(_jars(checkout, kit))
        setup.take(_image(checkout, kit))
        setup.take(_cache(checkout))
        begun.replace(checkout.target / "stamps" / "run")


def _jars(checkout: Checkout, kit: java.Java) -> Step:
    root = checkout.root
    sources = [root / "pom.xml", *(root / module / part for module in ("runtime", "kernel") for part in ("pom.xml", "src/main"))]
    return Step(
        "jars",
        f"compiling with Maven and the JDK in {kit.home}",
        (*sources, kit.version),
        (checkout.home.library,),
        lambda: _compile(checkout, kit),
    )


def _compile(checkout: Checkout, kit: java.Java) -> None:
    maven(checkout, kit, ["package", "-Dmaven.test.skip=true"], checkout.logs / "maven.log")
    built = {jar.name: jar for jar in (checkout.root / "kernel" / "target" / "lib").glob("*.jar")}
    library = checkout.home.library
    library.mkdir(exist_ok=True)
    for old in library.glob("*.jar"):
        if old.name not in built:
            old.unlink()
    for name, jar in built.items():
        # The AOT cache is bound to each jar's time: one whose content is the same stays as it is.
        if not (library / name).exists() or not filecmp.cmp(jar, library / name, shallow=False):
            shutil.copyfile(jar, library / name)


def maven(checkout: Checkout, kit: java.Java, goals: list, log: Path) -> None:
    """Runs Maven offline, and once more with the network when an artifact is not on this machine yet."""
    tool = shutil.which("mvn")
    if tool is None:
        raise SetupFailed("Maven was not found: install it (Debian: apt install maven; macOS: brew install maven).")
    environment = {**os.environ, "JAVA_HOME": str(kit.home)}
    words = [tool, "-B", "-q", "-f", checkout.root / "pom.xml"]
    try:
        call([*words, "-o", *goals], log=log, failure="Maven failed", env=environment)
    except SetupFailed:
        if not any(sign in log.read_text("utf-8", "replace") for sign in ("offline mode", "has not been downloaded from it before")):
            raise
        say("  fetching libraries that are not on this machine yet")
        call([*words, *goals], log=log, failure="Maven failed", env=environment)


def _image(checkout: Checkout, kit: java.Java) -> Step:
    return Step(
        "image",
        f"linking a runtime image from {kit.home}",
        (kit.fingerprint(), checkout.lab / "glassheap" / "image.py"),
        (checkout.home.image / "bin" / "java",),
        lambda: image.link(kit, checkout.home),
    )


def _cache(checkout: Checkout) -> Step:
    package = checkout.lab / "glassheap"
    # The place counts, too: paths stand in the cache and in the argument file.
    inputs = (str(checkout.root), checkout.home.library, checkout.home.image / "release", checkout.target / "stamps" / "image")
    return Step(
        "cache",
        "making the AOT cache by running real cells",
        (*inputs, package / "command.py", package / "image.py", package / "training.py"),
        (checkout.home.cache, checkout.target / "java.args"),
        lambda: _train(checkout),
    )


def _train(checkout: Checkout) -> None:
    image.make_cache(checkout.home)
    (checkout.target / "java.args").write_text(command.argument_file(checkout.home))
