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

/// Writes the operators of `lib` anew, with a call of {@link Faults#result} before each return of a result: the tensors of package `op` with their
/// indices, the matrix of a linear operator, and the tables of {@link upsampling.tensor.Taps}. A `reference()` stays as it is.
final class FaultWeaver {
    private static final ClassDesc FAULTS = ClassDesc.of(Faults.class.getName());
    private static final MethodTypeDesc RESULT = MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object,
        ConstantDescs.CD_String);
    /// What operators answer with. Other methods, such as factories, return operators and shapes.
    private static final Set<String> ANSWERS = Set.of("forward", "forwardWithIndices", "backward", "gradInput", "gradWeight", "gradBias", "gradFirst",
        "gradSecond", "gradLogSigma", "apply", "adjoint", "matrix");
    /// What is made of other operators, which answer for it.
    private static final Set<String> COMPOSITIONS = Set.of("Sequence", "Sum", "Scaled");
    private static final ClassDesc TENSOR = ClassDesc.of("upsampling.tensor.Tensor");
    private static final ClassDesc TAPS = ClassDesc.of("upsampling.tensor.Taps");
    private static final Set<ClassDesc> RESULTS = Set.of(TENSOR, TENSOR.arrayType(), ConstantDescs.CD_double.arrayType(2));

    private FaultWeaver() { }

    /// Weaves every operator.
    ///
    /// @param target a folder that comes first on the class path of the lesson
    /// @return the names of the woven classes, such as `AvgPool2d`
    static Set<String> weave(Path target) throws IOException {
        Set<String> woven = new TreeSet<>();
        URI source;
        try {
            source = LinearOperator.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        Path place = Path.of(source);
        if (Files.isDirectory(place)) {
            weaveAll(place, target, woven);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                weaveAll(jar.getPath("/"), target, woven);
            }
        }
        return woven;
    }

    private static void weaveAll(Path classes, Path target, Set<String> woven) throws IOException {
        try (Stream<Path> operators = Files.list(classes.resolve("upsampling/op"))) {
            for (Path file : operators.filter(f -> f.toString().endsWith(".class") && !f.getFileName().toString().contains("Reference")).toList()) {
                weave(file, target.resolve("upsampling/op"), woven);
            }
        }
        weave(classes.resolve("upsampling/tensor/Taps.class"), target.resolve("upsampling/tensor"), woven);
    }

    private static void weave(Path file, Path folder, Set<String> woven) throws IOException {
        ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
        if (model.methods().stream().noneMatch(FaultWeaver::answers)) return;
        String name = file.getFileName().toString().replace(".class", "");
        if (COMPOSITIONS.contains(name)) return;
        String owner = name.replaceFirst("\\$.*", "");
        Files.write(Files.createDirectories(folder).resolve(name + ".class"), ClassFile.of().transformClass(model, transform(owner)));
        woven.add(owner);
    }

    /// Whether a method has code and returns a result of an operator: a tensor, several, a record with one, a matrix; or makes a table of taps.
    private static boolean answers(MethodModel method) {
        if (method.code().isEmpty()) return false;
        ClassDesc returned = method.methodTypeSymbol().returnType();
        if (returned.equals(TAPS)) return isStatic(method);
        boolean isResult = RESULTS.contains(returned) || returned.displayName().endsWith("$Pooled");
        return isResult && !isStatic(method) && ANSWERS.contains(method.methodName().stringValue());
    }

    private static boolean isStatic(MethodModel method) {
        return method.flags().has(AccessFlag.STATIC);
    }

    private static ClassTransform transform(String owner) {
        boolean isTaps = owner.equals("Taps");
        return (builder, element) -> {
            // a table of taps is false from the start, so its matrix must not be falsified once more
            if (!(element instanceof MethodModel method) || !answers(method) || isTaps && !isStatic(method)) {
                builder.with(element);
                return;
            }
            ClassDesc returned = method.methodTypeSymbol().returnType();
            CodeTransform code = (codeBuilder, instruction) -> {
                if (instruction instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
                    if (isStatic(method)) codeBuilder.aconst_null();
                    else codeBuilder.aload(0);
                    codeBuilder.ldc(owner).invokestatic(FAULTS, "result", RESULT).checkcast(returned);
                }
                codeBuilder.with(instruction);
            };
            builder.transformMethod(method, MethodTransform.transformingCode(code));
        };
    }
}
