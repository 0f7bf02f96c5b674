"""Start, answer and weight of kernels, as Markdown. ``./glassheap bench kernel`` runs it in .venv."""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path
from typing import Callable, Dict, List, Tuple

from jupyter_client.manager import KernelManager

KERNELS = {"glassheap, JIT": ("glassheap", "on"), "glassheap, no JIT": ("glassheap", "off"), "ipykernel": ("python3", "auto")}
STARTS = 5
CELLS = 500


def main() -> None:
    columns = {name: measure(kernel, jit) for name, (kernel, jit) in KERNELS.items()}
    rows = list(next(iter(columns.values())))
    print(f"Kernels: {STARTS} starts, {CELLS} cells; medians\n")
    print(f"| measure | {' | '.join(columns)} |")
    print("|---|" + "---:|" * len(columns))
    for row in rows:
        print(f"| {row} | {' | '.join(column[row] for column in columns.values())} |")
    print(flush=True)


def measure(kernel: str, jit: str) -> Dict[str, str]:
    os.environ["GLASSHEAP_JIT"] = jit
    infos, firsts, weights, ends = [], [], [], []
    for last in range(STARTS - 1, -1, -1):
        info, first, manager, client = start(kernel)
        infos.append(info)
        firsts.append(first)
        weights.append(resident(manager.provisioner.pid))
        if last == 0:
            latencies = [timed(lambda: execute(client, "1+1")) for _ in range(CELLS)]
            heavy = resident(manager.provisioner.pid)
            lines = timed(lambda: execute(client, "for i in range(10000): print(i)"))
        ends.append(timed(lambda: manager.shutdown_kernel()))
        client.stop_channels()
    ordered = sorted(latencies)
    return {
        "start to kernel_info_reply, s": f"{statistics.median(infos):.2f}",
        "start to first finished 1+1, s": f"{statistics.median(firsts):.2f}",
        "execute to idle, median, ms": f"{statistics.median(ordered) * 1000:.1f}",
        "execute to idle, 99 %, ms": f"{ordered[int(CELLS * 0.99)] * 1000:.1f}",
        "10,000 printed lines, s": f"{lines:.2f}",
        "resident after start, MB": f"{statistics.median(weights):.0f}",
        f"resident after {CELLS} cells, MB": f"{heavy:.0f}",
        "shutdown, s": f"{statistics.median(ends):.2f}",
    }


def start(kernel: str) -> Tuple[float, float, KernelManager, object]:
    begun = time.perf_counter()
    manager = KernelManager(kernel_name=kernel)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    info = time.perf_counter() - begun
    execute(client, "1+1")
    return info, time.perf_counter() - begun, manager, client


def execute(client, code: str) -> None:
    """Waits for the reply and for idle."""
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
    if reply["content"]["status"] != "ok":
        sys.exit(f"{code!r} failed: {reply['content']}")


def timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def resident(pid: int) -> float:
    """Resident memory in MB, of the kernel's process and its children; 0 where the system does not say."""
    total = 0
    for process in [pid, *children(pid)]:
        status = Path(f"/proc/{process}/status")
        if status.exists():
            total += next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return total / 1024


def children(pid: int) -> List[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


if __name__ == "__main__":
    main()
