package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;

/**
 * A rule that an event breaks: the stable code, the element it concerns, the material where there
 * is one, and a plain sentence. It refuses an intent and is stored with a report.
 */
public record Violation(
        String code, String element, @Nullable Portion lot, String sentence) {}
