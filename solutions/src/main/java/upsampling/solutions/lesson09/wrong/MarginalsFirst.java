package upsampling.solutions.lesson09.wrong;

import java.util.Arrays;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Takes a softmax over the sums of the rows, and another one over those of the columns.
@KnownWrong(task = "9.2", hint = "marginalsFirst", part = "soft", expected = "1.25641", actual = "1.08696")
public class MarginalsFirst implements Shifting {

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double[] rows = new double[heat.length];
        double[] columns = new double[heat[0].length];
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                rows[h] += heat[h][w];
                columns[w] += heat[h][w];
            }
        }
        return new double[] {meanPlace(rows, beta), meanPlace(columns, beta)};
    }

    private static double meanPlace(double[] values, double beta) {
        double largest = Arrays.stream(values).max().getAsDouble();
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            double weight = StrictMath.exp(beta * (values[i] - largest));
            sum += weight;
            mean += weight * i;
        }
        return mean / sum;
    }
}
