package upsampling.bench;

import java.util.List;
import java.util.stream.Collectors;

/// All operators that have a twin in libtorch.
final class Twins {
    private static final List<Twin> ALL = List.of(new ConvTwin(), new ConvTransposeTwin());

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
