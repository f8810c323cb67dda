package upsampling.tasks;

import java.util.List;
import java.util.Map;

import upsampling.grader.LessonCatalog;

/// Every lesson with tasks, in the order of the course. A new lesson is one more name here, and its oracle.
public final class Catalog implements LessonCatalog {
    private static final Map<Class<?>, Object> ORACLES = Map.of(Pooling.class, new PoolingOracle(), Resizing.class, new ResizingOracle(),
        TransposedConvolution.class, new TransposedConvolutionOracle());

    @Override
    public List<Class<?>> lessons() {
        return List.of(Pooling.class, Resizing.class, TransposedConvolution.class);
    }

    @Override
    public Object oracle(Class<?> lesson) {
        return ORACLES.get(lesson);
    }
}
