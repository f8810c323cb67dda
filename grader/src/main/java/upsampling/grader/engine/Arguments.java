package upsampling.grader.engine;

import java.lang.reflect.Array;

import upsampling.tensor.Tensor;

/// Copies of arguments, so that an answer that writes into them changes nothing else.
public final class Arguments {
    private Arguments() { }

    /// Returns copies of the tensors and arrays, and everything else, which cannot be changed, as it is.
    ///
    /// @param arguments null for a method without parameters, as reflection has it
    public static Object[] copies(Object[] arguments) {
        if (arguments == null) return null;
        Object[] copies = new Object[arguments.length];
        for (int i = 0; i < copies.length; i++) copies[i] = copy(arguments[i]);
        return copies;
    }

    private static Object copy(Object argument) {
        if (argument instanceof Tensor x) return Tensor.wrap(x.shape(), x.toArray(), x.backend());
        if (argument == null || !argument.getClass().isArray()) return argument;
        int length = Array.getLength(argument);
        Object copy = Array.newInstance(argument.getClass().getComponentType(), length);
        for (int i = 0; i < length; i++) Array.set(copy, i, copy(Array.get(argument, i)));
        return copy;
    }
}
