package upsampling.grader.policy;

import java.util.HashMap;
import java.util.Map;
import upsampling.grader.result.Fraction;

/// Points that a person has changed, from `corrections.json`. The file is the teacher's: the grader reads it in every run and never writes it.
///
/// ```json
/// {"12345": {"1.2": {"score": 3, "reason": "the formula is right; only its last line was lost"}}}
/// ```
///
/// @param all by the submission's id or its number in Moodle, and by the task's id
public record Corrections(Map<String, Map<String, Correction>> all) {
    /// Nobody has changed anything.
    public static final Corrections NONE = new Corrections(Map.of());
    private static final int MOST_POINTS = 10_000;
    private static final int MOST_REASON = 1000;

    /// Reads them.
    ///
    /// @param file its name, for messages
    /// @param points the most points of every task there is, by its id
    /// @throws IllegalArgumentException if anything is wrong with it
    public static Corrections read(String file, String text, Map<String, Fraction> points) {
        Fields students = StrictJson.read(file, text);
        Map<String, Map<String, Correction>> all = new HashMap<>();
        for (String id : students.keys()) {
            Fields tasks = students.object(id);
            Map<String, Correction> own = new HashMap<>();
            for (String task : tasks.keys()) {
                tasks.requireKnown(task, "task", points.keySet());
                own.put(task, correction(tasks.object(task), points.get(task)));
            }
            all.put(id, Map.copyOf(own));
        }
        return new Corrections(Map.copyOf(all));
    }

    private static Correction correction(Fields fields, Fraction most) {
        fields.allowOnly("score", "reason");
        if (!fields.has("score")) throw fields.wrong("score", "is missing: the points that the task gets, such as \"score\": 3");
        if (!fields.has("reason")) throw fields.wrong("reason", "is missing: a sentence for the student");
        Fraction score = fields.number("score", MOST_POINTS);
        if (score.compareTo(most) > 0) throw fields.wrong("score", "must be from 0 to " + most + ", the points of the task, but was " + score);
        return new Correction(score, fields.text("reason", MOST_REASON));
    }
}
