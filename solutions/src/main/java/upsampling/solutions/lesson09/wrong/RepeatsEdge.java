package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Repeats the border cell.
@KnownWrong(task = "9.1", hint = "repeatsEdge", part = "left", expected = "0", actual = "3")
public class RepeatsEdge implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) moved[h][w] = image[Math.clamp(h - dy, 0, height - 1)][Math.clamp(w - dx, 0, width - 1)];
        }
        return moved;
    }
}
