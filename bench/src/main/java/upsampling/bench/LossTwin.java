package upsampling.bench;

import java.util.List;
import java.util.function.BinaryOperator;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.BceWithLogitsLoss;
import upsampling.op.MseLoss;
import upsampling.op.PairOperator;
import upsampling.tensor.Tensor;

/// A loss and its twin: {@link MseLoss}, {@link BceWithLogitsLoss}; both with the mean over all elements.
///
/// Parameter `targetW`: columns of the target, which are `W` unless a fault says otherwise.
///
/// @param name of our operator
/// @param operator ours
/// @param peer libtorch's
record LossTwin(String name, PairOperator operator, BinaryOperator<org.bytedeco.pytorch.Tensor> peer) implements Twin {

    /// Returns the twins of all losses.
    static List<Twin> all() {
        return List.of(new LossTwin("MseLoss", MseLoss.of(), (x, target) -> torch.mse_loss(x, target)),
                new LossTwin("BceWithLogitsLoss", BceWithLogitsLoss.of(), (x, target) -> torch.binary_cross_entropy_with_logits(x, target)));
    }

    @Override
    public Parameters legal(Draw draw) {
        int width = draw.between(1, 9);
        return Parameters.of().with("N", draw.between(1, 3)).with("C", draw.between(1, 3)).with("H", draw.between(1, 9)).with("W", width).with("targetW", width);
    }

    /// A target of another width, where neither is 1: that would be repeated by libtorch's squared error.
    @Override
    public Fault illegal(Draw draw) {
        int width = draw.between(2, 9);
        int given = width + draw.between(1, 5);
        Parameters p = legal(draw).with("W", width).with("targetW", given);
        return Fault.of("target of another shape", p, "shape of target", "must be", "%d, %d, %d, %d".formatted(p.get("N"), p.get("C"), p.get("H"), given));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")), new Argument("target", p.get("N"), p.get("C"), p.get("H"), p.get("targetW")));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Tensor x = arguments.get(0);
        Tensor target = arguments.get(1);
        return new Computed(operator.forward(x, target), g -> List.of(operator.gradFirst(g, x, target), operator.gradSecond(g, x, target)));
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
