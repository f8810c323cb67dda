package upsampling.grader.intake;

/// Counts what a submission costs, and stops it where a cap is.
final class Budget {
    private static final long MIB = 1 << 20;

    final Caps caps;
    private int entries;
    private long bytes;
    private long kept;

    Budget(Caps caps) {
        this.caps = caps;
    }

    /// Counts files and folders.
    void entries(long more) throws Rejection {
        if (more > caps.entries() - entries) {
            throw new Rejection("it holds more than " + caps.entries() + " files and folders; hand in the answers alone");
        }
        entries += (int) more;
    }

    /// Counts a file of an archive before it is unpacked.
    void unpacked(String name, long size, long packed) throws Rejection {
        if (size > caps.freeBytes() && size / caps.ratio() > packed) {
            throw new Rejection(Quoted.of(name) + " would grow from " + packed + " to " + size + " bytes, more than " + caps.ratio() + " times");
        }
        bytes(size);
    }

    private void bytes(long size) throws Rejection {
        if (size < 0 || size > caps.bytes() - bytes) {
            throw new Rejection("it holds more than " + caps.bytes() / MIB + " MiB; hand in the answers alone, without data or pictures");
        }
        bytes += size;
    }

    /// Counts a file that is read into memory.
    void kept(long size) throws Rejection {
        if (size > caps.keptBytes() - kept) throw new Rejection("its Java files and notebooks are more than " + caps.keptBytes() / MIB + " MiB");
        kept += size;
    }
}
