"""The kernel's own checks with real clients, against the kernel that the wheel installed."""

from __future__ import annotations

import sys

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "kernel" / "src" / "test" / "python"))

import kernel_suite

COMMAND = [sys.executable, "-m", "glassheap", "-f", "{connection_file}"]
CELLS = kernel_suite.CELLS["python"]


def name(check) -> str:
    return check.__name__.removeprefix("check_")


@pytest.fixture(scope="module")
def kernel():
    running = kernel_suite.Kernel(COMMAND)
    yield running
    running.close()


@pytest.mark.parametrize("check", kernel_suite.ON_A_RUNNING_KERNEL, ids=name)
def test_of_a_running_kernel(check, kernel):
    check(kernel, CELLS)


@pytest.mark.parametrize("check", kernel_suite.WITH_KERNELS_OF_THEIR_OWN, ids=name)
def test_of_a_kernel_of_its_own(check):
    check(COMMAND, CELLS)
