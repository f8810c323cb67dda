package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import upsampling.backend.Backend;
import upsampling.backend.EveryBackend;
import upsampling.backend.OffHeapBackend;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Golden numbers: `src/test/goldens/composed.py`, PyTorch 2.15.
class SeparableConv2dTest {
    static List<Golden> goldens() {
        return Golden.of("composed.txt", "SeparableConv2d");
    }

    private static SeparableConv2d operatorOf(Golden golden) {
        int[] kernel = golden.ints("kernel");
        int[] stride = golden.ints("stride");
        int[] padding = golden.ints("padding");
        Conv2d depthwise = new Conv2d(new Geometry(new Window(kernel[0], stride[0], padding[0], 1), new Window(kernel[1], stride[1], padding[1], 1),
                golden.ints("groups")[0]));
        return golden.flag("pointwiseFirst") ? SeparableConv2d.pointwiseFirst(depthwise) : SeparableConv2d.depthwiseFirst(depthwise);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void forwardAndAllGradientsArePyTorchs(Golden golden) {
        SeparableConv2d operator = operatorOf(golden);
        DoubleTensor x = golden.tensor("x");
        DoubleTensor dw = golden.tensor("dw");
        DoubleTensor pw = golden.tensor("pw");
        DoubleTensor g = golden.tensor("gradOutput");
        // Products of quarters are sums of 64ths, so every order of adding gives the same.
        Close.assertSame("y", golden.tensor("y"), operator.reference().forward(x, dw, pw));
        DoubleTensor[] exact = operator.reference().backward(g, x, dw, pw);
        Close.assertSame("gradInput", golden.tensor("gradInput"), exact[0]);
        Close.assertSame("gradDepthwise", golden.tensor("gradDepthwise"), exact[1]);
        Close.assertSame("gradPointwise", golden.tensor("gradPointwise"), exact[2]);
        for (Backend backend : EveryBackend.list()) {
            Tensor xThere = x.toFloat().to(backend);
            Tensor dwThere = dw.toFloat().to(backend);
            Tensor pwThere = pw.toFloat().to(backend);
            Tensor gThere = g.toFloat().to(backend);
            Close.assertSame("y", golden.tensor("y"), DoubleTensor.of(operator.forward(xThere, dwThere, pwThere)));
            SeparableConv2d.Gradients gradients = operator.backward(gThere, xThere, dwThere, pwThere);
            Close.assertSame("gradInput", golden.tensor("gradInput"), DoubleTensor.of(gradients.input()));
            Close.assertSame("gradDepthwise", golden.tensor("gradDepthwise"), DoubleTensor.of(gradients.depthwise()));
            Close.assertSame("gradPointwise", golden.tensor("gradPointwise"), DoubleTensor.of(gradients.pointwise()));
        }
    }

    @Test
    void weightsHaveTheShapesOfTheJavadoc() {
        Shape x = Shape.of(1, 2, 5, 6);
        Conv2d twoEach = Conv2d.depthwise(3, 2);
        assertEquals(Shape.of(1, 5, 3, 4), SeparableConv2d.depthwiseFirst(twoEach).outputShape(x, Shape.of(4, 1, 3, 3), Shape.of(5, 4, 1, 1)));
        Conv2d threeChannels = Conv2d.depthwise(3, 3);
        assertEquals(Shape.of(1, 6, 3, 4), SeparableConv2d.pointwiseFirst(threeChannels).outputShape(x, Shape.of(6, 1, 3, 3), Shape.of(3, 2, 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void oneDenseKernelDoesTheSame(Golden golden) {
        SeparableConv2d operator = operatorOf(golden);
        Tensor x = golden.tensor("x").toFloat();
        Tensor dw = golden.tensor("dw").toFloat();
        Tensor pw = golden.tensor("pw").toFloat();
        Tensor dense = operator.denseWeight(dw, pw);
        assertEquals(golden.tensor("y").shape(), operator.outputShape(x.shape(), dw.shape(), pw.shape()));
        Close.assertSame("dense", golden.tensor("y"), DoubleTensor.of(operator.dense().forward(x, dense)));
        LinearOperator map = operator.on(x.shape(), dw, pw);
        Close.assertSame("on", golden.tensor("y"), DoubleTensor.of(map.apply(x)));
        Close.assertSame("adjoint", golden.tensor("gradInput"), DoubleTensor.of(map.adjoint(golden.tensor("gradOutput").toFloat())));
        Gradients.assertAdjoint(golden.toString(), map, 3);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void gradientsMatchCentralDifferences(Golden golden) {
        SeparableConv2d.Reference reference = operatorOf(golden).reference();
        DoubleTensor x = golden.tensor("x");
        DoubleTensor dw = golden.tensor("dw");
        DoubleTensor pw = golden.tensor("pw");
        DoubleTensor g = golden.tensor("gradOutput");
        DoubleTensor[] claimed = reference.backward(g, x, dw, pw);
        Gradients.assertCentralDifferences("x", v -> reference.forward(v, dw, pw), x, g, claimed[0]);
        Gradients.assertCentralDifferences("dw", v -> reference.forward(x, v, pw), dw, g, claimed[1]);
        Gradients.assertCentralDifferences("pw", v -> reference.forward(x, dw, v), pw, g, claimed[2]);
    }

    @Test
    void factoriesOfTheStepsAreConvolutions() {
        assertEquals(Conv2d.of(3).withGroups(5), Conv2d.depthwise(3, 5));
        assertEquals(Conv2d.of(1), Conv2d.pointwise());
    }

    @Test
    void noTensorOfADeviceIsLeftOpen() {
        OffHeapBackend backend = new OffHeapBackend();
        Conv2d depthwise = Conv2d.depthwise(2, 3);
        for (SeparableConv2d operator : List.of(SeparableConv2d.depthwiseFirst(depthwise), SeparableConv2d.pointwiseFirst(depthwise))) {
            try (Tensor x = Samples.normal(1, Shape.of(2, 3, 4, 5)).to(backend);
                    Tensor dw = Samples.normal(2, Shape.of(3, 1, 2, 2)).to(backend);
                    Tensor pw = Samples.normal(3, Shape.of(3, 3, 1, 1)).to(backend);
                    Tensor y = operator.forward(x, dw, pw)) {
                SeparableConv2d.Gradients gradients = operator.backward(y, x, dw, pw);
                assertEquals(7, backend.open());
                gradients.input().close();
                gradients.depthwise().close();
                gradients.pointwise().close();
            }
            assertEquals(0, backend.open());
        }
    }

    private static String rejection(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void weightsThatDoNotFitAreRejected() {
        SeparableConv2d operator = SeparableConv2d.depthwiseFirst(Conv2d.depthwise(3, 4));
        Shape x = Shape.of(1, 4, 5, 5);
        Shape dw = Shape.of(4, 1, 3, 3);
        assertEquals("SeparableConv2d: depthwise weight [4, 2, 3, 3] as [m*C, 1, kH, kW] must have 1 on its second axis, but has 2; "
                + "groups must be the number of channels",
                rejection(() -> operator.outputShape(x, Shape.of(4, 2, 3, 3), Shape.of(2, 4, 1, 1))));
        assertEquals("Conv2d: weight [2, 5, 1, 1] as [Cout, Cin/groups, kH, kW] expects 5 input channels, but x [1, 4, 3, 3] has 4",
                rejection(() -> operator.outputShape(x, dw, Shape.of(2, 5, 1, 1))));
        assertEquals("Conv2d: weight [2, 4, 3, 3] as [Cout, Cin/groups, kH, kW] must have a kernel of 1x1 (kH x kW), but has one of 3x3",
                rejection(() -> operator.outputShape(x, dw, Shape.of(2, 4, 3, 3))));
        assertEquals("SeparableConv2d.backward: shape of gradOutput must be [1, 2, 3, 3], but was [1, 4, 5, 5]",
                rejection(() -> operator.backward(Tensor.zeros(x), Tensor.zeros(x), Tensor.zeros(dw), Tensor.zeros(2, 4, 1, 1))));
        assertEquals("SeparableConv2d: x is on backend scalar, but pointwise weight is on backend off-heap; move one of them with .to(backend)",
                rejection(() -> operator.forward(Tensor.zeros(x), Tensor.zeros(dw), Tensor.zeros(2, 4, 1, 1).to(new OffHeapBackend()))));
        assertEquals("SeparableConv2d: inputs of the pointwise weight [2, 5, 1, 1], the results of the depthwise step, must be 4, but was 5",
                rejection(() -> operator.denseWeight(Tensor.zeros(dw), Tensor.zeros(2, 5, 1, 1))));
        assertEquals("SeparableConv2d: rest of the channels of the depthwise weight [6, 1, 3, 3] divided by groups=4 must be 0, but was 2",
                rejection(() -> operator.denseWeight(Tensor.zeros(6, 1, 3, 3), Tensor.zeros(2, 6, 1, 1))));
        assertEquals("SeparableConv2d: results of the pointwise weight [2, 5, 1, 1], the groups of the depthwise step, must be 4, but was 2",
                rejection(() -> SeparableConv2d.pointwiseFirst(Conv2d.depthwise(3, 4)).denseWeight(Tensor.zeros(dw), Tensor.zeros(2, 5, 1, 1))));
    }
}
