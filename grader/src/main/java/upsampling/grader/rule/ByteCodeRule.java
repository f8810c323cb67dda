package upsampling.grader.rule;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import upsampling.grader.plan.TaskPlan;

/// Reads the byte code of an answer and reports the first call of something its task forbids: the operator of the library that the task asks for,
/// reflection, `java.awt` and the like.
///
/// It follows the answer into its own helper classes and methods, lambdas included, but not into the rest of a notebook: a cell may compare the
/// answer with the library's operator as long as the answer itself does not call it. Values of any type may be passed on, such as the backend of a
/// tensor; only calls and fields are looked at. A field, such as a notebook's variable, may hold what the library has computed, but no lambda and no
/// object whose code calls it. This is teaching, not security: the boundary of a grade is a process.
public final class ByteCodeRule {
    private final Allowed allowed;
    private final ClassBytes own;
    private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Step> open = new ArrayDeque<>();
    private String violation;

    /// A method to read.
    ///
    /// @param makesValue whether it has run before and the answer only reads a value it made: then only code inside that value is judged
    private record Step(ClassModel type, MethodModel method, boolean makesValue) { }

    private record Place(Step step, int line) {
        /// Returns `MyMaxPool2d.java:12`; for a cell, whose lines are those of a class that JShell made, the method instead.
        @Override
        public String toString() {
            String method = step.method().methodName().stringValue();
            String file = step.type().findAttribute(Attributes.sourceFile()).map(attribute -> attribute.sourceFile().stringValue()).orElse("$");
            if (line > 0 && !file.startsWith("$")) return file + ":" + line;
            if (method.startsWith("lambda$")) method = method.substring("lambda$".length());
            if (method.startsWith("do_it$")) return "a variable of the notebook"; // JShell's name for what a cell runs
            return method.replaceAll("\\$.*", "") + "(...)";
        }
    }

    private ByteCodeRule(TaskPlan task, ClassBytes own) {
        allowed = new Allowed(task);
        this.own = own;
    }

    /// Returns what the answer does against the rule of the task, with source line and reason, or null.
    ///
    /// @param answer the internal name of the answer's class, such as `answers/lesson01/MyMaxPool2d`
    public static String violation(TaskPlan task, String answer, ClassBytes own) {
        return new ByteCodeRule(task, own).check(answer);
    }

    private String check(String answer) {
        wholeClass(answer);
        while (violation == null && !open.isEmpty()) {
            Step step = open.removeFirst();
            step.method().code().ifPresent(code -> read(step, code));
        }
        return violation;
    }

    private void read(Step step, CodeModel code) {
        boolean judged = !step.makesValue();
        int line = 0;
        for (CodeElement element : code) {
            var at = new Place(step, line);
            switch (element) {
                case LineNumber number -> line = number.line();
                case InvokeInstruction call ->
                    call(at, className(call.owner().asInternalName()), call.name().stringValue(), call.typeSymbol().descriptorString(), judged);
                case FieldInstruction field -> field(at, field.owner().asInternalName(), field.name().stringValue(), judged);
                case InvokeDynamicInstruction dynamic -> dynamic(at, dynamic.bootstrapMethod(), dynamic.bootstrapArgs());
                case ConstantInstruction.LoadConstantInstruction constant -> constant(at, constant.constantValue());
                default -> { }
            }
            if (violation != null) return;
        }
    }

    private void constant(Place at, ConstantDesc value) {
        if (value instanceof DynamicConstantDesc<?> dynamic) dynamic(at, dynamic.bootstrapMethod(), dynamic.bootstrapArgsList());
        if (value instanceof DirectMethodHandleDesc handle) call(at, className(handle.owner()), handle.methodName(), handle.lookupDescriptor(), true);
    }

    private void dynamic(Place at, DirectMethodHandleDesc bootstrap, List<ConstantDesc> arguments) {
        String factory = className(bootstrap.owner());
        if (!Allowed.bootstrap(factory)) call(at, factory, bootstrap.methodName(), bootstrap.lookupDescriptor(), true);
        for (ConstantDesc argument : arguments) constant(at, argument);
    }

