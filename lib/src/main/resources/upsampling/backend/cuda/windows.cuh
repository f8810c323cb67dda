// Where the tiles of a convolution get their numbers: see convolutions.cu, which explains the axes.
#pragma once
#include "device.cuh"

// One axis of a convolution, or of a phase of its adjoint.
struct Axis {
    int in, out, count, taps, first_tap, tap_step, offset, offset_step, step, start, stride;
};

// What follows a convolution, cell by cell: Epilogue in Java.
__device__ inline float finished(float sum, const float* bias, int channel, int rectifies) {
    if (bias) sum += bias[channel];
    return rectifies && sum <= 0.f ? 0.f : sum; // so NaN stays NaN
}

template <int TM, int TN>
struct Windows {
    const float* x;
    const float* packed;
    const float* bias;
    float* y;
    int rectifies, inputs, outputs, padded, all_inputs, all_outputs, kernel_w, kernel_taps, places;
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
        y[((n * all_outputs + group * outputs + output) * rows.out + h) * columns.out + w] = finished(sum, bias, group * outputs + output, rectifies);
    }
};

// The arguments of a launch, and what they are for a block.
#define CONVOLUTION_ARGUMENTS                                                                                                                        \
    const float* x, const float* packed, const float* bias, float* y, int rectifies, int places, int groups, int inputs, int outputs, int padded, int kernel_w, int kernel_taps, \
        int in_h, int out_h, int count_h, int taps_h, int first_h, int tap_step_h, int offset_h, int offset_step_h, int step_h, int start_h, int stride_h, \
        int in_w, int out_w, int count_w, int taps_w, int first_w, int tap_step_w, int offset_w, int offset_step_w, int step_w, int start_w, int stride_w

#define CONVOLUTION_WINDOWS(TM, TN)                                                                                                                  \
    Windows<TM, TN> windows = {x, packed, bias, y, rectifies, inputs, outputs, padded, groups * inputs, groups * outputs, kernel_w, kernel_taps, places,        \
        {in_h, out_h, count_h, taps_h, first_h, tap_step_h, offset_h, offset_step_h, step_h, start_h, stride_h},                                    \
        {in_w, out_w, count_w, taps_w, first_w, tap_step_w, offset_w, offset_step_w, step_w, start_w, stride_w},                                    \
        (int) blockIdx.z, (int) blockIdx.y * TM, (int) blockIdx.x * TN};                                                                            \
    windows.prepare();                                                                                                                              \
    int steps = taps_h * taps_w * windows.per_tap;
