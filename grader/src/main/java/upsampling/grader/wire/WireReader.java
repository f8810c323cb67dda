package upsampling.grader.wire;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Reads a payload that the other side may have made up: every value is rebuilt here from numbers, so that no code of the other side comes along.
public final class WireReader {
    private final ByteBuffer in;
    private int elements;

    /// @param payload of a frame
    public WireReader(byte[] payload) {
        in = ByteBuffer.wrap(payload);
    }

    /// Reads a whole number.
    public int number() throws WireFault {
        return reading(in::getInt);
    }

    /// Reads a whole number from 0 to `most`.
    public int number(int most, String what) throws WireFault {
        int number = number();
        if (number < 0 || number > most) throw new WireFault(what + " must be from 0 to " + most + ", but was " + number);
        return number;
    }

    /// Reads a text.
    public String text() throws WireFault {
        return new String(bytes(WireLimits.TEXT, "bytes of a text"), StandardCharsets.UTF_8);
    }

    /// Reads bytes.
    ///
    /// @param most how many are allowed
    public byte[] bytes(int most, String what) throws WireFault {
        byte[] some = new byte[number(Math.min(most, in.remaining()), what)];
        in.get(some);
        return some;
    }

    /// Reads a value of a type in {@link WireTypes}, or null.
    public Object value(Class<?> type) throws WireFault {
        return read(type, 0);
    }

    /// Says that all has been read.
    ///
    /// @throws WireFault if there is more
    public void end() throws WireFault {
        if (in.hasRemaining()) throw new WireFault(in.remaining() + " bytes too many");
    }

    private Object read(Class<?> type, int depth) throws WireFault {
        if (depth > WireLimits.NESTING) throw new WireFault("values are nested " + WireLimits.NESTING + " deep at most");
        if (type == boolean.class) return flag();
        if (type == int.class) return reading(in::getInt);
        if (type == long.class) return reading(in::getLong);
        if (type == float.class) return Float.intBitsToFloat(reading(in::getInt));
        if (type == double.class) return Double.longBitsToDouble(reading(in::getLong));
        if (!flag()) return null;
        if (type == String.class) return text();
        if (type == Tensor.class) return tensor(depth);
        if (type.isRecord()) return parts(type, depth);
        if (type.isArray()) return array(type.getComponentType(), depth);
        throw new WireFault("there are no values of type " + type.getTypeName());
    }

    private boolean flag() throws WireFault {
        byte flag = reading(in::get);
        if (flag != 0 && flag != 1) throw new WireFault("a flag is 0 or 1, but was " + flag);
        return flag == 1;
    }

    private Tensor tensor(int depth) throws WireFault {
        int[] sizes = (int[]) read(int[].class, depth);
        float[] values = (float[]) read(float[].class, depth);
        if (sizes == null || sizes.length != 4 || values == null) throw new WireFault("a tensor has four sizes and its values");
        try {
            return Tensor.of(Shape.of(sizes[0], sizes[1], sizes[2], sizes[3]), values);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WireFault("no tensor: " + e.getMessage());
        }
    }

    private Object parts(Class<?> type, int depth) throws WireFault {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) values[i] = read(components[i].getType(), depth + 1);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new WireFault("no " + type.getSimpleName() + ": " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("WireReader: " + type + " cannot be made", e);
        }
    }

    private Object array(Class<?> type, int depth) throws WireFault {
        int length = number(WireLimits.ELEMENTS - elements, "elements of an array");
        int least = least(type);
        if ((long) length * least > in.remaining()) throw new WireFault(length + " elements of " + least + " bytes do not fit into " + in.remaining());
        elements += length;
        Object array = Array.newInstance(type, length);
        for (int i = 0; i < length; i++) Array.set(array, i, read(type, depth + 1));
        return array;
    }

    /// Returns the fewest bytes that a value takes.
    private static int least(Class<?> type) {
        if (type == int.class || type == float.class) return Integer.BYTES;
        return type == long.class || type == double.class ? Long.BYTES : 1;
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T reading(Reading<T> code) throws WireFault {
        try {
            return code.read();
        } catch (BufferUnderflowException e) {
            throw new WireFault("the payload ends in the middle of a value");
        }
    }
}
