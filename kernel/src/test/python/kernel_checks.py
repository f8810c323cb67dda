"""What a learner meets in a notebook, as checks that any kernel can be put to.

Each check has a kernel of its own. It returns (whether it behaves, what was seen) and raises Unclear when it cannot tell. All Java kernels
get the same cells; ipykernel gets the Python twin, where the question makes sense in Python.
"""
import re
import time
from dataclasses import dataclass
from typing import Any, Callable

import psutil

from kernel_session import ANSWER_SECONDS, Unclear

INTERNAL = re.compile(r"(?m)^\s*(at|File)\s.*(jdk\.jshell|jdk\.internal|org\.dflib|org\.rapaio|upsampling\.kernel|REPL\.\$JShell\$|ipykernel)")


@dataclass(frozen=True)
class Check:
    """name: a sentence that is true of a kernel that passes; java, python: its cells, None where the question makes no sense."""

    name: str
    java: Any
    python: Any
    run: Callable


CHECKS = []


def check(name, java, python=None):
    """Adds a check; what it decorates gets the session and the cells in the kernel's language."""

    def add(function):
        CHECKS.append(Check(name, java, python, function))
        return function

    return add


def text_of_last(session, cells):
    """Runs cells that must work, and returns the last one."""
    for cell in cells[:-1]:
        ran = session.run(cell)
        if not ran.ended or ran.failed:
            raise Unclear(f"{cell!r} was to work, but: {ran}")
    return session.run(cells[-1])


# --- interrupt -------------------------------------------------------------------------------------------------------------------------

BUSY_JAVA = 'System.out.println("running");\nwhile (true) { }\nSystem.out.println("went on");'
BUSY_PYTHON = 'print("running", flush=True)\nwhile True: pass\nprint("went on")'
THREADS_JAVA = """var spinner = new Thread(() -> { while (true) { } });
spinner.start();
System.out.println("running");
spinner.join();"""
THREADS_PYTHON = """import threading
def spin():
    while True: pass
spinner = threading.Thread(target=spin, daemon=True)
spinner.start()
print("running", flush=True)
spinner.join()"""


def interrupted(session, cell):
    return session.run(cell, interrupt=True)


def none_busy(session):
    """No thread spins; compilers and collectors of a young JVM get the time to finish."""
    for _ in range(4):
        busy = session.busy_threads()
        if busy == 0:
            break
    return busy == 0, f"{busy} busy threads"


@check("an interrupted wait ends as an error", 'System.out.println("running");\nThread.sleep(60000);',
       'import time\nprint("running", flush=True)\ntime.sleep(60)')
def _(session, cell):
    ran = interrupted(session, cell)
    return ran.failed, ran


@check("an interrupted busy loop ends as an error, and the rest of its cell does not run", BUSY_JAVA, BUSY_PYTHON)
def _(session, cell):
    ran = interrupted(session, cell)
    return ran.failed and "went on" not in ran.printed, ran


@check("no thread is busy after an interrupted busy loop", BUSY_JAVA, BUSY_PYTHON)
def _(session, cell):
    interrupted(session, cell)
    return none_busy(session)


@check("the cell after an interrupted busy loop runs", (BUSY_JAVA, "6 * 7"), (BUSY_PYTHON, "6 * 7"))
def _(session, cells):
    interrupted(session, cells[0])
    ran = session.run(cells[1])
    return ran.value == "42", ran


@check("no thread is busy after an interrupted loop in a re-defined method",
       ("void g() { }", 'void g() { System.out.println("running"); while (true) { } }', "g()"),
       ("def g(): pass", 'def g():\n    print("running", flush=True)\n    while True: pass', "g()"))
def _(session, cells):
    for cell in cells[:2]:
        session.run(cell)
    interrupted(session, cells[2])
    return none_busy(session)


@check("an interrupt also stops the threads that the cell has started", THREADS_JAVA, THREADS_PYTHON)
def _(session, cell):
    interrupted(session, cell)
    return none_busy(session)


@check("an endless toString of a result can be interrupted",
       'class Endless { public String toString() { System.out.println("running"); while (true) { } } }\nnew Endless()',
       'class Endless:\n    def __repr__(self):\n        print("running", flush=True)\n        while True: pass\nEndless()')
def _(session, cell):
    ran = interrupted(session, cell)
    if not ran.ended:
        return False, ran
    return none_busy(session)


# --- what was defined ---------------------------------------------------------------------------------------------------------------------

