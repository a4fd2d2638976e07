package stemma.quality;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.PassportDate;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.warehouse.StockLine;
import stemma.warehouse.Warehouse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is to be tested again and when, and which date a lot that has passed is given next. */
public final class Retests {
    private static final int YEAR = 366;

    private final Warehouse warehouse;
    private final Lots lots;
    private final Catalog catalog;
    private final Quality quality;

    public Retests(Warehouse warehouse, Lots lots, Catalog catalog, Quality quality) {
        this.warehouse = warehouse;
        this.lots = lots;
        this.catalog = catalog;
        this.quality = quality;
    }

    /** Returns them as far as the caller may see them: what stands at sites of his. */
    public Retests seenBy(Caller caller) {
        return new Retests(warehouse.seenBy(caller), lots, catalog, quality);
    }

    /** Returns a page of the lots that are to be tested again, and how many there are in all. */
    public RetestPage page(RetestQuery query) {
        List<RetestLine> all = waiting();
        List<RetestLine> found = all.stream()
                .filter(line -> matches(line, query))
                .sorted(order(query.sort()))
                .toList();
        int from = Math.clamp(query.offset(), 0, found.size());
        int to = (int) Math.min((long) from + query.limit(), found.size());
        return new RetestPage(
                query,
                inspected(found.subList(from, to)),
                found.size(),
                all.stream().filter(line -> line.days() <= 0).count(),
                all.stream()
                        .filter(line -> line.days() <= RetestQuery.USUAL_DAYS)
                        .count(),
                all.stream().filter(line -> line.days() <= YEAR).count());
    }

    /** What is expired or rejected is of no use, tested or not, and a sample is kept as it is. */
    private List<RetestLine> waiting() {
        Map<LotId, List<StockLine>> byLot = new LinkedHashMap<>();
        for (StockLine line : warehouse.lines()) {
            boolean waits = line.daysToRetest() != null
                    && !line.isExpired()
                    && line.lot().status() != Status.REJECTED
                    && !line.lot().lot().isRetained();
            if (waits)
                byLot.computeIfAbsent(line.lot().lot().id(), _ -> new ArrayList<>())
                        .add(line);
        }
        return byLot.values().stream()
                .map(lines -> new RetestLine(lines, false, null))
                .toList();
    }

    /** What is shown says what it is held against, and what has been begun. */
    private List<RetestLine> inspected(List<RetestLine> lines) {
        Set<String> specified =
                quality.inForce(lines.stream().map(line -> line.lot().item()).toList()).stream()
                        .map(one -> LotNumber.normal(one.item().code()))
                        .collect(Collectors.toSet());
        List<Inspection> open =
                quality.openOf(lines.stream().map(line -> line.lot().span()).toList());
        return lines.stream()
                .map(line -> line.with(
                        specified.contains(LotNumber.normal(line.lot().item().code())),
                        open.stream()
                                .filter(one -> one.lots().stream()
                                        .anyMatch(lot -> lot.overlaps(line.lot().span())))
                                .map(Inspection::id)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static boolean matches(RetestLine line, RetestQuery query) {
        String item = query.item().toLowerCase(Locale.ROOT);
        String place = query.place().replace("/", " / ").toLowerCase(Locale.ROOT);
        return line.days() <= query.days()
                && (line.lot().item().code().toLowerCase(Locale.ROOT).startsWith(item)
                        || line.now().itemName().toLowerCase(Locale.ROOT).contains(item))
                && LotNumber.normal(line.now().number()).startsWith(LotNumber.normal(query.lot()))
                && line.places().toLowerCase(Locale.ROOT).contains(place);
    }

    private static Comparator<RetestLine> order(RetestQuery.Sort sort) {
        Comparator<RetestLine> date = Comparator.comparing(
                        (RetestLine line) -> line.by().lastDay())
                .thenComparing(line -> line.now().number());
        return switch (sort) {
            case RETEST -> date;
            case ITEM -> by(line -> line.now().itemName()).thenComparing(date);
            case LOT -> by(line -> line.now().number()).thenComparing(date);
            case PLACE -> by(RetestLine::places).thenComparing(date);
        };
    }

    private static Comparator<RetestLine> by(Function<RetestLine, String> column) {
        return Comparator.comparing(column, String.CASE_INSENSITIVE_ORDER);
    }

    /** Returns the dates that a judgement on the inspection gives to its lots. */
    public List<NextRetest> next(InspectionCard card) {
        Set<LotId> ids =
                card.inspection().lots().stream().map(Portion::first).collect(Collectors.toSet());
        Map<LotId, Lot> known = lots.lots(ids);
        Site site = catalog.sites(List.of(card.inspection().site()))
                .get(card.inspection().site());
        ZoneId zone = site == null ? ZoneOffset.UTC : site.zone();
        // An expiry that its passport says no more is one that the ledger holds a retest to.
        Map<LotId, PassportDate> expiries = lots.lastExpiries(Set.copyOf(known.values()));
        List<NextRetest> next = new ArrayList<>();
        for (Portion portion : card.inspection().lots()) {
            Lot lot = known.get(portion.first());
            // A range of a block has no passport of its own.
            if (lot == null || !lot.span().equals(portion)) continue;
            NextRetest.of(card, lot, expiries.get(lot.id()), zone).ifPresent(next::add);
        }
        return next;
    }
}
