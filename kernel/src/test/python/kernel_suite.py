"""Real clients against a kernel: jupyter_client, nbclient and, where installed, jupyter_kernel_test.

    python kernel_suite.py [--language echo|python] [--kernel-test] -- COMMAND ... {connection_file}

COMMAND starts the kernel; the argument {connection_file} stands for the file that jupyter_client writes. Every check
starts from one running kernel but those that end it. Exit status 0 when all checks pass.

The cells of each language are in the table CELLS, so that the same checks run against the echo language of the
kernel's own tests, against our Python and, for comparison, against ipykernel:

    python kernel_suite.py --language echo -- java -cp ... dev.glassheap.kernel.cli.EchoMain kernel {connection_file}
    python kernel_suite.py --language python -- python -m ipykernel_launcher -f {connection_file}
"""

import argparse
import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import time

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

TIMEOUT = 30

CELLS = {
    "echo": {
        "hello": "print hello, world",
        "stderr": "err test",
        "lines": "lines 10000",
        "value": ("value 2", "2"),
        "error": ("fail no", "EchoError"),
        "loop": "loop",
        "input": ("input Name? ", "you said Ada\n"),
        "display": "display A",
        "update": "update B",
        "clear": "clear",
        "complete": ("𝐚 pri", "print", 2),
        "inspect": "print",
        "is_complete": [("x", "complete"), ("x:", "incomplete"), ("!!", "invalid")],
    },
    "python": {
        "hello": "print('hello, world')",
        "stderr": "import sys; print('test', file=sys.stderr)",
        "lines": "for i in range(10000): print(i)",
        "value": ("1 + 1", "2"),
        "error": ("1 / 0", "ZeroDivisionError"),
        "loop": "while True: pass",
        "input": ("print('you said', input('Name? '))", "you said Ada\n"),
        "display": None,
        "update": None,
        "clear": None,
        "complete": ("'𝐚'; pri", "print", 5),
        "inspect": "print",
        "is_complete": [("x = 1", "complete"), ("def f():", "incomplete"), ("x = = 1", "invalid")],
    },
}


class Kernel:
    """A running kernel and a client of it."""

    def __init__(self, command, transport="tcp"):
        self.manager = KernelManager(transport=transport)
        self.manager._kernel_spec = KernelSpec(argv=command, display_name="under test", interrupt_mode="message")
        self.manager.shutdown_wait_time = 5
        self.begun = time.monotonic()
        self.manager.start_kernel()
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=TIMEOUT)

    def execute(self, code, **options):
        """The reply and all that was published about one cell."""
        return self.finish(self.client.execute(code, **options))

    def finish(self, msg_id):
        published = self.published(msg_id)
        reply = self.reply(self.client.shell_channel, msg_id)
        return reply["content"], published

    def published(self, msg_id):
        found = []
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == msg_id:
                found.append(message)
                if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                    return found

    def reply(self, channel, msg_id):
        while True:
            message = channel.get_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    def ask(self, channel, msg_type, **content):
        message = self.client.session.msg(msg_type, content)
        channel.send(message)
        return self.reply(channel, message["header"]["msg_id"])["content"]

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()


def types(published):
    return [message["msg_type"] for message in published]


def stream(published, name):
    return "".join(m["content"]["text"] for m in published if m["msg_type"] == "stream" and m["content"]["name"] == name)


def check(condition, *what):
    if not condition:
        raise AssertionError(" ".join(repr(thing) for thing in what))


def check_kernel_info(kernel, cells):
    for channel in (kernel.client.shell_channel, kernel.client.control_channel):
        info = kernel.ask(channel, "kernel_info_request")
        check(info["status"] == "ok" and info["language_info"]["file_extension"].startswith("."), info)


def check_streams(kernel, cells):
    reply, published = kernel.execute(cells["hello"])
    check(reply["status"] == "ok", reply)
    check(types(published) == ["status", "execute_input", "stream", "status"], types(published))
    check(stream(published, "stdout") == "hello, world\n", published)
    check(stream(kernel.execute(cells["stderr"])[1], "stderr") == "test\n")


