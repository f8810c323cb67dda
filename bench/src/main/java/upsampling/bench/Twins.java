package upsampling.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All operators that have a twin in libtorch.
final class Twins {
    private static final List<Twin> ALL = Stream.of(Stream.of(new ConvTwin(), new ConvTransposeTwin(), new MaxPoolTwin(), new AvgPoolTwin(), new AdaptiveAvgPoolTwin(),
            new ResizeTwin(), new MaxUnpoolTwin(), new PixelTwin(true), new PixelTwin(false), new FoldTwin(false), new FoldTwin(true)),
            ElementTwin.all().stream(), LossTwin.all().stream()).flatMap(twins -> twins).toList();

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
