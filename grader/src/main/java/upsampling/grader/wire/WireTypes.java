package upsampling.grader.wire;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import upsampling.tensor.Tensor;

/// The closed set of types that a task may take and return: numbers, texts, tensors, and arrays and records of those.
public final class WireTypes {
    private static final Set<Class<?>> PLAIN = Set.of(boolean.class, int.class, long.class, float.class, double.class, String.class, Tensor.class);

    private WireTypes() { }

    /// Returns the methods of a lesson's interface in an order that both machines find without talking about it.
    ///
    /// @throws IllegalStateException if one of them takes or returns a type that cannot go through the wire: an error of the lesson's author
    public static Method[] methodsOf(Class<?> lesson) {
        Method[] methods = Arrays.stream(lesson.getDeclaredMethods()).filter(Method::isDefault)
            .sorted((a, b) -> (a.getName() + Arrays.toString(a.getParameterTypes())).compareTo(b.getName() + Arrays.toString(b.getParameterTypes())))
            .toArray(Method[]::new);
        for (Method method : methods) {
            require(method.getReturnType(), method, 0);
            for (Class<?> type : method.getParameterTypes()) require(type, method, 0);
        }
        return methods;
    }

    private static void require(Class<?> type, Method method, int depth) {
        if (depth <= WireLimits.NESTING) {
            if (PLAIN.contains(type)) return;
            if (type.isArray()) {
                require(type.getComponentType(), method, depth + 1);
                return;
            }
            if (type.isRecord() && type.getName().startsWith("upsampling.")) {
                for (RecordComponent component : type.getRecordComponents()) require(component.getType(), method, depth + 1);
                return;
            }
        }
        throw new IllegalStateException("Lesson: %s uses %s, which cannot go from one machine to another; allowed are numbers, texts, tensors, and arrays and records of those"
            .formatted(method, type.getTypeName()));
    }
}
