// See memory.h. Fresh memory is NaN, so an output that a kernel forgets shows; it ends where
// nothing may be touched, so an overrun does, too.
#include "memory.h"
#include "streams.h"
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <sys/mman.h>
#include <vector>

namespace driver::memory {

struct Allocation {
    size_t bytes;
    char* pages;   // from here on memory may be used,
    size_t usable; // so many bytes
    bool host;
};

static constexpr size_t PAGE = 4096;
// On both sides of an allocation: addresses cost nothing, and a wrong index goes far. Behind a single page lies memory of the JVM, or another tensor.
static constexpr size_t GUARD = size_t(16) << 20;
static constexpr size_t ALIGNMENT = 16; // of the end, so that a float4 at the end is aligned
static constexpr unsigned char UNTOUCHED = 0xff;
static std::map<DevicePointer, Allocation> allocations;
static size_t used = 0;

static size_t round_up(size_t bytes, size_t unit) { return (bytes + unit - 1) / unit * unit; }

// Each is up to three mappings of the process, of which Linux allows 65,530; beyond these it is the JVM that fails.
static const size_t MOST_ALLOCATIONS = 12'000;

Result allocate(DevicePointer* address, size_t bytes, bool host) {
    if (bytes == 0) return INVALID_VALUE;
    if (!host && settings().allocation_to_fail > 0 && --settings().allocation_to_fail == 0) return OUT_OF_MEMORY;
    if (bytes > settings().bytes - used || allocations.size() >= MOST_ALLOCATIONS) return OUT_OF_MEMORY;
    size_t body = round_up(bytes, ALIGNMENT), whole = round_up(body, PAGE);
    void* reserved = mmap(nullptr, GUARD + whole + GUARD, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (reserved == MAP_FAILED) return OUT_OF_MEMORY;
    char* low = static_cast<char*>(reserved) + GUARD;
    if (mprotect(low, whole, PROT_READ | PROT_WRITE) != 0) {
        munmap(reserved, GUARD + whole + GUARD);
        return OUT_OF_MEMORY;
    }
    memset(low, UNTOUCHED, whole);
    *address = reinterpret_cast<DevicePointer>(low + whole - body);
    allocations[*address] = {bytes, low, whole, host};
    used += bytes;
    return SUCCESS;
}

static bool untouched(const char* from, const char* to) {
    return std::all_of(from, to, [](char byte) { return static_cast<unsigned char>(byte) == UNTOUCHED; });
}

Result release(DevicePointer address) {
    auto found = allocations.find(address);
    if (found == allocations.end()) return address ? INVALID_VALUE : SUCCESS;
    Allocation gone = found->second;
    char* begin = reinterpret_cast<char*>(address);
    // What lies between the pages' ends and the allocation belongs to nobody.
    bool clean = untouched(gone.pages, begin) && untouched(begin + gone.bytes, gone.pages + gone.usable);
    used -= gone.bytes;
    munmap(gone.pages - GUARD, GUARD + gone.usable + GUARD);
    allocations.erase(found);
    if (clean) return SUCCESS;
    fprintf(stderr, "stand-in: something was written just before or behind an allocation of %zu bytes\n", gone.bytes);
    return sticky = ILLEGAL_ADDRESS;
}

static std::map<DevicePointer, Allocation>::const_iterator containing(DevicePointer address) {
    auto above = allocations.upper_bound(address);
    return above == allocations.begin() ? allocations.end() : --above;
}

bool holds(DevicePointer address, size_t bytes) {
    auto found = containing(address);
    if (found == allocations.end()) return false;
    size_t offset = address - found->first;
    return offset <= found->second.bytes && bytes <= found->second.bytes - offset;
}

bool is_pinned(const void* host) {
    DevicePointer address = reinterpret_cast<DevicePointer>(host);
    return holds(address, 1) && containing(address)->second.host;
}

size_t bytes_used() { return used; }
int living() { return static_cast<int>(allocations.size()); }

} // namespace driver::memory

using namespace driver;

static void* at(DevicePointer address) { return reinterpret_cast<void*>(address); }

ENTRY_POINT cuMemGetInfo_v2(size_t* free, size_t* total) {
    return in_context([&] {
        *free = settings().bytes - memory::bytes_used();
        *total = settings().bytes;
        return SUCCESS;
    });
}

ENTRY_POINT cuMemAlloc_v2(DevicePointer* address, size_t bytes) {
    return outside_capture([&] { return memory::allocate(address, bytes, false); });
}
ENTRY_POINT cuMemAllocHost_v2(void** address, size_t bytes) {
    return outside_capture([&] { return memory::allocate(reinterpret_cast<DevicePointer*>(address), bytes, true); });
}

// Waits for the device, as the real one does, and gives the memory back even where the context is dead: a test counts what is left.
static int release(DevicePointer address) {
    return after_init([&]() -> int {
        if (!current_context) return INVALID_CONTEXT;
        if (captures) return STREAM_CAPTURE_UNSUPPORTED;
        run_all();
        Result result = memory::release(address);
        return sticky ? sticky : result;
    });
}
ENTRY_POINT cuMemFree_v2(DevicePointer address) { return release(address); }
ENTRY_POINT cuMemFreeHost(void* address) { return release(reinterpret_cast<DevicePointer>(address)); }

ENTRY_POINT cuMemAllocAsync(DevicePointer* address, size_t bytes, void*) {
    return in_context([&] { return memory::allocate(address, bytes, false); });
}
ENTRY_POINT cuMemFreeAsync(DevicePointer address, void* stream) {
    return in_context([&] { return enqueue(stream, [=] { memory::release(address); }); });
}

// Copies and fills that wait: they run everything before them, then do their work at once.
template <class F> static int at_once(DevicePointer address, size_t bytes, F work) {
    return outside_capture([&]() -> int {
        if (!memory::holds(address, bytes)) return INVALID_VALUE;
        if (run_all() == SUCCESS) work();
        return sticky;
    });
}
ENTRY_POINT cuMemcpyHtoD_v2(DevicePointer to, const void* from, size_t bytes) {
    return at_once(to, bytes, [=] { memcpy(at(to), from, bytes); });
}
ENTRY_POINT cuMemcpyDtoH_v2(void* to, DevicePointer from, size_t bytes) {
    return at_once(from, bytes, [=] { memcpy(to, at(from), bytes); });
}
ENTRY_POINT cuMemcpyDtoD_v2(DevicePointer to, DevicePointer from, size_t bytes) {
    if (!locked([&]() -> int { return memory::holds(from, bytes); })) return INVALID_VALUE;
    return at_once(to, bytes, [=] { memmove(at(to), at(from), bytes); });
}
ENTRY_POINT cuMemsetD8_v2(DevicePointer to, unsigned char value, size_t count) {
    return at_once(to, count, [=] { memset(at(to), value, count); });
}
ENTRY_POINT cuMemsetD32_v2(DevicePointer to, unsigned value, size_t count) {
    return at_once(to, count * 4, [=] { std::fill_n(static_cast<unsigned*>(at(to)), count, value); });
}

// The same in the order of a stream: they are checked now and done later.
template <class F> static int in_order(DevicePointer address, size_t bytes, void* stream, F work) {
    return in_context([&]() -> int { return memory::holds(address, bytes) ? enqueue(stream, work) : INVALID_VALUE; });
}
ENTRY_POINT cuMemcpyHtoDAsync_v2(DevicePointer to, const void* from, size_t bytes, void* stream) {
    return in_context([&]() -> int {
        if (!memory::holds(to, bytes)) return INVALID_VALUE;
        if (memory::is_pinned(from)) return enqueue(stream, [=] { memcpy(at(to), from, bytes); });
        // The driver copies from ordinary memory before it returns: the caller may change it at once.
        const char* begin = static_cast<const char*>(from);
        std::vector<char> copy(begin, begin + bytes);
        return enqueue(stream, [to, copy] { memcpy(at(to), copy.data(), copy.size()); });
    });
}
ENTRY_POINT cuMemcpyDtoHAsync_v2(void* to, DevicePointer from, size_t bytes, void* stream) {
    return in_context([&]() -> int {
        if (!memory::holds(from, bytes)) return INVALID_VALUE;
        enqueue(stream, [=] { memcpy(to, at(from), bytes); });
        return memory::is_pinned(to) ? sticky : run(stream); // into ordinary memory the driver waits
    });
}
ENTRY_POINT cuMemcpyDtoDAsync_v2(DevicePointer to, DevicePointer from, size_t bytes, void* stream) {
    if (!locked([&]() -> int { return memory::holds(from, bytes); })) return INVALID_VALUE;
    return in_order(to, bytes, stream, [=] { memmove(at(to), at(from), bytes); });
}
ENTRY_POINT cuMemsetD8Async(DevicePointer to, unsigned char value, size_t count, void* stream) {
    return in_order(to, count, stream, [=] { memset(at(to), value, count); });
}
ENTRY_POINT cuMemsetD32Async(DevicePointer to, unsigned value, size_t count, void* stream) {
    return in_order(to, count * 4, stream, [=] { std::fill_n(static_cast<unsigned*>(at(to)), count, value); });
}
