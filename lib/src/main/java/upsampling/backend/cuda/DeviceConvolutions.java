package upsampling.backend.cuda;

import upsampling.backend.AxisTaps;
import upsampling.backend.Backend;
import upsampling.backend.Epilogue;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// Convolution and its two adjoints without the matrix of windows: `convolutions.cu` and `correlations.cu`. Plain twin: `Convolutions`.
public final class DeviceConvolutions {
    private static final int DIRECT = 64; // channels read times channels written, per group, below which a thread computes its output alone
    private static final int TILE = 64; // of correlation_f32
    private static final int SHORTEST_PART = 256; // windows that a block adds before the parts are added

    private DeviceConvolutions() { }

    /// Computes {@link Backend#convolve} and what follows it.
    public static void convolve(CudaDevice device, Precision precision, Tensor large, Tensor weight, Epilogue epilogue, Geometry geometry, Tensor small) {
        int taps = geometry.taps();
        int perOutput = weight.shape().c() * taps;
        Side side = new Side(geometry, large.shape().c() / geometry.groups(), small.shape().c() / geometry.groups(),
            small.shape().c() / geometry.groups() * perOutput, taps, perOutput);
        try (Weights weights = Weights.of(device, precision, side, weight)) {
            DeviceAxis rows = DeviceAxis.of(AxisTaps.ofConvolution(geometry.height()), large.shape().h(), small.shape().h(), 0, 1);
            DeviceAxis columns = DeviceAxis.of(AxisTaps.ofConvolution(geometry.width()), large.shape().w(), small.shape().w(), 0, 1);
            weights.launch(large, rows, columns, epilogue, small);
        }
    }

    /// Computes {@link Backend#stamp} and what follows it, one launch for each phase of the large picture.
    public static void stamp(CudaDevice device, Precision precision, Tensor small, Tensor weight, Epilogue epilogue, Geometry geometry, Tensor large) {
        int taps = geometry.taps();
        int perInput = weight.shape().c() * taps;
        Side side = new Side(geometry, small.shape().c() / geometry.groups(), large.shape().c() / geometry.groups(),
            small.shape().c() / geometry.groups() * perInput, perInput, taps);
        Window height = geometry.height();
        Window width = geometry.width();
        try (Weights weights = Weights.of(device, precision, side, weight)) {
            for (int r = 0; r < Math.min(height.stride(), large.shape().h()); r++) {
                DeviceAxis rows = DeviceAxis.of(AxisTaps.ofPhase(height, r), small.shape().h(), large.shape().h(), r, height.stride());
                for (int q = 0; q < Math.min(width.stride(), large.shape().w()); q++) {
                    DeviceAxis columns = DeviceAxis.of(AxisTaps.ofPhase(width, q), small.shape().w(), large.shape().w(), q, width.stride());
                    weights.launch(small, rows, columns, epilogue, large);
                }
            }
        }
    }

    /// One direction: how many channels a group reads and writes, and how far apart their weights are.
    private record Side(Geometry geometry, int inputs, int outputs, int groupStride, int inputStride, int outputStride) { }

    /// The weights of a layer, packed for the tile that suits the number of channels.
    private record Weights(CudaDevice device, Side side, DeviceTile tile, DeviceMemory plain, DeviceBuffer packed) implements AutoCloseable {
        static Weights of(CudaDevice device, Precision precision, Side side, Tensor weight) {
            DeviceMemory plain = CudaDevice.memory(weight);
            DeviceTile tile = DeviceTile.forChannels(side.outputs, precision);
            if (side.inputs * side.outputs < DIRECT) return new Weights(device, side, tile, plain, null);
            int padded = tile.padded(side.outputs);
            long count = (long) side.geometry.groups() * side.geometry.taps() * side.inputs * padded;
            DeviceBuffer packed = device.scratch(count, "packed weights");
            Weights weights = new Weights(device, side, tile, plain, packed);
            try {
                device.launch(Kernel.CONVOLUTION_PACK, count, plain, packed.memory(), (int) count, side.inputs, side.outputs, padded, side.geometry.taps(),
                    side.groupStride, side.inputStride, side.outputStride);
            } catch (CudaFailure e) {
                weights.close();
                throw e;
            }
            return weights;
        }

