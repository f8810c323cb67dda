"""Two kernels of one JupyterLab server, and the end of a server that is killed: server_scenarios.py PYTHON FOLDER OPTION

PYTHON has JupyterLab; FOLDER is empty and takes everything the server writes; OPTION says which page it opens with. Prints one
JSON line for each case: {"name", "outcome": "passed" | "failed", "message"}. The kernel is the spec named "java" on JUPYTER_PATH.
"""
import json
import sys
import traceback
import urllib.request
from pathlib import Path

import psutil
from jupyter_client.blocking.client import BlockingKernelClient

from lab import WAIT, Server, until


def equal(expected, actual, what):
    if expected != actual:
        raise AssertionError(f"{what}: expected {expected!r}, but got {actual!r}")


class Notebook:
    """A kernel that the server has started, and a client of it."""

    def __init__(self, server, state):
        request = urllib.request.Request(server.address + "/api/kernels", data=b'{"name": "java"}', method="POST",
                                         headers={"Authorization": "token " + server.token, "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=WAIT) as answer:
            self.id = json.load(answer)["id"]
        files = until("a connection file", lambda: list((state / "runtime").glob(f"kernel-{self.id}.json")))
        self.client = BlockingKernelClient(connection_file=str(files[0]))
        self.client.load_connection_file()
        self.client.start_channels()
        until("a kernel that answers", self._is_ready)

    def _is_ready(self):
        try:
            self.client.wait_for_ready(timeout=WAIT)
            return True
        except RuntimeError:  # jupyter_client takes a kernel that has not yet answered a heartbeat after one second for dead
            return False

    def run(self, code):
        """Runs a cell to its end and returns its status and all that it printed."""
        printed = []

        def keep(message):
            if message["msg_type"] == "stream":
                printed.append(message["content"]["text"])

        reply = self.client.execute_interactive(code, timeout=WAIT, output_hook=keep, stop_on_error=False)
        return reply["content"]["status"], "".join(printed)

    def begin(self, code):
        """Sends a cell and waits until it has printed "running"."""
        sent = self.client.execute(code)
        while True:
            message = self.client.get_iopub_msg(timeout=WAIT)
            if message["parent_header"].get("msg_id") == sent and "running" in str(message["content"].get("text")):
                return sent

    def status_of(self, sent):
        while True:
            message = self.client.get_shell_msg(timeout=WAIT)
            if message["parent_header"].get("msg_id") == sent:
                return message["content"].get("ename") or message["content"]["status"]


RUNNING = 'System.out.println("running");\n'


def two_notebooks_of_one_server_do_not_disturb_each_other(server, one, two):
    equal(("ok", ""), one.run("int mine = 1;"), "first notebook")
    equal("error", two.run("mine")[0], "the other's variable")
    equal(("ok", ""), two.run('String mine = "two";'), "second notebook")
    equal(("ok", "1"), one.run("System.out.print(mine);"), "first notebook's variable")
    loop = one.begin(RUNNING + "while (true) { }")
    work = two.begin(RUNNING + "for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; ) { }")
    request = urllib.request.Request(f"{server.address}/api/kernels/{one.id}/interrupt", data=b"", method="POST",
                                     headers={"Authorization": "token " + server.token})
    urllib.request.urlopen(request, timeout=WAIT).close()
    equal("Interrupted", one.status_of(loop), "the interrupted cell")
    equal("ok", two.status_of(work), "the cell of the other notebook")


def the_printed_address_is_that_of_the_page_to_open_with(server, one, two):
    page = sys.argv[3].partition("=")[2]
    log = server.log.read_text(encoding="utf-8")
    if f"{server.port}{page}?token=" not in log:
        raise AssertionError(f"the server does not print {page}:\n{log}")


def a_killed_server_leaves_no_kernel_also_if_a_cell_runs(server, one, two):
    kernels = [child for child in server.children() if "java" in child.name()]
    equal(2, len(kernels), "kernels below the server")
    two.begin(RUNNING + "while (true) { }")
    server.process.kill()
    server.process.wait(WAIT)
    gone, alive = psutil.wait_procs(kernels, timeout=20)
    for each in alive:
        each.kill()
    equal([], [each.pid for each in alive], "kernels that live on after their server")


def main() -> int:
    python, folder, opens_with = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    root = folder / "root"
    root.mkdir(parents=True)
    server = Server(python, root, folder, opens_with)
    try:
        notebooks = [Notebook(server, folder), Notebook(server, folder)]
        for case in [the_printed_address_is_that_of_the_page_to_open_with, two_notebooks_of_one_server_do_not_disturb_each_other,
                     a_killed_server_leaves_no_kernel_also_if_a_cell_runs]:
            try:
                case(server, *notebooks)
                print(json.dumps({"name": case.__name__, "outcome": "passed", "message": ""}), flush=True)
            except Exception:
                print(json.dumps({"name": case.__name__, "outcome": "failed", "message": traceback.format_exc()}), flush=True)
    finally:
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
