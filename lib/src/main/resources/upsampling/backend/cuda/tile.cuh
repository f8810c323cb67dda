// The heart of every product: a block of 256 threads computes TM x TN sums, RM x RN of them in the registers of each thread, while the next TK rows of both factors
// are already on their way. Source: Volkov and Demmel, "Benchmarking GPUs to tune dense linear algebra", 2008.
#pragma once
#include "device.cuh"

// Row (or column) i of a thread that is the t-th of a side: four neighbours each, so that 16 bytes are read at once and neighbouring threads read neighbouring ones.
template <int T, int R>
__device__ inline int tile_place(int t, int i) {
    return i / 4 * (T / (R / 4)) + t * 4 + i % 4;
}

// Multiplies what is in shared memory: sums(i, j) += sum over k of a(k, i) * b(k, j).
template <int TM, int TN, int RM, int RN>
__device__ inline void tile_multiply(const float (*a)[TM], const float (*b)[TN], int tm, int tn, float (*sums)[RN]) {
#pragma unroll
    for (int k = 0; k < TILE_DEPTH; k++) {
        float column[RM];
        float row[RN];
#pragma unroll
        for (int i = 0; i < RM; i += 4) {
            float4 four = *reinterpret_cast<const float4*>(&a[k][tile_place<TM, RM>(tm, i)]);
            column[i] = four.x;
            column[i + 1] = four.y;
            column[i + 2] = four.z;
            column[i + 3] = four.w;
        }
#pragma unroll
        for (int j = 0; j < RN; j += 4) {
            float4 four = *reinterpret_cast<const float4*>(&b[k][tile_place<TN, RN>(tn, j)]);
            row[j] = four.x;
            row[j + 1] = four.y;
            row[j + 2] = four.z;
            row[j + 3] = four.w;
        }
#pragma unroll
        for (int i = 0; i < RM; i++) {
#pragma unroll
            for (int j = 0; j < RN; j++) sums[i][j] = fmaf(column[i], row[j], sums[i][j]);
        }
    }
}

// The whole product of a tile. Factors says where numbers come from and go to:
//   begin(step)         called by every thread before a step is fetched
//   a(k, i), b(k, j)    entries of the step, 0 beyond the last one; i < TM, j < TN, k < TILE_DEPTH
//   store(i, j, sum)
// Thread t fetches the entries t, t + 256, ... of each side, in the order of a_at and b_at.
template <int TM, int TN, int RM, int RN, class Factors>
__device__ inline void tile_product(Factors& factors, int steps) {
    constexpr int EACH_A = TILE_DEPTH * TM / TILE_THREADS > 0 ? TILE_DEPTH * TM / TILE_THREADS : 1;
    constexpr int EACH_B = TILE_DEPTH * TN / TILE_THREADS;
    __shared__ __align__(16) float shared_a[2][TILE_DEPTH][TM];
    __shared__ __align__(16) float shared_b[2][TILE_DEPTH][TN];
    int t = threadIdx.x;
    int tm = t / (TN / RN);
    int tn = t % (TN / RN);
    float sums[RM][RN];
#pragma unroll
    for (int i = 0; i < RM; i++) {
#pragma unroll
        for (int j = 0; j < RN; j++) sums[i][j] = 0.f;
    }
    float next_a[EACH_A];
    float next_b[EACH_B];
    for (int step = -1; step < steps; step++) {
        bool has_next = step + 1 < steps;
        if (has_next) {
            factors.begin(step + 1);
#pragma unroll
            for (int e = 0; e < EACH_A; e++) {
                int entry = t + e * TILE_THREADS;
                next_a[e] = entry < TILE_DEPTH * TM ? factors.a(Factors::a_k(entry), Factors::a_i(entry)) : 0.f;
            }
#pragma unroll
            for (int e = 0; e < EACH_B; e++) next_b[e] = factors.b(Factors::b_k(t + e * TILE_THREADS), Factors::b_j(t + e * TILE_THREADS));
        }
        if (step >= 0) tile_multiply<TM, TN, RM, RN>(shared_a[step & 1], shared_b[step & 1], tm, tn, sums);
        if (has_next) { // into the half that nobody reads: all have passed the barrier after its last use
            int half = (step + 1) & 1;
#pragma unroll
            for (int e = 0; e < EACH_A; e++) {
                int entry = t + e * TILE_THREADS;
                if (entry < TILE_DEPTH * TM) shared_a[half][Factors::a_k(entry)][Factors::a_i(entry)] = next_a[e];
            }
#pragma unroll
            for (int e = 0; e < EACH_B; e++) shared_b[half][Factors::b_k(t + e * TILE_THREADS)][Factors::b_j(t + e * TILE_THREADS)] = next_b[e];
#ifndef FAULT_MISSING_BARRIER
            __syncthreads();
#endif
        }
    }
#pragma unroll
    for (int i = 0; i < RM; i++) {
#pragma unroll
        for (int j = 0; j < RN; j++) factors.store(tile_place<TM, RM>(tm, i), tile_place<TN, RN>(tn, j), sums[i][j]);
    }
}