def check_ten_thousand_lines(kernel, cells):
    begun = time.monotonic()
    _, published = kernel.execute(cells["lines"])
    seconds = time.monotonic() - begun
    check(stream(published, "stdout") == "".join(f"{i}\n" for i in range(10000)), "lines were lost")
    check(len(published) <= 20, len(published))
    print(f"    10,000 lines in {len(published)} messages, {seconds:.3f} s")


def check_value(kernel, cells):
    code, text = cells["value"]
    reply, published = kernel.execute(code)
    results = [m for m in published if m["msg_type"] == "execute_result"]
    check(len(results) == 1 and results[0]["content"]["data"]["text/plain"] == text, published)
    check(results[0]["content"]["execution_count"] == reply["execution_count"], reply)


def check_error(kernel, cells):
    code, ename = cells["error"]
    reply, published = kernel.execute(code)
    check(reply["status"] == "error" and reply["ename"] == ename, reply)
    check(types(published) == ["status", "execute_input", "error", "status"], types(published))


def check_counts(kernel, cells):
    code = cells["hello"]
    before = kernel.execute(code)[0]["execution_count"]
    unstored, published = kernel.execute(code, store_history=False)
    check(unstored["execution_count"] == before and "stream" in types(published), unstored)
    silent, published = kernel.execute(code, silent=True)
    check(silent["execution_count"] == before and "execute_input" not in types(published), silent, published)
    check(kernel.execute(code)[0]["execution_count"] == before + 1)


def check_user_expressions(kernel, cells):
    code, text = cells["value"]
    expression = text
    reply, _ = kernel.execute(code, user_expressions={"x": expression})
    check(reply["user_expressions"]["x"]["data"]["text/plain"] == text, reply)


def check_display(kernel, cells):
    if cells["display"] is None:
        return
    _, shown = kernel.execute(cells["display"])
    check("display_data" in types(shown), types(shown))
    check("update_display_data" in types(kernel.execute(cells["update"])[1]))
    check("clear_output" in types(kernel.execute(cells["clear"])[1]))


def check_interrupt(kernel, cells):
    msg_id = kernel.client.execute(cells["loop"])
    waiting = kernel.client.execute(cells["hello"])
    while True:
        message = kernel.client.get_iopub_msg(timeout=TIMEOUT)
        if message["msg_type"] == "execute_input" and message["parent_header"]["msg_id"] == msg_id:
            break
    begun = time.monotonic()
    kernel.manager.interrupt_kernel()
    reply, _ = kernel.finish(msg_id)
    print(f"    interrupted in {(time.monotonic() - begun) * 1000:.0f} ms")
    check(reply["status"] == "error" and reply["ename"] == "KeyboardInterrupt", reply)
    aborted, published = kernel.finish(waiting)
    check(aborted["status"] == "aborted" and types(published)[-1] == "status", aborted, types(published))
    check(kernel.execute(cells["hello"])[0]["status"] == "ok")


def check_input(kernel, cells):
    code, text = cells["input"]
    msg_id = kernel.client.execute(code, allow_stdin=True)
    question = kernel.client.get_stdin_msg(timeout=TIMEOUT)
    check(question["content"] == {"prompt": "Name? ", "password": False}, question)
    kernel.client.input("Ada")
    reply, published = kernel.finish(msg_id)
    check(reply["status"] == "ok" and stream(published, "stdout") == text, reply, published)
    refused, _ = kernel.execute(code, allow_stdin=False)
    check(refused["status"] == "error" and "Stdin" in refused["ename"], refused)


