package upsampling.bench.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From times to the row, the table, the goals, the JSON document and the picture: nothing is measured here.
class ResultsTest {
    private static final Ceilings CEILINGS = new Ceilings(200, 50, 100);
    private static final Machine MACHINE = new Machine("25", "Some processor", 2, 16, "2.10.0", "AVX512", 8);

    private static Row row(String number, double ours, double nchw, double channelsLast) {
        Entry entry = PublicTable.entries().stream().filter(e -> e.number().equals(number)).findFirst().orElseThrow();
        Row.Blocks blocks = new Row.Blocks(slowInBetween(ours), slowInBetween(nchw), slowInBetween(channelsLast));
        return Row.of(entry, 2, CEILINGS, blocks, new Row.Errors(1e-5, 1e-4, 2e-5), 1234, new Gate(() -> 1, () -> { }, () -> 0, () -> false, 5));
    }

    private static List<Double> slowInBetween(double ms) {
        return List.of(ms, 1.5 * ms, ms);
    }

    private static Results results(boolean isComplete, Row... rows) {
        return Results.of("./course bench --quick", MACHINE, new Results.Run(2, CEILINGS, 3, 90, isComplete), List.of(rows));
    }

    @Test
    void theRowComparesWithTheBetterLayout() {
        Row row = row("12", 20, 40, 32);
        assertEquals("channels_last", row.peerLayout());
        assertEquals(32, row.peerMs());
        assertEquals(20.0 / 32, row.ratio(), 1e-12);
        assertEquals(0.5, row.ratioNchw(), 1e-12);
        assertEquals(4294.967296 / 200 / 20, row.ceilingShare(), 1e-9);
        assertEquals("compute", row.bound());
        assertEquals("nchw", row("12", 20, 30, 32).peerLayout());
    }

    @Test
    void theJsonDocumentHasTheNamesThatOthersRead() {
        JsonObject json = JsonParser.parseString(results(true, row("12", 20, 40, 32)).toJson()).getAsJsonObject();
        JsonObject row = json.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertEquals("conv_transpose 128>64 k4 s2 p1 32x32 n16", row.get("workload").getAsString());
        assertEquals("forward", row.get("direction").getAsString());
        assertEquals("compute", row.get("bound").getAsString());
        assertEquals(2, row.get("threads").getAsInt());
        assertEquals("channels_last", row.get("peerLayout").getAsString());
        for (String name : List.of("oursMs", "peerMs", "ratio", "ceilingShare", "maxError")) assertTrue(row.get(name).getAsDouble() > 0, name);
    }

    @Test
    void whatWasKeptIsReadAgain(@TempDir Path folder) throws IOException {
        Results results = results(true, row("12", 20, 40, 32), row("1", 1, 20, 2));
        results.write(folder.resolve("new/kept.json"));
        assertEquals(results, Results.read(folder.resolve("new/kept.json")));
        Results both = results(false, row("3", 1, 2, 3)).after(List.of(results));
        assertEquals(List.of("12", "1", "3"), both.rows().stream().map(Row::number).toList());
        assertFalse(both.isComplete());
    }

    @Test
    void aWrongResultIsSeenEverywhere() {
        Row right = row("12", 20, 40, 32);
        Row.Blocks blocks = new Row.Blocks(List.of(1.0), List.of(2.0), List.of(3.0));
        Row wrong = Row.of(PublicTable.entries().getFirst(), 2, CEILINGS, blocks, new Row.Errors(0.5, 1e-4, 0), 0, new Gate(() -> 1, () -> { }, () -> 0, () -> false, 5));
        assertFalse(results(true, right, wrong).agrees());
        assertTrue(results(true, right).agrees());
        assertTrue(SpeedTable.line(wrong).contains("| ✗ 5.0e-01 | 1.0e-04 |"), SpeedTable.line(wrong));
    }

    @Test
    void theTableNamesMachineCeilingsAndTheBetterLayout() {
        String page = SpeedTable.page(results(true, row("12", 20, 40, 32), row("22", 50, 60, 70)));
        assertTrue(page.contains("Some processor, 2 processors, vectors of 16 floats; Java 25"), page);
        assertTrue(page.contains("Ceilings: 200 GFLOP/s; copying 50 GB/s in large arrays, 100 GB/s in 6 MB. The gate waited 3 times"), page);
        String row = "| 12 | conv_transpose 128>64 k4 s2 p1 32x32 n16 | C | 20.0 | 40.0 | **32.0** | 0.63 | 0.50 | 107 % | 1.0e-05 | 1.0e-04 | 1 |  |";
        assertTrue(page.contains(row), page);
        assertTrue(page.contains("| # | backward | bound |"), page);
        assertTrue(page.contains("](roofline.png)"), page);
        assertTrue(SpeedTable.text(results(false, row("12", 20, 40, 32))).contains("Not all rows were measured"), page);
    }

