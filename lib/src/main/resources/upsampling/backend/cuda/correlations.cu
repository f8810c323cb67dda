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
