package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Weighs every cell with its value.
@KnownWrong(task = "9.2", hint = "centreOfMass", part = "signs", expected = "0.526882", actual = "0")
public class CentreOfMass implements Shifting {

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        double sum = 0;
        double row = 0;
        double column = 0;
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                double weight = heat[h][w];
                sum += weight;
                row += weight * h;
                column += weight * w;
            }
        }
        return new double[] {row / sum, column / sum};
    }
}
