package upsampling.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;

/// What tests of this package ask again and again.
final class Rejections {
    private Rejections() { }

    /// Returns the message with which bad input is refused.
    static String message(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    /// Interrupts this thread and asserts that the work ends.
    static void assertStops(Runnable work) {
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, work::run);
        } finally {
            Thread.interrupted();
        }
    }
}
