package stemma.shipping.store;

import java.util.Comparator;

/** What tells one document from another: its kind, its code and its consignee, in normal form. */
public record ShipmentKey(String kind, String code, String consignee)
        implements Comparable<ShipmentKey> {
    private static final Comparator<ShipmentKey> ORDER = Comparator.comparing(ShipmentKey::code)
            .thenComparing(ShipmentKey::kind)
            .thenComparing(ShipmentKey::consignee);

    @Override
    public int compareTo(ShipmentKey other) {
        return ORDER.compare(this, other);
    }
}
