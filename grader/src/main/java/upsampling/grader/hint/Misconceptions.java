package upsampling.grader.hint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import upsampling.grader.result.Json;
import upsampling.grader.result.Outcome;
import upsampling.grader.result.Outcome.Kind;

/// The table of known mistakes of a lesson and what each of them gives on the public checks.
///
/// It stands beside the lesson's interface as `misconceptions-01.json` and is written by the gate in `solutions`, which runs every known-wrong
/// answer; so the tests' feedback needs no wrong answer on the class path, and knows a mistake whatever its class is called.
///
/// @param all in the order of the table
public record Misconceptions(List<Misconception> all) {
    /// No known mistakes.
    public static final Misconceptions NONE = new Misconceptions(List.of());
    private static final Map<Class<?>, Misconceptions> KNOWN = new ConcurrentHashMap<>();

    /// Returns the name of a lesson's table.
    public static String fileName(int lesson) {
        return String.format("misconceptions-%02d.json", lesson);
    }

    /// Returns the table that stands beside the lesson's interface; an empty one if there is none. It is read once, however many submissions ask for it.
    public static Misconceptions of(Class<?> lesson, int number) {
        return KNOWN.computeIfAbsent(lesson, _ -> read(lesson, number));
    }

    private static Misconceptions read(Class<?> lesson, int number) {
        try (InputStream in = lesson.getResourceAsStream(fileName(number))) {
            return in == null ? NONE : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Misconceptions: " + fileName(number) + " beside " + lesson.getName() + " cannot be read", e);
        }
    }

    /// Returns the mistakes of one task.
    public List<Misconception> of(String task) {
        return all.stream().filter(misconception -> misconception.task().equals(task)).toList();
    }

    /// Reads what {@link #toJson} wrote.
    public static Misconceptions parse(String json) {
        List<Misconception> all = new ArrayList<>();
        for (JsonElement element : Json.COMPACT.fromJson(json, JsonObject.class).getAsJsonArray("misconceptions")) {
            JsonObject entry = element.getAsJsonObject();
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> part : entry.getAsJsonObject("parts").entrySet()) outcomes.put(part.getKey(), outcome(part.getValue()));
            all.add(new Misconception(entry.get("task").getAsString(), entry.get("name").getAsString(), outcomes));
        }
        return new Misconceptions(List.copyOf(all));
    }

    /// Returns the table with one line for each part, so that a changed outcome is one changed line.
    public String toJson() {
        var text = new StringBuilder("{\"misconceptions\": [");
        String between = "\n";
        for (Misconception misconception : all) {
            text.append(between).append("  {\"task\": \"").append(misconception.task()).append("\", \"name\": \"").append(misconception.name());
            text.append("\", \"parts\": {");
            String betweenParts = "\n";
            for (Map.Entry<String, Outcome> part : misconception.outcomes().entrySet()) {
                text.append(betweenParts).append("    \"").append(part.getKey()).append("\": ").append(Json.COMPACT.toJson(json(part.getValue())));
                betweenParts = ",\n";
            }
            text.append("\n  }}");
            between = ",\n";
        }
        return text.append("\n]}\n").toString();
    }

    private static JsonObject json(Outcome outcome) {
        var object = new JsonObject();
        object.addProperty("kind", outcome.kind().name());
        if (!outcome.what().isEmpty()) object.addProperty("what", outcome.what());
        if (outcome.shape().length > 0) object.add("shape", Json.COMPACT.toJsonTree(outcome.shape()));
        if (outcome.values().length > 0) object.add("values", Json.COMPACT.toJsonTree(outcome.values()));
        if (!outcome.exception().isEmpty()) object.addProperty("exception", outcome.exception());
        return object;
    }

    private static Outcome outcome(JsonElement element) {
        JsonObject object = element.getAsJsonObject();
        int[] shape = object.has("shape") ? Json.COMPACT.fromJson(object.get("shape"), int[].class) : new int[0];
        double[] values = object.has("values") ? Json.COMPACT.fromJson(object.get("values"), double[].class) : new double[0];
        return new Outcome(Kind.valueOf(object.get("kind").getAsString()), text(object, "what"), shape, values, text(object, "exception"));
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }
}
