package upsampling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.policy.Corrections;
import upsampling.grader.policy.Policy;
import upsampling.grader.policy.PolicyReader;
import upsampling.grader.policy.Spoken;
import upsampling.grader.report.Marking;
import upsampling.grader.report.Worksheet;
import upsampling.grader.result.Fraction;

/// What a teacher has decided beside the tests, from the files around a run. They are read before anything is graded: a mistake in them is found at once, not after an hour.
///
/// @param policy what holds
/// @param corrections points that a person has changed
/// @param sentence which policy that is
record GradePolicy(Policy policy, Corrections corrections, String sentence) {
    private static final String POLICY = "grading.json";
    private static final String CORRECTIONS = "corrections.json";

    /// Reads them.
    ///
    /// @param given the file of the policy, or null for the one in the folder, if there is one
    /// @param folder of the run
    /// @throws IllegalArgumentException if anything is wrong with a file
    static GradePolicy read(Path given, Path folder) {
        Map<String, Fraction> points = new HashMap<>();
        for (LessonPlan lesson : Lessons.all()) for (TaskPlan task : lesson.tasks()) points.put(task.id(), task.max());
        Path file = given != null ? given : folder.resolve(POLICY);
        boolean isThere = given != null || Files.exists(file);
        Policy policy = isThere ? PolicyReader.read(file.toString(), text(file), points.keySet()) : Policy.NONE;
        points.replaceAll(policy::pointsOf);
        Path changed = folder.resolve(CORRECTIONS);
        Corrections corrections = Files.exists(changed) ? Corrections.read(changed.toString(), text(changed), points) : Corrections.NONE;
        return new GradePolicy(policy, corrections, isThere ? file + described(policy) : "none; there is no --policy and no " + file);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) { // also text that is not UTF-8
            throw new IllegalArgumentException(file + " cannot be read: it must be there, and be text in UTF-8", e);
        }
    }

    private static String described(Policy policy) {
        String due = policy.due() == null ? "" : ", due on " + Spoken.of(policy.due());
        if (policy.late() == null) return due;
        String cost = policy.late().per() == null ? "" : ", %s %% off for each begun %s".formatted(policy.late().penalty(), Spoken.of(policy.late().per()));
        return due + cost + (policy.late().close() == null ? "" : ", closed after " + Spoken.of(policy.late().close()));
    }

    /// Returns what makes points of what was seen.
    ///
    /// @param worksheet Moodle's, or null
    /// @param ids of all submissions
    /// @param remarks gets a sentence for each time that cannot be read
    Marking marking(Worksheet worksheet, Collection<String> ids, List<String> remarks) {
        Map<String, OffsetDateTime> times = Map.of();
        if (policy.worksheetTime() != null && worksheet != null) times = worksheet.times(policy.worksheetTime(), remarks);
        else if (policy.worksheetTime() != null) remarks.add("times are to be read from the worksheet, and none was given; say --worksheet FILE");
        return new Marking(policy, corrections, times, ids, Instant.now());
    }
}
