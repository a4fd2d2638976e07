package stemma.ledger;

import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;

/**
 * An inspection on which a judgement rests, as it was shown to whoever signed: the revision of the
 * specification, what the results said ({@code passes}, {@code fails}, {@code incomplete}), and the
 * SHA-256 of specification and results in lower-case hexadecimal.
 */
public record InspectionBasis(
        EventId inspection, ItemCode item, int revision, String conclusion, String results) {}
