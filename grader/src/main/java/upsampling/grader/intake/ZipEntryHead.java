package upsampling.grader.intake;

import java.util.Arrays;

/// One entry as the directory at the end of a zip describes it.
///
/// @param name decoded
/// @param rawName its bytes
/// @param flags bit 0 means that it is encrypted
/// @param method 0 stored, 8 deflated
/// @param mode the type and rights of Unix, 0 if the archive names none
/// @param offset of its own header
record ZipEntryHead(String name, byte[] rawName, int flags, int method, long crc, long packed, long size, int mode, long offset) {
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;

    boolean isFolder() {
        return name.endsWith("/") || name.endsWith("\\") || (mode & TYPE) == FOLDER;
    }

    /// Returns why it is no plain file or folder, or an empty text.
    String strangeKind() {
        int type = mode & TYPE;
        if (type == LINK) return "is a link";
        if (type != 0 && type != REGULAR && type != FOLDER) return "is a device or a pipe";
        if (type == REGULAR && (name.endsWith("/") || name.endsWith("\\"))) return "calls itself both a file and a folder";
        return "";
    }

    boolean isEncrypted() {
        return (flags & 1) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZipEntryHead that && offset == that.offset && Arrays.equals(rawName, that.rawName);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset);
    }
}
