package upsampling.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.DoubleVector;
import org.bytedeco.pytorch.DoubleVectorOptional;
import org.bytedeco.pytorch.InterpolateFuncOptions;
import org.bytedeco.pytorch.InterpolateMode;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.LongVectorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.kArea;
import org.bytedeco.pytorch.kBicubic;
import org.bytedeco.pytorch.kBilinear;
import org.bytedeco.pytorch.kNearest;
import org.bytedeco.pytorch.kNearestExact;
import upsampling.op.Resize;
import upsampling.tensor.Alignment;
import upsampling.tensor.Interpolation;
import upsampling.tensor.Shape;
import upsampling.tensor.Taps;
import upsampling.tensor.Tensor;

final class ResizeTwin implements Twin {
    private static final int NEAREST = Interpolation.NEAREST.ordinal();
    private static final int NEAREST_EXACT = Interpolation.NEAREST_EXACT.ordinal();
    private static final int BILINEAR = Interpolation.BILINEAR.ordinal();
    private static final int BICUBIC = Interpolation.BICUBIC.ordinal();
    private static final int AREA = Interpolation.AREA.ordinal();

    @Override
    public String name() {
        return "Resize";
    }

    @Override
    public Parameters legal(Draw draw) {
        while (true) {
            int mode = draw.between(0, 4);
            boolean isCurve = mode == BILINEAR || mode == BICUBIC;
            boolean antialias = isCurve && draw.onceIn(3);
            Parameters p = Parameters.of().with("mode", mode).with("corners", isCurve && !antialias && draw.onceIn(2) ? 1 : 0).with("antialias", antialias ? 1 : 0)
                    .with("bySize", draw.between(0, 1)).with("N", draw.between(1, 3)).with("C", draw.between(1, 3));
            for (String axis : new String[] {"H", "W"}) {
                int in = draw.sizeOneOf(Windows.MOST_CELLS, 1, 2, 3, 4, 5, 7, 8, 13, 26);
                int out = draw.oneOf(1, 2, in, 2 * in, draw.between(1, 30));
                // Whole scales, and any others that leave at least one cell.
                double scale = draw.onceIn(2) ? draw.between(1, 4) : (1 + 1e-6 + 3 * in * draw.fraction()) / in;
                p = p.with(axis, in).with("out" + axis, out).with("scale" + axis, scale);
            }
            if (!Differences.isLeftOut(name(), p)) return p;
        }
    }

    @Override
    public Fault illegal(Draw draw) {
        Parameters p = legal(draw);
        String axis = draw.onceIn(2) ? "H" : "W";
        String word = axis.equals("H") ? "height" : "width";
        int notCurve = draw.oneOf(NEAREST, NEAREST_EXACT, AREA);
        return switch (draw.between(0, 6)) {
            case 0 -> Windows.empty(p, draw);
            case 1 -> Fault.of(notCurve == NEAREST_EXACT ? Differences.CORNERS_OF_NEAREST_EXACT : "corners without a curve",
                    p.with("mode", notCurve).with("corners", 1).with("antialias", 0), "CORNERS", "needs BILINEAR or BICUBIC", Interpolation.values()[notCurve]);
            case 2 -> Fault.of("antialias without a curve", p.with("mode", notCurve).with("antialias", 1).with("corners", 0), "antialias", "needs BILINEAR or BICUBIC",
                    Interpolation.values()[notCurve]);
            case 3 -> Fault.of(Differences.ANTIALIAS_CORNERS, p.with("mode", draw.oneOf(BILINEAR, BICUBIC)).with("antialias", 1).with("corners", 1), "antialias",
                    "HALF_PIXEL", "CORNERS");
            case 4 -> {
                int given = -draw.between(0, 3);
                yield Fault.of(given == 0 && p.get("mode") == AREA ? Differences.EMPTY_RESULT : "size below 1",
                        p.with("bySize", 1).with("out" + axis, given), word, ">= 1", given);
            }
            case 5 -> {
                double given = -draw.between(0, 3);
                yield Fault.of(given == 0 && p.get("mode") == AREA ? Differences.EMPTY_RESULT : "scale not above 0", p.with("bySize", 0).with("scale" + axis, given),
                        "scale", "> 0", given);
            }
            default -> {
                double given = (0.05 + 0.9 * draw.fraction()) / p.get(axis);
                yield Fault.of(p.get("mode") == AREA ? Differences.EMPTY_RESULT : "scale that leaves no cell", p.with("bySize", 0).with("scale" + axis, given), word,
                        "would be 0", given, "floor(" + p.get(axis));
            }
        };
    }

