"""``python lab/launcher ROOT COMMAND [ARGUMENTS]``: what ./glassheap calls for everything but a program that is ready to run."""

from __future__ import annotations

import sys
from pathlib import Path

if sys.version_info < (3, 9):
    sys.exit("glassheap: Python 3.9 or later is needed (JupyterLab wants 3.10): install one and name it in GLASSHEAP_PYTHON.")

# The folder of this file would make its modules importable a second time, under other names.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from glassheap.command import Unusable
from glassheap.image import ImageFailed
from glassheap.java import JavaNotFound
from launcher.checkout import Checkout
from launcher.steps import SetupFailed, say


def main(arguments: list) -> int:
    checkout = Checkout(Path(arguments[0]))
    name, rest = arguments[1], arguments[2:]
    if name == "image":
        from launcher import build

        build.program(checkout)
        return 0
    if name == "lab":
        from launcher import lab

        return lab.open_lab(checkout, rest)
    if name == "doctor":
        from launcher import checkup

        return checkup.doctor(checkout)
    if name == "bench":
        from launcher import bench

        return bench.bench(checkout, rest)
    from launcher import testing

    return testing.COMMANDS[name](checkout, rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (SetupFailed, ImageFailed, JavaNotFound, Unusable) as failure:
        say(str(failure))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
