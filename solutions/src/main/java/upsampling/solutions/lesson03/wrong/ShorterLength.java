package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Goes as far as both rows do, and says nothing about the rest.
@KnownWrong(task = "3.1", hint = "shorterLength", part = "firstLonger", expected = "IllegalArgumentException", actual = "a result")
public class ShorterLength implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        int length = Math.min(a.length, b.length);
        double sum = 0;
        for (int i = 0; i < length; i++) sum += (double) a[i] * b[i];
        return sum;
    }
}
