package upsampling.bench.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import upsampling.bench.speed.Choice;
import upsampling.bench.speed.Entry;

/// What `./course bench --gpu` was asked for.
final class GpuOptions {
    private static final Path COMMITTED = Path.of("bench", "results");

    private boolean isQuick;
    private boolean isJson;
    private boolean isRehearsal;
    private String rows;
    private final List<String> shapes = new ArrayList<>();
    private Path out;
    private Path peer;
    private Path workloads;

    private GpuOptions() { }

    /// @throws IllegalArgumentException unless every option is known and has a value that is allowed
    static GpuOptions of(String... arguments) {
        GpuOptions options = new GpuOptions();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--gpu" -> { } // what brought us here
                case "--json" -> options.isJson = true;
                case "--quick" -> options.isQuick = true;
                case "--rehearse" -> options.isRehearsal = true;
                default -> {
                    if (i + 1 == arguments.length) throw new IllegalArgumentException(arguments[i] + " is unknown with --gpu, or needs a value");
                    options.set(arguments[i], arguments[++i]);
                }
            }
        }
        options.check();
        return options;
    }

    private void set(String name, String value) {
        switch (name) {
            case "--rows" -> rows = value;
            case "--shape" -> shapes.add(value);
            case "--out" -> out = Path.of(value);
            case "--peer" -> peer = Path.of(value);
            case "--workloads" -> workloads = Path.of(value);
            default -> throw new IllegalArgumentException("unknown option " + name + " with --gpu");
        }
    }

    private void check() {
        if (isRehearsal && (rows != null || !shapes.isEmpty())) {
            throw new IllegalArgumentException("--rehearse has tiny shapes of its own: it goes without --rows and --shape");
        }
        if (isRehearsal && out != null && isCommitted(out)) throw new IllegalArgumentException("--rehearse never writes into " + COMMITTED + ": its times mean nothing");
        entries(); // its messages are those of the command line
    }

    private static boolean isCommitted(Path folder) {
        try {
            return (Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize()).endsWith(COMMITTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isQuick() {
        return isQuick;
    }

    /// Whether one JSON document is printed in place of the table.
    boolean isJson() {
        return isJson;
    }

    /// Whether tiny shapes are to run on the stand-in driver, to see that everything works but the speed.
    boolean isRehearsal() {
        return isRehearsal;
    }

    /// The folder that takes `gpu.md` and `gpu.json`, or null.
    Path out() {
        return out;
    }

    /// What PyTorch has measured on this machine, or null.
    Path peer() {
        return peer;
    }

    /// Where the list of what PyTorch is to measure goes, or null. Then nothing else is done.
    Path workloads() {
        return workloads;
    }

    /// Returns what to measure: the chosen rows of both tables, then the shapes of the command line.
    ///
    /// @throws IllegalArgumentException unless every row is one of the tables, and every shape can be read
    List<Entry> entries() {
        if (isRehearsal) return GpuTable.tiny();
        return choice().entries(GpuTable.entries());
    }

    private Choice choice() {
        return new Choice(rows, shapes);
    }

    /// Returns the command that these options came from, without where files are.
    String command() {
        return "./course bench --gpu" + (isQuick ? " --quick" : "") + (isRehearsal ? " --rehearse" : "") + choice().options();
    }
}
