package stemma.scanning;

import stemma.gs1.Separators;
import stemma.identifiers.SiteCode;

import java.util.Optional;
import java.util.Set;

/**
 * A text that was scanned, and where.
 *
 * @param text as the scanner sent it
 * @param expected what the page has fields for; empty where it takes anything
 * @param fresh what may be new here, as a lot at receipt
 * @param site where the person works, to tell a location's code from another site's
 * @param separators what is known of the scanner
 */
public record ScanQuestion(
        String text,
        Set<ScanKind> expected,
        Set<ScanKind> fresh,
        Optional<SiteCode> site,
        Separators separators) {
    /** No code of ours is longer. */
    static final int LONGEST_CODE = 80;

    public ScanQuestion {
        expected = Set.copyOf(expected);
        fresh = Set.copyOf(fresh);
    }

    /** Returns the question of a page that takes anything. */
    public static ScanQuestion of(String text) {
        return new ScanQuestion(text, Set.of(), Set.of(), Optional.empty(), Separators.UNKNOWN);
    }

    boolean expects(ScanKind kind) {
        return expected.isEmpty() || expected.contains(kind);
    }
}
