package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.quality.store.SpecificationTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which births call for an inspection, and against which revision. */
final class InspectedBirths {
    private final Map<String, List<Specification>> byItem = new HashMap<>();

    private InspectedBirths() {}

    static InspectedBirths of(Collection<Event> events, SpecificationTable specifications) {
        Set<ItemCode> items = new HashSet<>();
        for (Event event : events) {
            if (occasion(event) == null) continue;
            for (Birth birth : Facts.births(event)) items.add(birth.passport().item());
        }
        InspectedBirths all = new InspectedBirths();
        for (Specification one : specifications.everInForce(items)) {
            all.byItem
                    .computeIfAbsent(LotNumber.normal(one.item().code()), _ -> new ArrayList<>())
                    .add(one);
        }
        return all;
    }

    /** Returns the revision by which the birth opens an inspection then, or null for none. */
    @Nullable
    Specification against(Event event, Birth birth, Instant at) {
        Occasion occasion = occasion(event);
        if (occasion == null) return null;
        String item = LotNumber.normal(birth.passport().item().code());
        Specification held = inForce(byItem.getOrDefault(item, List.of()), at);
        return held != null && held.occasions().contains(occasion) ? held : null;
    }

    private static @Nullable Specification inForce(List<Specification> all, Instant at) {
        for (Specification one : all) {
            Instant since = one.inForceAt();
            Instant until = one.retiredAt();
            boolean began = since != null && !since.isAfter(at);
            if (began && (until == null || until.isAfter(at))) return one;
        }
        return null;
    }

    static @Nullable Occasion occasion(Event event) {
        return switch (event) {
            case Event.Received _ -> Occasion.RECEIPT;
            case Event.Produced _, Event.Drawn _ -> Occasion.PRODUCTION;
            case Event.Returned _ -> Occasion.RETURN;
            case Event.Opened _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> null;
        };
    }
}
