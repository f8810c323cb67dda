package upsampling.solutions.lesson03;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import upsampling.grader.Expect;
import upsampling.grader.Part;
import upsampling.grader.Parts;
import upsampling.grader.Seed;
import upsampling.grader.Task;
import upsampling.grader.engine.SubjectExtension;
import upsampling.tasks.ConvolutionMatrix;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The hidden tests of the tasks of lesson 3 that convolve and paint tensors, part by part beside the public ones: inputs come from the seed, expected
/// values from the alternative solution (a mutant of the reference must not be compared with itself). {@link MatrixHiddenTest} has the others.
///
/// Inputs are drawn so that the mistake a part is about always shows, whatever the seed: positive numbers that grow from cell to cell, so that nothing
/// cancels and a rotated kernel always gives less.
@ExtendWith(SubjectExtension.class)
@DisplayName("Convolution and painting, drawn from a seed")
public class ConvolutionHiddenTest {
    private static final ConvolutionMatrix ORACLE = new Alternative();

    @Test
    @Task("3.3")
    @Part("window")
    @Part("plain")
    @Part("padded")
    @Part("strided")
    @Part("dilated")
    @Part("grouped")
    @Part("groups")
    @Part("bias")
    @Part("planes")
    @Part("rectangle")
    @DisplayName("convolves any picture")
    void convolves(ConvolutionMatrix matrix, Parts parts, Seed seed) {
        parts.check("window", () -> plane(matrix, seed.random("window"), 2, 2, Window.of(2)));
        parts.check("plain", () -> {
            RandomGenerator random = seed.random("plain");
            plane(matrix, random, random.nextInt(4, 6), random.nextInt(4, 6), Window.of(3));
        });
        parts.check("padded", () -> {
            RandomGenerator random = seed.random("padded");
            plane(matrix, random, random.nextInt(2, 4), random.nextInt(4, 6), Window.of(3).withPadding(random.nextInt(1, 4)));
        });
        parts.check("strided", () -> {
            RandomGenerator random = seed.random("strided");
            plane(matrix, random, random.nextInt(5, 8), random.nextInt(4, 6), Window.of(3).withStride(2).withPadding(1));
            plane(matrix, random, random.nextInt(5, 8), random.nextInt(7, 9), Window.of(2).withStride(3));
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            plane(matrix, random, random.nextInt(5, 8), random.nextInt(4, 6), Window.of(2).withDilation(random.nextInt(2, 4)));
        });
        parts.check("grouped", () -> convolved(matrix, growing(seed.random("grouped"), 1, 2, 1, 2), growing(seed.random("grouped"), 4, 1, 1, 1),
            new float[4], Window.of(1), 2));
        parts.check("groups", () -> {
            RandomGenerator random = seed.random("groups");
            int groups = random.nextInt(2, 4);
            convolved(matrix, growing(random, 1, 2 * groups, 3, 4), growing(random, 3 * groups, 2, 2, 2), bias(random, 3 * groups), Window.of(2), groups);
        });
        parts.check("bias", () -> {
            RandomGenerator random = seed.random("bias");
            convolved(matrix, growing(random, 1, 2, 2, 3), growing(random, 3, 2, 2, 2), bias(random, 3), Window.of(2), 1);
        });
        parts.check("planes", () -> {
            RandomGenerator random = seed.random("planes");
            convolved(matrix, growing(random, 2, 2, 2, 3), growing(random, 2, 2, 1, 1), bias(random, 2), Window.of(1), 1);
            convolved(matrix, growing(random, 3, 2, 3, 4), growing(random, 3, 2, 2, 2), bias(random, 3), Window.of(2), 1);
        });
        parts.check("rectangle", () -> {
            RandomGenerator random = seed.random("rectangle");
            int height = random.nextInt(2, 5);
            plane(matrix, random, height, height + random.nextInt(1, 4), Window.of(2));
            plane(matrix, random, height + random.nextInt(1, 4), height, Window.of(2));
        });
    }

