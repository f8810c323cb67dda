package upsampling.backend.cuda;

import jcuda.driver.CUdeviceptr;

/// A piece of the device's memory. JCuda keeps the address of a pointer to itself and its subclasses; launches need it.
final class DeviceMemory extends CUdeviceptr {
    private long bytes;

    /// Its length; set once it is allocated.
    long bytes() {
        return bytes;
    }

    void allocated(long length) {
        bytes = length;
    }

    long address() {
        return getNativePointer() + getByteOffset();
    }
}
