package upsampling.backend.vector;

import upsampling.backend.Interrupts;
import upsampling.backend.Strided;

/// Copies of boxes: padding, cropping, joining, permuting, pixel shuffle. Plain twin: `ScalarElements.copy`.
///
/// A box is a loop over rows, and a row is copied in the fastest of four ways: cells that lie side by side on both sides in one go; rows that take
/// turns in the target, or in the source, by {@link Interleave}; all others cell by cell.
public final class FastCopies {
    /// Cells of a part: longer rows are cut, so that several threads can share them.
    private static final int PART = 8192;

    private FastCopies() { }

    /// Copies `n` cells of a row, or of several rows that take turns.
    private interface Row {
        void copy(int read, int write, int n);
    }

    /// Computes {@link upsampling.backend.Backend#copy}; source and target have no cell in common.
    public static void copy(Workers workers, Strided from, Strided to, int... sizes) {
        float[] x = BufferPool.values(from.tensor().buffer());
        float[] y = BufferPool.values(to.tensor().buffer());
        Axes axes = Axes.sorted(sizes, from.strides(), to.strides());
        if (axes.count() == 0) {
            y[to.offset()] = x[from.offset()];
            return;
        }
        Axes.Axis last = axes.fromEnd(0);
        Axes.Axis before = axes.count() > 1 ? axes.fromEnd(1) : last;
        Axes.Axis turns = axes.sideBySide(last.read());
        if (last.read() == 1 && last.write() == 1) {
            rows(workers, axes.without(last), from, to, last, 1, (read, write, n) -> copyRun(x, read, y, write, n));
        } else if (last.write() == 1 && before.read() == 1 && before.write() == last.size()) {
            rows(workers, axes.without(before, last), from, to, before, last.size(),
                (read, write, n) -> Interleave.zip(x, read, last.read(), last.size(), n, y, write));
        } else if (last.write() == 1 && turns != null) {
            rows(workers, axes.without(turns, last), from, to, last, turns.size(),
                (read, write, n) -> Interleave.unzip(x, read, turns.write(), turns.size(), n, y, write));
        } else {
            rows(workers, axes.without(last), from, to, last, 1, (read, write, n) -> copyCells(x, read, last.read(), y, write, last.write(), n));
        }
    }

    /// Copies row by row, long rows part by part.
    ///
    /// @param along the axis along the rows
    /// @param together how many rows are copied together
    private static void rows(Workers workers, Axes outer, Strided from, Strided to, Axes.Axis along, int together, Row row) {
        int part = Math.max(PART / together, 64);
        int parts = Math.ceilDiv(along.size(), part);
        Pieces.run(workers, Math.multiplyExact(outer.cells(), parts), (long) Math.min(part, along.size()) * together, (begin, end) -> {
            Axes.Walk walk = outer.walk(begin / parts, from.offset(), to.offset());
            int number = begin % parts;
            for (int i = begin; i < end; i++) {
                Interrupts.check();
                int start = number * part;
                row.copy(walk.read() + start * along.read(), walk.write() + start * along.write(), Math.min(part, along.size() - start));
                if (++number == parts) {
                    number = 0;
                    walk.next();
                }
            }
        });
    }

    /// A call of `arraycopy` costs as much as some ten cells.
    private static void copyRun(float[] x, int at, float[] y, int atY, int n) {
        if (n >= 16) {
            System.arraycopy(x, at, y, atY, n);
        } else {
            for (int i = 0; i < n; i++) y[atY + i] = x[at + i];
        }
    }

    private static void copyCells(float[] x, int at, int step, float[] y, int atY, int stepY, int n) {
        for (int i = 0; i < n; i++) y[atY + i * stepY] = x[at + i * step];
    }
}
