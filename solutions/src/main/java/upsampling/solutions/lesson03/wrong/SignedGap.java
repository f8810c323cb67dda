package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Forgets the absolute value.
@KnownWrong(task = "3.2", hint = "signed", part = "doubled", expected = "0.833238", actual = "-0.833238")
public class SignedGap implements ConvolutionMatrix {

    @Override
    public double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        double[] ax = times(forward, x);
        double[] by = times(backward, y);
        double difference = inner(ax, y) - inner(x, by);
        return difference / Math.sqrt(inner(ax, ax) * inner(y, y));
    }

    private static double[] times(double[][] matrix, double[] v) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) product[i] = inner(matrix[i], v);
        return product;
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
