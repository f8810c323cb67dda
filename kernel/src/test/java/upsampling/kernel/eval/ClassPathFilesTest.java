package upsampling.kernel.eval;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathFilesTest {
    private final Set<Kind> classes = EnumSet.of(Kind.CLASS);
    private final StandardJavaFileManager javac = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    private final StandardJavaFileManager wrapped = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    private ClassPathFiles files;

    @TempDir
    private Path folder;

    @BeforeEach
    void wrap() {
        files = new ClassPathFiles(wrapped);
    }

    @AfterEach
    void close() throws IOException {
        javac.close();
        files.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upsampling.tensor", "upsampling.kernel.eval", "org.jfree.chart", "org.jfree", "tech.tablesaw.api", "com.google.gson",
        "it.unimi.dsi.fastutil.ints", "no.such.name", "java.util", "jdk.jshell"})
    void hasTheClassesThatJavacsOwnManagerHas(String packageName) throws IOException {
        assertEquals(names(javac, packageName), names(files, packageName));
    }

    @Test
    void theJdksPackagesAreNotAskedOfTheClassPath() throws IOException {
        Path jar = jar("late.jar", Map.of("java/util/Evil.class", "x"));
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(jar));

        assertEquals(Set.of(), names(files, "java.util"), "no class loader would define it");
    }

    @Test
    void theFirstOnTheClassPathWins() throws IOException {
        Path first = jar("first.jar", Map.of("p/A.class", "first"));
        Path second = Files.createDirectories(folder.resolve("classes/p")).getParent();
        Files.writeString(second.resolve("p/A.class"), "second");
        Files.writeString(second.resolve("p/B.class"), "only here");
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(first, second));

        List<String> contents = new ArrayList<>();
        for (JavaFileObject file : files.list(StandardLocation.CLASS_PATH, "p", classes, false)) {
            contents.add(files.inferBinaryName(StandardLocation.CLASS_PATH, file) + " " + content(file));
        }
        assertEquals("p.A first", contents.getFirst());
        assertEquals(Set.of("p.A first", "p.A second", "p.B only here"), Set.copyOf(contents));
    }

    @Test
    void readsTheClassForThisVersionOfJava() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n");
        entries.put("p/A.class", "old");
        entries.put("META-INF/versions/21/p/A.class", "for 21");
        entries.put("META-INF/versions/99/p/A.class", "for 99");
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(jar("multi.jar", entries)));

        JavaFileObject only = files.list(StandardLocation.CLASS_PATH, "p", classes, false).iterator().next();
        assertEquals("for 21", content(only));
    }

    @Test
    void findsPackagesInJarsWithoutEntriesForFolders() throws IOException {
        Path jar = folder.resolve("bare.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            write(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n");
            write(zip, "p/q/A.class", "x");
        }
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(jar));

        assertEquals(Set.of("p.q.A"), names(files, "p.q"));
        assertEquals(Set.of(), names(files, "p"), "a class of a subpackage is none of the package");
    }

    @Test
    void aChangedClassPathIsSeen() throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(jar("one.jar", Map.of("p/A.class", "x"))));
        assertEquals(Set.of("p.A"), names(files, "p"));

        files.handleOption("-classpath", List.of(jar("two.jar", Map.of("p/B.class", "x")).toString()).iterator());
        assertEquals(Set.of("p.B"), names(files, "p"));
    }

    @Test
    void filesKnowWhereTheyBelong() throws IOException {
        JavaFileObject own = files.list(StandardLocation.CLASS_PATH, "upsampling.tensor", classes, false).iterator().next();
        JavaFileObject jdks = files.list(files.getLocationForModule(StandardLocation.SYSTEM_MODULES, "java.base"), "java.util", classes, false)
                .iterator().next();

        assertTrue(files.contains(StandardLocation.CLASS_PATH, own));
        assertFalse(files.contains(StandardLocation.PLATFORM_CLASS_PATH, own));
        assertFalse(files.contains(StandardLocation.CLASS_PATH, jdks));
        assertTrue(files.isSameFile(own, own));
        assertFalse(files.isSameFile(own, jdks));
        String simple = files.inferBinaryName(StandardLocation.CLASS_PATH, own).replaceFirst(".*\\.", "");
        assertTrue(own.isNameCompatible(simple, Kind.CLASS));
        assertFalse(own.isNameCompatible(simple, Kind.SOURCE));
    }

    @Test
    void classFilesAreReadWhole() throws IOException {
        byte[] expected;
        try (InputStream stream = ClassPathFiles.class.getResourceAsStream("ClassPathFiles.class")) {
            expected = stream.readAllBytes();
        }
        JavaFileObject own = StreamSupport.stream(files.list(StandardLocation.CLASS_PATH, "upsampling.kernel.eval", classes, false).spliterator(), false)
                .filter(each -> files.inferBinaryName(StandardLocation.CLASS_PATH, each).equals(ClassPathFiles.class.getName())).findFirst().orElseThrow();
        try (InputStream stream = own.openInputStream()) {
            assertArrayEquals(expected, stream.readAllBytes());
        }
    }

    private Set<String> names(StandardJavaFileManager manager, String packageName) throws IOException {
        return StreamSupport.stream(manager.list(StandardLocation.CLASS_PATH, packageName, classes, false).spliterator(), false)
                .map(file -> manager.inferBinaryName(StandardLocation.CLASS_PATH, file))
                .collect(toCollection(TreeSet::new));
    }

    private static String content(JavaFileObject file) throws IOException {
        try (InputStream stream = file.openInputStream()) {
            return new String(stream.readAllBytes());
        }
    }

    /// A jar with an entry for each folder, as the JDK's tool and Maven write it.
    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        Set<String> folders = new TreeSet<>(List.of("META-INF/"));
        entries.keySet().forEach(entry -> {
            String[] parts = entry.split("/");
            for (int i = 1; i < parts.length; i++) {
                folders.add(String.join("/", Arrays.copyOf(parts, i)) + "/");
            }
        });
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String each : folders) {
                write(zip, each, "");
            }
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                write(zip, entry.getKey(), entry.getValue());
            }
        }
        return jar;
    }

    private static void write(ZipOutputStream zip, String entry, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content.getBytes());
        zip.closeEntry();
    }
}
