package upsampling.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import upsampling.grader.Verdict;
import upsampling.grader.intake.Intake;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.intake.Submission;
import upsampling.grader.plan.Lessons;
import upsampling.grader.result.TaskResult;
import upsampling.grader.run.CheckRun;

/// The lessons' own notebooks, as a student hands them in: their cells become files, and the files are graded as files are.
class IntakeTest {
    private static final Path NOTEBOOKS = Path.of("..", "notebooks");
    private static final String RIGHT = """
        @Override
        public Pooled maxPool2d(Tensor x, Window window) {
            Shape in = x.shape();
            Shape out = in.withSize(window.outputSize(in.h()), window.outputSize(in.w()));
            float[] values = new float[out.size()];
            int[] indices = new int[out.size()];
            for (int n = 0; n < in.n(); n++) {
                for (int c = 0; c < in.c(); c++) {
                    for (int oh = 0; oh < out.h(); oh++) {
                        for (int ow = 0; ow < out.w(); ow++) {
                            int best = strongest(x, n, c, oh, ow, window);
                            int i = out.index(n, c, oh, ow);
                            indices[i] = best;
                            values[i] = x.get(n, c, best / in.w(), best % in.w());
                        }
                    }
                }
            }
            return new Pooled(Tensor.of(out, values), indices);
        }
        """;
    private static final String HELPER = """
        int strongest(Tensor x, int n, int c, int oh, int ow, Window window) {
            Shape in = x.shape();
            int best = -1;
            float max = LOWEST;
            for (int kh = 0; kh < window.kernel(); kh++) {
                int h = oh * window.stride() - window.padding() + kh * window.dilation();
                if (h < 0 || h >= in.h()) continue;
                for (int kw = 0; kw < window.kernel(); kw++) {
                    int w = ow * window.stride() - window.padding() + kw * window.dilation();
                    if (w < 0 || w >= in.w()) continue;
                    float v = x.get(n, c, h, w);
                    if (best < 0 || v > max || Float.isNaN(v)) {
                        max = v;
                        best = h * in.w() + w;
                    }
                }
            }
            if (best < 0) throw new IllegalArgumentException("no cell of the input in this window; use less padding");
            return best;
        }
        """;

    @TempDir
    Path folder;

    /// Replaces the source of a cell of lesson 1 and hands the notebook in.
    private Submission handIn(Map<String, String> sources) throws Exception {
        JsonObject notebook = JsonParser.parseString(Files.readString(NOTEBOOKS.resolve("01-pooling.ipynb"))).getAsJsonObject();
        for (var cell : notebook.getAsJsonArray("cells")) {
            String id = cell.getAsJsonObject().get("id").getAsString();
            if (sources.containsKey(id)) cell.getAsJsonObject().add("source", new JsonPrimitive(sources.get(id)));
        }
        Path ada = Files.createDirectories(folder.resolve("in/ada"));
        Files.writeString(ada.resolve("01-pooling.ipynb"), notebook.toString());
        return Intake.read(folder.resolve("in"), Lessons.all()).getFirst();
    }

    private Map<String, TaskResult> grade(Submission submission) throws Exception {
        Path answers = Files.createDirectories(folder.resolve("answers"));
        for (SourceFile file : submission.files()) {
            Path lesson = Files.createDirectories(answers.resolve(String.format("lesson%02d", file.lesson())));
            Files.write(lesson.resolve(file.name()), file.bytes());
        }
        Map<String, TaskResult> results = new TreeMap<>();
        for (TaskResult result : CheckRun.of(answers).select("pooling").run().tasks()) results.put(result.id(), result);
        return results;
    }

    @Test
    void anAnswerInTheLessonsCellPassesAndTheOthersAreNotStarted() throws Exception {
        Submission ada = handIn(Map.of(
            "padding", "final float LOWEST = Float.NEGATIVE_INFINITY;\n" + HELPER,
            "task12-answer", "check(new Pooling() {\n" + RIGHT + "});"));
        assertEquals(List.of(), ada.remarks());
        assertEquals(List.of("MyAvgPool2d.java", "MyConvMacs.java", "MyMaxPool2d.java", "MyMaxPool2dBackward.java", "MyOutputSize.java", "MyReceptiveField.java"),
            ada.files().stream().map(SourceFile::name).toList());
        Map<String, TaskResult> results = grade(ada);
        assertEquals(Verdict.PASS, results.get("1.2").verdict(), () -> results.get("1.2").toString());
        for (String other : List.of("1.1", "1.3", "1.4", "1.5", "1.6")) assertEquals(Verdict.NOT_STARTED, results.get(other).verdict(), () -> results.get(other).toString());
    }

    @Test
    void theOperatorOfTheLibraryIsForbiddenInACellToo() throws Exception {
        Submission ada = handIn(Map.of("task12-answer", """
            check(new Pooling() {
                @Override
                public Pooled maxPool2d(Tensor x, Window window) {
                    var made = MaxPool2d.of(window.kernel()).forwardWithIndices(x);
                    return new Pooled(made.values(), made.indices());
                }
            });"""));
        TaskResult result = grade(ada).get("1.2");
        assertEquals(Verdict.FORBIDDEN, result.verdict(), result::toString);
    }

    @Test
    void anOwnTypeOfTheCoursesNameIsForbidden() throws Exception {
        Submission ada = handIn(Map.of("padding", "interface Pooling { record Pooled(Tensor a, int[] b) { } default Pooled maxPool2d(Tensor x, Window w) { return null; } }",
            "task12-answer", "check(new Pooling() {\n" + RIGHT + "});"));
        TaskResult result = grade(ada).get("1.2");
        assertEquals(Verdict.FORBIDDEN, result.verdict(), result::toString);
    }

    @Test
    void aDeletedCellCostsItsTaskAlone() throws Exception {
        Submission ada = handIn(Map.of("task12-answer", "", "task14-answer", "// nothing"));
        assertEquals(4, ada.files().size());
    }

    /// Every answer cell of every lesson becomes a file that compiles, and is graded as not started.
    @ParameterizedTest
    @ValueSource(strings = {"01-pooling", "02-interpolation", "03-matrix", "04-transposed", "05-checkerboard", "06-repairs", "07-pixelshuffle", "08-initialisation",
        "09-equivariance"})
    void theLessonsOwnNotebooksAreReadWithoutARemark(String name) throws Exception {
        Path ada = Files.createDirectories(folder.resolve("in/ada"));
        Files.copy(NOTEBOOKS.resolve(name + ".ipynb"), ada.resolve(name + ".ipynb"));
        Submission read = Intake.read(folder.resolve("in"), Lessons.all()).getFirst();
        assertEquals(List.of(), read.remarks());
        assertEquals(6, read.files().size(), () -> read.files().stream().map(SourceFile::name).toList().toString());
        Path answers = folder.resolve("answers");
        for (SourceFile file : read.files()) {
            Path lesson = Files.createDirectories(answers.resolve(String.format("lesson%02d", file.lesson())));
            Files.write(lesson.resolve(file.name()), file.bytes());
            assertTrue(file.origin().at(1).startsWith(name + ".ipynb, cell "), () -> file.origin().at(1));
        }
        for (TaskResult result : CheckRun.of(answers).select(Integer.toString(read.files().getFirst().lesson())).run().tasks()) {
            assertEquals(Verdict.NOT_STARTED, result.verdict(), () -> result.toString() + new String(read.files().getFirst().bytes(), StandardCharsets.UTF_8));
        }
    }
}
