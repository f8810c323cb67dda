package upsampling.grader.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import upsampling.grader.intake.Submission;
import upsampling.grader.run.Sha256;

/// A share of a batch: which submissions are its own depends on their ids alone, so that every machine finds the same without talking to another.
///
/// @param index from 0
/// @param count of all shards, >= 1
public record Shard(int index, int count) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /// The whole batch.
    public static final Shard ALL = new Shard(0, 1);

    /// @throws IllegalArgumentException unless `0 <= index < count`
    public Shard {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("--shard: of %d shards the first is 0 and the last is %d, but was %d".formatted(count, count - 1, index));
        }
    }

    /// Reads `3/16`.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException("--shard: must be such as 3/16, the fourth of sixteen, but was '" + text + "'");
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /// Whether this is one share of several.
    public boolean isPart() {
        return count > 1;
    }

    /// Returns the submissions that are its own.
    public List<Submission> of(List<Submission> all) {
        return all.stream().filter(one -> owns(one.id())).toList();
    }

    boolean owns(String id) {
        int hash = ByteBuffer.wrap(Sha256.of(id.getBytes(StandardCharsets.UTF_8))).getInt();
        return Integer.remainderUnsigned(hash, count) == index;
    }

    /// Returns `3-of-16`.
    @Override
    public String toString() {
        return index + "-of-" + count;
    }
}
