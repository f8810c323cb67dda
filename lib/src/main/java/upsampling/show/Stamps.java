package upsampling.show;

import java.awt.Color;
import java.awt.Font;
import upsampling.op.LinearOperator;

/// The staircase: one row for each input with its stamp, the weights with which it reaches the outputs below. It is the transposed matrix of the
/// operator without its zeros.
///
/// ```
/// x[0]  .5  1 .5                  taps   how many inputs reach this output
/// x[1]        .5  1 .5            sum    what the output makes of a constant 1
/// taps   1  1  2  1  1
/// ```
/// A stamp does not change: every method returns another tile.
public final class Stamps implements Tile {
    private static final String NAME = "Stamps";
    private static final int LEFT = 52;
    private static final int ROW = 26;
    private static final int TOP = 20;
    private static final int GAP = 8;
    private static final int INDEX = 18;
    private static final int MOST_CELL = 34;
    private static final int SIDE_ROOM = 4;
    private static final int NOTHING = -1;

    private final Links links;
    private final int picked;
    private final Scale weights;

    private Stamps(Links links, int picked, Scale weights) {
        this.links = links;
        this.picked = picked;
        this.weights = weights;
    }

    /// Returns the stamps of an operator on one row: input `[1, 1, 1, w]`, output `[1, 1, 1, W]`.
    ///
    /// @throws IllegalArgumentException unless both sides are one row, and the outputs fit side by side (at most 40)
    public static Stamps of(LinearOperator operator) {
        return of(Links.of(NAME, operator));
    }

    static Stamps of(Links links) {
        if (!links.isRow()) {
            throw new IllegalArgumentException(NAME + ": one row is shown, [1, 1, 1, w], but the operator goes from " + links.in() + " to " + links.out()
                + ". Use PixelMap or Explorer for images");
        }
        Stamps stamps = new Stamps(links, NOTHING, Scale.of(links.matrix()));
        if (stamps.cell() < 14) throw new IllegalArgumentException(NAME + ": at most 40 outputs fit side by side, but there are " + links.out().w());
        return stamps;
    }

    /// Returns these stamps with one output picked: its weights stand out, and it has a ring.
    ///
    /// @throws IllegalArgumentException unless there is such an output
    public Stamps pick(int output) {
        if (output < 0 || output >= links.out().size()) {
            throw new IllegalArgumentException(NAME + ": there are outputs 0 to " + (links.out().size() - 1) + ", but " + output + " was picked");
        }
        return new Stamps(links, output, weights);
    }

    /// Returns these stamps on the scale that they share with others.
    Stamps scale(Scale shared) {
        return new Stamps(links, picked, shared);
    }

    @Override
    public int width() {
        return LEFT + cell() * links.out().w();
    }

    @Override
    public int height() {
        return TOP + ROW * (links.in().w() + 2) + GAP + INDEX;
    }

    private int cell() {
        return Math.min(MOST_CELL, (Shown.MOST_WIDTH - LEFT) / links.out().w());
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        sheet.text("input", x, y + 11, 0, Type.TITLE, Ink.INPUT.deep);
        sheet.text("its stamp: the weights", x + LEFT, y + 11, 0, Type.TITLE, Ink.KERNEL.deep);
        int inputs = links.in().w();
        int outputs = links.out().w();
        double[][] matrix = links.matrix();
        Ramp ramp = weights.signed() ? Ramp.SIGNED : Ramp.KERNEL;
        for (int i = 0; i < inputs; i++) {
            int top = y + TOP + i * ROW;
            boolean isRead = picked == NOTHING || matrix[picked][i] != 0;
            box(sheet, x, top, ROW, Integer.toString(i), isRead ? Ink.INPUT.fill : Ink.INPUT.tint, Type.BODY);
            for (int o = 0; o < outputs; o++) {
                if (matrix[o][i] == 0) continue;
                boolean stands = picked == NOTHING || o == picked;
                box(sheet, x + LEFT + o * cell(), top, cell(), fitting(matrix[o][i]), stands ? ramp.at(weights.position(matrix[o][i])) : Ink.KERNEL.tint,
                    font());
            }
        }
        paintBelow(sheet, x, y + TOP + inputs * ROW + GAP);
    }

    private void paintBelow(Sheet sheet, int x, int top) {
        double[][] sums = links.sums();
        Scale sumScale = Scale.of(sums);
        int most = 1;
        for (int o = 0; o < links.out().w(); o++) most = Math.max(most, links.reads(o).length);
        sheet.text("taps", x, top + 16, 0, Type.TITLE, Ink.ACCENT.deep);
        sheet.text("sum", x, top + ROW + 16, 0, Type.TITLE, Ink.OUTPUT.deep);
        sheet.text("output", x, top + 2 * ROW + 12, 0, Type.SMALL, Ink.QUIET);
        Ramp ramp = sumScale.signed() ? Ramp.SIGNED : Ramp.OUTPUT;
        for (int o = 0; o < links.out().w(); o++) {
            int left = x + LEFT + o * cell();
            int taps = links.reads(o).length;
            box(sheet, left, top, cell(), Integer.toString(taps), Ramp.ACCENT.at(0.8 * taps / most), font());
            box(sheet, left, top + ROW, cell(), fitting(sums[0][o]), ramp.at(sumScale.position(sums[0][o])), font());
            sheet.text(Integer.toString(o), left + (cell() - 1) / 2.0, top + 2 * ROW + 12, 0.5, Type.SMALL, Ink.QUIET);
        }
        if (picked != NOTHING) sheet.ring(x + LEFT + picked * cell(), top, cell() - 1, 2 * ROW - 2, Ink.ACCENT.deep);
    }

    private static void box(Sheet sheet, int x, int y, int width, String text, Color color, Font font) {
        sheet.fill(x, y, width - 1, ROW - 2, color);
        if (!text.isEmpty()) sheet.centred(text, x, y, width - 1, ROW - 2, font, Ink.on(color));
    }

    private Font font() {
        return Type.number(cell() >= 30 ? 13 : cell() >= 22 ? 11.5f : 10);
    }

    // fewer digits before no digits
    private String fitting(double v) {
        for (int digits = Numbers.DIGITS; digits >= 1; digits--) {
            String text = Numbers.text(v, digits);
            if (Type.width(text, font()) <= cell() - SIDE_ROOM) return text;
        }
        return "";
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("stamps").counts(picked);
        weights.digest(d);
        links.digest(d);
    }
}
