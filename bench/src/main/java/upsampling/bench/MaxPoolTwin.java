package upsampling.bench;

import java.util.List;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.MaxPool2d;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link MaxPool2d} and `torch.max_pool2d` with its indices: ties and NaN as well.
///
/// Parameter `values`: 0 for numbers without ties, 1 for few different numbers, so that windows have ties, 2 for those with NaN among them.
final class MaxPoolTwin implements Twin {
    @Override
    public String name() {
        return "MaxPool2d";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            Parameters p = Windows.drawPooling(draw, true).with("values", draw.between(0, 2));
            if (Windows.allSeeCells(p, "H", p.is("ceil")) && Windows.allSeeCells(p, "W", p.is("ceil"))) return p;
        }
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        return draw.onceIn(8) ? blind(p, draw) : Windows.poolingFault(p, draw, true);
    }

    /// A window of two taps, one before and one behind the picture.
    private static Fault blind(Parameters p, Draw draw) {
        int in = draw.between(1, 3);
        Parameters blind = Windows.withoutCeil(p).with("kW", 2).with("pW", 1).with("dW", in + 1).with("sW", 1).with("W", in);
        return Fault.of(Differences.BLIND_WINDOW, blind, "no cell", "width", "cells -1 to " + in);
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    @Override
    public float value(Parameters p, Draw draw) {
        if (p.get("values") == 0) return draw.value();
        if (p.get("values") == 2 && draw.onceIn(10)) return Float.NaN;
        return draw.between(-2, 2) / 2f;
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        MaxPool2d pool = new MaxPool2d(Windows.window(p, "H"), Windows.window(p, "W"), p.is("ceil"));
        MaxPool2d.Pooled pooled = pool.forwardWithIndices(arguments.getFirst());
        return new Computed(pooled.values(), g -> List.of(pool.backward(g, pooled.indices(), arguments.getFirst().shape())), pooled.indices());
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        T_TensorTensor_T pooled = torch.max_pool2d_with_indices(arguments.getFirst(), Windows.pair(p, "k"), Windows.pair(p, "s"), Windows.pair(p, "p"),
                Windows.pair(p, "d"), p.is("ceil"));
        return List.of(pooled.get0(), pooled.get1());
    }

    /// A value is copied; a gradient is a sum of gradients from -1 to 1, with coefficients of 1, over the windows in which a cell has won.
    @Override
    public Bound bound(Parameters p) {
        return Bound.LARGEST_SUM;
    }

    @Override
    public double[] terms(Parameters p, Shape y) {
        double windows = Math.ceilDiv(p.get("kH"), p.get("sH")) * Math.ceilDiv(p.get("kW"), p.get("sW"));
        return new double[] {0, windows * windows * windows};
    }
}
