package upsampling.grader.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Writes a payload. Floats travel as their bits, so NaN and -0.0 arrive as they are.
public final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /// Returns what was written.
    public byte[] payload() {
        return bytes.toByteArray();
    }

    /// Writes a whole number.
    public WireWriter number(int value) {
        return writing(() -> out.writeInt(value));
    }

    /// Writes a text; of one that is longer than {@link WireLimits#TEXT} only the beginning.
    public WireWriter text(String text) {
        String some = text.length() > WireLimits.TEXT / 4 ? text.substring(0, WireLimits.TEXT / 4) : text; // a character has at most four bytes
        return bytes(some.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes bytes and how many they are.
    public WireWriter bytes(byte[] some) {
        return writing(() -> {
            out.writeInt(some.length);
            out.write(some);
        });
    }

    /// Writes a value of a type in {@link WireTypes}, or null.
    ///
    /// @param type the declared type, which the reader knows too
    public WireWriter value(Class<?> type, Object value) {
        return writing(() -> write(type, value));
    }

    private void write(Class<?> type, Object value) throws IOException {
        if (type == boolean.class) out.writeBoolean((Boolean) value);
        else if (type == int.class) out.writeInt((Integer) value);
        else if (type == long.class) out.writeLong((Long) value);
        else if (type == float.class) out.writeInt(Float.floatToRawIntBits((Float) value));
        else if (type == double.class) out.writeLong(Double.doubleToRawLongBits((Double) value));
        else {
            out.writeBoolean(value != null);
            if (value == null) return;
            switch (value) {
                case String text -> text(text);
                case Tensor tensor -> write(tensor);
                case Record parts -> write(parts);
                default -> writeArray(type.getComponentType(), value);
            }
        }
    }

    private void write(Tensor tensor) throws IOException {
        Shape shape = tensor.shape();
        write(int[].class, new int[] {shape.n(), shape.c(), shape.h(), shape.w()});
        write(float[].class, tensor.toArray());
    }

    private void write(Record parts) throws IOException {
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
            try {
                write(component.getType(), component.getAccessor().invoke(parts));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("WireWriter: " + component + " cannot be read", e);
            }
        }
    }

    private void writeArray(Class<?> type, Object array) throws IOException {
        int length = Array.getLength(array);
        out.writeInt(length);
        for (int i = 0; i < length; i++) write(type, Array.get(array, i));
    }

    private interface Writing {
        void write() throws IOException;
    }

    private WireWriter writing(Writing code) {
        try {
            code.write();
            return this;
        } catch (IOException impossible) { // into memory
            throw new UncheckedIOException(impossible);
        }
    }
}
