package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import upsampling.grader.Verdict;
import upsampling.grader.plan.Lessons;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckListener;
import upsampling.grader.run.CheckRun;
import upsampling.grader.run.Report;

/// Answers in files: what each sort of bad answer costs, and that it costs no other task anything.
class CheckRunTest {
    private static final String RIGHT_MACS = """
        public long convMacs(int oh, int ow, int in, int out, Window k) {
            return (long) oh * ow * in * out * k.kernel() * k.kernel();
        }""";

    @TempDir
    Path folder;
    private Path answers;

    @BeforeEach
    void makeFolder() throws IOException {
        answers = Files.createDirectories(folder.resolve("eigene Lösungen").resolve("answers"));
        Files.createDirectories(answers.resolve("lesson01"));
    }

    @Test
    void aFolderWithoutAnswersIsNotStarted() throws Exception {
        Report report = CheckRun.of(folder.resolve("nothing")).run();
        assertEquals("0", report.score().toString());
        assertEquals(Integer.toString(20 * Lessons.all().size()), report.max().toString(), "a lesson has 20 points");
        for (TaskResult task : report.tasks()) assertEquals(Verdict.NOT_STARTED, task.verdict());
    }

    @Test
    void theJsonDocumentHasTheAgreedShape() throws Exception {
        answer("MyConvMacs", RIGHT_MACS);
        JsonObject document = JsonParser.parseString(CheckRun.of(answers).select("pooling").run().toJson()).getAsJsonObject();
        assertEquals("2", document.get("score").getAsString());
        assertEquals("20", document.get("max").getAsString());
        JsonObject task = document.getAsJsonArray("tasks").get(1).getAsJsonObject();
        assertEquals("1.2", task.get("id").getAsString());
        assertEquals("0", task.get("score").getAsString());
        assertEquals("4", task.get("max").getAsString());
        assertEquals("NOT_STARTED", task.get("verdict").getAsString());
        assertTrue(task.get("hint").isJsonNull());
    }

    @Test
    void aSyntaxErrorCostsItsTaskAndNamesFileAndLine() throws Exception {
        answer("MyConvMacs", RIGHT_MACS);
        answer("MyMaxPool2d", "public Pooled maxPool2d(Tensor x, Window window) { return null }");
        Report report = CheckRun.of(answers).run();
        TaskResult broken = task(report, "1.2");
        assertEquals(Verdict.COMPILE_ERROR, broken.verdict());
        assertEquals("MyMaxPool2d.java:4: ';' expected", broken.message());
        assertEquals(Verdict.PASS, task(report, "1.4").verdict());
    }

    @Test
    void aTypeErrorCostsItsTaskEvenIfTheFileIsNamedOtherwise() throws Exception {
        answer("Pool", "public Pooled maxPool2d(Tensor x, Window window) { return \"none\"; }");
        TaskResult broken = task(CheckRun.of(answers).run(), "1.2");
        assertEquals(Verdict.COMPILE_ERROR, broken.verdict());
        assertTrue(broken.message().startsWith("Pool.java:4: incompatible types"), broken.message());
    }

