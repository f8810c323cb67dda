package upsampling.tasks;

import java.util.List;

import upsampling.grader.LessonCatalog;

/// Every lesson with tasks, in the order of the course. A new lesson is one more line here.
public final class Catalog implements LessonCatalog {
    private static final List<Entry> ENTRIES = List.of(
        new Entry(Pooling.class, new PoolingOracle()),
        new Entry(Resizing.class, new ResizingOracle()),
        new Entry(ConvolutionMatrix.class, new ConvolutionMatrixOracle()),
        new Entry(TransposedConvolution.class, new TransposedConvolutionOracle()),
        new Entry(Checkerboards.class, new CheckerboardsOracle()),
        new Entry(Repairs.class, new RepairsOracle()),
        new Entry(SubPixels.class, new SubPixelsOracle()),
        new Entry(Initialisation.class, new InitialisationOracle()),
        new Entry(Shifting.class, new ShiftingOracle()));

    private record Entry(Class<?> lesson, Object oracle) { }

    @Override
    public List<Class<?>> lessons() {
        return ENTRIES.stream().<Class<?>>map(Entry::lesson).toList();
    }

    @Override
    public Object oracle(Class<?> lesson) {
        return ENTRIES.stream().filter(entry -> entry.lesson() == lesson).map(Entry::oracle).findFirst().orElse(null);
    }
}
