package upsampling.solutions.attacks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import upsampling.grader.intake.Intake;
import upsampling.grader.intake.IntakeException;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.intake.Submission;

/// Our way to read what students have handed in, seen with the same eyes.
final class OurIntake {
    private OurIntake() { }

    /// What was read.
    ///
    /// @param status of the attacker's submission: OK, WARNED or REJECTED
    record Read(Seen seen, Submission.Status status, List<String> remarks) { }

    /// Reads.
    ///
    /// @param source that {@link HandedIn} made
    /// @throws IntakeException if nothing is a submission
    static Read read(Path source) throws IOException, IntakeException {
        List<Submission> submissions = Intake.read(source, Course.LESSONS);
        StringBuilder text = new StringBuilder();
        boolean othersKept = true;
        Submission attacker = null;
        for (Submission submission : submissions) {
            text.append("student ").append(submission.id()).append(": ").append(submission.remarks()).append(submission.ignored()).append('\n');
            for (SourceFile file : submission.files()) text.append(new String(file.bytes(), StandardCharsets.UTF_8)).append('\n');
            if (submission.id().contains("honest")) othersKept = isHonest(submission);
            else attacker = submission;
        }
        if (attacker == null) throw new IllegalStateException("the attacker's submission is gone: " + submissions);
        // Submissions hold no time at all; should that change, the attack's own must not be what is held.
        return new Read(new Seen(0, text.toString(), "", "", "", true, othersKept, false, null, attacker.remarks().toString()), attacker.status(), attacker.remarks());
    }

    /// Returns what the attacker's files become.
    static List<SourceFile> files(Path source) throws IOException {
        try {
            return Intake.read(source, Course.LESSONS).stream().filter(one -> one.id().equals("attacker")).findFirst().orElseThrow().files();
        } catch (IntakeException e) {
            throw new IOException(e);
        }
    }

    private static boolean isHonest(Submission submission) throws IOException {
        return submission.status() == Submission.Status.OK && submission.files().size() == 1
            && new String(submission.files().getFirst().bytes(), StandardCharsets.UTF_8).equals(HandedIn.answerText());
    }
}
