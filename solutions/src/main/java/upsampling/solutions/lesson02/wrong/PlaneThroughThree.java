package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Lays a plane through three of the corners.
@KnownWrong(task = "2.2", hint = "plane", part = "inside", expected = "3.9", actual = "3.3")
public class PlaneThroughThree implements Resizing {

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double u = (x - box.x1()) / (box.x2() - box.x1());
        double v = (y - box.y1()) / (box.y2() - box.y1());
        return q.q11() + u * (q.q21() - q.q11()) + v * (q.q12() - q.q11());
    }
}
