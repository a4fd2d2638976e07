package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ResourceKind;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.ResourceUse;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an event uses equipment for: which of it, in which run, for which products. */
final class EquipmentUse {
    private EquipmentUse() {}

    /** What touches material and is no equipment; in what state it is nobody can require. */
    private static final Set<String> NOT_EQUIPMENT = Stream.of(
                    ResourceKind.OPERATOR,
                    ResourceKind.DOCUMENT,
                    ResourceKind.PROGRAM,
                    ResourceKind.ROLL)
            .map(ResourceKind::word)
            .collect(Collectors.toSet());

    /** Returns those of them by which work is done, whether they are known or not. */
    static Set<ResourceCode> equipment(Event event) {
        Set<ResourceCode> others = new HashSet<>();
        for (ResourceUse use : event.circumstances().resources())
            if (NOT_EQUIPMENT.contains(use.role())) others.add(use.resource());
        Set<ResourceCode> equipment = new LinkedHashSet<>(of(event));
        equipment.removeAll(others);
        return equipment;
    }

    /** Returns what the event names, the line of its run, and the vessel that it fills. */
    static Set<ResourceCode> of(Event event) {
        if (!uses(event)) return Set.of();
        Set<ResourceCode> used = new LinkedHashSet<>();
        event.circumstances().resources().forEach(use -> used.add(use.resource()));
        if (event instanceof Event.OfRun e && e.run().line() != null)
            used.add(e.run().line());
        if (event instanceof Event.OfVessel e) used.add(e.vessel());
        return used;
    }

    /** Says whether work is done on material by it; to judge, hold or correct is none. */
    private static boolean uses(Event event) {
        return switch (event) {
            case Event.Received _,
                    Event.Moved _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _ -> true;
            case Event.Opened _,
                    Event.Adjusted _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> false;
        };
    }

    static @Nullable RunId run(Event event) {
        return event instanceof Event.OfRun e ? e.run().id() : null;
    }

    static @Nullable OrderCode order(Event event) {
        return event instanceof Event.OfRun e ? e.run().order() : null;
    }

    /**
     * Returns the normal codes of what it is done for: what comes of it; of an input, what its
     * order makes; else what the material is.
     */
    static Set<String> products(
            Event event,
            Function<LotId, @Nullable ItemCode> items,
            Function<OrderCode, @Nullable ItemCode> orders) {
        Set<String> products = new TreeSet<>();
        Facts.births(event).forEach(birth -> add(products, birth.passport().item()));
        if (!products.isEmpty()) return products;
        OrderCode order = order(event);
        if (order != null) add(products, orders.apply(order));
        if (event instanceof Event.Installed e) add(products, items.apply(e.unit()));
        if (!products.isEmpty() || event instanceof Event.OfRun) return products;
        Facts.movements(event)
                .forEach(movement -> add(products, items.apply(movement.lot().first())));
        return products;
    }

    private static void add(Set<String> products, @Nullable ItemCode item) {
        if (item != null) products.add(LotNumber.normal(item.code()));
    }
}
