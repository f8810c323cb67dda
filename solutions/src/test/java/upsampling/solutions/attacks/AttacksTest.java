package upsampling.solutions.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import upsampling.grader.Verdict;
import upsampling.grader.jail.Jail;
import upsampling.grader.jail.Walls;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.WorkFolder;

/// Every attack of the corpus succeeds on a naive grader and fails on ours.
///
/// One attack of each row behind the best wall; with `-Dcourse.full=true`, which `./course test --full` sets, all of them behind every wall of this machine.
/// `-Dattacks.only=A-02` chooses by name, `-Dattacks.walls=uid,none` by wall. `-Dattacks.rewrite=true` writes the table anew; look at the difference before it is committed.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttacksTest {
    private static final boolean FULL = Boolean.getBoolean("course.full");
    private static final String WALLS = System.getProperty("attacks.walls", "");
    private static final int ROWS = 34;
    private static final Table TABLE = new Table();

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folder;

    private static List<Attack> corpus;
    private static List<Attack> chosen;

    @BeforeAll
    static void readCorpus() throws IOException {
        assertTrue(folder.toFile().setExecutable(true, false)); // another user runs the programs
        corpus = Attack.all();
        String only = System.getProperty("attacks.only", "");
        Set<String> rows = new HashSet<>();
        chosen = corpus.stream().filter(attack -> only.isEmpty() ? FULL || rows.add(attack.row()) : Stream.of(only.split(",")).anyMatch(attack.name()::startsWith)).toList();
        if (chosen.size() < corpus.size()) {
            System.out.println("AttacksTest: " + chosen.size() + " of " + corpus.size() + " attacks, the first of each row; ./course test --full runs them all, behind every wall");
        }
    }

    @Test
    @Order(1)
    void everyRowHasTwoAttacks() {
        Map<String, Long> rows = corpus.stream().collect(Collectors.groupingBy(Attack::row, TreeMap::new, Collectors.counting()));
        assertEquals(ROWS, rows.size(), rows::toString);
        rows.forEach((row, count) -> assertTrue(count >= 2, row + " has " + count));
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> itSucceedsOnANaiveGrader() {
        var control = new Control(folder.resolve("naive"));
        Map<Attack, Future<Boolean>> running = new LinkedHashMap<>();
        try (ExecutorService pairs = Executors.newFixedThreadPool(2)) {
            for (Attack attack : chosen) {
                running.put(attack, pairs.submit(() -> {
                    try (var place = new Place(folder.resolve("naive-places").resolve(attack.name()))) {
                        Seen seen = control.run(attack, place);
                        boolean happened = attack.effect().happened(attack, place, seen);
                        if (!happened) System.out.println(attack + " on the naive grader: " + seen);
                        return happened;
                    }
                }));
            }
        }
        return running.entrySet().stream().map(entry -> dynamicTest(entry.getKey().name(), () -> {
            TABLE.put(entry.getKey(), Table.NAIVE, entry.getValue().get() ? "works" : "fails");
            assertTrue(entry.getValue().get(), "an attack that fails here proves nothing elsewhere; the text above says what became of it");
        }));
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> itFailsOnOurs() throws IOException, InterruptedException {
        List<DynamicTest> tests = new ArrayList<>();
        List<Attack> onAnswers = chosen.stream().filter(attack -> !attack.isOnIntake()).toList();
        boolean isBest = true;
        for (Jail jail : Walls.all()) {
            if (!jail.obstacle().isEmpty()) {
                System.out.println("AttacksTest: not behind " + jail.name() + ": " + jail.obstacle());
            } else if (!WALLS.isEmpty() && !WALLS.contains(jail.name())) {
                System.out.println("AttacksTest: not behind " + jail.name() + ", since -Dattacks.walls=" + WALLS);
            } else if (!isBest && !FULL) {
                System.out.println("AttacksTest: not behind " + jail.name() + ", since a better wall is there; ./course test --full tries all");
            } else {
                try (WorkFolder work = WorkFolder.create()) {
                    tests.addAll(behind(Ours.behind(jail, folder.resolve("kept"), work, folder.resolve(jail.name())), onAnswers, isBest));
                    isBest = false;
                } catch (GraderFailure cannot) { // whether the machine or we are to blame is said by SelfProbeTest
                    System.out.println("AttacksTest: not behind " + jail.name() + ": " + cannot.getMessage());
                }
            }
        }
        assertFalse(tests.isEmpty(), "no wall works on this machine, not even 'none'");
        return tests.stream();
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> itFailsOnOurIntake() {
        return chosen.stream().filter(Attack::isOnIntake).map(attack -> dynamicTest(attack.name(), () -> {
            try (var place = new Place(folder.resolve("intake-places").resolve(attack.name()))) {
                OurIntake.Read read = OurIntake.read(HandedIn.make(attack, folder.resolve("intake").resolve(attack.name()), place));
                TABLE.put(attack, Table.HANDED_IN, read.status().name());
                for (String wall : Table.walls()) TABLE.put(attack, wall, Table.NO_WALL);
                assertTrue(attack.verdict().contains(read.status().name()), () -> read.status() + " " + read.remarks());
                assertFalse(attack.effect().happened(attack, place, read.seen()), () -> "it works: " + read);
                assertTrue(read.seen().othersKept(), () -> "the honest student's files are not what they were: " + read);
            }
        }));
    }

    private static List<DynamicTest> behind(Ours ours, List<Attack> attacks, boolean isBest) throws IOException, InterruptedException {
        String wall = ours.walls().probe().label();
        int tier = ours.walls().probe().tier();
        Map<Attack, Place> places = places(wall + " handed in", attacks);
        long start = System.nanoTime();
        Map<Attack, Seen> handedIn = ours.grade(attacks, places, true);
        Map<Attack, Boolean> happened = happened(handedIn, places);
        List<Attack> refused = attacks.stream().filter(attack -> handedIn.get(attack).verdict() == Verdict.FORBIDDEN && !attack.stoppedByRuleOnly()).toList();
        Map<Attack, Place> barePlaces = places(wall, refused);
        Map<Attack, Seen> bare = new HashMap<>(handedIn);
        bare.putAll(ours.grade(refused, barePlaces, false));
        System.out.println("AttacksTest: " + attacks.size() + " attacks behind " + wall + ", " + refused.size() + " of them once more without the rule on calls: "
            + (System.nanoTime() - start) / 1_000_000_000 + " s");
        Map<Attack, Boolean> bareHappened = new HashMap<>(happened);
        bareHappened.putAll(happened(bare.entrySet().stream().filter(one -> refused.contains(one.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), barePlaces));
        List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (Attack attack : attacks) {
            tests.add(dynamicTest(wall + " " + attack.name(), () -> {
                List<String> declaredBehind = attack.verdictBehind(tier);
                if (isBest) TABLE.put(attack, Table.HANDED_IN, text(attack.verdict()));
                TABLE.put(attack, wall, Table.cell(attack, bareHappened.get(attack), text(declaredBehind)));
                boolean isRefused = attack.verdict().contains("FORBIDDEN");
                assertSeen(attack, handedIn.get(attack), isRefused ? attack.verdict() : declaredBehind, "as handed in");
                boolean mustFail = isRefused || attack.mustStop(tier);
                assertFalse(mustFail && (happened.get(attack) || isWorthMore(attack, handedIn.get(attack))), () -> "as handed in it works: " + handedIn.get(attack));
                if (attack.stoppedByRuleOnly()) return;
                assertSeen(attack, bare.get(attack), declaredBehind, "with the rule put aside");
                if (attack.mustStop(tier)) assertFalse(bareHappened.get(attack) || isWorthMore(attack, bare.get(attack)), () -> "the wall does not stop it: " + bare.get(attack));
            }));
        }
        tests.add(dynamicTest(wall + ": no program is left", () -> assertEquals(List.of(), left)));
        return tests;
    }

    private static void assertSeen(Attack attack, Seen seen, List<String> verdicts, String when) {
        assertTrue(verdicts.contains(seen.verdict().name()), () -> when + " the verdict must be " + text(verdicts) + ", but is " + seen.verdict() + ": " + seen.message());
        assertTrue(seen.othersKept(), () -> when + " others lost points: " + seen.message());
    }

    private static boolean isWorthMore(Attack attack, Seen seen) {
        return seen.points() > attack.points();
    }

    private static String text(List<String> verdicts) {
        return String.join(" or ", verdicts);
    }

    private static Map<Attack, Place> places(String wall, List<Attack> attacks) throws IOException {
        Map<Attack, Place> places = new HashMap<>();
        for (Attack attack : attacks) places.put(attack, new Place(folder.resolve(wall.replace(' ', '-')).resolve(attack.name())));
        return places;
    }

    private static Map<Attack, Boolean> happened(Map<Attack, Seen> seen, Map<Attack, Place> places) throws IOException, InterruptedException {
        Map<Attack, Boolean> happened = new HashMap<>();
        for (Map.Entry<Attack, Seen> one : seen.entrySet()) {
            try (Place place = places.get(one.getKey())) {
                happened.put(one.getKey(), one.getKey().effect().happened(one.getKey(), place, one.getValue()));
            }
        }
        return happened;
    }

    @Test
    @Order(4)
    void theCommittedTableSaysWhatHappened() throws IOException {
        String fresh = TABLE.text(corpus);
        if (Boolean.getBoolean("attacks.rewrite")) Files.writeString(Table.FILE, fresh);
        assertEquals(fresh, Files.readString(Table.FILE), () -> Table.FILE + " is out of date; run this test with -Dattacks.rewrite=true -Dcourse.full=true and look at what changed");
    }
}
