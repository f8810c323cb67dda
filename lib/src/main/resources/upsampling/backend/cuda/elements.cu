// Functions of single elements, and copies. Plain twin of all: ScalarElements.java.
#include "device.cuh"

// Codes of Backend.Unary, in its order.
__device__ inline float unary(int f, float x) {
    switch (f) {
        case 0: return x <= 0.f ? 0.f : x; // relu; so NaN stays NaN
        case 1: return 1.f / (1.f + expf(-x));
        case 2: return tanhf(x);
        case 3: return expf(x);
        case 4: return logf(x);
        case 5: return (x <= 0.f ? 0.f : x) + log1pf(expf(-fabsf(x))); // softplus
        case 6: return sqrtf(x);
        default: return fabsf(x);
    }
}

// Codes of Backend.Binary, in its order.
__device__ inline float binary(int f, float a, float b) {
    switch (f) {
        case 0: return a + b;
        case 1: return a - b;
        case 2: return a * b;
        case 3: return a / b;
        default: return b <= 0.f ? 0.f : a; // where b is positive or NaN
    }
}

// y[i] = f(x[i])
extern "C" __global__ void map_f32(int f, const float* x, float* y, int count) {
    FOR_EACH_ELEMENT(i, count) y[i] = unary(f, x[i]);
}

// y[i] = f(a[i], b[i])
extern "C" __global__ void zip_f32(int f, const float* a, const float* b, float* y, int count) {
    FOR_EACH_ELEMENT(i, count) y[i] = binary(f, a[i], b[i]);
}

// The same where an axis of a or b is repeated: its distance is 0. Sizes c, h, w of y.
extern "C" __global__ void zip_repeated_f32(int f, const float* a, const float* b, float* y, int count, int c, int h, int w,
        int a_n, int a_c, int a_h, int a_w, int b_n, int b_c, int b_h, int b_w) {
    FOR_EACH_ELEMENT(i, count) {
        int column = (int) (i % w);
        int row = (int) (i / w % h);
        int channel = (int) (i / w / h % c);
        int sample = (int) (i / w / h / c);
        y[i] = binary(f, a[sample * a_n + channel * a_c + row * a_h + column * a_w], b[sample * b_n + channel * b_c + row * b_h + column * b_w]);
    }
}

// Copies a box of up to eight axes, s0 (outermost) .. s7, between two tensors; f and t are the distances of neighbours in both.
extern "C" __global__ void copy_f32(const float* from, int from_offset, float* to, int to_offset, int count,
        int s0, int s1, int s2, int s3, int s4, int s5, int s6, int s7,
        int f0, int f1, int f2, int f3, int f4, int f5, int f6, int f7,
        int t0, int t1, int t2, int t3, int t4, int t5, int t6, int t7) {
    FOR_EACH_ELEMENT(i, count) {
        int rest = (int) i;
        int read = from_offset;
        int write = to_offset;
#define AXIS(s, f, t)       \
        read += rest % s * f;   \
        write += rest % s * t;  \
        rest /= s;
        AXIS(s7, f7, t7)
        AXIS(s6, f6, t6)
        AXIS(s5, f5, t5)
        AXIS(s4, f4, t4)
        AXIS(s3, f3, t3)
        AXIS(s2, f2, t2)
        AXIS(s1, f1, t1)
        AXIS(s0, f0, t0)
#undef AXIS
        to[write] = from[read];
    }
}
