"""A lesson in a real JupyterLab, in a headless Chromium: browser_scenarios.py PYTHON CHROMIUM LESSON.ipynb SCREENSHOTS

PYTHON has JupyterLab; this script runs in another one, with Playwright. Prints one JSON line for each scenario: {"name", "outcome": "passed" | "failed",
"message"}. A scenario that fails does not stop the others. Meaning is read in the saved file, visibility in the page, processes in procfs.
"""
import json
import re
import shutil
import sys
import tempfile
import traceback
from html.parser import HTMLParser
from pathlib import Path

from lab import Lab, Server, until
from playwright.sync_api import sync_playwright

INTERRUPTED = "Interrupted"
MARK = "canaryOfTheUntrustedState"
CANARY = (f'<b>canary</b><img src="data:image/png;base64,broken" alt="a picture that cannot be drawn" onerror="window.{MARK}=1">'
          f'<script>window.{MARK}=1</script>')


class Pictures(HTMLParser):
    """The alt texts of all pictures in a piece of HTML; None for a picture without one."""

    def __init__(self, html):
        super().__init__()
        self.alts = []
        self.captions = html.count("<figcaption")
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.alts.append(dict(attributes).get("alt"))


def html_of(cell):
    return ["".join(o["data"]["text/html"]) for o in cell.get("outputs", []) if "text/html" in o.get("data", {})]


def scripts_of(book):
    return [s for cell in book["cells"] for html in html_of(cell) for s in re.findall(r"<script>(.*?)</script>", html, re.S)]


def shown(page, inside=".jp-Notebook"):
    """Every picture in outputs: its width, whether it was drawn, whether its figure has a caption."""
    return page.evaluate("""(root) => [...document.querySelectorAll(root + ' .jp-OutputArea-output figure')].map(f => ({
        caption: (f.querySelector('figcaption') || {textContent: ''}).textContent.trim(),
        drawn: [...f.querySelectorAll('img')].every(i => i.complete && i.naturalWidth > 0)}))""", inside)


def check(condition, message):
    if not condition:
        raise AssertionError(message)


