package upsampling.grader.batch;

import java.io.IOException;
import java.nio.file.Path;
import upsampling.grader.Seed;
import upsampling.grader.jail.Walls;
import upsampling.grader.plan.Lessons;
import upsampling.grader.run.WorkFolder;

/// The best wall that this machine offers, around a grader for tests.
final class TestWall implements AutoCloseable {
    final UnitGrader grader;
    private final WorkFolder work;

    /// @param folder for what the wall is made of; another user must be able to go through it
    TestWall(Path folder, Budgets budgets) throws IOException, InterruptedException {
        folder.toFile().setExecutable(true, false); // another user runs the programs
        work = WorkFolder.create();
        grader = new UnitGrader(Walls.raise(null, folder, work, Lessons.all()), budgets, Seed.DEFAULT);
    }

    @Override
    public void close() {
        work.close();
    }
}
