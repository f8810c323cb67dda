package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Escapes from negative numbers with an absolute value.
@KnownWrong(task = "9.1", hint = "ignoresSign", part = "left", expected = "1", actual = "3")
public class IgnoresSign implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) moved[(h + Math.abs(dy)) % height][(w + Math.abs(dx)) % width] = image[h][w];
        }
        return moved;
    }
}
