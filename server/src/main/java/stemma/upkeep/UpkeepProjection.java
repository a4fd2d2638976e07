package stemma.upkeep;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Projection;
import stemma.ledger.Reach;
import stemma.ledger.Recorded;
import stemma.lots.Lots;
import stemma.upkeep.store.TouchRow;
import stemma.upkeep.store.TouchTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps what events say of resources: uses, cleanings, and the holds that name them. For which
 * product an input is, its run says once it has yielded; an order may be changed, events are not.
 */
final class UpkeepProjection implements Projection {
    private final TouchTable table;
    private final Lots lots;

    UpkeepProjection(TouchTable table, Lots lots) {
        this.table = table;
        this.lots = lots;
    }

    @Override
    public void project(Appended appended) {
        Map<LotId, ItemCode> items = items(appended.events());
        List<TouchRow> rows = new ArrayList<>();
        Map<Long, Long> ended = new HashMap<>();
        for (Recorded recorded : appended.events()) {
            if (recorded.undone() != null) ended.put(recorded.undone().seq(), recorded.seq());
            Event effect = recorded.effect();
            if (effect == null) continue;
            if (effect instanceof Event.Cleaned e)
                rows.add(row(recorded, e, e.resource(), TouchRow.Kind.CLEANED, Set.of(), said(e)));
            if (effect instanceof Event.Emptied e)
                rows.add(row(recorded, e, e.vessel(), TouchRow.Kind.EMPTIED, Set.of(), ""));
            if (effect instanceof Event.Held e && e.reach() instanceof Reach.Touched reach) {
                String hold = e.hold().code();
                rows.add(row(recorded, e, reach.resource(), TouchRow.Kind.HELD, Set.of(), hold));
            }
            Set<ResourceCode> used = EquipmentUse.of(effect);
            if (used.isEmpty()) continue;
            Set<String> products = EquipmentUse.products(effect, items::get, _ -> null);
            String word = effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            for (ResourceCode code : used)
                rows.add(row(recorded, effect, code, TouchRow.Kind.USED, products, word));
        }
        table.add(rows);
        table.end(ended);
    }

    private static String said(Event.Cleaned cleaned) {
        List<String> words = new ArrayList<>();
        if (cleaned.kind() != null)
            words.add(cleaned.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (!cleaned.method().isEmpty()) words.add(cleaned.method());
        if (cleaned.agent() != null)
            words.add(cleaned.agent()
                    + (cleaned.agentLot() == null ? "" : " lot " + cleaned.agentLot()));
        if (!cleaned.hazards().isEmpty()) words.add("of " + String.join(", ", cleaned.hazards()));
        return String.join(", ", words);
    }

    private static TouchRow row(
            Recorded recorded,
            Event effect,
            ResourceCode resource,
            TouchRow.Kind kind,
            Set<String> products,
            String words) {
        var when = effect.circumstances().occurredAt();
        return new TouchRow(
                recorded.seq(),
                resource,
                kind,
                effect.id(),
                effect.circumstances().site(),
                when.from(),
                when.to(),
                recorded.author().actor(),
                EquipmentUse.run(effect),
                new TreeSet<>(products),
                words);
    }

    private Map<LotId, ItemCode> items(List<Recorded> events) {
        Set<LotId> asked = new HashSet<>();
        for (Recorded recorded : events) {
            Event effect = recorded.effect();
            if (effect == null || EquipmentUse.of(effect).isEmpty()) continue;
            if (effect instanceof Event.Installed e) asked.add(e.unit());
            if (effect instanceof Event.OfRun || !Facts.births(effect).isEmpty()) continue;
            Facts.movements(effect).forEach(movement -> asked.add(movement.lot().first()));
        }
        Map<LotId, ItemCode> items = new HashMap<>();
        if (asked.isEmpty()) return items;
        lots.lots(asked).forEach((id, lot) -> items.put(id, lot.item()));
        return items;
    }
}