    @Override
    public Optional<Fault> tooMany(Draw draw) {
        Parameters p = legal(draw).with("bySize", 1).with("outH", draw.between(1 << 16, 1 << 18)).with("outW", draw.between(1 << 16, 1 << 18));
        if (draw.onceIn(2)) return Optional.of(Fault.tooMany(p, p.get("outH") + ", " + p.get("outW")));
        double scale = (1 + draw.fraction()) * Integer.MAX_VALUE;
        return Optional.of(Fault.of(Differences.TOO_MANY, p.with("bySize", 0).with("scaleH", scale), "Resize: output height", scale, "does not fit an int"));
    }

    @Override
    public List<Argument> arguments(Parameters p) {
        return List.of(new Argument("x", p.get("N"), p.get("C"), p.get("H"), p.get("W")));
    }

    private static Resize resize(Parameters p) {
        Resize rule = new Resize(Interpolation.values()[p.get("mode")], p.is("corners") ? Alignment.CORNERS : Alignment.HALF_PIXEL, p.is("antialias"),
                OptionalDouble.empty(), 0, 0, 0, 0);
        return p.is("bySize") ? rule.toSize(p.get("outH"), p.get("outW")) : rule.withScale(p.fraction("scaleH"), p.fraction("scaleW"));
    }

    @Override
    public Computed ours(Parameters p, List<Tensor> arguments) {
        Resize resize = resize(p);
        Tensor x = arguments.getFirst();
        return new Computed(resize.forward(x), g -> List.of(resize.backward(g, x.shape())));
    }

    @Override
    public List<org.bytedeco.pytorch.Tensor> peer(Parameters p, List<org.bytedeco.pytorch.Tensor> arguments) {
        InterpolateFuncOptions options = new InterpolateFuncOptions();
        options.mode().put(mode(p));
        if (p.is("bySize")) options.size().put(new LongVectorOptional(new LongVector(p.get("outH"), p.get("outW"))));
        else options.scale_factor().put(new DoubleVectorOptional(new DoubleVector(p.fraction("scaleH"), p.fraction("scaleW"))));
        sayDefaults(options, p.get("mode") != NEAREST && p.get("mode") != AREA);
        if (p.is("corners")) options.align_corners().put(new BoolOptional(true));
        options.antialias().put(p.is("antialias"));
        return List.of(torch.interpolate(arguments.getFirst(), options));
    }

    /// Says what PyTorch takes by default, since it prints a warning where that is not said.
    ///
    /// @param knowsCorners whether the mode has an alignment
    static void sayDefaults(InterpolateFuncOptions options, boolean knowsCorners) {
        if (knowsCorners) options.align_corners().put(new BoolOptional(false));
        if (options.scale_factor().has_value()) options.recompute_scale_factor().put(new BoolOptional(false));
    }

    private static InterpolateMode mode(Parameters p) {
        return switch (Interpolation.values()[p.get("mode")]) {
            case NEAREST -> new InterpolateMode(new kNearest());
            case NEAREST_EXACT -> new InterpolateMode(new kNearestExact());
            case BILINEAR -> new InterpolateMode(new kBilinear());
            case BICUBIC -> new InterpolateMode(new kBicubic());
            case AREA -> new InterpolateMode(new kArea());
        };
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.LARGEST_SUM;
    }

    /// The cell that `nearest` copies depends on float32 arithmetic, which is part of PyTorch's rule.
    @Override
    public boolean isInDouble(Parameters p) {
        return p.get("mode") != NEAREST && p.get("mode") != NEAREST_EXACT;
    }

    /// From our own tables: they set the bound only, which a wrong table can make too large by what its own coefficients are too large.
    @Override
    public double[] terms(Parameters p, Shape y) {
        Resize resize = resize(p);
        Taps rows = resize.rows(p.get("H"));
        Taps columns = resize.columns(p.get("W"));
        return new double[] {size(rows) * size(columns), size(rows.transpose()) * size(columns.transpose())};
    }

    /// Returns `K * S * S` of one axis: the most taps of an output, times the squared largest sum of absolute coefficients.
    private static double size(Taps taps) {
        double most = 0;
        for (int o = 0; o < taps.outSize(); o++) {
            double sum = 0;
            for (int t = taps.first()[o]; t < taps.first()[o + 1]; t++) sum += Math.abs(taps.weight()[t]);
            most = Math.max(most, (taps.first()[o + 1] - taps.first()[o]) * sum * sum);
        }
        return most;
    }
}
