// Sums and maxima along axes. The order is fixed, so results are the same in every run. Plain twin: ScalarElements.reduce.
//
// Every axis is either kept or combined: k_* are the sizes of the kept axes of x (1 where combined), r_* those of the combined ones (1 where kept), d_* the
// distances of neighbours in x.
#include "device.cuh"

// The element of x for output o and combined element r.
#define ELEMENT(o, r)                                                                                                    \
    ((o) % k_w + (r) % r_w) * d_w + ((o) / k_w % k_h + (r) / r_w % r_h) * d_h                                            \
        + ((o) / k_w / k_h % k_c + (r) / r_w / r_h % r_c) * d_c + ((o) / k_w / k_h / k_c + (r) / r_w / r_h / r_c) * d_n

// One thread per output: for sums over other axes than the last, where neighbouring threads read neighbouring elements.
extern "C" __global__ void reduce_threads_f32(int f, const float* x, float* y, int outputs, int each,
        int k_c, int k_h, int k_w, int r_c, int r_h, int r_w, int d_n, int d_c, int d_h, int d_w) {
    FOR_EACH_ELEMENT(i, outputs) {
        int o = (int) i;
        float result = neutral(f);
        for (int r = 0; r < each; r++) result = combine(f, result, x[ELEMENT(o, r)]);
        y[o] = result;
    }
}

// One block per output and part of its elements: y[o*parts + part]. A second call combines the parts.
extern "C" __global__ void reduce_blocks_f32(int f, const float* x, float* y, int each,
        int k_c, int k_h, int k_w, int r_c, int r_h, int r_w, int d_n, int d_c, int d_h, int d_w) {
    __shared__ float part[32];
    int o = blockIdx.x;
    float result = neutral(f);
    for (long long r0 = blockIdx.y * (long long) blockDim.x + threadIdx.x; r0 < each; r0 += gridDim.y * (long long) blockDim.x) {
        int r = (int) r0;
        result = combine(f, result, x[ELEMENT(o, r)]);
    }
    result = combine_block(f, result, part);
    if (threadIdx.x == 0) y[o * gridDim.y + blockIdx.y] = result;
}
