"""A lesson in a real JupyterLab and a real browser: pictures in light and dark, a clean console, no foreign host."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, required
from launcher.testing import find_chromium

LESSON = "02-blocks-pools-arenas.ipynb"
UNTRUSTED = "from-a-stranger.ipynb"
MIME_TYPE = "application/vnd.glassheap.heap.v1+json"
TOKEN = "only-for-this-test"

KERNELSPEC = {"name": "glassheap", "display_name": "Glassheap", "language": "python"}

CONFIGURATION = """
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = {port}
c.ServerApp.port_retries = 0
c.ServerApp.open_browser = False
c.ServerApp.allow_root = True
c.ServerApp.root_dir = {notebooks!r}
c.IdentityProvider.token = {token!r}
c.LabApp.expose_app_in_browser = True
c.LabApp.extension_manager = "readonly"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
"""

# Every cell stays in the page, also those far below.
WHOLE_NOTEBOOK = {"windowingMode": "none"}


@pytest.fixture(scope="module")
def workplace(tmp_path_factory) -> Path:
    """Jupyter's folders and a copy of the lessons: the user's own are left alone."""
    place = tmp_path_factory.mktemp("jupyter lab")
    settings = place / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    (settings / "tracker.jupyterlab-settings").write_text(json.dumps(WHOLE_NOTEBOOK))
    if (ROOT / "notebooks" / LESSON).exists():
        shutil.copytree(ROOT / "notebooks", place / "notebooks")
    else:
        (place / "notebooks").mkdir()
        _write_small_notebook(place / "notebooks" / LESSON)
    _write_hostile_notebook(place / "notebooks" / UNTRUSTED)
    return place


def _write_hostile_notebook(path: Path) -> None:
    """One picture that is what it should be, but for its words, and one that is not; with an SVG that an untrusted notebook may not show."""
    attack = "<img src=x onerror='window.reached = true'></text><script>window.reached = true</script>"
    picture = json.loads((ROOT / "lab" / "schema" / "examples" / "roles.json").read_text())
    picture["headline"] = [attack]
    picture["text"] = attack
    picture["shapes"][0]["spans"][0]["text"] = attack
    spoilt = {**picture, "shapes": [{"shape": "image", "href": "http://example.org/"}]}
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{attack}'
    outputs = [nbformat.v4.new_output("display_data", {MIME_TYPE: data, "image/svg+xml": svg, "text/plain": attack}) for data in (picture, spoilt)]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("heap.show()", outputs=outputs, execution_count=1)])
    notebook.metadata.kernelspec = KERNELSPEC
    nbformat.write(notebook, path)


def _write_small_notebook(path: Path) -> None:
    cells = ["import heap", "heap.show()", "pair = [1, 2]\nheap.show(pair)", "print(len(pair))"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = KERNELSPEC
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def server(workplace, target):
    """A JupyterLab on loopback; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    configuration = workplace / "jupyter_server_config.py"
    configuration.write_text(CONFIGURATION.format(port=port, notebooks=str(workplace / "notebooks"), token=TOKEN))
    folders = {f"JUPYTER_{kind}_DIR": str(workplace / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    folders |= {"JUPYTERLAB_SETTINGS_DIR": str(workplace / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(workplace / "workspaces")}
    log = target / "logs" / "browser-server.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [ROOT / ".venv" / "bin" / "python", "-m", "jupyterlab", f"--config={configuration}"],
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **folders},
            cwd=workplace,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=2)
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            select_for_a_moment(process)
    pytest.fail(f"JupyterLab did not start; see {log}")


def select_for_a_moment(process: subprocess.Popen) -> None:
    """Waits a fifth of a second, less when the server ends."""
    try:
        process.wait(0.2)
    except subprocess.TimeoutExpired:
        pass


@pytest.fixture(scope="module")
def seen(server, target) -> dict:
    chromium = required(find_chromium(), "Chromium was not found: install it (Debian: apt install chromium).")
    node = required(shutil.which("node"), "Node.js was not found: install it (Debian: apt install nodejs npm).")
    screenshots = target / "screenshots"
    shutil.rmtree(screenshots, ignore_errors=True)
    modules = target / "wheel" / "node_modules"
    options = {"modules": str(modules), "chromium": chromium, "url": server, "token": TOKEN, "screenshots": str(screenshots)}
    options |= {"notebook": LESSON, "untrusted": UNTRUSTED}
    answer = subprocess.run([node, Path(__file__).parent / "browser.mjs", json.dumps(options)], capture_output=True, text=True, timeout=180)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return json.loads(answer.stdout)


def test_all_cells_run(seen):
    assert seen["run"]["cells"] > 0
    assert seen["run"]["errors"] == []


def test_every_picture_is_drawn_by_the_extension(seen):
    assert seen["run"]["pictures"] > 0
    for theme in ("light", "dark"):
        assert seen["themes"][theme]["substitutes"] == []
        assert seen["themes"][theme]["drawn"] == seen["run"]["pictures"]


def test_pictures_follow_the_theme(seen):
    assert seen["themes"]["light"]["panel"] != seen["themes"]["dark"]["panel"]
    assert seen["themes"]["light"]["ink"] != seen["themes"]["dark"]["ink"]


def test_no_text_leaves_its_picture(seen):
    assert seen["themes"]["light"]["outside"] == []


def test_arrow_keys_walk_through_a_picture(seen):
    if seen["keys"] is not None:
        assert seen["keys"]["said"]
        assert seen["keys"]["lit"] > 0


def test_a_killed_kernel_comes_back(seen):
    if seen["killed"] is None:
        pytest.skip("this system shows no processes under /proc")
    assert seen["killed"]["errors"] == []
    assert seen["killed"]["pictures"] == seen["run"]["pictures"]


def test_a_strangers_notebook_shows_pictures_and_runs_nothing(seen):
    assert not seen["untrusted"]["trusted"]
    assert seen["untrusted"]["drawn"] == 1
    assert len(seen["untrusted"]["substitutes"]) == 1
    assert seen["untrusted"].get("scripts") is None


def test_the_console_is_clean(seen):
    assert seen["console"] == []


def test_no_foreign_host_is_asked(seen):
    assert seen["foreign"] == []


def test_screenshots_are_kept(seen):
    assert len(seen["screenshots"]) >= 4
    assert all(Path(file).stat().st_size > 1000 for file in seen["screenshots"])
