package upsampling.backend.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The axes of a box of cells that lie in two arrays, as few as possible: axes that run on into each other on both sides are one, and axes of size 1
/// are left out. A copy has its source and its target; a function of two tensors has its two arguments.
final class Axes {
    /// @param size how many cells
    /// @param read distance of neighbours in the source, or the first argument
    /// @param write distance of neighbours in the target, or the second argument
    record Axis(int size, int read, int write) { }

    private final List<Axis> axes;

    private Axes(List<Axis> axes) {
        this.axes = axes;
    }

    /// Returns the axes with the closest in the target last.
    static Axes sorted(int[] sizes, int[] read, int[] write) {
        List<Axis> axes = longAxes(sizes, read, write);
        axes.sort(Comparator.comparingInt((Axis axis) -> Math.abs(axis.write)).reversed());
        return merged(axes);
    }

    /// Returns the axes in the order given.
    static Axes of(int[] sizes, int[] read, int[] write) {
        return merged(longAxes(sizes, read, write));
    }

    private static List<Axis> longAxes(int[] sizes, int[] read, int[] write) {
        List<Axis> axes = new ArrayList<>();
        for (int a = 0; a < sizes.length; a++) {
            if (sizes[a] > 1) axes.add(new Axis(sizes[a], read[a], write[a]));
        }
        return axes;
    }

    private static Axes merged(List<Axis> axes) {
        for (int a = axes.size() - 2; a >= 0; a--) {
            Axis outer = axes.get(a);
            Axis inner = axes.get(a + 1);
            if (outer.read == inner.size * inner.read && outer.write == inner.size * inner.write) {
                axes.set(a, new Axis(outer.size * inner.size, inner.read, inner.write));
                axes.remove(a + 1);
            }
        }
        return new Axes(axes);
    }

    int count() {
        return axes.size();
    }

    /// Returns an axis, counted from the last one.
    Axis fromEnd(int back) {
        return axes.get(axes.size() - 1 - back);
    }

    /// Returns the axis of so many cells that lie side by side in the source, or null.
    Axis sideBySide(int size) {
        for (Axis axis : axes) {
            if (axis.size == size && axis.read == 1) return axis;
        }
        return null;
    }

    /// Returns these axes without some of them.
    Axes without(Axis... taken) {
        List<Axis> rest = new ArrayList<>(axes);
        for (Axis axis : taken) rest.remove(axis);
        return new Axes(rest);
    }

    /// Returns the number of cells of the box.
    int cells() {
        int cells = 1;
        for (Axis axis : axes) cells *= axis.size;
        return cells;
    }

    /// Returns a walk that begins at a cell.
    Walk walk(int number, int read, int write) {
        return new Walk(number, read, write);
    }

    /// Goes through the cells of the box in order, and knows where each is on both sides.
    final class Walk {
        private final int[] index = new int[axes.size()];
        private int read;
        private int write;

        private Walk(int number, int read, int write) {
            this.read = read;
            this.write = write;
            int rest = number;
            for (int a = axes.size() - 1; a >= 0; a--) {
                Axis axis = axes.get(a);
                index[a] = rest % axis.size;
                rest /= axis.size;
                this.read += index[a] * axis.read;
                this.write += index[a] * axis.write;
            }
        }

        int read() {
            return read;
        }

        int write() {
            return write;
        }

        /// Goes to the next cell.
        void next() {
            for (int a = axes.size() - 1; a >= 0; a--) {
                Axis axis = axes.get(a);
                read += axis.read;
                write += axis.write;
                if (++index[a] < axis.size) return;
                read -= axis.size * axis.read;
                write -= axis.size * axis.write;
                index[a] = 0;
            }
        }
    }
}
