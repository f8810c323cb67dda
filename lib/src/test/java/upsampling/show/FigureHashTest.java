package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Whatever a figure says is in its hash: a changed digit, value, title, ring or caption must not pass a comparison of stored outputs.
class FigureHashTest {
    private static final double[][] X = {{1, 8}, {7, 3}};

    private static PixelMap map() {
        return PixelMap.of("input", Ink.INPUT, X).ring(0, 0, 1, 2, Ink.ACCENT);
    }

    private static Shown figure(Tile tile) {
        return Shown.figure(tile, "A claim.", "A detail.", "What is to be seen.");
    }

    @TestFactory
    Stream<DynamicTest> aChangedMapHasAnotherHash() {
        double[][] other = {{1, 8}, {7, 3.0001}};
        Map<String, Tile> changed = new HashMap<>();
        changed.put("value", PixelMap.of("input", Ink.INPUT, other).scale(Scale.of(X)).ring(0, 0, 1, 2, Ink.ACCENT));
        changed.put("title", PixelMap.of("Input", Ink.INPUT, X).ring(0, 0, 1, 2, Ink.ACCENT));
        changed.put("role", PixelMap.of("input", Ink.OUTPUT, X).ring(0, 0, 1, 2, Ink.ACCENT));
        changed.put("ring's place", PixelMap.of("input", Ink.INPUT, X).ring(1, 0, 1, 2, Ink.ACCENT));
        changed.put("ring's size", PixelMap.of("input", Ink.INPUT, X).ring(0, 0, 1, 1, Ink.ACCENT));
        changed.put("ring's colour", PixelMap.of("input", Ink.INPUT, X).ring(0, 0, 1, 2, Ink.WRONG));
        changed.put("no ring", PixelMap.of("input", Ink.INPUT, X));
        changed.put("second ring", map().ring(1, 1, 1, 1, Ink.ACCENT));
        changed.put("scale", map().scale(new Scale(0, 9, false)));
        changed.put("ramp", map().ramp(Ramp.GREY));
        changed.put("cell", map().cell(30));
        changed.put("axes", map().axes());
        changed.put("axes from 2", map().axes(2, 0));
        changed.put("no numbers", map().noNumbers());
        changed.put("quiet zeros", map().quietZeros());
        changed.put("blocks", map().blocks(1, 1));
        changed.put("a legend", Tile.column(8, map(), new Legend(Scale.of(X), "value", Ramp.INPUT)));
        changed.put("a sign", Tile.row(8, map(), Tile.sign("→", "k2")));
        changed.put("a note", Tile.row(8, map(), Tile.note("k2")));
        return allDiffer(figure(map()), changed.entrySet().stream().map(e -> Map.entry(e.getKey(), figure(e.getValue()))).toList());
    }

    @TestFactory
    Stream<DynamicTest> aChangedCaptionHasAnotherHash() {
        return allDiffer(figure(map()), List.of(
            Map.entry("claim", Shown.figure(map(), "A claim!", "A detail.", "What is to be seen.")),
            Map.entry("detail", Shown.figure(map(), "A claim.", "A detail!", "What is to be seen.")),
            Map.entry("words moved", Shown.figure(map(), "A claim. A", "detail.", "What is to be seen.")),
            Map.entry("alt text", Shown.figure(map(), "A claim.", "A detail.", "What is seen."))));
    }


    @TestFactory
    Stream<DynamicTest> aChangedChartHasAnotherHash() {
        double[] x = {0, 1, 2};
        Curve a = Curve.of("a", Ink.INPUT, x, new double[] {0, 1, 4});
        return allDiffer(figure(Charts.lines("x", "y", a)), List.of(
            Map.entry("value", figure(Charts.lines("x", "y", Curve.of("a", Ink.INPUT, x, new double[] {0, 1, 4.001})))),
            Map.entry("position", figure(Charts.lines("x", "y", Curve.of("a", Ink.INPUT, new double[] {0, 1, 2.5}, new double[] {0, 1, 4})))),
            Map.entry("name", figure(Charts.lines("x", "y", Curve.of("A", Ink.INPUT, x, new double[] {0, 1, 4})))),
            Map.entry("axis", figure(Charts.lines("x in px", "y", a))),
            Map.entry("role", figure(Charts.lines("x", "y", Curve.of("a", Ink.OUTPUT, x, new double[] {0, 1, 4})))),
            Map.entry("dashes", figure(Charts.lines("x", "y", a.asBaseline()))),
            Map.entry("label", figure(Charts.lines("x", "y", a.labelAt(1, Place.ABOVE)))),
            Map.entry("second curve", figure(Charts.lines("x", "y", a, a))),
            Map.entry("bars", figure(Charts.bars("x", new Bar("a", 4, Ink.INPUT))))));
    }

