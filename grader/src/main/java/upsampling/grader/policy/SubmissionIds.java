package upsampling.grader.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds whom a file of the teacher's means: a submission by its id, or by its number in Moodle, which an id ends with.
public final class SubmissionIds {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");

    private final Set<String> ids;
    private final Map<String, List<String>> byNumber = new HashMap<>();

    /// @param ids of all submissions, no two alike
    public SubmissionIds(Collection<String> ids) {
        this.ids = Set.copyOf(ids);
        for (String id : this.ids.stream().sorted().toList()) number(id).ifPresent(number -> byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(id));
    }

    /// Returns the number in Moodle that a name such as `Participant 12345` or `Ada-12345` ends with.
    public static Optional<String> number(String name) {
        Matcher matcher = NUMBER.matcher(name);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Returns the values by the ids of the submissions that their keys mean.
    ///
    /// @param what the file and the setting, for messages
    /// @param remarks gets a sentence for each key that means no submission, or not only one
    public <T> Map<String, T> resolved(Map<String, T> given, String what, List<String> remarks) {
        Map<String, T> resolved = new HashMap<>();
        for (String id : ids) if (given.containsKey(id)) resolved.put(id, given.get(id));
        new TreeMap<>(given).forEach((key, value) -> {
            if (ids.contains(key)) return;
            List<String> meant = byNumber.getOrDefault(key, List.of());
            if (meant.isEmpty()) {
                remarks.add(what + " names " + key + ", and no submission has that id or number");
            } else if (meant.size() > 1) {
                remarks.add(what + " names " + key + ", and that is the number of " + String.join(", ", meant) + "; name them by their whole ids");
            } else if (resolved.putIfAbsent(meant.getFirst(), value) != null) {
                remarks.add(what + " names " + meant.getFirst() + " twice, by its id and by its number " + key + "; the id counts");
            }
        });
        return resolved;
    }
}
