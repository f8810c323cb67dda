package upsampling.solutions.lesson02.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.Resizing;

/// Divides by the side and does not measure from the corner; right for every box that begins at 0.
@KnownWrong(task = "2.2", hint = "forgetsOrigin", part = "box", expected = "4", actual = "6")
public class ForgetsOrigin implements Resizing {

    @Override
    public double bilinearPoint(Corners q, Box box, double x, double y) {
        double u = x / (box.x2() - box.x1());
        double v = y / (box.y2() - box.y1());
        double r1 = (1 - u) * q.q11() + u * q.q21();
        double r2 = (1 - u) * q.q12() + u * q.q22();
        return (1 - v) * r1 + v * r2;
    }
}
