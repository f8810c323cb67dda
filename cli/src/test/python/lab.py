"""One JupyterLab server and one page in Chromium, and what the scenarios ask of them (see browser_scenarios.py).

The server is hermetic: settings, trust, checkpoints and runtime files lie in a folder of the test; only the kernel specs come from JUPYTER_PATH.
Waiting is for states, never for times; WAIT only says when a state will not come any more.
"""
import json
import os
import secrets
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil

WAIT = 120
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync"]


def until(what, condition, seconds=WAIT):
    """Returns the first true value of the condition."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """A JupyterLab of its own on `root`; what it remembers (trust above all) lies in `state`."""

    def __init__(self, python, root: Path, state: Path, *options):
        self.token = secrets.token_hex(16)
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        settings = state / "settings"
        news = settings / "@jupyterlab/apputils-extension/notification.jupyterlab-settings"
        news.parent.mkdir(parents=True)
        news.write_text('{"fetchNews": "false", "checkForUpdates": false}\n')
        environment = dict(os.environ, JUPYTERLAB_SETTINGS_DIR=str(settings), JUPYTERLAB_WORKSPACES_DIR=str(state / "workspaces"),
                           JUPYTER_RUNTIME_DIR=str(state / "runtime"), JUPYTER_CONFIG_DIR=str(state / "config"), COURSE_STATE=str(state / "course"))
        self.log = state / "server.log"
        command = [python, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={self.port}", "--ServerApp.port_retries=0",
                   f"--IdentityProvider.token={self.token}", f"--ServerApp.root_dir={root}", f"--NotebookNotary.db_file={state}/signatures.db",
                   f"--NotebookNotary.secret_file={state}/secret", f"--FileCheckpoints.checkpoint_dir={state}/checkpoints", *options]
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(command, env=environment, cwd=root, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        self.seen = {}  # every process the server has started: (pid, start time) -> its command
        until("the server answers", self.answers)

    def answers(self):
        if self.process.poll() is not None:
            raise AssertionError("the server has ended: " + self.log.read_text()[-2000:])
        return self.get("/api/status") is not None

    def get(self, path):
        request = urllib.request.Request(self.address + path, headers={"Authorization": "token " + self.token})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.load(answer)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None  # not up yet, or 500 while a kernel starts

    def kernels(self):
        return self.get("/api/kernels")

    def children(self):
        """The processes that the server has started and that still live."""
        found = psutil.Process(self.process.pid).children(recursive=True)
        for child in found:
            try:
                self.seen[(child.pid, child.create_time())] = " ".join(child.cmdline())
            except psutil.Error:
                pass
        return found

    def left(self):
        """Those of all processes ever seen below the server that still live; a pid counts with its start time only."""
        left = []
        for (pid, start), command in self.seen.items():
            try:
                process = psutil.Process(pid)
                if process.create_time() == start and process.status() != psutil.STATUS_ZOMBIE:
                    left.append(f"{pid} {command[:200]}")
            except psutil.Error:
                pass
        return left

    def busy_threads(self):
        """How many of 20 looks, 50 ms apart, find the most often running thread of the kernel running."""
        looks = {}
        for _ in range(20):
            for child in self.children():
                for task in Path(f"/proc/{child.pid}/task").glob("*/stat"):
                    try:
                        running = task.read_text().rsplit(")", 1)[1].split()[0] == "R"
                    except OSError:
                        continue
                    if running:
                        looks[task] = looks.get(task, 0) + 1
            time.sleep(0.05)
        return max(looks.values(), default=0)

    def stop(self):
        if self.process.poll() is None:
            self.children()
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)


class Lab:
    """A notebook that is open in a browser."""

    def __init__(self, playwright, chromium, server: Server, profile: Path, name: str):
        self.server = server
        self.closed = False
        self.errors = []
        self.foreign = []
        self.context = playwright.chromium.launch_persistent_context(str(profile), executable_path=chromium, headless=True, args=CHROMIUM,
                                                                      viewport={"width": 1280, "height": 1000})
        self.page = self.context.pages[0]
        self.page.set_default_timeout(WAIT * 1000)
        self.page.on("console", lambda m: self.errors.append("console: " + m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda e: self.errors.append("script: " + str(e)))
        self.context.on("request", lambda r: self.note(r.url))
        self.scripts = []
        session = self.context.new_cdp_session(self.page)
        session.on("Debugger.scriptParsed", lambda s: self.scripts.append(s["scriptId"]))
        session.send("Debugger.enable")
        self.session = session
        self.page.goto(f"{server.address}/lab/tree/{name}?token={server.token}")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.await_kernel()

    def note(self, url):
        if not url.startswith((self.server.address, self.server.address.replace("http", "ws", 1), "data:", "blob:", "about:")):
            self.foreign.append(url)

    def await_kernel(self):
        """The page shows idle before there is a kernel, so the server is asked too."""
        until("an idle kernel that is connected", lambda: any(k["execution_state"] == "idle" and k["connections"] > 0 for k in self.server.kernels() or []))
        self.page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']", state="attached")
        self.server.children()

    def menu(self, label, command):
        self.page.click(f".lm-MenuBar-item:has-text('{label}')")
        self.page.click(f".lm-Menu-item[data-command='{command}']")

    def accept(self):
        self.page.click(".jp-Dialog .jp-mod-accept")
        self.page.wait_for_selector(".jp-Dialog", state="detached")

    def save(self, file: Path):
        """Saves by the menu and returns the notebook as it then lies on the disk."""
        before = file.stat().st_mtime_ns
        self.menu("File", "docmanager:save")
        until("the notebook is saved", lambda: file.stat().st_mtime_ns != before)
        until("the whole file is there", lambda: file.read_text(encoding="utf-8").rstrip().endswith("}"))
        return json.loads(file.read_text(encoding="utf-8"))

    def waiting(self):
        """How many cells run or wait."""
        return self.page.evaluate("[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].filter(e => e.textContent.includes('*')).length")

    def await_rest(self):
        """Waits until no cell runs or waits. Lab sends the cells of Run All one by one, so between two of them all looks done for a moment."""
        quiet = 0

        def rests():
            nonlocal quiet
            idle = all(k["execution_state"] == "idle" for k in self.server.kernels() or [{"execution_state": "unknown"}])
            quiet = quiet + 1 if idle and self.waiting() == 0 else 0
            return quiet >= 15

        until("all cells have run", rests)

    def last(self, what):
        return self.page.evaluate("(s) => { const c = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell')].at(-1).querySelector(s);"
                                  " return c ? c.textContent : ''; }", what)

    def cells(self):
        return self.page.evaluate("document.querySelectorAll('.jp-Notebook .jp-Cell').length")

    def append(self, text):
        """Makes a new cell at the end, with the text in it and the cursor behind the text."""
        count = self.cells()
        self.page.evaluate("[...document.querySelectorAll('.jp-Notebook .jp-Cell')].at(-1).scrollIntoView({block: 'center'})")
        self.page.locator(".jp-Notebook .jp-Cell").last.locator(".jp-InputPrompt").first.click()
        self.page.wait_for_selector(".jp-Notebook.jp-mod-commandMode")
        self.page.keyboard.press("b")
        until("the new cell", lambda: self.cells() == count + 1)
        self.page.keyboard.press("Enter")
        until("the cursor is in the cell", self.is_editing)
        self.page.keyboard.insert_text(text)

    def is_editing(self):
        return self.page.evaluate("!!document.activeElement && document.activeElement.classList.contains('cm-content')")

    def press_until(self, key, what, condition):
        """Presses a key again while nothing comes of it: Lab drops an answer of the kernel that takes longer than a second."""
        for _ in range(10):
            self.page.keyboard.press(key)
            try:
                return until(what, condition, 4)
            except AssertionError:
                pass
        raise AssertionError(f"pressed {key} in vain: {what}")

    def run_last(self):
        self.page.keyboard.press("Control+Enter")

    def prompt(self):
        return self.last(".jp-InputPrompt")

    def await_run(self):
        """Waits until the last cell has run, and returns the text of its outputs."""
        until("the last cell has a number", lambda: any(c.isdigit() for c in self.prompt()))
        return self.output()

    def output(self):
        return self.last(".jp-OutputArea-output")

    def ran_scripts(self):
        """The texts of all scripts the browser has parsed."""
        texts = []
        for script in self.scripts:
            try:
                texts.append(self.session.send("Debugger.getScriptSource", {"scriptId": script})["scriptSource"])
            except Exception:
                pass  # the script is gone with its frame
        return texts

    def screenshot(self, folder: Path, name, selector=None):
        if selector:
            self.page.evaluate("(s) => document.querySelector(s).scrollIntoView({block: 'center'})", selector)
        self.page.wait_for_timeout(200)  # for the picture only
        self.page.screenshot(path=str(folder / (name + ".png")))

    def close(self):
        if not self.closed:
            self.closed = True
            self.context.close()
