package upsampling.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What a notebook must answer, worked out without a compiler: a random cell, and what it leaves behind.
///
/// It knows whole numbers `v0`..`v3`, methods `m0`..`m1` that add a number to one of them, a class `C` whose method multiplies its field, and objects
/// `c0`..`c1` of it. Names begin with a prefix, so that several sequences can share a session.
final class CellModel {
    static final String ARITHMETIC = "java.lang.ArithmeticException";

    private final String prefix;
    private final Random random;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final Map<String, Sum> methods = new TreeMap<>();
    private final Map<String, Integer> objects = new TreeMap<>();
    private Integer factor; // of the class; null as long as there is none

    /// `return number + variable`
    private record Sum(int number, String variable) { }

    /// A cell and what must come of it.
    ///
    /// @param interrupted true if it runs for ever: it is stopped once it has printed "running"
    /// @param output all that it prints
    /// @param value the text of its value, or null
    /// @param error the name of its error, or null
    record Cell(String source, boolean interrupted, String output, String value, String error) { }

    /// The part of a cell that is being made.
    private static final class Draft {
        final List<String> lines = new ArrayList<>();
        final StringBuilder output = new StringBuilder();
        String value;
        String error;
        boolean interrupted;
    }

    CellModel(String prefix, Random random) {
        this.prefix = prefix;
        this.random = random;
    }

    /// The next cell of one to three lines; after the first that fails none counts.
    Cell next() {
        Draft draft = new Draft();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            boolean counts = draft.error == null;
            if (!counts) {
                draft.lines.add(name("v", 4) + " = 1 + 1;"); // must not run
                continue;
            }
            draft.value = null;
            add(draft);
        }
        for (int i = 0; i < draft.lines.size() - 1; i++) { // only the last line may be an expression without its semicolon
            String line = draft.lines.get(i);
            draft.lines.set(i, line.endsWith(";") || line.endsWith("}") ? line : line + ";");
        }
        return new Cell(String.join("\n", draft.lines), draft.interrupted, draft.output.toString(), draft.error == null ? draft.value : null, draft.error);
    }

    /// An expression for every name, and the text of its value; null where the name must be unknown.
    Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            String variable = prefix + "v" + i;
            all.put(variable, numbers.containsKey(variable) ? String.valueOf(numbers.get(variable)) : null);
        }
        methods.forEach((method, sum) -> all.put(method + "()",
                numbers.containsKey(sum.variable) ? String.valueOf(sum.number + numbers.get(sum.variable)) : null));
        objects.forEach((object, field) -> all.put(object + ".f()", String.valueOf(factor * field)));
        return all;
    }

    private String name(String kind, int count) {
        return prefix + kind + random.nextInt(count);
    }

    private void add(Draft draft) {
        int number = random.nextInt(100);
        String variable = name("v", 4);
        Integer old = numbers.get(variable);
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                draft.lines.add("int " + variable + " = " + number + ";");
                numbers.put(variable, number);
            }
            case 2 -> {
                draft.lines.add("{ " + variable + " += " + number + "; }");
                change(draft, variable, old == null ? 0 : old + number);
            }
            case 3 -> {
                draft.lines.add("System.out.println(" + variable + ");");
                if (old == null) {
                    draft.error = CellError.COMPILE;
                } else {
                    draft.output.append(old).append('\n');
                }
            }
            case 4 -> {
                draft.lines.add(variable + " + " + number);
                answer(draft, old == null ? null : old + number);
            }
            case 5 -> {
                draft.lines.add("int " + variable + " = \"" + number + "\";");
                draft.error = CellError.COMPILE; // and the variable is what it was
            }
            case 6 -> {
                draft.lines.add("{ " + variable + " = " + number + "; " + variable + " = 1 / (" + variable + " - " + number + "); }");
                change(draft, variable, number);
                draft.error = draft.error == null ? ARITHMETIC : draft.error;
            }
            case 7 -> {
                String method = name("m", 2);
                draft.lines.add("int " + method + "() { return " + number + " + " + variable + "; }");
                methods.put(method, new Sum(number, variable));
            }
            case 8 -> {
                String method = name("m", 2);
                draft.lines.add(method + "()");
                Sum sum = methods.get(method);
                answer(draft, sum == null || !numbers.containsKey(sum.variable) ? null : Integer.valueOf(sum.number + numbers.get(sum.variable)));
            }
            case 9 -> {
                boolean wrong = random.nextInt(3) == 0;
                String result = wrong ? "\"\"" : number + " * a";
                draft.lines.add("class " + prefix + "C { int a; " + prefix + "C(int a) { this.a = a; } int f() { return " + result + "; } }");
                factor = wrong ? factor : Integer.valueOf(number);
                draft.error = wrong ? CellError.COMPILE : null;
            }
            case 10 -> {
                String object = name("c", 2);
                draft.lines.add("var " + object + " = new " + prefix + "C(" + number + ");");
                if (factor == null) {
                    draft.error = CellError.COMPILE;
                } else {
                    objects.put(object, number);
                }
            }
            default -> loop(draft, variable, number);
        }
    }

    private void loop(Draft draft, String variable, int number) {
        draft.lines.add("int " + variable + " = " + number + ";");
        draft.lines.add("System.out.println(\"running\");");
        draft.lines.add("while (true) { }");
        numbers.put(variable, number);
        draft.output.append("running\n");
        draft.interrupted = true;
        draft.error = CellError.INTERRUPTED;
    }

    private void change(Draft draft, String variable, int number) {
        if (numbers.containsKey(variable)) {
            numbers.put(variable, number);
        } else {
            draft.error = CellError.COMPILE;
        }
    }

    private static void answer(Draft draft, Integer value) {
        if (value == null) {
            draft.error = CellError.COMPILE;
        } else {
            draft.value = String.valueOf(value);
        }
    }
}
