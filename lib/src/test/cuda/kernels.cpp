// See kernels.h.
#include "kernels.h"
#include <sys/mman.h>

// See shared/begin.cpp.
extern "C" { extern char stand_in_shared_begin[], stand_in_shared_end[]; }

namespace emulator {

std::map<std::string, Kernel>& kernels() {
    static std::map<std::string, Kernel> all;
    return all;
}

// Dynamic shared memory ends at an unmapped page, so a kernel that asks for too little of it is caught.
static char* end_of_dynamic_shared() {
    constexpr size_t LARGEST = 256 << 10, PAGE = 4096;
    static char* end = [] {
        void* low = mmap(nullptr, LARGEST + PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (low == MAP_FAILED) abort();
        char* guard = static_cast<char*>(low) + LARGEST;
        mprotect(guard, PAGE, PROT_NONE);
        return guard;
    }();
    return end;
}

std::string launch(const Kernel& kernel, dim3 grid, dim3 size, size_t dynamic_shared_bytes, const uint64_t* arguments, int order) {
    size_t rounded = (dynamic_shared_bytes + 15) / 16 * 16;
    block.dynamic_shared = end_of_dynamic_shared() - rounded;
    block.failure.clear();
    block.shape(grid, size);
    auto shared_begin = reinterpret_cast<uintptr_t>(stand_in_shared_begin), shared_end = reinterpret_cast<uintptr_t>(stand_in_shared_end);
    size_t static_shared_bytes = shared_end > shared_begin ? shared_end - shared_begin : 0; // a linker might order them otherwise
    for (unsigned z = 0; z < grid.z; z++) {
        for (unsigned y = 0; y < grid.y; y++) {
            for (unsigned x = 0; x < grid.x; x++) {
                // Memory that nobody has written is NaN. The arrays of all kernels lie together, some ten kilobytes: cheaper than to find out which.
                memset(stand_in_shared_begin, 0xff, static_shared_bytes);
                memset(block.dynamic_shared, 0xff, rounded);
                block.run({x, y, z}, kernel.body, arguments, order);
                if (!block.failure.empty()) return block.failure;
            }
        }
    }
    return "";
}

} // namespace emulator
