package upsampling.grader.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import upsampling.grader.plan.LessonPlan;

/// Collects whose files are whose, then reads one submission after the other.
final class Batch {
    private static final int MOST_STRAY = 50;
    private static final String NOBODY = "of-no-student";

    private final List<LessonPlan> lessons;
    private final Caps caps;
    private final IntakeListener listener;
    private final JavaText javaText = new JavaText();
    private final Map<String, Group> groups = new TreeMap<>();
    private final TreeSet<String> stray = new TreeSet<>();

    Batch(List<LessonPlan> lessons, Caps caps, IntakeListener listener) {
        this.lessons = lessons;
        this.caps = caps;
        this.listener = listener;
    }

    /// The files of one student.
    ///
    /// @param key what tells two students apart
    /// @param number Moodle's, or empty
    /// @param names what the source calls the student: one name, or somebody has made the source by hand
    private record Group(String key, String number, boolean team, TreeSet<String> names, List<SubmissionReader.Source> sources) {
        List<Item> items(Budget budget, Notes notes) throws IOException, Rejection {
            if (names.size() > 1) throw new Rejection("the number " + number + " belongs to several names: " + Quoted.of(String.join(", ", names)));
            if (team) notes.remark("the team has no number in Moodle: enter its grade by hand");
            List<Item> all = new ArrayList<>();
            for (SubmissionReader.Source source : sources) all.addAll(source.items(budget, notes));
            return all;
        }
    }

    /// Adds files of the student or team that Moodle names.
    void add(Student student, SubmissionReader.Source source) {
        boolean team = student.number().isEmpty();
        add(team ? "team " + student.name() : "number " + student.number(), student.number(), team, student.name(), source);
    }

    /// Adds files of somebody who is known by the name of a folder or repository.
    ///
    /// @param key what tells them apart, such as the repository's address
    void add(String key, String name, SubmissionReader.Source source) {
        add("name " + key, "", false, name, source);
    }

    private void add(String key, String number, boolean team, String name, SubmissionReader.Source source) {
        Group group = groups.computeIfAbsent(key, _ -> new Group(key, number, team, new TreeSet<>(), new ArrayList<>()));
        group.names.add(name);
        group.sources.add(source);
    }

    /// Notes a file that belongs to nobody.
    void stray(String path) {
        stray.add(path);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    private Map<String, String> idsByKey() {
        var ids = new Ids();
        ids.reserve(NOBODY);
        for (Group group : groups.values()) ids.add(group.key, group.number.isEmpty() ? group.names.first() : group.number);
        return ids.all();
    }

    /// Returns the ids of all submissions, ordered, and reads none.
    List<String> ids() {
        List<String> ids = new ArrayList<>(idsByKey().values());
        if (!stray.isEmpty()) ids.add(NOBODY);
        ids.sort(null);
        return ids;
    }

    /// Reads all submissions; ordered by id.
    List<Submission> read() {
        List<Submission> read = new ArrayList<>();
        Map<String, String> all = idsByKey();
        for (Group group : groups.values()) group.sources.forEach(SubmissionReader.Source::begin);
        try (var cellPieces = new CellPieces(javaText)) {
            for (Group group : groups.values()) {
                var answers = new Answers(lessons, javaText, cellPieces);
                read.add(new SubmissionReader(answers, caps).read(all.get(group.key), group.names.first(), group::items));
                listener.read(read.size(), groups.size());
            }
        }
        if (!stray.isEmpty()) read.add(ofNobody());
        read.sort(Comparator.comparing(Submission::id));
        return read;
    }

    private Submission ofNobody() {
        List<String> remarks = new ArrayList<>();
        for (String path : stray) {
            if (remarks.size() == MOST_STRAY) {
                remarks.add("and " + (stray.size() - MOST_STRAY) + " more");
                break;
            }
            remarks.add(Quoted.of(path) + " belongs to no student: its name does not say whose it is");
        }
        return Submission.rejected(NOBODY, "(files of no student)", remarks, List.of());
    }
}
