package upsampling.show;

/// The one legend of a figure: a ramp for each role used, on the same scale, with the numbers at its ends.
///
/// @param scale the scale of the maps
/// @param label what is measured, such as `value`
/// @param ramps one for each role in the figure
public record Legend(Scale scale, String label, Ramp... ramps) implements Tile {
    private static final int LENGTH = 120;
    private static final int BAR = 9;
    private static final int ROW = BAR + 2;
    private static final int GAP = 6;
    private static final int LABEL_GAP = 10;
    private static final int LEAST_HEIGHT = 14;

    @Override
    public int width() {
        return width(label) + LABEL_GAP + width(Numbers.text(scale.min())) + GAP + LENGTH + GAP + width(Numbers.text(scale.max()));
    }

    @Override
    public int height() {
        return Math.max(LEAST_HEIGHT, ramps.length * ROW);
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        double base = y + height() / 2.0 + 4;
        String least = Numbers.text(scale.min());
        int left = x + width(label) + LABEL_GAP;
        int bars = left + width(least) + GAP;
        sheet.text(label, x, base, 0, Type.SMALL, Ink.QUIET);
        sheet.text(least, left, base, 0, Type.SMALL, Ink.QUIET);
        int top = y + (height() - ramps.length * ROW) / 2;
        for (Ramp ramp : ramps) {
            for (int i = 0; i < LENGTH; i++) sheet.fill(bars + i, top, 1, BAR, ramp.at(i / (LENGTH - 1.0)));
            top += ROW;
        }
        sheet.text(Numbers.text(scale.max()), bars + LENGTH + GAP, base, 0, Type.SMALL, Ink.QUIET);
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("legend").text(label);
        scale.digest(d);
        for (Ramp ramp : ramps) d.text(ramp.toString());
    }

    private static int width(String text) {
        return (int) Math.ceil(Type.width(text, Type.SMALL));
    }
}
