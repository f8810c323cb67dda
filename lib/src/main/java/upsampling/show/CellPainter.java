package upsampling.show;

import java.awt.Color;
import java.awt.Font;

/// Fills the cells of a map and writes their numbers, all in one size.
record CellPainter(CellGrid grid, Scale scale, Ramp ramp, boolean numbers, boolean quietZeros, boolean namesNaN) {
    private static final int LEAST_FOR_NUMBERS = 18;
    private static final int LEAST_FOR_FRAMES = 12;
    private static final int SIDE_ROOM = 4;
    private static final int LEAST_DIGITS = 2;
    private static final Color QUIET_ZERO = new Color(0xF5F6F7);
    private static final Color DOT = new Color(0xB9BFC8);
    /// A cell with less contrast than this to the paper gets a thin frame, or it would look like a hole.
    private static final double PALE = 1.35;

    void paint(Sheet sheet, int x, int y, double[][] values) {
        Lettering lettering = numbers && grid.cell() >= LEAST_FOR_NUMBERS ? lettering(values) : null;
        for (int r = 0; r < values.length; r++) {
            for (int c = 0; c < values[r].length; c++) paint(sheet, x + grid.left(c), y + grid.top(r), values[r][c], lettering);
        }
    }

    private void paint(Sheet sheet, int x, int y, double v, Lettering lettering) {
        int side = grid.cell() - grid.line();
        if (Double.isNaN(v)) {
            sheet.fill(x, y, side, side, Ink.EMPTY);
            if (namesNaN && lettering != null) write(sheet, x, y, side, v, lettering, Ink.EMPTY);
            return;
        }
        if (quietZeros && v == 0) {
            sheet.fill(x, y, side, side, QUIET_ZERO);
            sheet.fill(x + grid.cell() / 2 - 1.5, y + grid.cell() / 2 - 1.5, 2, 2, DOT);
            return;
        }
        Color color = ramp.at(scale.position(v));
        sheet.fill(x, y, side, side, color);
        if (grid.cell() >= LEAST_FOR_FRAMES && grid.hasLines() && Ink.contrast(color, Ink.PAPER) < PALE) sheet.frame(x, y, side, side, 0.5, Ink.LINE);
        if (lettering != null) write(sheet, x, y, side, v, lettering, color);
    }

    private static void write(Sheet sheet, int x, int y, int side, double v, Lettering lettering, Color background) {
        sheet.centred(Numbers.text(v, lettering.digits), x, y, side, side, lettering.font, Ink.on(background));
    }

    private record Lettering(Font font, int digits) { }

    // the largest size, and then the most digits, at which every number fits its cell; null: none does, and the map stays without numbers
    private Lettering lettering(double[][] values) {
        float largest = grid.cell() >= 30 ? 14 : grid.cell() >= 24 ? 12 : 10.5f;
        for (int digits = Numbers.DIGITS; digits >= LEAST_DIGITS; digits--) {
            for (float size = largest; size >= Type.LEAST_SIZE; size -= 0.5f) {
                if (fits(values, digits, Type.number(size))) return new Lettering(Type.number(size), digits);
            }
        }
        return null;
    }

    private boolean fits(double[][] values, int digits, Font font) {
        int room = grid.cell() - grid.line() - SIDE_ROOM;
        for (double[] row : values) for (double v : row) {
            boolean written = Double.isNaN(v) ? namesNaN : !(quietZeros && v == 0);
            if (written && Type.width(Numbers.text(v, digits), font) > room) return false;
        }
        return true;
    }
}
