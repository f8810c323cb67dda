package upsampling.backend.cuda;

import upsampling.tensor.Indices;
import upsampling.tensor.Shape;
import upsampling.tensor.Window;

/// Where a max pool has found its maxima: on the device, with the windows that it looked through, so that the gradient need not search.
///
/// @param memory one number per window; as a buffer of floats, since both have four bytes
/// @param in shape that was pooled
/// @param out shape of the maxima
record DeviceIndices(CudaDriver driver, DeviceBuffer memory, Shape in, Shape out, Window height, Window width) implements Indices {
    @Override
    public int size() {
        return out.size();
    }

    @Override
    public int[] values() {
        int[] values = new int[size()];
        driver.download(memory.memory(), values);
        return values;
    }
}
