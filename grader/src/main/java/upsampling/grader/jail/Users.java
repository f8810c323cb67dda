package upsampling.grader.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// Numbers of users that nobody has, for programs behind a wall. The kernel counts processes per user, also across containers; so every grader draws numbers of its own, and
/// a thread bomb in one of them does not stop the start of a program in another.
final class Users {
    private static final int SLOTS = 1000; // programs at a time, of one grader
    private static final long FIRST = 2_000_000_000L; // no system gives these to people
    private static final long DRAWS = 100_000;
    private static final long SMALL_FIRST = 30_000; // in a container that has 65,536 users only
    private static final long SMALL_DRAWS = 30;

    private static final long OWN = draw();

    private Users() { }

    /// Returns the user of a program.
    ///
    /// @param slot from 0
    static long of(int slot) {
        return OWN + slot % SLOTS;
    }

    private static long draw() {
        var random = new SecureRandom();
        boolean isWide = mapped() > FIRST + DRAWS * SLOTS;
        return isWide ? FIRST + random.nextLong(DRAWS) * SLOTS : SMALL_FIRST + random.nextLong(SMALL_DRAWS) * SLOTS;
    }

    /// Returns how many users there are in this container.
    private static long mapped() {
        try {
            String[] firstLine = Files.readString(Path.of("/proc/self/uid_map")).strip().split("\\s+");
            return Long.parseLong(firstLine[2]);
        } catch (IOException | RuntimeException elsewhere) {
            return 0;
        }
    }
}
