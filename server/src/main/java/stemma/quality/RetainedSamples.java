package stemma.quality;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.History;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.Retained;
import stemma.warehouse.StockLine;
import stemma.warehouse.Warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All retained samples that stand at places of ours. The queries are a fixed few. */
public final class RetainedSamples {
    private final Warehouse warehouse;
    private final Lots lots;
    private final History history;
    private final Retentions retentions;

    public RetainedSamples(Warehouse warehouse, Lots lots, History history, JdbcClient database) {
        this(warehouse, lots, history, new Retentions(database));
    }

    private RetainedSamples(
            Warehouse warehouse, Lots lots, History history, Retentions retentions) {
        this.warehouse = warehouse;
        this.lots = lots;
        this.history = history;
        this.retentions = retentions;
    }

    /** Returns them as far as the caller may see them: what stands at sites of his. */
    public RetainedSamples seenBy(Caller caller) {
        return new RetainedSamples(warehouse.seenBy(caller), lots, history, retentions);
    }

    /** Returns a page of them, and how the time of all stands. */
    public RetainedPage page(RetainedQuery query) {
        List<RetainedLine> all = lines(lots.retained());
        Map<RetainedQuery.Show, Long> figures = new EnumMap<>(RetainedQuery.Show.class);
        for (RetainedQuery.Show show : RetainedQuery.Show.values())
            figures.put(show, all.stream().filter(line -> isIn(line, show)).count());
        List<RetainedLine> found = all.stream()
                .filter(line -> matches(line, query))
                .sorted(order(query.sort()))
                .toList();
        int from = Math.clamp(query.offset(), 0, found.size());
        int to = (int) Math.min((long) from + query.limit(), found.size());
        return new RetainedPage(query, signed(found.subList(from, to)), found.size(), figures);
    }

    /** Returns those that are any of the lots, or were taken of one. */
    public List<RetainedLine> of(Collection<Lot> any) {
        return lines(lots.retained(any));
    }

    /** Returns what stands of the sample, at one of its places. */
    public Optional<RetainedLine> standing(Portion sample) {
        return lots.lot(sample.first()).stream()
                .flatMap(lot -> lines(lots.retained(List.of(lot))).stream())
                .filter(line -> line.stock().lot().lot().span().overlaps(sample))
                .findFirst();
    }

    private List<RetainedLine> lines(List<Retained> samples) {
        Map<Long, LotId> origins = new HashMap<>();
        for (Retained sample : samples)
            if (sample.of() != null) origins.put(sample.key(), sample.of());
        List<StockLine> kept =
                warehouse.lines(samples.stream().map(Retained::key).toList());
        Map<LotId, Lot> taken = lots.lots(Set.copyOf(origins.values()));
        Set<Lot> all = new LinkedHashSet<>();
        kept.forEach(line -> all.add(line.lot().lot()));
        Map<LotId, Retention> until = retentions.of(all);
        List<RetainedLine> lines = new ArrayList<>();
        for (StockLine line : kept) {
            Lot lot = line.lot().lot();
            LotId origin = origins.get(lot.key());
            Lot from = origin == null ? null : taken.get(origin);
            lines.add(new RetainedLine(
                    line,
                    from == null ? "" : from.number().text(),
                    "",
                    requireNonNull(until.get(lot.id()))));
        }
        return lines;
    }

    /** Who took it stands in the entry of its birth, which is read for what is shown. */
    private List<RetainedLine> signed(List<RetainedLine> lines) {
        Map<EventId, String> by = new HashMap<>();
        history.read(lines.stream().map(RetainedLine::taken).collect(Collectors.toSet()))
                .forEach(birth ->
                        by.put(birth.event().id(), birth.author().actor().code()));
        return lines.stream()
                .map(line -> line.takenBy(by.getOrDefault(line.taken(), "")))
                .toList();
    }

    private static boolean isIn(RetainedLine line, RetainedQuery.Show show) {
        return switch (show) {
            case ANY -> true;
            case DUE -> line.isDue();
            case SOON -> line.endsWithin(RetainedQuery.SOON_DAYS);
            case UNSAID -> line.isUnsaid();
        };
    }

    private static boolean matches(RetainedLine line, RetainedQuery query) {
        StockLine stock = line.stock();
        String lot = LotNumber.normal(query.lot());
        String item = query.item().toLowerCase(Locale.ROOT);
        return isIn(line, query.show())
                && (stock.lot().lot().item().code().toLowerCase(Locale.ROOT).startsWith(item)
                        || stock.lot().itemName().toLowerCase(Locale.ROOT).contains(item))
                && (LotNumber.normal(stock.lot().number()).startsWith(lot)
                        || LotNumber.normal(line.of()).startsWith(lot))
                && stock.place()
                        .toLowerCase(Locale.ROOT)
                        .contains(query.place().replace("/", " / ").toLowerCase(Locale.ROOT));
    }

    private static Comparator<RetainedLine> order(RetainedQuery.Sort sort) {
        Comparator<RetainedLine> until = Comparator.comparing(
                        (RetainedLine line) -> line.retention().until(),
                        Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(line -> line.stock().lot().number());
        return switch (sort) {
            case UNTIL -> until;
            case ITEM -> by(line -> line.stock().lot().itemName()).thenComparing(until);
            case LOT -> by(line -> line.stock().lot().number()).thenComparing(until);
            case PLACE -> by(line -> line.stock().place()).thenComparing(until);
        };
    }

    private static Comparator<RetainedLine> by(Function<RetainedLine, String> column) {
        return Comparator.comparing(column, String.CASE_INSENSITIVE_ORDER);
    }
}
