package upsampling.grader.rule;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
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
/// tensor; only calls and fields are looked at. This is teaching, not security: the boundary of a grade is a process.
public final class ByteCodeRule {
    private final Allowed allowed;
    private final ClassBytes own;
    private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Step> open = new ArrayDeque<>();
    private String violation;

    private record Step(ClassModel type, MethodModel method) { }

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
        int line = 0;
        for (CodeElement element : code) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case InvokeInstruction call ->
                    use(step, line, className(call.owner().asInternalName()), call.name().stringValue(), call.typeSymbol().descriptorString());
                case FieldInstruction field -> use(step, line, className(field.owner().asInternalName()), field.name().stringValue(), "");
                case InvokeDynamicInstruction dynamic -> dynamic(step, line, dynamic.bootstrapMethod(), dynamic.bootstrapArgs());
                case ConstantInstruction.LoadConstantInstruction constant -> constant(step, line, constant.constantValue());
                default -> { }
            }
            if (violation != null) return;
        }
    }

    private void constant(Step step, int line, ConstantDesc value) {
        if (value instanceof DynamicConstantDesc<?> dynamic) dynamic(step, line, dynamic.bootstrapMethod(), dynamic.bootstrapArgsList());
        if (value instanceof DirectMethodHandleDesc handle) use(step, line, className(handle.owner()), handle.methodName(), handle.lookupDescriptor());
    }

    private void dynamic(Step step, int line, DirectMethodHandleDesc bootstrap, List<ConstantDesc> arguments) {
        String factory = className(bootstrap.owner());
        if (!Allowed.bootstrap(factory)) use(step, line, factory, bootstrap.methodName(), bootstrap.lookupDescriptor());
        for (ConstantDesc argument : arguments) constant(step, line, argument);
    }

    private void use(Step step, int line, String className, String member, String descriptor) {
        if (className.startsWith("[") || violation != null) return;
        String internalName = className.replace('.', '/');
        if (model(internalName).isPresent()) {
            follow(internalName, member, descriptor);
            return;
        }
        String refusal = allowed.refusal(className, member);
        if (refusal == null) return;
        String what = member.equals("<init>") ? "new " + className : className + "." + member;
        violation = where(step, line) + " uses " + what.replace('$', '.') + ": " + refusal;
    }

    /// Adds a method of an own class. Making an object adds all its methods, since any of them may be called through an interface.
    private void follow(String internalName, String member, String descriptor) {
        if (member.equals("<init>")) {
            wholeClass(internalName);
            return;
        }
        for (Optional<ClassModel> type = model(internalName); type.isPresent(); type = parent(type.get())) {
            ClassModel model = type.get();
            for (MethodModel method : model.methods()) {
                String name = method.methodName().stringValue();
                boolean called = name.equals(member) && method.methodType().stringValue().equals(descriptor);
                if (called || name.equals("<clinit>")) open(model, method);
            }
            for (var implemented : model.interfaces()) follow(implemented.asInternalName(), member, descriptor);
        }
    }

    private void wholeClass(String internalName) {
        for (Optional<ClassModel> type = model(internalName); type.isPresent(); type = parent(type.get())) {
            for (MethodModel method : type.get().methods()) open(type.get(), method);
            for (var implemented : type.get().interfaces()) wholeClass(implemented.asInternalName());
        }
    }

    private void open(ClassModel type, MethodModel method) {
        String name = type.thisClass().asInternalName() + "." + method.methodName().stringValue() + method.methodType().stringValue();
        if (seen.add(name)) open.addLast(new Step(type, method));
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

    /// Returns `MyMaxPool2d.java:12`; for a cell, whose lines are those of a class that JShell made, the method instead.
    private static String where(Step step, int line) {
        String method = step.method().methodName().stringValue();
        String file = step.type().findAttribute(Attributes.sourceFile()).map(attribute -> attribute.sourceFile().stringValue()).orElse("$");
        if (line > 0 && !file.startsWith("$")) return file + ":" + line;
        int lambda = method.indexOf("lambda$");
        if (lambda == 0) method = method.substring("lambda$".length()).replaceAll("\\$.*", "");
        return method + "(...)";
    }

    private static String className(String internalName) {
        return internalName.replace('/', '.');
    }

    private static String className(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }
}
