package upsampling.cli;

import upsampling.grader.batch.GradeRun;
import upsampling.grader.intake.Submission;

/// Shows how far a batch is: how many are done, how many need a person, how fast it goes and how long it will take.
final class GradeProgress implements GradeRun.Listener {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final Progress progress;
    private final int total;
    private final long start = System.nanoTime();
    private int done;
    private int failed;

    GradeProgress(Progress progress, int total) {
        this.progress = progress;
        this.total = total;
    }

    @Override
    public synchronized void walled(String text) {
        progress.line("Jail: " + text);
        progress.step(0, total, "trying the starters and the reference");
    }

    @Override
    public synchronized void finished(Submission submission, boolean isGraded) {
        done++;
        if (!isGraded || submission.status() == Submission.Status.REJECTED) failed++;
        double minutes = (System.nanoTime() - start) / NANOS_PER_MINUTE;
        long left = Math.round(60 * minutes / done * (total - done));
        progress.step(done, total, "%s%.0f per minute, about %d:%02d left".formatted(failed == 0 ? "" : failed + " for a person, ", done / minutes, left / 60, left % 60));
    }
}
