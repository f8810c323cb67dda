package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Turns B round before it is applied, as if it were A.
@KnownWrong(task = "3.2", hint = "transposesBackward", part = "square", expected = "0", actual = "0.183198")
public class TransposesBackward implements ConvolutionMatrix {

    @Override
    public double adjointGap(double[][] forward, double[][] backward, double[] x, double[] y) {
        double[] ax = times(forward, x);
        double[] by = transposedTimes(backward, y);
        double difference = inner(ax, y) - inner(x, by);
        return Math.abs(difference) / Math.sqrt(inner(ax, ax) * inner(y, y));
    }

    private static double[] times(double[][] matrix, double[] v) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) product[i] = inner(matrix[i], v);
        return product;
    }

    private static double[] transposedTimes(double[][] matrix, double[] v) {
        double[] product = new double[matrix[0].length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < product.length; j++) product[j] += matrix[i][j] * v[i];
        }
        return product;
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
