package upsampling.solutions.attacks;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import upsampling.grader.intake.Origin;
import upsampling.grader.intake.SourceFile;
import upsampling.grader.intake.Submission;

/// A submission that attacks the grader: the files of a folder, or what [HandedIn] makes of `handed-in.txt`; and what `attack.properties` beside them says.
///
/// ```
/// what      what it does, in one sentence
/// task      the task it is handed in for; the others are answered honestly by the files in `honest`
/// effect    how it is seen that it worked, see {@link Effect}
/// tests     which tests the naive grader runs, see {@link Naive.Tests}; `all` if nothing is said
/// stops     the lowest tier whose wall must stop it; `rule` if only the rule on what an answer may call can
/// verdict   of our grader, as handed in; `A or B` if both are right. Of an attack on the intake: OK, WARNED or REJECTED
/// wall      the verdict with that rule put aside; `wall.T0` and `wall.T1` where it differs behind lower walls; else the same
/// student   the name that the student has given himself; the attack's name if nothing is said
/// points    what the task is worth without the attack; 0 if nothing is said
/// ```
/// In the files `@PLACE@`, `@PORT@` and `@MARK@` stand for what an attacker knows of the grader: a folder with a secret and with the grades, a port that somebody
/// listens on, and a word to recognise the attacker by.
///
/// @param name such as `A-02-exit-zero`; the first four characters are its row in the table of the specification
record Attack(Path folder, String name, Properties said) {
    private static final Set<String> KEYS = Set.of("what", "task", "effect", "tests", "stops", "verdict", "wall", "wall.T0", "wall.T1", "points", "student");
    static final Path CORPUS = Path.of("src", "test", "attacks");
    private static final int ROW = 4;

    /// Reads the corpus, ordered by name.
    static List<Attack> all() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            List<Attack> all = new ArrayList<>();
            for (Path folder : folders.filter(path -> Files.exists(path.resolve("attack.properties"))).sorted().toList()) all.add(read(folder));
            return all;
        }
    }

    private static Attack read(Path folder) throws IOException {
        var said = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("attack.properties"))) {
            said.load(in);
        }
        for (String key : said.stringPropertyNames()) {
            if (!KEYS.contains(key)) throw new IllegalArgumentException(folder + ": there is no key " + key + "; allowed are " + KEYS);
        }
        return new Attack(folder, folder.getFileName().toString(), said);
    }

    /// Returns the answers that stand in every submission beside the attack, unless it has a file of that name.
    private static Path honest() {
        return CORPUS.resolve("honest");
    }

    String row() {
        return name.substring(0, ROW);
    }

    String what() {
        return required("what");
    }

    String task() {
        return required("task");
    }

    int lesson() {
        return Integer.parseInt(task().substring(0, task().indexOf('.')));
    }

    Effect effect() {
        return Effect.valueOf(required("effect").toUpperCase(Locale.ROOT));
    }

    Naive.Tests tests() {
        return Naive.Tests.valueOf(said.getProperty("tests", "all").toUpperCase(Locale.ROOT));
    }

    String student(Place place) {
        return place.filledIn(said.getProperty("student", name));
    }

    double points() {
        return Double.parseDouble(said.getProperty("points", "0"));
    }

    /// Whether a wall of that tier must stop it with the rule put aside.
    boolean mustStop(int tier) {
        String stops = required("stops");
        return !stops.equals("rule") && tier >= Integer.parseInt(stops.substring(1));
    }

    /// Whether the rule on what an answer may call is all that can stop it: what it does is what an answer does.
    boolean stoppedByRuleOnly() {
        return required("stops").equals("rule");
    }

    List<String> verdict() {
        return verdicts(required("verdict"));
    }

    /// Returns the verdicts behind a wall with the rule put aside.
    List<String> verdictBehind(int tier) {
        String general = said.getProperty("wall", required("verdict"));
        for (int higher = tier; higher < 2; higher++) {
            String own = said.getProperty("wall.T" + higher);
            if (own != null) return verdicts(own);
        }
        return verdicts(general);
    }

    private static List<String> verdicts(String text) {
        return List.of(text.split(" or "));
    }

    /// Whether it attacks those who read what students have handed in, before anything is compiled.
    boolean isOnIntake() {
        return isHandedInAsFiles() && Stream.of(Submission.Status.values()).anyMatch(status -> verdict().contains(status.name()));
    }

    /// Whether it is a notebook, an archive or the like, which the intake makes Java files of.
    boolean isHandedInAsFiles() {
        return Files.exists(folder.resolve("handed-in.txt"));
    }

    private String required(String key) {
        String value = said.getProperty(key);
        if (value == null) throw new IllegalArgumentException(folder + "/attack.properties: " + key + " is missing");
        return value;
    }

    /// Returns the files as they are handed in.
    List<SourceFile> files(Place place) throws IOException {
        List<SourceFile> files = new ArrayList<>(isHandedInAsFiles() ? OurIntake.files(HandedIn.make(this, place.beside("handed-in"), place)) : files(folder, place));
        for (SourceFile file : files(honest(), place)) {
            boolean isOther = file.lesson() == lesson() && !file.name().equals(Control.starter(task()) + ".java");
            if (isOther && files.stream().noneMatch(one -> one.name().equals(file.name()))) files.add(file);
        }
        return files;
    }

    /// Returns the files of the student who attacks nobody.
    ///
    /// @param number makes the files different from everybody else's, so that they are graded and not looked up
    static List<SourceFile> honest(int lesson, int number) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : files(honest(), null)) {
            if (file.lesson() != lesson) continue;
            String text = new String(file.bytes(), StandardCharsets.UTF_8) + "// " + number + "\n";
            files.add(new SourceFile(lesson, file.name(), text.getBytes(StandardCharsets.UTF_8), file.origin()));
        }
        return files;
    }

    private static List<SourceFile> files(Path folder, Place place) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<SourceFile> files = new ArrayList<>();
            for (Path file : found.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                String text = Files.readString(file);
                String name = file.getFileName().toString();
                int lesson = Integer.parseInt(file.getParent().getFileName().toString().substring("lesson".length()));
                files.add(new SourceFile(lesson, name, (place == null ? text : place.filledIn(text)).getBytes(StandardCharsets.UTF_8), new Origin.JavaFile(name)));
            }
            return files;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
