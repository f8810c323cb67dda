package upsampling.grader.shrink;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The steps that make arguments simpler. Each returns lists of arguments in which one thing is simpler, the boldest step first; whether such
/// arguments make sense for the task is the oracle's business.
final class Moves {
    private Moves() { }

    // --- sizes ---------------------------------------------------------------------------------------------------------------------------

    /// Returns arguments with smaller tensors, shorter arrays, and parameters nearer to 1.
    static List<Object[]> sizes(Object[] arguments) {
        List<Object[]> moves = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Tensor x) {
                for (int axis = 0; axis < 4; axis++) cuts(arguments, x, axis, moves);
            } else if (arguments[i] != null && arguments[i].getClass().isArray()) {
                shorter(arguments, i, moves);
            }
        }
        for (int i = 0; i < arguments.length; i++) {
            for (Object smaller : parameters(arguments[i])) moves.add(replaced(arguments, i, smaller));
        }
        together(arguments, moves);
        moves.addAll(CoupledMoves.of(arguments));
        return moves;
    }

    /// A size and a kernel often shrink only together: the window must go on fitting.
    private static void together(Object[] arguments, List<Object[]> moves) {
        for (int i = 0; i < arguments.length; i++) {
            if (!(arguments[i] instanceof Integer n) || n < 2) continue;
            Object[] changed = replaced(arguments, i, n - 1);
            for (int k = 0; k < arguments.length; k++) {
                if (!(arguments[k] instanceof Record fields)) continue;
                for (Object smaller : records(fields)) moves.add(replaced(changed, k, smaller));
            }
        }
    }

    /// Cuts one axis of a tensor, and of everything that goes with it: tensors of the same shape, and arrays with one element for each of its own.
    private static void cuts(Object[] arguments, Tensor x, int axis, List<Object[]> moves) {
        int size = sizes(x.shape())[axis];
        for (int keep : new TreeSet<>(List.of(1, size / 2, size - 1))) {
            if (keep < 1 || keep >= size) continue;
            for (int from : new int[] {0, size - keep}) {
                Object[] cut = arguments.clone();
                for (int i = 0; i < cut.length; i++) {
                    if (cut[i] instanceof Tensor other && other.shape().equals(x.shape())) {
                        cut[i] = TensorCut.of(other, axis, from, keep);
                    } else if (cut[i] != null && cut[i].getClass().isArray() && Array.getLength(cut[i]) == x.shape().size()) {
                        cut[i] = TensorCut.ofArray(cut[i], x.shape(), axis, from, keep);
                    }
                }
                moves.add(cut);
            }
        }
    }

    static int[] sizes(Shape shape) {
        return new int[] {shape.n(), shape.c(), shape.h(), shape.w()};
    }

    private static void shorter(Object[] arguments, int i, List<Object[]> moves) {
        Object array = arguments[i];
        int length = Array.getLength(array);
        if (length > 2) {
            moves.add(replaced(arguments, i, part(array, 0, length / 2)));
            moves.add(replaced(arguments, i, part(array, length / 2, length)));
        }
        for (int without = 0; without < length && length > 1; without++) moves.add(replaced(arguments, i, without(array, without)));
    }

    static Object part(Object array, int from, int to) {
        Object part = Array.newInstance(array.getClass().getComponentType(), to - from);
        System.arraycopy(array, from, part, 0, to - from);
        return part;
    }

    private static Object without(Object array, int index) {
        int length = Array.getLength(array);
        Object rest = Array.newInstance(array.getClass().getComponentType(), length - 1);
        System.arraycopy(array, 0, rest, 0, index);
        System.arraycopy(array, index + 1, rest, index, length - 1 - index);
        return rest;
    }

    /// Returns simpler parameters: whole numbers nearer to 1, `false` for `true`, records and arrays of records with one such component.
    private static List<Object> parameters(Object argument) {
        List<Object> simpler = new ArrayList<>();
        switch (argument) {
            case Integer n -> wholes(n, 1).forEach(v -> simpler.add((int) (long) v));
            case Long n -> simpler.addAll(wholes(n, 1));
            case Boolean flag when flag -> simpler.add(false);
            case Record fields -> simpler.addAll(records(fields));
            case Object[] array -> {
                for (int i = 0; i < array.length; i++) {
                    for (Object element : parameters(array[i])) {
                        Object[] changed = array.clone();
                        changed[i] = element;
                        simpler.add(changed);
                    }
                }
            }
            case null, default -> { } // a text or a constant says which case is meant
        }
        return simpler;
    }

    /// Returns numbers between `least` and n, the least first: half the way, three quarters of it, and one less.
    private static List<Long> wholes(long n, long least) {
        List<Long> smaller = new ArrayList<>();
        for (long v : new long[] {least, n / 2, n / 4 * 3, n - 1}) {
            if (v >= least && v < n && !smaller.contains(v)) smaller.add(v);
        }
        return smaller;
    }

    /// A record checks its own components, so 0 may be tried too: it is the simplest padding.
    private static List<Object> records(Record value) {
        List<Object> simpler = new ArrayList<>();
        RecordComponent[] components = value.getClass().getRecordComponents();
        try {
            Object[] parts = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < parts.length; i++) {
                components[i].getAccessor().setAccessible(true);
                parts[i] = components[i].getAccessor().invoke(value);
                types[i] = components[i].getType();
            }
            Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            for (int i = 0; i < parts.length; i++) {
                List<Object> candidates = new ArrayList<>();
                if (parts[i] instanceof Integer n) wholes(n, 0).forEach(v -> candidates.add((int) (long) v));
                else candidates.addAll(parameters(parts[i]));
                if (parts[i] instanceof Integer n && n > 1) candidates.add(1, 1);
                for (Object candidate : candidates) addIfAccepted(constructor, replaced(parts, i, candidate), simpler);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("shrink: " + value.getClass() + " cannot be read", e);
        }
        return simpler;
    }

    private static void addIfAccepted(Constructor<?> constructor, Object[] parts, List<Object> made) throws ReflectiveOperationException {
        try {
            made.add(constructor.newInstance(parts));
        } catch (InvocationTargetException refused) {
            // such a record does not exist
        }
    }

    // --- values --------------------------------------------------------------------------------------------------------------------------

    /// Returns arguments with simpler numbers in their tensors and arrays, and simpler real parameters.
    static List<Object[]> values(Object[] arguments) {
        List<Object[]> moves = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            for (Object simpler : ValueMoves.of(arguments[i])) moves.add(replaced(arguments, i, simpler));
        }
        return moves;
    }

    private static Object[] replaced(Object[] arguments, int index, Object argument) {
        Object[] changed = arguments.clone();
        changed[index] = argument;
        return changed;
    }
}
