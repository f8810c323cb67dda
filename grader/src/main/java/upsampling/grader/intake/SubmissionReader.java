package upsampling.grader.intake;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Makes a submission of its files: takes what can be an answer, opens archives, and lists everything else.
final class SubmissionReader {
    private final Budget budget;
    private final Notes notes;
    private final Answers answers;

    SubmissionReader(Answers answers, Caps caps) {
        budget = new Budget(caps);
        this.answers = answers;
        notes = answers.notes;
    }

    /// Where the files of a submission come from.
    @FunctionalInterface
    interface Source {
        /// Begins to fetch them, if they have to be fetched: many do so at a time before the first one is read.
        default void begin() { }

        List<Item> items(Budget budget, Notes notes) throws IOException, Rejection;
    }

    /// Reads a submission; whatever is wrong with it is said in it.
    Submission read(String id, String name, Source source) {
        try {
            add(source.items(budget, notes), 0);
            List<SourceFile> files = answers.files();
            if (files.isEmpty()) notes.remark("it holds no answer: no Java file in a folder such as lesson01, and no notebook with an answer");
            return new Submission(id, name, files, notes.quiet() ? Submission.Status.OK : Submission.Status.WARNED, notes.remarks(), notes.ignored());
        } catch (Rejection e) {
            return rejected(id, name, e.getMessage());
        } catch (IOException e) {
            return rejected(id, name, "it " + reason(e));
        } catch (RuntimeException | StackOverflowError e) { // whatever is overlooked costs this submission alone
            return rejected(id, name, "the grader failed on it (" + e.getClass().getSimpleName() + ")");
        } catch (OutOfMemoryError e) { // one file may ask for more than there is; what it had is free again
            return rejected(id, name, "it takes more memory than the grader has");
        }
    }

    private Submission rejected(String id, String name, String reason) {
        Notes all = new Notes();
        all.remark("not graded: " + reason);
        notes.remarks().forEach(all::remark);
        return Submission.rejected(id, name, all.remarks(), notes.ignored());
    }

    private void add(List<Item> items, int depth) throws Rejection {
        for (Item item : items) {
            String leftOut = EntryPath.leftOut(item.path());
            String name = item.name().toLowerCase(Locale.ROOT);
            if (!leftOut.isEmpty()) {
                notes.ignore(leftOut);
            } else if (name.endsWith(".zip")) {
                archive(item, depth + 1);
            } else if (name.endsWith(".java")) {
                java(item);
            } else if (name.endsWith(".ipynb")) {
                notebook(item);
            } else {
                notes.ignore(item.path());
            }
        }
    }

    private void archive(Item item, int depth) throws Rejection {
        Caps caps = budget.caps;
        if (depth > caps.depth()) throw new Rejection(Quoted.of(item.path()) + " is an archive inside " + caps.depth() + " others; at most " + caps.depth() + " are opened");
        if (item.size() > caps.bytes()) throw new Rejection(Quoted.of(item.path()) + " is larger than " + (caps.bytes() >> 20) + " MiB");
        try {
            byte[] bytes = item.content().read();
            Zip zip = Zip.open(ByteSource.of(bytes), caps.entries());
            var inside = new ZipItems(zip, item.path() + "/", budget, notes);
            for (ZipEntryHead head : zip.entries) inside.add(head, head.name());
            add(inside.sorted(), depth);
        } catch (IOException e) {
            throw new Rejection("the archive " + Quoted.of(item.path()) + " cannot be opened: " + reason(e));
        }
    }

    private void java(Item item) throws Rejection {
        if (!JavaCandidate.mayBe(item.path())) {
            notes.ignore(item.path());
            return;
        }
        byte[] bytes = bytes(item, budget.caps.sourceBytes(), "a Java file");
        if (bytes != null && !answers.addJava(item.path(), bytes)) notes.ignore(item.path());
    }

    private void notebook(Item item) throws Rejection {
        byte[] bytes = bytes(item, budget.caps.notebookBytes(), "a notebook");
        if (bytes != null && !answers.addNotebook(item.path(), bytes)) notes.ignore(item.path());
    }

    /// The system's own messages name folders of this machine.
    private static String reason(IOException e) {
        return e instanceof BrokenZip ? e.getMessage() : "cannot be read";
    }

    /// Returns the bytes of a file, or null after a remark.
    private byte[] bytes(Item item, int most, String what) throws Rejection {
        if (item.size() > most) {
            notes.remark(Quoted.of(item.path()) + " is larger than " + what + " may be (" + most / 1024 + " KiB); it is refused");
            return null;
        }
        budget.kept(item.size());
        try {
            return item.content().read();
        } catch (IOException e) {
            notes.remark(Quoted.of(item.path()) + " " + reason(e) + "; it is refused");
            return null;
        }
    }
}
