package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Divides by the length of x, not by that of A*x.
@KnownWrong(task = "3.2", hint = "dividesByX", part = "reversed", expected = "0.277746", actual = "0.734847")
public class DividesByX implements ConvolutionMatrix {

    @Override
    public double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        double[] ax = times(forward, x);
        double[] by = times(backward, y);
        double difference = inner(ax, y) - inner(x, by);
        return Math.abs(difference) / Math.sqrt(inner(x, x) * inner(y, y));
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
