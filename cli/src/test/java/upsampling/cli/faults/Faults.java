package upsampling.cli.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Set;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What woven operators call before they return: counts them, and falsifies the results of the one that is to be false.
///
/// Public, since the woven classes of `upsampling.op` call it.
public final class Faults {
    /// How a result is made false.
    public enum Kind {
        /// Every element is 1e-3 too large.
        OFFSET,
        /// Every element comes from the mirrored column; with one column, from the mirrored row.
        FLIPPED
    }

    private static final float OFFSET = 1e-3f;
    private static final Set<String> USED = new LinkedHashSet<>();
    private static String falseOperator;
    private static Kind kind;
    private static boolean changed;

    private Faults() { }

    /// Makes one operator false from now on; null: none.
    static synchronized void inject(String operator, Kind how) {
        falseOperator = operator;
        kind = how;
        changed = false;
        USED.clear();
    }

    /// Returns the operators whose results were asked for since the last {@link #inject}.
    static synchronized Set<String> used() {
        return new LinkedHashSet<>(USED);
    }

    /// Whether a result really became another one: a single pixel has no other column.
    static synchronized boolean hasChangedAResult() {
        return changed;
    }

    /// Called by woven operators with their result.
    public static synchronized Object result(Object result, String operator) {
        USED.add(operator);
        if (!operator.equals(falseOperator)) return result;
        return switch (result) {
            case Tensor x -> falsified(x);
            case Record fields -> falsified(fields);
            case null, default -> result;
        };
    }

    private static Tensor falsified(Tensor x) {
        float[] right = x.toArray();
        float[] wrong = kind == Kind.OFFSET ? right.clone() : flipped(right, x.shape());
        for (int i = 0; i < right.length; i++) {
            if (kind == Kind.OFFSET) wrong[i] += OFFSET;
            changed |= Float.compare(wrong[i], right[i]) != 0;
        }
        return Tensor.wrap(x.shape(), wrong, x.backend());
    }

    private static float[] flipped(float[] values, Shape shape) {
        float[] flipped = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int w = i % shape.w();
            int h = i / shape.w() % shape.h();
            int plane = i / shape.planeSize() * shape.planeSize();
            int from = shape.w() > 1 ? h * shape.w() + shape.w() - 1 - w : shape.h() - 1 - h;
            flipped[i] = values[plane + from];
        }
        return flipped;
    }

    /// A result of several parts, such as values and indices: its tensors are falsified.
    private static Object falsified(Record result) {
        RecordComponent[] components = result.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] parts = new Object[components.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = components[i].getType();
                parts[i] = components[i].getAccessor().invoke(result);
                if (parts[i] instanceof Tensor x) parts[i] = falsified(x);
            }
            return result.getClass().getDeclaredConstructor(types).newInstance(parts);
        } catch (IllegalAccessException | InvocationTargetException | InstantiationException | NoSuchMethodException e) {
            throw new IllegalStateException("Faults: " + result.getClass() + " cannot be falsified", e);
        }
    }
}
