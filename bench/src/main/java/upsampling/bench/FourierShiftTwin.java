package upsampling.bench;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import upsampling.op.FixedOperator;
import upsampling.op.FourierShift;
import upsampling.tensor.Shape;

/// {@link FourierShift} and `torch.fft`: to the waves of an axis, a factor for each, and back, first along the rows, then along the columns.
final class FourierShiftTwin implements PictureTwin {
    @Override
    public String name() {
        return "FourierShift";
    }

    /// Shifts by whole cells, by halves, and by anything.
    @Override
    public Parameters legal(Draw draw) {
        Parameters p = PictureTwin.drawPicture(draw);
        for (String axis : new String[] {"H", "W"}) {
            double shift = draw.onceIn(2) ? draw.between(-20, 20) / 2.0 : 20 * draw.value();
            p = p.with("shift" + axis, shift);
        }
        return p;
    }

    @Override
    public Fault illegal(Draw draw) {
        return Windows.empty(legal(draw), draw);
    }

    @Override
    public FixedOperator operator(Parameters p) {
        return FourierShift.of(p.fraction("shiftH"), p.fraction("shiftW"));
    }

    @Override
    public Tensor peer(Parameters p, Tensor x) {
        return shifted(shifted(x, 2, p.get("H"), p.fraction("shiftH")), 3, p.get("W"), p.fraction("shiftW"));
    }

    private static Tensor shifted(Tensor x, int axis, int size, double shift) {
        int waves = size / 2 + 1;
        double[] amount = new double[waves];
        double[] angle = new double[waves];
        for (int k = 0; k < waves; k++) {
            boolean isHalf = 2 * k == size; // both signs of this wave are one number, and the result is real
            amount[k] = isHalf ? Math.cos(Math.PI * shift) : 1;
            angle[k] = isHalf ? 0 : -2 * Math.PI * k * shift / size;
        }
        int[] shape = {1, 1, 1, 1};
        shape[axis] = waves;
        Tensor factor = torch.polar(Libtorch.like(x, shape, amount), Libtorch.like(x, shape, angle));
        Tensor spectrum = torch.fft_rfft(x, new LongOptional(), axis, new StringViewOptional());
        return torch.fft_irfft(torch.mul(spectrum, factor), new LongOptional(size), axis, new StringViewOptional());
    }

    @Override
    public Bound bound(Parameters p) {
        return Bound.LARGEST_SUM;
    }

    /// The absolute answers to an impulse add up to less than 2.5 on an axis of up to 13 cells.
    @Override
    public double[] terms(Parameters p, Shape y) {
        double terms = (y.h() + y.w()) * Math.pow(2.5, 4);
        return new double[] {terms, terms};
    }
}
