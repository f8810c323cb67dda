package upsampling.bench;

import java.nio.file.Path;
import java.util.List;
import upsampling.backend.Backend;
import upsampling.backend.CudaBackend;
import upsampling.backend.ScalarBackend;
import upsampling.backend.VectorBackend;

/// What `./course bench --check` was asked for; the command has checked the numbers already.
///
/// @param count cases of each sort for each operator
/// @param twins the operators
/// @param seed of all cases
/// @param from index of the first case
/// @param backend what ours computes with
/// @param json whether one JSON document is printed in place of lines
/// @param out the file that takes the result, or null
record CheckOptions(long count, List<Twin> twins, long seed, long from, Backend backend, boolean json, Path out) {
    private static final String VECTOR = "vector";

    /// @throws IllegalArgumentException unless every option is known and has a value
    static CheckOptions of(String... arguments) {
        CheckOptions options = new CheckOptions(0, Twins.all(), 1, 0, backend(VectorBackend.isAvailable() ? VECTOR : "scalar"), false, null);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--json")) {
                options = new CheckOptions(options.count, options.twins, options.seed, options.from, options.backend, true, options.out);
                continue;
            }
            if (++i == arguments.length) throw new IllegalArgumentException(name + " needs a value");
            options = options.with(name, arguments[i]);
        }
        if (options.count < 1) throw new IllegalArgumentException("--check must be >= 1, but was " + options.count);
        if (options.from < 0) throw new IllegalArgumentException("--from must be >= 0, but was " + options.from);
        return options;
    }

    private CheckOptions with(String name, String value) {
        return switch (name) {
            case "--check" -> new CheckOptions(Long.parseLong(value), twins, seed, from, backend, json, out);
            case "--op" -> new CheckOptions(count, List.of(Twins.named(value)), seed, from, backend, json, out);
            case "--seed" -> new CheckOptions(count, twins, Long.parseLong(value), from, backend, json, out);
            case "--from" -> new CheckOptions(count, twins, seed, Long.parseLong(value), backend, json, out);
            case "--backend" -> new CheckOptions(count, twins, seed, from, backend(value), json, out);
            case "--out" -> new CheckOptions(count, twins, seed, from, backend, json, Path.of(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static Backend backend(String name) {
        return switch (name) {
            case VECTOR -> VectorBackend.all();
            case "scalar" -> ScalarBackend.INSTANCE;
            case "cuda" -> CudaBackend.device();
            default -> throw new IllegalArgumentException("--backend must be vector, scalar or cuda, but was " + name);
        };
    }

    /// Returns the command that these options came from, without where the result goes.
    String command() {
        return "./course bench --check " + count + (twins.size() == 1 ? " --op " + twins.getFirst().name() : "") + " --backend " + backend.name() + " --seed " + seed
                + (from == 0 ? "" : " --from " + from);
    }
}