@check("re-defining a method keeps the variables made with it",
       ("int one() { return 1; }", "var made = one();", "int one() { return 2; }", 'made + " " + one()'),
       ("def one(): return 1", "made = one()", "def one(): return 2", 'f"{made} {one()}"'))
def _(session, cells):
    ran = text_of_last(session, cells)
    return ran.value.strip("'\"") == "1 2", ran


@check("a later import keeps variables",
       ("var list = new ArrayList<>(List.of(1, 2));", "import java.util.concurrent.atomic.*;", "list.size()"),
       ("values = [1, 2]", "from collections import *", "len(values)"))
def _(session, cells):
    ran = text_of_last(session, cells)
    return ran.value == "2", ran


@check("a changed class names the variables that it resets", ("class P { int x; }", "P point = new P();", "class P { int x, y; }"))
def _(session, cells):
    ran = text_of_last(session, cells)
    return "point" in ran.text, ran


@check("System.exit in a cell does not end the session", ("int kept = 42;", "System.exit(0);", "kept"), ("kept = 42", "import sys; sys.exit(0)", "kept"))
def _(session, cells):
    for cell in cells[:2]:
        session.run(cell)
    ran = session.run(cells[2])
    return ran.value == "42", ran


# --- mistakes -----------------------------------------------------------------------------------------------------------------------------

@check("an undefined name in a method body is reported when the cell is run",
       "double area(double r) { return Mth.PI * r * r; }", "def area(r): return mth.pi * r * r")
def _(session, cell):
    ran = session.run(cell)
    return "mth" in ran.text.lower(), ran


@check("an undefined name in a class body is reported when the cell is run",
       "class Net { Tensr weight; }", "class Net:\n    def weight(self): return Tensr()")
def _(session, cell):
    ran = session.run(cell)
    return "Tensr" in ran.text, ran


@check("methods of one cell may call each other without a warning",
       "int even(int n) { return n == 0 ? 1 : odd(n - 1); }\nint odd(int n) { return n == 0 ? 0 : even(n - 1); }\neven(10)",
       "def even(n): return 1 if n == 0 else odd(n - 1)\ndef odd(n): return 0 if n == 0 else even(n - 1)\neven(10)")
def _(session, cell):
    ran = session.run(cell)
    return ran.text == "1", ran


@check("a misspelt class is answered with the right name", "Sytem.out.println(1);", "lenght = 1\nlenth")
def _(session, cell):
    ran = session.run(cell)
    return bool(re.search(r"\b(System|lenght)\b", ran.traceback.replace("lenght = 1", ""))), ran


@check("a compile error shows the compiler's message and the place", 'int fine = 1;\nint wrong = "text";', "fine = 1\nwrong = = 2")
def _(session, cell):
    ran = session.run(cell)
    return bool(re.search(r"incompatible types|SyntaxError", ran.traceback)) and "wrong" in ran.traceback, ran


@check("assert works", 'assert 1 == 2 : "no";', 'assert 1 == 2, "no"')
def _(session, cell):
    ran = session.run(cell)
    return "AssertionError" in ran.traceback, ran


@check("a stack overflow is short (at most 60 lines)", "int deep(int n) { return deep(n + 1); }\ndeep(0)", "def deep(n): return deep(n + 1)\ndeep(0)")
def _(session, cell):
    ran = session.run(cell)
    if "StackOverflowError" not in ran.traceback and "RecursionError" not in ran.traceback:
        return False, ran
    lines = len(ran.traceback.splitlines())
    return lines <= 60, f"{lines} lines"


@check("a toString that overflows the stack leaves a kernel that answers",
       ("class Deep { public String toString() { return toString(); } }\nnew Deep()", "6 * 7"),
       ("class Deep:\n    def __repr__(self): return repr(self)\nDeep()", "6 * 7"))
def _(session, cells):
    session.run(cells[0])
    ran = session.run(cells[1])
    return ran.value == "42", ran


FAILS_IN_LINE_9_JAVA = "int[] a = new int[3];\n" + "".join(f"int i{line} = {line};\n" for line in range(2, 9)) + "a[i5] = 1;\nint after = 0;"
FAILS_IN_LINE_9_PYTHON = "a = [0] * 3\n" + "".join(f"i{line} = {line}\n" for line in range(2, 9)) + "a[i5] = 1\nafter = 0"


