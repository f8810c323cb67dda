package upsampling.backend.cuda;

/// The tiles of `convolutions.cu`: how many channels and places a block of threads computes.
enum DeviceTile {
    /// For many channels: 16 numbers that are read serve 64 products.
    WIDE(Kernel.CONVOLUTION_128, 128, 128),
    /// For some tens.
    MIDDLE(Kernel.CONVOLUTION_64, 64, 64),
    /// For the last layer of a network, which has three channels or so.
    FLAT(Kernel.CONVOLUTION_16, 16, 256),
    /// As {@link #WIDE}, by tensor cores.
    WIDE_TF32(Kernel.CONVOLUTION_128_TF32, 128, 128),
    /// As {@link #MIDDLE}, by tensor cores.
    MIDDLE_TF32(Kernel.CONVOLUTION_64_TF32, 64, 128);

    private final Kernel kernel;
    private final int channels;
    private final int places;

    DeviceTile(Kernel kernel, int channels, int places) {
        this.kernel = kernel;
        this.channels = channels;
        this.places = places;
    }

    static DeviceTile forChannels(int outputs, Precision precision) {
        if (outputs <= FLAT.channels) return FLAT;
        return switch (precision) {
            case FLOAT32 -> outputs <= MIDDLE.channels ? MIDDLE : WIDE;
            case TF32 -> outputs <= MIDDLE.channels ? MIDDLE_TF32 : WIDE_TF32;
        };
    }

    Kernel kernel() {
        return kernel;
    }

    /// Returns how many channels are computed for so many, those that are not there included.
    int padded(int outputs) {
        return Math.ceilDiv(outputs, channels) * channels;
    }

    Launch.Grid grid(int placesInAll, int outputs, int groups) {
        return new Launch.Grid(Math.ceilDiv(placesInAll, places), Math.ceilDiv(outputs, channels), groups, Launch.THREADS);
    }
}
