package upsampling.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/// Stored outputs against those of a run: what counts as the same.
class StoredOutputsTest {
    /// The comparison must see what a reader would see: in the first lesson's own stored outputs every figure's hash, and every digit of a caption or table.
    @Test
    void aChangeInTheStoredOutputsOfLessonOneIsSeen() {
        Notebook notebook = Notebook.read(LessonTests.FOLDER.resolve("01-pooling.ipynb"));
        int figures = 0;
        int digits = 0;
        for (Notebook.Cell cell : notebook.cells()) {
            String stored = cell.outputs().toString();
            if (stored.contains("data-lu-values=\\\"")) {
                int at = stored.indexOf("data-lu-values=\\\"") + "data-lu-values=\\\"".length();
                assertSeen(cell, stored, at, "the hash of a figure");
                figures++;
            }
            int digit = digitOfCaption(stored);
            if (digit >= 0) {
                assertSeen(cell, stored, digit, "a digit of a caption");
                digits++;
            }
        }
        assertTrue(figures > 5, "only " + figures + " figures were tried");
        assertTrue(digits > 3, "only " + digits + " captions were tried");
    }

    /// Returns where the first digit in the text of a caption stands, or -1.
    private static int digitOfCaption(String stored) {
        int from = stored.indexOf("<figcaption");
        if (from < 0) return -1;
        int end = stored.indexOf("</figcaption>", from);
        for (int i = stored.indexOf("</b>", from) + 4; i < end; i++) if (Character.isDigit(stored.charAt(i))) return i;
        return -1;
    }

    private static void assertSeen(Notebook.Cell cell, String stored, int at, String what) {
        char changed = stored.charAt(at) == '7' ? '8' : '7';
        JsonArray other = JsonParser.parseString(stored.substring(0, at) + changed + stored.substring(at + 1)).getAsJsonArray();
        assertTrue(OutputComparison.difference(cell.outputs(), other).isPresent(), "cell " + cell.number() + ": a change in " + what + " was not seen");
    }
}