class Scenarios:
    def __init__(self, playwright, python, chromium, lesson: Path, folder: Path, screenshots: Path):
        self.playwright, self.python, self.chromium = playwright, python, chromium
        self.folder, self.screenshots = folder, screenshots
        self.root = folder / "root"
        self.root.mkdir()
        self.file = self.root / lesson.name
        book = json.loads(lesson.read_text(encoding="utf-8"))
        for cell in book["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
        self.file.write_text(json.dumps(book), encoding="utf-8")
        self.book = None
        self.ran = None
        self.foreign_untrusted = []
        self.server = Server(python, self.root, folder / "state")
        self.lab = Lab(playwright, chromium, self.server, folder / "profile", lesson.name)
        self.page = self.lab.page

    def run_all_without_an_untagged_error(self):
        self.lab.menu("Run", "runmenu:run-all")
        until("Run All has begun", lambda: self.lab.waiting() > 0)
        self.lab.await_rest()
        self.book = self.lab.save(self.file)
        for number, cell in enumerate(self.book["cells"], 1):
            if cell["cell_type"] != "code" or not cell["source"]:
                continue
            check(cell["execution_count"], f"cell {number} was not run")
            errors = [o["ename"] + ": " + o["evalue"] for o in cell["outputs"] if o["output_type"] == "error"]
            tagged = "raises-exception" in cell["metadata"].get("tags", [])
            check(tagged == bool(errors), f"cell {number}: " + (errors[0] if errors else "has the tag raises-exception, but no error came"))

    def pictures_are_drawn_and_have_alt_text(self):
        figures = alts = 0
        for number, cell in enumerate(self.book["cells"], 1):
            for html in html_of(cell):
                pictures = Pictures(html)
                figures += bool(pictures.alts)
                alts += len(pictures.alts)
                check(all(a and len(a) >= 10 for a in pictures.alts), f"cell {number} has a picture without alt text: {pictures.alts}")
                check(not pictures.alts or pictures.captions, f"cell {number} has a figure without a caption")
        seen = [f for f in shown(self.page)]
        check(figures >= 5, f"only {figures} figures were saved")
        until("every picture is drawn", lambda: all(f["drawn"] for f in shown(self.page)), 20)
        check(len([f for f in seen if f["caption"]]) >= figures, f"{figures} figures were saved, but the page has {seen}")
        self.lab.screenshot(self.screenshots, "figure", ".jp-OutputArea-output figure")

    def the_stepper_works_by_keyboard(self):
        ranges = self.page.evaluate("document.querySelectorAll('.jp-OutputArea-output input[type=range]').length")
        check(ranges >= 1, "no stepper is on the page")
        self.page.evaluate("document.querySelector('.jp-OutputArea-output input[type=range]').scrollIntoView({block: 'center'})")

        def state():
            return self.page.evaluate("""() => { const r = document.querySelector('.jp-OutputArea-output input[type=range]');
                const f = r.closest('figure'); return {value: Number(r.value), max: Number(r.max), say: f.querySelector('[data-lu=say]').textContent,
                alt: f.querySelector('img').alt, src: f.querySelector('img').src, focus: document.activeElement === r}; }""")

        self.page.evaluate("document.querySelector('.jp-OutputArea-output input[type=range]').focus()")
        self.page.keyboard.press("Home")
        pictures, first = set(), until("Home goes to step 1", lambda: state() if state()["value"] == 0 else None, 10)
        for step in range(first["max"] + 1):
            now = state()
            check(now["focus"], f"the slider has lost the focus at step {step + 1}")
            check(now["value"] == step, f"step {step + 1} was expected, but the slider is at {now['value'] + 1}")
            check(now["say"].startswith(f"Step {step + 1} of {now['max'] + 1}."), f"the sentence of step {step + 1} is {now['say']!r}")
            check(now["alt"] == now["say"], f"alt text {now['alt']!r} is not the sentence {now['say']!r}")
            pictures.add(now["src"])
            self.page.keyboard.press("ArrowRight")
        check(len(pictures) == first["max"] + 1, f"{first['max'] + 1} steps show {len(pictures)} different pictures")
        self.page.keyboard.press("ArrowLeft")
        check(state()["value"] == first["max"] - 1, "ArrowLeft does not go back")
        self.lab.screenshot(self.screenshots, "stepper", ".jp-OutputArea-output input[type=range]")

    def explorers_work_by_keyboard(self):
        """JupyterLab takes arrow keys for itself unless it is told not to; gallery_scenarios.py tries everything else on a plain page."""
        explorers = "[...document.querySelectorAll('.jp-OutputArea-output figure')].filter(f => f.querySelector('[role=grid]'))"
        count = self.page.evaluate(explorers + ".length")
        check(count >= 1, "no explorer is on the page")
        for number in range(count):
            figure = f"{explorers}[{number}]"
            controls = figure + ".querySelectorAll('[data-lu=controls] input, [data-lu=controls] select')"

            def title():
                return self.page.evaluate(figure + ".querySelector('[data-lu=controls] + div > div').textContent")

            def say():
                return self.page.evaluate(figure + ".querySelector('[data-lu=say]').textContent")

            self.page.evaluate(figure + ".scrollIntoView({block: 'center'})")
            self.page.evaluate(controls + "[0].focus()")
            for control in range(self.page.evaluate(controls + ".length")):
                check(self.page.evaluate(f"{controls}[{control}] === document.activeElement"), f"explorer {number}: Tab does not come to control {control}")
                before = title()
                for key in ["ArrowRight", "ArrowLeft"]:  # one of them leads on; at an end the other one does
                    self.page.keyboard.press(key)
                    if title() != before:
                        break
                check(title() != before, f"explorer {number}: no arrow key moves control {control} at {before}")
                self.page.keyboard.press("Tab")
            for name in ["Inputs", "Outputs"]:
                focus = "(document.activeElement.getAttribute('aria-label') || '')"
                check(self.page.evaluate(focus).startswith(name), f"explorer {number}: Tab comes to {self.page.evaluate(focus)!r}, not to {name}")
                cells = self.page.evaluate("document.activeElement.querySelectorAll('[role=gridcell]').length")
                self.page.keyboard.press("Home")
                first = say()
                self.page.keyboard.press("End")
                check(say() != first or cells == 1, f"explorer {number}: End leaves {name} at {first}")
                check(self.page.evaluate(focus).startswith(name), f"explorer {number}: {name} loses the focus")
                self.page.keyboard.press("Tab")
        self.lab.screenshot(self.screenshots, "explorer", ".jp-OutputArea-output [role=grid]")

    def an_interrupt_ends_a_loop_and_leaves_no_busy_thread(self):
        self.lab.append("long turns = 0;\nThread beside = new Thread(() -> { while (true) turns++; });\nbeside.start();\nwhile (true) turns++;")
        self.lab.run_last()
        until("the loop runs", lambda: "*" in self.lab.prompt())
        until("the loop keeps a thread busy", lambda: self.server.busy_threads() >= 10, 60)
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector(".jp-Notebook.jp-mod-commandMode")
        self.page.keyboard.press("i")
        self.page.keyboard.press("i")
        said = self.lab.await_run()
        check(INTERRUPTED.lower() in said.lower(), f"the interrupted cell says {said!r}")
        until("no thread of the kernel stays busy", lambda: self.server.busy_threads() < 10, 60)
        self.lab.append("turns > 0")
        self.lab.run_last()
        check(self.lab.await_run().strip() == "true", f"the cell after the interrupt says {self.lab.output()!r}")
        self.lab.screenshot(self.screenshots, "interrupt", ".jp-Cell:last-of-type")

    def completion_and_tooltip_help(self):
        for begun, whole, name in [("MaxPo", "MaxPool2d", "MaxPool2d"), ("x.pl", "x.plane", "plane")]:
            self.lab.append(begun)
            self.lab.press_until("Tab", begun + " is completed", lambda: whole in self.lab.last(".cm-content")
                                 or self.page.query_selector(f".jp-Completer-item[data-value^='{name}']"))
            self.page.keyboard.press("Escape")
        self.lab.append("MaxPool2d.of")
        text = self.lab.press_until("Shift+Tab", "a tooltip", lambda: self.page.evaluate("(document.querySelector('.jp-Tooltip') || {}).textContent"))
        check("of(" in text and "MaxPool2d" in text, f"the tooltip says {text[:300]!r}")
        self.lab.screenshot(self.screenshots, "tooltip")
        self.page.keyboard.press("Escape")

    def a_restart_forgets_and_leaves_nothing_behind(self):
        before = {(p.pid, p.create_time()) for p in self.server.children()}
        self.lab.menu("Kernel", "kernelmenu:restart")
        self.lab.accept()
        until("the old kernel is gone", lambda: not before & {(p.pid, p.create_time()) for p in self.server.children()}, 60)
        self.lab.await_kernel()
        self.lab.append("turns")
        self.lab.run_last()
        said = self.lab.await_run()
        check("turns" in said and "true" not in said, f"after a restart a variable of before is answered with {said!r}")
        self.lab.append("40 + 2")
        self.lab.run_last()
        check(self.lab.await_run().strip() == "42", "the kernel does not work after a restart")
        self.lab.menu("File", "filemenu:close-and-cleanup")
        self.lab.accept()
        until("the kernel has ended with its notebook", lambda: self.server.kernels() == [], 60)
        self.ran = self.lab.ran_scripts()
        self.lab.close()  # before the server, or the page would complain about its loss
        self.server.stop()
        until("no process is left: " + "; ".join(self.server.left()), lambda: not self.server.left(), 20)

    def reopened_untrusted_it_keeps_figures_and_runs_no_script(self):
        """A new server with new keys: nobody has trusted the file there."""
        book = json.loads(json.dumps(self.book))
        figures = sum(1 for cell in book["cells"] for html in html_of(cell) if "<figcaption" in html)
        last = [c for c in book["cells"] if c["cell_type"] == "code"][-1]
        last["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": CANARY, "text/plain": "canary"}}]
        self.file.write_text(json.dumps(book), encoding="utf-8")
        server = Server(self.python, self.root, self.folder / "state-untrusted")
        lab = None
        try:
            lab = Lab(self.playwright, self.chromium, server, self.folder / "profile-untrusted", self.file.name)
            until("the figures are drawn", lambda: len([f for f in shown(lab.page) if f["caption"] and f["drawn"]]) >= figures, 30)
            until("the page shows the canary", lambda: "canary" in lab.page.evaluate("document.querySelector('.jp-Notebook').textContent"), 30)
            check(not lab.page.evaluate(f"'{MARK}' in window"), "the notebook is trusted: a script or an onerror of its outputs has run")
            check(not lab.page.query_selector(".jp-OutputArea-output script"), "a script is left in the outputs")
            ran = lab.ran_scripts()
            wanted = [s.strip()[:200] for s in scripts_of(self.book)]
            check(wanted, "the lesson has no script, so this proves nothing")
            check(not any(w in r for w in wanted for r in ran), "a script of the lesson has run")
            told = lab.page.evaluate("[...document.querySelectorAll('.jp-OutputArea-output figure')].filter(f => f.textContent.includes('Run this cell')).length")
            check(told == len(wanted), f"{told} of {len(wanted)} figures without their scripts say how to get controls")
            sliders = lab.page.evaluate("[...document.querySelectorAll('.jp-OutputArea-output input[type=range]')].filter(r => !r.disabled).length")
            check(sliders == 0, f"{sliders} sliders look usable without their script")
            stills = lab.page.evaluate("document.querySelectorAll('.jp-OutputArea-output figure details img').length")
            check(stills >= 1, "the stepper has no steps side by side to fall back on")
            lab.screenshot(self.screenshots, "untrusted", ".jp-OutputArea-output figure:has(details)")
            self.foreign_untrusted = lab.foreign
        finally:
            if lab:
                lab.close()
            server.stop()
        until("no process is left", lambda: not server.left(), 20)

    def no_console_error_and_no_foreign_request(self):
        check(not self.lab.errors, "errors on the console: " + " | ".join(e[:300] for e in self.lab.errors[:5]))
        check(not self.lab.foreign, "requests left the machine: " + " ".join(self.lab.foreign[:5]))
        check(not self.foreign_untrusted, "requests left the machine: " + " ".join(self.foreign_untrusted[:5]))
        ran = self.lab.ran_scripts() if self.ran is None else self.ran
        missing = [s[:60] for s in scripts_of(self.book) if not any(s.strip()[:200] in r for r in ran)]
        check(not missing, f"the browser shows no run of these scripts, so their errors would not show either: {missing}")

    def close(self):
        self.lab.close()
        self.server.stop()


