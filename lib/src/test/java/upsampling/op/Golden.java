package upsampling.op;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Shape;

/// One block of a golden file: lines `name: numbers`, or `name [N, C, H, W]: numbers` for a tensor. The scripts that write such files lie in
/// `src/test/goldens`.
public record Golden(Map<String, String> fields) {

    /// Returns the blocks of a file for one operator; at least one.
    public static List<Golden> of(String file, String operator) {
        List<Golden> found = new ArrayList<>();
        for (String block : String.join("\n", lines(file)).split("\n\n")) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line : block.split("\n")) {
                int colon = line.indexOf(": ");
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
            if (fields.get("operator").equals(operator)) found.add(new Golden(fields));
        }
        if (found.isEmpty()) throw new AssertionError(file + " has no block for " + operator);
        return found;
    }

    /// Returns the lines of a golden file without its comments.
    public static List<String> lines(String file) {
        try (InputStream stream = Objects.requireNonNull(Golden.class.getResourceAsStream("/goldens/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int[] ints(String name) {
        return Arrays.stream(fields.get(name).split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    public double[] doubles(String name) {
        return Arrays.stream(fields.get(name).split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public String text(String name) {
        return fields.get(name);
    }

    public boolean flag(String name) {
        return ints(name)[0] == 1;
    }

    public DoubleTensor tensor(String name) {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!field.getKey().startsWith(name + " [")) continue;
            int[] s = Arrays.stream(field.getKey().substring(name.length() + 2, field.getKey().length() - 1).split(", "))
                    .mapToInt(Integer::parseInt).toArray();
            return DoubleTensor.of(Shape.of(s[0], s[1], s[2], s[3]), Arrays.stream(field.getValue().split(" "))
                    .mapToDouble(Double::parseDouble).toArray());
        }
        throw new AssertionError("no tensor " + name + " in " + this);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!name.contains("[") && !name.equals("indices")) text.append(name).append(' ').append(value).append("  ");
        });
        return text.toString().strip();
    }
}
