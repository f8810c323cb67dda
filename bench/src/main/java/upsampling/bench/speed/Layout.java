package upsampling.bench.speed;

import org.bytedeco.pytorch.global.torch;

/// How libtorch's tensors lie in memory. It is faster in one or in the other, by up to twenty times, so both are measured.
enum Layout {
    /// Plane after plane, as ours.
    NCHW("nchw", torch.MemoryFormat.Contiguous),
    /// All channels of a cell beside each other.
    CHANNELS_LAST("channels_last", torch.MemoryFormat.ChannelsLast);

    /// PyTorch's name, in tables and in JSON.
    final String word;
    final torch.MemoryFormat format;

    Layout(String word, torch.MemoryFormat format) {
        this.word = word;
        this.format = format;
    }
}
