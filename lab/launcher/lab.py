"""``./glassheap lab``: opens JupyterLab on the lessons."""

from __future__ import annotations

import os

from launcher import build
from launcher.checkout import Checkout
from launcher.steps import say

FIRST_LESSON = "00-start-here.ipynb"


def open_lab(checkout: Checkout, arguments: list) -> int:
    build.everything(checkout)
    if arguments == ["--set-up"]:
        return 0
    checkout.notebooks.mkdir(exist_ok=True)
    words = [
        str(checkout.tool("python")),
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={checkout.notebooks}",
    ]
    if (checkout.notebooks / FIRST_LESSON).exists():
        words.append(f"--LabApp.default_url=/lab/tree/{FIRST_LESSON}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        words.append("--allow-root")
    say("starting JupyterLab; stop it with Ctrl+C")
    # This process becomes the server: signals reach it, and nothing of ours stays behind.
    os.execv(words[0], [*words, *arguments])
