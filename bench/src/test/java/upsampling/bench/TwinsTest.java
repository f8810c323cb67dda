package upsampling.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.ScalarBackend;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// What is drawn, without libtorch: `mvn -Pbench -pl lib,bench test`.
///
/// With libtorch, 10,000 legal and 10,000 illegal cases of each operator are run by `./course bench --check 10000 --out bench/results/check.md`.
class TwinsTest {
    private static final long SEED = 5;
    private static final int DRAWN = 1000;
    private static final Set<String> GROWING = Set.of("Conv2d", "ConvTranspose2d", "ConvTranspose2dToSize", "InsertionForm", "SeparableConv2d", "ResizeConv2d",
            "AdaptiveAvgPool2d", "Resize", "MaxUnpool2d", "Unfold", "Fold", "Pad", "MatchToSize", "ZeroInsertion", "MatMul", "Add", "Subtract", "Multiply");

    /// A backend that has a name only: nothing may be computed before the backends are compared.
    private static final Backend OTHER = (Backend) Proxy.newProxyInstance(TwinsTest.class.getClassLoader(), new Class<?>[] {Backend.class}, (other, method, arguments) -> {
        if (method.getName().equals("name")) return "other";
        if (method.getName().equals("upload")) return Tensor.wrap((Shape) arguments[0], (float[]) arguments[1], (Backend) other); // noise goes where its mean is
        throw new AssertionError(method.getName() + " was called on a tensor of another backend");
    });

    static Stream<Twin> twins() {
        return Twins.all().stream();
    }

