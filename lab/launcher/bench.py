"""``./glassheap bench [programs] [kernel] [heap]``: what we measure against the installed CPython and ipykernel, as Markdown tables.

Peers run in the same invocation, in turns with ours: a figure is worth nothing beside one of another day or machine.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, List

from glassheap import command, java
from launcher import build
from launcher.checkout import Checkout
from launcher.steps import SetupFailed, say

# Runs of a program in one process; the last third counts as steady. Tracing makes CPython ten times slower: one run says enough.
REPEATS = 12
ROUNDS = 3

DRIVER = """
import time
for _ in range({repeats}):
    begun = time.perf_counter()
    main()
    print(time.perf_counter() - begun)
"""

PARTS = ("programs", "kernel", "heap")


def bench(checkout: Checkout, arguments: List[str]) -> int:
    unknown = [argument for argument in arguments if argument not in PARTS]
    if unknown:
        raise SetupFailed(f"bench {unknown[0]} is not known: choose among {', '.join(PARTS)}, or none for all.")
    build.everything(checkout)
    chosen = arguments or list(PARTS)
    print(f"`./glassheap bench {' '.join(chosen)}` on {_machine()}\n", flush=True)
    for part in chosen:
        {"programs": _programs, "kernel": _kernels, "heap": _heap}[part](checkout)
    return 0


def _machine() -> str:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        model = next((line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")), model)
    return f"{os.cpu_count()} x {model}, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}"


def _cpython() -> str:
    return shutil.which("python3.11") or sys.executable


def _programs(checkout: Checkout) -> None:
    """Each program with and without the JIT, in CPython, and in CPython that traces its memory as we always do."""
    cpython = _cpython()
    version = subprocess.run([cpython, "-c", "import sys; print(sys.version.split()[0])"], capture_output=True, text=True, check=True).stdout.strip()
    ours = [str(checkout.root / "glassheap"), "run"]
    modes: Dict[str, tuple] = {
        "JIT": (ours, {"GLASSHEAP_JIT": "on"}, REPEATS, ROUNDS),
        "no JIT": (ours, {"GLASSHEAP_JIT": "off"}, REPEATS, 1),
        "CPython": ([cpython, "-I", "-S"], {}, REPEATS, ROUNDS),
        "tracemalloc": ([cpython, "-I", "-S", "-X", "tracemalloc"], {}, 1, 1),
    }
    print(f"Steady state of one run, ms (median of {ROUNDS} processes); CPython {version} at {cpython}\n")
    print(f"| program | {' | '.join(modes)} | JIT / CPython | no JIT / CPython |")
    print("|---|" + "---:|" * (len(modes) + 2), flush=True)
    for program in sorted((checkout.lab / "bench" / "programs").glob("*.py")):
        steady: Dict[str, List[float]] = {name: [] for name in modes}
        for turn in range(ROUNDS):
            for name, (words, settings, repeats, rounds) in modes.items():
                if turn < rounds:
                    steady[name].append(_steady(words, settings, repeats, program))
        middle = {name: statistics.median(times) * 1000 for name, times in steady.items()}
        cells = [f"{middle[name]:.0f}" for name in modes] + [f"{middle[name] / middle['CPython']:.2f}" for name in ("JIT", "no JIT")]
        print(f"| {program.stem} | {' | '.join(cells)} |", flush=True)
    print()


def _steady(words: List[str], settings: dict, repeats: int, program: Path) -> float:
    code = program.read_text() + DRIVER.format(repeats=repeats)
    answer = subprocess.run([*words, "-c", code], capture_output=True, text=True, env={**os.environ, **settings}, timeout=900)
    if answer.returncode != 0:
        raise SetupFailed(f"{program.name} failed in {words[0]}:\n{answer.stderr[-2000:]}")
    times = [float(line) for line in answer.stdout.split()]
    return statistics.median(times[-max(1, len(times) // 3) :])


def _kernels(checkout: Checkout) -> None:
    """Start, answer and weight of our kernel and of ipykernel, measured by a client in .venv, which has jupyter_client."""
    subprocess.run([checkout.tool("python"), checkout.lab / "bench" / "kernels.py"], check=True, timeout=1200)


def _heap(checkout: Checkout) -> None:
    """JMH's figures for malloc and free."""
    kit = java.find_development_kit()
    runtime = checkout.root / "runtime"
    listed = checkout.target / "bench.classpath"
    goals = ["-pl", "runtime", "test-compile", "dependency:build-classpath", "-DincludeScope=test", f"-Dmdep.outputFile={listed}"]
    build.maven(checkout, kit, goals, checkout.logs / "maven-bench.log")
    class_path = os.pathsep.join([str(runtime / "target" / "test-classes"), str(runtime / "target" / "classes"), listed.read_text().strip()])
    words = [kit.executable, "-cp", class_path, "dev.glassheap.runtime.heap.HeapBenchmark"]
    say("measuring malloc and free with JMH")
    answer = subprocess.run([str(word) for word in words], capture_output=True, text=True, env=command.environment(), timeout=1800)
    table = answer.stdout.partition("\nBenchmark ")
    if answer.returncode != 0 or not table[1]:
        raise SetupFailed(f"JMH failed:\n{(answer.stdout + answer.stderr)[-2000:]}")
    print(f"malloc and free, JMH\n\n```\nBenchmark {table[2].rstrip()}\n```\n", flush=True)
