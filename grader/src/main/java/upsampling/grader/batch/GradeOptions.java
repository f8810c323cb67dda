package upsampling.grader.batch;

import java.nio.file.Path;
import upsampling.grader.Seed;
import upsampling.grader.jail.Walls;

/// What a person asks a batch for.
///
/// @param out the folder of the run
/// @param selection a lesson's number or name, the id of a task or of several, or null for the lessons that somebody has answered
/// @param jail the name of a wall, or null for the best one that works
/// @param requiredTier fewer is refused
/// @param jobs how many submissions at a time, >= 1
/// @param seed from which hidden tests draw
/// @param salt `default`, or `own` for a seed of the teacher's
/// @param again whether results that are there are made anew
/// @param shard its share of the batch
/// @param roots where {@link Walls} keeps what it prepares
/// @param starters the folder with the templates of answers
public record GradeOptions(Path out, String selection, String jail, int requiredTier, int jobs, Seed seed, String salt, boolean again, Shard shard, Path roots, Path starters) { }
