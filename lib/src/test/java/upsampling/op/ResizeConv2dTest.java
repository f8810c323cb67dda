package upsampling.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import upsampling.tensor.DoubleTensor;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Golden numbers: `src/test/goldens/composed.py`, PyTorch 2.15.
class ResizeConv2dTest extends WeightedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("composed.txt", "ResizeConv2d");
    }

    @Override
    WeightedOperator operatorOf(Geometry geometry, int scaleHeight, int scaleWidth) {
        Resize resize = scaleHeight == scaleWidth ? Resize.bilinear() : Resize.nearest();
        return ResizeConv2d.of(resize.withScale(scaleHeight, scaleWidth), new Conv2d(geometry));
    }

    @Override
    Case randomCase(RandomGenerator random, Geometry geometry) {
        int inPerGroup = random.nextInt(1, 3);
        Shape x = Shape.of(random.nextInt(1, 3), inPerGroup * geometry.groups(), random.nextInt(1, 5), random.nextInt(1, 5));
        Shape weight = Shape.of(random.nextInt(1, 3) * geometry.groups(), inPerGroup, geometry.height().kernel(), geometry.width().kernel());
        return new Case(operatorOf(geometry, random.nextInt(1, 4), random.nextInt(1, 4)), geometry, x, weight);
    }

    @Test
    void aConstantPictureHasNoCheckerboardWhateverTheWeightIs() {
        ResizeConv2d operator = ResizeConv2d.of(Resize.nearest().withScale(2), Conv2d.of(3));
        Tensor weight = Samples.normal(1, Shape.of(2, 3, 3, 3));
        Tensor y = operator.forward(Tensor.full(Shape.of(1, 3, 4, 5), 1), weight);
        assertEquals(Shape.of(1, 2, 6, 8), y.shape());
        for (int i = 0; i < y.shape().size(); i++) assertEquals(y.toArray()[i / 48 * 48], y.toArray()[i]);
    }

    /// 6.1 and 4.6: nearest neighbours and a convolution are one transposed convolution, whose kernel is `ones(s)` convolved with the rotated weight.
    @Test
    void withNearestNeighboursItIsATransposedConvolution() {
        Tensor weight = Samples.normal(2, Shape.plane(3, 3));
        DoubleTensor kernel = DoubleTensor.zeros(Shape.plane(4, 4));
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                for (int kh = 0; kh < 3; kh++) {
                    for (int kw = 0; kw < 3; kw++) kernel.data()[(a + 2 - kh) * 4 + b + 2 - kw] += weight.get(kh, kw);
                }
            }
        }
        DoubleTensor x = DoubleTensor.of(Samples.normal(3, Shape.plane(3, 4)));
        DoubleTensor expected = ConvTranspose2d.of(4).withStride(2).withPadding(1).reference().forward(x, kernel);
        ResizeConv2d operator = ResizeConv2d.of(Resize.nearest().withScale(2), Conv2d.of(3).withPadding(1));
        Close.assertNear("transposed", expected, operator.reference().forward(x, DoubleTensor.of(weight)), 1e-14);
    }

    @Test
    void eachStepNamesWhatDoesNotFit() {
        ResizeConv2d operator = ResizeConv2d.of(Resize.nearest(), Conv2d.of(3));
        assertEquals("Resize: neither a size nor a scale was given; add .toSize(height, width) or .withScale(2)",
                rejection(() -> operator.outputShape(Shape.plane(4, 4), Shape.plane(3, 3))));
        ResizeConv2d scaled = ResizeConv2d.of(Resize.nearest().withScale(2), Conv2d.of(3));
        assertEquals("Conv2d: weight [2, 4, 3, 3] as [Cout, Cin/groups, kH, kW] expects 4 input channels, but x [1, 3, 8, 8] has 3",
                rejection(() -> scaled.outputShape(Shape.of(1, 3, 4, 4), Shape.of(2, 4, 3, 3))));
    }
}
