package upsampling.kernel.eval;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// Which classes the jars and folders of a class path have, package by package, in the order of the path: the compiler takes the first.
///
/// The jars stay open, as those of the JVM's own class path do. Folders are looked at anew each time, since their content may change.
final class ClassPathIndex {
    private static final String CLASS_FILE = ".class";

    private final List<Root> roots = new ArrayList<>();

    private interface Root {
        void list(String packageName, List<JavaFileObject> into) throws IOException;
    }

    /// Opens the jars.
    ///
    /// @param paths jars and folders; what does not exist is left out, as javac does
    /// @throws IOException if a jar cannot be read
    static ClassPathIndex of(Iterable<? extends Path> paths) throws IOException {
        ClassPathIndex index = new ClassPathIndex();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                index.roots.add(new Folder(path));
            } else if (Files.isRegularFile(path)) {
                index.roots.add(new Jar(path));
            }
        }
        return index;
    }

    /// The classes of one named package, without those of its subpackages.
    List<JavaFileObject> classes(String packageName) throws IOException {
        List<JavaFileObject> found = new ArrayList<>();
        for (Root root : roots) {
            root.list(packageName, found);
        }
        return found;
    }

    /// A class file that knows its name, so that nobody has to find it in a path.
    abstract static class ClassFile extends SimpleJavaFileObject {
        private final String binaryName;

        private ClassFile(URI uri, String binaryName) {
            super(uri, Kind.CLASS);
            this.binaryName = binaryName;
        }

        /// For instance `java.util.Map$Entry`.
        String binaryName() {
            return binaryName;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.CLASS && simpleName.equals(binaryName.substring(binaryName.lastIndexOf('.') + 1));
        }

        @Override
        public abstract InputStream openInputStream() throws IOException;
    }

    /// A jar is read through when it has the package that is asked for, which its directory says without that: of tens of thousands of
    /// classes in the course's jars, most belong to packages that no cell ever names.
    private static final class Jar implements Root {
        private final JarFile file;
        private final String uri;
        private final boolean hasFolders;
        private Map<String, List<String>> packages; // null until it is read through

        Jar(Path path) throws IOException {
            file = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
            uri = path.toUri().toString();
            hasFolders = file.getEntry("META-INF/") != null; // tools write an entry for each folder, or for none
        }

        @Override
        public void list(String packageName, List<JavaFileObject> into) {
            String folder = packageName.replace('.', '/');
            if (packages == null && hasFolders && file.getEntry(folder + '/') == null) {
                return;
            }
            if (packages == null) {
                packages = packages();
            }
            for (String name : packages.getOrDefault(folder, List.of())) {
                String entry = folder + '/' + name;
                into.add(new ClassFile(URI.create(uri + '/' + entry + CLASS_FILE), packageName + '.' + name) {
                    @Override
                    public InputStream openInputStream() throws IOException {
                        return file.getInputStream(file.getJarEntry(entry + CLASS_FILE)); // the one for this version of Java
                    }
                });
            }
        }

        private Map<String, List<String>> packages() {
            Map<String, List<String>> found = new HashMap<>();
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements();) {
                String name = entries.nextElement().getName();
                int slash = name.lastIndexOf('/');
                if (slash > 0 && name.endsWith(CLASS_FILE) && !name.startsWith("META-INF/")) { // there: classes for other versions of Java
                    found.computeIfAbsent(name.substring(0, slash), _ -> new ArrayList<>())
                            .add(name.substring(slash + 1, name.length() - CLASS_FILE.length()));
                }
            }
            return found;
        }
    }

    private record Folder(Path path) implements Root {
        @Override
        public void list(String packageName, List<JavaFileObject> into) throws IOException {
            Path folder = path.resolve(packageName.replace('.', '/'));
            if (!Files.isDirectory(folder)) {
                return;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + CLASS_FILE)) {
                for (Path each : files) {
                    String fileName = each.getFileName().toString();
                    String name = fileName.substring(0, fileName.length() - CLASS_FILE.length());
                    into.add(new ClassFile(each.toUri(), packageName + '.' + name) {
                        @Override
                        public InputStream openInputStream() throws IOException {
                            return Files.newInputStream(each);
                        }
                    });
                }
            }
        }
    }
}
