package stemma.receiving;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Conversions;
import stemma.catalog.Item;
import stemma.catalog.OrderLine;
import stemma.catalog.Partner;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Standing;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.receiving.store.ReceivedTable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reckons how far orders have come; however many they are, the queries are a fixed few. */
final class OrderProgress {
    private final Catalog catalog;
    private final ReceivedTable received;

    OrderProgress(Catalog catalog, ReceivedTable received) {
        this.catalog = catalog;
        this.received = received;
    }

    /** Returns the lines of each order, by its code as the catalog has it. */
    Map<PurchaseOrder, List<LineProgress>> of(Collection<PurchaseOrder> orders, LocalDate today) {
        Set<ItemCode> codes = new HashSet<>();
        Set<String> normals = new HashSet<>();
        Set<PartnerCode> suppliers = new HashSet<>();
        for (PurchaseOrder order : orders) {
            normals.add(OrderGuard.normal(order.code()));
            suppliers.add(order.supplier());
            order.lines().forEach(line -> codes.add(line.item()));
        }
        Read read = new Read(
                catalog.items(codes),
                catalog.partners(suppliers),
                catalog.conversions(codes),
                received.of(normals),
                today);
        Map<PurchaseOrder, List<LineProgress>> told = new HashMap<>();
        for (PurchaseOrder order : orders) told.put(order, read.lines(order));
        return told;
    }

    private record Read(
            Map<ItemCode, Item> items,
            Map<PartnerCode, Partner> suppliers,
            Conversions conversions,
            Map<Ordered, Quantity> received,
            LocalDate today) {

        List<LineProgress> lines(PurchaseOrder order) {
            Map<ItemCode, List<OrderLine>> byItem = order.lines().stream()
                    .sorted(Comparator.comparing(
                            order::due, Comparator.nullsLast(Comparator.naturalOrder())))
                    .collect(Collectors.groupingBy(OrderLine::item));
            Map<Integer, LineProgress> told = new TreeMap<>();
            byItem.forEach((item, lines) -> fill(order, item, lines)
                    .forEach(line -> told.put(line.line().number(), line)));
            return new ArrayList<>(told.values());
        }

        // What came goes to the first line until it is full; the last takes what is left over.
        private List<LineProgress> fill(PurchaseOrder order, ItemCode code, List<OrderLine> lines) {
            Item item = items.get(code);
            Unit unit = item == null ? lines.getFirst().amount().unit() : item.baseUnit();
            Quantity left = received.getOrDefault(
                    Ordered.of(order.code(), code), new Quantity(BigDecimal.ZERO, unit));
            List<LineProgress> filled = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                OrderLine line = lines.get(i);
                Wanted wanted = Wanted.of(line, conversions, unit).orElse(null);
                if (wanted == null) continue;
                boolean takesAll = i == lines.size() - 1
                        || left.amount().compareTo(wanted.amount().amount()) <= 0;
                Quantity part = takesAll ? left : wanted.amount();
                left = left.plus(part.negated());
                filled.add(progress(order, line, item, wanted, part));
            }
            return filled;
        }

        private LineProgress progress(
                PurchaseOrder order,
                OrderLine line,
                @Nullable Item item,
                Wanted wanted,
                Quantity part) {
            LocalDate due = order.due(line);
            return new LineProgress(
                    line,
                    item == null ? line.item().code() : item.name(),
                    due,
                    wanted,
                    part,
                    state(order, due, wanted, part),
                    blocked(order, item));
        }

        private LineProgress.State state(
                PurchaseOrder order, @Nullable LocalDate due, Wanted wanted, Quantity part) {
            if (part.amount().compareTo(wanted.least().amount()) >= 0)
                return LineProgress.State.MET;
            if (order.standing() == Standing.RETIRED) return LineProgress.State.CLOSED;
            if (due == null || due.isAfter(today)) return LineProgress.State.LATER;
            return due.equals(today) ? LineProgress.State.TODAY : LineProgress.State.LATE;
        }

        private String blocked(PurchaseOrder order, @Nullable Item item) {
            Partner supplier = suppliers.get(order.supplier());
            if (supplier != null && supplier.standing() == Standing.RETIRED)
                return "supplier " + supplier.code() + " is retired";
            if (item != null && item.standing() == Standing.RETIRED)
                return "item " + item.code() + " is retired";
            return "";
        }
    }
}
