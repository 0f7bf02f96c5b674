"""Programs whose output CPython 3.11 has recorded, run as a user runs them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

ORACLE = ROOT / "runtime" / "src" / "test" / "resources" / "oracle"
LATER = {line for line in (ORACLE / "later.txt").read_text().splitlines() if line and not line.startswith("#")}


def _name(program: Path) -> str:
    return f"{program.parent.name}/{program.stem}"


# What waits for later work is checked to wait by the runtime's own tests.
PROGRAMS = [program for program in sorted(ORACLE.glob("*/*.py")) if _name(program) not in LATER]


@pytest.mark.parametrize("program", PROGRAMS, ids=_name)
def test_prints_what_cpython_prints(program: Path):
    answer = subprocess.run([ROOT / "glassheap", "run", program.name], cwd=program.parent, capture_output=True, text=True, timeout=60)
    assert answer.stdout == program.with_suffix(".out").read_text()
    assert answer.returncode == 0, answer.stderr
