package stemma.scanning;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.intake.Sight;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.quantity.Quantity;
import stemma.shell.Address;
import stemma.shell.Badge;
import stemma.stock.Balance;
import stemma.stock.Handlings;
import stemma.stock.LotNow;
import stemma.stock.Places;
import stemma.stock.Stock;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Goods as a scan finds them: items, lots, units and containers, told as they are now. */
final class Goods {
    private static final int NEAR = 3;
    private static final int PLACES = 3;
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Handlings handlings;
    private final Sight sight;

    Goods(Catalog catalog, Lots lots, Stock stock, Handlings handlings, Sight sight) {
        this.sight = sight;
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.handlings = handlings;
    }

    Optional<Item> bearer(Gtin gtin) {
        return catalog.bearers(List.of(gtin)).stream().findFirst();
    }

    Optional<Item> item(ItemCode code) {
        return Optional.ofNullable(catalog.items(List.of(code)).get(code));
    }

    static Meaning item(Item item) {
        return Meaning.known(
                ScanKind.ITEM,
                item.code().code(),
                "Item " + item.code() + ", " + item.name(),
                "/lots?item=" + Address.encoded(item.code().code()));
    }

    /** Returns each lot of the number as a meaning of its own, none where there is none. */
    List<Meaning> family(Optional<ItemCode> item, String number) {
        return told(lots.family(item.orElse(null), new LotNumber(number)));
    }

    List<Meaning> suppliers(String number) {
        return told(lots.byExternal(number));
    }

    /** Returns the lot, or the unit, of our own id. */
    List<Meaning> byId(String text) {
        if (!LotId.looksLike(text)) return List.of();
        return told(lots.lots(List.of(LotId.of(text))).values());
    }

    /** Returns the units of the serial whose life goes on; the last life where none does. */
    List<Meaning> units(Optional<ItemCode> item, String serial) {
        List<SerialUnit> borne = lots.bySerial(serial).stream()
                .filter(unit -> item.isEmpty() || isOf(unit.block(), item.get()))
                .toList();
        Set<Lot> seen =
                new HashSet<>(sight.lots(borne.stream().map(SerialUnit::block).toList()));
        List<SerialUnit> all =
                borne.stream().filter(unit -> seen.contains(unit.block())).toList();
        List<SerialUnit> living = all.stream()
                .filter(unit -> unit.state() == SerialUnit.Life.GOES_ON)
                .toList();
        List<SerialUnit> shown =
                living.isEmpty() && !all.isEmpty() ? List.of(all.getLast()) : living;
        if (shown.isEmpty()) return List.of();
        List<Lot> blocks = shown.stream().map(SerialUnit::block).distinct().toList();
        Map<LotId, LotNow> now = handlings.now(blocks);
        List<Balance> balances = stock.balances(blocks);
        return shown.stream().map(unit -> unit(unit, now, balances)).toList();
    }

    Optional<Meaning> container(String code) {
        ContainerCode asked = new ContainerCode(code);
        if (!sight.unseen(List.of(new Place.InContainer(asked))).isEmpty()) return Optional.empty();
        return stock.container(asked)
                .map(container -> Meaning.known(
                        ScanKind.CONTAINER,
                        container.code().code(),
                        "Container " + container.code()
                                + where(container.place(), container.parent()),
                        Address.of("/containers", container.code().code())));
    }

    List<Meaning> lookingLike(String text) {
        if (text.length() > ScanQuestion.LONGEST_CODE) return List.of();
        return told(lots.lookingLike(text, NEAR));
    }

    private static boolean isOf(Lot lot, ItemCode item) {
        return LotNumber.normal(lot.item().code()).equals(LotNumber.normal(item.code()));
    }

