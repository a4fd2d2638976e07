package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.inquiry.SerialsConcerned.Alike;
import stemma.inquiry.SerialsConcerned.Rows;
import stemma.inquiry.SerialsConcerned.Told;
import stemma.lots.Lot;

import java.util.Arrays;
import java.util.List;

/**
 * What takes the serials of a lot, for each shipment by its number: units packed at random leave by
 * turns.
 */
final class SerialRows {
    private final Told told;
    private final List<SerialsRead.@Nullable Sent> shipments;
    private final @Nullable Rows[] rows;
    private final long[] lotOf;

    SerialRows(Told told, List<SerialsRead.@Nullable Sent> shipments) {
        this.told = told;
        this.shipments = shipments;
        this.rows = new @Nullable Rows[shipments.size() + 1];
        this.lotOf = new long[shipments.size() + 1];
        Arrays.fill(lotOf, -1);
    }

    /** Returns what takes the serials of units of that lot which left in that shipment, or none. */
    Rows of(Lot lot, int shipment) {
        int place = shipment + 1;
        Rows known = rows[place];
        if (known != null && lotOf[place] == lot.key()) return known;
        SerialsRead.Sent sent = shipment == SerialsAsked.KEPT ? null : shipments.get(shipment);
        Rows made = told.rows(
                sent == null
                        ? new Alike(lot, null, null)
                        : new Alike(lot, sent.shipment(), sent.to()));
        rows[place] = made;
        lotOf[place] = lot.key();
        return made;
    }
}
