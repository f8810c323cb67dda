package upsampling.grader.hunt;

import java.util.Map;

/// A known-wrong answer in a black box.
///
/// @param task such as `1.2`
/// @param name the name of its misconception, such as `zeroPadding`; said only when it is exposed
/// @param classes its class files by name; the first is the answer. They were compiled under a name that says nothing
public record Bug(String task, String name, Map<String, byte[]> classes) {

    /// Returns a fresh object of the wrong answer, in a class loader of its own.
    ///
    /// @param lesson the lesson's interface
    public Object box(Class<?> lesson) {
        var loader = new ClassLoader(lesson.getClassLoader()) {
            @Override
            protected Class<?> findClass(String className) throws ClassNotFoundException {
                byte[] bytes = classes.get(className);
                if (bytes == null) throw new ClassNotFoundException(className);
                return defineClass(className, bytes, 0, bytes.length);
            }
        };
        try {
            var constructor = loader.loadClass(classes.keySet().iterator().next()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Bugs: a black box of task " + task + " cannot be opened", e);
        }
    }
}
