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
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// The public tests of the tasks of lesson 2 that resize tensors. {@link ResizingWeightsTest} has the others.
///
/// The expected numbers are small enough to be checked by hand, and agree with PyTorch 2.15:
/// ```
/// y = F.interpolate(x, size=..., mode='bilinear', align_corners=False | True)
/// x.requires_grad_(); y.backward(g); x.grad                                   # 2.6
/// ```
@ExtendWith(SubjectExtension.class)
@DisplayName("Interpolation")
public class ResizingTest {
    private static final String HALF_PIXEL = "half-pixel";
    private static final String CORNERS = "corners";
    /// An answer may compute in float32: with numbers up to 60 its results are exact to about 1e-5, whatever the order of the sums.
    private static final double TOLERANCE = 2e-5;

    @Test
    @Task("2.5")
    @Points(4)
    @DisplayName("resizes pictures by bilinear interpolation")
    @Part(value = "square", hint = "Which four cells does the output in row 1, column 1 read, and with which weights?")
    @Part(value = "rectangle", hint = "Which of height and width belongs to the rows, and which ratio belongs to which axis?")
    @Part(value = "corners", hint = "With corners: where on the input do the first and the last output lie?")
    @Part(value = "constant", hint = "All cells are equal: what should every output be?")
    @Part(value = "shrink", hint = "6 columns become 2: where do the two outputs lie on the input, and which cells are nearest?")
    @Part(value = "planes", hint = "From which image and which channel does each output come?")
    @Hint(id = "swapsAxes", text = "Height is the third axis, width the fourth.")
    @Hint(id = "swapsRatios", text = "The rows have their own ratio, H/height, and the columns theirs, W/width.")
    @Hint(id = "ignoresAlignment", text = "Corners map 0→0 and last→last.")
    @Hint(id = "extrapolates", text = "Beyond the centre of the first cell the border is repeated: clamp source at 0.")
    @Hint(id = "zeroOutside", text = "Outside there is no 0: a neighbour that does not exist is the border cell itself.")
    @Hint(id = "plane", text = "A step along both axes is more than the sum of the two steps: use all four cells, as in task 2.2.")
    @Hint(id = "averages", text = "There is no low-pass: an output reads the two cells beside source on each axis, also when the picture gets smaller.")
    @Hint(id = "firstPlaneOnly", text = "Each image and channel has a plane of its own: read x.get(n, c, h, w) with the n and c of the output.")
    void resizesPictures(Resizing resizing, Parts parts) {
        Tensor steps = image(new double[][] {{0, 4}, {8, 12}});
        Tensor wide = image(new double[][] {{0, 1, 2}, {10, 11, 12}});
        Tensor twisted = image(new double[][] {{1, 2}, {3, 8}});
        Tensor curved = image(new double[][] {{0, 1, 4, 9, 16, 25}, {10, 11, 14, 19, 26, 35}, {20, 21, 24, 29, 36, 45}, {30, 31, 34, 39, 46, 55}});
        Tensor fourPlanes = Tensor.of(Shape.of(2, 2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        parts.check("square", () -> picture(image(new double[][] {{0, 1, 3, 4}, {2, 3, 5, 6}, {6, 7, 9, 10}, {8, 9, 11, 12}}),
            resizing.resizeBilinear(steps, 4, 4, HALF_PIXEL)));
        parts.check("rectangle", () -> picture(image(new double[][] {{0, 1, 2}, {2.5, 3.5, 4.5}, {7.5, 8.5, 9.5}, {10, 11, 12}}),
            resizing.resizeBilinear(wide, 4, 3, HALF_PIXEL)));
        parts.check("corners", () -> picture(image(new double[][] {{1, 4 / 3.0, 5 / 3.0, 2}, {2, 3, 4, 5}, {3, 14 / 3.0, 19 / 3.0, 8}}),
            resizing.resizeBilinear(twisted, 3, 4, CORNERS)));
        parts.check("constant", () -> {
            picture(Tensor.full(Shape.plane(5, 7), 8), resizing.resizeBilinear(Tensor.full(Shape.plane(3, 2), 8), 5, 7, HALF_PIXEL));
            picture(Tensor.full(Shape.plane(2, 3), 8), resizing.resizeBilinear(Tensor.full(Shape.plane(1, 1), 8), 2, 3, CORNERS));
        });
        parts.check("shrink", () -> {
            picture(image(new double[][] {{6, 21}, {26, 41}}), resizing.resizeBilinear(curved, 2, 2, HALF_PIXEL));
            picture(image(new double[][] {{0, 25}, {30, 55}}), resizing.resizeBilinear(curved, 2, 2, CORNERS));
            picture(curved, resizing.resizeBilinear(curved, 4, 6, HALF_PIXEL));
        });
        parts.check("planes", () -> picture(Tensor.of(Shape.of(2, 2, 2, 3), 1, 1.5f, 2, 3, 3.5f, 4, 5, 5.5f, 6, 7, 7.5f, 8, 9, 9.5f, 10, 11, 11.5f, 12,
            13, 13.5f, 14, 15, 15.5f, 16), resizing.resizeBilinear(fourPlanes, 2, 3, HALF_PIXEL)));
    }

    @Test
    @Task("2.6")
    @Points(4)
    @DisplayName("hands the gradient back to the cells that were read")
    @Part(value = "doubling", hint = "4 cells became 8: with which weights was each of the four cells read, and what do they add up to?")
    @Part(value = "uneven", hint = "3 cells became 5: which outputs have read the middle cell, and with which weights?")
    @Part(value = "corners", hint = "Corners, 4 to 8: what do the columns of the matrix add up to?")
    @Part(value = "shrink", hint = "6 cells became 2: which cells were read, and what is the gradient of a cell nobody has read?")
    @Part(value = "planes", hint = "To which image and which channel does each gradient belong?")
    @Part(value = "adjoint", hint = "Resize some x to y: is the sum of y·g equal to the sum of x·gradInput, all elements taken together?")
    @Hint(id = "resizesGradient", text = "The gradient of y = Wx is Wᵀg, not a smaller picture of g.")
    @Hint(id = "averages", text = "Gradients add up: nothing is divided by the number of contributions.")
    @Hint(id = "overwrites", text = "Several outputs have read the same cell: add with +=.")
    @Hint(id = "ignoresAlignment", text = "With corners the outputs have read other cells: use the weights of the given alignment.")
    @Hint(id = "leftCellOnly", text = "An output between two cells has read both: each of them gets its share.")
    @Hint(id = "losesEdgeWeight", text = "At the end the last cell was read with both weights, so it gets both shares.")
    @Hint(id = "firstPlaneOnly", text = "Each image and channel has a plane of its own: a gradient stays in its n and c.")
    void handsTheGradientBack(Resizing resizing, Parts parts) {
        parts.check("doubling", () -> picture(image(new double[][] {{2, 2, 2, 2}}),
            resizing.resizeBilinearBackward(Tensor.full(Shape.plane(1, 8), 1), 1, 4, HALF_PIXEL)));
        parts.check("uneven", () -> {
            picture(image(new double[][] {{1.6, 1.8, 1.6}}), resizing.resizeBilinearBackward(Tensor.full(Shape.plane(1, 5), 1), 1, 3, HALF_PIXEL));
            picture(image(new double[][] {{1.6}, {1.8}, {1.6}}), resizing.resizeBilinearBackward(Tensor.full(Shape.plane(5, 1), 1), 3, 1, HALF_PIXEL));
        });
        parts.check("corners", () -> picture(image(new double[][] {{12 / 7.0, 16 / 7.0, 16 / 7.0, 12 / 7.0}}),
            resizing.resizeBilinearBackward(Tensor.full(Shape.plane(1, 8), 1), 1, 4, CORNERS)));
        parts.check("shrink", () -> {
            Tensor two = image(new double[][] {{3, 5}});
            picture(image(new double[][] {{0, 3, 0, 0, 5, 0}}), resizing.resizeBilinearBackward(two, 1, 6, HALF_PIXEL));
            picture(image(new double[][] {{3, 0, 0, 0, 0, 5}}), resizing.resizeBilinearBackward(two, 1, 6, CORNERS));
        });
        Tensor fourPlanes = Tensor.of(Shape.of(2, 2, 1, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        parts.check("planes", () -> picture(Tensor.of(Shape.of(2, 2, 1, 2), 2, 4, 6.5f, 8.5f, 11, 13, 15.5f, 17.5f),
            resizing.resizeBilinearBackward(fourPlanes, 1, 2, HALF_PIXEL)));
        Tensor x = image(new double[][] {{1, -2, 3}, {4, 0, -5}});
        Tensor g = image(new double[][] {{2, -1, 0, 3, 1, -4}, {5, 1, -2, 0, 2, 1}, {-3, 4, 1, -1, 0, 2}, {1, 0, -5, 2, 3, -1}});
        parts.check("adjoint", () -> {
            innerProduct(-12.625, x, resizing.resizeBilinearBackward(g, 2, 3, HALF_PIXEL));
            innerProduct(-12.6, x, resizing.resizeBilinearBackward(g, 2, 3, CORNERS));
        });
    }

    private static void picture(Tensor expected, Tensor actual) {
        Expect.tensor("", expected, actual, TOLERANCE);
    }

    /// The gradient is the transposed matrix exactly if, for all `x` and `g`, the sum of `y*g` is the sum of `x*gradInput`: `⟨Rx, g⟩ = ⟨x, Rᵀg⟩`.
    private static void innerProduct(double expected, Tensor x, Tensor gradInput) {
        Expect.shape("", x.shape(), gradInput);
        float[] one = x.toArray();
        float[] other = gradInput.toArray();
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * (double) other[i];
        Expect.real("sum of x·gradInput", expected, sum, TOLERANCE);
    }

    private static Tensor image(double[][] rows) {
        return Tensor.image(rows);
    }
}
