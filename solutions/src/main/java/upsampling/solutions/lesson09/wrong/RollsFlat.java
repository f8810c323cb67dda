package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Takes the whole picture for one ring, row after row.
@KnownWrong(task = "9.1", hint = "rollsFlat", part = "left", expected = "0", actual = "4")
public class RollsFlat implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                int to = Math.floorMod((h + dy) * width + w + dx, height * width);
                moved[to / width][to % width] = image[h][w];
            }
        }
        return moved;
    }
}
