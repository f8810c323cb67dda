package upsampling.data;

import java.util.random.RandomGenerator;
import upsampling.backend.Interrupts;
import upsampling.tensor.Checks;
import upsampling.tensor.Shape;
import upsampling.tensor.Tensor;

/// Pictures of digits in a 5 x 7 font, each at a random place of its picture: small enough to learn from within seconds.
///
/// ```
/// size 8: one pixel per dot, 5 x 7;    size 16: 2 x 2 pixels per dot, 10 x 14;    top and left are drawn uniformly from all that fit
/// ```
///
/// @param images `[N, 1, size, size]`, 0 and 1
/// @param labels the digit of each image; not copied
/// @param tops row of the first row of dots of each image; not copied
/// @param lefts column of the first column of dots of each image; not copied
public record Glyphs(Tensor images, int[] labels, int[] tops, int[] lefts) {
    /// Number of different glyphs: the digits 0 to 9.
    public static final int DIGITS = 10;

    private static final int DOT_COLUMNS = 5;
    private static final int DOT_ROWS = 7;

    /// All digits beside each other, one blank column between them.
    private static final String[] FONT = """
        .###. ..#.. .###. ##### ...#. ##### ..##. ##### .###. .###.
        #...# .##.. #...# ...#. ..##. #.... .#... ....# #...# #...#
        #..## ..#.. ....# ..#.. .#.#. ####. #.... ...#. #...# #...#
        #.#.# ..#.. ...#. ...#. #..#. ....# ####. ..#.. .###. .####
        ##..# ..#.. ..#.. ....# ##### ....# #...# .#... #...# ....#
        #...# ..#.. .#... #...# ...#. #...# #...# .#... #...# ...#.
        .###. .###. ##### .###. ...#. .###. .###. .#... .###. .##..
        """.split("\n");

    /// @throws IllegalArgumentException unless there is one label, top and left per image
    public Glyphs {
        Checks.sameSize("Glyphs", "number of labels", images.shape().n(), labels.length);
        Checks.sameSize("Glyphs", "number of tops", images.shape().n(), tops.length);
        Checks.sameSize("Glyphs", "number of lefts", images.shape().n(), lefts.length);
    }

    /// Returns random digits, in turn 0 to 9, at random places.
    ///
    /// @param count number of pictures, >= 1
    /// @param size of a picture, 8 or 16
    /// @throws IllegalArgumentException unless `count >= 1` and the size is 8 or 16
    public static Glyphs of(long seed, int count, int size) {
        Checks.atLeast(1, "Glyphs.of", "count", count);
        if (size != 8 && size != 16) throw new IllegalArgumentException("Glyphs.of: size must be 8 or 16, but was " + size);
        int scale = size / 8;
        RandomGenerator random = Noise.generator(seed);
        Shape shape = Shape.of(count, 1, size, size);
        float[] values = new float[shape.size()];
        int[] labels = new int[count];
        int[] tops = new int[count];
        int[] lefts = new int[count];
        for (int n = 0; n < count; n++) {
            Interrupts.check();
            labels[n] = n % DIGITS;
            tops[n] = random.nextInt(size - DOT_ROWS * scale + 1);
            lefts[n] = random.nextInt(size - DOT_COLUMNS * scale + 1);
            for (int h = 0; h < DOT_ROWS * scale; h++) {
                for (int w = 0; w < DOT_COLUMNS * scale; w++) {
                    if (isInk(labels[n], h / scale, w / scale)) values[shape.index(n, 0, tops[n] + h, lefts[n] + w)] = 1;
                }
            }
        }
        return new Glyphs(Tensor.of(shape, values), labels, tops, lefts);
    }

    /// Returns whether a dot of a digit is set.
    ///
    /// @throws IllegalArgumentException unless the digit is in `0..9`, the row in `0..6` and the column in `0..4`
    public static boolean isInk(int digit, int row, int column) {
        Checks.index("Glyphs.isInk", "digit", digit, DIGITS);
        Checks.index("Glyphs.isInk", "row", row, DOT_ROWS);
        Checks.index("Glyphs.isInk", "column", column, DOT_COLUMNS);
        return FONT[row].charAt(digit * (DOT_COLUMNS + 1) + column) == '#';
    }
}
