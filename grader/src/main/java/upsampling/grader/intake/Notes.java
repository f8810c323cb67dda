package upsampling.grader.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is said about a submission while it is read. Both lists end somewhere: a million bad names make no report of a million lines.
final class Notes {
    private static final int MOST = 100;

    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> ignored = new TreeSet<>();
    private int more;

    void remark(String sentence) {
        if (remarks.size() < MOST) remarks.add(sentence);
        else if (!remarks.contains(sentence)) more++;
    }

    void ignore(String path) {
        ignored.add(path); // as many as there are entries: the caps bound that
    }

    boolean quiet() {
        return remarks.isEmpty();
    }

    List<String> remarks() {
        List<String> all = new ArrayList<>(remarks);
        if (more > 0) all.add("and " + more + " more remarks");
        return all;
    }

    List<String> ignored() {
        List<String> first = new ArrayList<>();
        for (String path : ignored) {
            if (first.size() == MOST) {
                first.add("and " + (ignored.size() - MOST) + " more");
                break;
            }
            first.add(Quoted.of(path));
        }
        return first;
    }
}
