package upsampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Guards the structure of the library: packages depend to the left only, and outside libraries are known in one place each.
///
/// `tensor <- backend <- op <- autograd <- nn`, beside them `init`, `metric`, `data`, `show`, and above `show` the words of the
/// lessons, `lesson`. The one exception: `Tensor` names `Backend` and
/// `ScalarBackend`, since it carries its backend and its factories default to the plain loops.
class ImportRulesTest {
    private static final Path SOURCES = Path.of("src/main/java/upsampling");

    /// Package -> the packages of this library that it may name.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "tensor", Set.of(),
            "backend", Set.of("tensor"),
            "op", Set.of("tensor", "backend"),
            "autograd", Set.of("tensor", "backend", "op"),
            "nn", Set.of("tensor", "backend", "op", "autograd", "init"),
            "init", Set.of("tensor", "backend", "op", "data"),
            "metric", Set.of("tensor", "backend", "op", "data"),
            "data", Set.of("tensor", "backend", "op"),
            "show", Set.of("tensor", "backend", "op", "autograd", "nn", "init", "metric", "data"),
            "lesson", Set.of("tensor", "show"));

    private static final Set<String> TENSOR_MAY_NAME = Set.of("upsampling.backend.Backend", "upsampling.backend.ScalarBackend");

    /// Outside library -> the beginnings of the paths that may name it.
    private static final Map<String, List<String>> OUTSIDE = Map.of(
            "jcuda.", List.of("backend/cuda/CudaDriver", "backend/cuda/JCudaLoader", "backend/cuda/DeviceMemory", "backend/cuda/LaunchBlock"),
            "jdk.incubator.", List.of("backend/vector/", "backend/VectorBackend", "backend/Backends"),
            "org.jfree.", List.of("show/"),
            "tech.tablesaw.", List.of("show/"),
            "org.hipparchus.", List.of("data/Fourier", "metric/LinearAlgebra"));

    private static final Pattern OWN_NAME = Pattern.compile("\\bupsampling\\.(\\w+)\\.(\\w+)");

    /// Returns what a file names although it must not; comments count, because a link in Javadoc is a dependency for the reader.
    private static List<String> violations(String path, String source) {
        List<String> found = new ArrayList<>();
        String ownPackage = path.substring(0, path.indexOf('/'));
        Set<String> allowed = MAY_USE.get(ownPackage);
        if (allowed == null) return List.of(path + " lies in the package " + ownPackage + ", for which this test has no rule");
        Matcher name = OWN_NAME.matcher(source);
        while (name.find()) {
            boolean isException = path.equals("tensor/Tensor.java") && TENSOR_MAY_NAME.contains(name.group());
            boolean isPackage = MAY_USE.containsKey(name.group(1));
            if (isPackage && !name.group(1).equals(ownPackage) && !allowed.contains(name.group(1)) && !isException) {
                found.add(path + " names " + name.group() + ", but " + ownPackage + " may use only " + allowed);
            }
        }
        OUTSIDE.forEach((library, places) -> {
            boolean isNamed = Pattern.compile("\\b" + Pattern.quote(library)).matcher(source).find();
            if (isNamed && places.stream().noneMatch(path::startsWith)) found.add(path + " names " + library + "*, which only " + places + " may");
        });
        return found;
    }

    @Test
    void packagesDependToTheLeftOnly() throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
                String relative = SOURCES.relativize(path).toString().replace('\\', '/');
                found.addAll(violations(relative, Files.readString(path)));
                files++;
            }
        }
        assertTrue(files >= 25, "only " + files + " files were read; is the working directory the module lib?");
        assertEquals("", String.join("\n", found));
    }

    @Test
    void aForbiddenImportIsFound() {
        assertEquals(1, violations("tensor/Shape.java", "import upsampling.backend.Backend;").size());
        assertEquals(1, violations("tensor/Tensor.java", "import upsampling.backend.Interrupts;").size());
        assertEquals(1, violations("backend/ScalarBackend.java", "import upsampling.op.MaxPool2d;").size());
        assertEquals(1, violations("op/MaxPool2d.java", "static void f() { upsampling.show.Show.show(1); }").size());
        assertEquals(1, violations("op/MaxPool2d.java", "import static upsampling.data.Noise.normal;").size());
        assertEquals(1, violations("backend/ScalarBackend.java", "import jdk.incubator.vector.FloatVector;").size());
        assertEquals(1, violations("metric/Cost.java", "import org.jfree.chart.JFreeChart;").size());
        assertEquals(1, violations("data/Fields.java", "import tech.tablesaw.api.Table;").size());
        assertEquals(1, violations("backend/Backends.java", "import jcuda.driver.CUdevice;").size());
        assertEquals(1, violations("op/Blur.java", "import org.hipparchus.transform.DftNormalization;").size());
        assertEquals(1, violations("other/Thing.java", "").size());
    }

    @Test
    void anAllowedImportIsNot() {
        assertEquals(List.of(), violations("tensor/Tensor.java", "import upsampling.backend.Backend;\nimport upsampling.backend.ScalarBackend;"));
        assertEquals(List.of(), violations("op/MaxPool2d.java", "import upsampling.tensor.Tensor;\nimport upsampling.backend.Interrupts;"));
        assertEquals(List.of(), violations("backend/vector/Tile.java", "import jdk.incubator.vector.FloatVector;"));
        assertEquals(List.of(), violations("show/Charts.java", "import org.jfree.chart.JFreeChart;\nimport upsampling.metric.Cost;"));
    }
}
