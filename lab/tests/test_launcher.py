"""The launcher's parts: finding a Java, the command line, and steps that are taken once."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from glassheap import command, java
from glassheap.command import Home, Unusable
from launcher.steps import Setup, SetupFailed, Step

FULL = "java.base jdk.compiler jdk.internal.vm.ci jdk.graal.compiler"


def fake_java(home: Path, version: str, modules: str = FULL, tools: tuple = ("java", "javac", "jlink")) -> Path:
    (home / "bin").mkdir(parents=True)
    for tool in tools:
        (home / "bin" / tool).write_text("#!/bin/sh\nexit 3\n")
        (home / "bin" / tool).chmod(0o755)
    (home / "release").write_text(f'JAVA_VERSION="{version}"\nMODULES="{modules}"\n')
    return home


@pytest.fixture
def no_java(monkeypatch, tmp_path):
    """A machine without any Java."""
    monkeypatch.delenv("GLASSHEAP_JAVA_HOME", raising=False)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(java, "USUAL_FOLDERS", (str(tmp_path / "jvm" / "*"),))
    return tmp_path


class TestFindingJava:
    def test_passes_over_an_older_java_on_the_path(self, no_java, monkeypatch):
        old = fake_java(no_java / "old", "17.0.15")
        monkeypatch.setenv("PATH", str(old / "bin"))
        fake_java(no_java / "jvm" / "jdk-21", "21.0.2")
        wanted = fake_java(no_java / "jvm" / "jdk-25", "25.0.3")
        assert java.find().home == wanted

    def test_takes_what_the_user_names_first(self, no_java, monkeypatch):
        fake_java(no_java / "jvm" / "jdk-25", "25.0.3")
        named = fake_java(no_java / "my java", "25.0.1")
        monkeypatch.setenv("GLASSHEAP_JAVA_HOME", str(named))
        assert java.find().home == named

    def test_does_not_replace_a_named_java_that_will_not_do(self, no_java, monkeypatch):
        fake_java(no_java / "jvm" / "jdk-25", "25.0.3")
        monkeypatch.setenv("GLASSHEAP_JAVA_HOME", str(fake_java(no_java / "named", "21.0.2")))
        with pytest.raises(java.JavaNotFound, match="named"):
            java.find()

    def test_says_what_to_install(self, no_java):
        with pytest.raises(java.JavaNotFound, match="install a JDK 25"):
            java.find()

    def test_tells_a_runtime_from_a_development_kit(self, no_java):
        fake_java(no_java / "jvm" / "jre-25", "25", tools=("java",))
        assert java.find().release == 25
        with pytest.raises(java.JavaNotFound, match="without javac and jlink"):
            java.find_development_kit()

    def test_asks_a_java_that_has_no_release_file(self, no_java):
        home = fake_java(no_java / "jvm" / "strange", "25")
        (home / "release").unlink()
        (home / "bin" / "java").write_text('#!/bin/sh\n[ "$1" = -version ] && echo \'openjdk version "25.0.3" 2026\' >&2 || echo java.base@25\n')
        assert java.find().version == "25.0.3"


@pytest.fixture
def home(tmp_path) -> Home:
    (tmp_path / "home of mine" / "lib").mkdir(parents=True)
    for name in ("kernel-0.1.0", "compiler-25.0.1", "truffle-compiler-25.0.1", "truffle-api-25.0.1", "word-25.0.1"):
        (tmp_path / "home of mine" / "lib" / f"{name}.jar").touch()
    return Home(tmp_path / "home of mine")


def a_java(path: Path, modules: str) -> java.Java:
    return java.Java(path, "25.0.3", frozenset(modules.split()), "test")


class TestTheCommandLine:
    def test_keeps_the_compiler_off_the_class_path(self, home):
        names = [Path(jar).name for jar in home.class_path().split(os.pathsep)]
        assert names == ["kernel-0.1.0.jar", "truffle-api-25.0.1.jar", "truffle-compiler-25.0.1.jar", "word-25.0.1.jar"]

    def test_of_a_linked_image_has_jit_and_cache(self, home):
        home.cache.touch()
        words = command.options(home, a_java(home.image, "java.base jdk.internal.vm.ci"), "auto")
        assert "-XX:+EnableJVMCI" in words
        assert any(word.startswith("--module-path=") for word in words)
        assert f"-XX:AOTCache={home.cache}" in words

    def test_of_a_stock_jdk_replaces_its_empty_compiler_module(self, home):
        words = command.options(home, a_java(Path("/jdk"), FULL), "auto")
        assert any(word.startswith("--upgrade-module-path=") for word in words)

    def test_without_a_compiler_interface_interprets(self, home):
        words = command.options(home, a_java(Path("/jre"), "java.base"), "auto")
        assert command.INTERPRET_FLAG in words
        assert "-XX:+EnableJVMCI" not in words

    def test_demanding_the_jit_where_there_is_none_is_refused(self, home):
        with pytest.raises(Unusable, match="no compiler interface"):
            command.options(home, a_java(Path("/jre"), "java.base"), "on")

    def test_a_setting_that_is_none_is_refused(self, monkeypatch):
        monkeypatch.setenv("GLASSHEAP_JIT", "maybe")
        with pytest.raises(Unusable, match="off, on or auto"):
            command.jit_setting()

    def test_options_for_other_java_programs_are_left_out(self, monkeypatch):
        monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xmx1m")
        monkeypatch.setenv("LC_ALL", "C")
        environment = command.environment()
        assert "JAVA_TOOL_OPTIONS" not in environment
        assert environment["LC_ALL"] == "C.UTF-8"

    def test_the_quick_path_knows_the_same_settings(self):
        """./glassheap run starts Java without Python, so these few words stand there as well."""
        script = (ROOT / "glassheap").read_text()
        assert command.INTERPRET_FLAG in script
        assert command.MAIN_CLASS in script
        assert "GLASSHEAP_HEAP:-" + command.DEFAULT_HEAP in script
        assert all(name in script for name in command.FOREIGN_OPTIONS)


class TestSteps:
    @pytest.fixture
    def taken(self, tmp_path):
        """A step that counts how often it is taken."""
        source, product = tmp_path / "source.txt", tmp_path / "product.txt"
        source.write_text("one")
        times = []

        def act():
            times.append(1)
            product.write_text(source.read_text())

        step = Step("copy", "copying", (source, "word"), (product,), act)
        return Setup(tmp_path / "stamps"), step, times

    def test_is_taken_once(self, taken):
        setup, step, times = taken
        assert setup.take(step)
        assert not setup.take(step)
        assert len(times) == 1

    def test_is_not_taken_again_because_a_file_was_touched(self, taken):
        setup, step, times = taken
        setup.take(step)
        os.utime(step.inputs[0], (1, 1))
        assert not setup.take(step)

    def test_is_taken_again_when_its_input_changes(self, taken):
        setup, step, times = taken
        setup.take(step)
        step.inputs[0].write_text("two")
        assert setup.take(step)

    def test_is_taken_again_when_its_product_is_gone(self, taken):
        setup, step, times = taken
        setup.take(step)
        step.outputs[0].unlink()
        assert setup.take(step)

    def test_that_fails_is_not_done(self, taken):
        setup, step, times = taken

        def fail():
            raise SetupFailed("no")

        with pytest.raises(SetupFailed):
            setup.take(Step("copy", "copying", step.inputs, step.outputs, fail))
        assert setup.take(step)

    def test_that_makes_nothing_says_so(self, taken):
        setup, step, times = taken
        with pytest.raises(SetupFailed, match="nothing was made"):
            setup.take(Step("idle", "idling", (), (Path("/nowhere"),), lambda: None))


class TestTheScript:
    def run(self, *arguments, **environment):
        return subprocess.run([ROOT / "glassheap", *arguments], capture_output=True, text=True, timeout=120, env={**os.environ, **environment})

    def test_says_how_it_is_used(self):
        answer = self.run("--help")
        assert answer.returncode == 0
        for name in ("lab", "run", "test", "lessons", "bench", "soak", "doctor"):
            assert f"  {name}" in answer.stdout

    def test_refuses_a_command_that_is_none(self):
        answer = self.run("frobnicate")
        assert answer.returncode == 2
        assert "usage" in answer.stderr

    def test_refuses_a_jit_setting_that_is_none(self):
        answer = self.run("run", "-c", "1", GLASSHEAP_JIT="maybe")
        assert answer.returncode == 1
        assert "off, on or auto" in answer.stderr

    def test_doctor_finds_nothing_missing_that_is_needed(self):
        answer = self.run("doctor")
        assert answer.returncode == 0, answer.stdout + answer.stderr
        assert "!!" not in answer.stdout
        assert "ok  JIT" in answer.stdout
        assert "ok  AOT cache" in answer.stdout

    def test_a_second_set_up_builds_nothing(self):
        answer = self.run("image")
        assert answer.returncode == 0
        assert answer.stderr == ""
