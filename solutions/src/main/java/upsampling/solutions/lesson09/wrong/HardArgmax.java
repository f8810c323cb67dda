package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Returns the place of the highest cell.
@KnownWrong(task = "9.2", hint = "hardArgmax", part = "soft", expected = "1.25641", actual = "1")
public class HardArgmax implements Shifting {

    @Override
    public double[] softArgmax2d(double[][] heat, double beta) {
        int row = 0;
        int column = 0;
        for (int h = 0; h < heat.length; h++) {
            for (int w = 0; w < heat[h].length; w++) {
                if (heat[h][w] <= heat[row][column]) continue;
                row = h;
                column = w;
            }
        }
        return new double[] {row, column};
    }
}
