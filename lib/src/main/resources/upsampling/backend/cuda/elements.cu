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

// y[i] = f(x[i]), four at a time: 16 bytes are one access.
extern "C" __global__ void map_f32(int f, const float* x, float* y, int count) {
    FOR_EACH_ELEMENT(i, count / 4) {
        float4 v = reinterpret_cast<const float4*>(x)[i];
        reinterpret_cast<float4*>(y)[i] = make_float4(unary(f, v.x), unary(f, v.y), unary(f, v.z), unary(f, v.w));
    }
    int last = count / 4 * 4 + threadIdx.x;
    if (blockIdx.x == 0 && last < count) y[last] = unary(f, x[last]);
}

// y[i] = f(a[i], b[i])
extern "C" __global__ void zip_f32(int f, const float* a, const float* b, float* y, int count) {
    FOR_EACH_ELEMENT(i, count / 4) {
        float4 u = reinterpret_cast<const float4*>(a)[i];
        float4 v = reinterpret_cast<const float4*>(b)[i];
        reinterpret_cast<float4*>(y)[i] = make_float4(binary(f, u.x, v.x), binary(f, u.y, v.y), binary(f, u.z, v.z), binary(f, u.w, v.w));
    }
    int last = count / 4 * 4 + threadIdx.x;
    if (blockIdx.x == 0 && last < count) y[last] = binary(f, a[last], b[last]);
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

// i / d for i < 2^31, as a product: multiplier and shift of d are those of DeviceDivisor.java. A division would take several times as long, and a copy needs one for each axis.
__device__ inline unsigned quotient(unsigned i, int multiplier, int shift) {
    return (__umulhi(i, (unsigned) multiplier) + i) >> shift;
}

// Copies a box of up to eight axes, s0 (outermost) .. s7, between two tensors; f and t are the distances of neighbours in both, m and h divide by s. Only the last `axes` are
// there.
extern "C" __global__ void copy_f32(const float* from, int from_offset, float* to, int to_offset, int count, int axes,
        int s0, int s1, int s2, int s3, int s4, int s5, int s6, int s7,
        int f0, int f1, int f2, int f3, int f4, int f5, int f6, int f7,
        int t0, int t1, int t2, int t3, int t4, int t5, int t6, int t7,
        int m0, int m1, int m2, int m3, int m4, int m5, int m6, int m7,
        int h0, int h1, int h2, int h3, int h4, int h5, int h6, int h7) {
    FOR_EACH_ELEMENT(i, count) {
        unsigned rest = i;
        int read = from_offset;
        int write = to_offset;
#define AXIS(place, s, f, t, m, h)                  \
        if (axes > place) {                         \
            unsigned outer = quotient(rest, m, h);  \
            int inner = (int) (rest - outer * s);   \
            read += inner * f;                      \
            write += inner * t;                     \
            rest = outer;                           \
        }
        AXIS(0, s7, f7, t7, m7, h7)
        AXIS(1, s6, f6, t6, m6, h6)
        AXIS(2, s5, f5, t5, m5, h5)
        AXIS(3, s4, f4, t4, m4, h4)
        AXIS(4, s3, f3, t3, m3, h3)
        AXIS(5, s2, f2, t2, m2, h2)
        AXIS(6, s1, f1, t1, m1, h1)
        AXIS(7, s0, f0, t0, m0, h0)
#undef AXIS
        to[write] = from[read];
    }
}
