package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.List;

/// Something to measure: a workload in one direction.
///
/// @param number its name in tables and in the picture, such as `12` or `12b`
public record Entry(String number, Workload workload, Direction direction) {

    /// Returns both directions of workloads from the command line, named `+1`, `+1b`, `+2` ...
    public static List<Entry> of(List<Workload> workloads) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < workloads.size(); i++) {
            entries.add(new Entry("+" + (i + 1), workloads.get(i), Direction.FORWARD));
            if (workloads.get(i).hasGradient()) entries.add(new Entry("+" + (i + 1) + "b", workloads.get(i), Direction.BACKWARD));
        }
        return entries;
    }
}
