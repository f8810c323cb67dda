package upsampling.grader.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import upsampling.grader.run.WorkFolder;

/// Fetches git repositories, and reads their files without ever checking them out: git's own list of the last commit says what is a file and what a link,
/// and a file's bytes come from the object store. So no hook, filter, submodule or file name of a student does anything here.
///
/// Several are fetched at a time, since git mostly waits for the network.
final class Clones implements AutoCloseable {
    private static final int AT_A_TIME = 8;
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final Duration READ_TIME = Duration.ofSeconds(30);
    private static final int LIST_BYTES = 8 << 20;
    private static final int LAST_LINE = 300;

    private final WorkFolder work;
    private final Path here;
    private final ExecutorService fetching = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory());
    private int clones;

    /// @param here what a relative path starts from
    Clones(Path here) throws IOException {
        this.here = here;
        work = WorkFolder.create();
    }

    /// Returns the files of a repository's last commit, which is cloned for that.
    ///
    /// @param address as the teacher wrote it
    SubmissionReader.Source of(String address) {
        Path folder = work.path().resolve("clone" + clones++);
        var clone = new FutureTask<>(() -> GitRun.of(work, here, TIME, LIST_BYTES, "clone", "--quiet", "--bare", "--depth", "1", "--no-tags", "--single-branch", "--no-local", "--template=",
            "--no-recurse-submodules", "--", address, folder.toString()));
        return new SubmissionReader.Source() {
            @Override
            public void begin() {
                fetching.execute(clone);
            }

            @Override
            public List<Item> items(Budget budget, Notes notes) throws IOException, Rejection {
                return Clones.this.items(folder, await(clone), budget, notes);
            }
        };
    }

    /// Returns the files of a clone by name.
    private List<Item> items(Path repository, GitRun clone, Budget budget, Notes notes) throws IOException, Rejection {
        if (!clone.succeeded()) throw new Rejection("git cannot clone it: " + said(clone));
        GitRun list = GitRun.of(work, repository, READ_TIME, LIST_BYTES, "ls-tree", "-r", "-z", "--long", "--full-tree", "HEAD");
        if (!list.succeeded()) throw new Rejection("git cannot read it: " + said(list));
        if (list.output().length == LIST_BYTES) throw new Rejection("it holds more files than anybody hands in");
        List<Item> items = new ArrayList<>();
        for (String line : new String(list.output(), StandardCharsets.UTF_8).split("\0")) {
            if (!line.isEmpty()) add(line, repository, items, budget, notes);
        }
        items.sort(Comparator.comparing(Item::path));
        return items;
    }

    private static GitRun await(Future<GitRun> run) throws IOException {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Adds a file from git's line `100644 blob 0123abcd     42<tab>path`.
    private void add(String line, Path repository, List<Item> items, Budget budget, Notes notes) throws Rejection {
        budget.entries(1);
        int tab = line.indexOf('\t');
        String[] words = line.substring(0, tab).trim().split(" +");
        String path = line.substring(tab + 1);
        if (words[0].equals("120000")) {
            notes.remark(Quoted.of(path) + " is a link; it is refused");
        } else if (!words[1].equals("blob")) {
            notes.remark(Quoted.of(path) + " is another repository; it is refused");
        } else if (!EntryPath.refusal(path, budget.caps).isEmpty()) {
            notes.remark(Quoted.of(path) + " " + EntryPath.refusal(path, budget.caps) + "; it is refused");
        } else {
            long size = Long.parseLong(words[3]);
            items.add(new Item(EntryPath.plain(path), size, () -> blob(repository, words[2], size)));
        }
    }

    private byte[] blob(Path repository, String object, long size) throws IOException {
        GitRun read = GitRun.of(work, repository, READ_TIME, (int) Math.min(size + 1, Integer.MAX_VALUE - 8), "cat-file", "blob", object);
        if (!read.succeeded() || read.output().length != size) throw new IOException("git cannot read " + object);
        return read.output();
    }

    /// What git said last, without a password in an address and without its usual first word.
    private static String said(GitRun run) {
        if (run.timedOut()) return "it took longer than " + TIME.toSeconds() + " s";
        String line = run.lastLine().replaceAll("://[^/@\\s]*@", "://").replaceFirst("(?i)^(?:fatal|error): ", "");
        String quoted = Quoted.of(line.length() > LAST_LINE ? line.substring(0, LAST_LINE) : line);
        return quoted.isEmpty() ? "it gives no reason" : quoted.substring(0, 1).toLowerCase(Locale.ROOT) + quoted.substring(1);
    }

    @Override
    public void close() {
        fetching.shutdownNow();
        work.close();
    }
}
