package upsampling.solutions.lesson03.wrong;

import upsampling.solutions.KnownWrong;
import upsampling.tasks.ConvolutionMatrix;

/// Compares no lengths: right or not, the first row decides how far the loop goes.
@KnownWrong(task = "3.1", hint = "firstLength", part = "secondLonger", expected = "IllegalArgumentException", actual = "a result")
public class FirstLength implements ConvolutionMatrix {

    @Override
    public double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
        return sum;
    }
}
