"""Puts kernels to the same checks and prints a Markdown table: what each can do, by test name.

    .venv/bin/python kernel/src/test/python/compare_kernels.py [--only WORDS]... [--kernels FOLDER] [--also NAME=KERNEL]...

KERNEL is the kernel.json of an installed kernel, or a command in quotes, such as "java -jar kernel.jar {connection_file}". The first column is
the kernel that ./course lab has installed, the last is ipykernel; every --also is a column between them. Needs jupyter_client, ipykernel
and psutil, all in the course's .venv, and a kernel of Java needs a JDK with its src.zip for the documentation of the JDK.

yes, no: seen in this run. –: the question makes no sense for the language. ?: the check could not tell. The reason of each "no" and "?" is on
standard error. Every check has a kernel of its own; all kernels are put to a check at the same time.
"""
import argparse
import json
import os
import platform
import queue
import shlex
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ipykernel
from kernel_checks import CHECKS
from kernel_session import Unclear, spec_of, started

PYTHON = "ipykernel"


def kernel_of(text):
    """The spec in a kernel.json, or of a command."""
    if not text.endswith(".json"):
        return spec_of(shlex.split(text))
    file = Path(text)
    spec = json.loads(file.read_text(encoding="utf-8"))
    argv = [part.replace("{resource_dir}", str(file.parent.resolve())) for part in spec["argv"]]
    return spec_of(argv, spec.get("interrupt_mode", "signal"), spec.get("env"))


def python_kernel():
    """Without the history and the settings of whoever runs this."""
    own = tempfile.mkdtemp(prefix="ipython-")
    return spec_of([sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"], "signal", {"IPYTHONDIR": own})


def version(spec):
    """The kernel's own name and version, and whether its cells are Java."""
    with started(spec) as session:
        info = session.info
    name = info["implementation"]
    number = ipykernel.__version__ if name == "ipython" else info["implementation_version"]
    return ("ipykernel" if name == "ipython" else name) + " " + number, info["language_info"]["name"].lower() == "java"


def outcome(check, spec, is_java):
    """yes, no, – or ?, and why."""
    cells = check.java if is_java else check.python
    if cells is None:
        return "–", ""
    try:
        with started(spec) as session:
            behaves, seen = check.run(session, cells)
        return ("yes", "") if behaves else ("no", str(seen))
    except (Unclear, queue.Empty, RuntimeError, OSError) as failure:
        return "?", f"{type(failure).__name__}: {failure}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[], metavar="WORDS", help="only the checks whose name contains these words")
    parser.add_argument("--kernels", type=Path, default=Path(sys.prefix, "share/jupyter/kernels"), help="folder with java/kernel.json")
    parser.add_argument("--also", action="append", default=[], metavar="NAME=KERNEL", help="one more kernel")
    arguments = parser.parse_args()

    file = arguments.kernels / "java" / "kernel.json"
    if not file.exists():
        parser.error(f"{file} is missing: run ./course lab once, or name the folder of kernels with --kernels")
    kernels = {"java": kernel_of(str(file))}
    for also in arguments.also:
        name, _, kernel = also.partition("=")
        kernels[name] = kernel_of(kernel)
    kernels[PYTHON] = python_kernel()

    versions, languages = {}, {}
    for name, spec in kernels.items():
        versions[name], languages[name] = version(spec)
        print(f"{name} is {versions[name]}", file=sys.stderr, flush=True)
    print("| test | " + " | ".join(f"{name}<br>{versions[name]}" for name in kernels) + " |")
    print("|---" * (len(kernels) + 1) + "|")
    passed = dict.fromkeys(kernels, 0)
    ours = []
    checks = [check for check in CHECKS if not arguments.only or any(words in check.name for words in arguments.only)]
    with ThreadPoolExecutor(len(kernels)) as pool:
        for check in checks:
            outcomes = {name: pool.submit(outcome, check, spec, languages[name]) for name, spec in kernels.items()}
            row = []
            for name, future in outcomes.items():
                found, why = future.result()
                passed[name] += found == "yes"
                if why:
                    print(f"{name}: {check.name}: {found}: {why}", file=sys.stderr, flush=True)
                row.append(found)
            ours.append(row[0])
            print(f"| {check.name} | " + " | ".join(row) + " |", flush=True)
    print(f"| **of {len(checks)}** | " + " | ".join(f"**{count}**" for count in passed.values()) + " |")
    print(f"\n{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    sys.stdout.flush()
    os._exit(0 if "?" not in ours else 1)  # some versions of the client complain at a normal exit


if __name__ == "__main__":
    main()
