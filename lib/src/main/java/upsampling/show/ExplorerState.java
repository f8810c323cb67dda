package upsampling.show;

import java.util.function.Function;
import upsampling.op.LinearOperator;

/// What an explorer shows for one combination: an operator's links, or why there is none.
///
/// @param links null where the combination is not allowed
/// @param message why it is not allowed; empty where it is
record ExplorerState(Settings settings, Links links, String message) {
    private static final String NAME = "Explorer";
    /// What can be seen and picked: a signal, an image.
    private static final int MOST_ROW_INPUTS = 16;
    private static final int MOST_ROW_OUTPUTS = 32;
    private static final int MOST_SIDE = 16;
    private static final int THUMBNAIL = 12;

    /// Asks the author's function. What it refuses is a state too: "does not fit" is worth seeing.
    ///
    /// @throws IllegalArgumentException unless the operator has one plane that is small enough to be seen
    static ExplorerState of(Settings settings, Function<Settings, LinearOperator> operator) {
        LinearOperator bound;
        try {
            bound = operator.apply(settings);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            return new ExplorerState(settings, null, String.valueOf(refused.getMessage()));
        }
        Links links = Links.of(NAME, bound);
        boolean fits = links.isRow()
            ? links.in().w() <= MOST_ROW_INPUTS && links.out().w() <= MOST_ROW_OUTPUTS
            : Math.max(Math.max(links.in().h(), links.in().w()), Math.max(links.out().h(), links.out().w())) <= MOST_SIDE;
        if (!fits) {
            throw new IllegalArgumentException("%s: %s, %s: at most %d → %d in a row and %d×%d → %d×%d fit. Use a smaller input".formatted(NAME, settings,
                links.sizes(), MOST_ROW_INPUTS, MOST_ROW_OUTPUTS, MOST_SIDE, MOST_SIDE, MOST_SIDE, MOST_SIDE));
        }
        return new ExplorerState(settings, links, "");
    }

    boolean isAllowed() {
        return links != null;
    }

    /// Returns combination and sizes, such as `kernel 3, stride 2: 5 → 11`.
    String title() {
        return settings + ": " + (isAllowed() ? links.sizes() : "not allowed");
    }

    /// Checks that an input fits.
    ///
    /// @param x rows of values; none: nothing is shown
    /// @throws IllegalArgumentException unless it is as large as the input of an operator on images
    void requireInput(double[][] x) {
        if (x.length == 0 || !isAllowed()) return;
        if (!links.isRow() && x.length == links.in().h() && x[0].length == links.in().w()) return;
        throw new IllegalArgumentException("%s: %s: the operator reads an %s of %d×%d, but the numbers given are %d×%d. %s".formatted(NAME, settings,
            links.isRow() ? "input" : "image", links.in().h(), links.in().w(), x.length, x[0].length,
            links.isRow() ? "Numbers are shown for images only" : "Give one number for each cell"));
    }

    /// Returns the still picture with one output picked.
    ///
    /// @param x the numbers of the input; none: only the weights are shown
    Tile still(int picked, Scale weights, double[][] x) {
        if (links.isRow()) return Stamps.of(links).scale(weights).pick(picked);
        int cell = Math.min(30, (Shown.MOST_WIDTH - 80) / (links.in().w() * (x.length == 0 ? 1 : 2) + links.out().w()));
        PixelMap window = PixelMap.of("weights on x", Ink.KERNEL, links.window(picked)).scale(weights).cell(cell);
        PixelMap sums = PixelMap.of("y: sum of the weights", Ink.OUTPUT, links.sums()).cell(cell)
            .ring(picked / links.out().w(), picked % links.out().w(), 1, 1, Ink.ACCENT);
        if (x.length == 0) return Tile.row(20, window, Tile.sign("→", ""), sums);
        return Tile.row(20, PixelMap.of("x", Ink.INPUT, x).cell(cell), window, Tile.sign("→", ""), sums);
    }

    /// Returns the operator as a pattern: all stamps of a signal, the stamp of the middle input of an image.
    Tile thumbnail(Scale weights) {
        if (!isAllowed()) return Tile.note("not allowed");
        if (!links.isRow()) {
            int middle = links.in().h() / 2 * links.in().w() + links.in().w() / 2;
            return PixelMap.of("", Ink.KERNEL, links.stamp(middle)).scale(weights).cell(THUMBNAIL).noNumbers();
        }
        double[][] stamps = new double[links.in().w()][];
        for (int i = 0; i < stamps.length; i++) stamps[i] = links.stamp(i)[0];
        return PixelMap.of("", Ink.KERNEL, stamps).scale(weights).cell(THUMBNAIL).noNumbers();
    }

    void digest(ValueDigest d) {
        d.text(settings.toString()).text(message);
        if (isAllowed()) links.digest(d);
    }
}
