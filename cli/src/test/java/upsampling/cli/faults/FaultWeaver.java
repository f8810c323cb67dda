package upsampling.cli.faults;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import upsampling.op.LinearOperator;

/// Writes the operators of `lib` anew, with a call of {@link Faults#result} before each return of a tensor. Their `reference()` stays as it is: it is
/// what claims compare with.
final class FaultWeaver {
    private static final ClassDesc FAULTS = ClassDesc.of(Faults.class.getName());
    private static final MethodTypeDesc RESULT = MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_String);
    /// What operators answer with. Other methods, such as factories, return operators and shapes.
    private static final Set<String> METHODS = Set.of("forward", "forwardWithIndices", "backward", "apply", "adjoint");
    private static final ClassDesc TENSOR = ClassDesc.of("upsampling.tensor.Tensor");

    private FaultWeaver() { }

    /// Weaves every class of the package.
    ///
    /// @param target a folder that comes first on the class path of the lesson
    /// @return the names of the woven operators, such as `AvgPool2d`
    static Set<String> weave(Path target) throws IOException {
        Set<String> operators = new TreeSet<>();
        URI source;
        try {
            source = LinearOperator.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        Path place = Path.of(source);
        if (Files.isDirectory(place)) {
            weave(place.resolve("upsampling/op"), target, operators);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                weave(jar.getPath("upsampling/op"), target, operators);
            }
        }
        return operators;
    }

    private static void weave(Path folder, Path target, Set<String> operators) throws IOException {
        Path out = Files.createDirectories(target.resolve("upsampling/op"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (name.contains("Reference")) continue;
                ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
                String operator = name.replaceFirst("\\$.*", "");
                ClassModel outer = ClassFile.of().parse(Files.readAllBytes(folder.resolve(operator + ".class")));
                if (!outer.flags().has(AccessFlag.PUBLIC)) continue; // a helper of operators, not one of them
                if (model.methods().stream().noneMatch(FaultWeaver::answers)) continue;
                Files.write(out.resolve(name + ".class"), ClassFile.of().transformClass(model, transform(operator)));
                operators.add(operator);
            }
        }
    }

    /// Whether a method returns a tensor or a record of the operator, and has code.
    private static boolean answers(MethodModel method) {
        if (!METHODS.contains(method.methodName().stringValue()) || method.code().isEmpty()) return false;
        ClassDesc returned = method.methodTypeSymbol().returnType();
        return returned.equals(TENSOR) || returned.displayName().endsWith("$Pooled");
    }

    private static ClassTransform transform(String operator) {
        return (builder, element) -> {
            if (!(element instanceof MethodModel method) || !answers(method)) {
                builder.with(element);
                return;
            }
            ClassDesc returned = method.methodTypeSymbol().returnType();
            CodeTransform code = (codeBuilder, instruction) -> {
                if (instruction instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
                    codeBuilder.ldc(operator).invokestatic(FAULTS, "result", RESULT).checkcast(returned);
                }
                codeBuilder.with(instruction);
            };
            builder.transformMethod(method, MethodTransform.transformingCode(code));
        };
    }
}
