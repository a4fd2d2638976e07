package stemma.shell;

import java.util.Set;

/**
 * Who looks at a page: the code by which he signs in, the printed name (both empty when nobody is
 * signed in), the word for the roles, and the rights by which navigation is chosen.
 */
public record Viewer(String code, String name, String roles, Set<? extends Right> rights) {
    public static final Viewer NOBODY = new Viewer("", "", "", Set.of());

    public boolean isSignedIn() {
        return !name.isEmpty();
    }

    /** Returns the initials shown where there is no room for a name, at most two letters. */
    public String initials() {
        StringBuilder letters = new StringBuilder();
        for (String part : name.strip().split("\\s+", -1)) {
            if (!part.isEmpty() && letters.codePointCount(0, letters.length()) < 2) {
                letters.appendCodePoint(part.codePointAt(0));
            }
        }
        return letters.toString();
    }
}
