package upsampling.cli.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

/// What woven operators call before they return: notes which operator was used, and falsifies the results of the one that is to be false.
///
/// Public, since the woven classes call it.
public final class Faults {
    /// How a result is made false.
    public enum Kind {
        /// Every number is 1e-3 too large: of a tensor its elements, of {@link Taps} their weights. Indices stay.
        OFFSET,
        /// Every number comes from the mirrored place: the mirrored column of a plane (with one column, the mirrored row), for indices as for values;
        /// the mirrored row of a matrix; the mirrored input cell of {@link Taps}.
        FLIPPED
    }

    private static final float OFFSET = 1e-3f;
    private static final Set<String> USED = new LinkedHashSet<>();
    private static String falseOperator;
    private static Kind kind;
    private static boolean changed;
    /// What was falsified last. Methods of operators call each other, and what one hands on from the other must not be falsified twice: two flips are none.
    private static Object last;

    private Faults() { }

    /// Makes one operator false from now on; null: none.
    static synchronized void inject(String operator, Kind how) {
        falseOperator = operator;
        kind = how;
        forget();
    }

    /// Begins to count anew: nothing was used, nothing was changed.
    static synchronized void forget() {
        changed = false;
        last = null;
        USED.clear();
    }

    /// Returns the operators whose results were asked for since the last {@link #forget}.
    static synchronized Set<String> used() {
        return new LinkedHashSet<>(USED);
    }

    /// Returns whether a result really became another one since the last {@link #forget}: a single pixel has no other column.
    static synchronized boolean hasChangedAResult() {
        return changed;
    }

    /// Called by woven operators with their result.
    ///
    /// @param self the object that answers; null if a static method does
    /// @param owner the operator whose class it is
    public static synchronized Object result(Object result, Object self, String owner) {
        String operator = nameOf(self, owner);
        USED.add(operator);
        if (!operator.equals(falseOperator) || result == last) return result;
        Object wrong = switch (result) {
            case Tensor x -> falsified(x);
            case Tensor[] parts -> Arrays.stream(parts).map(Faults::falsified).toArray(Tensor[]::new);
            case Taps taps -> falsified(taps);
            case double[][] matrix -> falsified(matrix);
            case Record parts -> falsified(parts);
            default -> throw new IllegalStateException("Faults: a " + result.getClass() + " of " + owner + " cannot be falsified");
        };
        if (!(wrong instanceof Record) || wrong instanceof Taps) last = wrong; // of a record, its tensor is what was falsified last
        return wrong;
    }

    /// Maps that several operators share are named after the one that made them: it is their component `who`.
    private static String nameOf(Object self, String owner) {
        if (self == null) return owner;
        try {
            var who = self.getClass().getDeclaredMethod("who");
            who.setAccessible(true);
            return (String) who.invoke(self);
        } catch (NoSuchMethodException none) {
            return self.getClass().getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Faults: " + self.getClass() + " does not say who made it", e);
        }
    }

    private static Tensor falsified(Tensor x) {
        if (x == last) return x;
        float[] right = x.toArray();
        float[] wrong = new float[right.length];
        for (int i = 0; i < right.length; i++) {
            wrong[i] = kind == Kind.OFFSET ? right[i] + OFFSET : right[mirrored(i, x.shape())];
            changed |= Float.compare(wrong[i], right[i]) != 0;
        }
        Tensor falsified = x.backend().upload(x.shape(), wrong);
        last = falsified;
        return falsified;
    }

    private static int mirrored(int i, Shape shape) {
        int w = i % shape.w();
        int h = i / shape.w() % shape.h();
        int plane = i / shape.planeSize() * shape.planeSize();
        return plane + (shape.w() > 1 ? h * shape.w() + shape.w() - 1 - w : shape.h() - 1 - h);
    }

    private static Taps falsified(Taps taps) {
        double[] weight = taps.weight().clone();
        int[] cell = taps.cell().clone();
        for (int t = 0; t < cell.length; t++) {
            if (kind == Kind.OFFSET) weight[t] += OFFSET;
            else cell[t] = taps.inSize() - 1 - cell[t];
            changed |= weight[t] != taps.weight()[t] || cell[t] != taps.cell()[t];
        }
        return new Taps(taps.inSize(), taps.first(), cell, weight);
    }

    private static double[][] falsified(double[][] matrix) {
        double[][] wrong = new double[matrix.length][matrix[0].length];
        for (int o = 0; o < matrix.length; o++) {
            for (int i = 0; i < matrix[o].length; i++) {
                wrong[o][i] = kind == Kind.OFFSET ? matrix[o][i] + OFFSET : matrix[matrix.length - 1 - o][i];
                changed |= wrong[o][i] != matrix[o][i];
            }
        }
        return wrong;
    }

    /// A result of two parts, values and indices.
    private static Object falsified(Record result) {
        RecordComponent[] components = result.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] parts = new Object[components.length];
        try {
            Shape shape = null;
            for (int i = 0; i < parts.length; i++) {
                types[i] = components[i].getType();
                parts[i] = components[i].getAccessor().invoke(result);
                if (parts[i] instanceof Tensor x) {
                    shape = x.shape();
                    parts[i] = falsified(x);
                } else if (parts[i] instanceof Indices where && shape != null && kind == Kind.FLIPPED) {
                    parts[i] = Indices.of(flipped(where.values(), shape));
                }
            }
            return result.getClass().getDeclaredConstructor(types).newInstance(parts);
        } catch (IllegalAccessException | InvocationTargetException | InstantiationException | NoSuchMethodException e) {
            throw new IllegalStateException("Faults: " + result.getClass() + " cannot be falsified", e);
        }
    }

    private static int[] flipped(int[] indices, Shape shape) {
        int[] flipped = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            flipped[i] = indices[mirrored(i, shape)];
            changed |= flipped[i] != indices[i];
        }
        return flipped;
    }
}
