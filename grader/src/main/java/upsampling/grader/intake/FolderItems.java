package upsampling.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files of a folder that may be read. Links are not followed; hidden folders are not entered.
final class FolderItems {
    private FolderItems() { }

    /// Returns the files by name.
    ///
    /// @param top the submission's folder
    static List<Item> of(Path top, Budget budget, Notes notes) throws IOException, Rejection {
        List<Found> found = new ArrayList<>();
        boolean[] tooMany = {false};
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(top)) return FileVisitResult.CONTINUE;
                String leftOut = EntryPath.leftOut(slashed(top, folder) + "/");
                if (leftOut.isEmpty()) return counted();
                notes.ignore(leftOut);
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(new Found(slashed(top, file), file, attributes));
                return counted();
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                notes.remark(Quoted.of(slashed(top, file)) + " cannot be read");
                return FileVisitResult.CONTINUE;
            }

            private FileVisitResult counted() {
                try {
                    budget.entries(1);
                    return FileVisitResult.CONTINUE;
                } catch (Rejection e) {
                    tooMany[0] = true;
                    return FileVisitResult.TERMINATE;
                }
            }
        });
        if (tooMany[0]) throw new Rejection("it holds more than " + budget.caps.entries() + " files and folders; hand in the answers alone");
        found.sort(Comparator.comparing(Found::path));
        return plain(found, notes);
    }

    private record Found(String path, Path file, BasicFileAttributes attributes) { }

    private static List<Item> plain(List<Found> found, Notes notes) {
        Map<String, String> seen = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Found one : found) {
            String refusal = "";
            if (one.attributes.isSymbolicLink()) refusal = "is a link";
            else if (!one.attributes.isRegularFile()) refusal = "is a device or a pipe";
            String other = refusal.isEmpty() ? seen.putIfAbsent(EntryPath.folded(one.path), one.path) : null;
            if (other != null) refusal = "is one file with " + Quoted.of(other) + " where case or accents do not count";
            if (!refusal.isEmpty()) {
                notes.remark(Quoted.of(one.path) + " " + refusal + "; it is refused");
                continue;
            }
            long size = one.attributes.size();
            items.add(new Item(one.path, size, () -> read(one.file, size)));
        }
        return items;
    }

    /// Returns one file.
    static Item one(Path file, String name, Budget budget) throws IOException, Rejection {
        budget.entries(1);
        long size = Files.size(file);
        return new Item(name, size, () -> read(file, size));
    }

    private static byte[] read(Path file, long size) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes((int) Math.min(size, Integer.MAX_VALUE - 8)); // no more than was counted
        }
    }

    private static String slashed(Path top, Path file) {
        List<String> names = new ArrayList<>();
        for (Path name : top.relativize(file)) names.add(name.toString());
        return String.join("/", names);
    }
}
