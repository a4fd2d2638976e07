package stemma.receiving;

import stemma.identifiers.OrderCode;
import stemma.stock.Handled;

import java.util.List;

/** A purchase order as far as it shows in the record: the receipts for it. */
public record PurchaseOrderProgress(OrderCode code, List<Receipt> receipts) {
    public PurchaseOrderProgress {
        receipts = List.copyOf(receipts);
    }

    /** Returns everything that came in for it and stands. */
    public List<Handled> lines() {
        return receipts.stream().flatMap(receipt -> receipt.lines().stream()).toList();
    }
}
