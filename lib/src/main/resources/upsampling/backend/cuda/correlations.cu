// The adjoint of a convolution in the weight: weight[s, l, tap] = sum over n, i, j of small[n, s, i, j] * large[n, l, i*sH - pH + kh*dH, j*sW - pW + kw*dW].
//
// A product whose depth are all windows of the batch, thousands for few results, so it is cut into parts that are computed side by side (split-K); the parts are
// then added in their order by reduce_threads_f32, so results are the same in every run.
#include "encounters.cuh"
#include "tile.cuh"

extern "C" __global__ void __launch_bounds__(TILE_THREADS) correlation_f32(CORRELATION_ARGUMENTS) {
    CORRELATION_ENCOUNTERS(64, 64)
    tile_product<64, 64, 4, 4>(encounters, steps);
}

// The same for groups of few channels, such as depthwise kernels, of which a tile would compute little: one block per weight, whose threads share the windows.
extern "C" __global__ void correlation_direct_f32(const float* small, const float* large, float* weight, int places,
        int groups, int outputs, int inputs, int taps, int kernel_w, int small_h, int small_w, int h, int w,
        int stride_h, int padding_h, int dilation_h, int stride_w, int padding_w, int dilation_w) {
    __shared__ float part[32];
    int tap = blockIdx.x % taps;
    int output = blockIdx.x / taps / inputs; // of all groups
    int input = output / outputs * inputs + blockIdx.x / taps % inputs;
    int top = tap / kernel_w * dilation_h - padding_h;
    int left = tap % kernel_w * dilation_w - padding_w;
    float sum = 0.f;
    for (int place = threadIdx.x; place < places; place += blockDim.x) {
        int j = place % small_w;
        int i = place / small_w % small_h;
        long long n = place / small_w / small_h;
        int row = i * stride_h + top;
        int column = j * stride_w + left;
        if (row < 0 || row >= h || column < 0 || column >= w) continue;
        sum = fmaf(small[((n * groups * outputs + output) * small_h + i) * small_w + j], large[((n * groups * inputs + input) * h + row) * w + column], sum);
    }
    sum = combine_block(REDUCE_SUM, sum, part);
    if (threadIdx.x == 0) weight[blockIdx.x] = sum;
}
