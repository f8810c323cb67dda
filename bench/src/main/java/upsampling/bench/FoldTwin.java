package upsampling.bench;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.FixedOperator;
import upsampling.op.Fold;
import upsampling.op.Unfold;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link Unfold} and `torch.unfold`, or {@link Fold} and `torch.fold`. PyTorch's columns are `[N, C*kH*kW, L]`, ours `[N, 1, C*kH*kW, L]`.
///
/// Parameters of the fold: `H`, `W` are the sizes of the picture; `rows` and `columns` those of the columns.
///
/// @param isFold whether windows are put back onto a picture
record FoldTwin(boolean isFold) implements Twin {
    @Override
    public String name() {
        return isFold ? "Fold" : "Unfold";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = Windows.drawPicture(Windows.draw(Parameters.of().with("N", draw.between(1, 2)).with("C", draw.between(1, 3)), draw), draw);
        return p.with("rows", p.get("C") * p.get("kH") * p.get("kW")).with("columns", Windows.count(p, "H", false) * Windows.count(p, "W", false));
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        if (!isFold) return draw.onceIn(3) ? Windows.empty(p, draw) : draw.onceIn(2) ? Windows.tooLarge(p, draw) : Windows.fault(p, draw);
        if (draw.onceIn(3)) return Windows.fault(p, draw);
        if (draw.onceIn(2)) {
            int columns = p.get("columns") + draw.between(1, 5);
            return Fault.of("another number of windows", p.with("columns", columns), "windows", p.get("columns"), "hold " + columns);
        }
        int taps = p.get("kH") * p.get("kW");
        if (taps == 1) return Windows.fault(p, draw);
        int rows = p.get("rows") + draw.between(1, taps - 1);
        return Fault.of("rows that the kernel does not divide", p.with("rows", rows), rows + " rows", "does not divide", p.get("kH") + "*" + p.get("kW"));
    }

    /// A fold puts one window of one cell each onto two far places of a plane; an unfold has paddings that make too many windows.
    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw);
        if (isFold) {
            int height = draw.between(1 << 16, 1 << 18);
            int width = draw.between(1 << 16, 1 << 18);
            Parameters far = p.with("H", height).with("W", width).with("sH", height).with("sW", width).with("pH", 0).with("pW", 0).with("columns", 1);
            return Optional.of(Fault.tooMany(far, height + ", " + width));
        }
        Parameters many = p.with("sH", 1).with("sW", 1).with("pH", draw.between(1 << 15, 1 << 16)).with("pW", draw.between(1 << 15, 1 << 16));
        return Optional.of(Fault.tooMany(many, "Unfold", "number of windows", Windows.places(many, "H") * Windows.places(many, "W")));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(isFold ? new Argument("x", p.get("N"), 1, p.get("rows"), p.get("columns")) : new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Unfold unfold = new Unfold(Windows.window(p, "H"), Windows.window(p, "W"));
        FixedOperator operator = isFold ? Fold.of(unfold, p.get("H"), p.get("W")) : unfold;
        Tensor x = arguments.getFirst();
        return new Computed(operator.forward(x), g -> List.of(operator.backward(g, x.shape())));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        org.bytedeco.pytorch.Tensor x = arguments.getFirst();
        long[] kernel = Windows.pair(p, "k");
        long[] dilation = Windows.pair(p, "d");
        long[] padding = Windows.pair(p, "p");
        if (!isFold) return List.of(torch.im2col(x, kernel, dilation, padding, Windows.pair(p, "s")).unsqueeze(1));
        return List.of(torch.col2im(x.squeeze(1), Libtorch.longs(p.get("H"), p.get("W")), kernel, dilation, padding, Windows.pair(p, "s")));
    }

    /// On one side a cell is copied, on the other up to `kH*kW` copies are added.
    @Override
    public double[] terms(Parameters p, Shape y) {
        int taps = p.get("kH") * p.get("kW");
        return isFold ? new double[] {taps, 1} : new double[] {1, taps};
    }
}
