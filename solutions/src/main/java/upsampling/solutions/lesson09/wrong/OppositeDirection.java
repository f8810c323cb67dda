package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Moves up and left.
@KnownWrong(task = "9.1", hint = "oppositeDirection", part = "down", expected = "8", actual = "4")
public class OppositeDirection implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) moved[h][w] = image[Math.floorMod(h + dy, height)][Math.floorMod(w + dx, width)];
        }
        return moved;
    }
}