ORDER = [
    Scenarios.run_all_without_an_untagged_error,
    Scenarios.pictures_are_drawn_and_have_alt_text,
    Scenarios.the_stepper_works_by_keyboard,
    Scenarios.explorers_work_by_keyboard,
    Scenarios.an_interrupt_ends_a_loop_and_leaves_no_busy_thread,
    Scenarios.completion_and_tooltip_help,
    Scenarios.a_restart_forgets_and_leaves_nothing_behind,
    Scenarios.reopened_untrusted_it_keeps_figures_and_runs_no_script,
    Scenarios.no_console_error_and_no_foreign_request,
]


def main() -> int:
    python, chromium, lesson, screenshots = sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
    screenshots.mkdir(parents=True, exist_ok=True)
    for old in screenshots.glob("*.png"):
        old.unlink()
    folder = Path(tempfile.mkdtemp(prefix="lab-"))
    try:
        with sync_playwright() as playwright:
            scenarios = Scenarios(playwright, python, chromium, lesson, folder, screenshots)
            try:
                for scenario in ORDER:
                    outcome, message = "passed", ""
                    try:
                        scenario(scenarios)
                    except Exception:
                        outcome, message = "failed", traceback.format_exc()
                        try:
                            scenarios.page.screenshot(path=str(screenshots / f"failed-{scenario.__name__}.png"))
                        except Exception:
                            pass  # the page may be gone; the message stands
                    print(json.dumps({"name": scenario.__name__, "outcome": outcome, "message": message}), flush=True)
            finally:
                scenarios.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