def check_editor_questions(kernel, cells):
    shell = kernel.client.shell_channel
    code, match, start = cells["complete"]
    found = kernel.ask(shell, "complete_request", code=code, cursor_pos=len(code))
    check(match in found["matches"] and found["cursor_start"] == start and found["cursor_end"] == len(code), found)
    check("_jupyter_types_experimental" in found["metadata"], found)
    word = cells["inspect"]
    told = kernel.ask(shell, "inspect_request", code=word, cursor_pos=len(word), detail_level=0)
    check(told["found"] and told["data"]["text/plain"], told)
    for code, status in cells["is_complete"]:
        check(kernel.ask(shell, "is_complete_request", code=code)["status"] == status, code)


def check_history(kernel, cells):
    kernel.execute(cells["hello"])
    told = kernel.ask(kernel.client.shell_channel, "history_request", output=False, raw=True, hist_access_type="tail", n=1)
    check([entry[2] for entry in told["history"]] == [cells["hello"]], told)


def check_comms(kernel, cells):
    check(kernel.ask(kernel.client.shell_channel, "comm_info_request")["comms"] == {})
    message = kernel.client.session.msg("comm_open", {"comm_id": "c", "target_name": "nobody", "data": {}})
    kernel.client.shell_channel.send(message)
    published = kernel.published(message["header"]["msg_id"])
    check(types(published) == ["status", "comm_close", "status"], types(published))


def check_welcome(kernel, cells):
    other = kernel.manager.blocking_client()
    other.start_channels()
    try:
        message = other.get_iopub_msg(timeout=TIMEOUT)
        check(message["msg_type"] == "iopub_welcome" and message["parent_header"] == {}, message)
    finally:
        other.stop_channels()


def check_garbage(kernel, cells):
    for channel in (kernel.client.shell_channel, kernel.client.control_channel, kernel.client.stdin_channel):
        for frames in ([b""], [b"x"] * 9, [b"<IDS|MSG>"], [b"<IDS|MSG>", b"", b"{", b"[]", b"\xff", b"{}"], [b"z" * 3_000_000]):
            channel.socket.send_multipart(frames)
    check(kernel.execute(cells["hello"])[0]["status"] == "ok")
    check(kernel.client.hb_channel.is_beating(), "the heart has stopped")


def check_latency(kernel, cells):
    took = []
    for _ in range(300):
        begun = time.monotonic()
        kernel.execute(cells["value"][0])
        took.append(time.monotonic() - begun)
    took.sort()
    print(f"    execute to idle: median {took[150] * 1000:.2f} ms, p99 {took[296] * 1000:.2f} ms")


def check_shutdown(command, cells):
    kernel = Kernel(command)
    print(f"    ready after {time.monotonic() - kernel.begun:.2f} s")
    process = kernel.manager.provisioner.process
    begun = time.monotonic()
    kernel.manager.shutdown_kernel(restart=False)
    check(process.poll() == 0, process.poll())
    print(f"    shut down in {time.monotonic() - begun:.2f} s")
    kernel.client.stop_channels()


def check_restart(command, cells):
    kernel = Kernel(command)
    try:
        kernel.execute(cells["hello"])
        kernel.manager.restart_kernel()
        kernel.client.wait_for_ready(timeout=TIMEOUT)
        check(kernel.execute(cells["hello"])[0]["execution_count"] == 1)
    finally:
        kernel.close()


def check_sigterm(command, cells):
    kernel = Kernel(command)
    process = kernel.manager.provisioner.process
    kernel.client.execute(cells["loop"])
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=TIMEOUT)
    kernel.close()


