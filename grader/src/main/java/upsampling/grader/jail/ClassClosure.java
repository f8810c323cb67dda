package upsampling.grader.jail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Classes of the course and all classes of the course that they need, found in their byte code. Annotations are not followed: a virtual machine does without.
public final class ClassClosure {
    private static final String COURSE = "upsampling/";
    /// What no answer needs: pictures, and devices with their libraries.
    private static final List<String> LEFT_OUT = List.of("upsampling/show/", "upsampling/backend/vector/", "upsampling/backend/cuda/",
        "upsampling/backend/VectorBackend", "upsampling/backend/CudaBackend", "upsampling/backend/Backends");

    private final SortedMap<String, byte[]> found = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private ClassClosure() { }

    /// Returns the bytes of the classes by name, such as `upsampling/tensor/Tensor`.
    ///
    /// @param roots names of the same kind
    public static SortedMap<String, byte[]> of(List<String> roots) {
        var closure = new ClassClosure();
        roots.forEach(closure::add);
        while (!closure.open.isEmpty()) closure.follow(closure.open.remove());
        return closure.found;
    }

    /// Returns the classes that a name in `@Uses` stands for: one class, or those of a package.
    static List<String> named(String allowed) {
        return LEFT_OUT.stream().anyMatch((allowed.replace('.', '/') + "/")::startsWith) ? List.of() : namesIn(allowed);
    }

    /// Returns the class of that name, or the classes of that package.
    static List<String> namesIn(String allowed) {
        String name = allowed.replace('.', '/');
        if (ClassClosure.class.getClassLoader().getResource(name + ".class") != null) return List.of(name);
        URL folder = ClassClosure.class.getClassLoader().getResource(name);
        if (folder == null) throw new IllegalStateException("ClassClosure: there is no class and no package " + allowed);
        try {
            if (folder.getProtocol().equals("jar")) {
                try (var jar = new JarFile(Path.of(((JarURLConnection) folder.openConnection()).getJarFileURL().toURI()).toFile())) {
                    return inPackage(name, jar.stream().map(JarEntry::getName).toList());
                }
            }
            try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
                return inPackage(name, files.map(file -> name + "/" + file.getFileName()).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ClassClosure: " + folder + " cannot be read", e);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> inPackage(String name, List<String> files) {
        return files.stream().filter(file -> file.startsWith(name + "/") && file.endsWith(".class") && file.indexOf('/', name.length() + 1) < 0)
            .map(file -> file.substring(0, file.length() - ".class".length())).filter(file -> !file.endsWith("/package-info")).sorted().toList();
    }

    private void add(String name) {
        if (!name.startsWith(COURSE) || LEFT_OUT.stream().anyMatch(name::startsWith) || found.containsKey(name)) return;
        try (InputStream in = ClassClosure.class.getClassLoader().getResourceAsStream(name + ".class")) {
            if (in == null) throw new IllegalStateException("ClassClosure: the class " + name + " is missing; build the course again");
            found.put(name, in.readAllBytes());
            open.add(name);
        } catch (IOException e) {
            throw new UncheckedIOException("ClassClosure: " + name + " cannot be read", e);
        }
    }

    private void follow(String name) {
        ClassModel model = ClassFile.of().parse(found.get(name));
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) add(type.asSymbol());
        }
        for (FieldModel field : model.fields()) add(field.fieldTypeSymbol());
        for (MethodModel method : model.methods()) { // reflection on an interface loads what its methods take and return
            add(method.methodTypeSymbol().returnType());
            method.methodTypeSymbol().parameterList().forEach(this::add);
        }
    }

    private void add(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) element = element.componentType();
        if (!element.isClassOrInterface()) return;
        String descriptor = element.descriptorString();
        add(descriptor.substring(1, descriptor.length() - 1));
    }
}