@check("an exception points at its line of the cell", FAILS_IN_LINE_9_JAVA, FAILS_IN_LINE_9_PYTHON)
def _(session, cell):
    ran = session.run(cell)
    return bool(re.search(r"line\W{0,3}9\b|a\[i5\]", ran.traceback)), ran


@check("an exception in a method shows the method and its line of the cell",
       "int before = 1;\n\nint f(int n) {\n    int two = 2;\n    return two / n;\n}\nint g(int n) {\n    return f(n);\n}\ng(0)",
       "before = 1\n\ndef f(n):\n    two = 2\n    return two / n\n\n\ndef g(n):\n    return f(n)\ng(0)")
def _(session, cell):
    ran = session.run(cell)
    return bool(re.search(r"\bf\b.*line\W{0,3}5\b|line\W{0,3}5\b.*\bf\b|two / n", ran.traceback)), ran


@check("an exception shows no frame of the kernel", "int f(int n) { return 1 / n; }\nf(0)", "def f(n): return 1 / n\nf(0)")
def _(session, cell):
    ran = session.run(cell)
    found = INTERNAL.findall(ran.traceback)
    return ran.failed and not found, f"{len(found)} frames of the kernel or of JShell"


@check("an exception shows every cause",
       'int f(int n) { return 1 / n; }\nvoid h() {\n    try { f(0); } catch (Exception e) { throw new IllegalStateException("wrapped", e); }\n}\nh();',
       'def h():\n    try:\n        1 / 0\n    except Exception as e:\n        raise ValueError("wrapped") from e\nh()')
def _(session, cell):
    ran = session.run(cell)
    return "wrapped" in ran.traceback and bool(re.search("ArithmeticException|ZeroDivisionError", ran.traceback)), ran


@check("ename is the class of the exception", "int[] a = {};\na[0]", "[][0]")
def _(session, cell):
    name = (session.run(cell).of("error") or [{"ename": "no error"}])[0]["ename"]
    return name.rpartition(".")[2] in ("ArrayIndexOutOfBoundsException", "IndexError"), name


# --- output -------------------------------------------------------------------------------------------------------------------------------

@check("what a thread prints after its cell arrives with that cell",
       'new Thread(() -> {\n    try { Thread.sleep(1500); } catch (InterruptedException e) { }\n    System.out.println("late");\n}).start();',
       'import threading, time\ndef late():\n    time.sleep(1.5)\n    print("late", flush=True)\nthreading.Thread(target=late).start()')
def _(session, cell):
    ran = session.run(cell)
    return session.collect(ran, lambda: "late" in ran.printed), ran


@check("the order of standard output and standard error is kept",
       'System.out.print("a");\nSystem.err.print("b");\nSystem.out.print("c");',
       'import sys\nprint("a", end="")\nprint("b", end="", file=sys.stderr)\nprint("c", end="")')
def _(session, cell):
    ran = session.run(cell)
    streams = [(content["name"], content["text"]) for content in ran.of("stream")]
    return streams == [("stdout", "a"), ("stderr", "b"), ("stdout", "c")], streams


@check("3,000 lines are at most 5 messages, and none is lost",
       "for (int i = 0; i < 3000; i++) System.out.println(i);", "for i in range(3000): print(i)")
def _(session, cell):
    ran = session.run(cell)
    complete = ran.printed.split() == [str(i) for i in range(3000)]
    return complete and len(ran.of("stream")) <= 5, f"{len(ran.of('stream'))} messages, {'complete' if complete else 'not complete'}"


@check("the value of an array is readable", "new double[2][3]", "[[0.0] * 3] * 2")
def _(session, cell):
    ran = session.run(cell)
    return ran.value.count("0.0") == 6, ran


UPDATES = ('import upsampling.show.*;\nvar live = Show.live();\nlive.update("first");\nlive.update("second");\nlive.close();',
           'var id = display("first");\nupdateDisplay(id, "second");')


@check("a display can be updated in place", UPDATES, ('shown = display("first", display_id=True)\nshown.update("second")',))
def _(session, cells):
    for cell in cells:  # every Java kernel has a call of its own: any of them will do
        ran = session.run(cell)
        ids = [{content["transient"].get("display_id") for content in ran.of(kind)} for kind in ("display_data", "update_display_data")]
        if ids[0] and ids[0] == ids[1]:
            return True, ran
    return False, ran


CLEARS = ("upsampling.show.Show.clear();", "clearOutput();", "clear_output();", "clearOutput(true);")