    private static Stream<Parameters> drawn(Twin twin) {
        return LongStream.range(0, DRAWN).mapToObj(new Check(twin, SEED, ScalarBackend.INSTANCE)::legal);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void ourShapeRuleAcceptsWhatIsLegal(Twin twin) {
        drawn(twin).limit(200).forEach(p -> {
            List<Tensor> zeros = Case.tensors(twin, p, null, ScalarBackend.INSTANCE);
            Computed computed = twin.ours(p, zeros);
            List<Tensor> gradients = computed.backward().apply(Tensor.zeros(computed.y().shape()));
            assertEquals(zeros.stream().map(Tensor::shape).toList(), gradients.stream().map(Tensor::shape).toList(), twin.name() + " " + p);
            assertEquals(1 + zeros.size(), Math.min(1 + zeros.size(), twin.terms(p, computed.y().shape()).length), twin.name() + " " + p);
        });
    }

    @ParameterizedTest
    @MethodSource("twins")
    void eachFaultIsRejectedByAMessageWithValueAndRule(Twin twin) {
        for (long index = 0; index < DRAWN; index++) {
            Fault fault = new Check(twin, SEED, ScalarBackend.INSTANCE).illegal(index);
            assertNull(Check.oursOn(twin, fault, ScalarBackend.INSTANCE), twin.name() + " " + fault);
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void aCaseDependsOnSeedAndIndexAlone(Twin twin) {
        Check all = new Check(twin, SEED, ScalarBackend.INSTANCE);
        List<Parameters> inOrder = LongStream.range(0, 50).mapToObj(all::legal).toList();
        assertEquals(inOrder.get(37), new Check(twin, SEED, ScalarBackend.INSTANCE).legal(37));
        assertEquals(all.illegal(37).toString(), new Check(twin, SEED, ScalarBackend.INSTANCE).illegal(37).toString());
        assertNotEquals(inOrder, LongStream.range(0, 50).mapToObj(new Check(twin, SEED + 1, ScalarBackend.INSTANCE)::legal).toList());
    }

    @ParameterizedTest
    @MethodSource("twins")
    void everyParameterTakesSeveralValues(Twin twin) {
        for (String name : new Check(twin, SEED, ScalarBackend.INSTANCE).legal(0).values().keySet()) {
            Set<Double> values = new TreeSet<>(drawn(twin).map(p -> p.fraction(name)).toList());
            boolean isFixed = name.equals("wrong") || name.startsWith("d") && name.length() == 2 && values.equals(Set.of(1.0));
            assertTrue(values.size() >= 2 || isFixed && !twin.name().contains("Conv"), twin.name() + ": " + name + " is only " + values);
        }
    }

    /// Which operators can make a result that is too large of a small input, and that such calls are drawn and rejected by them.
    @ParameterizedTest
    @MethodSource("twins")
    void tooManyElementsAreDrawnWhereASmallInputCanMakeThem(Twin twin) {
        boolean grows = twin.tooMany(Draw.of(SEED, "any", 0)).isPresent();
        long drawn = LongStream.range(0, DRAWN).mapToObj(new Check(twin, SEED, ScalarBackend.INSTANCE)::illegal).filter(f -> f.kind().equals(Differences.TOO_MANY)).count();
        assertEquals(GROWING.contains(twin.name()), grows, twin.name());
        assertTrue(grows ? drawn > 20 : drawn == 0, twin.name() + ": " + drawn + " of " + DRAWN);
    }

    /// libtorch has nothing to compare with here: see {@link Differences}.
    @ParameterizedTest
    @MethodSource("twins")
    void closedTensorsAreNamed(Twin twin) {
        Parameters p = new Check(twin, SEED, ScalarBackend.INSTANCE).legal(0);
        for (int closed = 0; closed < twin.arguments(p).size(); closed++) {
            List<Tensor> arguments = Case.tensors(twin, p, null, ScalarBackend.INSTANCE);
            arguments.get(closed).close();
            String message = assertThrows(IllegalStateException.class, () -> twin.ours(p, arguments), twin.name()).getMessage();
            assertEquals("Tensor " + arguments.get(closed).shape() + " on backend scalar is closed; close a tensor after its last use", message, twin.name());
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void tensorsOfTwoBackendsAreNamed(Twin twin) {
        Parameters p = new Check(twin, SEED, ScalarBackend.INSTANCE).legal(0);
        for (int moved = 0; moved < twin.arguments(p).size() && twin.arguments(p).size() > 1; moved++) {
            List<Tensor> arguments = Case.tensors(twin, p, null, ScalarBackend.INSTANCE);
            arguments.set(moved, Tensor.wrap(arguments.get(moved).shape(), arguments.get(moved).toArray(), OTHER));
            String message = assertThrows(IllegalArgumentException.class, () -> twin.ours(p, arguments), twin.name()).getMessage();
            assertTrue(message.contains("on backend scalar") && message.contains("on backend other") && message.contains("move one of them"),
                    twin.name() + ": " + message);
        }
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void convolutionsMeetTheirRareConfigurations(Twin twin) {
        meets(twin, "groups and a bias", p -> p.get("groups") > 1 && p.is("bias"));
        meets(twin, "depthwise", p -> p.get("groups") > 1 && p.get("perIn") == 1);
        meets(twin, "pointwise", p -> p.get("kH") == 1 && p.get("kW") == 1);
        meets(twin, "a picture of 1x1", p -> p.get("H") == 1 && p.get("W") == 1);
        meets(twin, "a kernel larger than the picture", p -> Windows.effective(p, "H") > p.get("H") && Windows.effective(p, "W") > p.get("W"));
        meets(twin, "a stride larger than the kernel", p -> p.get("sH") > Windows.effective(p, "H"));
        meets(twin, "axes that differ in everything", p -> p.get("kH") != p.get("kW")
                && p.get("sH") != p.get("sW") && p.get("pH") != p.get("pW") && p.get("dH") != p.get("dW"));
        meets(twin, "a dilated kernel with a stride", p -> p.get("dH") > 1 && p.get("kH") > 1 && p.get("sH") > 1);
    }

    static Stream<Twin> convolutions() {
        return Stream.of(new ConvTwin(), new ConvTransposeTwin(false), new ConvTransposeTwin(true), new ResizeConvTwin());
    }

    private static void meets(Twin twin, String what, Predicate<Parameters> is) {
        assertTrue(drawn(twin).filter(is).count() >= 5, twin.name() + " hardly meets " + what + " in " + DRAWN + " cases");
    }
}
