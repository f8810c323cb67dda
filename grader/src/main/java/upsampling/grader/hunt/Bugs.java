package upsampling.grader.hunt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import upsampling.grader.result.Json;

/// The black boxes of a lesson.
///
/// The known-wrong answers live in `solutions`, which the kernel has not. So they travel as the misconception table does, but to no student release: as
/// a resource beside the lesson's interface, `bugs-01.json`, written by the gate in `solutions`. Each is compiled from its source under the name `Box`
/// and packed, so that no name, comment or listing gives the mistake away. That keeps a curious eye from reading it by accident; it is no lock, and a
/// hunt gives no points.
///
/// @param all in the order of the known-wrong answers
public record Bugs(List<Bug> all) {

    /// Returns the name of a lesson's resource.
    public static String fileName(int lesson) {
        return String.format("bugs-%02d.json", lesson);
    }

    /// Reads the resource that stands beside the lesson's interface; no bugs if there is none.
    public static Bugs of(Class<?> lesson, int number) {
        try (InputStream in = lesson.getResourceAsStream(fileName(number))) {
            return in == null ? new Bugs(List.of()) : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Bugs: " + fileName(number) + " beside " + lesson.getName() + " cannot be read", e);
        }
    }

    /// Returns the bugs of one task.
    public List<Bug> of(String task) {
        return all.stream().filter(bug -> bug.task().equals(task)).toList();
    }

    /// Reads what {@link #toJson} wrote.
    public static Bugs parse(String json) {
        List<Bug> all = new ArrayList<>();
        for (JsonElement element : Json.COMPACT.fromJson(json, JsonObject.class).getAsJsonArray("bugs")) {
            JsonObject entry = element.getAsJsonObject();
            all.add(unpack(entry.get("task").getAsString(), Base64.getDecoder().decode(entry.get("box").getAsString())));
        }
        return new Bugs(List.copyOf(all));
    }

    /// Returns the resource's text, one line for each bug.
    public String toJson() {
        var text = new StringBuilder("{\"bugs\": [");
        String between = "\n";
        for (Bug bug : all) {
            text.append(between).append("  {\"task\": \"").append(bug.task()).append("\", \"box\": \"")
                .append(Base64.getEncoder().encodeToString(pack(bug))).append("\"}");
            between = ",\n";
        }
        return text.append("\n]}\n").toString();
    }

    private static byte[] pack(Bug bug) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(packed))) {
            out.writeUTF(bug.name());
            out.writeInt(bug.classes().size());
            for (Map.Entry<String, byte[]> one : bug.classes().entrySet()) {
                out.writeUTF(one.getKey());
                out.writeInt(one.getValue().length);
                out.write(one.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static Bug unpack(String task, byte[] packed) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            String name = in.readUTF();
            Map<String, byte[]> classes = new LinkedHashMap<>();
            for (int i = in.readInt(); i > 0; i--) classes.put(in.readUTF(), in.readNBytes(in.readInt()));
            return new Bug(task, name, classes);
        } catch (IOException e) {
            throw new UncheckedIOException("Bugs: a black box of task " + task + " is damaged; take a fresh copy of the course", e);
        }
    }
}
