package upsampling.grader.intake;

import java.io.IOException;

/// An archive, or one entry of it, contradicts itself.
final class BrokenZip extends IOException {
    private static final long serialVersionUID = 1;

    BrokenZip(String message) {
        super(message);
    }
}
