package upsampling.grader.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import upsampling.grader.batch.Graded;
import upsampling.grader.batch.UnitResult;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.policy.Correction;
import upsampling.grader.policy.Corrections;
import upsampling.grader.policy.HiddenChecks;
import upsampling.grader.policy.Lateness;
import upsampling.grader.policy.Policy;
import upsampling.grader.policy.SubmissionIds;
import upsampling.grader.result.TaskResult;

/// Makes points of what was seen, under a policy and with what a person has corrected: the only place where either counts. Nothing runs for it.
public final class Marking {
    private static final String UNKNOWN_TIME = "no time of submission is known, so nothing was deducted";

    private final Policy policy;
    private final Map<String, Duration> extensions;
    private final Map<String, OffsetDateTime> submitted;
    private final Map<String, Map<String, Correction>> corrections;
    private final Instant now;
    private final List<String> remarks = new ArrayList<>();

    /// @param times of submission from a worksheet, by number in Moodle; those of the policy go before them
    /// @param ids of all submissions
    /// @param now for what is shown after the due date
    public Marking(Policy policy, Corrections corrections, Map<String, OffsetDateTime> times, Collection<String> ids, Instant now) {
        this.policy = policy;
        this.now = now;
        var known = new SubmissionIds(ids);
        extensions = known.resolved(policy.extensions(), "the policy's extensions", remarks);
        submitted = new HashMap<>(known.resolved(times, "the worksheet", new ArrayList<>())); // who is in the worksheet only has handed in nothing
        submitted.putAll(known.resolved(policy.submitted(), "the policy's submitted", remarks));
        this.corrections = known.resolved(corrections.all(), "corrections.json", remarks);
    }

    /// Returns a submission with its points.
    ///
    /// @param lessons those that were asked for, with their hidden tests
    /// @param units what was seen, by lesson
    public Scored scored(Graded submission, List<LessonPlan> lessons, Map<Integer, UnitResult> units) {
        Scored all = marked(Scored.of(submission, lessons, units));
        OffsetDateTime due = due(submission.id());
        Set<String> tasks = lessons.stream().flatMap(lesson -> lesson.tasks().stream()).filter(PublicChecks::hasHidden).map(TaskPlan::id).collect(Collectors.toUnmodifiableSet());
        boolean isWithheld = switch (policy.hidden()) {
            case VISIBLE -> false;
            case AFTER_DUE_DATE -> now.isBefore(due.toInstant());
            case HIDDEN -> true;
        };
        if (!isWithheld || tasks.isEmpty()) return all;
        Map<Integer, UnitResult> seen = new HashMap<>(units);
        for (LessonPlan lesson : lessons) seen.computeIfPresent(lesson.number(), (_, unit) -> PublicChecks.of(lesson, unit));
        Scored shown = marked(Scored.of(submission, lessons.stream().map(LessonPlan::withoutHidden).toList(), seen));
        return all.withheld(new Withheld(policy.hidden(), policy.hidden() == HiddenChecks.HIDDEN ? null : due, tasks, shown));
    }

    private OffsetDateTime due(String id) {
        return policy.due() == null ? null : policy.due().plus(extensions.getOrDefault(id, Duration.ZERO));
    }

    private Scored marked(Scored scored) {
        String id = scored.submission().id();
        Map<String, Correction> own = corrections.getOrDefault(id, Map.of());
        List<TaskResult> tasks = new ArrayList<>();
        for (TaskResult task : scored.tasks()) {
            TaskResult scaled = task.scaledTo(policy.pointsOf(task.id(), task.max()));
            Correction correction = own.get(task.id());
            tasks.add(correction == null ? scaled : scaled.correctedTo(correction.score(), correction.reason()));
        }
        List<String> said = new ArrayList<>(scored.remarks());
        Lateness late = null;
        if (policy.late() != null) {
            OffsetDateTime time = submitted.get(id);
            if (time != null) late = policy.late().of(due(id), time.withOffsetSameInstant(policy.due().getOffset()));
            String sentence = late == null ? UNKNOWN_TIME : late.sentence();
            if (!sentence.isEmpty()) said.add(sentence);
        }
        return new Scored(scored.submission(), List.copyOf(tasks), List.copyOf(said), scored.cpuMillis(), late, null);
    }

    /// Returns what the teacher should know, a sentence each.
    public List<String> remarks(List<Scored> all) {
        List<String> said = new ArrayList<>(remarks);
        long unknown = policy.late() == null ? 0 : all.stream().filter(one -> one.late() == null).count();
        if (unknown > 0) {
            said.add("for %d of %d submissions no time is known, so nothing was deducted; name the times in 'submitted', or have them read from --worksheet with 'worksheetTime'".formatted(unknown, all.size()));
        }
        long late = all.stream().filter(one -> one.late() != null && !one.late().percent().isZero()).count();
        if (late > 0) said.add(late + (late == 1 ? " submission was" : " submissions were") + " late, and points were deducted");
        long corrected = all.stream().flatMap(one -> one.tasks().stream()).filter(task -> task.corrected() != null).count();
        if (corrected > 0) said.add("the points of " + corrected + (corrected == 1 ? " task are" : " tasks are") + " those of corrections.json");
        if (all.stream().anyMatch(Scored::isWithheld)) {
            said.add("the pages in feedback keep back how hidden checks went; results, grades.csv and a worksheet do not, so do not hand those out yet");
        }
        return said;
    }
}
