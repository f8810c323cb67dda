"""What a front end relies on, through nbclient and through queued requests: through_protocol.py

Prints one JSON line for each case: {"name", "outcome": "passed" | "failed", "message"}. The kernel is the spec named "java" on JUPYTER_PATH.
"""
import json
import sys
import traceback

import nbformat
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel
from jupyter_client.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError

ENDLESS = "while (true) { n++; }"
WAIT = 60  # seconds after which a reply is missing; nothing here measures time


def notebook(*sources):
    """A notebook of code cells; a source that is a tuple (text, tag) gets the tag."""
    cells = []
    for source in sources:
        text, tags = (source[0], [source[1]]) if isinstance(source, tuple) else (source, [])
        cells.append(nbformat.v4.new_code_cell(text, metadata={"tags": tags}))
    return nbformat.v4.new_notebook(cells=cells)


def client(book, **options):
    return NotebookClient(book, kernel_name="java", coalesce_streams=True, **{"timeout": WAIT, **options})


def result_of(cell):
    return [o["data"]["text/plain"] for o in cell.outputs if o.output_type == "execute_result"]


def equal(expected, actual, what):
    if expected != actual:
        raise AssertionError(f"{what}: expected {expected!r}, but got {actual!r}")


def a_timeout_raises_cell_timeout_error_and_the_next_cell_runs():
    book = notebook("long n = 0;", ENDLESS)
    run = client(book)
    with run.setup_kernel():
        run.execute_cell(book.cells[0], 0)
        run.timeout = 2
        try:
            run.execute_cell(book.cells[1], 1)
            raise AssertionError("the endless cell ended, and no CellTimeoutError came")
        except CellTimeoutError:
            pass
        run_sync(run.km.interrupt_kernel)()
        # nbclient still reads the lost cell's messages, so another client asks
        other = BlockingKernelClient(connection_file=run.km.connection_file)
        other.load_connection_file()
        other.start_channels()
        try:
            other.wait_for_ready(timeout=WAIT)  # what is queued before the cell has ended would be aborted with it
            equal(["ok", "error"], replies(other, [("assert n > 0;", True), ("assert n == 0;", True)]), "statuses after the timeout")
        finally:
            other.stop_channels()


def a_timeout_that_interrupts_leaves_the_session_whole():
    book = notebook("long n = 0;", (ENDLESS, "raises-exception"), "n > 0")
    run = client(book, interrupt_on_timeout=True)
    with run.setup_kernel():
        run.execute_cell(book.cells[0], 0)
        run.timeout = 2
        run.execute_cell(book.cells[1], 1)
        run.timeout = WAIT
        run.execute_cell(book.cells[2], 2)
    equal(["error"], [o.output_type for o in book.cells[1].outputs], "outputs of the interrupted cell")
    equal(["true"], result_of(book.cells[2]), "value of the cell after the interrupt")


def a_cell_tagged_raises_exception_does_not_stop_the_notebook():
    book = notebook(("int[] a = {}; a[0]", "raises-exception"), "a.length")
    client(book).execute()
    equal("java.lang.ArrayIndexOutOfBoundsException", book.cells[0].outputs[0].ename, "ename of the tagged cell")
    equal(["0"], result_of(book.cells[1]), "value of the cell after it")


def an_untagged_error_stops_the_notebook():
    book = notebook("int b = 1 / 0;", "2 + 2")
    try:
        client(book).execute()
        raise AssertionError("no CellExecutionError came")
    except CellExecutionError as error:
        equal("java.lang.ArithmeticException", error.ename, "ename")
    equal([], book.cells[1].outputs, "outputs of the cell behind the error")


def replies(kernel, requests):
    """Sends all requests at once, as Run All does, and returns each status."""
    ids = [kernel.execute(code, stop_on_error=stop) for code, stop in requests]
    found = {}
    while set(ids) - set(found):
        message = kernel.get_shell_msg(timeout=WAIT)
        found[message["parent_header"].get("msg_id")] = message["content"]["status"]
    return [found[i] for i in ids]


def run_all_stops_at_an_error():
    manager, kernel = start_new_kernel(kernel_name="java")
    try:
        equal(["ok", "error", "aborted", "aborted"], replies(kernel, [("int c = 1;", True), ("c / 0", True), ("c = 2;", True), ("c", True)]), "statuses")
        equal(["ok"], replies(kernel, [("assert c == 1;", True)]), "statuses after it")
        equal(["error", "ok"], replies(kernel, [("c / 0", False), ("c + 1", True)]), "statuses behind a cell tagged raises-exception")
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel()


def of_a_live_display_the_final_state_is_stored():
    book = notebook('import upsampling.show.*;\nvar live = Show.live();\nlive.update("step 1");',
                    'try (var progress = Progress.of("training", 500)) { for (int i = 1; i <= 500; i++) progress.step(); }',
                    'live.update("step 2");\nlive.close();')
    client(book).execute()
    stored = [[o["data"]["text/plain"] for o in cell.outputs] for cell in book.cells]
    equal([["step 2"], ["training: 500 of 500"], []], stored, "what the cells store")
    equal(False, "display_id" in nbformat.writes(book), "a display id is stored")


def main() -> int:
    cases = [
        a_timeout_raises_cell_timeout_error_and_the_next_cell_runs,
        a_timeout_that_interrupts_leaves_the_session_whole,
        a_cell_tagged_raises_exception_does_not_stop_the_notebook,
        an_untagged_error_stops_the_notebook,
        run_all_stops_at_an_error,
        of_a_live_display_the_final_state_is_stored,
    ]
    for case in cases:
        try:
            case()
            print(json.dumps({"name": case.__name__, "outcome": "passed", "message": ""}), flush=True)
        except Exception:
            print(json.dumps({"name": case.__name__, "outcome": "failed", "message": traceback.format_exc()}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
