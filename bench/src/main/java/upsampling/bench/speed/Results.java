package upsampling.bench.speed;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything that was measured: the JSON document, and what the table and the picture are made from.
///
/// @param command that measured it
/// @param machine where
/// @param runs the JVMs, one for each number of threads
/// @param agrees whether all our results were those of libtorch, up to rounding
/// @param rows in the order in which they were measured
record Results(String command, Machine machine, List<Run> runs, boolean agrees, List<Row> rows) {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /// One JVM.
    ///
    /// @param threads of both sides
    /// @param ceilings of the machine with so many threads
    /// @param gateWaits of all rows together
    /// @param seconds how long it took
    /// @param isComplete whether every row was measured
    record Run(int threads, Ceilings ceilings, int gateWaits, double seconds, boolean isComplete) { }

    static Results of(String command, Machine machine, Run run, List<Row> rows) {
        return new Results(command, machine, List.of(run), rows.stream().allMatch(Row::agrees), List.copyOf(rows));
    }

    /// Returns what earlier JVMs have measured, and behind it what this one has.
    Results after(List<Results> earlier) {
        List<Run> allRuns = new ArrayList<>();
        List<Row> allRows = new ArrayList<>();
        boolean allAgree = agrees;
        for (Results before : earlier) {
            allRuns.addAll(before.runs);
            allRows.addAll(before.rows);
            allAgree &= before.agrees;
        }
        allRuns.addAll(runs);
        allRows.addAll(rows);
        return new Results(command, machine, allRuns, allAgree, allRows);
    }

    /// Returns the rows of one number of threads.
    List<Row> rows(int threads) {
        return rows.stream().filter(row -> row.threads() == threads).toList();
    }

    /// Whether every row of every JVM was measured.
    boolean isComplete() {
        return runs.stream().allMatch(Run::isComplete);
    }

    String toJson() {
        return GSON.toJson(this);
    }

    static Results of(String json) {
        return GSON.fromJson(json, Results.class);
    }

    /// @throws IOException unless the file can be read
    static Results read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    /// @throws IOException unless the file can be written
    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.writeString(file, toJson() + "\n");
    }
}
