package upsampling.grader.shrink;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.StringJoiner;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Values as Java that can be typed in again: `maxPool2d(Tensor.image(new double[][] {{-1}}), Window.of(2).withPadding(1))`.
public final class Literals {
    private static final int MOST_RESULT = 60;

    private Literals() { }

    /// Returns a call of a task in Java.
    static String call(FailedCall call) {
        var text = new StringJoiner(", ", call.method().getName() + "(", ")");
        for (Object argument : call.arguments()) text.add(of(argument));
        return text.toString();
    }

    /// Returns a result as text: in Java if it is short, else what kind of thing it is.
    static String result(Object value) {
        if (value instanceof Tensor x && x.shape().size() > 1) return "a tensor of shape " + x.shape();
        String text = of(value);
        return text.length() <= MOST_RESULT ? text : "a " + value.getClass().getSimpleName();
    }

    /// Returns a value in Java; one outside the types of tasks as its text.
    static String of(Object value) {
        return switch (value) {
            case null -> "null";
            case Tensor x -> tensor(x);
            case Window window -> window(window);
            case Float v -> Float.isFinite(v) ? number(v) + "f" : number(v).replace("Double", "Float");
            case Double v -> number(v);
            case Long v -> v + "L";
            case String s -> "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
            case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            case Record fields -> ofRecord(fields);
            case Object array when array.getClass().isArray() -> "new " + array.getClass().getSimpleName() + " " + elements(array);
            default -> String.valueOf(value);
        };
    }

    private static String tensor(Tensor x) {
        Shape shape = x.shape();
        if (shape.planes() == 1) return "Tensor.image(new double[][] " + elements(x.plane(0, 0)) + ")";
        var text = new StringJoiner(", ", "Tensor.of(Shape.of(" + shape.n() + ", " + shape.c() + ", " + shape.h() + ", " + shape.w() + "), ", ")");
        for (float v : x.data()) text.add(v == Math.rint(v) && Math.abs(v) < 1e7 ? number(v) : of(v));
        return text.toString();
    }

    private static String window(Window window) {
        return "Window.of(" + window.kernel() + ")" + (window.stride() == 1 ? "" : ".withStride(" + window.stride() + ")")
            + (window.padding() == 0 ? "" : ".withPadding(" + window.padding() + ")")
            + (window.dilation() == 1 ? "" : ".withDilation(" + window.dilation() + ")");
    }

    private static String elements(Object array) {
        var text = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < Array.getLength(array); i++) {
            Object element = Array.get(array, i);
            text.add(element != null && element.getClass().isArray() ? elements(element) : of(element));
        }
        return text.toString();
    }

    private static String ofRecord(Record value) {
        var text = new StringJoiner(", ", "new " + value.getClass().getSimpleName() + "(", ")");
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                text.add(of(component.getAccessor().invoke(value)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("shrink: " + component + " cannot be read", e);
            }
        }
        return text.toString();
    }

    private static String number(double v) {
        if (Double.isNaN(v)) return "Double.NaN";
        if (Double.isInfinite(v)) return v > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v)
            : v == (float) v ? Float.toString((float) v) : Double.toString(v);
    }
}
