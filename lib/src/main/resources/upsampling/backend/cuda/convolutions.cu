// Convolution and its two adjoints without the matrix of windows: the products read the pictures themselves (implicit GEMM).
//
// Convolution and its adjoint in the picture are the same kernel. On one axis, place i of the grid is output start + i*stride, and tap t of the phase reads cell
// i*step + offset - t*offset_step with the kernel's tap first_tap + t*tap_step:
//   convolution     start 0, stride 1, step s, offset -p, offset_step -d                          all taps
//   its adjoint     start r, stride s, step 1, one call for each phase r (Shi et al., arXiv 1609.07009), and the taps of the phase, those with (r + p - tap*d) mod s = 0
#include "tile.cuh"

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

// One axis, see above.
struct Axis {
    int in, out, count, taps, first_tap, tap_step, offset, offset_step, step, start, stride;
};

template <int TM, int TN>
struct Windows {
    const float* x;
    const float* packed;
    const float* bias;
    float* y;
    int inputs, outputs, padded, all_inputs, all_outputs, kernel_w, kernel_taps, places;
    Axis rows, columns;
    int group, first_output, first_place, per_tap;
    // this thread's column of b
    int row, column;
    bool has_place;
    const float* picture;
    // the step that is fetched
    int channel;
    const float* weights;
    const float* cell;

    static __device__ int a_k(int entry) { return entry / TM; }
    static __device__ int a_i(int entry) { return entry % TM; }
    static __device__ int b_k(int entry) { return entry / TN; }
    static __device__ int b_j(int entry) { return entry % TN; }

    __device__ void prepare() {
        per_tap = (inputs + TILE_DEPTH - 1) / TILE_DEPTH;
        int place = first_place + threadIdx.x % TN;
        has_place = place < places;
        column = place % columns.count * columns.step + columns.offset;
        row = place / columns.count % rows.count * rows.step + rows.offset;
        picture = x + ((long long) (place / columns.count / rows.count) * all_inputs + group * inputs) * rows.in * columns.in;
    }

    __device__ void begin(int s) {
        int tap = s / per_tap;
        channel = s % per_tap * TILE_DEPTH;
        int tap_h = tap / columns.taps;
        int tap_w = tap % columns.taps;
        int kernel_tap = (rows.first_tap + tap_h * rows.tap_step) * kernel_w + columns.first_tap + tap_w * columns.tap_step;
        weights = packed + ((long long) group * kernel_taps + kernel_tap) * inputs * padded + first_output;
        int h = row - tap_h * rows.offset_step;
        int w = column - tap_w * columns.offset_step;
        bool is_inside = has_place && h >= 0 && h < rows.in && w >= 0 && w < columns.in;
        cell = is_inside ? picture + h * columns.in + w : nullptr;
    }

    __device__ float a(int k, int i) const {
        return channel + k < inputs ? weights[(long long) (channel + k) * padded + i] : 0.f;
    }

    __device__ float b(int k, int) const {
        return cell && channel + k < inputs ? cell[(long long) (channel + k) * rows.in * columns.in] : 0.f;
    }

    __device__ void store(int i, int j, float sum) const {
        int place = first_place + j;
        int output = first_output + i;
        if (place >= places || output >= outputs) return;
        int w = columns.start + place % columns.count * columns.stride;
        int h = rows.start + place / columns.count % rows.count * rows.stride;
        long long n = place / columns.count / rows.count;
        y[((n * all_outputs + group * outputs + output) * rows.out + h) * columns.out + w] = bias ? sum + bias[group * outputs + output] : sum;
    }
};

#define CONVOLUTION(name, TM, TN, RM, RN)                                                                                                           \
    extern "C" __global__ void __launch_bounds__(TILE_THREADS) name(const float* x, const float* packed, const float* bias, float* y, int places,   \
            int groups, int inputs, int outputs, int padded, int kernel_w, int kernel_taps,                                                          \
            int in_h, int out_h, int count_h, int taps_h, int first_h, int tap_step_h, int offset_h, int offset_step_h, int step_h, int start_h, int stride_h, \
            int in_w, int out_w, int count_w, int taps_w, int first_w, int tap_step_w, int offset_w, int offset_step_w, int step_w, int start_w, int stride_w) { \
        Windows<TM, TN> windows = {x, packed, bias, y, inputs, outputs, padded, groups * inputs, groups * outputs, kernel_w, kernel_taps, places,    \
            {in_h, out_h, count_h, taps_h, first_h, tap_step_h, offset_h, offset_step_h, step_h, start_h, stride_h},                                \
            {in_w, out_w, count_w, taps_w, first_w, tap_step_w, offset_w, offset_step_w, step_w, start_w, stride_w},                                \
            (int) blockIdx.z, (int) blockIdx.y * TM, (int) blockIdx.x * TN};                                                                        \
        windows.prepare();                                                                                                                          \
        tile_product<TM, TN, RM, RN>(windows, taps_h * taps_w * windows.per_tap);                                                                   \
    }

CONVOLUTION(convolution_128_f32, 128, 128, 8, 8)
CONVOLUTION(convolution_64_f32, 64, 64, 4, 4)
CONVOLUTION(convolution_16_f32, 16, 256, 4, 4)

// The same for groups of few channels, such as depthwise kernels: one thread per output, weights as they are.
extern "C" __global__ void convolution_direct_f32(const float* x, const float* w, const float* bias, float* y, int count,
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
        y[((n * groups * outputs + channel) * out_h + start_h + row * stride_h) * out_w + start_w + j * stride_w] = bias ? sum + bias[channel] : sum;
    }
}
