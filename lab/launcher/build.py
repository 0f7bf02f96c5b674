"""The set-up steps of a checkout: jars, runtime image, AOT cache; and for JupyterLab .venv, extension and wheel."""

from __future__ import annotations

import filecmp
import importlib.util
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from glassheap import command, image, java
from launcher.checkout import Checkout
from launcher.steps import Setup, SetupFailed, Step, alone, call, say


def program(checkout: Checkout) -> None:
    """Everything that ``./glassheap run`` needs."""
    with _setup(checkout) as setup:
        _program(checkout, setup)


def everything(checkout: Checkout) -> None:
    """Everything that JupyterLab needs, the program included."""
    with _setup(checkout) as setup:
        _program(checkout, setup)
        setup.take(_environment(checkout))
        with_extension = shutil.which("npm") is not None
        if with_extension:
            setup.take(_node_modules(checkout))
            setup.take(_extension(checkout))
        else:
            say("npm was not found: pictures will lack theme and keyboard; install Node.js 20 with npm (Debian: apt install npm).")
        setup.take(_wheel(checkout, with_extension))


@contextmanager
def _setup(checkout: Checkout) -> Iterator[Setup]:
    checkout.target.mkdir(exist_ok=True)
    with alone(checkout.target / "setup.lock"):
        yield Setup(checkout.target / "stamps")


def _program(checkout: Checkout, setup: Setup) -> None:
    # What is edited while we build must count as newer than the build.
    begun = checkout.target / "setup.begun"
    begun.write_text(f"{checkout.root}\n")
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
    gathered = checkout.root / "kernel" / "target" / "lib"
    # Maven adds to this folder and never takes away.
    shutil.rmtree(gathered, ignore_errors=True)
    maven(checkout, kit, ["package", "-Dmaven.test.skip=true"], checkout.logs / "maven.log")
    built = {jar.name: jar for jar in gathered.glob("*.jar")}
    library = checkout.home.library
    library.mkdir(exist_ok=True)
    for old in library.glob("*.jar"):
        if old.name not in built:
            old.unlink()
    for name, jar in built.items():
        # The AOT cache is bound to each jar's time: one whose content is the same stays as it is.
        if not (library / name).exists() or not filecmp.cmp(jar, library / name, shallow=False):
            # Put in place at once: a kernel that is running has the old one open.
            shutil.copyfile(jar, library / f"{name}.new")
            os.replace(library / f"{name}.new", library / name)


def maven(checkout: Checkout, kit: java.Java, goals: list, log: Path) -> None:
    """Runs Maven offline, and once more with the network when an artifact is not on this machine yet."""
    tool = shutil.which("mvn")
    if tool is None:
        raise SetupFailed("Maven was not found: install it (Debian: apt install maven; macOS: brew install maven).")
    # The same two flags as for our own program: an older Maven on a JDK 25 would warn at each start.
    quiet = " ".join(flag for flag in command.FLAGS if flag.startswith("--"))
    environment = {**os.environ, "JAVA_HOME": str(kit.home), "MAVEN_OPTS": f"{os.environ.get('MAVEN_OPTS', '')} {quiet}"}
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
        (checkout.target / "java.args",),
        lambda: _train(checkout),
    )


def _train(checkout: Checkout) -> None:
    try:
        image.make_cache(checkout.home)
    except image.ImageFailed as failure:
        say(f"{failure}; making a smaller cache from a plain program")
        image.make_cache_without_kernel(checkout.home)
    (checkout.target / "java.args").write_text(command.argument_file(checkout.home))


# No questions about news and updates, a class has other things to read; and a new notebook is one of ours.
SETTINGS = {
    "overrides.json": "share/jupyter/lab/settings/overrides.json",
    "jupyter_server_config.json": "etc/jupyter/jupyter_server_config.json",
}


def _environment(checkout: Checkout) -> Step:
    requirements = checkout.lab / "requirements.txt"
    return Step(
        "environment",
        f"making .venv with JupyterLab (Python {sys.version.split()[0]})",
        (str(checkout.root), sys.version, requirements, checkout.lab / "settings"),
        (checkout.tool("python"),),
        lambda: _make_environment(checkout, requirements),
    )


