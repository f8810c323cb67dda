package upsampling.grader.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import upsampling.grader.SolvedLessons;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.report.Marking;
import upsampling.grader.report.Scored;
import upsampling.grader.run.GraderFailure;

/// What was seen of a batch. Points are made of it as often as somebody changes his mind about them; no answer runs for that, and none is read.
public final class StoredResults {
    private final GradeOptions options;
    private final List<Graded> submissions;
    private final List<LessonPlan> lessons;

    private StoredResults(GradeOptions options, List<Graded> submissions, List<LessonPlan> lessons) {
        this.options = options;
        this.submissions = submissions;
        this.lessons = lessons;
    }

    /// Finds the results of a batch.
    ///
    /// @param ids of all submissions
    /// @throws IllegalArgumentException if there is no such lesson or task
    /// @throws GraderFailure if one of them was not graded yet
    public static StoredResults of(GradeOptions options, Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        List<Graded> found = new ArrayList<>();
        try (Store store = open(options)) {
            for (Graded one : store.submissions()) if (wanted.remove(one.id())) found.add(one);
        } catch (IOException e) {
            throw unreadable(options, e);
        }
        if (!wanted.isEmpty()) throw new GraderFailure("grade: " + wanted.size() + " submissions were not graded yet, such as " + wanted.iterator().next());
        return new StoredResults(options, found, GradeRun.lessons(options.selection(), SolvedLessons.find(), number -> found.stream().anyMatch(one -> one.units().containsKey(number))));
    }

    /// Makes sure that all shards have finished.
    ///
    /// @param ids of all submissions
    /// @throws GraderFailure unless they have, for just these submissions
    public static void checkShards(GradeOptions options, Collection<String> ids) {
        try {
            ShardReport.check(options.out(), ids);
        } catch (IOException e) {
            throw unreadable(options, e);
        }
    }

    private static Store open(GradeOptions options) throws IOException {
        return Store.open(options.out(), "journal.jsonl");
    }

    private static GraderFailure unreadable(GradeOptions options, IOException e) {
        return new GraderFailure("grade: " + options.out() + " cannot be read: " + e.getMessage(), e);
    }

    /// Returns the lessons that points are given for, with their hidden tests.
    public List<LessonPlan> lessons() {
        return lessons;
    }

    /// Adds up the points of all submissions, ordered by id.
    ///
    /// @param marking what a teacher has decided about them
    public List<Scored> scored(Marking marking) {
        List<Scored> all = new ArrayList<>();
        try (Store store = open(options)) {
            for (Graded one : submissions) {
                Map<Integer, UnitResult> units = store.units(one);
                all.add(marking.scored(one, lessons, units));
            }
        } catch (IOException e) {
            throw unreadable(options, e);
        }
        return all;
    }
}
