package upsampling.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.Concat;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// {@link Concat} and `torch.cat` along the channels.
///
/// Parameters: `parts` of them; `C0`, `C1`, ... are their channels. `N1`, `H1` and `W1` are the sizes of part 1, those of all others unless a fault says
/// otherwise.
final class ConcatTwin implements Twin {
    private static final int MOST_PARTS = 4;

    @Override
    public String name() {
        return "Concat";
    }

    @Override
    public Parameters legal(Draw draw) {
        Parameters p = Parameters.of().with("parts", draw.between(1, MOST_PARTS));
        for (int part = 0; part < MOST_PARTS; part++) p = p.with("C" + part, draw.between(1, 4));
        p = p.with("N", draw.between(1, 3)).with("H", draw.between(1, 6)).with("W", draw.between(1, 6));
        return p.with("N1", p.get("N")).with("H1", p.get("H")).with("W1", p.get("W"));
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String[] axes = {"N", "H", "W"};
        String axis = axes[draw.between(0, 2)];
        if (draw.onceIn(4)) {
            return Fault.of(axis.equals("N") ? Differences.EMPTY_BATCH : Differences.EMPTY_PICTURE, p.with(axis, 0).with(axis + "1", 0),
                    axis.toLowerCase(Locale.ROOT), ">= 1", 0);
        }
        int given = p.get(axis) + draw.between(1, 4);
        Parameters other = p.with("parts", Math.max(2, p.get("parts"))).with(axis + "1", given);
        String shape = Shape.of(other.get("N1"), other.get("C1"), other.get("H1"), other.get("W1")).toString();
        return Fault.of("parts that differ in " + axis, other, "part 1", "must be", p.get("N"), p.get("H"), p.get("W"), "but was " + shape.replace("]", ""));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        List<Argument> arguments = new ArrayList<>();
        for (int part = 0; part < p.get("parts"); part++) {
            String suffix = part == 1 ? "1" : "";
            arguments.add(new Argument("part " + part, p.get("N" + suffix), p.get("C" + part), p.get("H" + suffix), p.get("W" + suffix)));
        }
        return arguments;
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Shape[] shapes = arguments.stream().map(Tensor::shape).toArray(Shape[]::new);
        return new Computed(Concat.of().forward(arguments.toArray(Tensor[]::new)), g -> List.of(Concat.of().backward(g, shapes)));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        return List.of(torch.cat(new TensorVector(arguments.toArray(org.bytedeco.pytorch.Tensor[]::new)), 1));
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.EQUAL;
    }
}
