// The kernels of the library that was built, by name, and how one is launched.
#pragma once
#include "block.h"
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace emulator {

/// A parameter as the PTX names it: its size, and whether it is a floating-point number.
struct Parameter {
    size_t bytes;
    bool floating;
};

struct Kernel {
    std::string name;
    std::vector<Parameter> parameters;
    Body body;
};

constexpr size_t MAX_PARAMETERS = 48;

std::map<std::string, Kernel>& kernels();

// Runs all blocks of a grid, one after the other. Returns what is wrong with the kernel, or nothing.
std::string launch(const Kernel& kernel, dim3 grid, dim3 size, size_t dynamic_shared_bytes, const uint64_t* arguments, int order);

// Each argument stands in a slot of eight bytes.
template <class T> T argument(const uint64_t* slot) {
    T value;
    memcpy(&value, slot, sizeof value);
    return value;
}

template <auto kernel, class... A, size_t... I> void call(const uint64_t* arguments, void (*)(A...), std::index_sequence<I...>) {
    kernel(argument<std::remove_cv_t<A>>(arguments + I)...);
}

template <auto kernel, class... A> bool add(const char* name, void (*type)(A...)) {
    static_assert(sizeof...(A) <= MAX_PARAMETERS, "the host code passes at most this many");
    static_assert(((sizeof(A) <= sizeof(uint64_t)) && ...), "a parameter is a pointer or a number");
    (void) type;
    Body body = [](const uint64_t* arguments) { call<kernel>(arguments, decltype(kernel)(nullptr), std::index_sequence_for<A...>{}); };
    kernels()[name] = {name, {Parameter{sizeof(A), std::is_floating_point_v<A>}...}, body};
    return true;
}

} // namespace emulator

// A line of the generated file, for each `extern "C" __global__` function.
#define STAND_IN_KERNEL(kernel) static const bool stand_in_has_##kernel = emulator::add<&kernel>(#kernel, &kernel)
