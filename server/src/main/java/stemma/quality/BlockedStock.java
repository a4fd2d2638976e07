package stemma.quality;

import stemma.access.Caller;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.journal.WorldClock;
import stemma.ledger.Place;
import stemma.ledger.Status;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.warehouse.StockLine;
import stemma.warehouse.Warehouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All stock of ours that is not fit as it stands and waits for somebody to dispose of it: held,
 * quarantined, rejected or restricted; a retained sample waits for its end only. However much there
 * is, the queries are a fixed few.
 */
public final class BlockedStock {
    private final Warehouse warehouse;
    private final Lots lots;
    private final WorldClock clock;

    public BlockedStock(Warehouse warehouse, Lots lots, WorldClock clock) {
        this.warehouse = warehouse;
        this.lots = lots;
        this.clock = clock;
    }

    /** Returns it as far as the caller may see it: what stands at sites of his. */
    public BlockedStock seenBy(Caller caller) {
        return new BlockedStock(warehouse.seenBy(caller), lots, clock);
    }

    /** Returns a page of what is not fit, and figures of all of it. */
    public BlockedPage page(BlockedQuery query) {
        List<BlockedLine> all = lines(line -> !line.lot().lot().isRetained());
        List<BlockedPage.Figure> figures = new ArrayList<>();
        for (BlockedQuery.Standing standing : BlockedQuery.Standing.values()) {
            List<BlockedLine> of =
                    all.stream().filter(line -> isIn(line, standing)).toList();
            figures.add(BlockedPage.Figure.of(standing, of));
        }
        List<BlockedLine> found = all.stream()
                .filter(line -> matches(line, query))
                .sorted(order(query.sort()))
                .toList();
        int from = Math.clamp(query.offset(), 0, found.size());
        int to = (int) Math.min((long) from + query.limit(), found.size());
        return new BlockedPage(query, found.subList(from, to), found.size(), figures);
    }

    /** Returns what stands of the lot at the place, if that is there and not fit, or retained. */
    public Optional<BlockedLine> line(Portion lot, Place place) {
        return lines(line ->
                        line.lot().lot().span().overlaps(lot) && place(line).equals(place))
                .stream()
                .findFirst();
    }

    /** Returns from where it is taken: the container that it is in, or the place where it is. */
    public static Place place(StockLine line) {
        return line.container() == null ? line.stands() : new Place.InContainer(line.container());
    }

    private List<BlockedLine> lines(Predicate<StockLine> wanted) {
        List<StockLine> blocked = warehouse.lines().stream()
                .filter(line -> line.lot().lot().isRetained()
                        || line.lot().status() != Status.RELEASED
                        || !line.lot().holds().isEmpty())
                .filter(wanted)
                .toList();
        Set<Lot> all = new LinkedHashSet<>();
        blocked.forEach(line -> all.add(line.lot().lot()));
        Map<LotId, Instant> judged = new HashMap<>();
        for (Judgement one : lots.judgements(all))
            for (Lot lot : all)
                if (lot.span().overlaps(one.lot()))
                    judged.merge(lot.id(), one.at(), (a, b) -> a.isAfter(b) ? a : b);
        Instant now = clock.now();
        return blocked.stream()
                .map(line -> new BlockedLine(line, since(line, judged), now))
                .toList();
    }

    private static Instant since(StockLine line, Map<LotId, Instant> judged) {
        Lot lot = line.lot().lot();
        Instant status = judged.getOrDefault(lot.id(), lot.bornFrom());
        Optional<Instant> held =
                line.lot().holds().stream().map(Hold::since).min(Comparator.naturalOrder());
        if (line.lot().status() == Status.RELEASED) return held.orElse(status);
        return held.filter(hold -> hold.isBefore(status)).orElse(status);
    }

    private static boolean isIn(BlockedLine line, BlockedQuery.Standing standing) {
        return switch (standing) {
            case ANY -> true;
            case HELD -> line.isHeld();
            case QUARANTINED -> line.status() == Status.QUARANTINED;
            case REJECTED -> line.status() == Status.REJECTED;
            case RESTRICTED -> line.status() == Status.RESTRICTED;
        };
    }

    private static boolean matches(BlockedLine line, BlockedQuery query) {
        StockLine stock = line.stock();
        String number = LotNumber.normal(stock.lot().number());
        return isIn(line, query.standing())
                && line.days() >= query.days()
                && (begins(stock.lot().lot().item().code(), query.item())
                        || holds(stock.lot().itemName(), query.item()))
                && number.startsWith(LotNumber.normal(query.lot()))
                && holds(stock.place(), query.place().replace("/", " / "))
                && begins(line.supplier(), query.supplier());
    }

    private static boolean begins(String text, String asked) {
        return text.toLowerCase(Locale.ROOT).startsWith(asked.toLowerCase(Locale.ROOT));
    }

    private static boolean holds(String text, String asked) {
        return text.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT));
    }

    private static Comparator<BlockedLine> order(BlockedQuery.Sort sort) {
        Comparator<BlockedLine> waiting = Comparator.comparing(BlockedLine::since)
                .thenComparing(line -> line.stock().lot().number());
        return switch (sort) {
            case WAITING -> waiting;
            case ITEM -> by(line -> line.stock().lot().itemName()).thenComparing(waiting);
            case LOT -> by(line -> line.stock().lot().number()).thenComparing(waiting);
            case PLACE -> by(line -> line.stock().place()).thenComparing(waiting);
            case SUPPLIER -> by(BlockedLine::supplier).thenComparing(waiting);
            case QUANTITY ->
                Comparator.<BlockedLine, java.math.BigDecimal>comparing(
                                line -> line.stock().quantity().amount())
                        .reversed()
                        .thenComparing(waiting);
        };
    }

    private static Comparator<BlockedLine> by(
            java.util.function.Function<BlockedLine, String> text) {
        return Comparator.comparing(text);
    }
}
