// What a kernel's source sees instead of CUDA when g++ compiles it for the stand-in driver: `g++ -include emulator.h`.
//
// It serves to test arithmetic, indexing, barriers and launches on a machine with no GPU. It does not show races between blocks (they run one
// after the other), nor between warps where no order of threads brings them out, and nothing about speed.
#pragma once
#define CUDA_EMULATOR 1
#include "block.h"
#include "kernels.h"
#include "types.h"
#include "warp.h"

#define __global__ __attribute__((noinline)) /* so that a crash report names the kernel; StandIn.java looks for these words */
#define __device__
#define __host__
#define __constant__ static
#define __forceinline__ inline
#define __noinline__ __attribute__((noinline))
#define __launch_bounds__(...)
#define __align__(n) __attribute__((aligned(n)))
// One block at a time on one thread of the processor: static storage is the block's.
#define __shared__ static
#define DYNAMIC_SHARED(T, name) T* name = reinterpret_cast<T*>(emulator::block.dynamic_shared)

#define threadIdx (emulator::block.thread->index)
#define blockIdx (emulator::block.index)
#define blockDim (emulator::block.size)
#define gridDim (emulator::block.grid)
#define warpSize 32

#define EMULATOR_PLACE (emulator::Place{__FILE__, __LINE__})
#define EMULATOR_WARP (emulator::WarpOperation{EMULATOR_PLACE})
#define __syncthreads() emulator::block.wait_at_barrier(EMULATOR_PLACE)
#define __syncwarp(...) EMULATOR_WARP.sync(__VA_ARGS__)
#define __shfl_sync(...) EMULATOR_WARP.shuffle(__VA_ARGS__)
#define __shfl_down_sync(...) EMULATOR_WARP.shuffle_down(__VA_ARGS__)
#define __shfl_up_sync(...) EMULATOR_WARP.shuffle_up(__VA_ARGS__)
#define __shfl_xor_sync(...) EMULATOR_WARP.shuffle_xor(__VA_ARGS__)
#define __ballot_sync(...) EMULATOR_WARP.ballot(__VA_ARGS__)
#define __any_sync(...) (EMULATOR_WARP.ballot(__VA_ARGS__) != 0)
#define emulator_mma_m16n8k8(...) EMULATOR_WARP.mma_m16n8k8(__VA_ARGS__)

// cvt.rna.tf32.f32: ten bits of mantissa, to nearest, ties away from zero. Infinities and NaN stay.
inline unsigned emulator_to_tf32(float value) {
    unsigned bits = __float_as_uint(value);
    return (bits & 0x7f800000u) == 0x7f800000u ? bits : (bits + 0x1000u) & 0xffffe000u;
}
