package upsampling.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// One configuration: sizes and options by name, in the order in which they are told.
///
/// @param values whole numbers, fractions only where a scale is given
record Parameters(Map<String, Number> values) {

    static Parameters of() {
        return new Parameters(Map.of());
    }

    /// Returns these parameters with one that is new or has another value.
    Parameters with(String name, Number value) {
        Map<String, Number> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Parameters(changed);
    }

    /// Returns these parameters without one.
    Parameters without(String name) {
        Map<String, Number> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Parameters(fewer);
    }

    /// @throws IllegalArgumentException unless there is one of that name
    int get(String name) {
        return number(name).intValue();
    }

    /// @throws IllegalArgumentException unless there is one of that name
    double fraction(String name) {
        return number(name).doubleValue();
    }

    boolean is(String name) {
        return get(name) != 0;
    }

    private Number number(String name) {
        Number value = values.get(name);
        if (value == null) throw new IllegalArgumentException("Parameters: there is no \"" + name + "\", only " + values.keySet());
        return value;
    }

    /// Returns the parameters as text, such as `N=2 C=3 H=5 W=1`.
    @Override
    public String toString() {
        return values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
    }
}
