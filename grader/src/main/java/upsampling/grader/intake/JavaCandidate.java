package upsampling.grader.intake;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import upsampling.grader.plan.LessonPlan;
import upsampling.grader.plan.TaskPlan;

/// A Java file that may be an answer.
///
/// @param path in the submission
/// @param rank 0 for the course's own folder `work/answers`, more for places that say less
/// @param name the file's name as Java needs it
record JavaCandidate(String path, int rank, int lesson, String name, byte[] bytes, JavaOutline outline) {
    private static final Pattern PLACE = Pattern.compile("(?:^|/)((work/)?answers/)?lesson(\\d\\d)/[^/]+$");
    private static final Pattern PACKAGE = Pattern.compile("answers\\.lesson(\\d\\d)");
    private static final Pattern NAME = Pattern.compile("[\\p{javaJavaIdentifierStart}&&[^$]][\\p{javaJavaIdentifierPart}&&[^$]]*\\.java");
    /// Folders of the course's own repository, which a student may hand in as a whole.
    private static final Set<String> COURSE = Set.of("src", "starters");
    private static final Set<String> DESCRIPTORS = Set.of("package-info.java", "module-info.java");
    private static final int LOOSE = 3;

    /// Whether a path is worth reading.
    static boolean mayBe(String path) {
        for (String part : path.split("/")) {
            if (COURSE.contains(part)) return false;
        }
        return !DESCRIPTORS.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /// Returns the candidate, or null if the file belongs to no lesson.
    static JavaCandidate of(String path, byte[] bytes, JavaOutline outline, List<LessonPlan> lessons, Notes notes) {
        Matcher place = PLACE.matcher(path);
        Matcher declared = PACKAGE.matcher(outline.packageName());
        int rank = LOOSE;
        int lesson;
        if (place.find()) {
            rank = place.group(1) == null ? 2 : place.group(2) == null ? 1 : 0;
            lesson = Integer.parseInt(place.group(3));
        } else if (declared.matches()) {
            lesson = Integer.parseInt(declared.group(1));
        } else {
            return null;
        }
        if (lessons.stream().noneMatch(plan -> plan.number() == lesson)) return null;
        String name = path.substring(path.lastIndexOf('/') + 1);
        String given = name;
        if (!outline.publicType().isEmpty()) name = outline.publicType() + ".java"; // "MyMaxPool2d (1).java" is what a browser makes of it
        else if (!NAME.matcher(name).matches() && !outline.firstType().isEmpty()) name = outline.firstType() + ".java";
        if (!NAME.matcher(name).matches()) {
            notes.remark(Quoted.of(path) + " has no name that a Java file can have; it is refused");
            return null;
        }
        if (!name.equals(given)) notes.remark(Quoted.of(path) + " is read as " + name + ", the name of the type in it");
        return new JavaCandidate(path, rank, lesson, name, bytes, outline);
    }

    /// Whether it holds more of a lesson's tasks than starters.
    boolean isWritten(LessonPlan plan) {
        boolean starter = false;
        for (TaskPlan task : plan.tasks()) {
            Boolean written = outline.methods().get(task.method().getName());
            if (written == null) continue;
            if (written) return true;
            starter = true;
        }
        return !starter;
    }

    SourceFile file() {
        return new SourceFile(lesson, name, bytes, new Origin.JavaFile(path.substring(path.lastIndexOf('/') + 1)));
    }
}
