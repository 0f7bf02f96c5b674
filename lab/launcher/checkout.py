"""Where things are in a checkout. Everything that is made lies under ``target`` and ``.venv``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from glassheap.command import Home


@dataclass(frozen=True)
class Checkout:
    root: Path

    @property
    def target(self) -> Path:
        return self.root / "target"

    @property
    def home(self) -> Home:
        return Home(self.target)

    @property
    def logs(self) -> Path:
        return self.target / "logs"

    @property
    def lab(self) -> Path:
        return self.root / "lab"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def wheel_sources(self) -> Path:
        """A copy of lab/ in which npm and hatchling work: the source folder stays clean."""
        return self.target / "wheel"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def tool(self, name: str) -> Path:
        """A program of the virtual environment."""
        return self.venv / ("Scripts" if os.name == "nt" else "bin") / name