def _make_environment(checkout: Checkout, requirements: Path) -> None:
    if sys.version_info < (3, 10):
        raise SetupFailed(f"JupyterLab 4.6 needs Python 3.10 or later, this is {sys.version.split()[0]}: name a newer one in GLASSHEAP_PYTHON.")
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupFailed("This Python cannot make virtual environments: install its venv module (Debian: apt install python3-venv).")
    call([sys.executable, "-m", "venv", "--clear", checkout.venv], log=checkout.logs / "venv.log", failure="The virtual environment was not made")
    pip(checkout, ["install", "-r", requirements], "JupyterLab was not installed: is the network there?")
    for source, place in SETTINGS.items():
        (checkout.venv / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(checkout.lab / "settings" / source, checkout.venv / place)
    # The kernel of this environment runs on the linked image instead of looking for a Java.
    home = checkout.venv / "share" / "glassheap" / "home"
    home.parent.mkdir(parents=True, exist_ok=True)
    home.symlink_to(checkout.home.path, target_is_directory=True)


def pip(checkout: Checkout, arguments: list, failure: str) -> None:
    words = [checkout.tool("python"), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    call(words, log=checkout.logs / "pip.log", failure=failure)


PACKAGE_FILES = ("package.json", "package-lock.json")
EXTENSION_SOURCES = ("src", "style", "tsconfig.json")


def _node_modules(checkout: Checkout) -> Step:
    inputs = tuple(checkout.lab / name for name in PACKAGE_FILES)
    return Step(
        "node_modules",
        "fetching the tools that build the extension (npm)",
        inputs,
        (checkout.wheel_sources / "node_modules",),
        lambda: _npm_ci(checkout, inputs),
    )


def _npm_ci(checkout: Checkout, inputs: tuple) -> None:
    stage(checkout, inputs)
    call(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        log=checkout.logs / "npm.log",
        failure="npm could not fetch its packages: is the network there?",
        cwd=checkout.wheel_sources,
    )


def _extension(checkout: Checkout) -> Step:
    inputs = tuple(checkout.lab / name for name in (*PACKAGE_FILES, *EXTENSION_SOURCES))
    return Step(
        "extension",
        "building the JupyterLab extension",
        inputs,
        (checkout.wheel_sources / "labextension" / "package.json",),
        lambda: _build_extension(checkout, inputs),
    )


def _build_extension(checkout: Checkout, inputs: tuple) -> None:
    stage(checkout, inputs)
    folder = checkout.wheel_sources
    environment = {**os.environ, "PATH": f"{checkout.tool('python').parent}{os.pathsep}{os.environ['PATH']}"}
    call(["npm", "run", "build"], log=checkout.logs / "extension.log", failure="The extension was not built", cwd=folder, env=environment)


def _wheel(checkout: Checkout, with_extension: bool) -> Step:
    lab = checkout.lab
    sources = (lab / "glassheap", lab / "kernelspec", lab / "pyproject.toml", lab / "install.json", lab / "README.md")
    texts = (checkout.root / "LICENSE", checkout.root / "THIRD-PARTY.md")
    labextension = checkout.wheel_sources / "labextension"
    environment = checkout.target / "stamps" / "environment"
    return Step(
        "wheel",
        "building the wheel and installing it into .venv",
        (*sources, *texts, checkout.home.library, labextension if with_extension else "no extension", environment),
        (checkout.target / "dist",),
        lambda: _build_wheel(checkout, (*sources, *texts)),
    )


def _build_wheel(checkout: Checkout, sources: tuple) -> None:
    folder, dist = checkout.wheel_sources, checkout.target / "dist"
    stage(checkout, sources)
    stage(checkout, (checkout.home.library,), folder / "glassheap")
    (folder / "labextension").mkdir(exist_ok=True)
    shutil.rmtree(dist, ignore_errors=True)
    pip(checkout, ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", dist, folder], "The wheel was not built")
    pip(checkout, ["install", "--no-deps", "--no-index", "--force-reinstall", *dist.glob("*.whl")], "The wheel was not installed")


def stage(checkout: Checkout, sources: tuple, into: Path | None = None) -> None:
    """Copies files and folders of the checkout to where npm and hatchling work; a folder replaces the one that was there."""
    folder = into or checkout.wheel_sources
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        if source.is_dir():
            shutil.rmtree(folder / source.name, ignore_errors=True)
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, folder / source.name)
