package stemma.gs1.lint;

import java.util.Optional;

/**
 * Who says whether a GS1 company prefix is licensed. GS1 publishes no list that a plant could hold,
 * so none is asked unless one is given.
 */
@FunctionalInterface
public interface CompanyPrefixes {
    /** Asks nobody: whatever a key begins with is taken for licensed. */
    CompanyPrefixes NOT_ASKED = _ -> Licence.LICENSED;

    /** What is known of a prefix. */
    enum Licence {
        LICENSED,
        UNLICENSED,
        /** The list could not be asked. */
        UNANSWERED
    }

    /** Returns what is known of the prefix with which the key begins. */
    Licence of(String key);

    /** Returns the fault of a key that begins at the place in the text. */
    default Optional<Fault> fault(String text, int from, int to) {
        return switch (of(text.substring(Math.min(from, to), to))) {
            case LICENSED -> Optional.empty();
            case UNLICENSED -> Lint.at("invalid_gcp_prefix", from, to);
            case UNANSWERED -> Lint.at("gcp_datasource_offline", from, to);
        };
    }
}
