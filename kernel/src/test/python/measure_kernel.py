"""Measures the Java kernel beside ipykernel and prints a Markdown table.

    .venv/bin/python kernel/src/test/python/measure_kernel.py [--rounds 9] [--kernels FOLDER] [--also NAME="COMMAND {connection_file}"]
    .venv/bin/python kernel/src/test/python/measure_kernel.py --cells 500

Needs jupyter_client and ipykernel, both in the course's .venv, and the kernel installed by ./course lab. The kernels take turns within a
round, each started anew, so that whatever else the machine does slows all of them. Every value is the median over the rounds, in
milliseconds, with the smallest and largest behind it. A cell takes from the request to the "idle" that ends it.

With --cells it asks another question: does a long notebook slow down, or grow? It runs that many cells which define nothing, and, in a new
kernel, that many which define a variable each.
"""
import argparse
import json
import os
import platform
import queue
import shlex
import statistics
import subprocess
import sys
import time
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

PYTHON = "ipykernel"
WARM_CELLS = 30
PRINTS = {
    "java": "for (int i = 0; i < 3000; i++) System.out.println(i);",
    "python": "for i in range(3000): print(i)",
}
FIGURE = """import org.jfree.chart.*;
import org.jfree.data.xy.*;
var series = new XYSeries("sine");
for (int i = 0; i < 200; i++) series.add(i, Math.sin(i / 20.0));
var chart = ChartFactory.createXYLineChart("title", "x", "y", new XYSeriesCollection(series));
var png = new java.io.ByteArrayOutputStream();
ChartUtils.writeChartAsPNG(png, chart, 640, 400);
png.size()"""  # drawn in the cell, so that kernels with and without a display of charts can be compared


class OneCommand(KernelSpecManager):
    """Knows one kernel: the command it was given."""

    argv = []

    def get_kernel_spec(self, kernel_name):
        return KernelSpec(argv=self.argv, display_name=kernel_name, language="x", interrupt_mode="message", env={})


class Running:
    """A started kernel and a client that is connected to it."""

    def __init__(self, argv):
        specs = OneCommand()
        specs.argv = argv
        self.manager = KernelManager(kernel_name="measured")
        self.manager.kernel_spec_manager = specs
        start = time.perf_counter()
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        try:
            self.client.start_channels(hb=False)
            self.client.kernel_info()
            self.client.get_shell_msg(timeout=60)
        except BaseException:
            self.manager.shutdown_kernel(now=True)
            raise
        self.ready = milliseconds(start)

    def cell(self, code):
        """Runs a cell; returns its time and what it published."""
        start = time.perf_counter()
        request = self.client.execute(code)
        published = self._until_idle(request)
        took = milliseconds(start)
        while self.client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != request:
            pass
        errors = [m["content"]["evalue"] for m in published if m["msg_type"] == "error"]
        if errors:
            raise RuntimeError(f"{code!r} failed: {errors}")
        return took, published

    def _until_idle(self, request):
        end = time.perf_counter() + 60
        published = []
        while time.perf_counter() < end:
            try:
                message = self.client.get_iopub_msg(timeout=1)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") != request:
                continue
            published.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return published
        raise TimeoutError("no idle within 60 s")

    def shut_down(self):
        start = time.perf_counter()
        self.client.stop_channels()
        self.manager.shutdown_kernel()
        return milliseconds(start)


def milliseconds(start):
    return (time.perf_counter() - start) * 1000


def measure(argv, python, results):
    """One round of one kernel: three starts, since a first cell can be sent only once."""

    def record(name, value):
        results.setdefault(name, []).append(value)

    at_once = Running(argv)
    try:
        record("ready: start to the answer of kernel_info", at_once.ready)
        first = at_once.cell("1 + 1")[0]
        record("first cell, sent at once", first)
        record("start to the first cell's end", at_once.ready + first)
    finally:
        at_once.shut_down()

    if not python:
        figure_first = Running(argv)
        try:
            record("first JFreeChart figure as the very first request", figure_first.cell(FIGURE)[0])
        finally:
            figure_first.shut_down()

    after_a_while = Running(argv)
    try:
        time.sleep(2)
        record("first cell, 2 s after ready", after_a_while.cell("1 + 1")[0])
        if not python:
            record("first JFreeChart figure then", after_a_while.cell(FIGURE)[0])
        for i in range(WARM_CELLS):
            took = after_a_while.cell(f"{i} + 1")[0]
            if i >= 10:
                record("warm one-line expression", took)
        took, published = after_a_while.cell(PRINTS["python" if python else "java"])
        streams = [m["content"]["text"] for m in published if m["msg_type"] == "stream"]
        assert "".join(streams).split() == [str(i) for i in range(3000)], "text was lost"
        record("3,000 println", took)
        record("3,000 println: messages", len(streams))
    finally:
        record("shutdown", after_a_while.shut_down())