        /// Computes what a phase of the result reads from `x`.
        void launch(Tensor x, DeviceAxis rows, DeviceAxis columns, Epilogue epilogue, Tensor y) {
            Geometry geometry = side.geometry;
            DeviceMemory bias = epilogue.bias().map(CudaDevice::memory).orElse(null);
            int rectifies = epilogue.rectifies() ? 1 : 0;
            int places = Math.multiplyExact(x.shape().n(), rows.count() * columns.count());
            if (packed == null) {
                int count = Math.multiplyExact(places, y.shape().c());
                Object[] arguments = {CudaDevice.memory(x), plain, bias, CudaDevice.memory(y), rectifies, count, geometry.groups(), side.inputs, side.outputs,
                    side.groupStride, side.inputStride, side.outputStride, geometry.width().kernel()};
                device.launch(Kernel.CONVOLUTION_DIRECT, count, DeviceAxis.append(arguments, rows, columns));
                return;
            }
            int padded = tile.padded(side.outputs);
            Object[] arguments = {CudaDevice.memory(x), packed.memory(), bias, CudaDevice.memory(y), rectifies, places, geometry.groups(), side.inputs, side.outputs, padded,
                geometry.width().kernel(), geometry.taps()};
            device.driver().launch(tile.kernel(), tile.grid(places, side.outputs, geometry.groups()), DeviceAxis.append(arguments, rows, columns));
        }

        @Override
        public void close() {
            if (packed != null) packed.close();
        }
    }

    /// Computes {@link Backend#correlate}: the windows are cut into parts, which are added in their order.
    public static void correlate(CudaDevice device, Precision precision, Tensor large, Tensor small, Geometry geometry, Tensor weight) {
        Shape in = large.shape();
        Shape out = small.shape();
        int groups = geometry.groups();
        int outputs = out.c() / groups;
        int inputs = in.c() / groups;
        int columns = inputs * geometry.taps();
        int places = Math.multiplyExact(out.n(), out.planeSize());
        int count = weight.shape().size();
        Window height = geometry.height();
        Window width = geometry.width();
        if (inputs * outputs < DIRECT) {
            device.driver().launch(Kernel.CORRELATION_DIRECT, Launch.blocks(count, 1), CudaDevice.memory(small), CudaDevice.memory(large), CudaDevice.memory(weight), places,
                groups, outputs, inputs, geometry.taps(), width.kernel(), out.h(), out.w(), in.h(), in.w(),
                height.stride(), height.padding(), height.dilation(), width.stride(), width.padding(), width.dilation());
            return;
        }
        int tilesAcross = Math.ceilDiv(columns, TILE);
        int tilesDown = Math.ceilDiv(outputs, TILE);
        int parts = Math.clamp(Math.min(Math.ceilDiv(Launch.enoughBlocks(device.driver()), tilesAcross * tilesDown * groups), places / SHORTEST_PART), 1, Math.max(1, 65_535 / groups));
        int perPart = Math.ceilDiv(places, parts);
        parts = Math.ceilDiv(places, perPart);
        try (DeviceBuffer sums = parts == 1 ? null : device.scratch((long) parts * count, "the parts of a gradient")) {
            DeviceMemory to = parts == 1 ? CudaDevice.memory(weight) : sums.memory();
            Kernel kernel = precision == Precision.TF32 ? Kernel.CORRELATION_TF32 : Kernel.CORRELATION;
            device.driver().launch(kernel, new Launch.Grid(tilesAcross, tilesDown, parts * groups, Launch.THREADS),
                CudaDevice.memory(small), CudaDevice.memory(large), to, places, perPart, groups, outputs, inputs, geometry.taps(), width.kernel(),
                out.h(), out.w(), in.h(), in.w(), height.stride(), height.padding(), height.dilation(), width.stride(), width.padding(), width.dilation());
            if (parts > 1) {
                DeviceElements.reduce(device, Backend.Reduction.SUM, to, Shape.of(parts, 1, 1, count), CudaDevice.memory(weight), Shape.of(1, 1, 1, count));
            }
        }
    }
}
