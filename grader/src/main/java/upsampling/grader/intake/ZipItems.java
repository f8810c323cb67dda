package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The entries of an archive that may be read. Others are named in a remark; one that points out of the archive, a link or a device is for a person to see.
final class ZipItems {
    private final Zip zip;
    private final Budget budget;
    private final Notes notes;
    private final String folder;
    private final Map<String, String> seen = new HashMap<>();
    private final List<Item> items = new ArrayList<>();

    /// @param folder what stands before the names, such as `homework.zip/`, or nothing
    ZipItems(Zip zip, String folder, Budget budget, Notes notes) {
        this.zip = zip;
        this.folder = folder;
        this.budget = budget;
        this.notes = notes;
    }

    /// Adds an entry.
    ///
    /// @param name its name inside the submission
    void add(ZipEntryHead head, String name) throws Rejection {
        budget.entries(1);
        budget.unpacked(folder + name, head.size(), head.packed());
        String attack = EntryPath.escape(name);
        String path = EntryPath.plain(name);
        String leftOut = EntryPath.leftOut(path);
        if (attack.isEmpty() && !leftOut.isEmpty()) { // whoever packs the whole course packs links, too: Python's
            notes.ignore(folder + leftOut);
            return;
        }
        if (attack.isEmpty()) attack = head.strangeKind();
        if (!attack.isEmpty()) throw new Rejection("the entry " + Quoted.of(folder + name) + " " + attack + ", which an archive of answers never needs");
        String refusal = EntryPath.refusal(name, budget.caps);
        if (refusal.isEmpty() && head.isFolder()) return;
        if (refusal.isEmpty()) refusal = twin(path);
        if (!refusal.isEmpty()) {
            notes.remark("the entry " + Quoted.of(folder + name) + " " + refusal + "; it is refused");
            return;
        }
        items.add(new Item(folder + path, head.size(), () -> zip.read(head)));
    }

    private String twin(String path) {
        String other = seen.putIfAbsent(EntryPath.folded(path), path);
        if (other == null) return "";
        return other.equals(path) ? "is there twice" : "is one file with " + Quoted.of(other) + " where case or accents do not count";
    }

    /// Returns what was added, by name.
    List<Item> sorted() {
        items.sort(Comparator.comparing(Item::path));
        return items;
    }
}
