package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Takes q21 for the corner above q11.
@KnownWrong(task = "2.2", hint = "swapsQ21Q12", part = "inside", expected = "3.9", actual = "5")
public class SwapsCorners implements Resizing {

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double u = (x - box.x1()) / (box.x2() - box.x1());
        double v = (y - box.y1()) / (box.y2() - box.y1());
        double r1 = (1 - u) * q.q11() + u * q.q12();
        double r2 = (1 - u) * q.q21() + u * q.q22();
        return (1 - v) * r1 + v * r2;
    }
}