@check("a cell can clear its output", CLEARS, ("from IPython.display import clear_output\nclear_output()",))
def _(session, cells):
    seen = []
    for cell in cells:
        ran = session.run(cell)
        if ran.of("clear_output"):
            return True, ran
        seen.append(ran)
    return False, "no clear_output: " + "; ".join(map(str, seen))


@check("a cell can ask for input", "new Scanner(System.in).nextLine()", "input()")
def _(session, cell):
    ran = session.run(cell, answer="Ada")
    return "Ada" in ran.value, ran


# --- help ---------------------------------------------------------------------------------------------------------------------------------

def completions(session, code):
    reply = session.ask(session.client.complete(code, len(code)))
    if reply is None:
        return False, "not answered"
    return reply.get("matches", []), reply.get("matches", [])[:10]


@check("Tab completes after an import line", "import java.util.*;\nMath.flo", "import math\nmath.flo")
def _(session, code):
    if code.startswith("import math"):
        session.run("import math")
    matches, seen = completions(session, code)
    return any("floor" in match for match in matches or []), seen


@check("Tab completes after a class of the same cell", "class A { }\nMath.flo", "class A: pass\n'a'.capi")
def _(session, code):
    matches, seen = completions(session, code)
    return any("floor" in match or "capitalize" in match for match in matches or []), seen


@check("Tab completes a name that the same cell defines above", "int widthOfKernel = 3;\nwidthOf", "width_of_kernel = 3\nwidth_of")
def _(session, code):
    matches, seen = completions(session, code)
    return any(match.replace("_", "").lower().startswith("widthofkernel") for match in matches or []), seen


def explained(session, code):
    reply = session.ask(session.client.inspect(code, len(code), detail_level=0))
    text = "" if reply is None else str(reply.get("data", {}).get("text/plain", "")) + str(reply.get("data", {}).get("text/html", ""))
    return text, "not answered" if reply is None else text[:200]


@check("Shift-Tab inside the parentheses shows the signature", "Math.max(", "max(")
def _(session, code):
    text, seen = explained(session, code)
    return "max" in text, seen


@check("Shift-Tab inside the parentheses shows the documentation", "Math.max(", "max(")
def _(session, code):
    text, seen = explained(session, code)
    return bool(re.search("greater|biggest|largest", text)), seen


@check("history is answered", "40 + 2", "40 + 2")
def _(session, cell):
    session.run(cell)
    reply = session.ask(session.client.history(hist_access_type="tail", n=5, raw=True, output=False))
    if reply is None:
        return False, "not answered"
    try:
        sources = [source for _, _, source in reply.get("history", [])]
    except (TypeError, ValueError):
        return False, reply
    return cell in sources, sources


def completeness(session, code):
    reply = session.ask(session.client.is_complete(code))
    return "not answered" if reply is None else reply.get("status")


@check("is_complete says invalid", "int 3x = 4;", "int 3x = 4;")
def _(session, code):
    status = completeness(session, code)
    return status == "invalid", status


@check("is_complete says incomplete", "while (true) {", "while True:")
def _(session, code):
    status = completeness(session, code)
    return status == "incomplete", status


# --- protocol -----------------------------------------------------------------------------------------------------------------------------

@check("an error aborts the cells that wait, as Run All needs it", ("int zero = 0;", "1 / zero", "2 + 2"), ("zero = 0", "1 / zero", "2 + 2"))
def _(session, cells):
    waiting = [session.client.execute(cell, stop_on_error=True) for cell in cells]
    found = {}
    end = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < end and set(waiting) - set(found):
        try:
            message = session.client.get_shell_msg(timeout=1)
        except Exception:  # nothing yet
            continue
        found[message["parent_header"].get("msg_id")] = message["content"].get("status")
    statuses = [found.get(request) for request in waiting]
    return statuses == ["ok", "error", "aborted"], statuses


@check("kernel_info has a status", "", "")
def _(session, _cell):
    return session.info.get("status") == "ok", session.info.get("status")


@check("a kernel that is asked to shut down ends by itself", "1 + 1", "1 + 1")
def _(session, cell):
    session.run(cell)
    processes = session.processes()
    session.client.shutdown()
    _gone, left = psutil.wait_procs(processes, timeout=ANSWER_SECONDS)
    return not left, [" ".join(process.cmdline()[:3]) for process in left]


@check("kernel_info offers a debugger", "", "")
def _(session, _cell):
    offers = session.info.get("debugger", False) or "debugger" in session.info.get("supported_features", [])
    return bool(offers), offers
