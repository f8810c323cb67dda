package upsampling.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./course grade` as a process of its own: what comes out, and that nothing is lost when it is killed.
class GradeCommandTest {
    private static final boolean IS_FULL = Boolean.getBoolean("course.full");
    private static final int SUBMISSIONS = IS_FULL ? 60 : 8;
    private static final int KILLS = IS_FULL ? 50 : 3;

    @TempDir
    static Path home;

    private static Path submissions;

    @BeforeAll
    static void aCheckoutAndABatch() throws IOException {
        GradeHome.create(home, SUBMISSIONS);
        submissions = home.resolve("submissions");
    }

    private record Run(int exit, String said) { }

    private static Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Place.java().toString(), "-XX:+UseSerialGC", "-Dcourse.home=" + home, "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Course.class.getName(), "grade"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static Run grade(String... arguments) throws Exception {
        Path log = Files.createTempFile(home, "log", ".txt");
        Process process = start(log, arguments);
        assertTrue(process.waitFor(20, TimeUnit.MINUTES));
        return new Run(process.exitValue(), Files.readString(log));
    }

    private static void assertExit(int expected, Run run) {
        assertEquals(expected, run.exit, run.said);
    }

    private static List<String> journal(Path out) throws IOException {
        return Files.readAllLines(out.resolve("journal.jsonl"));
    }

    private static Path undisturbed() throws Exception {
        Path out = home.resolve("undisturbed");
        if (!Files.exists(out.resolve("results"))) assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4"));
        return out;
    }

    @Test
    void everybodyGetsTheirPointsAndADocument() throws Exception {
        Path out = undisturbed();
        JsonObject wrong = JsonParser.parseString(Files.readString(out.resolve("results/student00.json"))).getAsJsonObject();
        assertEquals("course/result/v1", wrong.get("schema").getAsString());
        assertEquals(0, wrong.get("score").getAsDouble());
        assertEquals(2, wrong.get("max").getAsDouble());
        JsonObject task = wrong.getAsJsonArray("tests").get(0).getAsJsonObject();
        assertEquals("WRONG", task.get("verdict").getAsString());
        assertEquals(List.of("id,name,score,max,1.4,intake", "student00,student00,0,2,0,OK", "student01,student01,2,2,2,OK"), Files.readAllLines(out.resolve("grades.csv")).subList(0, 3));
        assertEquals(SUBMISSIONS, journal(out).size());
    }

    @Test
    void whateverIsKilledWhenNothingIsLostAndNothingGradedTwice() throws Exception {
        Path out = home.resolve("killed");
        var random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(home.resolve("killed.txt"), submissions.toString(), "--out", out.toString(), "--task", "1.4");
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            int before = Files.exists(out.resolve("journal.jsonl")) ? journal(out).size() : 0;
            while (process.isAlive() && System.nanoTime() < patience && (Files.exists(out.resolve("journal.jsonl")) ? journal(out).size() : 0) == before) Thread.sleep(5);
            Thread.sleep(random.nextInt(400)); // somewhere in the next ones
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4"));
        assertEquals(GradeHome.reports(undisturbed()), GradeHome.reports(out));
        assertEquals(journal(out).stream().distinct().sorted().toList(), journal(out).stream().sorted().toList(), "a unit in the journal twice was graded twice");
    }

    @Test
    void shardsGiveWhatOneRunGives() throws Exception {
        Path out = home.resolve("sharded");
        for (int shard : new int[] {0, 2, 2}) { // a shard that runs twice harms nobody
            assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--shard", shard + "/3"));
        }
        Run early = grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--merge");
        assertExit(Exit.INFRASTRUCTURE, early);
        assertTrue(early.said.contains("of 3 shards these have not finished: [1]"), early.said);
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--shard", "1/3"));
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--merge"));
        assertEquals(GradeHome.reports(undisturbed()), GradeHome.reports(out));
    }

    @Test
    void rescoringRunsNothingAndRegradingRunsAgain() throws Exception {
        Path out = home.resolve("again");
        GradeHome.copy(undisturbed(), out);
        Files.delete(out.resolve("results/student01.json"));
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--rescore", "--jail", "no such jail"));
        assertEquals(GradeHome.reports(undisturbed()), GradeHome.reports(out));
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4"));
        assertEquals(SUBMISSIONS, journal(out).size(), "everything was there");
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--regrade"));
        assertEquals(2 * SUBMISSIONS, journal(out).size());
        assertEquals(GradeHome.reports(undisturbed()), GradeHome.reports(out));
    }

    /// What was seen, by file, with the time of its last change: another one shows that an answer ran.
    private static Map<String, String> seen(Path out) throws IOException {
        Map<String, String> seen = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("units"))) {
            for (Path file : files.toList()) seen.put(file.getFileName().toString(), Files.getLastModifiedTime(file) + Files.readString(file));
        }
        seen.put("journal", String.join("\n", journal(out)));
        return seen;
    }

    private static double score(Path out, String student) throws IOException {
        return JsonParser.parseString(Files.readString(out.resolve("results/" + student + ".json"))).getAsJsonObject().get("score").getAsDouble();
    }

    @Test
    void aPolicyAndCorrectionsHoldWithoutRunningAnything() throws Exception {
        Path out = home.resolve("decided");
        GradeHome.copy(undisturbed(), out);
        Files.writeString(out.resolve("grading.json"), """
            {"due": "2026-11-20T10:00:00+01:00", "late": {"per": "P1D", "penalty": 10}, "points": {"1.4": 5}, "submitted": {"student01": "2026-11-20T10:00:01+01:00"}}""");
        String corrections = "{\"student00\": {\"1.4\": {\"score\": 3.5, \"reason\": \"the formula is right\"}}}";
        Files.writeString(out.resolve("corrections.json"), corrections);
        Map<String, String> before = seen(out);
        Run rescored = grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--rescore", "--jail", "no such jail");
        assertExit(Exit.OK, rescored);
        assertEquals(before, seen(out));
        assertTrue(rescored.said.contains("Policy: " + out.resolve("grading.json") + ", due on 20 November 2026, 10:00 UTC+01:00, 10 % off for each begun 1 day"), rescored.said);
        assertTrue(rescored.said.contains("policy: for " + (SUBMISSIONS - 1) + " of " + SUBMISSIONS + " submissions no time is known"), rescored.said);
        assertEquals(List.of(3.5, 4.5, 5.0), List.of(score(out, "student00"), score(out, "student01"), score(out, "student02")));
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4"));
        assertEquals(before, seen(out), "no policy makes an answer run again");
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--regrade"));
        assertEquals(3.5, score(out, "student00"), "a correction outlives what is graded anew");
        assertEquals(corrections, Files.readString(out.resolve("corrections.json")));
        Path other = Files.writeString(home.resolve("other.json"), "{\"points\": {\"1.4\": 8}}");
        assertExit(Exit.OK, grade(submissions.toString(), "--out", out.toString(), "--task", "1.4", "--rescore", "--policy", other.toString()));
        assertEquals(8, score(out, "student01"), "another file instead of the one in the folder");
    }

    @Test
    void aMistakeInAPolicyIsFoundBeforeAnythingRuns() throws Exception {
        Path out = Files.createDirectories(home.resolve("mistaken"));
        Path policy = Files.writeString(home.resolve("mistaken.json"), "{\"point\": {\"1.4\": 8}}");
        Run refused = grade(submissions.toString(), "--out", out.toString(), "--policy", policy.toString());
        assertExit(Exit.USAGE, refused);
        assertEquals("course: grade: " + policy + ": point is no key that is known here; did you mean 'points'?", refused.said.strip());
        assertExit(Exit.USAGE, grade(submissions.toString(), "--out", out.toString(), "--policy", home.resolve("none.json").toString()));
        Files.writeString(out.resolve("corrections.json"), "{\"student00\": {\"1.4\": {\"score\": 2.5, \"reason\": \"r\"}}}");
        Run tooMany = grade(submissions.toString(), "--out", out.toString());
        assertExit(Exit.USAGE, tooMany);
        assertTrue(tooMany.said.contains("student00.1.4.score must be from 0 to 2, the points of the task, but was 2.5"), tooMany.said);
        assertFalse(Files.exists(out.resolve("units")));
    }

    @Test
    void aThousandAreRescoredFromWhatWasSeen() throws Exception {
        Path out = home.resolve("thousand");
        Path many = home.resolve("many");
        String answer = Files.readString(submissions.resolve("student01/lesson01/MyConvMacs.java"));
        GradeHome.copy(undisturbed().resolve("units"), out.resolve("units"));
        Files.createDirectories(out.resolve("submissions"));
        JsonObject known = JsonParser.parseString(Files.readString(undisturbed().resolve("submissions/student01.json"))).getAsJsonObject();
        String unit = known.getAsJsonObject("units").get("1").getAsString();
        for (int i = 0; i < 1000; i++) {
            String id = "s%04d".formatted(i);
            Files.writeString(Files.createDirectories(many.resolve(id + "/lesson01")).resolve("MyConvMacs.java"), answer);
            Files.copy(out.resolve("units/" + unit + ".json"), out.resolve("units/" + id + ".json"));
            known.addProperty("id", id);
            known.getAsJsonObject("units").addProperty("1", id);
            Files.writeString(out.resolve("submissions/" + id + ".json"), known.toString());
        }
        Files.writeString(out.resolve("grading.json"), "{\"points\": {\"1.4\": 1}}");
        Files.writeString(out.resolve("journal.jsonl"), "");
        Map<String, String> before = seen(out);
        long start = System.nanoTime();
        assertExit(Exit.OK, grade(many.toString(), "--out", out.toString(), "--task", "1.4", "--rescore", "--jail", "no such jail"));
        System.out.printf("1,000 submissions were rescored in %.1f s, with the start of Java and all reports%n", (System.nanoTime() - start) / 1e9);
        assertEquals(before, seen(out));
        List<String> table = Files.readAllLines(out.resolve("grades.csv"));
        assertEquals(1001, table.size());
        assertEquals("s0999," + known.get("name").getAsString() + ",1,1,1,OK", table.getLast());
    }

    @Test
    void othersAreNotGradedWithoutAWall() throws Exception {
        Run refused = grade(submissions.toString(), "--out", home.resolve("bare").toString(), "--jail", "none");
        assertExit(Exit.USAGE, refused);
        assertTrue(refused.said.contains("a wall of tier 1 is needed, and this is T0 none: stops 1 of 8 attacks"), refused.said);
        assertTrue(refused.said.contains("--allow-tier 0"), refused.said);
    }

    @Test
    void misuseIsNamed() throws Exception {
        assertExit(Exit.USAGE, grade());
        assertExit(Exit.USAGE, grade(submissions.toString(), "--self"));
        assertExit(Exit.USAGE, grade(home.resolve("nowhere").toString()));
        Run shard = grade(submissions.toString(), "--shard", "3/3");
        assertExit(Exit.USAGE, shard);
        assertTrue(shard.said.contains("--shard: of 3 shards the first is 0 and the last is 2, but was 3"), shard.said);
    }

    @Test
    void ownAnswersGetFeedback() throws Exception {
        Path answers = Files.createDirectories(home.resolve("work/answers/lesson01"));
        Files.writeString(answers.resolve("MyConvMacs.java"), GradeHome.rightAnswer(1), StandardCharsets.UTF_8);
        Run run = grade("--self", "--lesson", "1");
        assertExit(Exit.OK, run);
        assertTrue(run.said.contains("2 of 20  self"), run.said);
        assertTrue(run.said.contains("This is feedback, not a grade"), run.said);
    }
}
