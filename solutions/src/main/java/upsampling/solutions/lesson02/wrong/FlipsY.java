package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Counts y downwards from y2; right on the middle line.
@KnownWrong(task = "2.2", hint = "flipsY", part = "inside", expected = "3.9", actual = "8.1")
public class FlipsY implements Resizing {

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double u = (x - box.x1()) / (box.x2() - box.x1());
        double v = (box.y2() - y) / (box.y2() - box.y1());
        double r1 = (1 - u) * q.q11() + u * q.q21();
        double r2 = (1 - u) * q.q12() + u * q.q22();
        return (1 - v) * r1 + v * r2;
    }
}
