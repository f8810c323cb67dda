"""All samples of package show on one page, in a headless Chromium: gallery_scenarios.py CHROMIUM GALLERY.html SCREENSHOTS

What no Java test can see: scripts that run, keys and clicks, focus, places on the page. Prints one JSON line for each scenario: {"name", "outcome":
"passed" | "failed", "message"}. The page is a file and needs no JupyterLab; what is special there (keys it takes away, trust) is tried by
browser_scenarios.py on a lesson.
"""
import html
import json
import re
import sys
import traceback
from pathlib import Path

from lab import CHROMIUM
from playwright.sync_api import sync_playwright

WIDTHS = [1100, 760, 420]
MAPS = {"Inputs": "[role=grid][aria-label^=Inputs]", "Outputs": "[role=grid][aria-label^=Outputs]"}


def check(condition, message):
    if not condition:
        raise AssertionError(message)


class Scenarios:
    def __init__(self, playwright, chromium, gallery: Path, screenshots: Path):
        self.text = gallery.read_text(encoding="utf-8")
        self.address = gallery.resolve().as_uri()
        self.screenshots = screenshots
        self.browser = playwright.chromium.launch(executable_path=chromium, headless=True, args=CHROMIUM)
        self.errors = []
        self.foreign = []
        self.page = self.open(WIDTHS[0])

    def open(self, width, **context):
        page = self.browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else self.foreign.append(r.url))
        page.goto(self.address)
        return page

    def explorers(self, page=None):
        """Figures with a grid to pick in."""
        return [f for f in (page or self.page).query_selector_all("figure") if f.query_selector("[role=grid]")]

    def explorers_begin_with_what_java_wrote(self):
        written = [html.unescape(t) for t in re.findall(r'<div data-lu="say"[^>]*>([^<]*)</div>', self.text)]
        said = [figure.query_selector("[data-lu=controls] + div > div").text_content() + ". " + self.say(figure) for figure in self.explorers()]
        check(len(said) >= 2, f"{len(said)} explorers were found")
        check(said == written, f"the scripts say {said}, Java wrote {written}")

    def say(self, figure):
        return figure.query_selector("[data-lu=say]").text_content()

    def at(self, figure, name):
        """The cell that is picked in a map; None if none is."""
        cell = figure.query_selector(MAPS[name] + " [aria-selected=true]")
        return int(cell.get_attribute("data-at")) if cell else None

    def everything_in_an_explorer_is_reached_by_keyboard(self):
        for number, figure in enumerate(self.explorers()):
            controls = figure.query_selector_all("[data-lu=controls] input, [data-lu=controls] select")
            controls[0].focus()
            for control in controls[1:]:
                self.page.keyboard.press("Tab")
                check(control.evaluate("e => e === document.activeElement"), f"explorer {number}: Tab goes past a control")
            for name in MAPS:
                self.page.keyboard.press("Tab")
                grid = figure.query_selector(MAPS[name])
                check(grid.evaluate("e => e === document.activeElement"), f"explorer {number}: Tab goes past {name}")
                check(grid.evaluate("e => getComputedStyle(e).outlineStyle") == "solid", f"explorer {number}: the focus on {name} cannot be seen")
                check(grid.get_attribute("data-lm-suppress-shortcuts") == "true", "JupyterLab would take the arrow keys")
                self.page.keyboard.press("Home")
                check(self.at(figure, name) == 0, f"explorer {number}: Home goes to {self.at(figure, name)}")
                said = {self.say(figure)}
                self.page.keyboard.press("ArrowRight")
                check(self.at(figure, name) == 1, f"explorer {number}: ArrowRight goes to {self.at(figure, name)}")
                check(grid.evaluate("e => e === document.activeElement"), f"explorer {number}: the focus is lost after an arrow key")
                said.add(self.say(figure))
                self.page.keyboard.press("ArrowDown")
                below = self.at(figure, name)
                check(below > 1, f"explorer {number}: ArrowDown goes to {below}")
                said.add(self.say(figure))
                self.page.keyboard.press("ArrowUp")
                self.page.keyboard.press("ArrowLeft")
                self.page.keyboard.press("ArrowLeft")
                check(self.at(figure, name) == 0, f"explorer {number}: the way back ends at {self.at(figure, name)}")
                check(len(said) == 3, f"explorer {number}: three cells are said as {said}")
                active = grid.get_attribute("aria-activedescendant")
                check(self.page.query_selector(f"[id='{active}']").get_attribute("aria-label") == self.say(figure), "a screen reader hears something else")

    def a_focus_is_seen_whole_and_nothing_is_scrolled(self):
        """On a wide page every explorer fits its sheet, and no box around a map cuts the outline of its focus."""
        for number, figure in enumerate(self.explorers()):
            for _ in self.combinations(figure):
                for name, selector in MAPS.items():
                    grid = figure.query_selector(selector)
                    if grid is None:
                        continue
                    grid.focus()
                    cut = figure.query_selector(selector).evaluate("""e => {
                        const style = getComputedStyle(e), outline = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth), r = e.getBoundingClientRect();
                        if (!(outline >= 2)) return 'no outline';
                        for (let box = e.parentElement; box; box = box.parentElement) {
                            if (box.tagName !== 'FIGURE' && getComputedStyle(box).overflowX === 'visible') continue;
                            const b = box.getBoundingClientRect();
                            const room = [r.left - b.left, b.right - r.right, r.top - b.top, b.bottom - r.bottom];
                            if (Math.min(...room) < outline - 0.5) return 'room on its sides: ' + room.map(v => v.toFixed(1));
                            if (box.scrollWidth > box.clientWidth) return 'it is scrolled: ' + box.scrollWidth + ' in ' + box.clientWidth;
                            if (box.tagName === 'FIGURE') return '';
                        }
                    }""")
                    title = figure.query_selector("[data-lu=controls] + div > div").text_content()
                    check(not cut, f"explorer {number}, {title}, {name}: {cut}")

    def a_click_picks_a_cell(self):
        for number, figure in enumerate(self.explorers()):
            for name, letter in [("Outputs", "y"), ("Inputs", "x")]:
                figure.query_selector(MAPS[name] + " [data-at='2']").click()
                check(self.at(figure, name) == 2, f"explorer {number}: a click on {name} 2 picks {self.at(figure, name)}")
                check(self.say(figure).startswith(letter + "["), f"explorer {number}: says {self.say(figure)!r}")
        row = self.explorers()[0]
        row.query_selector("[aria-hidden=true] > div[data-at='1']:not([style*=transparent])").click()
        check(self.at(row, "Outputs") == 1, "a click on a weight picks its output")

    def combinations(self, figure):
        """Every combination of the controls, by the controls' own keys or options."""
        controls = figure.query_selector_all("[data-lu=controls] input, [data-lu=controls] select")

        def walk(i):
            if i == len(controls):
                yield
                return
            control = controls[i]
            if control.evaluate("e => e.tagName") == "SELECT":
                for option in control.query_selector_all("option"):
                    control.select_option(option.get_attribute("value"))
                    yield from walk(i + 1)
                return
            control.focus()
            self.page.keyboard.press("Home")
            for step in range(int(control.get_attribute("max")) - int(control.get_attribute("min")) + 1):
                if step:
                    control.focus()
                    self.page.keyboard.press("ArrowRight")
                check(control.evaluate("e => e === document.activeElement"), "the focus is lost after an arrow key")
                yield from walk(i + 1)

        yield from walk(0)

    def every_combination_is_shown_and_nothing_below_jumps(self):
        refused = 0
        for number, figure in enumerate(self.explorers()):
            titles, tops = set(), set()
            for _ in self.combinations(figure):
                title = figure.query_selector("[data-lu=controls] + div > div").text_content()
                titles.add(title)
                tops.add(round(figure.query_selector("figcaption").evaluate("e => e.getBoundingClientRect().top - e.parentNode.getBoundingClientRect().top")))
                check(self.say(figure), f"explorer {number}: nothing is said at {title}")
                if title.endswith("not allowed"):
                    refused += 1
                    check(figure.query_selector(MAPS["Outputs"]) is None, f"explorer {number}: {title} has outputs")
                else:
                    check(figure.query_selector(MAPS["Outputs"]), f"explorer {number}: {title} has no outputs")
            states = len(json.loads(re.search(r'"titles":(\[.*?\])', figure.query_selector("script").text_content()).group(1)))
            check(len(titles) == states, f"explorer {number}: {len(titles)} of {states} combinations were shown")
            check(len(tops) == 1, f"explorer {number}: the caption stands at {sorted(tops)} px")
        check(refused > 0, "no explorer of the gallery has a combination that is refused")

    def numbers_stay_in_their_cells(self):
        for width in WIDTHS:
            page = self.open(width)
            cut = page.evaluate("""() => [...document.querySelectorAll('figure [role=grid] div, figure [aria-hidden=true] div')]
                .filter(e => e.children.length === 0 && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)""")
            check(not cut, f"at {width} px these are cut: {cut[:5]}")
            check(page.evaluate("document.scrollingElement.scrollWidth") <= width, f"the page is wider than {width} px")
            small = page.evaluate("""() => [...document.querySelectorAll('figure [role=grid] div')]
                .filter(e => e.children.length === 0 && e.textContent && parseFloat(getComputedStyle(e).fontSize) < 8.5).length""")
            check(small == 0, f"at {width} px {small} numbers are smaller than 8.5 px")
            page.context.close()

    def pictures_keep_a_readable_size(self):
        """Wide pictures are made smaller in a narrow cell, but not below 460 px; then they are scrolled in a box of their own."""
        page = self.open(420)
        small = page.evaluate("""() => [...document.querySelectorAll('img')].map(i => [i.getAttribute('width'), i.getBoundingClientRect().width])
            .filter(([wanted, got]) => got > 0 && got < Math.min(wanted, 460) - 1)""")
        check(not small, f"pictures too small to read (wanted, shown): {small}")
        page.context.close()

    def the_stepper_shows_whole_frames(self):
        """A frame is kept as what it changes in the still; over it, every frame must be a whole picture."""
        figure = next(f for f in self.page.query_selector_all("figure") if f.query_selector("button[aria-label='Next step']"))
        slider, pictures = figure.query_selector("input[type=range]"), set()
        check("url(" in figure.query_selector("img").evaluate("e => e.style.backgroundImage"), "the still does not lie below the frames")
        slider.focus()
        self.page.keyboard.press("Home")
        for step in range(int(slider.get_attribute("max")) + 1):
            said = figure.query_selector("[data-lu=say]").text_content()
            check(said.startswith(f"Step {step + 1} of "), f"step {step + 1} says {said!r}")
            pictures.add(figure.query_selector("img").screenshot())
            self.page.keyboard.press("ArrowRight")
        check(len(pictures) == int(slider.get_attribute("max")) + 1, f"{len(pictures)} pictures differ")

    def two_copies_of_an_output_work_each_for_itself(self):
        page = self.open(WIDTHS[0])
        twice = Path(self.screenshots / "twice.html")
        figure = next(f for f in re.findall(r"<figure .*?</figure>", self.text, re.S) if '"controls":[' in f)
        twice.write_text("<!doctype html><meta charset=utf-8><body>" + figure + figure, encoding="utf-8")
        page.goto(twice.resolve().as_uri())
        one, two = self.explorers(page)
        before = self.say(two)
        one.query_selector(MAPS["Outputs"] + " [data-at='0']").click()
        check(self.say(one) != self.say(two) and self.say(two) == before, "a click in one copy changes the other")
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        check(len(ids) == len(set(ids)), "both copies have the same ids")
        twice.unlink()
        page.context.close()

    def without_scripts_the_stills_remain(self):
        page = self.open(WIDTHS[0], java_script_enabled=False)
        check(not page.query_selector_all("input, button, select, canvas"), "controls that do nothing")
        stills = [f for f in page.query_selector_all("figure") if f.query_selector("[data-lu=still]")]
        check(len(stills) >= 2, f"{len(stills)} explorers have a still")
        for place in page.query_selector_all("[data-lu=controls]"):
            check("Run this cell" in place.text_content(), f"nothing says how to get controls: {place.text_content()!r}")
        check("Run this cell" not in self.page.query_selector("body").inner_text(), "where controls are, nothing else stands")
        for figure in stills:
            images = figure.query_selector_all("img")
            check(len(images) == 2 and images[0].is_visible() and images[0].bounding_box()["height"] > 50, "the still is not drawn")
            figure.query_selector("summary").click()
            check(images[1].bounding_box()["height"] > 20, "the sheet of all combinations is not drawn")
        page.context.close()

    def nothing_moves_with_reduced_motion(self):
        page = self.open(WIDTHS[0], reduced_motion="reduce")
        names = [b.text_content() for b in page.query_selector_all("button")]
        check("Play" not in names and names, f"the buttons are {names}")
        page.context.close()

    def screenshots_are_taken(self):
        for scheme in ["light", "dark"]:
            for width in WIDTHS[:2]:
                page = self.open(width, color_scheme=scheme)
                if scheme == "dark":
                    page.evaluate("document.body.style.background = '#111111'")
                page.screenshot(path=str(self.screenshots / f"gallery-{width}-{scheme}.png"), full_page=True)
                page.context.close()

    def no_error_and_no_foreign_request(self):
        check(not self.errors, "errors: " + " | ".join(self.errors[:5]))
        check(not self.foreign, "requests left the machine: " + " ".join(self.foreign[:5]))


