package upsampling.init;

import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// How many products are summed in an output (`in`), and in the gradient of an input (`out`), on average inside a large image.
///
/// ```
/// conv2d            weight [Cout, Cin/groups, kH, kW]   in = Cin/groups * kH*kW              out = Cout/groups * kH*kW / (sH*sW)
/// convTranspose2d   weight [Cin, Cout/groups, kH, kW]   in = Cin/groups * kH*kW / (sH*sW)    out = Cout/groups * kH*kW
/// PyTorch, both     weight [A, B, kH, kW]               in = B * kH*kW                       out = A * kH*kW
/// ```
/// A transposed convolution puts `kH*kW` products of each input on an output grid with `sH*sW` times as many cells, so an output gets that much
/// fewer: the *effective* fan. The outputs of different phases get different numbers unless the stride divides the kernel (of a dense kernel; a
/// dilation may leave whole phases out, as k4 s2 d2 does), see {@link #perPhase}. Its gradient is a convolution, which does not divide.
///
/// PyTorch reads the fans from the shape alone. For a transposed convolution its `fan_in` is therefore our `out`, and the stride is missing:
/// weights drawn with it keep the size of the gradients and change the energy of the activations by `Cin / (Cout*sH*sW)`, to 1/4 per layer for
/// `Cin = Cout` and stride 2.
///
/// Source: He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015, equations 10 and 14, for convolutions. Notebook:
/// `08-initialisation.ipynb`.
///
/// @param in products in an output, finite and > 0
/// @param out products in the gradient of an input, finite and > 0
public record Fan(double in, double out) {

    /// @throws IllegalArgumentException unless both are finite and > 0
    public Fan {
        Checks.above(0, "Fan", "in", in);
        Checks.above(0, "Fan", "out", out);
    }

    /// Returns the fans of a convolution.
    ///
    /// @param weight `[Cout, Cin/groups, kH, kW]`
    /// @throws IllegalArgumentException unless `groups` divides `Cout`, and groups and strides are >= 1
    public static Fan conv2d(Shape weight, int groups, int strideHeight, int strideWidth) {
        check("Fan.conv2d", "Cout", weight, groups, strideHeight, strideWidth);
        double area = weight.planeSize();
        return new Fan(weight.c() * area, weight.n() / groups * area / strideHeight / strideWidth);
    }

    /// Returns the effective fans of a transposed convolution.
    ///
    /// @param weight `[Cin, Cout/groups, kH, kW]`
    /// @throws IllegalArgumentException unless `groups` divides `Cin`, and groups and strides are >= 1
    public static Fan convTranspose2d(Shape weight, int groups, int strideHeight, int strideWidth) {
        check("Fan.convTranspose2d", "Cin", weight, groups, strideHeight, strideWidth);
        double area = weight.planeSize();
        return new Fan(weight.n() / groups * area / strideHeight / strideWidth, weight.c() * area);
    }

    /// Returns what PyTorch computes from the shape of a weight, convolution or not (`torch.nn.init._calculate_fan_in_and_fan_out`).
    ///
    /// @param weight in PyTorch's layout
    public static Fan pytorch(Shape weight) {
        double area = weight.planeSize();
        return new Fan(weight.c() * area, weight.n() * area);
    }

    private static void check(String who, String first, Shape weight, int groups, int strideHeight, int strideWidth) {
        Checks.atLeast(1, who, "groups", groups);
        Checks.atLeast(1, who, "strideHeight", strideHeight);
        Checks.atLeast(1, who, "strideWidth", strideWidth);
        if (weight.n() % groups != 0) {
            throw new IllegalArgumentException("%s: groups must divide %s = %d of the weight %s, but was %d".formatted(
                    who, first, weight.n(), weight, groups));
        }
    }

    /// Returns one of the numbers, or their mean.
    public double of(FanMode mode) {
        return switch (mode) {
            case IN -> in;
            case OUT -> out;
            case AVERAGE -> (in + out) / 2;
        };
    }

    /// Returns the number of products in the outputs of each phase of a transposed convolution, `[row phase][column phase]`.
    ///
    /// ```
    /// perPhase[r][q] = inChannels * taps(r) * taps(q),   taps(r) = number of t in 0 .. k-1 with dilation*t = r + padding modulo the stride
    /// ```
    /// Phase `(r, q)` are the outputs at rows `r`, `r + sH`, ... and columns `q`, `q + sW`, ... inside the image; padding crops the output,
    /// so it moves the phases. With weights of variance `v` and inputs with `E[x^2] = 1`, `v` times this is the variance of each phase; the
    /// mean over all phases is the effective fan.
    ///
    /// @param inChannels of one group, >= 1
    /// @throws IllegalArgumentException unless `inChannels >= 1`
    public static double[][] perPhase(int inChannels, Window height, Window width) {
        Checks.atLeast(1, "Fan.perPhase", "inChannels", inChannels);
        int[] rows = taps(height);
        int[] columns = taps(width);
        double[][] fans = new double[rows.length][columns.length];
        for (int r = 0; r < rows.length; r++) {
            for (int q = 0; q < columns.length; q++) fans[r][q] = (double) inChannels * rows[r] * columns[q];
        }
        return fans;
    }

    private static int[] taps(Window window) {
        int[] taps = new int[window.stride()];
        for (int t = 0; t < window.kernel(); t++) taps[Math.floorMod(window.dilation() * t - window.padding(), window.stride())]++;
        return taps;
    }
}
