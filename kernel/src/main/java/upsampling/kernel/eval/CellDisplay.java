package upsampling.kernel.eval;

import upsampling.show.Display;
import upsampling.show.Shown;

/// Shows what `lib` shows below the cell of the present thread; what a thread of no cell shows goes where it went before.
///
/// @param console knows the cell of a thread
/// @param elsewhere for threads of no cell
record CellDisplay(Console console, Display elsewhere) implements Display {
    @Override
    public void show(Shown shown) {
        if (!console.display(Bundle.of(shown), null)) {
            elsewhere.show(shown);
        }
    }

    @Override
    public void replace(Shown shown, String id, boolean isFinal) {
        if (!console.display(Bundle.of(shown), id)) {
            elsewhere.replace(shown, id, isFinal);
        }
    }

    @Override
    public void clear(boolean whenNextArrives) {
        if (!console.clear(whenNextArrives)) {
            elsewhere.clear(whenNextArrives);
        }
    }
}
