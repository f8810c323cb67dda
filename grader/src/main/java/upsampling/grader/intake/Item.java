package upsampling.grader.intake;

import java.io.IOException;

/// One file of a submission, not yet read.
///
/// @param path its folders and name, with `/`, from the top of the submission; archives on the way are folders
/// @param size in bytes
record Item(String path, long size, Content content) {
    /// How a file is read.
    interface Content {
        byte[] read() throws IOException;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
