package stemma.scanning;

import stemma.catalog.Item;
import stemma.catalog.Tracking;
import stemma.gs1.ElementString;
import stemma.gs1.Gs1Day;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.journal.WorldClock;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What a mark of GS1 means here: the finest thing that it names, with what else it says of it. */
final class MarkReading {
    private static final List<String> GTINS = List.of("01", "02", "03");
    private static final List<String> ASSETS = List.of("8003", "8004", "8010");
    private static final Map<String, ScanKind> DAYS = Map.of(
            "17", ScanKind.EXPIRY,
            "15", ScanKind.BEST_BEFORE,
            "16", ScanKind.BEST_BEFORE,
            "11", ScanKind.PRODUCED,
            "13", ScanKind.PRODUCED);

    private final Goods goods;
    private final Spots spots;
    private final WorldClock clock;

    MarkReading(Goods goods, Spots spots, WorldClock clock) {
        this.goods = goods;
        this.spots = spots;
        this.clock = clock;
    }

    /** Returns what the mark may mean, at least one thing. */
    List<Meaning> meanings(ElementString mark) {
        SequencedMap<String, String> beside = beside(mark);
        PackedAmount.complete(beside, mark, goods);
        return named(mark).stream().map(meaning -> meaning.with(beside)).toList();
    }

    private List<Meaning> named(ElementString mark) {
        Optional<String> unit = mark.value("00");
        if (unit.isPresent()) return List.of(container(unit.get(), mark));
        Optional<String> digits =
                GTINS.stream().flatMap(ai -> mark.value(ai).stream()).findFirst();
        Optional<Item> item = digits.flatMap(value -> goods.bearer(new Gtin(value)));
        if (digits.isPresent() && item.isEmpty())
            return List.of(Meaning.nothing("No item here bears the GTIN " + digits.get()));
        return ofItem(mark, item);
    }

    /** The maker's serial of goods that are kept by lot names no unit of ours; their lot does. */
    private List<Meaning> ofItem(ElementString mark, Optional<Item> item) {
        Optional<ItemCode> code = item.map(Item::code);
        String name = item.map(Item::name).map(text -> ", " + text + ",").orElse("");
        Optional<String> serial = mark.value("21");
        Optional<String> lot = mark.value("10");
        boolean isByLot = lot.isPresent()
                && item.filter(found -> found.tracking() != Tracking.SERIAL).isPresent();
        if (serial.isPresent() && !isByLot)
            return known(goods.units(code, serial.get()))
                    .orElseGet(() -> List.of(unknown(
                                    ScanKind.UNIT,
                                    serial.get(),
                                    "Serial " + serial.get() + name + " is not known here",
                                    item)
                            .with(lotOf(mark))));
        if (lot.isPresent())
            return known(goods.family(code, lot.get()))
                    .orElseGet(() -> List.of(unknown(
                            ScanKind.LOT,
                            lot.get(),
                            "Lot " + lot.get() + name + " is not known here",
                            item)));
        return item.map(found -> List.of(Goods.item(found))).orElseGet(() -> other(mark));
    }

    private static SequencedMap<String, String> lotOf(ElementString mark) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        mark.value("10").ifPresent(lot -> fields.put(ScanKind.LOT.field(), lot));
        return fields;
    }

    private static Meaning unknown(ScanKind kind, String code, String says, Optional<Item> item) {
        SequencedMap<String, String> more = new LinkedHashMap<>();
        item.ifPresent(found -> more.put(ScanKind.ITEM.field(), found.code().code()));
        return Meaning.unknown(kind, code, says).with(more);
    }

    private Meaning container(String sscc, ElementString mark) {
        Meaning found = goods.container(sscc)
                .orElseGet(() -> Meaning.unknown(
                        ScanKind.CONTAINER, sscc, "Container " + sscc + " is not known here"));
        SequencedMap<String, String> content = new LinkedHashMap<>();
        mark.value("02")
                .flatMap(value -> goods.bearer(new Gtin(value)))
                .ifPresent(
                        item -> content.put(ScanKind.ITEM.field(), item.code().code()));
        mark.value("10").ifPresent(lot -> content.put(ScanKind.LOT.field(), lot));
        return found.with(content);
    }

    /** Returns what a mark without goods names: equipment, an order, a day, a quantity. */
    private List<Meaning> other(ElementString mark) {
        for (String asset : ASSETS) {
            Optional<String> value = mark.value(asset);
            if (value.isPresent())
                return List.of(spots.resource(value.get())
                        .orElseGet(() -> Meaning.unknown(
                                ScanKind.RESOURCE,
                                value.get(),
                                "Equipment " + value.get() + " is not known here")));
        }
        Optional<String> order = mark.value("400");
        if (order.isPresent())
            return List.of(Meaning.known(ScanKind.ORDER, order.get(), "Order " + order.get(), ""));
        SequencedMap<String, String> beside = beside(mark);
        for (ScanKind kind : ScanKind.values()) {
            String value = beside.get(kind.field());
            if (value != null)
                return List.of(Meaning.known(kind, value, "The label says " + value, ""));
        }
        return List.of(Meaning.nothing(
                "The label " + mark.bracketed() + " names nothing that is kept here"));
    }

    private SequencedMap<String, String> beside(ElementString mark) {
        SequencedMap<String, String> fields = new LinkedHashMap<>(MarkedAmount.fields(mark));
        int year = clock.now().atZone(ZoneOffset.UTC).getYear();
        DAYS.forEach((ai, kind) -> mark.value(ai)
                .ifPresent(day -> fields.putIfAbsent(kind.field(), Gs1Day.read(day, year))));
        return fields;
    }

    private static Optional<List<Meaning>> known(List<Meaning> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
