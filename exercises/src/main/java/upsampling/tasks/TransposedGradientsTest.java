package upsampling.tasks;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Hint;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Points;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.tasks.TransposedConvolution.Gradients;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The public tests of the gradients of lesson 4. {@link TransposedSizesTest} and {@link TransposedConvolutionTest} have the other tasks.
///
/// The expected numbers are small enough to be checked by hand, and agree with PyTorch 2.15:
/// ```
/// y = F.conv_transpose2d(x, weight, bias, stride=s, padding=p, dilation=d, output_padding=op)
/// y.backward(gradOutput); x.grad, weight.grad, bias.grad          # x, weight and bias with requires_grad
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Gradients of transposed convolution")
public class TransposedGradientsTest {
    /// All expected numbers are whole and small, so float32 holds them and every sum on the way to them exactly.
    private static final double TOLERANCE = 1e-5;

    @Test
    @Task("4.6")
    @Points(4)
    @DisplayName("hands gradients to input, weight and bias")
    @Part(value = "gradInput", hint = "Which four outputs has the cell (0, 0) painted, and with which weight each?")
    @Part(value = "gradWeight", hint = "Where on the output has the weight (0, 0) been used, and with which cell of x each time?")
    @Part(value = "gradBias", hint = "Which outputs grow when the bias grows, and how much?")
    @Part(value = "padding", hint = "Padding has moved the stamps: which gradients does the cell (0, 0) read now, and what stands outside?")
    @Part(value = "dilation", hint = "The taps lie 2 apart: which gradients does the cell (0, 0) read?")
    @Part(value = "channels", hint = "Over what is each of the three gradients summed: images, output channels, places?")
    @Part(value = "adjoint", hint = "Compute y with bias 0: are the sums of y·gradOutput, x·gradInput and weight·gradWeight equal?")
    @Hint(id = "flipsInBackward", text = "The backward of painting is plain correlation with the same stamp.")
    @Hint(id = "meanBias", text = "Each output adds its gradient to the bias: a sum, not a mean.")
    @Hint(id = "forgetsBatch", text = "Every image has used the same weight: its gradient is a sum over the images too.")
    @Hint(id = "swapsChannels", text = "The gradient of the weight has the weight's own shape, [Cin, Cout, k, k].")
    @Hint(id = "ignoresStride", text = "The stamps of neighbouring cells begin s apart: a cell reads where it has painted.")
    @Hint(id = "ignoresPadding", text = "Padding has moved every stamp by p: read at i·s − p + u·d.")
    @Hint(id = "biasAllChannels", text = "Each output channel has its own bias, and only its own gradients count for it.")
    @Hint(id = "stampsAgain", text = "The backward of a transposed convolution is a convolution: gradInput is as small as x.")
    @Hint(id = "overwritesChannels", text = "A cell has painted on every output channel: its gradient is a sum over all of them.")
    void handsGradientsBack(TransposedConvolution answer, Parts parts) {
        Tensor row = Tensor.image(new double[][] {{1, 2}});
        Tensor square = Tensor.image(new double[][] {{1, 2}, {3, 4}});
        Tensor sixteen = counted(Shape.plane(4, 4), 0);
        Window two = Window.of(2).withStride(2);
        Window three = Window.of(3).withStride(2).withPadding(1);
        parts.check("gradInput", () -> gradInput(Tensor.image(new double[][] {{34, 54}, {114, 134}}), answer.backward(square, square, two, sixteen)));
        parts.check("gradWeight", () -> gradWeight(Tensor.image(new double[][] {{68, 78}, {108, 118}}), answer.backward(square, square, two, sixteen)));
        parts.check("gradBias", () -> gradBias(answer.backward(square, square, two, sixteen), 120));
        parts.check("padding", () -> {
            Gradients gradients = answer.backward(square, counted(Shape.plane(3, 3), 1), three, sixteen);
            gradInput(Tensor.image(new double[][] {{83, 178}, {330, 528}}), gradients);
            gradWeight(Tensor.image(new double[][] {{20, 36, 43}, {38, 68, 78}, {62, 108, 118}}), gradients);
        });
        parts.check("dilation", () -> {
            Gradients gradients = answer.backward(row, square, Window.of(2).withDilation(2), counted(Shape.plane(3, 4), 0));
            gradInput(Tensor.image(new double[][] {{68, 78}}), gradients);
            gradWeight(Tensor.image(new double[][] {{2, 8}, {26, 32}}), gradients);
        });
        parts.check("channels", () -> {
            Gradients gradients = answer.backward(counted(Shape.of(2, 2, 1, 2), 1), counted(Shape.of(2, 3, 1, 1), 1), Window.of(1),
                counted(Shape.of(2, 3, 1, 2), 0));
            gradInput(Tensor.of(Shape.of(2, 2, 1, 2), 16, 22, 34, 49, 52, 58, 124, 139), gradients);
            gradWeight(Tensor.of(Shape.of(2, 3, 1, 1), 74, 102, 130, 102, 146, 190), gradients);
            gradBias(gradients, 14, 22, 30);
        });
        Tensor x = Tensor.of(Shape.of(1, 2, 1, 3), 1, -2, 3, 4, 0, -5);
        Tensor weight = Tensor.of(Shape.of(2, 1, 3, 3), 1, -1, 2, 0, 3, -2, 1, 1, -3, 2, 0, 1, -1, 2, 1, 3, -2, 0);
        Tensor g = Tensor.image(new double[][] {{2, -1, 0, 3, 1, -4}, {5, 1, -2, 0, 2, 1}});
        parts.check("adjoint", () -> {
            Gradients gradients = answer.backward(x, weight, three, g);
            Expect.present("", gradients);
            innerProduct("sum of x·gradInput", 71, x, gradients.gradInput());
            innerProduct("sum of weight·gradWeight", 71, weight, gradients.gradWeight());
        });
    }

    private static void gradInput(Tensor expected, Gradients actual) {
        Expect.present("", actual);
        Expect.tensor("gradInput", expected, actual.gradInput(), TOLERANCE);
    }

    private static void gradWeight(Tensor expected, Gradients actual) {
        Expect.present("", actual);
        Expect.tensor("gradWeight", expected, actual.gradWeight(), TOLERANCE);
    }

    private static void gradBias(Gradients actual, double... expected) {
        Expect.present("", actual);
        Expect.present("gradBias", actual.gradBias());
        double[] sums = new double[actual.gradBias().length];
        for (int i = 0; i < sums.length; i++) sums[i] = actual.gradBias()[i];
        Expect.reals("gradBias", expected, sums, TOLERANCE);
    }

    /// The operator is linear in `x` and in the weight, so for both the sum of `y*g` is the sum of what went in times its gradient.
    private static void innerProduct(String what, double expected, Tensor x, Tensor gradient) {
        Expect.shape(what, x.shape(), gradient);
        float[] one = x.toArray();
        float[] other = gradient.toArray();
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * (double) other[i];
        Expect.real(what, expected, sum, TOLERANCE);
    }

    /// The numbers `first`, `first + 1`, ... in row-major order.
    private static Tensor counted(Shape shape, int first) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = first + i;
        return Tensor.of(shape, values);
    }
}
