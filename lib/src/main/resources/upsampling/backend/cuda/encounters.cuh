// Where the tiles of a correlation get their numbers: see correlations.cu.
#pragma once
#include "device.cuh"

struct Encounters {
    const float* small;
    const float* large;
    float* parts; // [part][group][outputs][inputs*taps]
    int groups, outputs, inputs, taps, kernel_w, small_h, small_w, h, w;
    int stride_h, padding_h, dilation_h, stride_w, padding_w, dilation_w;
    int begin_place, end_place, group, part, first_output, first_column;
    int first;

    static __device__ int a_k(int entry) { return entry % TILE_DEPTH; } // neighbouring threads read neighbouring windows
    static __device__ int a_i(int entry) { return entry / TILE_DEPTH; }
    static __device__ int b_k(int entry) { return entry % TILE_DEPTH; }
    static __device__ int b_j(int entry) { return entry / TILE_DEPTH; }

    __device__ void begin(int step) { first = begin_place + step * TILE_DEPTH; }

    __device__ float a(int k, int i) const {
        int place = first + k;
        if (place >= end_place || first_output + i >= outputs) return 0.f;
        int plane = small_h * small_w;
        return small[((long long) (place / plane) * groups * outputs + group * outputs + first_output + i) * plane + place % plane];
    }

    __device__ float b(int k, int j) const {
        int place = first + k;
        int column = first_column + j;
        if (place >= end_place || column >= inputs * taps) return 0.f;
        int tap = column % taps;
        int row = place / small_w % small_h * stride_h - padding_h + tap / kernel_w * dilation_h;
        int cell = place % small_w * stride_w - padding_w + tap % kernel_w * dilation_w;
        if (row < 0 || row >= h || cell < 0 || cell >= w) return 0.f;
        long long n = place / small_w / small_h;
        return large[((n * groups * inputs + group * inputs + column / taps) * h + row) * w + cell];
    }

    __device__ void store(int i, int j, float sum) const {
        if (first_output + i >= outputs || first_column + j >= inputs * taps) return;
        parts[(((long long) part * groups + group) * outputs + first_output + i) * inputs * taps + first_column + j] = sum;
    }
};

#define CORRELATION_ARGUMENTS                                                                                                                        \
    const float* small, const float* large, float* parts, int places, int per_part, int groups, int outputs, int inputs, int taps, int kernel_w,     \
        int small_h, int small_w, int h, int w, int stride_h, int padding_h, int dilation_h, int stride_w, int padding_w, int dilation_w

#define CORRELATION_ENCOUNTERS(TM, TN)                                                                                                               \
    int group = blockIdx.z % groups;                                                                                                                \
    int part = blockIdx.z / groups;                                                                                                                 \
    int begin = part * per_part;                                                                                                                    \
    int end = places - begin < per_part ? places : begin + per_part;                                                                                \
    Encounters encounters = {small, large, parts, groups, outputs, inputs, taps, kernel_w, small_h, small_w, h, w,                                  \
        stride_h, padding_h, dilation_h, stride_w, padding_w, dilation_w, begin, end, group, part, (int) blockIdx.y * TM, (int) blockIdx.x * TN, 0}; \
    int steps = (end - begin + TILE_DEPTH - 1) / TILE_DEPTH;
