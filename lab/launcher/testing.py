"""Runs the tests and counts them."""

from __future__ import annotations

import os
import shutil
from typing import Optional


def find_chromium() -> Optional[str]:
    """GLASSHEAP_CHROMIUM, else the first Chromium or Chrome on the PATH."""
    named = os.environ.get("GLASSHEAP_CHROMIUM")
    if named:
        return named
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)


COMMANDS = {}
