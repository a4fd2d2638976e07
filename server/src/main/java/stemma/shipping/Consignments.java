package stemma.shipping;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKey;
import stemma.catalog.Masters;
import stemma.catalog.Partner;
import stemma.catalog.ShipTo;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentRow;
import stemma.documents.Documents;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Entered;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Handled;
import stemma.stock.Handlings;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells shipments and returns from the events entered under them, as sets. */
final class Consignments {
    private final Catalog catalog;
    private final Stock stock;
    private final Handlings handlings;
    private final Documents documents;

    Consignments(Catalog catalog, Stock stock, Handlings handlings, Documents documents) {
        this.catalog = catalog;
        this.stock = stock;
        this.handlings = handlings;
        this.documents = documents;
    }

    /** What all consignments of one answer are told from. */
    private record Known(
            Handlings.Read read,
            Masters masters,
            List<Handled> cameBack,
            Map<String, Quantity> atConsignees) {}

    Map<DocumentKey, Consignment> told(Collection<DocumentRow> rows) {
        Handlings.Read read = handlings.read(rows.stream().map(DocumentRow::seq).toList());
        Map<DocumentKey, List<Entered>> byKey = byKey(rows, read);
        Map<LotId, Lot> lots = new LinkedHashMap<>();
        read.lines()
                .values()
                .forEach(lines -> lines.forEach(
                        line -> lots.put(line.lot().lot().id(), line.lot().lot())));
        Handlings.Read returns = handlings.read(documents.returnsOf(lots.keySet()));
        List<Handled> cameBack = returns.lines(returns.entered().values()).stream()
                .filter(line -> line.movement().from() instanceof Place.OfCustomer)
                .toList();
        Map<String, Quantity> held = cameBack.isEmpty() ? Map.of() : held(lots.values());
        Known known = new Known(read, masters(read), cameBack, held);
        Map<DocumentKey, Consignment> told = new LinkedHashMap<>();
        byKey.forEach((key, entries) -> told.put(key, consignment(key, entries, known)));
        return told;
    }

    /** Returns the id of the first of these events by which goods left. */
    Optional<EventId> shipped(Collection<Long> seqs) {
        return handlings.read(seqs).entered().values().stream()
                .filter(entered -> entered.effect() instanceof Event.Shipped)
                .map(Entered::recorded)
                .min(Comparator.comparing(Recorded::seq))
                .map(recorded -> recorded.event().id());
    }

    /** What befell goods under way names no consignee: it is told of all that share the code. */
    private static Map<DocumentKey, List<Entered>> byKey(
            Collection<DocumentRow> rows, Handlings.Read read) {
        Map<DocumentKey, List<Entered>> byKey = new LinkedHashMap<>();
        for (DocumentRow row : rows) {
            if (row.isOfAll()) continue;
            byKey.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(read.entry(row.seq()));
        }
        Set<String> told = new LinkedHashSet<>();
        for (DocumentRow row : rows) {
            if (!row.isOfAll() || !told.add(row.key().code() + " " + row.seq())) continue;
            byKey.forEach((key, entries) -> {
                if (key.code().equals(row.key().code()) && key.kind() == DocumentKind.SHIPMENT)
                    entries.add(read.entry(row.seq()));
            });
        }
        return byKey;
    }

    private Masters masters(Handlings.Read read) {
        Set<MasterKey> keys = new LinkedHashSet<>();
        for (Entered entry : read.entered().values()) {
            if (!(entry.effect() instanceof Event.WithPartner e)) continue;
            keys.add(Partner.key(e.partner()));
            ShipToCode shipTo = e.shipTo();
            if (shipTo != null) keys.add(ShipTo.key(e.partner(), shipTo));
        }
        return catalog.masters(keys);
    }

