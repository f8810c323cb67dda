// Weighted sums along the rows and columns of planes: every resize, its gradient, zero insertion. An output gathers its taps, and the gradient is the same with
// the tables transposed, so nothing is added from two sides and results are the same in every run. Plain twin: ScalarBackend.applyTaps.
//
// A table: the taps of output o are first[o] .. first[o+1]-1, each with a cell and a weight.
#include "device.cuh"

// y[p,i,j] = sum of rows(i,h) * columns(j,w) * x[p,h,w], all at once: for few taps.
extern "C" __global__ void taps_both_f32(const float* x, float* y, int count, int h, int w, int out_h, int out_w,
        const int* row_first, const int* row_cell, const float* row_weight, const int* column_first, const int* column_cell, const float* column_weight) {
    FOR_EACH_ELEMENT(o, count) {
        int j = (int) (o % out_w);
        int i = (int) (o / out_w % out_h);
        const float* plane = x + o / out_w / out_h * h * w;
        float sum = 0.f;
        for (int t = row_first[i]; t < row_first[i + 1]; t++) {
            const float* row = plane + (long long) row_cell[t] * w;
            float along = 0.f;
            for (int s = column_first[j]; s < column_first[j + 1]; s++) along = fmaf(column_weight[s], row[column_cell[s]], along);
            sum = fmaf(row_weight[t], along, sum);
        }
        y[o] = sum;
    }
}

// One axis: y[b,i,c] = sum of table(i,k) * x[b,k,c], c < inner. Along the columns inner is 1, along the rows it is the width.
extern "C" __global__ void taps_axis_f32(const float* x, float* y, int count, int size, int out_size, int inner,
        const int* first, const int* cell, const float* weight) {
    FOR_EACH_ELEMENT(o, count) {
        int i = (int) (o / inner % out_size);
        const float* line = x + o / inner / out_size * size * inner + o % inner;
        float sum = 0.f;
        for (int t = first[i]; t < first[i + 1]; t++) sum = fmaf(weight[t], line[(long long) cell[t] * inner], sum);
        y[o] = sum;
    }
}
