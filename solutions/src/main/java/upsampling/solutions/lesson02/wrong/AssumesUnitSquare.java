package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Measures from the corner and does not divide by the side; right on the unit square.
@KnownWrong(task = "2.2", hint = "assumesUnitSquare", part = "box", expected = "4", actual = "43")
public class AssumesUnitSquare implements Resizing {

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double u = x - box.x1();
        double v = y - box.y1();
        double r1 = (1 - u) * q.q11() + u * q.q21();
        double r2 = (1 - u) * q.q12() + u * q.q22();
        return (1 - v) * r1 + v * r2;
    }
}
