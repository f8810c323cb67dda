package upsampling.kernel.notebook;

import java.nio.file.Path;

/// A file that cannot be run as a lesson; the message names it and says what to change.
public final class InvalidNotebook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidNotebook(Path file, String what) {
        super(file.getFileName() + " " + what, null, false, false);
    }
}
