package upsampling.grader.intake;

import java.util.Arrays;

/// Says of a line of a [SourceFile] where the student finds it.
public sealed interface Origin {
    /// Returns the place of a line in the student's own words, such as `MyMaxPool2d.java:12` or `01-pooling.ipynb, cell 7, line 3`.
    ///
    /// @param line counted from 1; for a line that nobody wrote, and for 0, the answer names the file or cell alone
    String at(int line);

    /// A file as it was handed in.
    ///
    /// @param file its own name
    record JavaFile(String file) implements Origin {
        @Override
        public String at(int line) {
            return line < 1 ? file : file + ":" + line;
        }
    }

    /// Lines taken from cells of a notebook.
    ///
    /// @param notebook the notebook's file name
    /// @param cell the cell of the answer, counted from 1 over all cells
    /// @param cells for each line, the first at index 0, its cell; 0 if nobody wrote it
    /// @param lines for each line its line in that cell, counted from 1; 0 for the cell as a whole
    record Cells(String notebook, int cell, int[] cells, int[] lines) implements Origin {
        /// Copies the arrays.
        public Cells {
            if (cells.length != lines.length) throw new IllegalArgumentException("Cells: as many cells as lines, but " + cells.length + " and " + lines.length);
            cells = cells.clone();
            lines = lines.clone();
        }

        @Override
        public String at(int line) {
            boolean written = line >= 1 && line <= cells.length && cells[line - 1] > 0;
            if (!written) return notebook + ", cell " + cell;
            String place = notebook + ", cell " + cells[line - 1];
            return lines[line - 1] < 1 ? place : place + ", line " + lines[line - 1];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Cells that && notebook.equals(that.notebook) && cell == that.cell && Arrays.equals(cells, that.cells)
                && Arrays.equals(lines, that.lines);
        }

        /// Names every place, so that two with the same text say the same of every line.
        @Override
        public String toString() {
            return notebook + " " + cell + " " + Arrays.toString(cells) + " " + Arrays.toString(lines);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(lines) * 31 + notebook.hashCode();
        }
    }
}