    private List<Meaning> told(Collection<Lot> all) {
        List<Lot> found = sight.lots(all);
        if (found.isEmpty()) return List.of();
        Map<LotId, LotNow> now = handlings.now(found);
        List<Balance> balances = stock.balances(found);
        return found.stream()
                .map(lot -> {
                    LotNow standing = requireNonNull(now.get(lot.id()));
                    return lot(
                            standing, lot, balances, found.size() == 1 ? "" : apart(standing, lot));
                })
                .toList();
    }

    private Meaning lot(LotNow now, Lot lot, List<Balance> balances, String apart) {
        List<Balance> own =
                balances.stream().filter(b -> b.lot().overlaps(lot.span())).toList();
        String says = "Lot " + lot.number() + ", " + now.itemName() + ": " + places(own) + ", "
                + standing(now) + apart;
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("lot", lot.number().text());
        fields.put("item", lot.item().code());
        fields.put("lot-id", lot.span().toString());
        return new Meaning(
                ScanKind.LOT,
                Meaning.Acquaintance.KNOWN,
                says,
                tone(now),
                fields,
                "/lots/id/" + lot.span());
    }

    private Meaning unit(SerialUnit unit, Map<LotId, LotNow> now, List<Balance> balances) {
        LotNow block = requireNonNull(now.get(unit.block().id()));
        Portion portion = Portion.of(unit.unit());
        List<Balance> own =
                balances.stream().filter(b -> b.lot().overlaps(portion)).toList();
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("serial", unit.serial().text());
        fields.put("item", unit.block().item().code());
        fields.put("lot-id", portion.toString());
        Set<Place> unseen = unseen(own);
        String where = own.stream()
                .map(balance -> at(balance.place(), unseen))
                .distinct()
                .collect(Collectors.joining(", "));
        return new Meaning(
                ScanKind.UNIT,
                Meaning.Acquaintance.KNOWN,
                "Unit " + unit.serial() + ", " + block.itemName()
                        + (where.isEmpty() ? "" : ", " + where) + ", " + standing(block),
                unit.state() == SerialUnit.Life.ENDED ? Tone.CHECK : tone(block),
                fields,
                "/lots/id/" + portion);
    }

    /** Returns what tells a sublot from the others of its number. */
    private static String apart(LotNow now, Lot lot) {
        List<String> words = new ArrayList<>(now.dates());
        if (!now.othersNumbers().isEmpty()) words.add("theirs " + now.othersNumbers());
        words.add("here since "
                + lot.bornFrom()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString()
                        .replace('T', ' '));
        return ", " + String.join(", ", words);
    }

    private static Tone tone(LotNow now) {
        return now.holds().isEmpty() && !now.isExpired() ? Tone.OK : Tone.CHECK;
    }

    private static String standing(LotNow now) {
        return now.badges().stream()
                .map(Badge::word)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private String places(List<Balance> balances) {
        List<Balance> there = balances.stream()
                .filter(balance -> balance.quantity().amount().signum() > 0)
                .filter(balance -> !(balance.place() instanceof Place.Beyond))
                .toList();
        if (there.isEmpty()) return "nothing left here";
        Set<Place> unseen = unseen(there);
        Map<String, Quantity> byPlace = new LinkedHashMap<>();
        there.forEach(balance ->
                byPlace.merge(at(balance.place(), unseen), balance.quantity(), Quantity::plus));
        String first = byPlace.entrySet().stream()
                .limit(PLACES)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        int more = byPlace.size() - PLACES;
        return more > 0 ? first + " and at " + more + " more places" : first;
    }

    private Set<Place> unseen(List<Balance> balances) {
        return sight.unseen(balances.stream().map(Balance::place).toList());
    }

    private static String at(Place place, Set<Place> unseen) {
        return unseen.contains(place) ? "at sites you may not see" : at(place);
    }

    private static String at(Place place) {
        return (place instanceof Place.At ? "at " : "in ") + Places.words(place);
    }

    private static String where(@Nullable Place place, @Nullable ContainerCode parent) {
        if (parent != null) return ", in container " + parent;
        return place == null ? "" : ", " + at(place);
    }
}
