package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import upsampling.op.AvgPool2d;
import upsampling.op.LinearOperator;
import upsampling.tensor.Shape;

class ExplorerTest {
    /// Three rows: two inputs with a sum, a negative weight first, nothing at all.
    private static final LinearOperator THREE = MatrixOperator.row(new double[] {.25, .75}, new double[] {-.5, -.25}, new double[] {0, 0});

    private static Explorer pooling() {
        return Explorer.of("kernel", 2, 4).and("padding", 0, 2);
    }

    private static LinearOperator pool(Settings s) {
        return AvgPool2d.of(1, s.number("kernel")).withPadding(0, s.number("padding")).on(Shape.plane(1, 6));
    }

    private static String data(Shown shown) {
        int from = shown.html().indexOf(")(\"" + Hashes.of(shown) + "\", {");
        assertTrue(from > 0, "the script is called with the hash of its figure");
        return shown.html().substring(from);
    }

    @Test
    void everyCombinationIsAskedOnce() {
        List<String> asked = new ArrayList<>();
        Explorer.of("kernel", 2, 3).and("mode", "a", "b").shown(s -> {
            asked.add(s + " " + s.number("kernel") + s.choice("mode"));
            return THREE;
        });
        assertEquals(List.of("kernel 2, a 2a", "kernel 2, b 2b", "kernel 3, a 3a", "kernel 3, b 3b"), asked);
    }

    @Test
    void theStillSaysWhatThePickedOutputReads() {
        Shown shown = Explorer.of("k", 0, 1).pick(0).shown(s -> THREE);
        String sentence = "k 0: 2 → 3. y[0] = .25 x[0] + .75 x[1]. The weights sum to 1.";
        assertEquals("Every output is a weighted sum of inputs.\n" + sentence, shown.text());
        assertTrue(shown.html().contains("<img alt=\"" + sentence + "\""));
        assertTrue(Explorer.of("k", 0, 1).pick(1).shown(s -> THREE).text().endsWith("y[1] = −.5 x[0] − .25 x[1]. The weights sum to −.75."));
        assertTrue(Explorer.of("k", 0, 1).pick(2).shown(s -> THREE).text().endsWith("y[2] = 0: it reads no input."));
    }

    @Test
    void longSumsAreCutAndPlacesInImagesHaveRowAndColumn() {
        String text = Explorer.of("kernel", 3, 4).pick(3).shown(s -> AvgPool2d.of(3).withStride(2).on(Shape.plane(5, 5))).text();
        assertTrue(text.endsWith("5×5 → 2×2. y[1, 1] = .1111 x[2, 2] + .1111 x[2, 3] + .1111 x[2, 4] + .1111 x[3, 2] + 5 more. The weights sum to 1."), text);
    }

