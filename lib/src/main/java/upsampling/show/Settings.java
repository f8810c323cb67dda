package upsampling.show;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/// One combination of the controls of an {@link Explorer}: what its function is asked with.
///
/// ```
/// Explorer.of("mode", "nearest", "linear").and("scale", 2, 4).show(s -> resize(s.choice("mode"), s.number("scale")))
/// ```
/// A name that no control has is the author's slip, so it is no `IllegalArgumentException`, which would be a combination that does not fit.
public final class Settings {
    private final List<Control> controls;
    private final int[] places;

    Settings(List<Control> controls, int[] places) {
        this.controls = controls;
        this.places = places.clone();
    }

    /// Returns the number at which a slider stands.
    ///
    /// @throws NoSuchElementException unless there is a slider of this name
    public int number(String name) {
        int i = find(name);
        if (!controls.get(i).isSlider()) {
            throw new NoSuchElementException("Explorer: '%s' is a choice, not a number; ask for choice(\"%s\")".formatted(name, name));
        }
        return controls.get(i).from() + places[i];
    }

    /// Returns the name that is chosen.
    ///
    /// @throws NoSuchElementException unless there is a choice of this name
    public String choice(String name) {
        int i = find(name);
        if (controls.get(i).isSlider()) {
            throw new NoSuchElementException("Explorer: '%s' is a number, not a choice; ask for number(\"%s\")".formatted(name, name));
        }
        return controls.get(i).choices().get(places[i]);
    }

    /// Returns all values, such as `kernel 3, stride 2`.
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < places.length; i++) words.add(controls.get(i).words(places[i]));
        return String.join(", ", words);
    }

    /// Returns all values in few letters, such as `k3 s2`.
    String shortText() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < places.length; i++) words.add(controls.get(i).shortWords(places[i]));
        return String.join(" ", words);
    }

    private int find(String name) {
        for (int i = 0; i < places.length; i++) {
            if (controls.get(i).name().equals(name)) return i;
        }
        throw new NoSuchElementException("Explorer: there is no control '%s'; there are %s".formatted(name,
            String.join(", ", controls.stream().map(Control::name).toList())));
    }
}
