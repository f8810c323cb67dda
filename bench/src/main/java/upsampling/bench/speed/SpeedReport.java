package upsampling.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Writes what was measured into a folder: `speed.json` with all values, and made from it `speed.md` with the table and `roofline.png`.
final class SpeedReport {
    private SpeedReport() { }

    /// @throws IOException unless the files can be written
    static void write(Results results, Path folder) throws IOException {
        Files.createDirectories(folder);
        results.write(folder.resolve("speed.json"));
        Files.writeString(folder.resolve("speed.md"), SpeedTable.page(results));
        Results.Run most = results.runs().stream().max(Comparator.comparingInt(Results.Run::threads)).orElseThrow();
        List<Row> rows = results.rows(most.threads());
        if (!rows.isEmpty()) Files.write(folder.resolve("roofline.png"), Roofline.png(rows, most.ceilings(), most.threads()));
    }
}
