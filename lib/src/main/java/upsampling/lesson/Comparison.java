package upsampling.lesson;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import upsampling.show.Numbers;
import upsampling.tensor.Tensor;

/// Compares two values down into arrays, lists, tensors and records, and remembers the first difference and how many there are.
///
/// `NaN` equals `NaN`, and 0 equals -0. Numbers of different types are compared as numbers; where one side is a float, as floats. One feature
/// map `[1, 1, H, W]` may be compared with a `double[][]`, any tensor with a `double[]` of its values in row-major order.
final class Comparison {
    private final double tolerance;
    private int compared;
    private int different;
    private String first;

    /// @param tolerance largest difference of two numbers, >= 0
    Comparison(double tolerance) {
        if (!(tolerance >= 0)) throw new IllegalArgumentException("claim: tolerance must be >= 0, but was " + tolerance);
        this.tolerance = tolerance;
    }

    /// Returns what differs in words; null if nothing does.
    static String difference(Object expected, Object actual, double tolerance) {
        Comparison comparison = new Comparison(tolerance);
        comparison.compare("", expected, actual);
        return comparison.first == null ? null : comparison.first
            + (comparison.compared > 1 && comparison.different > 0 ? "\n" + comparison.different + " of " + comparison.compared + " differ" : "");
    }

    private void compare(String path, Object expected, Object actual) {
        if (expected == null || actual == null) leaf(path, expected, actual, expected == actual);
        else if (expected instanceof Number e && actual instanceof Number a) leaf(path, expected, actual, same(e, a));
        else if (expected instanceof Tensor e && actual instanceof Tensor a) tensors(path, e, a);
        else if (expected instanceof Tensor e && actual.getClass().isArray()) compare(path, asArray(e, actual), actual);
        else if (actual instanceof Tensor a && expected.getClass().isArray()) compare(path, expected, asArray(a, expected));
        else if (expected.getClass().isArray() && actual.getClass().isArray()) arrays(path, expected, actual);
        else if (expected instanceof List<?> e && actual instanceof List<?> a) arrays(path, e.toArray(), a.toArray());
        else if (expected instanceof Record && expected.getClass() == actual.getClass()) records(path, (Record) expected, (Record) actual);
        else leaf(path, expected, actual, expected.equals(actual));
    }

    private void tensors(String path, Tensor expected, Tensor actual) {
        if (!expected.shape().equals(actual.shape())) {
            differs(path, "the shape " + expected.shape(), "the shape " + actual.shape());
            return;
        }
        for (int i = 0; i < expected.shape().size(); i++) {
            int plane = i / (expected.shape().h() * expected.shape().w());
            String index = path + "[" + plane / expected.shape().c() + ", " + plane % expected.shape().c() + ", "
                + i / expected.shape().w() % expected.shape().h() + ", " + i % expected.shape().w() + "]";
            compare(index, expected.data()[i], actual.data()[i]);
        }
    }

    private static Object asArray(Tensor tensor, Object like) {
        boolean map = like.getClass().getComponentType().isArray() && tensor.shape().planes() == 1;
        if (!map) return tensor.toArray();
        float[][] rows = new float[tensor.shape().h()][tensor.shape().w()];
        for (int h = 0; h < rows.length; h++) for (int w = 0; w < rows[h].length; w++) rows[h][w] = tensor.get(h, w);
        return rows;
    }

    private void arrays(String path, Object expected, Object actual) {
        int length = Array.getLength(expected);
        if (length != Array.getLength(actual)) {
            differs(path, length + " elements", Array.getLength(actual) + " elements");
            return;
        }
        for (int i = 0; i < length; i++) compare(path + "[" + i + "]", Array.get(expected, i), Array.get(actual, i));
    }

    private void records(String path, Record expected, Record actual) {
        for (RecordComponent component : expected.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                compare(path + "." + component.getName(), component.getAccessor().invoke(expected), component.getAccessor().invoke(actual));
            } catch (ReflectiveOperationException | RuntimeException e) {
                leaf(path, expected, actual, expected.equals(actual)); // components that cannot be read: the record judges itself
                return;
            }
        }
    }

    private boolean same(Number expected, Number actual) {
        if (whole(expected) && whole(actual)) return Math.abs((double) (expected.longValue() - actual.longValue())) <= tolerance;
        boolean floats = expected instanceof Float || actual instanceof Float;
        double e = floats ? expected.floatValue() : expected.doubleValue();
        double a = floats ? actual.floatValue() : actual.doubleValue();
        return e == a || Double.isNaN(e) && Double.isNaN(a) || Math.abs(e - a) <= tolerance;
    }

    private static boolean whole(Number n) {
        return n instanceof Integer || n instanceof Long || n instanceof Short || n instanceof Byte;
    }

    private void leaf(String path, Object expected, Object actual, boolean same) {
        compared++;
        if (!same) {
            different++;
            differs(path, text(expected, actual), text(actual, expected));
        }
    }

    private void differs(String path, String expected, String actual) {
        if (first != null) return;
        String place = path.startsWith(".") ? path.substring(1) : path;
        first = "expected " + expected + "\nbut was  " + actual + (place.isEmpty() ? "" : "\nat " + place);
    }

    // four digits, unless they hide the difference
    private static String text(Object value, Object other) {
        if (!(value instanceof Number n)) return value instanceof String s ? '"' + s + '"' : Objects.toString(value);
        String text = Numbers.text(n.doubleValue());
        boolean hidden = other instanceof Number o && Numbers.text(o.doubleValue()).equals(text);
        return hidden || n instanceof Long ? n.toString() : text;
    }
}