    @Test
    void goalsNameTheRowsThatMiss() {
        List<String> goals = Goals.lines(List.of(row("10", 21, 20, 30), row("12", 19, 20, 30), row("1", 6, 10, 5), row("22", 30, 40, 50), row("24", 9, 1, 1)));
        assertEquals("✗ forward at most 1.00 of libtorch's better layout (row 10: 1.05): 2 of 3; not 1 (1.20)", goals.get(0));
        assertEquals("✗ compute-bound forward rows at most 0.90 of it (row 10: 1.05): 1 of 2; not 12 (0.95)", goals.get(1));
        assertEquals("✗ their geometric mean at most 0.70: 1.00", goals.get(2));
        assertEquals("✗ memory-bound forward rows at most 0.50 of libtorch's nchw: 0 of 1; not 1 (0.60)", goals.get(3));
        assertEquals("✓ backward at most 1.00 of libtorch's better layout: 1 of 1", goals.get(5));
        assertEquals("✓ at least 0.70 of the ceiling where there is 1 GFLOP or more: 3 of 3", goals.get(6));
        assertEquals(List.of(), Goals.lines(List.of()));
    }

    @Test
    void thePictureHasAPanelForEachDirection() throws IOException {
        List<Row> rows = List.of(row("12", 20, 40, 32), row("4", 1, 2, 3), row("22", 50, 60, 70));
        BufferedImage both = ImageIO.read(new ByteArrayInputStream(Roofline.png(rows, CEILINGS, 2)));
        BufferedImage forward = ImageIO.read(new ByteArrayInputStream(Roofline.png(rows.subList(0, 2), CEILINGS, 2)));
        assertEquals(both.getWidth(), forward.getWidth());
        assertEquals(both.getHeight(), 2 * forward.getHeight());
        String alt = Roofline.alt(rows, 2);
        assertTrue(alt.contains("the nearest is 12 at 107 %"), alt);
        assertTrue(alt.split("\\s+").length <= 40, alt);
    }

    /// 4.29 GFLOP in 20 ms are 215 GFLOP/s; a value that is only moved counts as one operation.
    @Test
    void aPointStandsAtItsOperationsPerByte() {
        Roofline.Point conv = Roofline.Point.of(row("12", 20, 40, 32));
        assertEquals(214.7, conv.ours(), 0.1);
        assertEquals(4294.967296 / 25.690112, conv.intensity(), 1e-6);
        Roofline.Point nearest = Roofline.Point.of(row("4", 1, 2, 3));
        assertEquals(0.125, nearest.intensity(), 1e-9);
        assertEquals(32.11264 / 8, nearest.ours(), 1e-6);
    }

    @Test
    void optionsAreNamedWhenTheyAreWrong(@TempDir Path folder) {
        SpeedOptions options = SpeedOptions.of("--threads", "2", "--quick", "--rows", "1, 22,24", "--shape", "copy 3@8x8", "--out", folder.toString());
        assertEquals(List.of("1", "24", "22", "+1"), options.entries().stream().map(Entry::number).toList());
        assertEquals("./course bench --quick --rows 1, 22,24 --shape \"copy 3@8x8\"", options.command());
        assertEquals(43, SpeedOptions.of("--threads", "1").entries().size());
        for (String[] wrong : new String[][] {{"--quick", "--threads must be >= 1"}, {"--threads", "needs a value"}, {"--rows", "25", "there is no row '25'"},
            {"--rows", "none", "there is nothing to measure"}, {"--shape", "copy", "there is no picture"}, {"--speed", "1", "unknown option --speed"}}) {
            String[] arguments = new String[wrong.length - 1 + (wrong.length > 2 ? 2 : 0)];
            System.arraycopy(wrong, 0, arguments, 0, wrong.length - 1);
            if (wrong.length > 2) System.arraycopy(new String[] {"--threads", "1"}, 0, arguments, wrong.length - 1, 2);
            String message = assertThrows(IllegalArgumentException.class, () -> SpeedOptions.of(arguments)).getMessage();
            assertTrue(message.contains(wrong[wrong.length - 1]), message);
        }
    }

    @Test
    void theRestIsEstimatedFromTheRowsThatAreDone() {
        assertEquals("row 1 of 43", SpeedProgress.line(0, 43, 0));
        assertEquals("row 11 of 43, about 66 s left", SpeedProgress.line(10, 43, 20));
        assertEquals("row 11 of 43, about 3.3 min left", SpeedProgress.line(10, 43, 60));
    }
}
