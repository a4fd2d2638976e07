package stemma.shipping.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Writes what shipments say went out for orders. */
public final class SentProjection implements Projection {
    private final SentTable table;
    private final Lots lots;

    public SentProjection(JdbcClient database, Lots lots) {
        this.table = new SentTable(database);
        this.lots = lots;
    }

    @Override
    public void project(Appended appended) {
        Map<Long, List<Sent>> added = new LinkedHashMap<>();
        Map<Long, Long> ended = new LinkedHashMap<>();
        for (Recorded recorded : appended.events()) {
            var undone = recorded.undone();
            if (undone != null && undone.effect() instanceof Event.Shipped)
                ended.put(undone.seq(), recorded.seq());
            if (recorded.effect() instanceof Event.Shipped shipped && shipped.order() != null) {
                Map<LotId, Lot> known = LotsTouched.by(appended, lots);
                added.put(recorded.seq(), of(shipped, known::get));
            }
        }
        table.add(added);
        table.end(ended);
    }

    /** Returns what the event says: one sum for each item and lot number. */
    public static List<Sent> of(Event.Shipped shipped, Function<LotId, @Nullable Lot> lots) {
        record Key(String item, String number) {}
        Map<Key, Quantity> sums = new LinkedHashMap<>();
        for (Line line : shipped.lines()) {
            Lot lot = lots.apply(line.lot().first());
            if (lot == null) continue;
            Key key = new Key(LotNumber.normal(lot.item().code()), lot.number().normal());
            sums.merge(key, line.quantity(), Quantity::plus);
        }
        List<Sent> sent = new ArrayList<>();
        String order = LotNumber.normal(Objects.requireNonNull(shipped.order()).code());
        sums.forEach((key, sum) -> sent.add(new Sent(
                order,
                LotNumber.normal(shipped.shipment().code()),
                key.item(),
                key.number(),
                sum)));
        return sent;
    }
}
