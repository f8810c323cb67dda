package upsampling.bench;

import java.util.List;
import java.util.function.BinaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.BceWithLogitsLoss;
import upsampling.op.CrossEntropyLoss;
import upsampling.op.GaussianKlLoss;
import upsampling.op.MseLoss;
import upsampling.op.PairOperator;
import upsampling.tensor.Tensor;

/// A loss and its twin: {@link MseLoss} and {@link BceWithLogitsLoss}, means over all elements; {@link CrossEntropyLoss} with a target for each class, a
/// mean over all cells; {@link GaussianKlLoss}, a mean over the pictures.
///
/// Parameter `targetW`: columns of the second argument, which are `W` unless a fault says otherwise.
///
/// @param name of our operator
/// @param operator ours
/// @param second name of the second argument
/// @param peer libtorch's
record LossTwin(String name, PairOperator operator, String second, BinaryOperator<org.bytedeco.pytorch.Tensor> peer) implements Twin {

    /// Returns the twins of all losses.
    static List<Twin> all() {
        return List.of(new LossTwin("MseLoss", MseLoss.of(), "target", (x, target) -> torch.mse_loss(x, target)),
                new LossTwin("BceWithLogitsLoss", BceWithLogitsLoss.of(), "target", (x, target) -> torch.binary_cross_entropy_with_logits(x, target)),
                new LossTwin("CrossEntropyLoss", CrossEntropyLoss.of(), "target", (x, target) -> torch.cross_entropy_loss(x, target)),
                new LossTwin("GaussianKlLoss", GaussianKlLoss.of(), "logVariance", LossTwin::divergence));
    }

    /// The formula; PyTorch has no operator for it.
    private static org.bytedeco.pytorch.Tensor divergence(org.bytedeco.pytorch.Tensor mu, org.bytedeco.pytorch.Tensor v) {
        org.bytedeco.pytorch.Tensor terms = torch.sub(torch.sub(torch.add(torch.square(mu), torch.exp(v)), v), new Scalar(1));
        return terms.sum().div(new Scalar(2.0 * mu.size(0)));
    }

    @Override
    public Parameters legal(Draw draw) {
        int width = draw.between(1, 9);
        return Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 3)).with("H", draw.between(1, 9)).with("W", width).with("targetW", width);
    }

    /// A second argument of another width, where neither is 1: that would be repeated by libtorch.
    @Override
    public Fault illegal(Draw draw) {
        if (draw.onceIn(4)) {
            Fault empty = Windows.empty(legal(draw), draw);
            Parameters both = empty.parameters();
            return new Fault(empty.kind(), both.with("targetW", both.get("W")), empty.words());
        }
        int width = draw.between(2, 9);
        int given = width + draw.between(1, 5);
        Parameters p = legal(draw).with("W", width).with("targetW", given);
        return Fault.of(second + " of another shape", p, "shape of " + second, "must be", "%d, %d, %d, %d".formatted(p.get("N"), p.get("C"), p.get("H"), given));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")),
                new Argument(second, p.get("N"), p.get("C"), p.get("H"), p.get("targetW")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        return PairTwins.computed(operator, arguments);
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(peer.apply(arguments.get(0), arguments.get(1)).reshape(1, 1, 1, 1));
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.ROUNDINGS;
    }
}
