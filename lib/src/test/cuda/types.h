// The vector types, casts and functions of CUDA C++ that a kernel may use and g++ does not know.
#pragma once
#include <cstdint>
#include <cstring>
#include <math.h>
#include <type_traits>

struct uint3 { unsigned x, y, z; };
struct dim3 { unsigned x = 1, y = 1, z = 1; };
struct alignas(8) float2 { float x, y; };
struct alignas(16) float4 { float x, y, z, w; };
struct alignas(8) int2 { int x, y; };
struct alignas(16) int4 { int x, y, z, w; };
struct alignas(8) uint2 { unsigned x, y; };
struct alignas(16) uint4 { unsigned x, y, z, w; };
inline float2 make_float2(float x, float y) { return {x, y}; }
inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }
inline int2 make_int2(int x, int y) { return {x, y}; }
inline int4 make_int4(int x, int y, int z, int w) { return {x, y, z, w}; }
inline uint2 make_uint2(unsigned x, unsigned y) { return {x, y}; }
inline uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w) { return {x, y, z, w}; }

namespace emulator {
template <class To, class From> To same_bits(From from) {
    static_assert(sizeof(To) == sizeof(From));
    To to;
    memcpy(&to, &from, sizeof to);
    return to;
}
} // namespace emulator

inline unsigned __float_as_uint(float value) { return emulator::same_bits<unsigned>(value); }
inline int __float_as_int(float value) { return emulator::same_bits<int>(value); }
inline float __uint_as_float(unsigned bits) { return emulator::same_bits<float>(bits); }
inline float __int_as_float(int bits) { return emulator::same_bits<float>(bits); }

// Two types may differ, as in CUDA. For floats a NaN loses against a number, as in fminf: std::min would depend on the order.
template <class A, class B> auto min(A a, B b) {
    using T = std::common_type_t<A, B>;
    if constexpr (std::is_floating_point_v<T>) return static_cast<T>(fmin(T(a), T(b)));
    else return T(b) < T(a) ? T(b) : T(a);
}
template <class A, class B> auto max(A a, B b) {
    using T = std::common_type_t<A, B>;
    if constexpr (std::is_floating_point_v<T>) return static_cast<T>(fmax(T(a), T(b)));
    else return T(a) < T(b) ? T(b) : T(a);
}

// The roundings that CUDA lets a kernel ask for by name. With -ffp-contract=off the plain operators round like this.
inline float __fadd_rn(float a, float b) { return a + b; }
inline float __fsub_rn(float a, float b) { return a - b; }
inline float __fmul_rn(float a, float b) { return a * b; }
inline float __fdiv_rn(float a, float b) { return a / b; }
inline float __fmaf_rn(float a, float b, float c) { return fmaf(a, b, c); }
inline float __fsqrt_rn(float a) { return sqrtf(a); }
inline int __float2int_rd(float a) { return static_cast<int>(floorf(a)); }
inline int __float2int_ru(float a) { return static_cast<int>(ceilf(a)); }
inline int __float2int_rn(float a) { return static_cast<int>(rintf(a)); }
inline int __float2int_rz(float a) { return static_cast<int>(a); }
inline float __int2float_rn(int a) { return static_cast<float>(a); }
inline float rsqrtf(float a) { return 1.0f / sqrtf(a); }

// The fast functions of a GPU are less exact than these. Macros, because glibc declares functions of these names.
#define __expf(x) expf(x)
#define __logf(x) logf(x)
#define __powf(x, y) powf(x, y)
#define __fdividef(x, y) ((x) / (y))

inline int __popc(unsigned a) { return __builtin_popcount(a); }
inline int __clz(int a) { return a == 0 ? 32 : __builtin_clz(static_cast<unsigned>(a)); }
inline int __ffs(int a) { return __builtin_ffs(a); }
inline unsigned __umulhi(unsigned a, unsigned b) { return static_cast<unsigned>((static_cast<uint64_t>(a) * b) >> 32); }

template <class T> T __ldg(const T* address) { return *address; }

// All threads of all blocks take turns in one thread of the processor: nothing can come between the load and the store.
template <class T> T atomicExch(T* address, std::common_type_t<T> value) {
    T old = *address;
    *address = value;
    return old;
}
template <class T> T atomicAdd(T* address, std::common_type_t<T> value) { return atomicExch(address, static_cast<T>(*address + value)); }
template <class T> T atomicMin(T* address, std::common_type_t<T> value) { return atomicExch(address, value < *address ? value : *address); }
template <class T> T atomicMax(T* address, std::common_type_t<T> value) { return atomicExch(address, *address < value ? value : *address); }
template <class T> T atomicCAS(T* address, std::common_type_t<T> expected, std::common_type_t<T> value) {
    return atomicExch(address, *address == expected ? value : *address);
}
inline void __threadfence() {}
inline void __threadfence_block() {}
