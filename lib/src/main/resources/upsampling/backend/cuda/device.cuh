// What all kernels share. nvcc compiles them to PTX; g++ compiles the same files for tests on machines without a GPU (src/test/cuda), which define CUDA_EMULATOR
// and bring their own version of what stands below the #ifndef.
#pragma once

#ifndef CUDA_EMULATOR
#define DYNAMIC_SHARED(T, name)                                  \
    extern __shared__ __align__(16) unsigned char name##_raw[];  \
    T* name = reinterpret_cast<T*>(name##_raw)
#endif

#define TILE_THREADS 256
#define TILE_DEPTH 8 // rows of both factors that a tile has in shared memory at a time

// Element i of a grid that may have fewer threads than there are elements: each takes every (threads of the grid)-th. A tensor has less than 2^31 elements, and 32 bits
// are divided several times as fast as 64; unsigned, since i goes beyond the last element.
#define FOR_EACH_ELEMENT(i, count) \
    for (unsigned i = blockIdx.x * blockDim.x + threadIdx.x; i < (unsigned) (count); i += gridDim.x * blockDim.x)

// Codes of Backend.Reduction, in its order.
#define REDUCE_SUM 0

__device__ inline bool is_nan(float x) {
    return x != x;
}

// The larger one; NaN wins.
__device__ inline float larger(float a, float b) {
    return b > a || is_nan(b) ? b : a;
}

__device__ inline float combine(int f, float a, float b) {
    return f == REDUCE_SUM ? a + b : larger(a, b);
}

__device__ inline float neutral(int f) {
    return f == REDUCE_SUM ? 0.f : -INFINITY;
}

// Combines a number of each thread of a block, in an order that does not depend on which thread comes first. Every thread must call it; thread 0 gets the result.
// part: one float per warp, in shared memory.
__device__ inline float combine_block(int f, float v, float* part) {
    for (int distance = 16; distance > 0; distance /= 2) v = combine(f, v, __shfl_down_sync(0xffffffffu, v, distance));
    if (threadIdx.x % 32 == 0) part[threadIdx.x / 32] = v;
    __syncthreads();
    if (threadIdx.x == 0) {
        for (int warp = 1; warp < (int) blockDim.x / 32; warp++) v = combine(f, v, part[warp]);
    }
    __syncthreads(); // part may be used again
    return v;
}