    @TestFactory
    Stream<DynamicTest> changedBarsHaveAnotherHash() {
        return allDiffer(figure(Charts.bars("v", new Bar("a", .25, Ink.PLAIN), new Bar("b", .5, Ink.PLAIN))), List.of(
            Map.entry("value", figure(Charts.bars("v", new Bar("a", .2501, Ink.PLAIN), new Bar("b", .5, Ink.PLAIN)))),
            Map.entry("spread", figure(Charts.bars("v", new Bar("a", .25, Ink.PLAIN).withSpread(.1), new Bar("b", .5, Ink.PLAIN)))),
            Map.entry("spread of the other", figure(Charts.bars("v", new Bar("a", .25, Ink.PLAIN), new Bar("b", .5, Ink.PLAIN).withSpread(.1)))),
            Map.entry("spread to one side", figure(Charts.bars("v", new Bar("a", .25, Ink.PLAIN).withRange(.15, .25), new Bar("b", .5, Ink.PLAIN)))),
            Map.entry("name", figure(Charts.bars("v", new Bar("c", .25, Ink.PLAIN), new Bar("b", .5, Ink.PLAIN)))),
            Map.entry("role", figure(Charts.bars("v", new Bar("a", .25, Ink.WRONG), new Bar("b", .5, Ink.PLAIN)))),
            Map.entry("order", figure(Charts.bars("v", new Bar("b", .5, Ink.PLAIN), new Bar("a", .25, Ink.PLAIN)))),
            Map.entry("label", figure(Charts.bars("w", new Bar("a", .25, Ink.PLAIN), new Bar("b", .5, Ink.PLAIN))))));
    }

    @TestFactory
    Stream<DynamicTest> aChangedHistogramHasAnotherHash() {
        Bins bins = new Bins(0, 4, 4);
        double[] values = {.5, 1.5, 1.6, 3.5};
        return allDiffer(figure(Charts.histograms("v", bins, new Distribution("a", Ink.INPUT, values))), List.of(
            Map.entry("a value in another bin", figure(Charts.histograms("v", bins, new Distribution("a", Ink.INPUT, new double[] {.5, 1.5, 2.6, 3.5})))),
            Map.entry("other bins", figure(Charts.histograms("v", new Bins(0, 4, 8), new Distribution("a", Ink.INPUT, values))))));
    }

    private static Shown table(String name, String head, double value, String cell) {
        return HtmlTable.of(Table.create("t").addColumns(StringColumn.create("layer", cell, "pool"), DoubleColumn.create(head, value, 2)), name, "");
    }

    @TestFactory
    Stream<DynamicTest> aChangedTableHasAnotherHash() {
        return allDiffer(table("Sizes.", "size", 1.25, "conv"), List.of(
            Map.entry("value", table("Sizes.", "size", 1.26, "conv")), Map.entry("head", table("Sizes.", "rows", 1.25, "conv")),
            Map.entry("claim", table("Size.", "size", 1.25, "conv")), Map.entry("cell", table("Sizes.", "size", 1.25, "CONV"))));
    }

    private static Shown stepper(double last, String sentence, int still) {
        PixelMap first = PixelMap.of("", Ink.INPUT, X);
        PixelMap second = PixelMap.of("", Ink.INPUT, new double[][] {{1, 8}, {7, last}}).scale(Scale.of(X));
        return Stepper.of("Steps.", "").frame(first, first, "One.").frame(second, first, sentence).still(still).shown();
    }

    @TestFactory
    Stream<DynamicTest> aChangedFrameOfAStepperHasAnotherHash() {
        return allDiffer(stepper(3, "Two.", 0), List.of(Map.entry("value of a hidden frame", stepper(3.01, "Two.", 0)),
            Map.entry("sentence of a hidden frame", stepper(3, "Second.", 0)), Map.entry("still", stepper(3, "Two.", 1))));
    }

    @TestFactory
    Stream<DynamicTest> theSameOutputTwiceHasTheSameBytes() {
        return Gallery.samples().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            Supplier<Shown> sample = e.getValue();
            assertEquals(sample.get(), sample.get());
        }));
    }

    @Test
    void withoutPixelsNothingIsLeftThatDependsOnFonts() {
        String html = Html.withoutPixels(stepper(3, "Two.", 0).html());
        assertTrue(html.contains("data-lu-values=\"") && html.contains("Two."), html);
        assertTrue(!html.contains("base64,iVBOR") && !html.contains("width=\""), html);
        assertTrue(html.contains("max-width:max(100%,460px)"), "styles stay");
    }

    @Test
    void withoutPixelsAChangedValueIsStillSeen() {
        assertNotEquals(Html.withoutPixels(stepper(3, "Two.", 0).html()), Html.withoutPixels(stepper(3.01, "Two.", 0).html()));
    }

    // each differs from the first, and no two are alike
    private static Stream<DynamicTest> allDiffer(Shown first, List<Map.Entry<String, Shown>> changed) {
        Map<String, String> seen = new HashMap<>();
        seen.put(Hashes.of(first), "the first");
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, Shown> change : changed) {
            String same = seen.put(Hashes.of(change.getValue()), change.getKey());
            tests.add(DynamicTest.dynamicTest(change.getKey(), () -> assertEquals(null, same, "has the same hash as " + same)));
        }
        return tests.stream();
    }
}
