package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Takes `exp` of large numbers: infinity divided by infinity.
@KnownWrong(task = "9.2", hint = "overflows", part = "sharp", expected = "1", actual = "NaN")
public class Overflows implements Shifting {

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double sum = 0;
        double row = 0;
        double column = 0;
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                double weight = StrictMath.exp(beta * heat[h][w]);
                sum += weight;
                row += weight * h;
                column += weight * w;
            }
        }
        return new double[] {row / sum, column / sum};
    }
}
