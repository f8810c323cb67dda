package upsampling.grader.engine;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.StringJoiner;

import upsampling.tensor.Tensor;

/// A call of a task as a learner would write it down, such as `maxPool2d(x [[5, 5], [5, 5]], window k2 s2)`; of values that are too many or in
/// several planes only the shape, `x of shape [1, 2, 2, 2]`.
final class Calls {
    /// Up to so many numbers are written out; of more only the shape.
    private static final int SMALL = 16;

    private Calls() { }

    static String text(Method method, Object[] arguments) {
        var text = new StringJoiner(", ", method.getName() + "(", ")");
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            text.add(parameters[i].isNamePresent() ? parameters[i].getName() + " " + value(arguments[i]) : value(arguments[i]));
        }
        return text.toString();
    }

    private static String value(Object argument) {
        if (argument instanceof Tensor x) return tensor(x);
        if (argument != null && argument.getClass().isArray()) return array(argument);
        return String.valueOf(argument);
    }

    private static String tensor(Tensor x) {
        if (x.shape().planes() > 1 || x.shape().size() > SMALL) return "of shape " + x.shape();
        var rows = new StringJoiner(", ", "[", "]");
        for (double[] row : x.plane(0, 0)) rows.add(array(row));
        return rows.toString();
    }

    private static String array(Object array) {
        int length = Array.getLength(array);
        if (length > SMALL) return "of " + length + " values";
        var text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < length; i++) {
            Object element = Array.get(array, i);
            text.add(element instanceof Number number ? Text.number(number.doubleValue()) : value(element));
        }
        return text.toString();
    }
}