    /// Follows a call of an own method and judges any other.
    ///
    /// @param judged whether the call runs when the answer runs; if not, the answer only reads a value that it has helped to make
    private void call(Place at, String className, String member, String descriptor, boolean judged) {
        if (className.startsWith("[")) return;
        String internalName = className.replace('.', '/');
        if (model(internalName).isPresent()) {
            follow(internalName, member, descriptor, !judged);
        } else if (judged) {
            judge(at, className, member);
        }
    }

    private void field(Place at, String internalName, String name, boolean judged) {
        if (model(internalName).isPresent()) {
            followField(internalName, name);
        } else if (judged) {
            judge(at, className(internalName), name);
        }
    }

    private void judge(Place at, String className, String member) {
        String refusal = allowed.refusal(className, member);
        if (refusal == null || violation != null) return;
        String what = member.equals("<init>") ? "new " + className : className + "." + member;
        violation = at + " uses " + what.replace('$', '.') + ": " + refusal;
    }

    /// Adds a method of an own class. Making an object adds all its methods, since any of them may be called through an interface.
    private void follow(String internalName, String member, String descriptor, boolean makesValue) {
        if (member.equals("<init>")) {
            wholeClass(internalName);
            return;
        }
        for (Optional<ClassModel> type = model(internalName); type.isPresent(); type = parent(type.get())) {
            ClassModel model = type.get();
            for (MethodModel method : model.methods()) {
                String name = method.methodName().stringValue();
                boolean called = name.equals(member) && method.methodType().stringValue().equals(descriptor);
                if (called || name.equals("<clinit>")) open(model, method, makesValue);
            }
            for (var implemented : model.interfaces()) follow(implemented.asInternalName(), member, descriptor, makesValue);
        }
    }

    /// Adds the methods of the class that write the field: JShell makes of a notebook's variable a field and of its initial value such a method.
    private void followField(String internalName, String name) {
        for (Optional<ClassModel> type = model(internalName); type.isPresent(); type = parent(type.get())) {
            for (MethodModel method : type.get().methods()) {
                boolean initialiser = method.methodName().equalsString("<clinit>");
                if (initialiser || writes(method, name)) open(type.get(), method, !initialiser);
            }
            for (var implemented : type.get().interfaces()) followField(implemented.asInternalName(), name);
        }
    }

    private static boolean writes(MethodModel method, String field) {
        if (method.code().isEmpty()) return false;
        for (CodeElement element : method.code().get()) {
            if (!(element instanceof FieldInstruction access) || !access.name().equalsString(field)) continue;
            if (access.opcode() == Opcode.PUTSTATIC || access.opcode() == Opcode.PUTFIELD) return true;
        }
        return false;
    }

    private void wholeClass(String internalName) {
        for (Optional<ClassModel> type = model(internalName); type.isPresent(); type = parent(type.get())) {
            for (MethodModel method : type.get().methods()) open(type.get(), method, false);
            for (var implemented : type.get().interfaces()) wholeClass(implemented.asInternalName());
        }
    }

    private void open(ClassModel type, MethodModel method, boolean makesValue) {
        String name = type.thisClass().asInternalName() + "." + method.methodName().stringValue() + method.methodType().stringValue();
        if (makesValue && seen.contains(name)) return;
        if (seen.add(makesValue ? name + " makes a value" : name)) open.addLast(new Step(type, method, makesValue));
    }

    private Optional<ClassModel> parent(ClassModel type) {
        return type.superclass().flatMap(parent -> model(parent.asInternalName()));
    }

    private Optional<ClassModel> model(String internalName) {
        return classes.computeIfAbsent(internalName, name -> {
            byte[] bytes = own.of(name);
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes));
        });
    }

    private static String className(String internalName) {
        return internalName.replace('/', '.');
    }

    private static String className(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }
}
