package upsampling.kernel.eval;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Changes compiled cell code before it is loaded or swapped:
/// a [StopCheck] at every method start and before every backward branch, and [ExitCalls] instead of calls that end the JVM.
///
/// 300 million turns of a checked loop take about 0.3 s: the check is one read of a field.
final class CellCode {
    private static final ClassDesc STOP_CHECK = StopCheck.class.describeConstable().orElseThrow();
    private static final ClassDesc EXIT_CALLS = ExitCalls.class.describeConstable().orElseThrow();
    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc OF_STATUS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc OF_RUNTIME_AND_STATUS =
            MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME, ConstantDescs.CD_int);

    /// Owner and name of a call that ends the JVM, to the method of [ExitCalls] that replaces it.
    private static final Map<ClassDesc, Map<String, String>> EXITS = Map.of(
            SYSTEM, Map.of("exit", "systemExit"),
            RUNTIME, Map.of("exit", "runtimeExit", "halt", "runtimeHalt"));

    private CellCode() { }

    /// Returns the woven class.
    ///
    /// @param hierarchy knows the other classes of the notebook: where two branches meet, the verifier's type is their common superclass
    static byte[] woven(byte[] classFile, ClassHierarchyResolver hierarchy) {
        ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        return format.transformClass(format.parse(classFile),
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Weaver::new)));
    }

    /// One per method body, since it remembers the labels it has passed.
    private static final class Weaver implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();

        @Override
        public void atStart(CodeBuilder builder) {
            stopCheck(builder);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            switch (element) {
                case LabelTarget target -> {
                    passed.add(target.label());
                    builder.with(target);
                }
                case BranchInstruction branch when passed.contains(branch.target()) -> {
                    stopCheck(builder); // the only way back up is a branch to a label above
                    builder.with(branch);
                }
                case InvokeInstruction call when replacement(call.owner().asSymbol(), call.name().stringValue()) != null -> {
                    ClassDesc owner = call.owner().asSymbol();
                    builder.invokestatic(EXIT_CALLS, replacement(owner, call.name().stringValue()), replacedType(owner));
                }
                case InvokeDynamicInstruction lambda when lambda.bootstrapArgs().stream().anyMatch(CellCode::isExit) ->
                        builder.invokedynamic(withoutExits(lambda));
                default -> builder.with(element);
            }
        }

        private static void stopCheck(CodeBuilder builder) {
            builder.invokestatic(STOP_CHECK, "check", ConstantDescs.MTD_void);
        }
    }

    private static String replacement(ClassDesc owner, String method) {
        Map<String, String> methods = EXITS.get(owner);
        return methods == null ? null : methods.get(method);
    }

    /// The object of a call becomes the first argument of the static replacement.
    private static MethodTypeDesc replacedType(ClassDesc owner) {
        return owner.equals(SYSTEM) ? OF_STATUS : OF_RUNTIME_AND_STATUS;
    }

    private static boolean isExit(ConstantDesc argument) {
        return argument instanceof DirectMethodHandleDesc handle && replacement(handle.owner(), handle.methodName()) != null;
    }

    /// `System::exit` is no call but a constant of the call site that makes the lambda.
    private static DynamicCallSiteDesc withoutExits(InvokeDynamicInstruction lambda) {
        ConstantDesc[] arguments = lambda.bootstrapArgs().toArray(ConstantDesc[]::new);
        for (int i = 0; i < arguments.length; i++) {
            if (isExit(arguments[i])) {
                DirectMethodHandleDesc handle = (DirectMethodHandleDesc) arguments[i];
                arguments[i] = MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, EXIT_CALLS,
                        replacement(handle.owner(), handle.methodName()), replacedType(handle.owner()));
            }
        }
        return DynamicCallSiteDesc.of(lambda.bootstrapMethod(), lambda.name().stringValue(), lambda.typeSymbol(), arguments);
    }
}
