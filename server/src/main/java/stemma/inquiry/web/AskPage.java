package stemma.inquiry.web;

import org.jspecify.annotations.Nullable;

import stemma.inquiry.RootKind;
import stemma.inquiry.Subject;
import stemma.shell.Problem;

/** The roots as written so far, what they mean or why they cannot be asked, and the last kind. */
public record AskPage(
        String roots,
        String kind,
        @Nullable Subject subject,
        @Nullable Problem problem) {

    public boolean isKind(RootKind other) {
        return other.code().equalsIgnoreCase(kind);
    }

    public int rows() {
        return Math.clamp(roots.lines().count() + 2, 4, 12);
    }
}
