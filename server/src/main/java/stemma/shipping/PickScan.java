package stemma.shipping;

import org.jspecify.annotations.Nullable;

import stemma.ledger.Evidence;
import stemma.quantity.Quantity;

/**
 * What somebody scanned or typed while picking: the text, what the scanner has made of it already
 * (the lot's id or the container), how much where that was said, why where a reason was asked, and
 * whether it was scanned or keyed.
 */
public record PickScan(
        String text,
        String lot,
        String container,
        @Nullable Quantity quantity,
        String reason,
        Evidence evidence) {}
