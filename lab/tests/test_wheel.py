"""The wheel carries everything once, and what it installs starts the kernel."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

SHARE = "share/jupyter"


@pytest.fixture(scope="module")
def names(target) -> list:
    (wheel,) = (target / "dist").glob("glassheap-*-py3-none-any.whl")
    return zipfile.ZipFile(wheel).namelist()


def ending(names: list, end: str) -> list:
    return [name for name in names if name.endswith(end)]


class TestTheWheel:
    @pytest.mark.parametrize("jar", ["kernel", "runtime", "polyglot", "truffle-api", "truffle-runtime", "compiler", "jeromq", "jackson-core"])
    def test_carries_each_jar_once(self, names, jar):
        found = [name for name in ending(names, ".jar") if Path(name).name.rsplit("-", 1)[0] == jar]
        assert len(found) == 1

    def test_carries_kernelspec_and_extension(self, names):
        for end in ("kernels/glassheap/kernel.json", "kernels/glassheap/logo-svg.svg", "labextensions/glassheap/package.json", "labextensions/glassheap/install.json"):
            assert len(ending(names, f"{SHARE}/{end}")) == 1, end
        assert ending(names, "remoteEntry.js") or [name for name in names if "remoteEntry." in name]

    def test_carries_the_licences(self, names):
        assert ending(names, "licenses/LICENSE")
        assert ending(names, "licenses/THIRD-PARTY.md")

    def test_carries_no_tests_and_no_build_tools(self, names):
        assert not [name for name in names if "junit" in name or "jmh" in name or "node_modules" in name or name.endswith(".ts")]


class TestTheKernel:
    def test_is_found_by_jupyter(self):
        spec = KernelSpecManager().get_kernel_spec("glassheap")
        assert (spec.display_name, spec.language, spec.interrupt_mode) == ("Glassheap", "python", "message")
        assert spec.argv[1:] == ["-m", "glassheap", "-f", "{connection_file}"]

    def test_the_extension_is_enabled(self):
        words = [sys.executable, "-m", "jupyter", "labextension", "list"]
        listed = subprocess.run(words, capture_output=True, text=True, timeout=60, env={**os.environ, "NO_COLOR": "1"})
        (line,) = [line for line in (listed.stdout + listed.stderr).splitlines() if " glassheap v" in line]
        assert "enabled" in line and "OK" in line and "(python, glassheap)" in line

    def test_becomes_java_itself(self, kernel):
        manager, _ = kernel
        program = Path(f"/proc/{manager.provisioner.pid}/exe")
        if not program.exists():
            pytest.skip("this system shows no programs under /proc")
        assert program.resolve().name == "java"

    def test_executes_a_cell(self, kernel):
        _, client = kernel
        assert printed(client, "print(6 * 7)") == "42\n"

    def test_stops_a_loop_and_keeps_its_state(self, kernel):
        manager, client = kernel
        printed(client, "count = 1")
        message = client.execute("while True: count += 1")
        wait_until_busy(client, message)
        manager.interrupt_kernel()
        reply = client.get_shell_msg(timeout=10)
        assert (reply["content"]["status"], reply["content"]["ename"]) == ("error", "KeyboardInterrupt")
        assert printed(client, "print(count > 1)") == "True\n"

    def test_comes_back_after_kill_9(self, kernel):
        manager, client = kernel
        os.kill(manager.provisioner.pid, signal.SIGKILL)
        manager.restart_kernel(now=True)
        client.wait_for_ready(timeout=60)
        assert printed(client, "print(1)") == "1\n"

    def test_is_up_in_seconds(self):
        begun = time.monotonic()
        manager, client = start_new_kernel(kernel_name="glassheap")
        try:
            assert printed(client, "1 + 1; print(2)") == "2\n"
            assert time.monotonic() - begun < 5
        finally:
            client.stop_channels()
            manager.shutdown_kernel()


@pytest.fixture(scope="module")
def kernel():
    manager, client = start_new_kernel(kernel_name="glassheap")
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel()


def printed(client, code: str) -> str:
    text = []

    def hook(message):
        if message["msg_type"] == "stream" and message["content"]["name"] == "stdout":
            text.append(message["content"]["text"])

    reply = client.execute_interactive(code, timeout=30, output_hook=hook, allow_stdin=False)
    assert reply["content"]["status"] == "ok", reply["content"]
    return "".join(text)


def wait_until_busy(client, message_id: str) -> None:
    while True:
        message = client.get_iopub_msg(timeout=10)
        ours = message["parent_header"].get("msg_id") == message_id
        if ours and message["msg_type"] == "execute_input":
            return
