"""The course image: built with buildah on a base made by debootstrap, started without a network, as a user that the image does not know."""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, required

pytestmark = pytest.mark.soak

BASE = "docker.io/library/debian:trixie-slim"
LESSON = "02-blocks-pools-arenas.ipynb"
MIME_TYPE = "application/vnd.glassheap.heap.v1+json"
STRANGER = "12345:100"

# Where this machine keeps what it trusts; the build reaches the registries by the same means.
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
JAVA_CERTIFICATES = Path("/etc/ssl/certs/java/cacerts")
SETTINGS = """
export PIP_CERT=/run/secrets/ca NODE_EXTRA_CA_CERTS=/run/secrets/ca SSL_CERT_FILE=/run/secrets/ca
export MAVEN_OPTS="-Djavax.net.ssl.trustStore=/run/secrets/truststore"
"""


class Buildah:
    """Runs buildah with storage of its own, without a daemon."""

    def __init__(self, folder: Path):
        self._options = ["--root", str(folder / "storage"), "--runroot", str(folder / "run"), "--storage-driver", "vfs"]

    def __call__(self, *arguments, timeout: int = 1800, before: tuple = ()) -> str:
        words = [*before, "buildah", *self._options, *map(str, arguments)]
        answer = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout, stdin=subprocess.DEVNULL)
        assert answer.returncode == 0, f"{' '.join(words)}\n{answer.stdout[-6000:]}"
        return answer.stdout


@pytest.fixture(scope="module")
def buildah(target):
    for tool, package in (("buildah", "buildah"), ("debootstrap", "debootstrap"), ("unshare", "util-linux"), ("ip", "iproute2")):
        required(shutil.which(tool), f"{tool} was not found: install it (Debian: apt install {package}).")
    required(os.geteuid() == 0, "The image test must be root to make a base image.")
    folder = target / "buildah"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield Buildah(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def image(buildah, target, tmp_path_factory) -> str:
    # debootstrap takes no path with a space in it, and a checkout may lie in one.
    base = tmp_path_factory.mktemp("trixie")
    subprocess.run(["debootstrap", "--variant=minbase", "trixie", base], check=True, stdout=subprocess.DEVNULL, timeout=600)
    container = buildah("from", "scratch").strip().splitlines()[-1]
    buildah("add", container, base, "/")
    buildah("commit", "--rm", container, BASE)
    shutil.rmtree(base)
    settings = target / "buildah" / "settings"
    settings.write_text(SETTINGS)
    secrets = [f"--secret=id={name},src={file}" for name, file in (("settings", settings), ("ca", CERTIFICATES), ("truststore", JAVA_CERTIFICATES)) if file.exists()]
    if len(secrets) < 3:
        secrets = []
    buildah("bud", "--pull-never", "--isolation=chroot", "--layers=false", *secrets, "-t", "glassheap", ROOT, timeout=2700)
    return "glassheap"


@pytest.fixture(scope="module")
def inside(buildah, image):
    """Runs a command in a new container of the image, as a stranger, with nothing but the loopback network."""
    containers = []

    def run(command: str, user: str = STRANGER) -> str:
        container = buildah("from", "--name", f"glassheap-{uuid.uuid4().hex}", "--pull-never", image).strip().splitlines()[-1]
        containers.append(container)
        words = ("run", "--isolation=chroot", f"--user={user}", container, "--", "tini", "-g", "--", "start-glassheap", "bash", "-c", command)
        return buildah(*words, before=("unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"), timeout=300)

    yield run
    for container in containers:
        buildah("rm", container)


def test_a_stranger_executes_the_lesson(inside, tmp_path):
    printed = inside(f"cd lessons && jupyter execute {LESSON} --output=/tmp/done.ipynb >&2 && echo ---- && cat /tmp/done.ipynb")
    notebook = nbformat.reads(printed.rsplit("----\n", 1)[1], as_version=4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output for output in outputs if MIME_TYPE in output.get("data", {})]


def test_the_server_starts_and_is_healthy(inside):
    command = """
        jupyter lab --ip=127.0.0.1 --no-browser >/tmp/server.log 2>&1 &
        for second in $(seq 60); do check-health >/dev/null && break; sleep 1; done
        check-health && echo healthy || cat /tmp/server.log
        kill $!; wait $!
        true
    """
    assert "healthy" in inside(command)


def test_the_kernel_has_jit_and_cache(inside):
    printed = inside("python -m glassheap doctor")
    assert "!!" not in printed
    assert "ok  JIT" in printed
    assert "ok  AOT cache" in printed


def test_the_usual_user_owns_a_copy_of_the_lessons(inside):
    assert LESSON in inside("cd ~ && touch lessons/mine && ls lessons && pwd", user="1000:100")
