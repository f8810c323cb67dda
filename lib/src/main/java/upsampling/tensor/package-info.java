/// Numbers and their geometry: tensors, shapes, sliding windows.
///
/// Letters used everywhere: `N` images in a batch, `C` channels, `H` rows (height), `W` columns (width); `kH`, `kW` the height and width of
/// a kernel; `Ho`, `Wo` those of an output. A tensor is always `[N, C, H, W]` and row-major: the last axis moves fastest.
///
/// Tables that hold arrays ({@link Taps}, {@link Intervals}, {@link Indices}) are equal to themselves only: records compare arrays by identity.
package upsampling.tensor;
