package upsampling.bench.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What the command line asks to be measured: rows of a table, and shapes of its own.
///
/// @param rows numbers of rows, separated by commas; `none`; or null for all
/// @param shapes texts of workloads
public record Choice(String rows, List<String> shapes) {

    /// Returns the chosen rows of a table, then the shapes of the command line.
    ///
    /// @throws IllegalArgumentException unless every row is one of the table, every shape can be read, and there is something
    public List<Entry> entries(List<Entry> table) {
        List<Entry> entries = new ArrayList<>(chosen(table));
        entries.addAll(Entry.of(shapes.stream().map(WorkloadText::parse).toList()));
        if (entries.isEmpty()) throw new IllegalArgumentException("there is nothing to measure: --rows none needs a --shape");
        return entries;
    }

    private List<Entry> chosen(List<Entry> table) {
        if (rows == null) return table;
        if (rows.equals("none")) return List.of();
        List<String> numbers = Arrays.stream(rows.split(",")).map(String::strip).toList();
        for (String number : numbers) {
            if (table.stream().noneMatch(entry -> entry.number().equals(number))) {
                throw new IllegalArgumentException("--rows: there is no row '" + number + "'; the rows are "
                        + table.stream().map(Entry::number).collect(Collectors.joining(", ")) + ", or none");
            }
        }
        return table.stream().filter(entry -> numbers.contains(entry.number())).toList();
    }

    /// Returns the options of a command that ask for it.
    public String options() {
        return (rows == null ? "" : " --rows " + rows) + shapes.stream().map(shape -> " --shape \"" + shape + "\"").collect(Collectors.joining());
    }
}
