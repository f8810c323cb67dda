"""One started kernel of any language and a client of it; what a cell has put out is kept as the messages that came."""
import html
import queue
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

START_SECONDS = 20
ANSWER_SECONDS = 15
LOOP_SECONDS = 2  # from "running" to the interrupt: the line after it must have begun, as it has when a learner loses patience
TERMINAL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|\x1b\][^\x1b\x07]*(?:\x1b\\|\x07)")


class Unclear(Exception):
    """A check cannot tell; the text says why."""


class NotStarted(Unclear):
    """The kernel does not answer."""


class OneSpec(KernelSpecManager):
    """Knows one kernel."""

    spec = None

    def get_kernel_spec(self, kernel_name):
        return self.spec


@dataclass
class Ran:
    """What became of one cell.

    reply is the content of the execute_reply, None if none came; idle says whether the kernel called itself idle afterwards.
    """

    request: str
    messages: list = field(default_factory=list)
    reply: dict | None = None
    idle: bool = False

    @property
    def ended(self):
        return self.idle and self.reply is not None

    @property
    def failed(self):
        return self.ended and self.reply["status"] == "error"

    def of(self, kind):
        return [message["content"] for message in self.messages if message["msg_type"] == kind]

    @property
    def traceback(self):
        return plain("\n".join(line for error in self.of("error") for line in [f"{error['ename']}: {error['evalue']}", *error["traceback"]]))

    @property
    def value(self):
        return "\n".join(words(content["data"]) for content in self.of("execute_result"))

    @property
    def printed(self):
        return plain("".join(content["text"] for content in self.of("stream")))

    @property
    def text(self):
        """All that a learner would read."""
        shown = [words(content["data"]) for content in self.of("display_data") + self.of("update_display_data")]
        return "\n".join(part for part in [self.printed, *shown, self.value, self.traceback] if part)

    def __str__(self):
        state = "" if self.ended else " (the cell has not ended)"
        return repr(self.text[:600]) + state


def plain(text):
    return TERMINAL.sub("", text)


def words(data):
    """Something shown, as text; a kernel that sends HTML only is read without its tags."""
    return data.get("text/plain") or html.unescape(re.sub(r"<[^>]*>", "", data.get("text/html", "")))


class Session:
    """A kernel that runs until the end of a with block."""

    def __init__(self, spec):
        specs = OneSpec()
        specs.spec = spec
        self.manager = KernelManager(kernel_name="compared")
        self.manager.kernel_spec_manager = specs
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tempfile.gettempdir())
        self.root = psutil.Process(self.manager.provisioner.pid)
        self.client = self.manager.client()
        try:
            self.client.start_channels(hb=False)
            self.info = self._first_answer()
            self._await_publishing()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _first_answer(self):
        """Front ends ask again if no answer comes: some kernels lose a request that arrives while they start."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            found = self._reply(self.client.kernel_info(), 5)
            if found is not None:
                return found
        raise NotStarted(f"the kernel has not answered kernel_info within {START_SECONDS} s")

    def _await_publishing(self):
        """A subscription takes its time, and what was published before it is lost."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            request = self.client.kernel_info()
            self._reply(request, ANSWER_SECONDS)
            try:
                while True:
                    if self.client.get_iopub_msg(timeout=0.5)["parent_header"].get("msg_id") == request:
                        return
            except queue.Empty:
                pass
        raise NotStarted("nothing was ever published")

    def _reply(self, request, seconds):
        """The content of the reply on the shell channel; None if none comes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                message = self.client.get_shell_msg(timeout=1)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == request:
                return message["content"]
        return None

    def ask(self, request):
        """The reply to a request that the client has just sent, such as session.ask(session.client.complete(...)); None if none comes."""
        return self._reply(request, ANSWER_SECONDS)

    def run(self, code, *, interrupt=False, answer=None, **options):
        """Runs a cell to its end.

        interrupt: stop it once it has printed "running"; answer: what is typed when it asks for input.
        """
        ran = Ran(self.client.execute(code, allow_stdin=answer is not None, **options))
        if interrupt:
            if not self._publish(ran, lambda: "running" in ran.printed):
                raise Unclear(f"the cell that was to be interrupted has never begun: {ran}")
            time.sleep(LOOP_SECONDS)
            self.manager.interrupt_kernel()
        if answer is not None:
            try:
                self.client.get_stdin_msg(timeout=ANSWER_SECONDS)
            except queue.Empty:
                return ran
            self.client.input(answer)
        self.finish(ran)
        return ran

    def finish(self, ran):
        """Collects until the cell has ended, or for a while."""
        self._publish(ran, lambda: ran.idle)
        if ran.reply is None:
            ran.reply = self._reply(ran.request, ANSWER_SECONDS if ran.idle else 1)

    def collect(self, ran, until):
        """Collects what a cell publishes, also after its end, until something is true; False if it never is."""
        return self._publish(ran, until)

    def _publish(self, ran, until):
        end = time.monotonic() + ANSWER_SECONDS
        while not until():
            if time.monotonic() > end:
                return False
            try:
                message = self.client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == ran.request:
                ran.messages.append(message)
                ran.idle |= message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
        return True

    def processes(self):
        """The kernel and what it has started, such as a launcher's child."""
        try:
            return [self.root, *self.root.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def busy_threads(self):
        """How many threads of the kernel were ready to run in nearly all of 30 looks, 0.1 s apart. A share of the processor would say less: on a
        machine with much to do, a thread that spins gets little of it."""
        if not Path("/proc/self/task").exists():
            raise Unclear("the state of threads is read from /proc, which this system does not have")
        ready = {}
        looks = 30
        for _ in range(looks):
            for process in self.processes():
                for stat in Path(f"/proc/{process.pid}/task").glob("*/stat"):
                    try:
                        state = stat.read_text().rpartition(")")[2].split()[0]
                    except OSError:  # the thread has just ended
                        continue
                    ready[stat.parent.name] = ready.get(stat.parent.name, 0) + (state == "R")
            time.sleep(0.1)
        return sum(1 for count in ready.values() if count >= 0.8 * looks)

    def close(self):
        left = self.processes()
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        for process in left:  # a launcher that was killed leaves its child
            try:
                process.kill()
            except psutil.NoSuchProcess:
                pass


def started(spec, attempts=3):
    """A session; a kernel that does not answer is started again, since some lose the race of their own start now and then."""
    for attempt in range(attempts):
        try:
            return Session(spec)
        except NotStarted:
            if attempt == attempts - 1:
                raise
    raise AssertionError("attempts must be at least 1")


def spec_of(argv, interrupt_mode="message", env=None):
    return KernelSpec(argv=argv, display_name="compared", language="any", interrupt_mode=interrupt_mode, env=env or {})
