package upsampling.backend.cuda;

import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// What a machine lacks skips a test, with the reason printed; unless the environment says that it must be there, as in CI: `UPSAMPLING_REQUIRE=cuda,nvcc`.
final class Required {
    private Required() { }

    /// Skips the test, or fails it if `what` is required.
    static void lacks(String what, String reason) {
        List<String> required = List.of((System.getenv().getOrDefault("UPSAMPLING_REQUIRE", "") + "," + System.getProperty("upsampling.require", "")).split(","));
        if (required.contains(what)) throw new AssertionError(what + " is required, but " + reason);
        Assumptions.abort(reason);
    }
}
