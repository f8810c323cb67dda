package upsampling.show;

/// The way from a cell or the library to whatever shows things: a kernel below the cell, otherwise the console and a folder.
public final class Show {
    private static volatile Display display = new ConsoleDisplay(System.out);

    private Show() { }

    /// Sets where shown things go; called once by a kernel at its start.
    public static void to(Display newDisplay) {
        display = newDisplay;
    }

    /// Shows a figure, table or card.
    public static void show(Shown shown) {
        display.show(shown);
    }
}
