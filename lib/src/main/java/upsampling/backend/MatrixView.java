package upsampling.backend;

import upsampling.tensor.Tensor;

/// A part of a tensor, read as a matrix: `m(i, j) = tensor[offset + i*rowStride + j*columnStride]`. Nothing is copied.
///
/// @param tensor holds the entries
/// @param offset where `m(0, 0)` is
/// @param rows number of rows
/// @param columns number of columns
/// @param rowStride distance between two entries of a column
/// @param columnStride distance between two entries of a row
public record MatrixView(Tensor tensor, int offset, int rows, int columns, int rowStride, int columnStride) {

    /// Returns a matrix whose rows lie one after the other.
    public static MatrixView of(Tensor tensor, int offset, int rows, int columns) {
        return new MatrixView(tensor, offset, rows, columns, columns, 1);
    }

    /// Returns the transposed matrix, on the same entries.
    public MatrixView transposed() {
        return new MatrixView(tensor, offset, columns, rows, columnStride, rowStride);
    }

    /// Returns where `m(i, j)` is.
    public int index(int i, int j) {
        return offset + i * rowStride + j * columnStride;
    }
}
