package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.LongVectorOptional;
import org.bytedeco.pytorch.MaxUnpool2dFuncOptions;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.MaxUnpool2d;
import upsampling.tensor.Tensor;

/// {@link MaxUnpool2d} and PyTorch's `max_unpool2d`, with indices that name no cell twice: for those that do, PyTorch promises nothing.
///
/// Parameters: `outH` and `outW` are the wanted sizes, 0 for the usual ones; `shuffle` is the seed of the indices, and one of them is `wrong` if that is not 0.
final class MaxUnpoolTwin implements Twin {
    @Override
    public String name() {
        return "MaxUnpool2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            Parameters p = Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 3)).with("shuffle", draw.between(0, 1 << 20)).with("wrong", 0);
            boolean isWanted = draw.onceIn(2);
            for (String axis : new String[] {"H", "W"}) {
                int kernel = draw.between(1, 5);
                p = p.with(axis, draw.between(1, 6)).with("k" + axis, kernel).with("s" + axis, draw.between(1, 4))
                        .with("p" + axis, draw.between(0, kernel / 2)).with("d" + axis, 1);
                int stride = p.get("s" + axis);
                p = p.with("out" + axis, isWanted ? usual(p, axis) + draw.between(1 - stride, stride - 1) : 0);
            }
            if (isWanted && (p.get("outH") < 1 || p.get("outW") < 1)) continue;
            boolean isLeft = out(p, "H") >= 1 && out(p, "W") >= 1 && usual(p, "H") >= 1 && usual(p, "W") >= 1;
            if (isLeft && out(p, "H") * out(p, "W") >= p.get("H") * p.get("W")) return p; // there are enough cells for all values
        }
    }

    private static int usual(Parameters p, String axis) {
        return (p.get(axis) - 1) * p.get("s" + axis) - 2 * p.get("p" + axis) + p.get("k" + axis);
    }

    private static int out(Parameters p, String axis) {
        return p.get("out" + axis) == 0 ? usual(p, axis) : p.get("out" + axis);
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        if (draw.onceIn(2)) {
            int cells = out(p, "H") * out(p, "W");
            int wrong = draw.onceIn(2) ? cells + draw.between(0, 5) : -draw.between(1, 5);
            return Fault.of("index outside the plane", p.with("wrong", wrong), "indices", "0.." + (cells - 1), wrong);
        }
        int stride = p.get("s" + axis);
        int wanted = usual(p, axis) + stride + draw.between(0, 3);
        Parameters far = p.with("outH", out(p, "H")).with("outW", out(p, "W")).with("out" + axis, wanted);
        return Fault.of(wanted == usual(p, axis) + stride ? Differences.ONE_STRIDE_AWAY : "size that is too far from the usual one", far,
                axis.equals("H") ? "height" : "width", "must be in", wanted, "stride=" + stride);
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = Windows.longStrides(legal(draw), draw).with("outH", 0).with("outW", 0).with("wrong", 0);
        return Optional.of(Fault.tooMany(p, usual(p, "H") + ", " + usual(p, "W")));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    /// Returns for each value a cell of its plane, none twice: the first entries of a shuffled list of all cells.
    private static int[] indices(Parameters p) {
        Draw draw = Draw.of(p.get("shuffle"), "indices", 0);
        long size = (long) out(p, "H") * out(p, "W");
        if (size > Integer.MAX_VALUE) return new int[p.get("N") * p.get("C") * p.get("H") * p.get("W")]; // for a plane that cannot be
        int cells = (int) Math.max(size, p.get("H") * p.get("W")); // a fault may leave fewer cells than values
        int perPlane = p.get("H") * p.get("W");
        int[] indices = new int[p.get("N") * p.get("C") * perPlane];
        for (int plane = 0; plane < p.get("N") * p.get("C"); plane++) {
            int[] all = new int[cells];
            for (int i = 0; i < cells; i++) all[i] = i;
            for (int i = 0; i < perPlane; i++) {
                int other = draw.between(i, cells - 1);
                indices[plane * perPlane + i] = all[other];
                all[other] = all[i];
            }
        }
        if (p.get("wrong") != 0) indices[draw.between(0, indices.length - 1)] = p.get("wrong");
        return indices;
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        MaxUnpool2d unpool = new MaxUnpool2d(Windows.window(p, "H"), Windows.window(p, "W"), p.get("outH"), p.get("outW"));
        Tensor x = arguments.getFirst();
        return new Computed(unpool.forward(x, indices(p)), g -> List.of(unpool.backward(g, indices(p), x.shape())));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        MaxUnpool2dFuncOptions options = new MaxUnpool2dFuncOptions(new LongPointer(Windows.pair(p, "k")));
        options.stride().put(Windows.pair(p, "s"));
        options.padding().put(Windows.pair(p, "p"));
        // The C++ interface takes all four sizes only, though it says that two would do.
        if (p.is("outH")) options.output_size().put(new LongVectorOptional(new LongVector(p.get("N"), p.get("C"), p.get("outH"), p.get("outW"))));
        int[] sizes = arguments(p).getFirst().sizes();
        return List.of(torch.max_unpool2d(arguments.getFirst(), Libtorch.indices(sizes, indices(p)), options));
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.EQUAL;
    }
}
