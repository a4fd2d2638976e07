package stemma.receiving.store;

import java.util.Comparator;

/** What tells one document from another: its kind, its code and its supplier, in normal form. */
public record ReceiptKey(String kind, String code, String supplier)
        implements Comparable<ReceiptKey> {
    private static final Comparator<ReceiptKey> ORDER = Comparator.comparing(ReceiptKey::code)
            .thenComparing(ReceiptKey::kind)
            .thenComparing(ReceiptKey::supplier);

    @Override
    public int compareTo(ReceiptKey other) {
        return ORDER.compare(this, other);
    }
}
