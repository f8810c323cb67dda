package upsampling.kernel.eval;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// The compiler's file manager, with a quicker way to the classes of the class path.
///
/// javac's own opens every jar as a file system and visits every entry before it answers its first question, though the first is for `java.util`,
/// which no jar may contain: a quarter of the time to the first cell, and most of its garbage. This one leaves such questions to the
/// JDK's modules, and reads a jar when a package of it is asked for ([ClassPathIndex]).
final class ClassPathFiles extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {
    private ClassPathIndex index; // null until it is needed, and after a change of the class path

    ClassPathFiles(StandardJavaFileManager standard) {
        super(standard);
    }

    @Override
    public synchronized Iterable<JavaFileObject> list(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.CLASS_PATH || recurse) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (!kinds.contains(JavaFileObject.Kind.CLASS) || isOutOfReach(packageName)) {
            return List.of();
        }
        if (index == null) {
            index = ClassPathIndex.of(getLocationAsPaths(location));
        }
        return index.classes(packageName);
    }

    /// No class loader but the JDK's defines classes in `java`, no import reaches the unnamed package, and JShell keeps `REPL` in memory. The
    /// start-up asks for nothing else.
    private static boolean isOutOfReach(String packageName) {
        return packageName.isEmpty() || packageName.equals("java") || packageName.startsWith("java.") || packageName.equals("REPL");
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassPathIndex.ClassFile own ? own.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject first, FileObject second) {
        boolean own = first instanceof ClassPathIndex.ClassFile || second instanceof ClassPathIndex.ClassFile;
        return own ? first.toUri().equals(second.toUri()) : super.isSameFile(first, second);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof ClassPathIndex.ClassFile ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    @Override
    public synchronized boolean handleOption(String current, Iterator<String> remaining) {
        index = null; // it may have been -classpath
        return super.handleOption(current, remaining);
    }

    @Override
    public synchronized void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        index = null;
        fileManager.setLocation(location, files);
    }

    @Override
    public synchronized void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        index = null;
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(Location location, String moduleName, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationForModule(location, moduleName, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }
}
