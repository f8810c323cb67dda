package upsampling.grader.hint;

import java.util.Map;

import upsampling.grader.result.Outcome;

/// What one known-wrong answer gives on the public checks of its task.
///
/// @param task such as `1.2`
/// @param name such as `zeroPadding`, the name of its hint
/// @param outcomes what was observed in each part
public record Misconception(String task, String name, Map<String, Outcome> outcomes) {
    /// Whether this mistake gives that outcome in that part.
    public boolean explains(String part, Outcome outcome) {
        Outcome known = outcomes.get(part);
        return known != null && known.matches(outcome);
    }

    /// In how many parts this mistake gives the observed outcome; parts that hold are counted too.
    public int agreement(Map<String, Outcome> observed) {
        int agreeing = 0;
        for (Map.Entry<String, Outcome> entry : observed.entrySet()) {
            if (explains(entry.getKey(), entry.getValue())) agreeing++;
        }
        return agreeing;
    }
}
