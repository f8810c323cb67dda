package upsampling.grader.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import upsampling.grader.intake.Submission;
import upsampling.grader.plan.LessonPlan;
import upsampling.grader.result.Json;
import upsampling.grader.run.GraderFailure;
import upsampling.grader.run.Sha256;

/// What a finished shard says, for the merge: `shards/3-of-16.json`. It is written last, so a shard that was cut off has none.
///
/// @param index from 0
/// @param count of all shards
/// @param batch the hash of all submissions of the batch and of what they were graded with: the same in every shard
/// @param submissions the ids of its own
/// @param tier of its wall
record ShardReport(int index, int count, String batch, List<String> submissions, String tier) {
    private static final String FOLDER = "shards";

    static ShardReport of(Shard shard, List<Submission> all, List<LessonPlan> lessons, String tier, long seed) {
        MessageDigest digest = Sha256.start();
        digest.update(("seed " + seed).getBytes(StandardCharsets.UTF_8));
        for (LessonPlan lesson : lessons) lesson.tasks().forEach(task -> digest.update(task.id().getBytes(StandardCharsets.UTF_8)));
        for (Submission one : all) digest.update((one.id() + "\n").getBytes(StandardCharsets.UTF_8));
        List<String> own = shard.of(all).stream().map(Submission::id).toList();
        return new ShardReport(shard.index(), shard.count(), HexFormat.of().formatHex(digest.digest(), 0, 16), own, tier);
    }

    void write(Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve(FOLDER));
        Store.write(folder.resolve(new Shard(index, count) + ".json"), Json.PRETTY.toJson(this));
    }

    /// Makes sure that all shards of a batch have finished.
    ///
    /// @param all the ids of its submissions
    /// @throws GraderFailure unless there is one of each, all of the same batch, and every submission is in exactly one
    static void check(Path out, Collection<String> all) throws IOException {
        List<ShardReport> reports = new ArrayList<>();
        Path folder = out.resolve(FOLDER);
        if (!Files.isDirectory(folder)) throw new GraderFailure("grade --merge: no shard has finished in " + out + " yet");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) reports.add(Json.COMPACT.fromJson(Files.readString(file), ShardReport.class));
        }
        Set<Integer> counts = reports.stream().map(ShardReport::count).collect(Collectors.toCollection(TreeSet::new));
        if (counts.size() != 1) throw new GraderFailure("grade --merge: the shards in %s come from cuts into %s; grade into a folder of its own for each cut".formatted(out, counts));
        int count = counts.iterator().next();
        Set<Integer> there = reports.stream().map(ShardReport::index).collect(Collectors.toSet());
        List<Integer> missing = IntStream.range(0, count).filter(index -> !there.contains(index)).boxed().toList();
        if (!missing.isEmpty()) throw new GraderFailure("grade --merge: of %d shards these have not finished: %s; run each with --shard i/%d, and merge again".formatted(count, missing, count));
        if (reports.stream().map(ShardReport::batch).distinct().count() > 1) throw new GraderFailure("grade --merge: the shards in " + out + " were given different submissions or settings");
        Set<String> ids = new HashSet<>();
        for (ShardReport report : reports) {
            for (String id : report.submissions) if (!ids.add(id)) throw new GraderFailure("grade --merge: submission " + id + " is in two shards");
        }
        Set<String> expected = new HashSet<>(all);
        if (!expected.equals(ids)) {
            expected.removeAll(ids);
            throw new GraderFailure("grade --merge: the shards have graded %d submissions, and not %s".formatted(ids.size(), expected.isEmpty() ? "only these" : expected));
        }
    }
}
