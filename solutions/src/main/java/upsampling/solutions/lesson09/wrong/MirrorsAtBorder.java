package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Lets come in what stands inside the border, mirrored.
@KnownWrong(task = "9.1", hint = "mirrors", part = "left", expected = "0", actual = "3")
public class MirrorsAtBorder implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) moved[h][w] = image[mirror(h - dy, height)][mirror(w - dx, width)];
        }
        return moved;
    }

    private static int mirror(int place, int size) {
        int there = Math.floorMod(place, 2 * size);
        return there < size ? there : 2 * size - 1 - there;
    }
}
