package upsampling.grader.jail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.SortedMap;
import java.util.TreeMap;

/// `upsampling.show` for the jail: the same classes and methods, which do nothing and return nothing. Answers may draw while they are looked for, so a picture that was left in one
/// must neither stop it from compiling nor from running; and nobody sees it here.
final class SilentShow {
    private static final String PACKAGE = "upsampling.show";

    private SilentShow() { }

    /// Returns the classes by name, such as `upsampling/show/Show`.
    static SortedMap<String, byte[]> classes() {
        SortedMap<String, byte[]> silent = new TreeMap<>();
        for (String name : ClassClosure.namesIn(PACKAGE)) {
            try (InputStream in = SilentShow.class.getClassLoader().getResourceAsStream(name + ".class")) {
                silent.put(name, silent(ClassFile.of().parse(in.readAllBytes())));
            } catch (IOException e) {
                throw new UncheckedIOException("grade: the class " + name + " cannot be read", e);
            }
        }
        return silent;
    }

    private static byte[] silent(ClassModel type) {
        ClassDesc parent = type.superclass().map(entry -> entry.asSymbol()).orElse(ConstantDescs.CD_Object);
        return ClassFile.of().transformClass(type, (builder, element) -> {
            if (element instanceof MethodModel method) add(builder::transformMethod, method, parent);
            else builder.with((ClassElement) element);
        });
    }

    private interface Adding {
        void method(MethodModel method, MethodTransform transform);
    }

    private static void add(Adding adding, MethodModel method, ClassDesc parent) {
        if (method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME)) return;
        boolean isConstructor = method.methodName().equalsString(ConstantDescs.INIT_NAME);
        adding.method(method, (builder, element) -> {
            if (element instanceof CodeModel) builder.withCode(code -> body(code, method, isConstructor ? parent : null));
            else builder.with((MethodElement) element);
        });
    }

    private static void body(CodeBuilder code, MethodModel method, ClassDesc parent) {
        boolean isPlain = parent == null || parent.equals(ConstantDescs.CD_Object) || parent.equals(ClassDesc.of("java.lang.Record"));
        if (!isPlain) { // it cannot be made without its parent's arguments, and nobody needs it
            code.aconst_null().athrow();
            return;
        }
        if (parent != null) code.aload(0).invokespecial(parent, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        TypeKind kind = TypeKind.from(method.methodTypeSymbol().returnType());
        switch (kind) {
            case VOID -> { }
            case REFERENCE -> code.aconst_null();
            case LONG -> code.lconst_0();
            case FLOAT -> code.fconst_0();
            case DOUBLE -> code.dconst_0();
            default -> code.iconst_0();
        }
        code.return_(kind);
    }
}
