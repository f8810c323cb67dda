package upsampling.kernel.eval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/// The class loader of one session's cell code. Everything it defines or swaps is woven first (`CellCode`).
final class SnippetLoader extends ClassLoader implements LoaderDelegate {
    private static final String STOP_CHECK = StopCheck.class.getName();
    private static final String CLASS_FILE = ".class";
    private static final String OWN_PACKAGE = SnippetLoader.class.getPackageName() + ".";

    private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();
    private final ClassHierarchyResolver hierarchy;

    SnippetLoader(ClassLoader parent) {
        super("cells", parent);
        // Not cached: a name that is unknown now may be the class of the next cell.
        hierarchy = ClassHierarchyResolver.ofResourceParsing(this::compiledBytes)
                .orElse(ClassHierarchyResolver.defaultResolver())
                .orElse(ClassHierarchyResolver.ofResourceParsing(this));
    }

    /// Connects this session's stop check.
    ///
    /// @param whenRaised see [StopCheck#whenRaised]
    /// @return switches the check on and off
    Consumer<Boolean> connectStopCheck(Runnable whenRaised) {
        try {
            Class<?> check = loadClass(STOP_CHECK);
            check.getField("whenRaised").set(null, whenRaised);
            Field raised = check.getField("raised");
            return on -> {
                try {
                    raised.setBoolean(null, on);
                } catch (IllegalAccessException impossible) {
                    throw new AssertionError(impossible);
                }
            };
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Answers with the bytes of a cell's class as the compiler made them: `check` reads in them which classes an answer uses.
    @Override
    public InputStream getResourceAsStream(String name) {
        String type = name.endsWith(CLASS_FILE) ? name.substring(0, name.length() - CLASS_FILE.length()).replace('/', '.') : "";
        byte[] bytes = compiled.get(type);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    private InputStream compiledBytes(ClassDesc type) {
        if (!type.isClassOrInterface()) {
            return null;
        }
        String descriptor = type.descriptorString();
        byte[] bytes = compiled.get(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /// Defines and links the classes, so that a failure shows here and not in the middle of a cell.
    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        remember(classes);
        boolean[] installed = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                Class.forName(classes[i].name(), false, this).getDeclaredMethods();
                installed[i] = true;
            } catch (ClassNotFoundException | LinkageError | IllegalArgumentException failure) {
                throw new ClassInstallException("load " + classes[i].name() + ": " + failure, installed);
            }
        }
    }

    /// Swaps method bodies in the live classes, so that static fields, which are the notebook's variables, keep their values.
    ///
    /// @throws ClassInstallException if a field or a signature changed, which no JVM can swap; JShell then loads a new class
    void redefine(ClassBytecodes[] classes, Instrumentation instrumentation) throws ClassInstallException {
        try {
            ClassDefinition[] definitions = new ClassDefinition[classes.length];
            for (int i = 0; i < classes.length; i++) {
                Class<?> live = findClass(classes[i].name());
                definitions[i] = new ClassDefinition(live, CellCode.woven(classes[i].bytecodes(), hierarchy));
            }
            instrumentation.redefineClasses(definitions);
            remember(classes);
        } catch (ReflectiveOperationException | UnsupportedOperationException | LinkageError | IllegalArgumentException
                | UnmodifiableClassException failure) {
            throw new ClassInstallException("redefine: " + failure, new boolean[classes.length]);
        }
    }

    private void remember(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            compiled.put(each.name(), each.bytecodes());
        }
    }

    /// Own copy of the stop check; other classes of this package from the kernel's loader, also if the session's parent does not see it.
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(STOP_CHECK)) {
            synchronized (getClassLoadingLock(name)) {
                return findClass(name);
            }
        }
        if (name.startsWith(OWN_PACKAGE)) {
            return Class.forName(name, false, SnippetLoader.class.getClassLoader());
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        if (name.equals(STOP_CHECK)) {
            byte[] bytes = ownBytes();
            return defineClass(name, bytes, 0, bytes.length);
        }
        byte[] bytes = compiled.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] woven = CellCode.woven(bytes, hierarchy);
        return defineClass(name, woven, 0, woven.length);
    }

    private static byte[] ownBytes() {
        try (InputStream in = StopCheck.class.getResourceAsStream("StopCheck.class")) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        remember(classes);
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        throw new InternalException("the class path of cells is fixed when the session starts");
    }
}
