package upsampling.show;

import java.util.HashSet;
import java.util.List;

/// A control of an explorer: a slider over whole numbers, or a choice between names.
///
/// @param name what it sets, such as `stride`
/// @param from the smallest number; 0 for a choice
/// @param choices the names to choose from; empty for a slider
/// @param count how many values it has, >= 2
record Control(String name, int from, List<String> choices, int count) {

    /// @throws IllegalArgumentException unless the control has a name
    Control {
        if (name.isBlank()) throw new IllegalArgumentException("Explorer: a control needs a name, such as \"stride\"");
    }

    /// Returns a slider.
    ///
    /// @throws IllegalArgumentException unless `from < to`
    static Control slider(String name, int from, int to) {
        if (from >= to) throw new IllegalArgumentException("Explorer: '%s' goes from %d to %d; from < to is needed".formatted(name, from, to));
        return new Control(name, from, List.of(), to - from + 1);
    }

    /// Returns a choice.
    ///
    /// @throws IllegalArgumentException unless there are at least two names and all differ
    static Control choice(String name, String... choices) {
        if (choices.length < 2 || new HashSet<>(List.of(choices)).size() < choices.length) {
            throw new IllegalArgumentException("Explorer: '%s' needs at least two different choices, but has %s".formatted(name, List.of(choices)));
        }
        return new Control(name, 0, List.of(choices), choices.length);
    }

    boolean isSlider() {
        return choices.isEmpty();
    }

    /// Returns the place of a value, 0 to `count - 1`.
    ///
    /// @throws IllegalArgumentException unless the slider has this number
    int place(int value) {
        if (!isSlider() || value < from || value >= from + count) {
            throw new IllegalArgumentException("Explorer: '%s' cannot be %d; it may be %s".formatted(name, value, range()));
        }
        return value - from;
    }

    /// Returns the place of a choice.
    ///
    /// @throws IllegalArgumentException unless there is this choice
    int place(String choice) {
        int place = choices.indexOf(choice);
        if (place < 0) throw new IllegalArgumentException("Explorer: '%s' cannot be \"%s\"; it may be %s".formatted(name, choice, range()));
        return place;
    }

    /// Returns a value in words: `stride 2`, or the choice alone.
    String words(int place) {
        return isSlider() ? name + " " + (from + place) : choices.get(place);
    }

    /// Returns a value in as few letters as a small picture has room for: `s2`, or the choice.
    String shortWords(int place) {
        return isSlider() ? name.substring(0, 1) + (from + place) : choices.get(place);
    }

    String json(int at) {
        StringBuilder json = new StringBuilder("{\"name\":" + Html.json(name) + ",\"from\":" + from + ",\"count\":" + count + ",\"at\":" + at);
        if (!isSlider()) json.append(",\"choices\":[").append(String.join(",", choices.stream().map(Html::json).toList())).append(']');
        return json.append('}').toString();
    }

    void digest(ValueDigest d) {
        d.text(name).counts(from, count);
        for (String choice : choices) d.text(choice);
    }

    private String range() {
        return isSlider() ? from + " to " + (from + count - 1) : String.join(", ", choices);
    }
}
