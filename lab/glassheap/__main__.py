"""``python -m glassheap -f CONNECTION_FILE`` becomes the kernel; ``doctor`` and ``setup`` look after the installation."""

from __future__ import annotations

import os
import sys

from . import command, doctor, image
from .java import JavaNotFound

USAGE = """usage: python -m glassheap -f CONNECTION_FILE   start the kernel (JupyterLab does this)
       python -m glassheap doctor               say what is found, what is missing and what to do
       python -m glassheap setup                link a runtime with this machine's JDK 25: JIT and a quick start
       python -m glassheap run ...              run a program as python3 does"""


def main(arguments: list) -> int:
    if len(arguments) == 2 and arguments[0] == "-f":
        return _become(["kernel", arguments[1]])
    if arguments[:1] == ["run"]:
        return _become(arguments)
    if arguments == ["doctor"]:
        findings = [*doctor.program(), *doctor.jupyter()]
        return doctor.report(findings)
    if arguments == ["setup"]:
        return image.set_up_for_user()
    print(USAGE, file=sys.stderr)
    return 2


def _become(arguments: list) -> int:
    """Replaces this process, so that signals and the server's watch on its child reach the Java program itself."""
    words = command.command(command.find_home(), arguments)
    if os.name == "nt":
        import subprocess

        return subprocess.call(words, env=command.environment())
    os.execve(words[0], words, command.environment())


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (JavaNotFound, command.Unusable, image.ImageFailed) as failure:
        print(f"glassheap: {failure} (python -m glassheap doctor says more)", file=sys.stderr)
        sys.exit(1)
