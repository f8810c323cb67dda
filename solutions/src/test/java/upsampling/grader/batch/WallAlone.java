package upsampling.grader.batch;

import java.util.List;
import upsampling.grader.Seed;
import upsampling.grader.SolvedLessons;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.LessonPlan;

/// A batch whose answers may call anything: the rule that refuses most attacks before they run is put aside, and the wall must stop them alone.
public final class WallAlone {
    private WallAlone() { }

    /// Returns such a batch.
    ///
    /// @param jobs how many submissions at a time
    public static Batch batch(List<LessonPlan> lessons, Walls walls, Store store, SolvedLessons solved, int jobs) {
        return new Batch(lessons, walls, store, solved, Seed.DEFAULT, "default", jobs, false);
    }
}
