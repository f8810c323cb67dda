package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Takes `dy` for the shift of the columns.
@KnownWrong(task = "9.1", hint = "swapsAxes", part = "down", expected = "8", actual = "3")
public class SwapsAxes implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) moved[Math.floorMod(h + dx, height)][Math.floorMod(w + dy, width)] = image[h][w];
        }
        return moved;
    }
}
