package upsampling.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import upsampling.tensor.Window;

/// Numbers of the curriculum: section 6.5, caveat K10, task 5.2.
class PatternPeriodTest {

    @ParameterizedTest
    @CsvSource({"3, 2, 6, 6", "2, 2, 2, 4", "2, 4, 4, 8", "4, 6, 12, 24", "1, 5, 5, 5"})
    void branchesHaveTheLcmAndCascadesTheProduct(int a, int b, long branches, long cascade) {
        assertEquals(branches, PatternPeriod.branches(a, b));
        assertEquals(branches, PatternPeriod.branches(b, a));
        assertEquals(cascade, PatternPeriod.cascade(a, b));
    }

    @Test
    void moreThanTwo() {
        assertEquals(60, PatternPeriod.branches(4, 6, 10));
        assertEquals(240, PatternPeriod.cascade(4, 6, 10));
        assertEquals(7, PatternPeriod.branches(7));
    }

    private static final int IN = 48;

    /// y[o] = sum over the taps that meet, on a circle: no borders, so the period can be read off.
    private static double[] painted(double[] x, int stride, double... kernel) {
        double[] y = new double[x.length * stride];
        for (int i = 0; i < x.length; i++) for (int t = 0; t < kernel.length; t++) y[(stride * i + t) % y.length] += kernel[t] * x[i];
        return y;
    }

    private static int measured(double[] y) {
        for (int period = 1; ; period++) {
            boolean repeats = true;
            for (int o = 0; o < y.length; o++) repeats &= Math.abs(y[o] - y[(o + period) % y.length]) < 1e-9;
            if (repeats) return period;
        }
    }

    @Test
    void measuredPeriodsAreTheRules() {
        double[] ones = new double[IN];
        Arrays.fill(ones, 1);
        double[] two = painted(ones, 2, 1, 2, 4);
        double[] four = painted(ones, 4, 1, 2, 4, 8, 16);
        assertEquals(PatternPeriod.cascade(2, 2), measured(painted(two, 2, 1, 2, 4)));
        assertEquals(PatternPeriod.cascade(2, 4), measured(painted(two, 4, 1, 2, 4, 8, 16)));
        double[] three = painted(new double[] {1, 1, 1, 1}, 3, 1, 2, 4, 8); // 12 samples, as six inputs with stride 2 give
        double[] merged = painted(new double[] {1, 1, 1, 1, 1, 1}, 2, 1, 2, 4);
        for (int o = 0; o < 12; o++) merged[o] += three[o];
        assertEquals(PatternPeriod.branches(3, 2), measured(merged));
        assertEquals(4, measured(four));
    }

    /// Down by 3, then up by 2: a constant comes out with period 2.
    @Test
    void aStrideDownAddsNothing() {
        Window down = Window.of(3).withStride(3);
        double[] code = new double[down.outputSize(36)];
        for (int i = 0; i < code.length; i++) for (int t = 0; t < 3; t++) code[i] += (t + 1) * 1.0;
        assertEquals(2, measured(painted(code, 2, 1, 2, 4)));
    }

    @Test
    void rejectsStridesBelowOne() {
        assertEquals("PatternPeriod.branches: number of strides must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> PatternPeriod.branches()).getMessage());
        assertEquals("PatternPeriod.cascade: stride 1 must be >= 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> PatternPeriod.cascade(2, 0)).getMessage());
        assertThrows(ArithmeticException.class, () -> PatternPeriod.cascade(1 << 30, 1 << 30, 1 << 30));
        assertThrows(ArithmeticException.class, () -> PatternPeriod.branches((1 << 30) - 1, 1 << 30, (1 << 30) + 1));
    }
}
