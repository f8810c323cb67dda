package upsampling.op;

import upsampling.tensor.Tensor;

/// What composed maps do with the results of their parts.
final class Results {
    private Results() { }

    /// Closes a result that nobody else sees. A map in a notebook cell may have returned its argument, or the next one its own: those stay open.
    static void close(Tensor result, Tensor... seen) {
        for (Tensor other : seen) {
            if (other == result) return;
        }
        result.close();
    }
}
