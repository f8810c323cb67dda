// What the entry points of the stand-in driver share: error codes, the guard at each entry, settings.
//
// The state is that of one device and one context. All entry points take one lock: the emulator has one block.
#pragma once
#include <cstddef>
#include <mutex>

namespace driver {

/// The codes that the stand-in returns, with CUDA's names and numbers (CUresult in cuda.h).
enum Result : int {
    SUCCESS = 0,
    INVALID_VALUE = 1,
    OUT_OF_MEMORY = 2,
    NOT_INITIALIZED = 3,
    NO_DEVICE = 100,
    INVALID_DEVICE = 101,
    INVALID_CONTEXT = 201,
    INVALID_PTX = 218,
    UNSUPPORTED_PTX_VERSION = 222,
    INVALID_HANDLE = 400,
    NOT_FOUND = 500,
    NOT_READY = 600,
    ILLEGAL_ADDRESS = 700,
    LAUNCH_FAILED = 719,
    STREAM_CAPTURE_UNSUPPORTED = 900,
};

using DevicePointer = unsigned long long;

/// The switches, first from the environment, then from the functions stand_in_set_...
struct Settings {
    int order = 0;             // STAND_IN_ORDER: 0 ascending, 1 descending, else random with this seed
    int version = 13000;       // STAND_IN_DRIVER: what cuDriverGetVersion says
    int capability = 80;       // STAND_IN_CC: 75 is compute capability 7.5
    int allocation_to_fail = 0; // STAND_IN_FAIL_ALLOC: this many allocations from now there is no memory, once; 0 never
    bool no_device = false;    // STAND_IN_NO_DEVICE=1: cuInit finds no device
    bool no_sync = false;      // STAND_IN_NO_SYNC=1: who waits for a stream goes on at once, as a program does that forgets to wait
    size_t bytes = size_t(2) << 30; // STAND_IN_MEMORY: the device's memory, in MiB
};
Settings& settings();

// What a program may rely on: a multiprocessor of compute capability 8.0.
constexpr int MAX_BLOCK_THREADS = 1024;
constexpr int MULTIPROCESSORS = 2;
constexpr int THREADS_PER_MULTIPROCESSOR = 2048;
constexpr int SHARED_BYTES = 48 << 10;           // of a block, unless the kernel asks for more
constexpr int SHARED_BYTES_ON_REQUEST = 163 << 10;

extern std::mutex lock;
extern bool initialized;
extern thread_local void* current_context;

// The error that has killed the context, if any. Every later call returns it, as on a GPU.
extern Result sticky;

// How many captures of this thread forbid calls that wait for the device or change its memory.
extern thread_local int captures;

template <class F> int locked(F body) {
    std::lock_guard<std::mutex> guard(lock);
    return body();
}

template <class F> int after_init(F body) {
    return locked([&]() -> int { return initialized ? body() : NOT_INITIALIZED; });
}

// A context is current per thread: whoever calls from another thread must set it there, here as on a GPU.
template <class F> int in_context(F body) {
    return after_init([&]() -> int { return !current_context ? INVALID_CONTEXT : sticky ? sticky : body(); });
}

// For calls that cannot become part of a graph.
template <class F> int outside_capture(F body) {
    return in_context([&]() -> int { return captures ? STREAM_CAPTURE_UNSUPPORTED : body(); });
}

} // namespace driver

#define ENTRY_POINT extern "C" __attribute__((visibility("default"))) int
