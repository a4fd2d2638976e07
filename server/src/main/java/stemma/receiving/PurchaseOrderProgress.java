package stemma.receiving;

import org.jspecify.annotations.Nullable;

import stemma.catalog.PurchaseOrder;
import stemma.identifiers.OrderCode;
import stemma.stock.Handled;

import java.util.List;

/**
 * A purchase order as far as it shows in the record: how far each line has come, and the receipts
 * for it. An order that only events name has no lines.
 */
public record PurchaseOrderProgress(
        OrderCode code,
        @Nullable PurchaseOrder order,
        String supplierName,
        List<LineProgress> ordered,
        List<Receipt> receipts) {
    public PurchaseOrderProgress {
        ordered = List.copyOf(ordered);
        receipts = List.copyOf(receipts);
    }

    /** Returns everything that came in for it and stands. */
    public List<Handled> lines() {
        return receipts.stream().flatMap(receipt -> receipt.lines().stream()).toList();
    }

    /** Returns the lines that are still to come. */
    public List<LineProgress> open() {
        return ordered.stream().filter(LineProgress::isOpen).toList();
    }

    /** Returns how many lines are late. */
    public long late() {
        return ordered.stream()
                .filter(line -> line.state() == LineProgress.State.LATE)
                .count();
    }
}
