package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Adds up in float, whose 24 bits are full at 16 777 216.
@KnownWrong(task = "3.1", hint = "floatSum", part = "large", expected = "16777218", actual = "16777216")
public class FloatSum implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        if (a.length != b.length) throw new IllegalArgumentException("dot: lengths " + a.length + " and " + b.length + " differ");
        float sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
