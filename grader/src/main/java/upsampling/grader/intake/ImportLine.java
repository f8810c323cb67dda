package upsampling.grader.intake;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One import of a notebook.
///
/// @param owner the package or type before the last dot
/// @param name the last name, or `*`
record ImportLine(boolean isStatic, String owner, String name) {
    private static final Pattern LINE = Pattern.compile("import\\s+(static\\s+)?([\\w$.\\s]+?)\\s*\\.\\s*(\\*|[\\w$]+)\\s*;?\\s*", Pattern.UNICODE_CHARACTER_CLASS);
    /// What is looked into, without being initialised; no notebook of a student brings classes of its own.
    private static final List<String> KNOWN = List.of("java.", "upsampling.");
    /// What `check(...)` needs and an answer does not; the jail does not have it.
    private static final String CHECK = "upsampling.grader.Check";

    /// Returns the import, or null if the text is none.
    static ImportLine of(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) return null;
        return new ImportLine(line.group(1) != null, line.group(2).replaceAll("\\s+", ""), line.group(3));
    }

    /// Two imports of one key exclude each other.
    String key() {
        return (isStatic ? "static " : "") + (name.equals("*") ? owner + ".*" : name);
    }

    String line() {
        return "import " + (isStatic ? "static " : "") + owner + "." + name + ";";
    }

    /// Whether code with these words can need the import. One that it does not need may name what the jail does not have, such as pictures.
    boolean isNeeded(Set<String> words) {
        if (owner.equals(CHECK) || (owner + "." + name).equals(CHECK)) return false;
        if (!name.equals("*")) return words.contains(name);
        if (KNOWN.stream().noneMatch((owner + ".")::startsWith)) return false;
        if (isStatic) return members(owner).stream().anyMatch(words::contains);
        return words.stream().anyMatch(word -> type(owner + "." + word) != null);
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(name, false, ImportLine.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) { // a wrong case on a system that knows none is a LinkageError
            return null;
        }
    }

    private static Set<String> members(String typeName) {
        Set<String> members = new HashSet<>();
        Class<?> type = type(typeName);
        if (type == null) return members;
        for (Method method : type.getMethods()) if (Modifier.isStatic(method.getModifiers())) members.add(method.getName());
        for (Field field : type.getFields()) if (Modifier.isStatic(field.getModifiers())) members.add(field.getName());
        for (Class<?> inner : type.getClasses()) members.add(inner.getSimpleName());
        return members;
    }
}
