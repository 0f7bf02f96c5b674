"""``./glassheap run`` behaves as ``python3`` does."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT


def run(*arguments, cwd=None, stdin="", **environment):
    words = [ROOT / "glassheap", "run", *arguments]
    return subprocess.run(words, capture_output=True, text=True, timeout=60, cwd=cwd, input=stdin, env={**os.environ, **environment})


def test_code_from_the_command_line():
    answer = run("-c", "print(6 * 7)")
    assert (answer.stdout, answer.stderr, answer.returncode) == ("42\n", "", 0)


def test_a_file_with_arguments(tmp_path):
    (tmp_path / "my program.py").write_text("import sys\nprint(sys.argv)\n")
    answer = run("my program.py", "a b", "--profile", "é", cwd=tmp_path)
    assert answer.stdout == "['my program.py', 'a b', '--profile', 'é']\n"


def test_a_program_from_standard_input():
    assert run("-", "x", stdin="import sys\nprint(sys.argv)\n").stdout == "['-', 'x']\n"


def test_a_module_beside_the_file(tmp_path):
    (tmp_path / "beside.py").write_text("value = 5\n")
    (tmp_path / "main.py").write_text("import beside\nprint(beside.value)\n")
    assert run(tmp_path / "main.py").stdout == "5\n"


def test_an_uncaught_exception_ends_with_status_1():
    answer = run("-c", "print('before')\n1 / 0")
    assert (answer.stdout, answer.returncode) == ("before\n", 1)
    assert answer.stderr.endswith("ZeroDivisionError: division by zero\n")


def test_exit_status():
    assert run("-c", "import sys; sys.exit(7)").returncode == 7


def test_a_missing_file_is_named():
    answer = run("nowhere.py")
    assert answer.returncode == 2
    assert "nowhere.py" in answer.stderr


@pytest.mark.parametrize("jit", ["off", "on"])
def test_output_is_the_same_with_and_without_the_jit(jit):
    answer = run("-c", "print(sum(i * i for i in range(100000)))", GLASSHEAP_JIT=jit)
    assert (answer.stdout, answer.stderr) == ("333328333350000\n", "")


def test_utf_8_whatever_the_locale():
    assert run("-c", "print('é', '\\u20ac')", LC_ALL="C").stdout == "é €\n"


def test_java_options_of_others_do_not_reach_the_program():
    assert run("-c", "print(1)", JAVA_TOOL_OPTIONS="-Dx=1").stderr == ""


def test_from_another_folder_by_a_link(tmp_path):
    link = tmp_path / "a link"
    link.symlink_to(ROOT, target_is_directory=True)
    answer = subprocess.run([link / "glassheap", "run", "-c", "print(1)"], capture_output=True, text=True, timeout=60, cwd=Path("/"))
    assert (answer.stdout, answer.stderr) == ("1\n", "")