    private static Consignment consignment(DocumentKey key, List<Entered> entries, Known known) {
        Consignment.Kind kind = Consignment.Kind.of(key.kind());
        List<Entered> telling = Entered.telling(entries.stream()
                .filter(entry -> entry.effect() instanceof Event.WithPartner)
                .toList());
        Event.WithPartner said = (Event.WithPartner) telling.getFirst().effect();
        ShipToCode shipTo = said.shipTo();
        Set<OrderCode> orders = new LinkedHashSet<>();
        for (Entered entry : telling) {
            if (entry.effect() instanceof Event.Shipped e && e.order() != null)
                orders.add(e.order());
        }
        List<Handled> lines = known.read().lines(entries);
        boolean isReturn = kind == Consignment.Kind.RETURN;
        List<Load> loads = isReturn ? List.of() : Loads.of(key.code(), lines);
        List<Handled> back = isReturn
                ? lines.stream()
                        .filter(line -> line.movement().from() instanceof Place.InRun)
                        .toList()
                : cameBack(said.partner(), loads, known);
        return new Consignment(
                kind,
                code(said),
                said.partner(),
                known.masters()
                        .partner(said.partner())
                        .map(Partner::name)
                        .orElse(said.partner().code()),
                shipTo,
                shipToName(said.partner(), shipTo, known.masters()),
                shipTo == null
                        ? ""
                        : known.masters()
                                .shipTo(said.partner(), shipTo)
                                .map(ShipTo::address)
                                .orElse(""),
                List.copyOf(orders),
                ((Event) said).circumstances().site(),
                Entered.began(telling),
                state(kind, entries, loads, back, said.partner(), known),
                loads,
                back,
                entries);
    }

    private static String code(Event.WithPartner said) {
        return switch (said) {
            case Event.Shipped e -> e.shipment().code();
            case Event.Delivered e -> e.shipment().code();
            case Event.Returned e -> e.document().code();
            case Event.Received e -> e.receipt().code();
            case Event.ReturnedToSupplier e -> e.document().code();
        };
    }

    private static String shipToName(
            PartnerCode partner, @Nullable ShipToCode shipTo, Masters masters) {
        if (shipTo == null) return "";
        return masters.shipTo(partner, shipTo).map(ShipTo::name).orElse(shipTo.code());
    }

    private static List<Handled> cameBack(PartnerCode from, List<Load> loads, Known known) {
        Set<LotId> sent = new LinkedHashSet<>();
        loads.forEach(load -> sent.add(load.lot().lot().id()));
        return known.cameBack().stream()
                .filter(line -> sent.contains(line.lot().lot().id()))
                .filter(line -> line.movement().from() instanceof Place.OfCustomer(var who, var _)
                        && isSame(who, from))
                .toList();
    }

    private static State state(
            Consignment.Kind kind,
            List<Entered> entries,
            List<Load> loads,
            List<Handled> cameBack,
            PartnerCode consignee,
            Known known) {
        boolean stands = entries.stream()
                .anyMatch(e -> e.stands() && e.effect() instanceof Event.WithPartner);
        if (!stands) return State.VOID;
        if (kind == Consignment.Kind.RETURN) return State.RETURNED;
        boolean onTheRoad = loads.stream().anyMatch(l -> l.onTheRoad().isPositive());
        boolean arrived = loads.stream().anyMatch(l -> l.delivered().isPositive());
        if (onTheRoad) return arrived ? State.PARTLY_DELIVERED : State.IN_TRANSIT;
        if (!cameBack.isEmpty()) {
            boolean any = loads.stream().anyMatch(load -> {
                Quantity left = known.atConsignees().get(at(load.lot().lot().id(), consignee));
                return left != null && left.isPositive();
            });
            return any ? State.PARTLY_RETURNED : State.RETURNED;
        }
        if (loads.stream().anyMatch(l -> l.otherwise().isPositive())) return State.NOT_ALL_ARRIVED;
        boolean presumed = entries.stream()
                .filter(Entered::stands)
                .anyMatch(e -> e.effect() instanceof Event.Delivered d
                        && d.basis() == DeliveryBasis.PRESUMED);
        return presumed ? State.PRESUMED : State.DELIVERED;
    }

    /** How much of each lot, or of the units of a block, each partner has. */
    private Map<String, Quantity> held(Collection<Lot> lots) {
        Map<EventId, List<Lot>> byBirth = new HashMap<>();
        lots.forEach(lot -> byBirth.computeIfAbsent(lot.id().birth(), _ -> new ArrayList<>())
                .add(lot));
        Map<String, Quantity> held = new HashMap<>();
        for (Balance balance : stock.balances(lots)) {
            if (!(balance.place() instanceof Place.OfCustomer(var partner, var _))) continue;
            LotId id = balance.lot().first();
            for (Lot lot : byBirth.getOrDefault(id.birth(), List.of())) {
                if (lot.span().contains(id))
                    held.merge(at(lot.id(), partner), balance.quantity(), Quantity::plus);
            }
        }
        return held;
    }

    private static String at(LotId lot, PartnerCode partner) {
        return lot + " " + LotNumber.normal(partner.code());
    }

    private static boolean isSame(PartnerCode one, PartnerCode other) {
        return LotNumber.normal(one.code()).equals(LotNumber.normal(other.code()));
    }
}
