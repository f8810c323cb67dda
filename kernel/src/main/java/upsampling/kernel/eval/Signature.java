package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What JShell writes above a documentation, taken apart: `Tensor Tensor.zeros(int n, int c)`, `MaxPool2d(Window size)`, `java.util.List<E>`.
///
/// @param types the class and the classes inside it that lead to the owner, by simple names; never empty
/// @param member the method or field; the class's own name for a constructor; null if the class itself is meant
/// @param parameters simple names of the parameters' types; null unless it is a method or constructor
record Signature(List<String> types, String member, List<String> parameters) {
    /// JShell writes a record's components behind its name, also where only the name is meant.
    private static final Pattern COMPONENTS = Pattern.compile("^((?:.*\\s)?[\\w.<>]*[A-Z]\\w*(?:<[^()]*>)?)\\([^()]*\\)(?=[.(])");

    /// Without a record's components between its name and what follows.
    static String readable(String text) {
        return COMPONENTS.matcher(text).replaceFirst("$1");
    }

    /// Takes a readable signature apart; null if it is none of a class or its members (a variable of the notebook).
    static Signature of(String text) {
        String plain = withoutTypeArguments(text);
        int open = plain.indexOf('(');
        String head = (open < 0 ? plain : plain.substring(0, open)).strip();
        List<String> types = new ArrayList<>();
        String member = null;
        boolean packageNamed = false;
        for (String name : head.substring(head.lastIndexOf(' ') + 1).split("\\.")) {
            if (name.isEmpty()) {
                continue;
            }
            boolean isType = Character.isUpperCase(name.charAt(0)) && !name.matches("[A-Z0-9_]{2,}");
            if (isType) {
                types.add(name);
            } else if (types.isEmpty()) {
                packageNamed = true;
            } else {
                member = name;
            }
        }
        if (types.isEmpty()) {
            return null;
        }
        if (open < 0 || packageNamed && member == null) { // "upsampling.op.MaxPool2d(Window size)" is the record itself
            return new Signature(types, member, null);
        }
        String list = plain.substring(open + 1, Math.max(open + 1, plain.lastIndexOf(')'))).strip();
        List<String> parameters = list.isEmpty() ? List.of() : Arrays.stream(list.split(",")).map(Signature::typeOf).toList();
        return new Signature(types, member == null ? types.getLast() : member, parameters);
    }

    private static String typeOf(String parameter) {
        String stripped = parameter.strip();
        int space = stripped.lastIndexOf(' ');
        return simpleType(space < 0 ? stripped : stripped.substring(0, space));
    }

    /// `upsampling.tensor.Shape` and `Shape` alike, `float...` as `float[]`, `List<String>` as `List`.
    static String simpleType(String type) {
        return withoutTypeArguments(type).replace("...", "[]").replaceAll("@\\w+\\s*", "").replaceAll("(?:\\w+\\.)+(?=\\w)", "").strip();
    }

    private static String withoutTypeArguments(String text) {
        String plain = text;
        String before;
        do {
            before = plain;
            plain = plain.replaceAll("<[^<>]*>", "");
        } while (!plain.equals(before));
        return plain;
    }

    String topLevel() {
        return types.getFirst();
    }

    List<String> nested() {
        return types.subList(1, types.size());
    }

    boolean isConstructor() {
        return parameters != null && types.getLast().equals(member);
    }
}