    @Test
    void withoutAPickAnOutputWithManyInputsIsShown() {
        assertTrue(Explorer.of("k", 0, 1).shown(s -> MatrixOperator.row(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 1, 1})).text()
            .contains("y[2] = 1 x[1] + 1 x[2]"));
    }

    @Test
    void whatTheOperatorRefusesIsAStateWithItsMessage() {
        Shown shown = pooling().shown(ExplorerTest::pool);
        String refusal = assertThrows(IllegalArgumentException.class, () -> AvgPool2d.of(1, 2).withPadding(0, 2).on(Shape.plane(1, 6))).getMessage();
        assertTrue(data(shown).contains("{\"no\":" + Html.json(refusal) + "}"), refusal);
        assertTrue(data(shown).contains("\"kernel 2, padding 2: not allowed\""));
    }

    @Test
    void statesArePackedAndEqualOnesAreWrittenOnce() {
        String data = data(Explorer.of("a", 0, 2).pick(0).shown(s -> s.number("a") == 1 ? MatrixOperator.row(new double[] {0, 3}) : THREE));
        assertTrue(data.contains("\"of\":[0,1,0]"), data);
        assertTrue(data.contains("\"patterns\":[[0,0,1,1,2],"), "sum 1 is number 0; step 0 with number 1, step 1 with number 2: " + data);
        assertTrue(data.matches("(?s).*\"numbers\":\\[\\[\"1\",[^]]*],\\[\"\\.25\",[^]]*],\\[\"\\.75\",.*"), data);
        assertTrue(data.contains("{\"in\":[1,2],\"out\":[1,1],\"rows\":[1,"), "the row begins at input 1: " + data);
    }

    @Test
    void fiftyStatesOfAnImageKeepTheBudget() {
        Shown shown = Explorer.of("kernel", 1, 5).and("stride", 1, 2).and("shift", 0, 4).start("kernel", 3)
            .shown(s -> OperatorSamples.adjoint(AvgPool2d.of(s.number("kernel")).withStride(s.number("stride")).on(Shape.plane(16, 16))));
        assertTrue(shown.kilobytes() < 300, shown.kilobytes() + " kB");
    }

    @Test
    void withoutScriptsThereAreNoDeadControls() {
        String html = pooling().shown(ExplorerTest::pool).html().replaceAll("(?s)<script>.*?</script>", "");
        assertFalse(html.contains("<button") || html.contains("<input") || html.contains("<select"));
        assertTrue(html.contains("All 9 combinations side by side"));
        assertEquals(2, html.split("<img alt=\"[^\"]+\"", -1).length - 1, "the still and the sheet");
    }

    @Test
    void theScriptNeedsNothingFromElsewhereAndLeavesNothingBehind() {
        String script = Html.resource("explorer.js");
        for (String word : new String[] {"require", "import ", "fetch", "http", "window.", "innerHTML", "eval", "setInterval"}) {
            assertFalse(script.contains(word), word);
        }
        for (String word : new String[] {"lmSuppressShortcuts", "aria-live", "aria-label", "aria-activedescendant", "luReady"}) {
            assertTrue(script.contains(word), word);
        }
        assertTrue(script.startsWith("function (") && script.strip().endsWith("}"), "one function");
    }

    @Test
    void whatIsShownIsInTheHash() {
        Explorer explorer = Explorer.of("k", 0, 1);
        String hash = Hashes.of(explorer.shown(s -> THREE));
        LinearOperator other = MatrixOperator.row(new double[] {.25, .75}, new double[] {-.5, -.2501}, new double[] {0, 0});
        assertEquals(hash, Hashes.of(explorer.shown(s -> THREE)));
        assertAll(() -> assertNotEquals(hash, Hashes.of(explorer.shown(s -> s.number("k") == 1 ? other : THREE))),
            () -> assertNotEquals(hash, Hashes.of(explorer.start("k", 1).shown(s -> THREE))),
            () -> assertNotEquals(hash, Hashes.of(explorer.pick(2).shown(s -> THREE))),
            () -> assertNotEquals(hash, Hashes.of(Explorer.of("j", 0, 1).shown(s -> THREE))),
            () -> assertNotEquals(hash, Hashes.of(explorer.claim("Another claim.", "").shown(s -> THREE))));
    }

    @Test
    void theNumbersOfAnInputStandInItsCells() {
        Explorer explorer = Explorer.of("kernel", 2, 3);
        double[][] x = {{1, -.5, 2}, {0, 9, 1}, {3, 1, .25}};
        Shown shown = explorer.input(x).shown(s -> AvgPool2d.of(s.number("kernel")).on(Shape.plane(3, 3)));
        Shown without = explorer.shown(s -> AvgPool2d.of(s.number("kernel")).on(Shape.plane(3, 3)));
        assertTrue(data(shown).contains("\"x\":[\"1\",\"−.5\",\"2\",\"0\",\"9\",\"1\",\"3\",\"1\",\".25\"]"), data(shown));
        assertTrue(data(without).contains("\"x\":[]"));
        assertNotEquals(Hashes.of(without), Hashes.of(shown));
        x[0][0] = 2;
        assertNotEquals(Hashes.of(shown), Hashes.of(explorer.input(x).shown(s -> AvgPool2d.of(s.number("kernel")).on(Shape.plane(3, 3)))));
    }

    @Test
    void rejectsAnInputThatDoesNotFitTheOperators() {
        assertMessage("Explorer: k 0: the operator reads an image of 4×4, but the numbers given are 2×3. Give one number for each cell",
            () -> Explorer.of("k", 0, 1).input(new double[2][3]).shown(s -> AvgPool2d.of(2).on(Shape.plane(4, 4))));
        assertMessage("Explorer: k 0: the operator reads an input of 1×2, but the numbers given are 1×2. Numbers are shown for images only",
            () -> Explorer.of("k", 0, 1).input(new double[1][2]).shown(s -> THREE));
    }

    @Test
    void rejectsWhatCannotBeExplored() {
        assertMessage("Explorer: 6 (kernel) * 3 (stride) * 3 (padding) = 54 states, at most 50 are computed; use smaller ranges",
            () -> Explorer.of("kernel", 1, 6).and("stride", 1, 3).and("padding", 0, 2));
        assertMessage("Explorer: 'k' goes from 2 to 2; from < to is needed", () -> Explorer.of("k", 2, 2));
        assertMessage("Explorer: 'mode' needs at least two different choices, but has [a, a]", () -> Explorer.of("mode", "a", "a"));
        assertMessage("Explorer: there are two controls 'k'", () -> Explorer.of("k", 0, 1).and("k", 0, 1));
        assertMessage("Explorer: 'kernel' cannot be 5; it may be 2 to 4", () -> pooling().start("kernel", 5));
        assertMessage("Explorer: 'mode' cannot be \"c\"; it may be a, b", () -> Explorer.of("mode", "a", "b").start("mode", "c"));
        assertMessage("Explorer: there is no control 'stride'; there are kernel, padding", () -> pooling().start("stride", 1));
        assertMessage("Explorer: there are outputs 0 to 2 at first, but 3 was picked", () -> Explorer.of("k", 0, 1).pick(3).shown(s -> THREE));
        assertMessage("Explorer: one plane is shown, [1, 1, h, w], but the operator goes from [1, 2, 4, 4] to [1, 2, 2, 2]; bind it to Shape.plane(h, w)",
            () -> Explorer.of("k", 0, 1).shown(s -> AvgPool2d.of(2).on(Shape.of(1, 2, 4, 4))));
        assertMessage("Explorer: k 0, 20×20 → 10×10: at most 16 → 32 in a row and 16×16 → 16×16 fit. Use a smaller input",
            () -> Explorer.of("k", 0, 1).shown(s -> AvgPool2d.of(2).on(Shape.plane(20, 20))));
        String start = assertThrows(IllegalArgumentException.class, () -> pooling().start("padding", 2).shown(ExplorerTest::pool)).getMessage();
        assertTrue(start.startsWith("Explorer: it starts at kernel 2, padding 2, which is not allowed (AvgPool2d"), start);
    }

    @Test
    void aControlThatDoesNotExistIsNotAnIllegalCombination() {
        assertEquals("Explorer: there is no control 'strid'; there are kernel, padding",
            assertThrows(NoSuchElementException.class, () -> pooling().shown(s -> pool(s).outputShape().h() == s.number("strid") ? THREE : THREE)).getMessage());
        assertThrows(NoSuchElementException.class, () -> pooling().shown(s -> s.choice("kernel").isEmpty() ? THREE : THREE));
        assertThrows(NoSuchElementException.class, () -> Explorer.of("m", "a", "b").shown(s -> s.number("m") > 0 ? THREE : THREE));
    }

    private static void assertMessage(String message, Runnable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code::run).getMessage());
    }
}
