// Products of matrices, and pictures as matrices. Plain twin: ScalarProducts.java.
#include "tile.cuh"

// c(i,j) = sum over k of a(i,k) * b(k,j), plus what is there if add; an entry (i, j) is at offset + i*rows + j*columns, the distances of neighbours.
struct Matrices {
    const float* a_at;
    const float* b_at;
    float* c_at;
    int rows, columns, depth, a_row, a_column, b_row, b_column, c_row, c_column, first_row, first_column, add;
    int first;

    static __device__ int a_k(int entry) { return entry % TILE_DEPTH; }
    static __device__ int a_i(int entry) { return entry / TILE_DEPTH; }
    static __device__ int b_k(int entry) { return entry / 64; }
    static __device__ int b_j(int entry) { return entry % 64; }

    __device__ void begin(int step) { first = step * TILE_DEPTH; }

    __device__ float a(int k, int i) const {
        bool is_there = first + k < depth && first_row + i < rows;
        return is_there ? a_at[(long long) (first_row + i) * a_row + (long long) (first + k) * a_column] : 0.f;
    }

    __device__ float b(int k, int j) const {
        bool is_there = first + k < depth && first_column + j < columns;
        return is_there ? b_at[(long long) (first + k) * b_row + (long long) (first_column + j) * b_column] : 0.f;
    }

    __device__ void store(int i, int j, float sum) const {
        if (first_row + i >= rows || first_column + j >= columns) return;
        float* to = c_at + (long long) (first_row + i) * c_row + (long long) (first_column + j) * c_column;
        *to = add ? *to + sum : sum;
    }
};

extern "C" __global__ void __launch_bounds__(TILE_THREADS) gemm_f32(const float* a, int a_offset, const float* b, int b_offset, float* c, int c_offset,
        int rows, int columns, int depth, int a_row, int a_column, int b_row, int b_column, int c_row, int c_column, int add) {
    Matrices m = {a + a_offset, b + b_offset, c + c_offset, rows, columns, depth, a_row, a_column, b_row, b_column, c_row, c_column,
        (int) blockIdx.y * 64, (int) blockIdx.x * 64, add, 0};
    tile_product<64, 64, 4, 4>(m, (depth + TILE_DEPTH - 1) / TILE_DEPTH);
}

// columns(c*kH*kW + kh*kW + kw, oh*Wo + ow) = x[c, oh*sH - pH + kh*dH, ow*sW - pW + kw*dW] of one picture, 0 in the padding
extern "C" __global__ void im2col_f32(const float* x, int x_offset, float* y, int y_offset, int count, int windows, int y_row, int y_column, int h, int w, int out_w,
        int kernel_h, int stride_h, int padding_h, int dilation_h, int kernel_w, int stride_w, int padding_w, int dilation_w) {
    FOR_EACH_ELEMENT(i, count) {
        int o = (int) (i % windows);
        int r = (int) (i / windows);
        int row = o / out_w * stride_h - padding_h + r / kernel_w % kernel_h * dilation_h;
        int column = o % out_w * stride_w - padding_w + r % kernel_w * dilation_w;
        bool is_inside = row >= 0 && row < h && column >= 0 && column < w;
        y[y_offset + (long long) r * y_row + (long long) o * y_column] = is_inside ? x[x_offset + (r / kernel_w / kernel_h * h + row) * w + column] : 0.f;
    }
}

// The adjoint: each cell of the picture asks the windows that see it.
extern "C" __global__ void col2im_f32(const float* y, int y_offset, float* x, int x_offset, int count, int y_row, int y_column, int h, int w, int out_h, int out_w,
        int kernel_h, int stride_h, int padding_h, int dilation_h, int kernel_w, int stride_w, int padding_w, int dilation_w) {
    FOR_EACH_ELEMENT(i, count) {
        int column = (int) (i % w);
        int row = (int) (i / w % h);
        int channel = (int) (i / w / h);
        float sum = 0.f;
        for (int kh = 0; kh < kernel_h; kh++) {
            int top = row + padding_h - kh * dilation_h;
            if (top < 0 || top % stride_h || top / stride_h >= out_h) continue;
            for (int kw = 0; kw < kernel_w; kw++) {
                int left = column + padding_w - kw * dilation_w;
                if (left < 0 || left % stride_w || left / stride_w >= out_w) continue;
                int r = (channel * kernel_h + kh) * kernel_w + kw;
                sum += y[y_offset + (long long) r * y_row + (long long) (top / stride_h * out_w + left / stride_w) * y_column];
            }
        }
        x[x_offset + i] = sum;
    }
}
