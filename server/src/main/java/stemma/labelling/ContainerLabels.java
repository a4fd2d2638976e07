package stemma.labelling;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.PackLevels;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.OwnCode;
import stemma.identifiers.SiteCode;
import stemma.identifiers.Sscc;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.printing.Barcode;
import stemma.printing.Fact;
import stemma.printing.Label;
import stemma.printing.LabelKind;
import stemma.printing.Symbol;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Balance;
import stemma.stock.Container;
import stemma.stock.Handlings;
import stemma.stock.LotNow;
import stemma.stock.Stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The label of a container: with an SSCC a GS1 logistic label, its bars carrying (00) and a
 * DataMatrix beside them what is inside, where that is one lot of one item; else our own code.
 */
final class ContainerLabels {
    private static final int DEEPEST = 20;
    /** Units in which goods are counted; what is weighed or measured has no (37). */
    private static final Set<String> COUNTED =
            Set.of("ea", "pc", "case", "carton", "box", "pack", "tray", "bag", "sack", "drum");

    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Handlings handlings;

    ContainerLabels(Catalog catalog, Lots lots, Stock stock, Handlings handlings) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.handlings = handlings;
    }

    Label label(ContainerCode code) {
        Container container = stock.container(code).orElseThrow(() -> unknown(code));
        Map<LotId, Quantity> inside = inside(container.code());
        Map<LotId, LotNow> now = handlings.now(lots.lots(inside.keySet()).values());
        String number = container.code().code();
        Label label = Label.of(LabelKind.CONTAINER, number, heading(now), number)
                .warning(LotLabels.warning(now.values()));
        Optional<SiteCode> site = site(container);
        if (site.isPresent()) label = label.at(site.get()).between(from(site.get()));
        return label.saying(facts(now, inside)).bearing(codes(number, now, inside));
    }

    private static Refused unknown(ContainerCode code) {
        return new Refused(
                Problem.of("container_unknown", 404, "There is no container " + code + ".")
                        .notRecording("")
                        .with("container", code.code()));
    }

    /** What is in it and in all containers within it, by lot. */
    private Map<LotId, Quantity> inside(ContainerCode container) {
        List<Place> places = new ArrayList<>(List.of(new Place.InContainer(container)));
        places.addAll(stock.within(container));
        Map<LotId, Quantity> inside = new LinkedHashMap<>();
        for (Place place : new LinkedHashSet<>(places))
            for (Balance balance : stock.at(place)) {
                Lot lot = lots.lot(balance.lot().first()).orElse(null);
                if (lot != null) inside.merge(lot.id(), balance.quantity(), Quantity::plus);
            }
        return inside;
    }

    private Optional<SiteCode> site(Container container) {
        Container at = container;
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (at.place() instanceof Place.At(var site, var _)) return Optional.of(site);
            ContainerCode parent = at.parent();
            Container outer = parent == null ? null : stock.container(parent).orElse(null);
            if (outer == null) return Optional.empty();
            at = outer;
        }
        return Optional.empty();
    }

    private List<Fact> from(SiteCode code) {
        var site = catalog.sites(Set.of(code)).get(code);
        return List.of(new Fact("From", site == null ? code.code() : site.name()));
    }

    private static String heading(Map<LotId, LotNow> now) {
        List<String> items =
                now.values().stream().map(LotNow::itemName).distinct().toList();
        if (items.isEmpty()) return "Empty";
        return items.size() == 1 ? items.getFirst() : "Mixed, " + items.size() + " items";
    }

    /** The data titles are those of GS1, so that any warehouse knows them. */
    private static List<Fact> facts(Map<LotId, LotNow> now, Map<LotId, Quantity> inside) {
        List<Fact> facts = new ArrayList<>();
        if (now.size() != 1) {
            for (LotNow lot : now.values().stream().limit(8).toList())
                facts.add(new Fact(
                        lot.itemName(),
                        lot.number() + " · " + inside.get(lot.lot().id())));
            return facts;
        }
        LotNow lot = now.values().iterator().next();
        facts.add(new Fact("BATCH/LOT", lot.number()));
        Quantity quantity = Objects.requireNonNull(inside.get(lot.lot().id()));
        boolean isCounted = COUNTED.contains(quantity.unit().code());
        facts.add(new Fact(isCounted ? "COUNT" : "QUANTITY", quantity.toString()));
        LotLabels.date(facts, "USE BY OR EXPIRY", lot.lot().passport().expiry());
        LotLabels.date(facts, "BEST BEFORE", lot.lot().passport().bestBefore());
        LotLabels.date(facts, "PROD DATE", lot.lot().passport().produced());
        facts.add(new Fact("Item", lot.lot().item().code()));
        return facts;
    }

    private List<Barcode> codes(
            String number, Map<LotId, LotNow> now, Map<LotId, Quantity> inside) {
        Optional<LotNow> only =
                now.size() == 1 ? Optional.of(now.values().iterator().next()) : Optional.empty();
        List<Barcode> codes = new ArrayList<>();
        if (isSscc(number)) {
            codes.add(new Marking().with("00", number).bars());
            only.flatMap(lot -> content(number, lot, inside)).ifPresent(codes::add);
            return codes;
        }
        only.flatMap(lot -> asCase(lot, inside)).ifPresent(codes::add);
        String own = OwnCode.of(OwnCode.Kind.CONTAINER, number).text();
        codes.add(Barcode.plain(Symbol.CODE_128, own));
        codes.add(Barcode.plain(Symbol.DATA_MATRIX, own));
        return codes;
    }

    /** A full case of one lot is a trade item of its own, with a GTIN of its own. */
    private Optional<Barcode> asCase(LotNow lot, Map<LotId, Quantity> inside) {
        Quantity holds = Objects.requireNonNull(inside.get(lot.lot().id()));
        return levels(lot.lot().item()).stream()
                .filter(level -> level.holds(holds.unit()).equals(holds))
                .findFirst()
                .map(level -> {
                    Marking marking = new Marking().with("01", level.gtin().digits());
                    return LotLabels.dated(marking, lot.lot().passport()).with("10", lot.number());
                })
                .filter(marking -> marking.has("10"))
                .map(Marking::matrix);
    }

    /**
     * What is inside, for who scans once: a whole count of one item with a GTIN; where it stands in
     * cases within the pallet, counted in the largest cases that it consists of.
     */
    private Optional<Barcode> content(String sscc, LotNow lot, Map<LotId, Quantity> inside) {
        Quantity all = Objects.requireNonNull(inside.get(lot.lot().id()));
        Optional<PackLevels.Level> cases = levels(lot.lot().item()).stream()
                .filter(_ -> holdsContainers(sscc))
                .filter(level -> level.holds(all.unit()).isLessThan(all))
                .filter(level -> isMultiple(all, level))
                .max(Comparator.comparing(level -> level.holds(all.unit()).amount()));
        String gtin =
                cases.map(level -> level.gtin().digits()).orElse(gtin(lot.lot().item()));
        boolean isCounted = cases.isPresent() || COUNTED.contains(all.unit().code());
        if (gtin.isEmpty() || !isCounted) return Optional.empty();
        BigDecimal each =
                cases.map(level -> level.holds(all.unit()).amount()).orElse(BigDecimal.ONE);
        Quantity count = new Quantity(all.amount().divide(each), all.unit());
        Marking marking = new Marking().with("00", sscc).with("02", gtin);
        LotLabels.dated(marking, lot.lot().passport())
                .with("37", count.number())
                .with("10", lot.number());
        return marking.has("37") ? Optional.of(marking.matrix()) : Optional.empty();
    }

    private boolean holdsContainers(String number) {
        ContainerCode code = new ContainerCode(number);
        return stock.within(code).stream()
                .anyMatch(place -> !place.equals(new Place.InContainer(code)));
    }

    private static boolean isMultiple(Quantity all, PackLevels.Level level) {
        BigDecimal holds = level.holds(all.unit()).amount();
        return all.amount().remainder(holds).signum() == 0;
    }

    private List<PackLevels.Level> levels(ItemCode code) {
        Item item = catalog.items(Set.of(code)).get(code);
        PackLevels levels = item == null ? null : item.policy().packLevels();
        return levels == null ? List.of() : levels.levels();
    }

    private String gtin(ItemCode code) {
        Item item = catalog.items(Set.of(code)).get(code);
        Gtin gtin = item == null ? null : item.policy().gtin();
        return gtin == null ? "" : gtin.digits();
    }

    private static boolean isSscc(String number) {
        try {
            return new Sscc(number).digits().equals(number);
        } catch (MalformedIdentifier other) {
            return false;
        }
    }
}
