package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Weighs each corner by its own distance, so the farthest one counts most.
@KnownWrong(task = "2.2", hint = "farWeights", part = "inside", expected = "3.9", actual = "5.5")
public class FarWeights implements Resizing {

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double u = (x - box.x1()) / (box.x2() - box.x1());
        double v = (y - box.y1()) / (box.y2() - box.y1());
        double r1 = u * q.q11() + (1 - u) * q.q21();
        double r2 = u * q.q12() + (1 - u) * q.q22();
        return v * r1 + (1 - v) * r2;
    }
}