LONG_NOTEBOOKS = {
    "cells that define nothing": "{} * 2",
    "cells that define a variable each": "int number{} = 1;",
}
AROUND = 10  # cells on each side of a point in a long notebook whose median is taken
HEAP = """((java.util.function.LongSupplier) () -> {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
}).getAsLong()"""


def heap_megabytes(kernel):
    _, published = kernel.cell(HEAP)
    return next(int(m["content"]["data"]["text/plain"]) for m in published if m["msg_type"] == "execute_result") / 1e6


def long_notebook(argv, form, cells):
    """Runs the cells; returns (cell's number, median time around it, heap there) for an early one, some in between, and the last."""
    kernel = Running(argv)
    try:
        time.sleep(2)
        points = sorted({2 * AROUND, cells // 4, cells // 2, cells})
        times, rows = [], []
        for number in range(1, cells + 1):
            times.append(kernel.cell(form.format(number))[0])
            if number in points:
                rows.append((number, statistics.median(times[number - 2 * AROUND:number]), heap_megabytes(kernel)))
        return rows
    finally:
        kernel.shut_down()


def measure_long_notebooks(argv, cells):
    print("| notebook | at cell | ms a cell | heap in MB after a collection |\n|---|---|---|---|")
    for name, form in LONG_NOTEBOOKS.items():
        for number, took, heap in long_notebook(argv, form, cells):
            print(f"| {cells} {name} | {number} | {took:.0f} | {heap:.1f} |")
    print(f"\nms: median of the {2 * AROUND} cells up to there; {os.cpu_count()} cores, {platform.system()}")


def table(kernels, results):
    """The Markdown table; ratios are to ipykernel in the same rounds."""
    rows = list(dict.fromkeys(name for each in results.values() for name in each))
    order = list(results[kernels[0]])
    rows.sort(key=lambda name: order.index(name) if name in order else len(order))
    lines = ["| ms: median (min..max) | " + " | ".join(kernels) + " | ratio |", "|---" * (len(kernels) + 2) + "|"]
    for row in rows:
        cells = [results[kernel].get(row) for kernel in kernels]
        texts = [f"{statistics.median(v):.0f} ({min(v):.0f}..{max(v):.0f})" if v else "–" for v in cells]
        ours, theirs = cells[0], results[PYTHON].get(row)
        ratio = f"{statistics.median(ours) / statistics.median(theirs):.2f}" if ours and theirs else "–"
        lines.append(f"| {row} | " + " | ".join(texts) + f" | {ratio} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--kernels", type=Path, default=Path(sys.prefix, "share/jupyter/kernels"), help="folder with java/kernel.json")
    parser.add_argument("--also", action="append", default=[], metavar='NAME="COMMAND"', help="one more Java kernel, for comparison")
    parser.add_argument("--cells", type=int, help="measure long notebooks of so many cells instead")
    arguments = parser.parse_args()

    file = arguments.kernels / "java" / "kernel.json"
    if not file.exists():
        parser.error(f"{file} is missing: run ./course lab once, or name the folder of kernels with --kernels")
    commands = {"java": json.loads(file.read_text(encoding="utf-8"))["argv"]}
    if arguments.cells:
        if arguments.cells < 4 * AROUND:
            parser.error(f"--cells must be at least {4 * AROUND}, but was {arguments.cells}")
        measure_long_notebooks(commands["java"], arguments.cells)
        sys.stdout.flush()
        os._exit(0)
    for also in arguments.also:
        name, command = also.split("=", 1)
        commands[name] = shlex.split(command)
    commands[PYTHON] = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    results = {name: {} for name in commands}
    failures = 0
    for done in range(arguments.rounds):
        for name, argv in commands.items():
            print(f"round {done + 1} of {arguments.rounds}: {name}", file=sys.stderr, flush=True)
            try:
                measure(argv, name == PYTHON, results[name])
            except (RuntimeError, TimeoutError, AssertionError, queue.Empty) as failure:
                failures += 1
                print(f"FAILED: {name}: {failure}", file=sys.stderr, flush=True)
    print(table(list(commands), results))
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    print(f"\n{arguments.rounds} rounds, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}{load}; {failures} failures")
    sys.stdout.flush()
    os._exit(1 if failures else 0)  # some versions of the client complain at a normal exit


if __name__ == "__main__":
    main()
