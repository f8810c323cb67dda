package upsampling.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No operator of the library is forgotten: it has a twin, or a reason why not.
class CoverageTest {
    /// What is public in `upsampling.op` and no operator: a choice of axes, helpers of other operators, and the second half of `Resize`.
    private static final Set<String> NO_OPERATORS = Set.of("Axes", "Elements", "ResizeReference");

    /// The public classes of the package; its interfaces and enums are no operators.
    private static Set<String> operators() throws IOException, ClassNotFoundException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("../lib/src/main/java/upsampling/op"), "[A-Z]*.java")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".java", "");
                Class<?> type = Class.forName("upsampling.op." + name);
                if (Modifier.isPublic(type.getModifiers()) && !type.isInterface() && !type.isEnum() && !NO_OPERATORS.contains(name)) names.add(name);
            }
        }
        return names;
    }

    @Test
    void everyOperatorHasARow() throws Exception {
        assertTrue(operators().size() > 40, "the library was not read: " + operators());
        assertEquals(operators(), Coverage.all().stream().map(row -> row.operator().getSimpleName()).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(operators().size(), Coverage.all().size(), "an operator has two rows");
    }

    @Test
    void everyTwinBelongsToAnOperator() {
        assertEquals(Twins.all().stream().map(Twin::name).sorted().toList(), Coverage.all().stream().flatMap(row -> row.twins().stream()).sorted().toList());
    }

    @Test
    void whereThereIsNoTwinTheReasonIsTold() {
        for (Coverage row : Coverage.all()) assertEquals(row.twins().isEmpty(), row.peer().startsWith("none: "), row.toRow());
        assertFalse(Coverage.all().stream().allMatch(row -> row.twins().isEmpty()));
    }
}
