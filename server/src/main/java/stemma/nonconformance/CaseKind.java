package stemma.nonconformance;

import java.util.Locale;
import java.util.Set;

/**
 * Which kind of case it is: what it is called, how its numbers begin, and which steps it must have
 * gone through before it can be closed.
 */
public enum CaseKind {
    /** Somebody outside says that what we delivered is not right (21 CFR 820.35(a)). */
    COMPLAINT("complaint", "C", CaseState.ASSESSED, CaseState.DECIDED),
    /** Something did not meet its requirement (ISO 13485, 8.3). */
    NONCONFORMANCE(
            "nonconformance", "NC", CaseState.ASSESSED, CaseState.INVESTIGATED, CaseState.DECIDED),
    /** A departure from the instruction while making (21 CFR 211.100(b), 211.192). */
    DEVIATION("deviation", "DV", CaseState.ASSESSED, CaseState.INVESTIGATED, CaseState.DECIDED),
    /** Corrective and preventive action; it ends only with proof that it worked. */
    CAPA("CAPA", "CAPA", CaseState.INVESTIGATED, CaseState.DECIDED);

    private final String words;
    private final String prefix;
    private final Set<CaseState> needed;

    CaseKind(String words, String prefix, CaseState... needed) {
        this.words = words;
        this.prefix = prefix;
        this.needed = Set.of(needed);
    }

    /** Returns the name as a person says it. */
    public String words() {
        return words;
    }

    /** Returns the word that programs send and read. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns with what a number begins, such as {@code NC} in {@code NC-2026-0007}. */
    public String prefix() {
        return prefix;
    }

    /** Returns the steps without which none is closed. */
    public Set<CaseState> needed() {
        return needed;
    }
}
