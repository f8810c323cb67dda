"""Executes a notebook through Jupyter's protocol with nbclient: through_nbclient.py LESSON.ipynb OUTPUT.ipynb [SECONDS_PER_CELL]

Exit code 0: every cell ran (errors only in cells tagged raises-exception); 1: a cell failed, its error is on standard error.
"""
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError


def main() -> int:
    source, target = sys.argv[1:3]
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 120
    notebook = nbformat.read(source, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    client = NotebookClient(notebook, kernel_name="java", timeout=seconds, coalesce_streams=True)
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError) as error:
        print(error, file=sys.stderr)
        return 1
    nbformat.write(notebook, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
