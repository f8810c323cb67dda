package upsampling.grader.shrink;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;
import upsampling.tensor.Window;

/// The steps that make several arguments smaller at once, for tasks in which sizes belong together: the channels of a picture and of a weight, a weight
/// and its window, a picture and the gradient of what was made of it.
///
/// Which sizes belong together is not known, so equal ones are tried, and each of them alone; the oracle refuses what does not fit.
final class CoupledMoves {
    private static final int H = 2;
    private static final int W = 3;

    private CoupledMoves() { }

    /// Returns arguments of which two or three are smaller.
    static List<Object[]> of(Object[] arguments) {
        List<Object[]> moves = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!(arguments[i] instanceof Tensor x)) continue;
            for (int k = 0; k < arguments.length; k++) {
                if (arguments[k] instanceof Tensor other) {
                    if (k <= i) continue; // each pair once
                    if (x.shape().equals(other.shape())) {
                        alone(arguments, i, x, moves);
                        alone(arguments, k, other, moves);
                    }
                    equalAxes(arguments, i, x, k, other, moves);
                    sameAxis(arguments, i, x, k, other, moves);
                } else if (arguments[k] instanceof Window window) {
                    kernels(arguments, i, x, k, window, moves);
                } else if (arguments[k] != null && arguments[k].getClass().isArray()) {
                    channels(arguments, i, x, k, arguments[k], moves);
                }
            }
        }
        return moves;
    }

    /// One of two tensors that have the same shape by chance, as a picture and a weight may: {@link Moves} cuts both.
    private static void alone(Object[] arguments, int i, Tensor x, List<Object[]> moves) {
        for (int axis = 0; axis < 4; axis++) {
            int size = Moves.sizes(x.shape())[axis];
            for (int keep = 1; keep < size; keep++) {
                for (int from : ends(size, keep)) moves.add(replaced(arguments, i, TensorCut.of(x, axis, from, keep)));
            }
        }
    }

    /// Any axis of one tensor with an axis of another that is as long: input channels of a picture and of a weight.
    private static void equalAxes(Object[] arguments, int i, Tensor x, int k, Tensor other, List<Object[]> moves) {
        for (int axis = 0; axis < 4; axis++) {
            int size = Moves.sizes(x.shape())[axis];
            for (int second = 0; second < 4; second++) {
                if (Moves.sizes(other.shape())[second] != size) continue;
                for (int keep = 1; keep < size; keep++) {
                    for (int from : ends(size, keep)) {
                        moves.add(replaced(arguments, i, TensorCut.of(x, axis, from, keep), k, TensorCut.of(other, second, from, keep)));
                    }
                }
            }
        }
    }

    /// Rows or columns of two tensors whose sizes depend on each other in another way: a picture and its enlargement.
    private static void sameAxis(Object[] arguments, int i, Tensor x, int k, Tensor other, List<Object[]> moves) {
        for (int axis = H; axis <= W; axis++) {
            int size = Moves.sizes(x.shape())[axis];
            int second = Moves.sizes(other.shape())[axis];
            for (int keep : new TreeSet<>(List.of(1, size - 1))) {
                if (keep < 1 || keep >= size) continue;
                for (int most = 1; most < second; most++) {
                    moves.add(replaced(arguments, i, TensorCut.of(x, axis, 0, keep), k, TensorCut.of(other, axis, 0, most)));
                    moves.add(replaced(arguments, i, TensorCut.of(x, axis, size - keep, keep), k, TensorCut.of(other, axis, second - most, most)));
                }
            }
        }
    }

    /// A weight as large as its window, alone and with a further tensor that depends on it, as a gradient does.
    private static void kernels(Object[] arguments, int i, Tensor weight, int k, Window window, List<Object[]> moves) {
        int kernel = window.kernel();
        if (weight.shape().h() != kernel || weight.shape().w() != kernel) return;
        for (int keep = 1; keep < kernel; keep++) {
            Window smaller = new Window(keep, window.stride(), window.padding(), window.dilation());
            for (int from : ends(kernel, keep)) {
                Object[] changed = replaced(arguments, i, square(weight, from, keep, keep), k, smaller);
                moves.add(changed);
                for (int other = 0; other < changed.length; other++) {
                    if (other == i || !(changed[other] instanceof Tensor x)) continue;
                    int less = (kernel - keep) * window.dilation();
                    if (x.shape().h() <= less || x.shape().w() <= less) continue;
                    moves.add(replaced(changed, other, square(x, from == 0 ? 0 : less, x.shape().h() - less, x.shape().w() - less)));
                }
            }
        }
    }

    /// An array with one number, or one number of each group, for every channel of a tensor: a bias.
    private static void channels(Object[] arguments, int i, Tensor x, int k, Object array, List<Object[]> moves) {
        Shape shape = x.shape();
        int length = Array.getLength(array);
        for (int axis = 0; axis < 2; axis++) {
            int size = Moves.sizes(shape)[axis];
            if (length % size != 0) continue;
            for (int keep = 1; keep < size; keep++) {
                int kept = length / size * keep;
                for (int from : ends(size, keep)) {
                    Object part = Moves.part(array, from == 0 ? 0 : length - kept, from == 0 ? kept : length);
                    moves.add(replaced(arguments, i, TensorCut.of(x, axis, from, keep), k, part));
                }
            }
        }
    }

    private static Tensor square(Tensor x, int from, int height, int width) {
        return TensorCut.of(TensorCut.of(x, H, from, height), W, from, width);
    }

    /// Where a stretch may begin: at the start or so that it ends at the end.
    private static int[] ends(int size, int keep) {
        return new int[] {0, size - keep};
    }

    private static Object[] replaced(Object[] arguments, int index, Object argument) {
        Object[] changed = arguments.clone();
        changed[index] = argument;
        return changed;
    }

    private static Object[] replaced(Object[] arguments, int one, Object argument, int other, Object further) {
        return replaced(replaced(arguments, one, argument), other, further);
    }
}
