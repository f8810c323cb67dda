package upsampling.show;

/// A frame around a window of cells.
record Ring(int row, int column, int height, int width, Ink ink) {

    void digest(ValueDigest d) {
        d.text(ink.name()).counts(row, column, height, width);
    }
}
