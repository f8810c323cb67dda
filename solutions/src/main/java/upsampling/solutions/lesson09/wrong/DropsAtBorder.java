package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Moves zeros in.
@KnownWrong(task = "9.1", hint = "dropsAtBorder", part = "left", expected = "4", actual = "0")
public class DropsAtBorder implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                int toRow = h + dy;
                int toColumn = w + dx;
                if (toRow >= 0 && toRow < height && toColumn >= 0 && toColumn < width) moved[toRow][toColumn] = image[h][w];
            }
        }
        return moved;
    }
}
