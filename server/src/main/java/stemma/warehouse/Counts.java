package stemma.warehouse;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventIds;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Answer;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.ledger.Submission;
import stemma.ledger.Turns;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Standing;
import stemma.stock.Stock;
import stemma.warehouse.store.CountTable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Cycle counts: asked for, counted by scan, posted. Whoever counts and whoever posts has the turns
 * of the lots at the place, so that no movement runs between reading the books and writing.
 */
public final class Counts {
    private static final int LISTED = 200;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Ledger ledger;
    private final Audit audit;
    private final WorldClock clock;
    private final EventIds ids;
    private final CountTable table;

    /** Whether what nobody found is missing, or only what was counted is posted. */
    public enum Extent {
        WHOLE_PLACE,
        COUNTED_ONLY
    }

    public Counts(
            JdbcClient database,
            TransactionTemplate transactions,
            Catalog catalog,
            Lots lots,
            Stock stock,
            Ledger ledger,
            Audit audit,
            WorldClock clock,
            EventIds ids) {
        this.database = database;
        this.transactions = transactions;
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.table = new CountTable(database);
    }

    /** Asks for a count of a place; refused with {@code count_exists} where the code is taken. */
    public CountDocument open(
            Author author,
            DocumentCode code,
            SiteCode site,
            Place place,
            CountDocument.Sight sight,
            LocalDate due) {
        CountDocument count = new CountDocument(
                code,
                site,
                place,
                sight,
                due,
                author.actor(),
                clock.now(),
                CountDocument.State.COUNTING,
                null,
                null);
        return inTurn(Set.of(), () -> {
            if (!table.add(count))
                throw Refused.of("count_exists", 409, "There is a count " + code + " already.");
            audit.record(author, "count_opened", code.code(), null, json(count), null);
            return count;
        });
    }

    /** Returns the counts under way, the next due first, and those that ended lately. */
    public List<CountDocument> all() {
        return table.all(LISTED);
    }

    /** Returns what was found and what the books had; refused with {@code count_unknown}. */
    public CountCard card(DocumentCode code) {
        CountDocument count = known(table.find(code), code);
        return new CountCard(count, differences(count));
    }

    /** Notes what of a lot, or which units, were found; told again it replaces what was told. */
    public void count(
            Author author,
            DocumentCode code,
            Portion lot,
            Quantity quantity,
            @Nullable Quantity weight,
            Evidence evidence) {
        Lot known = lots.lot(lot.first())
                .orElseThrow(() -> Refused.of("lot_unknown", 404, "There is no lot " + lot + "."));
        if (!quantity.unit().equals(known.unit()) || quantity.isNegative()) {
            throw Refused.of(
                    "unit_wrong", 422, known.number() + " is counted in " + known.unit() + ".");
        }
        inTurn(Set.of(Lots.lock(lot.first())), () -> {
            CountDocument count = underWay(table.forUpdate(code), code);
            Counted line = new Counted(
                    lot,
                    quantity,
                    weight,
                    evidence,
                    author.actor(),
                    clock.now(),
                    stock.lastPassage());
            table.put(count.code(), line);
            ObjectNode said = JsonNodeFactory.instance
                    .objectNode()
                    .put("lot", lot.toString())
                    .put("quantity", quantity.toString());
            audit.record(author, "count_line", count.code().code(), null, said, null);
            return line;
        });
    }

    /**
     * Adjusts the books by what the count differs from them at the moment of counting, all or
     * nothing; empty where all agrees.
     */
    public Optional<Answer> post(Author author, DocumentCode code, Extent extent) {
        CountDocument first = known(table.find(code), code);
        Set<String> locks = new LinkedHashSet<>();
        for (CountCard.Difference line : differences(first))
            locks.add(Lots.lock(line.lot().id()));
        return inTurn(locks, () -> {
            CountDocument count = underWay(table.forUpdate(code), code);
            List<Event> events = new CountPosting(
                            count, stock, zone(count.site()), clock.now(), ids)
                    .events(differences(count), extent);
            Optional<Answer> answer = events.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ledger.append(Submission.of(author, events)));
            if (answer.isPresent() && answer.get() instanceof Answer.Refused) return answer;
            end(author, count, CountDocument.State.POSTED);
            return answer;
        });
    }

    /** Ends a count without adjusting anything. */
    public void drop(Author author, DocumentCode code) {
        inTurn(Set.of(), () -> {
            CountDocument count = underWay(table.forUpdate(code), code);
            end(author, count, CountDocument.State.DROPPED);
            return count;
        });
    }

    private void end(Author author, CountDocument count, CountDocument.State state) {
        CountDocument ended = new CountDocument(
                count.code(),
                count.site(),
                count.place(),
                count.sight(),
                count.due(),
                count.openedBy(),
                count.openedAt(),
                state,
                author.actor(),
                clock.now());
        table.end(ended);
        audit.record(author, "count_ended", count.code().code(), json(count), json(ended), null);
    }

    private List<CountCard.Difference> differences(CountDocument count) {
        List<Counted> counted = table.lines(count.code());
        Map<Lot, List<Counted>> byLot = new LinkedHashMap<>();
        for (Counted line : counted) {
            lots.lot(line.lot().first())
                    .ifPresent(lot -> byLot.computeIfAbsent(lot, _ -> new java.util.ArrayList<>())
                            .add(line));
        }
        for (Standing standing : stock.standingIn(List.of(count.place())))
            if (!standing.lot().isPool()) byLot.putIfAbsent(standing.lot(), List.of());
        Comparing comparing = new Comparing(
                stock, new Expected(stock, ledger, count.place()), count, clock.now());
        List<CountCard.Difference> all = new java.util.ArrayList<>();
        byLot.forEach((lot, lines) -> all.addAll(comparing.of(lot, lines)));
        return all;
    }

    private <T> T inTurn(Set<String> locks, Supplier<T> act) {
        T done = transactions.execute(_ -> {
            Turns turns = new Turns(database);
            turns.enter(Turns.Company.TOGETHER);
            turns.take(locks);
            return act.get();
        });
        return java.util.Objects.requireNonNull(done);
    }

    private ZoneId zone(SiteCode code) {
        Site site = catalog.sites(List.of(code)).get(code);
        return site == null ? ZoneOffset.UTC : site.zone();
    }

    private static CountDocument known(Optional<CountDocument> count, DocumentCode code) {
        return count.orElseThrow(
                () -> Refused.of("count_unknown", 404, "There is no count " + code + "."));
    }

    private static CountDocument underWay(Optional<CountDocument> found, DocumentCode code) {
        CountDocument count = known(found, code);
        if (count.isOpen()) return count;
        throw new Refused(
                Problem.of("count_ended", 409, "The count " + count.code() + " has ended already.")
                        .advising("Open another count of the place."));
    }

    private static ObjectNode json(CountDocument count) {
        Instant ended = count.endedAt();
        return JsonNodeFactory.instance
                .objectNode()
                .put("place", count.place().text())
                .put("due", count.due().toString())
                .put("state", count.state().name().toLowerCase(java.util.Locale.ROOT))
                .put("ended", ended == null ? "" : ended.toString());
    }
}
