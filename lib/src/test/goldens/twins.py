"""Runs the folded PyTorch cells of lessons, and compares what they print with the output that stands below them.

    pip install torch
    python twins.py ../../../../notebooks/*.ipynb            # exit code 1 if an output differs
    python twins.py --update ../../../../notebooks/*.ipynb   # writes the outputs into the lessons

A twin is a block of Python in a text cell, and behind it, after the words "It prints" or at once, a block with what it prints. The twins of a lesson
share their names, as cells do, in the order of the page.
"""

import contextlib
import io
import json
import pathlib
import re
import sys

TWIN = re.compile(r"(```python\n(.*?)```\n(?:\nIt prints\n\n)?```(?:text)?\n)(.*?)(```)", re.S)


def check(file, update):
    """Returns how many twins a lesson has, and how many of them print something else than what is stored."""
    book = json.loads(file.read_text(encoding="utf-8"))
    names = {}
    found = wrong = 0
    for cell in book["cells"]:
        if cell["cell_type"] != "markdown":
            continue
        text = "".join(cell["source"])
        for head, code, stored, end in TWIN.findall(text):
            found += 1
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(code, f"{file.name}, cell {cell['id']}", "exec"), names)
            if printed.getvalue() != stored:
                wrong += 1
                print(f"{file.name}, cell {cell['id']}: stored\n{stored}but PyTorch prints\n{printed.getvalue()}")
                text = text.replace(head + stored + end, head + printed.getvalue() + end)
        cell["source"] = text.splitlines(True)
    if update and wrong:
        file.write_text(json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return found, wrong


if __name__ == "__main__":
    files = [pathlib.Path(a) for a in sys.argv[1:] if a != "--update"]
    update = "--update" in sys.argv[1:]
    results = [check(file, update) for file in files]
    print(f"{sum(f for f, _ in results)} twins, {sum(w for _, w in results)} differ" + (", now updated" if update else ""))
    sys.exit(0 if update or not any(w for _, w in results) else 1)