    @Test
    @Task("3.5")
    @Part("stamp")
    @Part("stride1")
    @Part("stride2")
    @Part("column")
    @Part("gaps")
    @Part("channels")
    @Part("images")
    @DisplayName("stamps any kernel onto the output")
    void stampsTheKernel(ConvolutionMatrix matrix, Parts parts, Seed seed) {
        parts.check("stamp", () -> {
            RandomGenerator random = seed.random("stamp");
            int k = random.nextInt(2, 4);
            painted(matrix, growing(random, 1, 1, 1, 1), growing(random, 1, 1, k, k), 1);
        });
        parts.check("stride1", () -> {
            RandomGenerator random = seed.random("stride1");
            int size = random.nextInt(2, 4);
            int k = random.nextInt(2, 4);
            painted(matrix, growing(random, 1, 1, size, size), growing(random, 1, 1, k, k), 1);
        });
        parts.check("stride2", () -> {
            RandomGenerator random = seed.random("stride2");
            painted(matrix, growing(random, 1, 1, random.nextInt(2, 4), random.nextInt(2, 4)), growing(random, 1, 1, 3, 3), 2);
        });
        parts.check("column", () -> {
            RandomGenerator random = seed.random("column");
            int width = random.nextInt(1, 4);
            painted(matrix, growing(random, 1, 1, width + random.nextInt(1, 4), width), growing(random, 1, 1, 2, 2), random.nextInt(1, 3));
        });
        parts.check("gaps", () -> {
            RandomGenerator random = seed.random("gaps");
            int k = random.nextInt(1, 3);
            painted(matrix, growing(random, 1, 1, random.nextInt(2, 4), random.nextInt(2, 4)), growing(random, 1, 1, k, k), k + random.nextInt(1, 3));
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            painted(matrix, growing(random, 1, 2, 2, 3), growing(random, 2, 2, 1, 1), 1);
            painted(matrix, growing(random, 1, 2, 2, 3), growing(random, 2, 3, 3, 3), 2);
        });
        parts.check("images", () -> {
            RandomGenerator random = seed.random("images");
            painted(matrix, growing(random, random.nextInt(2, 4), 1, 2, 2), growing(random, 1, 2, 2, 2), 1);
        });
    }

    @Test
    @Task("3.6")
    @Part("tiny")
    @Part("ones")
    @Part("padded")
    @Part("dilated")
    @Part("windows")
    @Part("channels")
    @Part("images")
    @Part("adjoint")
    @DisplayName("puts any windows back onto the picture")
    void putsWindowsBack(ConvolutionMatrix matrix, Parts parts, Seed seed) {
        parts.check("tiny", () -> folded(matrix, seed.random("tiny"), 1, 1, 2, 3, Window.of(2)));
        parts.check("ones", () -> {
            RandomGenerator random = seed.random("ones");
            int height = random.nextInt(4, 7);
            int width = random.nextInt(4, 7);
            Tensor ones = Tensor.full(Shape.plane(9, (height - 2) * (width - 2)), 1);
            Expect.tensor("", ORACLE.col2im(ones, height, width, Window.of(3)), matrix.col2im(ones, height, width, Window.of(3)), 0);
        });
        parts.check("padded", () -> {
            RandomGenerator random = seed.random("padded");
            folded(matrix, random, 1, 1, random.nextInt(3, 5), random.nextInt(5, 8), Window.of(3).withStride(2).withPadding(1));
            folded(matrix, random, 1, 1, random.nextInt(5, 8), random.nextInt(3, 5), Window.of(3).withPadding(2));
        });
        parts.check("dilated", () -> {
            RandomGenerator random = seed.random("dilated");
            folded(matrix, random, 1, 1, random.nextInt(4, 6), random.nextInt(5, 8), Window.of(2).withDilation(random.nextInt(2, 4)));
        });
        parts.check("windows", () -> {
            RandomGenerator random = seed.random("windows");
            int height = random.nextInt(2, 5);
            folded(matrix, random, 1, 1, height, height + random.nextInt(1, 4), Window.of(1));
            folded(matrix, random, 1, 1, 2 * height, height + 1, Window.of(2).withStride(2));
        });
        parts.check("channels", () -> {
            RandomGenerator random = seed.random("channels");
            folded(matrix, random, 1, random.nextInt(2, 5), 3, 4, Window.of(2));
            folded(matrix, random, 1, 2, random.nextInt(3, 5), random.nextInt(5, 8), Window.of(3).withStride(2).withPadding(1));
        });
        parts.check("images", () -> {
            RandomGenerator random = seed.random("images");
            folded(matrix, random, random.nextInt(2, 4), 2, 2, 3, Window.of(2));
        });
        parts.check("adjoint", () -> {
            RandomGenerator random = seed.random("adjoint");
            Window window = Window.of(random.nextInt(2, 4)).withStride(random.nextInt(1, 3)).withPadding(1).withDilation(random.nextInt(1, 3));
            innerProducts(matrix, random, random.nextInt(4, 6), random.nextInt(6, 8), window);
        });
    }

