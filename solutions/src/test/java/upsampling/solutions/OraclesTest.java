package upsampling.solutions;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.Lessons;
import upsampling.grader.plan.TaskPlan;
import upsampling.grader.rule.ByteCodeRule;
import upsampling.grader.shrink.Oracles;

/// Students get the oracles, which find counterexamples, and can read them. So none may be an answer: whoever copies one into an answer is refused by the rule of its task.
class OraclesTest {

    @TestFactory
    Stream<DynamicTest> anOracleThatIsCopiedIntoAnAnswerIsForbidden() {
        return Lessons.all().stream().flatMap(lesson -> lesson.tasks().stream().map(task -> DynamicTest.dynamicTest(task.id(), () -> {
            String name = oracle(lesson).getName().replace('.', '/');
            byte[] copied = withWhatItNeeds(bytes(oracle(lesson)), task);
            assertNotNull(ByteCodeRule.violation(task, name, own -> own.equals(name) ? copied : null),
                "students could hand in " + oracle(lesson).getSimpleName() + "." + task.method().getName() + " as it is; compute it with what task " + task.id() + " forbids");
        })));
    }

    private static Class<?> oracle(LessonPlan lesson) {
        return Oracles.of(lesson.type()).getClass();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }

    /// Returns the class with the task's method, and the own methods that it calls; nothing else is copied.
    private static byte[] withWhatItNeeds(byte[] bytes, TaskPlan task) {
        ClassModel model = ClassFile.of().parse(bytes);
        Set<String> needed = new HashSet<>();
        for (MethodModel method : model.methods()) {
            boolean isTask = method.methodName().equalsString(task.method().getName())
                && method.methodTypeSymbol().descriptorString().equals(descriptor(task));
            if (isTask || method.methodName().equalsString("<init>")) need(model, method, needed);
        }
        ClassTransform copied = ClassTransform.dropping(element -> element instanceof MethodModel method && !needed.contains(key(method)));
        return ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS).transformClass(model, copied.andThen(ClassTransform.transformingMethodBodies((code, element) -> {
            if (!isCheck(element)) code.with(element);
        })));
    }

    /// A refusal is no part of an answer: whoever copies leaves it out. The byte code without it is only read, never run.
    private static boolean isCheck(CodeElement element) {
        return element instanceof InvokeInstruction call && call.owner().asInternalName().equals("upsampling/tensor/Checks");
    }

    private static String descriptor(TaskPlan task) {
        return java.lang.invoke.MethodType.methodType(task.method().getReturnType(), task.method().getParameterTypes()).descriptorString();
    }

    private static void need(ClassModel model, MethodModel method, Set<String> needed) {
        if (!needed.add(key(method))) return;
        method.code().ifPresent(code -> {
            for (CodeElement element : code) {
                if (element instanceof InvokeInstruction call) {
                    needOwn(model, call.owner().asInternalName(), call.name().stringValue() + call.type().stringValue(), needed);
                } else if (element instanceof InvokeDynamicInstruction dynamic) {
                    for (Object argument : dynamic.bootstrapArgs()) {
                        if (argument instanceof DirectMethodHandleDesc handle) {
                            String owner = handle.owner().descriptorString();
                            needOwn(model, owner.substring(1, owner.length() - 1), handle.methodName() + handle.lookupDescriptor(), needed);
                        }
                    }
                }
            }
        });
    }

    private static void needOwn(ClassModel model, String owner, String key, Set<String> needed) {
        if (!owner.equals(model.thisClass().asInternalName())) return;
        for (MethodModel method : model.methods()) if (key(method).equals(key)) need(model, method, needed);
    }

    private static String key(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }
}
