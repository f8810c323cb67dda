package upsampling.cli;

import java.nio.file.Files;

/// What only the teacher's course has. A students' copy is the same course without the module `solutions`.
final class TeachersCourse {
    private TeachersCourse() { }

    /// Whether this is the teacher's course.
    static boolean isHere(Place place) {
        return Files.isDirectory(place.root().resolve("solutions"));
    }

    /// Goes on in the teacher's course only.
    ///
    /// @param what what is asked for, as the beginning of a sentence in the plural
    /// @param instead what a student may do
    /// @throws Failure elsewhere
    static void needed(Place place, String what, String instead) {
        if (!isHere(place)) throw Failure.usage(what + " belong to the teacher's course, and this is a students' copy; " + instead);
    }
}
