package answers.lesson04;

import upsampling.tasks.TransposedConvolution;
import upsampling.tensor.Window;

/// Task 4.5: how far from the right place does a pixel land? The task's text stands at {@link TransposedConvolution#alignmentOffset}.
public class MyAlignmentOffset implements TransposedConvolution {

    @Override
    public double alignmentOffset(Window window) {
        // TODO where is the middle of the stamp of cell 0, and where should it be?
        throw new UnsupportedOperationException("Task 4.5: not written yet");
    }
}