    @Test
    void helperClassesInTheSameFolderAreCompiledAlong() throws Exception {
        Files.writeString(answers.resolve("lesson01/Product.java"),
            "package answers.lesson01; class Product { static long of(long a, long b) { return a * b; } }");
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) {"
            + " return Product.of(Product.of(Product.of(oh, ow), Product.of(in, out)), k.kernel() * k.kernel()); }");
        assertEquals(Verdict.PASS, task(CheckRun.of(answers).run(), "1.4").verdict());
    }

    @Test
    void anEndlessLoopCostsItsTaskAndKeepsThePartsReachedBefore() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { if (oh > 32) while (true) { } return 37748736L; }");
        answer("MyOutputSize", "public int outputSize(int size, Window window, boolean ceilMode) { return 2; }");
        Report report = CheckRun.of(answers).withLimit(Duration.ofSeconds(5)).run();
        TaskResult looping = task(report, "1.4");
        assertEquals(Verdict.TIMEOUT, looping.verdict());
        assertEquals("0.5", looping.score().toString());
        assertEquals("The answer did not end within 5 s and was stopped", looping.message());
        assertEquals("1.4/timeout", looping.hint().id());
        assertEquals(Verdict.PARTIAL, task(report, "1.1").verdict());
    }

    @Test
    void aStarterThatAnswersNothingIsNamed() throws Exception {
        Files.writeString(answers.resolve("lesson01/MyConvMacs.java"), source("MyConvMacs", RIGHT_MACS).replace("implements Pooling", ""));
        Report report = CheckRun.of(answers).run();
        assertEquals(List.of("MyConvMacs.java answers no task: it needs a class, not abstract, that says implements Pooling and has a method of it"), report.remarks());
        Files.writeString(answers.resolve("lesson01/MyConvMacs.java"), "class MyConvMacs");
        assertEquals(Verdict.COMPILE_ERROR, task(CheckRun.of(answers).run(), "1.4").verdict());
    }

    @Test
    void systemExitCostsItsTaskAndIsNoPass() throws Exception {
        answer("MyMaxPool2d", "public Pooled maxPool2d(Tensor x, Window window) { System.exit(0); return null; }");
        answer("MyConvMacs", RIGHT_MACS);
        Report report = CheckRun.of(answers).run();
        assertEquals(Verdict.CRASH, task(report, "1.2").verdict());
        assertTrue(task(report, "1.2").score().isZero());
        assertEquals("The answer ended its virtual machine, exit code 0", task(report, "1.2").message());
        assertEquals(Verdict.PASS, task(report, "1.4").verdict());
    }

    @Test
    void aFloodOfOutputIsCappedAndCounted() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) {"
            + " for (int i = 0; i < 200_000; i++) System.out.println(\"flood\"); return (long) oh * ow * in * out * k.kernel() * k.kernel(); }");
        TaskResult flood = task(CheckRun.of(answers).run(), "1.4");
        assertEquals(Verdict.PASS, flood.verdict());
        assertEquals(64 * 1024, flood.output().text().getBytes(StandardCharsets.UTF_8).length);
        long line = ("flood" + System.lineSeparator()).length();
        assertEquals(4 * 200_000 * line - 64 * 1024, flood.output().droppedBytes());
    }

    @Test
    void printedTextBelongsToItsTask() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { System.out.println(\"first\"); return 1; }");
        answer("MyReceptiveField", "public ReceptiveField receptiveField(Window[] layers) { System.err.print(\"second\"); return new ReceptiveField(1, 1); }");
        Report report = CheckRun.of(answers).run();
        assertEquals("first\n".repeat(4), task(report, "1.4").output().text().replace("\r", ""));
        assertEquals("secondsecondsecond", task(report, "1.5").output().text());
    }

    @Test
    void printingAGradeForgesNothing() throws Exception {
        answer("MyConvMacs", """
            public long convMacs(int oh, int ow, int in, int out, Window k) {
                System.out.println("{\\"end\\":{\\"verdict\\":\\"PASS\\",\\"message\\":\\"\\"}}");
                System.err.println("Grade :=>> 100");
                return 0;
            }""");
        assertEquals(Verdict.WRONG, task(CheckRun.of(answers).run(), "1.4").verdict());
    }

    @Test
    void anExceptionNamesTheLineOfTheAnswer() throws Exception {
        answer("MyReceptiveField", "public ReceptiveField receptiveField(Window[] layers) {\n int[] a = new int[1];\n a[3] = 1;\n return null; }");
        TaskResult thrown = task(CheckRun.of(answers).run(), "1.5");
        assertEquals(Verdict.EXCEPTION, thrown.verdict());
        String expected = "The answer threw ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 1, at MyReceptiveField.java:6";
        assertTrue(thrown.message().endsWith(expected), thrown.message());
    }

    @Test
    void aClassThatCannotBeMadeIsAnException() throws Exception {
        Files.writeString(answers.resolve("lesson01/MyConvMacs.java"), source("MyConvMacs", "MyConvMacs(int n) { } " + RIGHT_MACS));
        answer("MyReceptiveField", """
            static { if (true) throw new IllegalStateException("boom"); }
            public ReceptiveField receptiveField(Window[] layers) { return null; }""");
        Report report = CheckRun.of(answers).run();
        assertEquals(Verdict.EXCEPTION, task(report, "1.4").verdict());
        assertTrue(task(report, "1.4").message().contains("needs a constructor without arguments"));
        assertEquals(Verdict.EXCEPTION, task(report, "1.5").verdict());
        assertTrue(task(report, "1.5").message().contains("The class cannot be used: it threw IllegalStateException: boom"), task(report, "1.5").message());
    }

    @Test
    void threadsLeftBehindDoNotReachTheNextTask() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) {"
            + " new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) { } System.exit(1); }).start();"
            + " return (long) oh * ow * in * out * k.kernel() * k.kernel(); }");
        answer("MyReceptiveField", "public ReceptiveField receptiveField(Window[] layers) { try { Thread.sleep(600); } catch (InterruptedException e) { }"
            + " return new ReceptiveField(8, 2); }");
        Report report = CheckRun.of(answers).run();
        assertEquals(Verdict.PASS, task(report, "1.4").verdict());
        assertEquals(Verdict.PARTIAL, task(report, "1.5").verdict());
    }

    @Test
    void reservedPackagesAndNamesAreRefused() throws Exception {
        Files.writeString(answers.resolve("lesson01/MyConvMacs.java"),
            "package upsampling.tensor; public class MyConvMacs { public long convMacs() { return 0; } }");
        Files.writeString(answers.resolve("lesson01/Tensor.java"), "package answers.lesson01; public class Tensor { void maxPool2d() { } }");
        Report report = CheckRun.of(answers).run();
        assertEquals(Verdict.FORBIDDEN, task(report, "1.4").verdict());
        assertTrue(task(report, "1.4").message().contains("answers.lesson01"));
        assertEquals(Verdict.FORBIDDEN, task(report, "1.2").verdict());
    }

    @Test
    void aWrongPackageIsSaid() throws Exception {
        Files.writeString(answers.resolve("lesson01/MyConvMacs.java"),
            "package answers.lesson1; import upsampling.tasks.*; public class MyConvMacs implements Pooling { }");
        TaskResult result = task(CheckRun.of(answers).run(), "1.4");
        assertEquals(Verdict.COMPILE_ERROR, result.verdict());
        assertTrue(result.message().contains("package answers.lesson01;"), result.message());
    }

    @Test
    void twoAnswersToOneTaskAreSaid() throws Exception {
        answer("Another", "public long convMacs(int oh, int ow, int in, int out, Window k) { return 0; }");
        answer("MyConvMacs", RIGHT_MACS);
        Report report = CheckRun.of(answers).run();
        assertEquals(Verdict.PASS, task(report, "1.4").verdict());
        assertEquals(List.of("task 1.4 is answered by MyConvMacs.java; Another.java answers it too and was not graded"), report.remarks());
    }

    @Test
    void oneTaskOrOneLessonIsChosen() throws Exception {
        List<String> heard = new ArrayList<>();
        CheckListener listener = new CheckListener() {
            @Override
            public void started(String task, int index, int of) {
                heard.add(task + " " + index + "/" + of);
            }
        };
        assertEquals(1, CheckRun.of(answers).select("1.2").withListener(listener).run().tasks().size());
        assertEquals(List.of("1.2 1/1"), heard);
        assertEquals(6, CheckRun.of(answers).select("pooling").run().tasks().size());
        assertEquals(6, CheckRun.of(answers).select("01").run().tasks().size());
        String message = assertThrows(IllegalArgumentException.class, () -> CheckRun.of(answers).select("7.9").run()).getMessage();
        assertTrue(message.contains("no lesson or task 7.9") && message.contains("1.1, 1.2"), message);
    }

    @Test
    void theReportShowsPointsTestExpectedAndHint() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { return 2L * oh * ow * in * out * k.kernel() * k.kernel(); }");
        String text = CheckRun.of(answers).select("pooling").run().toText();
        assertTrue(text.contains("1.4      0 of 2  counts the multiply-accumulates of a convolution"), text);
        assertTrue(text.contains("expected 37748736, but was 75497472"), text);
        assertTrue(text.contains("hint: One multiply-accumulate is one MAC."), text);
        assertTrue(text.endsWith("0 of 20 points\n"), text);
    }

    @Test
    void theReportShowsTheSmallestCounterexample() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { return 2L * oh * ow * in * out * k.kernel() * k.kernel(); }");
        Report report = CheckRun.of(answers).select("1.4").run();
        assertTrue(report.toText().contains("convMacs(1, 1, 1, 1, Window.of(1))\n        expected 1, but was 2"), report.toText());
        JsonObject document = JsonParser.parseString(report.toJson()).getAsJsonObject();
        JsonObject smallest = document.getAsJsonArray("tasks").get(0).getAsJsonObject().getAsJsonObject("smallest");
        assertEquals("convMacs(1, 1, 1, 1, Window.of(1))", smallest.get("call").getAsString());
        assertEquals("2", smallest.get("actual").getAsString());
    }

    @Test
    void anAnswerThatLoopsOrExitsOnASmallerInputKeepsItsVerdictAndCostsNoOtherTask() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { while (oh < 5) { } return 0; }");
        answer("MyOutputSize", "public int outputSize(int n, Window w, boolean ceil) { if (n == 1) System.exit(0); return -5; }");
        answer("MyReceptiveField", "public ReceptiveField receptiveField(Window[] layers) { return new ReceptiveField(8, 2); }");
        Report report = CheckRun.of(answers).run();
        assertEquals(Verdict.WRONG, task(report, "1.1").verdict());
        assertEquals(Verdict.WRONG, task(report, "1.4").verdict());
        assertEquals(Verdict.PARTIAL, task(report, "1.5").verdict());
        assertEquals("receptiveField(new Window[] {Window.of(1)})", task(report, "1.5").smallest().call());
    }

    @Test
    void whatIsPrintedWhileTheInputIsMadeSmallerBelongsToNoTask() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { System.out.print(\"*\"); return 0; }");
        answer("MyReceptiveField", "public ReceptiveField receptiveField(Window[] layers) { System.out.print(\"+\"); return new ReceptiveField(8, 2); }");
        Report report = CheckRun.of(answers).run();
        assertEquals("****", task(report, "1.4").output().text());
        assertEquals("+++", task(report, "1.5").output().text());
    }

    @Test
    void controlCharactersOfAnAnswerDoNotReachTheTerminal() throws Exception {
        answer("MyConvMacs", """
            public long convMacs(int oh, int ow, int in, int out, Window k) {
                System.out.print("\\u001b[2J");
                throw new IllegalStateException("\\u001b[31m");
            }""");
        assertFalse(CheckRun.of(answers).run().toText().contains("\u001b"));
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        answer("MyConvMacs", "public long convMacs(int oh, int ow, int in, int out, Window k) { while (true) { } }");
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        CheckRun.of(answers).withLimit(Duration.ofSeconds(1)).run();
        List<ProcessHandle> left = new ArrayList<>(ProcessHandle.current().descendants().toList());
        left.removeAll(before);
        assertEquals(List.of(), left);
        assertEquals(List.of("MyConvMacs.java"), List.of(answers.resolve("lesson01").toFile().list()), "files in the learner's folder");
    }

    private void answer(String name, String body) throws IOException {
        Files.writeString(answers.resolve("lesson01").resolve(name + ".java"), source(name, body));
    }

    private static String source(String name, String body) {
        return "package answers.lesson01;\nimport upsampling.tasks.*; import upsampling.tensor.*;\npublic class " + name + " implements Pooling {\n"
            + body + "\n}\n";
    }

    private static TaskResult task(Report report, String id) {
        return report.tasks().stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }
}
