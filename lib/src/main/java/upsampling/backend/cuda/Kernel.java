package upsampling.backend.cuda;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/// The kernels, by the file that they are in. Each is counted, so that a test can tell which of them nothing has launched.
public enum Kernel {
    MAP("elements"),
    ZIP("elements"),
    ZIP_REPEATED("elements"),
    COPY("elements"),
    REDUCE_THREADS("reductions"),
    REDUCE_BLOCKS("reductions"),
    TAPS_BOTH("taps"),
    TAPS_AXIS("taps"),
    AVERAGE_THREADS("pools"),
    AVERAGE_BLOCKS("pools"),
    MAX_POOL("pools"),
    GATHER("pools"),
    SCATTER_WINDOWS("pools"),
    SCATTER_LISTS("pools"),
    GEMM("products"),
    IM2COL("products"),
    COL2IM("products"),
    CONVOLUTION_PACK("convolutions"),
    CONVOLUTION_128("convolutions"),
    CONVOLUTION_64("convolutions"),
    CONVOLUTION_16("convolutions"),
    CONVOLUTION_DIRECT("convolutions"),
    CORRELATION("correlations"),
    CORRELATION_DIRECT("correlations"),
    CONVOLUTION_128_TF32("tensorcores"),
    CONVOLUTION_64_TF32("tensorcores"),
    CORRELATION_TF32("tensorcores");

    private final String file;
    private final String symbol;
    private final LongAdder launches = new LongAdder();

    Kernel(String file) {
        this.file = file;
        String name = name().toLowerCase(Locale.ROOT);
        symbol = name.endsWith("_tf32") ? name : name + "_f32";
    }

    /// Returns the file, without its ending: the `.cu` and the `.ptx` have the same name.
    public String file() {
        return file;
    }

    /// Returns its name in the file, such as `max_pool_f32`.
    public String symbol() {
        return symbol;
    }

    void count() {
        launches.increment();
    }

    /// Returns how often it was launched since the program began.
    public long launches() {
        return launches.sum();
    }
}
