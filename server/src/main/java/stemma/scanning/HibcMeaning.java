package stemma.scanning;

import stemma.catalog.Item;
import stemma.gs1.HibcMark;
import stemma.identifiers.ItemCode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Says what a mark of the Health Industry Bar Code means here. Its product is an item whose code is
 * that of the product, with or without the labeller's before it; a lot or a serial is only ever
 * looked for among those of that item.
 */
final class HibcMeaning {
    private final Goods goods;

    HibcMeaning(Goods goods) {
        this.goods = goods;
    }

    List<Meaning> meanings(HibcMark mark) {
        SequencedMap<String, String> beside = new LinkedHashMap<>();
        put(beside, ScanKind.EXPIRY, mark.expiry());
        put(beside, ScanKind.PRODUCED, mark.produced());
        put(beside, ScanKind.QUANTITY, mark.quantity());
        return named(mark).stream().map(meaning -> meaning.with(beside)).toList();
    }

    private static void put(
            SequencedMap<String, String> fields,
            ScanKind kind,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null) fields.put(kind.field(), value);
    }

    private List<Meaning> named(HibcMark mark) {
        if (!mark.hasProduct())
            return List.of(
                    unknown(mark, "The HIBC code tells no product; scan its other code too"));
        Optional<Item> item = Stream.of(mark.product(), mark.labeller() + mark.product())
                .flatMap(code -> goods.item(new ItemCode(code)).stream())
                .findFirst();
        if (item.isEmpty())
            return List.of(unknown(
                    mark,
                    "No item here is product " + mark.product() + " of HIBC labeller "
                            + mark.labeller()));
        Optional<ItemCode> code = item.map(Item::code);
        List<Meaning> found = mark.serial() != null
                ? goods.units(code, mark.serial())
                : mark.lot() != null ? goods.family(code, mark.lot()) : List.of();
        if (!found.isEmpty()) return found;
        if (mark.serial() == null && mark.lot() == null) return List.of(Goods.item(item.get()));
        SequencedMap<String, String> of = new LinkedHashMap<>();
        of.put(ScanKind.ITEM.field(), item.get().code().code());
        return List.of(
                unknown(mark, named(mark, item.get()) + " is not known here").with(of));
    }

    private static String named(HibcMark mark, Item item) {
        return (mark.serial() != null ? "Serial " + mark.serial() : "Lot " + mark.lot()) + ", "
                + item.name() + ",";
    }

    private static Meaning unknown(HibcMark mark, String says) {
        if (mark.serial() != null) return Meaning.unknown(ScanKind.UNIT, mark.serial(), says);
        if (mark.lot() != null) return Meaning.unknown(ScanKind.LOT, mark.lot(), says);
        return Meaning.nothing(says);
    }
}
