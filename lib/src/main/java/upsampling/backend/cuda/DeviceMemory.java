package upsampling.backend.cuda;

import java.lang.ref.Reference;
import jcuda.driver.CUdeviceptr;

/// A piece of the device's memory. JCuda keeps the address of a pointer to itself and its subclasses; launches need it.
final class DeviceMemory extends CUdeviceptr {
    private final Object owner;
    private long bytes;

    DeviceMemory() {
        owner = null;
    }

    /// The same memory in the hands of whoever works with it.
    ///
    /// @param owner not collected as long as this is in use, so that its memory does not come back to the free list between here and the launch that reads it
    DeviceMemory(DeviceMemory memory, Object owner) {
        super(memory);
        this.owner = owner;
        bytes = memory.bytes;
    }

    /// Called after the last use: until here the owner lives.
    void keep() {
        Reference.reachabilityFence(owner);
    }

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
