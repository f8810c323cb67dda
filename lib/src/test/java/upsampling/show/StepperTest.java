package upsampling.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StepperTest {
    private static final PixelMap ONE = PixelMap.of("", Ink.INPUT, new double[][] {{1, 2}});

    private static Stepper steps(int count) {
        Stepper stepper = Stepper.of("A claim.", "");
        for (int i = 0; i < count; i++) stepper = stepper.frame(ONE.ring(0, i % 2, 1, 1, Ink.ACCENT), ONE, "Frame " + i + ".");
        return stepper;
    }

    private static Stepper noise(int cells) {
        Random random = new Random(1);
        double[][] values = new double[cells][cells];
        Stepper stepper = Stepper.of("A claim.", "");
        for (int i = 0; i < 12; i++) {
            for (double[] row : values) for (int c = 0; c < cells; c++) row[c] = random.nextInt(100);
            stepper = stepper.frame(PixelMap.of("", Ink.INPUT, values).cell(24), ONE, "Frame " + i + ".");
        }
        return stepper;
    }

    @Test
    void aStepperAbove200KilobytesIsRefused() {
        assertTrue(noise(4).shown().kilobytes() < 200);
        String message = assertThrows(IllegalStateException.class, () -> noise(16).shown()).getMessage();
        assertTrue(message.matches("Stepper: \\d+ bytes, at most 200000\\. Use smaller cells or fewer frames"), message);
    }

    @Test
    void theStillIsOnThePageAndTheOthersInTheScript() {
        String html = steps(4).still(2).shown().html();
        assertTrue(html.contains("<img alt=\"Step 3 of 4. Frame 2.\""));
        Matcher pictures = Pattern.compile("\\[\"data:image/png;base64,([A-Za-z0-9+/=]*)\",\"Frame (\\d)\\.\"").matcher(html);
        int found = 0;
        while (pictures.find()) {
            assertEquals(pictures.group(2).equals("2"), pictures.group(1).isEmpty(), "the still's picture is not there twice");
            found++;
        }
        assertEquals(4, found);
        assertTrue(html.contains(")(\"" + Hashes.of(steps(4).still(2).shown()) + "\", 2, ["), "the script finds its figure by the hash");
    }

    @Test
    void withoutScriptsThereAreNoDeadControls() {
        String html = steps(4).shown().html().replaceAll("(?s)<script>.*?</script>", "");
        assertFalse(html.contains("<button") || html.contains("<input") || html.contains("<select"));
        assertTrue(html.contains("All 4 steps side by side"), "the sheet of all frames is there");
    }

    @Test
    void theScriptNeedsNothingFromElsewhereAndLeavesNothingBehind() {
        String script = Html.resource("stepper.js");
        for (String word : new String[] {"require", "import ", "fetch", "http", "window.", "innerHTML", "eval"}) assertFalse(script.contains(word), word);
        for (String word : new String[] {"prefers-reduced-motion", "lmSuppressShortcuts", "aria-live", "aria-label", "luReady", "isConnected"}) {
            assertTrue(script.contains(word), word);
        }
        assertTrue(script.startsWith("function (") && script.strip().endsWith("}"), "one function");
    }

    @Test
    void aFrameCostsOnlyWhatItChanges() {
        PixelMap large = PixelMap.of("input", Ink.INPUT, new double[][] {{1, 8, 2, 4, 9, 1}, {7, 3, 5, 1, 6, 2}, {4, 2, 9, 6, 3, 8}, {3, 6, 1, 5, 2, 7}});
        double still = Png.dataUri(large.image()).length() / 1000.0;
        double two = rings(large, 2).kilobytes();
        double twelve = rings(large, 12).kilobytes();
        assertTrue(twelve - two < 10 * 0.4 * still, "ten more frames cost " + (twelve - two) + " kB, the still " + still + " kB");
    }

    private static Shown rings(PixelMap map, int count) {
        Stepper stepper = Stepper.of("A claim.", "");
        for (int i = 0; i < count; i++) stepper = stepper.frame(map.ring(i / 6, i % 6, 1, 1, Ink.ACCENT), ONE, "Frame " + i + ".");
        return stepper.shown();
    }

    @Test
    void theSheetOfAllFramesFitsTheFigure() {
        PixelMap wide = PixelMap.of("", Ink.INPUT, new double[1][8]);
        Stepper stepper = Stepper.of("A claim.", "");
        for (int i = 0; i < 4; i++) stepper = stepper.frame(ONE, wide, "Frame " + i + ".");
        Matcher widths = Pattern.compile("<img [^>]*? width=\"(\\d+)\"").matcher(stepper.shown().html());
        while (widths.find()) assertTrue(Integer.parseInt(widths.group(1)) <= 620, widths.group(1) + " px");
    }

    @Test
    void allFramesHaveTheSizeOfTheLargest() {
        PixelMap large = PixelMap.of("", Ink.INPUT, new double[3][5]);
        String html = Stepper.of("A claim.", "").frame(ONE, ONE, "Small.").frame(large, ONE, "Large.").shown().html();
        assertTrue(html.contains("width=\"" + (large.width() + 2 * Tile.MARGIN) + "\""));
    }

    @Test
    void rejectsWhatIsNoStepper() {
        assertThrows(IllegalArgumentException.class, () -> Stepper.of(" ", ""));
        assertThrows(IllegalArgumentException.class, () -> steps(1).frame(ONE, ONE, "word ".repeat(40)));
        assertThrows(IllegalStateException.class, () -> steps(1).shown());
        assertThrows(IllegalStateException.class, () -> steps(51).shown());
        assertEquals("Stepper: still must be a frame 0 to 3, but was 4",
            assertThrows(IllegalStateException.class, () -> steps(4).still(4).shown()).getMessage());
    }

    @Test
    void textOfAFrameCannotEndTheScript() {
        String html = Stepper.of("A claim.", "").frame(ONE, ONE, "a</script><b>\"\\\n").frame(ONE, ONE, "b").shown().html();
        assertEquals(2, html.split("</script>", -1).length, "one script end");
        assertTrue(html.contains("a\\u003c/script>\\u003cb>\\\"\\\\\\u000a"));
    }
}
