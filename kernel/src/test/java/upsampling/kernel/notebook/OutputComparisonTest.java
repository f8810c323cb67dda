package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputComparisonTest {

    @Test
    void sameMeaningIsNoDifference() {
        assertEquals(Optional.empty(), OutputComparison.difference(stream("max .4917"), stream("max .4917")));
    }

    @Test
    void aChangedDigitIsADifference() {
        assertDiffers(stream("variance .4917 of max"), stream("variance .4918 of max"));
        assertDiffers(stream("7 cells"), stream("8 cells"));
        assertDiffers(stream("37 748 736 MACs"), stream("37 748 737 MACs"));
        assertDiffers(stream("1.234"), stream("-1.234"));
    }

    @Test
    void lastDigitsThatNoLessonPrintsMayDiffer() {
        assertEquals(Optional.empty(), OutputComparison.difference(stream("0.33333333"), stream("0.33333334")));
    }

    @Test
    void theLineOfASourceFileMayDifferButNotTheMethodOrTheCell() {
        String trace = "boom%n    at Window.outputSize(%s)%n    at cell 3, line %d".formatted("Window.java:86", 2);
        assertEquals(Optional.empty(), OutputComparison.difference(stream(trace), stream(trace.replace(":86", ":91"))));
        assertDiffers(stream(trace), stream(trace.replace("outputSize", "indexSize")));
        assertDiffers(stream(trace), stream(trace.replace("line 2", "line 3")));
    }

    @Test
    void wholeNumbersMayNotDifferHoweverLarge() {
        assertDiffers(stream("39582418599936"), stream("39582418599937"));
    }

    @Test
    void aChangedWordOrCaptionIsADifference() {
        assertDiffers(html(figure("a1b2", "Max keeps the strongest value.", "AAAA", 300)), html(figure("a1b2", "Max keeps the weakest value.", "AAAA", 300)));
    }

    @Test
    void aChangedPlottedValueIsADifferenceEvenIfItIsAllDigits() {
        assertDiffers(html(figure("1234567890123456", "c", "AAAA", 300)), html(figure("1234567890123457", "c", "AAAA", 300)));
        assertDiffers(html(figure("12e4567890", "c", "AAAA", 300)), html(figure("12e4567891", "c", "AAAA", 300)));
    }

    @Test
    void picturesOfOtherFontsAreTheSame() {
        assertEquals(Optional.empty(), OutputComparison.difference(html(figure("a1", "c", "AAAA", 300)), html(figure("a1", "c", "BBBBCC==", 312))));
    }

    @Test
    void aMissingOutputIsADifference() {
        JsonArray two = stream("a");
        two.addAll(html("<p>x</p>"));
        assertDiffers(stream("a"), two);
        assertDiffers(two, stream("a"));
    }

    @Test
    void errorsAreComparedWithoutColours() {
        assertEquals(Optional.empty(), OutputComparison.difference(error("\u001b[31mno\u001b[0m"), error("no")));
        assertDiffers(error("no"), error("yes"));
    }

    private static void assertDiffers(JsonArray stored, JsonArray actual) {
        assertTrue(OutputComparison.difference(stored, actual).isPresent(), () -> stored + " and " + actual + " should differ");
    }

    private static String figure(String hash, String caption, String png, int width) {
        return "<figure data-lu-values=\"" + hash + "\"><img alt=\"a map of four values\" width=\"" + width + "\" src=\"data:image/png;base64,iVBORw0KGgo" + png
            + "\"><figcaption>" + caption + "</figcaption></figure>";
    }

    private static JsonArray stream(String text) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "stream");
        output.addProperty("name", "stdout");
        output.addProperty("text", text);
        return array(output);
    }

    private static JsonArray html(String html) {
        JsonObject data = new JsonObject();
        data.addProperty("text/html", html);
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "display_data");
        output.add("data", data);
        return array(output);
    }

    private static JsonArray error(String line) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "error");
        output.addProperty("ename", "E");
        output.addProperty("evalue", "v");
        output.add("traceback", array(new com.google.gson.JsonPrimitive(line)));
        return array(output);
    }

    private static JsonArray array(com.google.gson.JsonElement element) {
        JsonArray array = new JsonArray();
        array.add(element);
        return array;
    }
}
