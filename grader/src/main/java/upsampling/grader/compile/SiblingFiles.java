package upsampling.grader.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// Shows the compiler the other files of an answer's folder as sources of the same package, whatever the folders above are called.
final class SiblingFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Path folder;
    private final String packageName;

    SiblingFiles(StandardJavaFileManager files, Path folder, String packageName) {
        super(files);
        this.folder = folder;
        this.packageName = packageName;
    }

    @Override
    public boolean hasLocation(JavaFileManager.Location location) {
        return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(JavaFileManager.Location location, String name, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
        if (location != StandardLocation.SOURCE_PATH) return super.list(location, name, kinds, recurse);
        List<JavaFileObject> found = new ArrayList<>();
        if (!name.equals(packageName) || !kinds.contains(JavaFileObject.Kind.SOURCE)) return found;
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sources = files.filter(file -> file.getFileName().toString().endsWith(".java") && Files.isRegularFile(file)).sorted().toList();
            fileManager.getJavaFileObjectsFromPaths(sources).forEach(found::add);
        }
        return found;
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
        if (location != StandardLocation.SOURCE_PATH) return super.inferBinaryName(location, file);
        String name = Path.of(file.toUri()).getFileName().toString();
        return packageName + "." + name.substring(0, name.length() - ".java".length());
    }

    @Override
    public boolean contains(JavaFileManager.Location location, FileObject file) throws IOException {
        return location == StandardLocation.SOURCE_PATH ? Path.of(file.toUri()).startsWith(folder) : super.contains(location, file);
    }
}
