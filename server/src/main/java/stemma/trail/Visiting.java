package stemma.trail;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.access.Seat;
import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.genealogy.Genealogy;
import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Way;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.journal.Journal;
import stemma.ledger.Ledger;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What a visiting auditor is told: entries that are of the seat by item, site and moment, lots that
 * such an entry is about, and of everything else how much of it there is. Nothing else in the
 * product is open to that role, so that what a seat holds is decided here alone.
 */
public final class Visiting {
    /** How many lines or lots stand on a page. */
    public static final int ROWS = 50;

    private static final int READ_AT_ONCE = 500;
    private final Trail trail;
    private final Journal journal;
    private final Ledger ledger;
    private final Lots lots;
    private final Genealogy genealogy;
    private final Catalog catalog;
    private final Access access;

    public Visiting(
            Trail trail,
            Journal journal,
            Ledger ledger,
            Lots lots,
            Genealogy genealogy,
            Catalog catalog,
            Access access) {
        this.trail = trail;
        this.journal = journal;
        this.ledger = ledger;
        this.lots = lots;
        this.genealogy = genealogy;
        this.catalog = catalog;
        this.access = access;
    }

    /** Returns the caller's limits; refused with {@code seat_missing} where none are given yet. */
    public Visit visit(Caller caller) {
        caller.require(Permission.SEE_SEAT);
        Seat seat = access.seats()
                .of(caller.actor())
                .orElseThrow(() -> new Refused(
                        Problem.of("seat_missing", 403, "Your seat does not say yet what it holds.")
                                .advising("Ask the administrator to name items and days.")));
        return new Visit(
                seat,
                caller.grants().mayEverywhere(Permission.SEE_SEAT)
                        ? Optional.empty()
                        : Optional.of(caller.grants().sites(Permission.SEE_SEAT)));
    }

    /** Returns the items of the catalog that the seat holds, by code. */
    public List<Item> items(Visit visit) {
        List<Item> held = new ArrayList<>();
        int read = 0;
        long total;
        do {
            var page = catalog.page(MasterKind.ITEM, MasterQuery.ALL.from(read));
            page.rows().stream()
                    .map(row -> (Item) row.master())
                    .filter(item -> visit.seat().holdsItem(item.code().code()))
                    .forEach(held::add);
            total = page.total();
            read += MasterQuery.MAX_LIMIT;
        } while (read < total);
        return held;
    }

    /** Returns a page of the seat's entries, the newest first. */
    public SeatSlice entries(Visit visit, Optional<Long> after) {
        return slice(visit, within(visit), after);
    }

    /** Tells every entry of the seat, the oldest first. */
    public void each(Visit visit, Consumer<SeatLine> reader) {
        TrailQuestion question = within(visit).oldestFirst();
        Optional<Long> after = Optional.empty();
        do {
            SeatSlice slice = slice(visit, question, after);
            slice.lines().forEach(reader);
            after = slice.next();
        } while (after.isPresent());
    }

    private static TrailQuestion within(Visit visit) {
        return TrailQuestion.within(visit.seat().since(), visit.seat().until());
    }

    private SeatSlice slice(Visit visit, TrailQuestion question, Optional<Long> after) {
        TrailSlice slice = trail.read(visit::sees, question, after, ROWS, Trail.READ_AT_MOST);
        return new SeatSlice(slice.lines().stream().map(visit::told).toList(), slice.next());
    }

    /** Returns one entry of the seat; refused with {@code event_unknown}. */
    public SeatLine entry(Visit visit, UUID id) {
        return journal.find(id)
                .map(entry -> trail.reading().lines(List.of(entry)).getFirst())
                .filter(visit::sees)
                .map(visit::told)
                .orElseThrow(() -> new Refused(
                        Problem.of("event_unknown", 404, "Your seat holds no such entry.")
                                .notRecording("")
                                .with("event", id.toString())));
    }

    /** Returns the lots of an item that are of the seat, from a row on, the youngest first. */
    public SeatLots lots(Visit visit, ItemCode item, int from) {
        List<Lot> held = new ArrayList<>();
        if (!visit.seat().holdsItem(item.code())) return new SeatLots(held, OptionalInt.empty());
        int end = from + Trail.READ_AT_MOST;
        for (int row = from; row < end; row += READ_AT_ONCE) {
            List<Lot> read = lots.ofItem(item, row, READ_AT_ONCE);
            Set<Lot> seen = Set.copyOf(seen(visit, read));
            for (int i = 0; i < read.size(); i++) {
                if (seen.contains(read.get(i))) held.add(read.get(i));
                boolean isFull = held.size() == ROWS && i + 1 < read.size();
                if (isFull) return new SeatLots(held, OptionalInt.of(row + i + 1));
            }
            if (read.size() < READ_AT_ONCE) return new SeatLots(held, OptionalInt.empty());
        }
        return new SeatLots(held, OptionalInt.of(end));
    }

    /** Returns a lot with its entries from a row on; refused with {@code lot_unknown}. */
    public SeatLot lot(Visit visit, Portion asked, int from) {
        Lot lot = lots.lot(asked.first())
                .filter(known -> !seen(visit, List.of(known)).isEmpty())
                .orElseThrow(() -> new Refused(
                        Problem.of("lot_unknown", 404, "Your seat holds no lot " + asked + ".")
                                .notRecording("")
                                .with("lot", asked.toString())));
        List<Portion> span = List.of(lot.span());
        List<Long> seqs = ledger.history().of(span, from, READ_AT_ONCE).stream()
                .map(Recorded::seq)
                .toList();
        List<SeatLine> lines = trail.reading().lines(journal.read(seqs)).stream()
                .filter(visit::sees)
                .map(visit::told)
                .toList();
        int next = from + seqs.size();
        return new SeatLot(
                lot,
                lines,
                seqs.size() - lines.size(),
                next < ledger.history().count(span) ? OptionalInt.of(next) : OptionalInt.empty(),
                kin(visit, Question.backward(span)),
                kin(visit, Question.forward(span)));
    }

    private SeatLot.Kin kin(Visit visit, Question question) {
        List<Lot> reached = genealogy.trace(question).lots().stream()
                .filter(lot -> lot.way() != Way.ROOT)
                .map(Reached::lot)
                .distinct()
                .toList();
        List<Lot> seen = seen(visit, reached);
        return new SeatLot.Kin(seen, reached.size() - seen.size());
    }

    /** Returns those of the lots that an entry of the seat is about. */
    private List<Lot> seen(Visit visit, Collection<Lot> all) {
        List<Lot> held = all.stream()
                .filter(lot -> visit.seat().holdsItem(lot.item().code()))
                .toList();
        if (held.isEmpty()) return held;
        long first = seqFrom(visit.seat().since());
        long end = seqFrom(visit.seat().until());
        Set<Portion> touched = ledger.history()
                .touched(held.stream().map(Lot::span).toList(), visit.sites(), first, end);
        return held.stream().filter(lot -> touched.contains(lot.span())).toList();
    }

    private long seqFrom(Instant moment) {
        return journal.seqFrom(moment).orElse(Long.MAX_VALUE);
    }
}
