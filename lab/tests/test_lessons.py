"""Every lesson, executed as a student would from top to bottom, and kept in git without outputs."""

from __future__ import annotations

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MIME_TYPE = "application/vnd.glassheap.heap.v1+json"
EVERY_LESSON = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)

# Limits of a picture that travels well: see the bundle in the encoders' documentation.
LARGEST_PNG = 100_000
COLUMNS = 80


@pytest.fixture(scope="module")
def executed(request):
    """Each lesson is executed once, however many tests look at it."""
    done = {}

    def execute(path):
        if path not in done:
            notebook = nbformat.read(path, as_version=4)
            client = NotebookClient(notebook, kernel_name="glassheap", timeout=60, resources={"metadata": {"path": str(path.parent)}})
            done[path] = client.execute()
        return done[path]

    return execute


@EVERY_LESSON
def test_is_kept_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "glassheap"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@EVERY_LESSON
def test_runs_from_top_to_bottom_and_shows_pictures(path, executed):
    notebook = executed(path)
    assert pictures(notebook), "a lesson shows at least one picture"


@EVERY_LESSON
def test_pictures_can_be_seen_everywhere(path, executed):
    for data in pictures(executed(path)):
        assert {"image/svg+xml", "image/png", "text/plain"} <= data.keys()
        assert "text/html" not in data
        assert len(data["image/png"]) * 3 // 4 < LARGEST_PNG
        assert max(map(len, data["text/plain"].splitlines())) <= COLUMNS


@EVERY_LESSON
def test_nothing_is_written_to_stderr(path, executed):
    streams = [output for cell in executed(path).cells for output in cell.get("outputs", []) if output.output_type == "stream"]
    assert [output.text for output in streams if output.name == "stderr"] == []


def pictures(notebook) -> list:
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.data for output in outputs if MIME_TYPE in output.get("data", {})]
