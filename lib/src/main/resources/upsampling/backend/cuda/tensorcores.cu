// The large products by tensor cores, in TF32: numbers of 10 bits in place of 23, sums in float. Made for speed, which is not measured yet; the error is that of 10 bits, about 3e-4 of
// the sum of absolute products; so it is an explicit choice. For compute capability 8.0 and newer, hence a file of its own: older devices must not load it.
//
// One mma.sync multiplies 16 x 8 by 8 x 8 for a warp; which lane has which entry is in NVIDIA's PTX manual, "Matrix fragments for mma.m16n8k8". With g = lane/4 and
// t = lane%4: a (g, t), (g+8, t), (g, t+4), (g+8, t+4); b (t, g), (t+4, g); sums (g, 2t), (g, 2t+1), (g+8, 2t), (g+8, 2t+1).
#include "encounters.cuh"
#include "windows.cuh"

#if !defined(CUDA_EMULATOR) && defined(__CUDA_ARCH__) && __CUDA_ARCH__ < 800
#error "tensor cores with TF32 need -arch=compute_80; below, these kernels would be empty"
#endif

__device__ inline unsigned to_tf32(float x) {
#ifdef CUDA_EMULATOR
    return emulator_to_tf32(x);
#else
    unsigned bits;
    asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(bits) : "f"(x));
    return bits;
#endif
}

__device__ inline void mma_m16n8k8(float* sums, const unsigned* a, const unsigned* b) {
#ifdef CUDA_EMULATOR
    emulator_mma_m16n8k8(sums, a, b);
#else
    asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
        : "+f"(sums[0]), "+f"(sums[1]), "+f"(sums[2]), "+f"(sums[3])
        : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
#endif
}

// As tile_product of tile.cuh, which explains Factors. The eight warps of a block are 2 x 4, and each computes TM/2 x TN/4 sums. Rows in shared memory are 8 numbers longer
// than they need be: so the lanes of a warp, which read four rows at once, find them in different banks.
template <int TM, int TN, class Factors>
__device__ inline void tile_product_tf32(Factors& factors, int steps) {
    constexpr int EACH_A = TILE_DEPTH * TM / TILE_THREADS;
    constexpr int EACH_B = TILE_DEPTH * TN / TILE_THREADS;
    constexpr int DOWN = TM / 2 / 16;
    constexpr int ACROSS = TN / 4 / 8;
    __shared__ unsigned shared_a[2][TILE_DEPTH][TM + 8];
    __shared__ unsigned shared_b[2][TILE_DEPTH][TN + 8];
    int thread = threadIdx.x;
    int g = thread % 32 / 4;
    int t = thread % 4;
    int first_row = thread / 32 / 4 * (TM / 2);
    int first_column = thread / 32 % 4 * (TN / 4);
    float sums[DOWN][ACROSS][4];
#pragma unroll
    for (int i = 0; i < DOWN; i++) {
#pragma unroll
        for (int j = 0; j < ACROSS; j++) {
#pragma unroll
            for (int k = 0; k < 4; k++) sums[i][j][k] = 0.f;
        }
    }
    float next_a[EACH_A];
    float next_b[EACH_B];
    for (int step = -1; step < steps; step++) {
        bool has_next = step + 1 < steps;
        if (has_next) {
            factors.begin(step + 1);
#pragma unroll
            for (int e = 0; e < EACH_A; e++) next_a[e] = factors.a(Factors::a_k(thread + e * TILE_THREADS), Factors::a_i(thread + e * TILE_THREADS));
#pragma unroll
            for (int e = 0; e < EACH_B; e++) next_b[e] = factors.b(Factors::b_k(thread + e * TILE_THREADS), Factors::b_j(thread + e * TILE_THREADS));
        }
        if (step >= 0) {
            int half = step & 1;
            unsigned b[ACROSS][2];
#pragma unroll
            for (int j = 0; j < ACROSS; j++) {
                int column = first_column + j * 8 + g;
                b[j][0] = shared_b[half][t][column];
                b[j][1] = shared_b[half][t + 4][column];
            }
#pragma unroll
            for (int i = 0; i < DOWN; i++) {
                int row = first_row + i * 16 + g;
                unsigned a[4] = {shared_a[half][t][row], shared_a[half][t][row + 8], shared_a[half][t + 4][row], shared_a[half][t + 4][row + 8]};
#pragma unroll
                for (int j = 0; j < ACROSS; j++) mma_m16n8k8(sums[i][j], a, b[j]);
            }
        }
        if (has_next) {
            int half = (step + 1) & 1;
#pragma unroll
            for (int e = 0; e < EACH_A; e++) shared_a[half][Factors::a_k(thread + e * TILE_THREADS)][Factors::a_i(thread + e * TILE_THREADS)] = to_tf32(next_a[e]);
#pragma unroll
            for (int e = 0; e < EACH_B; e++) shared_b[half][Factors::b_k(thread + e * TILE_THREADS)][Factors::b_j(thread + e * TILE_THREADS)] = to_tf32(next_b[e]);
            __syncthreads();
        }
    }
#pragma unroll
    for (int i = 0; i < DOWN; i++) {
#pragma unroll
        for (int j = 0; j < ACROSS; j++) {
#pragma unroll
            for (int k = 0; k < 4; k++) factors.store(first_row + i * 16 + g + k / 2 * 8, first_column + j * 8 + 2 * t + k % 2, sums[i][j][k]);
        }
    }
}

#define CONVOLUTION_TF32(name, TM, TN)                                                          \
    extern "C" __global__ void __launch_bounds__(TILE_THREADS) name(CONVOLUTION_ARGUMENTS) {    \
        CONVOLUTION_WINDOWS(TM, TN)                                                             \
        tile_product_tf32<TM, TN>(windows, steps);                                              \
    }

CONVOLUTION_TF32(convolution_128_tf32, 128, 128)
CONVOLUTION_TF32(convolution_64_tf32, 64, 128)

extern "C" __global__ void __launch_bounds__(TILE_THREADS) correlation_tf32(CORRELATION_ARGUMENTS) {
    CORRELATION_ENCOUNTERS(64, 64)
    tile_product_tf32<64, 64>(encounters, steps);
}
