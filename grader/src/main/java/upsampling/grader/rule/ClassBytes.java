package upsampling.grader.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the byte code of an answer's own classes comes from.
///
/// A kernel has nothing to register: its loader of cell classes answers `getResourceAsStream("REPL/$JShell$12$1.class")` with the bytes of the
/// class, best as the compiler made them, before stop checks are woven in (woven calls into the class of the stop check or into
/// `upsampling.kernel` are let pass). A loader that answers nothing makes the rule silent; nothing fails.
@FunctionalInterface
public interface ClassBytes {
    /// Returns the bytes of one of the answer's own classes; null for any other class.
    ///
    /// @param internalName such as `answers/lesson01/MyMaxPool2d`
    byte[] of(String internalName);

    /// The classes of a folder into which an answer was compiled.
    static ClassBytes in(Path folder) {
        return name -> {
            Path file = folder.resolve(name + ".class");
            try {
                return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            } catch (IOException e) {
                throw new UncheckedIOException("ClassBytes: " + file + " cannot be read", e);
            }
        };
    }

    /// The classes that were loaded with an answer: those of its package, and those its loader alone can find.
    static ClassBytes loadedWith(Class<?> answer) {
        ClassLoader loader = answer.getClassLoader();
        String ownPackage = packageOf(answer.getName().replace('.', '/'));
        return name -> {
            if (loader == null) return null;
            String file = name + ".class";
            if (!packageOf(name).equals(ownPackage)) {
                if (Allowed.isReserved(name)) return null;
                if (loader.getParent() != null && loader.getParent().getResource(file) != null) return null;
            }
            try (InputStream in = loader.getResourceAsStream(file)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("ClassBytes: " + file + " cannot be read", e);
            }
        };
    }

    private static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash);
    }
}
