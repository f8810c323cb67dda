// Pools, and moving cells by indices. Plain twin: ScalarBackend.
#include "device.cuh"

// Output (p, i, j) is the mean of rows r_begin[i] .. r_end[i]-1 and columns c_begin[j] .. c_end[j]-1; for small boxes, one thread each.
extern "C" __global__ void average_threads_f32(const float* x, float* y, int count, int h, int w, int out_h, int out_w,
        const int* r_begin, const int* r_end, const int* r_divisor, const int* c_begin, const int* c_end, const int* c_divisor) {
    FOR_EACH_ELEMENT(o, count) {
        int j = (int) (o % out_w);
        int i = (int) (o / out_w % out_h);
        const float* plane = x + o / out_w / out_h * h * w;
        float sum = 0.f;
        for (int row = r_begin[i]; row < r_end[i]; row++) {
            for (int column = c_begin[j]; column < c_end[j]; column++) sum += plane[row * w + column];
        }
        y[o] = sum / ((float) r_divisor[i] * (float) c_divisor[j]);
    }
}

// The same for large boxes: one block each.
extern "C" __global__ void average_blocks_f32(const float* x, float* y, int h, int w, int out_h, int out_w,
        const int* r_begin, const int* r_end, const int* r_divisor, const int* c_begin, const int* c_end, const int* c_divisor) {
    __shared__ float part[32];
    int o = blockIdx.x;
    int j = o % out_w;
    int i = o / out_w % out_h;
    const float* plane = x + (long long) (o / out_w / out_h) * h * w;
    int across = c_end[j] - c_begin[j];
    int cells = (r_end[i] - r_begin[i]) * across;
    float sum = 0.f;
    for (int k = threadIdx.x; k < cells; k += blockDim.x) sum += plane[(r_begin[i] + k / across) * w + c_begin[j] + k % across];
    sum = combine_block(REDUCE_SUM, sum, part);
    if (threadIdx.x == 0) y[o] = sum / ((float) r_divisor[i] * (float) c_divisor[j]);
}

// The maximum of each window, and where it was found as row*w + column; where may be null. The first maximum wins, NaN wins against every number, the last of several
// NaN is stored.
extern "C" __global__ void max_pool_f32(const float* x, float* y, int* where, int count, int h, int w, int out_h, int out_w,
        int kernel_h, int stride_h, int padding_h, int dilation_h, int kernel_w, int stride_w, int padding_w, int dilation_w) {
    FOR_EACH_ELEMENT(o, count) {
        int top = (int) (o / out_w % out_h) * stride_h - padding_h;
        int left = (int) (o % out_w) * stride_w - padding_w;
        const float* plane = x + o / out_w / out_h * h * w;
        int best = -1;
        float max = 0.f;
        for (int kh = 0; kh < kernel_h; kh++) {
            int row = top + kh * dilation_h;
            if (row < 0 || row >= h) continue;
            for (int kw = 0; kw < kernel_w; kw++) {
                int column = left + kw * dilation_w;
                if (column < 0 || column >= w) continue;
                float v = plane[row * w + column];
                if (best < 0 || v > max || is_nan(v)) { // a number after a NaN is not larger than it
                    max = v;
                    best = row * w + column;
                }
            }
        }
        y[o] = max;
        if (where) where[o] = best;
    }
}

// y[p,o] = x[p, where[p,o]], 0 where that is -1.
extern "C" __global__ void gather_f32(const float* x, const int* where, float* y, int count, int plane_x, int plane_y) {
    FOR_EACH_ELEMENT(o, count) {
        int cell = where[o];
        y[o] = cell < 0 ? 0.f : x[o / plane_y * plane_x + cell];
    }
}

// The adjoint of gather, for indices that max_pool_f32 has found: each cell asks the windows that see it. In double, so that each sum is rounded once.
extern "C" __global__ void scatter_windows_f32(const float* y, const int* where, float* x, int count, int h, int w, int out_h, int out_w,
        int kernel_h, int stride_h, int padding_h, int dilation_h, int kernel_w, int stride_w, int padding_w, int dilation_w) {
    FOR_EACH_ELEMENT(i, count) {
        int column = (int) (i % w);
        int row = (int) (i / w % h);
        long long plane = i / w / h * out_h * out_w;
        double sum = 0.0;
        for (int kh = kernel_h - 1; kh >= 0; kh--) { // so the windows come in their order
            int top = row + padding_h - kh * dilation_h;
            if (top < 0 || top % stride_h || top / stride_h >= out_h) continue;
            for (int kw = kernel_w - 1; kw >= 0; kw--) {
                int left = column + padding_w - kw * dilation_w;
                if (left < 0 || left % stride_w || left / stride_w >= out_w) continue;
                long long o = plane + top / stride_h * out_w + left / stride_w;
                if (where[o] == row * w + column) sum += y[o];
            }
        }
        x[i] = (float) sum;
    }
}

// The same for any indices: outputs list[first[i]] .. list[first[i+1]-1] point at cell i.
extern "C" __global__ void scatter_lists_f32(const float* y, const int* first, const int* list, float* x, int count) {
    FOR_EACH_ELEMENT(i, count) {
        double sum = 0.0;
        for (int k = first[i]; k < first[i + 1]; k++) sum += y[list[k]];
        x[i] = (float) sum;
    }
}
