// Modules, functions, launches.
#include "modules.h"
#include "streams.h"
#include <algorithm>
#include <cstdio>
#include <map>

namespace driver {

/// A kernel as a program sees it.
struct Function {
    const emulator::Kernel* kernel;
    int max_threads;
    int max_dynamic_shared = SHARED_BYTES;
};

struct Module {
    std::string ptx;
    std::map<std::string, Function> functions;
};

// PTX that was made from an older source takes its arguments from wrong places, or not at all.
static bool agrees(const emulator::Kernel& kernel, const Entry& entry) {
    size_t in_source = kernel.parameters.size(), in_ptx = entry.parameters.size();
    for (size_t i = 0; i < std::min(in_source, in_ptx); i++) {
        emulator::Parameter source = kernel.parameters[i], ptx = entry.parameters[i];
        if (source.bytes == ptx.bytes && source.floating == ptx.floating) continue;
        fprintf(stderr, "stand-in: parameter %zu of %s has %zu bytes%s in the source, but %zu bytes%s in the PTX: compile the PTX again\n", i,
            kernel.name.c_str(), source.bytes, source.floating ? " (floating)" : "", ptx.bytes, ptx.floating ? " (floating)" : "");
        return false;
    }
    if (in_source == in_ptx) return true;
    fprintf(stderr, "stand-in: %s has %zu parameters in the source, but %zu in the PTX: compile the PTX again\n", kernel.name.c_str(), in_source, in_ptx);
    return false;
}

static bool fits(const Function& function, dim3 grid, dim3 block, unsigned dynamic_shared) {
    auto between = [](unsigned value, unsigned most) { return value >= 1 && value <= most; };
    return between(grid.x, 0x7fffffff) && between(grid.y, 65535) && between(grid.z, 65535)
        && between(block.x, 1024) && between(block.y, 1024) && between(block.z, 64)
        && block.x * block.y * block.z <= static_cast<unsigned>(function.max_threads)
        && dynamic_shared <= static_cast<unsigned>(function.max_dynamic_shared);
}

} // namespace driver

using namespace driver;

ENTRY_POINT cuModuleLoadData(void** module, const void* image) {
    return in_context([&] {
        std::string ptx(static_cast<const char*>(image));
        Result result = check_ptx(ptx, settings().version, settings().capability);
        if (result == SUCCESS) *module = new Module{ptx, {}};
        return result;
    });
}
ENTRY_POINT cuModuleUnload(void* module) {
    return after_init([&] {
        run_all(); // what waits may still need a function
        delete static_cast<Module*>(module);
        return sticky;
    });
}
ENTRY_POINT cuModuleGetFunction(void** function, void* handle, const char* name) {
    return in_context([&] {
        auto* module = static_cast<Module*>(handle);
        auto kernel = emulator::kernels().find(name);
        Entry entry;
        if (!find_entry(module->ptx, name, &entry) || kernel == emulator::kernels().end()) return NOT_FOUND;
        if (!agrees(kernel->second, entry)) return INVALID_VALUE;
        *function = &module->functions.try_emplace(name, Function{&kernel->second, entry.max_threads}).first->second;
        return SUCCESS;
    });
}

ENTRY_POINT cuFuncSetAttribute(void* function, int attribute, int value) {
    constexpr int MAX_DYNAMIC_SHARED_SIZE_BYTES = 8;
    return in_context([&] {
        if (attribute != MAX_DYNAMIC_SHARED_SIZE_BYTES) return SUCCESS;
        if (value < 0 || value > SHARED_BYTES_ON_REQUEST) return INVALID_VALUE;
        static_cast<Function*>(function)->max_dynamic_shared = value;
        return SUCCESS;
    });
}
ENTRY_POINT cuFuncGetAttribute(int* value, int attribute, void* function) {
    constexpr int MAX_THREADS_PER_BLOCK = 0, NUM_REGS = 4, MAX_DYNAMIC_SHARED_SIZE_BYTES = 8;
    return in_context([&] {
        auto* asked = static_cast<Function*>(function);
        switch (attribute) {
            case MAX_THREADS_PER_BLOCK: *value = asked->max_threads; break;
            case NUM_REGS: *value = 32; break; // any number a real kernel might have
            case MAX_DYNAMIC_SHARED_SIZE_BYTES: *value = asked->max_dynamic_shared; break;
            default: *value = 0;
        }
        return SUCCESS;
    });
}
ENTRY_POINT cuOccupancyMaxActiveBlocksPerMultiprocessor(int* blocks, void*, int threads, size_t) {
    return in_context([&] {
        *blocks = THREADS_PER_MULTIPROCESSOR / std::clamp(threads, 32, THREADS_PER_MULTIPROCESSOR);
        return SUCCESS;
    });
}

ENTRY_POINT cuLaunchKernel(void* handle, unsigned grid_x, unsigned grid_y, unsigned grid_z, unsigned block_x, unsigned block_y, unsigned block_z,
                           unsigned dynamic_shared, void* stream, void** parameters, void**) {
    return in_context([&] {
        auto* function = static_cast<Function*>(handle);
        dim3 grid{grid_x, grid_y, grid_z}, block{block_x, block_y, block_z};
        if (!function || !fits(*function, grid, block, dynamic_shared)) return INVALID_VALUE;
        const emulator::Kernel* kernel = function->kernel;
        std::vector<uint64_t> arguments(kernel->parameters.size()); // copied now: the caller may use its memory again
        for (size_t i = 0; i < arguments.size(); i++) {
            if (!parameters || !parameters[i]) return INVALID_VALUE;
            memcpy(&arguments[i], parameters[i], kernel->parameters[i].bytes);
        }
        return enqueue(stream, [=] {
            std::string failure = emulator::launch(*kernel, grid, block, dynamic_shared, arguments.data(), settings().order);
            if (failure.empty()) return;
            fprintf(stderr, "stand-in: %s: %s\n", kernel->name.c_str(), failure.c_str());
            sticky = LAUNCH_FAILED;
        });
    });
}
