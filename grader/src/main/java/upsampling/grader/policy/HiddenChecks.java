package upsampling.grader.policy;

import java.util.Locale;

/// When a student gets to know how the hidden checks went.
public enum HiddenChecks {
    /// At once.
    VISIBLE,
    /// When nothing can be handed in any more.
    AFTER_DUE_DATE,
    /// Never.
    HIDDEN;

    /// Returns the word for it in files, such as `after_due_date`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
