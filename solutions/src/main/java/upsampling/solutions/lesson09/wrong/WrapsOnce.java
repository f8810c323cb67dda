package upsampling.solutions.lesson09.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Shifting;

/// Goes around once only; what is still outside then is lost.
@KnownWrong(task = "9.1", hint = "wrapsOnce", part = "both", expected = "7", actual = "0")
public class WrapsOnce implements Shifting {

    @Override
    public double[][] roll(double[][] image, int dy, int dx) {
        int height = image.length;
        int width = image[0].length;
        double[][] moved = new double[height][width];
        for (int h = 0; h < height; h++) {
            for (int w = 0; w < width; w++) {
                int toRow = wrap(h + dy, height);
                int toColumn = wrap(w + dx, width);
                if (toRow >= 0 && toRow < height && toColumn >= 0 && toColumn < width) moved[toRow][toColumn] = image[h][w];
            }
        }
        return moved;
    }

    private static int wrap(int place, int size) {
        if (place < 0) return place + size;
        return place < size ? place : place - size;
    }
}