def check_death_of_parent(command, cells):
    """A process that starts a kernel and is killed: the kernel must follow."""
    program = (
        "import json, sys, time\n"
        "from jupyter_client import KernelManager\n"
        "from jupyter_client.kernelspec import KernelSpec\n"
        "manager = KernelManager()\n"
        "manager._kernel_spec = KernelSpec(argv=json.loads(sys.argv[1]))\n"
        "manager.start_kernel()\n"
        "client = manager.blocking_client()\n"
        "client.start_channels()\n"
        "client.wait_for_ready(timeout=30)\n"
        "print(manager.provisioner.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, json.dumps(command)], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    begun = time.monotonic()
    while time.monotonic() - begun < TIMEOUT:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            print(f"    followed its parent after {time.monotonic() - begun:.1f} s")
            return
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    raise AssertionError("the kernel outlived its parent")


ON_A_RUNNING_KERNEL = [
    check_kernel_info,
    check_welcome,
    check_streams,
    check_ten_thousand_lines,
    check_value,
    check_error,
    check_counts,
    check_user_expressions,
    check_display,
    check_interrupt,
    check_input,
    check_editor_questions,
    check_history,
    check_comms,
    check_garbage,
    check_latency,
]

WITH_KERNELS_OF_THEIR_OWN = [check_shutdown, check_restart, check_sigterm, check_death_of_parent]


def run(name, action, *arguments):
    try:
        action(*arguments)
    except (AssertionError, queue.Empty, RuntimeError, KeyError, IndexError, subprocess.TimeoutExpired) as failure:
        print(f"FAILED {name}: {type(failure).__name__} {failure}"[:2000])
        return 1
    print(f"ok     {name}")
    return 0


def run_kernel_test(command, language):
    """jupyter_kernel_test with every sample that the language has."""
    import unittest

    import jupyter_kernel_test
    from jupyter_client import kernelspec

    cells = CELLS[language]
    directory = tempfile.mkdtemp()
    os.makedirs(os.path.join(directory, "kernels", "undertest"))
    with open(os.path.join(directory, "kernels", "undertest", "kernel.json"), "w") as file:
        json.dump({"argv": command, "display_name": "t", "language": "python", "interrupt_mode": "message"}, file)
    os.environ["JUPYTER_PATH"] = directory
    kernelspec.KernelSpecManager.ensure_native_kernel = False

    class KernelTests(jupyter_kernel_test.KernelTests):
        kernel_name = "undertest"
        language_name = "python"
        file_extension = ".py"
        code_hello_world = cells["hello"]
        code_stderr = cells["stderr"]
        completion_samples = [{"text": cells["inspect"][:3], "matches": {cells["inspect"]}}] if language == "echo" else []
        complete_code_samples = [code for code, status in cells["is_complete"] if status == "complete"]
        incomplete_code_samples = [code for code, status in cells["is_complete"] if status == "incomplete"]
        invalid_code_samples = [code for code, status in cells["is_complete"] if status == "invalid"]
        code_generate_error = cells["error"][0]
        code_execute_result = [{"code": cells["value"][0], "result": cells["value"][1]}]
        code_display_data = [{"code": cells["display"], "mime": "text/plain"}] if cells["display"] else []
        code_page_something = "page help" if language == "echo" else ""
        code_clear_output = cells["clear"] or ""
        code_inspect_sample = cells["inspect"]
        code_history_pattern = cells["value"][0][:2] + "*"
        supported_history_operations = ("tail", "range", "search")

    class IopubWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
        kernel_name = "undertest"
        support_iopub_welcome = True

    loader = unittest.TestLoader()
    suite = unittest.TestSuite([loader.loadTestsFromTestCase(case) for case in (KernelTests, IopubWelcomeTests)])
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    return len(result.failures) + len(result.errors)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--language", choices=CELLS, default="python")
    parser.add_argument("--kernel-test", action="store_true", help="jupyter_kernel_test too")
    parser.add_argument("--only", default="", help="checks whose name contains this")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    cells = CELLS[options.language]
    failed = 0
    chosen = [action for action in ON_A_RUNNING_KERNEL if options.only in action.__name__]
    if chosen:
        kernel = Kernel(options.command)
        try:
            for action in chosen:
                failed += run(action.__name__, action, kernel, cells)
        finally:
            kernel.close()
    for action in WITH_KERNELS_OF_THEIR_OWN:
        if options.only in action.__name__:
            failed += run(action.__name__, action, options.command, cells)
    if options.kernel_test:
        failed += run_kernel_test(options.command, options.language)
    print("all checks passed" if failed == 0 else f"{failed} checks failed")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
