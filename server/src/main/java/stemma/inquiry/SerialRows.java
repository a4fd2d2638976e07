package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ShipmentCode;
import stemma.inquiry.SerialsConcerned.Alike;
import stemma.inquiry.SerialsConcerned.Rows;
import stemma.inquiry.SerialsConcerned.Told;
import stemma.lots.Lot;

import java.util.HashMap;
import java.util.Map;

/** What takes the serials of a lot, for each shipment: units packed at random leave by turns. */
final class SerialRows {
    private final Told told;
    private final Map<@Nullable ShipmentCode, Rows> rows = new HashMap<>();
    private long of = -1;

    SerialRows(Told told) {
        this.told = told;
    }

    Rows of(Lot lot, @Nullable ShipmentCode code, Map<ShipmentCode, SerialsRead.Sent> shipments) {
        if (lot.key() != of) rows.clear();
        of = lot.key();
        return rows.computeIfAbsent(code, _ -> {
            SerialsRead.Sent sent = code == null ? null : shipments.get(code);
            return told.rows(
                    sent == null
                            ? new Alike(lot, null, null)
                            : new Alike(lot, sent.shipment(), sent.to()));
        });
    }
}
