package upsampling.grader.result;

import java.io.IOException;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/// JSON of results. Numbers that JSON does not know are the texts `"NaN"`, `"Infinity"` and `"-Infinity"`; whole numbers have no point.
public final class Json {
    /// Compact, for one line of a protocol or of a table.
    public static final Gson COMPACT = builder().create();
    /// Indented, for people and files.
    public static final Gson PRETTY = builder().setPrettyPrinting().serializeNulls().create();

    private Json() { }

    private static GsonBuilder builder() {
        return new GsonBuilder().disableHtmlEscaping().registerTypeAdapter(double.class, new Numbers())
            .registerTypeAdapter(Double.class, new Numbers());
    }

    private static final class Numbers extends TypeAdapter<Double> {
        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            if (value == null) {
                out.nullValue();
            } else if (value.isNaN() || value.isInfinite()) {
                out.value(value.toString());
            } else if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
                out.value((long) (double) value); // a table has no use for -0.0
            } else {
                out.value(value);
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return in.peek() == JsonToken.STRING ? Double.valueOf(in.nextString()) : in.nextDouble();
        }
    }
}
