"""Where the tests find the checkout. They run in .venv, after the launcher has set everything up."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "lab"))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def target() -> Path:
    return ROOT / "target"


def required(found, sentence: str):
    """What a test needs from the machine: where CI runs it must be there, elsewhere the test is skipped and says so."""
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)
