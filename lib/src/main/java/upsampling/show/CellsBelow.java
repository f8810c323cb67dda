package upsampling.show;

import java.awt.Color;
import java.awt.Font;

/// Output cells below a line of pixels: a box over what each covers, its centre and number in it, its place below, and a line up to the input.
///
/// @param places the centres, in pixels of the input
/// @param centres the same on the sheet
/// @param wide the width of a box on the sheet
/// @param picked the output that stands out; -1: all do
/// @param hasLines whether the input is just above; lines through other rows would only disturb
record CellsBelow(double[] places, double[] centres, double wide, int picked, boolean hasLines) {
    /// The height of the row with its gap above and the places below.
    static final int HEIGHT = 70;
    /// A mark lies so far from the edge of its box that faces the other row.
    static final int MARK_AT = 6;
    private static final int GAP = 16;
    private static final int BOX = 30;
    private static final int PLACE = 14;
    private static final double MARK = 5;
    private static final double LINE = 1;
    private static final double SIDES = 4;

    /// Returns the base line of the row's name.
    static double baseLine(int rowTop) {
        return rowTop + GAP + BOX / 2.0 + 5;
    }

    /// Draws a centre.
    static void mark(Sheet sheet, double x, double y, Color color) {
        sheet.fill(x - MARK / 2, y - MARK / 2, MARK, MARK, color);
    }

    /// Draws the row.
    ///
    /// @param marks the height of the input's marks, where the lines from the outputs end
    void paint(Sheet sheet, double marks, int rowTop) {
        double top = rowTop + GAP;
        Font inside = numbersFit(Type.BODY) ? Type.BODY : numbersFit(Type.SMALL) ? Type.SMALL : null;
        int digits = digits();
        for (int o = 0; o < centres.length; o++) {
            boolean stands = picked < 0 || picked == o;
            sheet.fill(centres[o] - wide / 2, top, wide - LINE, BOX, Ink.OUTPUT.tint);
            if (o == picked) sheet.frame(centres[o] - wide / 2, top, wide - LINE, BOX, 2, Ink.OUTPUT.deep);
            if (stands && hasLines) sheet.fill(centres[o] - LINE / 2, marks, LINE, top + MARK_AT - marks, Ink.OUTPUT.deep);
            mark(sheet, centres[o], top + MARK_AT, Ink.OUTPUT.deep);
            if (inside != null) sheet.centred(Integer.toString(o), centres[o] - wide / 2, top + MARK_AT, wide - LINE, BOX - MARK_AT, inside, Ink.OUTPUT.deep);
            if (digits > 0) sheet.text(Numbers.text(places[o], digits), centres[o], top + BOX + PLACE, 0.5, Type.SMALL, stands ? Ink.TEXT : Ink.QUIET);
        }
    }

    private boolean numbersFit(Font font) {
        return Type.width(Integer.toString(centres.length - 1), font) + SIDES <= wide;
    }

    // the most at which no two places touch; 0: they cannot be written
    private int digits() {
        for (int digits = Numbers.DIGITS; digits > 1; digits--) {
            boolean fits = true;
            for (double place : places) fits &= Type.width(Numbers.text(place, digits), Type.SMALL) + SIDES <= distance();
            if (fits) return digits;
        }
        return 0;
    }

    private double distance() {
        double least = Double.POSITIVE_INFINITY;
        for (int o = 1; o < centres.length; o++) least = Math.min(least, Math.abs(centres[o] - centres[o - 1]));
        return least;
    }
}
