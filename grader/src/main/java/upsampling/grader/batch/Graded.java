package upsampling.grader.batch;

import java.util.List;
import java.util.SortedMap;

/// What is known of a submission when all its units are finished; its results lie under their names.
///
/// @param id unique and stable
/// @param name for display
/// @param intake OK, WARNED or REJECTED
/// @param remarks of the intake
/// @param ignored files that were not read
/// @param units the names of the results by lesson
/// @param tier that of the wall, such as `T2 unshare`
/// @param salt `default`, or `own` if the teacher has one
public record Graded(String id, String name, String intake, List<String> remarks, List<String> ignored, SortedMap<Integer, String> units, String tier, String salt) { }
