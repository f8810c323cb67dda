package upsampling.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All operators that have a twin in libtorch.
final class Twins {
    private static final List<Twin> ALL = Stream.of(Stream.of(new ConvTwin(), new ConvTransposeTwin(false), new ConvTransposeToSizeTwin(), new ConvTransposeTwin(true),
            new SeparableConvTwin(), new ResizeConvTwin(), new MaxPoolTwin(), new AvgPoolTwin(), new AdaptiveAvgPoolTwin(),
            new GlobalAvgPoolTwin(), new ResizeTwin(), new MaxUnpoolTwin(), new PixelTwin(true), new PixelTwin(false), new FoldTwin(false), new FoldTwin(true),
            new PadTwin(), new CropTwin(false), new CropTwin(true), new ConcatTwin(), new ReshapeTwin(), new ZeroInsertionTwin(), new BlurTwin(false),
            new BlurTwin(true), new GaussianBlurTwin(), new FourierShiftTwin(), new SoftArgmaxTwin(), new MatMulTwin(), new ReduceTwin(false), new ReduceTwin(true),
            new ReparameterizationTwin()),
            ArithmeticTwin.all().stream(), ElementTwin.all().stream(), LossTwin.all().stream()).flatMap(twins -> twins).toList();

    private Twins() { }

    static List<Twin> all() {
        return ALL;
    }

    /// Returns the twin of that name, whatever its case.
    ///
    /// @throws IllegalArgumentException unless there is one
    static Twin named(String name) {
        return ALL.stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "--op must be one of " + ALL.stream().map(Twin::name).collect(Collectors.joining(", ")) + ", but was " + name));
    }
}
