package upsampling.kernel.spec;

import java.io.IOException;
import java.nio.file.Path;

/// A kernel of that name is installed and is not ours, for example IJava or JJava: it is not overwritten without asking.
public final class ForeignKernelException extends IOException {
    private final String name;
    private final transient Path folder;

    ForeignKernelException(String name, Path folder) {
        super("a kernel named \"" + name + "\" that is not ours is installed in " + folder
                + "; choose another name, or force to replace it");
        this.name = name;
        this.folder = folder;
    }

    /// The kernel's name.
    public String name() {
        return name;
    }

    /// Where it is installed.
    public Path folder() {
        return folder;
    }
}
