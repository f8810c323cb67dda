package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the students in a zip: Moodle's, or one with a folder or an archive for each student.
final class ZipBatch {
    private final Zip zip;
    private final Batch batch;
    private final Map<Object, List<Part>> parts = new HashMap<>();

    /// An entry and its name inside its submission.
    private record Part(ZipEntryHead head, String name) { }

    ZipBatch(Zip zip, Batch batch) {
        this.zip = zip;
        this.batch = batch;
    }

    /// Adds all submissions.
    ///
    /// @param name the archive's name, which is the student's if there is only one
    void read(String name) {
        String root = commonFolder();
        String moodleRoot = isMoodle("") ? "" : root;
        if (isMoodle(moodleRoot)) {
            for (ZipEntryHead head : zip.entries) addMoodle(head, moodleRoot);
        } else if (isOne("")) {
            for (ZipEntryHead head : zip.entries) add(name, new Part(head, head.name()));
        } else {
            String above = isOne(root) ? "" : root; // a folder that holds answers itself is a student's, another one holds the students
            for (ZipEntryHead head : zip.entries) addFolder(head, above);
        }
    }

    private boolean isMoodle(String root) {
        return zip.entries.stream().anyMatch(entry -> entry.name().startsWith(root) && Student.of(entry.name().substring(root.length())) != null);
    }

    private boolean isOne(String root) {
        return zip.entries.stream().anyMatch(entry -> entry.name().startsWith(root) && Places.isInside(entry.name().substring(root.length())));
    }

    /// Returns the one folder that holds everything, with its `/`, or an empty text. Somebody may have packed the archive anew.
    private String commonFolder() {
        Set<String> folders = new TreeSet<>();
        for (ZipEntryHead entry : zip.entries) {
            if (EntryPath.leftOut(entry.name()).isEmpty()) folders.add(entry.name().substring(0, entry.name().indexOf('/') + 1));
        }
        return folders.size() == 1 ? folders.iterator().next() : "";
    }

    private void addMoodle(ZipEntryHead head, String root) {
        Student student = head.name().startsWith(root) ? Student.of(head.name().substring(root.length())) : null;
        if (student == null) {
            stray(head);
        } else if (!student.rest().isEmpty()) {
            add(new Student(student.name(), student.number(), ""), new Part(head, student.rest()));
        } else if (!head.isFolder()) {
            stray(head);
        }
    }

    private void addFolder(ZipEntryHead head, String above) {
        String below = head.name().startsWith(above) ? head.name().substring(above.length()) : "";
        int slash = below.indexOf('/');
        String top = slash < 0 ? below : below.substring(0, slash);
        if (slash > 0 && !top.equals("..") && !top.equals(".")) {
            if (EntryPath.leftOut(below).isEmpty() || !top.startsWith(".") && !top.equals("__MACOSX")) add(top, new Part(head, below.substring(slash + 1)));
        } else if (Places.isArchive(top)) {
            add(Places.withoutZip(top), new Part(head, top));
        } else {
            stray(head);
        }
    }

    private void stray(ZipEntryHead head) {
        boolean hidden = EntryPath.refusal(head.name(), Caps.STANDARD).isEmpty() && !EntryPath.leftOut(EntryPath.plain(head.name())).isEmpty();
        if (!hidden && !head.isFolder()) batch.stray(head.name());
    }

    private void add(Object student, Part part) {
        List<Part> known = parts.get(student);
        if (known != null) {
            known.add(part);
            return;
        }
        List<Part> own = new ArrayList<>(List.of(part));
        parts.put(student, own);
        SubmissionReader.Source source = (budget, notes) -> items(own, budget, notes);
        if (student instanceof Student named) batch.add(named, source);
        else batch.add((String) student, (String) student, source);
    }

    private List<Item> items(List<Part> own, Budget budget, Notes notes) throws Rejection {
        var items = new ZipItems(zip, "", budget, notes);
        for (Part part : own) {
            if (!part.name.isEmpty()) items.add(part.head, part.name); // the student's own folder
        }
        return items.sorted();
    }
}
