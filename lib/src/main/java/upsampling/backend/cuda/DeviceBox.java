package upsampling.backend.cuda;

import java.util.ArrayList;
import java.util.List;
import upsampling.backend.Strided;

/// A box to copy, with as few axes as it can have: an axis of one element is left out, and two that lie behind one another on both sides are one. Each axis costs a division
/// per element.
record DeviceBox(List<Axis> axes) {
    /// @param size elements
    /// @param from distance of two neighbours where they are read
    /// @param to distance where they are written
    record Axis(int size, int from, int to) { }

    static DeviceBox of(Strided from, Strided to, int... sizes) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 1) continue;
            Axis inner = new Axis(sizes[i], from.strides()[i], to.strides()[i]);
            Axis outer = axes.isEmpty() ? null : axes.getLast();
            if (outer != null && outer.from == inner.from * inner.size && outer.to == inner.to * inner.size) {
                axes.set(axes.size() - 1, new Axis(outer.size * inner.size, inner.from, inner.to));
            } else {
                axes.add(inner);
            }
        }
        return new DeviceBox(axes);
    }

    int count() {
        int count = 1;
        for (Axis axis : axes) count *= axis.size;
        return count;
    }
}
