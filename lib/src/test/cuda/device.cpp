// Initialisation, the device, its context, errors, and the functions for tests.
#include "memory.h"
#include "streams.h"
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace driver {

std::mutex lock;
bool initialized = false;
thread_local void* current_context = nullptr;
thread_local int captures = 0;
Result sticky = SUCCESS;

static int from_environment(const char* name, int otherwise) {
    const char* value = getenv(name);
    return value && *value ? atoi(value) : otherwise;
}

static Settings read_settings() {
    Settings read;
    read.order = from_environment("STAND_IN_ORDER", read.order);
    read.version = from_environment("STAND_IN_DRIVER", read.version);
    read.capability = from_environment("STAND_IN_CC", read.capability);
    read.allocation_to_fail = from_environment("STAND_IN_FAIL_ALLOC", 0);
    read.no_device = from_environment("STAND_IN_NO_DEVICE", 0) != 0;
    read.no_sync = from_environment("STAND_IN_NO_SYNC", 0) != 0;
    read.bytes = size_t(from_environment("STAND_IN_MEMORY", int(read.bytes >> 20))) << 20;
    return read;
}

Settings& settings() {
    static Settings current = read_settings();
    return current;
}

// The only context; nobody looks behind the pointer.
static char the_context;

struct Name {
    Result code;
    const char *name, *description;
};

static constexpr Name NAMES[] = {
    {SUCCESS, "CUDA_SUCCESS", "no error"},
    {INVALID_VALUE, "CUDA_ERROR_INVALID_VALUE", "invalid argument"},
    {OUT_OF_MEMORY, "CUDA_ERROR_OUT_OF_MEMORY", "out of memory"},
    {NOT_INITIALIZED, "CUDA_ERROR_NOT_INITIALIZED", "initialization error"},
    {NO_DEVICE, "CUDA_ERROR_NO_DEVICE", "no CUDA-capable device is detected"},
    {INVALID_DEVICE, "CUDA_ERROR_INVALID_DEVICE", "invalid device ordinal"},
    {INVALID_CONTEXT, "CUDA_ERROR_INVALID_CONTEXT", "invalid device context"},
    {INVALID_PTX, "CUDA_ERROR_INVALID_PTX", "a PTX JIT compilation failed"},
    {UNSUPPORTED_PTX_VERSION, "CUDA_ERROR_UNSUPPORTED_PTX_VERSION", "the provided PTX was compiled with an unsupported toolchain."},
    {INVALID_HANDLE, "CUDA_ERROR_INVALID_HANDLE", "invalid resource handle"},
    {NOT_FOUND, "CUDA_ERROR_NOT_FOUND", "named symbol not found"},
    {NOT_READY, "CUDA_ERROR_NOT_READY", "device not ready"},
    {ILLEGAL_ADDRESS, "CUDA_ERROR_ILLEGAL_ADDRESS", "an illegal memory access was encountered"},
    {LAUNCH_FAILED, "CUDA_ERROR_LAUNCH_FAILED", "unspecified launch failure"},
    {STREAM_CAPTURE_UNSUPPORTED, "CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED", "operation not permitted when stream is capturing"},
};

static int find_name(int code, const char** text, const char* Name::*field) {
    for (const Name& each : NAMES) {
        if (each.code != code) continue;
        *text = each.*field;
        return SUCCESS;
    }
    *text = nullptr;
    return INVALID_VALUE;
}

// Numbers of CUdevice_attribute in cuda.h.
static int attribute(int number) {
    switch (number) {
        case 1: return MAX_BLOCK_THREADS;
        case 2: case 3: return 1024;          // greatest block, x and y
        case 4: return 64;                    // and z
        case 5: return 0x7fffffff;            // greatest grid, x
        case 6: case 7: return 65535;         // and y, z
        case 8: return SHARED_BYTES;
        case 10: return 32;                   // lanes of a warp
        case 16: return MULTIPROCESSORS;
        case 39: return THREADS_PER_MULTIPROCESSOR;
        case 75: return settings().capability / 10;
        case 76: return settings().capability % 10;
        case 81: return SHARED_BYTES_ON_REQUEST + 1024;
        case 97: return SHARED_BYTES_ON_REQUEST;
        default: return 0;
    }
}

} // namespace driver

using namespace driver;

ENTRY_POINT cuInit(unsigned) {
    return locked([] {
        if (settings().no_device) return NO_DEVICE;
        initialized = true;
        return SUCCESS;
    });
}
ENTRY_POINT cuDriverGetVersion(int* version) {
    return locked([&] {
        *version = settings().version;
        return SUCCESS;
    });
}
ENTRY_POINT cuDeviceGetCount(int* count) {
    return after_init([&] {
        *count = 1;
        return SUCCESS;
    });
}
ENTRY_POINT cuDeviceGet(int* device, int ordinal) {
    return after_init([&] {
        *device = 0;
        return ordinal == 0 ? SUCCESS : INVALID_DEVICE;
    });
}
ENTRY_POINT cuDeviceGetName(char* name, int length, int) {
    return after_init([&] {
        snprintf(name, length, "CPU emulator (no GPU)");
        return SUCCESS;
    });
}
ENTRY_POINT cuDeviceTotalMem_v2(size_t* bytes, int) {
    return after_init([&] {
        *bytes = settings().bytes;
        return SUCCESS;
    });
}
ENTRY_POINT cuDeviceGetAttribute(int* value, int number, int) {
    return after_init([&] {
        *value = attribute(number);
        return SUCCESS;
    });
}

ENTRY_POINT cuDevicePrimaryCtxRetain(void** context, int) {
    return after_init([&] {
        *context = &the_context;
        return SUCCESS;
    });
}
ENTRY_POINT cuDevicePrimaryCtxRelease_v2(int) {
    return after_init([] { return SUCCESS; });
}
ENTRY_POINT cuCtxCreate_v2(void** context, unsigned, int) {
    return after_init([&] {
        *context = current_context = &the_context;
        return SUCCESS;
    });
}
ENTRY_POINT cuCtxDestroy_v2(void*) {
    return after_init([] { return SUCCESS; });
}
ENTRY_POINT cuCtxSetCurrent(void* context) {
    return after_init([&] {
        current_context = context;
        return SUCCESS;
    });
}
ENTRY_POINT cuCtxGetCurrent(void** context) {
    return after_init([&] {
        *context = current_context;
        return SUCCESS;
    });
}

ENTRY_POINT cuGetErrorName(int code, const char** text) { return find_name(code, text, &Name::name); }
ENTRY_POINT cuGetErrorString(int code, const char** text) { return find_name(code, text, &Name::description); }

// The rest is for tests, which find it by name in the library. None of it needs cuInit.

// How many allocations, of the device and pinned, nobody has freed yet.
ENTRY_POINT stand_in_live() { return locked(memory::living); }

ENTRY_POINT stand_in_set_order(int order) {
    return locked([&] {
        settings().order = order;
        return SUCCESS;
    });
}
ENTRY_POINT stand_in_set_driver(int version) {
    return locked([&] {
        settings().version = version;
        return SUCCESS;
    });
}
// The n-th allocation from now fails, once; 0 takes that back.
ENTRY_POINT stand_in_fail_alloc(int n) {
    return locked([&] {
        settings().allocation_to_fail = n;
        return SUCCESS;
    });
}
// Revives a context that an error has killed, and forgets what waits in the streams. Memory stays.
ENTRY_POINT stand_in_reset() {
    return locked([] {
        sticky = SUCCESS;
        clear_streams();
        return SUCCESS;
    });
}
