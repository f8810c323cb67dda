package upsampling.bench.speed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The operators that are measured, and how their workloads are written, see {@link WorkloadText}.
public enum Operator {
    MAX_POOL("maxpool", List.of("k"), List.of("s", "p", "d"), "maxpool k3 s2 p1 64@112x112 n8"),
    AVG_POOL("avgpool", List.of("k"), List.of("s", "p"), "avgpool k2 64@112x112 n8"),
    NEAREST("nearest", List.of(), List.of("x", "to"), "nearest x2 64@56x56 n8"),
    BILINEAR("bilinear", List.of(), List.of("x", "to"), "bilinear to100x130 3@64x80"),
    BICUBIC("bicubic", List.of(), List.of("x", "to"), "bicubic x4 3@256x256"),
    CONV("conv", List.of("k"), List.of("s", "p", "d", "g"), "conv 64>64 k3 p1 56x56 n4"),
    CONV_TRANSPOSE("conv_transpose", List.of("k"), List.of("s", "p", "d", "g", "op"), "conv_transpose 128>64 k4 s2 p1 32x32 n16"),
    PIXEL_SHUFFLE("pixel_shuffle", List.of("r"), List.of(), "pixel_shuffle r2 256@56x56 n8"),
    COPY("copy", List.of(), List.of(), "copy 64@56x56 n8");

    /// Its word in the text of a workload.
    public final String word;
    /// Letters that must be given.
    final List<String> required;
    /// Letters that may be given.
    final List<String> optional;
    /// A workload of it, as an example in messages.
    final String example;

    Operator(String word, List<String> required, List<String> optional, String example) {
        this.word = word;
        this.required = required;
        this.optional = optional;
        this.example = example;
    }

    /// Whether there is a weight, and channels are written `in>out`.
    boolean hasWeight() {
        return this == CONV || this == CONV_TRANSPOSE;
    }

    boolean isResize() {
        return this == NEAREST || this == BILINEAR || this == BICUBIC;
    }

    /// @throws IllegalArgumentException unless there is an operator of that word
    static Operator of(String word) {
        return Arrays.stream(values()).filter(operator -> operator.word.equals(word)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "unknown operator '" + word + "'; it must be one of " + Arrays.stream(values()).map(o -> o.word).collect(Collectors.joining(", "))
                + ", such as \"" + CONV_TRANSPOSE.example + "\""));
    }
}
