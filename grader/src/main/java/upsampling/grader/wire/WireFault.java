package upsampling.grader.wire;

import java.io.IOException;

/// The other side broke the protocol.
public final class WireFault extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param message what came, and what is allowed
    public WireFault(String message) {
        super(message);
    }
}
