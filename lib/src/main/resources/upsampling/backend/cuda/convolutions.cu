// Convolution and its two adjoints without the matrix of windows: the products read the pictures themselves (implicit GEMM).
//
// Convolution and its adjoint in the picture are the same kernel. On one axis, place i of the grid is output start + i*stride, and tap t of the phase reads cell
// i*step + offset - t*offset_step with the kernel's tap first_tap + t*tap_step:
//   convolution     start 0, stride 1, step s, offset -p, offset_step -d                          all taps
//   its adjoint     start r, stride s, step 1, one call for each phase r (Shi et al., arXiv 1609.07009), and the taps of the phase, those with (r + p - tap*d) mod s = 0
#include "tile.cuh"
#include "windows.cuh"

// Weights as the tiles read them, [group][tap][channel that is read][channel that is written, padded].
extern "C" __global__ void convolution_pack_f32(const float* w, float* packed, int count, int inputs, int outputs, int padded, int taps,
        int group_stride, int input_stride, int output_stride) {
    FOR_EACH_ELEMENT(i, count) {
        int o = (int) (i % padded);
        int c = (int) (i / padded % inputs);
        int tap = (int) (i / padded / inputs % taps);
        int g = (int) (i / padded / inputs / taps);
        packed[i] = o < outputs ? w[g * group_stride + c * input_stride + o * output_stride + tap] : 0.f;
    }
}

#define CONVOLUTION(name, TM, TN, RM, RN)                                                       \
    extern "C" __global__ void __launch_bounds__(TILE_THREADS) name(CONVOLUTION_ARGUMENTS) {    \
        CONVOLUTION_WINDOWS(TM, TN)                                                             \
        tile_product<TM, TN, RM, RN>(windows, steps);                                           \
    }

CONVOLUTION(convolution_128_f32, 128, 128, 8, 8)
CONVOLUTION(convolution_64_f32, 64, 64, 4, 4)
CONVOLUTION(convolution_16_f32, 16, 256, 4, 4)

// The same for groups of few channels, such as depthwise kernels: one thread per output, weights as they are.
extern "C" __global__ void convolution_direct_f32(const float* x, const float* w, const float* bias, float* y, int rectifies, int count,
        int groups, int inputs, int outputs, int group_stride, int input_stride, int output_stride, int kernel_w,
        int in_h, int out_h, int count_h, int taps_h, int first_h, int tap_step_h, int offset_h, int offset_step_h, int step_h, int start_h, int stride_h,
        int in_w, int out_w, int count_w, int taps_w, int first_w, int tap_step_w, int offset_w, int offset_step_w, int step_w, int start_w, int stride_w) {
    FOR_EACH_ELEMENT(i, count) {
        int j = (int) (i % count_w);
        int row = (int) (i / count_w % count_h);
        int channel = (int) (i / count_w / count_h % (groups * outputs));
        long long n = i / count_w / count_h / (groups * outputs);
        int g = channel / outputs;
        const float* kernels = w + g * group_stride + channel % outputs * output_stride;
        const float* picture = x + (n * groups + g) * inputs * in_h * in_w;
        float sum = 0.f;
        for (int u = 0; u < taps_h; u++) {
            int h = row * step_h + offset_h - u * offset_step_h;
            if (h < 0 || h >= in_h) continue;
            for (int v = 0; v < taps_w; v++) {
                int column = j * step_w + offset_w - v * offset_step_w;
                if (column < 0 || column >= in_w) continue;
                const float* kernel = kernels + (first_h + u * tap_step_h) * kernel_w + first_w + v * tap_step_w;
                for (int c = 0; c < inputs; c++) sum = fmaf(kernel[c * input_stride], picture[(c * in_h + h) * in_w + column], sum);
            }
        }
        y[((n * groups * outputs + channel) * out_h + start_h + row * stride_h) * out_w + start_w + j * stride_w] = finished(sum, bias, channel, rectifies);
    }
}
