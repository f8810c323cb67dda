package upsampling.kernel.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/// What the names of a session mean, kept whole where JShell loses it: after a definition that does not compile.
///
/// JShell (JDK 25) then forgets what the name meant before; here it means the same as before. And of a class that is refused or dropped
/// JShell keeps the name without a class, on which every later `documentation` of a method fails (a NullPointerException inside
/// `SnippetMaps.fullClassNameAndPackageToClass`): such a name gets a class that is *not defined yet*, which JShell can live with.
final class Definitions {
    /// `class Net extends undefined$ { }`: known to JShell, but not usable, since nobody defines that name.
    private static final String PENDING = "class %s extends undefined$ { }";
    private static final Pattern TYPE_NAME = Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)");

    private final Session session;
    private final JShell shell;
    private final Map<String, Definition> accepted = new HashMap<>();

    /// @param source what defines it
    /// @param place where that stands
    /// @param variableClass of a variable: the class that JShell wrapped around it and that holds its value; else null
    private record Definition(String source, Positions.Place place, String variableClass) { }

    Definitions(Session session) {
        this.session = session;
        this.shell = session.shell();
    }

    /// Remembers a definition that compiles.
    void accepted(DeclarationSnippet snippet, Positions.Place place) {
        if (snippet instanceof VarSnippet variable) {
            accepted.put(key(snippet), new Definition(variable.typeName() + " " + variable.name() + ";", place, classOf(variable)));
        } else {
            accepted.put(key(snippet), new Definition(snippet.source(), place, null));
        }
    }

    /// Puts back what the name of a refused definition meant before: a class, a method, a variable with its value.
    ///
    /// @param refused what JShell has rejected, or accepted and could not compile
    /// @return what this has done to other definitions
    List<SnippetEvent> refused(Snippet refused) {
        if (!(refused instanceof DeclarationSnippet declaration)) {
            return List.of();
        }
        Definition before = accepted.get(key(declaration));
        if (before != null) {
            return restored(before, declaration.name());
        }
        if (!(refused instanceof TypeDeclSnippet)) {
            if (shell.status(refused).isActive()) {
                shell.drop(refused);
            }
        } else if (!isKnown(declaration.name())) {
            nameWithoutClass(declaration.name());
        }
        return List.of();
    }

    private List<SnippetEvent> restored(Definition before, String name) {
        Object value = before.variableClass == null ? null : session.execution().read(before.variableClass, name);
        List<SnippetEvent> events = shell.eval(before.source);
        session.execution().takeValue();
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null && event.status().isDefined()) {
                session.positions().put(event.snippet(), before.place);
                if (event.snippet() instanceof VarSnippet variable) {
                    session.execution().write(classOf(variable), name, value);
                    accepted.put(key(variable), new Definition(before.source, before.place, classOf(variable)));
                }
            }
        }
        return events;
    }

    /// Forgets a definition.
    void drop(Snippet snippet) {
        shell.drop(snippet);
        if (snippet instanceof DeclarationSnippet declaration) {
            accepted.remove(key(declaration));
        }
        if (snippet instanceof TypeDeclSnippet type) {
            nameWithoutClass(type.name());
        }
    }

    /// Mends what the compiler has left when it failed in the middle: of the classes in the source JShell knows the names only.
    void compilerFailed(String source) {
        Matcher names = TYPE_NAME.matcher(source);
        if (names.find() && !isKnown(names.group(1))) {
            nameWithoutClass(names.group(1));
        }
    }

    /// True if a variable lost its value, because JShell has put it into another class or has none for it any more.
    boolean wasReset(VarSnippet variable) {
        Definition before = accepted.get(key(variable));
        if (before == null || !shell.status(variable).isDefined()) {
            return true;
        }
        accepted.put(key(variable), new Definition(before.source, before.place, classOf(variable)));
        return !before.variableClass.equals(classOf(variable));
    }

    private boolean isKnown(String type) {
        return shell.types().anyMatch(each -> each.name().equals(type));
    }

    private void nameWithoutClass(String type) {
        shell.eval(PENDING.formatted(type));
    }

    private String classOf(VarSnippet variable) {
        return session.analysis().wrapper(variable).fullClassName();
    }

    /// Methods of one name and other parameters are different definitions.
    private static String key(DeclarationSnippet snippet) {
        return switch (snippet) {
            case MethodSnippet method -> method.name() + "(" + method.parameterTypes() + ")";
            case TypeDeclSnippet type -> "class " + type.name();
            default -> snippet.name();
        };
    }
}
