package upsampling.show;

/// A sign between two maps, with a word above it.
record SignTile(String sign, String word) implements Tile {
    private static final int HEIGHT = 40;

    @Override
    public int width() {
        return (int) Math.ceil(Math.max(Type.width(word, Type.SMALL), Type.width(sign, Type.SIGN)));
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void paint(Sheet sheet, int x, int y) {
        double middle = x + width() / 2.0;
        sheet.text(word, middle, y + 10, 0.5, Type.SMALL, Ink.QUIET);
        sheet.text(sign, middle, y + 30, 0.5, Type.SIGN, Ink.QUIET);
    }

    @Override
    public void digest(ValueDigest d) {
        d.text("sign").text(sign).text(word);
    }
}
