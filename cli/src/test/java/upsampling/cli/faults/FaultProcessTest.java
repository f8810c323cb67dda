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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machinery of fault injection, on a lesson of a few cells that is run once.
class FaultProcessTest {
    /// Ids and sources of its cells.
    private static final List<Map.Entry<String, String>> CELLS = List.of(
        Map.entry("setup", """
            import static upsampling.lesson.Lesson.*;
            import upsampling.op.*;
            import upsampling.tensor.*;
            var x = Tensor.image(new double[][] {{1, 3, 5, 9}});
            """),
        Map.entry("sees", "claim(\"means\", new double[][] {{2, 7}}, AvgPool2d.of(1, 2).forward(x).plane(0, 0));"),
        Map.entry("blind", "claim(\"one row\", 1, AvgPool2d.of(1, 2).forward(x).shape().h());"),
        Map.entry("none", "claim(\"two\", 2, 1 + 1);"),
        Map.entry("computes", """
            // behind a comment
            var means = AvgPool2d.of(1, 2).forward(x);
            float[] copies = new float[2];
            for (int i = 0; i < 2; i++) copies[i] = means.get(0, i);
            boolean isPositive() { return copies[0] > 0; }
            """),
        Map.entry("follows", "claim(\"positive\", isPositive());"),
        Map.entry("gathers", "boolean large = false;\nfor (int i = 0; i < 2; i++) large |= AvgPool2d.of(1, 2).forward(x).get(0, i) > 1;"),
        Map.entry("gathered", "claim(\"large\", large);"),
        Map.entry("anew", "var means = 3;\nclaim(\"another one\", 3, means);"),
        Map.entry("places", "claim(\"places\", new int[] {1, 3}, MaxPool2d.of(1, 2).forwardWithIndices(x).indices());"),
        Map.entry("shared", "claim(\"copies\", new double[][] {{1, 1, 3, 3, 5, 5, 9, 9}}, Resize.nearest().toSize(1, 8).on(x.shape()).apply(x).plane(0, 0));"),
        Map.entry("parts", """
            var two = Tensor.of(Shape.of(1, 2, 1, 2), 1, 3, 5, 9);
            claim("second part", new double[][] {{5, 9}}, Concat.of().backward(two, Shape.plane(1, 2), Shape.plane(1, 2))[1].plane(0, 0));
            """),
        Map.entry("composed", """
            var eight = Resize.nearest().toSize(1, 8).on(x.shape());
            claim("thrice", new double[][] {{3, 3, 9, 9, 15, 15, 27, 27}}, eight.plus(eight.scaled(2)).apply(x).plane(0, 0));
            """),
        Map.entry("wrong", "claim(\"wrong anyway\", 2, 1 + 2);\nvar later = 1;"),
        Map.entry("later", "claim(\"later\", 1, later);"));

    @TempDir
    private static Path folder;
    private static Set<String> woven;
    private static List<String> outcomes;

    @BeforeAll
    static void runTheLesson() throws IOException, InterruptedException {
        List<Object> cells = new ArrayList<>();
        CELLS.forEach(cell -> cells.add(Map.of("cell_type", "code", "id", cell.getKey(), "metadata", Map.of(), "outputs", List.of(),
            "source", List.of(cell.getValue()))));
        Object notebook = Map.of("cells", cells, "metadata", Map.of("kernelspec", Map.of("name", "java")), "nbformat", 4, "nbformat_minor", 5);
        Path lesson = Files.writeString(folder.resolve("99-toy.ipynb"), new Gson().toJson(notebook));
        FaultProcess process = FaultProcess.weave(folder);
        woven = process.woven();
        outcomes = process.run(lesson);
    }

    /// Returns the outcomes of one cell, without its name and the lesson's, sorted.
    private static List<String> of(String cell) {
        return outcomes.stream().filter(line -> line.contains(" 99-toy " + cell + " ")).map(line -> line.replace("99-toy " + cell + " ", "")).sorted().toList();
    }

    @Test
    void everyOperatorIsWoven() {
        assertTrue(woven.containsAll(Set.of("MaxPool2d", "MaxUnpool2d", "Relu", "FixedOperator", "BoxAverage", "Separable", "FunctionalOperator",
            "Conv2d", "ConvTranspose2d", "Taps")), woven.toString());
    }

    @Test
    void aClaimAboutTheNumbersNoticesAndOneAboutTheShapeDoesNot() {
        assertEquals(List.of("caught AvgPool2d flipped", "caught AvgPool2d offset"), of("sees"));
        assertEquals(List.of("survived AvgPool2d flipped", "survived AvgPool2d offset"), of("blind"));
        assertEquals(List.of(), of("none"), "it uses no operator");
    }

    @Test
    void aFaultIsFollowedThroughVariablesLoopsAndMethods() {
        assertEquals(List.of("survived AvgPool2d flipped", "survived AvgPool2d offset"), of("follows"));
        assertEquals(List.of("survived AvgPool2d flipped", "survived AvgPool2d offset"), of("gathered"));
        assertEquals(List.of(), of("anew"), "the name was defined anew");
    }

    @Test
    void indicesFlipAndKeepTheirNumbers() {
        assertEquals(List.of("caught MaxPool2d flipped", "survived MaxPool2d offset"), of("places"));
    }

    @Test
    void mapsAreNamedAfterTheOperatorThatMadeThem() {
        assertEquals(List.of("caught Resize flipped", "caught Resize offset", "caught Taps flipped", "caught Taps offset"), of("shared"));
    }

    @Test
    void aResultOfSeveralTensorsIsFalsifiedInEach() {
        assertEquals(List.of("caught Concat flipped", "caught Concat offset"), of("parts"));
    }

    @Test
    void ofSumsAndMultiplesThePartsAnswer() {
        assertEquals(List.of("caught Resize flipped", "caught Resize offset", "caught Taps flipped", "caught Taps offset"), of("composed"));
    }

    @Test
    void aClaimThatFailsWithoutAFaultIsSaidAndHidesNothing() {
        assertEquals(List.of("broken upsampling.lesson.ClaimFailed: Claim: wrong anyway"), of("wrong"));
        assertEquals(List.of(), of("later"));
    }
}
