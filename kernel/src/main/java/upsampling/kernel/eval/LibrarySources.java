package upsampling.kernel.eval;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The documentation of the course's own classes, out of the sources that our jars carry below `META-INF/sources`: JShell reads the JDK's only.
final class LibrarySources {
    private static final String FOLDER = "META-INF/sources";
    private static final String JAVA = ".java";
    private static final Pattern PARAMETER_TAG = Pattern.compile("@param\\s+(\\w+)\\s+([^@]+)");

    private final ClassLoader loader;
    private Map<String, List<String>> bySimpleName;

    /// @param loader has the jars
    LibrarySources(ClassLoader loader) {
        this.loader = loader;
    }

    /// Returns the comment of a type, method, constructor or record component; null if there is none.
    String comment(Signature signature) {
        for (String resource : index().getOrDefault(signature.topLevel(), List.of())) {
            try (InputStream in = loader.getResourceAsStream(resource)) {
                String comment = in == null ? null : comment(new String(in.readAllBytes(), StandardCharsets.UTF_8), signature);
                if (comment != null) {
                    return comment;
                }
            } catch (IOException _) {
                // a jar that is gone: help without its text
            }
        }
        return null;
    }

    private static String comment(String source, Signature signature) throws IOException {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + signature.topLevel() + JAVA), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, _ -> { }, List.of("-proc:none"), null, List.of(file));
        for (CompilationUnitTree unit : task.parse()) {
            TreePath path = new TreePath(unit);
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree declared && declared.getSimpleName().contentEquals(signature.topLevel())) {
                    return comment(DocTrees.instance(task), new TreePath(path, declared), declared, signature);
                }
            }
        }
        return null;
    }

    private static String comment(DocTrees trees, TreePath path, ClassTree type, Signature signature) {
        TreePath ownerPath = path;
        ClassTree owner = type;
        for (String nested : signature.nested()) {
            ClassTree inner = null;
            for (Tree member : owner.getMembers()) {
                inner = member instanceof ClassTree each && each.getSimpleName().contentEquals(nested) ? each : inner;
            }
            if (inner == null) {
                return null;
            }
            owner = inner;
            ownerPath = new TreePath(ownerPath, inner);
        }
        String ofType = trees.getDocComment(ownerPath);
        if (signature.member() == null) {
            return ofType;
        }
        for (Tree member : owner.getMembers()) {
            if (isMeant(member, signature)) {
                String comment = trees.getDocComment(new TreePath(ownerPath, member));
                if (comment != null) {
                    return comment;
                }
            }
        }
        return signature.isConstructor() ? ofType : ofComponent(ofType, signature.member());
    }

    private static boolean isMeant(Tree member, Signature signature) {
        if (member instanceof VariableTree field) {
            return signature.parameters() == null && field.getName().contentEquals(signature.member());
        }
        if (!(member instanceof MethodTree method) || signature.parameters() == null) {
            return false;
        }
        String name = signature.isConstructor() ? "<init>" : signature.member();
        List<String> types = method.getParameters().stream().map(parameter -> Signature.simpleType(parameter.getType().toString())).toList();
        return method.getName().contentEquals(name) && types.equals(signature.parameters());
    }

    /// What the record's comment says of one component, whose accessor is nowhere in the source.
    private static String ofComponent(String ofType, String component) {
        Matcher tag = PARAMETER_TAG.matcher(ofType == null ? "" : ofType);
        while (tag.find()) {
            if (tag.group(1).equals(component)) {
                return tag.group(2);
            }
        }
        return null;
    }

    /// Simple names of all classes with source, to their resources. Read at the first question: it takes some milliseconds.
    private Map<String, List<String>> index() {
        if (bySimpleName == null) {
            bySimpleName = new TreeMap<>();
            try {
                for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                    for (String resource : resources(folder)) {
                        String simpleName = resource.substring(resource.lastIndexOf('/') + 1, resource.length() - JAVA.length());
                        bySimpleName.computeIfAbsent(simpleName, _ -> new ArrayList<>()).add(resource);
                    }
                }
            } catch (IOException _) {
                // what was found so far
            }
        }
        return bySimpleName;
    }

    private static List<String> resources(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream().map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER) && name.endsWith(JAVA)).toList();
        }
        Path root = Path.of(URI.create(folder.toString()));
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> FOLDER + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(JAVA)).toList();
        }
    }
}
