package stemma.scenario;

import org.jspecify.annotations.Nullable;

/** A place as written: its kind, its code, and the second part of it where it has one. */
sealed interface PlaceName {
    /** A location, at the usual site where none is said. */
    record Spot(@Nullable String site, String location) implements PlaceName {}

    /** A partner's place: with it for {@code customer}, {@code supplier} or {@code custody}. */
    record AtPartner(String kind, String partner, @Nullable String shipTo) implements PlaceName {}

    /** A run, container, vessel or shipment by its code. */
    record Coded(String kind, String code) implements PlaceName {}

    /** On the way to a site, under a transfer. */
    record OnTheWay(String site, String transfer) implements PlaceName {}

    /** The inside of a unit. */
    record Inside(LotName unit) implements PlaceName {}

    /** Nowhere: sampled, scrap, destroyed, process loss, count variance, before records. */
    record Nowhere(String word) implements PlaceName {}

    /**
     * Reads {@code COLD}, {@code PLANT/COLD}, {@code container P-1}, {@code customer Shop/DOCK} …
     */
    static PlaceName read(Words words) {
        if (words.is("customer", "supplier", "custody")) {
            String kind = words.next("a place");
            String[] parts = words.next("a partner").split("/", 2);
            return new AtPartner(kind, parts[0], parts.length == 2 ? parts[1] : null);
        }
        if (words.is("container", "vessel", "run", "transit")) {
            return new Coded(words.next("a place"), words.next("a code"));
        }
        if (words.take("transfer")) {
            String transfer = words.next("a transfer");
            words.expect("to");
            return new OnTheWay(words.next("a site"), transfer);
        }
        if (words.take("unit")) return new Inside(LotName.read(words));
        if (words.is(
                "sampled",
                "scrap",
                "destroyed",
                "process_loss",
                "count_variance",
                "before_records")) {
            return new Nowhere(words.next("a place"));
        }
        String[] parts = words.next("a place").split("/", 2);
        return parts.length == 2 ? new Spot(parts[0], parts[1]) : new Spot(null, parts[0]);
    }
}