    private static void plane(ConvolutionMatrix matrix, RandomGenerator random, int height, int width, Window window) {
        convolved(matrix, growing(random, 1, 1, height, width), growing(random, 1, 1, window.kernel(), window.kernel()), new float[1], window, 1);
    }

    private static void convolved(ConvolutionMatrix matrix, Tensor x, Tensor weight, float[] bias, Window window, int groups) {
        Expect.tensor("", ORACLE.conv2d(x, weight, bias, window, groups), matrix.conv2d(x, weight, bias, window, groups), 0);
    }

    private static void painted(ConvolutionMatrix matrix, Tensor x, Tensor weight, int stride) {
        Expect.tensor("", ORACLE.scatterTranspose(x, weight, stride), matrix.scatterTranspose(x, weight, stride), 0);
    }

    private static void folded(ConvolutionMatrix matrix, RandomGenerator random, int n, int channels, int height, int width, Window window) {
        int windows = window.outputSize(height) * window.outputSize(width);
        Tensor columns = growing(random, n, 1, channels * window.kernel() * window.kernel(), windows);
        Expect.tensor("", ORACLE.col2im(columns, height, width, window), matrix.col2im(columns, height, width, window), 0);
    }

    /// `col2im` is the transpose of `im2col` exactly if `⟨im2col(x), c⟩ = ⟨x, col2im(c)⟩` for every x and c. Neither solution has an `im2col`, so its
    /// product with `c` is computed here.
    private static void innerProducts(ConvolutionMatrix matrix, RandomGenerator random, int height, int width, Window window) {
        Tensor x = growing(random, 1, 1, height, width);
        int k = window.kernel();
        int perRow = window.outputSize(width);
        Tensor columns = growing(random, 1, 1, k * k, window.outputSize(height) * perRow);
        Tensor picture = matrix.col2im(columns, height, width, window);
        Expect.shape("", x.shape(), picture);
        double left = 0;
        for (int row = 0; row < k * k; row++) {
            for (int column = 0; column < columns.shape().w(); column++) {
                int h = window.cell(column / perRow, row / k);
                int w = window.cell(column % perRow, row % k);
                if (h >= 0 && h < height && w >= 0 && w < width) left += (double) x.get(h, w) * columns.get(row, column);
            }
        }
        double right = 0;
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) right += (double) x.get(h, w) * picture.get(h, w);
        }
        Expect.real("sum of x·col2im(c)", left, right, 0);
    }

    private static float[] bias(RandomGenerator random, int channels) {
        float[] bias = new float[channels];
        for (int c = 0; c < channels; c++) bias[c] = 1 + c + random.nextInt(1, 10);
        return bias;
    }

    /// Whole numbers from 1 on, each larger than the one before. All sums stay far below 2^24, so they are exact in float32 too, whatever the order.
    private static Tensor growing(RandomGenerator random, int n, int c, int h, int w) {
        float[] values = new float[n * c * h * w];
        int[] steps = random.ints(values.length, 1, 4).toArray();
        Arrays.parallelPrefix(steps, Integer::sum);
        for (int i = 0; i < values.length; i++) values[i] = steps[i];
        return Tensor.of(Shape.of(n, c, h, w), values);
    }
}
