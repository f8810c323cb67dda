package upsampling.cli.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machinery of fault injection on lessons of a few cells.
class FaultProcessTest {
    private static final String SETUP = """
        import static upsampling.lesson.Lesson.*;
        import upsampling.op.*;
        import upsampling.tensor.*;
        var x = Tensor.image(new double[][] {{1, 3, 5, 9}});
        """;

    @TempDir
    private Path folder;

    /// Runs a lesson whose cells have the ids `cell0`, `cell1` and so on, and returns the outcomes without the lesson's name.
    private List<String> run(String... sources) throws IOException, InterruptedException {
        List<Object> cells = new ArrayList<>();
        for (String source : sources) {
            cells.add(Map.of("cell_type", "code", "id", "cell" + cells.size(), "metadata", Map.of(), "outputs", List.of(), "source", List.of(source)));
        }
        Object notebook = Map.of("cells", cells, "metadata", Map.of("kernelspec", Map.of("name", "java")), "nbformat", 4, "nbformat_minor", 5);
        Path lesson = Files.writeString(folder.resolve("99-toy.ipynb"), new Gson().toJson(notebook));
        return FaultProcess.weave(folder).run(lesson).stream().filter(line -> line.matches("(caught|survived|broken) .*"))
            .map(line -> line.replace("99-toy ", "")).toList();
    }

    @Test
    void everyOperatorIsWoven() throws IOException {
        Set<String> woven = FaultProcess.weave(folder).woven();
        assertTrue(woven.containsAll(Set.of("MaxPool2d", "MaxUnpool2d", "Relu", "FixedOperator", "BoxAverage", "Separable", "FunctionalOperator",
            "Conv2d", "ConvTranspose2d", "Taps")), woven.toString());
    }

    @Test
    void aClaimThatSeesOnlyTheShapeSurvives() throws IOException, InterruptedException {
        assertEquals(List.of("caught cell1 AvgPool2d offset", "survived cell2 AvgPool2d offset", "caught cell1 AvgPool2d flipped", "survived cell2 AvgPool2d flipped"),
            run(SETUP, "claim(\"means\", new double[][] {{2, 7}}, AvgPool2d.of(1, 2).forward(x).plane(0, 0));",
                "claim(\"one row\", 1, AvgPool2d.of(1, 2).forward(x).shape().h());", "claim(\"two\", 2, 1 + 1);"));
    }

    @Test
    void aFaultIsFollowedThroughVariablesLoopsAndMethods() throws IOException, InterruptedException {
        List<String> outcomes = run(SETUP, """
            var means = AvgPool2d.of(1, 2).forward(x);
            float[] copies = new float[2];
            for (int i = 0; i < 2; i++) copies[i] = means.get(0, i);
            boolean isPositive() { return copies[0] > 0; }
            """, "claim(\"positive\", isPositive());", "var means = 3;\nclaim(\"another one\", 3, means);");
        assertEquals(List.of("survived cell2 AvgPool2d offset", "survived cell2 AvgPool2d flipped"), outcomes);
    }

    @Test
    void indicesFlipAndKeepTheirNumbers() throws IOException, InterruptedException {
        assertEquals(List.of("survived cell1 MaxPool2d offset", "caught cell1 MaxPool2d flipped"),
            run(SETUP, "claim(\"places\", new int[] {1, 3}, MaxPool2d.of(1, 2).forwardWithIndices(x).indices());"));
    }

    @Test
    void mapsAreNamedAfterTheOperatorThatMadeThem() throws IOException, InterruptedException {
        List<String> outcomes = run(SETUP, "claim(\"copies\", new double[][] {{1, 1, 3, 3, 5, 5, 9, 9}}, Resize.nearest().toSize(1, 8).on(x.shape()).apply(x).plane(0, 0));");
        assertEquals(List.of("caught cell1 Resize offset", "caught cell1 Resize flipped", "caught cell1 Taps offset", "caught cell1 Taps flipped"),
            outcomes.stream().sorted(java.util.Comparator.comparing((String line) -> line.contains("Taps"))).toList());
    }

    @Test
    void oneFailedClaimHidesNoOtherCellAndWhatIsBrokenIsSaid() throws IOException, InterruptedException {
        List<String> outcomes = run(SETUP, "claim(\"wrong anyway\", 2, 1 + 2);\nvar later = 1;", "claim(\"later\", 1, later);");
        assertEquals(List.of("broken cell1 upsampling.lesson.ClaimFailed: Claim: wrong anyway"), outcomes);
    }
}