ORDER = [
    Scenarios.explorers_begin_with_what_java_wrote,
    Scenarios.everything_in_an_explorer_is_reached_by_keyboard,
    Scenarios.a_focus_is_seen_whole_and_nothing_is_scrolled,
    Scenarios.a_click_picks_a_cell,
    Scenarios.every_combination_is_shown_and_nothing_below_jumps,
    Scenarios.numbers_stay_in_their_cells,
    Scenarios.pictures_keep_a_readable_size,
    Scenarios.the_stepper_shows_whole_frames,
    Scenarios.two_copies_of_an_output_work_each_for_itself,
    Scenarios.without_scripts_the_stills_remain,
    Scenarios.nothing_moves_with_reduced_motion,
    Scenarios.screenshots_are_taken,
    Scenarios.no_error_and_no_foreign_request,
]


def main() -> int:
    chromium, gallery, screenshots = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    screenshots.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        scenarios = Scenarios(playwright, chromium, gallery, screenshots)
        try:
            for scenario in ORDER:
                outcome, message = "passed", ""
                try:
                    scenario(scenarios)
                except Exception:
                    outcome, message = "failed", traceback.format_exc()
                print(json.dumps({"name": scenario.__name__, "outcome": outcome, "message": message}), flush=True)
        finally:
            scenarios.browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
